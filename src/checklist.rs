//! Conomy's two checklists as data, and how far along somebody is.
//!
//! "Integration checklist" and "Going live", item by item, in our words: what to have done, which page asks for it,
//! and what in this project helps. The ids are stable; an item that the provider drops keeps its id unused.
//!
//! ```
//! use compliance_gate::checklist::{Progress, checklist};
//!
//! assert_eq!(checklist()[0].id, "customers.create");
//! let progress = Progress::parse(r#"["customers.create", "customers.dance"]"#)?;
//! assert_eq!(progress.done, 1);
//! assert_eq!(progress.unknown, ["customers.dance"]);
//! # Ok::<(), compliance_gate::checklist::NotArray>(())
//! ```

mod items;

use core::fmt;

use serde::Serialize;

use crate::body;
use crate::wire::closed_enum;

/// An item of a checklist.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Item {
    /// Its stable id: section and name.
    pub id: &'static str,
    /// The page it is from.
    pub list: List,
    /// The section, whose name is ours: the pages' headings name topics only.
    pub section: &'static str,
    /// What to have done.
    pub text: &'static str,
    /// Where the provider asks for it: page and topic.
    pub source: &'static str,
    /// The exports and routes of this project that help, if any do.
    pub helps: &'static [&'static str],
    /// What a gate can look at to know whether it is done, if it can. The gate of this project does not look yet.
    pub machine_checkable: Option<Check>,
}

closed_enum! {
    /// The pages with checklists.
    pub enum List {
        /// "Integration checklist".
        Integration = "integration",
        /// "Going live".
        GoingLive = "going_live",
    }
}

closed_enum! {
    /// What a gate can know by itself.
    #[non_exhaustive]
    pub enum Check {
        /// A secret is configured, and a delivery was verified with it.
        DeliveryVerified = "delivery_verified",
        /// Deliveries are kept once by their idempotency key.
        DeliveriesDeduplicated = "deliveries_deduplicated",
        /// Deliveries were answered within the provider's 10 seconds.
        AnsweredInTime = "answered_in_time",
        /// Unknown events are kept rather than refused.
        UnknownEventsKept = "unknown_events_kept",
        /// Full deliveries are kept before they are handed on.
        PayloadsKept = "payloads_kept",
        /// The backlog is measured.
        BacklogMeasured = "backlog_measured",
        /// `payment.requiresReview` has come in.
        SeenRequiresReview = "seen_requires_review",
        /// `payment.reviewApproved` and `payment.reviewRejected` have come in.
        SeenReviewOutcomes = "seen_review_outcomes",
        /// `customer.levelChanged` has come in.
        SeenLevelChanged = "seen_level_changed",
        /// All four compliance events have come in, and were verified.
        SeenComplianceEvents = "seen_compliance_events",
        /// A `payment.refund.*` event has come in.
        SeenRefund = "seen_refund",
        /// A `payment.settled` event has come in.
        SeenSettlement = "seen_settlement",
    }
}

/// Both checklists, in the pages' order.
#[must_use]
pub const fn checklist() -> &'static [Item] {
    items::ITEMS
}

/// How far along somebody is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Progress {
    /// How many items there are.
    pub total: usize,
    /// How many of them are done.
    pub done: usize,
    /// The same for each section, in the checklists' order.
    pub sections: Vec<Section>,
    /// The ids that are not done.
    pub remaining: Vec<&'static str>,
    /// What was given and is no item's id, in the order given: as text, or as the JSON it is.
    pub unknown: Vec<String>,
}

/// How far along somebody is with a section.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Section {
    /// The page.
    pub list: List,
    /// The section.
    pub section: &'static str,
    /// How many items it has.
    pub total: usize,
    /// How many of them are done.
    pub done: usize,
}

/// What was given as the items done is no JSON array.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotArray;

impl fmt::Display for NotArray {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("expected the ids of the items done as a JSON array, found something else")
    }
}

impl core::error::Error for NotArray {}

impl Progress {
    /// Counts what is done: a JSON array of ids. One that is given twice counts once.
    ///
    /// # Errors
    ///
    /// [`NotArray`] where `done` is none.
    pub fn parse(done: &str) -> Result<Self, NotArray> {
        let given = body::array(done).ok_or(NotArray)?;
        let ids: Vec<_> = given.map(|id| body::string(id).unwrap_or(id.into())).collect();
        Ok(Self::of(&ids.iter().map(|id| &**id).collect::<Vec<_>>()))
    }

    /// Counts what is done: ids. One that is given twice counts once.
    #[must_use]
    pub fn of(done: &[&str]) -> Self {
        let mut sections: Vec<Section> = Vec::new();
        let mut remaining = Vec::new();
        for item in checklist() {
            let is_same = |last: &Section| (last.list, last.section) == (item.list, item.section);
            if !sections.last().is_some_and(is_same) {
                sections.push(Section { list: item.list, section: item.section, total: 0, done: 0 });
            }
            let is_done = done.contains(&item.id);
            if let Some(section) = sections.last_mut() {
                section.total += 1;
                section.done += usize::from(is_done);
            }
            if !is_done {
                remaining.push(item.id);
            }
        }
        let is_known = |id: &&str| checklist().iter().any(|item| item.id == *id);
        Self {
            total: checklist().len(),
            done: checklist().len() - remaining.len(),
            sections,
            remaining,
            unknown: done.iter().filter(|id| !is_known(id)).map(|id| (*id).to_owned()).collect(),
        }
    }
}
