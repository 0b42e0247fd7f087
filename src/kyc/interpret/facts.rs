//! What follows from the whole answer and the context.

use crate::document::Strategy;

use super::answer::Answer;
use super::guidance::{Phase, Poll, Source};
use super::step::Step;
use crate::kyc::check::{Action, Check};
use crate::kyc::context::Context;
use crate::kyc::event::{Event, KycEvent};
use crate::kyc::onboarding::OnboardingStatus;
use crate::kyc::status::Status;
use crate::step::Actor;

#[derive(Debug)]
pub(super) struct Facts<'a> {
    pub(super) answer: Answer<'a>,
    pub(super) status: &'a Status,
    pub(super) context: &'a Context,
    pub(super) evidence: Evidence,
    pub(super) strategy: Strategy,
    /// The failed required checks, as listed; behind them those that only `requiredFailed` names.
    pub(super) steps: Vec<Step<'a>>,
    /// Whether `requiredFailed` names checks that are not listed.
    pub(super) tells_unlisted: bool,
    pub(super) next: Next,
}

/// The next action.
#[derive(Debug)]
pub(super) struct Next {
    pub(super) action: Option<Action>,
    pub(super) source: Source,
    /// Derived, but from nothing that says what helps.
    is_guess: bool,
}

/// What the checks show of the strategy: "External KYC", "Key Differences".
#[derive(Clone, Copy, Debug)]
pub(super) struct Evidence {
    /// The SDK check is required.
    pub(super) sdk_required: bool,
    /// The SDK check is not required, or the biometric report is.
    pub(super) external: bool,
}

impl<'a> Facts<'a> {
    pub(super) fn new(status: &'a Status, context: &'a Context) -> Self {
        let answer = Answer::new(status, context);
        let mut steps = Vec::new();
        for reported in status.listed() {
            if answer.is_failed(reported) {
                steps.push(Step::new(reported, &answer));
            }
        }
        let unlisted = answer.unlisted();
        for check in &unlisted {
            steps.push(Step::named(check, &answer));
        }
        let evidence = Evidence::of(status, &unlisted);
        let next = Next { action: None, source: Source::Derived, is_guess: false };
        let mut facts = Self {
            answer,
            status,
            context,
            evidence,
            strategy: evidence.strategy(status, context),
            steps,
            tells_unlisted: !unlisted.is_empty(),
            next,
        };
        facts.next = match &status.next_action {
            Some(Action::Nothing) => Next { action: None, source: Source::Provider, is_guess: false },
            Some(action) => Next { action: Some(action.clone()), source: Source::Provider, is_guess: false },
            None => facts.derived(),
        };
        facts
    }

    fn derived(&self) -> Next {
        let next = |action, is_guess| Next { action, source: Source::Derived, is_guess };
        let mut step: Option<&Step<'_>> = None;
        for other in &self.steps {
            if step.is_none_or(|step| other.order() < step.order()) {
                step = Some(other);
            }
        }
        let (action, is_guess) = match (&self.status.onboarding, step) {
            (Some(status), _) if status.is_denied() => (Some(Action::ContactSupport), false),
            (_, Some(step)) if step.action == Action::ContactSupport && !step.is_guess => {
                (Some(Action::ContactSupport), false)
            }
            (Some(OnboardingStatus::Expired), _) => (Some(Action::RerunKyc), false),
            (_, Some(step)) => (Some(step.action.clone()), step.is_guess),
            (_, None) if self.is_settled() => (None, false),
            (Some(OnboardingStatus::Processing), None) if self.lists_known_check() => {
                (Some(Action::Wait), false)
            }
            (_, None) => (None, true),
        };
        next(action, is_guess)
    }

    /// Without, that nothing failed says nothing.
    fn lists_known_check(&self) -> bool {
        self.status.listed().iter().any(|reported| reported.check.as_ref().is_some_and(Check::is_known))
    }

    /// The provider says so, and no required check says otherwise. Where it leaves out `isCompliant`, an approval says so
    /// with which nothing is to do.
    pub(super) fn is_settled(&self) -> bool {
        let is_approved = || {
            self.status.is_compliant.is_none()
                && self.status.onboarding == Some(OnboardingStatus::Approved)
                && matches!(self.status.next_action, None | Some(Action::Nothing))
        };
        self.steps.is_empty() && (self.is_compliant() || is_approved())
    }

    /// The next action asks somebody to act for a customer who is compliant or denied: worth a question, not an errand.
    pub(super) fn is_pointless(&self) -> bool {
        let is_work = self.next.action.as_ref().is_some_and(|action| *action != Action::Wait);
        let is_denied = self.status.onboarding.as_ref().is_some_and(OnboardingStatus::is_denied);
        (self.is_settled() || is_denied) && is_work
    }

    pub(super) fn actor(&self) -> Actor {
        if self.is_pointless() {
            return Actor::Support;
        }
        match &self.next.action {
            Some(Action::UploadDocument | Action::CompleteSdkFlow | Action::UpdateProfile) => Actor::Customer,
            Some(Action::StartKyc | Action::RerunKyc) => Actor::Integrator,
            Some(Action::Wait) => Actor::Provider,
            Some(_) => Actor::Support,
            None if self.next.is_guess => Actor::Support,
            None => Actor::Nobody,
        }
    }

