//! Where a payment's review stands, who acts, and what is late.
//!
//! Conomy, "Integration checklist": route `payment.requiresReview` to people within minutes, let them attach the
//! document by `POST /payments/{id}/documents`, reflect `documentationStatus`, escalate blocked payments within
//! 4 hours, chase those older than 24. A payment in review has status `REQUIRES_REVIEW`; its
//! `documentationStatus` goes `PENDING_UPLOAD`, `UPLOADED`, then `APPROVED` (the payment goes on) or `REJECTED`
//! (it becomes `FAILED`, and a refund follows where money had come in).
//!
//! ```
//! use compliance_gate::payment::review::{Clocks, Review, Stage, Step};
//!
//! let payment = br#"{"id":"69e0df45","status":"REQUIRES_REVIEW","documentationStatus":"PENDING_UPLOAD",
//!     "reviewReason":"SOURCE_OF_FUNDS_REQUIRED","createdAt":"2026-04-17T15:30:00Z"}"#;
//! let review = Review::parse(payment, Clocks { now: Some(1_776_454_201_000), ..Clocks::default() })?;
//! assert_eq!(review.stage, Stage::DocumentWanted);
//! assert_eq!(review.step, Step::AttachDocument);
//! assert_eq!(review.call.map(|call| call.path).as_deref(), Some("/payments/69e0df45/documents"));
//! assert!(review.clock.is_some_and(|clock| clock.sla.is_overdue));
//! # Ok::<(), compliance_gate::body::Malformed>(())
//! ```

mod clock;
mod contradiction;
mod names;
mod payment;
mod transition;

pub use clock::{Clock, Clocks, Deadline, Since};
pub(super) use clock::{hours, timestamp};
pub use names::{DocumentationStatus, PaymentType, ReviewReason, Status};
pub(super) use payment::Payment;
pub use transition::Transition;

use serde::Serialize;

use crate::body::{Body, Malformed};
use crate::step::{Actor, Call, Contradiction};
use crate::wire::closed_enum;

/// Where a payment's review stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Review {
    /// The payment's id.
    pub id: Option<String>,
    /// The payment's status, verbatim.
    pub status: Option<Status>,
    /// How far the documents are, verbatim.
    pub documentation_status: Option<DocumentationStatus>,
    /// The stage of the review.
    pub stage: Stage,
    /// Whether the payment waits for its review; nothing where its status is not known.
    pub is_blocked: Option<bool>,
    /// Whether the payment has ended.
    pub is_terminal: bool,
    /// Who acts.
    pub actor: Actor,
    /// What is next.
    #[serde(rename = "nextStep")]
    pub step: Step,
    /// The document that is wanted.
    pub document: Option<Wanted>,
    /// The API call that does what is next.
    pub call: Option<Call>,
    /// How long the payment has been blocked, where it is and where that is known.
    pub clock: Option<Clock>,
    /// Whether the provider returns the money by itself, as a payment of type `REFUND`.
    pub refund_expected: bool,
    /// Where the payment disagrees with itself.
    pub contradictions: Vec<Contradiction>,
}

closed_enum! {
    /// The stages of a review.
    #[non_exhaustive]
    pub enum Stage {
        /// No review.
        None = "none",
        /// A document is wanted.
        DocumentWanted = "document_wanted",
        /// A document is there, and is being looked at.
        UnderReview = "under_review",
        /// Approved.
        Approved = "approved",
        /// Rejected.
        Rejected = "rejected",
        /// The payment ended while its review was open.
        Abandoned = "abandoned",
        /// Cannot be told.
        Unknown = "unknown",
    }
}

closed_enum! {
    /// What is next.
    #[non_exhaustive]
    pub enum Step {
        /// Attach the document.
        AttachDocument = "attach_document",
        /// Wait for the provider to look at it.
        AwaitReview = "await_review",
        /// Ask the provider's support why the review takes longer than it should.
        EscalateReview = "escalate_review",
        /// Wait for the payment to go on.
        AwaitPayment = "await_payment",
        /// Wait for the refund, and watch it.
        AwaitRefund = "await_refund",
        /// Ask the provider's support what is the matter.
        ContactSupport = "contact_support",
        /// Nothing, as far as a review is concerned.
        Nothing = "nothing",
    }
}

/// A document that is wanted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Wanted {
    /// Why, verbatim.
    pub reason: Option<ReviewReason>,
    /// The document types that will do. None: the provider has not said it in words this version knows.
    pub any_of: &'static [&'static str],
}

impl Review {
    /// Reads a payment: bare, in `{transaction}`, `{data: {transaction}}` or `{data}`.
    ///
    /// # Errors
    ///
    /// [`Malformed`] where `json` is not one JSON object, strictly read.
    pub fn parse(json: &[u8], clocks: Clocks) -> Result<Self, Malformed> {
        Ok(Self::of(&Payment::read(Body::parse(json)?), clocks))
    }

    pub(super) fn of(payment: &Payment<'_>, clocks: Clocks) -> Self {
        let stage = payment.stage();
        let is_blocked = payment.is_blocked();
        let clock = if is_blocked == Some(true) { Clock::of(payment, clocks) } else { None };
        let is_terminal = payment.stands.as_ref().is_some_and(Status::is_terminal);
        let (actor, step) = payment.next(stage, clock.as_ref());
        let document = (stage == Stage::DocumentWanted).then(|| Wanted {
            any_of: payment.reason.as_ref().map_or(&[], ReviewReason::documents),
            reason: payment.reason.clone(),
        });
        let call = document.as_ref().map(|document| {
            let call = Call::new("POST", "/payments/", payment.id.as_deref(), "{id}", "/documents");
            match document.any_of {
                [only] => call.with("type", only),
                _ => call,
            }
        });
        Self {
            id: payment.id.clone(),
            status: payment.status.clone(),
            documentation_status: payment.documentation.clone(),
            stage,
            is_blocked,
            is_terminal,
            actor,
            step,
            document,
            call,
            clock,
            refund_expected: step == Step::AwaitRefund,
            contradictions: contradiction::all(payment),
        }
    }
}
