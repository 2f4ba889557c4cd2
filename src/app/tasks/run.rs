//! A run: its items, counted as news come in.

use std::sync::Arc;

use crate::i18n::Text;
use crate::model::mirror::MirrorId;
use crate::model::outcome::Word;
use crate::model::record::{ActionId, ActionKind};
use crate::model::task::{ItemState, TaskItem, TaskMode, TaskPlan, TaskRecord};
use crate::text;

/// The engine that is at a run, in this program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Engine {
    /// What it was told last.
    pub mode: TaskMode,
    /// Why it paused itself, if it did.
    pub paused: Option<Text>,
}

/// How a run stands as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// Items are begun one after the other.
    Running,
    /// Nothing new is begun for now.
    Paused,
    /// What was queued is cancelled; what is on the wire is seen through.
    Stopping,
    /// All items have ended.
    Done,
    /// What was left was taken out.
    Cancelled,
    /// The program that was at it has ended in the middle of it.
    CutOff,
}

impl Phase {
    /// The word for it.
    #[must_use]
    pub fn word(self) -> Text {
        match self {
            Self::Running => text!("task-phase-running"),
            Self::Paused => text!("task-phase-paused"),
            Self::Stopping => text!("task-phase-stopping"),
            Self::Done => text!("task-phase-done"),
            Self::Cancelled => text!("task-phase-cancelled"),
            Self::CutOff => text!("task-phase-cut-off"),
        }
    }
}

/// Kinds of states that are counted.
const KINDS: usize = 4 + Word::ALL.len();

/// A run and how far each of its items is.
#[derive(Debug)]
pub struct Run {
    /// What was confirmed.
    pub plan: Arc<TaskPlan>,
    /// Whether the user has ended it: what is left is not offered as work to go on with.
    pub is_closed: bool,
    /// What is at it in this program.
    pub engine: Option<Engine>,
    states: Vec<ItemState>,
    counts: [usize; KINDS],
    /// Items that did not end well, in order.
    failed: Vec<u32>,
}

/// The words for a state of an item.
#[must_use]
pub fn word(state: &ItemState) -> Text {
    match state {
        ItemState::Queued => text!("task-state-queued"),
        ItemState::Sent => text!("task-state-sent"),
        ItemState::CameBack(_) => text!("task-state-came-back"),
        ItemState::Cancelled => text!("task-state-cancelled"),
        ItemState::Ended(end) => end.word.text(),
    }
}

/// The words for every state that an item can be in.
pub fn words() -> impl Iterator<Item = Text> {
    let others = [
        text!("task-state-queued"),
        text!("task-state-sent"),
        text!("task-state-came-back"),
        text!("task-state-cancelled"),
    ];
    others.into_iter().chain(Word::ALL.map(Word::text))
}

fn kind(state: &ItemState) -> usize {
    match state {
        ItemState::Queued => 0,
        ItemState::Sent => 1,
        ItemState::CameBack(_) => 2,
        ItemState::Cancelled => 3,
        ItemState::Ended(end) => 4 + kind_of(end.word),
    }
}

fn kind_of(word: Word) -> usize {
    Word::ALL
        .iter()
        .position(|other| *other == word)
        .unwrap_or(0)
}

/// Whether an item needs a look: it did not end as it was meant to.
#[must_use]
pub fn is_failed(state: &ItemState) -> bool {
    match state {
        ItemState::Queued | ItemState::Sent | ItemState::Cancelled => false,
        ItemState::CameBack(_) => true,
        ItemState::Ended(end) => {
            !matches!(end.word, Word::Deleted | Word::AlreadyGone | Word::Restored)
        }
    }
}

/// Whether an item that failed may be tried again. One of unknown outcome may not: it is not known
/// whether there is anything to try.
#[must_use]
pub fn may_try_again(state: &ItemState) -> bool {
    matches!(state, ItemState::Ended(end) if matches!(
        end.word,
        Word::VersionConflict | Word::Refused | Word::NotDeleted | Word::NotRestored
    ))
}

impl Run {
    /// A run that was confirmed just now.
    #[must_use]
    pub fn begun(plan: Arc<TaskPlan>) -> Self {
        let states = vec![ItemState::Queued; plan.items.len()];
        Self::new(plan, states, false)
    }

    /// A run as it was kept.
    #[must_use]
    pub fn kept(record: TaskRecord) -> Self {
        let mut states = record.states;
        states.resize(record.plan.items.len(), ItemState::Queued);
        Self::new(record.plan, states, record.is_closed)
    }

    fn new(plan: Arc<TaskPlan>, states: Vec<ItemState>, is_closed: bool) -> Self {
        let mut run = Self {
            plan,
            is_closed,
            engine: None,
            states: Vec::new(),
            counts: [0; KINDS],
            failed: Vec::new(),
        };
        run.replace(states);
        run
    }

    /// Takes what the disk tells of it; that a mirror came back is not taken away again, and what was
    /// heard in the user's language stays, where the disk has the same in English.
    pub fn take_record(&mut self, record: TaskRecord) {
        let mut states = record.states;
        states.resize(self.plan.items.len(), ItemState::Queued);
        for (new, old) in states.iter_mut().zip(&self.states) {
            let stays = match (&*new, old) {
                (ItemState::Ended(_), ItemState::CameBack(_)) => true,
                (ItemState::Ended(new), ItemState::Ended(old)) => {
                    (new.word, &new.action) == (old.word, &old.action)
                }
                _ => false,
            };
            if stays {
                new.clone_from(old);
            }
        }
        self.is_closed = record.is_closed;
        self.replace(states);
    }

