//! Guidance: every flow of the page, and what holds for any status.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "clippy allows it in test functions only, not in what they call")]

#[path = "kyc/vector.rs"]
mod vector;

use std::collections::BTreeSet;

use compliance_gate::kyc::check::{Action, Check};
use compliance_gate::kyc::interpret::interpret;
use compliance_gate::kyc::{
    Code, Context, Guidance, OnboardingStatus, Status, interpret_kyc_event, interpret_status,
};
use compliance_gate::step::Actor;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

const FLOWS: &str = include_str!("vectors/kyc_flow.json");
const STATUSES: &str = include_str!("vectors/kyc_status.json");
const EVENTS: &str = include_str!("vectors/kyc_event.json");

#[test]
fn flows() {
    vector::flows();
}

#[test]
fn flows_cover_every_heading_of_the_page() {
    let flows: Vec<Value> = serde_json::from_str(FLOWS).expect("a vector file");
    let sources: Vec<&str> = flows.iter().map(|flow| vector::text(&flow["source"])).collect();
    let headings = [
        "PHASE 1a",
        "PHASE 1b",
        "PHASE 2",
        "PHASE 3",
        "PHASE 4",
        "PHASE 5",
        "External KYC Integration Flow, PHASE 1",
        "External KYC Integration Flow, PHASE 2",
        "External KYC Integration Flow, PHASE 3",
        "External KYC Integration Flow, PHASE 4",
        "SDK Expired",
        "KYC Denied",
        "Verification Error",
        "Under Review",
    ];
    for heading in headings {
        let named = format!("connect-kyc-compliance-flow: {heading}");
        assert!(sources.iter().any(|source| source.starts_with(&named)), "{heading}");
    }
}

#[test]
fn vectors_reach_every_contradiction() {
    let mut reached = BTreeSet::new();
    for file in [FLOWS, STATUSES, EVENTS] {
        let vectors: Value = serde_json::from_str(file).expect("a vector file");
        reach(&vectors, &mut reached);
    }
    assert_eq!(reached, Code::ALL.iter().map(|code| code.as_str().to_owned()).collect());
}

fn reach(value: &Value, reached: &mut BTreeSet<String>) {
    match value {
        Value::Object(members) => {
            for (name, value) in members {
                match value.as_array().filter(|_| name == "contradictions") {
                    Some(codes) => reached.extend(codes.iter().map(|code| vector::text(code).to_owned())),
                    None => reach(value, reached),
                }
            }
        }
        Value::Array(elements) => elements.iter().for_each(|element| reach(element, reached)),
        _ => {}
    }
}

#[test]
fn guidance_has_the_documented_shape() {
    let status = json!({"isCompliant": false, "nextAction": "UPDATE_PROFILE", "checks": [
        {"type": "OCCUPATION", "passed": false, "required": true, "suggestedAction": "UPDATE_PROFILE"}]});
    let printed = serde_json::to_string(&guidance(&status, &Context::default())).expect("JSON");
    assert_eq!(
        printed,
        r#"{"isCompliant":false,"onboardingStatus":null,"nextAction":"UPDATE_PROFILE","nextActionSource":"provider","actor":"customer","phase":"profile","strategy":"unknown","isTerminal":false,"currentlyDue":[{"check":"OCCUPATION","action":"UPDATE_PROFILE","profileFields":["kyc.occupation"],"call":{"method":"PATCH","path":"/v1/customers/:id"}}],"pendingVerification":[],"call":{"method":"PATCH","path":"/v1/customers/:id"},"poll":null,"contradictions":[]}"#
    );
}

#[test]
fn contradictions_are_sentences_without_long_names() {
    let long = "N".repeat(100_000);
    let status = json!({"isCompliant": true, "nextAction": long, "checks": [
        {"type": long, "passed": false, "required": true}, {"type": long, "passed": true, "required": true, "suggestedAction": long}]});
    for contradiction in guidance(&status, &Context::default()).contradictions {
        assert!(contradiction.message.len() < 300, "{:?}", contradiction.code);
        assert!(contradiction.message.contains(' '), "{:?}", contradiction.code);
    }
}

fn guidance(status: &Value, context: &Context) -> Guidance {
    interpret_status(&vector::bytes(status), context).expect("a status")
}

