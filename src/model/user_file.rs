//! Files that the user asks for by name: what is to be written, and why it was not.

use std::fmt;
use std::sync::Arc;

use crate::i18n::Text;
use crate::text;

/// What goes into a file. Made into bytes where the file is written, not where keys are waited for.
#[derive(Clone)]
pub struct Contents(Arc<dyn Fn() -> Vec<u8> + Send + Sync>);

impl Contents {
    /// Contents that are made when they are written.
    pub fn new(make: impl Fn() -> Vec<u8> + Send + Sync + 'static) -> Self {
        Self(Arc::new(make))
    }

    /// The bytes.
    #[must_use]
    pub fn bytes(&self) -> Vec<u8> {
        (self.0)()
    }
}

/// The same contents, not equal ones.
impl PartialEq for Contents {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl fmt::Debug for Contents {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Contents")
    }
}

/// Why a file was not written or read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileProblem {
    /// It is there already, and nobody said that it may be overwritten.
    AlreadyThere,
    /// The system refused, or it is too large; a sentence.
    Failed(Text),
}

impl FileProblem {
    /// What is to be said of it.
    #[must_use]
    pub fn text(&self) -> Text {
        match self {
            Self::AlreadyThere => text!("prompt-already-there"),
            Self::Failed(words) => words.clone(),
        }
    }
}

impl fmt::Display for FileProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.text().fmt(f)
    }
}

impl std::error::Error for FileProblem {}
