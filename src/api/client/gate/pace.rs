//! Replies in the last second.

/// Milliseconds that are counted together.
const SLOT_MS: u64 = 50;
/// Slots in a second.
const SLOTS: usize = 20;

/// Counts replies in slots of time, of which it keeps a second.
#[derive(Debug, Default)]
pub(super) struct Pace {
    slots: [Slot; SLOTS],
}

#[derive(Debug, Default, Clone, Copy)]
struct Slot {
    /// Which slot since 1970 it stands for.
    number: u64,
    replies: u32,
    in_background: u32,
}

impl Pace {
    /// A reply came at this moment, Unix milliseconds.
    pub(super) fn count(&mut self, now_ms: u64, in_background: bool) {
        let number = now_ms / SLOT_MS;
        let place = usize::try_from(number % SLOTS as u64).unwrap_or(0);
        let slot = &mut self.slots[place];
        if slot.number != number {
            *slot = Slot {
                number,
                ..Slot::default()
            };
        }
        slot.replies = slot.replies.saturating_add(1);
        slot.in_background = slot.in_background.saturating_add(u32::from(in_background));
    }

    /// Replies in the second before this moment, and those in the background among them.
    pub(super) fn per_second(&self, now_ms: u64) -> (u32, u32) {
        let number = now_ms / SLOT_MS;
        // A clock that was set back leaves slots in the future, which count no more than old ones.
        let recent = |slot: &&Slot| {
            slot.number <= number && number - slot.number < SLOTS as u64 && slot.number != 0
        };
        (self.slots.iter().filter(recent)).fold((0, 0), |(replies, in_background), slot| {
            (
                replies.saturating_add(slot.replies),
                in_background.saturating_add(slot.in_background),
            )
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Pace;

    #[test]
    fn replies_count_for_a_second() {
        let mut pace = Pace::default();
        for reply in 0..300 {
            pace.count(10_000 + reply * 10, reply % 3 == 0);
        }
        assert_eq!(pace.per_second(12_999), (100, 33));
        assert_eq!(pace.per_second(13_499), (50, 16));
        assert_eq!(pace.per_second(14_000), (0, 0));
    }

    #[test]
    fn a_clock_that_is_set_back_counts_anew() {
        let mut pace = Pace::default();
        pace.count(90_000, false);
        assert_eq!(pace.per_second(50_000), (0, 0));
        pace.count(50_000, true);
        assert_eq!(pace.per_second(50_000), (1, 1));
    }
}
