//! Who may have a request on the wire: as many as the service bears, and first what somebody waits
//! for at the screen.

mod limit;
mod pace;

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::oneshot;
use tokio::time::Instant;

use crate::model::error::ApiError;
use crate::model::traffic::Traffic;
use limit::Limit;
use pace::Pace;

/// Who goes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rank {
    /// What an action or a dialog waits for; it needs no turn.
    Ahead,
    /// What is looked at: the next turn is always its.
    Shown,
    /// What is fetched ahead or done to many: whatever is left.
    Background,
}

/// Hands out turns.
#[derive(Debug)]
pub(super) struct Gate(Mutex<State>);

#[derive(Debug)]
struct State {
    limit: Limit,
    /// Turns that are taken.
    shown: u32,
    background: u32,
    /// Who waits for one, the longest wait first. Who has gone away meanwhile is passed over.
    shown_next: VecDeque<oneshot::Sender<Turn>>,
    background_next: VecDeque<oneshot::Sender<Turn>>,
    /// When the last request in the background was to be sent, where they are spaced out.
    background_last: Option<Instant>,
    /// Requests on the wire, those without a turn too.
    on_wire: u32,
    pace: Pace,
    pause: Option<Pause>,
}

/// The service wants to be left alone.
#[derive(Debug, Clone)]
pub(super) struct Pause {
    /// Until then.
    pub(super) until: Instant,
    /// The same by this computer's clock, Unix milliseconds.
    pub(super) until_ms: i64,
    /// How long that was when it was said.
    pub(super) length: Duration,
    /// How it said so.
    pub(super) why: ApiError,
}

impl Gate {
    /// * `most` - turns that are taken at the same time at most, whatever the service bears.
    pub(super) fn new(most: u32) -> Self {
        Self(Mutex::new(State {
            limit: Limit::new(most.max(1)),
            shown: 0,
            background: 0,
            shown_next: VecDeque::new(),
            background_next: VecDeque::new(),
            background_last: None,
            on_wire: 0,
            pace: Pace::default(),
            pause: None,
        }))
    }

    /// Waits for a turn. Whoever stops waiting leaves nothing behind: a turn that was just handed
    /// over goes on to the next.
    pub(super) async fn enter(self: &Arc<Self>, rank: Rank) -> Option<Turn> {
        let (next, turn) = oneshot::channel();
        {
            let mut state = self.state();
            match rank {
                Rank::Ahead => return None,
                Rank::Shown => state.shown_next.push_back(next),
                Rank::Background => state.background_next.push_back(next),
            }
            state.limit.forget(Instant::now());
            self.hand_over(state);
        }
        let turn = turn.await.expect("the queue holds the sender");
        if rank == Rank::Background {
            let from = self.state().spaced_out();
            if let Some(from) = from {
                tokio::time::sleep_until(from).await;
            }
        }
        Some(turn)
    }

