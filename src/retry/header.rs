//! The headers that say when to ask again.
//!
//! Conomy, "Going live": "respect any rate-limit headers", without naming one. Read are `Retry-After` (RFC 9110,
//! section 10.2.3), the IETF's `RateLimit` and `RateLimit-Reset` (draft-ietf-httpapi-ratelimit-headers, in its
//! older and newer forms), and the customary `X-RateLimit-Reset`.

use core::time::Duration;
use std::borrow::Cow;

use crate::time;

/// How long `Retry-After` says to wait, however long that is: asking earlier is not allowed.
///
/// Reads whole seconds and HTTP dates, which count from `now` (milliseconds since 1970). Nothing where it is absent,
/// neither of these, zero or past: it then asks for no wait, and the back-off has to do. Where it stands
/// repeatedly, the longest counts.
#[must_use]
pub fn retry_after<'a>(headers: &[(Cow<'a, str>, Cow<'a, str>)], now: i64) -> Option<Duration> {
    longest(headers, "retry-after", &|value| match seconds(value) {
        Some(wait) => Some(wait.saturating_mul(1_000)),
        None => time::http_date(value, now).map(|instant| until(instant, now)),
    })
}

/// How long until the caller is let in again after a 429, however long that is.
///
/// `Retry-After` decides where it can. Then `RateLimit`: the longest reset among limits that do not say that something
/// is left, `"name";r=0;t=30` or `limit=10, remaining=0, reset=30`. Then `RateLimit-Reset` and `X-RateLimit-Reset`, unless
/// the `-Remaining` beside them says that something is left. Their numbers are seconds to wait; from
/// 1,000,000,000 on seconds since 1970, from 1,000,000,000,000 on milliseconds since 1970.
#[must_use]
pub fn limited_until<'a>(headers: &[(Cow<'a, str>, Cow<'a, str>)], now: i64) -> Option<Duration> {
    let reset = |reset, remaining| {
        let left = longest(headers, remaining, &seconds);
        let told = longest(headers, reset, &|value| Some(reset_after(seconds(value)?, now)));
        told.filter(|_| left.is_none())
    };
    retry_after(headers, now)
        .or_else(|| longest(headers, "ratelimit", &rate_limit))
        .or_else(|| reset("ratelimit-reset", "ratelimit-remaining"))
        .or_else(|| reset("x-ratelimit-reset", "x-ratelimit-remaining"))
}

/// The longest wait that headers of a name tell, in milliseconds as `read` reads them; nothing where none does.
fn longest(
    headers: &[(Cow<'_, str>, Cow<'_, str>)],
    name: &str,
    read: &dyn Fn(&str) -> Option<u64>,
) -> Option<Duration> {
    let mut longest = 0;
    for (header, value) in headers {
        if trimmed(header).eq_ignore_ascii_case(name) {
            longest = longest.max(read(trimmed(value)).unwrap_or_else(|| longest_in(value, read)));
        }
    }
    (longest > 0).then(|| Duration::from_millis(longest.min(LONGEST_WAIT)))
}

/// The longest of what was repeated, and then joined as `Headers` joins it.
fn longest_in(value: &str, read: &dyn Fn(&str) -> Option<u64>) -> u64 {
    let mut longest = 0;
    for part in parts(value, ',') {
        longest = longest.max(read(trimmed(part)).unwrap_or(0));
    }
    longest
}

/// The longest reset, in milliseconds, among limits that do not say that something is left: 0 where all of them do.
///
/// Newer, a list of limits with parameters; older, the parts of one limit in a list, and another limit where a part comes
/// again, as `Headers` joins what was repeated.
fn rate_limit(value: &str) -> Option<u64> {
    let (between_limits, between_parts) = if value.contains(';') { (',', ';') } else { ('\n', ',') };
    let mut longest = None;
    for limit in parts(value, between_limits) {
        let mut one = Limit::default();
        for part in parts(limit, between_parts) {
            let Some((name, value)) = part.split_once('=') else { continue };
            let name = trimmed(name);
            if one.part(name).is_some_and(|part| part.is_some()) {
                longest = longest.max(one.wait());
                one = Limit::default();
            }
            if let Some(part) = one.part(name) {
                *part = seconds(trimmed(value));
            }
        }
        longest = longest.max(one.wait());
    }
    longest.map(|wait| wait.saturating_mul(1_000))
}

/// One limit of a `RateLimit`.
#[derive(Default)]
struct Limit {
    size: Option<u64>,
    remaining: Option<u64>,
    reset: Option<u64>,
}

impl Limit {
    const fn part(&mut self, name: &str) -> Option<&mut Option<u64>> {
        Some(match name.as_bytes() {
            b"limit" => &mut self.size,
            b"r" | b"remaining" => &mut self.remaining,
            b"t" | b"reset" => &mut self.reset,
            _ => return None,
        })
    }

    /// Nothing where it has no reset.
    fn wait(&self) -> Option<u64> {
        if self.remaining.unwrap_or(0) == 0 { self.reset } else { self.reset.map(|_| 0) }
    }
}

/// Without the whitespace that HTTP allows around a value.
#[inline(never)]
pub(crate) fn trimmed(text: &str) -> &str {
    text.trim_ascii()
}

/// As `str::split`, whose slices bring the texts of their panics with them.
fn parts(text: &str, separator: char) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    core::iter::from_fn(move || {
        let text = rest?;
        let split = text.split_once(separator);
        rest = split.map(|(_, behind)| behind);
        Some(split.map_or(text, |(part, _)| part))
    })
}

/// The milliseconds that a reset's number stands for.
fn reset_after(number: u64, now: i64) -> u64 {
    let instant = match number {
        FIRST_EPOCH_MILLISECOND.. => number,
        FIRST_EPOCH_SECOND.. => number.saturating_mul(1_000),
        wait => return wait.saturating_mul(1_000),
    };
    until(i64::try_from(instant).unwrap_or(i64::MAX), now)
}

/// Milliseconds until an instant, none where it is past.
fn until(instant: i64, now: i64) -> u64 {
    u64::try_from(instant.saturating_sub(now)).unwrap_or(0)
}

/// A decimal number, whole as the headers have it, or with a fraction as some servers do; that counts as one more.
/// What is too large is the most.
fn seconds(value: &str) -> Option<u64> {
    let (whole, fraction) = value.split_once('.').unwrap_or((value, "0"));
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let more = u64::from(fraction.bytes().any(|digit| digit != b'0'));
    (is_digits(whole) && is_digits(fraction)).then(|| whole.parse().unwrap_or(u64::MAX).saturating_add(more))
}

/// As seconds, in 2001; as a wait, 31 years.
const FIRST_EPOCH_SECOND: u64 = 1_000_000_000;
/// As milliseconds, in 2001; as seconds, in the year 33658.
const FIRST_EPOCH_MILLISECOND: u64 = 1_000_000_000_000;
/// As far as dates reach: what is told in more digits than that is not lost, and JavaScript can hold it.
const LONGEST_WAIT: u64 = time::MAX.unsigned_abs();
