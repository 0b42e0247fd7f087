use core::fmt;

use crate::body::Malformed;
use crate::message::{digits, joined};

/// Why a text is no compliance status.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Unreadable {
    /// It is not one JSON object, strictly read.
    Malformed(Malformed),
    /// It is an object, but neither it nor its `data` has any member of a status.
    NotStatus,
    /// It is larger than [`MAX_STATUS_BYTES`](super::MAX_STATUS_BYTES).
    TooLarge,
    /// It lists more checks than [`MAX_CHECKS`](super::MAX_CHECKS).
    TooManyChecks,
}

impl Unreadable {
    /// Every code.
    pub const CODES: [&'static str; 10] = [
        "status_duplicate_member",
        "status_empty",
        "status_not_json",
        "status_not_object",
        "status_not_status",
        "status_not_utf8",
        "status_too_deep",
        "status_too_large",
        "status_too_many_checks",
        "status_too_wide",
    ];

    /// The stable code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Malformed(Malformed::DuplicateMember { .. }) => "status_duplicate_member",
            Self::Malformed(Malformed::Empty) => "status_empty",
            Self::Malformed(Malformed::NotJson { .. }) => "status_not_json",
            Self::Malformed(Malformed::NotObject) => "status_not_object",
            Self::Malformed(Malformed::NotUtf8 { .. }) => "status_not_utf8",
            Self::Malformed(Malformed::TooDeep { .. }) => "status_too_deep",
            Self::Malformed(Malformed::TooLarge { .. }) | Self::TooLarge => "status_too_large",
            Self::Malformed(Malformed::TooWide { .. }) => "status_too_wide",
            Self::NotStatus => "status_not_status",
            Self::TooManyChecks => "status_too_many_checks",
        }
    }
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Malformed(malformed) => {
                f.write_str("not a compliance status: ")?;
                malformed.fmt(f)
            }
            Self::NotStatus => f.write_str(
                "expected a compliance status, found an object that has no isCompliant, onboardingStatus, \
                 nextAction, checks or summary, itself or in its data; is it the answer to an error?",
            ),
            Self::TooLarge => {
                let most = digits(super::MAX_STATUS_BYTES);
                f.write_str(&joined(&["expected a status of at most ", &most, " bytes, found a larger one"]))
            }
            Self::TooManyChecks => f.write_str(&joined(&[
                "expected at most ",
                &digits(super::MAX_CHECKS),
                " checks, found more",
            ])),
        }
    }
}

impl core::error::Error for Unreadable {}
