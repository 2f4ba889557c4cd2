//! A request until it has its result: sent, and where that is safe sent again.

use std::time::Duration;

use tokio::sync::SemaphorePermit;

use super::attempt::Attempt;
use super::{Client, policy};
use crate::api::request::{Operation, UnsignedRequest, build};
use crate::api::response::{self, Asked};
use crate::api::transport::{Transport, TransportError};
use crate::api::wire::{Method, WireResponse};
use crate::model::error::{ApiError, NotSent, Retry};
use crate::model::text::{SafeText, escape_text};

/// The right to have a request on the wire; a request that need not wait for one has none.
type Turn<'a> = Option<SemaphorePermit<'a>>;

impl<T: Transport> Client<T> {
    /// Sends what an operation says, as often as [`policy`] and the shared budget allow, and once
    /// more where the clock was wrong.
    pub(super) async fn exchange(
        &self,
        operation: &Operation,
    ) -> Result<(WireResponse, Asked), ApiError> {
        let request = build(operation, &self.shared.prefix)?;
        self.check_read_only(request.method)?;
        let mut turn = self.turn(request.method).await;
        // A refusal for the clock uses up none of the attempts: nothing was wrong but the time.
        let (mut number, mut extra) = (1, 0);
        let mut refused: Option<(Attempt, Asked)> = None;
        loop {
            let attempt = self.attempt(&request, number + extra).await;
            // Others may be sent while this one waits.
            drop(turn);
            let (asked, error) = self.judge(&request, &attempt);
            let Some(error) = error else {
                return Ok((attempt.result?, asked));
            };
            let next = if extra == 0 && self.clock_was_wrong(&error, &attempt) {
                extra = 1;
                self.unless_given_up(self.turn(request.method)).await
            } else {
                let next = self.wait_to_repeat(&request, number, error).await;
                number += 1;
                next
            };
            // Of a change, "nothing was sent" would not be true where an attempt before was refused.
            let is_unsent = matches!(attempt.result, Err(TransportError::NotConnected { .. }));
            let (attempt, asked) = match refused.take() {
                Some(before) if is_unsent && request.method != Method::Get => before,
                _ => (attempt, asked),
            };
            match next {
                Some(next) => turn = next,
                None => return Ok((attempt.result?, asked)),
            }
            refused = attempt.result.is_ok().then_some((attempt, asked));
        }
    }

    fn check_read_only(&self, method: Method) -> Result<(), ApiError> {
        if self.shared.read_only && method != Method::Get {
            let cause = SafeText::from_text("mirrordeck was started read-only");
            return Err(ApiError::NotSent {
                why: NotSent::ReadOnly,
                cause,
            });
        }
        Ok(())
    }

    /// A read waits for its turn, a change does not.
    async fn turn(&self, method: Method) -> Turn<'_> {
        if method != Method::Get || self.ahead {
            return None;
        }
        let turn = self.shared.reads.acquire().await;
        Some(turn.expect("the semaphore is never closed"))
    }

    /// What came of an attempt, and what it tells of the service and the clock.
    fn judge(&self, request: &UnsignedRequest, attempt: &Attempt) -> (Asked, Option<ApiError>) {
        let shared = &*self.shared;
        let is_right =
            (attempt.off_by_ms).is_some_and(|off_by_ms| shared.correction.is_not_needed(off_by_ms));
        let correction_ms = if is_right { 0 } else { attempt.correction_ms };
        let asked = Asked {
            encoded: request.encoded,
            now_ms: attempt.clock_ms.saturating_add(correction_ms),
            correction_ms,
        };
        let error = match &attempt.result {
            Ok(reply) => response::refused(reply, asked),
            Err(error) => Some(error.clone().into()),
        };
        match &error {
            None => shared.correction.accepted(attempt.correction_ms),
            Some(error) if is_authentication(error) => {
                shared.correction.refused(attempt.correction_ms);
            }
            Some(_) => {}
        }
        if attempt.result.is_ok() && !error.as_ref().is_some_and(policy::may_pass) {
            shared.budget.answered();
        }
        (asked, error)
    }

    /// Whether a signature was refused for the time in it, so that it is worth one with the
    /// service's own; nothing was done, whatever was asked for.
    fn clock_was_wrong(&self, error: &ApiError, attempt: &Attempt) -> bool {
        let worth_it = |off_by_ms| {
            let correction = &self.shared.correction;
            correction.is_worth_a_try(off_by_ms, attempt.correction_ms)
        };
        is_authentication(error)
            && !self.call.is_given_up()
            && attempt.off_by_ms.is_some_and(worth_it)
    }

    /// Waits until the request may be sent again; nothing where it must not be, where no retry is
    /// left, or where it is given up.
    async fn wait_to_repeat(
        &self,
        request: &UnsignedRequest,
        number: u32,
        why: ApiError,
    ) -> Option<Turn<'_>> {
        let method = request.method;
        let after = policy::decide(method, number, &why, (self.draw)())?;
        if self.call.is_given_up() {
            return None;
        }
        let path = escape_text(&request.path_and_query);
        let Some(retry) = self.shared.budget.take(method) else {
            tracing::info!(method = method.as_str(), %path, "no retry is left for it");
            return None;
        };
        let after_ms = after.as_millis();
        tracing::info!(method = method.as_str(), %path, %why, after_ms, "to be sent again");
        self.call.tell(Some(self.retry(why, number + 1, after)));
        let ready = async {
            tokio::time::sleep(after).await;
            self.turn(method).await
        };
        let turn = self.unless_given_up(ready).await;
        self.call.tell(None);
        let turn = turn?;
        retry.spend();
        Some(turn)
    }

    async fn unless_given_up<R>(&self, ready: impl Future<Output = R>) -> Option<R> {
        tokio::select! {
            biased;
            () = self.call.given_up() => None,
            ready = ready => Some(ready),
        }
    }

    fn retry(&self, why: ApiError, next: u32, after: Duration) -> Retry {
        let after_ms = u64::try_from(after.as_millis()).unwrap_or(u64::MAX);
        let now_ms = self.shared.clock.now_signed_ms();
        Retry {
            why,
            next,
            of: policy::ATTEMPTS,
            at_ms: now_ms.saturating_add_unsigned(after_ms),
            after_ms,
        }
    }
}

fn is_authentication(error: &ApiError) -> bool {
    matches!(error, ApiError::Refused(refusal) if refusal.is_authentication())
}
