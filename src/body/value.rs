//! Members by type: as [`Value`], or of one type, where a member of another counts as absent.

use std::borrow::Cow;

use super::{Body, Room, string};

impl<'a> Body<'a> {
    /// A member's text, where it is a well-formed string.
    pub(crate) fn string(&self, name: &str) -> Option<Cow<'a, str>> {
        self.member(name).and_then(string)
    }

    /// A member that is `true` or `false`.
    pub(crate) fn flag(&self, name: &str) -> Option<bool> {
        match self.member(name)? {
            "true" => Some(true),
            "false" => Some(false),
            _ => None,
        }
    }

    /// A member that is a number: see [`number`].
    pub(crate) fn number(&self, name: &str) -> Option<Number> {
        self.member(name).and_then(number)
    }

    /// A member by its type.
    pub(crate) fn value(&self, name: &str) -> Value<'a> {
        self.member(name).map_or(Value::Absent, Value::read)
    }

    /// A member's elements, where it is an array.
    pub(crate) fn elements(&self, name: &str) -> Option<Elements<'a>> {
        self.member(name).and_then(elements)
    }

    /// Every member: its name as the JSON string it was received as, and its value.
    pub(crate) fn entries(&self) -> impl Iterator<Item = (&'a str, &'a str)> + '_ {
        self.members
            .iter()
            .map(|member| (member.name.token(self.bytes), self.slice(member.value, member.end)))
    }
}

/// A value as received, in a text that was read strictly.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Value<'a> {
    Absent,
    Null,
    Boolean(bool),
    Number(&'a str),
    Text(Cow<'a, str>),
    /// A string with half of a surrogate pair: no text outside JavaScript.
    NotText,
    Object(&'a str),
    Array(&'a str),
}

impl<'a> Value<'a> {
    /// `token` is one JSON value, without white space around it.
    pub(crate) fn read(token: &'a str) -> Self {
        match token.as_bytes().first() {
            Some(b'"') => string(token).map_or(Self::NotText, Self::Text),
            Some(b'{') => Self::Object(token),
            Some(b'[') => Self::Array(token),
            Some(b't') => Self::Boolean(true),
            Some(b'f') => Self::Boolean(false),
            Some(b'n') => Self::Null,
            Some(_) => Self::Number(token),
            None => Self::Absent,
        }
    }

    pub(crate) const fn is_given(&self) -> bool {
        !matches!(self, Self::Absent | Self::Null)
    }

    /// A count: a whole number, also where it is written with a fraction of zero.
    pub(crate) fn count(&self) -> Option<u64> {
        let Self::Number(token) = self else { return None };
        let (whole, fraction) = token.split_once('.').unwrap_or((token, "0"));
        let is_whole = fraction.bytes().all(|byte| byte == b'0');
        whole.parse().ok().filter(|_| is_whole)
    }

    /// What it is, in a message.
    pub(crate) const fn kind(&self) -> &'static str {
        match self {
            Self::Absent => "nothing",
            Self::Null => "null",
            Self::Boolean(_) => "a boolean",
            Self::Number(_) => "a number",
            Self::Text(_) => "a string",
            Self::NotText => "a string with half of a surrogate pair",
            Self::Object(_) => "an object",
            Self::Array(_) => "an array",
        }
    }
}

/// A number that is not negative, exact to the millionth: no floating point, whose tables would outweigh the
/// rest of a small wasm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Number {
    pub(crate) whole: u64,
    pub(crate) millionths: u32,
}

/// Reads a JSON number that is not negative and has no exponent. What is too large is the largest there is.
pub(crate) fn number(token: &str) -> Option<Number> {
    let (whole, fraction) = token.split_once('.').unwrap_or((token, "0"));
    if !is_digits(whole) || !is_digits(fraction) {
        return None;
    }
    let millionths = fraction.bytes().chain(*b"000000").take(6);
    Some(Number {
        whole: whole.parse().unwrap_or(u64::MAX),
        millionths: millionths.fold(0, |sum, digit| sum * 10 + u32::from(digit - b'0')),
    })
}

/// A JSON number that is not negative, without an exponent: JavaScript prints large and small ones with one.
pub(crate) fn plain(token: &str) -> Option<Cow<'_, str>> {
    let (mantissa, exponent) = token.split_once(['e', 'E']).unwrap_or((token, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let (is_small, shift) = match exponent.strip_prefix('-') {
        Some(exponent) => (true, exponent),
        None => (false, exponent.strip_prefix('+').unwrap_or(exponent)),
    };
    if !is_digits(whole) || !is_digits(shift) || mantissa.len() > whole.len() && !is_digits(fraction) {
        return None;
    }
    let shift = shift.parse().ok().filter(|shift| *shift <= LARGEST_EXPONENT)?;
    if shift == 0 {
        return Some(Cow::Borrowed(mantissa));
    }
    let (before, behind) = if is_small { (shift, 0) } else { (0, shift) };
    let point = whole.len() + behind;
    let mut text = String::new();
    let mut push = |digit: u8| {
        if text.len() == point {
            text.push('.');
        }
        text.push(char::from(digit));
    };
    (0..before).for_each(|_| push(b'0'));
    whole.bytes().for_each(&mut push);
    fraction.bytes().for_each(&mut push);
    (0..behind).for_each(|_| push(b'0'));
    Some(Cow::Owned(text))
}

/// Beyond what doubles have.
const LARGEST_EXPONENT: usize = 400;

/// Whether `text` is one decimal digit or more.
fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// As [`elements`], of a text that nobody has read: its brackets and quotes have to close as those of one array do.
pub(crate) fn array(text: &str) -> Option<Elements<'_>> {
    let elements = elements(text)?;
    let (mut depth, mut bytes) = (0_usize, elements.rest.unwrap_or_default().bytes());
    while let Some(byte) = bytes.next() {
        match byte {
            b'"' => pass_string(&mut bytes).then_some(())?,
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth = depth.checked_sub(1)?,
            _ => {}
        }
    }
    let is_whole = depth == 0 && elements.clone().all(|element| !element.is_empty());
    is_whole.then_some(elements)
}

/// The elements of an array as they were received, if `token` is one. Nothing is read inside them: where `token`
/// was not part of a [`Body`], an element may be no JSON.
pub(crate) fn elements(token: &str) -> Option<Elements<'_>> {
    let inside = trimmed(token).strip_prefix('[')?.strip_suffix(']')?;
    Some(Elements { rest: Some(inside).filter(|inside| !trimmed(inside).is_empty()) })
}

