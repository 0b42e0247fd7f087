//! The limits checked before a payment is submitted.

#![cfg(not(target_arch = "wasm32"))]

#[path = "util/policy.rs"]
mod policy;

use compliance_gate::payment::limits::{Amount, Limits, Verdict};
use proptest::prelude::*;

#[test]
fn vectors() {
    policy::vectors(include_str!("vectors/limits.json"), 40);
}

#[test]
fn an_invalid_limit_is_named() {
    let error = Limits::parse(br#"{"COP":{"caps":{"BASIC":"much"}}}"#).unwrap_err();
    let expected =
        "expected the limit COP.caps.BASIC as decimal text such as \"1000.50\", found something else";
    assert_eq!(error.to_string(), expected);
    let error = Limits::parse(br#"{"COP":[]}"#).unwrap_err();
    assert_eq!(error.to_string(), "expected an object of limits as COP, found something else");
}

/// A number as thousandths, and how it may be written.
fn written(thousandths: u128, zeros: usize, behind: usize) -> String {
    let (whole, fraction) = (thousandths / 1_000, thousandths % 1_000);
    format!("{}{whole}.{fraction:03}{}", "0".repeat(zeros), "0".repeat(behind))
}

proptest! {
    #[test]
    fn amounts_compare_as_the_integers_they_are(
        one in any::<u128>(), other in any::<u128>(), is_near in any::<bool>(), step in 0_u128..3,
        zeros in 0_usize..3, behind in 0_usize..3,
    ) {
        // Two at random differ in length; neighbours differ in the last digit only.
        let other = if is_near { one.saturating_add(step) } else { other };
        let amount = |thousandths, zeros, behind| Amount::parse(&written(thousandths, zeros, behind)).unwrap();
        let (left, right) = (amount(one, zeros, 0), amount(other, 0, behind));
        prop_assert_eq!(left.cmp(&right), one.cmp(&other));
        prop_assert_eq!(left == right, one == other);
    }

    #[test]
    fn a_number_is_the_amount_that_its_digits_say(digits in 1_u64.., shift in 0_usize..30) {
        let number = |text: &str| Amount::from_number(text).map(|amount| amount.to_string());
        let zeros = "0".repeat(shift);
        prop_assert_eq!(number(&format!("{digits}e{shift}")), Some(format!("{digits}{zeros}")));
        prop_assert_eq!(
            Amount::from_number(&format!("{digits}E-{shift}")),
            Amount::from_number(&format!("{digits}{zeros}e-{}", 2 * shift))
        );
        for other in ["e1.5", "e", "e+", "e-+1", "e401", ".e1"] {
            prop_assert_eq!(number(&format!("{digits}{other}")), None);
        }
    }

    #[test]
    fn an_amount_is_exactly_what_the_provider_documents(text in "([0-9]{0,4}(\\.[0-9]{0,4})?|\\PC{0,6})") {
        // ^\d+(\.\d+)?$
        let parts: Vec<&str> = text.split('.').collect();
        let is_amount = parts.len() <= 2
            && parts.iter().all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()));
        prop_assert_eq!(Amount::parse(&text).is_some(), is_amount);
    }

    #[test]
    fn no_bytes_are_too_odd(limits in any::<Vec<u8>>(), payment in any::<Vec<u8>>()) {
        let _ = Limits::parse(&limits).map(|limits| limits.check(&payment));
        let _ = Limits::default().check(&payment);
    }

    #[test]
    fn between_minimum_and_cap_nothing_is_refused(minimum in 0_u64.., amount in 0_u64.., cap in 0_u64..) {
        let limits = serde_json::json!({ "COP": { "minimum": minimum.to_string(), "caps": { "BASIC": cap.to_string() } } });
        let payment = serde_json::json!({ "currency": "COP", "totalAmount": amount.to_string(), "operationLevel": "BASIC", "isDocumented": true });
        let limits = Limits::parse(limits.to_string().as_bytes()).unwrap();
        let answer = limits.check(payment.to_string().as_bytes()).unwrap();
        prop_assert_eq!(answer.verdict == Verdict::Allowed, minimum <= amount && amount <= cap);
    }
}
