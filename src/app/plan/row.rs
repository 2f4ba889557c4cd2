//! A row of a plan: what was meant, what the fresh read found, and whether it goes in.

use crate::i18n::{Language, speaking};
use crate::model::error::ApiError;
use crate::model::mirror::{MirrorId, MirrorName};
use crate::model::outcome::live_age;
use crate::model::record::{ActionId, ActionKind};
use crate::model::summary::MirrorSummary;
use crate::model::task::TaskItem;
use crate::model::text::DEFAULT_MIRRORS;
use crate::model::width::wrap;

/// What a plan is to change.
#[derive(Debug, Clone, PartialEq)]
pub struct PlanItem {
    /// The mirror.
    pub target: MirrorId,
    /// For a deletion the version that was shown or saved, if one was; for a restore that of the
    /// copy.
    pub version: Option<u64>,
    /// For a restore, the copy.
    pub copy: Option<ActionId>,
    /// Whether the user had taken it out when the plan was saved.
    pub is_out: bool,
}

/// What the fresh read of a row found.
#[derive(Debug, Clone, PartialEq)]
pub enum FreshFacts {
    /// It was not asked for yet.
    Unread,
    /// The answer is on its way.
    Asked,
    /// It stands.
    Found(MirrorSummary),
    /// There is none.
    Absent,
    /// It could not be read.
    Failed(ApiError),
}

/// Whether a row goes in, and why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RowState {
    /// The fresh read has not answered.
    Reading,
    /// It goes in.
    In,
    /// Its version is not the one that was marked or saved.
    Moved,
    /// There is nothing to delete.
    Gone,
    /// It came without a version, so that it cannot be locked.
    NoVersion,
    /// Something stands where the copy would be brought back.
    Standing,
    /// It could not be read.
    Failed,
    /// Its name does not fit on the screen in full.
    TooLong,
    /// The user took it out.
    OutByUser,
}

/// A row.
#[derive(Debug, Clone, PartialEq)]
pub struct PlanRow {
    /// What was meant.
    pub item: PlanItem,
    /// What was found.
    pub fresh: FreshFacts,
    /// Whether the user took it out.
    pub is_out: bool,
    /// Whether the user took it in again although it has moved.
    pub is_taken_in: bool,
    /// Whether its name does not fit on the screen in full.
    pub is_too_long: bool,
}

impl PlanItem {
    /// Whether the mirror can be named in full on so many lines of so many columns.
    #[must_use]
    pub fn fits(&self, columns: usize, lines: usize) -> bool {
        // A line may end a column early, where a wide character has no room. Most names are far
        // shorter than that, and no character has more columns than bytes.
        let room = columns.saturating_sub(1) * lines;
        let MirrorId { device, mirror } = &self.target;
        let default = DEFAULT_MIRRORS.map(str::len).into_iter().max();
        let bytes = device.shown().len() + mirror.shown().len() + default.unwrap_or(0);
        let fits = |language| {
            let name = speaking(language, || self.target.to_string());
            wrap(&name, columns).len() <= lines
        };
        // In every language, so that what goes in does not depend on it.
        bytes <= room || Language::ALL.iter().all(|(_, language)| fits(*language))
    }
}

impl PlanRow {
    /// A row of which nothing was read.
    #[must_use]
    pub fn new(item: PlanItem) -> Self {
        Self {
            is_out: item.is_out,
            item,
            fresh: FreshFacts::Unread,
            is_taken_in: false,
            is_too_long: false,
        }
    }

    /// Whether the row goes in.
    #[must_use]
    pub fn state(&self, kind: ActionKind) -> RowState {
        let found = match (&self.fresh, kind) {
            (FreshFacts::Unread | FreshFacts::Asked, _) => RowState::Reading,
            (FreshFacts::Failed(_), _) => return RowState::Failed,
            (FreshFacts::Absent, ActionKind::Delete) => return RowState::Gone,
            (FreshFacts::Found(_), ActionKind::Restore) => return RowState::Standing,
            (FreshFacts::Absent, ActionKind::Restore) => RowState::In,
            (FreshFacts::Found(facts), ActionKind::Delete) => match facts.version {
                None => return RowState::NoVersion,
                Some(_) if self.has_moved() && !self.is_taken_in => return RowState::Moved,
                Some(_) => RowState::In,
            },
        };
        if self.is_out {
            RowState::OutByUser
        } else if self.is_too_long && found == RowState::In {
            RowState::TooLong
        } else {
            found
        }
    }

    /// Whether its version is another than the one that was marked or saved.
    #[must_use]
    pub fn has_moved(&self) -> bool {
        match (&self.fresh, self.item.version) {
            (FreshFacts::Found(facts), Some(version)) => {
                facts.version.is_some_and(|found| found != version)
            }
            _ => false,
        }
    }

    /// What there is to notice about a mirror that would be deleted: it is a default one, its device
    /// is live, it drifts, it has changed since it was marked.
    #[must_use]
    pub fn is_noteworthy(&self) -> bool {
        let FreshFacts::Found(facts) = &self.fresh else {
            return false;
        };
        self.item.target.mirror == MirrorName::Default
            || live_age(facts.last_report_ms, facts.read_at_ms).is_some()
            || facts.differing > 0
            || self.has_moved()
    }

    /// The version that a deletion is locked on: the one just read.
    #[must_use]
    pub fn lock(&self) -> Option<u64> {
        match &self.fresh {
            FreshFacts::Found(facts) => facts.version,
            _ => None,
        }
    }

    /// The row as an item of a run.
    #[must_use]
    pub fn task_item(&self, kind: ActionKind) -> TaskItem {
        TaskItem {
            target: self.item.target.clone(),
            version: match kind {
                ActionKind::Delete => self.lock(),
                ActionKind::Restore => self.item.version,
            },
            copy: self.item.copy.clone(),
        }
    }
}
