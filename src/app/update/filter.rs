//! The filter line of a pane.

use tui_input::{Input, InputRequest};

use super::selection;
use crate::app::dialog::{edit, insert};
use crate::app::effect::Effect;
use crate::app::keymap::Action;
use crate::app::state::{AppState, Overlay, Pane};

/// Opens the line with what the pane is filtered by.
pub fn open(state: &mut AppState) -> Vec<Effect> {
    let text = of(state, state.focus).to_owned();
    state.overlay = Some(Overlay::Filter(Input::new(text)));
    vec![]
}

/// What a pane is filtered by; empty for nothing.
pub fn of(state: &AppState, pane: Pane) -> &str {
    match pane {
        Pane::Devices => state.devices.filter(),
        Pane::Mirrors => state.mirrors.filter(),
        Pane::Detail => state.detail.filter(),
    }
}

/// Filters the pane in focus.
pub fn set(state: &mut AppState, filter: &str) -> Vec<Effect> {
    match state.focus {
        Pane::Devices => state.devices.set_filter(filter, state.size.device_rows()),
        Pane::Mirrors => state.mirrors.set_filter(filter, state.size.mirror_rows()),
        Pane::Detail => {
            let rows = state.reading().cloned();
            let rows = rows.as_deref().map(|reading| &reading.comparison);
            state
                .detail
                .set_filter(filter, rows, state.size.detail_rows());
        }
    }
    selection::follow(state)
}

/// Text was typed or pasted into the line.
pub fn typed(state: &mut AppState, text: &str) -> Vec<Effect> {
    change(state, |input| insert(input, text))
}

/// A key with a meaning of its own in the line.
pub fn act(state: &mut AppState, action: Action) -> Vec<Effect> {
    match action {
        Action::Accept => {
            state.overlay = None;
            vec![]
        }
        Action::Cancel => {
            state.overlay = None;
            set(state, "")
        }
        Action::Empty => change(state, |input| {
            input.handle(InputRequest::DeleteLine);
        }),
        Action::Edit(how) => change(state, |input| edit(input, how)),
        Action::Move(step) => selection::moved(state, step),
        _ => vec![],
    }
}

fn change(state: &mut AppState, change: impl FnOnce(&mut Input)) -> Vec<Effect> {
    let Some(Overlay::Filter(input)) = &mut state.overlay else {
        return vec![];
    };
    change(input);
    let filter = input.value().to_owned();
    if filter == of(state, state.focus) {
        return vec![];
    }
    set(state, &filter)
}
