//! The lines of the view *document* that are shown: all but those that are folded away.

use std::collections::HashSet;
use std::sync::Arc;

use crate::model::mirror::MirrorReading;
use crate::model::outline::{LineKind, Outline, OutlineLine};

/// What is folded.
#[derive(Debug, Default)]
pub struct Document {
    /// Lines whose contents are folded away, ascending; some may be within others.
    folded: Vec<usize>,
    /// Those of them that are not within another one.
    gaps: Vec<Gap>,
    /// The reading whose lines these are.
    of: Option<Arc<MirrorReading>>,
}

/// Lines that are not shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Gap {
    /// The line that they are folded into.
    line: usize,
    /// The last of them.
    end: usize,
    /// Lines that are not shown before these.
    before: usize,
}

impl Document {
    /// Lines that are shown, of so many.
    #[must_use]
    pub fn len(&self, lines: usize) -> usize {
        lines.saturating_sub(self.gaps.last().map_or(0, Gap::up_to))
    }

    /// The line of the document that is shown in a row.
    #[must_use]
    pub fn line(&self, row: usize) -> usize {
        let above = self.gaps.partition_point(|gap| gap.line - gap.before < row);
        let hidden = above.checked_sub(1).map_or(0, |nth| self.gaps[nth].up_to());
        row + hidden
    }

    /// The row in which a line of the document is shown, or what it is folded into.
    #[must_use]
    pub fn row(&self, line: usize) -> usize {
        let above = self.gaps.partition_point(|gap| gap.line < line);
        match above.checked_sub(1).map(|nth| self.gaps[nth]) {
            Some(gap) if line <= gap.end => gap.line - gap.before,
            Some(gap) => line - gap.up_to(),
            None => line,
        }
    }

    /// Whether the contents of a line are folded away.
    #[must_use]
    pub fn is_folded(&self, line: usize) -> bool {
        self.folded.binary_search(&line).is_ok()
    }

    /// A reading is shown: what was folded in the one before stays so.
    pub(super) fn lay_out(&mut self, reading: &Arc<MirrorReading>) {
        let before = self.of.replace(Arc::clone(reading));
        let Some(before) = before.filter(|_| !self.folded.is_empty()) else {
            return;
        };
        let (old, new) = (&before.document.body, &reading.document.body);
        if old == new {
            return;
        }
        let outline = before.outline();
        let lines = self.folded.iter();
        let wanted: HashSet<u64> = lines.map(|line| outline.place(old, *line)).collect();
        let outline = reading.outline();
        let lines = outline.lines.iter().enumerate();
        let branches = lines.filter(|(_, line)| line.is_branch());
        self.folded = branches
            .map(|(line, _)| line)
            .filter(|line| wanted.contains(&outline.place(new, *line)))
            .collect();
        self.find_gaps(outline);
    }

    /// Folds what begins or ends on a line, or unfolds it; for any other line what is around it.
    /// Returns the line of it, if there is any.
    pub(super) fn turn(&mut self, outline: &Outline, line: usize) -> Option<usize> {
        let found = outline.lines.get(line)?;
        let branch = if found.is_branch() {
            line
        } else {
            outline.ancestors(line).next()?
        };
        match self.folded.binary_search(&branch) {
            Ok(nth) => {
                self.folded.remove(nth);
            }
            Err(nth) => self.folded.insert(nth, branch),
        }
        self.find_gaps(outline);
        Some(branch)
    }

    /// Unfolds everything where anything is folded, else folds everything but the outermost.
    pub(super) fn turn_all(&mut self, outline: &Outline) {
        if self.gaps.is_empty() {
            let lines = outline.lines.iter().enumerate();
            let inner = lines.filter(|(_, line)| line.is_branch() && line.depth() > 0);
            self.folded = inner.map(|(line, _)| line).collect();
        } else {
            self.folded.clear();
        }
        self.find_gaps(outline);
    }

    /// Unfolds what a line is folded into.
    pub(super) fn unfold_around(&mut self, outline: &Outline, line: usize) {
        let before = self.folded.len();
        for around in outline.ancestors(line) {
            if let Ok(nth) = self.folded.binary_search(&around) {
                self.folded.remove(nth);
            }
        }
        if self.folded.len() != before {
            self.find_gaps(outline);
        }
    }

    fn find_gaps(&mut self, outline: &Outline) {
        self.gaps.clear();
        let mut before = 0;
        let mut end = 0;
        for line in self.folded.iter().copied() {
            let Some(last) = outline.lines.get(line).map(OutlineLine::end) else {
                break;
            };
            if line < end {
                continue;
            }
            self.gaps.push(Gap {
                line,
                end: last,
                before,
            });
            before += last - line;
            end = last;
        }
    }
}

impl Gap {
    /// Lines that are not shown, up to these and with them.
    fn up_to(&self) -> usize {
        self.before + (self.end - self.line)
    }
}

/// The line at a place.
pub(super) fn find(outline: &Outline, body: &[u8], wanted: u64) -> Option<usize> {
    let mut lines =
        (0..outline.lines.len()).filter(|line| outline.lines[*line].kind != LineKind::End);
    lines.find(|line| outline.place(body, *line) == wanted)
}
