//! Signatures: HMAC-SHA256, and the text that one is.

#![cfg(feature = "signing")]

mod util;

use compliance_gate::signature::{EmptySecret, Secret, Signature};

#[test]
fn vectors() {
    util::signature::vectors();
}

#[test]
fn wycheproof() {
    util::wycheproof::every_case();
}

#[test]
fn an_empty_secret_is_refused() {
    assert_eq!(Secret::new(b"").map(drop), Err(EmptySecret));
    assert!(Secret::new(b" ").is_ok(), "white space is bytes like any other");
}

#[test]
fn what_is_no_signature_says_what_was_found() {
    let table = [
        ("", "expected 64 hexadecimal digits, found 0 characters"),
        ("ab", "expected 64 hexadecimal digits, found 2 characters"),
        (&"\u{e9}".repeat(65), "expected 64 hexadecimal digits, found 65 characters"),
        (&"g".repeat(64), "expected 64 hexadecimal digits, found 64 characters that are not all digits"),
    ];
    for (text, message) in table {
        assert_eq!(Signature::parse(text).expect_err(text).to_string(), message);
    }
}

#[test]
fn secrets_and_signatures_do_not_reach_logs() {
    let secret = Secret::new(b"hunter2").expect("not empty");
    let signature = secret.sign(&["text"]);
    assert_eq!(format!("{secret:?} {signature:?}"), "Secret(…) Signature(…)");
}
