//! A vector: what a provider posts, and the verifier that receives it. `tests/vectors/README.md` has the format.

use compliance_gate::body::{Form, Scope};
use compliance_gate::delivery::{Accept, Delivery, Dialect, Key, Unverified, Verifier};
use compliance_gate::error::Error;
use serde_json::Value;

/// What one vector is found to violate.
pub(crate) type Check = Result<(), String>;

/// Checks every vector of a file, and reports all that fail by name.
pub(crate) fn each(json: &str, check: impl Fn(&Value) -> Check) {
    let vectors: Vec<Value> = serde_json::from_str(json).expect("a vector file is a JSON array");
    assert!(vectors.len() > 20, "expected a file of vectors, found {}", vectors.len());
    let failures: Vec<String> = vectors
        .iter()
        .filter_map(|vector| {
            check(vector).err().map(|failure| format!("{}: {failure}", text(&vector["name"])))
        })
        .collect();
    assert!(failures.is_empty(), "{} of {}:\n{}", failures.len(), vectors.len(), failures.join("\n"));
}

/// Compares by `==`, and says what differs.
#[allow(clippy::needless_pass_by_value, reason = "so that tables can pass what they compute")]
pub(crate) fn same<T: PartialEq + core::fmt::Debug>(what: &str, found: T, expected: T) -> Check {
    if found == expected { Ok(()) } else { Err(format!("{what}: expected {expected:?}, found {found:?}")) }
}

/// What a vector's `keys`, `dialect`, `forms`, `scopes` and `maxBodyBytes` make.
pub(crate) fn verifier(options: &Value) -> Result<Verifier, Error> {
    let dialect = options["dialect"].as_str().filter(|name| *name != "auto");
    let dialect = dialect.map(|name| named(&Dialect::ALL, Dialect::as_str, name));
    let mut accept = Accept { dialect, ..Accept::default() };
    if let Some(forms) = options["forms"].as_array() {
        accept.forms = forms.iter().map(|name| named(&Form::ALL, Form::as_str, text(name))).collect();
    }
    if let Some(scopes) = options["scopes"].as_array() {
        accept.scopes = scopes.iter().map(|name| named(&Scope::ALL, Scope::as_str, text(name))).collect();
    }
    if let Some(limit) = options["maxBodyBytes"].as_u64() {
        accept.max_body_bytes = usize::try_from(limit).expect("a limit fits an address");
    }
    let keys = options["keys"].as_array().expect("keys are an array");
    let keys = keys.iter().enumerate().map(|(position, given)| key(position, given));
    Ok(Verifier::accepting(keys.collect::<Result<_, _>>()?, accept)?)
}

fn key(position: usize, given: &Value) -> Result<Key, Error> {
    let secret = given.as_str().unwrap_or_else(|| text(&given["secret"]));
    let id = given["id"].as_str().map_or_else(|| position.to_string(), str::to_owned);
    Ok(Key::new(&id, secret.as_bytes())?)
}

fn named<T: Copy>(all: &[T], name: fn(T) -> &'static str, wanted: &str) -> T {
    all.iter().copied().find(|one| name(*one) == wanted).expect("a name that is one")
}

/// The vector's body and header, at its verifier.
pub(crate) fn verify(vector: &Value) -> Result<Delivery, Error> {
    let verifier = verifier(&vector["options"])?;
    Ok(received(&bytes(&vector["body"]), header(vector).as_deref()).verify(&verifier)?)
}

/// A body as received, with the header where there is one.
pub(crate) fn received<'a>(body: &'a [u8], header: Option<&'a str>) -> Unverified<'a> {
    header.map_or(Unverified::new(body), |value| Unverified::new(body).with_header(value))
}

/// The header's value; several as HTTP joins them.
pub(crate) fn header(vector: &Value) -> Option<String> {
    match vector.get("header")? {
        Value::Array(values) => Some(values.iter().map(text).collect::<Vec<_>>().join(", ")),
        value => Some(text(value).to_owned()),
    }
}

/// Text, `{"hex"}` of bytes, or `{"parts"}` of what is too long to write out.
pub(crate) fn bytes(body: &Value) -> Vec<u8> {
    if let Some(hex) = body["hex"].as_str() {
        return hex::decode(hex).expect("hexadecimal");
    }
    let Some(parts) = body["parts"].as_array() else { return text(body).as_bytes().to_vec() };
    parts.iter().map(part).collect::<String>().into_bytes()
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

pub(crate) fn text(value: &Value) -> &str {
    value.as_str().expect("a string")
}
