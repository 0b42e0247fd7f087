//! Where a payment's review stands.

#![cfg(not(target_arch = "wasm32"))]

#[path = "util/policy.rs"]
mod policy;

use compliance_gate::payment::review::{
    Clocks, DocumentationStatus, Review, Stage, Status, Step, Transition,
};
use compliance_gate::step::Actor;
use proptest::prelude::*;

#[test]
fn vectors() {
    policy::vectors(include_str!("vectors/review.json"), 60);
}

#[allow(clippy::expect_used, reason = "clippy allows it in test functions only, not in what they call")]
fn review(status: Option<&str>, documents: Option<&str>) -> Review {
    let payment = serde_json::json!({ "id": "1", "status": status, "documentationStatus": documents });
    Review::parse(payment.to_string().as_bytes(), Clocks::default()).expect("an object")
}

fn each(names: &'static [&'static str]) -> impl Iterator<Item = Option<&'static str>> {
    names.iter().copied().map(Some).chain([None, Some("BRAND_NEW")])
}

#[test]
fn every_pair_of_statuses_agrees_with_itself() {
    for status in each(Status::KNOWN) {
        for documents in each(DocumentationStatus::KNOWN) {
            let review = review(status, documents);
            let pair = format!("{status:?} with {documents:?}: {review:?}");
            assert_eq!(review.is_blocked == Some(true), status == Some("REQUIRES_REVIEW"), "{pair}");
            assert_eq!(review.stage == Stage::DocumentWanted, review.document.is_some(), "{pair}");
            assert_eq!(review.stage == Stage::DocumentWanted, review.call.is_some(), "{pair}");
            assert_eq!(review.step == Step::AttachDocument, review.actor == Actor::Customer, "{pair}");
            assert_eq!(review.step == Step::Nothing, review.actor == Actor::Nobody, "{pair}");
            let is_rejected = (status, documents) == (Some("FAILED"), Some("REJECTED"));
            assert_eq!(review.refund_expected, is_rejected, "{pair}");
            // Nobody is asked for a document that can no longer help, and nobody is told that all is well while
            // a payment is blocked.
            assert!(!(review.is_terminal && review.stage == Stage::DocumentWanted), "{pair}");
            assert!(!(review.is_blocked == Some(true) && review.step == Step::Nothing), "{pair}");
            // What is unknown is no contradiction.
            let is_unknown = [status, documents].contains(&Some("BRAND_NEW"));
            assert!(!is_unknown || review.contradictions.is_empty(), "{pair}");
        }
    }
}

#[test]
fn documentation_goes_forward_to_a_decision() {
    let is_expected = |from, to| {
        let json = serde_json::json!({ "from": from, "to": to }).to_string();
        Transition::parse(json.as_bytes()).expect("two statuses").is_expected
    };
    let forward = [None, Some("PENDING_UPLOAD"), Some("UPLOADED"), Some("SENT"), Some("APPROVED")];
    for pair in forward.windows(2) {
        assert_eq!(is_expected(pair[0], pair[1]), Some(true), "{pair:?}");
        assert_eq!(is_expected(pair[1], pair[0]), Some(false), "{pair:?} backwards");
    }
    for to in each(DocumentationStatus::KNOWN) {
        let known = (to != Some("BRAND_NEW")).then_some(());
        assert_eq!(is_expected(Some("REJECTED"), to), known.map(|()| to == Some("REJECTED")), "{to:?}");
        assert_eq!(is_expected(Some("BRAND_NEW"), to), None, "{to:?}");
        assert_eq!(is_expected(to, to), known.map(|()| true), "{to:?}");
    }
    assert_eq!(is_expected(Some("PENDING_UPLOAD"), Some("APPROVED")), Some(false));
    // The launch test of the checklist: a topup that triggers review, then an operator's rejection.
    assert_eq!(is_expected(Some("PENDING_UPLOAD"), Some("REJECTED")), Some(true));
    assert!(Transition::parse(br#"{"from":1}"#).is_err());
}

#[test]
fn names_are_kept_verbatim() {
    for status in each(Status::KNOWN) {
        for documents in each(DocumentationStatus::KNOWN) {
            let review = review(status, documents);
            assert_eq!(review.status.as_ref().map(Status::as_str), status);
            assert_eq!(review.documentation_status.as_ref().map(DocumentationStatus::as_str), documents);
        }
    }
}

/// Stands in a path for an id that is not known.
const OPEN: &str = "{id}";

#[test]
fn an_id_that_a_path_would_drop_is_left_open() {
    for id in ["", ".", ".."] {
        let payment = serde_json::json!({ "id": id, "status": "REQUIRES_REVIEW" }).to_string();
        let call = Review::parse(payment.as_bytes(), Clocks::default()).unwrap().call.unwrap();
        assert_eq!(call.path, format!("/payments/{OPEN}/documents"), "{id:?}");
    }
}

proptest! {
    #[test]
    fn no_bytes_are_too_odd(bytes in any::<Vec<u8>>(), now in any::<Option<i64>>(), since in any::<Option<i64>>()) {
        let _ = Review::parse(&bytes, Clocks { now, since, ..Clocks::default() });
    }

    #[test]
    fn members_of_any_kind_are_taken(
        member in prop::sample::select(vec![
            "id", "status", "documentationStatus", "type", "reviewReason", "createdAt", "transaction", "data", "event",
            "timestamp",
        ]),
        token in prop::sample::select(vec!["null", "true", "-1", "1e400", "\"\"", "\"\\ud800\"", "{}", "[]", "[[{}]]"]),
    ) {
        let payment = format!("{{\"{member}\":{token}}}");
        let review = Review::parse(payment.as_bytes(), Clocks { now: Some(0), ..Clocks::default() }).unwrap();
        prop_assert!(serde_json::to_string(&review).is_ok());
    }

    #[test]
    fn time_only_makes_it_later(since in any::<i64>(), one in any::<i64>(), other in any::<i64>(), sla in any::<i64>()) {
        let at = |now| {
            let clocks = Clocks { now: Some(now), since: Some(since), sla, ..Clocks::default() };
            Review::parse(br#"{"status":"REQUIRES_REVIEW"}"#, clocks).unwrap().clock.unwrap()
        };
        let (before, after) = (at(one.min(other)), at(one.max(other)));
        prop_assert!(before.age_seconds >= 0 && before.age_seconds <= after.age_seconds);
        prop_assert!(before.sla.is_overdue <= after.sla.is_overdue);
        prop_assert!(after.sla.remaining_seconds >= 0);
        prop_assert_eq!(before.sla.due_at, after.sla.due_at);
    }

    #[test]
    fn an_id_stays_one_segment_of_a_path(id in "\\PC{1,20}") {
        let payment = serde_json::json!({ "id": id, "status": "REQUIRES_REVIEW" }).to_string();
        let path = Review::parse(payment.as_bytes(), Clocks::default()).unwrap().call.unwrap().path;
        let segment = path.strip_prefix("/payments/").and_then(|rest| rest.strip_suffix("/documents")).unwrap();
        let is_escaped = segment.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_~.%".contains(&byte));
        prop_assert!(is_escaped || segment == OPEN);
        prop_assert!(!["", ".", ".."].contains(&segment));
    }
}
