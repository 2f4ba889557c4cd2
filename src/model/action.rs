//! How deletions and restores go and end, as the screen is told.

use super::mirror::{MirrorId, MirrorRead};
use super::outcome::Ending;
use super::record::{ActionId, ActionKind, OpenEnd};
use crate::i18n::Text;

/// What a deletion or restore is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// The mirror is read once more, or written to the trash and the journal; nothing has left yet.
    Preparing,
    /// The request is on the wire, or waits to be sent again.
    Sending,
    /// The mirror is looked at, as no clear answer came or to compare it with the copy.
    Looking,
}

/// How a deletion ended.
#[derive(Debug, Clone, PartialEq)]
pub struct DeletionEnd {
    /// The deletion; its copy bears the same id.
    pub id: ActionId,
    /// The mirror.
    pub target: MirrorId,
    /// The version that was copied, if the service named one.
    pub version: Option<u64>,
    /// What is to be said.
    pub ending: Ending,
    /// Whether the copy is in the trash.
    pub is_kept: bool,
    /// The deletion as it stays listed, where its outcome is not known.
    pub open: Option<Box<OpenEnd>>,
}

/// How a restore ended.
#[derive(Debug, Clone, PartialEq)]
pub struct RestoreEnd {
    /// The restore.
    pub id: ActionId,
    /// The copy.
    pub copy: ActionId,
    /// The mirror.
    pub target: MirrorId,
    /// What is to be said.
    pub ending: Ending,
    /// The mirror as it was read back, if it could be.
    pub seen: Option<MirrorRead>,
    /// The restore as it stays listed, where its outcome is not known.
    pub open: Option<Box<OpenEnd>>,
}

/// What was found out about an action whose end was not known.
#[derive(Debug, Clone, PartialEq)]
pub struct Resolution {
    /// Which action.
    pub id: ActionId,
    /// A deletion or a restore.
    pub kind: ActionKind,
    /// The mirror.
    pub target: MirrorId,
    /// When the action was begun, Unix milliseconds.
    pub began_ms: i64,
    /// What is to be said.
    pub ending: Ending,
    /// The action as it stays listed, where its outcome is still not known.
    pub open: Option<Box<OpenEnd>>,
}

/// What the start of the program found of earlier runs.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Recovery {
    /// Actions whose end is not known, oldest first.
    pub open: Vec<OpenEnd>,
    /// Sentences about trash and journal that the user should read.
    pub warnings: Vec<Text>,
}
