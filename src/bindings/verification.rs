//! Verifying, explaining and signing.
//!
//! The verify path copies no JavaScript string into a `String` and builds no object. JavaScript writes the body,
//! and behind it the signature header, into [`Input`](super::input::Input) (the verifier's own copy) and calls [`verify`], which
//! appends the signed text to the block of [`workspace::Kept`]. What costs more is made when it is first read.

#![allow(clippy::needless_pass_by_value, reason = "values cross the boundary owned")]

#[cfg(feature = "conformance")]
mod conformance;
mod workspace;

use core::cell::RefCell;
use core::ptr;

use js_sys::{JSON, Uint8Array};
use serde::Serialize;
use wasm_bindgen::prelude::*;
use zeroize::Zeroizing;

use self::workspace::{Place, Workspace};
use super::fault;
use crate::body::{Form, Scope};
use crate::delivery::{
    Accept, Dialect, Found, InvalidVerifier, Key, MAX_BODY_BYTES, SIGNATURE_HEADER, Verifier, sign,
};
use crate::diagnosis::{self, diagnose};
use crate::envelope::{self, Envelope};
use crate::error::Error;
use crate::idempotency::ContentId;
use crate::json::to_json;

/// [`verify`] gives this where the verifier has to be installed again.
const NOT_INSTALLED: f64 = -1.0;

/// [`verify`] gives this where it refuses.
const REFUSED: f64 = -2.0;

/// Marks, in what [`verify`] gives, a signed text that is not in the block.
const ALONE: u32 = 1 << 7;

/// The bit from which on [`verify`] says where a text begins: within the block, so in 14 bits.
const START: u32 = 8;

/// By what [`verify`] multiplies a text's length. That has 26 bits, and a double holds 53.
const LENGTH: f64 = 4_194_304.0;

thread_local! {
    static WORKSPACE: RefCell<Workspace> = RefCell::default();
}

/// Makes room for `length` bytes of input, and says where in memory it is.
#[wasm_bindgen]
pub fn reserve(length: usize) -> *const u8 {
    WORKSPACE.with_borrow_mut(|workspace| workspace.input.reserve(length))
}

/// Puts a verifier under an id. Without a dialect, forms or scopes, the defaults hold.
#[wasm_bindgen]
pub fn install(
    id: u32,
    key_ids: Vec<String>,
    secrets: Vec<Uint8Array>,
    dialect: Option<String>,
    forms: Option<Vec<String>>,
    scopes: Option<Vec<String>>,
    max_body_bytes: usize,
) -> Result<(), JsValue> {
    let keys = key_ids.iter().zip(secrets).map(|(id, secret)| Key::new(id, &wiped(&secret)));
    let accept = accept(dialect, forms, scopes, max_body_bytes).map_err(thrown)?;
    let keys = keys.collect::<Result<_, _>>().map_err(thrown)?;
    let verifier = Verifier::printing(keys, accept, number).map_err(thrown)?;
    WORKSPACE.with_borrow_mut(|workspace| workspace.verifiers.install(id, verifier));
    Ok(())
}

/// A secret's bytes, in memory that is wiped before another has it.
fn wiped(secret: &Uint8Array) -> Zeroizing<Vec<u8>> {
    Zeroizing::new(secret.to_vec())
}

/// Verifies the first `body` bytes of input, with the `header` bytes behind them as the signature header, if not
/// negative. Gives [`NOT_INSTALLED`], or [`REFUSED`], whose reason [`refusal`] gives, or one number that holds, from its
/// lowest bit on, what [`packed`] packs (7 bits), [`ALONE`], where the signed text begins, in the block or alone (14),
/// and how long it is: an object, or more calls, would cost the good case a detour.
#[wasm_bindgen]
pub fn verify(id: u32, body: usize, header: i32) -> f64 {
    WORKSPACE.with_borrow_mut(|workspace| {
        let Workspace { input, room, kept, refused, verifiers } = workspace;
        let Some(verifier) = verifiers.find(id) else { return NOT_INSTALLED };
        match input.unverified(body, header).found_in(verifier, room) {
            Ok(found) => {
                let packed = packed(&found, verifier);
                let (alone, start) = match kept.keep(&found) {
                    Place::Block(start) => (0, start),
                    Place::Input(gap) => {
                        input.close(gap, body);
                        (ALONE, 0)
                    }
                    Place::Own => (ALONE, 0),
                };
                let [start, length] = [start, kept.length()].map(|at| u32::try_from(at).unwrap_or(u32::MAX));
                f64::from(length) * LENGTH + f64::from(packed | alone | start << START)
            }
            Err(reason) => {
                *refused = Some(reason);
                REFUSED
            }
        }
    })
}

