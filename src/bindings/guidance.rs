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

/// What a compliance status means.
#[wasm_bindgen(js_name = interpretStatus)]
pub fn interpret_status(status: i32, context: i32) -> Answer {
    answer([status, context], |[status, context]| {
        let context = context.map(Context::parse).transpose()?.unwrap_or_default();
        json(&kyc::interpret_status(bytes(status), &context)?)
    })
}

/// What documents a person owes.
#[wasm_bindgen(js_name = requiredDocuments)]
pub fn required_documents(options: i32) -> Answer {
    answer([options], |[options]| json(&document::required_documents(&person(options)?)))
}

/// Whether a document would do.
#[wasm_bindgen(js_name = validateDocument)]
pub fn validate_document(candidate: i32, file: i32) -> Answer {
    answer([candidate, file], |[candidate, file]| {
        json(&document::validate_document(&Candidate::parse(bytes(candidate), file)?))
    })
}

/// What an event of Connect Financial tells.
#[wasm_bindgen(js_name = interpretKycEvent)]
pub fn interpret_kyc_event(body: i32, options: i32) -> Answer {
    answer([body, options], |[body, options]| {
        json(&kyc::interpret_kyc_event(bytes(body), person(options)?.strategy)?)
    })
}

/// Where a payment's review stands.
#[wasm_bindgen(js_name = reviewState)]
pub fn review_state(payment: i32, options: i32) -> Answer {
    answer([payment, options], |[payment, options]| {
        json(&Review::parse(bytes(payment), Clocks::parse(bytes(options))?)?)
    })
}

/// Whether one `documentationStatus` may come behind another.
#[wasm_bindgen(js_name = documentationTransition)]
pub fn documentation_transition(options: i32) -> Answer {
    answer([options], |[options]| json(&Transition::parse(bytes(options))?))
}

/// Where a customer stands.
#[wasm_bindgen(js_name = customerState)]
pub fn customer_state(customer: i32) -> Answer {
    answer([customer], |[customer]| json(&Customer::parse(bytes(customer))?))
}

/// Whether a payment is within the limits that a caller configures.
#[wasm_bindgen(js_name = checkLimits)]
pub fn check_limits(payment: i32, limits: i32) -> Answer {
    answer([payment, limits], |[payment, limits]| json(&Limits::parse(bytes(limits))?.check(bytes(payment))?))
}

/// What a look over many records shows.
#[wasm_bindgen(js_name = auditRecords)]
pub fn audit_records(payments: i32, customers: i32, options: i32) -> Answer {
    answer([payments, customers, options], |[payments, customers, options]| {
        json(&Audit::of(text(payments), text(customers), Settings::parse(bytes(options))?)?)
    })
}

/// Whether and when to try again.
#[wasm_bindgen(js_name = adviseRetry)]
pub fn advise_retry(question: i32) -> Answer {
    answer([question], |[question]| json(&Question::parse(bytes(question))?.advise()))
}

/// When Conomy delivers again.
#[wasm_bindgen(js_name = redeliverySchedule)]
pub fn redelivery_schedule() -> Answer {
    answer([], |[]| json(&retry::redelivery_schedule()))
}

/// Where in that schedule a delivery is.
#[wasm_bindgen]
pub fn redelivery(options: i32) -> Answer {
    answer([options], |[options]| {
        let options = Options::parse(bytes(options))?;
        json(&retry::redelivery(whole(&options, "firstSeen")?, whole(&options, "now")?))
    })
}

/// When to replace a token.
#[wasm_bindgen(js_name = tokenRefreshAt)]
pub fn token_refresh_at(options: i32) -> Answer {
    answer([options], |[options]| {
        let options = Options::parse(bytes(options))?;
        json(&retry::token_refresh_at(whole(&options, "issuedAt")?, whole(&options, "expiresIn")?))
    })
}

/// Both checklists.
#[wasm_bindgen]
pub fn checklist() -> Answer {
    answer([], |[]| json(checklist::checklist()))
}

/// How far along somebody is.
#[wasm_bindgen(js_name = checklistProgress)]
pub fn checklist_progress(done: i32) -> Answer {
    answer([done], |[done]| json(&Progress::parse(text(done))?))
}

/// JSON, or what [`thrown`] makes of an error.
type Answer = Result<String, JsValue>;

fn answer<const N: usize>(
    lengths: [i32; N],
    work: impl FnOnce([Option<&[u8]>; N]) -> Result<String, Error>,
) -> Answer {
    INPUT.with_borrow(|input| {
        let mut start = 0;
        let given = lengths.map(|length| {
            let length = usize::try_from(length).ok()?;
            let bytes = input.bytes_at(start, length);
            start += length;
            Some(bytes)
        });
        work(given).map_err(thrown)
    })
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
