//! A place in a list and the part of the list that is in view.

/// The selected row and the first row in view, both counted from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Cursor {
    /// The selected row.
    pub at: usize,
    /// The first row in view.
    pub offset: usize,
}

/// A way to move.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Step {
    /// One row up.
    Up,
    /// One row down.
    Down,
    /// As many rows up as are in view.
    PageUp,
    /// As many rows down as are in view.
    PageDown,
    /// To the first row.
    First,
    /// To the last row.
    Last,
}

impl Cursor {
    /// Moves within `length` rows of which `height` are in view. Says whether the row changed.
    pub fn step(&mut self, step: Step, length: usize, height: usize) -> bool {
        let before = self.at;
        let last = length.saturating_sub(1);
        self.at = match step {
            Step::Up => self.at.saturating_sub(1),
            Step::Down => self.at.saturating_add(1),
            Step::PageUp => self.at.saturating_sub(height.max(1)),
            Step::PageDown => self.at.saturating_add(height.max(1)),
            Step::First => 0,
            Step::Last => last,
        };
        self.fit(length, height);
        self.at != before
    }

    /// Goes to a row.
    pub fn go_to(&mut self, row: usize, length: usize, height: usize) {
        self.at = row;
        self.fit(length, height);
    }

    /// Shows the list from a row on; the selected row goes along where it would leave the view.
    pub fn view_from(&mut self, offset: usize, length: usize, height: usize) {
        let height = height.max(1);
        self.offset = offset.min(length.saturating_sub(height));
        self.at = self.at.clamp(self.offset, self.offset + height - 1);
        self.fit(length, height);
    }

    /// The same row in a pane of which less is in view than was thought.
    #[must_use]
    pub fn within(self, height: usize) -> Self {
        let lowest = (self.at + 1).saturating_sub(height.max(1));
        Self {
            offset: self.offset.max(lowest),
            ..self
        }
    }

    /// Brings row and view back into a list or pane that has changed.
    pub fn fit(&mut self, length: usize, height: usize) {
        let height = height.max(1);
        self.at = self.at.min(length.saturating_sub(1));
        let furthest = length.saturating_sub(height);
        let lowest = self.at.saturating_add(1).saturating_sub(height);
        self.offset = self.offset.min(furthest).max(lowest).min(self.at);
    }
}

#[cfg(test)]
mod tests {
    use super::{Cursor, Step};

    #[test]
    fn the_selected_row_goes_along_only_where_it_would_leave_the_view() {
        let mut cursor = Cursor { at: 5, offset: 0 };
        cursor.view_from(3, 100, 10);
        assert_eq!(cursor, Cursor { at: 5, offset: 3 });
        cursor.view_from(8, 100, 10);
        assert_eq!(cursor, Cursor { at: 8, offset: 8 });
        cursor.view_from(usize::MAX, 100, 10);
        assert_eq!(cursor, Cursor { at: 90, offset: 90 });
        cursor.view_from(0, 100, 10);
        assert_eq!(cursor, Cursor { at: 9, offset: 0 });
        cursor.view_from(7, 0, 0);
        assert_eq!(cursor, Cursor::default());
    }

    #[test]
    fn the_selected_row_stays_in_view() {
        let mut cursor = Cursor::default();
        assert!(cursor.step(Step::Last, 100, 10));
        assert_eq!(cursor, Cursor { at: 99, offset: 90 });
        assert!(!cursor.step(Step::Down, 100, 10));
        assert!(cursor.step(Step::PageUp, 100, 10));
        assert_eq!(cursor, Cursor { at: 89, offset: 89 });
        cursor.fit(5, 10);
        assert_eq!(cursor, Cursor { at: 4, offset: 0 });
        cursor.fit(0, 10);
        assert_eq!(cursor, Cursor::default());
    }
}