/// Why the last delivery was refused, once.
#[wasm_bindgen]
pub fn refusal() -> JsValue {
    WORKSPACE.with_borrow_mut(|workspace| workspace.refused.take()).map_or(JsValue::NULL, thrown)
}

/// Where in memory the block of signed texts begins.
#[wasm_bindgen(js_name = blockAt)]
pub fn block_at() -> *const u8 {
    WORKSPACE.with_borrow(|workspace| workspace.kept.block())
}

/// Empties the block, whose texts JavaScript has copied.
#[wasm_bindgen(js_name = clearBlock)]
pub fn clear_block() {
    WORKSPACE.with_borrow_mut(|workspace| workspace.kept.clear());
}

/// Where in memory the last signed text is, if it is [`ALONE`].
#[wasm_bindgen(js_name = aloneAt)]
pub fn alone_at() -> *const u8 {
    WORKSPACE.with_borrow(Workspace::alone)
}

/// The names that the last verified delivery's signature does not cover, each as JSON.
#[wasm_bindgen]
pub fn uncovered() -> Result<JsValue, JsValue> {
    WORKSPACE.with_borrow(|workspace| Ok(serde_wasm_bindgen::to_value(workspace.kept.uncovered())?))
}

/// As [`verify`], but says why not, as JSON. Gives nothing in place of [`NOT_INSTALLED`].
#[wasm_bindgen]
pub fn explain(id: u32, body: usize, header: i32) -> Result<Option<String>, JsValue> {
    WORKSPACE.with_borrow(|workspace| {
        let Some(verifier) = workspace.verifiers.find(id) else { return Ok(None) };
        written(&Diagnosis::of(&diagnose(workspace.input.unverified(body, header), verifier))).map(Some)
    })
}

/// Signs the first `length` bytes of input; gives what to post, as JSON.
#[wasm_bindgen(js_name = sign)]
pub fn sign_input(length: usize, secret: &Uint8Array, dialect: &str) -> Result<String, JsValue> {
    let key = Key::new("", &wiped(secret)).map_err(thrown)?;
    let dialect = named(&Dialect::ALL, Dialect::as_str, dialect).map_err(thrown)?;
    let posted = WORKSPACE
        .with_borrow(|workspace| sign(workspace.input.text(length), &key, dialect))
        .map_err(thrown)?;
    written(&Posted { body: posted.body(), header: posted.header(), header_name: SIGNATURE_HEADER })
}

/// Describes the signed text in the first `length` bytes of input, as JSON.
#[wasm_bindgen]
pub fn describe(length: usize) -> Result<String, JsValue> {
    WORKSPACE.with_borrow(|workspace| {
        let envelope = Envelope::parse(workspace.input.text(length)).map_err(thrown)?;
        written(&Description::of(&envelope))
    })
}

/// Gives the content id of the signed text in the first `length` bytes of input.
#[wasm_bindgen(js_name = contentId)]
pub fn content_id(length: usize) -> String {
    WORKSPACE.with_borrow(|workspace| ContentId::of(workspace.input.text(length)).to_string())
}

/// Gives the largest body that is read at all, in bytes.
#[wasm_bindgen(js_name = maxBodyBytes)]
pub fn max_body_bytes() -> usize {
    MAX_BODY_BYTES
}

/// Dialect (a bit), scope (two) and form (one) by their places in `ALL`, and the key (three) by its place among the
/// verifier's.
fn packed(found: &Found<'_>, verifier: &Verifier) -> u32 {
    let place = |place: Option<usize>| place.and_then(|place| u32::try_from(place).ok()).unwrap_or_default();
    place(Dialect::ALL.iter().position(|dialect| *dialect == found.dialect))
        | place(Scope::ALL.iter().position(|scope| *scope == found.scope)) << 1
        | place(Form::ALL.iter().position(|form| *form == found.form)) << 3
        | place(verifier.keys().iter().position(|key| ptr::eq(key, found.key))) << 4
}

