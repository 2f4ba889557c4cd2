//! The help, from the table that the keys come from.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::symbols::border;
use ratatui::text::{Line, Span};
use ratatui::widgets::Block;

use super::{clear, pane, rect, theme};
use crate::app::cursor::Step;
use crate::app::keymap::{Action, HELP_KEYS, HelpLine, Place, help};
use crate::app::state::AppState;
use crate::model::width::{cut, width};
use crate::words;

/// Draws the help over the panes, scrolled by `offset` lines.
///
/// * `place` - where it was opened.
pub fn draw(state: &AppState, place: Place, offset: usize, frame: &mut Frame<'_>) {
    let lines = help(&state.setup.keymap, state.here(place), state.size.columns);
    let rows = lines.len().min(state.size.help_rows());
    let area = rect(state.size.help_area(lines.len()));
    clear(frame, area);
    let title = words!("help-title");
    let mut block = Block::bordered()
        .border_set(border::ROUNDED)
        .border_style(theme::accented())
        .title_top(Line::styled(format!("─ {title} "), theme::accented()));
    let inner = block.inner(area);
    if lines.len() > rows {
        let words = cut(&scroll(state), usize::from(area.width.saturating_sub(6)));
        block = block.title_bottom(Line::styled(format!("─ {words} "), theme::accented()));
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

/// How to go on.
fn scroll(state: &AppState) -> String {
    let key = |action| {
        let keys = state.setup.keymap.keys(Place::Help, action);
        keys.first().map(ToString::to_string).unwrap_or_default()
    };
    words!(
        "help-scroll",
        down = key(Action::Move(Step::Down)),
        up = key(Action::Move(Step::Up)),
        close = key(Action::Cancel)
    )
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
