//! Which rows are shown, in which order, and which of them is selected.

use super::columns::{COLUMNS, Column, Sort};
use super::order::Order;
use super::table::{Facts, Row, Table, at};
use super::{Cursor, Sweep};
use crate::app::cursor::Step;
use crate::model::sweep_filter::{Subject, SweepFilter, Verdict};

/// Numbers that follow the rows as they change.
#[derive(Debug, Default)]
pub(super) struct Counts {
    /// Rows that stand.
    pub(super) rows: usize,
    /// Those of which it is not known whether they match.
    pub(super) unknown: usize,
    /// Those of them that are still to be read.
    pub(super) unknown_unread: usize,
    /// Those that match and are still to be read.
    pub(super) shown_unread: usize,
    /// Marked ones that match.
    pub(super) shown_marked: usize,
}

impl Counts {
    pub(super) fn add(&mut self, row: &Row) {
        for (count, holds) in self.counts_of(row) {
            *count += usize::from(holds);
        }
    }

    pub(super) fn remove(&mut self, row: &Row) {
        for (count, holds) in self.counts_of(row) {
            *count -= usize::from(holds);
        }
    }

    fn counts_of(&mut self, row: &Row) -> [(&mut usize, bool); 5] {
        let is_unread = matches!(row.facts, Facts::Unread | Facts::Asked);
        let is_unknown = !row.gone && row.verdict == Verdict::Unknown;
        [
            (&mut self.rows, !row.gone),
            (&mut self.unknown, is_unknown),
            (&mut self.unknown_unread, is_unknown && is_unread),
            (&mut self.shown_unread, row.is_shown() && is_unread),
            (&mut self.shown_marked, row.is_shown() && row.marked),
        ]
    }
}

fn judge(filter: &SweepFilter, table: &Table, row: &Row) -> Verdict {
    filter.verdict(&Subject {
        device: table.device_of(row),
        mirror: table.name_of(row),
        facts: row.facts.read(),
        is_marked: row.marked,
    })
}

impl Sweep {
    /// Changes a row, and its place where that follows.
    pub(super) fn change(&mut self, id: u32, change: impl FnOnce(&mut Row)) {
        let before = *self.table.row(id);
        let mut after = before;
        change(&mut after);
        after.verdict = judge(&self.filter, &self.table, &after);
        self.counts.remove(&before);
        self.counts.add(&after);
        let moves = self.sort.column.is_about_facts() && before.facts != after.facts;
        if before.is_shown() == after.is_shown() && !(moves && after.is_shown()) {
            self.table.rows[at(id)] = after;
            return;
        }
        let is_selected = before.is_shown() && self.order.get(self.cursor.at) == Some(id);
        let line = self.cursor.at - self.cursor.offset;
        if before.is_shown() {
            self.take_place(id);
        }
        self.table.rows[at(id)] = after;
        if after.is_shown() {
            let place = self.give_place(id);
            if is_selected && self.is_anchored {
                self.cursor = Cursor {
                    at: place,
                    offset: place.saturating_sub(line),
                };
            }
        }
        self.cursor.fit(self.order.len(), self.height);
    }

    /// A row that has just come is judged, counted and put where it belongs.
    pub(super) fn take_in(&mut self, id: u32) {
        let verdict = judge(&self.filter, &self.table, self.table.row(id));
        let row = &mut self.table.rows[at(id)];
        row.verdict = verdict;
        self.counts.add(row);
        if row.is_shown() {
            self.give_place(id);
            self.cursor.fit(self.order.len(), self.height);
        }
    }

    /// What is selected keeps its line on the screen when rows come above it.
    fn give_place(&mut self, id: u32) -> usize {
        let (table, sort) = (&self.table, self.sort);
        let place = self
            .order
            .insert(id, |one, other| table.compare(sort, one, other));
        if self.is_anchored && place <= self.cursor.at && self.order.len() > 1 {
            self.cursor.at += 1;
            self.cursor.offset += 1;
        }
        place
    }

    fn take_place(&mut self, id: u32) {
        let (table, sort) = (&self.table, self.sort);
        let place = self
            .order
            .remove(id, |one, other| table.compare(sort, one, other));
        if place.is_some_and(|place| place < self.cursor.at) {
            self.cursor.at -= 1;
            self.cursor.offset = self.cursor.offset.saturating_sub(1);
        }
    }

