use std::borrow::Cow;

use crate::kyc::check::Check;
use crate::sort::{Keyed, sorted};

/// The checks in a list that nobody knows, sorted once: no choice of a thousand long names makes it slow to look for each of
/// them. Those that are known compare by their place in the table, and are looked for where they are.
#[derive(Debug, Default)]
pub(super) struct Names<'a>(Vec<Keyed<'a>>);

impl<'a> Names<'a> {
    pub(super) fn add(&mut self, check: Option<&'a Check>, at: usize) {
        if let Some(Check::Unknown(name)) = check {
            self.0.push((Cow::Borrowed(name.as_bytes()), at));
        }
    }

    /// To be called behind the last [`add`](Self::add).
    pub(super) fn sort(&mut self) {
        self.0 = sorted(core::mem::take(&mut self.0));
    }

    /// The places of a name, in their order.
    #[inline(never)]
    pub(super) fn places(&self, name: &str) -> &[Keyed<'a>] {
        let start = self.0.partition_point(|(known, _)| **known < *name.as_bytes());
        let end = self.0.partition_point(|(known, _)| **known <= *name.as_bytes());
        self.0.get(start..end).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_found_in_all_its_places() {
        let checks = ["NEW", "DOC_FATCA", "NEW", "", "NEWER", "DOC_FATCA", "NEW"].map(Check::from);
        let mut names = Names::default();
        names.add(None, 7);
        for (at, check) in checks.iter().enumerate() {
            names.add(Some(check), at);
        }
        names.sort();
        let places = |name| names.places(name).iter().map(|(_, at)| *at).collect::<Vec<_>>();
        assert_eq!(places("NEW"), [0, 2, 6]);
        assert_eq!((places(""), places("NEWER")), (vec![3], vec![4]));
        for name in ["NE", "new", "OTHER", "DOC_FATCA"] {
            assert!(places(name).is_empty(), "{name}");
        }
    }
}
