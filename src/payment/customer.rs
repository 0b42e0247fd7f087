//! Where a customer stands, and what its record lacks.
//!
//! Conomy, "Integration checklist": surface `autoCreated: true` records so that somebody completes them, promote
//! `operationLevel` by `PATCH /customers/{id}` when documentation is approved. Levels go `INACTIVE` (blocked),
//! `BASIC`, `STANDARD`, `FULL`.
//!
//! The provider's pages disagree about what ends the review of a customer's payments. "Going live" and the review
//! flow: that the customer is documented, at any level. The page on levels: that it is documented and `FULL`. Here
//! being documented decides, since two pages say so; the provider's rules engine may review a payment all the same.
//!
//! ```
//! use compliance_gate::payment::customer::{Customer, Gate, Step};
//!
//! let record = br#"{"id":"69e2","operationLevel":"BASIC","autoCreated":true,"isDocumented":true,
//!     "firstName":"Ana","lastName":"Rey","email":null,"phoneNumber":"11","documentNumber":"1","documentType":"DNI","country":"ARG"}"#;
//! let customer = Customer::parse(record)?;
//! assert_eq!(customer.review_gate, Gate::Bypassed);
//! assert_eq!(customer.missing, ["email"]);
//! assert_eq!(customer.todo.iter().map(|todo| todo.step).collect::<Vec<_>>(), [Step::CompleteProfile, Step::Promote]);
//! # Ok::<(), compliance_gate::body::Malformed>(())
//! ```

use serde::Serialize;

use super::record;
use super::review::DocumentationStatus;
use crate::body::{self, Body, Malformed};
use crate::step::{Actor, Call, Contradiction};
use crate::wire::{closed_enum, open_enum};

open_enum! {
    /// A customer's level.
    pub enum Level {
        /// Blocked.
        Inactive = "INACTIVE",
        /// The default.
        Basic = "BASIC",
        /// Promoted once.
        Standard = "STANDARD",
        /// The highest.
        Full = "FULL",
    }
}

impl Level {
    /// The level above; nothing above the highest, or where this one is not known.
    #[must_use]
    pub const fn next(&self) -> Option<Self> {
        match self {
            Self::Inactive => Some(Self::Basic),
            Self::Basic => Some(Self::Standard),
            Self::Standard => Some(Self::Full),
            Self::Full | Self::Unknown(_) => None,
        }
    }
}

/// Where a customer stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Customer {
    /// The customer's id.
    pub id: Option<String>,
    /// The level, verbatim.
    pub operation_level: Option<Level>,
    /// The level above.
    pub next_level: Option<Level>,
    /// Whether the customer is blocked; nothing where the level is not known.
    pub is_blocked: Option<bool>,
    /// Whether the record was made from a deposit by somebody unknown.
    pub auto_created: Option<bool>,
    /// Whether a document is approved: what the record says, else what its documents do.
    pub is_documented: Option<bool>,
    /// Whether payments over the threshold are reviewed.
    pub review_gate: Gate,
    /// Members of the profile that have no value.
    pub missing: Vec<&'static str>,
    /// What is to be done, in order.
    pub todo: Vec<Todo>,
    /// Where the record disagrees with itself.
    pub contradictions: Vec<Contradiction>,
}

closed_enum! {
    /// Whether payments over the threshold are reviewed.
    pub enum Gate {
        /// They are.
        Applies = "applies",
        /// They are not, since the customer is documented.
        Bypassed = "bypassed",
        /// The record does not say.
        Unknown = "unknown",
    }
}

/// Something to do about a customer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Todo {
    /// What.
    pub step: Step,
    /// Who acts.
    pub actor: Actor,
    /// The API call that does it, where one does.
    pub call: Option<Call>,
}

closed_enum! {
    /// What can be done about a customer.
    #[non_exhaustive]
    pub enum Step {
        /// Decide whether the customer stays blocked. Nothing else can help before.
        ReviewBlock = "review_block",
        /// Fill in what is missing.
        CompleteProfile = "complete_profile",
        /// Attach a document, so that payments are not held.
        AttachDocument = "attach_document",
        /// Wait for the provider to look at the document that is there.
        AwaitReview = "await_review",
        /// Promote the customer to the next level.
        Promote = "promote",
        /// Ask the provider's support what the level means, or why an approved document does not count.
        ContactSupport = "contact_support",
    }
}

impl Customer {
    /// Reads a customer: bare, in `{customer}`, `{data: {customer}}` or `{data}`.
    ///
    /// # Errors
    ///
    /// [`Malformed`] where `json` is not one JSON object, strictly read.
    pub fn parse(json: &[u8]) -> Result<Self, Malformed> {
        Ok(Self::read(Body::parse(json)?))
    }

