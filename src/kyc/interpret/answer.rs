//! A status beside what its caller knows, and what is asked of both again and again.

use crate::kyc::check::{Action, Check};
use crate::kyc::context::Context;
use crate::kyc::event::{Event, KycEvent};
use crate::kyc::onboarding::OnboardingStatus;
use crate::kyc::status::{Reported, Status};

use super::names::Names;

#[derive(Debug)]
pub(super) struct Answer<'a> {
    pub(super) status: &'a Status,
    pub(super) context: &'a Context,
    /// The checks that are listed.
    listed: Names<'a>,
    /// Those that `requiredFailed` names.
    named: Names<'a>,
    asks_for_support_alone: bool,
}

impl<'a> Answer<'a> {
    pub(super) fn new(status: &'a Status, context: &'a Context) -> Self {
        let (mut listed, mut named) = (Names::default(), Names::default());
        for (at, reported) in status.listed().iter().enumerate() {
            listed.add(reported.check.as_ref(), at);
        }
        for (at, check) in status.required_failed().iter().enumerate() {
            named.add(Some(check), at);
        }
        listed.sort();
        named.sort();
        let mut answer = Self { status, context, listed, named, asks_for_support_alone: false };
        // Only an event makes anybody ask.
        answer.asks_for_support_alone = context.event().is_some() && answer.is_for_support_alone();
        answer
    }

    /// Whether `requiredFailed` names a check: the provider's own word that it is required and failed.
    #[inline(never)]
    pub(super) fn names(&self, check: &Check) -> bool {
        self.named(check).is_some()
    }

    /// Where `requiredFailed` first names a check.
    fn named(&self, check: &Check) -> Option<usize> {
        match check {
            Check::Unknown(name) => self.named.places(name).first().map(|(_, at)| *at),
            known => self.status.required_failed().iter().position(|other| other == known),
        }
    }

    /// Where a check is first listed.
    #[inline(never)]
    pub(super) fn first(&self, check: &Check) -> Option<usize> {
        let is_same = |reported: &Reported| reported.check.as_ref() == Some(check);
        match check {
            Check::Unknown(name) => self.listed.places(name).first().map(|(_, at)| *at),
            _ => self.status.listed().iter().position(is_same),
        }
    }

    /// Whether this is so of anything that is listed of a check.
    #[inline(never)]
    pub(super) fn any(&self, check: &Check, is_so: fn(&Reported) -> bool) -> bool {
        let listed = self.status.listed();
        match check {
            Check::Unknown(name) => {
                self.listed.places(name).iter().any(|(_, at)| listed.get(*at).is_some_and(is_so))
            }
            _ => listed.iter().any(|reported| reported.check.as_ref() == Some(check) && is_so(reported)),
        }
    }

    /// The checks of which `requiredFailed` alone tells, each once.
    pub(super) fn unlisted(&self) -> Vec<&'a Check> {
        let mut unlisted = Vec::new();
        for (at, check) in self.status.required_failed().iter().enumerate() {
            if self.named(check) == Some(at) && self.first(check).is_none() {
                unlisted.push(check);
            }
        }
        unlisted
    }

    /// What a check leaves out of `passed` and `required` is taken to block, unless the customer is compliant, or one of
    /// whom the check is not required: then nothing does but what `requiredFailed` names.
    pub(super) fn is_failed(&self, reported: &Reported) -> bool {
        if let (Some(required), Some(passed)) = (reported.required, reported.passed) {
            return required && !passed;
        }
        let check = reported.check.as_ref();
        let is_named = check.is_some_and(|check| self.names(check));
        let may_block = self.status.is_compliant != Some(true) || is_named;
        let is_spared = !is_named && check.is_some_and(|check| check.is_spared(&self.context.person));
        reported.required.unwrap_or(may_block && !is_spared) && !reported.passed.unwrap_or(!may_block)
    }

    /// The last event's name, where the answer leaves open what that may tell: who is compliant or approved is behind it.
    pub(super) fn open_event(&self) -> Option<Event> {
        let is_decided = self.status.is_compliant == Some(true)
            || self.status.onboarding == Some(OnboardingStatus::Approved);
        if is_decided { None } else { self.context.event()?.name() }
    }

    /// Whether the last event tells of a denial and the answer leaves that open: it does not say where the onboarding
    /// stands, and asks for nothing but support.
    #[inline(never)]
    pub(super) fn is_denied_by_event(&self) -> bool {
        self.status.onboarding.is_none()
            && self.asks_for_support_alone
            && self.context.event().is_some_and(KycEvent::denies)
    }

    /// Whether nothing that it asks for speaks against a denial. The next action decides; what the checks suggest, where
    /// there is none, since a suggestion may be left over.
    pub(super) const fn asks_for_support_alone(&self) -> bool {
        self.asks_for_support_alone
    }

    fn is_for_support_alone(&self) -> bool {
        let is_support = |action: &Action| *action == Action::ContactSupport;
        let mut failed = self.status.listed().iter().filter(|reported| self.is_failed(reported));
        self.status.is_compliant != Some(true)
            && match &self.status.next_action {
                Some(action) => is_support(action),
                None => failed.all(|reported| reported.suggested.as_ref().is_none_or(is_support)),
            }
    }
}
