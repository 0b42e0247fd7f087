//! Connect Financial's events: "Webhook Events", "Webhook Payload", "Webhook Events for External KYC".
//!
//! No signature is documented for them, so an event is a nudge: it says that the status is worth pulling, and
//! only the pulled status is believed.
//!
//! ```
//! use compliance_gate::document::Strategy;
//! use compliance_gate::kyc::interpret_kyc_event;
//!
//! let body = br#"{"eventType":"CUSTOMER_KYC_SDK_FLOW_DONE","data":{"customerId":"c","status":"APPROVED"}}"#;
//! let event = interpret_kyc_event(body, Strategy::Unknown)?;
//! assert_eq!(event.event.as_deref(), Some("CUSTOMER_KYC_SDK_FLOW_COMPLETED"));
//! assert!(event.should_pull_status && !event.decides);
//! # Ok::<(), compliance_gate::body::Malformed>(())
//! ```

mod name;

pub use name::{Event, Family};

use serde::Serialize;

use crate::body::{Body, Malformed};
use crate::document::Strategy;
use crate::step::Contradiction;
use crate::wire::closed_enum;

use super::contradiction::{Code, shown};
use super::onboarding::OnboardingStatus;
use super::reader::Reader;

/// What an event tells.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct KycEvent {
    /// Whether the provider documents an event of this name.
    pub known: bool,
    /// What it is about.
    pub family: Family,
    /// Its name, one spelling for each event; one that is not known, verbatim.
    pub event: Option<String>,
    /// Whose onboarding it is.
    pub customer_id: Option<String>,
    /// The onboarding; after a restart, the new one.
    pub onboarding_id: Option<String>,
    /// The onboarding that a restart replaced.
    pub previous_onboarding_id: Option<String>,
    /// The status, verbatim.
    pub status: Option<String>,
    /// Whether it reports the final outcome, which only `CUSTOMER_KYC_FINISHED` does.
    pub decides: bool,
    /// Whether the compliance status may have changed.
    pub should_pull_status: bool,
    /// What the customer should be told once the pulled status agrees.
    pub customer_note: Option<CustomerNote>,
    /// Where it disagrees with itself, or with the strategy.
    pub contradictions: Vec<Contradiction>,
}

closed_enum! {
    /// What a customer should be told.
    pub enum CustomerNote {
        /// The verification has begun.
        VerificationStarted = "verification-started",
        /// The identity check waits for the customer.
        IdentityCheckRequired = "identity-check-required",
        /// The identity check was handed in.
        IdentityCheckSubmitted = "identity-check-submitted",
        /// Approved.
        Approved = "approved",
        /// Denied.
        Denied = "denied",
        /// The verification begins anew.
        VerificationRestarted = "verification-restarted",
        /// The link has expired; a new one is needed.
        LinkExpired = "link-expired",
        /// The verification failed for technical reasons.
        VerificationError = "verification-error",
    }
}

/// Reads an event in any of its three envelopes.
///
/// # Errors
///
/// [`Malformed`] where the body is not one JSON object, strictly read, or is larger than [`MAX_EVENT_BYTES`].
pub fn interpret_kyc_event(body: &[u8], strategy: Strategy) -> Result<KycEvent, Malformed> {
    if body.len() > MAX_EVENT_BYTES {
        return Err(Malformed::TooLarge { limit: MAX_EVENT_BYTES });
    }
    Ok(KycEvent::read(&Body::parse(body)?, strategy))
}

/// The largest event read. The provider's are below 1 KiB.
pub const MAX_EVENT_BYTES: usize = 256 * 1024;

impl KycEvent {
    /// An event of which nothing but the name is known.
    #[must_use]
    pub fn named(name: &str) -> Self {
        Self::tell(Some(Event::of(name)), Fields::default())
    }

    /// Reads the text of an event that a caller kept.
    pub(super) fn told(event: &str, strategy: Strategy) -> Result<Self, Malformed> {
        Ok(Self::read(&Body::parse(event.as_bytes())?, strategy))
    }

    /// Reads an event's envelope, or what this module made of one.
    fn read(body: &Body<'_>, strategy: Strategy) -> Self {
        let mut reader = Reader::default();
        let event = name(body, &mut reader);
        let data = body.object("data");
        let places = [data.as_ref(), Some(body)];
        let mut text = |name: &str| {
            let place = places.iter().flatten().find(|place| place.value(name).is_given())?;
            reader.text(place, name, "the event").map(String::from)
        };
        let fields = Fields {
            customer_id: text("customerId"),
            onboarding_id: text("onboardingId"),
            previous_onboarding_id: text("previousOnboardingId"),
            status: text("status"),
        };
        let mut found = Self::tell(event.clone(), fields);
        found.contradictions = reader.noted;
        if let Some(event) = event {
            found.contradict(&event, strategy);
        }
        found
    }

    /// The event by its name.
    #[must_use]
    pub fn name(&self) -> Option<Event> {
        self.event.as_deref().map(Event::of)
    }

