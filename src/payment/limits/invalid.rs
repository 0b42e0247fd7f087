use core::fmt;

use crate::body::Malformed;
use crate::message::joined;

/// Why a configuration holds no limits.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum InvalidLimits {
    /// It is no JSON object.
    Body(Malformed),
    /// A limit is no decimal text.
    NotDecimal {
        /// Where, such as `COP.caps.BASIC`.
        at: String,
    },
    /// What should hold limits is no object.
    NotObject {
        /// Where, such as `COP`.
        at: String,
    },
}

impl fmt::Display for InvalidLimits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Body(malformed) => {
                f.write_str("not limits: ")?;
                malformed.fmt(f)
            }
            Self::NotDecimal { at } => {
                let form = " as decimal text such as \"1000.50\", found something else";
                f.write_str(&joined(&["expected the limit ", at, form]))
            }
            Self::NotObject { at } => {
                f.write_str(&joined(&["expected an object of limits as ", at, ", found something else"]))
            }
        }
    }
}

impl core::error::Error for InvalidLimits {}

impl From<Malformed> for InvalidLimits {
    fn from(malformed: Malformed) -> Self {
        Self::Body(malformed)
    }
}
