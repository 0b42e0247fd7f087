//! `idempotency.json` against the keys.

use compliance_gate::envelope::Envelope;
use serde_json::Value;

use super::vector::{Check, each, same, text};

pub(crate) fn vectors() {
    each(include_str!("../vectors/idempotency.json"), vector);
}

fn vector(vector: &Value) -> Check {
    if let Some(expected) = vector["idempotencyKey"].as_str() {
        return same("key", key(&vector["signedText"])?.as_str(), expected);
    }
    if let Some([one, other]) = vector["distinct"].as_array().map(Vec::as_slice) {
        return same("share a key", key(one)? == key(other)?, false);
    }
    let Some([one, other]) = vector["same"].as_array().map(Vec::as_slice) else {
        return Err("expected idempotencyKey, distinct or same".to_owned());
    };
    same("key", key(one)?, key(other)?)
}

fn key(signed_text: &Value) -> Result<String, String> {
    let envelope = Envelope::parse(text(signed_text)).map_err(|error| error.to_string())?;
    Ok(envelope.idempotency_key().to_string())
}
