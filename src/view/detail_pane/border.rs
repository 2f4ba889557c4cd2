//! What the border of the detail tells: the view, how much is shown, and what is watched.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::app::detail::View;
use crate::app::state::AppState;
use crate::model::width::{cut, width};
use crate::view::theme;
use crate::words;

/// The name of the view, with the key that changes it.
pub(super) fn view_name(state: &AppState) -> String {
    match state.detail.view() {
        View::Compare => words!("detail-view-compare"),
        View::Document => words!("detail-view-document"),
        View::Raw => words!("detail-view-raw"),
    }
}

/// What stands in the lower border, as much of it as there is room for, what counts most last.
///
/// * `shares` - whether a filter or a search stands there too.
pub(super) fn remark(state: &AppState, columns: usize, shares: bool) -> String {
    let room = if shares { columns / 2 } else { columns };
    let mut parts = parts(state);
    loop {
        let words = parts.join(" · ");
        if parts.len() <= 1 || width(&words) <= room {
            return words;
        }
        parts.remove(0);
    }
}

fn parts(state: &AppState) -> Vec<String> {
    let mut parts = Vec::new();
    let detail = &state.detail;
    if let Some(shown) = detail.shown() {
        let rows = shown.comparison();
        let all = rows.rows.len() + rows.left_out;
        match detail.view() {
            View::Compare => {
                let count = detail.len();
                parts.extend(match all {
                    0 => None,
                    _ if count == all => Some(words!("detail-rows", count = all)),
                    _ => Some(words!("detail-rows-shown", shown = count, count = all)),
                });
                if detail.tree.only_differing {
                    parts.push(words!("detail-only-differing"));
                }
            }
            View::Document | View::Raw if detail.search.text().is_empty() => {}
            View::Document | View::Raw => {
                let all = detail.search.len();
                parts.push(match detail.hit() {
                    _ if all == 0 => words!("detail-not-found"),
                    Some(nth) => words!("detail-hit", nth = nth + 1, count = all),
                    None => words!("detail-hits", count = all),
                });
            }
        }
    }
    if let Some(watch) = state.watch_in_view() {
        if watch.seen() > 1 {
            let nth = watch.chosen().map_or(watch.seen(), |version| version.nth);
            parts.push(words!("watch-seen", nth = nth, count = watch.seen()));
        }
        if watch.is_on() {
            parts.push(words!("watch-every", seconds = state.setup.watch_ms / 1000));
        }
    }
    parts
}

/// Draws it where nothing else stands in the lower border.
pub(super) fn draw_remark(words: &str, in_focus: bool, frame: &mut Frame<'_>, area: Rect) {
    if words.is_empty() || area.height == 0 {
        return;
    }
    let room = area.width.saturating_sub(2);
    let words = format!(" {} ─", cut(words, usize::from(room.saturating_sub(3))));
    let columns = u16::try_from(width(&words)).unwrap_or(room);
    let line = Rect {
        x: area.right().saturating_sub(columns + 1),
        y: area.bottom() - 1,
        width: columns,
        height: 1,
    };
    frame.render_widget(Line::styled(words, theme::border(in_focus)), line);
}
