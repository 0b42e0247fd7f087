//! Members by type, where what is of another type than expected is noted, not refused.

use std::borrow::Cow;

use crate::body::{Body, Value};
use crate::step::Contradiction;

use super::contradiction::Code;

/// Reads members and notes those of another type than expected.
#[derive(Debug, Default)]
pub(super) struct Reader {
    pub(super) noted: Vec<Contradiction>,
}

impl Reader {
    /// A boolean that is always there.
    pub(super) fn boolean(&mut self, body: &Body<'_>, name: &str, of: &str) -> Option<bool> {
        match body.value(name) {
            Value::Boolean(value) => Some(value),
            other => {
                self.unexpected(name, of, "a boolean", &other);
                None
            }
        }
    }

    /// A string that may be absent or null.
    pub(super) fn text<'a>(&mut self, body: &Body<'a>, name: &str, of: &str) -> Option<Cow<'a, str>> {
        match body.value(name) {
            Value::Text(text) => Some(text),
            other => {
                if other.is_given() {
                    self.unexpected(name, of, "a string", &other);
                }
                None
            }
        }
    }

    /// A count that is always there.
    pub(super) fn count(&mut self, body: &Body<'_>, name: &str, of: &str) -> Option<u64> {
        let value = body.value(name);
        let count = value.count();
        if count.is_none() {
            self.unexpected(name, of, "a whole number", &value);
        }
        count
    }

    pub(super) fn unexpected(&mut self, name: &str, of: &str, expected: &str, found: &Value<'_>) {
        let code = if found.is_given() { Code::MemberType } else { Code::MemberMissing };
        let message = ["expected ", name, " of ", of, " to be ", expected, ", found ", found.kind()];
        code.note(&mut self.noted, &message);
    }
}
