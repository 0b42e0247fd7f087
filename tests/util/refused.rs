//! `refused.json` against the verifier and the error codes.

use compliance_gate::error::status;
use serde_json::Value;

use super::vector::{Check, each, same, text, verify};

pub(crate) fn vectors() {
    each(include_str!("../vectors/refused.json"), vector);
}

fn vector(vector: &Value) -> Check {
    if vector["javascript"] == true {
        // Options that Rust's types cannot hold.
        return Ok(());
    }
    let Err(error) = verify(vector) else { return Err("accepted".to_owned()) };
    same("code", error.code(), text(&vector["code"]))?;
    same("status", Some(u64::from(status(error.code()))), vector["status"].as_u64())?;
    same("a message without the secret", error.to_string().contains("WEBHOOK_SECRET"), false)
}
