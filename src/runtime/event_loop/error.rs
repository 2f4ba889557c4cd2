//! Why the loop ends before its time.

use std::error::Error;
use std::fmt;
use std::io;

use crate::i18n::Text;
use crate::text;

/// Why the loop ended before its time.
#[derive(Debug)]
pub enum LoopError {
    /// The screen could not be drawn.
    Draw(String),
    /// The keyboard could not be read.
    Read(io::Error),
    /// The background task is gone.
    WorkerGone,
}

impl LoopError {
    /// What happened.
    #[must_use]
    pub fn text(&self) -> Text {
        match self {
            Self::Draw(cause) => text!("terminal-not-written", cause = cause),
            Self::Read(error) => text!("terminal-not-read", cause = error.to_string()),
            Self::WorkerGone => text!("terminal-worker-gone"),
        }
    }
}

impl fmt::Display for LoopError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.text().fmt(f)
    }
}

impl Error for LoopError {}
