use serde::Serialize;

use crate::message::joined;

/// What is wrong with a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// Stable.
    pub code: Code,
    /// Whether the document would be useless, or is only doubtful.
    pub severity: Severity,
    /// One sentence; it may improve.
    pub message: String,
}

/// How bad a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The document will not do.
    Error,
    /// The document may do; somebody should look.
    Warning,
}

macro_rules! codes {
    ($( $(#[$meta:meta])* $variant:ident = $code:literal $severity:ident, )+) => {
        /// The stable code of a problem.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Code {
            $( $(#[$meta])* $variant, )+
        }

        impl Code {
            /// Every code.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The code as it is in results.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $( Self::$variant => $code, )+
                }
            }

            /// How bad it is.
            #[must_use]
            pub const fn severity(self) -> Severity {
                match self {
                    $( Self::$variant => Severity::$severity, )+
                }
            }
        }
    };
}

codes! {
    /// The provider publishes no such type.
    UnknownType = "unknown_type" Error,
    /// A biometric report where the provider's SDK verifies the identity.
    ExternalOnly = "external_only" Error,
    /// A biometric report, but who verifies the identity was not said.
    StrategyUnknown = "strategy_unknown" Warning,
    /// A proof of address although an IP address is on file.
    AddressNotNeeded = "address_not_needed" Error,
    /// A proof of address, but whether an IP address is on file was not said.
    IpAddressUnknown = "ip_address_unknown" Warning,
    /// A W8BEN from a US person.
    NeedsW9 = "needs_w9" Error,
    /// A W9 from somebody who is not a US person.
    NeedsW8Ben = "needs_w8ben" Error,
    /// A W9 from another national, who may be a US person all the same.
    W9FromOtherNational = "w9_from_other_national" Warning,
    /// No bytes.
    Empty = "empty" Error,
    /// More bytes than the caller's policy allows.
    TooLarge = "too_large" Error,
    /// The declared content type is none.
    ContentTypeInvalid = "content_type_invalid" Error,
    /// The content type is not among those of the caller's policy.
    ContentTypeNotAccepted = "content_type_not_accepted" Error,
    /// The first bytes are not those of the declared content type.
    ContentMismatch = "content_mismatch" Error,
    /// The first bytes are of no type known here.
    ContentUnrecognised = "content_unrecognised" Warning,
    /// A biometric report that is no PDF.
    NotPdf = "not_pdf" Error,
}

impl Code {
    /// Adds a problem to those found. The message comes in parts.
    #[inline(never)]
    pub(super) fn note(self, found: &mut Vec<Problem>, message: &[&str]) {
        found.push(Problem { code: self, severity: self.severity(), message: joined(message) });
    }
}

impl Serialize for Code {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}
