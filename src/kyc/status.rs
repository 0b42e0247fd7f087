//! A compliance status as the provider answers it: "Compliance Status API", "Response Structure".
//!
//! Bare, as the guide shows it, or in the API's `{message, data, traceId}`. Reading is strict about JSON and
//! tolerant about what it says: a member of another type than documented is left out and noted. The page's own examples
//! are abridged, so a member of the status that is absent is not noted: it contradicts nothing.
//!
//! A name that stands twice in one object is refused rather than guessed at: an answer that is compliant to one
//! reader and not to another must not pass.

mod unreadable;

pub use unreadable::Unreadable;

use crate::body::{Body, Room, Value, elements};
use crate::step::Contradiction;

use super::check::{Action, Check};
use super::contradiction::{Code, shown, shown_check};
use super::onboarding::OnboardingStatus;
use super::reader::Reader;

/// The largest status read, in bytes. The guide's examples are about 1 KiB.
pub const MAX_STATUS_BYTES: usize = 1024 * 1024;

/// The most checks read, and the most names in `requiredFailed`. Eleven are documented.
pub const MAX_CHECKS: usize = 1000;

/// A compliance status.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Status {
    /// Whether all required checks passed.
    pub is_compliant: Option<bool>,
    /// Where the onboarding stands.
    pub onboarding: Option<OnboardingStatus>,
    /// The next action; nothing where the member is absent. Null and `NONE` are [`Action::Nothing`].
    pub next_action: Option<Action>,
    /// The checks that are objects; nothing where there is no list.
    pub checks: Option<Vec<Reported>>,
    /// The summary.
    pub summary: Summary,
    /// What was not as documented.
    pub noted: Vec<Contradiction>,
}

/// A check with its result. What is absent or of another type is `None`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reported {
    /// Which check it is.
    pub check: Option<Check>,
    /// Whether it passed.
    pub passed: Option<bool>,
    /// Whether it has to.
    pub required: Option<bool>,
    /// What it asks for; nothing where absent, null or `NONE`.
    pub suggested: Option<Action>,
}

/// The summary of a status.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// How many checks passed.
    pub passed: Option<u64>,
    /// How many failed.
    pub failed: Option<u64>,
    /// The required checks that failed.
    pub required_failed: Option<Vec<Check>>,
}

impl Status {
    /// Reads a status, bare or in its wrapper.
    ///
    /// # Errors
    ///
    /// [`Unreadable`] where the text is not one JSON object, strictly read, over a limit, or no status at all.
    pub fn parse(text: &[u8]) -> Result<Self, Unreadable> {
        if text.len() > MAX_STATUS_BYTES {
            return Err(Unreadable::TooLarge);
        }
        let answer = Body::parse(text).map_err(Unreadable::Malformed)?;
        let is_status = |body: &Body<'_>| MEMBERS.iter().any(|name| body.member(name).is_some());
        if is_status(&answer) {
            return Self::read(&answer);
        }
        match answer.object("data") {
            Some(data) if is_status(&data) => Self::read(&data),
            _ => Err(Unreadable::NotStatus),
        }
    }

    fn read(body: &Body<'_>) -> Result<Self, Unreadable> {
        let mut reader = Reader::default();
        let is_said = body.value("isCompliant").is_given();
        let is_compliant = if is_said { reader.boolean(body, "isCompliant", STATUS) } else { None };
        let onboarding = reader.text(body, "onboardingStatus", STATUS);
        let next_action = match body.value("nextAction") {
            Value::Null => Some(Action::Nothing),
            _ => reader.text(body, "nextAction", STATUS).map(|action| Action::from(action.as_ref())),
        };
        let checks = match body.value("checks") {
            Value::Array(array) => Some(checks(array, &mut reader)?),
            other => {
                if other.is_given() {
                    reader.unexpected("checks", STATUS, "an array", &other);
                }
                None
            }
        };
        let summary = match body.value("summary") {
            Value::Object(_) => body.object("summary").map(|summary| Summary::read(&summary, &mut reader)),
            other => {
                if other.is_given() {
                    reader.unexpected("summary", STATUS, "an object", &other);
                }
                None
            }
        };
        Ok(Self {
            is_compliant,
            onboarding: onboarding.map(|status| OnboardingStatus::from(status.as_ref())),
            next_action,
            checks,
            summary: summary.transpose()?.unwrap_or_default(),
            noted: reader.noted,
        })
    }

