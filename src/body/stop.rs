//! Why the strict pass stops. It is one byte, so that the many places that may stop weigh little in the one loop.

use super::Malformed;

#[derive(Clone, Copy)]
pub(super) enum Stop {
    Duplicate,
    NoColon,
    NoComma,
    NoCommaInArray,
    NoDigit,
    NoEnd,
    NoEscape,
    NoHexDigit,
    NoName,
    NoQuote,
    NoValue,
    NotObject,
    NotUtf8,
    RawControl,
    TooDeep,
    TooWide,
}

impl Stop {
    /// The same, said of a place in the text.
    #[cold]
    pub(super) fn at(self, text: &str, at: usize) -> Malformed {
        let expected = match self {
            Self::Duplicate => return Malformed::DuplicateMember { at },
            Self::NotObject => return Malformed::NotObject,
            Self::NotUtf8 => return Malformed::NotUtf8 { at },
            Self::TooDeep => return Malformed::TooDeep { at },
            Self::TooWide => return Malformed::TooWide { at },
            Self::NoColon => "a colon behind the member name",
            Self::NoComma => "a comma or a closing brace",
            Self::NoCommaInArray => "a comma or a closing bracket",
            Self::NoDigit => "a digit",
            Self::NoEnd => "the end of the body",
            Self::NoEscape => "a JSON escape behind the backslash",
            Self::NoHexDigit => "four hexadecimal digits behind \\u",
            Self::NoName => "a member name in double quotes",
            Self::NoQuote => "a closing double quote",
            Self::NoValue => "a JSON value",
            Self::RawControl => "an escape in place of a control character",
        };
        let found = text.get(at..).and_then(|rest| rest.chars().next());
        Malformed::NotJson { at, expected, found }
    }
}
