//! What has changed between two versions of a mirror, row by row.

use std::collections::HashMap;
use std::ops::Range;

use super::compare::{CompareRow, Comparison};

/// What became of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// Nothing.
    None,
    /// Another value was asked for or reported.
    Changed,
    /// The key is new.
    Added,
    /// The key is gone: the row is that of the version before.
    Removed,
}

/// The rows of a version, with those that are gone since another where they stood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changes {
    /// The rows.
    pub comparison: Comparison,
    /// What became of each.
    pub marks: Vec<Change>,
    /// The version that this one is held against; none where the service named none.
    pub since_version: Option<u64>,
    /// When that one was read, Unix milliseconds.
    pub since_ms: i64,
    /// Keys with another value, new ones and those that are gone.
    pub counts: [usize; 3],
}

impl Changes {
    /// Holds the rows of a version against those of one before.
    #[must_use]
    pub fn between(
        before: &Comparison,
        after: &Comparison,
        since_version: Option<u64>,
        since_ms: i64,
    ) -> Self {
        let by_place = by_place(&before.rows);
        let kept = after.rows.iter().map(|row| {
            let mark = match by_place.get(&row.place) {
                Some(nth) if is_same(&before.rows[*nth], row) => Change::None,
                Some(_) => Change::Changed,
                None => Change::Added,
            };
            (row.clone(), mark)
        });
        let mut gone = gone(&before.rows, &after.rows).into_iter().peekable();
        let (mut rows, mut marks) = (Vec::new(), Vec::new());
        let mut oldest_drift = None;
        for (nth, kept) in kept.map(Some).chain([None]).enumerate() {
            while let Some((_, range)) = gone.next_if(|(at, _)| *at == nth) {
                for row in &before.rows[range] {
                    let differs = false;
                    rows.push(CompareRow {
                        differs,
                        ..row.clone()
                    });
                    marks.push(Change::Removed);
                }
            }
            if after.oldest_drift == Some(nth) {
                oldest_drift = Some(rows.len());
            }
            if let Some((row, mark)) = kept {
                rows.push(row);
                marks.push(mark);
            }
        }
        let comparison = Comparison {
            rows,
            oldest_drift,
            ..after.clone_without_rows()
        };
        let counts = [Change::Changed, Change::Added, Change::Removed].map(|what| {
            let leaves = comparison.rows.iter().zip(&marks);
            let is_it = |(row, mark): &(&CompareRow, &Change)| !row.branch && **mark == what;
            leaves.filter(is_it).count()
        });
        Self {
            comparison,
            marks,
            since_version,
            since_ms,
            counts,
        }
    }

    /// What became of a row.
    #[must_use]
    pub fn of(&self, row: usize) -> Change {
        self.marks.get(row).copied().unwrap_or(Change::None)
    }
}

/// A branch is as it was where only rows within have changed: those have marks of their own.
fn is_same(before: &CompareRow, after: &CompareRow) -> bool {
    match (before.branch, after.branch) {
        (true, true) => true,
        (false, false) => {
            before.desired == after.desired
                && before.reported == after.reported
                && before.rest == after.rest
        }
        _ => false,
    }
}

fn by_place(rows: &[CompareRow]) -> HashMap<u64, usize> {
    rows.iter().map(|row| row.place).zip(0..).collect()
}

/// Rows that are gone, with the row before which they stood; those around others take them along.
fn gone(before: &[CompareRow], after: &[CompareRow]) -> Vec<(usize, Range<usize>)> {
    let by_place = by_place(after);
    let mut found: Vec<(usize, Range<usize>)> = Vec::new();
    let mut last_kept: Option<usize> = None;
    // A row that is gone often stood beside the last one.
    let mut known = (usize::MAX, 0, 0);
    let mut nth = 0;
    while let Some(row) = before.get(nth) {
        if let Some(kept) = by_place.get(&row.place) {
            last_kept = last_kept.max(Some(*kept));
            nth += 1;
            continue;
        }
        let within = before[nth + 1..].iter();
        let end = nth + 1 + within.take_while(|other| other.depth > row.depth).count();
        let start = last_kept.map_or(0, |kept| kept + 1);
        if (known.0, known.1) != (start, row.depth) {
            // Not among the rows of a branch that stood before it.
            let skipped = after[start.min(after.len())..].iter();
            let skipped = skipped.take_while(|other| other.depth > row.depth).count();
            known = (start, row.depth, start + skipped);
        }
        found.push((known.2, nth..end));
        nth = end;
    }
    found.sort_by_key(|(at, _)| *at);
    found
}
