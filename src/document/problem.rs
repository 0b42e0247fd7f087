use serde::Serialize;

use crate::message::joined;
use crate::wire::closed_enum;

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

closed_enum! {
    /// How bad a problem is.
    pub enum Severity {
        /// The document will not do.
        Error = "error",
        /// The document may do; somebody should look.
        Warning = "warning",
    }
}

closed_enum! {
    /// The stable code of a problem.
    pub enum Code {
        /// The provider publishes no such type.
        UnknownType = "unknown_type",
        /// A biometric report where the provider's SDK verifies the identity.
        ExternalOnly = "external_only",
        /// A biometric report, but who verifies the identity was not said.
        StrategyUnknown = "strategy_unknown",
        /// A proof of address although an IP address is on file.
        AddressNotNeeded = "address_not_needed",
        /// A proof of address, but whether an IP address is on file was not said.
        IpAddressUnknown = "ip_address_unknown",
        /// A W8BEN from a US person.
        NeedsW9 = "needs_w9",
        /// A W9 from somebody who is not a US person.
        NeedsW8Ben = "needs_w8ben",
        /// A W9 from another national, who may be a US person all the same.
        W9FromOtherNational = "w9_from_other_national",
        /// No bytes.
        Empty = "empty",
        /// More bytes than the caller's policy allows.
        TooLarge = "too_large",
        /// The declared content type is none.
        ContentTypeInvalid = "content_type_invalid",
        /// The content type is not among those of the caller's policy.
        ContentTypeNotAccepted = "content_type_not_accepted",
        /// The first bytes are not those of the declared content type.
        ContentMismatch = "content_mismatch",
        /// The first bytes are of no type known here.
        ContentUnrecognised = "content_unrecognised",
        /// A biometric report that is no PDF.
        NotPdf = "not_pdf",
    }
}

impl Code {
    /// How bad it is.
    #[must_use]
    pub const fn severity(self) -> Severity {
        match self {
            Self::StrategyUnknown
            | Self::IpAddressUnknown
            | Self::W9FromOtherNational
            | Self::ContentUnrecognised => Severity::Warning,
            Self::UnknownType
            | Self::ExternalOnly
            | Self::AddressNotNeeded
            | Self::NeedsW9
            | Self::NeedsW8Ben
            | Self::Empty
            | Self::TooLarge
            | Self::ContentTypeInvalid
            | Self::ContentTypeNotAccepted
            | Self::ContentMismatch
            | Self::NotPdf => Severity::Error,
        }
    }

    /// Adds a problem to those found. The message comes in parts.
    #[inline(never)]
    pub(super) fn note(self, found: &mut Vec<Problem>, message: &[&str]) {
        found.push(Problem { code: self, severity: self.severity(), message: joined(message) });
    }
}
