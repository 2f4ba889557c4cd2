//! How far a sweep is, and what came of it: two lines.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::app::state::AppState;
use crate::app::sweep::{Halt, Phase, Progress, Sweep};
use crate::i18n::Text;
use crate::model::width::{cut, width};
use crate::view::{row, theme};
use crate::{text, words};

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
    let (all, done) = (progress.devices, progress.devices_done);
    let devices = if all == done {
        words!("sweep-all-devices", count = all)
    } else {
        words!("sweep-devices", done = done, all = all)
    };
    pieces.push((format!("{bar} {devices}"), theme::strong()));
    if progress.facts_left > 0 {
        let left = words!("sweep-to-read", count = progress.facts_left);
        pieces.push((left, theme::plain()));
    }
    match progress.phase {
        Phase::Done => pieces.push((
            words!(
                "sweep-done",
                time = span(progress.spent_ms.unsigned_abs() / 1000)
            ),
            theme::well(),
        )),
        Phase::Running => pieces.extend(pace(progress)),
        Phase::Halted(why) => {
            let (words, style) = match why {
                Halt::Paused => (words!("sweep-paused"), theme::warned()),
                Halt::Unreachable => (words!("sweep-cut-off"), theme::dangerous()),
                Halt::Stopped => (words!("sweep-stopped"), theme::warned()),
            };
            pieces.push((words, style));
        }
    }
    pieces
}

fn pace(progress: &Progress) -> Vec<Piece> {
    let Some(rate) = progress.rate_milli else {
        return vec![];
    };
    let rate = match rate {
        1_000.. => words!("sweep-a-second", count = rate / 1_000),
        _ => words!("sweep-a-minute", count = rate * 60 / 1_000),
    };
    let mut pieces = vec![(rate, theme::plain())];
    if let Some(left) = progress.left_s {
        pieces.push((words!("sweep-left", time = span(left)), theme::plain()));
    }
    pieces
}

fn found(state: &AppState, sweep: &Sweep, progress: &Progress) -> Vec<Piece> {
    let mut pieces = vec![marked(state, sweep)];
    let rows = words!("count-mirrors", count = progress.rows);
    pieces.push((rows, theme::plain()));
    if progress.shown < progress.rows {
        let shown = words!("count-matches", count = progress.shown);
        pieces.push((shown, theme::plain()));
    }
    if progress.unknown > 0 {
        let words = words!("sweep-not-known", count = progress.unknown);
        pieces.push((words, theme::warned()));
    }
    if progress.errors > 0 {
        let words = words!("sweep-errors", count = progress.errors);
        pieces.push((words, theme::dangerous()));
    }
    pieces
}

/// Always there, hidden ones too: what is marked is what `d` is about.
fn marked(state: &AppState, sweep: &Sweep) -> Piece {
    let marked = state.marks.mirror_count();
    let hidden = sweep.hidden_marks(marked);
    let words = match (marked, hidden) {
        (0, _) => return (words!("sweep-nothing-marked"), theme::quiet()),
        (_, 0) => words!("sweep-marked", count = marked),
        _ => words!("sweep-marked-hidden", count = marked, hidden = hidden),
    };
    (words, theme::accented())
}

/// `5 s`, `2 min 5 s`, `3 h 20 min`.
fn span(seconds: u64) -> Text {
    match seconds {
        0..60 => text!("sweep-span-seconds", seconds = seconds),
        60..3_600 => text!(
            "sweep-span-minutes",
            minutes = seconds / 60,
            seconds = seconds % 60
        ),
        _ => text!(
            "sweep-span-hours",
            hours = seconds / 3_600,
            minutes = seconds % 3_600 / 60
        ),
    }
}
