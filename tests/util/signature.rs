//! `signature.json` against the signature module.

use compliance_gate::signature::{Secret, Signature};
use serde_json::Value;

use super::vector::{Check, each, same, text};

pub(crate) fn vectors() {
    each(include_str!("../vectors/signature.json"), vector);
}

fn vector(vector: &Value) -> Check {
    let bytes = |name: &str| hex::decode(text(&vector[name])).expect("hexadecimal");
    let secret = Secret::new(&bytes("secret")).map_err(|error| error.to_string())?;
    let message = bytes("message");
    let verdict = match Signature::parse(text(&vector["signature"])) {
        Err(_) => "malformed",
        Ok(signature) if secret.verify(&[&message], &signature) => "match",
        Ok(_) => "mismatch",
    };
    same("verdict", verdict, text(&vector["expect"]))?;
    if verdict != "match" {
        return Ok(());
    }
    let signed = secret.sign(&[&message]).to_string();
    same("signed", signed.as_str(), text(&vector["signature"]).to_lowercase().as_str())?;
    // However the message is cut, it is the same message.
    let halves = message.split_at(message.len() / 2);
    let signature = Signature::parse(&signed).map_err(|error| error.to_string())?;
    same("in two parts", secret.verify(&[halves.0, halves.1], &signature), true)
}
