//! What a look over many records shows.
//!
//! Conomy, "Integration checklist": reconcile weekly, any `autoCreated: true` customer that has been transacting is
//! to be reviewed and promoted; chase `REQUIRES_REVIEW` payments older than 24 hours; watch the refunds of rejected
//! reviews, since a spike points at documents that people do not understand.
//!
//! What is listed repeatedly, as in pages that overlap or in events about one payment, counts once: a payment by the
//! latest of its records that tell, a customer by the first one listed.
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

use core::fmt;
use std::borrow::Cow;

use serde::Serialize;

use super::customer::{Customer, Level};
use super::review::{self, Clocks, DocumentationStatus, Payment, Review, Stage, Status};
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
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
        let current = latest(&payments, |payment| payment.status.is_some());
        let stale_reviews = stale(&current, settings, &mut skipped);
        let refunds =
            rejections(&latest(&payments, |payment| payment.is_rejected().is_some()), settings, &mut skipped);
        Ok(Self {
            stale_reviews,
            auto_created_transacting: transacting(&current, customers),
            refunds,
            skipped,
        })
    }
}

fn readable<'a>(records: &'a str, skipped: &mut Skipped) -> Result<Vec<Body<'a>>, Unreadable> {
    let mut elements = body::elements(records).ok_or(Unreadable::NotArray)?;
    let mut bodies = Vec::new();
    for element in elements.by_ref().take(MAX_RECORDS) {
        match Body::parse(element.as_bytes()) {
            Ok(body) => bodies.push(body),
            Err(_) => skipped.unreadable += 1,
        }
    }
    if elements.next().is_some() { Err(Unreadable::TooMany) } else { Ok(bodies) }
}

fn stale(payments: &[&Payment<'_>], settings: Settings, skipped: &mut Skipped) -> Vec<StaleReview> {
    let clocks = Clocks { now: Some(settings.now), audit: settings.audit, ..Clocks::default() };
    let mut stale = Vec::new();
    for payment in payments.iter().filter(|payment| payment.status == Some(Status::RequiresReview)) {
        let review = Review::of(payment, clocks);
        match review.clock {
            None => skipped.undated += 1,
            Some(clock) if clock.audit.is_overdue => stale.push(StaleReview {
                id: review.id,
                stage: review.stage,
                since: clock.since,
                age_seconds: clock.age_seconds,
            }),
            Some(_) => {}
        }
    }
    in_order(stale)
}

/// The oldest first, and those of one age by id.
fn in_order(stale: Vec<StaleReview>) -> Vec<StaleReview> {
    let key = |review: &StaleReview| {
        // Bytes compare without a sign.
        let since = (review.since ^ i64::MIN).to_be_bytes();
        [since.as_slice(), review.id.as_deref().unwrap_or_default().as_bytes()].concat()
    };
    let keyed = stale.iter().enumerate().map(|(at, review)| (Cow::Owned(key(review)), at));
    let keyed = sorted(keyed.collect());
    let mut stale: Vec<_> = stale.into_iter().map(Some).collect();
    keyed.iter().filter_map(|(_, at)| stale.get_mut(*at)?.take()).collect()
}

/// Payments sorted by customer, so that no choice of ids makes it slow.
fn transacting(payments: &[&Payment<'_>], customers: Vec<Body<'_>>) -> Vec<Transacting> {
    let mut payers: Vec<Keyed<'_>> = Vec::new();
    for payment in payments.iter().filter(|payment| payment.moves_money()) {
        payers.extend(payment.fields.string("customerId").map(|id| (as_bytes(id), 0)));
    }
    let mut payers = sorted(payers);
    let mut transacting = Vec::new();
    for customer in customers.into_iter().map(Customer::read) {
        let (Some(id), Some(true)) = (customer.id, customer.auto_created) else { continue };
        let first = payers.partition_point(|(payer, _)| **payer < *id.as_bytes());
        let behind = payers.partition_point(|(payer, _)| **payer <= *id.as_bytes());
        let payments = u32::try_from(behind - first).unwrap_or(u32::MAX);
        // The first of its payments remembers that the customer was listed.
        match payers.get_mut(first) {
            Some((_, listed)) if payments > 0 && *listed == 0 => *listed = 1,
            _ => continue,
        }
        let (operation_level, missing) = (customer.operation_level, customer.missing);
        transacting.push(Transacting { id, operation_level, payments, missing });
    }
    transacting
}

/// Of each payment the latest record that tells; one without an id is a payment of its own.
#[inline(never)]
fn latest<'p, 'a>(payments: &'p [Payment<'a>], tells: fn(&Payment<'_>) -> bool) -> Vec<&'p Payment<'a>> {
    let mut keyed = Vec::new();
    for (at, payment) in payments.iter().enumerate() {
        if tells(payment) {
            keyed.push((Cow::Borrowed(payment.id.as_deref().unwrap_or_default().as_bytes()), at));
        }
    }
    let mut latest: Vec<&Payment<'_>> = Vec::new();
    for (id, at) in sorted(keyed) {
        let Some(payment) = payments.get(at) else { continue };
        match latest.last_mut() {
            Some(last) if !id.is_empty() && last.id == payment.id => {
                if payment.changed_at() >= last.changed_at() {
                    *last = payment;
                }
            }
            _ => latest.push(payment),
        }
    }
    latest
}

fn as_bytes(text: Cow<'_, str>) -> Cow<'_, [u8]> {
    match text {
        Cow::Borrowed(text) => Cow::Borrowed(text.as_bytes()),
        Cow::Owned(text) => Cow::Owned(text.into_bytes()),
    }
}

fn rejections(payments: &[&Payment<'_>], settings: Settings, skipped: &mut Skipped) -> Rejections {
    let (mut recent, mut before) = (Decisions::default(), Decisions::default());
    for payment in payments {
        let Some(is_rejected) = payment.is_rejected() else { continue };
        let Some(at) = payment.changed_at() else {
            skipped.undated += 1;
            continue;
        };
        let age = settings.now.saturating_sub(at).max(0);
        let window = if age < settings.window {
            &mut recent
        } else if age < settings.window.saturating_mul(2) {
            &mut before
        } else {
            continue;
        };
        window.decided += 1;
        window.rejected += u32::from(is_rejected);
    }
    // Shares compared by cross-multiplication: recent / decided >= 2 * before / decided.
    let product = |rejected: u32, decided: u32| u64::from(rejected) * u64::from(decided);
    let has_doubled =
        product(recent.rejected, before.decided) >= 2 * product(before.rejected, recent.decided);
    Rejections { is_spike: recent.rejected >= MIN_REJECTIONS && has_doubled, recent, before }
}

impl Payment<'_> {
    /// Whether money moved, or may yet.
    fn moves_money(&self) -> bool {
        !matches!(self.status, None | Some(Status::Attempt | Status::Expired | Status::Failed))
    }

    /// How its review was decided.
    fn is_rejected(&self) -> Option<bool> {
        match self.documentation {
            Some(DocumentationStatus::Approved) => Some(false),
            Some(DocumentationStatus::Rejected) => Some(true),
            _ => None,
        }
    }

    /// When it last changed, as far as it says.
    fn changed_at(&self) -> Option<i64> {
        let changed = self.sent_at.or_else(|| review::timestamp(&self.fields, "updatedAt"));
        changed.or_else(|| review::timestamp(&self.fields, "createdAt"))
    }
}

const DEFAULT_WINDOW: i64 = 7 * 24 * HOUR;
