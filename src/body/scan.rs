//! The strict pass: RFC 8259 over bytes, without a tree and without recursion.

#![allow(clippy::inline_always, reason = "the loop over a body keeps its place in a register")]

use core::mem;

use super::Member;
use super::cursor::Cursor;
use super::names::{self, Name};
use super::stop::Stop;

/// The deepest nesting read; the body itself is level 1.
pub const MAX_DEPTH: usize = 128;

/// The most object members and array elements read, in the whole body together.
pub const MAX_MEMBERS: usize = 20_000;

/// Reads one object with nothing but white space before it, and says where its members stand, and where, behind white
/// space, what follows it begins.
///
/// # Errors
///
/// Why the pass stops, and where.
#[inline(never)] // In a function of its own, the loop has the registers to itself.
pub(super) fn object(bytes: &[u8], room: &mut Room) -> Result<(Vec<Member>, usize), (Stop, usize)> {
    let mut cursor = Cursor::new(bytes);
    let mut open = Open::new(mem::take(room));
    let result = read(bytes, &mut cursor, &mut open);
    *room = Room { outer: open.outer, names: open.names, members: Vec::new() };
    let at = cursor.at();
    result.map(|()| (open.members, at)).map_err(|stop| (stop, at))
}

#[inline(always)]
fn read(bytes: &[u8], cursor: &mut Cursor<'_>, open: &mut Open) -> Result<(), Stop> {
    cursor.white_space();
    let is_object = cursor.peek() == Some(b'{');
    'value: loop {
        if open.frame.kind == Kind::Object {
            open.name(bytes, cursor)?;
        }
        if cursor.peek() == Some(b'"') {
            cursor.string()?;
        } else if let Some(bracket @ (b'{' | b'[')) = cursor.peek() {
            if open.begin(cursor, bracket)? {
                continue 'value;
            }
        } else {
            cursor.scalar()?;
        }
        // Asked once before the loop, since most values are followed by another.
        if open.goes_on(cursor)? {
            continue 'value;
        }
        // It was the last of what it is in.
        loop {
            match (cursor.peek(), open.frame.kind) {
                (Some(b'}'), Kind::Object) | (Some(b']'), Kind::Array) => {
                    if let Some(at) = open.end(bytes) {
                        return cursor.go(Err((Stop::Duplicate, at)));
                    }
                    cursor.advance();
                }
                (_, Kind::Text) if is_object => return Ok(()),
                (None, Kind::Text) => return Err(Stop::NotObject),
                (Some(_), Kind::Text) => return Err(Stop::NoEnd),
                (_, Kind::Object) => return Err(Stop::NoComma),
                (_, Kind::Array) => return Err(Stop::NoCommaInArray),
            }
            if open.goes_on(cursor)? {
                continue 'value;
            }
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// Nothing is open.
    Text,
    Object,
    Array,
}

/// An object or array that is open.
#[derive(Clone, Copy, Debug)]
struct Frame {
    kind: Kind,
    /// Whether two of its names had one mark, and so may be the same.
    is_suspect: bool,
    /// Where its names begin among those of all open objects.
    first_name: usize,
    /// The marks of its names: see [`Name::mark`].
    marks: u64,
}

/// All that is open at the cursor.
struct Open {
    /// What is open, innermost.
    frame: Frame,
    /// What else is open, outermost first.
    outer: Vec<Frame>,
    /// The names of every open object, innermost last, and behind them those of an object that has ended.
    names: Vec<Name>,
    /// How many of them are of open objects.
    named: usize,
    /// Members and elements so far.
    count: usize,
    /// The members of the outermost object.
    members: Vec<Member>,
}

/// What the strict pass needs room for. Kept from one body to the next it spares three allocations, which cost a twelfth
/// of verifying a short one.
#[derive(Debug, Default)]
pub(crate) struct Room {
    outer: Vec<Frame>,
    names: Vec<Name>,
    pub(super) members: Vec<Member>,
}

impl Open {
    fn new(Room { mut outer, mut names, mut members }: Room) -> Self {
        outer.clear();
        names.clear();
        members.clear();
        outer.reserve(16);
        names.reserve(32);
        members.reserve(8);
        Self {
            frame: Frame { kind: Kind::Text, is_suspect: false, first_name: 0, marks: 0 },
            outer,
            names,
            named: 0,
            count: 0,
            members,
        }
    }

    /// Enters an object or array, and says whether there is anything in it: an empty one has ended.
    #[inline(always)]
    fn begin(&mut self, cursor: &mut Cursor<'_>, bracket: u8) -> Result<bool, Stop> {
        if self.outer.len() == MAX_DEPTH {
            return Err(Stop::TooDeep);
        }
        let (kind, closing) = if bracket == b'{' { (Kind::Object, b'}') } else { (Kind::Array, b']') };
        cursor.advance();
        cursor.white_space();
        if cursor.peek() == Some(closing) {
            cursor.advance();
            return Ok(false);
        }
        self.outer.push(self.frame);
        self.frame = Frame { kind, is_suspect: false, first_name: self.named, marks: 0 };
        self.count()?;
        Ok(true)
    }

    /// Counts a member or element, at whose first byte the cursor is.
    #[inline(always)]
    const fn count(&mut self) -> Result<(), Stop> {
        self.count += 1;
        if self.count > MAX_MEMBERS { Err(Stop::TooWide) } else { Ok(()) }
    }

    /// Reads what precedes a member's value.
    #[inline(always)]
    fn name(&mut self, bytes: &[u8], cursor: &mut Cursor<'_>) -> Result<(), Stop> {
        let name = self.next_name(bytes, cursor)?;
        let mark = name.mark(bytes);
        if self.frame.marks & mark != 0 {
            self.frame.is_suspect = true;
        }
        self.frame.marks |= mark;
        if !cursor.reaches(b':') {
            return Err(Stop::NoColon);
        }
        cursor.advance();
        cursor.white_space();
        if self.outer.len() == 1 {
            self.members.push(Member { name, value: cursor.at(), end: 0 });
        }
        Ok(())
    }

    /// Reads a name. Objects in an array mostly have the same names in the same order, and to compare a name with its
    /// like in the object before is quicker than to look for its end.
    #[inline(always)]
    fn next_name(&mut self, bytes: &[u8], cursor: &mut Cursor<'_>) -> Result<Name, Stop> {
        let start = cursor.at();
        let like = self.names.get(self.named);
        let end = like.and_then(|like| like.again(bytes, start));
        let escaped = if let (Some(like), Some(end)) = (like, end) {
            cursor.to(end);
            like.escaped
        } else {
            cursor.name()?
        };
        let end = cursor.at();
        if let Some(like) = self.names.get_mut(self.named) {
            like.start = start;
            like.end = end;
            like.escaped = escaped;
        } else {
            self.names.push(Name { start, end, escaped });
        }
        self.named += 1;
        Ok(Name { start, end, escaped })
    }

    #[inline(always)]
    fn value_ended(&mut self, at: usize) {
        if self.outer.len() == 1
            && let Some(member) = self.members.last_mut()
        {
            member.end = at;
        }
    }

    /// Behind a value, passes the comma that may be there, and says whether it is.
    #[inline(always)]
    fn goes_on(&mut self, cursor: &mut Cursor<'_>) -> Result<bool, Stop> {
        self.value_ended(cursor.at());
        if !cursor.reaches(b',') || self.frame.kind == Kind::Text {
            return Ok(false);
        }
        cursor.advance();
        cursor.white_space();
        self.count()?;
        Ok(true)
    }

    /// Leaves the innermost object or array, or says where it has a name twice.
    #[inline(never)] // What changes all that is open would have every value load and store it.
    fn end(&mut self, bytes: &[u8]) -> Option<usize> {
        let Frame { first_name, is_suspect, .. } = self.frame;
        if is_suspect {
            let own = self.names.get(first_name..self.named).unwrap_or_default();
            let at = names::duplicate(bytes, own);
            if at.is_some() {
                return at;
            }
        }
        self.named = first_name;
        if let Some(outer) = self.outer.pop() {
            self.frame = outer;
        }
        None
    }
}
