//! The texts a body's signature may be over: two scopes, each in two forms.

use core::fmt;
use core::ops::Range;

use super::number::{PrintNumber, number};
use super::print::{self, Style};
use super::{Body, Member, SIGNATURE};

/// What was signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scope {
    /// Every member of the body but `signature` (body dialect).
    WholeBody,
    /// Only the members `event` and `data` (body dialect).
    EventData,
    /// Every byte of the body (header dialect).
    Raw,
}

impl Scope {
    /// Every scope.
    pub const ALL: [Self; 3] = [Self::WholeBody, Self::EventData, Self::Raw];

    /// The name in results and options.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::WholeBody => "whole-body",
            Self::EventData => "event-data",
            Self::Raw => "raw",
        }
    }
}

/// How the signed text was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Form {
    /// The received bytes.
    Wire,
    /// What `JSON.stringify(JSON.parse(body))` prints.
    Reserialized,
}

impl Form {
    /// Every form.
    pub const ALL: [Self; 2] = [Self::Wire, Self::Reserialized];

    /// The name in results and options.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Wire => "wire",
            Self::Reserialized => "reserialized",
        }
    }
}

/// A text that may have been signed: slices of the body where they suffice, so that nothing is copied to hash.
pub struct SignedText<'a>(Text<'a>);

enum Text<'a> {
    /// The body but for a gap.
    Body(&'a [u8], Range<usize>),
    Slices([&'a [u8]; 5]),
    Printed(String),
}

impl SignedText<'_> {
    /// The text in pieces, in order; some may be empty.
    #[must_use]
    pub fn parts(&self) -> [&[u8]; 5] {
        match &self.0 {
            Text::Body(body, gap) => {
                let before = body.get(..gap.start).unwrap_or_default();
                [before, body.get(gap.end..).unwrap_or_default(), b"", b"", b""]
            }
            Text::Slices(slices) => *slices,
            Text::Printed(text) => [text.as_bytes(), b"", b"", b"", b""],
        }
    }

    /// What the body has and the text has not, where that is one stretch and nothing was written anew.
    #[cfg(target_arch = "wasm32")]
    pub(crate) const fn gap(&self) -> Option<&Range<usize>> {
        match &self.0 {
            Text::Body(_, gap) => Some(gap),
            Text::Slices(_) | Text::Printed(_) => None,
        }
    }
}

impl PartialEq for SignedText<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.parts().concat() == other.parts().concat()
    }
}

impl fmt::Debug for SignedText<'_> {
    /// The text is personal data, so it does not reach logs by accident.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let length: usize = self.parts().iter().map(|part| part.len()).sum();
        f.debug_struct("SignedText").field("bytes", &length).finish_non_exhaustive()
    }
}

impl fmt::Display for SignedText<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.parts().into_iter().try_for_each(|part| f.write_str(str::from_utf8(part).unwrap_or_default()))
    }
}

impl<'a> Body<'a> {
    /// The text that was signed, under a scope and form; nothing where the body has no such text.
    #[must_use]
    pub fn signed(&self, scope: Scope, form: Form) -> Option<SignedText<'a>> {
        self.signed_with(scope, form, number)
    }

    /// As [`signed`](Self::signed), with numbers reserialized by `number`.
    pub(crate) fn signed_with(
        &self,
        scope: Scope,
        form: Form,
        number: PrintNumber,
    ) -> Option<SignedText<'a>> {
        let text = match (scope, form) {
            (Scope::Raw, Form::Wire) => Text::Body(self.bytes, self.bytes.len()..self.bytes.len()),
            (Scope::WholeBody, Form::Wire) => Text::Body(self.bytes, self.signature_gap()?),
            (Scope::EventData, Form::Wire) => Text::Slices([
                b"{\"event\":",
                self.value_of("event")?,
                b",\"data\":",
                self.value_of("data")?,
                b"}",
            ]),
            (_, Form::Reserialized) => Text::Printed(self.printed(scope, print::ECMASCRIPT, number)?),
        };
        Some(SignedText(text))
    }

    /// What a writer of `style` would have printed for a scope.
    pub(crate) fn printed(&self, scope: Scope, style: Style, number: PrintNumber) -> Option<String> {
        let pair = |member: &Member| (member.name.token(self.bytes), self.slice(member.value, member.end));
        let members = self.members.iter();
        Some(match scope {
            Scope::Raw => print::object(style, number, members.map(pair)),
            Scope::WholeBody => {
                let covered = members.filter(|member| !self.is_signature(member));
                print::object(style, number, covered.map(pair))
            }
            Scope::EventData => {
                let members = [("\"event\"", self.member("event")?), ("\"data\"", self.member("data")?)];
                print::object(style, number, members.into_iter())
            }
        })
    }

    /// Where the `signature` member is, with the comma that ties it to its neighbour: the one before it, or else the
    /// one behind it with the white space that follows.
    fn signature_gap(&self) -> Option<Range<usize>> {
        let index = self.members.iter().position(|member| self.is_signature(member))?;
        let signature = self.members.get(index)?;
        let previous = index.checked_sub(1).and_then(|before| self.members.get(before));
        Some(match (previous, self.members.get(index + 1)) {
            (Some(previous), _) => {
                let gap = self.bytes.get(previous.end..signature.name.start)?;
                previous.end + gap.iter().position(|byte| *byte == b',')?..signature.end
            }
            (None, Some(next)) => signature.name.start..next.name.start,
            (None, None) => signature.name.start..signature.end,
        })
    }

    fn is_signature(&self, member: &Member) -> bool {
        member.name.is(self.bytes, SIGNATURE)
    }
}
