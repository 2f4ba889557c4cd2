//! Where two states of a mirror differ, value by value and to the last digit.

use serde_json::{Map, Value};

use super::cell::{Cell, shown};
use super::mirror::MirrorDocument;
use super::text::SafeText;
use crate::i18n::Text;
use crate::text;

/// Rows that are kept; all of them are counted.
const ROWS: usize = 2_000;
/// Characters of a path that are kept for the screen.
const PATH_CHARACTERS: usize = 300;

/// The values that differ between a copy and what stands now.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Difference {
    /// The first of them, `desired` before `reported`, keys in code point order.
    pub rows: Vec<DifferenceRow>,
    /// How many there are.
    pub total: usize,
}

/// One value that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DifferenceRow {
    /// From the half on: `desired.net.ssid`, `reported.stops[2]`.
    pub path: SafeText,
    /// What the copy holds; absent where it has no such key.
    pub copy: Option<Cell>,
    /// What stands now; absent where there is no such key.
    pub now: Option<Cell>,
}

/// Lays a copy beside what stands now.
#[must_use]
pub fn difference(copy: &MirrorDocument, now: &MirrorDocument) -> Difference {
    let mut found = Difference::default();
    let empty = Value::Object(Map::new());
    let halves = [
        ("desired", &copy.desired, &now.desired),
        ("reported", &copy.reported, &now.reported),
    ];
    for (half, copy, now) in halves {
        // A missing half is an empty one (API reference, 12.10).
        let copy = copy.as_ref().unwrap_or(&empty);
        let now = now.as_ref().unwrap_or(&empty);
        found.walk(&mut half.to_owned(), Some(copy), Some(now));
    }
    found
}

impl Difference {
    fn walk(&mut self, path: &mut String, copy: Option<&Value>, now: Option<&Value>) {
        match (copy, now) {
            (copy, now) if copy == now => {}
            (Some(Value::Object(copy)), Some(Value::Object(now))) => {
                let surplus = now.keys().filter(|key| !copy.contains_key(*key));
                let mut keys: Vec<_> = copy.keys().chain(surplus).collect();
                keys.sort_unstable();
                for key in keys {
                    self.step(path, &format!(".{key}"), copy.get(key), now.get(key));
                }
            }
            (Some(Value::Array(copy)), Some(Value::Array(now))) => {
                for index in 0..copy.len().max(now.len()) {
                    self.step(path, &format!("[{index}]"), copy.get(index), now.get(index));
                }
            }
            (copy, now) => {
                self.total += 1;
                if self.rows.len() < ROWS {
                    self.rows.push(DifferenceRow {
                        path: SafeText::excerpt(path, PATH_CHARACTERS),
                        copy: copy.map(shown),
                        now: now.map(shown),
                    });
                }
            }
        }
    }

    fn step(&mut self, path: &mut String, key: &str, copy: Option<&Value>, now: Option<&Value>) {
        let length = path.len();
        path.push_str(key);
        self.walk(path, copy, now);
        path.truncate(length);
    }

    /// How many there are.
    #[must_use]
    pub fn count_text(&self) -> Text {
        text!("outcome-values-differ", count = self.total)
    }

    /// How many there are, and the first paths.
    #[must_use]
    pub fn text(&self) -> Text {
        let first = self.rows.iter().take(3);
        let mut paths: Vec<_> = first.map(|row| row.path.as_str()).collect();
        if self.total > paths.len() {
            paths.push("…");
        }
        text!(
            "outcome-values-differ-in",
            values = self.count_text(),
            paths = paths.join(", ")
        )
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use serde_json::{Value, json};

    use super::difference;
    use crate::model::mirror::MirrorDocument;

    fn document(desired: Option<Value>, reported: Option<Value>) -> MirrorDocument {
        MirrorDocument {
            version: Some(1),
            timestamp_ms: None,
            desired,
            reported,
            metadata_desired: None,
            metadata_reported: None,
            body: Arc::from([]),
        }
    }

    #[test]
    fn the_last_digit_and_the_way_of_writing_count() {
        let copy: Value =
            serde_json::from_str(r#"{ "n": 20, "big": 9007199254740993 }"#).expect("it is JSON");
        let now: Value =
            serde_json::from_str(r#"{ "n": 20.0, "big": 9007199254740992 }"#).expect("it is JSON");
        let found = difference(&document(Some(copy), None), &document(Some(now), None));
        let paths: Vec<_> = found.rows.iter().map(|row| row.path.as_str()).collect();
        assert_eq!(paths, ["desired.big", "desired.n"]);
        assert_eq!(found.text(), "2 values differ: desired.big, desired.n");
    }

    #[test]
    fn either_side_may_have_more() {
        let copy = document(Some(json!({ "a": { "b": 1 } })), None);
        let now = document(Some(json!({ "a": { "c": [1] } })), Some(json!({})));
        let found = difference(&copy, &now);
        let rows: Vec<_> = found
            .rows
            .iter()
            .map(|row| (row.path.as_str(), row.copy.is_some(), row.now.is_some()))
            .collect();
        assert_eq!(
            rows,
            [("desired.a.b", true, false), ("desired.a.c", false, true)]
        );
    }
}
