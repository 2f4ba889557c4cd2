//! How many mirrors of each name go in, the most frequent first.

use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap};

use crate::model::mirror::MirrorName;

/// Counts by name, kept sorted, so that neither an answer nor a frame goes through them all.
#[derive(Debug, Default)]
pub struct Totals {
    counts: HashMap<MirrorName, usize>,
    sorted: BTreeSet<(Reverse<usize>, MirrorName)>,
}

impl Totals {
    /// One more of this name.
    pub fn add(&mut self, name: &MirrorName) {
        self.change(name, |count| count + 1);
    }

    /// One fewer.
    pub fn remove(&mut self, name: &MirrorName) {
        self.change(name, |count| count.saturating_sub(1));
    }

    /// Names and how many of each, the most frequent first.
    pub fn iter(&self) -> impl Iterator<Item = (&MirrorName, usize)> {
        self.sorted
            .iter()
            .map(|(Reverse(count), name)| (name, *count))
    }

    /// How many names there are.
    #[must_use]
    pub fn names(&self) -> usize {
        self.sorted.len()
    }

    fn change(&mut self, name: &MirrorName, change: impl FnOnce(usize) -> usize) {
        let before = self.counts.get(name).copied().unwrap_or(0);
        let after = change(before);
        self.sorted.remove(&(Reverse(before), name.clone()));
        if after == 0 {
            self.counts.remove(name);
        } else {
            self.counts.insert(name.clone(), after);
            self.sorted.insert((Reverse(after), name.clone()));
        }
    }
}
