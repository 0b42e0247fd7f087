use serde::Serialize;

use crate::document::{AnyOf, Strategy};
use crate::kyc::check::{Action, Check};
use crate::kyc::onboarding::OnboardingStatus;
use crate::step::{Actor, Call, Contradiction};
use crate::wire::closed_enum;

/// What a compliance status means.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Guidance {
    /// The provider's word; `false` where it gave none.
    pub is_compliant: bool,
    /// Where the onboarding stands, verbatim; nothing where the provider does not say.
    pub onboarding_status: Option<OnboardingStatus>,
    /// What to do next; nothing where there is nothing to do, or where nothing can be told (then
    /// [`actor`](Self::actor) is support).
    pub next_action: Option<Action>,
    /// Whose word that is.
    pub next_action_source: Source,
    /// Who acts next.
    pub actor: Actor,
    /// How far the customer is.
    pub phase: Phase,
    /// Who verifies the identity.
    pub strategy: Strategy,
    /// Approved or denied: the status does not change any more.
    pub is_terminal: bool,
    /// The failed required checks that somebody outside the provider can do something about.
    pub currently_due: Vec<Due>,
    /// The failed required checks that only the provider can settle.
    pub pending_verification: Vec<Pending>,
    /// The call that takes the next action, where one does.
    pub call: Option<Call>,
    /// When to ask again, while only time or the provider can help.
    pub poll: Option<Poll>,
    /// Where the status disagrees with itself.
    pub contradictions: Vec<Contradiction>,
}

/// A check that is due, and what satisfies it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Due {
    /// The check.
    pub check: Check,
    /// What it asks for.
    pub action: Action,
    /// The documents of which one is enough, where one satisfies it and it does not wait for support.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub documents: Option<AnyOf>,
    /// The members of the customer to set, where they satisfy it and it does not wait for support.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub profile_fields: Option<&'static [&'static str]>,
    /// The call that does it, where one does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub call: Option<Call>,
}

/// A check that the provider is to settle.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Pending {
    /// The check.
    pub check: Check,
    /// What it asks for.
    pub action: Action,
}

/// When to ask again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Poll {
    /// Seconds from now.
    pub after_seconds: u32,
}

closed_enum! {
    /// Whose word the next action is.
    pub enum Source {
        /// The provider's.
        Provider = "provider",
        /// Ours, from the checks.
        Derived = "derived",
    }
}

closed_enum! {
    /// How far a customer is.
    pub enum Phase {
        /// The profile is incomplete.
        Profile = "profile",
        /// KYC is to be initiated.
        Start = "start",
        /// The identity is to be verified.
        Identity = "identity",
        /// Documents are missing.
        Documents = "documents",
        /// The provider decides, or reviews.
        Processing = "processing",
        /// The SDK links or the onboarding expired.
        Expired = "expired",
        /// The verification failed for technical reasons, or for good.
        Error = "error",
        /// Approved.
        Approved = "approved",
        /// Denied.
        Denied = "denied",
        /// The status does not tell.
        Unknown = "unknown",
    }
}
