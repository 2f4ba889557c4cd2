//! The file of a plan: a line of JSON about the run, then one for each item.
//!
//! ```text
//! {"format":"mirrordeck run","number":1,"id":..,"kind":"delete","base_url":..,"key":..,"source":..,
//!  "created_ms":..,"token_prefix":..,"items":2,"sha256":..}
//! {"device":..,"mirror":null or a name,"version":..,"copy":null or an id}
//! ```
//!
//! `sha256` is that of the lines behind the first: a bit that flips in a name would have another
//! mirror deleted.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::model::device::DeviceName;
use crate::model::mirror::{MirrorId, MirrorName};
use crate::model::record::{ActionId, ActionKind, Origin};
use crate::model::task::{TaskItem, TaskPlan};

const FORMAT: &str = "mirrordeck run";
const NUMBER: u32 = 1;
const DELETE: &str = "delete";
const RESTORE: &str = "restore";

#[derive(Serialize, Deserialize)]
struct Head<'a> {
    format: Cow<'a, str>,
    number: u32,
    id: Cow<'a, str>,
    kind: Cow<'a, str>,
    base_url: Cow<'a, str>,
    key: Cow<'a, str>,
    source: Cow<'a, str>,
    created_ms: i64,
    token_prefix: Cow<'a, str>,
    items: usize,
    sha256: Cow<'a, str>,
}

#[derive(Serialize, Deserialize)]
struct Item<'a> {
    device: Cow<'a, str>,
    // Read by a function, a name that is missing is an error and not the default mirror.
    #[serde(deserialize_with = "Option::deserialize")]
    mirror: Option<Cow<'a, str>>,
    version: Option<u64>,
    copy: Option<Cow<'a, str>>,
}

/// The bytes of a plan's file.
pub(super) fn encode(plan: &TaskPlan) -> Vec<u8> {
    let mut items = Vec::new();
    for item in plan.items.iter() {
        let line = Item {
            device: item.target.device.raw().into(),
            mirror: match &item.target.mirror {
                MirrorName::Default => None,
                MirrorName::Named(name) => Some(name.raw().into()),
            },
            version: item.version,
            copy: item.copy.as_ref().map(|copy| copy.as_str().into()),
        };
        serde_json::to_writer(&mut items, &line).expect("texts and numbers are JSON");
        items.push(b'\n');
    }
    let head = Head {
        format: FORMAT.into(),
        number: NUMBER,
        id: plan.id.as_str().into(),
        kind: match plan.kind {
            ActionKind::Delete => DELETE.into(),
            ActionKind::Restore => RESTORE.into(),
        },
        base_url: plan.origin.base_url.as_str().into(),
        key: plan.origin.key_tail.as_str().into(),
        source: plan.origin.source.as_str().into(),
        created_ms: plan.created_ms,
        token_prefix: plan.token_prefix.as_str().into(),
        items: plan.items.len(),
        sha256: sha256(&items).into(),
    };
    let mut file = serde_json::to_vec(&head).expect("texts and numbers are JSON");
    file.push(b'\n');
    file.extend(items);
    file
}

/// The plan in a file, unless it is not what was written, or not that of the run `id`.
pub(super) fn decode(bytes: &[u8], id: &ActionId) -> Option<TaskPlan> {
    let at = bytes.iter().position(|byte| *byte == b'\n')?;
    let (head, items) = (&bytes[..at], &bytes[at + 1..]);
    let head: Head<'_> = serde_json::from_slice(head).ok()?;
    let is_sound = head.format == FORMAT
        && head.number == NUMBER
        && head.id == id.as_str()
        && head.sha256 == sha256(items);
    if !is_sound {
        return None;
    }
    let kind = match &*head.kind {
        DELETE => ActionKind::Delete,
        RESTORE => ActionKind::Restore,
        _ => return None,
    };
    let lines = items.split(|byte| *byte == b'\n');
    let items: Option<Vec<_>> = lines.filter(|line| !line.is_empty()).map(item).collect();
    let items = items.filter(|items| items.len() == head.items)?;
    Some(TaskPlan {
        id: id.clone(),
        kind,
        origin: Origin {
            base_url: head.base_url.into_owned(),
            key_tail: head.key.into_owned(),
            source: head.source.into_owned(),
        },
        created_ms: head.created_ms,
        token_prefix: head.token_prefix.into_owned(),
        items: Arc::from(items),
    })
}

fn item(line: &[u8]) -> Option<TaskItem> {
    let item: Item<'_> = serde_json::from_slice(line).ok()?;
    let mirror = match item.mirror {
        None => MirrorName::Default,
        Some(name) => MirrorName::named(&name)?,
    };
    let copy = match item.copy {
        None => None,
        Some(copy) => Some(copy.parse().ok()?),
    };
    Some(TaskItem {
        target: MirrorId::new(DeviceName::new(&item.device)?, mirror),
        version: item.version,
        copy,
    })
}

fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes)
        .iter()
        .fold(String::new(), |mut text, byte| {
            write!(text, "{byte:02x}").expect("writing to a string cannot fail");
            text
        })
}
