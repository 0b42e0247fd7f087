//! The stable codes are the same wherever they are written: in the core, in the package's types, in README.md.

#![cfg(feature = "signing")]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking; clippy allows it in test functions only, not in what they call"
)]

use std::collections::BTreeSet;

use compliance_gate::diagnosis::Kind;
use compliance_gate::error::{CODES, status};

const TYPES: &str = include_str!("../pkg/index.d.ts");
const README: &str = include_str!("../README.md");

#[test]
fn types_name_every_error_code() {
    assert_eq!(union("GateErrorCode"), CODES.iter().map(|(code, _)| *code).collect());
}

#[test]
fn readme_has_a_row_with_the_status_of_every_error_code() {
    let rows = rows(README).into_iter().filter_map(|(code, second)| Some((code, second.parse().ok()?)));
    assert_eq!(rows.collect::<BTreeSet<(&str, u16)>>(), CODES.iter().copied().collect());
}

#[test]
fn types_and_readme_name_every_cause() {
    let all = [
        Kind::Unreadable,
        Kind::NoSignature,
        Kind::NotHex,
        Kind::SecretWhitespace,
        Kind::NotAllowed,
        Kind::Reencoded,
        Kind::WrongKeyOrAltered,
    ];
    let kinds: BTreeSet<&str> = all.iter().map(|kind| kind.as_str()).collect();
    assert_eq!(kinds.len(), all.len());
    assert_eq!(union("CauseCode"), kinds);
    let behind = README.split_once("| cause |").expect("a table of causes").1;
    let table = behind.split("\n\n").next().expect("a table");
    assert_eq!(rows(table).into_iter().map(|(code, _)| code).collect::<BTreeSet<_>>(), kinds);
}

#[test]
fn codes_are_unique_and_sorted_and_their_statuses_are_those_documented() {
    assert!(CODES.is_sorted_by(|(one, _), (other, _)| one < other));
    for (code, expected) in CODES {
        assert_eq!(status(code), *expected, "{code}");
        assert!([400, 401, 413, 500].contains(expected), "{code}");
        assert_eq!(*expected == 401, code.starts_with("signature_"), "{code}");
        assert_eq!(*expected == 413, code.ends_with("_too_large"), "{code}");
    }
    assert_eq!(status("no such code"), 500);
}

/// The members of a union of string literals in the package's types.
fn union(name: &str) -> BTreeSet<&'static str> {
    let (_, behind) = TYPES.split_once(&format!("export type {name} =")).expect("a union of that name");
    let members = behind.split(';').next().expect("its end");
    let members: BTreeSet<_> = members.split('"').skip(1).step_by(2).collect();
    assert!(!members.is_empty(), "{name}");
    members
}

/// The rows of tables whose first cell is one code, with their second cells.
fn rows(text: &'static str) -> Vec<(&'static str, &'static str)> {
    let rows = text.lines().filter_map(|line| {
        let (code, rest) = line.strip_prefix("| `")?.split_once("` | ")?;
        Some((code, rest.split(" |").next()?.trim()))
    });
    rows.collect()
}