    /// Judges and sorts everything anew; the selected row keeps its line on the screen where it is
    /// still there.
    pub(super) fn lay_out(&mut self) {
        let selected = self.lost.or_else(|| self.order.get(self.cursor.at));
        let line = self.cursor.at - self.cursor.offset;
        self.counts = Counts::default();
        for index in 0..self.table.rows.len() {
            let verdict = judge(&self.filter, &self.table, &self.table.rows[index]);
            self.table.rows[index].verdict = verdict;
            self.counts.add(&self.table.rows[index]);
        }
        self.order = Order::sorted(&self.table.sorted(self.sort));
        self.demand.look_again();
        self.cursor = match selected.filter(|_| self.is_anchored) {
            Some(selected) => {
                let (table, sort) = (&self.table, self.sort);
                let compare = |one, other| table.compare(sort, one, other);
                let place = self.order.place_of(selected, compare);
                self.lost = place.is_none().then_some(selected);
                let place = place.unwrap_or(self.cursor.at);
                Cursor {
                    at: place,
                    offset: place.saturating_sub(line),
                }
            }
            None => Cursor::default(),
        };
        self.cursor.fit(self.order.len(), self.height);
    }

    /// Lets through what a filter that was understood lets through.
    pub fn set_filter(&mut self, filter: SweepFilter, text: &str) {
        text.clone_into(&mut self.filter_text);
        if filter == self.filter {
            return;
        }
        self.filter = filter;
        self.keep_column();
        self.lay_out();
    }

    /// Sorts by the next column there is.
    pub fn sort_by_next(&mut self) {
        let shown = |column: &&Column| self.shows_facts() || !column.is_about_facts();
        let place = COLUMNS
            .iter()
            .position(|column| *column == self.sort.column);
        let (before, after) = COLUMNS.split_at(place.map_or(0, |place| place + 1));
        let next = after.iter().chain(before).find(shown);
        self.sort = Sort {
            column: next.copied().unwrap_or(Column::Device),
            down: false,
        };
        self.lay_out();
    }

    /// Sorts the other way round.
    pub fn turn_around(&mut self) {
        self.sort.down = !self.sort.down;
        self.lay_out();
    }

    /// Shows names only, or the facts of each row.
    pub fn turn_columns(&mut self) {
        self.has_facts = !self.has_facts;
        self.keep_column();
        self.lay_out();
    }

    /// Whether the facts of each row are wanted.
    #[must_use]
    pub fn has_facts(&self) -> bool {
        self.has_facts
    }

    /// A column that is not shown sorts nothing.
    fn keep_column(&mut self) {
        if self.sort.column.is_about_facts() && !self.shows_facts() {
            self.sort = Sort::default();
        }
    }

    /// The filter is typed: what it hides now stays hidden.
    pub fn settle(&mut self) {
        self.lost = None;
    }

    /// Moves in what is listed.
    pub fn step(&mut self, step: Step) {
        let height = self.height;
        if let Some(cursor) = &mut self.failed {
            cursor.step(step, self.failures.len(), height);
            return;
        }
        self.lost = None;
        self.cursor.step(step, self.order.len(), height);
        // Whoever goes to the top wants to see what comes there.
        self.is_anchored = step != Step::First;
    }

    /// Goes to a row of what is listed.
    pub fn go_to(&mut self, place: usize, height: usize) {
        if let Some(cursor) = &mut self.failed {
            cursor.go_to(place, self.failures.len(), height);
            return;
        }
        self.lost = None;
        self.cursor.go_to(place, self.order.len(), height);
        self.is_anchored = true;
    }

    /// Shows what is listed from a row on.
    pub fn view_from(&mut self, offset: usize, height: usize) {
        if let Some(cursor) = &mut self.failed {
            cursor.view_from(offset, self.failures.len(), height);
            return;
        }
        let before = self.cursor.at;
        self.cursor.view_from(offset, self.order.len(), height);
        if self.cursor.at != before {
            self.lost = None;
        }
        // Whoever looks at the top wants to see what comes there; elsewhere rows stay in their lines.
        self.is_anchored = self.cursor != Cursor::default();
    }

    /// So many rows are in view from now on.
    pub fn set_height(&mut self, height: usize) {
        self.height = height;
        self.cursor.fit(self.order.len(), height);
        if let Some(cursor) = &mut self.failed {
            cursor.fit(self.failures.len(), height);
        }
    }

    /// Lists what failed instead of the rows, and back.
    pub fn turn_failed(&mut self) {
        self.failed = match self.failed {
            Some(_) => None,
            None => Some(Cursor::default()),
        };
    }
}
