//! The help, from the tables that the keys come from.

use ratatui::Frame;
use ratatui::layout::{Constraint, Rect};
use ratatui::symbols::border;
use ratatui::text::{Line, Span};
use ratatui::widgets::Block;

use super::{clear, pane, theme};
use crate::app::keymap::{help_lines, help_sections};
use crate::model::width::{cut, width};

const WIDEST: u16 = 76;
/// Columns of the keys.
const KEYS: usize = 17;

/// Draws the help over the panes, scrolled by `offset` lines.
pub fn draw(offset: usize, frame: &mut Frame<'_>) {
    let screen = frame.area();
    let columns = screen.width.saturating_sub(4).min(WIDEST);
    let lines = lines(usize::from(columns).saturating_sub(6));
    let height = screen
        .height
        .saturating_sub(4)
        .min(u16::try_from(lines.len() + 2).unwrap_or(u16::MAX));
    let area = screen.centered(Constraint::Length(columns), Constraint::Length(height));
    clear(frame, area);
    let mut block = Block::bordered()
        .border_set(border::ROUNDED)
        .border_style(theme::ACCENTED)
        .title_top(Line::styled("─ Help ", theme::ACCENTED));
    let inner = block.inner(area);
    if lines.len() > usize::from(inner.height) {
        block = block.title_bottom(Line::styled("─ j k scroll, Esc closes ", theme::ACCENTED));
    }
    frame.render_widget(block, area);
    for (line, text) in (0..inner.height).zip(lines.into_iter().skip(offset)) {
        let row = Rect {
            x: inner.x + 2,
            y: inner.y + line,
            width: inner.width.saturating_sub(3),
            height: 1,
        };
        frame.render_widget(text, row);
    }
    pane::scrollbar(help_lines(), offset, frame, inner, theme::ACCENTED);
}

fn lines(columns: usize) -> Vec<Line<'static>> {
    let mut lines = Vec::new();
    for (title, bindings) in help_sections() {
        if !lines.is_empty() {
            lines.push(Line::default());
        }
        lines.push(Line::styled(title, theme::STRONG));
        for (keys, words) in bindings {
            let gap = " ".repeat(KEYS.saturating_sub(width(keys)));
            let words = cut(words, columns.saturating_sub(KEYS));
            lines.push(Line::from(vec![
                Span::styled(keys, theme::ACCENTED),
                Span::raw(gap),
                Span::raw(words),
            ]));
        }
    }
    lines
}
