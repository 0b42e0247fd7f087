//! Idempotency keys.

#![cfg(feature = "signing")]

mod util;

use compliance_gate::idempotency::{ContentId, Key};

#[test]
fn vectors() {
    util::idempotency::vectors();
}

#[test]
fn the_content_id_is_sha_256() {
    // FIPS 180-4's own examples.
    let table = [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
        ),
    ];
    for (text, digest) in table {
        assert_eq!(ContentId::of(text).as_str(), digest);
    }
}

#[test]
fn parts_are_joined_by_colons() {
    let table: [(&[Option<&str>], &str); 6] = [
        (&[Some("e"), Some("1"), Some("S")], "e:1:S"),
        (&[Some("e"), None, Some("")], "e:%:"),
        (&[Some("%"), Some(":"), Some("%3A")], "%25:%3A:%253A"),
        (&[None], "%"),
        (&[Some("")], ""),
        (&[Some("\u{1f600}\0\n")], "\u{1f600}\0\n"),
    ];
    for (parts, key) in table {
        assert_eq!(Key::from_parts(parts).as_str(), key);
    }
}
