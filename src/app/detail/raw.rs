//! The lines of the view *raw*.

use std::ops::Range;
use std::sync::Arc;

use crate::model::raw::line_starts;

/// Where the lines of some bytes begin at some width.
#[derive(Debug, Default)]
pub struct Raw {
    body: Option<Arc<[u8]>>,
    columns: usize,
    starts: Vec<u32>,
}

impl Raw {
    /// Lines.
    #[must_use]
    pub fn len(&self) -> usize {
        self.starts.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.starts.is_empty()
    }

    /// The byte with which a line begins.
    #[must_use]
    pub fn start(&self, line: usize) -> Option<usize> {
        self.starts.get(line).map(|start| *start as usize)
    }

    /// The bytes of a line.
    #[must_use]
    pub fn bytes(&self, line: usize) -> Option<Range<usize>> {
        let end = match self.start(line + 1) {
            Some(end) => end,
            None => self.body.as_ref()?.len(),
        };
        Some(self.start(line)?..end)
    }

    /// The line that holds a byte.
    #[must_use]
    pub fn line_of(&self, byte: usize) -> usize {
        let after = self.starts.partition_point(|start| *start as usize <= byte);
        after.saturating_sub(1)
    }

    /// Finds the lines, unless these are them.
    pub(super) fn lay_out(&mut self, body: &Arc<[u8]>, columns: usize) {
        if self.columns == columns && self.body.as_ref() == Some(body) {
            return;
        }
        self.starts = line_starts(body, columns);
        self.columns = columns;
        self.body = Some(Arc::clone(body));
    }
}
