//! A mirror that is read again and again, and the versions that were seen of it.

use std::sync::Arc;

use super::detail::Shown;
use super::message::RequestId;
use crate::model::changes::Changes;
use crate::model::compare::Comparison;
use crate::model::mirror::{MirrorId, MirrorRead, MirrorReading};

/// Versions that are kept, those in the middle dropped first.
const KEPT: usize = 100;
/// Bytes of memory that they may take besides the first and the last.
const KEPT_BYTES: usize = 64 * 1024 * 1024;

/// A mirror and what was seen of it since its watch began.
#[derive(Debug)]
pub struct Watch {
    /// The mirror.
    pub target: MirrorId,
    /// How the watch goes on; absent once it is over.
    pub run: Option<Run>,
    /// The first one seen, then the last ones; each unlike the one before.
    versions: Vec<Version>,
    /// How many were seen, also those that are not kept.
    seen: usize,
    /// The one that the user has chosen, by its number; the newest where none is.
    chosen: Option<usize>,
    /// What has changed since the first.
    since_first: Option<Arc<Changes>>,
}

/// A watch that is on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Run {
    /// The read before, so that its wake can be told from those of an earlier watch.
    pub last: Option<RequestId>,
    /// The read under way; between two reads there is none.
    pub open: Option<RequestId>,
    /// Reads that have failed one after the other.
    pub failures: u32,
}

/// One state in which the mirror was seen.
#[derive(Debug)]
pub struct Version {
    /// Its number among those that were seen, from 1.
    pub nth: usize,
    /// What was found.
    pub read: MirrorRead,
    /// When it was read last in this state, Unix milliseconds.
    pub at_ms: i64,
    /// What had changed since the one seen before.
    changes: Option<Arc<Changes>>,
}

/// What another reading of a watched mirror was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum News {
    /// The first one, or the same as before.
    None,
    /// Another version: how many keys have another value, are new and are gone.
    Version([usize; 3]),
    /// The mirror is gone.
    Gone,
    /// The mirror is back.
    Back,
}

impl Version {
    /// What of it can be shown; nothing where the mirror was not there.
    #[must_use]
    pub fn shown(&self) -> Option<Shown> {
        match &self.read {
            MirrorRead::Found(reading) => Some(Shown {
                reading: Arc::clone(reading),
                changes: self.changes.clone(),
            }),
            MirrorRead::Absent => None,
        }
    }

    fn reading(&self) -> Option<&Arc<MirrorReading>> {
        match &self.read {
            MirrorRead::Found(reading) => Some(reading),
            MirrorRead::Absent => None,
        }
    }

    fn weight(&self) -> usize {
        let changes = self.changes.as_ref();
        let rows = changes.map_or(0, |changes| changes.marks.len());
        // The rows are kept once more, with their marks.
        self.reading().map_or(0, |reading| reading.weight) + rows * 300
    }

    fn is_same(&self, read: &MirrorRead) -> bool {
        match (&self.read, read) {
            (MirrorRead::Found(one), MirrorRead::Found(other)) => {
                one.document.is_unchanged_from(&other.document)
            }
            (MirrorRead::Absent, MirrorRead::Absent) => true,
            _ => false,
        }
    }
}

impl Watch {
    /// A watch that begins.
    #[must_use]
    pub fn new(target: MirrorId) -> Self {
        Self {
            target,
            run: Some(Run::default()),
            versions: Vec::new(),
            seen: 0,
            chosen: None,
            since_first: None,
        }
    }

    /// Takes note of what was found at this moment (Unix milliseconds), and says what is new about it.
    pub fn take(&mut self, read: &MirrorRead, at_ms: i64) -> News {
        if let Some(last) = self.versions.last_mut()
            && last.is_same(read)
        {
            last.read = read.clone();
            last.at_ms = at_ms;
            return News::None;
        }
        let last = self.versions.last();
        let changes = last.and_then(|before| between(before, read)).map(Arc::new);
        let news = match (last.map(|last| &last.read), read, &changes) {
            (None, _, _) => News::None,
            (Some(_), MirrorRead::Absent, _) => News::Gone,
            (Some(MirrorRead::Absent), _, _) => News::Back,
            (Some(_), _, changes) => {
                News::Version(changes.as_ref().map_or([0; 3], |changes| changes.counts))
            }
        };
        self.seen += 1;
        self.since_first = match self.versions.first() {
            Some(first) if self.versions.len() > 1 => between(first, read).map(Arc::new),
            _ => changes.clone(),
        };
        self.versions.push(Version {
            nth: self.seen,
            read: read.clone(),
            at_ms,
            changes,
        });
        self.forget();
        news
    }

    /// Drops what is too much. The first one stays: what has changed is held against it.
    fn forget(&mut self) {
        let weight = |versions: &[Version]| -> usize {
            let inner = versions.len().saturating_sub(2);
            versions
                .iter()
                .skip(1)
                .take(inner)
                .map(Version::weight)
                .sum()
        };
        while self.versions.len() > KEPT || weight(&self.versions) > KEPT_BYTES {
            self.versions.remove(1);
        }
    }

    /// Whether it is on.
    #[must_use]
    pub fn is_on(&self) -> bool {
        self.run.is_some()
    }

    /// How many versions were seen.
    #[must_use]
    pub fn seen(&self) -> usize {
        self.seen
    }

    /// How many of them are kept.
    #[must_use]
    pub fn kept(&self) -> usize {
        self.versions.len()
    }

    /// The version that the user has chosen, where that is not the newest.
    #[must_use]
    pub fn chosen(&self) -> Option<&Version> {
        let chosen = self.chosen?;
        self.versions.iter().find(|version| version.nth == chosen)
    }

    /// What has changed since the watch began, where this is the newest version.
    #[must_use]
    pub fn changes_of(&self, reading: &Arc<MirrorReading>) -> Option<Arc<Changes>> {
        let newest = self.versions.last()?.reading()?;
        let is_newest = Arc::ptr_eq(newest, reading);
        self.since_first.clone().filter(|_| is_newest)
    }

    /// Goes to the version seen before the one shown. Says whether there is one.
    pub fn older(&mut self) -> bool {
        let place = self.place();
        let before = place.checked_sub(1).and_then(|nth| self.versions.get(nth));
        let nth = before.map(|version| version.nth);
        self.chosen = nth.or(self.chosen);
        nth.is_some()
    }

    /// Goes to the version seen after the one shown. Says whether there is one.
    pub fn newer(&mut self) -> bool {
        let next = self.place() + 1;
        let last = self.versions.len().saturating_sub(1);
        let is_there = next <= last;
        if is_there {
            let after = self.versions.get(next).filter(|_| next < last);
            self.chosen = after.map(|version| version.nth);
        }
        is_there
    }

    /// Goes to the newest version. Says whether another one was shown.
    pub fn newest(&mut self) -> bool {
        self.chosen.take().is_some()
    }

    fn place(&self) -> usize {
        let last = self.versions.len().saturating_sub(1);
        let chosen = self
            .chosen
            .and_then(|nth| self.versions.iter().position(|version| version.nth == nth));
        chosen.unwrap_or(last)
    }
}

/// What has changed between two states; nothing where the mirror was not there in the second.
fn between(before: &Version, after: &MirrorRead) -> Option<Changes> {
    let MirrorRead::Found(after) = after else {
        return None;
    };
    let nothing = Comparison::default();
    let (rows, version) = match before.reading() {
        Some(reading) => (&reading.comparison, reading.document.version),
        None => (&nothing, None),
    };
    Some(Changes::between(
        rows,
        &after.comparison,
        version,
        before.at_ms,
    ))
}
