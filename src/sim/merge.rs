//! The two halves of a mirror document, and how an update changes them.

use serde_json::{Map, Value, json};

/// A JSON object.
pub(super) type Object = Map<String, Value>;

/// `desired` or `reported`, with the time of each leaf beside it.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Section {
    pub(super) state: Object,
    /// Repeats the tree of `state`: leaves are `{"timestamp": n}`, arrays are arrays of such. Only
    /// one level is documented (`iot-cloudiotcore-getdevicemirror`); the rest is assumed as on AWS.
    pub(super) metadata: Object,
}

impl Section {
    /// A whole section of one time.
    pub(super) fn new(state: Object, timestamp_s: u64) -> Self {
        let metadata = stamp_object(&state, timestamp_s);
        Self { state, metadata }
    }

    /// Changes only the keys given and removes those set to null
    /// (`iot-cloudiotcore-updatedevicemirror`). Objects merge at every depth, arrays are replaced
    /// (assumed as on AWS).
    pub(super) fn merge(&mut self, patch: &Object, timestamp_s: u64) {
        merge(&mut self.state, &mut self.metadata, patch, timestamp_s);
    }

    /// Gives one part, named by its keys from the top, another time.
    pub(super) fn restamp(&mut self, path: &[&str], timestamp_s: u64) {
        let Some((last, parents)) = path.split_last() else {
            return;
        };
        let (mut state, mut metadata) = (&self.state, &mut self.metadata);
        for key in parents {
            let (Some(Value::Object(inner)), Some(Value::Object(times))) =
                (state.get(*key), metadata.get_mut(*key))
            else {
                return;
            };
            (state, metadata) = (inner, times);
        }
        if let Some(value) = state.get(*last) {
            metadata.insert((*last).to_owned(), stamp(value, timestamp_s));
        }
    }
}

fn merge(state: &mut Object, metadata: &mut Object, patch: &Object, timestamp_s: u64) {
    for (key, value) in patch {
        match value {
            Value::Null => {
                state.remove(key);
                metadata.remove(key);
            }
            Value::Object(inner) => {
                if !state.get(key).is_some_and(Value::is_object) {
                    state.insert(key.clone(), json!({}));
                    metadata.insert(key.clone(), json!({}));
                }
                if let (Some(Value::Object(state)), Some(Value::Object(metadata))) =
                    (state.get_mut(key), metadata.get_mut(key))
                {
                    merge(state, metadata, inner, timestamp_s);
                }
            }
            _ => {
                state.insert(key.clone(), value.clone());
                metadata.insert(key.clone(), stamp(value, timestamp_s));
            }
        }
    }
}

/// The metadata of a value.
fn stamp(value: &Value, timestamp_s: u64) -> Value {
    match value {
        Value::Object(object) => stamp_object(object, timestamp_s).into(),
        Value::Array(items) => items.iter().map(|item| stamp(item, timestamp_s)).collect(),
        _ => json!({ "timestamp": timestamp_s }),
    }
}

fn stamp_object(object: &Object, timestamp_s: u64) -> Object {
    object
        .iter()
        .map(|(key, value)| (key.clone(), stamp(value, timestamp_s)))
        .collect()
}

/// How many levels of objects and arrays stand in each other. That arrays count is assumed.
pub(super) fn depth(object: &Object) -> usize {
    fn below(value: &Value) -> usize {
        match value {
            Value::Object(inner) => depth(inner),
            Value::Array(items) => 1 + items.iter().map(below).max().unwrap_or(0),
            _ => 0,
        }
    }
    1 + object.values().map(below).max().unwrap_or(0)
}
