//! The WebAssembly edge: reads arguments, calls one function of the core, converts the result. No decisions.
//!
//! The verify path copies no JavaScript string into a `String` and builds no object. JavaScript writes the body,
//! and behind it the signature header, into [`Workspace::input`] (the verifier's own copy), calls [`verify`], and
//! copies the signed text out of [`Workspace::signed`]. What costs more is made when it is first read.
//!
//! Verifiers live in a small table under ids that JavaScript chooses. One that is no longer there, because others
//! took its place or because the instance was replaced after a trap, is installed again: so there is nothing to
//! free, and a server that makes a verifier per request leaks nothing.

#![allow(
    unreachable_pub,
    reason = "wasm-bindgen exports public functions, and nothing else can reach this module"
)]
#![allow(clippy::needless_pass_by_value, reason = "values cross the boundary owned")]

#[cfg(feature = "conformance")]
mod conformance;

use core::cell::RefCell;

use js_sys::Uint8Array;
use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::body::{Form, Scope};
use crate::delivery::{
    Accept, Delivery, Dialect, InvalidVerifier, Key, SIGNATURE_HEADER, Unverified, Verifier, sign,
};
use crate::diagnosis::{self, diagnose};
use crate::envelope::{self, Envelope};
use crate::error::{Error, status};
use crate::idempotency::ContentId;

/// What one call leaves for the next.
#[derive(Default)]
struct Workspace {
    input: Vec<u8>,
    signed: String,
    uncovered: Vec<String>,
    verifiers: Vec<Option<(u32, Verifier)>>,
}

const VERIFIERS: usize = 32;

/// [`verify`] and [`explain`] give this where the verifier has to be installed again.
const NOT_INSTALLED: u32 = u32::MAX;

thread_local! {
    static WORKSPACE: RefCell<Workspace> = RefCell::default();
}

/// Makes room for `length` bytes of input, and says where in memory it is.
#[wasm_bindgen]
pub fn reserve(length: usize) -> *const u8 {
    WORKSPACE.with_borrow_mut(|workspace| {
        if workspace.input.len() < length {
            workspace.input.resize(length, 0);
        }
        workspace.input.as_ptr()
    })
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
    let keys = key_ids.iter().zip(secrets).map(|(id, secret)| Key::new(id, &secret.to_vec()));
    let accept = accept(dialect, forms, scopes, max_body_bytes).map_err(thrown)?;
    let keys = keys.collect::<Result<_, _>>().map_err(thrown)?;
    let verifier = Verifier::accepting(keys, accept).map_err(thrown)?;
    WORKSPACE.with_borrow_mut(|workspace| workspace.install(id, verifier));
    Ok(())
}

/// Verifies the first `body` bytes of input, with the `header` bytes behind them as the signature header, if not
/// negative. Gives what [`packed`] packs, or [`NOT_INSTALLED`].
#[wasm_bindgen]
pub fn verify(id: u32, body: usize, header: i32) -> Result<u32, JsValue> {
    WORKSPACE.with_borrow_mut(|workspace| {
        let Some(verifier) = workspace.verifier(id) else { return Ok(NOT_INSTALLED) };
        let delivery = workspace.unverified(body, header).verify(verifier).map_err(thrown)?;
        let packed = packed(&delivery, verifier);
        (workspace.signed, workspace.uncovered) = delivery.into_parts();
        Ok(packed)
    })
}

/// Where in memory the signed text of the last verified delivery is.
#[wasm_bindgen(js_name = signedAt)]
pub fn signed_at() -> *const u8 {
    WORKSPACE.with_borrow(|workspace| workspace.signed.as_ptr())
}

/// How many bytes it has.
#[wasm_bindgen(js_name = signedLength)]
pub fn signed_length() -> usize {
    WORKSPACE.with_borrow(|workspace| workspace.signed.len())
}

/// The names that the last verified delivery's signature does not cover, as a JSON array.
#[wasm_bindgen]
pub fn uncovered() -> String {
    WORKSPACE.with_borrow(|workspace| format!("[{}]", workspace.uncovered.join(",")))
}

