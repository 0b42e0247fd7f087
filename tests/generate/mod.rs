//! JSON texts as anybody might write them, for properties.

use proptest::collection::vec;
use proptest::prelude::*;

/// White space that JSON allows.
const SPACE: &str = "[ \n\r\t]{0,2}";

/// A number, a string or a literal, in any spelling.
fn scalar() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("null".to_owned()),
        Just("true".to_owned()),
        "-?(0|[1-9][0-9]{0,20})(\\.[0-9]{1,20})?([eE][+-]?[0-9]{1,3})?",
        "\"([a-z\u{e9}\u{2028}\u{1f600} {}\\[\\]:,/]|\\\\[\"\\\\/bfnrt]|\\\\u[0-9a-fA-F]{4}|\\\\ud83d\\\\ude00){0,8}\"",
    ]
}

/// A value, white space around it.
pub(crate) fn value() -> impl Strategy<Value = String> {
    let spaced = |inner: BoxedStrategy<String>| {
        (SPACE, inner, SPACE).prop_map(|(before, inner, behind)| before + &inner + &behind)
    };
    spaced(scalar().boxed()).prop_recursive(5, 40, 6, move |inner| {
        let array = vec(inner.clone(), 0..6).prop_map(|values| format!("[{}]", values.join(",")));
        let member = (SPACE, name(), SPACE, inner)
            .prop_map(|(before, name, behind, value)| format!("{before}\"{name}\"{behind}:{value}"));
        let object = vec(member, 0..6).prop_map(|members| format!("{{{}}}", members.join(",")));
        spaced(prop_oneof![array, object].boxed())
    })
}

/// A member's name, integer-like ones and `__proto__` among them.
fn name() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-z]{0,4}",
        "[0-9]{1,3}",
        "429496729[3-7]",
        Just("__proto__".to_owned()),
        "(\u{e9}|\u{1f600}|\\\\u[0-9a-f]{4}|\\\\n){1,3}",
    ]
}

/// Members of an object.
pub(crate) fn members(names: &'static str) -> impl Strategy<Value = Vec<(String, String)>> {
    vec((names, value()), 0..6)
}

/// An object that can be signed: no duplicate names, no signature.
pub(crate) fn unsigned() -> impl Strategy<Value = String> {
    let event = prop_oneof![Just("\"event\":\"payment.settled\",".to_owned()), Just(String::new())];
    let object =
        (event, vec((name(), value()), 0..6), value(), SPACE).prop_map(|(event, members, data, space)| {
            let member = |(name, value): &(String, String)| [",", &space, "\"", name, "\":", value].concat();
            let members: String = members.iter().map(member).collect();
            format!("{space}{{{space}{event}\"data\":{data}{members}}}{space}")
        });
    object.prop_filter("a name stands twice", |text| {
        compliance_gate::body::Body::parse(text.as_bytes()).is_ok()
    })
}

/// What looks like JSON and seldom is.
pub(crate) fn soup() -> impl Strategy<Value = String> {
    let token = prop_oneof![
        "[\\[\\]{}:,\"\\\\0-9eE+. tfn-]",
        "\"[a-z]{0,3}\":",
        Just("\"signature\":\"".to_owned() + &"0".repeat(64) + "\","),
        Just("{\"event\":\"e\",\"data\":{}".to_owned()),
        "\\\\u[dD][89a-fA-F][0-9]{2}",
    ];
    (any::<bool>(), vec(token, 0..30)).prop_map(|(whole, tokens)| {
        let tokens = tokens.concat();
        if whole { format!("{{{}}}", tokens.trim_end_matches(',')) } else { tokens }
    })
}

/// A name as UTF-16 code units, and one of its spellings.
#[derive(Clone, Debug)]
pub(crate) struct Named {
    pub(crate) units: Vec<u16>,
    spelling: String,
}

/// Names few enough that some are equal, each spelled anyhow.
pub(crate) fn names() -> impl Strategy<Value = Vec<Named>> {
    let unit = prop::sample::select(vec![0x61_u16, 0x62, 0xe9, 0x2f, 0x0a, 0x22, 0xd83d, 0xde00, 0xd800]);
    let spelled = vec((unit, 0..3_u8), 0..3).prop_map(|units| {
        let spelling = spelling(&units);
        Named { units: units.into_iter().map(|(unit, _)| unit).collect(), spelling }
    });
    vec(spelled, 0..16)
}

/// An object with these names.
pub(crate) fn object(names: &[Named]) -> String {
    let members: Vec<String> = names.iter().map(|name| format!("\"{}\": [{{}}]", name.spelling)).collect();
    format!("{{{}}}", members.join(" ,"))
}

/// Each unit escaped in one case or the other, or itself where JSON allows that.
fn spelling(units: &[(u16, u8)]) -> String {
    let mut spelling = String::new();
    let mut rest = units;
    while let [(unit, way), behind @ ..] = rest {
        rest = behind;
        let pair = behind.first().map(|(low, _)| char::decode_utf16([*unit, *low]).next());
        match (pair, char::from_u32(u32::from(*unit))) {
            (Some(Some(Ok(character))), None) if *way == 0 => {
                spelling.push(character);
                rest = behind.get(1..).unwrap_or_default();
            }
            (_, Some(character)) if *way == 0 && !matches!(character, '\n' | '"') => spelling.push(character),
            (_, Some('/')) if *way == 1 => spelling.push_str("\\/"),
            (_, Some('\n')) if *way == 1 => spelling.push_str("\\n"),
            _ => {
                let digits = hex::encode(unit.to_be_bytes());
                spelling.push_str("\\u");
                spelling.push_str(&if *way == 1 { digits.to_uppercase() } else { digits });
            }
        }
    }
    spelling
}
