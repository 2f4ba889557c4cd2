//! How many requests may be on the wire: a little more with each round of good replies, half where
//! the service refuses for its load.

use std::time::Duration;

use tokio::time::Instant;

/// What is allowed before the service has shown what it bears.
const START: u32 = 4;
/// After so long without a refusal, an old one says nothing about the service any more.
const FORGOTTEN_AFTER: Duration = Duration::from_mins(1);
/// The first pause between two requests in the background where one at a time is too many.
const FIRST_GAP: Duration = Duration::from_millis(50);
/// The longest of them.
const LONGEST_GAP: Duration = Duration::from_secs(2);

/// By how much the rate of requests that are spaced out grows in a second, in requests a second.
const FASTER: f64 = 4.0;
/// The most by which one reply makes it grow.
const FASTER_AT_MOST: f64 = 1.5;

/// The limit as it stands.
#[derive(Debug)]
pub(super) struct Limit {
    now: u32,
    most: u32,
    /// Good replies since the limit last changed that came while all of it was used.
    replies: u32,
    /// How often it was halved, by which a request knows whether it was sent before the last time.
    halvings: u64,
    halved_at: Option<Instant>,
    /// Where it stood when the service first refused, until it is there again.
    lost: Option<u32>,
    /// Time between two requests in the background, where even one at a time is too many.
    gap: Duration,
}

impl Limit {
    /// * `most` - what is never exceeded, at least 1.
    pub(super) fn new(most: u32) -> Self {
        Self {
            now: START.min(most),
            most,
            replies: 0,
            halvings: 0,
            halved_at: None,
            lost: None,
            gap: Duration::ZERO,
        }
    }

    /// What is allowed.
    pub(super) fn now(&self) -> u32 {
        self.now
    }

    /// The round that a request which is sent now belongs to.
    pub(super) fn round(&self) -> u64 {
        self.halvings
    }

    /// The time to leave between two requests in the background.
    pub(super) fn gap(&self) -> Duration {
        self.gap
    }

    /// Whether it is lower than it was before the service refused.
    pub(super) fn is_lowered(&self) -> bool {
        self.lost.is_some()
    }

    /// A good reply came.
    ///
    /// * `round` - of its request; what was sent before the last halving says nothing of the limit
    ///   as it is now.
    /// * `is_used` - whether the limit holds anybody back; one that does not says nothing about a
    ///   higher one.
    pub(super) fn went_well(&mut self, round: u64, is_used: bool) {
        if round != self.halvings {
            return;
        }
        if !self.gap.is_zero() {
            // Back to one at a time without a pause before there are two.
            self.gap = shorter(self.gap);
            if self.gap < FIRST_GAP / 4 {
                self.gap = Duration::ZERO;
            }
        } else if is_used && self.now < self.most {
            self.replies += 1;
            if self.replies >= self.now {
                self.replies = 0;
                self.now += 1;
            }
        }
        if self.gap.is_zero() {
            self.lost = self.lost.filter(|lost| self.now < *lost);
        }
    }

    /// The service refused for its load. What was sent before the last halving is no new sign.
    ///
    /// * `round` - of the request that was refused, see [`Self::round`].
    pub(super) fn refused(&mut self, round: u64, at: Instant) {
        self.halved_at = Some(at);
        if round != self.halvings {
            return;
        }
        self.halvings += 1;
        self.replies = 0;
        self.lost = self.lost.max(Some(self.now));
        if self.now == 1 {
            self.gap = (self.gap * 2).clamp(FIRST_GAP, LONGEST_GAP);
        } else {
            self.now /= 2;
        }
    }

    /// Forgets refusals of long ago, and is at least where it started then.
    pub(super) fn forget(&mut self, now: Instant) {
        let is_old = |at: Instant| now.saturating_duration_since(at) >= FORGOTTEN_AFTER;
        if self.halved_at.is_some_and(is_old) {
            self.halved_at = None;
            self.lost = None;
            self.gap = Duration::ZERO;
            self.now = self.now.max(START.min(self.most));
        }
    }
}

/// The gap after a good reply: the rate grows with time as the limit does, by steps that are the same
/// at any rate, so that it is found again soon where somebody else took the service up for a moment.
fn shorter(gap: Duration) -> Duration {
    let seconds = gap.as_secs_f64();
    gap.div_f64((1.0 + FASTER * seconds * seconds).min(FASTER_AT_MOST))
}
