//! The bare HMAC, for the HMAC vectors and as the measure that benchmarks hold verification against. Built only
//! with the feature `conformance`; the published wasm has none of it.

use core::cell::RefCell;

use wasm_bindgen::prelude::*;

use super::WORKSPACE;
use crate::signature::{Secret, Signature};

thread_local! {
    static KEYED: RefCell<Option<(Secret, Signature)>> = const { RefCell::new(None) };
}

/// Keys the bare HMAC, and says which signature is expected of it.
#[wasm_bindgen(js_name = bareKey)]
pub fn bare_key(secret: &[u8], signature: &str) -> bool {
    let keyed = Secret::new(secret).ok().zip(Signature::parse(signature).ok());
    KEYED.with_borrow_mut(|slot| {
        *slot = keyed;
        slot.is_some()
    })
}

/// Whether the expected signature is over the first `length` bytes of input.
#[wasm_bindgen(js_name = bareVerify)]
pub fn bare_verify(length: usize) -> bool {
    WORKSPACE.with_borrow(|workspace| {
        let message = workspace.input.bytes(length);
        KEYED.with_borrow(|keyed| {
            keyed.as_ref().is_some_and(|(secret, signature)| secret.verify(&[message], signature))
        })
    })
}
