//! What is wrong with a filter.

use std::fmt;

use crate::i18n::Text;
use crate::model::text::SafeText;
use crate::text;

/// A word that is not understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FilterProblem {
    /// The word, safe to draw.
    pub word: SafeText,
    /// The character at which it begins, from 1.
    pub at: usize,
    /// What is wrong, and what would be right; nothing of the word itself is in it.
    pub what: Text,
}

impl FilterProblem {
    /// The word, where it stands, and what is wrong.
    #[must_use]
    pub fn text(&self) -> Text {
        text!(
            "filter-problem",
            word = self.word.as_str(),
            at = self.at,
            what = &self.what
        )
    }
}

impl fmt::Display for FilterProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.text().fmt(f)
    }
}

impl std::error::Error for FilterProblem {}
