//! The WebAssembly edge: reads arguments, calls one function of the core, converts the result. No decisions.
//!
//! There are three: what verifies and signs, and, without any signing code, what front-ends load and what operators ask.
//! None has another's exports.

#![allow(
    unreachable_pub,
    reason = "wasm-bindgen exports public functions, and nothing else can reach this module"
)]

mod input;
#[cfg(all(feature = "wasm-kyc", not(feature = "signing")))]
mod kyc;
#[cfg(all(feature = "wasm-operations", not(feature = "signing")))]
mod operations;
#[cfg(not(feature = "signing"))]
mod question;
#[cfg(feature = "signing")]
mod verification;

use core::fmt::Write;

use rlsf::SmallGlobalTlsf;
use serde::Serialize;

use crate::error::Error;
use crate::json::to_json;

/// A fifth of the standard library's own, as quick for what is allocated here.
#[global_allocator]
static ALLOCATOR: SmallGlobalTlsf = SmallGlobalTlsf::new();

/// What JavaScript makes its own error of, as JSON.
fn fault(error: &Error) -> String {
    // Not `to_string`, which can panic.
    let mut message = String::new();
    let _ = write!(message, "{error}");
    let fault = Fault { code: error.code(), message };
    to_json(&fault).unwrap_or_default()
}

#[derive(Serialize)]
struct Fault {
    code: &'static str,
    message: String,
}
