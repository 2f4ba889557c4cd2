//! The selected mirror: what it is, when it was read and set, and its values in one of three views.

mod border;
mod compare;
mod document;
mod foot;
mod head;
mod raw;
pub(super) mod table;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::pane::{self, Parts};
use super::{first_steps, row, theme};
use crate::app::detail::{Shown, View};
use crate::app::geometry::{DETAIL_FOOT, DETAIL_HEAD};
use crate::app::slot::Slot;
use crate::app::state::{AppState, Pane};
use crate::model::mirror::{MirrorId, MirrorName, MirrorRead};
use crate::model::raw::places;
use crate::model::text::default_mirror;
use crate::model::time::clock_time;
use crate::model::width::{cut, cut_middle, width};
use crate::words;

/// Draws the detail pane.
pub fn draw(state: &AppState, frame: &mut Frame<'_>, area: Rect) {
    let target = state.detail.target();
    let shown = state.detail.shown();
    let count = shown.map_or_else(String::new, |_| border::view_name(state));
    let input = pane::filter_line(state, Pane::Detail);
    let has_line = input.is_some() || !state.detail.text().is_empty();
    let remark = border::remark(state, usize::from(area.width.saturating_sub(6)), has_line);
    let parts = Parts {
        in_focus: state.focus == Pane::Detail,
        input,
        title: target.map_or_else(
            || words!("detail-title"),
            |target| title(target, area, width(&count)),
        ),
        count,
        filter: state.detail.text(),
        remark: remark.clone(),
    };
    let inner = pane::frame(&parts, frame, area);
    if !has_line {
        border::draw_remark(&remark, parts.in_focus, frame, area);
    }
    let Some(target) = target else {
        return pane::say(&first_steps::empty_account(state), frame, inner);
    };
    match shown {
        Some(shown) => {
            let failed = state
                .mirrors
                .document(target)
                .is_some_and(|slot| slot.problem.is_some());
            mirror(state, shown, failed, frame, inner);
        }
        None => pane::say(&instead(state, target), frame, inner),
    }
}

/// Device and mirror, where there is room for both beside the count.
fn title(target: &MirrorId, area: Rect, count: usize) -> String {
    // More of either name than this never shows.
    let most = usize::from(area.width);
    let mirror = match &target.mirror {
        MirrorName::Default => default_mirror().to_owned(),
        MirrorName::Named(name) => cut_middle(name.shown(), most),
    };
    let room = if area.width >= 60 {
        most
    } else {
        // The device stands selected on the left; the mirror is what counts here.
        most.saturating_sub(width(&mirror) + count + 12)
    };
    if room >= 8 {
        format!("{} › {mirror}", cut_middle(target.device.shown(), room))
    } else {
        mirror
    }
}

fn instead(state: &AppState, target: &MirrorId) -> Vec<(Style, String)> {
    if let Some(version) = state.watch_in_view().and_then(|watch| watch.chosen()) {
        let time = clock_time(version.at_ms, &state.setup.zone);
        return vec![
            (theme::strong(), words!("detail-was-absent", time = time)),
            (theme::quiet(), words!("detail-walk")),
        ];
    }
    let Some(slot) = state.mirrors.document(target) else {
        return vec![];
    };
    match slot {
        Slot {
            problem: Some(error),
            value: None,
            ..
        } if pane::is_gone(error) => pane::failure(&words!("detail-device-gone"), error),
        Slot {
            problem: Some(error),
            value: None,
            ..
        } => pane::failure(&words!("detail-unread"), error),
        Slot {
            value: Some(seen), ..
        } if seen.read == MirrorRead::Absent => {
            let read = clock_time(seen.at_ms, &state.setup.zone);
            let words = match &target.mirror {
                MirrorName::Default => words!("detail-no-default"),
                MirrorName::Named(_) => words!("detail-no-mirror"),
            };
            let mut lines = vec![
                (theme::strong(), words),
                (theme::quiet(), words!("detail-looked", time = read)),
                (theme::plain(), String::new()),
                (theme::quiet(), words!("detail-how-made")),
            ];
            lines.extend(first_steps::no_default(target));
            lines
        }
        Slot { slow: true, .. } => vec![(theme::quiet(), words!("detail-reading"))],
        Slot { .. } => vec![],
    }
}

fn mirror(state: &AppState, shown: &Shown, failed: bool, frame: &mut Frame<'_>, inner: Rect) {
    let columns = usize::from(inner.width);
    let mut lines = head::lines(state, shown, failed, columns);
    lines.extend(match state.detail.view() {
        View::Compare => compare::lines(state, shown, columns),
        View::Document => document::lines(state, shown, columns),
        View::Raw => raw::lines(state, shown),
    });
    for (line, area) in lines.iter().zip(inner.rows()) {
        row::draw(line, frame, area);
    }
    let height = state.size.detail_rows();
    let body = Rect {
        y: inner.y + DETAIL_HEAD,
        height: u16::try_from(height).unwrap_or(0),
        ..inner
    };
    pane::scrollbar(
        state.detail.len(),
        state.detail.cursor.offset,
        frame,
        body,
        theme::border(state.focus == Pane::Detail),
    );
    if state.size.has_detail_foot() {
        let y = inner.bottom() - DETAIL_FOOT;
        let area = Rect {
            y,
            height: DETAIL_FOOT,
            ..inner
        };
        foot::draw(state, shown, frame, area);
    }
}

/// The lines of the view that are in view, by their places; no other line is made.
fn in_view(state: &AppState) -> std::ops::Range<usize> {
    let offset = state.detail.cursor.offset;
    offset..(offset + state.size.detail_rows()).min(state.detail.len())
}

/// A line as it stands in its row: the selected one is seen where the pane is in focus.
fn placed(state: &AppState, place: usize, line: Line<'static>) -> Line<'static> {
    let is_selected = state.focus == Pane::Detail && place == state.detail.cursor.at;
    if is_selected {
        line.style(theme::selected(true))
    } else {
        line
    }
}

/// A text in spans, where it holds what is looked for marked, and cut to the columns that are left.
fn push_marked(
    spans: &mut Vec<Span<'static>>,
    room: &mut usize,
    text: &str,
    style: Style,
    needle: &str,
) {
    let text = cut(text, *room);
    *room = room.saturating_sub(width(&text));
    let mut done = 0;
    for start in places(text.as_bytes(), needle, usize::MAX) {
        let end = start + needle.len();
        // Letters that differ in case only are as long as each other.
        let (Some(before), Some(hit)) = (text.get(done..start), text.get(start..end)) else {
            break;
        };
        if !before.is_empty() {
            spans.push(Span::styled(before.to_owned(), style));
        }
        spans.push(Span::styled(hit.to_owned(), style.patch(theme::matched())));
        done = end;
    }
    if done < text.len() {
        spans.push(Span::styled(text[done..].to_owned(), style));
    }
}
