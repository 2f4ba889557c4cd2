//! The rows of the view *compare* that are shown: those that match, without what is folded.

use std::collections::HashSet;

use crate::model::cell::Cell;
use crate::model::compare::{CompareRow, Comparison};
use crate::model::text::contains;

/// Which rows are shown.
#[derive(Debug, Default)]
pub struct Tree {
    filter: String,
    /// Whether only rows that differ are shown, and those around them.
    pub only_differing: bool,
    /// Places of the branches that are folded.
    folded: HashSet<u64>,
    /// The same while a filter is set: it opens what it finds.
    folded_in_filter: HashSet<u64>,
    /// Rows that are shown, as indices; absent where all are.
    shown: Option<Vec<usize>>,
    /// Those of them that are folded, as indices.
    folded_rows: Vec<usize>,
}

impl Tree {
    /// The text that rows must contain; empty without a filter.
    #[must_use]
    pub fn filter(&self) -> &str {
        &self.filter
    }

    /// Filters by key and value, letter case aside.
    pub(super) fn set_filter(&mut self, filter: &str) {
        filter.clone_into(&mut self.filter);
        self.folded_in_filter.clear();
    }

    /// Rows that are shown.
    #[must_use]
    pub fn len(&self, rows: &Comparison) -> usize {
        self.shown.as_ref().map_or(rows.rows.len(), Vec::len)
    }

    /// The index of a row that is shown, by its place among those.
    #[must_use]
    pub fn index(&self, place: usize) -> Option<usize> {
        match &self.shown {
            None => Some(place),
            Some(shown) => shown.get(place).copied(),
        }
    }

    /// The place of a row among those that are shown; of the one before it where it is not.
    pub(super) fn place_of(&self, index: usize) -> Option<usize> {
        match &self.shown {
            None => Some(index),
            Some(shown) => shown
                .partition_point(|shown| *shown <= index)
                .checked_sub(1),
        }
    }

    /// Whether a row that is shown is folded.
    #[must_use]
    pub fn is_folded(&self, index: usize) -> bool {
        self.folded_rows.binary_search(&index).is_ok()
    }

    fn folds(&self) -> &HashSet<u64> {
        if self.filter.is_empty() {
            &self.folded
        } else {
            &self.folded_in_filter
        }
    }

    fn folds_mut(&mut self) -> &mut HashSet<u64> {
        if self.filter.is_empty() {
            &mut self.folded
        } else {
            &mut self.folded_in_filter
        }
    }

    /// Folds a branch, or unfolds it. Says whether it is one.
    pub(super) fn turn(&mut self, rows: &[CompareRow], index: usize) -> bool {
        let Some(place) = rows
            .get(index)
            .filter(|row| row.branch)
            .map(|row| row.place)
        else {
            return false;
        };
        let folds = self.folds_mut();
        if !folds.remove(&place) {
            folds.insert(place);
        }
        true
    }

    /// Unfolds everything where anything is folded, else folds everything.
    pub(super) fn turn_all(&mut self, rows: &[CompareRow]) {
        let is_any = !self.folded_rows.is_empty();
        let branches = rows.iter().filter(|row| row.branch && !is_any);
        *self.folds_mut() = branches.map(|row| row.place).collect();
    }

    /// Works out which rows are shown.
    pub(super) fn lay_out(&mut self, comparison: &Comparison) {
        let rows = &comparison.rows;
        let needle = self.filter.to_lowercase();
        let only_differing = self.only_differing;
        let matching = (!needle.is_empty() || only_differing).then(|| {
            with_ancestors(rows, |row| {
                (!only_differing || row.differs) && (needle.is_empty() || holds(row, &needle))
            })
        });
        self.folded_rows.clear();
        if self.folds().is_empty() {
            self.shown = matching;
            return;
        }
        let folds = std::mem::take(self.folds_mut());
        let mut shown = Vec::new();
        let mut fold: Option<usize> = None;
        let all = matching.unwrap_or_else(|| (0..rows.len()).collect());
        for index in all {
            let row = &rows[index];
            if fold.is_some_and(|fold| row.depth > fold) {
                continue;
            }
            let is_folded = row.branch && folds.contains(&row.place);
            fold = is_folded.then_some(row.depth);
            if is_folded {
                self.folded_rows.push(index);
            }
            shown.push(index);
        }
        *self.folds_mut() = folds;
        self.shown = Some(shown);
    }
}

fn holds(row: &CompareRow, needle: &str) -> bool {
    let cells = [&row.desired, &row.reported].into_iter().flatten();
    let mut texts = cells.filter_map(Cell::value).chain([&row.key]);
    texts.any(|text| contains(text.as_str(), needle))
}

fn with_ancestors(rows: &[CompareRow], is_it: impl Fn(&CompareRow) -> bool) -> Vec<usize> {
    let mut kept: Vec<usize> = Vec::new();
    let mut path: Vec<usize> = Vec::new();
    for (index, row) in rows.iter().enumerate() {
        path.truncate(row.depth);
        path.push(index);
        if is_it(row) {
            let last = kept.last().copied();
            let new = path.iter().copied();
            kept.extend(new.skip_while(|index| last.is_some_and(|last| *index <= last)));
        }
    }
    kept
}

/// The number of the place of a row.
pub(super) fn place(rows: &[CompareRow], index: usize) -> Option<u64> {
    rows.get(index).map(|row| row.place)
}

/// The row at a place.
pub(super) fn find(rows: &[CompareRow], wanted: u64) -> Option<usize> {
    rows.iter().position(|row| row.place == wanted)
}
