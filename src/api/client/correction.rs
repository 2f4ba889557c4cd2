//! By how much this computer's clock is off, as far as the service's own shows it.

use std::sync::{Mutex, MutexGuard, PoisonError};

use super::Client;
use crate::api::transport::Transport;

/// How far the clock may be from the service's before it is taken for wrong, milliseconds: far more
/// than a slow answer and the whole seconds of a `Date` come to, and far less than the five minutes
/// of the signature, as other gateways may be stricter.
const TOLERANCE_MS: u64 = 60_000;

/// What is added to this computer's clock, for all requests together.
#[derive(Debug, Default)]
pub(super) struct Correction(Mutex<State>);

#[derive(Debug, Default, Clone, Copy)]
struct State {
    /// What the service accepted a signature with; 0 for the clock as it is.
    proven_ms: i64,
    /// What is used instead until a signature with it is accepted or refused.
    tried_ms: Option<i64>,
}

impl State {
    fn in_force_ms(self) -> i64 {
        self.tried_ms.unwrap_or(self.proven_ms)
    }
}

impl Correction {
    /// Milliseconds to be added; 0 for none.
    pub(super) fn in_force_ms(&self) -> i64 {
        self.state().in_force_ms()
    }

    /// Whether a reply shows this computer's clock to be right; a correction that was in force is
    /// dropped then, as somebody has set the clock.
    ///
    /// * `off_by_ms` - the service's clock less this computer's.
    pub(super) fn is_not_needed(&self, off_by_ms: i64) -> bool {
        let is_right = are_close(off_by_ms, 0);
        let mut state = self.state();
        if is_right && state.in_force_ms() != 0 {
            *state = State::default();
            tracing::warn!("this computer's clock is right again; it is not corrected any more");
        }
        is_right
    }

    /// A signature made with this correction was accepted.
    pub(super) fn accepted(&self, signed_with_ms: i64) {
        let mut state = self.state();
        if state.tried_ms == Some(signed_with_ms) {
            *state = State {
                proven_ms: signed_with_ms,
                tried_ms: None,
            };
        }
    }

    /// A signature made with this correction was refused: if it was only tried, the clock was not
    /// the cause, and what was there before is back.
    pub(super) fn refused(&self, signed_with_ms: i64) {
        let mut state = self.state();
        if state.tried_ms == Some(signed_with_ms) {
            state.tried_ms = None;
            let correction_ms = state.proven_ms;
            tracing::warn!(
                correction_ms,
                "the clock was not the cause; the correction is taken back"
            );
        }
    }

    /// Whether a refused signature is worth another try, by the service's time as it came with the
    /// refusal. Whoever meets a wrong clock first sets the correction; the others find it there.
    ///
    /// * `off_by_ms` - the service's clock less this computer's.
    pub(super) fn is_worth_a_try(&self, off_by_ms: i64, signed_with_ms: i64) -> bool {
        if are_close(off_by_ms, signed_with_ms) {
            return false;
        }
        let mut state = self.state();
        if !are_close(state.in_force_ms(), off_by_ms) {
            state.tried_ms = Some(off_by_ms);
            let behind_s = off_by_ms / 1000;
            tracing::warn!(
                behind_s,
                "this computer's clock is wrong; the service's time is tried"
            );
        }
        true
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // What a panic elsewhere left is whole: it is replaced in one step.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<T: Transport> Client<T> {
    /// Seconds that are added to this computer's clock for the signature, because the service's
    /// shows it to be wrong; 0 for none.
    #[must_use]
    pub fn clock_correction_s(&self) -> i64 {
        self.shared.correction.in_force_ms() / 1000
    }

    /// The time, Unix milliseconds: this computer's clock as corrected.
    #[must_use]
    pub fn now_ms(&self) -> i64 {
        let clock_ms = self.shared.clock.now_signed_ms();
        clock_ms.saturating_add(self.shared.correction.in_force_ms())
    }
}

fn are_close(one_ms: i64, other_ms: i64) -> bool {
    one_ms.abs_diff(other_ms) <= TOLERANCE_MS
}
