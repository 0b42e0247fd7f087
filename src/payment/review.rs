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
mod transition;

pub use clock::{Clock, Clocks, Deadline, Since};
pub(super) use clock::{hours, timestamp};
pub use transition::Transition;

use serde::Serialize;

use super::event::Event;
use super::record;
use crate::body::{Body, Malformed};
use crate::step::{Actor, Call, Contradiction};
use crate::wire::open_enum;

open_enum! {
    /// A payment's status.
    pub enum Status {
        /// Registered beforehand; nothing has moved.
        Attempt = "ATTEMPT",
        /// Initiated.
        Pending = "PENDING",
        /// Created, and waiting to be processed.
        Created = "CREATED",
        /// Funds are reserved.
        Authorized = "AUTHORIZED",
        /// A document is needed.
        RequiresReview = "REQUIRES_REVIEW",
        /// The capture instruction was sent.
        Captured = "CAPTURED",
        /// The rail confirmed the funds.
        Received = "RECEIVED",
        /// Reconciled and available.
        Settled = "SETTLED",
        /// Received, but cannot be reconciled.
        Unsettled = "UNSETTLED",
        /// Timed out.
        Expired = "EXPIRED",
        /// An error or a rejection.
        Failed = "FAILED",
        /// Legacy: refunds are payments of their own now.
        Refunded = "REFUNDED",
        /// A dispute was opened.
        Disputed = "DISPUTED",
        /// Cancelled before settlement.
        Reversed = "REVERSED",
    }
}

open_enum! {
    /// How far the documents of a payment's review are.
    pub enum DocumentationStatus {
        /// A document is wanted.
        PendingUpload = "PENDING_UPLOAD",
        /// A document is there, to be looked at.
        Uploaded = "UPLOADED",
        /// With the one who looks at it; only the older review page has this.
        Sent = "SENT",
        /// The review approved the payment.
        Approved = "APPROVED",
        /// The review rejected the payment.
        Rejected = "REJECTED",
    }
}

open_enum! {
    /// Why a payment is in review.
    pub enum ReviewReason {
        /// Where the money comes from has to be shown.
        SourceOfFundsRequired = "SOURCE_OF_FUNDS_REQUIRED",
    }
}

open_enum! {
    /// What kind of payment it is.
    pub enum PaymentType {
        /// A purchase.
        Purchase = "PURCHASE",
        /// Money comes into an account.
        TopupAccount = "TOPUP_ACCOUNT",
        /// Money leaves an account.
        WithdrawalAccount = "WITHDRAWAL_ACCOUNT",
        /// From account to account.
        P2p = "P2P",
        /// A collection.
        Collect = "COLLECT",
        /// A fee.
        Fee = "FEE",
        /// A remittance.
        Remittance = "REMITTANCE",
        /// Money goes back; a child of the payment it came with.
        Refund = "REFUND",
        /// A deposit by a local rail.
        LocalDeposit = "LOCAL_DEPOSIT",
    }
}

impl ReviewReason {
    /// The types of document that answer it; none where that is not known.
    #[must_use]
    pub const fn documents(&self) -> &'static [&'static str] {
        match self {
            Self::SourceOfFundsRequired => &["source_of_funds"],
            Self::Unknown(_) => &[],
        }
    }
}

impl PaymentType {
    /// Whether the money was the account's own before the payment, so that a rejection only frees it.
    #[must_use]
    pub const fn is_from_account(&self) -> bool {
        matches!(self, Self::WithdrawalAccount | Self::P2p | Self::Fee | Self::Refund)
    }
}

impl Status {
    /// Whether no other status is expected behind it. What is cancelled, as `REVERSED` is, does not go on; of `DISPUTED`
    /// nothing is said.
    #[must_use]
    pub const fn is_terminal(&self) -> bool {
        matches!(
            self,
            Self::Settled | Self::Unsettled | Self::Expired | Self::Failed | Self::Refunded | Self::Reversed
        )
    }
}

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

/// The stages of a review.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Stage {
    /// No review.
    None,
    /// A document is wanted.
    DocumentWanted,
    /// A document is there, and is being looked at.
    UnderReview,
    /// Approved.
    Approved,
    /// Rejected.
    Rejected,
    /// The payment ended while its review was open.
    Abandoned,
    /// Cannot be told.
    Unknown,
}

/// What is next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Step {
    /// Attach the document.
    AttachDocument,
    /// Wait for the provider to look at it.
    AwaitReview,
    /// Ask the provider's support why the review takes longer than it should.
    EscalateReview,
    /// Wait for the payment to go on.
    AwaitPayment,
    /// Wait for the refund, and watch it.
    AwaitRefund,
    /// Ask the provider's support what is the matter.
    ContactSupport,
    /// Nothing, as far as a review is concerned.
    Nothing,
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
        let is_terminal = payment.status.as_ref().is_some_and(Status::is_terminal);
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

