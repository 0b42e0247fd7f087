//! When to ask again, when a provider will, and when a token wants replacing. Only times: what an answer means is
//! [`problem`](crate::problem)'s.
//!
//! Conomy, "Going live": on 5xx start at 1 second, double, cap at 32 seconds, give up after 5 attempts; on 429
//! respect any rate-limit headers; refresh tokens ahead of expiry. "Handling webhooks": redelivery after
//! 30 seconds, doubling, capped at an hour, for 24 hours.
//!
//! ```
//! use compliance_gate::retry::{Fraction, backoff, redelivery_schedule};
//!
//! let waits: Vec<u64> = (1..).map_while(|attempt| backoff(attempt, Fraction::ZERO)).map(|wait| wait.as_secs()).collect();
//! assert_eq!(waits, [1, 2, 4, 8]);
//! assert_eq!(redelivery_schedule().len(), 29);
//! ```

mod header;
mod redelivery;
mod token;

pub(crate) use header::trimmed;
pub use header::{limited_until, retry_after};
pub use redelivery::{Redelivery, Slot, redelivery, redelivery_schedule};
pub use token::token_refresh_at;

use core::time::Duration;

use serde::Serializer;

/// The wait behind the first attempt. It doubles behind each further one.
pub const FIRST_WAIT: Duration = Duration::from_secs(1);

/// No back-off is longer, jitter included. Five attempts never reach it; it is the provider's figure, and holds
/// should the attempts ever be more.
pub const MAX_WAIT: Duration = Duration::from_secs(32);

/// Attempts in all, the first included.
pub const ATTEMPTS: u32 = 5;

/// A back-off is at most one part in this many longer than the provider's figure, and never shorter.
pub const JITTER_PART: u64 = 4;

/// How long to wait after `attempt` has failed; 1 is the first. Nothing where it was the last, or none.
///
/// Spreads callers by adding up to a quarter: with `random` 0 the waits are exactly 1, 2, 4 and 8 seconds, and no
/// caller is ever earlier than the provider asks.
#[must_use]
pub fn backoff(attempt: u32, random: Fraction) -> Option<Duration> {
    if !(1..ATTEMPTS).contains(&attempt) {
        return None;
    }
    let first = u64::try_from(FIRST_WAIT.as_millis()).unwrap_or(u64::MAX);
    let wait = first.saturating_mul(1_u64.checked_shl(attempt - 1).unwrap_or(u64::MAX));
    let jitter = wait.saturating_mul(u64::from(random.0)) / (JITTER_PART * u64::from(MILLION));
    Some(Duration::from_millis(wait.saturating_add(jitter)).min(MAX_WAIT))
}

/// A number from 0 to 1, to the millionth: the caller's randomness.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fraction(u32);

impl Fraction {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// Everything.
    pub const ONE: Self = Self(MILLION);

    /// So many millionths, at most all.
    #[must_use]
    pub fn from_millionths(millionths: u32) -> Self {
        Self(millionths.min(MILLION))
    }
}

impl From<f64> for Fraction {
    /// What is below 0 or no number is 0, what is above 1 is 1.
    fn from(value: f64) -> Self {
        // What is no number stays so through `clamp`, and is no duration.
        let micros = Duration::try_from_secs_f64(value.clamp(0.0, 1.0)).map_or(0, |part| part.as_micros());
        Self::from_millionths(u32::try_from(micros).unwrap_or(MILLION))
    }
}

/// Writes a duration as seconds: an integer where it is whole, else to the millisecond.
#[allow(clippy::ref_option, reason = "serde passes a reference to the field")]
pub(crate) fn seconds<S: Serializer>(duration: &Option<Duration>, serializer: S) -> Result<S::Ok, S::Error> {
    match duration {
        None => serializer.serialize_none(),
        Some(whole) if whole.subsec_millis() == 0 => serializer.serialize_u64(whole.as_secs()),
        Some(part) => serializer.serialize_f64(part.as_secs_f64()),
    }
}

const MILLION: u32 = 1_000_000;
