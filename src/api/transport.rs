//! The one seam under all requests.

use std::future::Future;

use super::wire::{WireRequest, WireResponse};
use crate::i18n::Text;
use crate::model::error::{ApiError, NoAnswer, NotSent};
use crate::model::text::SafeText;
use crate::text;

/// Sends requests as they are: over HTTPS, or into the embedded service.
pub trait Transport: Clone + Send + Sync + 'static {
    /// Sends one request once and waits for the whole reply, at most the transport's time limits.
    ///
    /// # Errors
    /// See [`TransportError`]; an error status is a reply, not an error.
    fn send(
        &self,
        request: WireRequest,
    ) -> impl Future<Output = Result<WireResponse, TransportError>> + Send;
}

/// Why there is no reply. A `cause` that is a `String` is not yet made safe.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TransportError {
    /// No connection came about; nothing was sent.
    #[error("no connection: {cause}")]
    NotConnected {
        /// What the library said.
        cause: String,
    },
    /// The address or a header cannot be sent unchanged; nothing was sent.
    #[error("the request cannot be sent as it is: {cause}")]
    Unsendable {
        /// What would have been changed or refused, safe to draw.
        cause: Text,
    },
    /// The time limit of the whole request passed after it may have been sent.
    #[error("{}", timed_out(*limit_ms))]
    TimedOut {
        /// The limit.
        limit_ms: u64,
    },
    /// The connection ended after the request may have been sent.
    #[error("the connection ended: {cause}")]
    Broken {
        /// What the library said.
        cause: String,
    },
    /// The reply is longer than [`super::wire::MAX_BODY_BYTES`].
    #[error("the reply is longer than {limit_bytes} bytes")]
    TooLong {
        /// HTTP status of the reply.
        status: u16,
        /// The limit.
        limit_bytes: usize,
    },
}

/// `no complete answer within 20 s`; limits below a second are for tests.
fn timed_out(limit_ms: u64) -> Text {
    let limit = if limit_ms.is_multiple_of(1000) {
        text!("time-seconds", number = (limit_ms / 1000).to_string())
    } else {
        text!("error-cause-milliseconds", number = limit_ms.to_string())
    };
    text!("error-cause-timed-out", limit = limit)
}

/// Characters of a library's words that are kept.
const CAUSE_CHARACTERS: usize = 300;

/// Sorts by what may have happened at the service, and makes the words safe.
impl From<TransportError> for ApiError {
    fn from(error: TransportError) -> Self {
        let safe = |cause: &str| Text::from(SafeText::excerpt(cause, CAUSE_CHARACTERS));
        match error {
            TransportError::NotConnected { cause } => Self::NotSent {
                why: NotSent::Unreachable,
                cause: safe(&cause),
            },
            TransportError::Unsendable { cause } => Self::NotSent {
                why: NotSent::Invalid,
                cause,
            },
            TransportError::TimedOut { limit_ms } => Self::NoAnswer {
                why: NoAnswer::TimedOut,
                cause: timed_out(limit_ms),
            },
            TransportError::Broken { cause } => Self::NoAnswer {
                why: NoAnswer::Broken,
                cause: safe(&cause),
            },
            TransportError::TooLong {
                status,
                limit_bytes,
            } => Self::Unreadable {
                status,
                cause: text!(
                    "error-cause-too-long",
                    limit = (limit_bytes >> 20).to_string()
                ),
                excerpt: SafeText::default(),
            },
        }
    }
}
