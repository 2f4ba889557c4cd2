//! How fast keys follow each other: a finger presses one after the other, a held key and a paste do not
//! wait. The core has no clock, so it is told.

use std::time::Duration;

use tokio::time::Instant;

use crate::app::key::{Haste, Key};
use crate::app::message::Message;

/// The same key sooner than this after itself is held down: no finger is so fast, and keyboards
/// repeat every 30 to 50 ms.
const REPEATS: Duration = Duration::from_millis(60);

/// The same key sooner than this after itself may be the first repeat of a held one, for which
/// keyboards wait 250 to 660 ms.
const FIRST_REPEAT: Duration = Duration::from_millis(700);

/// Keys with no more than this between them came in one go, as a paste does.
const TOGETHER: Duration = Duration::from_millis(3);

/// What came before the next key.
#[derive(Debug, Default)]
pub(super) struct Pace {
    /// The last key, and when it came.
    last: Option<(Key, Instant)>,
    /// When waiting for the next one began.
    waiting: Option<Instant>,
    /// Whether text is among the keys that came in one go.
    has_text: bool,
    /// A key was taken and no frame drawn since.
    is_new: bool,
}

impl Pace {
    /// The message, or for a key that was hardly pressed by itself one that says so.
    pub(super) fn weigh(&mut self, message: Message, now: Instant) -> Message {
        let (key, told) = match message {
            Message::Pressed(key) => (key, None),
            Message::Hasty(key, haste) => (key, Some(haste)),
            _ => return message,
        };
        let is_within = |since: Option<Instant>, limit| {
            since.is_some_and(|since| now.saturating_duration_since(since) < limit)
        };
        let is_same = self.last.is_some_and(|(last, _)| last == key);
        self.has_text &= is_within(self.last.map(|(_, at)| at), TOGETHER);
        let haste = match told {
            Some(haste) => Some(haste),
            None if is_same && is_within(self.waiting, REPEATS) => Some(Haste::Held),
            None if self.has_text => Some(Haste::Rushed),
            None if is_same && is_within(self.waiting, FIRST_REPEAT) => Some(Haste::Again),
            None => None,
        };
        match key {
            Key::Char(_) => self.has_text = true,
            Key::Tab | Key::Enter => {}
            // No text holds such a key, so this was no paste.
            _ => self.has_text = false,
        }
        self.last = Some((key, now));
        self.waiting = Some(now);
        self.is_new = true;
        match haste {
            Some(haste) => Message::Hasty(key, haste),
            None => Message::Pressed(key),
        }
    }

    /// A frame was drawn. Keys that came meanwhile waited for it, so the time until the next one counts
    /// from here.
    pub(super) fn drawn(&mut self, now: Instant) {
        if self.is_new {
            self.waiting = Some(now);
            self.is_new = false;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use tokio::time::Instant;

    use super::Pace;
    use crate::app::key::{Haste, Key};
    use crate::app::message::Message;

    /// What becomes of keys that come after so many milliseconds each.
    fn weighed(keys: &[(u64, Key)]) -> Vec<Option<Haste>> {
        let mut pace = Pace::default();
        let mut now = Instant::now();
        let weighed = keys.iter().map(|(after_ms, key)| {
            now += Duration::from_millis(*after_ms);
            match pace.weigh(Message::Pressed(*key), now) {
                Message::Pressed(_) => None,
                Message::Hasty(_, haste) => Some(haste),
                _ => panic!("a key stays a key"),
            }
        });
        weighed.collect()
    }

    #[test]
    fn a_finger_is_told_from_a_held_key() {
        let d = Key::Char('d');
        let held = weighed(&[(0, d), (500, d), (33, d), (33, d), (800, d)]);
        let [first, again, rest @ .., last] = held.as_slice() else {
            panic!("five keys")
        };
        assert_eq!((first, again, last), (&None, &Some(Haste::Again), &None));
        assert_eq!(rest, [Some(Haste::Held); 2]);
        // Rolling over two keys is no haste.
        let typed = [
            (0, Key::Char('j')),
            (20, Key::Char('k')),
            (20, Key::Char('j')),
        ];
        assert_eq!(weighed(&typed), [None; 3]);
    }

    #[test]
    fn keys_that_come_in_one_go_with_text_are_a_paste() {
        let (seven, enter) = (Key::Char('7'), Key::Enter);
        assert_eq!(
            weighed(&[(0, seven), (0, enter)]),
            [None, Some(Haste::Rushed)]
        );
        assert_eq!(weighed(&[(0, seven), (30, enter)]), [None, None]);
        // Keys without text are typed ahead; what they may do is decided by what was seen.
        let tabs = [(0, Key::Tab), (0, Key::Tab), (0, enter)];
        assert_eq!(weighed(&tabs), [None, Some(Haste::Held), None]);
        let keys = [(0, seven), (0, Key::BackTab), (0, enter)];
        let weighed_keys = weighed(&keys);
        assert_eq!(weighed_keys.last(), Some(&None), "no text holds Shift-Tab");
        // The text counts as long as nothing pauses.
        let paste = [(0, seven), (1, Key::Tab), (1, enter), (9, enter)];
        let rushed = Some(Haste::Rushed);
        assert_eq!(weighed(&paste), [None, rushed, rushed, Some(Haste::Held)]);
    }

    #[test]
    fn what_waited_for_a_frame_came_at_once() {
        let (mut pace, start) = (Pace::default(), Instant::now());
        let frame = start + Duration::from_millis(90);
        pace.weigh(Message::Pressed(Key::Enter), start);
        pace.drawn(frame);
        // Frames for other reasons do not count.
        pace.drawn(frame + Duration::from_secs(2));
        let held = Message::Hasty(Key::Enter, Haste::Held);
        assert_eq!(pace.weigh(Message::Pressed(Key::Enter), frame), held);
        pace.drawn(frame);
        let later = frame + Duration::from_secs(2);
        let pressed = Message::Pressed(Key::Enter);
        assert_eq!(pace.weigh(pressed.clone(), later), pressed);
    }
}
