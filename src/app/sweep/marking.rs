//! Marks in the table. They are kept by identity elsewhere; rows only know whether they are marked, so
//! that counting and filtering need not look each up.

use super::table::at;
use super::{Facts, Sweep};
use crate::app::cursor::Step;
use crate::app::marks::Marks;

impl Sweep {
    /// Takes note of marks that were changed elsewhere.
    pub fn sync_marks(&mut self, marks: &Marks) {
        if self.marks_at == marks.changes() {
            return;
        }
        let mut marked = vec![false; self.table.rows.len()];
        for (target, _) in marks.mirrors() {
            if let Some(row) = self.table.find(target) {
                marked[at(row)] = true;
            }
        }
        for (row, is_marked) in self.table.rows.iter_mut().zip(marked) {
            row.marked = is_marked;
        }
        self.marks_at = marks.changes();
        self.recount();
    }

    fn recount(&mut self) {
        if self.filter.is_about_marks() {
            return self.lay_out();
        }
        let shown = self.table.rows.iter().filter(|row| row.is_shown());
        self.counts.shown_marked = shown.filter(|row| row.marked).count();
    }

    /// Marks the selected mirror, or takes its mark away, and goes on to the next row.
    pub fn turn_mark(&mut self, marks: &mut Marks) {
        let Some(id) = self.order.get(self.cursor.at) else {
            return;
        };
        let version = version_of(&self.table.row(id).facts);
        let is_marked = marks.turn_mirror(&self.table.target(id), version);
        self.marks_at = marks.changes();
        let before = self.len();
        self.is_anchored = true;
        self.lost = None;
        self.change(id, |row| row.marked = is_marked);
        // A row that went away has left its place to the next one.
        if self.len() == before {
            self.step(Step::Down);
        }
    }

    /// Marks every row that matches. Says of how many it is not known whether they do.
    pub fn mark_all(&mut self, marks: &mut Marks) -> usize {
        let rows: Vec<u32> = self.order.from(0).collect();
        let targets = rows.iter().map(|row| {
            let version = version_of(&self.table.row(*row).facts);
            (self.table.target(*row), version)
        });
        marks.add_mirrors(targets);
        self.marks_at = marks.changes();
        for row in rows {
            self.table.rows[at(row)].marked = true;
        }
        self.recount();
        self.counts.unknown
    }

    /// Marked mirrors that the table does not show now, of so many marked ones.
    #[must_use]
    pub fn hidden_marks(&self, marked: usize) -> usize {
        marked.saturating_sub(self.counts.shown_marked)
    }

    /// A mirror is gone, and its mark with it.
    pub fn unmark_gone(&mut self, marks: &mut Marks, target: &crate::model::mirror::MirrorId) {
        let is_synced = self.marks_at == marks.changes();
        marks.remove_mirror(target);
        self.lose(target);
        if is_synced {
            self.marks_at = marks.changes();
        }
    }
}

fn version_of(facts: &Facts) -> Option<u64> {
    facts.read().and_then(|facts| facts.version)
}
