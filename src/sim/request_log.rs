//! What was asked of the service, for tests and for people who watch it.

use std::collections::VecDeque;

use serde::Serialize;

use super::route::OperationKind;

/// Requests that are remembered.
const REMEMBERED: usize = 10_000;
/// Bytes of a body that are remembered.
const BODY_BYTES: usize = 2_000;

/// One request as received. Neither keys nor signature are in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LoggedRequest {
    /// The service's true time, Unix milliseconds.
    pub at_ms: u64,
    /// The verb.
    pub method: &'static str,
    /// The bytes of the request line.
    pub path_and_query: String,
    /// What it asked for; absent for an unknown path.
    pub operation: Option<OperationKind>,
    /// The first 2,000 bytes of the body as text; absent when none came.
    pub body: Option<String>,
    /// Whether the service carried the operation out, whatever was answered.
    pub worked: bool,
    /// The status answered; absent when the connection was closed or left hanging.
    pub status: Option<u16>,
}

/// The newest requests, oldest first.
#[derive(Debug, Default)]
pub(super) struct RequestLog(VecDeque<LoggedRequest>);

impl RequestLog {
    pub(super) fn push(&mut self, request: LoggedRequest) {
        if self.0.len() == REMEMBERED {
            self.0.pop_front();
        }
        self.0.push_back(request);
    }

    pub(super) fn iter(
        &self,
    ) -> impl DoubleEndedIterator<Item = &LoggedRequest> + ExactSizeIterator {
        self.0.iter()
    }

    pub(super) fn clear(&mut self) {
        self.0.clear();
    }
}

/// A body as the log keeps it.
pub(super) fn body_text(body: &[u8]) -> String {
    String::from_utf8_lossy(&body[..body.len().min(BODY_BYTES)]).into_owned()
}
