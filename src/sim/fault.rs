//! Planned misbehaviour: what goes wrong, for which operation and how often.

use serde::Deserialize;

use super::errors::Failure;
use super::reply;
use super::route::OperationKind;
use super::service::{Answer, Reaction};
use crate::api::wire::WireResponse;

/// One plan. In JSON: `{"operation": "delete", "times": 2, "fault": {"status": 503}}`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fault {
    /// The operation it strikes; absent for any.
    pub operation: Option<OperationKind>,
    /// How many more requests it strikes; 1 unless said in JSON.
    #[serde(default = "once")]
    pub times: u32,
    /// What goes wrong. In JSON it is called `fault`.
    #[serde(rename = "fault")]
    pub kind: FaultKind,
}

fn once() -> u32 {
    1
}

impl Fault {
    /// Strikes the next request for one operation.
    #[must_use]
    pub fn once(operation: OperationKind, kind: FaultKind) -> Self {
        Self {
            operation: Some(operation),
            times: 1,
            kind,
        }
    }
}

/// What goes wrong. In JSON a word (`"html"`, `"broken_json"`, `"empty"`, `"close_before"`,
/// `"close_after"`, `"hang"`, `"hang_after"`) or an object: `{"slow_ms": 3000}`,
/// `{"status": 503}`, `{"status_after": 504}`, both optionally with `"code"` and `"message"`, and
/// `{"clock_offset_ms": -600000}`. Beside `"status"` may stand `"retry_after"`, the text of that
/// header: `{"status": 429, "retry_after": "2"}`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FaultKind {
    /// The work is done at once, the answer comes late.
    Slow {
        /// Milliseconds on top of the latency.
        ms: u64,
    },
    /// An error instead of the work.
    Status {
        /// HTTP status.
        status: u16,
        /// `errorCode`.
        code: String,
        /// `message`.
        message: String,
        /// The header `Retry-After`: printable ASCII characters; absent for none.
        retry_after: Option<String>,
    },
    /// The work is done, and an error answered all the same.
    StatusAfter {
        /// HTTP status.
        status: u16,
        /// `errorCode`.
        code: String,
        /// `message`.
        message: String,
    },
    /// A proxy's page with status 502 instead of the work.
    Html,
    /// The work is done, but the answer breaks off in the middle of its JSON.
    BrokenJson,
    /// The work is done, but the answer has no body.
    Empty,
    /// The connection ends without an answer, and nothing is done.
    CloseBefore,
    /// The work is done, then the connection ends without an answer.
    CloseAfter,
    /// No answer ever, and nothing is done.
    Hang,
    /// The work is done, but no answer ever comes.
    HangAfter,
    /// The service's clock is wrong: for the check of the request's time, and in the answer.
    ClockOffset {
        /// Milliseconds ahead; negative for behind.
        ms: i64,
    },
}

impl FaultKind {
    /// An error instead of the work, with the gateway's code and message for that status.
    #[must_use]
    pub fn status(status: u16) -> Self {
        let (code, message) = Failure::row(status);
        Self::Status {
            status,
            code,
            message,
            retry_after: None,
        }
    }

    /// An error after the work, with the gateway's code and message for that status.
    #[must_use]
    pub fn status_after(status: u16) -> Self {
        let (code, message) = Failure::row(status);
        Self::StatusAfter {
            status,
            code,
            message,
        }
    }

    /// What the service's clock says.
    pub(super) fn clock_ms(&self, now_ms: u64) -> u64 {
        match self {
            Self::ClockOffset { ms } => now_ms.saturating_add_signed(*ms),
            _ => now_ms,
        }
    }

    /// What happens instead of the work, if it is not done.
    pub(super) fn instead(&self, clock_ms: u64) -> Option<Reaction> {
        let answer = match self {
            Self::Status {
                status,
                code,
                message,
                retry_after,
            } => {
                let mut refusal = error(*status, code, message, clock_ms);
                let header = |value: &String| ("retry-after".to_owned(), value.clone());
                refusal.headers.extend(retry_after.iter().map(header));
                Answer::Respond(refusal)
            }
            Self::Html => Answer::Respond(reply::html(clock_ms)),
            Self::CloseBefore => Answer::CloseConnection,
            Self::Hang => Answer::Hang,
            _ => return None,
        };
        Some(answer.into())
    }

    /// What becomes of the answer after the work.
    pub(super) fn afterwards(&self, mut response: WireResponse, clock_ms: u64) -> Reaction {
        let answer = match self {
            Self::Slow { ms } => {
                return Reaction {
                    delay_ms: *ms,
                    answer: Answer::Respond(response),
                };
            }
            Self::StatusAfter {
                status,
                code,
                message,
            } => Answer::Respond(error(*status, code, message, clock_ms)),
            Self::BrokenJson => {
                response.body.truncate(response.body.len() / 2);
                Answer::Respond(response)
            }
            Self::Empty => {
                response.body.clear();
                Answer::Respond(response)
            }
            Self::CloseAfter => Answer::CloseConnection,
            Self::HangAfter => Answer::Hang,
            _ => Answer::Respond(response),
        };
        answer.into()
    }
}

fn error(status: u16, code: &str, message: &str, clock_ms: u64) -> WireResponse {
    let failure = Failure::planned(status, code.to_owned(), message.to_owned());
    reply::json(&Err(failure), clock_ms)
}

/// Plans that wait for their requests, oldest first.
#[derive(Debug, Default)]
pub(super) struct Plans(Vec<Fault>);

impl Plans {
    pub(super) fn add(&mut self, fault: Fault) {
        if fault.times > 0 {
            self.0.push(fault);
        }
    }

    /// Forgets all and says how many there were.
    pub(super) fn clear(&mut self) -> usize {
        std::mem::take(&mut self.0).len()
    }

    /// Uses up one time of the oldest plan for this operation.
    pub(super) fn take(&mut self, operation: OperationKind) -> Option<FaultKind> {
        let index = self
            .0
            .iter()
            .position(|fault| fault.operation.is_none_or(|wanted| wanted == operation))?;
        let fault = &mut self.0[index];
        fault.times -= 1;
        if fault.times == 0 {
            return Some(self.0.remove(index).kind);
        }
        Some(fault.kind.clone())
    }
}
