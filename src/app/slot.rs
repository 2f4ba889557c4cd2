//! A place for something that is read from the service.

use super::message::RequestId;
use crate::model::error::ApiError;

/// The last value, the last failure, and the question that is open.
#[derive(Debug, Clone, PartialEq)]
pub struct Slot<T> {
    /// What was read last; a failure later does not take it away.
    pub value: Option<T>,
    /// Why the last read failed; gone with the next success.
    pub problem: Option<ApiError>,
    /// The read under way.
    pub open: Option<RequestId>,
    /// Whether it has been under way long enough to say so.
    pub slow: bool,
}

impl<T> Default for Slot<T> {
    fn default() -> Self {
        Self {
            value: None,
            problem: None,
            open: None,
            slow: false,
        }
    }
}

impl<T> Slot<T> {
    /// Whether nothing was read, nothing failed and nothing is under way.
    #[must_use]
    pub fn is_untouched(&self) -> bool {
        self.value.is_none() && self.problem.is_none() && self.open.is_none()
    }

    /// A question is out.
    pub fn ask(&mut self, request: RequestId) {
        self.open = Some(request);
        self.slow = false;
    }

    /// The answer is here.
    pub fn settle(&mut self, answer: Result<T, ApiError>) {
        self.open = None;
        self.slow = false;
        match answer {
            Ok(value) => {
                self.value = Some(value);
                self.problem = None;
            }
            Err(problem) => self.problem = Some(problem),
        }
    }

    /// Nobody waits any more.
    pub fn abandon(&mut self) -> Option<RequestId> {
        self.slow = false;
        self.open.take()
    }
}
