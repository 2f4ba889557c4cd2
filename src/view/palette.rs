//! The palette: a line to look for an action, and below it all that match, each with its keys.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::symbols::border;
use ratatui::text::{Line, Span};
use ratatui::widgets::Block;

use super::{clear, field, pane, rect, row, theme};
use crate::app::geometry::PALETTE_HEAD;
use crate::app::palette::{Entry, Found, Palette};
use crate::app::state::AppState;
use crate::model::width::{cut, width};
use crate::words;

/// Columns before and behind the words of a row.
const EDGES: usize = 4;
/// Columns that the keys of an action may take; those at the end are left out first.
const KEYS: usize = 18;

/// Draws the palette over the panes.
pub fn draw(state: &AppState, palette: &Palette, frame: &mut Frame<'_>) {
    let area = rect(state.size.palette_area(palette.rows(state.size)));
    clear(frame, area);
    let title = words!("palette-title", place = palette.place.title());
    let count = words!(
        "palette-count",
        found = palette.found().len(),
        all = palette.entries().len()
    );
    let block = Block::bordered()
        .border_set(border::ROUNDED)
        .border_style(theme::accented())
        .title_top(Line::styled(format!("─ {title} "), theme::accented()))
        .title_bottom(Line::styled(format!(" {count} ─"), theme::accented()).right_aligned());
    let inner = block.inner(area);
    frame.render_widget(block, area);
    let line = Rect { height: 1, ..inner };
    frame.render_widget(Span::styled("  › ", theme::accented()), line);
    let typed = Rect {
        x: inner.x + 4,
        width: inner.width.saturating_sub(6),
        ..line
    };
    field::draw(&palette.input, true, theme::strong(), frame, typed);
    let list = Rect {
        y: inner.y + PALETTE_HEAD,
        height: inner.height.saturating_sub(PALETTE_HEAD),
        ..inner
    };
    draw_rows(palette, frame, list);
}

fn draw_rows(palette: &Palette, frame: &mut Frame<'_>, list: Rect) {
    if palette.found().is_empty() {
        let words = format!("    {}", words!("palette-nothing"));
        frame.render_widget(Line::styled(words, theme::quiet()), list);
        return;
    }
    let offset = palette.cursor.offset;
    let in_view = palette.found().iter().enumerate().skip(offset);
    for (y, (nth, found)) in (list.y..list.bottom()).zip(in_view) {
        let Some(entry) = palette.entry(found) else {
            continue;
        };
        let line = line(entry, found, nth == palette.cursor.at, list.width);
        let area = Rect {
            x: list.x + 1,
            y,
            width: list.width.saturating_sub(2),
            height: 1,
        };
        row::draw(&line, frame, area);
    }
    let length = palette.found().len();
    pane::scrollbar(length, offset, frame, list, theme::accented());
}

fn line(entry: &Entry, found: &Found, is_selected: bool, columns: u16) -> Line<'static> {
    let keys = keys(entry);
    let room = usize::from(columns).saturating_sub(EDGES + 2 + width(&keys) + 2);
    let mut spans = vec![Span::raw(if is_selected { " ▸ " } else { "   " })];
    let words = cut(&entry.words, room);
    let mut used = width(&words);
    let marks: &[usize] = if found.in_english { &[] } else { &found.marks };
    spans.extend(marked(&words, marks, theme::plain()));
    // What was found in English is shown in English too, or nobody knows why it is there.
    let rest = room.saturating_sub(used + 2);
    if let Some(english) = entry.english.as_deref().filter(|_| found.in_english)
        && rest > 0
    {
        let english = cut(english, rest);
        used += 2 + width(&english);
        spans.push(Span::raw("  "));
        spans.extend(marked(&english, &found.marks, theme::quiet()));
    }
    spans.push(Span::raw(" ".repeat(room.saturating_sub(used) + 2)));
    spans.push(Span::styled(keys, theme::accented()));
    let line = Line::from(spans);
    if is_selected {
        line.style(theme::selected(true))
    } else {
        line
    }
}

/// A text with the characters of these numbers marked.
fn marked(text: &str, marks: &[usize], style: Style) -> Vec<Span<'static>> {
    let mut spans: Vec<(bool, String)> = Vec::new();
    for (nth, c) in text.chars().enumerate() {
        let is_mark = marks.contains(&nth);
        match spans.last_mut() {
            Some((was_mark, span)) if *was_mark == is_mark => span.push(c),
            _ => spans.push((is_mark, c.to_string())),
        }
    }
    let style_of = |is_mark| {
        if is_mark { theme::matched() } else { style }
    };
    let spans = spans.into_iter();
    spans
        .map(|(is_mark, span)| Span::styled(span, style_of(is_mark)))
        .collect()
}

fn keys(entry: &Entry) -> String {
    let mut shown = String::new();
    for key in &entry.keys {
        let key = key.to_string();
        if !shown.is_empty() && width(&shown) + 2 + width(&key) > KEYS {
            break;
        }
        if !shown.is_empty() {
            shown.push_str("  ");
        }
        shown.push_str(&key);
    }
    shown
}
