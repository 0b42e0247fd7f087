//! Why a delivery fails.

mod util;

#[test]
fn vectors() {
    util::diagnosis::vectors();
}
