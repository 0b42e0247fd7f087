use crate::message::joined;
use crate::wire::{closed_enum, in_any_case, open_enum};

use super::requirement::FATCA;

closed_enum! {
    /// Whose document types are meant.
    pub enum Provider {
        /// Payments.
        Conomy = "conomy",
        /// Connect Financial: KYC.
        Connect = "connect",
    }
}

open_enum! {
    /// A document type of Connect Financial: "Required Documents for External KYC".
    pub enum ConnectType {
        /// The report of an external identity verification, as PDF.
        BiometricReport = "BIOMETRIC_REPORT",
        /// Where the customer's money comes from.
        SourceOfFunds = "SOURCE_OF_FUNDS",
        /// The tax form of US persons.
        W9 = "W9",
        /// The tax form of everybody else.
        W8Ben = "W8BEN",
        /// Proof of address, where no IP address is on file.
        ProofOfAddress = "PROOF_OF_ADDRESS",
    }
}

open_enum! {
    /// A document type of Conomy: "Supported documents", for payments and customers alike.
    pub enum ConomyType {
        /// An identity document.
        Kyc = "kyc",
        /// Where the money comes from.
        SourceOfFunds = "source_of_funds",
        /// An invoice.
        Invoice = "invoice",
        /// A contract.
        Contract = "contract",
        /// Anything else.
        Other = "other",
    }
}

impl ConnectType {
    /// Reads a type in any case; one that is not known stays verbatim.
    #[must_use]
    pub fn in_any_case(name: &str) -> Self {
        Self::from(in_any_case(name, Self::KNOWN))
    }

    /// The check that a document of this type satisfies; nothing for a type that is not known.
    #[must_use]
    pub fn check(&self) -> Option<String> {
        match self {
            Self::W9 | Self::W8Ben => Some(FATCA.to_owned()),
            Self::Unknown(_) => None,
            _ => Some(joined(&[CHECK_PREFIX, self.as_str()])),
        }
    }
}

impl ConomyType {
    /// Reads a type in any case; one that is not known stays verbatim.
    #[must_use]
    pub fn in_any_case(name: &str) -> Self {
        Self::from(in_any_case(name, Self::KNOWN))
    }
}

/// The known name that `name` is but for its punctuation: `W-9`, `source of funds`.
pub(super) fn misspelt(name: &str, known: &[&'static str]) -> Option<&'static str> {
    let letters = |name: &str| {
        let mut letters = name.to_ascii_lowercase();
        letters.retain(|letter| letter.is_ascii_alphanumeric());
        letters
    };
    let meant = letters(name);
    known.iter().copied().find(|known| letters(known) == meant)
}

/// What a check's name has before the document's.
pub(super) const CHECK_PREFIX: &str = "DOC_";
