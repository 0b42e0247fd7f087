//! The printer of results, against `serde_json`.

#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeMap;

use compliance_gate::json::{Unprintable, to_json};
use proptest::prelude::{Just, ProptestConfig, Strategy, any, prop, prop_assert_eq, prop_oneof, proptest};
use serde_json::{Value, json};

#[test]
fn numbers_texts_and_empty_things() {
    let table = [
        json!([]),
        json!({}),
        json!([[], {}, [[]], ""]),
        json!([0, 7, 10, 1_234_567_890_u64, u64::MAX, i64::MIN, i64::MAX, -1, -10]),
        json!({"": {"{": "[", "[": "{"}, "\u{0}\u{1f}\"\\/é\u{2028}😀": null, "b": [true, false]}),
    ];
    for value in table {
        let printed = to_json(&value).expect("printable");
        assert_eq!(serde_json::from_str::<Value>(&printed).expect("JSON"), value, "{printed}");
    }
    assert_eq!(to_json(&[0.0, 1.5, 1.001, 32.25, 1.0004]).as_deref(), Ok("[0,1.500,1.001,32.250,1]"));
    assert_eq!(to_json(&(1_u8, 'x', "y", Some(()))).as_deref(), Ok(r#"[1,"x","y",null]"#));
}

#[test]
fn what_no_result_holds_is_refused() {
    assert_eq!(to_json(&-1.5), Err(Unprintable));
    assert_eq!(to_json(&f64::NAN), Err(Unprintable));
    assert_eq!(to_json(&BTreeMap::from([("a", [f32::NAN])])), Err(Unprintable));
    assert_eq!(to_json(&Err::<(), u8>(1)), Err(Unprintable));
    assert_eq!(to_json(&BTreeMap::from([(1, 2)])), Err(Unprintable));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_printed_reads_back_the_same(value in any_value()) {
        let printed = to_json(&value).expect("printable");
        prop_assert_eq!(serde_json::from_str::<Value>(&printed).expect("JSON"), value);
    }
}

fn any_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 48, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::btree_map(any::<String>(), inner, 0..6)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}
