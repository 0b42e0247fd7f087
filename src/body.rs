//! A raw body, read strictly once: one JSON object, its members' places in the text, nothing ambiguous.
//!
//! Conomy, "Handling webhooks": the signature is over "the JSON body without the signature field". A verifier
//! that parses and prints the body verifies a text nobody sent, and one that hands on what it received trusts
//! bytes nobody signed. So this module never builds a tree: it finds where each top-level member stands, and
//! the signed texts are slices of the body around them ([`signed`](Body::signed)).
//!
//! Refused is only what no reader could agree on, or what is over a stated limit: see [`Malformed`].
//!
//! ```
//! # #[cfg(feature = "signing")] {
//! use compliance_gate::body::{Body, Form, Scope};
//!
//! let body = Body::parse(br#"{"event":"e","data":{},"signature":"0f"}"#)?;
//! let signed = body.signed(Scope::WholeBody, Form::Wire).map(|text| text.to_string());
//! assert_eq!(signed.as_deref(), Some(r#"{"event":"e","data":{}}"#));
//! # }
//! # Ok::<(), compliance_gate::body::Malformed>(())
//! ```

mod cursor;
mod escape;
mod malformed;
mod names;
#[cfg(feature = "signing")]
mod number;
#[cfg(feature = "signing")]
mod print;
mod scan;
#[cfg(feature = "signing")]
mod signed;
mod stop;
mod value;

pub use malformed::Malformed;
#[cfg(feature = "signing")]
pub(crate) use number::{PrintNumber, number as print_number};
#[cfg(feature = "signing")]
pub(crate) use print::{Numbers, Order, Strings, Style};
pub(crate) use scan::Room;
pub use scan::{MAX_DEPTH, MAX_MEMBERS};
#[cfg(feature = "signing")]
pub use signed::{Form, Scope, SignedText};
pub(crate) use value::{Value, array, elements, number, plain};

use core::fmt;
use std::borrow::Cow;

use names::Name;
use stop::Stop;

/// The member that carries the signature in the body dialect.
pub const SIGNATURE: &str = "signature";

/// One JSON object and where its top-level members stand.
pub struct Body<'a> {
    /// UTF-8, as the strict pass has found.
    bytes: &'a [u8],
    members: Vec<Member>,
}

/// Where a member stands in the text, in bytes.
#[derive(Clone, Copy, Debug)]
struct Member {
    name: Name,
    /// The value's first byte.
    value: usize,
    /// Behind the value's last byte.
    end: usize,
}

impl fmt::Debug for Body<'_> {
    /// The text is personal data, so it does not reach logs by accident.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Body")
            .field("bytes", &self.bytes.len())
            .field("members", &self.members.len())
            .finish_non_exhaustive()
    }
}

impl<'a> Body<'a> {
    /// Reads `bytes` in one strict pass.
    ///
    /// # Errors
    ///
    /// [`Malformed`], for anything but one JSON object in UTF-8 without duplicate names, within the limits.
    pub fn parse(bytes: &'a [u8]) -> Result<Self, Malformed> {
        Self::parse_in(bytes, &mut Room::default())
    }

    /// As [`parse`](Self::parse), in room that is kept for the next body.
    pub(crate) fn parse_in(bytes: &'a [u8], room: &mut Room) -> Result<Self, Malformed> {
        if bytes.is_empty() {
            return Err(Malformed::Empty);
        }
        match Self::start(bytes, room) {
            Ok((body, end)) if end == bytes.len() => Ok(body),
            Ok((_, end)) => Err(malformed(bytes, Stop::NoEnd, end)),
            Err((stop, at)) => Err(malformed(bytes, stop, at)),
        }
    }

    /// The object that `bytes` begin with, and where what follows it begins.
    fn start(bytes: &'a [u8], room: &mut Room) -> Result<(Self, usize), (Stop, usize)> {
        let (members, end) = scan::object(bytes, room)?;
        Ok((Self { bytes: bytes.get(..end).unwrap_or_default(), members }, end))
    }

    /// Leaves its room to the next body.
    pub(crate) fn leave(self, room: &mut Room) {
        room.members = self.members;
    }

    /// The text as received.
    #[must_use]
    pub fn text(&self) -> &'a str {
        text(self.bytes, 0, self.bytes.len())
    }

    /// The value of a member, as received. Names are compared after unescaping.
    #[must_use]
    pub fn member(&self, name: &str) -> Option<&'a str> {
        self.find(name).map(|member| self.slice(member.value, member.end))
    }

    /// The object that a member is, if it is one.
    #[must_use]
    pub fn object(&self, name: &str) -> Option<Self> {
        // A nested object was read by the same pass, so this fails only where the member is something else.
        self.value_of(name).filter(|value| value.starts_with(b"{")).and_then(|value| Self::parse(value).ok())
    }

    /// The names of the members that are not among `covered`, each as the JSON string it was received as.
    #[must_use]
    pub fn names_except(&self, covered: &[&str]) -> Vec<&'a str> {
        let names = self.members.iter().map(|member| member.name);
        let others = names.filter(|name| !covered.iter().any(|covered| name.is(self.bytes, covered)));
        others.map(|name| name.token(self.bytes)).collect()
    }

    /// What is between the quotes of a member that is a string, escapes as received.
    #[cfg(feature = "signing")]
    pub(crate) fn quoted(&self, name: &str) -> Option<&'a [u8]> {
        self.value_of(name)?.strip_prefix(b"\"")?.strip_suffix(b"\"")
    }

    /// A member's value, in bytes.
    fn value_of(&self, name: &str) -> Option<&'a [u8]> {
        let member = self.find(name)?;
        self.bytes.get(member.value..member.end)
    }

    fn find(&self, name: &str) -> Option<&Member> {
        self.members.iter().find(|member| member.name.is(self.bytes, name))
    }

    fn slice(&self, start: usize, end: usize) -> &'a str {
        text(self.bytes, start, end)
    }
}

/// A part of what the strict pass has read. It lies on the ASCII bytes that delimit JSON tokens, and so is text.
fn text(bytes: &[u8], start: usize, end: usize) -> &str {
    bytes.get(start..end).and_then(|part| str::from_utf8(part).ok()).unwrap_or_default()
}

/// Why the strict pass stopped. What is not UTF-8 is no text in which to find anything else.
#[cold]
fn malformed(bytes: &[u8], stop: Stop, at: usize) -> Malformed {
    match str::from_utf8(bytes) {
        Ok(text) => stop.at(text, at),
        Err(error) => Malformed::NotUtf8 { at: error.valid_up_to() },
    }
}

/// The text of a JSON string, or nothing where `token` is no string or has no well-formed text (a lone
/// surrogate).
#[must_use]
pub fn string(token: &str) -> Option<Cow<'_, str>> {
    escape::text(token)
}
