//! Results as replies, with the headers that every reply carries.

use jiff::Timestamp;
use serde_json::Value;

use super::errors::Failure;
use crate::api::wire::WireResponse;

/// What an operation comes to.
pub(super) type Outcome = Result<Value, Failure>;

/// An outcome as JSON. Status 200 for every success is assumed: the pages name none.
pub(super) fn json(outcome: &Outcome, clock_ms: u64) -> WireResponse {
    let (status, body) = match outcome {
        Ok(value) => (200, value.to_string()),
        Err(failure) => (failure.status, failure.body().to_string()),
    };
    reply(status, "application/json; charset=utf-8", body, clock_ms)
}

/// What a proxy between the two might say.
pub(super) fn html(clock_ms: u64) -> WireResponse {
    let page = "<!DOCTYPE html>\n<html><head><title>502 Bad Gateway</title></head>\n\
                <body><h1>502 Bad Gateway</h1></body></html>\n";
    reply(502, "text/html; charset=utf-8", page.to_owned(), clock_ms)
}

fn reply(status: u16, content_type: &str, body: String, clock_ms: u64) -> WireResponse {
    WireResponse {
        status,
        headers: vec![
            ("content-type".to_owned(), content_type.to_owned()),
            ("date".to_owned(), http_date(clock_ms)),
        ],
        body: body.into_bytes(),
    }
}

/// The form of the `Date` header (RFC 7231, 7.1.1.1).
fn http_date(clock_ms: u64) -> String {
    moment(clock_ms)
        .strftime("%a, %d %b %Y %H:%M:%S GMT")
        .to_string()
}

/// A clock beyond the calendar stands at its end.
pub(super) fn moment(clock_ms: u64) -> Timestamp {
    i64::try_from(clock_ms)
        .ok()
        .and_then(|ms| Timestamp::from_millisecond(ms).ok())
        .unwrap_or(Timestamp::MAX)
}
