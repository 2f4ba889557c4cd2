//! A JSON value in one cell of a table.

use std::borrow::Cow;

use serde_json::Value;

use super::text::{SafeText, escape_text};
use crate::words;

/// Characters of one value that are kept for the screen; a reading keeps the whole bytes besides.
pub const VALUE_CHARACTERS: usize = 2_000;

/// How a value is written that is absent.
pub const ABSENT: &str = "·";

/// A value as one cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// As it is written.
    Value(SafeText),
    /// A list of so many items, at least one.
    Items(usize),
    /// An object of so many keys, at least one.
    Keys(usize),
}

impl Cell {
    /// The value as it is written; of a list or an object with something in it, none.
    #[must_use]
    pub fn value(&self) -> Option<&SafeText> {
        match self {
            Self::Value(value) => Some(value),
            Self::Items(_) | Self::Keys(_) => None,
        }
    }

    /// What stands in the cell, in the language of the scope.
    #[must_use]
    pub fn in_words(&self) -> Cow<'_, str> {
        Cow::Owned(match self {
            Self::Value(value) => return Cow::Borrowed(value.as_str()),
            Self::Items(count) => format!("[{}]", words!("detail-items", count = *count)),
            Self::Keys(count) => format!("{{{}}}", words!("detail-keys", count = *count)),
        })
    }
}

/// A value as one cell: text bare where that is clear, and in quotes where it could be taken for
/// another type or for nothing.
#[must_use]
pub fn shown(value: &Value) -> Cell {
    Cell::Value(match value {
        Value::String(text) => {
            let text = if is_unclear(text) {
                format!("\"{text}\"")
            } else {
                text.clone()
            };
            SafeText::excerpt(&text, VALUE_CHARACTERS)
        }
        Value::Array(items) if items.is_empty() => SafeText::from_text("[]"),
        Value::Array(items) => return Cell::Items(items.len()),
        Value::Object(map) if map.is_empty() => SafeText::from_text("{}"),
        Value::Object(map) => return Cell::Keys(map.len()),
        other => SafeText::excerpt(&other.to_string(), VALUE_CHARACTERS),
    })
}

/// Whether a text reads like a number, a word of JSON, a list, an object, a text in quotes or the mark
/// of what is absent, or begins or ends with what cannot be seen.
fn is_unclear(text: &str) -> bool {
    let edges = text.trim() != text || text.is_empty();
    let parts = text.starts_with(['[', '{', '"']) || text == ABSENT;
    // Where not all of it is shown, its beginning must tell.
    let scalar = if text.len() <= VALUE_CHARACTERS {
        serde_json::from_str::<Value>(text).is_ok()
    } else {
        text.starts_with(|c: char| c == '-' || c.is_ascii_digit())
    };
    edges || parts || scalar
}

/// A text of a document as it is shown whole: quotes around it, what was escaped without need as it
/// is meant, and nothing that steers a terminal.
///
/// * `json` - as it stands in the document, quotes included.
#[must_use]
pub fn unescaped(json: &[u8]) -> String {
    let as_meant = || {
        let meant: String = serde_json::from_slice(json).ok()?;
        serde_json::to_string(&meant).ok()
    };
    let has_escapes = memchr::memchr(b'\\', json).is_some();
    let text = has_escapes.then(as_meant).flatten();
    let text = text.map_or_else(|| String::from_utf8_lossy(json), Cow::Owned);
    escape_text(&text).into_owned()
}

/// The beginning of a text of a document, of at most so many bytes, that can be read by itself: no
/// character and no escape is cut in two.
#[must_use]
pub fn beginning(json: &[u8], most: usize) -> &[u8] {
    if json.len() <= most {
        return json;
    }
    let mut end = most;
    while end > 0 && json[end] & 0xc0 == 0x80 {
        end -= 1;
    }
    // The last escape that begins before the end and may go on behind it, a pair of surrogates at most.
    let mut at = 0;
    while let Some(next) = json
        .get(at..end)
        .and_then(|rest| memchr::memchr(b'\\', rest))
    {
        let start = at + next;
        at = start + escape_length(&json[start..]);
        if at > end {
            return &json[..start];
        }
    }
    &json[..end]
}

/// Bytes of the escape that a text begins with.
fn escape_length(json: &[u8]) -> usize {
    let is_unicode = |at: usize| json.get(at..at + 2) == Some(b"\\u");
    let is_high = json.get(2..4).is_some_and(|digits| {
        digits[0].eq_ignore_ascii_case(&b'd') && b"89abAB".contains(&digits[1])
    });
    match (is_unicode(0), is_high && is_unicode(6)) {
        (true, true) => 12,
        (true, false) => 6,
        (false, _) => 2,
    }
}
