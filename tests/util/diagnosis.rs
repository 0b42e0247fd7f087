//! `diagnosis.json` against the diagnosis.

use compliance_gate::diagnosis::diagnose;
use compliance_gate::error::Error;
use serde_json::Value;

use super::vector::{Check, bytes, each, header, received, same, text, verifier};

pub(crate) fn vectors() {
    each(include_str!("../vectors/diagnosis.json"), vector);
}

fn vector(vector: &Value) -> Check {
    let verifier = verifier(&vector["options"]).map_err(|error| error.to_string())?;
    let (body, header) = (bytes(&vector["body"]), header(vector));
    let diagnosis = diagnose(received(&body, header.as_deref()), &verifier);
    let code = diagnosis.outcome().err().map(|refused| Error::from(refused.clone()).code());
    same("code", code, vector["code"].as_str())?;
    let first = diagnosis.causes().first();
    let cause = &vector["cause"];
    same("cause", first.map(|cause| cause.kind().as_str()), cause["code"].as_str())?;
    same("proved", first.map(compliance_gate::diagnosis::Cause::is_proved), cause["proved"].as_bool())?;
    let messages = diagnosis.causes().iter().map(ToString::to_string).chain([diagnosis.to_string()]);
    let messages = messages.collect::<Vec<_>>().join("\n");
    for word in vector["says"].as_array().expect("a list").iter().map(text) {
        let said = first.is_some_and(|cause| cause.to_string().contains(word));
        same(&format!("{word:?} in {first:?}"), said, true)?;
    }
    for secret in vector["never"].as_array().expect("a list").iter().map(text) {
        same("a secret in a message", messages.contains(secret), false)?;
    }
    Ok(())
}