/// None by default.
#[derive(Clone, Debug, Default)]
pub(crate) struct Elements<'a> {
    rest: Option<&'a str>,
}

impl<'a> Elements<'a> {
    /// Passes the next element where it is an object, and reads it on the way; anything else stays the next.
    pub(crate) fn next_object(&mut self, room: &mut Room) -> Option<Body<'a>> {
        let rest = trimmed(self.rest?);
        if !rest.starts_with('{') {
            return None;
        }
        let (body, end) = Body::start(rest.as_bytes(), room).ok()?;
        self.rest = match rest.get(end..)? {
            "" => None,
            behind => Some(behind.strip_prefix(',')?),
        };
        Some(body)
    }
}

impl<'a> Iterator for Elements<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        let rest = self.rest.take()?;
        let (mut depth, mut bytes) = (0_usize, rest.bytes().enumerate());
        while let Some((at, byte)) = bytes.next() {
            match byte {
                b'"' => {
                    pass_string(&mut bytes.by_ref().map(|(_, byte)| byte));
                }
                b'[' | b'{' => depth += 1,
                b']' | b'}' => depth = depth.saturating_sub(1),
                b',' if depth == 0 => {
                    self.rest = rest.get(at + 1..);
                    return rest.get(..at).map(trimmed);
                }
                _ => {}
            }
        }
        Some(trimmed(rest))
    }
}

/// Passes a string whose opening quote was passed, and says whether it ends.
fn pass_string(bytes: &mut impl Iterator<Item = u8>) -> bool {
    while let Some(byte) = bytes.next() {
        match byte {
            b'"' => return true,
            b'\\' => drop(bytes.next()),
            _ => {}
        }
    }
    false
}

/// What JSON takes for white space is gone at both ends.
fn trimmed(text: &str) -> &str {
    let is_ink = |byte: u8| !matches!(byte, b' ' | b'\t' | b'\n' | b'\r');
    let start = text.bytes().position(is_ink).unwrap_or(text.len());
    let end = text.bytes().rposition(is_ink).map_or(start, |last| last + 1);
    text.get(start..end).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_to_the_millionth() {
        let table = [
            ("0", Some((0, 0))),
            ("1713367800000", Some((1_713_367_800_000, 0))),
            ("0.5", Some((0, 500_000))),
            ("3.0000019", Some((3, 1))),
            ("99999999999999999999", Some((u64::MAX, 0))),
            ("-1", None),
            ("1e3", None),
            ("\"1\"", None),
            ("null", None),
        ];
        for (token, expected) in table {
            let expected = expected.map(|(whole, millionths)| Number { whole, millionths });
            assert_eq!(number(token), expected, "{token}");
        }
    }

    #[test]
    fn elements_are_split_where_their_array_is() {
        let table: [(&str, &[&str]); 7] = [
            ("[]", &[]),
            (" [ ] ", &[]),
            ("[1]", &["1"]),
            ("[1, {\"a\":[2,3]} ,\"],\\\"[\"]", &["1", "{\"a\":[2,3]}", "\"],\\\"[\""]),
            ("[[],[[]]]", &["[]", "[[]]"]),
            ("[1,]", &["1", ""]),
            ("[1]2,3]", &["1]2", "3"]),
        ];
        for (token, expected) in table {
            assert_eq!(elements(token).unwrap().collect::<Vec<_>>(), expected, "{token}");
        }
        for token in ["", "[", "]", "{}", "null"] {
            assert!(elements(token).is_none(), "{token}");
        }
    }

    #[test]
    fn counts_are_whole_numbers() {
        let table =
            [("8", Some(8)), ("8.00", Some(8)), ("-0", None), ("8.5", None), ("8e0", None), ("\"8\"", None)];
        for (token, expected) in table {
            assert_eq!(Value::read(token).count(), expected, "{token}");
        }
    }
}
