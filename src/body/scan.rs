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
            Some(b'"') => drop(cursor.string()?),
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
            _ => cursor.scalar()?,
        }
        // A value has ended, and may be the last of what it is in.
        loop {
            scan.value_ended(cursor.at());
            cursor.white_space();
            match (cursor.peek(), scan.frame.kind) {
                (_, Kind::Text) => break 'value,
                (Some(b','), kind) => {
                    cursor.advance();
                    cursor.white_space();
                    scan.begin(&mut cursor, kind)?;
                    continue 'value;
                }
                (Some(b'}'), Kind::Object) | (Some(b']'), Kind::Array) => {
                    scan.close()?;
                    cursor.advance();
                }
                (_, kind) => return Err(cursor.expected(kind.expected())),
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
    /// Nothing is open.
    Text,
    Object,
    Array,
}

impl Kind {
    const fn expected(self) -> &'static str {
        match self {
            Self::Text => "the end of the body",
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
    /// What is open, innermost.
    frame: Frame,
    /// What else is open, outermost first.
    outer: Vec<Frame>,
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
            frame: Frame { kind: Kind::Text, first_name: 0, marks: 0, is_suspect: false },
            outer: Vec::with_capacity(16),
            names: Vec::with_capacity(32),
            count: 0,
            members: Vec::with_capacity(8),
        }
    }

    /// Enters an object or array, and says whether a value is to be read in it: an empty one has ended.
    #[inline(always)]
    fn open(&mut self, cursor: &mut Cursor<'_>, kind: Kind) -> Result<bool, Malformed> {
        if self.outer.len() == MAX_DEPTH {
            return Err(Malformed::TooDeep { at: cursor.at() });
        }
        cursor.advance();
        cursor.white_space();
        if cursor.peek() == Some(if kind == Kind::Object { b'}' } else { b']' }) {
            cursor.advance();
            return Ok(false);
        }
        self.outer.push(self.frame);
        self.frame = Frame { kind, first_name: self.names.len(), marks: 0, is_suspect: false };
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
        let mark = name.mark(self.text);
        self.frame.is_suspect |= self.frame.marks & mark != 0;
        self.frame.marks |= mark;
        cursor.white_space();
        if cursor.peek() != Some(b':') {
            return Err(cursor.expected("a colon behind the member name"));
        }
        cursor.advance();
        cursor.white_space();
        if self.outer.len() == 1 {
            self.members.push(Member { name, value: cursor.at(), end: 0 });
        }
        Ok(())
    }

    #[inline(always)]
    fn value_ended(&mut self, at: usize) {
        if self.outer.len() == 1
            && let Some(member) = self.members.last_mut()
        {
            member.end = at;
        }
    }

    #[inline(always)]
    fn close(&mut self) -> Result<(), Malformed> {
        let Frame { first_name, is_suspect, .. } = self.frame;
        if is_suspect {
            let own = self.names.get(first_name..).unwrap_or_default();
            if let Some(at) = names::duplicate(self.text, own) {
                return Err(Malformed::DuplicateMember { at });
            }
        }
        self.names.truncate(first_name);
        if let Some(outer) = self.outer.pop() {
            self.frame = outer;
        }
        Ok(())
    }
}
