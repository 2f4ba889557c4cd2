//! What the user confirmed, and what became of it on the wire.

use std::sync::Arc;

use mirrordeck::api::transport::TransportError;
use mirrordeck::api::wire::Method;
use mirrordeck::app::dialog::{Field, FreshRead};
use mirrordeck::app::restore_dialog::RestoreField;
use mirrordeck::app::state::{AppState, Overlay};
use mirrordeck::model::mirror::MirrorId;
use mirrordeck::model::outcome::Word;
use mirrordeck::model::record::{ActionId, ActionKind};
use mirrordeck::model::restore::KeptCopy;
use serde_json::Value;

use super::watched::{Place, Sent, place};

/// A deletion or restore as its dialog stood when `Enter` was pressed on its last button.
#[derive(Debug, Clone)]
pub struct Order {
    pub kind: ActionKind,
    pub target: MirrorId,
    /// The version in the dialog; for a restore, the one that is to be overwritten.
    pub lock: Option<u64>,
    pub token: Option<String>,
    /// What a restore brings back.
    pub copy: Option<Arc<KeptCopy>>,
    /// The first request that can belong to it.
    pub from: usize,
    /// The first that cannot, once it has ended or was cut off.
    pub until: Option<usize>,
    /// Whether the program ended before it did.
    pub cut_off: bool,
    /// Its name in the journal, once it is known.
    pub id: Option<ActionId>,
    /// Every word that was said about it, in turn.
    pub said: Vec<Word>,
}

impl Order {
    /// What `Enter` would confirm now, if anything, by what the dialog shows.
    pub fn shown(state: &AppState) -> Option<Self> {
        let filled = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        let (kind, target, lock, token, copy) = match state.overlay.as_ref()? {
            Overlay::Delete(dialog) if dialog.field == Field::Delete => {
                let lock = filled(dialog.version.value().trim());
                if !matches!(dialog.fresh, FreshRead::Found(_)) {
                    return None;
                }
                let lock = lock.map(|lock| lock.parse()).transpose().ok()?;
                let token = filled(dialog.token.value());
                (ActionKind::Delete, &dialog.target, lock, token, None)
            }
            Overlay::Restore(dialog) if dialog.field == RestoreField::Restore => {
                let lock = match &dialog.now {
                    FreshRead::Absent => None,
                    FreshRead::Found(now) if dialog.overwrites => Some(now.document.version?),
                    _ => return None,
                };
                let token = filled(dialog.token.value());
                let copy = Some(dialog.copy.clone());
                let target = &dialog.copy.head.target;
                (ActionKind::Restore, target, lock, token, copy)
            }
            _ => return None,
        };
        Some(Self {
            kind,
            target: target.clone(),
            lock,
            token,
            copy,
            from: 0,
            until: None,
            cut_off: false,
            id: None,
            said: vec![],
        })
    }

    pub fn place(&self) -> Place {
        place(&self.target)
    }

    pub fn method(&self) -> Method {
        match self.kind {
            ActionKind::Delete => Method::Delete,
            ActionKind::Restore => Method::Post,
        }
    }

    /// The DELETEs or POSTs that left for it.
    pub fn changes<'a>(&self, sent: &'a [Sent]) -> Vec<&'a Sent> {
        let until = self.until.unwrap_or(sent.len());
        let own = sent[self.from..until].iter();
        own.filter(|it| it.method == self.method()).collect()
    }

    /// What reads of its mirror found since it was confirmed.
    pub fn views(&self, sent: &[Sent]) -> Vec<View> {
        views(&sent[self.from..], &self.place())
    }
}

/// What the service itself said about a mirror.
#[derive(Debug, Clone, PartialEq)]
pub enum View {
    Stands {
        version: u64,
        state: Value,
        body: Vec<u8>,
    },
    Absent,
}

/// What the answers to these requests said about a mirror; what broke off said nothing.
pub fn views(sent: &[Sent], of: &Place) -> Vec<View> {
    let mine = sent.iter().filter(|it| it.place.as_ref() == Some(of));
    mine.filter_map(view).collect()
}

fn view(sent: &Sent) -> Option<View> {
    let reply = sent.reply.as_ref()?.as_ref().ok()?;
    let value: Value = serde_json::from_slice(&reply.body).ok()?;
    let says_absent = reply.status == 404 && value["error"]["errorCode"] == "404";
    if says_absent {
        return Some(View::Absent);
    }
    let stands = sent.method == Method::Get && sent.worked && reply.status == 200;
    stands.then_some(())?;
    Some(View::Stands {
        version: value.get("version")?.as_u64()?,
        state: value.get("state")?.clone(),
        body: reply.body.clone(),
    })
}

/// Whether two states are the same to the last digit, where an empty half is the same as none.
pub fn is_same(one: &Value, other: &Value) -> bool {
    let half = |state: &Value, key: &str| match state.get(key) {
        None | Some(Value::Null) => Value::Object(serde_json::Map::new()),
        Some(half) => half.clone(),
    };
    ["desired", "reported"]
        .iter()
        .all(|key| half(one, key) == half(other, key))
}

/// Whether what came back leaves no doubt about what the service did.
pub fn is_clear(sent: &Sent) -> bool {
    match &sent.reply {
        Some(Ok(reply)) if (200..300).contains(&reply.status) => {
            let body = reply.body.trim_ascii();
            let value: Option<Value> = serde_json::from_slice(body).ok();
            body.is_empty() || value.is_some_and(|value| value.get("error").is_none())
        }
        Some(Ok(reply)) => reply.status < 500,
        Some(Err(TransportError::NotConnected { .. })) => true,
        _ => false,
    }
}

/// Whether it surely did nothing, so that the same may be sent again.
pub fn may_be_repeated(sent: &Sent) -> bool {
    match &sent.reply {
        Some(Ok(reply)) => matches!(reply.status, 401 | 403 | 429) && !sent.worked,
        Some(Err(TransportError::NotConnected { .. })) => true,
        _ => false,
    }
}
