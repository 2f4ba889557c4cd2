//! Bringing a deleted mirror back: what to send, and whether it stands as it was.

use std::sync::Arc;

use serde_json::{Map, Value};

use super::delete::ClientToken;
use super::mirror::{MirrorDocument, MirrorId, MirrorReading, MirrorUpdate};
use super::record::{CopyHead, Fate};

/// A copy out of the trash, ready to be shown and brought back.
#[derive(Debug, Clone, PartialEq)]
pub struct KeptCopy {
    /// What is known of it without the document.
    pub head: CopyHead,
    /// What became of it.
    pub fate: Fate,
    /// The document as it was read before it was deleted.
    pub reading: Arc<MirrorReading>,
}

/// Everything that a restore will do, frozen when it was confirmed.
#[derive(Debug, Clone, PartialEq)]
pub struct RestoreOrder {
    /// The copy, and with it the mirror.
    pub copy: Arc<KeptCopy>,
    /// What stands there and was shown, to be overwritten in exactly this version; none where no
    /// mirror stands.
    pub overwrite: Option<Overwrite>,
    /// Echoed by the service.
    pub token: Option<ClientToken>,
}

/// A mirror that stands where a copy is to be brought back.
#[derive(Debug, Clone, PartialEq)]
pub struct Overwrite {
    /// The only version that may be overwritten.
    pub version: u64,
    /// What was shown of it.
    pub reading: Arc<MirrorReading>,
}

impl RestoreOrder {
    /// The mirror that is brought back.
    #[must_use]
    pub fn target(&self) -> &MirrorId {
        &self.copy.head.target
    }

    /// The update that turns what stands into the copy.
    #[must_use]
    pub fn update(&self) -> MirrorUpdate {
        let copy = &self.copy.reading.document;
        let now = self.overwrite.as_ref().map(|over| &over.reading.document);
        let half = |of: fn(&MirrorDocument) -> Option<&Value>| patch(of(copy), now.and_then(of));
        let mut update = MirrorUpdate {
            desired: half(|document| document.desired.as_ref()),
            reported: half(|document| document.reported.as_ref()),
            client_token: self.token.clone(),
            version: self.overwrite.as_ref().map(|over| over.version),
        };
        if update.desired.is_none() && update.reported.is_none() {
            // A mirror without any state is created by an empty half: an update without one may be
            // refused (`state` is required, `iot-cloudiotcore-updatedevicemirror`).
            update.desired = Some(Value::Object(Map::new()));
        }
        update
    }

    /// Whether a mirror is what stood there with `desired` of the copy, and nothing else has changed.
    #[must_use]
    pub fn is_half_done(&self, found: &MirrorDocument) -> bool {
        let copy = &self.copy.reading.document;
        let before = self.overwrite.as_ref().map(|over| &over.reading.document);
        let reported = before.and_then(|document| document.reported.as_ref());
        is_same_half(copy.desired.as_ref(), found.desired.as_ref())
            && is_same_half(reported, found.reported.as_ref())
    }
}

/// Whether both hold the same state, to the last digit of each number. A half that is missing, null
/// or empty is the same as one that is empty (API reference, 12.10).
#[must_use]
pub fn is_same_state(one: &MirrorDocument, other: &MirrorDocument) -> bool {
    is_same_half(one.desired.as_ref(), other.desired.as_ref())
        && is_same_half(one.reported.as_ref(), other.reported.as_ref())
}

fn is_same_half(one: Option<&Value>, other: Option<&Value>) -> bool {
    filled(one) == filled(other)
}

fn filled(half: Option<&Value>) -> Option<&Value> {
    half.filter(|value| match value {
        Value::Null => false,
        Value::Object(map) => !map.is_empty(),
        _ => true,
    })
}

/// The merge patch that turns `now` into `copy`: only the keys given change, and a key set to null
/// is removed (`iot-cloudiotcore-updatedevicemirror`). Nothing where both are equal already.
fn patch(copy: Option<&Value>, now: Option<&Value>) -> Option<Value> {
    match (filled(copy), filled(now)) {
        (copy, now) if copy == now => None,
        (None, Some(Value::Object(now))) => Some(changes(&Map::new(), now)),
        (None, _) => Some(Value::Null),
        (Some(Value::Object(copy)), Some(Value::Object(now))) => Some(changes(copy, now)),
        (Some(copy), _) => Some(copy.clone()),
    }
}

fn changes(copy: &Map<String, Value>, now: &Map<String, Value>) -> Value {
    let surplus = now
        .keys()
        .filter(|key| !copy.contains_key(*key))
        .map(|key| (key.clone(), Value::Null));
    let changed = copy.iter().filter_map(|(key, value)| {
        let change = match (value, now.get(key)) {
            (value, Some(now)) if value == now => return None,
            (Value::Object(value), Some(Value::Object(now))) => changes(value, now),
            (value, _) => value.clone(),
        };
        Some((key.clone(), change))
    });
    Value::Object(surplus.chain(changed).collect())
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::patch;

    fn patched(copy: &Value, now: &Value) -> Option<Value> {
        patch(Some(copy), Some(now))
    }

    #[test]
    fn what_is_equal_is_not_sent() {
        let state = json!({ "net": { "ssid": "공장" }, "n": 1.50 });
        assert_eq!(patched(&state, &state), None);
        assert_eq!(patch(None, Some(&json!({}))), None);
    }

    #[test]
    fn what_is_too_much_is_removed_at_every_depth() {
        let copy = json!({ "net": { "ssid": "a" }, "power": "on" });
        let now = json!({ "net": { "ssid": "b", "rssi": -61 }, "power": "on", "new": [1] });
        let expected = json!({ "net": { "ssid": "a", "rssi": null }, "new": null });
        assert_eq!(patched(&copy, &now), Some(expected));
        assert_eq!(
            patch(None, Some(&json!({ "a": 1 }))),
            Some(json!({ "a": null }))
        );
    }

    #[test]
    fn other_types_and_arrays_are_replaced_whole() {
        let copy = json!({ "a": [1, 2], "b": { "c": 1 }, "d": 1 });
        let now = json!({ "a": [1, 2, 3], "b": 7, "d": { "e": 1 } });
        assert_eq!(patched(&copy, &now), Some(copy));
    }
}
