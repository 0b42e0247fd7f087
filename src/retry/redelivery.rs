//! When Conomy delivers a webhook again that nobody took.
//!
//! "Handling webhooks": the first retry after 30 seconds, each further one after twice as long, at most an hour,
//! and after 24 hours the delivery has failed.

use serde::Serialize;

use crate::time::{SECOND, bounded};

/// One retry of the schedule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Slot {
    /// Which retry this is; 1 is the first.
    pub retry: u32,
    /// Seconds since the delivery before it.
    pub after_seconds: u32,
    /// Seconds since the first delivery.
    pub at_seconds: u32,
}

/// Where in the schedule a delivery is that keeps failing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Redelivery {
    /// How many retries have been due by now.
    pub retries: u32,
    /// The next one; nothing behind the last.
    pub next: Option<Slot>,
    /// When the next one is due, in milliseconds since 1970.
    pub next_at: Option<i64>,
    /// When the provider gives up, in milliseconds since 1970.
    pub dropped_at: i64,
    /// Whether it has given up: what was lost comes back only by a replay, which the provider has to be asked for.
    pub is_dropped: bool,
}

/// Every retry within the 24 hours: 29, the last 83,010 seconds behind the first delivery.
#[must_use]
pub fn redelivery_schedule() -> Vec<Slot> {
    slots().collect()
}

/// Where a delivery is that was first seen at `first_seen`, both in milliseconds since 1970. A clock that is
/// behind `first_seen` counts as at it.
///
/// ```
/// use compliance_gate::retry::redelivery;
///
/// let position = redelivery(0, 100_000);
/// assert_eq!(position.retries, 2);
/// assert_eq!(position.next_at, Some(210_000));
/// ```
#[must_use]
pub fn redelivery(first_seen: i64, now: i64) -> Redelivery {
    let at = |seconds: u32| bounded(first_seen).saturating_add(i64::from(seconds) * SECOND);
    let (due, next) = slots().fold((0, None), |(due, next), slot| {
        if at(slot.at_seconds) <= now { (due + 1, next) } else { (due, next.or(Some(slot))) }
    });
    let dropped_at = at(GIVE_UP_SECONDS);
    Redelivery {
        retries: due,
        next,
        next_at: next.map(|slot| at(slot.at_seconds)),
        dropped_at,
        is_dropped: dropped_at <= now,
    }
}

fn slots() -> impl Iterator<Item = Slot> {
    let first = Slot { retry: 1, after_seconds: FIRST_SECONDS, at_seconds: FIRST_SECONDS };
    let slots = core::iter::successors(Some(first), |slot| {
        let after_seconds = (slot.after_seconds * 2).min(CAP_SECONDS);
        Some(Slot { retry: slot.retry + 1, after_seconds, at_seconds: slot.at_seconds + after_seconds })
    });
    slots.take_while(|slot| slot.at_seconds <= GIVE_UP_SECONDS)
}

const FIRST_SECONDS: u32 = 30;
const CAP_SECONDS: u32 = 3_600;
const GIVE_UP_SECONDS: u32 = 86_400;
