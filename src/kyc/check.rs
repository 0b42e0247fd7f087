//! The checks of a compliance status and the actions they ask for: "Check Types", "Suggested Action Values",
//! "Handling `UPDATE_PROFILE`".

use crate::document::{Person, Strategy};
use crate::wire::open_enum;

open_enum! {
    /// A check by its type.
    pub enum Check {
        /// The customer has KYC data.
        KycDataPresent = "KYC_DATA_PRESENT",
        /// The KYC process was initiated.
        KycStarted = "KYC_STARTED",
        /// The identity was verified by the SDK. Not required under External KYC.
        SdkVerificationCompleted = "SDK_VERIFICATION_COMPLETED",
        /// The decision. Nobody but the provider can satisfy it.
        KycStatus = "KYC_STATUS",
        /// The registration address is on file.
        RegistrationAddress = "REGISTRATION_ADDRESS",
        /// The tax country is on file.
        TaxCountry = "TAX_COUNTRY",
        /// The occupation is on file.
        Occupation = "OCCUPATION",
        /// The source of funds was documented.
        SourceOfFunds = "DOC_SOURCE_OF_FUNDS",
        /// The tax form was filed.
        Fatca = "DOC_FATCA",
        /// The report of an external identity verification is in. Required under External KYC only.
        BiometricReport = "DOC_BIOMETRIC_REPORT",
        /// The address was documented. Required only where no IP address is on file.
        ProofOfAddress = "DOC_PROOF_OF_ADDRESS",
    }
}

open_enum! {
    /// What a status asks for: `nextAction` and `suggestedAction`.
    pub enum Action {
        /// Nothing, as the API writes it. The guide writes null.
        Nothing = "NONE",
        /// Initiate KYC.
        StartKyc = "START_KYC",
        /// The user completes the identity verification.
        CompleteSdkFlow = "COMPLETE_SDK_FLOW",
        /// Upload a document.
        UploadDocument = "UPLOAD_DOCUMENT",
        /// Complete the customer's profile.
        UpdateProfile = "UPDATE_PROFILE",
        /// Run KYC again.
        RerunKyc = "RERUN_KYC",
        /// The provider works.
        Wait = "WAIT",
        /// A terminal failure, a verification error or a denial.
        ContactSupport = "CONTACT_SUPPORT",
    }
}

impl Check {
    /// The action the pages give for this check when it fails; nothing for a check they do not know.
    #[must_use]
    pub const fn documented_action(&self) -> Option<Action> {
        Some(match self {
            Self::KycDataPresent | Self::RegistrationAddress | Self::TaxCountry | Self::Occupation => {
                Action::UpdateProfile
            }
            Self::KycStarted => Action::StartKyc,
            Self::SdkVerificationCompleted => Action::CompleteSdkFlow,
            Self::KycStatus => Action::Wait,
            Self::SourceOfFunds | Self::Fatca | Self::BiometricReport | Self::ProofOfAddress => {
                Action::UploadDocument
            }
            Self::Unknown(_) => return None,
        })
    }

    /// Whether this check may ask for this action when it fails, as far as the pages tell. The decision takes
    /// whatever action blocks it, and an unknown check may ask for anything.
    #[must_use]
    pub fn may_ask_for(&self, action: &Action) -> bool {
        match (self, action) {
            (Self::KycStatus | Self::Unknown(_), _) | (_, Action::Wait | Action::ContactSupport) => true,
            _ => self.is_satisfied_by(action),
        }
    }

    /// Whether an action is what the pages give for this check.
    pub(super) fn is_satisfied_by(&self, action: &Action) -> bool {
        self.documented_action().as_ref() == Some(action)
            || (self, action) == (&Self::SdkVerificationCompleted, &Action::RerunKyc)
    }

    /// Whether an action satisfies other checks, and not this one. What the whole onboarding is asked for, each check may
    /// ask for as well, and what nobody knows.
    pub(super) fn is_misplaced(&self, action: &Action) -> bool {
        let is_of_checks =
            matches!(action, Action::UpdateProfile | Action::CompleteSdkFlow | Action::UploadDocument);
        is_of_checks && !self.may_ask_for(action)
    }

    /// Whether the pages require this check of everybody.
    pub(super) const fn is_for_all(&self) -> bool {
        !matches!(
            self,
            Self::SdkVerificationCompleted | Self::BiometricReport | Self::ProofOfAddress | Self::Unknown(_)
        )
    }

    /// Whether the pages require this check of others only than such a person, as far as that is known.
    pub(super) fn is_spared(&self, person: &Person) -> bool {
        match self {
            Self::SdkVerificationCompleted => person.strategy == Strategy::External,
            Self::BiometricReport => person.strategy == Strategy::CfKyc,
            Self::ProofOfAddress => person.has_ip_address == Some(true),
            _ => false,
        }
    }

    /// The members of the customer that `PATCH /v1/customers/:id` has to set to satisfy this check.
    #[must_use]
    pub const fn profile_fields(&self) -> Option<&'static [&'static str]> {
        Some(match self {
            Self::KycDataPresent => &["kyc"],
            Self::RegistrationAddress => &[
                "kyc.mainAddress",
                "kyc.mainAddress.street1",
                "kyc.mainAddress.cityCounty",
                "kyc.mainAddress.stateRegion",
                "kyc.mainAddress.zip",
                "kyc.mainAddress.countryCode",
            ],
            Self::TaxCountry => &["kyc.nationality"],
            Self::Occupation => &["kyc.occupation"],
            _ => return None,
        })
    }
}
