//! The selected mirror: what it is, when it was read and set, and desired beside reported.

mod foot;
mod head;
pub(super) mod table;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;

use super::pane::{self, Parts};
use super::{first_steps, row, theme};
use crate::app::geometry::{DETAIL_FOOT, DETAIL_HEAD};
use crate::app::slot::Slot;
use crate::app::state::{AppState, Pane};
use crate::model::compare::Comparison;
use crate::model::mirror::{MirrorId, MirrorName, MirrorRead, MirrorReading};
use crate::model::text::DEFAULT_MIRROR;
use crate::model::time::clock_time;
use crate::model::width::{cut_middle, width};

/// Draws the detail pane.
pub fn draw(state: &AppState, frame: &mut Frame<'_>, area: Rect) {
    let target = state.detail.target();
    let rows = state.comparison();
    let parts = Parts {
        in_focus: state.focus == Pane::Detail,
        input: pane::filter_line(state, Pane::Detail),
        title: target.map_or_else(|| "Detail".to_owned(), |target| title(target, area)),
        count: rows
            .filter(|_| area.width >= 40)
            .map_or_else(String::new, |rows| count(state, rows)),
        filter: state.detail.filter(),
        remark: String::new(),
    };
    let inner = pane::frame(&parts, frame, area);
    let Some(target) = target else {
        return pane::say(&first_steps::empty_account(state), frame, inner);
    };
    match state.reading() {
        Some(reading) => {
            let failed = state
                .mirrors
                .document(target)
                .is_some_and(|slot| slot.problem.is_some());
            document(state, reading, failed, frame, inner);
        }
        None => pane::say(&instead(state, target), frame, inner),
    }
}

fn title(target: &MirrorId, area: Rect) -> String {
    // More of either name than this never shows.
    let most = usize::from(area.width);
    let mirror = match &target.mirror {
        MirrorName::Default => DEFAULT_MIRROR.to_owned(),
        MirrorName::Named(name) => cut_middle(name.shown(), most),
    };
    let room = if area.width >= 60 {
        most
    } else {
        // The device stands selected on the left; the mirror is what counts here.
        most.saturating_sub(width(&mirror) + 20)
    };
    if room >= 8 {
        format!("{} › {mirror}", cut_middle(target.device.shown(), room))
    } else {
        mirror
    }
}

fn count(state: &AppState, rows: &Comparison) -> String {
    let (shown, all) = (state.detail.len(rows), rows.rows.len() + rows.left_out);
    match all {
        0 => String::new(),
        1 if shown == 1 => "1 row".to_owned(),
        _ if shown == all => format!("{all} rows"),
        _ => format!("{shown} of {all} rows"),
    }
}

fn instead(state: &AppState, target: &MirrorId) -> Vec<(Style, String)> {
    let Some(slot) = state.mirrors.document(target) else {
        return vec![];
    };
    match slot {
        Slot {
            problem: Some(error),
            value: None,
            ..
        } if pane::is_gone(error) => pane::failure("The device of this mirror is gone", error),
        Slot {
            problem: Some(error),
            value: None,
            ..
        } => pane::failure("Could not read this mirror", error),
        Slot {
            value: Some(seen), ..
        } if seen.read == MirrorRead::Absent => {
            let read = clock_time(seen.at_ms, &state.setup.zone);
            let words = match &target.mirror {
                MirrorName::Default => "This device has no default mirror.",
                MirrorName::Named(_) => "This mirror does not exist any more.",
            };
            let why =
                "A device makes its mirror with its first update, the console when one is added.";
            let mut lines = vec![
                (theme::strong(), words.to_owned()),
                (theme::quiet(), format!("looked at {read}; r looks again")),
                (theme::plain(), String::new()),
                (theme::quiet(), why.to_owned()),
            ];
            lines.extend(first_steps::no_default(target));
            lines
        }
        Slot { slow: true, .. } => vec![(theme::quiet(), "… reading".to_owned())],
        Slot { .. } => vec![],
    }
}

fn document(
    state: &AppState,
    reading: &MirrorReading,
    failed: bool,
    frame: &mut Frame<'_>,
    inner: Rect,
) {
    let rows = &reading.comparison;
    let columns = usize::from(inner.width);
    let table = table::Columns::of(columns);
    let mut lines = head::lines(reading, failed, &state.setup.zone, columns);
    lines.push(table.titles());
    let height = state.size.detail_rows();
    let offset = state.detail.cursor.offset;
    let in_focus = state.focus == Pane::Detail;
    for place in offset..(offset + height).min(state.detail.len(rows)) {
        let Some(row) = state
            .detail
            .index(place)
            .and_then(|index| rows.rows.get(index))
        else {
            break;
        };
        let is_selected = in_focus && place == state.detail.cursor.at;
        let style = if is_selected {
            theme::selected(true)
        } else {
            theme::plain()
        };
        lines.push(table.row(row, reading.read_at_ms).style(style));
    }
    if rows.rows.is_empty() {
        lines.push(Line::styled(" the document is empty", theme::quiet()));
    }
    for (line, text) in (0..inner.height).zip(lines) {
        let area = Rect {
            y: inner.y + line,
            height: 1,
            ..inner
        };
        row::draw(&text, frame, area);
    }
    let body = Rect {
        y: inner.y + DETAIL_HEAD,
        height: u16::try_from(height).unwrap_or(0),
        ..inner
    };
    pane::scrollbar(
        state.detail.len(rows),
        offset,
        frame,
        body,
        theme::border(in_focus),
    );
    if state.size.has_detail_foot() {
        let y = inner.bottom() - DETAIL_FOOT;
        foot::draw(
            state,
            reading,
            frame,
            Rect {
                y,
                height: DETAIL_FOOT,
                ..inner
            },
        );
    }
}
