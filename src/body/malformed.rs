use core::fmt;

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
        match *self {
            Self::DuplicateMember { at } => write!(
                f,
                "expected each member name once in an object, found one a second time at byte {at}; \
                 readers disagree about which value counts"
            ),
            Self::Empty => f.write_str("expected a JSON object, found an empty body; was it read before?"),
            Self::NotJson { at: 0, found: Some('\u{feff}'), .. } => {
                f.write_str("expected a JSON object, found a byte order mark at byte 0")
            }
            // Not as `{:?}` has it, whose tables of what can be shown weigh more than all of this.
            Self::NotJson { at, expected, found: Some(found @ ' '..='~') } => {
                write!(f, "expected {expected} at byte {at}, found '{found}'")
            }
            Self::NotJson { at, expected, found: Some(found) } => {
                write!(f, "expected {expected} at byte {at}, found U+{:04X}", u32::from(found))
            }
            Self::NotJson { at, expected, found: None } => {
                write!(f, "expected {expected} at byte {at}, found the end of the body")
            }
            Self::NotObject => f.write_str("expected one JSON object, found another JSON value"),
            Self::NotUtf8 { at } => write!(f, "expected UTF-8, found a byte that is not at byte {at}"),
            Self::TooDeep { at } => {
                write!(
                    f,
                    "expected at most {} levels of nesting, found one more at byte {at}",
                    super::MAX_DEPTH
                )
            }
            Self::TooLarge { limit } => {
                write!(f, "expected a body of at most {limit} bytes, found a larger one")
            }
            Self::TooWide { at } => write!(
                f,
                "expected at most {} members and array elements, found one more at byte {at}",
                super::MAX_MEMBERS
            ),
        }
    }
}

impl core::error::Error for Malformed {}
