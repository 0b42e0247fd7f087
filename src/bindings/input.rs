#[cfg(feature = "signing")]
use core::ops::Range;

/// What JavaScript writes: the core's own copy of texts and bytes, one behind the other.
#[derive(Default)]
pub(super) struct Input(Vec<u8>);

impl Input {
    #[cfg(not(feature = "signing"))]
    pub(super) const fn new() -> Self {
        Self(Vec::new())
    }

    /// Makes room, and says where it is.
    pub(super) fn reserve(&mut self, length: usize) -> *const u8 {
        if self.0.len() < length {
            self.0.resize(length, 0);
        }
        self.0.as_ptr()
    }

    /// Moves what stands behind a gap over it, up to `end`.
    #[cfg(feature = "signing")]
    pub(super) fn close(&mut self, gap: Range<usize>, end: usize) {
        if gap.end <= end && end <= self.0.len() {
            self.0.copy_within(gap.end..end, gap.start);
        }
    }

    /// Where it is.
    #[cfg(feature = "signing")]
    pub(super) const fn at(&self) -> *const u8 {
        self.0.as_ptr()
    }

    /// So many bytes, from `start` on.
    pub(super) fn bytes_at(&self, start: usize, length: usize) -> &[u8] {
        self.0.get(start..start.saturating_add(length)).unwrap_or_default()
    }
}
