//! Wycheproof's HMAC-SHA256 set against the signature module.
//!
//! Half of the set is of tags truncated to 128 bits. Decided: a truncated tag is never a signature, right or not;
//! what is checked of those is that the whole tag begins with them exactly where they are valid.

use compliance_gate::signature::{Secret, Signature};
use wycheproof::TestResult;
use wycheproof::mac::{TestName, TestSet};

/// How many there are, so that none is skipped.
const CASES: usize = 174;

pub(crate) fn every_case() {
    let set = TestSet::load(TestName::HmacSha256).expect("the set is compiled in");
    let mut ran = 0;
    for group in &set.test_groups {
        for test in &group.tests {
            let valid = test.result != TestResult::Invalid;
            let tag = hex::encode(&test.tag);
            assert_eq!(tag.len() * 4, group.tag_size, "case {}", test.tc_id);
            let secret = Secret::new(&test.key).expect("no key of the set is empty");
            assert_eq!(secret.sign(&[&test.msg]).to_string().starts_with(&tag), valid, "case {}", test.tc_id);
            match Signature::parse(&tag) {
                Ok(signature) => {
                    assert_eq!(group.tag_size, 256, "case {}", test.tc_id);
                    assert_eq!(secret.verify(&[&test.msg], &signature), valid, "case {}", test.tc_id);
                }
                Err(error) => {
                    assert!(group.tag_size < 256, "case {}: {error}", test.tc_id);
                    assert_eq!(error.characters, group.tag_size / 4, "case {}", test.tc_id);
                }
            }
            ran += 1;
        }
    }
    assert_eq!(ran, CASES);
}
