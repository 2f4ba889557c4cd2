//! The bottom: the last thing that happened, and the keys that work here.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::{clear, theme};
use crate::app::keymap::footer;
use crate::app::state::AppState;
use crate::model::width::{width, wrap_words_to};

/// Lines that a long notice may take; it lies over the panes, so that they do not move.
const MOST_LINES: usize = 5;
/// Columns between two keys of the footer.
const GAP: usize = 3;

/// Draws the keys that work where the focus is.
pub fn draw_keys(state: &AppState, frame: &mut Frame<'_>, area: Rect) {
    let mut keys: Vec<_> = footer(state.place(), state.setup.account.read_only).collect();
    let columns = |keys: &[(&str, &str)]| -> usize {
        keys.iter()
            .map(|(key, word)| width(key) + width(word) + GAP + 1)
            .sum::<usize>()
            - GAP
            + 1
    };
    // Where room is short, help and quit stay: they come last.
    while keys.len() > 2 && columns(&keys) > usize::from(area.width) {
        keys.remove(keys.len() - 3);
    }
    let mut spans = vec![Span::raw(" ")];
    for (key, word) in keys {
        spans.extend([
            Span::styled(key, theme::ACCENTED),
            Span::raw(" "),
            Span::raw(word),
            Span::raw(" ".repeat(GAP)),
        ]);
    }
    frame.render_widget(Line::from(spans), area);
}

/// Draws the last thing that happened, in full: what does not fit in the line grows upwards.
pub fn draw_notice(state: &AppState, frame: &mut Frame<'_>, area: Rect) {
    let Some(notice) = &state.notice else { return };
    let (mark, style) = theme::notice(notice.tone);
    let columns = usize::from(area.width).saturating_sub(4);
    let lines = wrap_words_to(&notice.text, columns, MOST_LINES);
    let height = u16::try_from(lines.len()).unwrap_or(1).min(area.y);
    let area = Rect {
        y: area.y + 1 - height,
        height,
        ..area
    };
    if height > 1 {
        clear(frame, area);
    }
    for (line, (text, nth)) in (0..height).zip(lines.into_iter().zip(0..)) {
        let mark = if nth == 0 { mark } else { " " };
        let text = Line::from(vec![
            Span::styled(format!(" {mark} "), style),
            Span::styled(text, style),
        ]);
        frame.render_widget(
            text,
            Rect {
                y: area.y + line,
                height: 1,
                ..area
            },
        );
    }
}
