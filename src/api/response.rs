//! Replies into results: pure functions of status, headers and body.
//!
//! Written by hand over [`Value`], because little of the replies is documented to the end: what a
//! field may look like instead is the API reference's section 12, a test for each of its points.

mod dates;
mod devices;
mod json;
mod mirrors;
mod refusal;

use serde_json::Value;

pub use dates::date_ms;
pub use devices::{device_detail, device_page};
pub use mirrors::{mirror, mirror_list, receipt, updated};
pub use refusal::may_mean_no_default;

use super::wire::WireResponse;
use crate::i18n::Text;
use crate::model::error::ApiError;
use crate::model::mirror::{MirrorDocument, MirrorName};
use crate::model::text::SafeText;
use crate::text;

/// The mirror in bytes that came as a reply once, such as a copy of it.
///
/// # Errors
/// For what is no mirror.
pub fn parse_mirror(body: Vec<u8>, name: &MirrorName) -> Result<MirrorDocument, ApiError> {
    let reply = WireResponse {
        status: 200,
        headers: vec![],
        body,
    };
    let asked = Asked {
        encoded: false,
        now_ms: 0,
        correction_ms: 0,
    };
    mirror(&reply, asked, name)?.ok_or_else(|| unreadable(&reply, text!("error-cause-no-mirror")))
}

/// What the reply cannot tell: the request that it answers, and the moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asked {
    /// Whether the request had percent-encoded characters.
    pub encoded: bool,
    /// The time when the reply came, Unix milliseconds: this computer's clock as corrected.
    pub now_ms: i64,
    /// What was added to this computer's clock for it, milliseconds; 0 for nothing.
    pub correction_ms: i64,
}

/// Characters of a body that an error shows.
const EXCERPT_CHARACTERS: usize = 160;
/// Bytes that are looked at for them; four for each character and some for white space.
const EXCERPT_BYTES: usize = 1024;

/// The refusal in a reply whose status is no success.
#[must_use]
pub fn refused(reply: &WireResponse, asked: Asked) -> Option<ApiError> {
    (!is_success(reply.status)).then(|| refusal::of_status(reply, asked))
}

/// The JSON of a success, out of its envelope if it has one; null for a 204.
///
/// `own_keys` are those by which a bare result shows itself, so that a field that happens to be
/// called `status` or `body` is not taken for an envelope.
fn accepted(reply: &WireResponse, asked: Asked, own_keys: &[&str]) -> Result<Value, ApiError> {
    if !is_success(reply.status) {
        return Err(refusal::of_status(reply, asked));
    }
    if is_blank(&reply.body) {
        return match reply.status {
            204 => Ok(Value::Null),
            _ => Err(unreadable(reply, text!("error-cause-empty"))),
        };
    }
    let value = json::parse(&reply.body).map_err(|cause| unreadable(reply, cause))?;
    if let Some(refusal) = refusal::under_success(reply, &value, own_keys, asked) {
        return Err(refusal);
    }
    Ok(open_envelope(value, own_keys))
}

fn open_envelope(value: Value, own_keys: &[&str]) -> Value {
    if has_any(&value, own_keys) {
        return value;
    }
    match value {
        Value::Object(mut map) => map.remove("body").unwrap_or(Value::Object(map)),
        bare => bare,
    }
}

fn has_any(value: &Value, keys: &[&str]) -> bool {
    keys.iter().any(|key| value.get(key).is_some())
}

fn is_success(status: u16) -> bool {
    (200..300).contains(&status)
}

fn is_blank(body: &[u8]) -> bool {
    body.trim_ascii().is_empty()
}

fn unreadable(reply: &WireResponse, cause: Text) -> ApiError {
    ApiError::Unreadable {
        status: reply.status,
        cause,
        excerpt: excerpt(&reply.body),
    }
}

/// The first characters of a body on one line.
fn excerpt(body: &[u8]) -> SafeText {
    let head = String::from_utf8_lossy(&body[..body.len().min(EXCERPT_BYTES)]);
    let words: Vec<_> = head.split_whitespace().collect();
    SafeText::excerpt(&words.join(" "), EXCERPT_CHARACTERS)
}