/// What is thrown: an object, of which JavaScript makes its own error.
fn thrown(error: impl Into<Error>) -> JsValue {
    JSON::parse(&fault(&error.into())).unwrap_or_else(|error| error)
}

/// The engine prints its own numbers: see [`PrintNumber`](crate::body::PrintNumber).
fn number(token: &str) -> String {
    let printed = JSON::parse(token).and_then(|number| JSON::stringify(&number));
    printed.map_or_else(|_| token.to_owned(), String::from)
}

fn written(value: &impl Serialize) -> Result<String, JsValue> {
    to_json(value).map_err(thrown)
}

fn accept(
    dialect: Option<String>,
    forms: Option<Vec<String>>,
    scopes: Option<Vec<String>>,
    max_body_bytes: usize,
) -> Result<Accept, InvalidVerifier> {
    let mut accept = Accept { max_body_bytes, ..Accept::default() };
    if let Some(name) = dialect {
        accept.dialect = Some(named(&Dialect::ALL, Dialect::as_str, &name)?);
    }
    if let Some(names) = forms {
        accept.forms =
            names.iter().map(|name| named(&Form::ALL, Form::as_str, name)).collect::<Result<_, _>>()?;
    }
    if let Some(names) = scopes {
        accept.scopes =
            names.iter().map(|name| named(&Scope::ALL, Scope::as_str, name)).collect::<Result<_, _>>()?;
    }
    Ok(accept)
}

fn named<T: Copy>(all: &[T], name: fn(T) -> &'static str, wanted: &str) -> Result<T, InvalidVerifier> {
    all.iter().copied().find(|one| name(*one) == wanted).ok_or(InvalidVerifier::UnknownName)
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Posted<'a> {
    body: &'a str,
    header: Option<String>,
    header_name: &'a str,
}

/// Strings of the delivery are here as the JSON they were received as, for JavaScript to parse: they may hold lone
/// surrogates, which only JavaScript can.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Description<'a> {
    event: Option<&'a str>,
    known: bool,
    subject: Subject<'a>,
    idempotency_key: String,
}

#[derive(Serialize)]
struct Subject<'a> {
    kind: Option<&'a str>,
    id: Option<&'a str>,
    status: Option<&'a str>,
}

impl<'a> Description<'a> {
    fn of(envelope: &Envelope<'a>) -> Self {
        let subject = envelope.subject();
        Self {
            event: string(envelope.event_json()),
            known: envelope.is_known(),
            subject: Subject {
                kind: subject.map(|subject| subject.kind().as_str()),
                id: string(subject.and_then(envelope::Subject::id_json)),
                status: string(subject.and_then(envelope::Subject::status_json)),
            },
            idempotency_key: envelope.idempotency_key().to_string(),
        }
    }
}

fn string(json: Option<&str>) -> Option<&str> {
    json.filter(|json| json.starts_with('"'))
}

#[derive(Serialize)]
struct Diagnosis<'a> {
    verified: bool,
    code: Option<&'static str>,
    message: String,
    #[serde(rename = "match")]
    matched: Option<Matched<'a>>,
    causes: Vec<Cause<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Matched<'a> {
    dialect: &'a str,
    scope: &'a str,
    form: &'a str,
    key_id: &'a str,
}

#[derive(Serialize)]
struct Cause<'a> {
    code: &'a str,
    message: String,
    proved: bool,
}

impl<'a> Diagnosis<'a> {
    fn of(diagnosis: &'a diagnosis::Diagnosis) -> Self {
        let refused = diagnosis.outcome().err().map(|refused| Error::from(refused.clone()));
        let matched = diagnosis.outcome().ok().map(|matched| Matched {
            dialect: matched.dialect.as_str(),
            scope: matched.scope.as_str(),
            form: matched.form.as_str(),
            key_id: &matched.key_id,
        });
        Self {
            verified: refused.is_none(),
            code: refused.as_ref().map(Error::code),
            message: diagnosis.to_string(),
            matched,
            causes: diagnosis.causes().iter().map(Cause::of).collect(),
        }
    }
}

impl<'a> Cause<'a> {
    fn of(cause: &'a diagnosis::Cause) -> Self {
        Self { code: cause.kind().as_str(), message: cause.to_string(), proved: cause.is_proved() }
    }
}