    /// A request is sent now.
    pub(super) fn sent(&self, rank: Rank) -> OnWire<'_> {
        let mut state = self.state();
        state.on_wire += 1;
        OnWire {
            gate: self,
            rank,
            round: state.limit.round(),
        }
    }

    /// Nobody is to send anything for so long; a shorter pause than the one that there is changes
    /// nothing.
    pub(super) fn close(&self, length: Duration, now_ms: i64, why: ApiError) {
        let until = Instant::now() + length;
        let length_ms = i64::try_from(length.as_millis()).unwrap_or(i64::MAX);
        let mut state = self.state();
        if !length.is_zero() && state.pause.as_ref().is_none_or(|it| it.until < until) {
            state.pause = Some(Pause {
                until,
                until_ms: now_ms.saturating_add(length_ms),
                length,
                why,
            });
        }
    }

    /// The pause that there is now.
    pub(super) fn pause(&self) -> Option<Pause> {
        let mut state = self.state();
        if state.pause.as_ref()?.until <= Instant::now() {
            state.pause = None;
        }
        state.pause.clone()
    }

    /// How things stand.
    ///
    /// * `now_ms` - this computer's clock, Unix milliseconds.
    pub(super) fn traffic(&self, now_ms: u64) -> Traffic {
        let pause = self.pause();
        let mut state = self.state();
        state.limit.forget(Instant::now());
        let (per_second, background_per_second) = state.pace.per_second(now_ms);
        let waits = pause.map(|pause| (pause.until_ms, pause.length.as_millis()));
        Traffic {
            limit: state.limit.now(),
            in_flight: state.on_wire,
            per_second,
            background_per_second,
            is_lowered: state.limit.is_lowered(),
            waits_until_ms: waits.map(|(until_ms, _)| until_ms),
            waits_ms: waits.map_or(0, |(_, ms)| u64::try_from(ms).unwrap_or(u64::MAX)),
        }
    }

    fn hand_over(self: &Arc<Self>, mut state: MutexGuard<'_, State>) {
        let mut handed = Vec::new();
        while let Some(next) = state.next() {
            handed.push(next);
        }
        // Whoever left at this very moment gives the turn back, which needs the lock.
        drop(state);
        for (rank, next) in handed {
            let gate = Arc::clone(self);
            let _ = next.send(Turn { gate, rank });
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // What a panic elsewhere left is whole: nothing that is done under the lock can fail halfway.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn taken(&self) -> u32 {
        self.shown + self.background
    }

    /// Takes the next free turn for whoever it belongs to. One request that is looked at may go
    /// beside those in the background that fill the limit, so that the screen does not wait for them.
    fn next(&mut self) -> Option<(Rank, oneshot::Sender<Turn>)> {
        let is_free = self.taken() < self.limit.now();
        if (is_free || self.shown == 0)
            && let Some(next) = first(&mut self.shown_next)
        {
            self.shown += 1;
            return Some((Rank::Shown, next));
        }
        if !is_free {
            return None;
        }
        let next = first(&mut self.background_next)?;
        self.background += 1;
        Some((Rank::Background, next))
    }

    /// When the next request in the background is to be sent, if not at once.
    fn spaced_out(&mut self) -> Option<Instant> {
        let gap = self.limit.gap();
        if gap.is_zero() {
            self.background_last = None;
            return None;
        }
        let now = Instant::now();
        let from = (self.background_last).map_or(now + gap, |last| (last + gap).max(now));
        self.background_last = Some(from);
        (from > now).then_some(from)
    }
}

/// The first who is still there.
fn first(queue: &mut VecDeque<oneshot::Sender<Turn>>) -> Option<oneshot::Sender<Turn>> {
    while let Some(next) = queue.pop_front() {
        if !next.is_closed() {
            return Some(next);
        }
    }
    None
}

/// The right to have a request on the wire, until it is dropped.
#[derive(Debug)]
pub(super) struct Turn {
    gate: Arc<Gate>,
    rank: Rank,
}

impl Drop for Turn {
    fn drop(&mut self) {
        let mut state = self.gate.state();
        match self.rank {
            Rank::Ahead => {}
            Rank::Shown => state.shown -= 1,
            Rank::Background => state.background -= 1,
        }
        self.gate.hand_over(state);
    }
}

/// A request on the wire, until it is dropped.
#[derive(Debug)]
pub(super) struct OnWire<'a> {
    gate: &'a Gate,
    rank: Rank,
    round: u64,
}

impl OnWire<'_> {
    /// Its reply came.
    ///
    /// * `now_ms` - this computer's clock, Unix milliseconds.
    pub(super) fn replied(self, is_overloaded: bool, now_ms: u64) {
        let mut state = self.gate.state();
        let in_background = self.rank == Rank::Background;
        state.pace.count(now_ms, in_background);
        if is_overloaded {
            state.limit.refused(self.round, Instant::now());
            return;
        }
        let is_used = state.taken() >= state.limit.now();
        // Its turn ends after this, and whoever is next finds the higher limit then.
        state.limit.went_well(self.round, is_used);
    }
}

impl Drop for OnWire<'_> {
    fn drop(&mut self) {
        self.gate.state().on_wire -= 1;
    }
}
