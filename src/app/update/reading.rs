//! What is asked of the service, and when.

use super::{SLOW_MS, open_ends, trash};
use crate::app::devices::Want;
use crate::app::effect::Effect;
use crate::app::message::{RequestId, Wake};
use crate::app::notice::Tone;
use crate::app::slot::Slot;
use crate::app::state::{AppState, Pane, Question};
use crate::model::device::{DeviceName, Listing};
use crate::model::mirror::MirrorId;
use crate::text;

/// Pages of devices that are asked for at a time.
const MOST_PAGES: usize = 4;
/// The same where an order waits for all of them, so that all places on the wire stay busy.
const MOST_FOR_AN_ORDER: usize = 32;

/// Asks for the pages of devices that are wanted, a bounded number of them at a time: what is in view
/// first, and what nobody looks at any more makes room. After a failure the user asks again, not the
/// program.
pub fn want_devices(state: &mut AppState) -> Vec<Effect> {
    let wanted = state.devices.wanted(state.size.device_rows());
    let most = match state.devices.order {
        Some(_) => MOST_FOR_AN_ORDER,
        None => MOST_PAGES,
    };
    let mut effects = Vec::new();
    let open = |state: &AppState| -> usize {
        let windows = state.devices.windows();
        windows.map(|window| window.open().len()).sum()
    };
    let new = wanted.iter().filter(|want| want.open.is_none()).count();
    let mut too_many = (open(state) + new).saturating_sub(most);
    for (listing, page) in nobody_wants(state, &wanted) {
        if too_many == 0 {
            break;
        }
        too_many -= 1;
        effects.extend(abandon_page(state, &listing, page));
    }
    for want in wanted {
        if let Some(asked) = want.open {
            if asked.rank <= want.rank {
                continue;
            }
            // It was fetched ahead, and now somebody waits for it.
            effects.extend(abandon_page(state, &want.listing, want.page));
        }
        if open(state) >= most {
            break;
        }
        let request = state.ask(Question::Devices(want.listing.clone(), want.page));
        if let Some(window) = state.devices.window_mut(&want.listing) {
            window.ask(want.page, request, want.rank);
        }
        effects.push(Effect::ListDevices {
            request,
            listing: want.listing,
            page: want.page,
            rank: want.rank,
        });
        effects.push(slow_after(request));
    }
    effects
}

/// Pages that were asked for and that nobody looks at any more.
fn nobody_wants(state: &AppState, wanted: &[Want]) -> Vec<(Listing, u64)> {
    let windows = state.devices.windows();
    windows
        .flat_map(|window| {
            let pages = window.open().keys();
            pages.map(|page| (window.listing().clone(), *page))
        })
        .filter(|(listing, page)| {
            let is_it = |want: &Want| want.page == *page && want.listing == *listing;
            !wanted.iter().any(is_it)
        })
        .collect()
}

/// Gives up every page that nobody looks at any more.
pub fn abandon_unwanted(state: &mut AppState) -> Vec<Effect> {
    let wanted = state.devices.wanted(state.size.device_rows());
    let pages = nobody_wants(state, &wanted).into_iter();
    pages
        .filter_map(|(listing, page)| abandon_page(state, &listing, page))
        .collect()
}

fn abandon_page(state: &mut AppState, listing: &Listing, page: u64) -> Option<Effect> {
    let request = state.devices.window_mut(listing)?.abandon(page)?;
    Some(abandon(state, request))
}

/// Nobody waits for an answer any more.
pub fn abandon(state: &mut AppState, request: RequestId) -> Effect {
    state.questions.remove(&request);
    state.retries.remove(&request);
    Effect::Abandon { request }
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

/// Reads again what is shown: in the devices pane the rows in view, in the mirrors pane the mirrors in
/// view, in the detail pane its mirror.
pub fn again(state: &mut AppState) -> Vec<Effect> {
    let mut effects = Vec::new();
    if state.focus == Pane::Devices {
        for request in state.devices.read_again() {
            effects.push(abandon(state, request));
        }
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
        state.say(Tone::Busy, text!("notice-reading-again"));
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
        Some(Question::Devices(..)) => {
            for window in state.devices.windows_mut() {
                window.mark_slow(request);
            }
        }
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
