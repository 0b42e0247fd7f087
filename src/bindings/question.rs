//! Questions of the builds without signing code, and how they come in and go out.
//!
//! Every argument is the length of a text, or of bytes, in [`Input`], one behind the other in the order of the
//! parameters; a negative one is absent. Every answer is JSON, which JavaScript parses faster than it makes objects
//! call by call. A build has one export for all its questions, since each export has a price of its own.

use core::cell::Cell;

use serde::Serialize;
use wasm_bindgen::prelude::*;

use super::fault;
use super::input::Input;
use crate::error::Error;
use crate::json::to_json;

thread_local! {
    static INPUT: Cell<Input> = const { Cell::new(Input::new()) };
}

/// Marks an answer that is a refusal. No JSON begins like this.
const REFUSED: &str = "!";

/// What a question was asked with.
pub(super) type Given<'a> = [Option<&'a [u8]>; 3];

/// Makes room for `length` bytes of input, and says where in memory it is.
#[wasm_bindgen]
pub fn reserve(length: usize) -> *const u8 {
    let mut input = taken();
    let place = input.reserve(length);
    put_back(input);
    place
}

/// What `answer` says of inputs of these lengths. A refusal is text too, behind [`REFUSED`]: a thrown object would bring
/// more code with it than many a question.
pub(super) fn asked(lengths: [i32; 3], answer: impl FnOnce(Given<'_>) -> Result<String, Error>) -> String {
    let input = taken();
    let mut start = 0;
    let mut next = |length: i32| {
        let length = usize::try_from(length).ok()?;
        let bytes = input.bytes_at(start, length);
        start += length;
        Some(bytes)
    };
    let [first, second, third] = lengths;
    let answer = answer([next(first), next(second), next(third)])
        .unwrap_or_else(|error| REFUSED.to_owned() + &fault(&error));
    put_back(input);
    answer
}

/// The input is nowhere else while it is used, and is never asked for after the thread's end: nothing here can panic.
fn taken() -> Input {
    INPUT.try_with(Cell::take).unwrap_or_default()
}

fn put_back(input: Input) {
    let _ = INPUT.try_with(|place| place.set(input));
}

pub(super) fn json(answer: &(impl Serialize + ?Sized)) -> Result<String, Error> {
    Ok(to_json(answer)?)
}

pub(super) fn bytes(given: Option<&[u8]>) -> &[u8] {
    given.unwrap_or_default()
}
