//! What is sent again, and after how long.

use std::time::Duration;

use backon::{BackoffBuilder as _, ExponentialBuilder};

use crate::api::wire::Method;
use crate::model::error::{ApiError, NoAnswer, NotSent};

/// How often an operation is sent at most.
pub const ATTEMPTS: u32 = 3;
/// The same for work in the background that the service refuses for its load: nobody sits before it,
/// and fewer requests at a time are on their way to it already.
pub const PATIENT_ATTEMPTS: u32 = 8;
/// The most that is waited before the second attempt; it doubles with each further one.
const BASE: Duration = Duration::from_millis(250);
/// The most that is waited where the service named no time.
const CAP: Duration = Duration::from_secs(5);
/// The most that is waited in any case: nobody sits longer before a screen that does nothing.
pub(super) const LONGEST: Duration = Duration::from_secs(30);
/// Waited at random on top of what the service asks for, so that all whom it told the same time do
/// not come back at once.
pub(super) const SPREAD: Duration = Duration::from_millis(250);

/// How long to wait before a request is sent again; nothing where it must not be.
///
/// * `number` - of the attempt that failed, from 1.
/// * `draw` - a fresh random number, at least 0 and at most 1.
#[must_use]
pub fn decide(method: Method, number: u32, error: &ApiError, draw: f64) -> Option<Duration> {
    (number < ATTEMPTS && may_repeat(method, error)).then(|| wait(number, error, draw))
}

/// As [`decide`] for a service that refuses for its load and is not in a hurry to be asked.
#[must_use]
pub(super) fn decide_patiently(
    method: Method,
    number: u32,
    error: &ApiError,
    draw: f64,
) -> Option<Duration> {
    (number < PATIENT_ATTEMPTS && may_repeat(method, error)).then(|| wait(number, error, draw))
}

/// Whether a reply with this status says that the service has too much to do.
pub(super) fn means_overload(status: u16) -> bool {
    matches!(status, 429 | 503)
}

/// Whether the trouble lies with the line or the service and may be over in a moment.
#[must_use]
pub fn may_pass(error: &ApiError) -> bool {
    may_repeat(Method::Get, error)
}

/// A read does no harm however often it arrives. A change may be repeated only where the one before
/// surely did nothing: it never arrived, or was refused for its rate before anybody looked at it.
fn may_repeat(method: Method, error: &ApiError) -> bool {
    match error {
        ApiError::NotSent { why, .. } => *why == NotSent::Unreachable,
        // A quota does not come back in seconds, unless the service says when.
        ApiError::Refused(refusal) if refusal.status == 429 => {
            refusal.code.as_str() != "400" || refusal.retry_after_ms.is_some()
        }
        ApiError::Refused(refusal) => {
            let of_the_gateway = matches!(refusal.code.as_str(), "500" | "510" | "900");
            let passing = matches!(refusal.status, 500 | 502 | 503 | 504)
                || refusal.status > 500 && of_the_gateway;
            passing && method == Method::Get
        }
        ApiError::NoAnswer { why, .. } => {
            matches!(why, NoAnswer::TimedOut | NoAnswer::Broken) && method == Method::Get
        }
        ApiError::Unreadable { .. } => false,
    }
}

/// Anything up to the bound ("full jitter"), which doubles with each attempt; not before the
/// service wants it.
fn wait(number: u32, error: &ApiError, draw: f64) -> Duration {
    let mut bounds = ExponentialBuilder::new()
        .with_min_delay(BASE)
        .with_max_delay(CAP)
        .without_max_times()
        .build();
    // The crate's own jitter only ever adds to the delay, so the part of it is drawn here.
    let earlier = usize::try_from(number.saturating_sub(1)).unwrap_or(usize::MAX);
    let bound = bounds.nth(earlier).unwrap_or(CAP);
    let backoff = bound.mul_f64(draw);
    let wanted = match error {
        ApiError::Refused(refusal) => refusal.retry_after_ms,
        _ => None,
    };
    let Some(wanted_ms) = wanted else {
        return backoff;
    };
    let wanted = Duration::from_millis(wanted_ms).min(LONGEST);
    (wanted + SPREAD.mul_f64(draw)).max(backoff).min(LONGEST)
}
