//! A JSON value by its type. What is of another type than expected is noted, not refused.

use std::borrow::Cow;

use crate::body::{self, Body};
use crate::step::Contradiction;

use super::contradiction::Code;

/// A value as received, in a text that was read strictly.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value<'a> {
    Absent,
    Null,
    Boolean(bool),
    Number(&'a str),
    Text(Cow<'a, str>),
    /// A string with half of a surrogate pair: no text outside JavaScript.
    NotText,
    Object(&'a str),
    Array(&'a str),
}

impl<'a> Value<'a> {
    pub(super) fn of(body: &Body<'a>, name: &str) -> Self {
        body.member(name).map_or(Self::Absent, Self::read)
    }

    /// `token` is one JSON value, without white space around it.
    pub(super) fn read(token: &'a str) -> Self {
        match token.as_bytes().first() {
            Some(b'"') => body::string(token).map_or(Self::NotText, Self::Text),
            Some(b'{') => Self::Object(token),
            Some(b'[') => Self::Array(token),
            Some(b't') => Self::Boolean(true),
            Some(b'f') => Self::Boolean(false),
            Some(b'n') => Self::Null,
            Some(_) => Self::Number(token),
            None => Self::Absent,
        }
    }

    pub(super) const fn is_given(&self) -> bool {
        !matches!(self, Self::Absent | Self::Null)
    }

    /// A count: a whole number, also where it is written with a fraction of zero.
    pub(super) fn count(&self) -> Option<u64> {
        let Self::Number(token) = self else { return None };
        let (whole, fraction) = token.split_once('.').unwrap_or((token, "0"));
        let is_whole = fraction.bytes().all(|byte| byte == b'0');
        whole.parse().ok().filter(|_| is_whole)
    }

    /// What it is, in a message.
    pub(super) const fn kind(&self) -> &'static str {
        match self {
            Self::Absent => "nothing",
            Self::Null => "null",
            Self::Boolean(_) => "a boolean",
            Self::Number(_) => "a number",
            Self::Text(_) => "a string",
            Self::NotText => "a string with half of a surrogate pair",
            Self::Object(_) => "an object",
            Self::Array(_) => "an array",
        }
    }
}

/// Reads members and notes those of another type than expected.
#[derive(Debug, Default)]
pub(super) struct Reader {
    pub(super) noted: Vec<Contradiction>,
}

impl Reader {
    /// A boolean that is always there.
    pub(super) fn boolean(&mut self, body: &Body<'_>, name: &str, of: &str) -> Option<bool> {
        match Value::of(body, name) {
            Value::Boolean(value) => Some(value),
            other => {
                self.unexpected(name, of, "a boolean", &other);
                None
            }
        }
    }

    /// A string that may be absent or null.
    pub(super) fn text<'a>(&mut self, body: &Body<'a>, name: &str, of: &str) -> Option<Cow<'a, str>> {
        match Value::of(body, name) {
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
        let value = Value::of(body, name);
        let count = value.count();
        if count.is_none() {
            self.unexpected(name, of, "a whole number", &value);
        }
        count
    }

    pub(super) fn unexpected(&mut self, name: &str, of: &str, expected: &str, found: &Value<'_>) {
        let code = if found.is_given() { Code::MemberType } else { Code::MemberMissing };
        let found = found.kind();
        self.noted.push(code.with(format!("expected {name} of {of} to be {expected}, found {found}")));
    }
}

/// The elements of an array that was read strictly.
pub(super) fn elements(array: &str) -> impl Iterator<Item = &str> {
    let inside = array.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or_default();
    let mut rest = inside.trim_ascii_start();
    core::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let end = element_end(rest.as_bytes());
        let (element, behind) = rest.split_at_checked(end)?;
        rest = behind.strip_prefix(',').unwrap_or_default().trim_ascii_start();
        Some(element.trim_ascii_end())
    })
}

/// Where the comma behind the first element is, or the end.
fn element_end(bytes: &[u8]) -> usize {
    let mut depth = 0_usize;
    let mut bytes_at = bytes.iter().enumerate();
    while let Some((at, byte)) = bytes_at.next() {
        match byte {
            b'"' => {
                while let Some((_, inside)) = bytes_at.next() {
                    match inside {
                        b'"' => break,
                        b'\\' => drop(bytes_at.next()),
                        _ => {}
                    }
                }
            }
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth = depth.saturating_sub(1),
            b',' if depth == 0 => return at,
            _ => {}
        }
    }
    bytes.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_are_found_whatever_they_hold() {
        let table: [(&str, &[&str]); 6] = [
            ("[]", &[]),
            ("[ ]", &[]),
            ("[1]", &["1"]),
            (r#"[ "a,\"]" , [1,{"b":[2,3]}] ,{}]"#, &[r#""a,\"]""#, r#"[1,{"b":[2,3]}]"#, "{}"]),
            (r#"["\\",null]"#, &[r#""\\""#, "null"]),
            ("[[],[[]]\n]", &["[]", "[[]]"]),
        ];
        for (array, expected) in table {
            assert_eq!(elements(array).collect::<Vec<_>>(), expected, "{array}");
        }
    }

    #[test]
    fn counts_are_whole_numbers() {
        let table =
            [("8", Some(8)), ("8.00", Some(8)), ("-0", None), ("8.5", None), ("8e0", None), ("\"8\"", None)];
        for (token, expected) in table {
            assert_eq!(Value::read(token).count(), expected, "{token}");
        }
    }
}
