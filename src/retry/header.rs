//! The headers that say when to ask again.
//!
//! Conomy, "Going live": "respect any rate-limit headers", without naming one. Read are `Retry-After` (RFC 9110,
//! section 10.2.3), the IETF's `RateLimit` and `RateLimit-Reset` (draft-ietf-httpapi-ratelimit-headers, in its
//! older and newer forms), and the customary `X-RateLimit-Reset`.

use core::time::Duration;
use std::borrow::Cow;

use crate::time;

/// No told wait is longer: who is told to come back tomorrow asks a person instead.
pub const MAX_TOLD_WAIT: Duration = Duration::from_secs(3_600);

/// How long `Retry-After` says to wait, at most [`MAX_TOLD_WAIT`].
///
/// Reads whole seconds and HTTP dates, which count from `now` (milliseconds since 1970). Nothing where it is absent,
/// neither of these, zero or past: it then asks for no wait, and the back-off has to do. Where it stands
/// repeatedly, the longest counts.
#[must_use]
pub fn retry_after<'a>(headers: &[(Cow<'a, str>, Cow<'a, str>)], now: i64) -> Option<Duration> {
    told(values(headers, "retry-after").filter_map(|value| {
        delta(value).or_else(|| Some(until(time::http_date(value, now)?, now))).map(Duration::from_millis)
    }))
}

/// How long until the caller is let in again after a 429, at most [`MAX_TOLD_WAIT`].
///
/// `Retry-After` decides where it can. Then `RateLimit`: the longest reset among limits that have nothing left,
/// `"name";r=0;t=30` or `limit=10, remaining=0, reset=30`. Then `RateLimit-Reset` and `X-RateLimit-Reset`, unless
/// the `-Remaining` beside them says that something is left. Their numbers are seconds to wait; from
/// 1,000,000,000 on seconds since 1970, from 1,000,000,000,000 on milliseconds since 1970.
#[must_use]
pub fn limited_until<'a>(headers: &[(Cow<'a, str>, Cow<'a, str>)], now: i64) -> Option<Duration> {
    retry_after(headers, now)
        .or_else(|| told(values(headers, "ratelimit").filter_map(rate_limit)))
        .or_else(|| reset(headers, "ratelimit-reset", "ratelimit-remaining", now))
        .or_else(|| reset(headers, "x-ratelimit-reset", "x-ratelimit-remaining", now))
}

fn values<'h>(
    headers: &'h [(Cow<'_, str>, Cow<'_, str>)],
    name: &'static str,
) -> impl Iterator<Item = &'h str> {
    let named = headers.iter().filter(move |(header, _)| header.trim().eq_ignore_ascii_case(name));
    named.map(|(_, value)| value.trim())
}

/// The longest wait there is, if any is one.
fn told(waits: impl Iterator<Item = Duration>) -> Option<Duration> {
    waits.filter(|wait| !wait.is_zero()).max().map(|wait| wait.min(MAX_TOLD_WAIT))
}

fn rate_limit(value: &str) -> Option<Duration> {
    // Newer: a list of limits with parameters. Older: one limit, its parts in a list.
    let (limits, part) = if value.contains(';') { (value.split(','), ';') } else { (value.split('\n'), ',') };
    told(limits.filter_map(|limit| {
        let named = |names: [&str; 2]| {
            limit.split(part).find_map(|part| {
                let (name, value) = part.split_once('=')?;
                names.contains(&name.trim()).then_some(value.trim())
            })
        };
        let is_used_up = seconds(named(["r", "remaining"])?)? == 0;
        is_used_up.then(|| seconds(named(["t", "reset"])?).map(Duration::from_secs))?
    }))
}

fn reset(
    headers: &[(Cow<'_, str>, Cow<'_, str>)],
    reset: &'static str,
    remaining: &'static str,
    now: i64,
) -> Option<Duration> {
    if values(headers, remaining).filter_map(seconds).any(|remaining| remaining > 0) {
        return None;
    }
    told(values(headers, reset).filter_map(seconds).map(|value| match value {
        FIRST_EPOCH_MILLISECOND.. => {
            Duration::from_millis(until(i64::try_from(value).unwrap_or(i64::MAX), now))
        }
        FIRST_EPOCH_SECOND.. => {
            let at = i64::try_from(value).unwrap_or(i64::MAX).saturating_mul(time::SECOND);
            Duration::from_millis(until(at, now))
        }
        delta => Duration::from_secs(delta),
    }))
}

/// Milliseconds until an instant, none where it is past.
fn until(instant: i64, now: i64) -> u64 {
    u64::try_from(instant.saturating_sub(now)).unwrap_or(0)
}

/// The milliseconds of a number of seconds.
fn delta(value: &str) -> Option<u64> {
    seconds(value).map(|seconds| seconds.saturating_mul(1_000))
}

/// Decimal digits and nothing else; what is too many of them is the most.
fn seconds(value: &str) -> Option<u64> {
    let is_digits = !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit());
    is_digits.then(|| value.parse().unwrap_or(u64::MAX))
}

/// As seconds, in 2001; as a wait, 31 years.
const FIRST_EPOCH_SECOND: u64 = 1_000_000_000;
/// As milliseconds, in 2001; as seconds, in the year 33658.
const FIRST_EPOCH_MILLISECOND: u64 = 1_000_000_000_000;
