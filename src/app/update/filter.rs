//! The filter line of a pane.

use tui_input::{Input, InputRequest};

use super::{QUERY_MS, reading, scope, selection};
use crate::app::dialog::{edit, insert};
use crate::app::effect::Effect;
use crate::app::keymap::Action;
use crate::app::message::Wake;
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
        Pane::Detail => state.detail.text(),
    }
}

/// Filters the pane in focus.
pub fn set(state: &mut AppState, filter: &str) -> Vec<Effect> {
    match state.focus {
        Pane::Devices => return query(state, filter),
        Pane::Mirrors => state.mirrors.set_filter(filter, state.size.mirror_rows()),
        Pane::Detail => state.detail.set_text(filter),
    }
    selection::follow(state)
}

/// Looks for other devices: among what is loaded now, and by the service once the user pauses.
fn query(state: &mut AppState, text: &str) -> Vec<Effect> {
    let mut effects = scope::give_up(state).unwrap_or_default();
    let left = state.devices.set_filter(text, state.size.device_rows());
    for request in left {
        effects.push(reading::abandon(state, request));
    }
    effects.extend(selection::follow(state));
    if state.devices.may_ask_service() {
        effects.push(Effect::WakeAfter {
            after_ms: QUERY_MS,
            wake: Wake::Queried(state.devices.asked_for),
        });
    }
    effects
}

/// The query with this number has stood for a while.
pub fn paused(state: &mut AppState, number: u64) -> Vec<Effect> {
    if number == state.devices.asked_for {
        ask_service(state)
    } else {
        vec![]
    }
}

/// Asks the service too for what is looked for.
pub fn ask_service(state: &mut AppState) -> Vec<Effect> {
    if state.devices.may_ask_service() && state.devices.ask_service() {
        return reading::want_devices(state);
    }
    vec![]
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
            // Whoever keeps it has done with typing.
            match state.focus {
                Pane::Devices => ask_service(state),
                Pane::Mirrors | Pane::Detail => vec![],
            }
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
