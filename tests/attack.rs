//! What somebody without a key can do to a genuine delivery.

mod util;

#[test]
fn vectors() {
    util::attack::vectors();
}
