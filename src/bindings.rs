//! The WebAssembly edge: reads arguments, calls one function of the core, converts the result. No decisions.
//!
//! There are two: the whole package's, and the one that front-ends load, which has no signing code. Neither has the
//! other's exports.

#![allow(
    unreachable_pub,
    reason = "wasm-bindgen exports public functions, and nothing else can reach this module"
)]

#[cfg(not(feature = "signing"))]
mod guidance;
mod input;
#[cfg(feature = "signing")]
mod verification;

use js_sys::JSON;
use rlsf::SmallGlobalTlsf;
use serde::Serialize;
use wasm_bindgen::JsValue;

use crate::error::{Error, status};
use crate::json::to_json;

/// A fifth of the standard library's own, as quick for what is allocated here.
#[global_allocator]
static ALLOCATOR: SmallGlobalTlsf = SmallGlobalTlsf::new();

/// What is thrown: an object, of which JavaScript makes its own error.
fn thrown(error: impl Into<Error>) -> JsValue {
    fault(&error.into())
}

fn fault(error: &Error) -> JsValue {
    let code = error.code();
    let fault = Fault { code, message: error.to_string(), status: status(code) };
    to_json(&fault).map_or(JsValue::NULL, |fault| JSON::parse(&fault).unwrap_or_else(|error| error))
}

#[derive(Serialize)]
struct Fault {
    code: &'static str,
    message: String,
    status: u16,
}
