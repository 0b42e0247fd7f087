//! Where an answer disagrees with itself. Only what is there refutes anything: the provider's own samples are
//! abridged, so a check that is not listed proves nothing.

mod summary;

use crate::document::Strategy;

use super::answer::Answer;
use super::facts::Facts;
use super::guidance::Phase;
use crate::kyc::check::{Action, Check};
use crate::kyc::contradiction::{Code, shown, shown_check};
use crate::kyc::event::Event;
use crate::kyc::onboarding::OnboardingStatus;
use crate::kyc::status::Reported;
use crate::step::Contradiction;
use summary::Counts;

/// Every contradiction: what was noted while reading, the checks', the status', the summary's, the strategy's.
pub(super) fn all(facts: &Facts<'_>) -> Vec<Contradiction> {
    let mut found = facts.status.noted.clone();
    let counts = Counts::of(facts);
    checks(facts, &mut found);
    compliance(facts, &counts, &mut found);
    onboarding(facts, &mut found);
    next_action(facts, &counts, &mut found);
    summary::refuted(&facts.answer, &counts, &mut found);
    strategy(facts, &mut found);
    event(facts, &mut found);
    found
}

fn checks(facts: &Facts<'_>, found: &mut Vec<Contradiction>) {
    for (index, reported) in facts.status.listed().iter().enumerate() {
        if let Some(action) = &reported.suggested {
            let (check, name) = (reported.shown(), shown(action.as_str()));
            if reported.passed == Some(true) {
                Code::ActionOnPassedCheck.note(found, &[check, " passed, but suggests ", name]);
            } else if reported.check.as_ref().is_some_and(|check| check.is_misplaced(action)) {
                let message = [check, " suggests ", name, ", which satisfies other checks"];
                Code::ActionOfAnotherCheck.note(found, &message);
            }
        }
        let first = reported.check.as_ref().and_then(|check| facts.answer.first(check));
        let first = first.filter(|at| *at < index).and_then(|at| facts.status.listed().get(at));
        let Some(first) = first else { continue };
        let is_same = (first.passed, first.required) == (reported.passed, reported.required);
        if !is_same || first.suggested != reported.suggested {
            let other = if is_same { "actions" } else { "results" };
            let message = [reported.shown(), " is listed twice, with different ", other];
            Code::CheckTwice.note(found, &message);
        }
    }
}

fn compliance(facts: &Facts<'_>, counts: &Counts, found: &mut Vec<Contradiction>) {
    let Facts { status, .. } = facts;
    match status.is_compliant {
        Some(true) => {
            for step in &facts.steps {
                let message = ["isCompliant is true, but ", shown_check(step.check), FAILED];
                Code::CompliantWithFailedCheck.note(found, &message);
            }
            if facts.is_settled()
                && let Some(action) = &facts.next.action
            {
                let said = "isCompliant is true and no required check failed, but nextAction is ";
                Code::CompliantWithAction.note(found, &[said, shown(action.as_str())]);
            }
            match &status.onboarding {
                Some(stands) if stands.is_denied() => {
                    let message = ["isCompliant is true, but onboardingStatus is ", stands.as_str()];
                    Code::CompliantYetDenied.note(found, &message);
                }
                Some(
                    stands @ (OnboardingStatus::Pending
                    | OnboardingStatus::Processing
                    | OnboardingStatus::Expired),
                ) => {
                    let message = ["isCompliant is true, but onboardingStatus is ", stands.as_str()];
                    Code::CompliantNotApproved.note(found, &message);
                }
                _ => {}
            }
        }
        Some(false)
            if facts.steps.is_empty()
                && facts.answer.first(&Check::KycStatus).is_some()
                && !counts.is_abridged =>
        {
            let message = "isCompliant is false, but no required check is listed as failed";
            Code::NotCompliantWithoutCause.note(found, &[message]);
        }
        Some(false)
            if facts.steps.is_empty()
                && facts.next.action.is_none()
                && status.onboarding == Some(OnboardingStatus::Approved) =>
        {
            let message = "isCompliant is false, but onboardingStatus is APPROVED and nothing is to do";
            Code::NotCompliantWithoutCause.note(found, &[message]);
        }
        _ => {}
    }
}

