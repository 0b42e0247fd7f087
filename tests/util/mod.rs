//! The vectors of `tests/vectors/`, and what checks each of them: the same code natively and in wasm.

#![allow(dead_code, reason = "each test file uses its own part")]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking; clippy allows it in test functions only, not in what they call"
)]

pub(crate) mod attack;
pub(crate) mod delivery;
pub(crate) mod diagnosis;
pub(crate) mod idempotency;
pub(crate) mod refused;
pub(crate) mod signature;
pub(crate) mod vector;
pub(crate) mod wycheproof;
