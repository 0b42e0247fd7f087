//! What a provider's refusal says, and whether asking again can help.
//!
//! Conomy documents one error shape and publishes two more, all read here: `{status, code, type, detail, traceId}`,
//! `{statusCode, error, message}` and `{error: {type, info}, message}`. "Going live": branch on `code` or `type`,
//! never on `detail`. So wording decides nothing; a code this version knows does, then a type, then the status. Only the
//! status allows a retry, though: a code may forbid one, and never allow one against 501 or a 4xx other than 429.
//!
//! ```
//! use compliance_gate::problem::{Failure, Reason};
//!
//! let body = br#"{"status":409,"code":"13","type":"alreadyExist","detail":"d","traceId":"6f1c"}"#;
//! let advice = Failure { status: Some(409), body, ..Failure::default() }.advise();
//! assert_eq!(advice.reason, Reason::QueryFirst);
//! assert_eq!(advice.trace_id.as_deref(), Some("6f1c"));
//! assert!(!advice.retry);
//! ```

mod question;

pub use question::Question;

use core::time::Duration;
use std::borrow::Cow;

use serde::Serialize;

use crate::body::Body;
use crate::retry::{self, Fraction};
use crate::wire::{closed_enum, open_enum};

open_enum! {
    /// A Conomy error code. It is text: leading zeros matter.
    pub enum Code {
        /// The provider failed.
        ServerError = "01",
        /// The provider failed, and does not say how.
        UnknownError = "02",
        /// A parameter is wrong.
        InvalidParam = "11",
        /// A parameter is missing.
        MissingParam = "12",
        /// What should be made is there already: an earlier attempt has most probably succeeded.
        AlreadyExist = "13",
        /// The request could not be read.
        ParsingResource = "14",
        /// The resource is in no state for this, or an amount is below its minimum.
        FailedPrecondition = "21",
        /// There is no such resource, or it is another tenant's.
        NotFound = "31",
        /// Too many requests.
        TooManyRequests = "32",
        /// The token is missing, wrong or expired.
        Unauthorized = "41",
        /// The provider cannot do this, ever.
        Unimplemented = "42",
        /// The caller must not do this.
        ForbiddenOperation = "43",
    }
}

open_enum! {
    /// A Conomy error type: a code's name. The two tables have one order.
    pub enum Type {
        /// [`Code::ServerError`].
        ServerError = "serverError",
        /// [`Code::UnknownError`].
        UnknownError = "unknown",
        /// [`Code::InvalidParam`].
        InvalidParam = "invalidParam",
        /// [`Code::MissingParam`].
        MissingParam = "missingParam",
        /// [`Code::AlreadyExist`].
        AlreadyExist = "alreadyExist",
        /// [`Code::ParsingResource`].
        ParsingResource = "parsingResource",
        /// [`Code::FailedPrecondition`].
        FailedPrecondition = "failedPrecondition",
        /// [`Code::NotFound`].
        NotFound = "notFound",
        /// [`Code::TooManyRequests`].
        TooManyRequests = "tooManyRequests",
        /// [`Code::Unauthorized`].
        Unauthorized = "unauthorized",
        /// [`Code::Unimplemented`].
        Unimplemented = "unimplemented",
        /// [`Code::ForbiddenOperation`].
        ForbiddenOperation = "forbiddenOperation",
    }
}

impl Type {
    /// The code of this name.
    #[must_use]
    pub fn code(&self) -> Option<Code> {
        let place = Self::KNOWN.iter().position(|name| *name == self.as_str())?;
        Code::KNOWN.get(place).map(|code| Code::from(*code))
    }
}

/// What the body of a refusal says. Whatever it lacks, or has as something else than expected, is absent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Problem {
    /// The code, verbatim; where only a known type is there, that type's code.
    pub code: Option<Code>,
    /// The code of a known type, whatever code stands beside it.
    pub of_type: Option<Code>,
    /// The HTTP status that the body repeats.
    pub status: Option<u16>,
    /// What support asks for.
    pub trace_id: Option<String>,
}

impl Problem {
    /// Reads a body of any of the three shapes. What is no JSON object, such as a proxy's page, says nothing.
    #[must_use]
    pub fn parse(body: &[u8]) -> Self {
        Body::parse(body).map(|body| Self::read(&body)).unwrap_or_default()
    }

    fn read(body: &Body<'_>) -> Self {
        let code = body.string("code").map(|code| Code::from(&*code));
        let names = [
            body.string("type"),
            body.object("error").and_then(|error| error.string("type")),
            body.string("error"),
        ];
        let of_type = names.iter().flatten().find_map(|name| Type::from(&**name).code());
        let status = ["status", "statusCode"].iter().find_map(|name| body.number(name));
        Self {
            code: code.or_else(|| of_type.clone()),
            of_type,
            status: status.and_then(|status| u16::try_from(status.whole).ok()),
            trace_id: body.string("traceId").filter(|id| !id.is_empty()).map(Cow::into_owned),
        }
    }
}

/// A call that failed.
#[derive(Clone, Debug, Default)]
pub struct Failure<'a> {
    /// The HTTP status; nothing where there was no answer.
    pub status: Option<u16>,
    /// The answer's headers, names in any case.
    pub headers: Vec<(Cow<'a, str>, Cow<'a, str>)>,
    /// The answer's body.
    pub body: &'a [u8],
    /// Which attempt this was; 1, or 0, is the first.
    pub attempt: u32,
    /// Milliseconds since 1970.
    pub now: i64,
    /// The caller's randomness.
    pub random: Fraction,
}

