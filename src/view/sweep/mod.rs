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
use crate::words;

/// Draws the screen.
pub fn draw(state: &AppState, frame: &mut Frame<'_>) {
    let Some(sweep) = &state.sweep else { return };
    let parts = Parts {
        in_focus: true,
        input: sweep.input.as_ref(),
        title: words!("sweep-title", count = sweep.devices()),
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

fn count(sweep: &Sweep) -> String {
    if let Some(cursor) = &sweep.failed {
        return words!("count-place", at = cursor.at + 1, all = sweep.errors());
    }
    match sweep.len() {
        0 => String::new(),
        rows => words!("count-place", at = sweep.cursor.at + 1, all = rows),
    }
}

/// Right in the lower border, beside the filter.
fn remark(sweep: &Sweep) -> String {
    match &sweep.problem {
        Some(problem) => words!("filter-see-above", at = problem.at),
        None => words!("count-matches", count = sweep.len()),
    }
}

fn instead(sweep: &Sweep) -> Vec<(Style, String)> {
    let progress = sweep.progress();
    let is_filtered = !sweep.filter_text().is_empty();
    let words = match (progress.phase, progress.rows, is_filtered) {
        (Phase::Running, ..) if is_filtered && progress.rows > 0 => {
            words!("sweep-none-so-far")
        }
        (Phase::Running, ..) => words!("sweep-reading"),
        (_, 1.., true) => words!("sweep-none-matches"),
        (Phase::Done, ..) => words!("sweep-none-named"),
        (Phase::Halted(_), ..) => words!("sweep-nothing-read"),
    };
    let hint = match (progress.unknown, is_filtered) {
        (0, false) if progress.phase == Phase::Done && !sweep.shows_facts() => {
            words!("sweep-look-at-defaults")
        }
        (0, false) => String::new(),
        (0, true) => words!("sweep-change-filter"),
        (unknown, _) => words!("sweep-facts-to-come", count = unknown),
    };
    vec![(theme::plain(), words), (theme::quiet(), hint)]
}
