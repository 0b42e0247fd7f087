//! Which event a signed text tells of, and what it is about.
//!
//! The providers wrap events in three ways, told apart by shape: `event` with `data` (Conomy's body dialect),
//! `eventType` with `transaction`, `customer` or `data` (Conomy's header dialect, Connect Financial's KYC guide),
//! `type` with `data` (Connect Financial's notifications). A text that names an event in one way is never read
//! in another's meaning; a member that is no text names nothing, and hides no name behind it.
//!
//! Keys follow the kind of subject: (event, transaction.id, transaction.status), (event, customer.id,
//! customer.operationLevel, timestamp), (event, onboardingId, businessOnboardingId or customerId, status). Whatever identifies nothing,
//! or by something that is no well-formed string, is identified by its content.
//!
//! ```
//! use compliance_gate::envelope::Envelope;
//!
//! let text = r#"{"event":"Transaction.Captured","data":{"transaction":{"id":"67a0","status":"CAPTURED"}}}"#;
//! let envelope = Envelope::parse(text)?;
//! assert_eq!(envelope.idempotency_key().as_str(), "Transaction.Captured:67a0:CAPTURED");
//! # Ok::<(), compliance_gate::body::Malformed>(())
//! ```

use core::fmt;
use std::borrow::Cow;

use crate::body::{self, Body, Malformed};
use crate::idempotency::{ContentId, Key};
use crate::kyc;
use crate::payment::event::Event;

/// An event and its subject, read from one signed text.
pub struct Envelope<'a> {
    text: &'a str,
    event: Value<'a>,
    timestamp: Value<'a>,
    subject: Option<Subject<'a>>,
}

/// What an event is about.
#[derive(Clone, Copy, Debug)]
pub struct Subject<'a> {
    kind: Kind,
    id: Value<'a>,
    status: Value<'a>,
}

/// The kinds of subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A Conomy transaction: a payment, payout or refund.
    Transaction,
    /// A Conomy customer.
    Customer,
    /// A Connect Financial onboarding, or the customer it is of.
    Onboarding,
}

impl Kind {
    /// The name in results.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Transaction => "transaction",
            Self::Customer => "customer",
            Self::Onboarding => "onboarding",
        }
    }
}

impl fmt::Debug for Envelope<'_> {
    /// The text is personal data, so it does not reach logs by accident.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Envelope")
            .field("bytes", &self.text.len())
            .field("subject", &self.subject)
            .finish_non_exhaustive()
    }
}

impl<'a> Envelope<'a> {
    /// Reads a signed text.
    ///
    /// # Errors
    ///
    /// [`Malformed`] where it is not one JSON object, strictly read.
    pub fn parse(text: &'a str) -> Result<Self, Malformed> {
        let body = Body::parse(text.as_bytes())?;
        let mut given = EVENT_NAMES.iter().filter_map(|name| body.member(name));
        let first = given.clone().next();
        let event = Value(given.find(|name| body::string(name).is_some()).or(first));
        Ok(Self { text, event, timestamp: Value(body.member("timestamp")), subject: subject(&body, event) })
    }

    /// The event's name as the JSON value it was received as: the first of `event`, `eventType` and `type` that is a
    /// well-formed string, else the first that is there.
    #[must_use]
    pub const fn event_json(&self) -> Option<&'a str> {
        self.event.0
    }

    /// The event's name as one of Conomy's, any other verbatim; nothing where none is a well-formed string.
    #[must_use]
    pub fn event(&self) -> Option<Event> {
        self.event.text().map(|name| Event::from(name.as_ref()))
    }

    /// Whether Conomy or Connect Financial documents an event of this name.
    #[must_use]
    pub fn is_known(&self) -> bool {
        self.event
            .text()
            .is_some_and(|name| Event::is_documented(&name) || kyc::event::Event::is_documented(&name))
    }

    /// What the event is about; nothing where no shape fits.
    #[must_use]
    pub const fn subject(&self) -> Option<&Subject<'a>> {
        self.subject.as_ref()
    }

    /// What makes two deliveries this same event.
    #[must_use]
    pub fn idempotency_key(&self) -> Key {
        let event = self.event.text();
        let identified = event.as_deref().and_then(|event| self.subject.as_ref()?.key(event, self.timestamp));
        identified.unwrap_or_else(|| Key::from_content(event.as_deref(), &ContentId::of(self.text)))
    }
}

