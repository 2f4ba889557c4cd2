//! The question before quitting in the middle of a run.

use crate::app::effect::Effect;
use crate::app::keymap::Action;
use crate::app::state::AppState;

/// A key of the question.
pub fn act(state: &mut AppState, action: Action) -> Vec<Effect> {
    if action == Action::Cancel {
        state.overlay = None;
    }
    vec![]
}
