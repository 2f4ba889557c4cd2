//! From the trees of a document to rows, depth first.

use std::hash::{DefaultHasher, Hash, Hasher};

use serde_json::{Map, Value};

use super::{CompareRow, Comparison, Place, is_branch};
use crate::model::cell::{VALUE_CHARACTERS, shown};
use crate::model::number::same_value;
use crate::model::text::SafeText;
use crate::model::time::to_ms;

/// The number of the top of the tree.
pub(super) const TOP: u64 = 0;

/// The number of the row of a key.
///
/// * `around` - the number of the branch that it stands in.
fn number(around: u64, key: &SafeText) -> u64 {
    let mut hasher = DefaultHasher::new();
    (around, key.as_str()).hash(&mut hasher);
    hasher.finish()
}

/// * `around` - the number of the place.
pub(super) fn add_children(
    comparison: &mut Comparison,
    place: Place<'_>,
    depth: usize,
    around: u64,
) {
    let halves = [place.desired, place.reported];
    if let Some(Value::Array(_)) = halves.into_iter().flatten().next() {
        let length = halves
            .into_iter()
            .flatten()
            .filter_map(Value::as_array)
            .map(Vec::len)
            .max();
        for index in 0..length.unwrap_or(0) {
            let key = SafeText::from_text(&format!("[{index}]"));
            let child = place.child(|tree| tree.get(index));
            add(comparison, key, child, depth, around);
        }
    } else {
        for key in merged_keys(halves.map(|half| half.and_then(Value::as_object))) {
            let child = place.child(|tree| tree.get(key));
            let key = SafeText::excerpt(key, VALUE_CHARACTERS);
            add(comparison, key, child, depth, around);
        }
    }
}

/// The keys of both objects in code point order, each once.
pub(super) fn merged_keys(objects: [Option<&Map<String, Value>>; 2]) -> Vec<&String> {
    let mut keys: Vec<_> = objects.into_iter().flatten().flat_map(Map::keys).collect();
    keys.sort_unstable();
    keys.dedup();
    keys
}

fn add(comparison: &mut Comparison, key: SafeText, place: Place<'_>, depth: usize, around: u64) {
    if !is_branch(place) {
        return add_leaf(comparison, key, place, depth, around);
    }
    let number = number(around, &key);
    let nth = comparison.rows.len();
    let (keys, differing) = (comparison.keys, comparison.differing);
    comparison.push(CompareRow {
        depth,
        place: number,
        key,
        is_whole: false,
        branch: true,
        desired: place.desired.map(shown),
        reported: place.reported.map(shown),
        differs: false,
        desired_ms: None,
        reported_ms: None,
        keys_within: 0,
        differing_within: 0,
        rest: 0,
    });
    add_children(comparison, place, depth + 1, number);
    let within = (comparison.keys - keys, comparison.differing - differing);
    if let Some(row) = comparison.rows.get_mut(nth) {
        (row.keys_within, row.differing_within) = within;
    }
}

pub(super) fn add_leaf(
    comparison: &mut Comparison,
    key: SafeText,
    place: Place<'_>,
    depth: usize,
    around: u64,
) {
    let differs = match (place.desired, place.reported) {
        (Some(desired), Some(reported)) => !equal(desired, reported),
        (Some(_), None) => true,
        (None, reported) => place.whole && reported.is_some(),
    };
    comparison.keys += 1;
    comparison.differing += usize::from(differs);
    comparison.push(CompareRow {
        depth,
        place: number(around, &key),
        key,
        is_whole: false,
        branch: false,
        desired: place.desired.map(shown),
        reported: place.reported.map(shown),
        differs,
        desired_ms: place.desired_meta.and_then(leaf_time),
        reported_ms: place.reported_meta.and_then(leaf_time),
        keys_within: 0,
        differing_within: 0,
        rest: rest(place),
    });
}

/// A number for what of the values of a leaf is not kept: another one where that is another.
fn rest(place: Place<'_>) -> u64 {
    let long = |half: Option<&'_ Value>| match half {
        Some(Value::String(text)) => text.len() > VALUE_CHARACTERS,
        Some(Value::Number(number)) => number.as_str().len() > VALUE_CHARACTERS,
        Some(Value::Object(_) | Value::Array(_)) => true,
        _ => false,
    };
    if ![place.desired, place.reported].into_iter().any(long) {
        return 0;
    }
    let mut hasher = DefaultHasher::new();
    (place.desired, place.reported).hash(&mut hasher);
    hasher.finish().max(1)
}

/// Equality of JSON values with numbers compared by value.
fn equal(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Number(one), Value::Number(other)) => same_value(one, other),
        (Value::Array(one), Value::Array(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(a, b)| equal(a, b))
        }
        (Value::Object(one), Value::Object(other)) => {
            one.len() == other.len()
                && one
                    .iter()
                    .all(|(key, a)| other.get(key).is_some_and(|b| equal(a, b)))
        }
        _ => one == other,
    }
}

/// The time in a metadata leaf, Unix milliseconds. The documentation spells its key both ways
/// (`iot-cloudiotcore-getdevicemirror`); numbers may come as text.
fn leaf_time(leaf: &Value) -> Option<i64> {
    ["timestamp", "timstamp"]
        .into_iter()
        .find_map(|key| integer(leaf.get(key)?))
        .map(to_ms)
}

fn integer(value: &Value) -> Option<i64> {
    match value {
        Value::Number(number) => number.as_i64(),
        Value::String(text) => text.trim().parse().ok(),
        _ => None,
    }
}

/// The newest time anywhere in a metadata tree.
pub(super) fn newest(tree: &Value, so_far: Option<i64>) -> Option<i64> {
    let so_far = so_far.max(leaf_time(tree));
    match tree {
        Value::Object(map) => map
            .values()
            .fold(so_far, |so_far, child| newest(child, so_far)),
        Value::Array(items) => items
            .iter()
            .fold(so_far, |so_far, child| newest(child, so_far)),
        _ => so_far,
    }
}
