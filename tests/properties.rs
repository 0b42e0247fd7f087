//! Laws that hold for every input, tried on generated ones; `PROPTEST_CASES` says on how many of each.

#![cfg(feature = "signing")]
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking; clippy allows it in test functions only, not in what they call"
)]

mod generate;

use compliance_gate::body::{Body, Form, Malformed, Scope};
use compliance_gate::delivery::{Accept, Dialect, Key, Refused, Unverified, Verifier, sign};
use compliance_gate::diagnosis::diagnose;
use compliance_gate::envelope::Envelope;
use compliance_gate::idempotency;
use proptest::prelude::*;

use generate::{Named, members, names, object, soup, unsigned, value};

fn key() -> Key {
    Key::new("0", b"a secret").unwrap_or_else(|error| panic!("{error}"))
}

fn verifier(accept: Accept) -> Verifier {
    Verifier::accepting(vec![key()], accept).unwrap_or_else(|error| panic!("{error}"))
}

/// Accepts one text per body: what was received.
fn strict() -> Verifier {
    verifier(Accept { forms: vec![Form::Wire], scopes: vec![Scope::WholeBody], ..Accept::default() })
}

/// A body dialect's delivery.
fn posted(unsigned: &str) -> String {
    sign(unsigned, &key(), Dialect::Body).expect("one object without a signature").body().to_owned()
}

