//! Sorting, compiled once: each type that is sorted costs a small wasm two kilobytes.

use std::borrow::Cow;
use std::collections::BinaryHeap;

/// What is sorted by, and where it was.
pub(crate) type Keyed<'a> = (Cow<'a, [u8]>, usize);

/// Sorts by key, then by place. No input makes it slow.
#[inline(never)]
pub(crate) fn sorted(keyed: Vec<Keyed<'_>>) -> Vec<Keyed<'_>> {
    BinaryHeap::from(keyed).into_sorted_vec()
}
