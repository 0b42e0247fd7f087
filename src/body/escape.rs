//! What the escapes of a JSON string stand for.

use std::borrow::Cow;

/// A part of a JSON string.
#[derive(Clone, Copy)]
pub(super) enum Piece<'a> {
    /// Characters that stand for themselves.
    Plain(&'a str),
    /// An escaped character; a pair of surrogate escapes is one.
    Escaped(char),
    /// Half of a pair whose other half is missing. ECMAScript has such strings, UTF-8 does not.
    LoneSurrogate(u16),
}

/// The parts of a JSON string, which the scan has found to be one. `token` is the string with its quotes.
pub(super) fn pieces(token: &str) -> Pieces<'_> {
    let inside = token.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    Pieces { rest: inside.unwrap_or_default() }
}

/// The string's text, if `token` is a string and has no lone surrogate.
pub(super) fn text(token: &str) -> Option<Cow<'_, str>> {
    let inside = token.strip_prefix('"')?.strip_suffix('"')?;
    if !inside.contains('\\') {
        return Some(Cow::Borrowed(inside));
    }
    let mut text = String::with_capacity(inside.len());
    for piece in pieces(token) {
        match piece {
            Piece::Plain(plain) => text.push_str(plain),
            Piece::Escaped(character) => text.push(character),
            Piece::LoneSurrogate(_) => return None,
        }
    }
    Some(Cow::Owned(text))
}

/// Whether `token` is the string `name`.
pub(super) fn is(token: &str, name: &str) -> bool {
    text(token).is_some_and(|text| text == name)
}

pub(super) struct Pieces<'a> {
    rest: &'a str,
}

impl<'a> Iterator for Pieces<'a> {
    type Item = Piece<'a>;

    fn next(&mut self) -> Option<Piece<'a>> {
        let Some(escape) = self.rest.strip_prefix('\\') else {
            if self.rest.is_empty() {
                return None;
            }
            let end = self.rest.find('\\').unwrap_or(self.rest.len());
            let (plain, rest) = self.rest.split_at_checked(end)?;
            self.rest = rest;
            return Some(Piece::Plain(plain));
        };
        if let Some((unit, rest)) = unit(self.rest) {
            self.rest = rest;
            return Some(self.paired(unit));
        }
        let mut characters = escape.chars();
        let character = match characters.next()? {
            'b' => '\u{8}',
            'f' => '\u{c}',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            other => other,
        };
        self.rest = characters.as_str();
        Some(Piece::Escaped(character))
    }
}

impl<'a> Pieces<'a> {
    /// Takes the next escape too where `high` and it are a surrogate pair.
    fn paired(&mut self, high: u16) -> Piece<'a> {
        if let (0xd800..=0xdbff, Some((low @ 0xdc00..=0xdfff, rest))) = (high, unit(self.rest)) {
            let character = 0x1_0000 + ((u32::from(high) - 0xd800) << 10) + (u32::from(low) - 0xdc00);
            self.rest = rest;
            return char::from_u32(character).map_or(Piece::LoneSurrogate(high), Piece::Escaped);
        }
        char::from_u32(u32::from(high)).map_or(Piece::LoneSurrogate(high), Piece::Escaped)
    }
}

/// The UTF-16 code unit that `text` begins with as `\uXXXX`, and what is behind it.
fn unit(text: &str) -> Option<(u16, &str)> {
    let (digits, rest) = text.strip_prefix("\\u")?.split_at_checked(4)?;
    Some((u16::from_str_radix(digits, 16).ok()?, rest))
}
