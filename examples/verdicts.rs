//! What native Rust answers to the calls on standard input, one JSON object a line: other runtimes are compared with
//! it, byte for byte. `tests/matrix/program/calls.js` writes the calls, and answers them in JavaScript.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a call that cannot be read is a mistake of the tests"
)]

#[path = "../tests/util/delivery.rs"]
#[allow(dead_code, reason = "tests use the rest of it")]
mod delivery;
#[path = "../tests/util/vector.rs"]
#[allow(dead_code, reason = "tests use the rest of it")]
mod vector;

use std::io;

use compliance_gate::Delivery;
use compliance_gate::checklist::{Progress, checklist};
use compliance_gate::diagnosis::diagnose;
use compliance_gate::document::{Candidate, Person, required_documents, validate_document};
use compliance_gate::envelope::Envelope;
use compliance_gate::error::{Error, status};
use compliance_gate::json::to_json;
use compliance_gate::kyc::{self, Context};
use compliance_gate::payment::audit::{Audit, Settings};
use compliance_gate::payment::customer::Customer;
use compliance_gate::payment::limits::Limits;
use compliance_gate::payment::review::{Clocks, Review};
use compliance_gate::problem::Question;
use compliance_gate::retry;
use serde::Serialize;
use serde_json::{Value, json};

fn main() {
    for line in io::stdin().lines() {
        let call = serde_json::from_str(&line.expect("text")).expect("a call a line");
        println!("{}", answer(&call).unwrap_or_else(|error| refusal(&error).to_string()));
    }
}

fn refusal(error: &Error) -> Value {
    json!({ "code": error.code(), "status": status(error.code()) })
}

fn answer(call: &Value) -> Result<String, Error> {
    let arguments = Arguments(call["arguments"].as_array().map_or(&[], Vec::as_slice));
    match vector::text(&call["call"]) {
        "verify" => vector::verify(call).map(|delivery| delivered(&delivery).to_string()),
        "explain" => explained(call).map(|diagnosis| diagnosis.to_string()),
        "idempotencyKey" => {
            let text = arguments.text(0);
            Ok(json!({ "key": Envelope::parse(&text)?.idempotency_key().as_str() }).to_string())
        }
        name => advice(name, &arguments),
    }
}

/// The calls of the guidance, which print their own answers.
fn advice(name: &str, given: &Arguments<'_>) -> Result<String, Error> {
    match name {
        "interpretStatus" => {
            let context = given.get(1).map(|json| Context::parse(&json)).transpose()?.unwrap_or_default();
            printed(&kyc::interpret_status(&given.bytes(0), &context)?)
        }
        "interpretKycEvent" => {
            let person = given.get(1).map(|json| Person::parse(&json)).transpose()?.unwrap_or_default();
            printed(&kyc::interpret_kyc_event(&given.bytes(0), person.strategy)?)
        }
        "requiredDocuments" => printed(&required_documents(&Person::parse(&given.bytes(0))?)),
        "validateDocument" => {
            let (candidate, start) = (given.bytes(0), given.get(1));
            printed(&validate_document(&Candidate::parse(&candidate, start.as_deref())?))
        }
        "reviewState" => {
            let clocks = Clocks::parse(&given.get(1).unwrap_or(b"{}".to_vec()))?;
            printed(&Review::parse(&given.bytes(0), clocks)?)
        }
        "customerState" => printed(&Customer::parse(&given.bytes(0))?),
        "checkLimits" => printed(&Limits::parse(&given.bytes(1))?.check(&given.bytes(0))?),
        "auditRecords" => {
            let settings = Settings::parse(&given.get(2).unwrap_or(b"{}".to_vec()))?;
            printed(&Audit::of(&given.text(0), &given.text(1), settings)?)
        }
        "adviseRetry" => printed(&Question::parse(&given.bytes(0))?.advise()),
        "redeliverySchedule" => printed(&retry::redelivery_schedule()),
        "redelivery" => printed(&retry::redelivery(given.whole("firstSeen"), given.whole("now"))),
        "tokenRefreshAt" => printed(&retry::token_refresh_at(
            given.whole("issuedAt"),
            given.whole("expiresIn").unsigned_abs(),
        )),
        "checklist" => printed(checklist()),
        "checklistProgress" => printed(&Progress::parse(&given.text(0))?),
        other => panic!("there is no call {other}"),
    }
}

fn printed(answer: &(impl Serialize + ?Sized)) -> Result<String, Error> {
    Ok(to_json(answer)?)
}

fn delivered(delivery: &Delivery) -> Value {
    let mut members = delivery::seen(delivery);
    members["signedText"] = delivery.signed_text().into();
    members
}

fn explained(call: &Value) -> Result<Value, Error> {
    let verifier = vector::verifier(&call["options"])?;
    let body = vector::bytes(&call["body"]);
    let diagnosis = diagnose(vector::received(&body, vector::header(call).as_deref()), &verifier);
    let causes = diagnosis.causes().iter().map(|cause| {
        json!({ "code": cause.kind().as_str(), "message": cause.to_string(), "proved": cause.is_proved() })
    });
    Ok(json!({
        "verified": diagnosis.outcome().is_ok(),
        "code": diagnosis.outcome().err().map(|refused| Error::from(refused.clone()).code()),
        "message": diagnosis.to_string(),
        "match": diagnosis.outcome().ok().map(|matched| json!({
            "dialect": matched.dialect.as_str(),
            "scope": matched.scope.as_str(),
            "form": matched.form.as_str(),
            "keyId": &*matched.key_id,
        })),
        "causes": causes.collect::<Vec<_>>(),
    }))
}

/// What the guidance is called with: texts, or bytes in hexadecimal; null is absent.
struct Arguments<'a>(&'a [Value]);

impl Arguments<'_> {
    fn get(&self, place: usize) -> Option<Vec<u8>> {
        self.0.get(place).filter(|value| !value.is_null()).map(vector::bytes)
    }

    fn bytes(&self, place: usize) -> Vec<u8> {
        self.get(place).unwrap_or_default()
    }

    fn text(&self, place: usize) -> String {
        String::from_utf8(self.bytes(place)).expect("text")
    }

    /// A member of the first argument. What is too large is the largest there is.
    fn whole(&self, member: &str) -> i64 {
        let options: Value = serde_json::from_slice(&self.bytes(0)).expect("options");
        let number = &options[member];
        let bound = if number.as_f64().expect("a number") < 0.0 { -i64::MAX } else { i64::MAX };
        number.as_i64().unwrap_or(bound)
    }
}
