//! The question before quitting in the middle of a run.

use ratatui::Frame;
use ratatui::layout::{Constraint, Rect};
use ratatui::symbols::border;
use ratatui::text::{Line, Span};
use ratatui::widgets::Block;

use super::{clear, theme};
use crate::app::quit::QuitDialog;
use crate::app::state::AppState;
use crate::model::width::wrap_words_to;
use crate::words;

/// The widest that it gets.
const WIDEST: u16 = 76;
/// Lines of words at most.
const WORDS: usize = 8;

/// Draws the question over everything else.
pub fn draw(state: &AppState, dialog: &QuitDialog, frame: &mut Frame<'_>) {
    let screen = frame.area();
    let columns = screen.width.saturating_sub(4).min(WIDEST);
    let room = usize::from(columns.saturating_sub(6));
    let mut lines: Vec<_> = words(state)
        .iter()
        .flat_map(|text| wrap_words_to(text, room, WORDS / 2))
        .map(Line::raw)
        .collect();
    lines.push(Line::default());
    lines.push(buttons(dialog.leave).centered());
    let height = u16::try_from(lines.len() + 2)
        .unwrap_or(screen.height)
        .min(screen.height);
    let area = screen.centered(Constraint::Length(columns), Constraint::Length(height));
    clear(frame, area);
    let block = Block::bordered()
        .border_set(border::ROUNDED)
        .border_style(theme::warned())
        .title_top(Line::styled(
            format!("─ {} ", words!("quit-title")),
            theme::warned(),
        ));
    let inner = block.inner(area);
    frame.render_widget(block, area);
    for (nth, line) in (0..inner.height).zip(lines) {
        let area = Rect {
            x: inner.x + 2,
            y: inner.y + nth,
            width: inner.width.saturating_sub(4),
            height: 1,
        };
        frame.render_widget(line, area);
    }
}

fn words(state: &AppState) -> Vec<String> {
    let mut words = Vec::new();
    match state.tasks.active() {
        Some(run) => {
            words.push(words!(
                "quit-run",
                what = run.what(),
                ended = run.ended(),
                sent = run.sent(),
                queued = run.queued()
            ));
            words.push(words!("quit-leave-means"));
        }
        None => words.push(words!("quit-run-over")),
    }
    if let Some(action) = &state.action {
        words.push(words!("quit-action", target = action.target.to_string()));
    }
    words
}

fn buttons(leave: bool) -> Line<'static> {
    let button = |word: String, in_focus: bool| {
        if in_focus {
            Span::styled(format!("[ {word} ]"), theme::pressed())
        } else {
            Span::raw(format!("  {word}  "))
        }
    };
    Line::from(vec![
        button(words!("quit-stay"), !leave),
        Span::raw("      "),
        button(words!("quit-leave"), leave),
    ])
}
