//! The mirror operations. Their answers are bare: no envelope.

use serde_json::{Value, json};

use super::errors::Failure;
use super::merge::{Object, Section};
use super::order::{Moment, Order};
use super::reply::Outcome;
use super::route::Query;
use super::slot::{Change, Document, Patch, Slot};
use super::store::Fleet;

/// Lists the names of all mirrors but the default one (`iot-cloudiotcore-getnameddevicemirrors`).
/// In no order, and empty for a device without any (both assumed).
pub(super) fn list(fleet: &Fleet, device: &str, at: Moment) -> Outcome {
    let index = find(fleet, device)?;
    let names = fleet.names(index, at.now_ms);
    Ok(json!({ "results": names, "timestamp": at.timestamp_s() }))
}

/// Answers the document of a mirror (`iot-cloudiotcore-getdevicemirror`), and like that page no
/// `delta`.
pub(super) fn view(
    fleet: &Fleet,
    device: &str,
    query: &Query,
    body: Option<&[u8]>,
    at: Moment,
) -> Outcome {
    let name = mirror_name(query)?;
    let order = Order::read(body)?;
    let slot = fleet.slot(find(fleet, device)?, name, at.now_ms);
    let (document, version) = slot
        .as_ref()
        .and_then(|slot| Some((slot.document.as_ref()?, slot.version)))
        .ok_or_else(|| Failure::no_mirror(device, name))?;
    let mut answer = document_json(document);
    order.sign_off(&mut answer, version, at);
    Ok(answer)
}

/// Creates or changes a mirror (`iot-cloudiotcore-updatedevicemirror`). The answer holds what was
/// sent and its times (assumed: that page was not seen to its end).
pub(super) fn update(
    fleet: &mut Fleet,
    device: &str,
    query: &Query,
    body: Option<&[u8]>,
    at: Moment,
) -> Outcome {
    let name = mirror_name(query)?;
    let order = Order::read(body)?;
    let patch = order.patch()?;
    let index = find(fleet, device)?;
    let mut slots = fleet.slots(index, at.now_ms);
    let slot = place(&mut slots, name);
    order.check_version(slot)?;
    slot.update(&patch, at.clock_ms);
    let mut answer = echo_json(&order, &patch, at);
    order.sign_off(&mut answer, slot.version, at);
    fleet.keep(index, slots);
    Ok(answer)
}

/// Deletes a mirror (`iot-cloudiotcore-deletedevicemirror`). An absent one is a 404 and another
/// version than the one asked for a 409 (both assumed).
pub(super) fn delete(
    fleet: &mut Fleet,
    device: &str,
    query: &Query,
    body: Option<&[u8]>,
    at: Moment,
) -> Outcome {
    let name = mirror_name(query)?;
    let order = Order::read(body)?;
    let index = find(fleet, device)?;
    let mut slots = fleet.slots(index, at.now_ms);
    let slot = place(&mut slots, name);
    if slot.document.is_none() {
        return Err(Failure::no_mirror(device, name));
    }
    order.check_version(slot)?;
    slot.delete(at.now_ms);
    let mut answer = json!({});
    order.sign_off(&mut answer, slot.version, at);
    fleet.keep(index, slots);
    Ok(answer)
}

/// What a device does by itself, as over MQTT: creates or changes its `reported`.
pub(super) fn report(
    fleet: &mut Fleet,
    device: &str,
    name: Option<&str>,
    reported: Object,
    now_ms: u64,
) -> Result<u64, Failure> {
    let index = find(fleet, device)?;
    let mut slots = fleet.slots(index, now_ms);
    let slot = place(&mut slots, name);
    slot.update(&Patch::reported(reported), now_ms);
    let version = slot.version;
    fleet.keep(index, slots);
    Ok(version)
}

fn find(fleet: &Fleet, device: &str) -> Result<usize, Failure> {
    fleet.find(device).ok_or_else(|| Failure::no_device(device))
}

/// The place of a mirror, made where there never was one.
fn place<'a>(slots: &'a mut Vec<Slot>, name: Option<&str>) -> &'a mut Slot {
    let known = slots.iter().position(|slot| slot.name.as_deref() == name);
    let index = known.unwrap_or_else(|| {
        slots.push(Slot::vacant(name.map(str::to_owned)));
        slots.len() - 1
    });
    &mut slots[index]
}

/// An empty name is refused (assumed): the documents only say that an *absent* one means the
/// default mirror. No alphabet and no length is documented, so every other name is taken.
fn mirror_name(query: &Query) -> Result<Option<&str>, Failure> {
    match query.one("name")? {
        Some("") => Err(Failure::unusable("name is empty")),
        name => Ok(name),
    }
}

/// `metadata` and `state` of a document.
fn document_json(document: &Document) -> Value {
    let (mut metadata, mut state) = (Object::new(), Object::new());
    let halves = [
        ("desired", &document.desired),
        ("reported", &document.reported),
    ];
    for (half, section) in halves {
        if let Some(section) = section {
            metadata.insert(half.to_owned(), section.metadata.clone().into());
            state.insert(half.to_owned(), section.state.clone().into());
        }
    }
    json!({ "metadata": metadata, "state": state })
}

/// The state as sent, and the times of the keys that it set.
fn echo_json(order: &Order, patch: &Patch, at: Moment) -> Value {
    let mut metadata = Object::new();
    for (half, change) in [("desired", &patch.desired), ("reported", &patch.reported)] {
        if let Change::Merge(keys) = change {
            let mut set = Section::default();
            set.merge(keys, at.timestamp_s());
            metadata.insert(half.to_owned(), set.metadata.into());
        }
    }
    json!({ "metadata": metadata, "state": order.state() })
}
