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
    let english = entry.english.as_deref().filter(|_| found.in_english);
    match english.map(|english| beside(english, &found.marks, room.saturating_sub(used + 2))) {
        None => spans.extend(marked(&words, &found.marks, theme::plain())),
        Some(Some((english, marks))) => {
            used += 2 + width(&english);
            spans.extend([Span::styled(words, theme::plain()), Span::raw("  ")]);
            spans.extend(marked(&english, &marks, theme::quiet()));
        }
        Some(None) => {
            let english = cut(english.unwrap_or_default(), room);
            used = width(&english);
            spans.extend(marked(&english, &found.marks, theme::plain()));
        }
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

/// What was found in English is shown in English too, or nobody knows why it is there: all of it, or where
/// that has no room the words that match. Nothing where they have none either: whoever typed so many can
/// read it in English alone.
fn beside(english: &str, marks: &[usize], room: usize) -> Option<(String, Vec<usize>)> {
    let all = (english.to_owned(), marks.to_vec());
    let fits = |(words, _): &(String, _)| width(words) <= room;
    Some(all)
        .filter(fits)
        .or_else(|| Some(words_with(english, marks)).filter(fits))
}

/// The words that hold any of these characters, and the numbers of the characters among those.
fn words_with(text: &str, marks: &[usize]) -> (String, Vec<usize>) {
    let (mut kept, mut kept_marks) = (String::new(), Vec::new());
    let (mut before, mut length) = (0, 0);
    for word in text.split(' ') {
        let end = before + word.chars().count();
        let within: Vec<_> = marks
            .iter()
            .filter(|mark| (before..end).contains(*mark))
            .collect();
        if !within.is_empty() {
            if !kept.is_empty() {
                kept.push(' ');
                length += 1;
            }
            kept.push_str(word);
            kept_marks.extend(within.into_iter().map(|mark| mark - before + length));
            length += end - before;
        }
        before = end + 1;
    }
    (kept, kept_marks)
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

#[cfg(test)]
mod tests {
    use super::words_with;

    #[test]
    fn words_are_kept_with_what_is_marked_in_them() {
        let text = "sweep: the marked devices, or of all";
        let marks_of = |marks: &[usize]| {
            let (words, marks) = words_with(text, marks);
            let marked = marks.iter().filter_map(|mark| words.chars().nth(*mark));
            (words.clone(), marked.collect::<String>())
        };
        assert_eq!(marks_of(&[0, 1]), ("sweep:".into(), "sw".into()));
        assert_eq!(
            marks_of(&[18, 19, 34]),
            ("devices, all".into(), "del".into())
        );
        assert_eq!(marks_of(&[]), (String::new(), String::new()));
    }
}
