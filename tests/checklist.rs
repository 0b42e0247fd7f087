//! The checklists, and how far along somebody is.

#![cfg(not(target_arch = "wasm32"))]

#[path = "util/policy.rs"]
mod policy;

use std::collections::BTreeSet;

use compliance_gate::checklist::{List, Progress, checklist};
use proptest::prelude::*;

#[test]
fn vectors() {
    policy::vectors(include_str!("vectors/checklist.json"), 10);
}

#[test]
fn every_item_of_both_pages_is_there() {
    // Counted on the pages; "Switching" is the addresses and the parallel run, "Sign-off" the list at the end.
    let of = |list: List| checklist().iter().filter(move |item| item.list == list);
    assert_eq!(of(List::Integration).count(), 18);
    let sizes: Vec<(&str, usize)> =
        Progress::of(&[]).sections.iter().map(|section| (section.section, section.total)).collect();
    assert_eq!(
        sizes,
        [
            ("Customers", 4),
            ("Review", 4),
            ("Limits", 3),
            ("Operations", 3),
            ("Before launch", 4),
            ("Credentials", 3),
            ("Webhooks", 5),
            ("Errors", 4),
            ("Compliance", 4),
            ("Observability", 3),
            ("Switching", 2),
            ("Sign-off", 8),
        ]
    );
}

#[test]
fn ids_are_unique_and_name_their_section() {
    let ids: BTreeSet<&str> = checklist().iter().map(|item| item.id).collect();
    assert_eq!(ids.len(), checklist().len());
    let mut prefixes = BTreeSet::new();
    for item in checklist() {
        let (prefix, name) = item.id.split_once('.').expect("a section and a name");
        assert!(
            !name.is_empty()
                && item.id.bytes().all(|byte| byte.is_ascii_lowercase() || b".-".contains(&byte))
        );
        assert!(item.text.ends_with('.') && item.text.len() < 120, "{}", item.id);
        prefixes.insert((prefix, item.section));
    }
    assert_eq!(prefixes.len(), 12);
}

proptest! {
    #[test]
    fn counts_add_up(done in prop::collection::vec(0_usize..47, 0..60), odd in prop::collection::vec("\\PC{0,6}", 0..4)) {
        let known: Vec<&str> = done.iter().map(|index| checklist()[*index].id).collect();
        let given: Vec<&str> = known.iter().copied().chain(odd.iter().map(String::as_str)).collect();
        let progress = Progress::of(&given);
        let distinct: BTreeSet<&str> = known.into_iter().collect();
        prop_assert_eq!(progress.done, distinct.len());
        prop_assert_eq!(progress.done + progress.remaining.len(), progress.total);
        prop_assert_eq!(progress.sections.iter().map(|section| section.done).sum::<usize>(), progress.done);
        prop_assert_eq!(progress.sections.iter().map(|section| section.total).sum::<usize>(), progress.total);
        prop_assert_eq!(progress.unknown.len(), odd.len());
        let json = serde_json::to_string(&given).unwrap();
        prop_assert_eq!(Progress::parse(&json), Ok(progress));
    }

    #[test]
    fn no_text_is_too_odd(done in "\\PC*") {
        let _ = Progress::parse(&done);
    }
}
