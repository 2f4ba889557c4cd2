//! The devices: name and description, those that were not read yet too.

use std::collections::HashSet;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::pane::{self, Parts};
use super::{first_steps, row, theme};
use crate::app::devices::{Devices, Part, Query, Row, Source, Spot, Window, marked};
use crate::app::state::{AppState, Pane};
use crate::model::text::escape_text;
use crate::model::width::{cut, cut_middle, width};
use crate::words;

/// Draws the devices pane.
pub fn draw(state: &AppState, frame: &mut Frame<'_>, area: Rect) {
    let devices = &state.devices;
    let in_focus = state.focus == Pane::Devices;
    let parts = Parts {
        in_focus,
        input: pane::filter_line(state, Pane::Devices),
        title: words!("device-title"),
        count: pane::with_marks(state.marks.device_count(), &count(devices)),
        filter: devices.filter(),
        remark: remark(devices, usize::from(area.width).saturating_sub(4) / 2),
    };
    let inner = pane::frame(&parts, frame, area);
    if devices.is_empty() {
        return pane::say(&instead(devices), frame, inner);
    }
    let columns = usize::from(inner.width);
    for (line, place) in (0..inner.height).zip(devices.cursor.offset..) {
        let Some(spot) = devices.spot(place) else {
            break;
        };
        let is_selected = place == devices.cursor.at;
        let row = Rect {
            y: inner.y + line,
            height: 1,
            ..inner
        };
        let style = if is_selected {
            theme::selected(in_focus)
        } else {
            theme::plain()
        };
        let marker = if is_selected { "▸" } else { " " };
        let line = match spot {
            Spot::Device(row) => device_row(state, place, row, marker, columns),
            Spot::Waiting => beside(marker, "…".to_owned(), theme::quiet()),
            Spot::Failed => beside(marker, words!("device-row-failed"), theme::warned()),
            Spot::Unnamed => beside(marker, words!("device-row-unnamed"), theme::warned()),
        };
        row::draw(&line.style(style), frame, row);
    }
    let all = devices.all();
    let length = match all.total() {
        Some(total) if devices.found().is_none() => usize::try_from(total).unwrap_or(usize::MAX),
        _ => devices.len(),
    };
    pane::scrollbar(
        length,
        devices.cursor.offset,
        frame,
        inner,
        theme::border(in_focus),
    );
}

/// A row that is no device.
fn beside(marker: &'static str, words: String, style: Style) -> Line<'static> {
    Line::from(vec![
        Span::raw(marker),
        Span::raw(" "),
        Span::styled(words, style),
    ])
}

fn device_row<'a>(
    state: &AppState,
    place: usize,
    row: Row<'a>,
    marker: &'static str,
    columns: usize,
) -> Line<'a> {
    let devices = &state.devices;
    let is_hit = matches!(devices.source(place), Some(Source::Hit(_)));
    // To look a name up it must be hashed, so only where there is something to be found.
    let is_marked = state.marks.device_count() > 0 && state.marks.has_device(&row.name());
    let sign = match (is_marked, is_hit) {
        (true, true) => Span::styled("⊕", theme::accented()),
        (true, false) => Span::styled("●", theme::accented()),
        (false, true) => Span::styled("+", theme::quiet()),
        (false, false) => Span::raw(" "),
    };
    let names = (columns / 2).clamp(14, 40);
    let name = cut_middle(row.shown(), names);
    let gap = " ".repeat((names + 1).saturating_sub(width(&name)));
    let warning = if row.is_escaped() || devices.is_double(place) {
        "⚠ "
    } else {
        ""
    };
    let rest = columns.saturating_sub(names + 3 + width(warning));
    let description = if devices.is_double(place) {
        cut(&words!("device-double"), rest)
    } else {
        cut(row.description(), rest)
    };
    let mut spans = vec![Span::raw(marker), sign];
    spans.extend(lettered(devices.query(), Part::Name, name, theme::plain()));
    spans.extend([Span::raw(gap), Span::styled(warning, theme::warned())]);
    let query = devices.query();
    spans.extend(lettered(
        query,
        Part::Description,
        description,
        theme::quiet(),
    ));
    Line::from(spans)
}

/// A text with the letters marked that are looked for.
fn lettered(query: &Query, part: Part, text: String, style: Style) -> Vec<Span<'static>> {
    let marks = match query {
        Query::All | Query::Properties(_) | Query::Wrong(_) => HashSet::new(),
        _ => marked(query, part, &text),
    };
    if marks.is_empty() {
        return vec![Span::styled(text, style)];
    }
    let mut spans: Vec<(bool, String)> = Vec::new();
    for (nth, c) in text.chars().enumerate() {
        let is_marked = marks.contains(&nth);
        match spans.last_mut() {
            Some((before, run)) if *before == is_marked => run.push(c),
            _ => spans.push((is_marked, c.to_string())),
        }
    }
    let spans = spans.into_iter();
    spans
        .map(|(is_marked, run)| Span::styled(run, if is_marked { theme::matched() } else { style }))
        .collect()
}