/// Whether and when to ask again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Advice {
    /// Whether the same request, sent again, can succeed.
    pub retry: bool,
    /// How long to wait first; nothing where nothing is to be sent again.
    #[serde(rename = "afterSeconds", serialize_with = "retry::seconds")]
    pub after: Option<Duration>,
    /// Why.
    pub reason: Reason,
    /// The provider's code, verbatim; where it names a type alone, that type's code.
    pub code: Option<Code>,
    /// What to give the provider's support.
    pub trace_id: Option<String>,
}

closed_enum! {
    /// Why to ask again, or what to do instead.
    #[non_exhaustive]
    pub enum Reason {
        /// No answer came. What the request asks for may have happened; if so, a repeat is answered `13`.
        NetworkFailure = "network_failure",
        /// The provider failed.
        ServerError = "server_error",
        /// Too many requests.
        RateLimited = "rate_limited",
        /// Asking again could have helped, but this was the last attempt.
        AttemptsExhausted = "attempts_exhausted",
        /// The provider cannot do this: no later attempt can succeed, although the status is a 5xx.
        NotImplemented = "not_implemented",
        /// Get a new token, then send the request again.
        Reauthenticate = "reauthenticate",
        /// It exists already: look whether an earlier attempt made it.
        QueryFirst = "query_first",
        /// The request is wrong and has to be changed.
        InvalidRequest = "invalid_request",
        /// The resource's state, or an amount, does not allow it: look at the resource.
        PreconditionFailed = "precondition_failed",
        /// There is no such resource, or it is another tenant's.
        NotFound = "not_found",
        /// The caller must not do this.
        Forbidden = "forbidden",
        /// The status tells of no failure.
        NotAFailure = "not_a_failure",
        /// The status is none that HTTP has.
        UnknownStatus = "unknown_status",
    }
}

impl Reason {
    /// Whether the same request, sent again, can succeed.
    const fn can_help(self) -> bool {
        matches!(self, Self::NetworkFailure | Self::ServerError | Self::RateLimited)
    }

    /// What a code says, if it is known.
    #[must_use]
    pub const fn of_code(code: &Code) -> Option<Self> {
        Some(match code {
            Code::ServerError | Code::UnknownError => Self::ServerError,
            Code::InvalidParam | Code::MissingParam | Code::ParsingResource => Self::InvalidRequest,
            Code::AlreadyExist => Self::QueryFirst,
            Code::FailedPrecondition => Self::PreconditionFailed,
            Code::NotFound => Self::NotFound,
            Code::TooManyRequests => Self::RateLimited,
            Code::Unauthorized => Self::Reauthenticate,
            Code::Unimplemented => Self::NotImplemented,
            Code::ForbiddenOperation => Self::Forbidden,
            Code::Unknown(_) => return None,
        })
    }

    /// What an HTTP status says by itself.
    #[must_use]
    pub const fn of_status(status: u16) -> Self {
        match status {
            100..=399 => Self::NotAFailure,
            401 => Self::Reauthenticate,
            403 => Self::Forbidden,
            404 => Self::NotFound,
            409 => Self::QueryFirst,
            422 => Self::PreconditionFailed,
            429 => Self::RateLimited,
            400..=499 => Self::InvalidRequest,
            501 => Self::NotImplemented,
            500..=599 => Self::ServerError,
            _ => Self::UnknownStatus,
        }
    }
}

impl Failure<'_> {
    /// Says whether and when to ask again.
    ///
    /// No answer and 5xx: after the [back-off](retry::backoff), or after `Retry-After` where that is longer. 429:
    /// when [the headers say](retry::limited_until), else after the back-off. Five attempts in all, whatever
    /// failed. Everything else: not at all.
    #[must_use]
    pub fn advise(&self) -> Advice {
        let problem = Problem::parse(self.body);
        let reason = self.reason(&problem);
        let backoff = retry::backoff(self.attempt.max(1), self.random);
        let after = match reason {
            Reason::NetworkFailure => backoff,
            Reason::ServerError => backoff.max(backoff.and(retry::retry_after(&self.headers, self.now))),
            Reason::RateLimited => {
                backoff.map(|wait| retry::limited_until(&self.headers, self.now).unwrap_or(wait))
            }
            _ => None,
        };
        Advice {
            retry: after.is_some(),
            after,
            reason: if reason.can_help() && after.is_none() { Reason::AttemptsExhausted } else { reason },
            code: problem.code,
            trace_id: problem.trace_id.or_else(|| self.trace_header()),
        }
    }

    /// A code says more than a status, and may forbid what that allows. It never allows what the status forbids, nor
    /// sooner: where the two disagree, a repeat is the greater risk.
    fn reason(&self, problem: &Problem) -> Reason {
        let by_status = self.status.or(problem.status).map(Reason::of_status);
        let codes = [&problem.code, &problem.of_type];
        let by_code = codes.into_iter().flatten().find_map(Reason::of_code);
        match (by_status, by_code) {
            (Some(Reason::NotAFailure | Reason::UnknownStatus), _) => by_status,
            (Some(status), Some(code)) if code.can_help() && !matches!(status, Reason::ServerError) => {
                by_status
            }
            _ => by_code.or(by_status),
        }
        .unwrap_or(Reason::NetworkFailure)
    }

    fn trace_header(&self) -> Option<String> {
        TRACE_HEADERS.iter().find_map(|name| {
            let named = |(header, value): &&(Cow<'_, str>, Cow<'_, str>)| {
                retry::trimmed(header).eq_ignore_ascii_case(name) && !retry::trimmed(value).is_empty()
            };
            self.headers.iter().find(named).map(|(_, value)| retry::trimmed(value).to_owned())
        })
    }
}

/// The provider documents `traceId` in bodies and names no header. These are what gateways before an API use.
const TRACE_HEADERS: [&str; 5] = ["x-trace-id", "trace-id", "traceid", "x-request-id", "x-correlation-id"];
