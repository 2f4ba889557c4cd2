//! The restore dialog's keys.

use tui_input::InputRequest;

use super::restoring;
use crate::app::dialog::{edit, insert};
use crate::app::effect::Effect;
use crate::app::keymap::Action;
use crate::app::notice::Tone;
use crate::app::restore_dialog::{Pressed, RestoreDialog, RestoreField};
use crate::app::state::{AppState, Overlay};
use crate::i18n::speaking;
use crate::text;

/// The dialog, where it is open.
pub fn open(state: &mut AppState) -> Option<&mut RestoreDialog> {
    match &mut state.overlay {
        Some(Overlay::Restore(dialog)) => Some(dialog),
        _ => None,
    }
}

/// Text was typed or pasted into the field.
pub fn typed(state: &mut AppState, text: &str) -> Vec<Effect> {
    change(state, |dialog| insert(&mut dialog.token, text))
}

/// A key with a meaning of its own in the dialog.
pub fn act(state: &mut AppState, action: Action) -> Vec<Effect> {
    match action {
        Action::Next => change(state, |dialog| dialog.field = dialog.field.next()),
        Action::Previous => change(state, |dialog| dialog.field = dialog.field.previous()),
        Action::Cancel => close(state),
        Action::Accept => accept(state),
        Action::Empty => change(state, |dialog| {
            dialog.token.handle(InputRequest::DeleteLine);
        }),
        Action::Edit(how) => change(state, |dialog| edit(&mut dialog.token, how)),
        _ => vec![],
    }
}

fn change(state: &mut AppState, change: impl FnOnce(&mut RestoreDialog)) -> Vec<Effect> {
    if let Some(dialog) = open(state) {
        change(dialog);
        dialog.problem = None;
    }
    vec![]
}

fn accept(state: &mut AppState) -> Vec<Effect> {
    let (size, language) = (state.size, state.setup.language);
    let Some(dialog) = open(state) else {
        return vec![];
    };
    match dialog.field {
        RestoreField::Token => change(state, |dialog| dialog.field = dialog.field.next()),
        RestoreField::Keep => close(state),
        // Whether the names have room depends on their language.
        RestoreField::Restore => match speaking(language, || dialog.press(size)) {
            Ok(Pressed::Ordered(order)) => {
                // A second Enter finds no dialog: one POST, not two.
                state.overlay = None;
                restoring::send(state, order)
            }
            Ok(Pressed::AskedToOverwrite) => vec![],
            Err(problem) => {
                dialog.problem = Some(problem);
                vec![]
            }
        },
    }
}

fn close(state: &mut AppState) -> Vec<Effect> {
    let Some(dialog) = open(state) else {
        return vec![];
    };
    let target = dialog.copy.head.target.text();
    let words = text!("notice-not-restored", target = target);
    let request = dialog.request;
    state.overlay = None;
    state.say(Tone::Plain, words);
    state.retries.remove(&request);
    match state.questions.remove(&request) {
        Some(_) => vec![Effect::Abandon { request }],
        None => vec![],
    }
}
