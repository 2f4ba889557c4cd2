//! A text field of one line, with the terminal's own cursor in it (input methods draw there).

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::Line;
use tui_input::Input;

use crate::model::text::escape_text;
use crate::model::width::{cut, width};

/// Draws a field; the text is scrolled so that the cursor is in view.
pub fn draw(input: &Input, in_focus: bool, style: Style, frame: &mut Frame<'_>, area: Rect) {
    let columns = usize::from(area.width);
    if columns == 0 {
        return;
    }
    let value = input.value();
    let at = value
        .char_indices()
        .nth(input.cursor())
        .map_or(value.len(), |(at, _)| at);
    let shown = escape_text(value);
    let cursor = width(&escape_text(&value[..at]));
    if !in_focus {
        frame.render_widget(Line::styled(cut(&shown, columns), style), area);
        return;
    }
    // One column stays free behind the text for the cursor.
    let hidden = (cursor + 1).saturating_sub(columns);
    let (skipped, rest) = skip(&shown, hidden);
    frame.render_widget(Line::styled(rest.to_owned(), style), area);
    let column = u16::try_from(cursor.saturating_sub(skipped)).unwrap_or(area.width);
    let column = column.min(area.width - 1);
    frame.set_cursor_position(Position {
        x: area.x + column,
        y: area.y,
    });
}

/// Leaves out at least `columns` from the start of a text, whole characters only; returns how many
/// columns that were.
fn skip(text: &str, columns: usize) -> (usize, &str) {
    let mut skipped = 0;
    for (at, c) in text.char_indices() {
        if skipped >= columns {
            return (skipped, &text[at..]);
        }
        skipped += width(c.encode_utf8(&mut [0; 4]));
    }
    (skipped, "")
}
