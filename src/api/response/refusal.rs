//! Error replies: who spoke, and what was said.

use serde_json::{Map, Value};

use super::{Asked, dates, excerpt, has_any, is_success, json};
use crate::api::wire::WireResponse;
use crate::model::error::{ApiError, Refusal, Speaker};
use crate::model::text::SafeText;

/// HTTP status and `errorCode` of the API gateway (`api-call-lgc-errorhandling`).
const GATEWAY_ROWS: [(u16, &str); 11] = [
    (400, "100"),
    (401, "200"),
    (401, "210"),
    (404, "300"),
    (429, "400"),
    (429, "410"),
    (429, "420"),
    (413, "430"),
    (503, "500"),
    (504, "510"),
    (500, "900"),
];

/// Words of refusals that have another reason than a missing mirror.
const OTHER_REASONS: [&str; 12] = [
    "auth",
    "permi",
    "denied",
    "forbidden",
    "credential",
    "signature",
    "quota",
    "limit",
    "time",
    "internal",
    "unavailable",
    "unexpected",
];

/// Whether an error object under a success may stand for "this device has no default mirror"
/// (API reference, 12.21: assumed). Good for showing "none", never for saying that a mirror is gone.
#[must_use]
pub fn may_mean_no_default(refusal: &Refusal) -> bool {
    let of_the_gateway = GATEWAY_ROWS
        .iter()
        .any(|(_, code)| *code == refusal.code.as_str());
    let words = format!("{} {} {}", refusal.code, refusal.message, refusal.details).to_lowercase();
    is_success(refusal.status)
        && refusal.speaker == Speaker::Service
        && !of_the_gateway
        && !OTHER_REASONS.iter().any(|word| words.contains(word))
}

/// The error of a reply whose status is no success.
pub(super) fn of_status(reply: &WireResponse, asked: Asked) -> ApiError {
    let value = json::parse(&reply.body).unwrap_or_default();
    let words = error_object(&value)
        .map(Words::of_object)
        .or_else(|| Words::of_envelope(&value))
        .unwrap_or_else(|| Words::of_raw(reply));
    refused(reply, words, asked)
}

/// The error that a success carries, if it does: an error object, or an envelope that does not say
/// `SUCCESS` (API reference, 12.13 and 12.14).
pub(super) fn under_success(
    reply: &WireResponse,
    value: &Value,
    own_keys: &[&str],
    asked: Asked,
) -> Option<ApiError> {
    let bare = has_any(value, own_keys);
    let envelope = Some(value).filter(|_| !bare);
    let places = || {
        [Some(value), envelope.and_then(|value| value.get("body"))]
            .into_iter()
            .flatten()
    };
    let words = places()
        .find_map(error_object)
        .map(Words::of_object)
        .or_else(|| places().any(has_error).then(|| Words::of_raw(reply)))
        .or_else(|| {
            let envelope = envelope?;
            is_failure(envelope.get("status")?).then(|| Words::of_failure(envelope))
        });
    Some(refused(reply, words?, asked))
}

/// The object with the error's fields: in its documented wrapper, or bare with an `errorCode`.
fn error_object(value: &Value) -> Option<&Map<String, Value>> {
    if let Some(error) = value.get("error").and_then(Value::as_object) {
        return Some(error);
    }
    let bare = value.as_object()?;
    bare.get("errorCode")
        .is_some_and(|code| !code.is_null())
        .then_some(bare)
}

/// Whether there is an error in another shape; to take none for a success could report a deletion
/// that was refused.
fn has_error(value: &Value) -> bool {
    match value.get("error") {
        None | Some(Value::Null | Value::Bool(false)) => false,
        Some(Value::String(text)) => !text.is_empty(),
        Some(_) => true,
    }
}

fn is_failure(status: &Value) -> bool {
    match status {
        Value::Null => false,
        Value::String(text) => !text.trim().eq_ignore_ascii_case("success"),
        other => !json::unsigned(other).is_some_and(|status| (200..300).contains(&status)),
    }
}

/// What an error reply says, and who says it unless the gateway's table knows better.
struct Words {
    code: SafeText,
    message: SafeText,
    details: SafeText,
    speaker: Speaker,
}

impl Words {
    fn of_object(error: &Map<String, Value>) -> Self {
        Self {
            code: json::text(error.get("errorCode")),
            message: json::text(error.get("message")),
            details: json::text(error.get("details")),
            speaker: Speaker::Service,
        }
    }

    /// Only what looks like this service's own envelope, with both of its keys.
    fn of_envelope(value: &Value) -> Option<Self> {
        let documented = value.get("status")?.is_string() && value.get("body").is_some();
        documented.then(|| Self::of_failure(value))
    }

    fn of_failure(envelope: &Value) -> Self {
        let body = envelope.get("body");
        let field = |key: &str| {
            envelope
                .get(key)
                .or_else(|| body.and_then(|body| body.get(key)))
        };
        let message = field("message").or_else(|| body.filter(|body| body.is_string()));
        Self {
            code: json::text(envelope.get("status")),
            message: json::text(message),
            details: json::text(field("details")),
            speaker: Speaker::Service,
        }
    }

    fn of_raw(reply: &WireResponse) -> Self {
        let leads_to = reply
            .header("location")
            .filter(|_| (300..400).contains(&reply.status))
            .map(|place| SafeText::excerpt(place, 200));
        Self {
            code: SafeText::default(),
            message: excerpt(&reply.body),
            details: leads_to.unwrap_or_default(),
            speaker: Speaker::Unclear,
        }
    }
}

fn refused(reply: &WireResponse, words: Words, asked: Asked) -> ApiError {
    let at_the_gateway = GATEWAY_ROWS.contains(&(reply.status, words.code.as_str()));
    ApiError::Refused(Box::new(Refusal {
        status: reply.status,
        speaker: if at_the_gateway {
            Speaker::Gateway
        } else {
            words.speaker
        },
        code: words.code,
        message: words.message,
        details: words.details,
        clock_ahead_s: clock_ahead_s(reply, asked.now_ms.saturating_sub(asked.correction_ms)),
        clock_corrected: asked.correction_ms != 0,
        retry_after_ms: dates::retry_after_ms(reply, asked.now_ms),
        encoded: asked.encoded,
    }))
}

/// Seconds by which this computer's clock is ahead of the reply's `Date`.
fn clock_ahead_s(reply: &WireResponse, clock_ms: i64) -> Option<i64> {
    let there_s = dates::date_ms(reply)?.div_euclid(1000);
    Some(clock_ms.div_euclid(1000).saturating_sub(there_s))
}
