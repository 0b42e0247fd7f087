use super::clock::{Clock, timestamp};
use super::{DocumentationStatus, PaymentType, ReviewReason, Stage, Status, Step};
use crate::body::Body;
use crate::payment::event::Event;
use crate::payment::record;
use crate::step::Actor;

/// What is read of a payment.
#[derive(Debug)]
pub(in crate::payment) struct Payment<'a> {
    pub(crate) id: Option<String>,
    pub(crate) status: Option<Status>,
    /// The status; where none is there, the one that the event tells of.
    pub(crate) stands: Option<Status>,
    pub(crate) documentation: Option<DocumentationStatus>,
    pub(crate) kind: Option<PaymentType>,
    pub(crate) reason: Option<ReviewReason>,
    pub(crate) event: Option<Event>,
    /// The envelope's own time.
    pub(crate) sent_at: Option<i64>,
    pub(crate) fields: Body<'a>,
}

impl<'a> Payment<'a> {
    pub(crate) fn read(body: Body<'a>) -> Self {
        let event = record::event_name(&body).map(|name| Event::from(&*name));
        let sent_at = timestamp(&body, "timestamp");
        let fields = record::subject(body, "transaction");
        let status = fields.string("status").map(|name| Status::from(&*name));
        Self {
            id: ["id", "paymentId"]
                .iter()
                .find_map(|name| fields.string(name))
                .filter(|id| !id.is_empty())
                .map(std::borrow::Cow::into_owned),
            stands: status.clone().or_else(|| event.as_ref().and_then(reached)),
            status,
            documentation: fields.string("documentationStatus").map(|name| DocumentationStatus::from(&*name)),
            kind: fields.string("type").map(|name| PaymentType::from(&*name)),
            reason: fields.string("reviewReason").map(|name| ReviewReason::from(&*name)),
            event,
            sent_at,
            fields,
        }
    }

    pub(super) fn is_blocked(&self) -> Option<bool> {
        self.stands
            .as_ref()
            .filter(|status| status.is_known())
            .map(|status| *status == Status::RequiresReview)
    }

    /// A decision stays one whatever the payment does behind it; an open review is one only while the payment can
    /// still go on. Where event and status both tell of a decision, a `documentationStatus` that is still open is late.
    pub(crate) fn stage(&self) -> Stage {
        use DocumentationStatus as Documents;

        let told = self.told();
        match &self.documentation {
            Some(Documents::Approved) => Stage::Approved,
            Some(Documents::Rejected) => Stage::Rejected,
            Some(Documents::Unknown(_)) => Stage::Unknown,
            Some(open) => match told {
                Some(decision) if self.outcome() == Some(decision) => decision,
                _ if self.stands.as_ref().is_some_and(Status::is_terminal) => Stage::Abandoned,
                _ if *open == Documents::PendingUpload => Stage::DocumentWanted,
                _ => Stage::UnderReview,
            },
            // Older payments may lack the member; what opens every review is that a document is wanted.
            None => match (told, &self.stands, &self.event) {
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
        match &self.stands {
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

    pub(super) fn next(&self, stage: Stage, clock: Option<&Clock>) -> (Actor, Step) {
        let has_ended = self.stands.as_ref().is_some_and(Status::is_terminal);
        match stage {
            Stage::DocumentWanted => (Actor::Customer, Step::AttachDocument),
            Stage::UnderReview if clock.is_some_and(|clock| clock.sla.is_overdue) => {
                (Actor::Support, Step::EscalateReview)
            }
            Stage::UnderReview => (Actor::Provider, Step::AwaitReview),
            Stage::Rejected => match &self.stands {
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

/// The status that a payment has reached where this event tells of it.
pub(super) const fn reached(event: &Event) -> Option<Status> {
    Some(match event {
        Event::TransactionCaptured => Status::Captured,
        Event::TransactionReceived => Status::Received,
        Event::TransactionFailed | Event::PaymentReviewRejected => Status::Failed,
        Event::PaymentSettled | Event::PaymentRefundSettled => Status::Settled,
        Event::PaymentUnsettled => Status::Unsettled,
        Event::PaymentExpired => Status::Expired,
        Event::PaymentRequiresReview => Status::RequiresReview,
        _ => return None,
    })
}
