//! When the screen hears of the traffic: not more often than it can be read, and once more when the
//! last request has ended.

use std::time::Duration;

use tokio::time::Instant;

use crate::model::traffic::Traffic;

/// The least time between two messages.
const EVERY: Duration = Duration::from_millis(250);
/// After so long without a request the rate is 0 again.
const SETTLED_AFTER: Duration = Duration::from_millis(1_100);

/// What was told last, and when to look again.
#[derive(Debug, Default)]
pub(super) struct Telling {
    told: Traffic,
    told_at: Option<Instant>,
    due: Option<Instant>,
}

impl Telling {
    /// Whether this is to be told now. What only ordinary reads have changed is not, so that they
    /// cost no frame.
    pub(super) fn take(&mut self, traffic: Traffic, now: Instant) -> bool {
        self.due = self.due.filter(|due| *due > now);
        let is_new =
            traffic != self.told && (traffic.is_worth_showing() || self.told.is_worth_showing());
        if !is_new {
            return false;
        }
        let next = self.told_at.map_or(now, |at| at + EVERY);
        if now < next {
            self.due = Some(next);
            return false;
        }
        self.told = traffic;
        self.told_at = Some(now);
        self.due = settled_after(traffic).map(|after| now + after);
        true
    }

    /// Ends when it is time to look again, which is never while nothing has changed.
    pub(super) async fn due(&self) {
        match self.due {
            Some(due) => tokio::time::sleep_until(due).await,
            None => std::future::pending().await,
        }
    }
}

/// After what time it looks otherwise although nothing has happened.
fn settled_after(traffic: Traffic) -> Option<Duration> {
    let pause = traffic.waits_until_ms.is_some().then_some(traffic.waits_ms);
    let pause = pause.map(Duration::from_millis);
    let has_ended = traffic.in_flight == 0 && traffic.background_per_second > 1;
    pause.max(has_ended.then_some(SETTLED_AFTER))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn busy(in_flight: u32) -> Traffic {
        Traffic {
            limit: 16,
            in_flight,
            per_second: 400,
            background_per_second: 400,
            ..Traffic::default()
        }
    }

    #[test]
    fn ordinary_reads_are_not_told() {
        let browsing = Traffic {
            limit: 4,
            in_flight: 1,
            per_second: 3,
            ..Traffic::default()
        };
        let mut telling = Telling::default();
        assert!(!telling.take(browsing, Instant::now()));
        assert_eq!(telling.due, None);
    }

    #[test]
    fn it_is_told_four_times_a_second_at_most_and_the_last_state_always() {
        let mut telling = Telling::default();
        let began = Instant::now();
        let at = |ms| began + Duration::from_millis(ms);
        let told = (0..1_000).filter(|ms| {
            let in_flight = u32::try_from(ms % 16 + 1).unwrap();
            telling.take(busy(in_flight), at(*ms))
        });
        assert_eq!(told.collect::<Vec<_>>(), [0, 250, 500, 750]);
        assert_eq!(telling.due, Some(at(1_000)), "the last one is not lost");
        assert!(telling.take(busy(0), at(1_000)));
        // The rate that was told is over in a second, and then it is quiet.
        let settled = at(1_000) + SETTLED_AFTER;
        assert!(!telling.take(busy(0), at(1_020)));
        assert_eq!(telling.due, Some(settled));
        assert!(telling.take(Traffic::default(), settled));
        assert_eq!(telling.due, None);
    }

    #[test]
    fn the_end_of_a_pause_is_told_although_nothing_happens() {
        let pause = Traffic {
            waits_until_ms: Some(5_000),
            waits_ms: 3_000,
            ..Traffic::default()
        };
        let (mut telling, now) = (Telling::default(), Instant::now());
        assert!(telling.take(pause, now));
        assert_eq!(telling.due, Some(now + Duration::from_secs(3)));
    }
}
