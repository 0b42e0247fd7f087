//! Connect Financial's events.

#![cfg(not(target_arch = "wasm32"))]

#[path = "kyc/vector.rs"]
mod vector;

use compliance_gate::document::Strategy;
use compliance_gate::kyc::event::{Event, Family, MAX_EVENT_BYTES};
use compliance_gate::kyc::interpret_kyc_event;
use proptest::prelude::{ProptestConfig, any, prop, prop_assert, prop_assert_eq, proptest};
use serde_json::json;

#[test]
fn vectors() {
    vector::events();
}

#[test]
fn the_limit_is_exact() {
    let body = |bytes: usize| format!("{{{}}}", " ".repeat(bytes - 2));
    assert!(interpret_kyc_event(body(MAX_EVENT_BYTES).as_bytes(), Strategy::Unknown).is_ok());
    assert!(interpret_kyc_event(body(MAX_EVENT_BYTES + 1).as_bytes(), Strategy::Unknown).is_err());
}

#[test]
fn only_kyc_events_are_of_that_family() {
    for name in Event::KNOWN {
        let expected = match *name {
            name if name.starts_with("CUSTOMER_KYC_") => Family::Kyc,
            name if name.starts_with("CUSTOMER_KYB_") => Family::Kyb,
            _ => Family::Other,
        };
        assert_eq!(Event::of(name).family(), expected, "{name}");
    }
    assert_eq!(Event::of("CUSTOMER_KYC_").family(), Family::Unknown);
}

#[test]
fn documented_are_the_known_names_in_either_spelling() {
    let others = ["CUSTOMER_KYC_SDK_FLOW_DONE", "CUSTOMER_KYC_", "customer_created", "payment.settled", ""];
    for name in Event::KNOWN.iter().chain(&others) {
        assert_eq!(Event::is_documented(name), Event::of(name).is_known(), "{name}");
    }
    assert!(Event::is_documented("CUSTOMER_KYC_SDK_FLOW_DONE"));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_give_an_event_or_an_error(body in prop::collection::vec(any::<u8>(), 0..200)) {
        drop(interpret_kyc_event(&body, Strategy::Unknown));
    }

    #[test]
    fn only_finished_decides(event in prop::sample::select(Event::KNOWN), status in ".{0,10}|APPROVED|DENIED_COMPLIANCE|DENIED_IDENTITY_THEFT") {
        let body = json!({"eventType": event, "data": {"customerId": "c", "status": status}}).to_string();
        let told = interpret_kyc_event(body.as_bytes(), Strategy::Unknown).expect("an event");
        let is_outcome = ["APPROVED", "DENIED_COMPLIANCE", "DENIED_IDENTITY_THEFT"].contains(&status.as_str());
        prop_assert_eq!(told.decides, event == "CUSTOMER_KYC_FINISHED" && is_outcome);
        prop_assert_eq!(told.status, Some(status));
        prop_assert!(told.known);
    }

    #[test]
    fn unknown_names_are_kept(name in ".{0,40}") {
        let told = interpret_kyc_event(json!({"type": name, "data": {"onboardingId": "o"}}).to_string().as_bytes(), Strategy::External).expect("an event");
        if !told.known {
            prop_assert_eq!(told.event, Some(name));
            prop_assert!(told.should_pull_status && !told.decides && told.contradictions.is_empty());
        }
    }
}
