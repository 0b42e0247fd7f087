//! The umbrella over every module's errors, with the codes and HTTP statuses that other languages see.

use core::fmt;

use crate::body::Malformed;
use crate::checklist::NotArray;
#[cfg(feature = "signing")]
use crate::delivery::{InvalidVerifier, NotSignable, Refused};
use crate::json::Unprintable;
use crate::kyc;
use crate::options::InvalidOptions;
use crate::payment::audit;
use crate::payment::limits::InvalidLimits;
#[cfg(feature = "signing")]
use crate::signature::EmptySecret;

/// Any error of this crate. Its [`code`](Self::code) is stable; its message may improve.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Error {
    /// There can be no such audit.
    Audit(audit::Unreadable),
    /// A secret has no bytes.
    #[cfg(feature = "signing")]
    EmptySecret(EmptySecret),
    /// The limits to check against are none.
    InvalidLimits(InvalidLimits),
    /// Options cannot be used.
    InvalidOptions(InvalidOptions),
    /// There can be no such verifier.
    #[cfg(feature = "signing")]
    InvalidVerifier(InvalidVerifier),
    /// A text is no delivery.
    Malformed(Malformed),
    /// What is done of a checklist is no list.
    NotArray(NotArray),
    /// A text cannot be signed.
    #[cfg(feature = "signing")]
    NotSignable(NotSignable),
    /// A delivery was refused.
    #[cfg(feature = "signing")]
    Refused(Refused),
    /// A text is no compliance status.
    Status(kyc::Unreadable),
    /// An answer cannot be printed, which is a defect of ours.
    Unprintable(Unprintable),
}

impl Error {
    /// The code, one of [`CODES`].
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Audit(audit::Unreadable::NotArray) | Self::NotArray(_) => "not_an_array",
            Self::Audit(audit::Unreadable::TooMany) => "too_many_records",
            Self::InvalidLimits(_) => "invalid_limits",
            Self::InvalidOptions(error) => error.code(),
            Self::Malformed(malformed) => malformed_code(malformed),
            Self::Status(error) => error.code(),
            Self::Unprintable(_) => "internal",
            #[cfg(feature = "signing")]
            Self::EmptySecret(_) => "secret_empty",
            #[cfg(feature = "signing")]
            Self::InvalidVerifier(error) => verifier_code(*error),
            #[cfg(feature = "signing")]
            Self::NotSignable(NotSignable::AlreadySigned) => "already_signed",
            #[cfg(feature = "signing")]
            Self::NotSignable(NotSignable::Body(malformed)) => malformed_code(malformed),
            #[cfg(feature = "signing")]
            Self::Refused(refused) => refused_code(refused),
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
    ("invalid_limits", 500),
    ("invalid_options", 500),
    ("no_keys", 500),
    ("not_an_array", 500),
    ("secret_empty", 500),
    ("signature_malformed", 401),
    ("signature_mismatch", 401),
    ("signature_missing", 401),
    ("signature_repeated", 401),
    ("status_duplicate_member", 400),
    ("status_empty", 400),
    ("status_not_json", 400),
    ("status_not_object", 400),
    ("status_not_status", 400),
    ("status_not_utf8", 400),
    ("status_too_deep", 400),
    ("status_too_large", 413),
    ("status_too_many_checks", 400),
    ("status_too_wide", 400),
    ("too_many_keys", 500),
    ("too_many_records", 500),
    ("wasm_unavailable", 500),
];

#[cfg(feature = "signing")]
const fn verifier_code(error: InvalidVerifier) -> &'static str {
    match error {
        InvalidVerifier::NoKeys => "no_keys",
        InvalidVerifier::TooManyKeys => "too_many_keys",
        _ => "invalid_options",
    }
}

#[cfg(feature = "signing")]
const fn refused_code(refused: &Refused) -> &'static str {
    match refused {
        Refused::Body(malformed) => malformed_code(malformed),
        Refused::SignatureMalformed { .. } => "signature_malformed",
        Refused::SignatureMismatch => "signature_mismatch",
        Refused::SignatureMissing { .. } => "signature_missing",
        Refused::SignatureRepeated => "signature_repeated",
    }
}

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
            Self::Audit(error) => error.fmt(f),
            #[cfg(feature = "signing")]
            Self::EmptySecret(error) => error.fmt(f),
            Self::InvalidLimits(error) => error.fmt(f),
            Self::InvalidOptions(error) => error.fmt(f),
            #[cfg(feature = "signing")]
            Self::InvalidVerifier(error) => error.fmt(f),
            Self::Malformed(error) => error.fmt(f),
            Self::NotArray(error) => error.fmt(f),
            #[cfg(feature = "signing")]
            Self::NotSignable(error) => error.fmt(f),
            #[cfg(feature = "signing")]
            Self::Refused(error) => error.fmt(f),
            Self::Status(error) => error.fmt(f),
            Self::Unprintable(error) => error.fmt(f),
        }
    }
}

impl core::error::Error for Error {}

macro_rules! from {
    ($($error:ty => $variant:ident,)+) => {
        $( impl From<$error> for Error {
            fn from(error: $error) -> Self {
                Self::$variant(error)
            }
        } )+
    };
}

from! {
    audit::Unreadable => Audit,
    InvalidLimits => InvalidLimits,
    InvalidOptions => InvalidOptions,
    Malformed => Malformed,
    NotArray => NotArray,
    kyc::Unreadable => Status,
    Unprintable => Unprintable,
}

#[cfg(feature = "signing")]
from! {
    EmptySecret => EmptySecret,
    InvalidVerifier => InvalidVerifier,
    NotSignable => NotSignable,
    Refused => Refused,
}
