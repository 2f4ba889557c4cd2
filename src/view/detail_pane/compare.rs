//! Desired beside reported.

use ratatui::text::Line;

use super::table::{Columns, Marks};
use super::{in_view, placed};
use crate::app::detail::Shown;
use crate::app::state::AppState;
use crate::view::theme;
use crate::words;

/// The titles and the rows in view.
pub(super) fn lines(state: &AppState, shown: &Shown, columns: usize) -> Vec<Line<'static>> {
    let detail = &state.detail;
    let has_changes = shown.changes.is_some();
    let table = Columns::of(columns).with_changes(has_changes);
    let mut lines = vec![table.titles()];
    let now_ms = shown.reading.read_at_ms;
    for place in in_view(state) {
        let Some((index, row)) = detail.row(place) else {
            break;
        };
        let marks = Marks {
            is_folded: detail.tree.is_folded(index),
            change: detail.change(index),
        };
        lines.push(placed(state, place, table.marked_row(row, now_ms, marks)));
    }
    if shown.comparison().rows.is_empty() {
        let words = words!("detail-empty");
        lines.push(Line::styled(format!(" {words}"), theme::quiet()));
    } else if detail.is_empty() {
        let words = words!("detail-no-rows");
        lines.push(Line::styled(format!(" {words}"), theme::quiet()));
    }
    lines
}
