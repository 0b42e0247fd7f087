//! When to ask again, when a provider will, and when a token wants replacing.

#![cfg(not(target_arch = "wasm32"))]

#[path = "util/policy.rs"]
mod policy;

use std::borrow::Cow;
use std::time::Duration;

use compliance_gate::retry::{
    ATTEMPTS, Fraction, MAX_WAIT, backoff, limited_until, redelivery, redelivery_schedule, retry_after,
    token_refresh_at,
};
use proptest::prelude::*;

#[test]
fn vectors() {
    policy::vectors(include_str!("vectors/retry.json"), 20);
}

#[test]
fn a_fraction_is_between_0_and_1() {
    let table = [
        (0.0, 0),
        (-0.0, 0),
        (0.25, 250_000),
        (0.999_999, 999_999),
        (1.0, 1_000_000),
        (-1.0, 0),
        (2.0, 1_000_000),
        (f64::NAN, 0),
        (f64::INFINITY, 1_000_000),
        (f64::NEG_INFINITY, 0),
        (f64::MIN_POSITIVE, 0),
    ];
    for (value, millionths) in table {
        assert_eq!(Fraction::from(value), Fraction::from_millionths(millionths), "{value}");
    }
    assert_eq!(Fraction::from_millionths(u32::MAX), Fraction::ONE);
}

#[test]
fn the_schedule_is_the_providers() {
    let schedule = redelivery_schedule();
    assert_eq!(schedule.len(), 29);
    assert!(schedule.windows(2).all(|pair| pair[0].after_seconds <= pair[1].after_seconds));
    assert!(schedule.windows(2).all(|pair| pair[0].at_seconds + pair[1].after_seconds == pair[1].at_seconds));
    assert!(schedule.iter().all(|slot| (30..=3_600).contains(&slot.after_seconds)));
    // A thirtieth would be behind the 24 hours.
    assert!(schedule.last().is_some_and(|slot| slot.at_seconds + 3_600 > 86_400));
}

proptest! {
    #[test]
    fn a_backoff_is_never_early_and_never_over_the_cap(attempt in 0_u32..8, random in any::<f64>()) {
        let wait = backoff(attempt, Fraction::from(random));
        prop_assert_eq!(wait.is_some(), (1..ATTEMPTS).contains(&attempt));
        if let Some(wait) = wait {
            let documented = Duration::from_secs(1 << (attempt - 1)).min(MAX_WAIT);
            prop_assert!(wait >= documented && wait <= MAX_WAIT);
            prop_assert!(wait <= documented * 5 / 4);
        }
    }

    #[test]
    fn a_later_attempt_waits_longer(attempt in 1_u32..4, one in 0.0..=1.0_f64, other in 0.0..=1.0_f64) {
        prop_assert!(backoff(attempt, Fraction::from(one)) < backoff(attempt + 1, Fraction::from(other)));
    }

    #[test]
    fn more_randomness_is_no_shorter_wait(attempt in 1_u32..5, one in 0.0..=1.0_f64, other in 0.0..=1.0_f64) {
        let (less, more) = (one.min(other), one.max(other));
        prop_assert!(backoff(attempt, Fraction::from(less)) <= backoff(attempt, Fraction::from(more)));
    }

    #[test]
    fn a_told_wait_is_neither_none_nor_beyond_dates(
        name in prop::sample::select(vec!["Retry-After", "RateLimit", "RateLimit-Reset", "X-RateLimit-Reset", "other"]),
        value in "(\\PC*|[0-9]{1,25}|\"[a-z]\";r=0;t=[0-9]{1,22}|limit=1, remaining=0, reset=[0-9]{1,22}|Sunday, 0[1-9]-Nov-[0-9]{2} 08:49:37 GMT)",
        now in any::<i64>(),
    ) {
        let headers = [(Cow::Borrowed(name), Cow::Owned(value))];
        for wait in [retry_after(&headers, now), limited_until(&headers, now)].into_iter().flatten() {
            prop_assert!(wait > Duration::ZERO && wait.as_secs() <= 8_640_000_000_000);
        }
    }

    #[test]
    fn whole_seconds_are_taken_as_they_are(seconds in 1_u64..=8_640_000_000_000, now in any::<i64>()) {
        let headers = [(Cow::Borrowed("retry-after"), Cow::Owned(seconds.to_string()))];
        prop_assert_eq!(retry_after(&headers, now), Some(Duration::from_secs(seconds)));
    }

    #[test]
    fn time_only_moves_a_delivery_on(first in any::<i64>(), one in any::<i64>(), other in any::<i64>()) {
        let (before, after) = (redelivery(first, one.min(other)), redelivery(first, one.max(other)));
        prop_assert!(before.retries <= after.retries);
        prop_assert!(before.is_dropped <= after.is_dropped);
        prop_assert_eq!(before.dropped_at, after.dropped_at);
    }

    #[test]
    fn the_next_retry_is_ahead(first in 0_i64..=1 << 50, age in 0_i64..100_000_000) {
        let position = redelivery(first, first + age);
        prop_assert!(position.next_at.is_none_or(|at| at > first + age));
        prop_assert_eq!(position.next.map_or(29, |slot| slot.retry - 1), position.retries);
    }

    #[test]
    fn a_token_is_replaced_within_its_life(issued in 0_i64..=1 << 50, life in 0_i64..=1 << 40) {
        let at = token_refresh_at(issued, life.unsigned_abs());
        prop_assert!(at >= issued);
        prop_assert!(at <= issued + life * 1_000);
        prop_assert!(life == 0 || at < issued + life * 1_000);
    }

    #[test]
    fn no_token_is_too_odd(issued in any::<i64>(), life in any::<u64>()) {
        let at = token_refresh_at(issued, life);
        prop_assert!(at >= issued.clamp(-8_640_000_000_000_000, 8_640_000_000_000_000));
        prop_assert!(at <= 8_640_000_000_000_000);
    }
}
