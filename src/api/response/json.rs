//! JSON as strangers write it: numbers as text, times in any shape.

use serde_json::Value;

use crate::i18n::Text;
use crate::model::text::{SafeText, escape_text};
use crate::model::weight::weight;
use crate::text;

/// Characters of one text that are kept for the screen.
pub(super) const TEXT_CHARACTERS: usize = 2_000;

/// Bytes of memory that a reply may take once it is read. That is more than any reply of 1 MB takes,
/// whatever it is made of; the worst of the longest one could take some 2 GiB.
const MAX_WEIGHT: usize = 128 * 1024 * 1024;

/// Keys that `serde_json`'s exact numbers and raw values use among themselves; an object that brings
/// one is read as something else than it says, a raw one without the limit of nesting.
const RESERVED_KEYS: &str = "$serde_json::private::";

/// Reads a body; the error is a clause about it.
pub(super) fn parse(body: &[u8]) -> Result<Value, Text> {
    let body = body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body);
    if has_reserved_key(body) {
        return Err(text!("error-cause-reserved-key", key = RESERVED_KEYS));
    }
    if weight(body) > MAX_WEIGHT {
        let limit = (MAX_WEIGHT >> 20).to_string();
        return Err(text!("error-cause-too-many-parts", limit = limit));
    }
    serde_json::from_slice(body).map_err(|error| {
        let cause = error.to_string();
        if cause.starts_with("recursion limit") {
            text!("error-cause-too-deep", levels = "128")
        } else {
            text!("error-cause-not-json", cause = &*escape_text(&cause))
        }
    })
}

fn has_reserved_key(body: &[u8]) -> bool {
    let mut rest = body;
    while let Some(start) = rest.iter().position(|byte| *byte == b'"') {
        let text = &rest[start..];
        let Some(end) = string_end(text) else {
            return false;
        };
        rest = &text[end..];
        if rest.trim_ascii_start().starts_with(b":") && is_reserved(&text[..end]) {
            return true;
        }
    }
    false
}

/// Where the JSON string that `text` begins with ends, its closing quote included.
fn string_end(text: &[u8]) -> Option<usize> {
    let mut escaped = false;
    for (at, byte) in text.iter().enumerate().skip(1) {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => return Some(at + 1),
            _ => {}
        }
    }
    None
}

fn is_reserved(quoted: &[u8]) -> bool {
    if quoted.contains(&b'\\') {
        serde_json::from_slice::<String>(quoted).is_ok_and(|key| key.starts_with(RESERVED_KEYS))
    } else {
        quoted[1..].starts_with(RESERVED_KEYS.as_bytes())
    }
}

/// A 64-bit whole number that is not negative, also where it came as text.
pub(super) fn unsigned(value: &Value) -> Option<u64> {
    match value {
        Value::Number(number) => number.as_u64(),
        Value::String(text) => text.trim().parse().ok(),
        _ => None,
    }
}

/// A 64-bit whole number, also where it came as text.
pub(super) fn signed(value: &Value) -> Option<i64> {
    match value {
        Value::Number(number) => number.as_i64(),
        Value::String(text) => text.trim().parse().ok(),
        _ => None,
    }
}

/// Any value as text to show; empty for missing and null.
pub(super) fn text(value: Option<&Value>) -> SafeText {
    match value {
        None | Some(Value::Null) => SafeText::default(),
        Some(Value::String(text)) => SafeText::excerpt(text, TEXT_CHARACTERS),
        Some(other) => SafeText::excerpt(&other.to_string(), TEXT_CHARACTERS),
    }
}

/// A device's time as received; numbers in an array become `2023-11-02 09:41:30`, and what is not
/// understood is shown as it is (API reference, 12.15).
pub(super) fn time_text(value: Option<&Value>) -> SafeText {
    value
        .and_then(Value::as_array)
        .and_then(|parts| date_of_parts(parts))
        .map_or_else(|| text(value), |date| SafeText::from_text(&date))
}

/// Year, month and day with hour, minute and second as far as they came: trailing zeros are left
/// out by some writers. A seventh part, nanoseconds, is not shown.
fn date_of_parts(parts: &[Value]) -> Option<String> {
    if !(3..=7).contains(&parts.len()) {
        return None;
    }
    let numbers: Vec<u64> = parts.iter().map(unsigned).collect::<Option<_>>()?;
    let part = |at: usize| numbers.get(at).copied().unwrap_or(0);
    Some(format!(
        "{:04}-{:02}-{:02} {:02}:{:02}:{:02}",
        part(0),
        part(1),
        part(2),
        part(3),
        part(4),
        part(5)
    ))
}

#[cfg(test)]
mod tests {
    use super::{parse, unsigned};

    #[test]
    fn keys_that_serde_json_keeps_for_itself_are_refused() {
        for body in [
            r#"{"a": [{"$serde_json::private::Number": "1"}]}"#,
            r#"{"\u0024serde_json::private::RawValue" : "[]"}"#,
        ] {
            let cause = parse(body.as_bytes()).expect_err(body);
            assert!(cause.to_string().contains("$serde_json"), "{cause}");
        }
        let harmless = r#"{"a": "$serde_json::private::Number", "b\\": "\":", "c": 1}"#;
        assert!(parse(harmless.as_bytes()).is_ok());
    }

    #[test]
    fn nesting_ends_at_128_levels() {
        let nested = |levels: usize| format!("{}{}", "[".repeat(levels), "]".repeat(levels));
        assert!(parse(nested(127).as_bytes()).is_ok());
        for levels in [128, 129, 100_000] {
            let cause = parse(nested(levels).as_bytes()).expect_err("too deep");
            assert_eq!(cause, "it is nested deeper than 128 levels");
        }
    }

    #[test]
    fn the_largest_version_is_exact() {
        for text in ["18446744073709551615", "\"18446744073709551615\""] {
            let value = parse(text.as_bytes()).expect("JSON");
            assert_eq!(unsigned(&value), Some(u64::MAX));
        }
        for text in ["18446744073709551616", "-1", "1.5", "\"x\"", "null"] {
            let value = parse(text.as_bytes()).expect("JSON");
            assert_eq!(unsigned(&value), None, "{text}");
        }
    }
}
