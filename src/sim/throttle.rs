//! The most requests that the service takes in a second.

use serde::Deserialize;

use super::fault::FaultKind;
use super::service::Reaction;

/// What one request takes out of the bucket. In thousandths, so that a millisecond fills in as many
/// as requests are allowed in a second.
const REQUEST: u64 = 1000;
/// The part of a second whose requests may come all at once.
const BURST: u32 = 10;

/// A rate above which the service answers 429. In JSON: `{"per_second": 200, "retry_after": "1"}`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Throttle {
    /// Requests in a second; a tenth of them may come at once. 0 for as many as come.
    pub per_second: u32,
    /// The header `Retry-After` of the refusals: printable ASCII characters; absent for none.
    pub retry_after: Option<String>,
}

impl Throttle {
    /// Without a `Retry-After`.
    #[must_use]
    pub fn per_second(per_second: u32) -> Self {
        Self {
            per_second,
            retry_after: None,
        }
    }

    /// Whether its text can stand in a header.
    pub(super) fn is_sendable(&self) -> bool {
        let mut bytes = self.retry_after.iter().flat_map(|text| text.bytes());
        bytes.all(|byte| matches!(byte, b' '..=b'~'))
    }
}

/// A bucket that fills with time and that each request takes from.
#[derive(Debug)]
pub(super) struct Meter {
    throttle: Throttle,
    filled: u64,
    at_ms: u64,
}

impl Meter {
    pub(super) fn new(throttle: Throttle, now_ms: u64) -> Self {
        let mut meter = Self {
            throttle,
            filled: 0,
            at_ms: now_ms,
        };
        meter.filled = meter.full();
        meter
    }

    fn full(&self) -> u64 {
        u64::from((self.throttle.per_second / BURST).max(1)) * REQUEST
    }

    /// Takes a request, or says how it is refused.
    pub(super) fn refusal(&mut self, now_ms: u64) -> Option<Reaction> {
        let since_ms = now_ms.saturating_sub(self.at_ms);
        self.at_ms = now_ms;
        let more = since_ms.saturating_mul(u64::from(self.throttle.per_second));
        self.filled = self.filled.saturating_add(more).min(self.full());
        if let Some(rest) = self.filled.checked_sub(REQUEST) {
            self.filled = rest;
            return None;
        }
        let mut refusal = FaultKind::status(429);
        if let FaultKind::Status { retry_after, .. } = &mut refusal {
            retry_after.clone_from(&self.throttle.retry_after);
        }
        refusal.instead(now_ms)
    }
}
