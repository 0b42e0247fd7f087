//! What operators and servers ask: payments, customers, policies and checklists.

use wasm_bindgen::prelude::*;

use super::question::{Given, asked, bytes, json};
use crate::checklist::{self, Progress};
use crate::error::Error;
use crate::options::{Options, expected};
use crate::payment::audit::{Audit, Settings};
use crate::payment::customer::Customer;
use crate::payment::limits::Limits;
use crate::payment::review::{Clocks, Review, Transition};
use crate::problem::Question;
use crate::retry;

/// Answers a question: its place in the list that pkg/lib/guidance/operations-core.js has, and the lengths of its inputs.
#[wasm_bindgen(js_name = askOperations)]
pub fn ask_operations(question: u32, first: i32, second: i32, third: i32) -> String {
    asked([first, second, third], |given| answer(question, given))
}

fn answer(question: u32, [first, second, third]: Given<'_>) -> Result<String, Error> {
    match question {
        0 => json(&Review::parse(bytes(first), Clocks::parse(bytes(second))?)?),
        1 => json(&Transition::parse(bytes(first))?),
        2 => json(&Customer::parse(bytes(first))?),
        3 => json(&Limits::parse(bytes(second))?.check(bytes(first))?),
        4 => json(&Audit::of(text(first), text(second), Settings::parse(bytes(third))?)?),
        5 => json(&Question::parse(bytes(first))?.advise()),
        6 => json(&retry::redelivery_schedule()),
        7 => {
            let options = Options::parse(bytes(first))?;
            json(&retry::redelivery(options.at("firstSeen")?, options.now()?))
        }
        8 => {
            let options = Options::parse(bytes(first))?;
            let life = options.count("expiresIn")?.ok_or(expected("expiresIn", "a whole number"))?;
            json(&retry::token_refresh_at(options.at("issuedAt")?, life))
        }
        9 => json(checklist::checklist()),
        _ => json(&Progress::parse(text(first))?),
    }
}

fn text(given: Option<&[u8]>) -> &str {
    str::from_utf8(bytes(given)).unwrap_or_default()
}
