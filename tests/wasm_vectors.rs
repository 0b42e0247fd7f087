//! Every vector as WebAssembly, under Node or in a browser: whoever runs this chooses.

#![cfg(target_arch = "wasm32")]

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
