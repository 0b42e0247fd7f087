use std::borrow::Cow;

use crate::body::{self, Body, Malformed};
use crate::retry::Fraction;

use super::{Advice, Failure};

/// A question for advice as JSON: `{status, headers?, body?, attempt, now, random}`.
///
/// The body is text, or the object that was read from it. Headers are an object whose values are strings, numbers or
/// arrays of these, or an array of pairs. What is absent or of another type takes a safe default: the first
/// attempt, no randomness, and the beginning of 1970, so that a date to wait for is as far away as is allowed.
///
/// ```
/// use compliance_gate::problem::Question;
///
/// let question = Question::parse(br#"{"status":429,"headers":{"Retry-After":"30"},"attempt":1}"#)?;
/// assert_eq!(question.advise().after.map(|after| after.as_secs()), Some(30));
/// # Ok::<(), compliance_gate::body::Malformed>(())
/// ```
#[derive(Debug)]
pub struct Question<'a> {
    body: Cow<'a, str>,
    failure: Failure<'a>,
}

impl<'a> Question<'a> {
    /// Reads a question.
    ///
    /// # Errors
    ///
    /// [`Malformed`] where it is not one JSON object, strictly read.
    pub fn parse(json: &'a [u8]) -> Result<Self, Malformed> {
        let question = Body::parse(json)?;
        let whole = |name: &str| question.number(name).map(|number| number.whole);
        let random = question.number("random").map(|number| match number.whole {
            0 => Fraction::from_millionths(number.millionths),
            _ => Fraction::ONE,
        });
        Ok(Self {
            body: match question.member("body") {
                Some(token) if token.starts_with('"') => body::string(token).unwrap_or_default(),
                Some(token) => Cow::Borrowed(token),
                None => Cow::default(),
            },
            failure: Failure {
                status: status(&question),
                headers: headers(&question),
                body: &[],
                attempt: whole("attempt").map_or(1, |attempt| u32::try_from(attempt).unwrap_or(u32::MAX)),
                now: whole("now").map_or(0, |now| i64::try_from(now).unwrap_or(i64::MAX)),
                random: random.unwrap_or_default(),
            },
        })
    }

    /// Answers it.
    #[must_use]
    pub fn advise(&self) -> Advice {
        Failure { body: self.body.as_bytes(), ..self.failure.clone() }.advise()
    }
}

/// Absent, null and 0 (a browser's word for no answer) are no status; anything else that is none is an unknown one.
fn status(question: &Body<'_>) -> Option<u16> {
    match question.member("status") {
        None | Some("null" | "0") => None,
        Some(token) => Some(body::number(token).map_or(0, |number| u16::try_from(number.whole).unwrap_or(0))),
    }
}

fn headers<'a>(question: &Body<'a>) -> Vec<(Cow<'a, str>, Cow<'a, str>)> {
    let mut headers = Vec::new();
    if let Some(members) = question.object("headers") {
        for (name, value) in members.entries() {
            push(&mut headers, name, value);
        }
    }
    for pair in question.elements("headers").unwrap_or_default() {
        let mut pair = body::elements(pair).unwrap_or_default();
        if let (Some(name), Some(value)) = (pair.next(), pair.next()) {
            push(&mut headers, name, value);
        }
    }
    headers
}

/// Adds what a header's value is: a string, a number, or each of an array of these.
fn push<'a>(headers: &mut Vec<(Cow<'a, str>, Cow<'a, str>)>, name: &'a str, value: &'a str) {
    let Some(name) = body::string(name) else { return };
    let mut push = |token| {
        let number = || body::number(token).map(|_| Cow::Borrowed(token));
        headers.extend(body::string(token).or_else(number).map(|value| (name.clone(), value)));
    };
    match body::elements(value) {
        Some(values) => values.for_each(push),
        None => push(value),
    }
}
