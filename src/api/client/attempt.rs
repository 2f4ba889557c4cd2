//! One request on the wire: signed, sent and logged.

use std::time::{Duration, Instant};

use super::{Client, Shared, policy};
use crate::api::request::UnsignedRequest;
use crate::api::response;
use crate::api::sign::sign;
use crate::api::transport::{Transport, TransportError};
use crate::api::wire::{
    ACCESS_KEY_HEADER, SIGNATURE_HEADER, TIMESTAMP_HEADER, WireRequest, WireResponse,
};
use crate::model::text::escape_text;

/// How an attempt ended.
pub(super) struct Attempt {
    pub(super) result: Result<WireResponse, TransportError>,
    /// What was added to this computer's clock for the signature, milliseconds.
    pub(super) correction_ms: i64,
    /// This computer's clock at the end, Unix milliseconds.
    pub(super) clock_ms: i64,
    /// The service's clock less this computer's at the end, milliseconds, where a reply told it.
    pub(super) off_by_ms: Option<i64>,
}

impl<T: Transport> Client<T> {
    /// Signs and sends once; `number` counts the requests of one operation from 1.
    pub(super) async fn attempt(&self, request: &UnsignedRequest, number: u32) -> Attempt {
        let begin = Instant::now();
        let correction_ms = self.shared.correction.in_force_ms();
        self.call.count_attempt();
        let on_wire = self.shared.gate.sent(self.rank);
        let signed = self.shared.signed(request, correction_ms);
        let result = self.transport.send(signed).await;
        if let Ok(reply) = &result {
            let is_overloaded = policy::means_overload(reply.status);
            on_wire.replied(is_overloaded, self.shared.clock.now_ms());
        }
        log_attempt(request, number, begin.elapsed(), &result);
        let clock_ms = self.shared.clock.now_signed_ms();
        let date_ms = result.as_ref().ok().and_then(response::date_ms);
        Attempt {
            result,
            correction_ms,
            clock_ms,
            off_by_ms: date_ms.map(|date_ms| date_ms.saturating_sub(clock_ms)),
        }
    }
}

impl Shared {
    /// Reads the clock anew, so that no attempt carries an old signature.
    fn signed(&self, request: &UnsignedRequest, correction_ms: i64) -> WireRequest {
        let now_ms = self.clock.now_ms().saturating_add_signed(correction_ms);
        let signature = sign(
            request.method,
            &request.path_and_query,
            now_ms,
            &self.credentials,
        );
        WireRequest {
            method: request.method,
            path_and_query: request.path_and_query.clone(),
            headers: vec![
                ("accept", "application/json".to_owned()),
                ("content-type", "application/json; charset=utf-8".to_owned()),
                (TIMESTAMP_HEADER, now_ms.to_string()),
                (ACCESS_KEY_HEADER, self.credentials.access_key().to_owned()),
                (SIGNATURE_HEADER, signature),
            ],
            body: request.body.clone(),
        }
    }
}

/// One line an attempt. Never headers or bodies: they hold the key, the signature and the state of
/// devices.
fn log_attempt(
    request: &UnsignedRequest,
    attempt: u32,
    took: Duration,
    result: &Result<WireResponse, TransportError>,
) {
    let method = request.method.as_str();
    let path = escape_text(&request.path_and_query);
    let duration_ms = took.as_millis();
    match result {
        Ok(reply) => {
            let (status, bytes) = (reply.status, reply.body.len());
            tracing::info!(method, %path, status, bytes, duration_ms, attempt, "answered");
        }
        Err(error) => {
            let error = error.to_string();
            let error = escape_text(&error);
            tracing::info!(method, %path, %error, duration_ms, attempt, "not answered");
        }
    }
}
