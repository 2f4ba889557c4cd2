//! The JSON of the mirror, laid out.

use std::borrow::Cow;

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::{in_view, placed, push_marked};
use crate::app::detail::Shown;
use crate::app::state::AppState;
use crate::model::cell::{VALUE_CHARACTERS, beginning, unescaped};
use crate::model::outline::{LineKind, Outline, OutlineLine, Step};
use crate::model::raw::places;
use crate::model::text::escape_text;
use crate::model::width::fits;
use crate::view::theme;
use crate::words;

/// Where the user is, and the lines in view.
pub(super) fn lines(state: &AppState, shown: &Shown, columns: usize) -> Vec<Line<'static>> {
    let detail = &state.detail;
    let outline = shown.reading.outline();
    if outline.lines.is_empty() {
        let words = words!("detail-no-json");
        let line = Line::styled(format!(" {words}"), theme::quiet());
        return vec![Line::default(), line];
    }
    let at = detail.document.line(detail.cursor.at) + 1;
    let words = words!("detail-line", line = at, count = outline.lines.len());
    let mut lines = vec![Line::styled(format!(" {words}"), theme::quiet())];
    for place in in_view(state) {
        let line = detail.document.line(place);
        let drawn = Drawn {
            outline,
            body: shown.body(),
            needle: detail.search.text(),
            columns: columns.saturating_sub(1),
        };
        let is_folded = detail.document.is_folded(line);
        let Some(text) = drawn.line(line, is_folded) else {
            break;
        };
        lines.push(placed(state, place, text));
    }
    lines
}

struct Drawn<'a> {
    outline: &'a Outline,
    body: &'a [u8],
    needle: &'a str,
    columns: usize,
}

impl Drawn<'_> {
    fn line(&self, nth: usize, is_folded: bool) -> Option<Line<'static>> {
        let line = self.outline.lines.get(nth)?;
        let mark = match (line.is_branch(), is_folded) {
            (false, _) => "   ",
            (true, false) => " ▾ ",
            (true, true) => " ▸ ",
        };
        // Very deep trees keep room for their values.
        let indent = (2 * line.depth()).min(self.columns / 3);
        let mut room = self.columns.saturating_sub(3 + indent);
        let mut spans = vec![
            Span::styled(mark, theme::quiet()),
            Span::raw(" ".repeat(indent)),
        ];
        if let Some(key) = line.key() {
            // Beside a long key there is still room for the beginning of its value.
            let mut key_room = room - room / 3;
            let given = key_room;
            let key = text(self.body.get(key)?, self.needle, key_room);
            push_marked(
                &mut spans,
                &mut key_room,
                &key,
                theme::json_key(),
                self.needle,
            );
            room -= given - key_room;
            push_marked(&mut spans, &mut room, ": ", theme::json_sign(), "");
        }
        let (value, style) = self.value(line, is_folded, room)?;
        let needle = if line.is_branch() || line.kind == LineKind::End {
            ""
        } else {
            self.needle
        };
        push_marked(&mut spans, &mut room, &value, style, needle);
        let end = if is_folded {
            self.outline.lines.get(line.end())?
        } else {
            line
        };
        if end.comma {
            push_marked(&mut spans, &mut room, ",", theme::json_sign(), "");
        }
        if is_folded {
            let words = match line.kind {
                LineKind::Array => words!("detail-items", count = line.children()),
                _ => words!("detail-keys", count = line.children()),
            };
            push_marked(
                &mut spans,
                &mut room,
                &format!(" {words}"),
                theme::quiet(),
                "",
            );
        }
        Some(Line::from(spans))
    }

    fn value(&self, line: &OutlineLine, is_folded: bool, room: usize) -> Option<(String, Style)> {
        let json = self.body.get(line.value())?;
        Some(match line.kind {
            LineKind::Text => (text(json, self.needle, room), theme::json_text()),
            LineKind::Number | LineKind::Word => {
                let beginning = beginning(json, VALUE_CHARACTERS);
                let shown = String::from_utf8_lossy(beginning);
                let style = match line.kind {
                    LineKind::Number => theme::json_number(),
                    _ => theme::json_word(),
                };
                (escape_text(&shown).into_owned(), style)
            }
            LineKind::Empty if json.starts_with(b"{") => ("{}".to_owned(), theme::json_sign()),
            LineKind::Empty => ("[]".to_owned(), theme::json_sign()),
            LineKind::Object if is_folded => ("{…}".to_owned(), theme::json_sign()),
            LineKind::Array if is_folded => ("[…]".to_owned(), theme::json_sign()),
            LineKind::Object | LineKind::Array | LineKind::End => {
                let sign = String::from_utf8_lossy(json).into_owned();
                (sign, theme::json_sign())
            }
        })
    }
}

/// A text as it is shown: its beginning, or where what is looked for would not be seen, what stands
/// around that.
fn text(json: &[u8], needle: &str, room: usize) -> String {
    let shown = excerpt(json);
    if needle.is_empty() || fits(&shown, room) {
        return shown;
    }
    let hit = places(json, needle, 1).first().copied();
    let is_plain = memchr::memchr(b'\\', json).is_none();
    match hit.filter(|hit| is_plain && hit + needle.len() > room) {
        None => shown,
        Some(hit) => {
            let mut start = hit.saturating_sub(room / 3);
            while start > 0 && json[start] & 0xc0 == 0x80 {
                start -= 1;
            }
            let part = &json[start..];
            format!("…{}", excerpt_of(part))
        }
    }
}

fn excerpt(json: &[u8]) -> String {
    if json.len() <= VALUE_CHARACTERS {
        return unescaped(json);
    }
    let mut whole = beginning(json, VALUE_CHARACTERS).to_vec();
    whole.push(b'"');
    let mut shown = unescaped(&whole);
    shown.pop();
    shown.push('…');
    shown
}

fn excerpt_of(part: &[u8]) -> String {
    let beginning = beginning(part, VALUE_CHARACTERS);
    let text = String::from_utf8_lossy(beginning);
    escape_text(&text).into_owned()
}

/// The keys down to a line, as `state.reported.stops[2]`.
pub(super) fn path(shown: &Shown, line: usize) -> String {
    let mut path = String::new();
    for step in shown.reading.outline().path(shown.body(), line) {
        match step {
            Step::Nth(nth) => {
                path.push('[');
                path.push_str(&nth.to_string());
                path.push(']');
            }
            Step::Key(json) => {
                let key = excerpt(json);
                let bare = key.strip_prefix('"').unwrap_or(&key);
                let bare = bare.strip_suffix('"').unwrap_or(bare);
                if !path.is_empty() {
                    path.push('.');
                }
                path.push_str(bare);
            }
        }
    }
    path
}

/// The value of a line, as much of it as may be shown; nothing for what begins or ends there.
pub(super) fn whole_value(shown: &Shown, line: usize) -> Option<Cow<'_, str>> {
    let line = shown.reading.outline().lines.get(line)?;
    let json = shown.body().get(line.value())?;
    match line.kind {
        LineKind::Text => Some(Cow::Owned(excerpt(json))),
        LineKind::Number | LineKind::Word => Some(Cow::Owned(excerpt_of(json))),
        _ => None,
    }
}
