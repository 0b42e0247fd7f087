//! What a caller knows besides the status. It sharpens guidance, and never overrides the provider.

use crate::body::Value;
use crate::document::Person;
use crate::options::{InvalidOptions, Options, expected};

use super::event::KycEvent;

/// What is known besides the status.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Context {
    /// Whose status it is.
    pub person: Person,
    /// The customer's id, for the calls. The last event's where it is left out.
    pub customer_id: Option<String>,
    /// The onboarding's id, for the calls. The last event's where it is left out, or where that replaced it.
    pub onboarding_id: Option<String>,
    /// The last KYC event received for this customer. One of another customer or onboarding is ignored.
    pub last_event: Option<KycEvent>,
    /// How often the status was asked for already, in a row without change.
    pub polls: u32,
}

impl Context {
    /// Reads `{ strategy?, nationality?, usPerson?, hasIpAddress?, customerId?, onboardingId?, lastEvent?, polls? }`.
    /// Null says nothing, like an absent member; other members are ignored. `lastEvent` is an event's name, its
    /// body as an object or as text, or a [`KycEvent`].
    ///
    /// # Errors
    ///
    /// [`InvalidOptions`] where a member is of another type, or no JSON object was given.
    pub fn parse(text: &[u8]) -> Result<Self, InvalidOptions> {
        let options = Options::parse(text)?;
        let person = Person::read(&options)?;
        let last_event = match options.value("lastEvent") {
            None => None,
            Some(Value::Text(name)) if is_name(&name) => Some(KycEvent::named(&name)),
            Some(Value::Text(event)) => Some(KycEvent::told(&event, person.strategy).map_err(|_| EVENT)?),
            Some(Value::Object(event)) => Some(KycEvent::told(event, person.strategy).map_err(|_| EVENT)?),
            _ => return Err(EVENT),
        };
        Ok(Self {
            person,
            customer_id: options.owned("customerId")?,
            onboarding_id: options.owned("onboardingId")?,
            last_event,
            polls: u32::try_from(options.count("polls")?.unwrap_or_default()).unwrap_or(u32::MAX),
        })
    }

    /// The last event, unless it is of another customer or of an onboarding that is not this one.
    pub(super) fn event(&self) -> Option<&KycEvent> {
        let same = |one: &Option<String>, other: &Option<String>| {
            one.as_ref().zip(other.as_ref()).is_none_or(|(one, other)| one == other)
        };
        self.last_event.as_ref().filter(|event| {
            same(&self.customer_id, &event.customer_id)
                && (self.is_replaced_by(event) || same(&self.onboarding_id, &event.onboarding_id))
        })
    }

    /// Whether an event tells of a restart of this onboarding.
    fn is_replaced_by(&self, event: &KycEvent) -> bool {
        event.previous_onboarding_id.is_some() && event.previous_onboarding_id == self.onboarding_id
    }

    pub(super) fn customer_id(&self) -> Option<&str> {
        self.customer_id.as_deref().or_else(|| self.event()?.customer_id.as_deref())
    }

    /// After a restart the new one, if it is told: what it replaced cannot be run again.
    pub(super) fn onboarding_id(&self) -> Option<&str> {
        let Some(event) = self.event() else { return self.onboarding_id.as_deref() };
        let own = self.onboarding_id.as_deref().filter(|_| !self.is_replaced_by(event));
        own.or(event.onboarding_id.as_deref())
    }
}

/// Whether a text is a name, and not JSON. A name begins with a letter, and so do three words of JSON.
fn is_name(text: &str) -> bool {
    text.bytes().next().is_some_and(|first| first.is_ascii_alphabetic())
        && !["null", "true", "false"].contains(&text.trim_ascii_end())
}

const EVENT: InvalidOptions = expected("lastEvent", "an event or its name");
