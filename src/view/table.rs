//! The rows of a table that are in view, one a line, and the scrollbar beside them.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::{pane, row, theme};
use crate::app::cursor::Cursor;

/// How the rows of a table are shown.
pub struct Table {
    /// How many there are.
    pub length: usize,
    /// The selected one, and the first in view.
    pub cursor: Cursor,
    /// Whether keys are about the rows.
    pub is_active: bool,
    /// Whether the frame around them has the focus.
    pub in_focus: bool,
}

impl Table {
    /// A table that is all there is in its frame.
    pub fn new(length: usize, cursor: Cursor, in_focus: bool) -> Self {
        Self {
            length,
            cursor,
            is_active: in_focus,
            in_focus,
        }
    }

    /// Draws the rows in view and returns the first line below them.
    ///
    /// * `rows` - from the first one in view on.
    /// * `line_of` - what stands on the line of a row, selected or not.
    pub fn draw<R>(
        &self,
        rows: impl Iterator<Item = R>,
        frame: &mut Frame<'_>,
        area: Rect,
        line_of: impl Fn(R, bool) -> Line<'static>,
    ) -> u16 {
        let mut below = area.y;
        let places = (area.y..area.bottom()).zip(self.cursor.offset..);
        for ((y, place), found) in places.zip(rows) {
            let is_selected = place == self.cursor.at;
            let style = if is_selected {
                theme::selected(self.is_active)
            } else {
                theme::plain()
            };
            let line = line_of(found, is_selected).style(style);
            let area = Rect {
                y,
                height: 1,
                ..area
            };
            row::draw(&line, frame, area);
            below = y + 1;
        }
        let style = theme::border(self.in_focus);
        pane::scrollbar(self.length, self.cursor.offset, frame, area, style);
        below
    }
}
