//! `attack.json` against the verifier: accepted is what gives the genuine text, refused is everything else.

use compliance_gate::body::{self, Body};
use serde_json::Value;

use super::vector::{Check, each, same, text, verify};

pub(crate) fn vectors() {
    each(include_str!("../vectors/attack.json"), vector);
}

fn vector(vector: &Value) -> Check {
    let delivery = match (verify(vector), text(&vector["verdict"])) {
        (Err(error), "refused") => return same("code", error.code(), text(&vector["code"])),
        (Ok(delivery), "accepted") => delivery,
        (result, verdict) => return Err(format!("expected it {verdict}, found {:?}", result.map(|_| ()))),
    };
    let expect = &vector["expect"];
    same("signedText", delivery.signed_text(), text(&expect["signedText"]))?;
    same("contentId", delivery.content_id().as_str(), text(&expect["contentId"]))?;
    same("scope", delivery.scope().as_str(), text(&expect["scope"]))?;
    same("form", delivery.form().as_str(), text(&expect["form"]))?;
    let uncovered = delivery.uncovered().iter().filter_map(|name| body::string(name));
    let uncovered: Vec<String> = uncovered.map(std::borrow::Cow::into_owned).collect();
    let payload = Body::parse(delivery.signed_text().as_bytes()).map_err(|error| error.to_string())?;
    for name in &uncovered {
        same("an uncovered member in the payload", payload.member(name), None)?;
    }
    same("uncovered", Value::from(uncovered), expect["uncovered"].clone())
}
