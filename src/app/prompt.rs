//! A line that asks for a file: where to save something, or what to open.

use std::sync::Arc;

use tui_input::Input;

use super::message::RequestId;
use super::shown::Shown;
use crate::i18n::Text;
use crate::text;

/// What the file is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Purpose {
    /// The rows of a sweep are saved: CSV, or JSON Lines by its ending.
    SaveSweep,
    /// A plan is saved as JSON.
    SavePlan,
    /// A saved plan is opened.
    OpenPlan,
    /// The document of a mirror is saved as it came.
    SaveDocument,
}

impl Purpose {
    /// The title of the dialog.
    #[must_use]
    pub fn title(self) -> Text {
        match self {
            Self::SaveSweep => text!("prompt-save-sweep"),
            Self::SavePlan => text!("prompt-save-plan"),
            Self::OpenPlan => text!("prompt-open-plan"),
            Self::SaveDocument => text!("export-title"),
        }
    }
}

/// The question whether a file that is there may be overwritten. It begins on the button that changes
/// nothing, and another key than Enter leads to the other one: no run of Enter alone overwrites.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overwrite {
    /// The path that is there already.
    pub path: String,
    /// Whether the button that overwrites has the focus.
    pub is_chosen: bool,
}

/// The open prompt.
#[derive(Debug, Clone)]
pub struct Prompt {
    /// What the file is for.
    pub purpose: Purpose,
    /// The path as typed.
    pub input: Input,
    /// What is wrong with it, said after an attempt.
    pub problem: Option<Text>,
    /// The question that is asked before anything is overwritten, while it is open.
    pub overwrite: Option<Overwrite>,
    /// What writes or reads the file now. Its answer is that of no other line.
    pub busy: Option<RequestId>,
    /// The bytes of the document that is saved.
    pub document: Option<Arc<[u8]>>,
    /// What is new must have stood on the screen before Enter answers it.
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
            busy: None,
            document: None,
            shown: Shown::default(),
        }
    }

    /// The path, without blanks around it.
    #[must_use]
    pub fn path(&self) -> String {
        self.input.value().trim().to_owned()
    }
}
