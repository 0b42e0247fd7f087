//! The vector files of documents and KYC: how they write a text, and how a result is compared.
//!
//! A text is a JSON value as it is printed, or `{"raw"}`, `{"hex"}`, or `{"parts"}` of what is too long to write
//! out. Every member that `expect` names has to be equal; contradictions are named by their codes.

#![allow(dead_code, reason = "each test file uses its own part")]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking; clippy allows it in test functions only, not in what they call"
)]

use compliance_gate::document::{Candidate, Strategy, validate_document};
use compliance_gate::error::Error;
use compliance_gate::kyc::{Context, interpret_kyc_event, interpret_status};
use serde::Serialize;
use serde_json::{Map, Value};

/// What one vector is found to violate.
pub(crate) type Check = Result<(), String>;

/// Checks every vector of a file, and reports all that fail by name.
pub(crate) fn each(json: &str, at_least: usize, check: impl Fn(&Value) -> Check) {
    let vectors: Vec<Value> = serde_json::from_str(json).expect("a vector file is a JSON array");
    assert!(vectors.len() >= at_least, "expected a file of vectors, found {}", vectors.len());
    let mut names: Vec<&str> = vectors.iter().map(|vector| text(&vector["name"])).collect();
    names.sort_unstable();
    assert!(names.windows(2).all(|pair| pair[0] != pair[1]), "a name twice");
    assert!(vectors.iter().all(|vector| !text(&vector["source"]).is_empty()));
    let failures: Vec<String> = vectors
        .iter()
        .filter_map(|vector| Some(format!("{}: {}", text(&vector["name"]), check(vector).err()?)))
        .collect();
    assert!(failures.is_empty(), "{} of {}:\n{}", failures.len(), vectors.len(), failures.join("\n"));
}

/// Statuses, and the guidance for each.
pub(crate) fn statuses() {
    each(include_str!("../vectors/kyc_status.json"), 150, |vector| {
        let context = match &vector["context"] {
            Value::Null => Context::default(),
            context => Context::parse(context.to_string().as_bytes()).map_err(|error| error.to_string())?,
        };
        let result = interpret_status(&bytes(&vector["status"]), &context);
        match (result, vector["code"].as_str()) {
            (Ok(guidance), None) => same(&guidance, &vector["expect"]),
            (Err(error), Some(code)) if error.code() == code => Ok(()),
            (result, code) => Err(format!("expected the code {code:?}, found {result:?}")),
        }
    });
}

/// The page's flows: successive answers, and the guidance for each.
pub(crate) fn flows() {
    each(include_str!("../vectors/kyc_flow.json"), 20, |flow| {
        for (index, step) in flow["steps"].as_array().expect("steps").iter().enumerate() {
            let mut context = flow["context"].clone();
            if !step["event"].is_null() {
                context["lastEvent"] = step["event"].clone();
            }
            let context =
                Context::parse(context.to_string().as_bytes()).map_err(|error| error.to_string())?;
            let guidance = interpret_status(&bytes(&step["status"]), &context).expect("a status");
            assert_eq!(step["expect"].as_object().map(Map::len), Some(13), "a flow expects whole guidance");
            same(&guidance, &step["expect"]).map_err(|error| format!("step {index}: {error}"))?;
        }
        Ok(())
    });
}

/// Events, and what each tells.
pub(crate) fn events() {
    each(include_str!("../vectors/kyc_event.json"), 70, |vector| {
        let named = vector["strategy"].as_str().unwrap_or("unknown");
        let strategy =
            Strategy::ALL.into_iter().find(|strategy| strategy.as_str() == named).expect("a strategy");
        let result = interpret_kyc_event(&bytes(&vector["body"]), strategy);
        match (result, vector["code"].as_str()) {
            (Ok(event), None) => same(&event, &vector["expect"]),
            (Err(error), Some(code)) if Error::from(error.clone()).code() == code => Ok(()),
            (result, code) => Err(format!("expected the code {code:?}, found {result:?}")),
        }
    });
}

/// Documents, and whether each would do.
pub(crate) fn documents() {
    each(include_str!("../vectors/document.json"), 70, |vector| {
        let given = &vector["document"];
        let bytes = match &given["bytes"] {
            Value::Null => None,
            Value::String(text) => Some(text.as_bytes().to_vec()),
            other => Some(bytes(other)),
        };
        let json = given.to_string();
        let candidate =
            Candidate::parse(json.as_bytes(), bytes.as_deref()).map_err(|error| error.to_string())?;
        same(&validate_document(&candidate), &vector["expect"])
    });
}

/// Compares the members that `expected` names.
pub(crate) fn same(found: &impl Serialize, expected: &Value) -> Check {
    let printed = compliance_gate::json::to_json(found).expect("a result is printable");
    let found: Value = serde_json::from_str(&printed).expect("a result is JSON");
    let mut differences = Vec::new();
    for (name, expected) in expected.as_object().expect("expectations") {
        let found = match name.as_str() {
            "contradictions" => codes(&found[name]),
            "problems" => without_messages(&found[name]),
            _ => found[name].clone(),
        };
        if found != *expected {
            differences.push(format!("\n  {name}: expected {expected}, found {found}"));
        }
    }
    if differences.is_empty() { Ok(()) } else { Err(differences.concat()) }
}

/// The bytes that a vector's text stands for.
pub(crate) fn bytes(value: &Value) -> Vec<u8> {
    if let Some(raw) = value["raw"].as_str() {
        return raw.as_bytes().to_vec();
    }
    if let Some(hex) = value["hex"].as_str() {
        return hex::decode(hex).expect("hexadecimal");
    }
    let Some(parts) = value["parts"].as_array() else { return value.to_string().into_bytes() };
    parts.iter().map(part).collect::<String>().into_bytes()
}

pub(crate) fn text(value: &Value) -> &str {
    value.as_str().expect("a string")
}

fn part(part: &Value) -> String {
    part.as_str().map_or_else(
        || {
            let times = part["times"].as_u64().and_then(|times| usize::try_from(times).ok());
            text(&part["repeat"]).repeat(times.expect("a count"))
        },
        str::to_owned,
    )
}

fn codes(contradictions: &Value) -> Value {
    contradictions.as_array().expect("a list").iter().map(|one| one["code"].clone()).collect()
}

fn without_messages(problems: &Value) -> Value {
    let mut problems = problems.clone();
    for problem in problems.as_array_mut().expect("a list") {
        let message = problem.as_object_mut().and_then(|problem| problem.remove("message"));
        assert!(message.is_some_and(|message| !text(&message).is_empty()), "expected a message");
    }
    problems
}
