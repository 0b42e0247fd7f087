//! What is not accepted, and what is said of it.

#![cfg(feature = "signing")]

mod util;

use compliance_gate::body::{Body, MAX_DEPTH, MAX_MEMBERS};
use compliance_gate::delivery::{
    DEFAULT_MAX_BODY_BYTES, Key, MAX_BODY_BYTES, MAX_KEYS, Unverified, Verifier,
};

#[test]
fn vectors() {
    util::refused::vectors();
}

#[test]
fn limits_are_those_that_are_documented() {
    assert_eq!((MAX_DEPTH, MAX_MEMBERS, MAX_KEYS), (128, 20_000, 8));
    assert_eq!((DEFAULT_MAX_BODY_BYTES, MAX_BODY_BYTES), (256 * 1024, 32 * 1024 * 1024));
}

#[test]
fn messages_say_what_was_expected_where_and_what_was_found() {
    let table: [(&[u8], &str); 11] = [
        (b"", "expected a JSON object, found an empty body; was it read before?"),
        (b"hello", "expected a JSON value at byte 0, found 'h'"),
        (b"{\"a\":1,}", "expected a member name in double quotes at byte 7, found '}'"),
        (b"{\"a\" 1}", "expected a colon behind the member name at byte 5, found '1'"),
        (b"{\"a\":1", "expected a comma or a closing brace at byte 6, found the end of the body"),
        (b"{}x", "expected the end of the body at byte 2, found 'x'"),
        (b"[]", "expected one JSON object, found another JSON value"),
        (b"\xef\xbb\xbf{}", "expected a JSON object, found a byte order mark at byte 0"),
        (b"{\"\xff\":1}", "expected UTF-8, found a byte that is not at byte 2"),
        (b"{\"a\":1.}", "expected a digit at byte 7, found '}'"),
        (b"{\"a\":\"\\x\"}", "expected a JSON escape behind the backslash at byte 7, found 'x'"),
    ];
    for (body, message) in table {
        assert_eq!(Body::parse(body).expect_err(message).to_string(), message);
    }
    let duplicate = Body::parse(b"{\"a\":1,\"\\u0061\":2}").expect_err("a duplicate").to_string();
    assert!(duplicate.contains("at byte 7"), "{duplicate}");
}

#[test]
fn a_refusal_disturbs_no_later_delivery() {
    let verifier = Verifier::new(vec![Key::new("0", b"key").expect("not empty")]).expect("valid");
    let genuine = compliance_gate::sign(
        r#"{"event":"e","data":{}}"#,
        &verifier.keys()[0],
        compliance_gate::delivery::Dialect::Body,
    );
    let genuine = genuine.expect("signable");
    for bad in ["", "[", "{}", "{\"signature\":1}", "{\"a\":1,\"a\":2}"] {
        assert!(Unverified::new(bad.as_bytes()).verify(&verifier).is_err(), "{bad}");
        assert!(Unverified::new(genuine.body().as_bytes()).verify(&verifier).is_ok(), "after {bad}");
    }
}
