//! What a look over many records shows.
//!
//! Conomy, "Integration checklist": reconcile weekly, any `autoCreated: true` customer that has been transacting is
//! to be reviewed and promoted; chase `REQUIRES_REVIEW` payments older than 24 hours; watch the refunds of rejected
//! reviews, since a spike points at documents that people do not understand.
//!
//! What is listed repeatedly, as in pages that overlap or in events about one payment, counts once: a payment stands
//! where the latest of its records says, since when the first of them that says so; a customer by the first one
//! listed.
//!
//! Money moves, here, in a payment that was neither registered only, nor expired, failed or cancelled, and that is
//! no refund.
//!
//! A spike, here: within the last window at least [`MIN_REJECTIONS`] reviews were rejected, and their share among
//! the reviews decided has at least doubled against the window before. Where that window had no rejection, any
//! share is more than double.
//!
//! ```
//! use compliance_gate::payment::audit::{Audit, Settings};
//!
//! let payments = r#"[{"id":"1","status":"REQUIRES_REVIEW","createdAt":"2026-04-17T15:30:00Z"}]"#;
//! let audit = Audit::of(payments, "[]", Settings::at(1_776_526_201_000))?;
//! assert_eq!(audit.stale_reviews[0].id.as_deref(), Some("1"));
//! # Ok::<(), compliance_gate::payment::audit::Unreadable>(())
//! ```

mod records;

use core::fmt;
use std::borrow::Cow;

use serde::Serialize;

use self::records::{Decision, Records};
use super::customer::{Customer, Level};
use super::review::{self, Clocks, Payment, Review, Stage, Status};
use crate::body::{self, Body};
use crate::message::{digits, joined};
use crate::options::{InvalidOptions, Options};
use crate::sort::{Keyed, sorted};
use crate::time::HOUR;

/// Fewer rejections in a window than this are no spike.
pub const MIN_REJECTIONS: u32 = 5;

/// The most records of one kind that an audit takes.
pub const MAX_RECORDS: usize = 50_000;

/// What a look over many records shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Audit {
    /// Payments in review for longer than the audit's hours, the oldest first.
    pub stale_reviews: Vec<StaleReview>,
    /// Customers made from a deposit that move money, in the order given.
    pub auto_created_transacting: Vec<Transacting>,
    /// The rejections of reviews.
    pub refunds: Rejections,
    /// How much of what was given could not be taken into account.
    pub skipped: Skipped,
}

/// A payment that is in review for too long.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct StaleReview {
    /// The payment.
    pub id: Option<String>,
    /// Where its review stands.
    pub stage: Stage,
    /// Since when, in milliseconds since 1970.
    pub since: i64,
    /// For how many seconds.
    pub age_seconds: i64,
}

/// A customer made from a deposit that moves money.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Transacting {
    /// The customer.
    pub id: String,
    /// Its level, verbatim.
    pub operation_level: Option<Level>,
    /// How many of the given payments are its own and moved money, or may yet.
    pub payments: u32,
    /// Members of the profile that have no value.
    pub missing: Vec<&'static str>,
}

/// The rejections of reviews, in the last window and in the one before.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Rejections {
    /// Whether there is a spike.
    pub is_spike: bool,
    /// The last window.
    pub recent: Decisions,
    /// The one before.
    pub before: Decisions,
}

/// How the reviews of a window were decided.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Decisions {
    /// Either way.
    pub decided: u32,
    /// Rejected.
    pub rejected: u32,
}

/// How much of what was given could not be taken into account.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Skipped {
    /// Records that are no JSON object.
    pub unreadable: u32,
    /// Reviews, open or decided, without a time.
    pub undated: u32,
}

/// The time, and what an audit looks at. Instants are milliseconds since 1970, durations too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settings {
    /// Now.
    pub now: i64,
    /// After what a review is stale; 24 hours by default.
    pub audit: i64,
    /// How long a window of rejections is; 7 days by default.
    pub window: i64,
}

impl Settings {
    /// The defaults, at a time in milliseconds since 1970.
    #[must_use]
    pub fn at(now: i64) -> Self {
        Self { now, audit: Clocks::default().audit, window: DEFAULT_WINDOW }
    }

    /// Reads `{now, auditHours?, windowHours?}`. What is absent takes its default, but for the time.
    ///
    /// # Errors
    ///
    /// [`InvalidOptions`] where there is no time, a member is no number or negative, or no JSON object was given.
    pub fn parse(json: &[u8]) -> Result<Self, InvalidOptions> {
        let options = Options::parse(json)?;
        let default = Self::at(options.now()?);
        Ok(Self {
            audit: review::hours(&options, "auditHours")?.unwrap_or(default.audit),
            window: review::hours(&options, "windowHours")?.unwrap_or(default.window),
            ..default
        })
    }
}

/// Why there is no audit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Unreadable {
    /// The records are no JSON array.
    NotArray,
    /// There are more records than [`MAX_RECORDS`].
    TooMany,
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotArray => f.write_str("expected the records as a JSON array, found something else"),
            Self::TooMany => f.write_str(&joined(&[
                "expected at most ",
                &digits(MAX_RECORDS),
                " records of one kind, found more",
            ])),
        }
    }
}

impl core::error::Error for Unreadable {}

