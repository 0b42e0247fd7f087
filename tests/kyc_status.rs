//! Compliance statuses: what is read, what is refused, and how limits are told.

#[path = "kyc/vector.rs"]
mod vector;

use std::collections::BTreeSet;

use compliance_gate::kyc::status::{MAX_CHECKS, MAX_STATUS_BYTES};
use compliance_gate::kyc::{Context, Status, Unreadable};
use serde_json::Value;

const VECTORS: &str = include_str!("vectors/kyc_status.json");

#[test]
fn vectors() {
    vector::statuses();
}

#[test]
fn vectors_reach_every_code() {
    let vectors: Vec<Value> = serde_json::from_str(VECTORS).expect("a vector file");
    let reached: BTreeSet<&str> = vectors.iter().filter_map(|vector| vector["code"].as_str()).collect();
    assert_eq!(reached, BTreeSet::from(Unreadable::CODES));
}

#[test]
fn limits_are_exact() {
    let empty = r#"{"checks":[],"x":""}"#;
    let at = |bytes: usize| empty.replace(r#""""#, &format!("{:?}", "a".repeat(bytes - empty.len())));
    assert!(Status::parse(at(MAX_STATUS_BYTES).as_bytes()).is_ok());
    assert_eq!(Status::parse(at(MAX_STATUS_BYTES + 1).as_bytes()), Err(Unreadable::TooLarge));
    let with = |checks: usize| format!(r#"{{"checks":[{}]}}"#, vec!["{}"; checks].join(","));
    assert_eq!(
        Status::parse(with(MAX_CHECKS).as_bytes()).map(|status| status.listed().len()),
        Ok(MAX_CHECKS)
    );
    assert_eq!(Status::parse(with(MAX_CHECKS + 1).as_bytes()), Err(Unreadable::TooManyChecks));
}

#[test]
fn a_refusal_says_what_was_expected_and_found() {
    let table = [
        ("", "not a compliance status: expected a JSON object, found an empty body; was it read before?"),
        (r#"{"nextAction":]"#, "not a compliance status: expected a JSON value at byte 14, found ']'"),
        (
            r#"{"message":"Customer not found"}"#,
            "expected a compliance status, found an object that has no isCompliant, onboardingStatus, nextAction, \
             checks or summary, itself or in its data; is it the answer to an error?",
        ),
    ];
    for (text, expected) in table {
        assert_eq!(Status::parse(text.as_bytes()).expect_err(text).to_string(), expected);
    }
    assert_eq!(Unreadable::TooManyChecks.to_string(), "expected at most 1000 checks, found more");
    assert_eq!(
        Unreadable::TooLarge.to_string(),
        "expected a status of at most 1048576 bytes, found a larger one"
    );
}

#[test]
fn a_valid_status_is_read_after_a_refused_one() {
    assert!(Status::parse(&vec![b'['; 2 * MAX_STATUS_BYTES]).is_err());
    assert!(Status::parse(br#"{"nextAction":null}"#).is_ok());
}

#[test]
fn a_context_that_cannot_be_meant_is_the_callers_fault() {
    let table = [
        (
            r#"{"strategy":"OTHER"}"#,
            "expected the option strategy to be CF_KYC, EXTERNAL or unknown, found something else",
        ),
        (r#"{"usPerson":"yes"}"#, "expected the option usPerson to be a boolean, found something else"),
        (r#"{"nationality":1}"#, "expected the option nationality to be a string, found something else"),
        (r#"{"polls":-1}"#, "expected the option polls to be a whole number, found something else"),
        (
            r#"{"lastEvent":1}"#,
            "expected the option lastEvent to be an event or its name, found something else",
        ),
        (
            r#"{"lastEvent":"{\"eventType\":"}"#,
            "expected the option lastEvent to be an event or its name, found something else",
        ),
        (
            r#"{"lastEvent":"[]"}"#,
            "expected the option lastEvent to be an event or its name, found something else",
        ),
        (
            r#"{"lastEvent":" "}"#,
            "expected the option lastEvent to be an event or its name, found something else",
        ),
        ("[]", "not options: expected one JSON object, found another JSON value"),
    ];
    for (text, expected) in table {
        let error = Context::parse(text.as_bytes()).expect_err(text);
        assert_eq!((error.to_string().as_str(), error.code()), (expected, "invalid_options"));
    }
    for odd in ["\u{feff}{\"eventType\":\"CUSTOMER_KYC_ERROR\"}", "null", "true\n", "5", "-1", ""] {
        let text = serde_json::json!({"lastEvent": odd}).to_string();
        let error = Context::parse(text.as_bytes()).expect_err("no event");
        assert_eq!(error.code(), "invalid_options", "{odd:?}");
    }
    let nothing = br#"{"strategy":null,"nationality":null,"polls":null,"lastEvent":null,"other":[]}"#;
    assert_eq!(Context::parse(nothing), Ok(Context::default()));
}

#[test]
fn a_context_takes_an_event_in_any_form() {
    let body = r#"{"eventType":"CUSTOMER_KYC_FINISHED","data":{"customerId":"c","onboardingId":"o","status":"APPROVED"}}"#;
    let event = |event: &str| {
        let text = format!(r#"{{"lastEvent":{event}}}"#);
        Context::parse(text.as_bytes()).expect("a context").last_event.expect("an event")
    };
    let from_body = event(body);
    let printed = serde_json::to_string(&from_body).expect("JSON");
    assert_eq!(event(&printed), from_body);
    for body in [body.to_owned(), format!("\n {body} ")] {
        assert_eq!(event(&serde_json::json!(body).to_string()), from_body);
    }
    assert_eq!(event(r#""CUSTOMER_KYC_FINISHED""#).name(), from_body.name());
}
