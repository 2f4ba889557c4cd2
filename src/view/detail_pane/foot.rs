//! The lines below the table.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::document;
use crate::app::detail::{Shown, View};
use crate::app::geometry::DETAIL_FOOT;
use crate::app::state::{AppState, Pane};
use crate::model::cell::{ABSENT, Cell};
use crate::model::compare::Drift;
use crate::model::time::since;
use crate::model::width::{cut, cut_middle, width, wrap, wrap_words_to};
use crate::view::theme;
use crate::words;

/// What is selected in full while the pane is in focus; else the drift that has waited longest.
pub(super) fn draw(state: &AppState, shown: &Shown, frame: &mut Frame<'_>, area: Rect) {
    let columns = usize::from(area.width).saturating_sub(2);
    let lines = match (state.focus == Pane::Detail, state.detail.view()) {
        (false, _) => oldest_drift(shown, columns),
        (true, View::Compare) => {
            let index = state.detail.tree.index(state.detail.cursor.at);
            index.map_or_else(Vec::new, |index| selected_key(shown, index, columns))
        }
        (true, View::Document) => selected_line(state, shown, columns),
        (true, View::Raw) => vec![],
    };
    // What is short stands at the bottom, with a gap above.
    let gap = usize::from(area.height).saturating_sub(lines.len());
    for (line, row) in lines.into_iter().zip(area.rows().skip(gap)) {
        frame.render_widget(line, row);
    }
}

fn selected_line(state: &AppState, shown: &Shown, columns: usize) -> Vec<Line<'static>> {
    let line = state.detail.document.line(state.detail.cursor.at);
    let path = document::path(shown, line);
    let mut lines = Vec::new();
    if !path.is_empty() {
        let path = cut_middle(&path, columns);
        lines.push(Line::styled(format!(" {path}"), theme::strong()));
    }
    if let Some(value) = document::whole_value(shown, line) {
        let most = usize::from(DETAIL_FOOT) - 1;
        let mut parts = wrap(&value, columns).into_iter();
        let first = parts.by_ref().take(most - 1).map(str::to_owned);
        let mut shown: Vec<String> = first.collect();
        let rest: String = parts.collect();
        if !rest.is_empty() {
            shown.push(cut(&rest, columns));
        }
        lines.extend(shown.into_iter().map(|part| Line::raw(format!(" {part}"))));
    }
    lines
}

fn selected_key(shown: &Shown, index: usize, columns: usize) -> Vec<Line<'static>> {
    let rows = shown.comparison();
    let now_ms = shown.reading.read_at_ms;
    let Some(row) = rows.rows.get(index) else {
        return vec![];
    };
    let path = cut_middle(&rows.path(index), columns);
    let mut lines = vec![Line::styled(format!(" {path}"), theme::strong())];
    if row.branch {
        return lines;
    }
    let ago = |moment| words!("detail-ago", age = since(moment, now_ms));
    // The longest that leaves the value whole, else the shortest.
    let desired = row.desired_ms.map(|moment| match row.drift(now_ms) {
        Drift::Old => vec![
            words!("detail-ago-unreported", age = since(moment, now_ms)),
            ago(moment),
        ],
        Drift::None | Drift::Fresh => vec![ago(moment)],
    });
    let reported = row.reported_ms.map(|moment| vec![ago(moment)]);
    let labels = [
        words!("detail-column-desired"),
        words!("detail-column-reported"),
    ];
    let column = labels.iter().map(|label| width(label)).max().unwrap_or(0);
    let [desired_label, reported_label] = labels;
    for (label, value, age) in [
        (desired_label, &row.desired, desired),
        (reported_label, &row.reported, reported),
    ] {
        let value = value.as_ref().map_or(ABSENT.into(), Cell::in_words);
        let room = columns.saturating_sub(column + 1);
        let ages = age.unwrap_or_default();
        let fits = |age: &&String| width(&value) + 1 + width(age) <= room;
        let age = ages.iter().find(fits).or(ages.last());
        let age = age.map_or_else(String::new, |age| format!(" {age}"));
        let gap = " ".repeat(column - width(&label));
        let room = room.saturating_sub(width(&age));
        lines.push(Line::from(vec![
            Span::styled(format!(" {label}{gap} "), theme::quiet()),
            Span::raw(cut(&value, room)),
            Span::styled(age, theme::quiet()),
        ]));
    }
    lines
}

fn oldest_drift(shown: &Shown, columns: usize) -> Vec<Line<'static>> {
    let rows = shown.comparison();
    let now_ms = shown.reading.read_at_ms;
    let Some((index, row)) = rows
        .oldest_drift
        .and_then(|index| Some((index, rows.rows.get(index)?)))
    else {
        return vec![];
    };
    let asked = row
        .desired_ms
        .map_or_else(String::new, |moment| since(moment, now_ms));
    let (words, style) = match row.drift(now_ms) {
        Drift::Old => (
            words!("detail-oldest", path = rows.path(index), age = asked),
            theme::old_drift(),
        ),
        Drift::None | Drift::Fresh => (
            words!("detail-oldest-fresh", path = rows.path(index), age = asked),
            theme::differing(),
        ),
    };
    let most = usize::from(DETAIL_FOOT);
    let lines = wrap_words_to(&words, columns, most).into_iter();
    lines
        .map(|line| Line::styled(format!(" {line}"), style))
        .collect()
}
