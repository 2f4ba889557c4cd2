//! The runs, newest first, and the sweep above them.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::app::state::{AppState, Question};
use crate::app::tasks::{Phase, Run, Selected};
use crate::model::count::counted;
use crate::model::time::date_time;
use crate::model::width::{cut, width};
use crate::view::pane::{self, Parts};
use crate::view::{row, theme};

/// Columns of the bar.
const BAR: usize = 10;
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
        _ => format!("{} of {length}", tasks.cursor.at + 1),
    };
    let parts = Parts {
        in_focus,
        input: None,
        title: "Tasks".to_owned(),
        count,
        filter: "",
        remark: String::new(),
    };
    let inner = pane::frame(&parts, frame, area);
    if length == 0 {
        return pane::say(&instead(state), frame, inner);
    }
    let columns = usize::from(inner.width);
    for (nth, place) in (0..inner.height).zip(tasks.cursor.offset..) {
        let Some(found) = tasks.row(place, has_sweep) else {
            break;
        };
        let is_selected = place == tasks.cursor.at;
        let mark = if is_selected { "▸ " } else { "  " };
        let text = match found {
            Selected::Sweep => sweep_line(state, mark, columns),
            Selected::Run(place) => match tasks.runs().get(place) {
                Some(run) => run_line(state, run, mark, columns),
                None => Line::default(),
            },
        };
        let style = if is_selected {
            theme::selected(in_focus)
        } else {
            theme::plain()
        };
        let area = Rect {
            y: inner.y + nth,
            height: 1,
            ..inner
        };
        row::draw(&text.style(style), frame, area);
    }
    let style = theme::border(in_focus);
    pane::scrollbar(length, tasks.cursor.offset, frame, inner, style);
}

fn instead(state: &AppState) -> Vec<(Style, String)> {
    if let Some(Err(problem)) = &state.tasks.listing {
        return vec![
            (
                theme::dangerous(),
                "✖ Past runs could not be listed".to_owned(),
            ),
            (theme::plain(), problem.to_string()),
        ];
    }
    if state.questions.values().any(|q| *q == Question::Tasks) || state.tasks.listing.is_none() {
        return vec![(theme::quiet(), "…".to_owned())];
    }
    let words = "Nothing was run yet. Mark mirrors with Space, then d plans their deletion.";
    let hint = "o opens a saved plan, Esc goes back";
    vec![
        (theme::plain(), words.to_owned()),
        (theme::quiet(), hint.to_owned()),
    ]
}

fn sweep_line(state: &AppState, mark: &str, columns: usize) -> Line<'static> {
    let devices = state.sweep.as_ref().map_or(0, |sweep| sweep.devices());
    let words = format!(
        "{mark}sweep of {}: Enter shows it",
        counted(devices, "device")
    );
    Line::raw(cut(&words, columns))
}

fn run_line(state: &AppState, run: &Run, mark: &str, columns: usize) -> Line<'static> {
    let phase = run.phase();
    let (sign, style) = sign(phase, !run.failed().is_empty());
    let what = run.what();
    let fixed = width(mark) + 2 + 11 + 2 + WHAT + 1 + BAR + 2;
    let words = format!("{} · {}", phase.word(), run.in_words());
    Line::from(vec![
        Span::raw(mark.to_owned()),
        Span::styled(format!("{sign} "), style),
        Span::styled(moment(state, run.plan.created_ms), theme::quiet()),
        Span::raw("  "),
        Span::styled(
            format!(
                "{}{} ",
                cut(&what, WHAT),
                " ".repeat(WHAT.saturating_sub(width(&what)))
            ),
            theme::strong(),
        ),
        Span::styled(bar(run.ended(), run.len(), BAR), style),
        Span::raw("  "),
        Span::styled(cut(&words, columns.saturating_sub(fixed)), theme::plain()),
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

/// `11-23 14:02`.
fn moment(state: &AppState, at_ms: i64) -> String {
    let text = date_time(at_ms, &state.setup.zone);
    let to_minutes = text
        .rsplit_once(':')
        .map_or(text.as_str(), |(start, _)| start);
    let (_, day_and_time) = to_minutes.split_once('-').unwrap_or(("", to_minutes));
    day_and_time.to_owned()
}