/// Statuses of the documented shape with anything in it, now and then in another shape.
fn any_status() -> impl Strategy<Value = Value> {
    let name = |known: &'static [&'static str]| prop_oneof![8 => prop::sample::select(known).prop_map(str::to_owned), 1 => ".{0,8}"];
    let word = move |known: &'static [&'static str]| prop_oneof![8 => name(known).prop_map(Value::from), 2 => Just(Value::Null), 1 => any_json()];
    let boolean = || prop_oneof![9 => any::<bool>().prop_map(Value::from), 1 => any_json()];
    let check = (word(Check::KNOWN), boolean(), boolean(), word(Action::KNOWN)).prop_map(
        |(kind, passed, required, suggested)| {
            json!({"type": kind, "passed": passed, "required": required, "suggestedAction": suggested})
        },
    );
    let checks = prop::collection::vec(prop_oneof![20 => check, 1 => any_json()], 0..14);
    let summary = (0..14_u8, 0..14_u8, prop::collection::vec(word(Check::KNOWN), 0..5)).prop_map(
        |(passed, failed, names)| json!({"passed": passed, "failed": failed, "requiredFailed": names}),
    );
    let parts = (
        boolean(),
        word(OnboardingStatus::KNOWN),
        word(Action::KNOWN),
        prop_oneof![15 => checks.prop_map(Value::from), 1 => any_json()],
        prop_oneof![8 => summary, 1 => any_json()],
        prop::collection::hash_set(0..5_usize, 0..3),
    );
    parts.prop_map(|(compliant, onboarding, action, checks, summary, absent)| {
        let members = [
            ("isCompliant", compliant),
            ("onboardingStatus", onboarding),
            ("nextAction", action),
            ("checks", checks),
            ("summary", summary),
        ];
        let present = members.into_iter().enumerate().filter(|(index, _)| !absent.contains(index));
        present.map(|(_, (name, value))| (name.to_owned(), value)).collect::<Map<_, _>>().into()
    })
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        ".{0,12}".prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 48, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::hash_map(".{0,6}", inner, 0..6)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

fn any_context() -> impl Strategy<Value = Context> {
    let event = prop::sample::select(compliance_gate::kyc::event::Event::KNOWN);
    let strategy = prop::sample::select(&compliance_gate::document::Strategy::ALL[..]);
    (strategy, prop::option::of(event), any::<u32>(), prop::option::of(any::<bool>())).prop_map(
        |(strategy, event, polls, us_person)| {
            let mut context = Context { polls, ..Context::default() };
            context.person.strategy = strategy;
            context.person.us_person = us_person;
            context.last_event = event.map(compliance_gate::kyc::KycEvent::named);
            context
        },
    )
}

/// The provider says outright that a check is required and failed.
fn is_said_to_fail(status: &Status, check: &Check) -> bool {
    let named = status.summary.required_failed.as_deref().unwrap_or_default();
    let is_refuted = status.listed().iter().any(|reported| {
        reported.check.as_ref() == Some(check)
            && reported.required == Some(true)
            && reported.passed == Some(false)
    });
    is_refuted || named.contains(check)
}

