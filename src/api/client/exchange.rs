//! A request until it has its result: sent, and where that is safe sent again.

use std::pin::pin;
use std::time::Duration;

use futures_util::FutureExt as _;
use tokio::time::{Instant, sleep_until};

use super::attempt::Attempt;
use super::gate::{Rank, Turn};
use super::{Client, policy};
use crate::api::request::{Operation, UnsignedRequest, build};
use crate::api::response::{self, Asked};
use crate::api::transport::{Transport, TransportError};
use crate::api::wire::{Method, WireResponse};
use crate::model::error::{ApiError, NotSent, Retry};
use crate::model::text::escape_text;
use crate::text;

impl<T: Transport> Client<T> {
    /// Sends what an operation says, as often as [`policy`] and the shared budget allow, and once
    /// more where the clock was wrong.
    pub(super) async fn exchange(
        &self,
        operation: &Operation,
    ) -> Result<(WireResponse, Asked), ApiError> {
        let request = build(operation, &self.shared.prefix)?;
        self.check_read_only(request.method)?;
        let mut turn = self.first_turn(request.method).await?;
        // A refusal for the clock uses up none of the attempts: nothing was wrong but the time.
        let (mut number, mut extra) = (1, 0);
        let mut refused: Option<(Attempt, Asked)> = None;
        loop {
            let attempt = self.attempt(&request, number + extra).await;
            let (asked, error) = self.judge(&request, &attempt);
            // Others may be sent while this one waits, unless the service wants nobody's requests.
            drop(turn);
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
            return Err(ApiError::NotSent {
                why: NotSent::ReadOnly,
                cause: text!("error-cause-read-only"),
            });
        }
        Ok(())
    }

    /// A read waits for its turn, a change does not, except in the background. All wait where the
    /// service wants to be left alone.
    async fn turn(&self, method: Method) -> Option<Turn> {
        let rank = match self.rank {
            Rank::Shown if method != Method::Get => Rank::Ahead,
            rank => rank,
        };
        let turn = self.shared.gate.enter(rank).await;
        while let Some(pause) = self.shared.gate.pause() {
            let spread = policy::SPREAD.mul_f64((self.draw)());
            sleep_until(pause.until + spread).await;
        }
        turn
    }

    /// The turn of a request that was not sent before. Who gives it up where it has to wait has sent
    /// nothing.
    async fn first_turn(&self, method: Method) -> Result<Option<Turn>, ApiError> {
        let mut turn = pin!(self.turn(method));
        if let Some(turn) = turn.as_mut().now_or_never() {
            return Ok(turn);
        }
        // In the background the limit and the pause are told for all requests together.
        let pause = self.shared.gate.pause();
        let pause = pause.filter(|_| self.rank != Rank::Background);
        let is_told = pause.is_some();
        if let Some(pause) = pause {
            let after = pause.until.saturating_duration_since(Instant::now());
            self.call.tell(Some(self.retry(pause.why, 1, after)));
        }
        let turn = self.unless_given_up(turn).await;
        if is_told {
            self.call.tell(None);
        }
        turn.ok_or_else(|| ApiError::NotSent {
            why: NotSent::GivenUp,
            cause: text!("error-cause-given-up"),
        })
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
        if let Some(ApiError::Refused(refusal)) = &error
            && policy::means_overload(refusal.status)
            && let Some(wanted_ms) = refusal.retry_after_ms
        {
            let length = Duration::from_millis(wanted_ms).min(policy::LONGEST);
            let why = ApiError::Refused(refusal.clone());
            shared.gate.close(length, attempt.clock_ms, why);
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
    ) -> Option<Option<Turn>> {
        let method = request.method;
        let is_patient = self.rank == Rank::Background && is_overload(&why);
        let decide = if is_patient {
            policy::decide_patiently
        } else {
            policy::decide
        };
        let after = decide(method, number, &why, (self.draw)())?;
        if self.call.is_given_up() {
            return None;
        }
        let path = escape_text(&request.path_and_query);
        // Who is patient does not multiply an outage: the limit gets lower with each refusal.
        let retry = (!is_patient).then(|| self.shared.budget.take(method));
        if let Some(None) = retry {
            tracing::info!(method = method.as_str(), %path, "no retry is left for it");
            return None;
        }
        let after_ms = after.as_millis();
        tracing::info!(method = method.as_str(), %path, %why, after_ms, "to be sent again");
        if !is_patient {
            self.call.tell(Some(self.retry(why, number + 1, after)));
        }
        let ready = async {
            tokio::time::sleep(after).await;
            self.turn(method).await
        };
        let turn = self.unless_given_up(ready).await;
        if !is_patient {
            self.call.tell(None);
        }
        let turn = turn?;
        if let Some(Some(retry)) = retry {
            retry.spend();
        }
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

fn is_overload(error: &ApiError) -> bool {
    matches!(error, ApiError::Refused(refusal) if policy::means_overload(refusal.status))
}
