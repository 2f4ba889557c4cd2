//! The screen of running and past work: its keys.

use crate::app::effect::Effect;
use crate::app::keymap::Action;
use crate::app::state::{AppState, Screen};

/// `T`.
pub fn open(state: &mut AppState) -> Vec<Effect> {
    state.open_screen(Screen::Tasks);
    vec![]
}

/// A key of the screen.
pub fn act(state: &mut AppState, action: Action) -> Vec<Effect> {
    if action == Action::Cancel {
        state.close_screen();
    }
    vec![]
}

/// The terminal has a new size.
pub fn resized(_state: &mut AppState) {}
