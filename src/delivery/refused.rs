use core::fmt;

use super::{Dialect, SIGNATURE_HEADER};
use crate::body::Malformed;
use crate::signature::NotHex;

/// Why a delivery was refused. None of it depends on what a genuine delivery says.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Refused {
    /// The body is no delivery.
    Body(Malformed),
    /// The signature is no text of 64 hexadecimal digits.
    SignatureMalformed {
        /// Where it is.
        dialect: Dialect,
        /// What is wrong with it; nothing where it is no string at all.
        problem: Option<NotHex>,
    },
    /// No key, scope and form that are accepted make this signature.
    SignatureMismatch,
    /// There is no signature where one was expected.
    SignatureMissing {
        /// Where it was expected.
        dialect: Dialect,
    },
    /// The header is there more than once.
    SignatureRepeated,
}

impl From<Malformed> for Refused {
    fn from(malformed: Malformed) -> Self {
        Self::Body(malformed)
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Body(malformed) => malformed.fmt(f),
            Self::SignatureMalformed { dialect, problem: Some(problem) } => {
                write!(f, "{}: {problem}", place(*dialect))
            }
            Self::SignatureMalformed { dialect, problem: None } => {
                write!(
                    f,
                    "{}: expected a string of 64 hexadecimal digits, found another JSON value",
                    place(*dialect)
                )
            }
            Self::SignatureMismatch => {
                f.write_str("expected a signature by one of the keys, found none that matches")
            }
            Self::SignatureMissing { dialect } => {
                write!(f, "expected a signature in {}, found none", place(*dialect))
            }
            Self::SignatureRepeated => {
                write!(f, "expected one {SIGNATURE_HEADER} header, found several, or a comma in it")
            }
        }
    }
}

impl core::error::Error for Refused {}

fn place(dialect: Dialect) -> &'static str {
    match dialect {
        Dialect::Body => "the body's signature member",
        Dialect::Header => "the X-Webhook-Signature header",
    }
}
