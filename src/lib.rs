#![doc = include_str!("../README.md")]

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

#[cfg(target_arch = "wasm32")]
mod bindings;

#[cfg(feature = "signing")]
pub use delivery::{Delivery, Unverified, Verifier, sign};
pub use error::Error;
