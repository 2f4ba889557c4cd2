//! The bodies of mirror requests, and what every mirror answer ends with.

use serde_json::{Value, json};

use super::errors::Failure;
use super::merge::{Object, depth};
use super::slot::{Change, Patch, Slot};
use crate::model::delete::CLIENT_TOKEN_BYTES;

/// Levels of `desired` and `reported` (`iot-cloudiotcore-updatedevicemirror`).
const MAX_LEVELS: usize = 6;

/// The moment of a request, Unix milliseconds.
#[derive(Debug, Clone, Copy)]
pub(super) struct Moment {
    /// When it really is: devices live by it.
    pub(super) now_ms: u64,
    /// What the service's clock says, which can be wrong: answers carry it.
    pub(super) clock_ms: u64,
}

impl Moment {
    /// The seconds in mirror answers (their unit is computed from the pages' examples).
    pub(super) fn timestamp_s(self) -> u64 {
        self.clock_ms / 1000
    }
}

/// The body of a mirror request. Fields that an operation does not know are ignored (assumed).
pub(super) struct Order {
    fields: Object,
    client_token: Option<String>,
    version: Option<i64>,
}

impl Order {
    /// No body at all is an order without wishes, as all fields of a DELETE are optional.
    pub(super) fn read(body: Option<&[u8]>) -> Result<Self, Failure> {
        let fields = match body {
            None | Some([]) => Object::new(),
            Some(bytes) => match serde_json::from_slice(bytes) {
                Ok(Value::Object(fields)) => fields,
                Ok(_) => return Err(Failure::unusable("the body is no JSON object")),
                Err(error) => return Err(Failure::unusable(format!("the body: {error}"))),
            },
        };
        let client_token = match fields.get("clientToken") {
            None | Some(Value::Null) => None,
            Some(Value::String(token)) if token.len() <= CLIENT_TOKEN_BYTES => Some(token.clone()),
            Some(Value::String(_)) => {
                return Err(Failure::unusable("clientToken is longer than 64 bytes"));
            }
            Some(_) => return Err(Failure::unusable("clientToken is no string")),
        };
        let version = match fields.get("version") {
            None | Some(Value::Null) => None,
            Some(number) => Some(
                number
                    .as_i64()
                    .ok_or_else(|| Failure::unusable("version is no 64-bit whole number"))?,
            ),
        };
        Ok(Self {
            fields,
            client_token,
            version,
        })
    }

    /// Happens only if the mirror is at the version asked for (documented for update and delete).
    /// An absent mirror is at none (assumed).
    pub(super) fn check_version(&self, slot: &Slot) -> Result<(), Failure> {
        let current = slot.document.as_ref().map(|_| slot.version);
        match self.version {
            Some(asked) if u64::try_from(asked).ok() != current => {
                Err(Failure::version_conflict(asked, current))
            }
            _ => Ok(()),
        }
    }

    /// The `state` of an update. Other halves than the two are refused, and a half that is null is
    /// removed as a whole (both assumed as on AWS).
    pub(super) fn patch(&self) -> Result<Patch, Failure> {
        let Some(Value::Object(state)) = self.state() else {
            return Err(Failure::unusable("state is no JSON object"));
        };
        if let Some(key) = state
            .keys()
            .find(|key| *key != "desired" && *key != "reported")
        {
            return Err(Failure::unusable(format!(
                "state has an invalid key: {key:?}"
            )));
        }
        Ok(Patch {
            desired: change(state, "desired")?,
            reported: change(state, "reported")?,
        })
    }

    /// The `state` as sent.
    pub(super) fn state(&self) -> Option<&Value> {
        self.fields.get("state")
    }

    /// Adds what ends every answer. Without a token in the request there is none in the answer
    /// (assumed).
    pub(super) fn sign_off(&self, answer: &mut Value, version: u64, at: Moment) {
        if let Some(token) = &self.client_token {
            answer["clientToken"] = json!(token);
        }
        answer["version"] = json!(version);
        answer["timestamp"] = json!(at.timestamp_s());
    }
}

fn change(state: &Object, half: &str) -> Result<Change, Failure> {
    match state.get(half) {
        None => Ok(Change::Keep),
        Some(Value::Null) => Ok(Change::Remove),
        Some(Value::Object(keys)) if depth(keys) <= MAX_LEVELS => Ok(Change::Merge(keys.clone())),
        Some(Value::Object(_)) => Err(Failure::unusable(format!(
            "{half} has more than {MAX_LEVELS} levels"
        ))),
        Some(_) => Err(Failure::unusable(format!("{half} is no JSON object"))),
    }
}
