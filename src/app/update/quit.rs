//! The question before quitting in the middle of a run.

use super::ending;
use crate::app::effect::Effect;
use crate::app::keymap::Action;
use crate::app::notice::Tone;
use crate::app::state::{AppState, Overlay};
use crate::text;

/// A key of the question.
pub fn act(state: &mut AppState, action: Action) -> Vec<Effect> {
    let Some(Overlay::Quit(dialog)) = &mut state.overlay else {
        return vec![];
    };
    match action {
        Action::Next => dialog.leave = !dialog.leave,
        Action::Accept if dialog.leave => {
            state.overlay = None;
            return ending::requested(state);
        }
        Action::Accept | Action::Cancel => {
            state.overlay = None;
            state.say(Tone::Plain, text!("quit-goes-on"));
        }
        _ => {}
    }
    vec![]
}
