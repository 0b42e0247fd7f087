//! When to replace an access token.
//!
//! Conomy, "Going live": token caching "honours `expiresIn` and refreshes ahead of expiry, not after".

use crate::time::{MAX, SECOND, bounded};

/// When to replace a token that was issued at `issued_at`, in milliseconds since 1970, and lives `expires_in`
/// seconds.
///
/// The margin is a tenth of its life, at least 30 seconds and at most 5 minutes, but never more than half of its
/// life: a token of an hour is replaced 5 minutes before its end, one of a minute after half of it. One without a
/// life is replaced at once.
///
/// ```
/// use compliance_gate::retry::token_refresh_at;
///
/// assert_eq!(token_refresh_at(0, 3_600), 3_300_000);
/// ```
#[must_use]
pub fn token_refresh_at(issued_at: i64, expires_in: u64) -> i64 {
    let life = i64::try_from(expires_in).unwrap_or(MAX).min(MAX / SECOND) * SECOND;
    let margin = (life / MARGIN_PART).clamp(MIN_MARGIN, MAX_MARGIN).min(life / 2);
    bounded(bounded(issued_at).saturating_add(life - margin))
}

const MARGIN_PART: i64 = 10;
const MIN_MARGIN: i64 = 30 * SECOND;
const MAX_MARGIN: i64 = 300 * SECOND;
