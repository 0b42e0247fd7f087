//! Pairs that no order of events explains.

use super::payment::reached;
use super::{DocumentationStatus as Documents, Payment, Status};
use crate::payment::event::Event;
use crate::step::Contradiction;

pub(super) fn all(payment: &Payment<'_>) -> Vec<Contradiction> {
    let mut found = Vec::new();
    found.extend(of_statuses(payment));
    found.extend(of_event(payment));
    found
}

fn of_statuses(payment: &Payment<'_>) -> Option<Contradiction> {
    let (status, documents) = (payment.status.as_ref()?, payment.documentation.as_ref()?);
    let (code, expected) = disagreement(status, documents)?;
    Some(Contradiction::new(code, &["expected ", expected, FOUND, status.as_str(), WITH, documents.as_str()]))
}

/// The code of a pair, and what was to be expected.
#[inline(never)]
fn disagreement(status: &Status, documents: &Documents) -> Option<(&'static str, &'static str)> {
    Some(match (status, documents) {
        (Status::RequiresReview, Documents::Approved) => {
            ("blocked_though_approved", "an approved payment to go on")
        }
        (Status::RequiresReview, Documents::Rejected) => {
            ("blocked_though_rejected", "a rejected payment to fail")
        }
        (Status::Failed, Documents::PendingUpload | Documents::Uploaded | Documents::Sent) => {
            ("failed_in_open_review", "a payment that fails in review to be rejected")
        }
        (
            Status::Captured | Status::Received | Status::Settled | Status::Unsettled | Status::Refunded,
            Documents::PendingUpload | Documents::Uploaded | Documents::Sent,
        ) => ("moved_in_open_review", "a payment to wait for its review"),
        (
            Status::Attempt
            | Status::Pending
            | Status::Created
            | Status::Authorized
            | Status::Captured
            | Status::Received
            | Status::Settled
            | Status::Unsettled
            | Status::Expired,
            Documents::Rejected,
        ) => ("rejected_but_not_failed", "a rejected payment to be FAILED"),
        _ => return None,
    })
}

/// A decision has to agree with the `documentationStatus`; where there is none, with the status. That a review ended
/// agrees with either decision.
fn of_event(payment: &Payment<'_>) -> Option<Contradiction> {
    let event = payment.event.as_ref()?;
    let (status, documents) = (payment.status.as_ref(), payment.documentation.as_ref());
    let decided = |told: &Documents, other: &Documents| match documents {
        Some(documents) => documents == other || is_open(documents),
        None => status.is_some_and(|status| disagreement(status, told).is_some()),
    };
    let disagrees = match event {
        Event::PaymentReviewApproved => decided(&Documents::Approved, &Documents::Rejected),
        Event::PaymentReviewRejected => decided(&Documents::Rejected, &Documents::Approved),
        Event::PaymentReviewResolved => documents.map_or(status == Some(&Status::RequiresReview), is_open),
        event => {
            let reached = reached(event);
            reached.is_some()
                && status.is_some_and(|status| status.is_known() && Some(status) != reached.as_ref())
        }
    };
    disagrees.then(|| {
        let expected = "expected the payment to agree with its event ";
        let status = status.map_or("none", Status::as_str);
        let documents = documents.map_or("none", Documents::as_str);
        let message = [expected, event.as_str(), FOUND, status, WITH, documents];
        Contradiction::new("event_disagrees", &message)
    })
}

const fn is_open(documents: &Documents) -> bool {
    matches!(documents, Documents::PendingUpload | Documents::Uploaded | Documents::Sent)
}

const FOUND: &str = ", found status ";
const WITH: &str = " with documentationStatus ";
