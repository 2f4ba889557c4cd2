//! The lines below the table.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::app::geometry::DETAIL_FOOT;
use crate::app::state::{AppState, Pane};
use crate::model::cell::ABSENT;
use crate::model::mirror::MirrorReading;
use crate::model::text::SafeText;
use crate::model::time::since;
use crate::model::width::{cut, cut_middle, width, wrap_words_to};
use crate::view::theme;

/// The selected key in full while the pane is in focus; else the drift that has waited longest.
pub(super) fn draw(state: &AppState, reading: &MirrorReading, frame: &mut Frame<'_>, area: Rect) {
    let columns = usize::from(area.width).saturating_sub(2);
    let lines = if state.focus == Pane::Detail {
        let index = state.detail.index(state.detail.cursor.at);
        index.map_or_else(Vec::new, |index| selected_key(reading, index, columns))
    } else {
        oldest_drift(reading, columns)
    };
    // What is short stands at the bottom, with a gap above.
    let gap = area
        .height
        .saturating_sub(u16::try_from(lines.len()).unwrap_or(area.height));
    for (line, text) in (gap..area.height).zip(lines) {
        frame.render_widget(
            text,
            Rect {
                y: area.y + line,
                height: 1,
                ..area
            },
        );
    }
}

fn selected_key(reading: &MirrorReading, index: usize, columns: usize) -> Vec<Line<'static>> {
    let Some(row) = reading.comparison.rows.get(index) else {
        return vec![];
    };
    let path = cut_middle(&reading.comparison.path(index), columns);
    let mut lines = vec![Line::styled(format!(" {path}"), theme::strong())];
    if row.branch {
        return lines;
    }
    for (word, value, moment) in [
        ("desired ", &row.desired, row.desired_ms),
        ("reported", &row.reported, row.reported_ms),
    ] {
        let value = value.as_ref().map_or(ABSENT, SafeText::as_str);
        let age = moment.map_or_else(String::new, |moment| {
            format!(" ({})", since(moment, reading.read_at_ms))
        });
        let room = columns.saturating_sub(width(word) + 1 + width(&age));
        lines.push(Line::from(vec![
            Span::styled(format!(" {word} "), theme::quiet()),
            Span::raw(cut(value, room)),
            Span::styled(age, theme::quiet()),
        ]));
    }
    lines
}

fn oldest_drift(reading: &MirrorReading, columns: usize) -> Vec<Line<'static>> {
    let rows = &reading.comparison;
    let Some(index) = rows.oldest_drift else {
        return vec![];
    };
    let asked = rows.rows.get(index).and_then(|row| row.desired_ms);
    let asked = asked.map_or_else(String::new, |moment| since(moment, reading.read_at_ms));
    let words = format!(
        "⚠ {}: desired {asked} and not reported since",
        rows.path(index)
    );
    let most = usize::from(DETAIL_FOOT);
    let lines = wrap_words_to(&words, columns, most).into_iter();
    lines
        .map(|line| Line::styled(format!(" {line}"), theme::warned()))
        .collect()
}
