//! What one call from JavaScript leaves for the next.

use core::ops::Range;

use crate::bindings::input::Input;
use crate::body::Room;
use crate::delivery::{Found, Refused, Unverified, Verifier};

#[derive(Default)]
pub(super) struct Workspace {
    pub(super) input: Input,
    pub(super) room: Room,
    pub(super) kept: Kept,
    /// Why the last delivery was refused, until JavaScript asks.
    pub(super) refused: Option<Refused>,
    pub(super) verifiers: Verifiers,
}

impl Workspace {
    /// Where the last signed text is that found no room in the block.
    pub(super) const fn alone(&self) -> *const u8 {
        if self.kept.is_in_input { self.input.at() } else { self.kept.own.as_ptr() }
    }
}

/// The body comes first, and the signature header behind it.
impl Input {
    pub(super) fn bytes(&self, length: usize) -> &[u8] {
        self.bytes_at(0, length)
    }

    pub(super) fn text(&self, length: usize) -> &str {
        self.text_at(0, length)
    }

    pub(super) fn unverified(&self, body: usize, header: i32) -> Unverified<'_> {
        let unverified = Unverified::new(self.bytes(body));
        match usize::try_from(header) {
            Ok(length) => unverified.with_header(self.text_at(body, length)),
            Err(_) => unverified,
        }
    }

    /// Text that JavaScript has encoded, so that it is UTF-8.
    fn text_at(&self, start: usize, length: usize) -> &str {
        str::from_utf8(self.bytes_at(start, length)).unwrap_or_default()
    }
}

/// Signed texts, for JavaScript to copy when it likes: many short ones in one block, which only grows until it is
/// cleared, so that a copy of the whole block is a copy of each of them. One that finds no room is copied at once.
#[derive(Default)]
pub(super) struct Kept {
    block: Vec<u8>,
    /// The last text that found no room and is not in the input.
    own: Vec<u8>,
    is_in_input: bool,
    length: usize,
    uncovered: Vec<String>,
}

/// Where a signed text is.
pub(super) enum Place {
    /// In the block, from here on.
    Block(usize),
    /// In the input, once this gap is closed.
    Input(Range<usize>),
    /// By itself.
    Own,
}

/// How much a block holds.
const BLOCK_BYTES: usize = 8 * 1024;

impl Kept {
    /// Keeps the signed text, and says where; and the names beside it.
    pub(super) fn keep(&mut self, found: &Found<'_>) -> Place {
        let Found { text, uncovered, .. } = found;
        let parts = text.parts();
        self.length = parts.iter().map(|part| part.len()).sum();
        self.uncovered = uncovered.iter().copied().map(String::from).collect();
        let start = self.block.len();
        if start + self.length <= BLOCK_BYTES {
            // All at once, so that the block never moves.
            self.block.reserve_exact(BLOCK_BYTES - start);
            append(&mut self.block, &parts);
            return Place::Block(start);
        }
        self.is_in_input = text.gap().is_some();
        if let Some(gap) = text.gap() {
            return Place::Input(gap.clone());
        }
        self.own.clear();
        append(&mut self.own, &parts);
        Place::Own
    }

    pub(super) const fn block(&self) -> *const u8 {
        self.block.as_ptr()
    }

    pub(super) fn clear(&mut self) {
        self.block.clear();
    }

    pub(super) const fn length(&self) -> usize {
        self.length
    }

    pub(super) fn uncovered(&self) -> &[String] {
        &self.uncovered
    }
}

fn append(to: &mut Vec<u8>, parts: &[&[u8]]) {
    for part in parts.iter().filter(|part| !part.is_empty()) {
        to.extend_from_slice(part);
    }
}

/// Verifiers under ids that JavaScript chooses. One that is no longer there, because another took its place or because
/// the instance was replaced after a trap, is installed again: so there is nothing to free, and a server that makes a
/// verifier per request leaks nothing.
#[derive(Default)]
pub(super) struct Verifiers(Vec<Option<(u32, Verifier)>>);

const VERIFIERS: usize = 32;

impl Verifiers {
    pub(super) fn install(&mut self, id: u32, verifier: Verifier) {
        self.0.resize(VERIFIERS, None);
        if let Some(place) = self.0.get_mut(place(id)) {
            *place = Some((id, verifier));
        }
    }

    pub(super) fn find(&self, id: u32) -> Option<&Verifier> {
        self.0.get(place(id))?.as_ref().filter(|(owner, _)| *owner == id).map(|(_, verifier)| verifier)
    }
}

fn place(id: u32) -> usize {
    usize::try_from(id).unwrap_or_default() % VERIFIERS
}
