//! The question that is asked where quitting would end a run in the middle.

use super::shown::Shown;

/// The open question. The focus starts on staying.
#[derive(Debug, Clone, Default)]
pub struct QuitDialog {
    /// Whether the button that leaves has the focus.
    pub leave: bool,
    /// Keys count once it has stood on the screen.
    pub shown: Shown,
}
