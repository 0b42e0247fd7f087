//! Verifies signed webhooks of Conomy, says what identifies each event, and says what a compliance status of Connect
//! Financial asks for next. The same core, compiled to WebAssembly, is the npm package `compliance-gate`.
//!
//! The signature of a Conomy delivery stands inside the JSON body it signs. [`Verifier`] finds the signed text in the
//! received bytes, and a [`Delivery`] hands on that text only:
//!
//! ```
//! # #[cfg(feature = "signing")] {
//! use compliance_gate::delivery::{Key, Unverified, Verifier};
//!
//! let verifier = Verifier::new(vec![Key::new("current", b"WEBHOOK_SECRET")?])?;
//! let body = br#"{"event":"e","data":{},"signature":"0000"}"#;
//!
//! match Unverified::new(body).verify(&verifier) {
//!     Ok(delivery) => println!("{} once: {}", delivery.idempotency_key()?, delivery.signed_text()),
//!     Err(refused) => println!("{}", compliance_gate::Error::from(refused).code()),
//! }
//! # }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Beside it: [`kyc`] interprets compliance statuses and events, [`document`] says which documents satisfy them and
//! whether a file would, [`payment`] reads reviews, customers, limits and audits, [`problem`] and [`retry`] advise on
//! errors and waits, [`checklist`] has the providers' checklists as data.
//!
//! ## Features
//!
//! | feature | default | brings |
//! |---|---|---|
//! | `signing` | yes | `delivery`, `diagnosis`, `envelope`, `idempotency`, `signature`, and the signed texts of `body`: whatever needs a secret, and the crates that hash |
//! | `conformance` | no | the bare HMAC as an export of the wasm, for this project's own tests; nothing for Rust |
//! | `wasm-kyc`, `wasm-operations` | no | what a wasm without `signing` answers to JavaScript; nothing for Rust |
//!
//! Without `signing`, what is left reads what providers answer and has nothing to do with secrets. On targets other than
//! wasm32 no crate of wasm-bindgen is compiled. It needs Rust 1.88, and no `unsafe` of its own.

// Some of what is described is not there then.
#![cfg_attr(not(feature = "signing"), allow(rustdoc::broken_intra_doc_links))]

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

/// The README's example.
#[cfg(all(doctest, feature = "signing"))]
#[doc = include_str!("../README.md")]
struct Readme;