    pub(super) fn phase(&self) -> Phase {
        match &self.status.onboarding {
            Some(status) if status.is_denied() => return Phase::Denied,
            None | Some(OnboardingStatus::Approved | OnboardingStatus::Unknown(_)) if self.is_settled() => {
                return Phase::Approved;
            }
            Some(OnboardingStatus::Expired) => return Phase::Expired,
            _ => {}
        }
        let derived;
        let next = match self.next {
            Next { action: None, source: Source::Provider, .. } => {
                derived = self.derived();
                &derived
            }
            _ => &self.next,
        };
        match &next.action {
            _ if next.is_guess => self.phase_by_event(),
            Some(Action::UpdateProfile) => Phase::Profile,
            Some(Action::StartKyc) => Phase::Start,
            Some(Action::CompleteSdkFlow) => Phase::Identity,
            Some(Action::UploadDocument) => Phase::Documents,
            Some(Action::Wait) => Phase::Processing,
            Some(Action::RerunKyc) => Phase::Expired,
            Some(Action::ContactSupport) if self.answer.is_denied_by_event() => Phase::Denied,
            Some(Action::ContactSupport) => Phase::Error,
            Some(Action::Unknown(_) | Action::Nothing) | None => self.phase_by_event(),
        }
    }

    /// The first failed required check of which the provider says outright that it is one.
    pub(super) fn said_to_fail(&self) -> Option<&Step<'a>> {
        self.steps.iter().find(|step| step.is_said)
    }

    /// Where the answer does not tell. What has expired or broken down asks for something, so null tells, and so does an
    /// SDK check that passed.
    fn phase_by_event(&self) -> Phase {
        let may_ask = self.status.next_action != Some(Action::Nothing);
        let has_passed =
            self.answer.any(&Check::SdkVerificationCompleted, |reported| reported.passed == Some(true));
        match self.answer.open_event().filter(|_| !has_passed) {
            Some(Event::KycSdkExpired) if may_ask => Phase::Expired,
            Some(Event::KycError) if may_ask => Phase::Error,
            Some(Event::KycSdkFlowCompleted) => Phase::Processing,
            _ if self.answer.is_denied_by_event() => Phase::Denied,
            _ if self.next.action.is_none()
                && self.steps.is_empty()
                && self.status.onboarding == Some(OnboardingStatus::Processing) =>
            {
                Phase::Processing
            }
            _ => Phase::Unknown,
        }
    }

    pub(super) fn is_terminal(&self, phase: Phase) -> bool {
        match phase {
            Phase::Denied => true,
            Phase::Approved => self.next.action.is_none(),
            _ => false,
        }
    }

    /// Only while nothing that failed is due from anybody else: until then asking again shows nothing new. What does not
    /// say which check it is, or does not say that it is required and failed, stops nobody from asking.
    ///
    /// The provider publishes neither how long it takes nor how often to ask. Machines are asked after 15
    /// seconds, people, who review where the SDK check waits too, after 5 minutes; then half as often each time.
    pub(super) fn poll(&self, phase: Phase) -> Option<Poll> {
        let waits =
            match self.next.action {
                Some(Action::Wait) => true,
                None => phase == Phase::Processing && !self.next.is_guess,
                Some(_) => false,
            } && self.steps.iter().all(|step| step.check.is_none() || step.is_pending() || !step.is_said);
        let is_review = self
            .steps
            .iter()
            .any(|step| step.check == Some(&Check::SdkVerificationCompleted) && step.action == Action::Wait);
        let (first, longest) = if is_review { REVIEW_SECONDS } else { PROCESSING_SECONDS };
        let after_seconds = first.saturating_mul(2_u32.saturating_pow(self.context.polls)).min(longest);
        (waits && phase != Phase::Denied).then_some(Poll { after_seconds })
    }

    fn is_compliant(&self) -> bool {
        self.status.is_compliant == Some(true)
    }
}

impl Evidence {
    fn of(status: &Status, unlisted: &[&Check]) -> Self {
        let has = |check: &Check, required: bool| {
            let mut listed = status.listed().iter();
            listed
                .any(|reported| reported.check.as_ref() == Some(check) && reported.required == Some(required))
                || required && unlisted.contains(&check)
        };
        let sdk = Check::SdkVerificationCompleted;
        Self {
            sdk_required: has(&sdk, true),
            external: has(&sdk, false) || has(&Check::BiometricReport, true),
        }
    }

    fn strategy(self, status: &Status, context: &Context) -> Strategy {
        match (self.sdk_required, self.external, context.person.strategy) {
            (true, false, _) => Strategy::CfKyc,
            (false, true, _) => Strategy::External,
            (false, false, Strategy::Unknown) => hinted(status, context),
            (.., said) => said,
        }
    }
}

/// What shows the strategy where nothing requires it and nobody says it: under External KYC the SDK check has passed, the
/// SDK asks for nothing and has no events, and the report is required; elsewhere it is not.
fn hinted(status: &Status, context: &Context) -> Strategy {
    let asks = |action: &Option<Action>| *action == Some(Action::CompleteSdkFlow);
    let mut sdk = context.event().is_some_and(KycEvent::is_about_sdk) || asks(&status.next_action);
    let mut report = false;
    for reported in status.listed() {
        sdk |= reported.passed != Some(true) && asks(&reported.suggested);
        match reported.check {
            Some(Check::SdkVerificationCompleted) => sdk |= reported.passed == Some(false),
            Some(Check::BiometricReport) if reported.required == Some(false) => sdk = true,
            Some(Check::BiometricReport) => report = true,
            _ => {}
        }
    }
    match (sdk, report) {
        (true, false) => Strategy::CfKyc,
        (false, true) => Strategy::External,
        _ => Strategy::Unknown,
    }
}

const PROCESSING_SECONDS: (u32, u32) = (15, 15 * 60);
const REVIEW_SECONDS: (u32, u32) = (5 * 60, 60 * 60);
