//! The program was stopped by its user and goes on, or was not stopped.

use crate::app::effect::Effect;
use crate::app::notice::Tone;
use crate::app::state::{AppState, Overlay};
use crate::text;

/// Ctrl-Z where no shell could let the program go on.
pub fn refused(state: &mut AppState) -> Vec<Effect> {
    state.say(Tone::Plain, text!("suspend-nobody"));
    vec![]
}

/// What was on the screen is gone from it: what keys would act on must be seen again first.
pub fn over(state: &mut AppState) -> Vec<Effect> {
    match &mut state.overlay {
        Some(Overlay::Delete(dialog)) => dialog.shown.forget(),
        Some(Overlay::Restore(dialog)) => dialog.shown.forget(),
        Some(Overlay::Prompt(prompt)) => prompt.shown.forget(),
        Some(Overlay::Quit(dialog)) => dialog.shown.forget(),
        _ => {}
    }
    if let Some(plan) = &mut state.plan {
        plan.shown.forget();
    }
    vec![]
}