/// Prints a value with every object's members in the opposite order.
fn reversed(value: &Value) -> String {
    match value {
        Value::Object(members) => {
            let members =
                members.iter().rev().map(|(name, value)| format!("{}:{}", json!(name), reversed(value)));
            format!("{{{}}}", members.collect::<Vec<_>>().join(","))
        }
        Value::Array(elements) => {
            format!("[{}]", elements.iter().map(reversed).collect::<Vec<_>>().join(","))
        }
        other => other.to_string(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_json_gives_guidance_or_one_code(value in any_json(), context in any_context()) {
        if let Err(error) = interpret_status(value.to_string().as_bytes(), &context) {
            prop_assert!(error.code().starts_with("status_"));
        }
    }

    #[test]
    fn any_bytes_give_guidance_or_one_code(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        if let Err(error) = interpret_status(&bytes, &Context::default()) {
            prop_assert!(error.code().starts_with("status_"));
        }
    }

    #[test]
    fn the_providers_word_is_shown_as_given(status in any_status(), context in any_context()) {
        let Ok(guidance) = interpret_status(status.to_string().as_bytes(), &context) else { return Ok(()) };
        let printed = serde_json::to_value(&guidance).expect("JSON");
        match &status["nextAction"] {
            Value::String(word) if word != "NONE" => prop_assert_eq!(&printed["nextAction"], &json!(word)),
            Value::Null if status.get("nextAction").is_none() => {
                prop_assert_eq!(&printed["nextActionSource"], "derived");
                return Ok(());
            }
            Value::String(_) | Value::Null => prop_assert_eq!(&printed["nextAction"], &Value::Null),
            _ => {
                prop_assert_eq!(&printed["nextActionSource"], "derived");
                return Ok(());
            }
        }
        prop_assert_eq!(&printed["nextActionSource"], "provider");
        prop_assert_eq!(guidance.is_compliant, status["isCompliant"] == true);
    }

    #[test]
    fn an_event_changes_nothing_that_the_status_tells(
        status in any_status(),
        action in prop::sample::select(Action::KNOWN),
        name in prop::sample::select(compliance_gate::kyc::event::Event::KNOWN),
        outcome in prop::sample::select(OnboardingStatus::KNOWN),
    ) {
        let mut status = status;
        status["onboardingStatus"] = json!("PROCESSING");
        status["nextAction"] = json!(action);
        let body = json!({"eventType": name, "data": {"customerId": "c", "status": outcome}}).to_string();
        let event = interpret_kyc_event(body.as_bytes(), compliance_gate::document::Strategy::Unknown);
        let told = Context { last_event: event.ok(), ..Context::default() };
        let interpreted = |context| interpret_status(status.to_string().as_bytes(), context);
        let (Ok(with), Ok(without)) = (interpreted(&told), interpreted(&Context::default())) else { return Ok(()) };
        prop_assert!(!with.is_terminal);
        prop_assert_eq!((with.next_action, with.actor), (without.next_action, without.actor));
        if action != "NONE" {
            prop_assert_eq!(with.phase, without.phase);
        }
    }

    #[test]
    fn an_event_moves_nobody_who_is_compliant_or_approved(
        status in any_status(),
        is_approved in any::<bool>(),
        name in prop::sample::select(compliance_gate::kyc::event::Event::KNOWN),
        outcome in prop::sample::select(OnboardingStatus::KNOWN),
    ) {
        let mut status = status;
        if is_approved {
            status["onboardingStatus"] = json!("APPROVED");
        } else {
            status["isCompliant"] = json!(true);
        }
        let body = json!({"eventType": name, "data": {"customerId": "c", "status": outcome}}).to_string();
        let event = interpret_kyc_event(body.as_bytes(), compliance_gate::document::Strategy::Unknown);
        let untold = Context { customer_id: Some("c".to_owned()), ..Context::default() };
        let told = Context { last_event: event.ok(), ..untold.clone() };
        let interpreted = |context| interpret_status(status.to_string().as_bytes(), context);
        let (Ok(with), Ok(without)) = (interpreted(&told), interpreted(&untold)) else { return Ok(()) };
        prop_assert_eq!((with.phase, with.is_terminal, with.actor), (without.phase, without.is_terminal, without.actor));
        prop_assert_eq!((with.next_action, with.currently_due), (without.next_action, without.currently_due));
    }

    #[test]
    fn a_compliant_customer_is_never_told_to_act(status in any_status(), context in any_context()) {
        let mut status = status;
        status["isCompliant"] = json!(true);
        if let Some(summary) = status.get_mut("summary").and_then(Value::as_object_mut) {
            summary.remove("requiredFailed");
        }
        for check in status.get_mut("checks").and_then(Value::as_array_mut).into_iter().flatten() {
            if check["required"] == true && check["passed"] == false {
                check["passed"] = json!(true);
            }
        }
        let Ok(guidance) = interpret_status(status.to_string().as_bytes(), &context) else { return Ok(()) };
        prop_assert_ne!(guidance.actor, Actor::Customer);
        prop_assert_eq!(guidance.call, None);
        prop_assert!(guidance.currently_due.is_empty() && guidance.pending_verification.is_empty());
    }

    #[test]
    fn the_order_of_members_changes_nothing(status in any_status(), context in any_context()) {
        let one = interpret_status(status.to_string().as_bytes(), &context);
        let other = interpret_status(reversed(&status).as_bytes(), &context);
        prop_assert_eq!(one, other);
    }

    #[test]
    fn the_wrapper_changes_nothing(status in any_status(), context in any_context()) {
        let wrapped = json!({"message": "m", "data": status, "traceId": "t"});
        let one = interpret_status(status.to_string().as_bytes(), &context);
        prop_assert_eq!(one, interpret_status(wrapped.to_string().as_bytes(), &context));
    }

    #[test]
    fn unknown_members_and_optional_checks_change_nothing_known(status in any_status(), name in "[a-z]{1,8}_", value in any_json()) {
        let Ok(before) = interpret_status(status.to_string().as_bytes(), &Context::default()) else { return Ok(()) };
        let mut status = status;
        status[&name] = value.clone();
        for check in status.get_mut("checks").and_then(Value::as_array_mut).into_iter().flatten() {
            if let Some(check) = check.as_object_mut() {
                check.insert(name.clone(), value.clone());
            }
        }
        let after = interpret_status(status.to_string().as_bytes(), &Context::default()).expect("as before");
        prop_assert_eq!(&before, &after);
        // A check nobody knows and nobody requires is only counted.
        if let Some(checks) = status.get_mut("checks").and_then(Value::as_array_mut) {
            checks.push(json!({"type": name, "passed": false, "required": false, "suggestedAction": name}));
            let known = |guidance: Guidance| Guidance { contradictions: Vec::new(), ..guidance };
            let more = interpret_status(status.to_string().as_bytes(), &Context::default()).expect("as before");
            prop_assert_eq!(known(after), known(more));
        }
    }

    #[test]
    fn polls_wait_longer_and_only_for_the_provider(status in any_status(), context in any_context()) {
        let Ok(status) = Status::parse(status.to_string().as_bytes()) else { return Ok(()) };
        let after = |polls| interpret(&status, &Context { polls, ..context.clone() }).poll.map(|poll| poll.after_seconds);
        prop_assert!(after(0) <= after(1) && after(1) <= after(2) && after(2) <= after(u32::MAX));
        let guidance = interpret(&status, &context);
        if guidance.poll.is_some() {
            prop_assert!(after(0) < after(1));
            let mut due = guidance.currently_due.iter();
            prop_assert!(due.all(|due| !is_said_to_fail(&status, &due.check)));
            prop_assert!(matches!(guidance.actor, Actor::Provider | Actor::Nobody), "{:?}", guidance.actor);
        }
    }

    #[test]
    fn what_is_due_and_what_is_pending_are_the_failed_required_checks(status in any_status(), context in any_context()) {
        let Ok(status) = Status::parse(status.to_string().as_bytes()) else { return Ok(()) };
        let guidance = interpret(&status, &context);
        let shown = guidance.currently_due.iter().map(|due| (&due.check, &due.action));
        let shown: Vec<_> = shown.chain(guidance.pending_verification.iter().map(|one| (&one.check, &one.action))).collect();
        for reported in status.listed() {
            let blocks = reported.required == Some(true) && reported.passed == Some(false);
            if let (Some(check), true) = (&reported.check, blocks) {
                prop_assert!(shown.iter().any(|(other, _)| *other == check), "{check} is not shown");
            }
        }
        let named = status.summary.required_failed.as_deref().unwrap_or_default();
        for check in named.iter().filter(|check| status.listed().iter().all(|reported| reported.check.as_ref() != Some(check))) {
            prop_assert!(shown.iter().any(|(other, _)| *other == check), "{check} is not shown");
        }
        for (check, _) in &shown {
            let mut listed = status.listed().iter().filter(|reported| reported.check.as_ref() == Some(check)).peekable();
            let is_unlisted = listed.peek().is_none();
            prop_assert!(is_unlisted && named.contains(check) || listed.any(|reported| {
                reported.required != Some(false) && reported.passed != Some(true)
            }), "{check} is shown");
        }
        for due in &guidance.currently_due {
            prop_assert!(due.action != Action::Wait);
            prop_assert!(due.check != Check::KycStatus || due.action == Action::ContactSupport);
            let is_work = due.action != Action::ContactSupport;
            prop_assert_eq!(due.documents.is_some(), is_work && due.check.documented_action() == Some(Action::UploadDocument));
            prop_assert_eq!(due.profile_fields.is_some(), is_work && due.check.documented_action() == Some(Action::UpdateProfile));
        }
    }
}