impl Audit {
    /// Looks over payments and customers, each a JSON array of records in any of the envelopes that [`Review`] and
    /// [`Customer`] read.
    ///
    /// # Errors
    ///
    /// [`Unreadable`] where one of them is no array, or too long. A record that cannot be read is skipped, and
    /// counted.
    pub fn of(payments: &str, customers: &str, settings: Settings) -> Result<Self, Unreadable> {
        let mut skipped = Skipped::default();
        let payments = readable(payments, &mut skipped)?;
        let payments: Vec<Payment<'_>> = payments.into_iter().map(Payment::read).collect();
        let customers = readable(customers, &mut skipped)?;
        let mut stale = Vec::new();
        let mut payers = Vec::new();
        let mut refunds = Rejections::default();
        for records in Records::each(&records::by_id(&payments)) {
            stale.extend(overdue(records, settings, &mut skipped));
            refunds.count(records, settings, &mut skipped);
            payers.extend(records.payer().map(|id| (as_bytes(id), 0)));
        }
        refunds.is_spike = refunds.is_spike();
        let auto_created_transacting = transacting(sorted(payers), customers);
        Ok(Self { stale_reviews: in_order(stale), auto_created_transacting, refunds, skipped })
    }
}

fn readable<'a>(records: &'a str, skipped: &mut Skipped) -> Result<Vec<Body<'a>>, Unreadable> {
    let mut elements = body::array(records).ok_or(Unreadable::NotArray)?;
    let mut bodies = Vec::new();
    for element in elements.by_ref().take(MAX_RECORDS) {
        match Body::parse(element.as_bytes()) {
            Ok(body) => bodies.push(body),
            Err(_) => skipped.unreadable += 1,
        }
    }
    if elements.next().is_some() { Err(Unreadable::TooMany) } else { Ok(bodies) }
}

/// A payment that is in review for too long.
fn overdue(records: Records<'_, '_, '_>, settings: Settings, skipped: &mut Skipped) -> Option<StaleReview> {
    let payment = records.current().filter(|payment| payment.stands == Some(Status::RequiresReview))?;
    let (now, since) = (Some(settings.now), records.blocked_since());
    let review = Review::of(payment, Clocks { now, since, audit: settings.audit, ..Clocks::default() });
    let Some(clock) = review.clock else {
        skipped.undated += 1;
        return None;
    };
    let (since, age_seconds) = (clock.since, clock.age_seconds);
    clock.audit.is_overdue.then_some(StaleReview { id: review.id, stage: review.stage, since, age_seconds })
}

/// The oldest first, and those of one age as they are, by id.
fn in_order(stale: Vec<StaleReview>) -> Vec<StaleReview> {
    // Bytes compare without a sign.
    let key = |review: &StaleReview| (review.since ^ i64::MIN).to_be_bytes().to_vec();
    let keyed = sorted(stale.iter().map(|review| Cow::Owned(key(review))).zip(0..).collect());
    let mut stale: Vec<_> = stale.into_iter().map(Some).collect();
    keyed.iter().filter_map(|(_, at)| stale.get_mut(*at)?.take()).collect()
}

/// The payers are sorted, so that no choice of ids makes it slow.
fn transacting(mut payers: Vec<Keyed<'_>>, customers: Vec<Body<'_>>) -> Vec<Transacting> {
    let mut transacting = Vec::new();
    for customer in customers.into_iter().map(Customer::read) {
        let Some(id) = customer.id else { continue };
        let first = payers.partition_point(|(payer, _)| **payer < *id.as_bytes());
        let behind = payers.partition_point(|(payer, _)| **payer <= *id.as_bytes());
        let payments = u32::try_from(behind - first).unwrap_or(u32::MAX);
        // The first of its payments remembers that the customer was listed.
        match payers.get_mut(first) {
            Some((_, listed)) if payments > 0 && *listed == 0 => *listed = 1,
            _ => continue,
        }
        if customer.auto_created != Some(true) {
            continue;
        }
        let (operation_level, missing) = (customer.operation_level, customer.missing);
        transacting.push(Transacting { id, operation_level, payments, missing });
    }
    transacting
}

fn as_bytes(text: Cow<'_, str>) -> Cow<'_, [u8]> {
    match text {
        Cow::Borrowed(text) => Cow::Borrowed(text.as_bytes()),
        Cow::Owned(text) => Cow::Owned(text.into_bytes()),
    }
}

impl Rejections {
    fn count(&mut self, records: Records<'_, '_, '_>, settings: Settings, skipped: &mut Skipped) {
        let Some(Decision { is_rejected, at }) = records.decision() else { return };
        let Some(at) = at else {
            skipped.undated += 1;
            return;
        };
        let age = settings.now.saturating_sub(at).max(0);
        let window = if age < settings.window {
            &mut self.recent
        } else if age < settings.window.saturating_mul(2) {
            &mut self.before
        } else {
            return;
        };
        window.decided += 1;
        window.rejected += u32::from(is_rejected);
    }

    /// Shares compared by cross-multiplication: recent / decided >= 2 * before / decided.
    fn is_spike(&self) -> bool {
        let Self { recent, before, .. } = self;
        let product = |rejected: u32, decided: u32| u64::from(rejected) * u64::from(decided);
        let has_doubled =
            product(recent.rejected, before.decided) >= 2 * product(before.rejected, recent.decided);
        recent.rejected >= MIN_REJECTIONS && has_doubled
    }
}

const DEFAULT_WINDOW: i64 = 7 * 24 * HOUR;
