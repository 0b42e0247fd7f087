//! Verified deliveries.

#![cfg(feature = "signing")]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking; clippy allows it in test functions only, not in what they call"
)]

mod util;

use compliance_gate::body::{Body, Form, MAX_MEMBERS, Malformed, Scope};
use compliance_gate::delivery::{Dialect, Key, NotSignable, Unverified, Verifier, sign};

const PERSONAL: &str = r#"{"eventType":"customer.levelChanged","customer":{"id":"c-7","operationLevel":"FULL","firstName":"Ada"}}"#;
const UNSIGNED: &str = r#"{"event":"payment.settled","data":{"n":1.0}}"#;

fn key() -> Key {
    Key::new("current", b"WEBHOOK_SECRET").unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn vectors() {
    util::delivery::vectors();
}

#[test]
fn a_delivery_owns_what_was_verified() {
    let verifier = Verifier::new(vec![key()]).expect("valid");
    let mut body = sign(UNSIGNED, &key(), Dialect::Body).expect("signable").body().as_bytes().to_vec();
    let delivery = Unverified::new(&body).verify(&verifier).expect("genuine");
    body.fill(b' ');
    assert!(Unverified::new(&body).verify(&verifier).is_err());
    assert_eq!(delivery.signed_text(), UNSIGNED);
}

#[test]
fn signing_puts_the_signature_last() {
    let table = [
        ("{}", r#"{"signature":"@"}"#),
        ("{ }", r#"{ "signature":"@"}"#),
        (r#"{"a":1}"#, r#"{"a":1,"signature":"@"}"#),
        (" {\"a\":\"}\"\n}\n", " {\"a\":\"}\"\n,\"signature\":\"@\"}\n"),
    ];
    for (unsigned, expected) in table {
        let signature = key().secret().sign(&[unsigned]).to_string();
        let posted = sign(unsigned, &key(), Dialect::Body).expect(unsigned);
        assert_eq!(posted.body(), expected.replace('@', &signature));
        assert_eq!(posted.header(), None);
        let posted = sign(unsigned, &key(), Dialect::Header).expect(unsigned);
        assert_eq!((posted.body(), posted.header()), (unsigned, Some(signature)));
    }
}

#[test]
fn what_cannot_be_signed_says_why() {
    let signed = r#"{"sign\u0061ture":""}"#;
    assert_eq!(sign(signed, &key(), Dialect::Body).map(drop), Err(NotSignable::AlreadySigned));
    assert!(sign(signed, &key(), Dialect::Header).is_ok(), "the header dialect covers it");
    for unsigned in ["", "[]", "{", "{\"a\":1,\"a\":1}"] {
        for dialect in Dialect::ALL {
            assert!(matches!(sign(unsigned, &key(), dialect), Err(NotSignable::Body(_))), "{unsigned}");
        }
    }
}

#[test]
fn what_is_signed_is_within_the_limits_with_its_signature_too() {
    let wide = |elements: usize| format!("{{\"a\":[{}]}}", vec!["1"; elements].join(","));
    let of = |elements, dialect| sign(&wide(elements), &key(), dialect).map(drop);
    let too_wide = |signed| matches!(signed, Err(NotSignable::Body(Malformed::TooWide { .. })));
    assert_eq!(of(MAX_MEMBERS - 2, Dialect::Body), Ok(()));
    assert!(too_wide(of(MAX_MEMBERS - 1, Dialect::Body)));
    assert_eq!(of(MAX_MEMBERS - 1, Dialect::Header), Ok(()));
    assert!(too_wide(of(MAX_MEMBERS, Dialect::Header)));
}

#[test]
fn nothing_secret_or_personal_reaches_a_log() {
    let verifier = Verifier::new(vec![key()]).expect("valid");
    for dialect in Dialect::ALL {
        let posted = sign(PERSONAL, &key(), dialect).expect("signable");
        let header = posted.header();
        let unverified = Unverified::new(posted.body().as_bytes());
        let unverified = header.as_deref().map_or(unverified, |header| unverified.with_header(header));
        let delivery = unverified.verify(&verifier).expect("genuine");
        let body = Body::parse(posted.body().as_bytes()).expect("a delivery");
        let signed = body.signed(Scope::Raw, Form::Wire);
        let envelope = delivery.envelope();
        let shown = format!(
            "{verifier:?} {posted:?} {:?} {unverified:?} {delivery:?} {body:?} {signed:?} {envelope:?}",
            key()
        );
        let signature = key().secret().sign(&[PERSONAL]).to_string();
        for hidden in ["WEBHOOK_SECRET", &signature, "c-7", "FULL", "Ada"] {
            assert!(!shown.contains(hidden), "{hidden}: {shown}");
            // A slice of bytes would be printed as numbers.
            assert!(
                !shown.contains(&format!("{:?}", hidden.as_bytes()).replace(['[', ']'], "")),
                "{hidden}: {shown}"
            );
        }
    }
}
