use serde::Serialize;

use super::candidate::Candidate;
use super::content;
use super::kind::{ConnectType, ConomyType, Provider, misspelt};
use super::person::{Person, Strategy};
use super::problem::{Code, Problem, Severity};
use super::requirement::{documents_for_check, required_documents};
use crate::message::{digits, listed};

/// Whether a document would do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Validation {
    /// No problem is an error.
    pub ok: bool,
    /// The type as the provider spells it; one that is not known, verbatim.
    #[serde(rename = "type")]
    pub kind: String,
    /// The Connect Financial check that a document of this type satisfies for this person.
    pub satisfies: Option<String>,
    /// Everything found, the type's problems first.
    pub problems: Vec<Problem>,
    /// The types that would do in place of this one.
    pub alternatives: Vec<String>,
}

/// Says whether a document would do, and what would in its place.
#[must_use]
pub fn validate_document(candidate: &Candidate<'_>) -> Validation {
    let mut report = match candidate.provider {
        Provider::Connect => connect(candidate),
        Provider::Conomy => conomy(candidate),
    };
    size(candidate, &mut report.problems);
    if content(candidate, report.must_be_pdf, &mut report.problems) {
        report.alternatives.retain(|kind| *kind != ConnectType::BiometricReport.as_str());
    }
    Validation {
        ok: report.problems.iter().all(|problem| problem.severity != Severity::Error),
        kind: report.kind,
        satisfies: report.satisfies,
        problems: report.problems,
        alternatives: report.alternatives,
    }
}

/// What the type says.
#[derive(Default)]
struct Report {
    kind: String,
    satisfies: Option<String>,
    problems: Vec<Problem>,
    alternatives: Vec<String>,
    must_be_pdf: bool,
}

fn connect(candidate: &Candidate<'_>) -> Report {
    let kind = ConnectType::in_any_case(&candidate.kind);
    let person = &candidate.person;
    let mut report = Report {
        kind: kind.as_str().to_owned(),
        satisfies: kind.check(),
        must_be_pdf: kind == ConnectType::BiometricReport,
        ..Report::default()
    };
    if let ConnectType::Unknown(name) = &kind {
        report.unknown(ConnectType::KNOWN);
        for kind in meant(name, person) {
            report.offer(kind, person);
        }
        return report;
    }
    let Some((code, message, instead)) = misfit(&kind, person) else { return report };
    if code.severity() == Severity::Error {
        report.satisfies = None;
    }
    if let Some(instead) = instead {
        report.offer(instead, person);
    }
    code.note(&mut report.problems, &[message]);
    report
}

/// What an unknown type may mean: a type that is misspelt, the check that a document satisfies, or any.
fn meant(name: &str, person: &Person) -> Vec<ConnectType> {
    if let Some(kind) = misspelt(name, ConnectType::KNOWN) {
        return vec![ConnectType::from(kind)];
    }
    if let Some(documents) = documents_for_check(&name.to_ascii_uppercase(), person) {
        return documents.any_of;
    }
    let mut any = Vec::new();
    for mut requirement in required_documents(person) {
        any.append(&mut requirement.documents.any_of);
    }
    any
}

fn conomy(candidate: &Candidate<'_>) -> Report {
    let kind = ConomyType::in_any_case(&candidate.kind);
    let mut report = Report { kind: kind.as_str().to_owned(), ..Report::default() };
    if let ConomyType::Unknown(name) = &kind {
        report.unknown(ConomyType::KNOWN);
        match misspelt(name, ConomyType::KNOWN) {
            Some(meant) => report.alternatives.push(meant.to_owned()),
            None => report.alternatives.extend(ConomyType::KNOWN.iter().copied().map(str::to_owned)),
        }
    }
    report
}