    /// Whether it reports a denial.
    #[must_use]
    pub fn denies(&self) -> bool {
        self.decides
            && self.status.as_deref().map(OnboardingStatus::from).is_some_and(|status| status.is_denied())
    }

    pub(super) fn is_about_sdk(&self) -> bool {
        self.name().is_some_and(|event| event.is_about_sdk())
    }

    fn tell(event: Option<Event>, fields: Fields) -> Self {
        let status = fields.status.as_deref().map(OnboardingStatus::from);
        let is_finished = event == Some(Event::KycFinished);
        Self {
            known: event.as_ref().is_some_and(Event::is_known),
            family: event.as_ref().map_or(Family::Unknown, Event::family),
            decides: is_finished && status.as_ref().is_some_and(OnboardingStatus::is_outcome),
            should_pull_status: event.as_ref().is_some_and(|event| event.may_change_status(&fields)),
            customer_note: event.as_ref().and_then(|event| note(event, status.as_ref())),
            event: event.map(|event| event.as_str().to_owned()),
            customer_id: fields.customer_id,
            onboarding_id: fields.onboarding_id,
            previous_onboarding_id: fields.previous_onboarding_id,
            status: fields.status,
            contradictions: Vec::new(),
        }
    }

    fn contradict(&mut self, event: &Event, strategy: Strategy) {
        let found = &mut self.contradictions;
        let name = event.as_str();
        if event.family() == Family::Kyc && self.customer_id.is_none() {
            let message = ["expected ", name, " to name a customerId, found none"];
            Code::MemberMissing.note(found, &message);
        }
        if event.is_about_sdk() && strategy == Strategy::External {
            let message = [name, " is never fired under External KYC, which the strategy says this is"];
            Code::SdkEventUnderExternal.note(found, &message);
        }
        if *event == Event::KycFinished && !self.decides {
            let message = ["expected ", name, " to say APPROVED or a denial, found another status"];
            Code::FinishedWithoutOutcome.note(found, &message);
        }
        if *event == Event::KycRestarted {
            if self.previous_onboarding_id.is_none() {
                let message = ["expected ", name, " to name a previousOnboardingId, found none"];
                Code::MemberMissing.note(found, &message);
            } else if self.previous_onboarding_id == self.onboarding_id {
                let message = "expected a restart to name a new onboarding, found the previous one";
                Code::RestartedSameOnboarding.note(found, &[message]);
            }
        }
    }
}

/// What an event carries.
#[derive(Debug, Default)]
struct Fields {
    customer_id: Option<String>,
    onboarding_id: Option<String>,
    previous_onboarding_id: Option<String>,
    status: Option<String>,
}

impl Event {
    /// An event that is not known may change the status if it is about an onboarding: pulling once too often is
    /// harmless.
    fn may_change_status(&self, fields: &Fields) -> bool {
        match self.family() {
            Family::Kyc => true,
            Family::Kyb => false,
            Family::Other => matches!(self, Self::CustomerCreated | Self::CustomerUpdated),
            Family::Unknown => fields.customer_id.is_some() || fields.onboarding_id.is_some(),
        }
    }
}

fn note(event: &Event, status: Option<&OnboardingStatus>) -> Option<CustomerNote> {
    Some(match event {
        Event::KycStarted => CustomerNote::VerificationStarted,
        Event::KycSdkFlowRequired => CustomerNote::IdentityCheckRequired,
        Event::KycSdkFlowCompleted => CustomerNote::IdentityCheckSubmitted,
        Event::KycFinished if status == Some(&OnboardingStatus::Approved) => CustomerNote::Approved,
        Event::KycFinished if status.is_some_and(OnboardingStatus::is_denied) => CustomerNote::Denied,
        Event::KycRestarted => CustomerNote::VerificationRestarted,
        Event::KycSdkExpired => CustomerNote::LinkExpired,
        Event::KycError => CustomerNote::VerificationError,
        _ => return None,
    })
}

/// The event's name: the first of the three members that is a string.
fn name(body: &Body<'_>, reader: &mut Reader) -> Option<Event> {
    let mut named: Option<Event> = None;
    for member in EVENT_NAMES {
        let Some(found) = reader.text(body, member, "the event").map(|name| Event::of(&name)) else {
            continue;
        };
        match &named {
            Some(first) if *first != found => {
                let (first, found) = (shown(first.as_str()), shown(found.as_str()));
                let message = ["expected one name, found `", first, "` and, as ", member, ", `", found, "`"];
                Code::EventNamedTwice.note(&mut reader.noted, &message);
            }
            Some(_) => {}
            None => named = Some(found),
        }
    }
    if named.is_none() {
        let message = "expected an event's name in event, eventType or type, found none";
        Code::MemberMissing.note(&mut reader.noted, &[message]);
    }
    named
}

/// Where each envelope has the event's name.
const EVENT_NAMES: [&str; 3] = ["event", "eventType", "type"];
