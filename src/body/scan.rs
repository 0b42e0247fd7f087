//! The strict pass: RFC 8259 over bytes, without a tree and without recursion.

#![allow(clippy::inline_always, reason = "one loop with its place in a register takes a quarter less time")]

use super::cursor::Cursor;
use super::names::{self, Name};
use super::{Malformed, Member};

/// The deepest nesting read; the body itself is level 1.
pub const MAX_DEPTH: usize = 128;

/// The most object members and array elements read, in the whole body together.
pub const MAX_MEMBERS: usize = 20_000;

/// Reads one object with nothing but white space around it, and says where its members stand.
pub(super) fn object(text: &str) -> Result<Vec<Member>, Malformed> {
    let mut cursor = Cursor::new(text);
    let mut scan = Scan::new(text);
    cursor.white_space();
    let is_object = cursor.peek() == Some(b'{');
    'value: loop {
        match cursor.peek() {
            Some(b'{') => {
                if scan.open(&mut cursor, Kind::Object)? {
                    continue 'value;
                }
            }
            Some(b'[') => {
                if scan.open(&mut cursor, Kind::Array)? {
                    continue 'value;
                }
            }
            Some(b'"') => drop(cursor.string()?),
            _ => cursor.scalar()?,
        }
        // A value has ended, and may be the last of what it is in.
        loop {
            scan.value_ended(cursor.at());
            cursor.white_space();
            let Some(&frame) = scan.frames.last() else { break 'value };
            match cursor.peek() {
                Some(b',') => {
                    cursor.advance();
                    cursor.white_space();
                    scan.begin(&mut cursor, frame.kind)?;
                    continue 'value;
                }
                Some(byte) if byte == frame.kind.closing() => {
                    scan.close(frame)?;
                    cursor.advance();
                }
                _ => return Err(cursor.expected(frame.kind.expected())),
            }
        }
    }
    if cursor.peek().is_some() {
        return Err(cursor.expected("the end of the body"));
    }
    if is_object { Ok(scan.members) } else { Err(Malformed::NotObject) }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Object,
    Array,
}

impl Kind {
    const fn closing(self) -> u8 {
        match self {
            Self::Object => b'}',
            Self::Array => b']',
        }
    }

    const fn expected(self) -> &'static str {
        match self {
            Self::Object => "a comma or a closing brace",
            Self::Array => "a comma or a closing bracket",
        }
    }
}

/// An object or array that is open.
#[derive(Clone, Copy)]
struct Frame {
    kind: Kind,
    /// Where its names begin among those of all open objects.
    first_name: usize,
    /// The marks of its names: see [`Name::mark`].
    marks: u64,
    /// Whether two of its names had one mark, and so may be the same.
    is_suspect: bool,
}

struct Scan<'a> {
    text: &'a str,
    /// What is open, outermost first.
    frames: Vec<Frame>,
    /// The names of every open object, innermost last.
    names: Vec<Name>,
    /// Members and elements so far.
    count: usize,
    /// The members of the outermost object.
    members: Vec<Member>,
}

impl<'a> Scan<'a> {
    fn new(text: &'a str) -> Self {
        Self {
            text,
            frames: Vec::with_capacity(16),
            names: Vec::with_capacity(32),
            count: 0,
            members: Vec::with_capacity(8),
        }
    }

    /// Enters an object or array, and says whether a value is to be read in it: an empty one has ended.
    #[inline(always)]
    fn open(&mut self, cursor: &mut Cursor<'_>, kind: Kind) -> Result<bool, Malformed> {
        if self.frames.len() == MAX_DEPTH {
            return Err(Malformed::TooDeep { at: cursor.at() });
        }
        cursor.advance();
        cursor.white_space();
        if cursor.peek() == Some(kind.closing()) {
            cursor.advance();
            return Ok(false);
        }
        self.frames.push(Frame { kind, first_name: self.names.len(), marks: 0, is_suspect: false });
        self.begin(cursor, kind)?;
        Ok(true)
    }

    /// Counts a member or element, and reads what precedes a member's value.
    #[inline(always)]
    fn begin(&mut self, cursor: &mut Cursor<'_>, kind: Kind) -> Result<(), Malformed> {
        self.count += 1;
        if self.count > MAX_MEMBERS {
            return Err(Malformed::TooWide { at: cursor.at() });
        }
        if kind == Kind::Array {
            return Ok(());
        }
        let start = cursor.at();
        if cursor.peek() != Some(b'"') {
            return Err(cursor.expected("a member name in double quotes"));
        }
        let escaped = cursor.string()?;
        let name = Name { start, end: cursor.at(), escaped };
        self.names.push(name);
        if let Some(frame) = self.frames.last_mut() {
            let mark = name.mark(self.text);
            frame.is_suspect |= frame.marks & mark != 0;
            frame.marks |= mark;
        }
        cursor.white_space();
        if cursor.peek() != Some(b':') {
            return Err(cursor.expected("a colon behind the member name"));
        }
        cursor.advance();
        cursor.white_space();
        if self.frames.len() == 1 {
            self.members.push(Member { name, value: cursor.at(), end: 0 });
        }
        Ok(())
    }

    #[inline(always)]
    fn value_ended(&mut self, at: usize) {
        if let ([_], Some(member)) = (self.frames.as_slice(), self.members.last_mut()) {
            member.end = at;
        }
    }

    #[inline(always)]
    fn close(&mut self, frame: Frame) -> Result<(), Malformed> {
        if frame.is_suspect {
            let own = self.names.get(frame.first_name..).unwrap_or_default();
            if let Some(at) = names::duplicate(self.text, own) {
                return Err(Malformed::DuplicateMember { at });
            }
        }
        self.names.truncate(frame.first_name);
        self.frames.pop();
        Ok(())
    }
}
