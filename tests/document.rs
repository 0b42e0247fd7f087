//! Documents: what is owed, and what would do.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "clippy allows it in test functions only, not in what they call")]

#[path = "kyc/vector.rs"]
mod vector;

use std::collections::BTreeSet;

use compliance_gate::document::{
    Candidate, Code, ConnectType, ConomyType, Person, Policy, Provider, Severity, Strategy,
    required_documents, validate_document,
};
use proptest::prelude::{ProptestConfig, any, prop, prop_assert, prop_assert_eq, proptest};
use serde_json::{Value, json};

const VECTORS: &str = include_str!("vectors/document.json");

#[test]
fn vectors() {
    vector::documents();
}

fn person(given: &Value) -> Person {
    Person::parse(given.to_string().as_bytes()).expect("a person")
}

#[test]
fn vectors_reach_every_problem() {
    let vectors: Vec<Value> = serde_json::from_str(VECTORS).expect("a vector file");
    let problems =
        vectors.iter().flat_map(|vector| vector["expect"]["problems"].as_array().expect("problems"));
    let reached: BTreeSet<&str> = problems.map(|problem| vector::text(&problem["code"])).collect();
    assert_eq!(reached, Code::ALL.iter().map(|code| code.as_str()).collect());
}

#[test]
fn required_documents_of_everybody() {
    let owed = |given: Value| serde_json::to_value(required_documents(&person(&given))).expect("JSON");
    let of = |check: &str, any_of: &[&str], condition: Option<&str>| json!({"check": check, "documents": {"anyOf": any_of}, "condition": condition});
    let biometric = |condition| of("DOC_BIOMETRIC_REPORT", &["BIOMETRIC_REPORT"], condition);
    let funds = of("DOC_SOURCE_OF_FUNDS", &["SOURCE_OF_FUNDS"], None);
    let address = |condition| of("DOC_PROOF_OF_ADDRESS", &["PROOF_OF_ADDRESS"], condition);
    let either = of("DOC_FATCA", &["W9", "W8BEN"], None);
    let w9 = of("DOC_FATCA", &["W9"], None);
    let w8ben = of("DOC_FATCA", &["W8BEN"], None);

    assert_eq!(
        owed(json!({})),
        json!([biometric(Some("external-kyc")), funds, either, address(Some("no-ip-address"))])
    );
    assert_eq!(
        owed(json!({"strategy": "EXTERNAL", "nationality": "US", "hasIpAddress": false})),
        json!([biometric(None), funds, w9, address(None)])
    );
    assert_eq!(
        owed(json!({"strategy": "CF_KYC", "nationality": "US", "usPerson": false, "hasIpAddress": true})),
        json!([funds, w8ben])
    );
    assert_eq!(
        owed(json!({"strategy": "CF_KYC", "nationality": "AR", "hasIpAddress": true})),
        json!([funds, either])
    );
}

#[test]
fn a_validation_has_the_documented_shape() {
    let candidate = Candidate {
        person: Person { us_person: Some(true), ..Person::default() },
        ..Candidate::new(Provider::Connect, "w8ben")
    };
    assert_eq!(
        serde_json::to_string(&validate_document(&candidate)).expect("JSON"),
        r#"{"ok":false,"type":"W8BEN","satisfies":null,"problems":[{"code":"needs_w9","severity":"error","message":"a US person files a W9; a US national is one unless usPerson says otherwise"}],"alternatives":["W9"]}"#
    );
}

/// How files of known types begin, some of them cut short.
const HEADS: [&[u8]; 11] = [
    b"\xff\xd8\xff",
    b"\x89PNG",
    b"%PDF",
    b"PK\x03\x04",
    b"RIFF",
    b"II*\0",
    b"\0\0\0\x18ftyp",
    b"\xff\xff\xff\xffftypmif1",
    b"<html",
    b"BM",
    b"GIF8",
];

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn validation_is_total_and_ok_means_no_error(
        kind in ".{0,20}", content_type in prop::option::of(".{0,30}"), bytes in prop::option::of(prop::collection::vec(any::<u8>(), 0..64)),
        size in prop::option::of(any::<u64>()), max_bytes in prop::option::of(any::<u64>()), accepted in prop::option::of(prop::collection::vec(".{0,12}", 0..3)),
        provider in prop::sample::select(&Provider::ALL[..]),
    ) {
        let candidate = Candidate {
            content_type: content_type.as_deref().map(Into::into), bytes: bytes.as_deref(), size,
            policy: Policy { max_bytes, content_types: accepted }, ..Candidate::new(provider, &*kind)
        };
        let validation = validate_document(&candidate);
        prop_assert_eq!(validation.ok, validation.problems.iter().all(|problem| problem.severity == Severity::Warning));
    }

    #[test]
    fn no_alternative_would_be_refused_itself(
        kind in prop::sample::select(vec![
            "BIOMETRIC_REPORT", "SOURCE_OF_FUNDS", "W9", "W8BEN", "PROOF_OF_ADDRESS",
            "W-9", "w 8 ben", "biometric report", "proof of address", "passport", "",
        ]),
        strategy in prop::sample::select(&Strategy::ALL[..]),
        us_person in any::<Option<bool>>(), has_ip_address in any::<Option<bool>>(),
        nationality in prop::sample::select(vec![None, Some("US"), Some("AR")]),
        content_type in prop::sample::select(vec![None, Some("application/pdf"), Some("image/png")]),
    ) {
        let person = Person { strategy, us_person, has_ip_address, nationality: nationality.map(str::to_owned) };
        let validated = |kind: &str| {
            let candidate = Candidate::new(Provider::Connect, kind.to_owned());
            validate_document(&Candidate { person: person.clone(), content_type: content_type.map(Into::into), ..candidate })
        };
        for alternative in validated(kind).alternatives {
            prop_assert!(validated(&alternative).ok, "{alternative}");
        }
    }

    #[test]
    fn first_bytes_of_anything_are_looked_at_safely(
        head in prop::sample::select(&HEADS[..]),
        tail in prop::collection::vec(any::<u8>(), 0..64),
    ) {
        let bytes = [head, &tail].concat();
        let candidate = Candidate { bytes: Some(&bytes), content_type: Some("application/pdf".into()), ..Candidate::new(Provider::Conomy, "other") };
        let mismatch = validate_document(&candidate).problems.iter().any(|problem| problem.code == Code::ContentMismatch);
        if head == b"%PDF" {
            prop_assert!(!mismatch);
        } else if !bytes.windows(4).any(|window| window == b"%PDF") {
            prop_assert!(mismatch);
        }
    }

    #[test]
    fn a_known_type_in_any_case_is_printed_canonically(index in 0..5_usize, upper in prop::collection::vec(any::<bool>(), 24)) {
        for (provider, known) in [(Provider::Connect, ConnectType::KNOWN), (Provider::Conomy, ConomyType::KNOWN)] {
            let canonical = known[index];
            let mixed: String = canonical.chars().zip(&upper)
                .map(|(letter, upper)| if *upper { letter.to_ascii_uppercase() } else { letter.to_ascii_lowercase() }).collect();
            let validation = validate_document(&Candidate::new(provider, &*mixed));
            prop_assert_eq!(validation.kind, canonical);
            prop_assert!(validation.problems.iter().all(|problem| problem.code != Code::UnknownType));
        }
    }
}
