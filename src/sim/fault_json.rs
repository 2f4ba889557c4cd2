//! Faults as JSON: by hand, because numbers of any length and untagged enums do not go together.

use std::fmt;

use serde::Deserialize;
use serde::de::value::MapAccessDeserializer;
use serde::de::{self, Deserializer, MapAccess, Visitor};

use super::errors::Failure;
use super::fault::FaultKind;

impl<'de> Deserialize<'de> for FaultKind {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(FaultVisitor)
    }
}

const WORDS: &[&str] = &[
    "html",
    "broken_json",
    "empty",
    "close_before",
    "close_after",
    "hang",
    "hang_after",
];

struct FaultVisitor;

impl<'de> Visitor<'de> for FaultVisitor {
    type Value = FaultKind;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "one of {} or an object with slow_ms, status, status_after or clock_offset_ms",
            WORDS.join(", ")
        )
    }

    fn visit_str<E: de::Error>(self, word: &str) -> Result<FaultKind, E> {
        Ok(match word {
            "html" => FaultKind::Html,
            "broken_json" => FaultKind::BrokenJson,
            "empty" => FaultKind::Empty,
            "close_before" => FaultKind::CloseBefore,
            "close_after" => FaultKind::CloseAfter,
            "hang" => FaultKind::Hang,
            "hang_after" => FaultKind::HangAfter,
            _ => return Err(E::unknown_variant(word, WORDS)),
        })
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<FaultKind, A::Error> {
        let object = FaultObject::deserialize(MapAccessDeserializer::new(map))?;
        object.kind().ok_or_else(|| {
            de::Error::custom(
                "expected exactly one of slow_ms, status (200 to 599), status_after and \
                 clock_offset_ms; code and message go with a status only, and retry_after \
                 (printable ASCII) with status only",
            )
        })
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FaultObject {
    slow_ms: Option<u64>,
    status: Option<u16>,
    status_after: Option<u16>,
    code: Option<String>,
    message: Option<String>,
    retry_after: Option<String>,
    clock_offset_ms: Option<i64>,
}

impl FaultObject {
    fn kind(self) -> Option<FaultKind> {
        let bare = self.code.is_none() && self.message.is_none() && self.retry_after.is_none();
        let kind = match (
            self.slow_ms,
            self.status,
            self.status_after,
            self.clock_offset_ms,
        ) {
            (Some(ms), None, None, None) if bare => FaultKind::Slow { ms },
            (None, None, None, Some(ms)) if bare => FaultKind::ClockOffset { ms },
            (None, Some(status @ 200..=599), None, None) => FaultKind::status(status),
            (None, None, Some(status @ 200..=599), None) => FaultKind::status_after(status),
            _ => return None,
        };
        kind.worded(self.code, self.message).later(self.retry_after)
    }
}

impl FaultKind {
    fn worded(mut self, new_code: Option<String>, new_message: Option<String>) -> Self {
        let (Self::Status {
            status,
            code,
            message,
            ..
        }
        | Self::StatusAfter {
            status,
            code,
            message,
        }) = &mut self
        else {
            return self;
        };
        if let Some(new_code) = new_code {
            if let Some(usual) = Failure::message_of(*status, &new_code) {
                *message = usual;
            }
            *code = new_code;
        }
        if let Some(new_message) = new_message {
            *message = new_message;
        }
        self
    }

    /// Nothing for a text that no header can carry, or where the work is done.
    fn later(mut self, text: Option<String>) -> Option<Self> {
        let Some(text) = text else {
            return Some(self);
        };
        let printable = text.bytes().all(|byte| matches!(byte, b' '..=b'~'));
        let Self::Status { retry_after, .. } = &mut self else {
            return None;
        };
        *retry_after = printable.then_some(text);
        retry_after.is_some().then_some(self)
    }
}
