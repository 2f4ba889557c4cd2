//! A line that asks for a file: where to save something, or what to open.

use tui_input::Input;

use super::shown::Shown;

/// What the file is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Purpose {
    /// The rows of a sweep are saved: CSV, or JSON Lines by its ending.
    SaveSweep,
    /// A plan is saved as JSON.
    SavePlan,
    /// A saved plan is opened.
    OpenPlan,
}

impl Purpose {
    /// The title of the dialog.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::SaveSweep => "Save the rows as CSV (.csv) or JSON Lines (.jsonl)",
            Self::SavePlan => "Save the plan as JSON",
            Self::OpenPlan => "Open a saved plan",
        }
    }
}

/// The open prompt.
#[derive(Debug, Clone)]
pub struct Prompt {
    /// What the file is for.
    pub purpose: Purpose,
    /// The path as typed.
    pub input: Input,
    /// What is wrong with it, said after an attempt.
    pub problem: Option<String>,
    /// The path that is there already and that a second Enter overwrites.
    pub overwrite: Option<String>,
    /// Whether the file is being written or read.
    pub busy: bool,
    /// Keys count once it has stood on the screen.
    pub shown: Shown,
}

impl Prompt {
    /// Opens with a path to begin with.
    #[must_use]
    pub fn new(purpose: Purpose, path: &str) -> Self {
        Self {
            purpose,
            input: Input::new(path.to_owned()),
            problem: None,
            overwrite: None,
            busy: false,
            shown: Shown::default(),
        }
    }
}
