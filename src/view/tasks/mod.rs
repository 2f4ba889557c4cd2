//! The screen of running and past work: the runs, and the items of the selected one.

mod items;
mod list;

use ratatui::Frame;

use super::rect;
use crate::app::state::AppState;

/// Draws the screen.
pub fn draw(state: &AppState, frame: &mut Frame<'_>) {
    let [list, items] = state.size.task_regions().map(rect);
    list::draw(state, frame, list);
    items::draw(state, frame, items);
}
