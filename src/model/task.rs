//! Runs over many mirrors: what is to be done, and how far each item is.

use std::sync::Arc;

use super::mirror::MirrorId;
use super::outcome::Word;
use super::record::{ActionId, ActionKind, Origin};
use crate::i18n::Text;

/// What a run is to do, frozen when it was confirmed and written down before its first item.
#[derive(Debug, Clone, PartialEq)]
pub struct TaskPlan {
    /// The run.
    pub id: ActionId,
    /// Deletes or restores.
    pub kind: ActionKind,
    /// On which account.
    pub origin: Origin,
    /// When it was confirmed, Unix milliseconds.
    pub created_ms: i64,
    /// How the client tokens of its items begin; the number of the item follows
    /// ([`TaskPlan::token`]).
    pub token_prefix: String,
    /// The items, numbered from 0.
    pub items: Arc<[TaskItem]>,
}

/// One mirror of a run.
#[derive(Debug, Clone, PartialEq)]
pub struct TaskItem {
    /// The mirror.
    pub target: MirrorId,
    /// For a deletion the only version that may fall; for a restore the version of the copy. A
    /// deletion without one is never sent.
    pub version: Option<u64>,
    /// For a restore, the copy.
    pub copy: Option<ActionId>,
}

impl TaskPlan {
    /// The client token of an item: prefix, hyphen, number from 1.
    #[must_use]
    pub fn token(&self, item: u32) -> String {
        format!("{}-{}", self.token_prefix, u64::from(item) + 1)
    }
}

/// The longest prefix of client tokens, so that a token with its number has at most 64 bytes.
pub const LONGEST_TOKEN_PREFIX: usize = 53;

/// Names an item of a run in the journal.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct TaskRef {
    /// The run.
    pub task: ActionId,
    /// Which item, from 0.
    pub item: u32,
}

/// How far an item is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum ItemState {
    /// Nothing was done yet.
    #[default]
    Queued,
    /// It is read afresh, copied, on the wire or looked at.
    Sent,
    /// It has ended.
    Ended(ItemEnd),
    /// It was deleted, and a device has written it back.
    CameBack(ItemEnd),
    /// The user took it out before anything was done.
    Cancelled,
}

/// How an item ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemEnd {
    /// The outcome.
    pub word: Word,
    /// What was said besides; may be empty.
    pub reason: Text,
    /// The deletion or restore, whose id its copy bears; none where nothing was begun.
    pub action: Option<ActionId>,
}

/// What happened to an item of a run.
#[derive(Debug, Clone, PartialEq)]
pub struct ItemNews {
    /// The item.
    pub item: u32,
    /// Its state from now on.
    pub state: ItemState,
}

/// What is heard of a run.
#[derive(Debug, Clone, PartialEq)]
pub enum RunEvent {
    /// Something happened to an item. One that surely was not sent may go back to
    /// [`ItemState::Queued`].
    Item(ItemNews),
    /// The run paused itself; a sentence says why.
    Paused(Text),
    /// Every item has ended or was cancelled. That a device has written a mirror back may still be
    /// heard afterwards.
    Done,
}

/// How a run is to go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TaskMode {
    /// Item by item.
    Running,
    /// Nothing new is begun.
    Paused,
    /// Nothing new is begun any more; what is on the wire is seen through.
    Cancelled,
}

/// A run as it is found on the disk: what was planned, and what the journal tells of each item.
#[derive(Debug, Clone, PartialEq)]
pub struct TaskRecord {
    /// What was planned.
    pub plan: Arc<TaskPlan>,
    /// A state for each item. An item that was begun and has no end is [`ItemState::Sent`].
    pub states: Vec<ItemState>,
    /// Whether the user ended it: what is left is not to be offered as work to go on with.
    pub is_closed: bool,
}
