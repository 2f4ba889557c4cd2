//! What is looked for in the views *document* and *raw*, and where it stands.

use std::sync::Arc;

use super::View;
use crate::model::cell;
use crate::model::mirror::MirrorReading;
use crate::model::raw::{every_place, places};

/// Hits that are kept; nobody walks through more.
pub const HITS: usize = 100_000;

/// A text and where it stands.
#[derive(Debug, Default)]
pub struct Search {
    text: String,
    /// Lines of the document, or bytes, ascending.
    hits: Vec<usize>,
    /// The one that the user went to.
    at: Option<usize>,
    /// What the hits were found for.
    found_for: Option<(View, Arc<[u8]>)>,
}

impl Search {
    /// What is looked for; empty for nothing.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// How often it was found: in how many lines of the document, or at how many places of the bytes.
    #[must_use]
    pub fn len(&self) -> usize {
        self.hits.len()
    }

    /// Whether it was not found.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.hits.is_empty()
    }

    /// The line of the document, or the byte, of a hit.
    #[must_use]
    pub fn hit(&self, nth: usize) -> Option<usize> {
        self.hits.get(nth).copied()
    }

    /// The hit that the user went to last.
    pub(super) fn at(&self) -> Option<usize> {
        self.at
    }

    pub(super) fn go_to(&mut self, nth: usize) {
        self.at = Some(nth);
    }

    /// The hits from a byte on that begin before another one.
    #[must_use]
    pub fn within(&self, start: usize, end: usize) -> &[usize] {
        let first = self.hits.partition_point(|hit| *hit < start);
        let last = self.hits.partition_point(|hit| *hit < end);
        self.hits.get(first..last).unwrap_or_default()
    }

    pub(super) fn set_text(&mut self, text: &str) {
        text.clone_into(&mut self.text);
        self.found_for = None;
    }

    /// Looks for the text, unless that was done.
    pub(super) fn look(&mut self, view: View, reading: &MirrorReading) {
        let body = &reading.document.body;
        let is_known = |(of, found): &(View, Arc<[u8]>)| *of == view && found == body;
        if self.found_for.as_ref().is_some_and(is_known) {
            return;
        }
        self.at = None;
        self.hits = match view {
            _ if self.text.is_empty() => vec![],
            View::Compare => vec![],
            View::Document => lines(reading, &self.text),
            View::Raw => places(body, &self.text, HITS),
        };
        self.found_for = Some((view, Arc::clone(body)));
    }

    /// The first hit from a place on, or the first of all.
    pub(super) fn from(&self, place: usize) -> Option<usize> {
        let nth = self.hits.partition_point(|hit| *hit < place);
        let nth = if nth < self.hits.len() { nth } else { 0 };
        (!self.hits.is_empty()).then_some(nth)
    }

    /// The hit after the one that the user is at, or before it, and whether that is round the end.
    ///
    /// * `place` - where the user is, if at none.
    pub(super) fn next(
        &self,
        here: Option<usize>,
        place: usize,
        forward: bool,
    ) -> Option<(usize, bool)> {
        let last = self.hits.len().checked_sub(1)?;
        let after = match here {
            Some(nth) if forward => nth + 1,
            Some(nth) => nth,
            None => self.hits.partition_point(|hit| *hit < place),
        };
        Some(match (forward, after) {
            (true, nth) if nth > last => (0, true),
            (true, nth) => (nth, false),
            (false, 0) => (last, true),
            (false, nth) => (nth - 1, false),
        })
    }
}

/// Lines of the document whose key or value says the text.
fn lines(reading: &MirrorReading, text: &str) -> Vec<usize> {
    let (outline, body) = (reading.outline(), &reading.document.body);
    let mut found: Vec<usize> = Vec::new();
    // The end of a key and the beginning of its value may look like it and hide what overlaps them.
    for byte in every_place(body, text) {
        let last = found.last().copied();
        let line = outline.holding(&(byte..byte + text.len()), last.unwrap_or(0));
        found.extend(line.filter(|line| last != Some(*line)));
        if found.len() >= HITS {
            break;
        }
    }
    if outline.escaped.is_empty() {
        return found;
    }
    // What stands escaped is looked for as it is shown.
    let is_escaped = |line: &usize| {
        let line = u32::try_from(*line);
        line.is_ok_and(|line| outline.escaped.binary_search(&line).is_ok())
    };
    found.retain(|line| !is_escaped(line));
    for line in outline.escaped.iter().map(|line| *line as usize) {
        let Some(parts) = outline.lines.get(line) else {
            continue;
        };
        let parts = [parts.key(), Some(parts.value())].into_iter().flatten();
        let mut parts = parts.filter_map(|part| body.get(part));
        let says = |part| !places(cell::unescaped(part).as_bytes(), text, 1).is_empty();
        if parts.any(says) {
            found.push(line);
        }
    }
    found.sort_unstable();
    found.truncate(HITS);
    found
}
