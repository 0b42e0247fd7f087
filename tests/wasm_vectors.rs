//! Every vector as WebAssembly, under Node or in a browser: whoever runs this chooses.

#![cfg(feature = "signing")]
#![cfg(target_arch = "wasm32")]

#[path = "kyc/vector.rs"]
mod kyc;
#[path = "util/policy.rs"]
mod policy;
mod util;

use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn signature() {
    util::signature::vectors();
}

#[wasm_bindgen_test]
fn wycheproof() {
    util::wycheproof::every_case();
}

#[wasm_bindgen_test]
fn delivery() {
    util::delivery::vectors();
}

#[wasm_bindgen_test]
fn refused() {
    util::refused::vectors();
}

#[wasm_bindgen_test]
fn attack() {
    util::attack::vectors();
}

#[wasm_bindgen_test]
fn idempotency() {
    util::idempotency::vectors();
}

#[wasm_bindgen_test]
fn diagnosis() {
    util::diagnosis::vectors();
}

#[wasm_bindgen_test]
fn kyc_flows() {
    kyc::flows();
}

#[wasm_bindgen_test]
fn kyc_statuses() {
    kyc::statuses();
}

#[wasm_bindgen_test]
fn kyc_events() {
    kyc::events();
}

#[wasm_bindgen_test]
fn documents() {
    kyc::documents();
}

#[wasm_bindgen_test]
fn payments() {
    policy::vectors(include_str!("vectors/audit.json"), 15);
    policy::vectors(include_str!("vectors/customer.json"), 20);
    policy::vectors(include_str!("vectors/limits.json"), 40);
    policy::vectors(include_str!("vectors/review.json"), 60);
}

#[wasm_bindgen_test]
fn policies() {
    policy::vectors(include_str!("vectors/checklist.json"), 10);
    policy::vectors(include_str!("vectors/problem.json"), 120);
    policy::vectors(include_str!("vectors/retry.json"), 20);
}
