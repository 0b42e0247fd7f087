use serde::Serialize;

use super::kind::{CHECK_PREFIX, ConnectType};
use super::person::{Person, Strategy};
use crate::wire::closed_enum;

/// A document a person owes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Requirement {
    /// The check that asks for it.
    pub check: String,
    /// What satisfies it.
    pub documents: AnyOf,
    /// What it depends on, where the caller did not say; `null` where it is required for certain.
    pub condition: Option<Condition>,
}

/// Any one of these is enough.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct AnyOf {
    /// The document types.
    pub any_of: Vec<ConnectType>,
}

closed_enum! {
    /// What makes a document required.
    pub enum Condition {
        /// The identity is verified by the integrator's own provider.
        ExternalKyc = "external-kyc",
        /// No IP address is on file.
        NoIpAddress = "no-ip-address",
    }
}

/// The documents a person owes Connect Financial, in the order of its page. What depends on something unsaid is
/// listed with its [`Condition`].
#[must_use]
pub fn required_documents(person: &Person) -> Vec<Requirement> {
    let external = match person.strategy {
        Strategy::External => Some(None),
        Strategy::CfKyc => None,
        Strategy::Unknown => Some(Some(Condition::ExternalKyc)),
    };
    let address = match person.has_ip_address {
        Some(false) => Some(None),
        Some(true) => None,
        None => Some(Some(Condition::NoIpAddress)),
    };
    let wanted = [
        (ConnectType::BiometricReport, external),
        (ConnectType::SourceOfFunds, Some(None)),
        (ConnectType::W9, Some(None)),
        (ConnectType::ProofOfAddress, address),
    ];
    let mut requirements = Vec::new();
    for (kind, required) in &wanted {
        if let (Some(check), Some(condition)) = (kind.check(), *required)
            && let Some(documents) = documents_for_check(&check, person)
        {
            requirements.push(Requirement { check, documents, condition });
        }
    }
    requirements
}

/// What satisfies a check, for this person; nothing for a check that no known document satisfies.
#[must_use]
pub fn documents_for_check(check: &str, person: &Person) -> Option<AnyOf> {
    if check == FATCA {
        return Some(AnyOf { any_of: tax_forms(person) });
    }
    let kind = ConnectType::from(check.strip_prefix(CHECK_PREFIX)?);
    let satisfies = kind.check().is_some_and(|satisfied| satisfied == check);
    satisfies.then(|| AnyOf { any_of: vec![kind] })
}

fn tax_forms(person: &Person) -> Vec<ConnectType> {
    match person.files_w9() {
        Some(true) => vec![ConnectType::W9],
        Some(false) => vec![ConnectType::W8Ben],
        None => vec![ConnectType::W9, ConnectType::W8Ben],
    }
}

/// The check that asks for a tax form: the only one not named after its document.
pub(super) const FATCA: &str = "DOC_FATCA";
