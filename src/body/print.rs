//! Prints a JSON text that the strict pass has accepted in another writer's style.
//!
//! One printer serves two: [`ECMASCRIPT`] is the reserialized form, what `JSON.stringify(JSON.parse(text))`
//! prints; the other styles are what a diagnosis tries.

use std::borrow::Cow;

use super::escape::{self, Piece};
use super::number::PrintNumber;
use crate::sort::sorted;

/// How a writer writes JSON.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Style {
    /// Behind each member and element but the last.
    pub(crate) comma: &'static str,
    /// Between a name and its value.
    pub(crate) colon: &'static str,
    /// What each level is indented by, on lines of its own; empty for no lines.
    pub(crate) indent: &'static str,
    pub(crate) order: Order,
    pub(crate) strings: Strings,
    pub(crate) numbers: Numbers,
}

/// In which order an object's members are written.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Order {
    /// As received.
    Received,
    /// Integer-like names ascending, then as received (ECMA-262, `OrdinaryOwnPropertyKeys`).
    EcmaScript,
    /// By name.
    Sorted,
    /// The names of a list in its order, then the others as received: one list for the outermost object, one for
    /// those inside it.
    Listed { outside: &'static [&'static str], inside: &'static [&'static str] },
}

/// How strings are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Strings {
    /// As received.
    Received,
    /// With the escapes of ECMA-262's `QuoteJSONString`, and no others.
    EcmaScript,
    /// Everything but ASCII escaped, as Python does by default.
    Ascii,
    /// Everything but ASCII escaped, and the slash, as PHP does by default.
    AsciiAndSlash,
    /// `<`, `>`, `&`, U+2028 and U+2029 escaped, as Go does by default.
    Html,
}

/// How numbers are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Numbers {
    /// The shortest text that reads back as the same double (ECMA-262, `Number::toString`); `null` for infinity.
    EcmaScript,
    /// As received.
    Received,
}

/// `JSON.stringify(JSON.parse(text))`.
pub(super) const ECMASCRIPT: Style = Style {
    comma: ",",
    colon: ":",
    indent: "",
    order: Order::EcmaScript,
    strings: Strings::EcmaScript,
    numbers: Numbers::EcmaScript,
};

/// Prints an object of `members`, each a name and a value as received; `number` prints what ECMAScript has printed.
pub(super) fn object<'a>(
    style: Style,
    number: PrintNumber,
    members: impl Iterator<Item = (&'a str, &'a str)>,
) -> String {
    let mut printer = Printer { style, number, out: String::with_capacity(512), depth: 0 };
    let mut pieces = printer.open('{');
    for (name, text) in members {
        printer.member(&mut pieces, name, |printer| {
            printer.value(text);
        });
    }
    printer.close(pieces, '}');
    printer.out
}

struct Printer {
    style: Style,
    number: PrintNumber,
    out: String,
    depth: usize,
}

/// The members or elements of one object or array, as printed so far.
struct Pieces<'a> {
    start: usize,
    pieces: Vec<(Rank<'a>, usize, usize)>,
}

/// A member's place among its siblings, compared byte by byte; members of one rank stay as received.
type Rank<'a> = Cow<'a, [u8]>;

/// Behind every index, which has four bytes.
const LAST: Rank<'static> = Cow::Borrowed(&[0xff; 5]);

