//! The help: it opens on what works where it was asked for, and scrolls.

use crate::app::cursor::Step;
use crate::app::effect::Effect;
use crate::app::keymap::{Action, Place};
use crate::app::state::{AppState, Overlay};

/// `?` in a pane or on a screen.
pub fn open(state: &mut AppState, place: Place) -> Vec<Effect> {
    state.overlay = Some(Overlay::Help { place, offset: 0 });
    vec![]
}

/// A key of the help.
pub fn act(state: &mut AppState, action: Action) -> Vec<Effect> {
    let page = state.size.help_rows();
    let last = state.help_lines().saturating_sub(page);
    let Some(Overlay::Help { offset, .. }) = &mut state.overlay else {
        return vec![];
    };
    match action {
        Action::Cancel => state.overlay = None,
        Action::Move(step) => {
            *offset = match step {
                Step::Up => offset.saturating_sub(1),
                Step::Down => *offset + 1,
                Step::PageUp => offset.saturating_sub(page),
                Step::PageDown => *offset + page,
                Step::First => 0,
                Step::Last => last,
            }
            .min(last);
        }
        _ => {}
    }
    vec![]
}

/// The terminal has a new size: other lines may be the last in view.
pub fn resized(state: &mut AppState) {
    let last = state.help_lines().saturating_sub(state.size.help_rows());
    if let Some(Overlay::Help { offset, .. }) = &mut state.overlay {
        *offset = (*offset).min(last);
    }
}