fn onboarding(facts: &Facts<'_>, found: &mut Vec<Contradiction>) {
    let Some(stands) = &facts.status.onboarding else { return };
    match (stands, &facts.status.next_action) {
        (OnboardingStatus::Approved, None | Some(Action::Nothing)) => {
            if let Some(step) = facts.said_to_fail() {
                let message = [STANDS, stands.as_str(), ", but ", shown_check(step.check), FAILED];
                Code::ApprovedWithAction.note(found, &message);
            }
        }
        (_, Some(action)) => {
            let (code, expected) = match stands {
                OnboardingStatus::Approved => (Code::ApprovedWithAction, &Action::Nothing),
                OnboardingStatus::Expired => (Code::ExpiredWithoutRerun, &Action::RerunKyc),
                _ if stands.is_denied() => (Code::DeniedWithoutSupport, &Action::ContactSupport),
                _ => (Code::ApprovedWithAction, action),
            };
            if action != expected {
                let (action, expected) = (shown(action.as_str()), expected.as_str());
                let message = [STANDS, stands.as_str(), ", but nextAction is ", action, ", not ", expected];
                code.note(found, &message);
            }
        }
        (_, None) => {}
    }
    let decided = facts.status.listed().iter().find(|reported| reported.check == Some(Check::KycStatus));
    let passed = decided.and_then(|reported| reported.passed);
    if passed.is_some_and(|passed| stands.is_known() && passed != (*stands == OnboardingStatus::Approved)) {
        let result = if passed == Some(true) { "passed" } else { "failed" };
        let message = [STANDS, stands.as_str(), ", but KYC_STATUS ", result];
        Code::KycStatusDiffers.note(found, &message);
    }
}

fn next_action(facts: &Facts<'_>, counts: &Counts, found: &mut Vec<Contradiction>) {
    let Facts { status, .. } = facts;
    let action = match (&status.next_action, &facts.next.action) {
        (Some(action), _) => action,
        // What is derived is what a check suggests, which may be nothing that is left to do.
        (None, Some(derived)) if is_done(derived, &facts.answer) => derived,
        _ => return,
    };
    if *action == Action::Nothing {
        if let Some(step) = facts.said_to_fail() {
            let message = ["nextAction is null, but ", shown_check(step.check), FAILED];
            Code::NoActionDespiteFailure.note(found, &message);
        }
        return;
    }
    if *action == Action::Wait
        && let Some(step) = facts.steps.iter().find(|step| step.is_said && step.is_errand())
    {
        let (check, asks) = (shown_check(step.check), shown(step.action.as_str()));
        let message = ["nextAction is WAIT, but ", check, FAILED, " and asks for ", asks];
        Code::WaitDespiteDue.note(found, &message);
    }
    let by_status = match &status.onboarding {
        Some(stands) if stands.is_denied() => *action == Action::ContactSupport,
        Some(OnboardingStatus::Expired) => *action == Action::RerunKyc,
        _ => false,
    };
    let is_done = is_done(action, &facts.answer);
    let supports = |reported: &Reported| match (&reported.suggested, &reported.check) {
        // The decision takes the action of what blocks it.
        (_, Some(Check::KycStatus)) if is_done => false,
        (Some(suggested), _) => suggested == action,
        (None, Some(check)) => reported.required != Some(false) && check.may_ask_for(action),
        (None, None) => true,
    };
    // Who was just created has no onboarding, and no check of one.
    let is_first = *action == Action::StartKyc
        && matches!(status.onboarding, None | Some(OnboardingStatus::Pending))
        && facts.answer.first(&Check::KycStarted).is_none();
    let by_check = is_first
        || status.listed().iter().any(|reported| reported.passed != Some(true) && supports(reported));
    if !by_status && !by_check && !counts.is_abridged && status.checks.is_some() && !facts.is_settled() {
        let action = shown(action.as_str());
        let message = ["nextAction is ", action, ", but no check that failed asks for it"];
        Code::ActionUnsupported.note(found, &message);
    }
}

