//! A JSON value in one cell of a table.

use serde_json::Value;

use super::text::SafeText;

/// Characters of one value that are kept for the screen; a reading keeps the whole bytes besides.
pub const VALUE_CHARACTERS: usize = 2_000;

/// How a value is written that is absent.
pub const ABSENT: &str = "·";

/// A value as one cell: text bare where that is clear, and in quotes where it could be taken for
/// another type or for nothing.
#[must_use]
pub fn shown(value: &Value) -> SafeText {
    match value {
        Value::String(text) => {
            let text = if is_unclear(text) {
                format!("\"{text}\"")
            } else {
                text.clone()
            };
            SafeText::excerpt(&text, VALUE_CHARACTERS)
        }
        Value::Array(items) if items.is_empty() => SafeText::from_text("[]"),
        Value::Array(items) => SafeText::from_text(&count(items.len(), "item", ['[', ']'])),
        Value::Object(map) if map.is_empty() => SafeText::from_text("{}"),
        Value::Object(map) => SafeText::from_text(&count(map.len(), "key", ['{', '}'])),
        other => SafeText::excerpt(&other.to_string(), VALUE_CHARACTERS),
    }
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

fn count(number: usize, noun: &str, [open, close]: [char; 2]) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{open}{number} {noun}{plural}{close}")
}