impl<'a> Subject<'a> {
    /// Its kind.
    #[must_use]
    pub const fn kind(&self) -> Kind {
        self.kind
    }

    /// Its id as the JSON value it was received as.
    #[must_use]
    pub const fn id_json(&self) -> Option<&'a str> {
        self.id.0
    }

    /// Its id; nothing where it is absent or no well-formed string.
    #[must_use]
    pub fn id(&self) -> Option<Cow<'a, str>> {
        self.id.text()
    }

    /// Its status, or a customer's operation level, as the JSON value it was received as.
    #[must_use]
    pub const fn status_json(&self) -> Option<&'a str> {
        self.status.0
    }

    /// Its status, or a customer's operation level; nothing where it is absent or no well-formed string.
    #[must_use]
    pub fn status(&self) -> Option<Cow<'a, str>> {
        self.status.text()
    }

    fn key(&self, event: &str, timestamp: Value<'_>) -> Option<Key> {
        let id = self.id.text()?;
        match self.kind {
            Kind::Transaction | Kind::Onboarding => {
                Some(Key::from_parts(&[Some(event), Some(&id), Some(&self.status.text()?)]))
            }
            Kind::Customer => {
                let (level, timestamp) = (self.status.part().ok()?, timestamp.part().ok()?);
                Some(Key::from_parts(&[Some(event), Some(&id), level.as_deref(), timestamp.as_deref()]))
            }
        }
    }
}

/// A value that should identify something is no well-formed string.
struct NotText;

/// A member's value as received, if the member is there.
#[derive(Clone, Copy)]
struct Value<'a>(Option<&'a str>);

impl fmt::Debug for Value<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.0.is_some() { "Value(…)" } else { "None" })
    }
}

impl<'a> Value<'a> {
    fn text(self) -> Option<Cow<'a, str>> {
        self.0.and_then(body::string)
    }

    /// A part of a key that may be absent, but not something else than a string.
    fn part(self) -> Result<Option<Cow<'a, str>>, NotText> {
        match self.0 {
            None | Some("null") => Ok(None),
            Some(_) => self.text().map(Some).ok_or(NotText),
        }
    }
}

/// An envelope holds its subject itself (header dialect) or in `data` (the others).
fn subject<'a>(body: &Body<'a>, event: Value<'a>) -> Option<Subject<'a>> {
    let data = body.object("data");
    let about_customer = event.text().is_some_and(|name| Event::is_customers(&name));
    let first = if about_customer { Kind::Customer } else { Kind::Transaction };
    let second = if about_customer { Kind::Transaction } else { Kind::Customer };
    for kind in [first, second] {
        match [body.object(kind.as_str()), data.as_ref().and_then(|data| data.object(kind.as_str()))] {
            [None, None] => {}
            [Some(found), None] | [None, Some(found)] => return Some(conomys(kind, &found)),
            // Two candidates say nothing certain: the content has to do.
            [Some(_), Some(_)] => return None,
        }
    }
    onboarding(data.as_ref()?)
}

fn conomys<'a>(kind: Kind, found: &Body<'a>) -> Subject<'a> {
    let status = if kind == Kind::Customer { "operationLevel" } else { "status" };
    Subject { kind, id: Value(found.member("id")), status: Value(found.member(status)) }
}

fn onboarding<'a>(data: &Body<'a>) -> Option<Subject<'a>> {
    let id = ["onboardingId", "businessOnboardingId", "customerId"]
        .iter()
        .find_map(|name| data.member(name).filter(|id| *id != "null"))?;
    Some(Subject { kind: Kind::Onboarding, id: Value(Some(id)), status: Value(data.member("status")) })
}

/// Where each envelope has the event's name, in the order in which they are recognised.
const EVENT_NAMES: [&str; 3] = ["event", "eventType", "type"];
