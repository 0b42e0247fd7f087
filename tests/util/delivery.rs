//! `delivery.json` against the verifier.

use compliance_gate::Delivery;
use compliance_gate::body;
use compliance_gate::envelope::{Kind, Subject};
use compliance_gate::payment::event::Event;
use serde_json::{Value, json};

use super::vector::{Check, bytes, each, same, verify};

pub(crate) fn vectors() {
    each(include_str!("../vectors/delivery.json"), vector);
}

fn vector(vector: &Value) -> Check {
    let delivery = verify(vector).map_err(|error| format!("refused by {}: {error}", error.code()))?;
    let mut found = seen(&delivery);
    let mut expected = vector["expect"].clone();
    let signed_text = bytes(&expected["signedText"].take());
    same("signedText", delivery.signed_text().as_bytes(), &signed_text)?;
    for name in expected.as_object().expect("expectations").keys().filter(|name| *name != "signedText") {
        same(name, found[name].take(), expected[name].clone())?;
    }
    Ok(())
}

/// The members of a delivery as JavaScript has them, but for the signed text and what is read from it.
pub(crate) fn seen(delivery: &Delivery) -> Value {
    let envelope = delivery.envelope().expect("what was verified is readable");
    let event = envelope.event();
    let subject = envelope.subject();
    let uncovered: Vec<_> = delivery.uncovered().iter().map(|name| body::string(name)).collect();
    json!({
        "dialect": delivery.dialect().as_str(),
        "scope": delivery.scope().as_str(),
        "form": delivery.form().as_str(),
        "keyId": delivery.key_id(),
        "event": event.as_ref().map(Event::as_str),
        "known": envelope.is_known(),
        "subject": {
            "kind": subject.map(Subject::kind).map(Kind::as_str),
            "id": subject.and_then(Subject::id),
            "status": subject.and_then(Subject::status),
        },
        "idempotencyKey": delivery.idempotency_key().expect("a key").as_str(),
        "uncovered": uncovered,
        "contentId": delivery.content_id().as_str(),
    })
}
