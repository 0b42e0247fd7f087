//! What front-ends load: statuses, events and documents.

use wasm_bindgen::prelude::*;

use super::question::{Given, asked, bytes, json};
use crate::document::{self, Candidate, Person};
use crate::error::Error;
use crate::kyc::{self, Context};
use crate::options::InvalidOptions;

/// Answers a question: its place in the list that pkg/lib/guidance/kyc-core.js has, and the lengths of its inputs.
#[wasm_bindgen(js_name = askKyc)]
pub fn ask_kyc(question: u32, first: i32, second: i32, third: i32) -> String {
    asked([first, second, third], |given| answer(question, given))
}

fn answer(question: u32, [first, second, _]: Given<'_>) -> Result<String, Error> {
    match question {
        0 => {
            let context = second.map(Context::parse).transpose()?.unwrap_or_default();
            json(&kyc::interpret_status(bytes(first), &context)?)
        }
        1 => json(&kyc::interpret_kyc_event(bytes(first), person(second)?.strategy)?),
        2 => json(&document::required_documents(&person(first)?)),
        _ => json(&document::validate_document(&Candidate::parse(bytes(first), second)?)),
    }
}

fn person(options: Option<&[u8]>) -> Result<Person, InvalidOptions> {
    options.map(Person::parse).transpose().map(Option::unwrap_or_default)
}
