//! What somebody without a key can do to a genuine delivery.

#![cfg(feature = "signing")]

mod util;

#[test]
fn vectors() {
    util::attack::vectors();
}
