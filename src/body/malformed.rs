use core::fmt;

use crate::message::{digits, joined, push_hex};

/// Why a body is no delivery. Positions are byte offsets into the body.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Malformed {
    /// A name stands twice in one object, after unescaping: which value counts depends on the reader.
    DuplicateMember {
        /// Where the second one stands.
        at: usize,
    },
    /// The body has no bytes.
    Empty,
    /// The body is not JSON.
    NotJson {
        /// Where the text stops being JSON.
        at: usize,
        /// What would have been JSON there.
        expected: &'static str,
        /// What stands there instead; nothing at the end of the body.
        found: Option<char>,
    },
    /// The body is JSON, but not an object.
    NotObject,
    /// The body is not UTF-8.
    NotUtf8 {
        /// The first byte that is not.
        at: usize,
    },
    /// The body nests deeper than [`MAX_DEPTH`](super::MAX_DEPTH).
    TooDeep {
        /// Where the first level too many opens.
        at: usize,
    },
    /// The body is longer than the caller allows.
    TooLarge {
        /// What the caller allows, in bytes.
        limit: usize,
    },
    /// The body has more members and array elements than [`MAX_MEMBERS`](super::MAX_MEMBERS).
    TooWide {
        /// Where the first one too many stands.
        at: usize,
    },
}

impl fmt::Display for Malformed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (before, number, behind) = match *self {
            Self::DuplicateMember { at } => (
                "expected each member name once in an object, found one a second time at byte ",
                at,
                "; readers disagree about which value counts",
            ),
            Self::Empty => {
                return f.write_str("expected a JSON object, found an empty body; was it read before?");
            }
            Self::NotJson { at: 0, found: Some('\u{feff}'), .. } => {
                return f.write_str("expected a JSON object, found a byte order mark at byte 0");
            }
            Self::NotJson { at, expected, found } => {
                f.write_str(&joined(&["expected ", expected, " at byte ", &digits(at), ", found "]))?;
                return f.write_str(&shown(found));
            }
            Self::NotObject => return f.write_str("expected one JSON object, found another JSON value"),
            Self::NotUtf8 { at } => ("expected UTF-8, found a byte that is not at byte ", at, ""),
            Self::TooDeep { at } => {
                ("expected at most 128 levels of nesting, found one more at byte ", at, "")
            }
            Self::TooLarge { limit } => ("expected a body of at most ", limit, " bytes, found a larger one"),
            Self::TooWide { at } => {
                ("expected at most 20000 members and array elements, found one more at byte ", at, "")
            }
        };
        f.write_str(&joined(&[before, &digits(number), behind]))
    }
}

const _: () = assert!(super::MAX_DEPTH == 128 && super::MAX_MEMBERS == 20_000, "as the messages say");

/// Not as `{:?}` has it, whose tables of what can be shown weigh more than all of this.
#[inline(never)]
fn shown(found: Option<char>) -> String {
    match found {
        Some(printable @ ' '..='~') => joined(&["'", printable.encode_utf8(&mut [0; 4]), "'"]),
        Some(other) => {
            let mut text = "U+".to_owned();
            let digits = if other < '\u{10000}' {
                4
            } else if other < '\u{100000}' {
                5
            } else {
                6
            };
            push_hex(&mut text, u32::from(other), digits);
            text
        }
        None => "the end of the body".to_owned(),
    }
}

impl core::error::Error for Malformed {}
