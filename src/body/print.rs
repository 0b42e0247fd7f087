//! Prints a JSON text that the strict pass has accepted in another writer's style.
//!
//! One printer serves two: [`ECMASCRIPT`] is the reserialized form, what `JSON.stringify(JSON.parse(text))`
//! prints; the other styles are what a diagnosis tries.

use super::escape::{self, Piece};

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
    /// The names of a list in its order, then the others as received.
    Listed(&'static [&'static str]),
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

/// Prints an object of `members`, each a name and a value as received.
pub(super) fn object<'a>(style: Style, members: impl Iterator<Item = (&'a str, &'a str)>) -> String {
    let mut printer = Printer { style, out: String::with_capacity(512), depth: 0 };
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
    out: String,
    depth: usize,
}

/// The members or elements of one object or array, as printed so far.
struct Pieces {
    start: usize,
    pieces: Vec<(Rank, usize, usize)>,
}

/// A member's place among its siblings.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Index(usize),
    Name(String),
    Last,
}

impl Printer {
    /// Prints the JSON value at the start of `text`, and gives what is behind it.
    fn value<'a>(&mut self, text: &'a str) -> &'a str {
        match text.as_bytes().first() {
            Some(b'{') => self.object(text),
            Some(b'[') => self.array(text),
            Some(b'"') => {
                let (token, rest) = text.split_at(string_end(text));
                self.string(token);
                rest
            }
            _ => {
                let end = text.find([',', '}', ']', ' ', '\n', '\r', '\t']).unwrap_or(text.len());
                let (token, rest) = text.split_at(end);
                self.scalar(token);
                rest
            }
        }
    }

    fn object<'a>(&mut self, text: &'a str) -> &'a str {
        let mut pieces = self.open('{');
        let mut rest = skip(text, '{');
        while rest.starts_with('"') {
            let (name, behind) = rest.split_at(string_end(rest));
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
            self.piece(&mut pieces, Rank::Last, |printer| rest = printer.value(rest));
            rest = skip(rest.trim_ascii_start(), ',');
        }
        self.close(pieces, ']');
        rest.strip_prefix(']').unwrap_or(rest)
    }

    fn member(&mut self, pieces: &mut Pieces, name: &str, value: impl FnOnce(&mut Self)) {
        self.piece(pieces, self.style.order.rank(name), |printer| {
            printer.string(name);
            printer.out.push_str(printer.style.colon);
            value(printer);
        });
    }

    fn open(&mut self, bracket: char) -> Pieces {
        self.out.push(bracket);
        self.depth += 1;
        Pieces { start: self.out.len(), pieces: Vec::new() }
    }

    fn piece(&mut self, pieces: &mut Pieces, rank: Rank, print: impl FnOnce(&mut Self)) {
        if !pieces.pieces.is_empty() {
            self.out.push_str(self.style.comma);
        }
        self.line();
        let start = self.out.len();
        print(self);
        pieces.pieces.push((rank, start, self.out.len()));
    }

    fn close(&mut self, mut pieces: Pieces, bracket: char) {
        if !pieces.pieces.is_sorted_by(|(one, ..), (other, ..)| one <= other) {
            // Stable: members of one rank stay as received.
            pieces.pieces.sort_by(|(one, ..), (other, ..)| one.cmp(other));
            let printed = self.out.split_off(pieces.start);
            for (index, (_, start, end)) in pieces.pieces.iter().enumerate() {
                if index > 0 {
                    self.out.push_str(self.style.comma);
                }
                self.line();
                self.out.push_str(printed.get(start - pieces.start..end - pieces.start).unwrap_or_default());
            }
        }
        self.depth -= 1;
        if !pieces.pieces.is_empty() {
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
            return;
        }
        let number: f64 = token.parse().unwrap_or(f64::NAN);
        if number.is_finite() {
            self.out.push_str(ryu_js::Buffer::new().format_finite(number));
        } else {
            self.out.push_str("null");
        }
    }
}

impl Order {
    fn rank(self, name: &str) -> Rank {
        match self {
            Self::Received => Rank::Last,
            Self::EcmaScript => integer_like(name).map_or(Rank::Last, Rank::Index),
            Self::Sorted => Rank::Name(escape::text(name).map_or_else(|| name.to_owned(), Into::into)),
            Self::Listed(names) => {
                names.iter().position(|listed| escape::is(name, listed)).map_or(Rank::Last, Rank::Index)
            }
        }
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
fn integer_like(name: &str) -> Option<usize> {
    let text = escape::text(name)?;
    let index = text.parse::<u32>().ok().filter(|index| *index < u32::MAX)?;
    let canonical = text.len() == 1 || !text.starts_with(['0', '+']);
    usize::try_from(index).ok().filter(|_| canonical)
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
