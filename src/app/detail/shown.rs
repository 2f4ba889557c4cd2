//! What the detail shows, and the ways to look at it.

use std::sync::Arc;

use crate::model::changes::Changes;
use crate::model::compare::Comparison;
use crate::model::mirror::MirrorReading;

/// A way to look at a mirror.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum View {
    /// Desired beside reported, a row a key.
    #[default]
    Compare,
    /// The JSON, laid out.
    Document,
    /// The bytes that came.
    Raw,
}

impl View {
    /// The next one, round and round.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Compare => Self::Document,
            Self::Document => Self::Raw,
            Self::Raw => Self::Compare,
        }
    }
}

/// What is shown.
#[derive(Debug, Clone)]
pub struct Shown {
    /// The reading.
    pub reading: Arc<MirrorReading>,
    /// What has changed since another version, where one was seen.
    pub changes: Option<Arc<Changes>>,
}

impl Shown {
    /// The rows of the comparison.
    #[must_use]
    pub fn comparison(&self) -> &Comparison {
        match &self.changes {
            Some(changes) => &changes.comparison,
            None => &self.reading.comparison,
        }
    }

    /// The bytes that came.
    #[must_use]
    pub fn body(&self) -> &Arc<[u8]> {
        &self.reading.document.body
    }

    /// Whether both are the same, by what they point at.
    pub(super) fn is(&self, other: &Self) -> bool {
        let changes = match (&self.changes, &other.changes) {
            (Some(one), Some(other)) => Arc::ptr_eq(one, other),
            (None, None) => true,
            _ => false,
        };
        changes && Arc::ptr_eq(&self.reading, &other.reading)
    }
}