/// Bytes of a string: characters of each length, the first and last of each, and what only looks like one.
fn text_bytes() -> impl Strategy<Value = Vec<u8>> {
    let character = prop::char::ranges(vec![' '..='!', '#'..='[', ']'..='\u{10ffff}'].into());
    let edge = prop::sample::select(vec![
        '\u{7f}',
        '\u{80}',
        '\u{7ff}',
        '\u{800}',
        '\u{d7ff}',
        '\u{e000}',
        '\u{ffff}',
        '\u{10000}',
        '\u{10ffff}',
    ]);
    prop_oneof![
        4 => "[a-z ]{1,9}".prop_map(String::into_bytes),
        4 => character.prop_map(|character| character.to_string().into_bytes()),
        2 => edge.prop_map(|character| character.to_string().into_bytes()),
        1 => prop::collection::vec(0x80..=0xff_u8, 1..4),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_signed_verifies_in_both_dialects(unsigned in unsigned()) {
        let verifier = verifier(Accept::default());
        let body = posted(&unsigned);
        let delivery = Unverified::new(body.as_bytes()).verify(&verifier).expect("genuine");
        prop_assert_eq!(delivery.signed_text(), &unsigned);
        prop_assert_eq!((delivery.scope(), delivery.form()), (Scope::WholeBody, Form::Wire));
        let in_header = sign(&unsigned, &key(), Dialect::Header).expect("one object");
        let header = in_header.header().expect("a header");
        let received = Unverified::new(in_header.body().as_bytes()).with_header(&header);
        let delivery = received.verify(&verifier).expect("genuine");
        prop_assert_eq!((delivery.signed_text(), delivery.scope()), (unsigned.as_str(), Scope::Raw));
    }

    #[test]
    fn what_is_not_utf8_is_what_the_standard_library_says_is_not(pieces in prop::collection::vec(text_bytes(), 0..12)) {
        let body = [br#"{"a":""#, pieces.concat().as_slice(), br#""}"#].concat();
        let expected = std::str::from_utf8(&body).map_err(|error| Malformed::NotUtf8 { at: error.valid_up_to() });
        prop_assert_eq!(Body::parse(&body).map(|body| body.text()), expected);
    }

    #[test]
    fn a_changed_bit_of_covered_text_fails(unsigned in unsigned(), at: prop::sample::Index, bit in 0..8_u8) {
        let mut body = posted(&unsigned).into_bytes();
        let covered = unsigned.rfind('}').expect("an object");
        body[at.index(covered)] ^= 1_u8 << bit;
        prop_assert!(Unverified::new(&body).verify(&strict()).is_err());
    }

    #[test]
    fn a_changed_bit_of_a_raw_body_or_its_header_fails(unsigned in unsigned(), at: prop::sample::Index, bit in 0..7_u8) {
        let posted = sign(&unsigned, &key(), Dialect::Header).expect("one object");
        let (mut body, mut header) = (unsigned.into_bytes(), posted.header().expect("a header").into_bytes());
        let (genuine_body, genuine_header) = (body.clone(), header.clone());
        body[at.index(genuine_body.len())] ^= 1_u8 << bit;
        header[at.index(64)] ^= 1_u8 << bit;
        let verifier = verifier(Accept::default());
        let verifies = |body: &[u8], header: &[u8]| {
            let header = str::from_utf8(header).expect("ASCII stays ASCII");
            Unverified::new(body).with_header(header).verify(&verifier).is_ok()
        };
        prop_assert!(verifies(&genuine_body, &genuine_header));
        prop_assert!(!verifies(&body, &genuine_header));
        // Hexadecimal digits have no case: that bit is not of the signature.
        prop_assert_eq!(verifies(&genuine_body, &header), header.eq_ignore_ascii_case(&genuine_header));
    }

    #[test]
    fn whatever_is_changed_only_what_was_signed_leaves(unsigned in unsigned(), at: prop::sample::Index, byte: u8) {
        let mut body = posted(&unsigned).into_bytes();
        let at = at.index(body.len());
        body[at] = byte;
        if let Ok(delivery) = Unverified::new(&body).verify(&verifier(Accept::default())) {
            prop_assert_eq!(delivery.signed_text(), unsigned);
        }
    }

    #[test]
    fn members_that_are_not_covered_are_named_and_stay_behind(others in members("[a-c\u{e9}]{1,3}"), data in value()) {
        let signed = format!(r#"{{"event":"e","data":{}}}"#, data.trim());
        prop_assume!(Body::parse(signed.as_bytes()).is_ok());
        let genuine = posted(&signed);
        let more: String = others.iter().flat_map(|(name, value)| [",\"", name, "\":", value]).collect();
        let body = format!("{}{more}}}", &genuine[..genuine.len() - 1]);
        let duplicate = Body::parse(body.as_bytes()).is_err();
        match Unverified::new(body.as_bytes()).verify(&verifier(Accept::default())) {
            Err(Refused::Body(Malformed::DuplicateMember { .. })) => prop_assert!(duplicate),
            Err(refused) => prop_assert!(false, "{}", refused),
            Ok(delivery) => {
                prop_assert_eq!(delivery.signed_text(), signed);
                let named: Vec<String> = others.iter().map(|(name, _)| format!("\"{name}\"")).collect();
                prop_assert_eq!(delivery.uncovered(), named);
            }
        }
    }

    #[test]
    fn no_two_tuples_share_a_key(one in tuple(), other in tuple()) {
        let of = |parts: &[Option<String>]| {
            let parts: Vec<Option<&str>> = parts.iter().map(Option::as_deref).collect();
            idempotency::Key::from_parts(&parts)
        };
        prop_assert_eq!(of(&one) == of(&other), one == other);
        let content = idempotency::Key::from_content(None, &idempotency::ContentId::of("{}"));
        prop_assert_ne!(of(&one), content);
    }

    #[test]
    fn no_two_transactions_share_a_key(one in transaction(), other in transaction()) {
        let key = |(event, id, status): &(String, String, String)| {
            let text = format!(r#"{{"event":"{event}","data":{{"transaction":{{"id":"{id}","status":"{status}"}}}}}}"#);
            Envelope::parse(&text).expect("one object").idempotency_key()
        };
        prop_assert_eq!(key(&one) == key(&other), one == other);
    }

    #[test]
    fn printing_again_changes_nothing(unsigned in unsigned()) {
        let printed = reserialized(&posted(&unsigned));
        prop_assert_eq!(reserialized(&posted(&printed)), printed.as_str());
        // And it is a delivery whose two forms are one text.
        let wire = posted(&printed);
        let wire = Body::parse(wire.as_bytes()).expect("one object").signed(Scope::WholeBody, Form::Wire);
        prop_assert_eq!(wire.expect("a signature").to_string(), printed);
    }

    #[test]
    fn arbitrary_bytes_are_refused_or_verified(body: Vec<u8>, header in proptest::option::of(".*")) {
        total(&body, header.as_deref());
    }

    #[test]
    fn almost_json_is_refused_or_verified(body in soup(), header in proptest::option::of("[0-9a-fA-F, ]{60,68}")) {
        total(body.as_bytes(), header.as_deref());
    }

    #[test]
    fn duplicates_are_what_comparing_each_with_each_finds(names in names(), depth in 0..5_usize) {
        let text = format!("{}{}{}", r#"{"a":[0,"#.repeat(depth), object(&names), "]}".repeat(depth));
        let twice = |(at, name): (usize, &Named)| names[..at].iter().any(|earlier| earlier.units == name.units);
        let expected = names.iter().enumerate().any(twice);
        let found = matches!(Body::parse(text.as_bytes()), Err(Malformed::DuplicateMember { .. }));
        prop_assert_eq!(found, expected, "{}", text);
        prop_assert!(found || Body::parse(text.as_bytes()).is_ok(), "{}", text);
    }

    #[test]
    fn an_object_is_read_the_same_whatever_is_before_it(objects in alike(), space in "[ \n]{0,1}") {
        let read = |objects: &[String]| {
            let text = format!(r#"{{"a":[{}]}}"#, objects.join(&format!("{space},{space}")));
            Body::parse(text.as_bytes()).map(|_| ())
        };
        let expected = read(&objects);
        let mut blanked = objects.clone();
        for (place, object) in objects.iter().enumerate() {
            if read(core::slice::from_ref(object)).is_err() {
                break;
            }
            blanked[place] = format!("0{}", " ".repeat(object.len() - 1));
            prop_assert_eq!(&read(&blanked), &expected, "{:?}", objects);
        }
    }
}

/// Reads, verifies, explains and describes; all that can go wrong is a panic.
fn total(body: &[u8], header: Option<&str>) {
    let verifier = verifier(Accept::default());
    let received = header.map_or(Unverified::new(body), |value| Unverified::new(body).with_header(value));
    assert!(received.verify(&verifier).is_err(), "nobody signed this");
    assert!(!diagnose(received, &verifier).to_string().is_empty());
    if let Ok(body) = Body::parse(body) {
        for (scope, form) in Scope::ALL.into_iter().flat_map(|scope| Form::ALL.map(|form| (scope, form))) {
            // Whatever may have been signed can be read again.
            let text = body.signed(scope, form).map(|text| text.to_string());
            assert!(text.is_none_or(|text| Envelope::parse(&text).is_ok()));
        }
        assert!(!Envelope::parse(body.text()).expect("read before").idempotency_key().as_str().is_empty());
    }
}

fn reserialized(body: &str) -> String {
    let body = Body::parse(body.as_bytes()).expect("one object");
    body.signed(Scope::WholeBody, Form::Reserialized).expect("a text").to_string()
}

/// Objects with the same names in the same order, as a list of rows has, but for what was changed in some of them.
fn alike() -> impl Strategy<Value = Vec<String>> {
    let name = "[ab]{0,3}|[a-c]{5,9}|[a-c]{13,18}|a{30}b?|(\u{e9}|\\\\n|\\\\\"|\\\\u0061){1,3}";
    let value = prop::sample::select(vec!["1", "\"b\"", "{\"b\":1}", "{\"a\":{\"a\":0,\"b\":0}}", "[{}]"]);
    let row = proptest::collection::vec((name, value), 0..5).prop_map(|members| {
        let members = members.iter().map(|(name, value)| format!("\"{name}\":{value}"));
        format!("{{{}}}", members.collect::<Vec<_>>().join(","))
    });
    let other = prop::sample::select(vec!['a', 'b', '"', '\\', '\n', '\u{e9}', ':', ' ', ',']);
    let changes = (any::<prop::sample::Index>(), any::<bool>(), other);
    let row_and_changes = (row, proptest::collection::vec(proptest::option::weighted(0.4, changes), 1..5));
    row_and_changes.prop_map(|(row, changes)| {
        let altered = |change: Option<(prop::sample::Index, bool, char)>| {
            let mut row: Vec<char> = row.chars().collect();
            if let Some((at, replaces, other)) = change {
                let at = at.index(row.len());
                row.splice(at..at + usize::from(replaces), [other]);
            }
            row.into_iter().collect()
        };
        changes.into_iter().map(altered).collect()
    })
}

fn tuple() -> impl Strategy<Value = Vec<Option<String>>> {
    proptest::collection::vec(proptest::option::of("[a3A%:]{0,3}"), 1..4)
}

fn transaction() -> impl Strategy<Value = (String, String, String)> {
    ("[ae%:]{0,2}", "[ae3A%:]{0,3}", "[aeS%:]{0,2}")
}
