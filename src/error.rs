//! The umbrella over every module's errors, with the codes and HTTP statuses that other languages see.

use core::fmt;

use crate::body::Malformed;
use crate::delivery::{InvalidVerifier, NotSignable, Refused};
use crate::signature::EmptySecret;

/// Any error of this crate. Its [`code`](Self::code) is stable; its message may improve.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Error {
    /// A secret has no bytes.
    EmptySecret(EmptySecret),
    /// There can be no such verifier.
    InvalidVerifier(InvalidVerifier),
    /// A text is no delivery.
    Malformed(Malformed),
    /// A text cannot be signed.
    NotSignable(NotSignable),
    /// A delivery was refused.
    Refused(Refused),
}

impl Error {
    /// The code, one of [`CODES`].
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::EmptySecret(_) => "secret_empty",
            Self::InvalidVerifier(InvalidVerifier::NoKeys) => "no_keys",
            Self::InvalidVerifier(InvalidVerifier::TooManyKeys) => "too_many_keys",
            Self::InvalidVerifier(_) => "invalid_options",
            Self::NotSignable(NotSignable::AlreadySigned) => "already_signed",
            Self::Malformed(malformed)
            | Self::NotSignable(NotSignable::Body(malformed))
            | Self::Refused(Refused::Body(malformed)) => malformed_code(malformed),
            Self::Refused(Refused::SignatureMalformed { .. }) => "signature_malformed",
            Self::Refused(Refused::SignatureMismatch) => "signature_mismatch",
            Self::Refused(Refused::SignatureMissing { .. }) => "signature_missing",
            Self::Refused(Refused::SignatureRepeated) => "signature_repeated",
        }
    }
}

/// The HTTP status that answers a code: 400 for what is no delivery, 413 for what is too large, 401 for what
/// no key signed, 500 for what the caller did.
#[must_use]
pub fn status(code: &str) -> u16 {
    CODES.iter().find(|(known, _)| *known == code).map_or(500, |(_, status)| *status)
}

/// Every code with its HTTP status, those of the JavaScript package included.
pub const CODES: &[(&str, u16)] = &[
    ("already_signed", 500),
    ("body_already_read", 500),
    ("body_empty", 400),
    ("body_not_json", 400),
    ("body_not_object", 400),
    ("body_not_raw", 500),
    ("body_not_utf8", 400),
    ("body_not_well_formed", 500),
    ("body_too_deep", 400),
    ("body_too_large", 413),
    ("body_too_wide", 400),
    ("body_unreadable", 400),
    ("duplicate_member", 400),
    ("internal", 500),
    ("invalid_options", 500),
    ("no_keys", 500),
    ("secret_empty", 500),
    ("signature_malformed", 401),
    ("signature_mismatch", 401),
    ("signature_missing", 401),
    ("signature_repeated", 401),
    ("too_many_keys", 500),
];

const fn malformed_code(malformed: &Malformed) -> &'static str {
    match malformed {
        Malformed::DuplicateMember { .. } => "duplicate_member",
        Malformed::Empty => "body_empty",
        Malformed::NotJson { .. } => "body_not_json",
        Malformed::NotObject => "body_not_object",
        Malformed::NotUtf8 { .. } => "body_not_utf8",
        Malformed::TooDeep { .. } => "body_too_deep",
        Malformed::TooLarge { .. } => "body_too_large",
        Malformed::TooWide { .. } => "body_too_wide",
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::EmptySecret(error) => error.fmt(f),
            Self::InvalidVerifier(error) => error.fmt(f),
            Self::Malformed(error) => error.fmt(f),
            Self::NotSignable(error) => error.fmt(f),
            Self::Refused(error) => error.fmt(f),
        }
    }
}

impl core::error::Error for Error {}

impl From<EmptySecret> for Error {
    fn from(error: EmptySecret) -> Self {
        Self::EmptySecret(error)
    }
}

impl From<InvalidVerifier> for Error {
    fn from(error: InvalidVerifier) -> Self {
        Self::InvalidVerifier(error)
    }
}

impl From<Malformed> for Error {
    fn from(error: Malformed) -> Self {
        Self::Malformed(error)
    }
}

impl From<NotSignable> for Error {
    fn from(error: NotSignable) -> Self {
        Self::NotSignable(error)
    }
}

impl From<Refused> for Error {
    fn from(error: Refused) -> Self {
        Self::Refused(error)
    }
}
