//! How far a sweep is, and what came of it: two lines.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::app::state::AppState;
use crate::app::sweep::{Halt, Phase, Progress, Sweep};
use crate::model::count::grouped;
use crate::model::width::{cut, width};
use crate::view::{row, theme};

/// Columns of the bar, on a wide screen and on others.
const BAR: [usize; 2] = [30, 14];
/// From this width on the bar is the long one.
const WIDE: usize = 110;

/// Draws both lines at the top of the area.
pub(super) fn draw(state: &AppState, sweep: &Sweep, frame: &mut Frame<'_>, area: Rect) {
    let progress = sweep.progress();
    let columns = usize::from(area.width);
    let line = |nth: u16| Rect {
        y: area.y + nth,
        height: 1,
        ..area
    };
    let first = pieces(&far(&progress, columns), columns);
    row::draw(&first, frame, line(0));
    let second = pieces(&found(state, sweep, &progress), columns);
    row::draw(&second, frame, line(1));
}

type Piece = (String, Style);

/// Pieces beside each other; what has no room is cut with an ellipsis.
fn pieces(pieces: &[Piece], columns: usize) -> Line<'static> {
    let mut room = columns.saturating_sub(2);
    let mut spans = vec![Span::raw(" ")];
    for (nth, (words, style)) in pieces.iter().enumerate() {
        let gap = if nth == 0 { 0 } else { 3 };
        if room <= gap {
            break;
        }
        let words = cut(words, room - gap);
        room -= gap + width(&words);
        spans.push(Span::styled(" · ".repeat(gap / 3), theme::quiet()));
        spans.push(Span::styled(words, *style));
    }
    Line::from(spans)
}

fn far(progress: &Progress, columns: usize) -> Vec<Piece> {
    let length = if columns >= WIDE { BAR[0] } else { BAR[1] };
    let mut pieces = Vec::new();
    let all = progress.answered + progress.left;
    let done = progress.answered.saturating_mul(length as u64);
    let filled = usize::try_from(done / all.max(1)).unwrap_or(length);
    // It is full when everything is here, and not before.
    let filled = match progress.phase {
        Phase::Done => length,
        _ => filled.min(length - 1),
    };
    let bar = format!("{}{}", "━".repeat(filled), "─".repeat(length - filled));
    let (done, all) = (grouped(progress.devices_done), grouped(progress.devices));
    let devices = match (progress.devices, progress.devices_done) {
        (1, 1) => format!("{bar} 1 device"),
        (all, done) if all == done => format!("{bar} all {} devices", grouped(all)),
        _ => format!("{bar} {done} of {all} devices"),
    };
    pieces.push((devices, theme::strong()));
    if progress.facts_left > 0 {
        let left = grouped(progress.facts_left);
        pieces.push((format!("{left} mirrors to read"), theme::plain()));
    }
    match progress.phase {
        Phase::Done => pieces.push((
            format!("done in {}", span(progress.spent_ms.unsigned_abs() / 1000)),
            theme::well(),
        )),
        Phase::Running => pieces.extend(pace(progress)),
        Phase::Halted(why) => {
            let (words, style) = match why {
                Halt::Paused => ("paused: p goes on", theme::warned()),
                Halt::Unreachable => (
                    "⚠ the service cannot be reached: paused; p goes on",
                    theme::dangerous(),
                ),
                Halt::Stopped => ("stopped: p goes on", theme::warned()),
            };
            pieces.push((words.to_owned(), style));
        }
    }
    pieces
}

fn pace(progress: &Progress) -> Vec<Piece> {
    let Some(rate) = progress.rate_milli else {
        return vec![];
    };
    let rate = match rate {
        1_000.. => format!("{} a second", grouped_u64(rate / 1_000)),
        _ => format!("{} a minute", grouped_u64(rate * 60 / 1_000)),
    };
    let mut pieces = vec![(rate, theme::plain())];
    if let Some(left) = progress.left_s {
        pieces.push((format!("{} left", span(left)), theme::plain()));
    }
    pieces
}

fn found(state: &AppState, sweep: &Sweep, progress: &Progress) -> Vec<Piece> {
    let mut pieces = vec![marked(state, sweep)];
    let plural = if progress.rows == 1 { "" } else { "s" };
    let rows = grouped(progress.rows);
    pieces.push((format!("{rows} mirror{plural}"), theme::plain()));
    if progress.shown < progress.rows {
        pieces.push((format!("{} match", grouped(progress.shown)), theme::plain()));
    }
    if progress.unknown > 0 {
        let words = format!("{} not known yet", grouped(progress.unknown));
        pieces.push((words, theme::warned()));
    }
    if progress.errors > 0 {
        let plural = if progress.errors == 1 { "" } else { "s" };
        let errors = grouped(progress.errors);
        let words = format!("⚠ {errors} error{plural}: f lists, r tries again");
        pieces.push((words, theme::dangerous()));
    }
    pieces
}

/// Always there, hidden ones too: what is marked is what `d` is about.
fn marked(state: &AppState, sweep: &Sweep) -> Piece {
    let marked = state.marks.mirror_count();
    let hidden = sweep.hidden_marks(marked);
    let words = match (marked, hidden) {
        (0, _) => return ("nothing marked".to_owned(), theme::quiet()),
        (_, 0) => format!("{} marked", grouped(marked)),
        _ => format!("{} marked, {} not shown", grouped(marked), grouped(hidden)),
    };
    (words, theme::accented())
}

fn grouped_u64(number: u64) -> String {
    grouped(usize::try_from(number).unwrap_or(usize::MAX))
}

/// `5 s`, `2 min 5 s`, `3 h 20 min`.
fn span(seconds: u64) -> String {
    match seconds {
        0..60 => format!("{seconds} s"),
        60..3_600 => format!("{} min {} s", seconds / 60, seconds % 60),
        _ => format!("{} h {} min", seconds / 3_600, seconds % 3_600 / 60),
    }
}
