//! What a caller knows besides the status. It sharpens guidance, and never overrides the provider.

use core::fmt;

use crate::body::{Body, Malformed, Value};
use crate::document::{Person, Strategy};

use super::event::KycEvent;

/// What is known besides the status.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Context {
    /// Whose status it is.
    pub person: Person,
    /// The customer's id, for the calls. The last event's where it is left out.
    pub customer_id: Option<String>,
    /// The onboarding's id, for the calls. The last event's where it is left out.
    pub onboarding_id: Option<String>,
    /// The last KYC event received for this customer. One of another customer or onboarding is ignored.
    pub last_event: Option<KycEvent>,
    /// How often the status was asked for already, in a row without change.
    pub polls: u32,
}

impl Context {
    /// Reads `{ strategy?, nationality?, usPerson?, hasIpAddress?, customerId?, onboardingId?, lastEvent?, polls? }`.
    /// Null says nothing, like an absent member; other members are ignored. `lastEvent` is an event's name, its
    /// body, or a [`KycEvent`].
    ///
    /// # Errors
    ///
    /// [`InvalidContext`] where a member is of another type, or no JSON object was given.
    pub fn parse(text: &[u8]) -> Result<Self, InvalidContext> {
        let body = Body::parse(text).map_err(InvalidContext::Malformed)?;
        let strategy = match text_of(&body, "strategy")? {
            None => Strategy::Unknown,
            Some(name) => Strategy::ALL.into_iter().find(|strategy| strategy.as_str() == name).ok_or(
                InvalidContext::Member { name: "strategy", expected: "CF_KYC, EXTERNAL or unknown" },
            )?,
        };
        let person = Person {
            strategy,
            nationality: text_of(&body, "nationality")?,
            us_person: boolean_of(&body, "usPerson")?,
            has_ip_address: boolean_of(&body, "hasIpAddress")?,
        };
        let invalid_event = InvalidContext::Member { name: "lastEvent", expected: "an event or its name" };
        let last_event = match body.value("lastEvent") {
            Value::Absent | Value::Null => None,
            Value::Text(name) => Some(KycEvent::named(&name)),
            Value::Object(_) => body.object("lastEvent").map(|event| KycEvent::read(&event, strategy)),
            _ => return Err(invalid_event),
        };
        let polls = match body.value("polls") {
            Value::Absent | Value::Null => 0,
            other => {
                other.count().ok_or(InvalidContext::Member { name: "polls", expected: "a whole number" })?
            }
        };
        Ok(Self {
            person,
            customer_id: text_of(&body, "customerId")?,
            onboarding_id: text_of(&body, "onboardingId")?,
            last_event,
            polls: u32::try_from(polls).unwrap_or(u32::MAX),
        })
    }

    /// The last event, unless it is of another customer or of an onboarding that is not this one.
    pub(super) fn event(&self) -> Option<&KycEvent> {
        let same = |one: &Option<String>, other: &Option<String>| {
            one.as_ref().zip(other.as_ref()).is_none_or(|(one, other)| one == other)
        };
        self.last_event.as_ref().filter(|event| {
            let restarted =
                event.previous_onboarding_id.is_some() && event.previous_onboarding_id == self.onboarding_id;
            same(&self.customer_id, &event.customer_id)
                && (restarted || same(&self.onboarding_id, &event.onboarding_id))
        })
    }

    pub(super) fn customer_id(&self) -> Option<&str> {
        self.customer_id.as_deref().or_else(|| self.event()?.customer_id.as_deref())
    }

    pub(super) fn onboarding_id(&self) -> Option<&str> {
        self.onboarding_id.as_deref().or_else(|| self.event()?.onboarding_id.as_deref())
    }
}

/// Why a context cannot be used: the caller is at fault, not the provider.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum InvalidContext {
    /// It is not one JSON object.
    Malformed(Malformed),
    /// A member is something else than expected.
    Member {
        /// The member.
        name: &'static str,
        /// What it may be.
        expected: &'static str,
    },
}

impl InvalidContext {
    /// The stable code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        "invalid_options"
    }
}

impl fmt::Display for InvalidContext {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Malformed(malformed) => write!(f, "not a context: {malformed}"),
            Self::Member { name, expected } => {
                write!(f, "expected {name} of the context to be {expected}, found something else")
            }
        }
    }
}

impl core::error::Error for InvalidContext {}

fn text_of(body: &Body<'_>, name: &'static str) -> Result<Option<String>, InvalidContext> {
    match body.value(name) {
        Value::Absent | Value::Null => Ok(None),
        Value::Text(text) => Ok(Some(text.into_owned())),
        _ => Err(InvalidContext::Member { name, expected: "a string" }),
    }
}

fn boolean_of(body: &Body<'_>, name: &'static str) -> Result<Option<bool>, InvalidContext> {
    match body.value(name) {
        Value::Absent | Value::Null => Ok(None),
        Value::Boolean(value) => Ok(Some(value)),
        _ => Err(InvalidContext::Member { name, expected: "a boolean" }),
    }
}