/// What is read of a payment.
#[derive(Debug)]
pub(super) struct Payment<'a> {
    pub(super) id: Option<String>,
    pub(super) status: Option<Status>,
    pub(super) documentation: Option<DocumentationStatus>,
    pub(super) kind: Option<PaymentType>,
    pub(super) reason: Option<ReviewReason>,
    pub(super) event: Option<Event>,
    /// The envelope's own time.
    pub(super) sent_at: Option<i64>,
    pub(super) fields: Body<'a>,
}

impl<'a> Payment<'a> {
    pub(super) fn read(body: Body<'a>) -> Self {
        let event = record::event_name(&body).map(|name| Event::from(&*name));
        let sent_at = timestamp(&body, "timestamp");
        let fields = record::subject(body, "transaction");
        Self {
            id: ["id", "paymentId"]
                .iter()
                .find_map(|name| fields.string(name))
                .filter(|id| !id.is_empty())
                .map(std::borrow::Cow::into_owned),
            status: fields.string("status").map(|name| Status::from(&*name)),
            documentation: fields.string("documentationStatus").map(|name| DocumentationStatus::from(&*name)),
            kind: fields.string("type").map(|name| PaymentType::from(&*name)),
            reason: fields.string("reviewReason").map(|name| ReviewReason::from(&*name)),
            event,
            sent_at,
            fields,
        }
    }

    fn is_blocked(&self) -> Option<bool> {
        self.status
            .as_ref()
            .filter(|status| status.is_known())
            .map(|status| *status == Status::RequiresReview)
    }

    /// A decision stays one whatever the payment does behind it; an open review is one only while the payment can
    /// still go on. Where event and status both tell of a decision, a `documentationStatus` that is still open is late.
    pub(super) fn stage(&self) -> Stage {
        use DocumentationStatus as Documents;

        let told = self.told();
        match &self.documentation {
            Some(Documents::Approved) => Stage::Approved,
            Some(Documents::Rejected) => Stage::Rejected,
            Some(Documents::Unknown(_)) => Stage::Unknown,
            Some(open) => match told {
                Some(decision) if self.outcome() == Some(decision) => decision,
                _ if self.status.as_ref().is_some_and(Status::is_terminal) => Stage::Abandoned,
                _ if *open == Documents::PendingUpload => Stage::DocumentWanted,
                _ => Stage::UnderReview,
            },
            // Older payments may lack the member; what opens every review is that a document is wanted.
            None => match (told, &self.status, &self.event) {
                (Some(decision), ..) => decision,
                (_, Some(Status::RequiresReview), _)
                | (_, None | Some(Status::Unknown(_)), Some(Event::PaymentRequiresReview)) => {
                    Stage::DocumentWanted
                }
                (_, None | Some(Status::Unknown(_)), _) => Stage::Unknown,
                _ => Stage::None,
            },
        }
    }

    /// What the event says the review came to. One that says only that it ended leaves that to the status.
    fn told(&self) -> Option<Stage> {
        match &self.event {
            Some(Event::PaymentReviewApproved) => Some(Stage::Approved),
            Some(Event::PaymentReviewRejected) => Some(Stage::Rejected),
            Some(Event::PaymentReviewResolved) => self.outcome(),
            _ => None,
        }
    }

    /// What a review came to, if it has ended, by the status alone.
    fn outcome(&self) -> Option<Stage> {
        match &self.status {
            Some(Status::Failed) => Some(Stage::Rejected),
            Some(
                Status::Attempt
                | Status::Pending
                | Status::Created
                | Status::Authorized
                | Status::Captured
                | Status::Received
                | Status::Settled
                | Status::Unsettled
                | Status::Disputed,
            ) => Some(Stage::Approved),
            _ => None,
        }
    }

    fn next(&self, stage: Stage, clock: Option<&Clock>) -> (Actor, Step) {
        let has_ended = self.status.as_ref().is_some_and(Status::is_terminal);
        match stage {
            Stage::DocumentWanted => (Actor::Customer, Step::AttachDocument),
            Stage::UnderReview if clock.is_some_and(|clock| clock.sla.is_overdue) => {
                (Actor::Support, Step::EscalateReview)
            }
            Stage::UnderReview => (Actor::Provider, Step::AwaitReview),
            Stage::Rejected => match &self.status {
                Some(Status::Failed) if !self.kind.as_ref().is_some_and(PaymentType::is_from_account) => {
                    (Actor::Provider, Step::AwaitRefund)
                }
                Some(Status::Failed | Status::Refunded | Status::Reversed) => (Actor::Nobody, Step::Nothing),
                _ => (Actor::Support, Step::ContactSupport),
            },
            Stage::Unknown => (Actor::Support, Step::ContactSupport),
            Stage::Approved if has_ended => (Actor::Nobody, Step::Nothing),
            Stage::Approved => (Actor::Provider, Step::AwaitPayment),
            Stage::None | Stage::Abandoned => (Actor::Nobody, Step::Nothing),
        }
    }
}