    fn replace(&mut self, states: Vec<ItemState>) {
        self.counts = [0; KINDS];
        for state in &states {
            self.counts[kind(state)] += 1;
        }
        let numbered = (0..).zip(&states);
        self.failed = numbered
            .filter(|(_, state)| is_failed(state))
            .map(|(number, _)| number)
            .collect();
        self.states = states;
    }

    /// Which run it is.
    #[must_use]
    pub fn id(&self) -> &ActionId {
        &self.plan.id
    }

    /// How many items it has.
    #[must_use]
    pub fn len(&self) -> usize {
        self.states.len()
    }

    /// Whether it has none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.states.is_empty()
    }

    /// An item and its state.
    #[must_use]
    pub fn get(&self, number: u32) -> Option<(&TaskItem, &ItemState)> {
        let place = usize::try_from(number).ok()?;
        Some((self.plan.items.get(place)?, self.states.get(place)?))
    }

    /// Every item and its state.
    pub fn items(&self) -> impl Iterator<Item = (&TaskItem, &ItemState)> {
        self.plan.items.iter().zip(&self.states)
    }

    /// Items that did not end well, in order.
    #[must_use]
    pub fn failed(&self) -> &[u32] {
        &self.failed
    }

    /// The numbers of the items that were not begun.
    #[must_use]
    pub fn todo(&self) -> Vec<u32> {
        let numbered = (0..).zip(&self.states);
        numbered
            .filter(|(_, state)| **state == ItemState::Queued)
            .map(|(number, _)| number)
            .collect()
    }

    /// Takes the state of an item; returns its mirror where that is another state than before.
    pub fn set(&mut self, number: u32, state: ItemState) -> Option<MirrorId> {
        let place = usize::try_from(number).ok()?;
        let target = self.plan.items.get(place)?.target.clone();
        let before = self.states.get_mut(place)?;
        if *before == state {
            return None;
        }
        self.counts[kind(before)] -= 1;
        self.counts[kind(&state)] += 1;
        match (self.failed.binary_search(&number), is_failed(&state)) {
            (Err(place), true) => self.failed.insert(place, number),
            (Ok(place), false) => {
                self.failed.remove(place);
            }
            _ => {}
        }
        *before = state;
        Some(target)
    }

    /// Whatever is still queued was cancelled.
    pub fn cancel_queued(&mut self) {
        if self.queued() == 0 {
            return;
        }
        let mut states = std::mem::take(&mut self.states);
        for state in &mut states {
            if *state == ItemState::Queued {
                *state = ItemState::Cancelled;
            }
        }
        self.replace(states);
    }

    /// Items that were not begun.
    #[must_use]
    pub fn queued(&self) -> usize {
        self.counts[0]
    }

    /// Items that are read, copied, on the wire or looked at.
    #[must_use]
    pub fn sent(&self) -> usize {
        self.counts[1]
    }

    /// Items whose mirrors a device has written back.
    #[must_use]
    pub fn came_back(&self) -> usize {
        self.counts[2]
    }

    /// Items that were taken out.
    #[must_use]
    pub fn cancelled(&self) -> usize {
        self.counts[3]
    }

    /// Items that ended with this word.
    #[must_use]
    pub fn ended_with(&self, word: Word) -> usize {
        self.counts[4 + kind_of(word)]
    }

    /// Items about which nothing more is to come.
    #[must_use]
    pub fn ended(&self) -> usize {
        self.len() - self.queued() - self.sent()
    }

    /// How it stands.
    #[must_use]
    pub fn phase(&self) -> Phase {
        let is_left = self.queued() + self.sent() > 0;
        match &self.engine {
            Some(engine) if engine.mode == TaskMode::Cancelled => Phase::Stopping,
            Some(engine) if engine.mode == TaskMode::Paused => Phase::Paused,
            Some(_) => Phase::Running,
            None if is_left && !self.is_closed => Phase::CutOff,
            None if is_left || self.cancelled() > 0 => Phase::Cancelled,
            None => Phase::Done,
        }
    }

    /// The words for the states that its items are in.
    pub fn words(&self) -> impl Iterator<Item = Text> {
        let counted = words().zip(self.counts);
        counted
            .filter(|(_, count)| *count > 0)
            .map(|(word, _)| word)
    }

    /// `412 deleted, 3 version conflict, 1,585 queued`.
    #[must_use]
    pub fn in_words(&self) -> Text {
        self.tally([
            (self.sent(), text!("task-state-sent")),
            (self.queued(), text!("task-state-queued")),
            (self.cancelled(), text!("task-state-cancelled")),
        ])
    }

    /// As [`Run::in_words`], without what was not begun or has not ended; empty for nothing.
    #[must_use]
    pub fn ended_in_words(&self) -> Text {
        self.tally([(self.cancelled(), text!("task-state-cancelled"))])
    }

    fn tally(&self, others: impl IntoIterator<Item = (usize, Text)>) -> Text {
        let words = Word::ALL.map(|word| (self.ended_with(word), word.text()));
        let came_back = (self.came_back(), text!("task-state-came-back"));
        let counted = words.into_iter().chain([came_back]).chain(others);
        let counted = counted
            .filter(|(count, _)| *count > 0)
            .map(|(count, word)| text!("task-tally", count = count, word = word));
        Text::joined(counted, ", ")
    }

    /// `2,000 deletions`.
    #[must_use]
    pub fn what(&self) -> Text {
        match self.plan.kind {
            ActionKind::Delete => text!("count-deletions", count = self.len()),
            ActionKind::Restore => text!("count-restores", count = self.len()),
        }
    }
}
