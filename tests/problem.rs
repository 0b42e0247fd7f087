//! What a refusal says, and whether asking again can help.

#![cfg(not(target_arch = "wasm32"))]

#[path = "util/policy.rs"]
mod policy;

use compliance_gate::problem::{Code, Failure, Problem, Question, Reason, Type};
use proptest::prelude::*;

#[test]
fn vectors() {
    policy::vectors(include_str!("vectors/problem.json"), 120);
}

#[test]
fn randomness_is_read_however_it_is_written() {
    let advice = |random: &str| {
        let question = format!(r#"{{"status":500,"attempt":1,"now":0,"random":{random}}}"#);
        Question::parse(question.as_bytes()).map(|question| question.advise()).ok()
    };
    for (one, other) in
        [("0.5", "5e-1"), ("0.5", "5.0E-1"), ("1", "1e0"), ("1", "10e-1"), ("0", "0e9"), ("0", "5e-324")]
    {
        assert!(advice(one).is_some() && advice(one) == advice(other), "{one} {other}");
    }
    assert_ne!(advice("0.5"), advice("0"));
    for random in ["999e-1", "1e1", "2", "-0.5", "-1e-9", "1e401", "\"0.5\"", "null"] {
        assert_eq!(advice(random), None, "{random}");
    }
}

#[test]
fn codes_and_types_are_the_catalogue() {
    // Conomy, errors reference: catalogue.
    let catalogue = [
        ("01", "serverError", 500),
        ("02", "unknown", 500),
        ("11", "invalidParam", 400),
        ("12", "missingParam", 400),
        ("13", "alreadyExist", 409),
        ("14", "parsingResource", 400),
        ("21", "failedPrecondition", 422),
        ("31", "notFound", 404),
        ("32", "tooManyRequests", 429),
        ("41", "unauthorized", 401),
        ("42", "unimplemented", 501),
        ("43", "forbiddenOperation", 403),
    ];
    assert_eq!(Code::KNOWN.len(), catalogue.len());
    assert_eq!(Type::KNOWN.len(), catalogue.len());
    for (code, name, status) in catalogue {
        assert_eq!(Type::from(name).code(), Some(Code::from(code)), "{name}");
        assert_eq!(Reason::of_code(&Code::from(code)), Some(Reason::of_status(status)), "{code}");
    }
    assert_eq!(Type::from("brandNew").code(), None);
    assert_eq!(Reason::of_code(&Code::from("1")), None);
}

#[test]
fn reasons_have_names_of_their_own() {
    let mut names: Vec<String> =
        Reason::ALL.iter().map(|reason| serde_json::to_string(reason).unwrap()).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), Reason::ALL.len());
}

fn json() -> impl Strategy<Value = serde_json::Value> {
    let leaf = prop_oneof![
        Just(serde_json::Value::Null),
        any::<bool>().prop_map(Into::into),
        any::<i64>().prop_map(Into::into),
        (0_i64..700).prop_map(Into::into),
        any::<f64>().prop_map(Into::into),
        "\\PC{0,8}".prop_map(Into::into),
        prop::sample::select(vec!["01", "13", "42", "serverError", "retry-after", "5"]).prop_map(Into::into),
    ];
    let names = prop::sample::select(vec![
        "status",
        "headers",
        "body",
        "attempt",
        "now",
        "random",
        "code",
        "type",
        "error",
        "traceId",
        "retry-after",
        "RateLimit",
        "statusCode",
    ]);
    leaf.prop_recursive(4, 48, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Into::into),
            prop::collection::hash_map(names.clone().prop_map(str::to_owned), inner, 0..8)
                .prop_map(|members| serde_json::Value::Object(members.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn every_question_has_an_answer(
        question in json(), attempt in 1_u32.., now in 0_i64.., random in 0.0..=1.0,
    ) {
        let mut question = question;
        if let Some(members) = question.as_object_mut() {
            let said = serde_json::json!({ "attempt": attempt, "now": now, "random": random });
            members.extend(said.as_object().unwrap().clone());
        }
        let text = question.to_string();
        match Question::parse(text.as_bytes()) {
            Err(_) => prop_assert!(!question.is_object()),
            Ok(question) => {
                let advice = question.advise();
                prop_assert_eq!(advice.retry, advice.after.is_some());
                prop_assert!(advice.after.is_none_or(|after| after.as_millis() > 0));
                let answer = serde_json::to_value(&advice).unwrap();
                let mut members: Vec<_> = answer.as_object().unwrap().keys().map(String::as_str).collect();
                members.sort_unstable();
                prop_assert_eq!(members, ["afterSeconds", "code", "reason", "retry", "traceId"]);
            }
        }
    }

    #[test]
    fn no_code_allows_what_the_status_forbids(
        status in 400_u16..600, code in prop::sample::select(Code::KNOWN), name in prop::sample::select(Type::KNOWN),
    ) {
        for body in [serde_json::json!({ "code": code }), serde_json::json!({ "error": { "type": name } })] {
            let body = body.to_string();
            let advice = Failure { status: Some(status), body: body.as_bytes(), ..Failure::default() }.advise();
            let is_forbidden = status == 501 || status < 500 && status != 429;
            prop_assert!(!(is_forbidden && advice.retry), "{status} {body}");
        }
    }

    #[test]
    fn no_bytes_are_too_odd(bytes in any::<Vec<u8>>()) {
        let _ = (Problem::parse(&bytes), Question::parse(&bytes).map(|question| question.advise()));
    }

    #[test]
    fn wording_decides_nothing(status in 100_u16..600, detail in "\\PC*") {
        let body = serde_json::json!({ "detail": detail, "message": detail, "title": detail }).to_string();
        let worded = Failure { status: Some(status), body: body.as_bytes(), ..Failure::default() };
        let silent = Failure { body: b"", ..worded.clone() };
        prop_assert_eq!(worded.advise(), silent.advise());
    }

    #[test]
    fn nothing_is_retried_for_ever(status in any::<Option<u16>>(), attempt in 5_u32.., code in prop::option::of("[0-9]{2}")) {
        let body = serde_json::json!({ "code": code }).to_string();
        let failure = Failure { status, attempt, body: body.as_bytes(), ..Failure::default() };
        prop_assert!(!failure.advise().retry);
    }

    #[test]
    fn a_code_is_given_as_it_was(code in "\\PC{1,12}") {
        let body = serde_json::json!({ "code": code }).to_string();
        prop_assert_eq!(Problem::parse(body.as_bytes()).code.map(|code| code.to_string()), Some(code));
    }
}
