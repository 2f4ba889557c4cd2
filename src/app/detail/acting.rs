//! What keys do in the detail: filter, search, fold.

use super::{Detail, View};

impl Detail {
    /// The text that rows must contain, or that is looked for; empty for none.
    #[must_use]
    pub fn text(&self) -> &str {
        match self.view {
            View::Compare => self.tree.filter(),
            View::Document | View::Raw => self.search.text(),
        }
    }

    /// Filters the rows by key and value, or looks for a text; letter case aside.
    pub fn set_text(&mut self, text: &str) {
        let shown = self.shown.clone();
        match self.view {
            View::Compare => {
                self.tree.set_filter(text);
                if let Some(shown) = shown {
                    self.tree.lay_out(shown.comparison());
                }
                self.fit();
            }
            View::Document | View::Raw => {
                self.search.set_text(text);
                if let Some(shown) = shown {
                    self.search.look(self.view, &shown.reading);
                    // The first one from here on.
                    let from = self.position();
                    if let Some(nth) = self.search.from(from) {
                        self.show_hit(nth);
                    }
                }
            }
        }
    }

    /// Shows only what differs, or all again.
    pub fn turn_differing(&mut self) {
        let selected = self.tree.index(self.cursor.at);
        self.tree.only_differing = !self.tree.only_differing;
        self.tree_changed(selected);
    }

    /// Folds what is selected, or unfolds it. Says whether there was anything to fold.
    pub fn fold(&mut self) -> bool {
        let Some(shown) = self.shown.clone() else {
            return false;
        };
        match self.view {
            View::Compare => {
                let Some(index) = self.tree.index(self.cursor.at) else {
                    return false;
                };
                let is_branch = self.tree.turn(&shown.comparison().rows, index);
                if is_branch {
                    self.tree_changed(Some(index));
                }
                is_branch
            }
            View::Document => {
                let line = self.document.line(self.cursor.at);
                let Some(branch) = self.document.turn(shown.reading.outline(), line) else {
                    return false;
                };
                self.go_to(self.document.row(branch));
                true
            }
            View::Raw => false,
        }
    }

    /// Folds everything, or unfolds it where anything is folded. Says whether that can be done here.
    pub fn fold_all(&mut self) -> bool {
        let Some(shown) = self.shown.clone() else {
            return false;
        };
        match self.view {
            View::Compare => {
                let selected = self.tree.index(self.cursor.at);
                self.tree.turn_all(&shown.comparison().rows);
                self.tree_changed(selected);
            }
            View::Document => {
                let line = self.document.line(self.cursor.at);
                self.document.turn_all(shown.reading.outline());
                self.go_to(self.document.row(line));
            }
            View::Raw => return false,
        }
        true
    }

    /// Lays the rows out anew and stays with one of them, or with what it is folded into.
    fn tree_changed(&mut self, selected: Option<usize>) {
        let Some(shown) = self.shown.clone() else {
            return;
        };
        self.tree.lay_out(shown.comparison());
        if let Some(place) = selected.and_then(|index| self.tree.place_of(index)) {
            self.go_to(place);
        }
        self.fit();
    }

    /// Goes to the next place that holds what is looked for, or the one before. Says whether that was
    /// round the end; nothing where there is none.
    pub fn next_hit(&mut self, forward: bool) -> Option<bool> {
        let here = self.hit();
        let (nth, is_round) = self.search.next(here, self.position(), forward)?;
        self.show_hit(nth);
        Some(is_round)
    }

    /// Which hit the user is at, from 0.
    #[must_use]
    pub fn hit(&self) -> Option<usize> {
        let nth = self.search.at()?;
        let hit = self.search.hit(nth)?;
        let line = match self.view {
            View::Compare => return None,
            View::Document => self.document.row(hit),
            View::Raw => self.raw.line_of(hit),
        };
        (line == self.cursor.at).then_some(nth)
    }

    /// Where the user is, as hits are counted: a line of the document, or a byte.
    fn position(&self) -> usize {
        match self.view {
            View::Compare => 0,
            View::Document => self.document.line(self.cursor.at),
            View::Raw => self.raw.start(self.cursor.at).unwrap_or(0),
        }
    }

    fn show_hit(&mut self, nth: usize) {
        let Some((shown, hit)) = self.shown.clone().zip(self.search.hit(nth)) else {
            return;
        };
        self.search.go_to(nth);
        let line = match self.view {
            View::Compare => return,
            View::Document => {
                self.document.unfold_around(shown.reading.outline(), hit);
                self.document.row(hit)
            }
            View::Raw => self.raw.line_of(hit),
        };
        self.go_to(line);
    }
}
