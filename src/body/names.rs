//! Duplicate member names, found by sorting: no input makes it slow, as a flooded hash table would be.

use std::borrow::Cow;

use crate::sort::sorted;

use super::escape::{self, Piece};
use super::text;

/// Where a member's name stands, quotes included.
#[derive(Clone, Copy, Debug)]
pub(super) struct Name {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) escaped: bool,
}

impl Name {
    /// The name as received.
    pub(super) fn token(self, bytes: &[u8]) -> &str {
        text(bytes, self.start, self.end)
    }

    fn raw(self, bytes: &[u8]) -> &[u8] {
        bytes.get(self.start..self.end).unwrap_or_default()
    }

    /// Where the same name ends, if it stands at `start` too.
    #[inline]
    pub(super) fn again(self, bytes: &[u8], start: usize) -> Option<usize> {
        let chunk = |at: usize| bytes.get(at..)?.first_chunk::<8>().map(|chunk| u64::from_le_bytes(*chunk));
        let length = self.end - self.start;
        let end = start + length;
        let first = chunk(self.start)? ^ chunk(start)?;
        if length <= 8 {
            return (first << (64 - length * 8) == 0).then_some(end);
        }
        if first != 0 || chunk(self.end - 8)? != chunk(end - 8)? {
            return None;
        }
        (length <= 16 || self.raw(bytes) == bytes.get(start..end)?).then_some(end)
    }

    /// One of 64 bits, or all: equal names share one. So an object whose names share none needs no comparison.
    #[inline]
    pub(super) fn mark(self, bytes: &[u8]) -> u64 {
        if self.escaped {
            return u64::MAX;
        }
        let byte = |at: usize| bytes.get(at).map_or(0, |byte| usize::from(*byte));
        let mixed = (self.end - self.start) ^ byte(self.start + 1) ^ byte(self.end - 2) << 2;
        1 << (mixed % 64)
    }

    /// Whether this is `name`, after unescaping.
    pub(super) fn is(self, bytes: &[u8], name: &str) -> bool {
        if self.escaped {
            return escape::is(self.token(bytes), name);
        }
        self.end - self.start == name.len() + 2
            && bytes.get(self.start + 1..self.end - 1) == Some(name.as_bytes())
    }
}

/// Where an object has a name that it had before, compared after unescaping.
pub(super) fn duplicate(bytes: &[u8], names: &[Name]) -> Option<usize> {
    if names.len() <= FEW && !names.iter().any(|name| name.escaped) {
        return duplicate_of_few(bytes, names);
    }
    let names = names.iter().map(|name| (decoded(bytes, *name), name.start));
    sorted(names.collect()).windows(2).find_map(|pair| match pair {
        [(first, _), (second, at)] if first == second => Some(*at),
        _ => None,
    })
}

fn duplicate_of_few(bytes: &[u8], names: &[Name]) -> Option<usize> {
    names.iter().enumerate().find_map(|(index, name)| {
        let earlier = names.get(..index).unwrap_or_default();
        earlier.iter().any(|other| other.raw(bytes) == name.raw(bytes)).then_some(name.start)
    })
}

/// The name as bytes that are equal for equal names: UTF-8, a lone surrogate in the three bytes that UTF-8
/// reserves for it.
fn decoded(bytes: &[u8], name: Name) -> Cow<'_, [u8]> {
    if !name.escaped {
        return Cow::Borrowed(bytes.get(name.start + 1..name.end - 1).unwrap_or_default());
    }
    let token = name.token(bytes);
    let mut bytes = Vec::with_capacity(token.len());
    for piece in escape::pieces(token) {
        match piece {
            Piece::Plain(plain) => bytes.extend_from_slice(plain.as_bytes()),
            Piece::Escaped(character) => {
                bytes.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes());
            }
            Piece::LoneSurrogate(unit) => {
                let [high, low] = unit.to_be_bytes();
                bytes.extend_from_slice(&[0xed, 0x80 | (high & 0x0f) << 2 | low >> 6, 0x80 | (low & 0x3f)]);
            }
        }
    }
    Cow::Owned(bytes)
}

/// Up to here comparing each with each is quicker than sorting.
const FEW: usize = 8;
