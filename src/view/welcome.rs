//! The screen where there are no credentials.

use ratatui::Frame;
use ratatui::layout::{Constraint, Rect};
use ratatui::symbols::border;
use ratatui::text::Line;
use ratatui::widgets::Block;

use super::{pane, status, theme};
use crate::app::welcome::{AROUND, MARGIN, Rank, Welcome};
use crate::i18n::speaking;
use crate::model::width::{cut, width};
use crate::words;

/// Draws one frame.
pub fn draw(welcome: &Welcome, frame: &mut Frame<'_>) {
    theme::looking(&welcome.look, || {
        draw_all(welcome, frame);
        theme::finish(frame.buffer_mut());
    });
}

fn draw_all(welcome: &Welcome, frame: &mut Frame<'_>) {
    let screen = frame.area();
    let [columns, rows] = [welcome.size.columns, welcome.size.rows];
    if [screen.width, screen.height] != [columns, rows] || rows < AROUND + 1 || columns <= MARGIN {
        // The message about the new size is on its way, or nothing has room.
        return;
    }
    let lines = welcome.lines();
    let widest = lines.iter().map(|(_, line)| width(line)).max();
    let widest = u16::try_from(widest.unwrap_or(0)).unwrap_or(columns);
    let height = u16::try_from(lines.len() + 2).unwrap_or(rows);
    let room = Rect {
        height: rows - 1,
        ..screen
    };
    let area = room.centered(
        Constraint::Length(widest.saturating_add(MARGIN).min(columns)),
        Constraint::Length(height.min(room.height)),
    );
    let block = Block::bordered()
        .border_set(border::ROUNDED)
        .border_style(theme::accented())
        .title_top(Line::styled("─ mirrordeck ", theme::accented()));
    let inner = block.inner(area);
    frame.render_widget(block, area);
    for (y, (rank, line)) in (inner.y..inner.bottom()).zip(lines.iter().skip(welcome.offset)) {
        let style = match rank {
            Rank::Title => theme::strong(),
            Rank::Words => theme::plain(),
            Rank::Sample => theme::accented(),
        };
        let area = Rect {
            x: inner.x + 2,
            y,
            width: inner.width.saturating_sub(4),
            height: 1,
        };
        frame.render_widget(Line::styled(line.as_str(), style), area);
    }
    pane::scrollbar(lines.len(), welcome.offset, frame, inner, theme::accented());
    let keys = Rect {
        y: screen.bottom() - 1,
        height: 1,
        ..screen
    };
    speaking(welcome.language, || draw_keys(welcome, frame, keys));
}

fn draw_keys(welcome: &Welcome, frame: &mut Frame<'_>, area: Rect) {
    if welcome.asks_for_q {
        let words = cut(&words!("welcome-q-itself"), usize::from(area.width));
        return frame.render_widget(Line::styled(words, theme::warned()), area);
    }
    let mut keys = vec![
        ("d", words!("welcome-key-demo")),
        ("q", words!("welcome-key-leave")),
    ];
    if welcome.scrolls() {
        keys.push(("\u{2191} \u{2193}", words!("welcome-key-scroll")));
    }
    let keys = keys.into_iter().map(|(key, word)| (key.to_owned(), word));
    frame.render_widget(status::key_line(keys), area);
}
