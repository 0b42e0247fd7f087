use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use crate::body::Body;

/// Who has to act.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Actor {
    /// The person whose money it is; the integrator's API call is in `call`.
    Customer,
    /// The integrator's operators.
    Integrator,
    /// The provider.
    Provider,
    /// The provider's support, whom somebody has to ask.
    Support,
    /// Nobody.
    Nobody,
}

/// The API call that does what is next.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Call {
    /// The HTTP method.
    pub method: &'static str,
    /// The path, with the id filled in where it is known, else with `{id}` in its place.
    pub path: String,
    /// The one member that the body needs for certain, if there is one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "one_member")]
    pub body: Option<(&'static str, String)>,
}

impl Call {
    pub(super) fn new(method: &'static str, resource: &str, id: Option<&str>, behind: &str) -> Self {
        let mut path = format!("/{resource}/");
        match id {
            Some(id) => push_segment(&mut path, id),
            None => path.push_str("{id}"),
        }
        path.push_str(behind);
        Self { method, path, body: None }
    }

    pub(super) fn with(self, name: &'static str, value: &str) -> Self {
        Self { body: Some((name, value.to_owned())), ..self }
    }
}

/// A place where the provider's answer disagrees with itself: reported, never hidden, never fatal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Contradiction {
    /// A stable code.
    pub code: &'static str,
    /// What disagrees with what.
    pub message: String,
}

impl Contradiction {
    pub(super) fn new(code: &'static str, message: impl Into<String>) -> Self {
        Self { code, message: message.into() }
    }
}

/// The object that an answer or event is about, wherever its envelope has it: `{kind}`, `{data: {kind}}`,
/// `{data}`, or bare. What has an id itself is bare, whatever its `data`.
pub(super) fn subject<'a>(body: Body<'a>, kind: &str) -> Body<'a> {
    if let Some(subject) = body.object(kind) {
        return subject;
    }
    let Some(data) = body.object("data") else { return body };
    match data.object(kind) {
        Some(subject) => subject,
        None if body.member("id").is_some() => body,
        None => data,
    }
}

/// The members that may have an event's name, in the order in which the envelopes are recognised.
pub(super) fn event_name<'a>(body: &Body<'a>) -> Option<std::borrow::Cow<'a, str>> {
    ["event", "eventType"].iter().find_map(|name| body.string(name))
}

/// An id is the provider's text, and must not lead out of its place in the path.
fn push_segment(path: &mut String, id: &str) {
    for byte in id.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'~') || byte == b'.' && id.len() > 2
        {
            path.push(char::from(byte));
        } else {
            path.push('%');
            path.extend([byte >> 4, byte & 0x0f].map(hex_digit));
        }
    }
}

fn hex_digit(nibble: u8) -> char {
    char::from_digit(u32::from(nibble), 16).unwrap_or('0').to_ascii_uppercase()
}

#[allow(clippy::ref_option, reason = "serde passes a reference to the field")]
fn one_member<S: Serializer>(
    body: &Option<(&'static str, String)>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(Some(usize::from(body.is_some())))?;
    if let Some((name, value)) = body {
        map.serialize_entry(name, value)?;
    }
    map.end()
}
