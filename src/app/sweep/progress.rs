//! How far a sweep is, how fast it goes, and how long it takes.

use std::collections::VecDeque;

use super::Sweep;
use super::demand::{Ask, Halt};

/// Answers over which the rate is taken.
const WINDOW: usize = 256;

/// When answers came. Time comes with them; nothing counts down by itself.
#[derive(Debug, Default)]
pub(super) struct Pace {
    recent: VecDeque<i64>,
    spent_ms: i64,
    answers: u64,
}

impl Pace {
    pub(super) fn beat(&mut self, at_ms: i64) {
        if let Some(last) = self.recent.back() {
            // A clock that is set back does not make the work undone.
            self.spent_ms += at_ms.saturating_sub(*last).max(0);
        }
        self.answers += 1;
        if self.recent.len() == WINDOW {
            self.recent.pop_front();
        }
        self.recent.push_back(at_ms);
    }

    /// A pause does not count.
    pub(super) fn rest(&mut self) {
        self.recent.clear();
    }

    /// Answers and the milliseconds in which they came.
    fn rate(&self) -> Option<(u64, u64)> {
        let span = self.recent.back()?.saturating_sub(*self.recent.front()?);
        let answers = u64::try_from(self.recent.len().checked_sub(1)?).ok()?;
        let span = u64::try_from(span).ok().filter(|span| *span > 0)?;
        Some((answers, span))
    }
}

/// What a sweep is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// It asks, or waits for answers.
    Running,
    /// It asks nothing, for this reason.
    Halted(Halt),
    /// It has everything that is wanted.
    Done,
}

/// How far a sweep is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// What it is doing.
    pub phase: Phase,
    /// Devices that are there to be swept.
    pub devices: usize,
    /// Those whose names are here, that are gone, or that failed.
    pub devices_done: usize,
    /// Mirrors found.
    pub rows: usize,
    /// Mirrors that match the filter.
    pub shown: usize,
    /// Mirrors of which it is not known whether they match.
    pub unknown: usize,
    /// Mirrors that are wanted and still to be read.
    pub facts_left: usize,
    /// Questions that were answered.
    pub answered: u64,
    /// Questions that are still to be answered, about.
    pub left: u64,
    /// What could not be read.
    pub errors: usize,
    /// Answers in a second, in thousandths, by the last of them.
    pub rate_milli: Option<u64>,
    /// Seconds until everything is here, by the rate.
    pub left_s: Option<u64>,
    /// Time in which answers came, milliseconds; pauses aside.
    pub spent_ms: i64,
}

impl Sweep {
    /// How far it is. Looks at no row.
    #[must_use]
    pub fn progress(&self) -> Progress {
        let devices = self.devices();
        let failed = self.failures.keys();
        let failed = failed
            .take_while(|ask| matches!(ask, Ask::Names(_)))
            .count();
        let listed = self.demand.listed.len();
        let devices_done = (listed + self.demand.gone + failed).min(devices);
        let facts_left = self.facts_left();
        let rate = self.pace.rate();
        let left = self.questions_left(devices - devices_done, listed);
        let phase = match self.demand.halt {
            Some(halt) => Phase::Halted(halt),
            None if self.demand.open > 0 => Phase::Running,
            None => Phase::Done,
        };
        Progress {
            phase,
            devices,
            devices_done,
            rows: self.counts.rows,
            shown: self.len(),
            unknown: self.counts.unknown,
            facts_left,
            answered: self.pace.answers,
            left,
            errors: self.errors(),
            rate_milli: rate.map(|(answers, span_ms)| answers * 1_000_000 / span_ms),
            left_s: rate
                .filter(|_| phase == Phase::Running)
                .map(|(answers, span_ms)| (left * span_ms).div_ceil(answers.max(1) * 1_000)),
            spent_ms: self.pace.spent_ms,
        }
    }

    fn facts_left(&self) -> usize {
        let shown = if self.shows_facts() {
            self.counts.shown_unread
        } else {
            0
        };
        self.counts.unknown_unread + shown
    }

    /// Questions that are still to be answered, about: devices that are not read yet will have as many
    /// mirrors as those that are.
    fn questions_left(&self, devices_left: usize, listed: usize) -> u64 {
        let defaults = if self.looks_at_defaults() {
            listed.saturating_sub(self.demand.next_default) + devices_left
        } else {
            0
        };
        let facts = self.facts_left();
        let to_come = if self.shows_facts() {
            (self.counts.rows * devices_left)
                .checked_div(listed)
                .unwrap_or(0)
        } else {
            0
        };
        u64::try_from(devices_left + defaults + facts + to_come).unwrap_or(u64::MAX)
    }
}
