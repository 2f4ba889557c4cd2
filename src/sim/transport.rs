//! The service behind the client's seam, in process.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use super::service::{Answer, Reaction, Service};
use crate::api::clock::Clock;
use crate::api::transport::{Transport, TransportError};
use crate::api::wire::{MAX_BODY_BYTES, WireRequest, WireResponse};

/// A way to one service, which its clones share.
#[derive(Debug, Clone)]
pub struct SimTransport {
    service: Arc<Mutex<Service>>,
    clock: Clock,
    latency_ms: u64,
    limit_ms: u64,
}

impl SimTransport {
    /// * `clock` - the service's clock.
    /// * `latency_ms` - how long every answer takes.
    /// * `limit_ms` - how long a request is waited for, as the HTTP client's time limit.
    #[must_use]
    pub fn new(service: Service, clock: Clock, latency_ms: u64, limit_ms: u64) -> Self {
        Self {
            service: Arc::new(Mutex::new(service)),
            clock,
            latency_ms,
            limit_ms,
        }
    }

    /// Looks at the service or changes it, between requests.
    pub fn with_service<T>(&self, look: impl FnOnce(&mut Service) -> T) -> T {
        // What a panic elsewhere left is whole: the service changes a device in one step.
        look(&mut self.service.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Lets the service work now; the caller waits out the delay, latency included.
    #[must_use]
    pub fn react(&self, request: &WireRequest) -> Reaction {
        let mut reaction =
            self.with_service(|service| service.handle(request, self.clock.now_ms()));
        reaction.delay_ms = reaction.delay_ms.saturating_add(self.latency_ms);
        reaction
    }

    /// The service's time, Unix milliseconds.
    #[must_use]
    pub fn now_ms(&self) -> u64 {
        self.clock.now_ms()
    }
}

impl Transport for SimTransport {
    async fn send(&self, request: WireRequest) -> Result<WireResponse, TransportError> {
        let Reaction { delay_ms, answer } = self.react(&request);
        let limit_ms = self.limit_ms;
        if delay_ms >= limit_ms || answer == Answer::Hang {
            tokio::time::sleep(Duration::from_millis(limit_ms)).await;
            return Err(TransportError::TimedOut { limit_ms });
        }
        tokio::time::sleep(Duration::from_millis(delay_ms)).await;
        match answer {
            Answer::Respond(response) if response.body.len() > MAX_BODY_BYTES => {
                Err(TransportError::TooLong {
                    status: response.status,
                    limit_bytes: MAX_BODY_BYTES,
                })
            }
            Answer::Respond(response) => Ok(response),
            Answer::CloseConnection | Answer::Hang => Err(TransportError::Broken {
                cause: "closed by the embedded service".to_owned(),
            }),
        }
    }
}
