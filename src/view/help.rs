//! The help, from the tables that the keys come from.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::symbols::border;
use ratatui::text::{Line, Span};
use ratatui::widgets::Block;

use super::{clear, pane, rect, theme};
use crate::app::geometry::Size;
use crate::app::keymap::{HELP_KEYS, HelpLine, help};
use crate::model::width::width;

/// Draws the help over the panes, scrolled by `offset` lines.
pub fn draw(offset: usize, size: Size, frame: &mut Frame<'_>) {
    let screen = frame.area();
    let lines = help(screen.width);
    let rows = lines.len().min(size.help_rows());
    let area = rect(size.help_area(lines.len()));
    clear(frame, area);
    let mut block = Block::bordered()
        .border_set(border::ROUNDED)
        .border_style(theme::accented())
        .title_top(Line::styled("─ Help ", theme::accented()));
    let inner = block.inner(area);
    if lines.len() > rows {
        block = block.title_bottom(Line::styled("─ j k scroll, Esc closes ", theme::accented()));
    }
    frame.render_widget(block, area);
    let length = lines.len();
    for (nth, text) in (0..inner.height).zip(lines.into_iter().skip(offset)) {
        let width = inner.width.saturating_sub(3);
        let row = Rect {
            x: inner.x + 2,
            y: inner.y + nth,
            width,
            height: 1,
        };
        frame.render_widget(line(text), row);
    }
    pane::scrollbar(length, offset, frame, inner, theme::accented());
}

fn line(line: HelpLine) -> Line<'static> {
    match line {
        HelpLine::Gap => Line::default(),
        HelpLine::Title(title) => Line::styled(title, theme::strong()),
        HelpLine::Keys(keys, words) => {
            let gap = " ".repeat(HELP_KEYS.saturating_sub(width(&keys)));
            Line::from(vec![
                Span::styled(keys, theme::accented()),
                Span::raw(gap),
                Span::raw(words),
            ])
        }
    }
}
