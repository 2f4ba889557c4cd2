//! The question before quitting in the middle of a run.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::symbols::border;
use ratatui::text::{Line, Span};
use ratatui::widgets::Block;

use super::dialogs::{area_of, button_at, line_of, text_columns};
use super::{clear, theme};
use crate::app::mouse::DialogPart;
use crate::app::quit::QuitDialog;
use crate::app::state::AppState;
use crate::model::width::wrap_words_to;
use crate::words;

/// Lines of words at most.
const WORDS: usize = 8;

/// Draws the question over everything else.
pub fn draw(state: &AppState, dialog: &QuitDialog, frame: &mut Frame<'_>) {
    let (area, lines) = lay_out(state, dialog, frame.area());
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
        let area = line_of(nth, area);
        frame.render_widget(line, area);
    }
}

/// Where it lies, and its lines: the buttons are the last.
fn lay_out(state: &AppState, dialog: &QuitDialog, screen: Rect) -> (Rect, Vec<Line<'static>>) {
    let room = text_columns(screen);
    let mut lines: Vec<_> = words(state)
        .iter()
        .flat_map(|text| wrap_words_to(text, room, WORDS / 2))
        .map(Line::raw)
        .collect();
    lines.push(Line::default());
    lines.push(buttons(dialog.leave).centered());
    (area_of(lines.len(), screen), lines)
}

/// What of it lies in a cell of the screen.
pub fn part_at(
    state: &AppState,
    dialog: &QuitDialog,
    screen: Rect,
    cell: Position,
) -> Option<DialogPart> {
    let (area, lines) = lay_out(state, dialog, screen);
    let last = u16::try_from(lines.len()).ok()?.checked_sub(1)?;
    let line = line_of(last, area);
    let buttons = lines.last().filter(|_| line.contains(cell))?;
    button_at(buttons, line, cell.x)
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
        words.push(words!("quit-action", target = action.target.text()));
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
