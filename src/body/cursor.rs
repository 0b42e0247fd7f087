//! A place in a JSON text, and how to get past its smallest parts.

#![allow(clippy::inline_always, reason = "the loop over a body keeps its place in a register")]

use super::stop::Stop;

#[derive(Clone, Copy)]
pub(super) struct Cursor<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Cursor<'a> {
    pub(super) const fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    pub(super) const fn at(&self) -> usize {
        self.at
    }

    #[inline(always)]
    pub(super) fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    #[inline(always)]
    pub(super) const fn advance(&mut self) {
        self.at += 1;
    }

    #[inline(always)]
    pub(super) const fn to(&mut self, at: usize) {
        self.at = at;
    }

    /// Goes where something ends, or to where it stops short.
    #[inline(always)]
    pub(super) fn go(&mut self, end: Result<usize, (Stop, usize)>) -> Result<(), Stop> {
        match end {
            Ok(at) => {
                self.at = at;
                Ok(())
            }
            Err((stop, at)) => {
                self.at = at;
                Err(stop)
            }
        }
    }

    #[inline(always)]
    pub(super) fn white_space(&mut self) {
        // A writer that puts white space everywhere is the exception, and a loop is not free to enter.
        if self.peek().is_some_and(|byte| byte <= b' ') {
            self.at = white_space_end(self.bytes, self.at);
        }
    }

    /// Whether `byte` is next, but for white space, which it passes.
    #[inline(always)]
    pub(super) fn reaches(&mut self, byte: u8) -> bool {
        self.peek() == Some(byte) || {
            self.white_space();
            self.peek() == Some(byte)
        }
    }

    /// Passes a member's name, and says whether it has escapes.
    #[inline(always)]
    pub(super) fn name(&mut self) -> Result<bool, Stop> {
        if self.peek() == Some(b'"') { self.string() } else { Err(Stop::NoName) }
    }

    /// Passes a string, from its opening quote, and says whether it has escapes.
    #[inline(always)]
    pub(super) fn string(&mut self) -> Result<bool, Stop> {
        self.at += 1;
        let mut escaped = false;
        loop {
            self.plain();
            if self.peek() == Some(b'"') {
                self.at += 1;
                return Ok(escaped);
            }
            match self.peek() {
                Some(b'\\') => {
                    escaped = true;
                    self.go(escape_end(self.bytes, self.at))?;
                }
                Some(0xc2..=0xdf) if self.is_one_of_two_bytes() => self.at += 2,
                Some(0x80..) => self.go(utf8_end(self.bytes, self.at))?,
                Some(_) => return Err(Stop::RawControl),
                None => return Err(Stop::NoQuote),
            }
        }
    }

    #[inline(always)]
    fn is_one_of_two_bytes(&self) -> bool {
        let rest = self.bytes.get(self.at + 1..).and_then(<[u8]>::first_chunk::<2>);
        rest.is_some_and(|[second, next]| second & 0xc0 == 0x80 && *next < 0x80)
    }

    /// Passes a number, `true`, `false` or `null`.
    #[inline(always)]
    pub(super) fn scalar(&mut self) -> Result<(), Stop> {
        match self.peek() {
            Some(b'-' | b'0'..=b'9') => self.number(),
            Some(b't') => self.literal("true"),
            Some(b'f') => self.literal("false"),
            Some(b'n') => self.literal("null"),
            _ => Err(Stop::NoValue),
        }
    }

    /// Passes bytes that stand for themselves in a string, eight at a time.
    #[inline(always)]
    fn plain(&mut self) {
        while let Some(chunk) = self.bytes.get(self.at..).and_then(<[u8]>::first_chunk::<8>) {
            let special = special_bytes(u64::from_le_bytes(*chunk));
            if special != 0 {
                // The mask's lowest mark is exact; only higher ones may be carried over from it.
                self.at += usize::try_from(special.trailing_zeros() / 8).unwrap_or(0);
                return;
            }
            self.at += 8;
        }
        while self.peek().is_some_and(|byte| (b' '..0x80).contains(&byte) && byte != b'"' && byte != b'\\') {
            self.at += 1;
        }
    }

    /// Branches everywhere, and adds no condition to the place: where the next byte is would have to wait for it.
    #[inline(always)]
    fn number(&mut self) -> Result<(), Stop> {
        if self.peek() == Some(b'-') {
            self.at += 1;
        }
        match self.peek() {
            Some(b'0') => self.at += 1,
            Some(b'1'..=b'9') => {
                while self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
                    self.at += 1;
                }
            }
            _ => return Err(Stop::NoDigit),
        }
        match self.peek() {
            Some(b'.' | b'e' | b'E') => self.go(fraction_end(self.bytes, self.at)),
            _ => Ok(()),
        }
    }

    #[inline(always)]
    fn literal(&mut self, literal: &'static str) -> Result<(), Stop> {
        if self.bytes.get(self.at..).is_some_and(|rest| rest.starts_with(literal.as_bytes())) {
            self.at += literal.len();
            return Ok(());
        }
        Err(Stop::NoValue)
    }
}

