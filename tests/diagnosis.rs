//! Why a delivery fails.

#![cfg(feature = "signing")]

mod util;

#[test]
fn vectors() {
    util::diagnosis::vectors();
}
