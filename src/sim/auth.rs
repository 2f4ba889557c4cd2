//! The gateway's check of key, clock and signature.

use super::errors::Failure;
use crate::api::sign::sign;
use crate::api::wire::{ACCESS_KEY_HEADER, SIGNATURE_HEADER, TIMESTAMP_HEADER, WireRequest};
use crate::model::credentials::Credentials;

/// The access key that the embedded service accepts; no account has it.
pub const DEMO_ACCESS_KEY: &str = "MIRRORDECKDEMO000001";
/// The secret to [`DEMO_ACCESS_KEY`]; it protects nothing.
pub const DEMO_SECRET_KEY: &str = "MirrorDeckDemoSecretOfNoAccount000000001";

/// How far a request's time may be from the service's, milliseconds (`iot-cloudiotcore`).
const WINDOW_MS: u64 = 5 * 60 * 1000;

/// The key pair that the embedded service accepts.
#[must_use]
pub fn demo_credentials() -> Credentials {
    Credentials::new(DEMO_ACCESS_KEY, DEMO_SECRET_KEY)
}

/// Refuses what is not signed by the demo keys over exactly these bytes within the window.
///
/// Every reason gives the same refusal, 401 with code 200 (`api-call-lgc-errorhandling`; that it is
/// also the answer to a wrong clock is assumed).
pub(super) fn check(request: &WireRequest, clock_ms: u64) -> Result<(), Failure> {
    match is_authentic(request, clock_ms) {
        Some(true) => Ok(()),
        _ => Err(Failure::AUTHENTICATION),
    }
}

/// Nothing where a header is missing or the time is no number.
fn is_authentic(request: &WireRequest, clock_ms: u64) -> Option<bool> {
    let access_key = request.header(ACCESS_KEY_HEADER)?;
    let time_text = request.header(TIMESTAMP_HEADER)?;
    let signature = request.header(SIGNATURE_HEADER)?;
    let timestamp_ms: u64 = time_text.parse().ok()?;
    let expected = sign(
        request.method,
        &request.path_and_query,
        timestamp_ms,
        &demo_credentials(),
    );
    // The header's text itself is signed, so `+1700..` or a leading zero is another text.
    let same_text = timestamp_ms.to_string() == time_text;
    let in_window = timestamp_ms.abs_diff(clock_ms) <= WINDOW_MS;
    Some(access_key == DEMO_ACCESS_KEY && same_text && in_window && signature == expected)
}