fn count(devices: &Devices) -> String {
    let reading = if devices.is_slow() { "… " } else { "" }.to_owned();
    let at = if devices.is_empty() {
        0
    } else {
        devices.cursor.at + 1
    };
    // These are places, not numbers of things, so their thousands are not set apart.
    let at = at.to_string();
    match (devices.found(), devices.all().total()) {
        (Some(found), _) => {
            let all = found.len().to_string();
            reading + &words!("pane-place-found", at = at, all = all)
        }
        (None, Some(total)) => reading + &words!("pane-place", at = at, all = total.to_string()),
        (None, None) if devices.is_empty() => reading.trim_end().to_owned(),
        (None, None) => {
            let all = format!("{}+", devices.loaded());
            reading + &words!("pane-place", at = at, all = all)
        }
    }
}

/// What the query looked through, in as many words as there is room for.
fn remark(devices: &Devices, room: usize) -> String {
    let Some(found) = devices.found() else {
        return String::new();
    };
    let loaded = found.loaded().len();
    let hits = found.hits();
    let answered = match devices.hits() {
        Some(hits) if hits.problem().is_some() && !hits.has_begun() => {
            Some(words!("device-no-answer"))
        }
        Some(hits) if hits.has_begun() => None,
        Some(_) => Some(words!("device-asking")),
        None => Some("…".to_owned()),
    };
    let words: [String; 2] = match (devices.query(), answered) {
        (Query::All | Query::Wrong(_), _) => Default::default(),
        (Query::Fuzzy(_), _) if devices.all().is_complete() => Default::default(),
        (Query::Fuzzy(_), _) => [
            words!("device-fuzzy-loaded", count = devices.loaded()),
            words!("device-fuzzy-loaded-short", count = devices.loaded()),
        ],
        (Query::Properties(_), Some(words)) => [words.clone(), words],
        (Query::Properties(_), None) => [
            words!("device-from-service", count = hits),
            format!("+{hits}"),
        ],
        (_, Some(words)) => [
            words!("device-loaded-and", count = loaded, words = &words),
            format!("{loaded} {words}"),
        ],
        (_, None) if hits == 0 && devices.all().is_complete() => Default::default(),
        (_, None) => [
            words!("device-loaded-hits", loaded = loaded, hits = hits),
            words!("device-loaded-hits-short", loaded = loaded, hits = hits),
        ],
    };
    let mut fitting = words.into_iter();
    fitting
        .find(|words| width(words) <= room)
        .unwrap_or_default()
}

fn instead(devices: &Devices) -> Vec<(Style, String)> {
    if devices.found().is_some() {
        return no_match(devices);
    }
    if let Some(error) = devices.problem() {
        return pane::failure(&words!("device-failed"), error);
    }
    if !devices.all().has_begun() {
        let words = if devices.is_slow() {
            words!("device-reading")
        } else {
            String::new()
        };
        return vec![(theme::quiet(), words)];
    }
    let mut lines = first_steps::no_devices();
    if devices.unnamed() > 0 {
        let words = words!("device-unnamed", count = devices.unnamed());
        lines.push((theme::warned(), words));
    }
    lines
}

/// Nothing was found, so far or at all.
fn no_match(devices: &Devices) -> Vec<(Style, String)> {
    let clear = (theme::quiet(), words!("pane-clear-filter"));
    if let Query::Wrong(problem) = devices.query() {
        return vec![(theme::warned(), format!("⚠ {problem}")), clear];
    }
    if let Some(error) = devices.problem() {
        let mut lines = pane::failure(&words!("device-search-failed"), error);
        lines.push(clear);
        return lines;
    }
    let text = escape_text(devices.filter());
    let is_asked = devices.hits().is_some_and(Window::has_begun);
    let words = match devices.query() {
        Query::Properties(_) if !is_asked => words!("device-asking-for", text = text),
        Query::Fuzzy(_) => words!("device-no-fuzzy", text = text),
        _ if !is_asked && !devices.all().is_complete() => {
            words!("device-none-loaded", text = text)
        }
        _ => words!("device-no-match", text = text),
    };
    let mut lines = vec![(theme::plain(), words)];
    match devices.query() {
        Query::Name(_) => {
            lines.push((theme::quiet(), words!("device-hint-name")));
        }
        Query::Description(_) | Query::Properties(_) => {
            lines.push((theme::quiet(), words!("device-hint-case")));
        }
        _ => {}
    }
    lines.push(clear);
    lines
}
