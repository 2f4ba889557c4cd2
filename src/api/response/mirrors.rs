//! Replies about mirrors.

use std::collections::BTreeSet;
use std::sync::Arc;

use serde_json::Value;

use super::{Asked, accepted, has_any, is_blank, is_success, json, unreadable};
use crate::api::wire::WireResponse;
use crate::model::delete::DeleteReceipt;
use crate::model::error::ApiError;
use crate::model::mirror::{MirrorDocument, MirrorList, MirrorName};
use crate::model::time::to_ms;
use crate::text;

/// Keys by which a mirror shows that it has no envelope.
const MIRROR_KEYS: [&str; 3] = ["state", "metadata", "version"];

/// The named mirrors of a device. Empty for a reply without `results`.
///
/// # Errors
/// For a refusal (see [`crate::model::error::Refusal::means_absent`]), and for what is no list.
pub fn mirror_list(reply: &WireResponse, asked: Asked) -> Result<MirrorList, ApiError> {
    let value = accepted(reply, asked, &["results"])?;
    let entries: &[Value] = match (&value, value.get("results")) {
        (Value::Array(entries), _) | (_, Some(Value::Array(entries))) => entries,
        (Value::Null, _) | (_, Some(Value::Null)) | (Value::Object(_), None) => &[],
        _ => return Err(unreadable(reply, text!("error-cause-no-mirrors"))),
    };
    let to_name = |entry: &Value| entry.as_str().and_then(MirrorName::named);
    let names: BTreeSet<_> = entries.iter().filter_map(to_name).collect();
    Ok(MirrorList {
        names: names.into_iter().collect(),
        unusable: entries
            .iter()
            .filter(|entry| to_name(entry).is_none())
            .count(),
    })
}

/// One mirror; nothing where the service itself says that there is none, and for a default mirror
/// also where the reply is empty or an empty document with version 0 (API reference, 12.21).
///
/// # Errors
/// For any other refusal, and for what is no mirror.
pub fn mirror(
    reply: &WireResponse,
    asked: Asked,
    name: &MirrorName,
) -> Result<Option<MirrorDocument>, ApiError> {
    let value = match accepted(reply, asked, &MIRROR_KEYS) {
        Err(ApiError::Refused(refusal)) if refusal.means_absent() => return Ok(None),
        other => other?,
    };
    let nothing = match &value {
        Value::Null => true,
        Value::Object(map) => map.is_empty(),
        _ => false,
    };
    if nothing && *name == MirrorName::Default {
        return Ok(None);
    }
    if nothing || !has_any(&value, &MIRROR_KEYS) {
        return Err(unreadable(reply, text!("error-cause-no-mirror")));
    }
    let document = document(reply, value);
    let unborn = document.version == Some(0) && holds_nothing(&document);
    Ok((!unborn || *name != MirrorName::Default).then_some(document))
}

/// The reply to an update: the keys that changed. Without a body the change is taken for done.
///
/// # Errors
/// For a refusal, and for what is not JSON.
pub fn updated(reply: &WireResponse, asked: Asked) -> Result<MirrorDocument, ApiError> {
    if is_success(reply.status) && is_blank(&reply.body) {
        return Ok(document(reply, Value::Null));
    }
    let value = accepted(reply, asked, &MIRROR_KEYS)?;
    Ok(document(reply, value))
}

/// The receipt of a DELETE. Without a body it is done, without the echo (API reference, 12.6).
///
/// # Errors
/// For a refusal, and for what is not JSON.
pub fn receipt(reply: &WireResponse, asked: Asked) -> Result<DeleteReceipt, ApiError> {
    if is_success(reply.status) && is_blank(&reply.body) {
        return Ok(DeleteReceipt {
            status: reply.status,
            ..DeleteReceipt::default()
        });
    }
    // No keys of its own: a `status` beside a version is believed, as a look costs less than a
    // deletion that was not one.
    let value = accepted(reply, asked, &[])?;
    if !(value.is_object() || value.is_null()) {
        return Err(unreadable(reply, text!("error-cause-no-receipt")));
    }
    Ok(DeleteReceipt {
        status: reply.status,
        client_token: value.get("clientToken").and_then(token_text),
        version: value.get("version").and_then(json::unsigned),
        timestamp_ms: timestamp_ms(&value),
    })
}

/// A token of digits may come back as a number.
fn token_text(echo: &Value) -> Option<String> {
    match echo {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

fn document(reply: &WireResponse, mut value: Value) -> MirrorDocument {
    let version = value.get("version").and_then(json::unsigned);
    let timestamp_ms = timestamp_ms(&value);
    // Taken, not copied: a tree may be large.
    let mut tree = |path: &str| {
        let tree = value.pointer_mut(path).map(Value::take);
        tree.filter(|tree| !tree.is_null())
    };
    MirrorDocument {
        version,
        timestamp_ms,
        desired: tree("/state/desired"),
        reported: tree("/state/reported"),
        metadata_desired: tree("/metadata/desired"),
        metadata_reported: tree("/metadata/reported"),
        body: Arc::from(reply.body.as_slice()),
    }
}

/// The documentation spells the key both ways (`iot-cloudiotcore-getdevicemirror`).
fn timestamp_ms(value: &Value) -> Option<i64> {
    ["timestamp", "timstamp"]
        .into_iter()
        .find_map(|key| json::signed(value.get(key)?))
        .map(to_ms)
}

fn holds_nothing(document: &MirrorDocument) -> bool {
    [&document.desired, &document.reported]
        .into_iter()
        .flatten()
        .all(|tree| tree.as_object().is_some_and(serde_json::Map::is_empty))
}
