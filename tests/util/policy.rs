//! The vectors of the policies against them: a call by its name in JavaScript, its input, and what of the answer
//! has to be there. The same code natively and in wasm.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking; clippy allows it in test functions only, not in what they call"
)]

use compliance_gate::body::Malformed;
use compliance_gate::checklist::{Progress, checklist};
use compliance_gate::options::InvalidOptions;
use compliance_gate::payment::audit::{Audit, Settings};
use compliance_gate::payment::customer::Customer;
use compliance_gate::payment::limits::{InvalidLimits, Limits};
use compliance_gate::payment::review::{Clocks, Review};
use compliance_gate::problem::Question;
use compliance_gate::retry::{redelivery, redelivery_schedule, token_refresh_at};
use serde_json::Value;

/// Checks every vector of a file, and reports all that fail by name.
pub(crate) fn vectors(json: &str, at_least: usize) {
    let vectors: Vec<Value> = serde_json::from_str(json).expect("a vector file is a JSON array");
    assert!(vectors.len() >= at_least, "expected {at_least} vectors, found {}", vectors.len());
    let failures: Vec<String> = vectors.iter().filter_map(|vector| vector_fails(vector).err()).collect();
    assert!(failures.is_empty(), "{} of {}:\n{}", failures.len(), vectors.len(), failures.join("\n"));
}

fn vector_fails(vector: &Value) -> Result<(), String> {
    let name = vector["name"].as_str().expect("a name");
    assert!(vector["source"].as_str().is_some_and(|source| !source.is_empty()), "{name}: no source");
    let answer = call(vector["call"].as_str().expect("a call"), &vector["input"]);
    let expect = vector["expect"].as_object().expect("expectations");
    assert!(!expect.is_empty(), "{name}: expects nothing");
    let (Ok(found) | Err(found)) = answer;
    let differs = expect.iter().find(|(member, expected)| found.pointer(&pointer(member)) != Some(*expected));
    match differs {
        None => Ok(()),
        Some((member, expected)) => {
            let found = found.pointer(&pointer(member));
            let found = found.map_or_else(|| "nothing".to_owned(), Value::to_string);
            Err(format!("{name}: {member}: expected {expected}, found {found}"))
        }
    }
}

/// `a.b.0` as a JSON pointer; the empty name is the whole answer.
fn pointer(member: &str) -> String {
    if member.is_empty() { String::new() } else { format!("/{}", member.replace('.', "/")) }
}

/// An input is JSON, or the very text in `{"text"}`.
fn text(input: &Value) -> String {
    input["text"].as_str().map_or_else(|| input.to_string(), str::to_owned)
}

/// The answer, or `{"error"}` by its kind.
pub(crate) fn call(name: &str, input: &Value) -> Result<Value, Value> {
    let whole = |member: &str| input[member].as_i64().expect("an integer");
    let part = |member: &str| text(&input[member]);
    let options = |member: &str| input.get(member).map_or_else(|| "{}".to_owned(), text);
    match name {
        "adviseRetry" => {
            let question = text(input);
            let question = Question::parse(question.as_bytes()).map_err(|error| options_fault(&error))?;
            Ok(json(&question.advise()))
        }
        "redeliverySchedule" => Ok(json(&redelivery_schedule())),
        "redelivery" => Ok(json(&redelivery(whole("firstSeen"), whole("now")))),
        "tokenRefreshAt" => Ok(json(&token_refresh_at(whole("issuedAt"), whole("expiresIn").unsigned_abs()))),
        "reviewState" => {
            let clocks =
                Clocks::parse(options("options").as_bytes()).map_err(|error| options_fault(&error))?;
            Review::parse(part("payment").as_bytes(), clocks)
                .map(|review| json(&review))
                .map_err(|error| malformed(&error))
        }
        "customerState" => Customer::parse(part("customer").as_bytes())
            .map(|customer| json(&customer))
            .map_err(|error| malformed(&error)),
        "checkLimits" => {
            let limits = Limits::parse(part("limits").as_bytes()).map_err(|error| invalid(&error))?;
            limits
                .check(part("payment").as_bytes())
                .map(|answer| json(&answer))
                .map_err(|error| malformed(&error))
        }
        "auditRecords" => {
            let settings =
                Settings::parse(options("options").as_bytes()).map_err(|error| options_fault(&error))?;
            let audit = Audit::of(&part("payments"), &part("customers"), settings);
            audit.map(|audit| json(&audit)).map_err(|error| fault(&format!("{error:?}")))
        }
        "checklist" => Ok(json(&checklist())),
        "checklistProgress" => {
            Progress::parse(&text(input)).map(|progress| json(&progress)).map_err(|_| fault("NotArray"))
        }
        other => panic!("there is no call {other}"),
    }
}

fn json(answer: &impl serde::Serialize) -> Value {
    serde_json::to_value(answer).expect("an answer is JSON")
}

fn malformed(malformed: &Malformed) -> Value {
    let kind = format!("{malformed:?}");
    fault(kind.split([' ', '{']).next().unwrap_or_default())
}

fn options_fault(error: &InvalidOptions) -> Value {
    assert_eq!(error.code(), "invalid_options");
    fault("InvalidOptions")
}

fn invalid(error: &InvalidLimits) -> Value {
    match error {
        InvalidLimits::Body(_) => fault("NotLimits"),
        InvalidLimits::NotDecimal { at } => fault(&format!("NotDecimal {at}")),
        InvalidLimits::NotObject { at } => fault(&format!("NotObject {at}")),
        other => panic!("{other}"),
    }
}

fn fault(kind: &str) -> Value {
    serde_json::json!({ "error": kind })
}