    pub(super) fn read(body: Body<'_>) -> Self {
        let is_event = record::event_name(&body).is_some();
        let record = record::subject(body, "customer");
        let named = |name: &&str| record.string(name).filter(|id| !id.is_empty());
        let id = ["id", "customerId"].iter().find_map(named).map(std::borrow::Cow::into_owned);
        // As the answer to an upload does, which names the customer and has no profile.
        let is_part = is_event || record.member("id").is_none() && record.member("customerId").is_some();
        let level = record.string("operationLevel").map(|name| Level::from(&*name));
        let approved = has_document(&record, &[DocumentationStatus::Approved]);
        let in_review = has_document(&record, &[DocumentationStatus::Uploaded, DocumentationStatus::Sent]);
        let is_documented = record.flag("isDocumented").or(approved);
        let mut customer = Self {
            next_level: level.as_ref().and_then(Level::next),
            is_blocked: level
                .as_ref()
                .filter(|level| level.is_known())
                .map(|level| *level == Level::Inactive),
            auto_created: record.flag("autoCreated"),
            is_documented,
            review_gate: match is_documented {
                Some(true) => Gate::Bypassed,
                Some(false) => Gate::Applies,
                None => Gate::Unknown,
            },
            missing: missing(&record, is_part),
            todo: Vec::new(),
            contradictions: contradictions(record.flag("isDocumented"), approved, level.as_ref()),
            operation_level: level,
            id,
        };
        customer.todo = customer.todo(approved == Some(true), in_review == Some(true));
        customer
    }

    fn todo(&self, is_approved: bool, is_in_review: bool) -> Vec<Todo> {
        let todo = |step, actor, call| Todo { step, actor, call };
        let patch = || Call::new("PATCH", "/customers/", self.id.as_deref(), "{id}", "");
        match &self.operation_level {
            Some(Level::Inactive) => return vec![todo(Step::ReviewBlock, Actor::Integrator, None)],
            Some(Level::Unknown(_)) => return vec![todo(Step::ContactSupport, Actor::Support, None)],
            _ => {}
        }
        let mut steps = Vec::new();
        if self.auto_created == Some(true) && !self.missing.is_empty() {
            steps.push(todo(Step::CompleteProfile, Actor::Integrator, Some(patch())));
        }
        if self.is_documented == Some(false) && is_approved {
            steps.push(todo(Step::ContactSupport, Actor::Support, None));
        } else if self.is_documented == Some(false) && is_in_review {
            steps.push(todo(Step::AwaitReview, Actor::Provider, None));
        } else if self.is_documented == Some(false) {
            let attach = Call::new("POST", "/customers/", self.id.as_deref(), "{id}", "/documents");
            steps.push(todo(Step::AttachDocument, Actor::Customer, Some(attach)));
        }
        if let (Some(true), Some(level)) = (self.is_documented, &self.next_level) {
            let promote = patch().with("operationLevel", level.as_str());
            steps.push(todo(Step::Promote, Actor::Integrator, Some(promote)));
        }
        steps
    }
}

/// Whether one of the listed documents has one of these statuses; nothing where none are listed.
fn has_document(record: &Body<'_>, statuses: &[DocumentationStatus]) -> Option<bool> {
    let mut documents = record.elements("documents")?;
    Some(documents.any(|document| {
        let document = Body::parse(document.as_bytes());
        let status = document.ok().and_then(|document| document.string("status"));
        status.is_some_and(|status| statuses.contains(&DocumentationStatus::from(&*status)))
    }))
}

/// An event carries only part of a record, so what is absent from one is not missing.
fn missing(record: &Body<'_>, is_part: bool) -> Vec<&'static str> {
    let is_missing = |name: &&&str| match record.member(name) {
        None => !is_part,
        Some("null") => true,
        Some(token) => body::string(token).is_some_and(|text| text.trim_ascii().is_empty()),
    };
    PROFILE.iter().filter(is_missing).copied().collect()
}

fn contradictions(flag: Option<bool>, approved: Option<bool>, level: Option<&Level>) -> Vec<Contradiction> {
    let mut found = Vec::new();
    let mut note = |code, message| found.push(Contradiction::new(code, &[message]));
    match (flag, approved) {
        (Some(true), Some(false)) => note(
            "documented_without_document",
            "expected an approved document of a customer with isDocumented true, found none among its documents",
        ),
        (Some(false), Some(true)) => note(
            "undocumented_with_document",
            "expected isDocumented true of a customer with an approved document, found false",
        ),
        _ => {}
    }
    if flag.or(approved) == Some(false) && level == Some(&Level::Full) {
        note(
            "full_without_document",
            "expected a customer of level FULL to be documented, found that it is not",
        );
    }
    found
}

/// What a complete record has, in the order in which people are asked.
const PROFILE: [&str; 7] =
    ["firstName", "lastName", "email", "phoneNumber", "documentNumber", "documentType", "country"];
