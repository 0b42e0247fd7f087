use std::borrow::Cow;

use crate::payment::review::{self, Payment, PaymentType, Since, Stage, Status};
use crate::sort::sorted;

/// What was listed of one payment: records and events, in any order, some of them more than once.
#[derive(Clone, Copy)]
pub(super) struct Records<'s, 'p, 'a>(&'s [&'p Payment<'a>]);

/// How a review was decided, and when, where one of the records tells.
#[derive(Clone, Copy)]
pub(super) struct Decision {
    pub(super) is_rejected: bool,
    pub(super) at: Option<i64>,
}

/// Payments by id, so that no choice of ids makes it slow.
pub(super) fn by_id<'p, 'a>(payments: &'p [Payment<'a>]) -> Vec<&'p Payment<'a>> {
    let id = |payment: &'p Payment<'_>| Cow::Borrowed(payment.id.as_deref().unwrap_or_default().as_bytes());
    let keyed = payments.iter().map(id).zip(0..);
    sorted(keyed.collect()).iter().filter_map(|(_, at)| payments.get(*at)).collect()
}

impl<'s, 'p, 'a> Records<'s, 'p, 'a> {
    /// Each payment of those sorted by id; a record without an id is a payment of its own.
    pub(super) fn each(by_id: &'s [&'p Payment<'a>]) -> impl Iterator<Item = Self> {
        by_id.chunk_by(|one, next| one.id.is_some() && one.id == next.id).map(Self)
    }

    /// The latest that has a status.
    pub(super) fn current(&self) -> Option<&'p Payment<'a>> {
        self.latest(|payment| payment.stands.is_some())
    }

    /// Since when it has been blocked, by the record that knows best.
    pub(super) fn blocked_since(&self) -> Option<i64> {
        let mut best: Option<(Since, i64)> = None;
        for payment in self.0 {
            if payment.stands == Some(Status::RequiresReview)
                && let Some((at, source)) = payment.since(None)
                && best.is_none_or(|best| (source, at) < best)
            {
                best = Some((source, at));
            }
        }
        best.map(|(_, at)| at)
    }

    /// The latest record that tells how the review was decided says how; the first one that says the same, when.
    pub(super) fn decision(&self) -> Option<Decision> {
        let latest = self.latest(|payment| payment.is_rejected().is_some())?;
        let is_rejected = latest.is_rejected();
        let mut first = None;
        for payment in self.0 {
            if payment.is_rejected() == is_rejected
                && let Some(at) = payment.told_at()
                && first.is_none_or(|first| at < first)
            {
                first = Some(at);
            }
        }
        Some(Decision { is_rejected: is_rejected == Some(true), at: first.or_else(|| latest.changed_at()) })
    }

    /// Whose payment it is, where it moves money or may yet. What the provider gives back is not the customer's doing.
    pub(super) fn payer(&self) -> Option<Cow<'a, str>> {
        use Status::{Attempt, Expired, Failed, Reversed};

        if matches!(self.current()?.stands, Some(Attempt | Expired | Failed | Reversed)) || self.is_refund() {
            return None;
        }
        let named = self.latest(|payment| payment.fields.string("customerId").is_some())?;
        named.fields.string("customerId")
    }

    /// An event about a payment's refund may name the payment, which is none for that.
    fn is_refund(&self) -> bool {
        let mut kinds = self.0.iter().filter_map(|payment| payment.kind.as_ref()).peekable();
        kinds.peek().is_some() && kinds.all(|kind| *kind == PaymentType::Refund)
    }

    fn latest(&self, tells: fn(&Payment<'_>) -> bool) -> Option<&'p Payment<'a>> {
        let mut latest: Option<&Payment<'_>> = None;
        for payment in self.0 {
            if tells(payment) && latest.is_none_or(|latest| payment.changed_at() >= latest.changed_at()) {
                latest = Some(payment);
            }
        }
        latest
    }
}

impl Payment<'_> {
    /// How its review was decided.
    fn is_rejected(&self) -> Option<bool> {
        match self.stage() {
            Stage::Approved => Some(false),
            Stage::Rejected => Some(true),
            _ => None,
        }
    }

    /// When it last changed, as far as it says.
    fn changed_at(&self) -> Option<i64> {
        self.told_at().or_else(|| review::timestamp(&self.fields, "createdAt"))
    }

    /// When what it says was true.
    fn told_at(&self) -> Option<i64> {
        self.sent_at.or_else(|| review::timestamp(&self.fields, "updatedAt"))
    }
}
