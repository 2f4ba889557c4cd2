//! A record as a line of the journal: one flat JSON object, easy on scripts.

use std::borrow::Cow;

use jiff::Timestamp;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::marks::named;
use crate::model::device::DeviceName;
use crate::model::mirror::{MirrorId, MirrorName};
use crate::model::record::{ActionId, ActionKind, End, Event, Intent, Origin, Record};
use crate::model::task::TaskRef;

type Text<'a> = Cow<'a, str>;

#[derive(Default, Serialize, Deserialize)]
struct Line<'a> {
    // For people; `at_ms` is what counts.
    #[serde(skip_deserializing, skip_serializing_if = "Option::is_none")]
    at: Option<String>,
    at_ms: i64,
    #[serde(borrow)]
    id: Text<'a>,
    #[serde(borrow)]
    run: Text<'a>,
    #[serde(borrow)]
    event: Text<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    action: Option<Text<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    base_url: Option<Text<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    key: Option<Text<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<Text<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    device: Option<Text<'a>>,
    #[serde(default, skip_serializing_if = "Mirror::is_missing")]
    mirror: Mirror<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    copy: Option<Text<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    copy_version: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    lock: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    token: Option<Text<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    task: Option<Text<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    item: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    outcome: Option<Text<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<Text<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    version: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    attempts: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    duration_ms: Option<u64>,
}

/// A name that got lost must not become the default mirror's null.
#[derive(Default)]
enum Mirror<'a> {
    #[default]
    Missing,
    Default,
    Named(Text<'a>),
}

impl Mirror<'_> {
    fn is_missing(&self) -> bool {
        matches!(self, Self::Missing)
    }
}

impl Serialize for Mirror<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Named(name) => serializer.serialize_str(name),
            Self::Missing | Self::Default => serializer.serialize_none(),
        }
    }
}

impl<'de> Deserialize<'de> for Mirror<'_> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = Option::<String>::deserialize(deserializer)?;
        Ok(name.map_or(Self::Default, |name| Self::Named(name.into())))
    }
}

const INTENDED: &str = "intended";
const ENDED: &str = "ended";
const CAME_BACK: &str = "came_back";
const CLOSED: &str = "closed";
const DELETE: &str = "delete";
const RESTORE: &str = "restore";

/// The line of a record, its newline included.
pub(super) fn encode(record: &Record) -> Vec<u8> {
    let moment = Timestamp::from_millisecond(record.at_ms);
    let mut line = Line {
        at: moment.ok().map(|moment| format!("{moment:.3}")),
        at_ms: record.at_ms,
        id: record.id.as_str().into(),
        run: record.run.as_str().into(),
        ..Line::default()
    };
    match &record.event {
        Event::Intended(intent) => intended(&mut line, intent),
        Event::Ended(end) => {
            line.event = ENDED.into();
            line.outcome = Some(end.word.as_str().into());
            // Outside of every scope of a language: the journal is in English.
            line.reason = Some(end.reason.to_string().into());
            line.version = end.version;
            line.attempts = Some(end.attempts);
            line.duration_ms = Some(end.duration_ms);
        }
        Event::CameBack { version } => {
            line.event = CAME_BACK.into();
            line.version = *version;
        }
        Event::Closed => line.event = CLOSED.into(),
    }
    let mut line = serde_json::to_vec(&line).expect("texts and numbers are JSON");
    line.push(b'\n');
    line
}

fn intended<'a>(line: &mut Line<'a>, intent: &'a Intent) {
    line.event = INTENDED.into();
    line.action = Some(match intent.kind {
        ActionKind::Delete => DELETE.into(),
        ActionKind::Restore => RESTORE.into(),
    });
    line.base_url = Some(intent.origin.base_url.as_str().into());
    line.key = Some(intent.origin.key_tail.as_str().into());
    line.source = Some(intent.origin.source.as_str().into());
    line.device = Some(intent.target.device.raw().into());
    line.mirror = match &intent.target.mirror {
        MirrorName::Default => Mirror::Default,
        MirrorName::Named(name) => Mirror::Named(name.raw().into()),
    };
    line.copy = Some(intent.copy.as_str().into());
    line.copy_version = intent.copy_version;
    line.lock = intent.lock;
    line.token = intent.token.as_deref().map(Cow::Borrowed);
    line.task = intent.task.as_ref().map(|of| of.task.as_str().into());
    line.item = intent.task.as_ref().map(|of| of.item);
}

/// The record of a line, unless it is torn or not ours.
pub(super) fn decode(line: &[u8]) -> Option<Record> {
    // Read from bytes, a value that is skipped over need not be UTF-8.
    let line: Line<'_> = serde_json::from_str(str::from_utf8(line).ok()?).ok()?;
    Some(Record {
        at_ms: line.at_ms,
        id: id(&line.id)?,
        run: id(&line.run)?,
        event: match &*line.event {
            INTENDED => Event::Intended(Box::new(intent(line)?)),
            ENDED => Event::Ended(End {
                word: named(&line.outcome?)?,
                reason: crate::i18n::Text::verbatim(line.reason?),
                version: line.version,
                attempts: line.attempts?,
                duration_ms: line.duration_ms?,
            }),
            CAME_BACK => Event::CameBack {
                version: line.version,
            },
            CLOSED => Event::Closed,
            _ => return None,
        },
    })
}

fn intent(line: Line<'_>) -> Option<Intent> {
    let mirror = match line.mirror {
        Mirror::Missing => return None,
        Mirror::Default => MirrorName::Default,
        Mirror::Named(name) => MirrorName::named(&name)?,
    };
    Some(Intent {
        kind: match &*line.action? {
            DELETE => ActionKind::Delete,
            RESTORE => ActionKind::Restore,
            _ => return None,
        },
        origin: Origin {
            base_url: line.base_url?.into_owned(),
            key_tail: line.key?.into_owned(),
            source: line.source?.into_owned(),
        },
        target: MirrorId::new(DeviceName::new(&line.device?)?, mirror),
        copy: id(&line.copy?)?,
        copy_version: line.copy_version,
        lock: line.lock,
        token: line.token.map(Cow::into_owned),
        task: match (line.task, line.item) {
            (None, None) => None,
            (Some(task), Some(item)) => Some(TaskRef {
                task: id(&task)?,
                item,
            }),
            // One half of what was written together.
            _ => return None,
        },
    })
}

fn id(text: &str) -> Option<ActionId> {
    text.parse().ok()
}
