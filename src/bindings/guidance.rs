//! What front-ends load: statuses, documents, events, payments, policies and checklists.
//!
//! Every argument is the length of a text, or of bytes, in [`Input`], one behind the other in the order of the
//! parameters; a negative one is absent. Every answer is JSON, which JavaScript parses faster than it makes objects
//! call by call.

use core::cell::RefCell;

use serde::Serialize;
use wasm_bindgen::prelude::*;

use super::input::Input;
use super::thrown;
use crate::body::Value;
use crate::checklist::{self, Progress};
use crate::document::{self, Candidate, Person};
use crate::error::Error;
use crate::json::to_json;
use crate::kyc::{self, Context};
use crate::options::{InvalidOptions, Options, expected};
use crate::payment::audit::{Audit, Settings};
use crate::payment::customer::Customer;
use crate::payment::limits::Limits;
use crate::payment::review::{Clocks, Review, Transition};
use crate::problem::Question;
use crate::retry;

thread_local! {
    static INPUT: RefCell<Input> = RefCell::default();
}

/// Makes room for `length` bytes of input, and says where in memory it is.
#[wasm_bindgen]
pub fn reserve(length: usize) -> *const u8 {
    INPUT.with_borrow_mut(|input| input.reserve(length))
}

/// Answers a question: its place in the list that pkg/lib/guidance/core.js has, and the lengths of its inputs. One export
/// for them all, since each has a price of its own in a wasm.
#[wasm_bindgen]
pub fn ask(question: u32, first: i32, second: i32, third: i32) -> Result<String, JsValue> {
    INPUT.with_borrow(|input| {
        let mut start = 0;
        let given = [first, second, third].map(|length| {
            let length = usize::try_from(length).ok()?;
            let bytes = input.bytes_at(start, length);
            start += length;
            Some(bytes)
        });
        answer(question, given).map_err(thrown)
    })
}

fn answer(question: u32, [first, second, third]: [Option<&[u8]>; 3]) -> Result<String, Error> {
    match question {
        0 => {
            let context = second.map(Context::parse).transpose()?.unwrap_or_default();
            json(&kyc::interpret_status(bytes(first), &context)?)
        }
        1 => json(&kyc::interpret_kyc_event(bytes(first), person(second)?.strategy)?),
        2 => json(&document::required_documents(&person(first)?)),
        3 => json(&document::validate_document(&Candidate::parse(bytes(first), second)?)),
        4 => json(&Review::parse(bytes(first), Clocks::parse(bytes(second))?)?),
        5 => json(&Transition::parse(bytes(first))?),
        6 => json(&Customer::parse(bytes(first))?),
        7 => json(&Limits::parse(bytes(second))?.check(bytes(first))?),
        8 => json(&Audit::of(text(first), text(second), Settings::parse(bytes(third))?)?),
        9 => json(&Question::parse(bytes(first))?.advise()),
        10 => json(&retry::redelivery_schedule()),
        11 => {
            let options = Options::parse(bytes(first))?;
            json(&retry::redelivery(whole(&options, "firstSeen")?, whole(&options, "now")?))
        }
        12 => {
            let options = Options::parse(bytes(first))?;
            json(&retry::token_refresh_at(whole(&options, "issuedAt")?, whole(&options, "expiresIn")?))
        }
        13 => json(checklist::checklist()),
        _ => json(&Progress::parse(text(first))?),
    }
}

fn json(answer: &(impl Serialize + ?Sized)) -> Result<String, Error> {
    Ok(to_json(answer)?)
}

fn bytes(given: Option<&[u8]>) -> &[u8] {
    given.unwrap_or_default()
}

fn text(given: Option<&[u8]>) -> &str {
    str::from_utf8(bytes(given)).unwrap_or_default()
}

fn person(options: Option<&[u8]>) -> Result<Person, InvalidOptions> {
    options.map(Person::parse).transpose().map(Option::unwrap_or_default)
}

/// A whole number, also a negative one. What is too large is the largest there is.
fn whole(options: &Options<'_>, name: &'static str) -> Result<i64, InvalidOptions> {
    let Some(Value::Number(token)) = options.value(name) else {
        return Err(expected(name, "a whole number"));
    };
    let (sign, digits) = token.strip_prefix('-').map_or((1, token), |digits| (-1, digits));
    let number = Value::Number(digits).count().ok_or(expected(name, "a whole number"))?;
    Ok(sign * i64::try_from(number).unwrap_or(i64::MAX))
}
