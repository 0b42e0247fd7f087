//! Options as JSON, read strictly: what the caller says must be what the caller means.
//!
//! Null says nothing, like an absent member; members that no function knows are ignored.

use core::fmt;
use std::borrow::Cow;

use crate::body::{self, Body, Malformed, Value, elements};
use crate::message::joined;
use crate::time;

/// One object of options.
#[derive(Debug)]
pub(crate) struct Options<'a>(Body<'a>);

impl<'a> Options<'a> {
    pub(crate) fn parse(json: &'a [u8]) -> Result<Self, InvalidOptions> {
        Body::parse(json).map(Self).map_err(InvalidOptions::Malformed)
    }

    pub(crate) fn text(&self, name: &'static str) -> Result<Option<Cow<'a, str>>, InvalidOptions> {
        match self.value(name) {
            None => Ok(None),
            Some(Value::Text(text)) => Ok(Some(text)),
            _ => Err(expected(name, "a string")),
        }
    }

    pub(crate) fn owned(&self, name: &'static str) -> Result<Option<String>, InvalidOptions> {
        Ok(self.text(name)?.map(Cow::into_owned))
    }

    pub(crate) fn boolean(&self, name: &'static str) -> Result<Option<bool>, InvalidOptions> {
        match self.value(name) {
            None => Ok(None),
            Some(Value::Boolean(value)) => Ok(Some(value)),
            _ => Err(expected(name, "a boolean")),
        }
    }

    pub(crate) fn count(&self, name: &'static str) -> Result<Option<u64>, InvalidOptions> {
        let Some(value) = self.value(name) else { return Ok(None) };
        value.count().map(Some).ok_or(expected(name, "a whole number"))
    }

    /// A number that is not negative, as whole and millionths.
    pub(crate) fn number(&self, name: &'static str) -> Result<Option<(u64, u32)>, InvalidOptions> {
        let Some(value) = self.value(name) else { return Ok(None) };
        let Value::Number(token) = value else { return Err(expected(name, NUMBER)) };
        let number = body::number(token).ok_or(expected(name, NUMBER))?;
        Ok(Some((number.whole, number.millionths)))
    }

    /// Milliseconds since 1970. What is behind the last date is the last date.
    pub(crate) fn instant(&self, name: &'static str) -> Result<Option<i64>, InvalidOptions> {
        let Ok(number) = self.number(name) else { return Err(expected(name, INSTANT)) };
        Ok(number.map(|(whole, _)| i64::try_from(whole).unwrap_or(time::MAX).min(time::MAX)))
    }

    /// An instant that has to be given.
    pub(crate) fn at(&self, name: &'static str) -> Result<i64, InvalidOptions> {
        self.instant(name)?.ok_or(expected(name, INSTANT))
    }

    /// The time, which nothing here can know but by being told.
    pub(crate) fn now(&self) -> Result<i64, InvalidOptions> {
        self.at("now")
    }

    pub(crate) fn texts(&self, name: &'static str) -> Result<Option<Vec<String>>, InvalidOptions> {
        let Some(value) = self.value(name) else { return Ok(None) };
        let invalid = || expected(name, "an array of strings");
        let Value::Array(array) = value else { return Err(invalid()) };
        let mut texts = Vec::new();
        for element in elements(array).unwrap_or_default() {
            let Value::Text(text) = Value::read(element) else { return Err(invalid()) };
            texts.push(text.into_owned());
        }
        Ok(Some(texts))
    }

    pub(crate) fn object(&self, name: &'static str) -> Result<Option<Self>, InvalidOptions> {
        match self.value(name) {
            None => Ok(None),
            Some(Value::Object(_)) => Ok(self.0.object(name).map(Self)),
            _ => Err(expected(name, "an object")),
        }
    }

    /// What is given under a name.
    pub(crate) fn value(&self, name: &'static str) -> Option<Value<'a>> {
        Some(self.0.value(name)).filter(Value::is_given)
    }
}

/// What an option has to be.
pub(crate) const fn expected(name: &'static str, expected: &'static str) -> InvalidOptions {
    InvalidOptions::Member { name, expected }
}

/// Why options cannot be used: the caller is at fault, not the provider.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum InvalidOptions {
    /// They are not one JSON object.
    Malformed(Malformed),
    /// A member is something else than expected.
    Member {
        /// The member.
        name: &'static str,
        /// What it may be.
        expected: &'static str,
    },
}

impl InvalidOptions {
    /// The stable code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        "invalid_options"
    }
}

impl fmt::Display for InvalidOptions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Malformed(malformed) => {
                f.write_str("not options: ")?;
                malformed.fmt(f)
            }
            Self::Member { name, expected } => {
                let message = ["expected the option ", name, " to be ", expected, ", found something else"];
                f.write_str(&joined(&message))
            }
        }
    }
}

impl core::error::Error for InvalidOptions {}

const NUMBER: &str = "a number that is not negative";
const INSTANT: &str = "milliseconds since 1970";
