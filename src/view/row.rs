//! One line of a table. Half of a table is gaps between its columns, and to lay out a blank costs as
//! much as a letter: here a gap only takes its style.

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;

use crate::model::width::fits;

/// Draws a line from the left edge on, cut off at the right one; nothing may stand there yet.
pub fn draw(line: &Line<'_>, frame: &mut Frame<'_>, area: Rect) {
    let area = area.intersection(frame.area());
    if area.is_empty() {
        return;
    }
    let buffer = frame.buffer_mut();
    restyle(buffer, area, line.style);
    let mut rest = area;
    for span in &line.spans {
        let text = span.content.trim_start_matches(' ');
        let before = span.content.len() - text.len();
        let words = text.trim_end_matches(' ');
        gap(before, span.style, buffer, &mut rest);
        let style = line.style.patch(span.style);
        let room = usize::from(rest.width);
        let (x, _) = buffer.set_stringn(rest.x, rest.y, words, room, style);
        if !fits(words, room) {
            return;
        }
        let drawn = x - rest.x;
        skip(&mut rest, drawn);
        gap(text.len() - words.len(), span.style, buffer, &mut rest);
    }
}

fn gap(blanks: usize, style: Style, buffer: &mut Buffer, rest: &mut Rect) {
    let width = u16::try_from(blanks).unwrap_or(u16::MAX).min(rest.width);
    restyle(buffer, Rect { width, ..*rest }, style);
    skip(rest, width);
}

fn restyle(buffer: &mut Buffer, area: Rect, style: Style) {
    if style != Style::default() {
        buffer.set_style(area, style);
    }
}

fn skip(rest: &mut Rect, columns: u16) {
    rest.x += columns;
    rest.width -= columns;
}

#[cfg(test)]
mod tests {
    use ratatui::Terminal;
    use ratatui::backend::TestBackend;
    use ratatui::text::{Line, Span};

    use super::draw;
    use crate::view::theme;

    /// What ratatui makes of the same line is right.
    #[test]
    fn a_row_looks_as_if_ratatui_had_drawn_it() {
        let line = Line::from(vec![
            Span::raw("\u{25b8} "),
            Span::styled("  온실 7동  ", theme::dangerous()),
            Span::styled("   ", theme::selected(false)),
            Span::raw(""),
            Span::styled("e\u{301}nd  of it ", theme::quiet()),
        ])
        .style(theme::selected(true));
        for width in 0..36 {
            let mut terminals =
                [(); 2].map(|()| Terminal::new(TestBackend::new(width, 1)).unwrap());
            let [ours, theirs] = &mut terminals;
            ours.draw(|frame| draw(&line, frame, frame.area())).unwrap();
            theirs
                .draw(|frame| frame.render_widget(&line, frame.area()))
                .unwrap();
            assert_eq!(ours.backend(), theirs.backend(), "{width}");
        }
    }
}