#[inline(never)]
fn white_space_end(bytes: &[u8], start: usize) -> usize {
    let mut at = start;
    while let Some(b' ' | b'\n' | b'\r' | b'\t') = bytes.get(at) {
        at += 1;
    }
    at
}

#[inline(never)]
fn escape_end(bytes: &[u8], start: usize) -> Result<usize, (Stop, usize)> {
    match bytes.get(start + 1) {
        Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => Ok(start + 2),
        Some(b'u') => {
            let digits = start + 2..start + 6;
            let is_digit = |at: &usize| bytes.get(*at).is_some_and(u8::is_ascii_hexdigit);
            let other = digits.clone().find(|at| !is_digit(at));
            other.map_or(Ok(digits.end), |at| Err((Stop::NoHexDigit, at)))
        }
        _ => Err((Stop::NoEscape, start + 1)),
    }
}

/// Behind the fraction and the exponent that a number may have.
#[inline(never)]
fn fraction_end(bytes: &[u8], start: usize) -> Result<usize, (Stop, usize)> {
    let mut at = start;
    if bytes.get(at) == Some(&b'.') {
        at = digits_end(bytes, at + 1)?;
    }
    if let Some(b'e' | b'E') = bytes.get(at) {
        let signed = matches!(bytes.get(at + 1), Some(b'+' | b'-'));
        at = digits_end(bytes, at + 1 + usize::from(signed))?;
    }
    Ok(at)
}

fn digits_end(bytes: &[u8], start: usize) -> Result<usize, (Stop, usize)> {
    let mut at = start;
    while bytes.get(at).is_some_and(u8::is_ascii_digit) {
        at += 1;
    }
    if at == start { Err((Stop::NoDigit, at)) } else { Ok(at) }
}

/// Behind the characters beyond ASCII that begin here.
#[inline(never)]
fn utf8_end(bytes: &[u8], start: usize) -> Result<usize, (Stop, usize)> {
    let rest = bytes.get(start..).unwrap_or_default();
    let length = rest.iter().position(u8::is_ascii).unwrap_or(rest.len());
    match str::from_utf8(rest.get(..length).unwrap_or_default()) {
        Ok(_) => Ok(start + length),
        Err(error) => Err((Stop::NotUtf8, start + error.valid_up_to())),
    }
}

/// Marks, in the high bit of each byte, the bytes that end a run of plain ones: a control character, `"`, `\`, and
/// what is not ASCII.
const fn special_bytes(chunk: u64) -> u64 {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGHS: u64 = 0x8080_8080_8080_8080;
    let control = chunk.wrapping_sub(ONES * 0x20);
    let quote = (chunk ^ (ONES * 0x22)).wrapping_sub(ONES);
    let backslash = (chunk ^ (ONES * 0x5c)).wrapping_sub(ONES);
    (control | quote | backslash | chunk) & HIGHS
}