impl Printer {
    /// Prints the JSON value at the start of `text`, and gives what is behind it.
    fn value<'a>(&mut self, text: &'a str) -> &'a str {
        match text.as_bytes().first() {
            Some(b'{') => self.object(text),
            Some(b'[') => self.array(text),
            Some(b'"') => {
                let (token, rest) = split(text, string_end(text));
                self.string(token);
                rest
            }
            _ => {
                let is_end = |byte| matches!(byte, b',' | b'}' | b']' | b' ' | b'\n' | b'\r' | b'\t');
                let (token, rest) = split(text, text.bytes().position(is_end).unwrap_or(text.len()));
                self.scalar(token);
                rest
            }
        }
    }

    fn object<'a>(&mut self, text: &'a str) -> &'a str {
        let mut pieces = self.open('{');
        let mut rest = skip(text, '{');
        while rest.starts_with('"') {
            let (name, behind) = split(rest, string_end(rest));
            let value = skip(behind.trim_ascii_start(), ':');
            self.member(&mut pieces, name, |printer| rest = printer.value(value));
            rest = skip(rest.trim_ascii_start(), ',');
        }
        self.close(pieces, '}');
        rest.strip_prefix('}').unwrap_or(rest)
    }

    fn array<'a>(&mut self, text: &'a str) -> &'a str {
        let mut pieces = self.open('[');
        let mut rest = skip(text, '[');
        while !rest.is_empty() && !rest.starts_with(']') {
            self.piece(&mut pieces, LAST, |printer| rest = printer.value(rest));
            rest = skip(rest.trim_ascii_start(), ',');
        }
        self.close(pieces, ']');
        rest.strip_prefix(']').unwrap_or(rest)
    }

    fn member<'a>(&mut self, pieces: &mut Pieces<'a>, name: &'a str, value: impl FnOnce(&mut Self)) {
        let is_outside = self.depth == 1;
        self.piece(pieces, self.style.order.rank(name, is_outside), |printer| {
            printer.string(name);
            printer.out.push_str(printer.style.colon);
            value(printer);
        });
    }

    fn open<'a>(&mut self, bracket: char) -> Pieces<'a> {
        self.out.push(bracket);
        self.depth += 1;
        Pieces { start: self.out.len(), pieces: Vec::new() }
    }

    fn piece<'a>(&mut self, pieces: &mut Pieces<'a>, rank: Rank<'a>, print: impl FnOnce(&mut Self)) {
        if !pieces.pieces.is_empty() {
            self.out.push_str(self.style.comma);
        }
        self.line();
        let start = self.out.len();
        print(self);
        pieces.pieces.push((rank, start, self.out.len()));
    }

    fn close(&mut self, Pieces { start, pieces }: Pieces<'_>, bracket: char) {
        let is_empty = pieces.is_empty();
        if !pieces.is_sorted_by(|(one, ..), (other, ..)| one <= other) {
            let printed = self.out.split_off(start);
            let (ranks, spans): (Vec<_>, Vec<_>) =
                pieces.into_iter().map(|(rank, from, to)| (rank, from - start..to - start)).unzip();
            let ranked = sorted(ranks.into_iter().enumerate().map(|(place, rank)| (rank, place)).collect());
            for (index, (_, place)) in ranked.into_iter().enumerate() {
                if index > 0 {
                    self.out.push_str(self.style.comma);
                }
                self.line();
                let piece = spans.get(place).and_then(|span| printed.get(span.clone()));
                self.out.push_str(piece.unwrap_or_default());
            }
        }
        self.depth -= 1;
        if !is_empty {
            self.line();
        }
        self.out.push(bracket);
    }

    fn line(&mut self) {
        if !self.style.indent.is_empty() {
            self.out.push('\n');
            (0..self.depth).for_each(|_| self.out.push_str(self.style.indent));
        }
    }

    fn string(&mut self, token: &str) {
        if self.style.strings == Strings::Received {
            self.out.push_str(token);
            return;
        }
        self.out.push('"');
        for piece in escape::pieces(token) {
            match piece {
                Piece::Plain(plain) if self.style.strings == Strings::EcmaScript => self.out.push_str(plain),
                Piece::Plain(plain) => plain.chars().for_each(|character| self.character(character)),
                Piece::Escaped(character) => self.character(character),
                Piece::LoneSurrogate(unit) => self.hex_escape(unit),
            }
        }
        self.out.push('"');
    }

    fn character(&mut self, character: char) {
        match character {
            '"' => self.out.push_str("\\\""),
            '\\' => self.out.push_str("\\\\"),
            '\u{8}' => self.out.push_str("\\b"),
            '\u{c}' => self.out.push_str("\\f"),
            '\n' => self.out.push_str("\\n"),
            '\r' => self.out.push_str("\\r"),
            '\t' => self.out.push_str("\\t"),
            '/' if self.style.strings == Strings::AsciiAndSlash => self.out.push_str("\\/"),
            other if self.style.strings.escapes(other) => {
                let mut units = [0; 2];
                for unit in other.encode_utf16(&mut units) {
                    self.hex_escape(*unit);
                }
            }
            other => self.out.push(other),
        }
    }

    fn hex_escape(&mut self, unit: u16) {
        self.out.push_str("\\u");
        self.out.push_str(&hex::encode(unit.to_be_bytes()));
    }

    fn scalar(&mut self, token: &str) {
        let as_received = self.style.numbers == Numbers::Received
            || matches!(token, "true" | "false" | "null")
            || is_short_integer(token);
        if as_received {
            self.out.push_str(token);
        } else {
            self.out.push_str(&(self.number)(token));
        }
    }
}

impl Order {
    fn rank(self, name: &str, is_outside: bool) -> Rank<'_> {
        let index = match self {
            Self::Received => None,
            Self::EcmaScript => integer_like(name),
            Self::Sorted => {
                return match escape::text(name) {
                    Some(Cow::Borrowed(text)) => text.as_bytes().into(),
                    Some(Cow::Owned(text)) => text.into_bytes().into(),
                    None => name.as_bytes().into(),
                };
            }
            Self::Listed { outside, inside } => if is_outside { outside } else { inside }
                .iter()
                .position(|listed| escape::is(name, listed))
                .and_then(|place| u32::try_from(place).ok()),
        };
        index.map_or(LAST, |index| index.to_be_bytes().to_vec().into())
    }
}

impl Strings {
    const fn escapes(self, character: char) -> bool {
        character < ' '
            || match self {
                Self::EcmaScript | Self::Received => false,
                Self::Ascii | Self::AsciiAndSlash => !character.is_ascii(),
                Self::Html => matches!(character, '<' | '>' | '&' | '\u{2028}' | '\u{2029}'),
            }
    }
}

/// The array index a name is, if it is one: canonical decimal below 2^32 - 1.
fn integer_like(name: &str) -> Option<u32> {
    let text = escape::text(name)?;
    let index = text.parse::<u32>().ok().filter(|index| *index < u32::MAX)?;
    let canonical = text.len() == 1 || !text.starts_with(['0', '+']);
    canonical.then_some(index)
}

/// Whether every double prints this integer as it stands.
fn is_short_integer(token: &str) -> bool {
    let digits = token.strip_prefix('-').unwrap_or(token);
    digits.len() <= 15 && token != "-0" && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// Passes over `delimiter` and the white space behind it.
fn skip(text: &str, delimiter: char) -> &str {
    text.strip_prefix(delimiter).unwrap_or(text).trim_ascii_start()
}

/// Both sides of a place between two characters.
fn split(text: &str, at: usize) -> (&str, &str) {
    text.split_at_checked(at).unwrap_or((text, ""))
}

/// Behind the closing quote of the string at the start of `text`.
fn string_end(text: &str) -> usize {
    let mut bytes = text.bytes().enumerate().skip(1);
    while let Some((at, byte)) = bytes.next() {
        match byte {
            b'"' => return at + 1,
            b'\\' => drop(bytes.next()),
            _ => {}
        }
    }
    text.len()
}
