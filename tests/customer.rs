//! Where a customer stands.

#![cfg(not(target_arch = "wasm32"))]

#[path = "util/policy.rs"]
mod policy;

use compliance_gate::payment::customer::{Customer, Level};
use proptest::prelude::*;

#[test]
fn vectors() {
    policy::vectors(include_str!("vectors/customer.json"), 20);
}

#[test]
fn levels_go_up_one_by_one() {
    let mut level = Some(Level::Inactive);
    let mut names = Vec::new();
    while let Some(current) = level {
        names.push(current.to_string());
        level = current.next();
    }
    assert_eq!(names, Level::KNOWN);
    assert_eq!(Level::from("PLATINUM").next(), None);
}

proptest! {
    #[test]
    fn no_bytes_are_too_odd(bytes in any::<Vec<u8>>()) {
        let _ = Customer::parse(&bytes);
    }

    #[test]
    fn members_of_any_kind_are_taken(
        member in prop::sample::select(vec![
            "id", "operationLevel", "autoCreated", "isDocumented", "documents", "customer", "data", "event", "email",
        ]),
        token in prop::sample::select(vec!["null", "true", "-1", "\"\"", "\"\\ud800\"", "{}", "[]", "[[{}],1,{\"status\":5}]"]),
    ) {
        let record = format!("{{\"{member}\":{token}}}");
        let customer = Customer::parse(record.as_bytes()).unwrap();
        prop_assert!(serde_json::to_string(&customer).is_ok());
    }
}
