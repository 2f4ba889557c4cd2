//! Clicks on dialogs.

use crate::app::dialog::Field;
use crate::app::effect::Effect;
use crate::app::keymap::Action;
use crate::app::mouse::DialogPart;
use crate::app::notice::Tone;
use crate::app::restore_dialog::RestoreField;
use crate::app::state::{AppState, Overlay};
use crate::app::update::{dialog, quit, restore_dialog};
use crate::i18n::Text;
use crate::text;

/// A part of the open dialog was clicked: a field gets the focus, *Keep* is pressed, and the button
/// that changes something only gets the focus.
pub fn clicked(state: &mut AppState, part: DialogPart) -> Vec<Effect> {
    if !state.takes_keys() {
        return vec![];
    }
    match &mut state.overlay {
        Some(Overlay::Delete(dialog)) => {
            let field = match part {
                DialogPart::Version => Field::Version,
                DialogPart::Token => Field::Token,
                DialogPart::Keep => return dialog::act(state, Action::Cancel),
                DialogPart::Change => Field::Delete,
            };
            dialog.field = field;
            dialog.problem = None;
            hint(state, part, text!("mouse-delete"));
        }
        Some(Overlay::Restore(dialog)) => {
            let field = match part {
                DialogPart::Version => return vec![],
                DialogPart::Token => RestoreField::Token,
                DialogPart::Keep => return restore_dialog::act(state, Action::Cancel),
                DialogPart::Change => RestoreField::Restore,
            };
            dialog.field = field;
            dialog.problem = None;
            hint(state, part, text!("mouse-restore"));
        }
        Some(Overlay::Quit(dialog)) => match part {
            DialogPart::Keep => return quit::act(state, Action::Cancel),
            DialogPart::Change => {
                dialog.leave = true;
                hint(state, part, text!("mouse-leave"));
            }
            DialogPart::Version | DialogPart::Token => {}
        },
        _ => {}
    }
    vec![]
}

/// Says what presses the button that was clicked. What was said of a deletion stays.
fn hint(state: &mut AppState, part: DialogPart, words: Text) {
    let says_outcome = state.notice.as_ref().is_some_and(|it| it.is_outcome);
    if part == DialogPart::Change && !says_outcome {
        state.say(Tone::Plain, words);
    }
}