    /// The checks that are listed.
    #[must_use]
    pub fn listed(&self) -> &[Reported] {
        self.checks.as_deref().unwrap_or_default()
    }

    /// The checks that `requiredFailed` names.
    pub(super) fn required_failed(&self) -> &[Check] {
        self.summary.required_failed.as_deref().unwrap_or_default()
    }
}

impl Reported {
    fn read(body: &Body<'_>, reader: &mut Reader) -> Self {
        let check = match body.value("type") {
            Value::Text(name) => Some(Check::from(name.as_ref())),
            other => {
                let message = ["expected a check's type to be a string, found ", other.kind()];
                Code::CheckWithoutType.note(&mut reader.noted, &message);
                None
            }
        };
        let of = check.as_ref().map_or("a check", |check| shown(check.as_str()));
        let passed = reader.boolean(body, "passed", of);
        let required = reader.boolean(body, "required", of);
        let suggested = reader.text(body, "suggestedAction", of);
        let suggested = suggested.map(|action| Action::from(action.as_ref()));
        Self { passed, required, suggested: suggested.filter(|action| *action != Action::Nothing), check }
    }

    /// Required and failed, both said outright.
    pub(super) fn is_refuted(&self) -> bool {
        self.required == Some(true) && self.passed == Some(false)
    }

    /// Its name, in a message.
    pub(super) fn shown(&self) -> &str {
        shown_check(self.check.as_ref())
    }
}

impl Summary {
    fn read(body: &Body<'_>, reader: &mut Reader) -> Result<Self, Unreadable> {
        let required_failed = match body.value("requiredFailed") {
            Value::Array(array) => Some(names(array, reader)?),
            other => {
                reader.unexpected("requiredFailed", SUMMARY, "an array", &other);
                None
            }
        };
        Ok(Self {
            passed: reader.count(body, "passed", SUMMARY),
            failed: reader.count(body, "failed", SUMMARY),
            required_failed,
        })
    }
}

fn checks(array: &str, reader: &mut Reader) -> Result<Vec<Reported>, Unreadable> {
    let mut checks = Vec::with_capacity(Check::KNOWN.len());
    let mut room = Room::default();
    let mut elements = elements(array).unwrap_or_default();
    for _ in 0..MAX_CHECKS {
        if let Some(body) = elements.next_object(&mut room) {
            checks.push(Reported::read(&body, reader));
            body.leave(&mut room);
        } else if let Some(element) = elements.next() {
            reader.unexpected("an element", "checks", "an object", &Value::read(element));
        } else {
            return Ok(checks);
        }
    }
    if elements.next().is_some() { Err(Unreadable::TooManyChecks) } else { Ok(checks) }
}

fn names(array: &str, reader: &mut Reader) -> Result<Vec<Check>, Unreadable> {
    let mut names = Vec::new();
    for (index, element) in elements(array).unwrap_or_default().enumerate() {
        if index == MAX_CHECKS {
            return Err(Unreadable::TooManyChecks);
        }
        match Value::read(element) {
            Value::Text(name) => names.push(Check::from(name.as_ref())),
            other => reader.unexpected("an element", "requiredFailed", "a string", &other),
        }
    }
    Ok(names)
}

/// An object with none of these is no status, but for instance the provider's answer to an error.
const MEMBERS: [&str; 5] = ["isCompliant", "onboardingStatus", "nextAction", "checks", "summary"];

const STATUS: &str = "the status";
const SUMMARY: &str = "summary";
