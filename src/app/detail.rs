//! The detail pane: the rows of one reading, perhaps filtered.

use super::cursor::Cursor;
use crate::model::compare::{CompareRow, Comparison};
use crate::model::mirror::MirrorId;
use crate::model::text::contains;

/// Which mirror is shown, and where in it the user is.
#[derive(Debug, Default)]
pub struct Detail {
    target: Option<MirrorId>,
    /// Rows that match the filter and those above them in the tree, as indices.
    matching: Option<Vec<usize>>,
    filter: String,
    /// The selected row among those that match.
    pub cursor: Cursor,
}

impl Detail {
    /// The mirror that is shown.
    #[must_use]
    pub fn target(&self) -> Option<&MirrorId> {
        self.target.as_ref()
    }

    /// Shows another mirror from its first row on.
    pub fn show(&mut self, target: Option<MirrorId>, rows: Option<&Comparison>, height: usize) {
        self.target = target;
        self.filter.clear();
        self.cursor = Cursor::default();
        self.lay_out(rows, height);
    }

    /// The text that rows must contain; empty without a filter.
    #[must_use]
    pub fn filter(&self) -> &str {
        &self.filter
    }

    /// Filters by key and value, letter case aside.
    pub fn set_filter(&mut self, filter: &str, rows: Option<&Comparison>, height: usize) {
        filter.clone_into(&mut self.filter);
        self.lay_out(rows, height);
    }

    /// Takes note that the rows have changed.
    pub fn lay_out(&mut self, rows: Option<&Comparison>, height: usize) {
        let needle = self.filter.to_lowercase();
        let rows = rows.map_or(&[][..], |comparison| &comparison.rows);
        self.matching = (!needle.is_empty()).then(|| with_ancestors(rows, &needle));
        self.cursor
            .fit(self.matching.as_ref().map_or(rows.len(), Vec::len), height);
    }

    /// Rows that match.
    #[must_use]
    pub fn len(&self, rows: &Comparison) -> usize {
        self.matching.as_ref().map_or(rows.rows.len(), Vec::len)
    }

    /// The index in `rows` of a row that matches, by its place among those.
    #[must_use]
    pub fn index(&self, place: usize) -> Option<usize> {
        self.matching
            .as_ref()
            .map_or(Some(place), |matching| matching.get(place).copied())
    }
}

fn with_ancestors(rows: &[CompareRow], needle: &str) -> Vec<usize> {
    let mut kept = Vec::new();
    let mut path: Vec<usize> = Vec::new();
    for (index, row) in rows.iter().enumerate() {
        path.truncate(row.depth);
        path.push(index);
        let mut texts = [Some(&row.key), row.desired.as_ref(), row.reported.as_ref()].into_iter();
        if texts.any(|text| text.is_some_and(|text| contains(text.as_str(), needle))) {
            let new = path
                .iter()
                .copied()
                .skip_while(|index| kept.last().is_some_and(|last| index <= last));
            kept.extend(new.collect::<Vec<_>>());
        }
    }
    kept
}
