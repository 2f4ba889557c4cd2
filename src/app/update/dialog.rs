//! The delete dialog's keys and its fresh read.

use tui_input::InputRequest;

use super::{answers, deletion};
use crate::app::dialog::{DeleteDialog, Field, FreshRead, edit, insert};
use crate::app::effect::Effect;
use crate::app::keymap::Action;
use crate::app::notice::Tone;
use crate::app::state::{AppState, Overlay, PLAN_DRAWING};
use crate::i18n::speaking;
use crate::model::error::ApiError;
use crate::model::mirror::{MirrorId, MirrorRead};
use crate::text;

fn open(state: &mut AppState) -> Option<&mut DeleteDialog> {
    match &mut state.overlay {
        Some(Overlay::Delete(dialog)) => Some(dialog),
        _ => None,
    }
}

/// A drawing of the dialog has stood on the screen for a moment: from now on keys count.
pub fn drawn(state: &mut AppState, drawing: u32) -> Vec<Effect> {
    let plan_in_view = state.plan_in_view().is_some();
    match &mut state.overlay {
        Some(Overlay::Delete(dialog)) => dialog.shown.was_drawn(drawing),
        Some(Overlay::Prompt(prompt)) => prompt.shown.was_drawn(drawing),
        Some(Overlay::Quit(dialog)) => dialog.shown.was_drawn(drawing),
        Some(Overlay::Restore(dialog)) => dialog.shown.was_drawn(drawing),
        None if drawing & PLAN_DRAWING != 0 => {
            if let Some(plan) = state.plan.as_mut().filter(|_| plan_in_view) {
                plan.shown.was_drawn(drawing & !PLAN_DRAWING);
            }
        }
        _ => {}
    }
    vec![]
}

/// The mirror was read afresh for a dialog. The panes learn of it too.
pub fn fresh_read(
    state: &mut AppState,
    target: &MirrorId,
    answer: Result<MirrorRead, ApiError>,
    at_ms: i64,
) -> Vec<Effect> {
    let fresh = match &answer {
        Ok(MirrorRead::Found(reading)) => FreshRead::Found(reading.clone()),
        Ok(MirrorRead::Absent) => FreshRead::Absent,
        Err(error) => FreshRead::Failed(error.clone()),
    };
    match &mut state.overlay {
        Some(Overlay::Delete(dialog)) if dialog.target == *target => dialog.take(fresh),
        Some(Overlay::Restore(dialog)) if dialog.copy.head.target == *target => dialog.take(fresh),
        _ => {}
    }
    answers::store(state, target, answer, at_ms);
    vec![]
}

/// Text was typed or pasted into a field.
pub fn typed(state: &mut AppState, text: &str) -> Vec<Effect> {
    change(state, |dialog| {
        dialog.change_input(|input| insert(input, text));
    })
}

/// A key with a meaning of its own in the dialog.
pub fn act(state: &mut AppState, action: Action) -> Vec<Effect> {
    match action {
        Action::Next => change(state, |dialog| dialog.field = dialog.field.next()),
        Action::Previous => change(state, |dialog| dialog.field = dialog.field.previous()),
        Action::Cancel => close(state),
        Action::Accept => accept(state),
        Action::Empty => change(state, |dialog| {
            dialog.change_input(|input| {
                input.handle(InputRequest::DeleteLine);
            });
        }),
        Action::Edit(how) => change(state, |dialog| {
            dialog.change_input(|input| edit(input, how));
        }),
        _ => vec![],
    }
}

fn change(state: &mut AppState, change: impl FnOnce(&mut DeleteDialog)) -> Vec<Effect> {
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
        Field::Version | Field::Token => change(state, |dialog| dialog.field = dialog.field.next()),
        Field::Keep => close(state),
        // Whether the names have room depends on their language.
        Field::Delete => match speaking(language, || dialog.order(size)) {
            Ok(order) => {
                // A second Enter finds no dialog: one DELETE, not two.
                state.overlay = None;
                deletion::send(state, order)
            }
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
    let words = text!("notice-kept", target = dialog.target.text());
    let request = dialog.request;
    state.overlay = None;
    state.say(Tone::Plain, words);
    state.retries.remove(&request);
    match state.questions.remove(&request) {
        Some(_) => vec![Effect::Abandon { request }],
        None => vec![],
    }
}
