//! Where an onboarding stands: the API's `onboardingStatus`, and the `status` of an event.

use crate::wire::open_enum;

open_enum! {
    /// The status of an onboarding.
    pub enum OnboardingStatus {
        /// Not begun.
        Pending = "PENDING",
        /// Begun, not decided.
        Processing = "PROCESSING",
        /// Approved.
        Approved = "APPROVED",
        /// Denied.
        DeniedCompliance = "DENIED_COMPLIANCE",
        /// Denied, as the identity was not the person's own.
        DeniedIdentityTheft = "DENIED_IDENTITY_THEFT",
        /// Not completed in time.
        Expired = "EXPIRED",
    }
}

impl OnboardingStatus {
    /// Whether this is one of the denials.
    #[must_use]
    pub const fn is_denied(&self) -> bool {
        matches!(self, Self::DeniedCompliance | Self::DeniedIdentityTheft)
    }

    /// Whether this is a final outcome: "KYC approved or denied".
    #[must_use]
    pub const fn is_outcome(&self) -> bool {
        self.is_denied() || matches!(self, Self::Approved)
    }
}
