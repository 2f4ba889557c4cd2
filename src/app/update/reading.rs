//! What is asked of the service, and when.

use super::{SLOW_MS, open_ends, trash};
use crate::app::effect::Effect;
use crate::app::message::{RequestId, Wake};
use crate::app::notice::Tone;
use crate::app::slot::Slot;
use crate::app::state::{AppState, Pane, Question};
use crate::model::device::DeviceName;
use crate::model::mirror::MirrorId;

/// Asks for the page of devices that is wanted, unless one is under way.
pub fn want_devices(state: &mut AppState) -> Vec<Effect> {
    if state.devices.load.open.is_some() {
        return vec![];
    }
    let Some(page) = state.devices.page_wanted() else {
        return vec![];
    };
    let request = state.ask(Question::Devices(page));
    state.devices.load.ask(request);
    vec![Effect::ListDevices { request, page }, slow_after(request)]
}

/// Asks for the next page when the selection comes near the end of what was read. After a failure
/// the user asks again, not the program.
pub fn more_devices(state: &mut AppState) -> Vec<Effect> {
    let failed = state.devices.load.problem.is_some();
    if failed || !state.devices.wants_more(state.size.device_rows()) {
        return vec![];
    }
    want_devices(state)
}

/// The selection has rested since the change with this number.
pub fn rested(state: &mut AppState, generation: u64) -> Vec<Effect> {
    if generation != state.generation {
        vec![]
    } else if state.trash.is_some() {
        trash::rested(state)
    } else {
        read_selection(state)
    }
}

/// Asks for what the panes show and nothing is known of: the names, the selected mirror, then the
/// others in view. Where the selection came to rest on a failure, it is tried again.
pub fn read_selection(state: &mut AppState) -> Vec<Effect> {
    let Some(device) = state.mirrors.device().cloned() else {
        return vec![];
    };
    let mut effects = Vec::new();
    take_swept(state, &device);
    let names = state.mirrors.list_of(&device);
    if names.value.is_none() && names.open.is_none() {
        effects.extend(ask_names(state, &device));
    }
    for (nth, target) in state
        .mirrors
        .in_view(state.size.mirror_rows())
        .into_iter()
        .enumerate()
    {
        let is_known = is_swept(state, &target);
        let slot = state.mirrors.document_of(&target);
        let wanted = if nth == 0 {
            slot.value.is_none() && slot.open.is_none()
        } else {
            slot.is_untouched() && !is_known
        };
        if wanted {
            effects.extend(ask_document(state, &target));
        }
    }
    effects
}

/// Names that a sweep has read are not asked for.
pub fn take_swept(state: &mut AppState, device: &DeviceName) {
    let slot = state.mirrors.list_of(device);
    if slot.value.is_some() || slot.open.is_some() {
        return;
    }
    let swept = state
        .sweep
        .as_ref()
        .and_then(|sweep| sweep.names_of(device));
    if let Some(list) = swept {
        let height = state.size.mirror_rows();
        state.mirrors.take_list(device, Ok(list), height);
    }
}

/// Whether a sweep has read what a row shows.
fn is_swept(state: &AppState, target: &MirrorId) -> bool {
    let sweep = state.sweep.as_ref();
    sweep.is_some_and(|sweep| sweep.known(target).is_some())
}

/// Reads again what is shown: in the devices pane everything, in the mirrors pane the mirrors in
/// view, in the detail pane its mirror.
pub fn again(state: &mut AppState) -> Vec<Effect> {
    let mut effects = Vec::new();
    if state.focus == Pane::Devices {
        if let Some(request) = state.devices.load.abandon() {
            state.questions.remove(&request);
            state.retries.remove(&request);
            effects.push(Effect::Abandon { request });
        }
        state.devices.load.problem = None;
        state.devices.begin_again();
        effects.extend(want_devices(state));
    }
    if let Some(device) = state
        .mirrors
        .device()
        .cloned()
        .filter(|_| state.focus != Pane::Detail)
    {
        effects.extend(ask_names(state, &device));
    }
    let targets = match state.focus {
        Pane::Mirrors => state.mirrors.in_view(state.size.mirror_rows()),
        Pane::Devices | Pane::Detail => state.mirrors.selected().into_iter().collect(),
    };
    let open: Vec<_> = state
        .open_ends
        .iter()
        .filter(|end| targets.contains(&end.intent.target))
        .map(|end| end.id.clone())
        .collect();
    for target in targets {
        effects.extend(ask_document(state, &target));
    }
    state.again = effects.iter().filter_map(asked_by).collect();
    if state.action.is_none() && !state.again.is_empty() {
        state.say(Tone::Busy, "reading again");
    }
    // What is said of an outcome matters more than that the rest was read.
    for id in open {
        effects.extend(open_ends::look_again(state, &id));
    }
    effects
}

fn asked_by(effect: &Effect) -> Option<RequestId> {
    match effect {
        Effect::ListDevices { request, .. }
        | Effect::ListMirrors { request, .. }
        | Effect::ViewMirror { request, .. } => Some(*request),
        _ => None,
    }
}

/// A question has been open for some time: now the screen says so.
pub fn slow(state: &mut AppState, request: RequestId) -> Vec<Effect> {
    match state.questions.get(&request).cloned() {
        Some(Question::Devices(_)) => mark_slow(&mut state.devices.load, request),
        Some(Question::Names(device)) => mark_slow(state.mirrors.list_of(&device), request),
        Some(Question::Document(target)) => mark_slow(state.mirrors.document_of(&target), request),
        _ => {}
    }
    vec![]
}

fn mark_slow<T>(slot: &mut Slot<T>, request: RequestId) {
    slot.slow = slot.open == Some(request);
}

/// Asks for a mirror, unless that is under way.
pub fn ask_document(state: &mut AppState, target: &MirrorId) -> Vec<Effect> {
    if state.mirrors.document_of(target).open.is_some() {
        return vec![];
    }
    let request = state.ask(Question::Document(target.clone()));
    state.mirrors.document_of(target).ask(request);
    vec![
        Effect::ViewMirror {
            request,
            target: target.clone(),
        },
        slow_after(request),
    ]
}

/// Reads a mirror again where something of it was read before.
pub fn refresh(state: &mut AppState, target: &MirrorId) -> Vec<Effect> {
    match state.mirrors.document(target) {
        Some(slot) if !slot.is_untouched() => ask_document(state, target),
        _ => vec![],
    }
}

fn ask_names(state: &mut AppState, device: &DeviceName) -> Vec<Effect> {
    if state.mirrors.list_of(device).open.is_some() {
        return vec![];
    }
    let request = state.ask(Question::Names(device.clone()));
    state.mirrors.list_of(device).ask(request);
    vec![
        Effect::ListMirrors {
            request,
            device: device.clone(),
        },
        slow_after(request),
    ]
}

fn slow_after(request: RequestId) -> Effect {
    Effect::WakeAfter {
        after_ms: SLOW_MS,
        wake: Wake::Slow(request),
    }
}
