#![doc = include_str!("../README.md")]

pub mod body;
pub mod checklist;
pub mod delivery;
pub mod diagnosis;
pub mod document;
pub mod envelope;
pub mod error;
pub mod idempotency;
pub mod json;
pub mod kyc;
pub mod options;
pub mod payment;
pub mod problem;
pub mod retry;
pub mod signature;
pub mod step;
mod time;
mod wire;

#[cfg(target_arch = "wasm32")]
mod bindings;

pub use delivery::{Delivery, Unverified, Verifier, sign};
pub use error::Error;
