//! What a look over many records shows.

#![cfg(not(target_arch = "wasm32"))]

#[path = "util/policy.rs"]
mod policy;

use compliance_gate::payment::audit::{Audit, MAX_RECORDS, Settings, Unreadable};
use proptest::prelude::*;

#[test]
fn vectors() {
    policy::vectors(include_str!("vectors/audit.json"), 15);
}

#[test]
fn records_are_bounded() {
    let records = |count: usize| format!("[{}]", vec!["{}"; count].join(","));
    let settings = Settings::at(0);
    assert!(Audit::of(&records(MAX_RECORDS), "[]", settings).is_ok());
    assert_eq!(Audit::of(&records(MAX_RECORDS + 1), "[]", settings), Err(Unreadable::TooMany));
    assert_eq!(Audit::of("[]", &records(MAX_RECORDS + 1), settings), Err(Unreadable::TooMany));
    assert_eq!(Unreadable::TooMany.to_string(), "expected at most 50000 records of one kind, found more");
    assert_eq!(
        Unreadable::NotArray.to_string(),
        "expected the records as a JSON array, found something else"
    );
}

#[test]
fn what_is_no_array_is_refused_whole() {
    let record = r#"{"id":"1","status":"REQUIRES_REVIEW","createdAt":"2026-04-01T00:00:00Z"}"#;
    let two_pages = format!("[{record}]\n[{record}]");
    for text in
        [&*two_pages, "", "{}", "[", "[]]", "[[]", "[1]2,3]", "[}]", "[\"]", "[{},]", "[,{}]", "[\"\\\"]"]
    {
        assert_eq!(Audit::of(text, "[]", Settings::at(0)), Err(Unreadable::NotArray), "{text}");
        assert_eq!(Audit::of("[]", text, Settings::at(0)), Err(Unreadable::NotArray), "{text}");
    }
    for text in ["[]", " [ ] ", "[{}]", "[\"]\",\"\\\"[\"]", "[[{}],[]]"] {
        assert!(Audit::of(text, "[]", Settings::at(0)).is_ok(), "{text}");
    }
}

proptest! {
    #[test]
    fn no_text_is_too_odd(payments in "\\PC*", customers in "\\[\\PC*\\]", now in any::<i64>()) {
        let _ = Audit::of(&payments, &customers, Settings::at(now));
        let _ = Audit::of(&customers, &payments, Settings::at(now));
    }

    #[test]
    fn the_order_of_records_changes_nothing(order in Just((0..30_usize).collect::<Vec<_>>()).prop_shuffle()) {
        let record = |index: usize| {
            let status = ["REQUIRES_REVIEW", "FAILED", "SETTLED"][index % 3];
            let documents = ["UPLOADED", "REJECTED", "APPROVED"][index % 3];
            let id = index / 3;
            format!(r#"{{"id":"{id}","status":"{status}","documentationStatus":"{documents}","createdAt":"2026-04-{:02}T00:00:00Z"}}"#, index + 1)
        };
        let records = |order: &[usize]| format!("[{}]", order.iter().map(|index| record(*index)).collect::<Vec<_>>().join(","));
        let sorted: Vec<usize> = (0..30).collect();
        let settings = Settings::at(1_777_500_000_000);
        prop_assert_eq!(Audit::of(&records(&order), "[]", settings), Audit::of(&records(&sorted), "[]", settings));
    }
}
