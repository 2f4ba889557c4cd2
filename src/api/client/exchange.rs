//! One request and its reply: signed, sent and logged.

use std::time::{Duration, Instant};

use super::{Client, Shared};
use crate::api::request::{Operation, UnsignedRequest, build};
use crate::api::response::Asked;
use crate::api::sign::sign;
use crate::api::transport::{Transport, TransportError};
use crate::api::wire::{
    ACCESS_KEY_HEADER, Method, SIGNATURE_HEADER, TIMESTAMP_HEADER, WireRequest, WireResponse,
};
use crate::model::error::{ApiError, NotSent};
use crate::model::text::{SafeText, escape_text};

impl<T: Transport> Client<T> {
    /// Sends what an operation says; a read waits for its turn, a change does not.
    pub(super) async fn exchange(
        &self,
        operation: &Operation,
    ) -> Result<(WireResponse, Asked), ApiError> {
        let request = build(operation, &self.shared.prefix)?;
        if self.shared.read_only && request.method != Method::Get {
            let cause = SafeText::from_text("mirrordeck was started read-only");
            return Err(ApiError::NotSent {
                why: NotSent::ReadOnly,
                cause,
            });
        }
        let reply = if request.method == Method::Get && !self.ahead {
            let reads = self.shared.reads.acquire().await;
            let _turn = reads.expect("the semaphore is never closed");
            self.attempt(&request, 1).await?
        } else {
            self.attempt(&request, 1).await?
        };
        let asked = Asked {
            encoded: request.encoded,
            now_ms: self.shared.clock.now_signed_ms(),
        };
        Ok((reply, asked))
    }

    /// Signs and sends once; `number` counts the attempts of one operation from 1.
    async fn attempt(
        &self,
        request: &UnsignedRequest,
        number: u32,
    ) -> Result<WireResponse, TransportError> {
        let begin = Instant::now();
        let result = self.transport.send(self.signed(request)).await;
        log_attempt(request, number, begin.elapsed(), &result);
        result
    }

    /// Reads the clock anew, so that no attempt carries an old signature.
    fn signed(&self, request: &UnsignedRequest) -> WireRequest {
        let Shared {
            credentials, clock, ..
        } = &*self.shared;
        let now_ms = clock.now_ms();
        let signature = sign(request.method, &request.path_and_query, now_ms, credentials);
        WireRequest {
            method: request.method,
            path_and_query: request.path_and_query.clone(),
            headers: vec![
                ("accept", "application/json".to_owned()),
                ("content-type", "application/json; charset=utf-8".to_owned()),
                (TIMESTAMP_HEADER, now_ms.to_string()),
                (ACCESS_KEY_HEADER, credentials.access_key().to_owned()),
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
