//! The summary against the checks that are listed.

use crate::kyc::contradiction::{Code, shown};
use crate::kyc::interpret::answer::Answer;
use crate::kyc::interpret::facts::Facts;
use crate::kyc::status::{Reported, Summary};
use crate::message::digits;
use crate::step::Contradiction;

/// How many checks are listed by result.
pub(super) struct Counts {
    passed: u64,
    failed: u64,
    /// The summary tells of failed checks that are not listed.
    pub(super) is_abridged: bool,
}

impl Counts {
    pub(super) fn of(facts: &Facts<'_>) -> Self {
        let status = facts.status;
        let count = |passed: bool| {
            let listed = status.listed().iter().filter(|reported| reported.passed == Some(passed));
            u64::try_from(listed.count()).unwrap_or(u64::MAX)
        };
        let (passed, failed) = (count(true), count(false));
        let is_abridged = status.summary.failed.is_some_and(|said| said > failed) || facts.tells_unlisted;
        Self { passed, failed, is_abridged }
    }
}

pub(super) fn refuted(answer: &Answer<'_>, counts: &Counts, found: &mut Vec<Contradiction>) {
    let Summary { passed, failed, required_failed } = &answer.status.summary;
    for (result, counted, said) in [("passed", counts.passed, passed), ("failed", counts.failed, failed)] {
        if let Some(said) = said.filter(|said| counted > *said) {
            let (said, counted) = (digits(said), digits(counted));
            let message = [COUNTS, &said, " checks as ", result, ", but ", &counted, " are listed"];
            Code::SummaryRefuted.note(found, &message);
        }
    }
    let Some(named) = required_failed else { return };
    let count = u64::try_from(named.len()).unwrap_or(u64::MAX);
    if let Some(said) = failed.filter(|said| count > *said) {
        let (said, count) = (digits(said), digits(count));
        let message = [COUNTS, &said, " checks as failed, but requiredFailed names ", &count];
        Code::SummaryRefuted.note(found, &message);
    }
    let total = passed.zip(*failed).map(|(passed, failed)| passed.saturating_add(failed));
    let is_complete = total.is_some_and(|total| total <= counts.passed.saturating_add(counts.failed));
    for name in named {
        let is_listed = answer.first(name).is_some();
        let are_all = |is_not: fn(&Reported) -> bool| is_listed && !answer.any(name, is_not);
        let wrong = [
            (
                !is_listed && (is_complete || !name.is_known()),
                Code::RequiredFailedUnlisted,
                "is not among the checks",
            ),
            (are_all(|reported| reported.passed != Some(true)), Code::RequiredFailedPassed, "passed"),
            (
                are_all(|reported| reported.required != Some(false)),
                Code::RequiredFailedOptional,
                "is not required",
            ),
        ];
        for (_, code, why) in wrong.into_iter().filter(|(is_wrong, ..)| *is_wrong) {
            code.note(found, &["requiredFailed names ", shown(name.as_str()), ", which ", why]);
        }
    }
    for reported in answer.status.listed().iter().filter(|reported| reported.is_refuted()) {
        if reported.check.as_ref().is_some_and(|check| !answer.names(check)) {
            let message = ["requiredFailed leaves out ", reported.shown(), ", which is required and failed"];
            Code::RequiredFailedIncomplete.note(found, &message);
        }
    }
}

const COUNTS: &str = "the summary counts ";
