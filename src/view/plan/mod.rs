//! The screen of a plan.

use ratatui::Frame;

use crate::app::state::AppState;

/// Draws the screen.
pub fn draw(_state: &AppState, _frame: &mut Frame<'_>) {}
