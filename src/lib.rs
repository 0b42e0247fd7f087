#![doc = include_str!("../README.md")]
//!
//! ## The crate's features
//!
//! | feature | default | brings |
//! |---|---|---|
//! | `signing` | yes | `delivery`, `diagnosis`, `envelope`, `idempotency`, `signature`: whatever needs a secret, and the crates that hash |
//! | `conformance` | no | the bare HMAC as an export of the wasm, for this project's own tests; nothing for Rust |
//! | `wasm-kyc`, `wasm-operations` | no | what a wasm without `signing` answers to JavaScript; nothing for Rust |
//!
//! Without `signing`, what is left reads what providers answer and has nothing to do with secrets. On targets other than
//! wasm32 no crate of wasm-bindgen is compiled. It needs Rust 1.88, and no `unsafe` of its own.

pub mod body;
pub mod checklist;
#[cfg(feature = "signing")]
pub mod delivery;
#[cfg(feature = "signing")]
pub mod diagnosis;
pub mod document;
#[cfg(feature = "signing")]
pub mod envelope;
pub mod error;
#[cfg(feature = "signing")]
pub mod idempotency;
pub mod json;
pub mod kyc;
mod message;
pub mod options;
pub mod payment;
pub mod problem;
pub mod retry;
#[cfg(feature = "signing")]
pub mod signature;
mod sort;
pub mod step;
mod time;
mod wire;

#[cfg(all(
    target_arch = "wasm32",
    any(feature = "signing", feature = "wasm-kyc", feature = "wasm-operations")
))]
mod bindings;

#[cfg(feature = "signing")]
pub use delivery::{Delivery, Unverified, Verifier, sign};
pub use error::Error;
