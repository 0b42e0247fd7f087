use std::borrow::Cow;

use crate::body::{self, Body, Value};
use crate::options::{InvalidOptions, Options, expected};
use crate::retry::Fraction;

use super::{Advice, Failure};

/// A question for advice as JSON: `{status?, headers?, body?, attempt, now, random}`.
///
/// The body is text, or the object that was read from it. Headers are an object whose values are strings, numbers or
/// arrays of these, or an array of pairs. What the provider sent may be odd, and then says nothing; what the caller
/// alone knows may not: a guess could come too early, or never end.
///
/// ```
/// use compliance_gate::problem::Question;
///
/// let question =
///     Question::parse(br#"{"status":429,"headers":{"Retry-After":"30"},"attempt":1,"now":0,"random":0.5}"#)?;
/// assert_eq!(question.advise().after.map(|after| after.as_secs()), Some(30));
/// # Ok::<(), compliance_gate::options::InvalidOptions>(())
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
    /// [`InvalidOptions`] where `attempt` is no whole number from 1, `now` no time, `random` no number from 0 to 1, or
    /// no JSON object was given.
    pub fn parse(json: &'a [u8]) -> Result<Self, InvalidOptions> {
        let question = Options::parse(json)?;
        Ok(Self {
            body: match question.value("body") {
                Some(Value::Text(text)) => text,
                Some(Value::Object(token)) => Cow::Borrowed(token),
                _ => Cow::default(),
            },
            failure: Failure {
                status: status(&question),
                headers: headers(&question),
                body: &[],
                attempt: attempt(&question)?,
                now: question.now()?,
                random: random(&question)?,
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
fn status(question: &Options<'_>) -> Option<u16> {
    match question.value("status")? {
        Value::Number("0") => None,
        Value::Number(token) => {
            let whole =
                body::number(token).filter(|number| number.millionths == 0).map(|number| number.whole);
            Some(whole.and_then(|whole| u16::try_from(whole).ok()).unwrap_or(0))
        }
        _ => Some(0),
    }
}

fn attempt(question: &Options<'_>) -> Result<u32, InvalidOptions> {
    let invalid = expected("attempt", "a whole number from 1");
    let attempt = question.count("attempt").ok().flatten().filter(|attempt| *attempt > 0);
    attempt.map(|attempt| u32::try_from(attempt).unwrap_or(u32::MAX)).ok_or(invalid)
}

fn random(question: &Options<'_>) -> Result<Fraction, InvalidOptions> {
    let Some(Value::Number(token)) = question.value("random") else { return Err(RANDOM) };
    let number = body::plain(token).and_then(|token| body::number(&token));
    match number.map(|number| (number.whole, number.millionths)) {
        Some((0, millionths)) => Ok(Fraction::from_millionths(millionths)),
        Some((1, 0)) => Ok(Fraction::ONE),
        _ => Err(RANDOM),
    }
}

const RANDOM: InvalidOptions = expected("random", "a number from 0 to 1");

fn headers<'a>(question: &Options<'a>) -> Vec<(Cow<'a, str>, Cow<'a, str>)> {
    let mut headers = Vec::new();
    match question.value("headers") {
        Some(Value::Object(members)) => {
            for (name, value) in Body::parse(members.as_bytes()).iter().flat_map(Body::entries) {
                push(&mut headers, name, value);
            }
        }
        Some(Value::Array(pairs)) => {
            for pair in body::elements(pairs).unwrap_or_default() {
                let mut pair = body::elements(pair).unwrap_or_default();
                if let (Some(name), Some(value)) = (pair.next(), pair.next()) {
                    push(&mut headers, name, value);
                }
            }
        }
        _ => {}
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
