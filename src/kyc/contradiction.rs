//! Where the provider's answer disagrees with itself, or with what the pages say of it.

use super::check::Check;
use crate::step::Contradiction;
use crate::wire::closed_enum;

closed_enum! {
    /// The stable code of a contradiction.
    pub enum Code {
        /// A member that a check, a summary or an event always has is not there.
        MemberMissing = "member_missing",
        /// A member is of another type than documented, and was not used.
        MemberType = "member_type",
        /// A check does not say which it is.
        CheckWithoutType = "check_without_type",
        /// A check is listed twice with different results or actions.
        CheckTwice = "check_twice",
        /// A check passed, yet suggests an action.
        ActionOnPassedCheck = "action_on_passed_check",
        /// A check that did not pass suggests what satisfies other checks, not this one.
        ActionOfAnotherCheck = "action_of_another_check",
        /// Compliant, yet a required check failed.
        CompliantWithFailedCheck = "compliant_with_failed_check",
        /// Compliant with no required check failing, yet an action is due.
        CompliantWithAction = "compliant_with_action",
        /// Compliant, yet the onboarding is not approved.
        CompliantNotApproved = "compliant_not_approved",
        /// Compliant, yet denied.
        CompliantYetDenied = "compliant_yet_denied",
        /// Not compliant, yet every required check passed, the decision among them, or the onboarding is approved and
        /// nothing is to do.
        NotCompliantWithoutCause = "not_compliant_without_cause",
        /// Approved, yet an action is due.
        ApprovedWithAction = "approved_with_action",
        /// Denied, yet the next action is not to contact support.
        DeniedWithoutSupport = "denied_without_support",
        /// Expired, yet the next action is not to run KYC again.
        ExpiredWithoutRerun = "expired_without_rerun",
        /// The check `KYC_STATUS` and `onboardingStatus` disagree.
        KycStatusDiffers = "kyc_status_differs",
        /// There is no next action, yet required checks failed.
        NoActionDespiteFailure = "no_action_despite_failure",
        /// The next action is to wait, yet a required check failed that somebody outside the provider has to see to.
        WaitDespiteDue = "wait_despite_due",
        /// No failed check supports the next action.
        ActionUnsupported = "action_unsupported",
        /// The listed checks refute the summary's counts.
        SummaryRefuted = "summary_refuted",
        /// `requiredFailed` names a check that passed.
        RequiredFailedPassed = "required_failed_passed",
        /// `requiredFailed` names a check that is not required.
        RequiredFailedOptional = "required_failed_optional",
        /// `requiredFailed` names a check that is not listed.
        RequiredFailedUnlisted = "required_failed_unlisted",
        /// `requiredFailed` leaves out a required check that failed.
        RequiredFailedIncomplete = "required_failed_incomplete",
        /// The SDK check is required although this is External KYC.
        SdkRequiredUnderExternal = "sdk_required_under_external",
        /// The user should complete the SDK flow although this is External KYC.
        SdkActionUnderExternal = "sdk_action_under_external",
        /// An SDK event although this is External KYC.
        SdkEventUnderExternal = "sdk_event_under_external",
        /// A proof of address is required although the caller says that an IP address is on file.
        AddressRequiredDespiteIp = "address_required_despite_ip",
        /// The checks show another strategy than the caller says.
        StrategyDiffers = "strategy_differs",
        /// The last event tells of another outcome than the status. The status is believed.
        EventDisagrees = "event_disagrees",
        /// An event is named in two ways that differ.
        EventNamedTwice = "event_named_twice",
        /// The final event has no final status.
        FinishedWithoutOutcome = "finished_without_outcome",
        /// A restarted onboarding names itself as the one before.
        RestartedSameOnboarding = "restarted_same_onboarding",
    }
}

impl Code {
    /// Adds a contradiction to those found. The message comes in parts.
    #[inline(never)]
    pub(super) fn note(self, found: &mut Vec<Contradiction>, message: &[&str]) {
        found.push(Contradiction::new(self.as_str(), message));
    }
}

/// A name for a message: what the provider wrote, but not all of it where it is long.
pub(super) fn shown(name: &str) -> &str {
    if name.len() <= LONGEST_NAME {
        return name;
    }
    let end = name.char_indices().nth(LONGEST_NAME).map_or(name.len(), |(at, _)| at);
    name.get(..end).unwrap_or_default()
}

/// A check's name, for a message.
pub(super) fn shown_check(check: Option<&Check>) -> &str {
    check.map_or("a check without a type", |check| shown(check.as_str()))
}

const LONGEST_NAME: usize = 60;
