//! The runs, newest first, and the sweep above them.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::app::state::{AppState, Question};
use crate::app::tasks::{Phase, Run, Selected};
use crate::model::time::day_and_time;
use crate::model::width::{cut, width};
use crate::view::pane::{self, Parts};
use crate::view::table::Table;
use crate::view::theme;
use crate::{text, words};

/// Columns of the bar, and where that leaves no room for how a run stands.
const BAR: [usize; 2] = [10, 5];
/// Columns of the first of its numbers, at least: with fewer, how it stands is told alone.
const NUMBERS: usize = 6;
/// Columns in which there is room for how a run stands, and for some of its numbers.
const STANDING: usize = 20;
/// Columns of what a run is.
const WHAT: usize = 18;

/// Draws the list.
pub fn draw(state: &AppState, frame: &mut Frame<'_>, area: Rect) {
    let tasks = &state.tasks;
    let has_sweep = state.sweep.is_some();
    let in_focus = !tasks.in_items;
    let length = tasks.rows(has_sweep);
    let count = match length {
        0 => String::new(),
        _ => words!("count-place", at = tasks.cursor.at + 1, all = length),
    };
    let parts = Parts {
        in_focus,
        input: None,
        title: words!("task-title"),
        count,
        filter: "",
        remark: String::new(),
    };
    let inner = pane::frame(&parts, frame, area);
    if length == 0 {
        return pane::say(&instead(state), frame, inner);
    }
    let columns = usize::from(inner.width);
    let in_view = (tasks.cursor.offset..).map_while(|place| tasks.row(place, has_sweep));
    let table = Table::new(length, tasks.cursor, in_focus);
    table.draw(in_view, frame, inner, |found, is_selected| {
        let mark = if is_selected { "▸ " } else { "  " };
        match found {
            Selected::Sweep => sweep_line(state, mark, columns),
            Selected::Run(place) => match tasks.runs().get(place) {
                Some(run) => run_line(state, run, mark, columns),
                None => Line::default(),
            },
        }
    });
}

fn instead(state: &AppState) -> Vec<(Style, String)> {
    if let Some(Err(problem)) = &state.tasks.listing {
        return vec![
            (theme::dangerous(), words!("task-no-list")),
            (theme::plain(), problem.text().to_string()),
        ];
    }
    if state.questions.values().any(|q| *q == Question::Tasks) || state.tasks.listing.is_none() {
        return vec![(theme::quiet(), "…".to_owned())];
    }
    vec![
        (theme::plain(), words!("task-none")),
        (theme::quiet(), words!("task-none-hint")),
    ]
}

fn sweep_line(state: &AppState, mark: &str, columns: usize) -> Line<'static> {
    let devices = state.sweep.as_ref().map_or(0, |sweep| sweep.devices());
    let devices = text!("count-devices", count = devices);
    let words = words!("task-sweep", devices = devices);
    Line::raw(cut(&format!("{mark}{words}"), columns))
}

fn run_line(state: &AppState, run: &Run, mark: &str, columns: usize) -> Line<'static> {
    let phase = run.phase();
    let (sign, style) = sign(phase, !run.failed().is_empty());
    let what = run.what().to_string();
    let fixed = width(mark) + 2 + 11 + 2 + WHAT + 1 + 2;
    let [long, short] = BAR;
    let length = if columns >= fixed + long + STANDING {
        long
    } else {
        short
    };
    let room = columns.saturating_sub(fixed + length);
    let phase = phase.word().to_string();
    let words = if width(&phase) + NUMBERS > room {
        phase
    } else {
        format!("{phase} · {}", run.in_words())
    };
    Line::from(vec![
        Span::raw(mark.to_owned()),
        Span::styled(format!("{sign} "), style),
        Span::styled(
            day_and_time(run.plan.created_ms, &state.setup.zone),
            theme::quiet(),
        ),
        Span::raw("  "),
        Span::styled(
            format!(
                "{}{} ",
                cut(&what, WHAT),
                " ".repeat(WHAT.saturating_sub(width(&what)))
            ),
            theme::strong(),
        ),
        Span::styled(bar(run.ended(), run.len(), length), style),
        Span::raw("  "),
        Span::styled(cut(&words, room), theme::plain()),
    ])
}

/// The sign of a run.
pub fn sign(phase: Phase, has_failed: bool) -> (&'static str, Style) {
    match phase {
        Phase::Running => ("▶", theme::accented()),
        Phase::Paused => ("⏸", theme::warned()),
        Phase::Stopping => ("■", theme::warned()),
        Phase::Done if has_failed => ("⚠", theme::warned()),
        Phase::Done => ("●", theme::well()),
        Phase::Cancelled => ("■", theme::quiet()),
        Phase::CutOff => ("✂", theme::warned()),
    }
}

/// How much of it has ended; full only once all has.
pub fn bar(ended: usize, of: usize, columns: usize) -> String {
    let full = (ended * columns).checked_div(of).unwrap_or(columns);
    format!("{}{}", "━".repeat(full), "╌".repeat(columns - full))
}