impl Report {
    fn unknown(&mut self, known: &[&'static str]) {
        let known = listed(known.iter().copied());
        Code::UnknownType.note(&mut self.problems, &["expected one of ", &known, ", found another type"]);
    }

    /// Offers a type, or where that would be refused itself, what suits this person in its place.
    fn offer(&mut self, kind: ConnectType, person: &Person) {
        let offered = match misfit(&kind, person) {
            Some((code, _, instead)) if code.severity() == Severity::Error => instead,
            _ => Some(kind),
        };
        let Some(kind) = offered else { return };
        if !self.alternatives.iter().any(|other| other == kind.as_str()) {
            self.alternatives.push(kind.as_str().to_owned());
        }
    }
}

/// Why a type does not suit a person, and what would.
fn misfit(kind: &ConnectType, person: &Person) -> Option<(Code, &'static str, Option<ConnectType>)> {
    let is_us_person = person.files_w9();
    Some(match kind {
        ConnectType::BiometricReport => match person.strategy {
            Strategy::External => return None,
            Strategy::CfKyc => (
                Code::ExternalOnly,
                "a biometric report belongs to External KYC; here the provider's SDK verifies the identity",
                None,
            ),
            Strategy::Unknown => (
                Code::StrategyUnknown,
                "a biometric report belongs to External KYC; which strategy this is was not said",
                None,
            ),
        },
        ConnectType::ProofOfAddress => match person.has_ip_address {
            Some(false) => return None,
            Some(true) => (
                Code::AddressNotNeeded,
                "a proof of address is wanted only where no IP address is on file, and one is",
                None,
            ),
            None => (
                Code::IpAddressUnknown,
                "a proof of address is wanted only where no IP address is on file, which was not said",
                None,
            ),
        },
        ConnectType::W8Ben if is_us_person == Some(true) => (
            Code::NeedsW9,
            "a US person files a W9; a US national is one unless usPerson says otherwise",
            Some(ConnectType::W9),
        ),
        ConnectType::W9 if is_us_person == Some(false) => {
            (Code::NeedsW8Ben, "a W9 is for US persons, and this is none", Some(ConnectType::W8Ben))
        }
        ConnectType::W9 if is_us_person.is_none() && person.is_us_national() == Some(false) => (
            Code::W9FromOtherNational,
            "a W9 is for US persons; another national may be one, but usPerson does not say so",
            Some(ConnectType::W8Ben),
        ),
        _ => return None,
    })
}

fn size(candidate: &Candidate<'_>, problems: &mut Vec<Problem>) {
    match (candidate.size(), candidate.policy.max_bytes) {
        (Some(0), _) => Code::Empty.note(problems, &["expected a file, found no bytes"]),
        (Some(size), Some(limit)) if size > limit => {
            let message = ["expected at most ", &digits(limit), " bytes, found ", &digits(size)];
            Code::TooLarge.note(problems, &message);
        }
        _ => {}
    }
}

/// Looks at the file's type, and says whether it is anything but a PDF.
fn content(candidate: &Candidate<'_>, must_be_pdf: bool, problems: &mut Vec<Problem>) -> bool {
    let declared = match candidate.content_type.as_deref() {
        None => None,
        Some(given) => {
            let declared = content::normalised(given);
            if declared.is_none() {
                let message = "expected a content type such as application/pdf, found something else";
                Code::ContentTypeInvalid.note(problems, &[message]);
            }
            declared
        }
    };
    let specific = declared.as_deref().filter(|declared| content::is_specific(declared));
    let bytes = candidate.bytes.filter(|bytes| !bytes.is_empty());
    let found = bytes.and_then(content::recognised);

    let unknown = declared.as_deref().or(bytes.map(|_| content::OCTET_STREAM));
    if let (Some(accepted), Some(content_type)) =
        (&candidate.policy.content_types, specific.or(found).or(unknown))
        && !is_accepted(accepted, content_type)
        && !declared.as_deref().is_some_and(|declared| is_accepted(accepted, declared))
    {
        let accepted = listed(accepted.iter().map(String::as_str));
        let message = ["expected one of ", &accepted, ", found ", content_type];
        Code::ContentTypeNotAccepted.note(problems, &message);
    }
    if bytes.is_some() {
        match specific.map(|declared| (declared, content::agrees(declared, found))) {
            Some((declared, Some(false))) => {
                let found = found.unwrap_or("another type");
                let message = ["declared as ", declared, ", but the first bytes are those of ", found];
                Code::ContentMismatch.note(problems, &message);
            }
            Some((_, None)) | None if found.is_none() => {
                let message = "the first bytes are of no type that is known here";
                Code::ContentUnrecognised.note(problems, &[message]);
            }
            _ => {}
        }
    }
    let is_pdf = |content_type: &str| content_type == content::PDF;
    let other =
        specific.is_some_and(|declared| !is_pdf(declared)) || bytes.is_some() && !found.is_some_and(is_pdf);
    if must_be_pdf && other {
        Code::NotPdf.note(problems, &["a biometric report is a PDF"]);
    }
    other
}

fn is_accepted(accepted: &[String], content_type: &str) -> bool {
    accepted.iter().any(|accepted| content::accepts(accepted, content_type))
}
