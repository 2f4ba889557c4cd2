//! The detail pane: one reading in three views, and where in it the user is.
//!
//! What a view needs to find its lines is worked out when the reading, the width, the folds or the
//! text that is looked for change, so that a key and a frame cost what the lines in view cost.

mod acting;
mod document;
mod raw;
mod search;
mod shown;
mod tree;

pub use document::Document;
pub use raw::Raw;
pub use search::Search;
pub use shown::{Shown, View};
pub use tree::Tree;

use std::sync::Arc;

use super::cursor::{Cursor, Step};
use super::geometry::Size;
use crate::model::changes::Change;
use crate::model::compare::CompareRow;
use crate::model::mirror::{MirrorId, MirrorReading};

/// The room for the lines of a view.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Room {
    rows: usize,
    columns: usize,
}

/// Which mirror is shown, how, and where in it the user is.
#[derive(Debug, Default)]
pub struct Detail {
    target: Option<MirrorId>,
    shown: Option<Shown>,
    room: Room,
    view: View,
    /// The selected line among those of the view.
    pub cursor: Cursor,
    /// Where the user was in the other views.
    cursors: [Cursor; 3],
    /// The view *compare*.
    pub tree: Tree,
    /// The view *document*.
    pub document: Document,
    /// The view *raw*.
    pub raw: Raw,
    /// What is looked for in *document* and *raw*.
    pub search: Search,
}

impl Detail {
    /// The mirror that is shown.
    #[must_use]
    pub fn target(&self) -> Option<&MirrorId> {
        self.target.as_ref()
    }

    /// What of it is shown, where anything is.
    #[must_use]
    pub fn shown(&self) -> Option<&Shown> {
        self.shown.as_ref()
    }

    /// How it is shown.
    #[must_use]
    pub fn view(&self) -> View {
        self.view
    }

    /// Shows another mirror from its first line on, in the same view.
    pub fn show(&mut self, target: Option<MirrorId>) {
        *self = Self {
            target,
            view: self.view,
            room: self.room,
            ..Self::default()
        };
    }

    /// Takes note of what is to be shown and of the room for it. The user stays where they were, as
    /// far as that is still there.
    pub fn lay_out(&mut self, shown: Option<Shown>, size: Size) {
        let room = Room {
            rows: size.detail_rows(),
            columns: size.detail_columns(),
        };
        let is_same = match (&self.shown, &shown) {
            (Some(one), Some(other)) => one.is(other),
            (None, None) => true,
            _ => false,
        };
        if is_same && self.room == room {
            return;
        }
        let before = self.shown.take();
        let selected = before.as_ref().and_then(|before| self.selected(before));
        self.shown = shown;
        self.room = room;
        let Some(shown) = self.shown.clone() else {
            // It may come back: folds and the text that is looked for stay.
            self.fit();
            return;
        };
        self.prepare(&shown);
        if let (Some(before), Some(selected)) = (&before, selected)
            && let Some(row) = self.find(&shown, before, selected)
        {
            self.go_to(row);
        }
        self.fit();
    }

    /// Shows the next view.
    pub fn turn_view(&mut self) {
        self.cursors[self.view as usize] = self.cursor;
        self.view = self.view.next();
        self.cursor = self.cursors[self.view as usize];
        if let Some(shown) = self.shown.clone() {
            self.prepare(&shown);
        }
        self.fit();
    }

    /// Works out what the view needs.
    fn prepare(&mut self, shown: &Shown) {
        match self.view {
            View::Compare => self.tree.lay_out(shown.comparison()),
            View::Document => self.document.lay_out(&shown.reading),
            View::Raw => self.raw.lay_out(shown.body(), self.room.columns),
        }
        if self.view != View::Compare {
            self.search.look(self.view, &shown.reading);
        }
    }

    /// What is selected, in words that hold for another reading too.
    fn selected(&self, shown: &Shown) -> Option<u64> {
        match self.view {
            View::Compare => {
                let index = self.tree.index(self.cursor.at)?;
                tree::place(&shown.comparison().rows, index)
            }
            View::Document => {
                let line = self.document.line(self.cursor.at);
                let is_there = line < shown.reading.outline().lines.len();
                is_there.then(|| shown.reading.outline().place(shown.body(), line))
            }
            View::Raw => self.raw.start(self.cursor.at).map(|start| start as u64),
        }
    }

    /// The line of the view that holds what was selected.
    fn find(&self, shown: &Shown, before: &Shown, selected: u64) -> Option<usize> {
        match self.view {
            View::Compare => {
                let rows = &shown.comparison().rows;
                // Mostly it is where it was.
                let at = self.tree.index(self.cursor.at);
                if at.and_then(|index| tree::place(rows, index)) == Some(selected) {
                    return None;
                }
                let index = tree::find(rows, selected)?;
                self.tree.place_of(index)
            }
            View::Document => {
                if before.body() == shown.body() {
                    return None;
                }
                let outline = shown.reading.outline();
                let line = self.document.line(self.cursor.at);
                let is_it = |line: usize| outline.place(shown.body(), line) == selected;
                if outline.lines.len() > line && is_it(line) {
                    return Some(self.document.row(line));
                }
                let line = document::find(outline, shown.body(), selected)?;
                Some(self.document.row(line))
            }
            View::Raw => Some(self.raw.line_of(usize::try_from(selected).ok()?)),
        }
    }

    /// Lines of the view.
    #[must_use]
    pub fn len(&self) -> usize {
        match (&self.shown, self.view) {
            (None, _) => 0,
            (Some(shown), View::Compare) => self.tree.len(shown.comparison()),
            (Some(shown), View::Document) => {
                let lines = shown.reading.outline().lines.len();
                self.document.len(lines)
            }
            (Some(_), View::Raw) => self.raw.len(),
        }
    }

    /// Whether there is no line.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// A row of the comparison with its index, by its place in the view.
    #[must_use]
    pub fn row(&self, place: usize) -> Option<(usize, &CompareRow)> {
        let index = self.tree.index(place)?;
        Some((index, self.shown.as_ref()?.comparison().rows.get(index)?))
    }

    /// The reading that is shown and the row of its comparison that is selected: one that stands there
    /// because it is gone belongs to no reading.
    #[must_use]
    pub fn selected_row(&self) -> Option<(&Arc<MirrorReading>, usize)> {
        let shown = self.shown.as_ref().filter(|_| self.view == View::Compare)?;
        let index = self.tree.index(self.cursor.at)?;
        if shown.changes.is_none() {
            return Some((&shown.reading, index));
        }
        let place = tree::place(&shown.comparison().rows, index)?;
        let own = tree::find(&shown.reading.comparison.rows, place)?;
        Some((&shown.reading, own))
    }

    /// What became of a row of the comparison since another version.
    #[must_use]
    pub fn change(&self, index: usize) -> Change {
        let changes = self.shown.as_ref().and_then(|shown| shown.changes.as_ref());
        changes.map_or(Change::None, |changes| changes.of(index))
    }

    /// Moves.
    pub fn step(&mut self, step: Step) {
        let length = self.len();
        self.cursor.step(step, length, self.room.rows);
    }

    fn fit(&mut self) {
        if self.shown.is_some() {
            let length = self.len();
            self.cursor.fit(length, self.room.rows);
        }
    }

    fn go_to(&mut self, line: usize) {
        let length = self.len();
        self.cursor.go_to(line, length, self.room.rows);
    }
}
