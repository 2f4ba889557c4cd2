//! The trash in the place of the panes: what was deleted, newest first, and a preview.

mod list;
mod preview;

use ratatui::Frame;

use super::rect;
use crate::app::state::AppState;
use crate::app::trash::TrashView;

/// Draws both halves.
pub fn draw(state: &AppState, trash: &TrashView, frame: &mut Frame<'_>) {
    let [list, preview] = state.size.trash_regions();
    list::draw(state, trash, frame, rect(list));
    preview::draw(state, trash, frame, rect(preview));
}
