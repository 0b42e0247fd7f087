use serde::Serialize;

use super::{Payment, Status};
use crate::body::Body;
use crate::options::{InvalidOptions, Options};
use crate::payment::event::Event;
use crate::time::{self, HOUR, SECOND};
use crate::wire::closed_enum;

/// The time, and how long a payment may be blocked. Instants are milliseconds since 1970, durations too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clocks {
    /// Now; without it nothing is late.
    pub now: Option<i64>,
    /// Within what a person has to have looked at it; 4 hours by default.
    pub sla: i64,
    /// After what it is chased; 24 hours by default.
    pub audit: i64,
    /// Since when it has been blocked, where the caller knows that better than the payment says.
    pub since: Option<i64>,
}

impl Default for Clocks {
    fn default() -> Self {
        Self { now: None, sla: 4 * HOUR, audit: 24 * HOUR, since: None }
    }
}

impl Clocks {
    /// Reads `{now?, slaHours?, auditHours?, since?}`. What is absent takes its default.
    ///
    /// # Errors
    ///
    /// [`InvalidOptions`] where a member is no number or negative, or no JSON object was given.
    pub fn parse(json: &[u8]) -> Result<Self, InvalidOptions> {
        let (options, default) = (Options::parse(json)?, Self::default());
        Ok(Self {
            now: options.instant("now")?,
            sla: hours(&options, "slaHours")?.unwrap_or(default.sla),
            audit: hours(&options, "auditHours")?.unwrap_or(default.audit),
            since: options.instant("since")?,
        })
    }
}

/// How long a payment has been blocked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Clock {
    /// Since when, in milliseconds since 1970.
    pub since: i64,
    /// Where that is from.
    pub since_source: Since,
    /// For how many seconds; 0 where the clock is behind.
    pub age_seconds: i64,
    /// Within what a person has to have looked at it.
    pub sla: Deadline,
    /// After what it is chased.
    pub audit: Deadline,
}

closed_enum! {
    /// Where the beginning of a review is read, the first that is there.
    #[derive(PartialOrd, Ord)]
    pub enum Since {
        /// The caller gave it.
        Given = "given",
        /// The time of the event that blocked the payment.
        Event = "event",
        /// The payment's `createdAt`: it was blocked then or later, so its age is at most this.
        CreatedAt = "createdAt",
        /// The payment's `updatedAt`: it was blocked then or earlier, so its age is at least this.
        UpdatedAt = "updatedAt",
    }
}

/// A time by which something has to have happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Deadline {
    /// In milliseconds since 1970.
    pub due_at: i64,
    /// Seconds until then; 0 where it is past.
    pub remaining_seconds: i64,
    /// Whether it is past.
    pub is_overdue: bool,
}

impl Clock {
    pub(super) fn of(payment: &Payment<'_>, clocks: Clocks) -> Option<Self> {
        let now = time::bounded(clocks.now?);
        let (since, since_source) = payment.since(clocks.since)?;
        let since = time::bounded(since);
        let deadline = |after: i64| {
            let due_at = time::bounded(since.saturating_add(after));
            let remaining = due_at.saturating_sub(now);
            Deadline { due_at, remaining_seconds: remaining.max(0) / SECOND, is_overdue: remaining < 0 }
        };
        Some(Self {
            since,
            since_source,
            age_seconds: now.saturating_sub(since).max(0) / SECOND,
            sla: deadline(clocks.sla),
            audit: deadline(clocks.audit),
        })
    }
}

impl Payment<'_> {
    pub(in crate::payment) fn since(&self, given: Option<i64>) -> Option<(i64, Since)> {
        let blocking = self.stands == Some(Status::RequiresReview)
            && matches!(self.event, Some(Event::PaymentRequiresReview | Event::TransactionStatusChanged));
        given
            .map(|at| (at, Since::Given))
            .or_else(|| self.sent_at.filter(|_| blocking).map(|at| (at, Since::Event)))
            .or_else(|| timestamp(&self.fields, "createdAt").map(|at| (at, Since::CreatedAt)))
            .or_else(|| timestamp(&self.fields, "updatedAt").map(|at| (at, Since::UpdatedAt)))
    }
}

/// A member that is an RFC 3339 timestamp.
pub(in crate::payment) fn timestamp(body: &Body<'_>, name: &str) -> Option<i64> {
    body.string(name).and_then(|text| time::rfc3339(&text))
}

/// A number of hours, in milliseconds.
pub(in crate::payment) fn hours(
    options: &Options<'_>,
    name: &'static str,
) -> Result<Option<i64>, InvalidOptions> {
    let in_milliseconds = |(whole, millionths): (u64, u32)| {
        let whole = i64::try_from(whole).unwrap_or(time::MAX).saturating_mul(HOUR).min(time::MAX);
        whole + i64::from(millionths) * (HOUR / 1_000) / 1_000
    };
    Ok(options.number(name)?.map(in_milliseconds))
}
