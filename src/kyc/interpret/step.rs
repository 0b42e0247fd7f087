//! What each failed required check asks for.

use crate::document::documents_for_check;

use super::answer::Answer;
use super::call::call;
use super::facts::Facts;
use super::guidance::{Due, Pending};
use super::names::Names;
use crate::kyc::check::{Action, Check};
use crate::kyc::context::Context;
use crate::kyc::event::Event;
use crate::kyc::onboarding::OnboardingStatus;
use crate::kyc::status::Reported;

/// A failed required check, and what it asks for.
#[derive(Debug)]
pub(super) struct Step<'a> {
    pub(super) check: Option<&'a Check>,
    pub(super) action: Action,
    /// Neither the provider nor the pages say what helps.
    pub(super) is_guess: bool,
    /// The provider says outright that it failed, and it or the pages that it is required; else that is taken from what is
    /// left out.
    pub(super) is_said: bool,
}

impl<'a> Step<'a> {
    pub(super) fn new(reported: &'a Reported, answer: &Answer<'_>) -> Self {
        let check = reported.check.as_ref();
        let is_said = match reported.required {
            // The pages say it.
            None => reported.passed == Some(false) && check.is_some_and(Check::is_for_all),
            Some(_) => reported.is_refuted(),
        } || check.is_some_and(|check| answer.names(check));
        let known = reported.suggested.clone().or_else(|| documented(check?, answer));
        Self::of(check, known, is_said)
    }

    /// A check of which `requiredFailed` alone tells.
    pub(super) fn named(check: &'a Check, answer: &Answer<'_>) -> Self {
        Self::of(Some(check), documented(check, answer), true)
    }

    fn of(check: Option<&'a Check>, known: Option<Action>, is_said: bool) -> Self {
        let is_guess = known.is_none();
        Self { check, action: known.unwrap_or(Action::ContactSupport), is_guess, is_said }
    }

    /// Where this stands in the order in which actions are taken.
    const fn rank(&self) -> u8 {
        match &self.action {
            _ if self.is_guess => 6,
            Action::ContactSupport => 0,
            Action::RerunKyc => 1,
            Action::UpdateProfile => 2,
            Action::StartKyc => 3,
            Action::CompleteSdkFlow => 4,
            Action::UploadDocument => 5,
            Action::Unknown(_) => 6,
            Action::Wait | Action::Nothing => 7,
        }
    }

    /// What is said outright to be required and to have failed comes first.
    pub(super) const fn order(&self) -> (bool, u8) {
        (!self.is_said, self.rank())
    }

    /// Whether it asks somebody outside the provider to act, in words that are known.
    pub(super) fn is_errand(&self) -> bool {
        let is_work = !matches!(self.action, Action::ContactSupport | Action::Unknown(_));
        self.check.is_some() && is_work && !self.is_pending()
    }

    /// Nobody can satisfy the decision directly; what blocks it has a check of its own.
    pub(super) fn is_pending(&self) -> bool {
        match self.action {
            Action::Wait => true,
            Action::ContactSupport => false,
            _ => self.check == Some(&Check::KycStatus),
        }
    }
}

/// What is due and what is pending, each check once: where one is listed twice, with the action that comes first.
pub(super) fn sorted(facts: &Facts<'_>) -> (Vec<Due>, Vec<Pending>) {
    let mut names = Names::default();
    for (at, step) in facts.steps.iter().enumerate() {
        names.add(step.check, at);
    }
    names.sort();
    let (mut due, mut pending) = (Vec::new(), Vec::new());
    for (index, step) in facts.steps.iter().enumerate() {
        let (Some(check), action) = (step.check, &step.action) else { continue };
        let precedes = |at: usize, other: &Step<'_>| (other.order(), at) < (step.order(), index);
        let is_behind_another = if let Check::Unknown(name) = check {
            let mut places = names.places(name).iter();
            places.any(|(_, at)| facts.steps.get(*at).is_some_and(|other| precedes(*at, other)))
        } else {
            let mut steps = facts.steps.iter().enumerate();
            steps.any(|(at, other)| other.check == step.check && precedes(at, other))
        };
        if is_behind_another {
            continue;
        }
        if step.is_pending() {
            pending.push(Pending { check: check.clone(), action: action.clone() });
        } else {
            due.push(self::due(check, action, facts.context));
        }
    }
    (due, pending)
}

fn due(check: &Check, action: &Action, context: &Context) -> Due {
    // What satisfies a check is its own, whatever is suggested for it, but for nothing that somebody else has to do.
    let is_work = !matches!(action, Action::Wait | Action::ContactSupport);
    let own = if check.is_misplaced(action) { check.documented_action() } else { None };
    Due {
        documents: if is_work { documents_for_check(check.as_str(), &context.person) } else { None },
        profile_fields: if is_work { check.profile_fields() } else { None },
        call: call(own.as_ref().unwrap_or(action), context),
        check: check.clone(),
        action: action.clone(),
    }
}

/// What the pages give for a check that suggests nothing. The decision takes the action that blocks everything;
/// the SDK check alone cannot tell an expired link, an error and a review apart, so the rest of the answer has
/// to, and where it does not, the last event. A check that nobody knows takes what is asked of the whole onboarding; of
/// one check, that would tell the customer to do what may be another's.
fn documented(check: &Check, answer: &Answer<'_>) -> Option<Action> {
    let status = answer.status;
    let said = status.next_action.as_ref().filter(|action| action.is_known() && **action != Action::Nothing);
    let stands = match &status.onboarding {
        Some(status) if status.is_denied() => Some(&Action::ContactSupport),
        Some(OnboardingStatus::Expired) => Some(&Action::RerunKyc),
        _ => None,
    };
    let told = match check {
        // What an onboarding of a kind that nobody knows waits for, nobody knows.
        Check::KycStatus if matches!(status.onboarding, Some(OnboardingStatus::Unknown(_))) => {
            return said.cloned();
        }
        Check::KycStatus => said
            .or_else(|| stands.filter(|action| **action == Action::ContactSupport))
            .or_else(|| answer.is_denied_by_event().then_some(&Action::ContactSupport)),
        Check::SdkVerificationCompleted => said
            .filter(|action| check.may_ask_for(action))
            .or(stands)
            .or_else(|| match answer.open_event()? {
                Event::KycSdkExpired => Some(&Action::RerunKyc),
                Event::KycError => Some(&Action::ContactSupport),
                Event::KycSdkFlowCompleted => Some(&Action::Wait),
                _ => None,
            }),
        Check::Unknown(_) => {
            said.filter(|action| matches!(action, Action::Wait | Action::StartKyc | Action::RerunKyc))
        }
        _ => None,
    };
    told.cloned().or_else(|| check.documented_action())
}
