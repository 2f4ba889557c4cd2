//! The screen of a sweep.

mod failures;
mod language;
mod progress;
mod rows;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::pane::{self, Parts};
use super::{rect, theme};
use crate::app::geometry::SWEEP_HEAD;
use crate::app::state::AppState;
use crate::app::sweep::{Phase, Sweep};
use crate::model::count::grouped;

/// Draws the screen.
pub fn draw(state: &AppState, frame: &mut Frame<'_>) {
    let Some(sweep) = &state.sweep else { return };
    let parts = Parts {
        in_focus: true,
        input: sweep.input.as_ref(),
        title: title(sweep),
        count: count(sweep),
        filter: sweep.filter_text(),
        remark: remark(sweep),
    };
    let inner = pane::frame(&parts, frame, rect(state.size.body()));
    progress::draw(state, sweep, frame, inner);
    let rows = state.size.sweep_rows(sweep.input.is_some());
    let below = Rect {
        y: inner.y + SWEEP_HEAD - 1,
        height: u16::try_from(rows + 1).unwrap_or(inner.height),
        ..inner
    };
    if sweep.failed.is_some() {
        failures::draw(sweep, frame, below);
    } else if sweep.is_empty() {
        pane::say(&instead(sweep), frame, below);
    } else {
        rows::draw(sweep, &state.setup.zone, frame, below);
    }
    if sweep.input.is_some() {
        let help = Rect {
            y: below.bottom(),
            height: inner.bottom().saturating_sub(below.bottom()),
            ..inner
        };
        language::draw(sweep, frame, help);
    }
}

fn title(sweep: &Sweep) -> String {
    let devices = sweep.devices();
    let plural = if devices == 1 { "" } else { "s" };
    format!("Sweep of {} device{plural}", grouped(devices))
}

fn count(sweep: &Sweep) -> String {
    if let Some(cursor) = &sweep.failed {
        return format!("{} of {}", grouped(cursor.at + 1), grouped(sweep.errors()));
    }
    match sweep.len() {
        0 => String::new(),
        rows => format!("{} of {}", grouped(sweep.cursor.at + 1), grouped(rows)),
    }
}

/// Right in the lower border, beside the filter.
fn remark(sweep: &Sweep) -> String {
    match &sweep.problem {
        Some(problem) => format!("⚠ see above: at {}", problem.at),
        None => format!("{} match", grouped(sweep.len())),
    }
}

fn instead(sweep: &Sweep) -> Vec<(Style, String)> {
    let progress = sweep.progress();
    let is_filtered = !sweep.filter_text().is_empty();
    let words = match (progress.phase, progress.rows, is_filtered) {
        (Phase::Running, ..) if is_filtered && progress.rows > 0 => {
            "No mirror matches so far.".to_owned()
        }
        (Phase::Running, ..) => "… reading the mirrors".to_owned(),
        (_, 1.., true) => "No mirror matches.".to_owned(),
        (Phase::Done, ..) => "None of these devices has a named mirror.".to_owned(),
        (Phase::Halted(_), ..) => "Nothing was read.".to_owned(),
    };
    let hint = match (progress.unknown, is_filtered) {
        (0, false) if progress.phase == Phase::Done && !sweep.shows_facts() => {
            "c looks at the default mirrors too, which no list names".to_owned()
        }
        (0, false) => String::new(),
        (0, true) => "/ changes the filter".to_owned(),
        (unknown, _) => format!(
            "of {} it is not known yet: their facts are still to be read",
            grouped(unknown)
        ),
    };
    vec![(theme::plain(), words), (theme::quiet(), hint)]
}
