//! The question before quitting in the middle of a run.

use ratatui::Frame;

use crate::app::quit::QuitDialog;
use crate::app::state::AppState;

/// Draws the question over everything else.
pub fn draw(_state: &AppState, _dialog: &QuitDialog, _frame: &mut Frame<'_>) {}