/// As [`verify`], but says why not. Gives null in place of [`NOT_INSTALLED`].
#[wasm_bindgen]
pub fn explain(id: u32, body: usize, header: i32) -> Result<JsValue, JsValue> {
    WORKSPACE.with_borrow(|workspace| {
        let Some(verifier) = workspace.verifier(id) else { return Ok(JsValue::NULL) };
        written(&Diagnosis::of(&diagnose(workspace.unverified(body, header), verifier)))
    })
}

/// Signs the first `length` bytes of input.
#[wasm_bindgen(js_name = sign)]
pub fn sign_input(length: usize, secret: &[u8], dialect: &str) -> Result<JsValue, JsValue> {
    let key = Key::new("", secret).map_err(thrown)?;
    let dialect = named(&Dialect::ALL, Dialect::as_str, dialect).map_err(thrown)?;
    let posted =
        WORKSPACE.with_borrow(|workspace| sign(workspace.text(length), &key, dialect)).map_err(thrown)?;
    written(&Posted { body: posted.body(), header: posted.header(), header_name: SIGNATURE_HEADER })
}

/// Describes the signed text in the first `length` bytes of input.
#[wasm_bindgen]
pub fn describe(length: usize) -> Result<JsValue, JsValue> {
    WORKSPACE.with_borrow(|workspace| {
        let envelope = Envelope::parse(workspace.text(length)).map_err(thrown)?;
        written(&Description::of(&envelope))
    })
}

/// Gives the content id of the signed text in the first `length` bytes of input.
#[wasm_bindgen(js_name = contentId)]
pub fn content_id(length: usize) -> String {
    WORKSPACE.with_borrow(|workspace| ContentId::of(workspace.text(length)).to_string())
}

/// Gives the HTTP status that answers a code.
#[wasm_bindgen(js_name = statusOf)]
pub fn status_of(code: &str) -> u16 {
    status(code)
}

impl Workspace {
    fn install(&mut self, id: u32, verifier: Verifier) {
        self.verifiers.resize(VERIFIERS, None);
        if let Some(slot) = self.verifiers.get_mut(slot(id)) {
            *slot = Some((id, verifier));
        }
    }

    fn verifier(&self, id: u32) -> Option<&Verifier> {
        self.verifiers.get(slot(id))?.as_ref().filter(|(owner, _)| *owner == id).map(|(_, verifier)| verifier)
    }

    fn unverified(&self, body: usize, header: i32) -> Unverified<'_> {
        let unverified = Unverified::new(self.input.get(..body).unwrap_or_default());
        match usize::try_from(header) {
            Ok(length) => unverified.with_header(self.text_at(body, length)),
            Err(_) => unverified,
        }
    }

    fn text(&self, length: usize) -> &str {
        self.text_at(0, length)
    }

    /// Text that JavaScript has encoded, so that it is UTF-8.
    fn text_at(&self, start: usize, length: usize) -> &str {
        self.input.get(start..start + length).and_then(|bytes| str::from_utf8(bytes).ok()).unwrap_or_default()
    }
}

fn slot(id: u32) -> usize {
    usize::try_from(id).unwrap_or_default() % VERIFIERS
}

/// Dialect, scope and form by their places in `ALL`, and the key by its place among the verifier's.
fn packed(delivery: &Delivery, verifier: &Verifier) -> u32 {
    let matched = delivery.matched();
    let key = verifier.keys().iter().position(|key| key.id() == &*matched.key_id);
    let places = [
        Dialect::ALL.iter().position(|dialect| *dialect == matched.dialect),
        Scope::ALL.iter().position(|scope| *scope == matched.scope),
        Form::ALL.iter().position(|form| *form == matched.form),
        key,
    ];
    places
        .into_iter()
        .rev()
        .flatten()
        .fold(0, |packed, place| packed << 4 | u32::try_from(place).unwrap_or(0))
}

fn thrown(error: impl Into<Error>) -> JsValue {
    let error = error.into();
    fault(error.code(), &error.to_string())
}

fn fault(code: &str, message: &str) -> JsValue {
    written(&Fault { code, message }).unwrap_or_else(|error| error)
}

fn written(value: &impl Serialize) -> Result<JsValue, JsValue> {
    Ok(value.serialize(&serde_wasm_bindgen::Serializer::json_compatible())?)
}

#[derive(Serialize)]
struct Fault<'a> {
    code: &'a str,
    message: &'a str,
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
            known: envelope.event().is_some_and(|event| event.is_known()),
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
