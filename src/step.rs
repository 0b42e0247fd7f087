//! What every answer about what is next is made of: who acts, by which call, and what contradicts what.
//!
//! ```
//! use compliance_gate::json::to_json;
//! use compliance_gate::step::Call;
//!
//! let call = Call::new("POST", "/payments/", Some("a/b"), "{id}", "/documents").with("type", "invoice");
//! let expected = r#"{"method":"POST","path":"/payments/a%2Fb/documents","body":{"type":"invoice"}}"#;
//! assert_eq!(to_json(&call).as_deref(), Ok(expected));
//! ```

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use crate::message::{joined, push_hex};
use crate::wire::closed_enum;

closed_enum! {
    /// Who has to act.
    pub enum Actor {
        /// The customer, the person whose money it is; the integrator's API call is in `call`.
        Customer = "customer",
        /// The integrator, by a call.
        Integrator = "integrator",
        /// The provider.
        Provider = "provider",
        /// The provider's support, whom the integrator has to ask.
        Support = "support",
        /// Nobody.
        Nobody = "nobody",
    }
}

/// The provider's API call that does what is next.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Call {
    /// The HTTP method.
    pub method: &'static str,
    /// The path, with ids filled in where they are known, else as the provider's pages write their place:
    /// `{id}`, `:onboardingId`.
    pub path: String,
    /// The one member that the body needs for certain, if there is one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "one_member")]
    pub body: Option<(&'static str, String)>,
}

impl Call {
    /// A call whose path is `before`, the id as one segment, or `placeholder` where it is not known, and `behind`.
    #[must_use]
    pub fn new(
        method: &'static str,
        before: &str,
        id: Option<&str>,
        placeholder: &str,
        behind: &str,
    ) -> Self {
        let mut path = before.to_owned();
        // A URL parser takes these for nothing or a step up, however they are escaped.
        match id.filter(|id| !matches!(*id, "" | "." | "..")) {
            Some(id) => push_segment(&mut path, id),
            None => path.push_str(placeholder),
        }
        path.push_str(behind);
        Self { method, path, body: None }
    }

    /// A call of a path that has no id.
    #[must_use]
    pub fn to(method: &'static str, path: &str) -> Self {
        Self { method, path: path.to_owned(), body: None }
    }

    /// The same call with the one member that its body needs.
    #[must_use]
    pub fn with(self, name: &'static str, value: &str) -> Self {
        Self { body: Some((name, value.to_owned())), ..self }
    }
}

/// A place where the provider's answer disagrees with itself, or with what the pages say of it: reported, never
/// hidden, never fatal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Contradiction {
    /// Stable.
    pub code: &'static str,
    /// What disagrees with what, in one sentence; it may improve.
    pub message: String,
}

impl Contradiction {
    /// The message comes in parts.
    pub(crate) fn new(code: &'static str, message: &[&str]) -> Self {
        Self { code, message: joined(message) }
    }
}

/// An id is the provider's text, and must not lead out of its place in the path.
fn push_segment(path: &mut String, id: &str) {
    for byte in id.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            path.push(char::from(byte));
        } else {
            path.push('%');
            push_hex(path, u32::from(byte), 2);
        }
    }
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
