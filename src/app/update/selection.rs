//! The selection: mirrors follow the selected device, the detail follows the selected mirror.

use super::REST_MS;
use super::{answers, help, palette, plan, reading, sweep, task_screen, trash};
use crate::app::cursor::Step;
use crate::app::effect::Effect;
use crate::app::geometry::Size;
use crate::app::message::Wake;
use crate::app::state::{AppState, Overlay, Pane};

/// Moves in the pane in focus.
pub fn moved(state: &mut AppState, step: Step) -> Vec<Effect> {
    let size = state.size;
    match state.focus {
        Pane::Devices => {
            state.devices.step(step, size.device_rows());
        }
        Pane::Mirrors => {
            let length = state.mirrors.len();
            state.mirrors.cursor.step(step, length, size.mirror_rows());
        }
        Pane::Detail => {
            state.detail.step(step);
            return vec![];
        }
    }
    follow(state)
}

/// The terminal has a new size.
pub fn resized(state: &mut AppState, size: Size) -> Vec<Effect> {
    state.size = size;
    // Names that had no room before may have it now: nobody has seen them yet.
    match &mut state.overlay {
        Some(Overlay::Delete(dialog)) => dialog.shown.renew(),
        Some(Overlay::Restore(dialog)) => dialog.shown.renew(),
        _ => {}
    }
    state
        .devices
        .cursor
        .fit(state.devices.len(), size.device_rows());
    state
        .mirrors
        .cursor
        .fit(state.mirrors.len(), size.mirror_rows());
    lay_out_detail(state);
    sweep::resized(state);
    plan::resized(state);
    task_screen::resized(state);
    palette::resized(state);
    help::resized(state);
    let mut effects = trash::resized(state);
    effects.extend(reading::want_devices(state));
    // A larger pane may show rows of which nothing was read.
    effects.extend(rest(state));
    effects
}

/// Brings the panes behind the selection in line with it. Reads wait until it rests; what nobody
/// looks at any more is given up.
pub fn follow(state: &mut AppState) -> Vec<Effect> {
    let mut effects = Vec::new();
    let device = state.devices.selected_name();
    let first = state.mirrors.device().is_none();
    let moved = device.as_ref() != state.mirrors.device();
    if moved {
        for request in state.mirrors.abandon_reads() {
            effects.push(reading::abandon(state, request));
        }
        state.mirrors.show(device, state.size.mirror_rows());
    }
    answers::settle_again(state);
    let target = state.mirrors.selected();
    let retargeted = target.as_ref() != state.detail.target();
    if retargeted {
        show_detail(state);
    }
    effects.extend(reading::want_devices(state));
    if first && moved {
        // Nothing was shown before, so there is nothing to wait for.
        effects.extend(reading::read_selection(state));
    } else if moved || retargeted {
        effects.extend(rest(state));
    }
    effects
}

/// Shows the selected mirror in the detail, from its first row on.
pub fn show_detail(state: &mut AppState) {
    let target = state.mirrors.selected();
    state.detail.show(target);
    if let Some(watch) = &mut state.watch {
        watch.newest();
    }
    lay_out_detail(state);
}

/// Takes note that what the detail is to show, or its room, may have changed.
pub fn lay_out_detail(state: &mut AppState) {
    let shown = state.to_be_shown();
    state.detail.lay_out(shown, state.size);
}

/// Waits until the selection has rested.
pub fn rest(state: &mut AppState) -> Vec<Effect> {
    state.generation += 1;
    vec![Effect::WakeAfter {
        after_ms: REST_MS,
        wake: Wake::Rested(state.generation),
    }]
}