/// Whether every check that an action satisfies is listed, and has passed or need not.
fn is_done(action: &Action, answer: &Answer<'_>) -> bool {
    let mut is_any = false;
    let mut checks = Check::KNOWN.iter().map(|name| Check::from(*name));
    checks.all(|check| {
        let is_own = check.is_satisfied_by(action);
        is_any |= is_own;
        let is_satisfied =
            |reported: &Reported| reported.passed == Some(true) || reported.required == Some(false);
        !is_own || answer.any(&check, is_satisfied)
    }) && is_any
}

fn strategy(facts: &Facts<'_>, found: &mut Vec<Contradiction>) {
    let Facts { status, evidence, context, .. } = facts;
    let said = context.person.strategy;
    let differs = match said {
        Strategy::External => evidence.sdk_required.then_some((
            Code::SdkRequiredUnderExternal,
            "SDK_VERIFICATION_COMPLETED is required, but this is External KYC",
        )),
        Strategy::CfKyc => evidence.external.then_some((
            Code::StrategyDiffers,
            "the context says CF_KYC, but the checks have what only External KYC has",
        )),
        Strategy::Unknown => (evidence.sdk_required && evidence.external).then_some((
            Code::SdkRequiredUnderExternal,
            "SDK_VERIFICATION_COMPLETED is required beside what only External KYC has",
        )),
    };
    if let Some((code, message)) = differs {
        code.note(found, &[message]);
    }
    let asks_for_address =
        |reported: &Reported| reported.check == Some(Check::ProofOfAddress) && reported.is_refuted();
    if context.person.has_ip_address == Some(true) && status.listed().iter().any(asks_for_address) {
        let message = "DOC_PROOF_OF_ADDRESS is required, but the context says that an IP address is on file";
        Code::AddressRequiredDespiteIp.note(found, &[message]);
    }
    if facts.strategy != Strategy::External {
        return;
    }
    let asks = |action: &Option<Action>| *action == Some(Action::CompleteSdkFlow);
    let suggests = |reported: &Reported| reported.passed != Some(true) && asks(&reported.suggested);
    if asks(&status.next_action) || status.listed().iter().any(suggests) {
        let message = "COMPLETE_SDK_FLOW is asked for, but this is External KYC";
        Code::SdkActionUnderExternal.note(found, &[message]);
    }
    if let Some(event) = context.event().filter(|event| event.is_about_sdk()) {
        let name = event.event.as_deref().unwrap_or_default();
        let message = [name, " is never fired under External KYC, which this is"];
        Code::SdkEventUnderExternal.note(found, &message);
    }
}

/// The flows of the page tie an event to what the status says behind it. A decision may have come behind an expiry or an
/// error, nothing comes behind a decision. A status or an action that nobody knows refutes nothing.
fn event(facts: &Facts<'_>, found: &mut Vec<Contradiction>) {
    let Some(event) = facts.context.event() else { return };
    let (phase, stands) = (facts.phase(), &facts.status.onboarding);
    let (tells, word) = match event.name() {
        Some(Event::KycSdkExpired) => (Phase::Expired, "an expiry"),
        Some(Event::KycError) => (Phase::Error, "an error"),
        _ if event.denies() => (Phase::Denied, "a denial"),
        _ if event.decides => (Phase::Approved, "an approval"),
        _ => return,
    };
    let is_known = stands.as_ref().is_some_and(OnboardingStatus::is_known);
    let disagrees = match tells {
        Phase::Approved => is_known && *stands != Some(OnboardingStatus::Approved),
        Phase::Denied => {
            let is_open = phase == Phase::Unknown || facts.answer.asks_for_support_alone();
            phase != tells && (is_known || !is_open)
        }
        _ => ![tells, Phase::Approved, Phase::Denied].contains(&phase),
    };
    if disagrees {
        let name = event.event.as_deref().unwrap_or_default();
        let stands = stands.as_ref().map_or("null", |stands| shown(stands.as_str()));
        let action = facts.next.action.as_ref().map_or("null", |action| shown(action.as_str()));
        let message = [
            "the last event, ",
            name,
            ", tells of ",
            word,
            ", but ",
            STANDS,
            stands,
            " and nextAction is ",
            action,
        ];
        Code::EventDisagrees.note(found, &message);
    }
}

const STANDS: &str = "onboardingStatus is ";
const FAILED: &str = ", which is required, failed";
