//! What is wrong with a filter.

use crate::model::text::SafeText;

/// A word that is not understood.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{word}” at {at}: {what}")]
pub struct FilterProblem {
    /// The word, safe to draw.
    pub word: SafeText,
    /// The character at which it begins, from 1.
    pub at: usize,
    /// What is wrong, and what would be right; safe to draw.
    pub what: SafeText,
}
