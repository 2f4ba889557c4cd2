//! Marks: set, taken away, counted.

use super::{deletion, plan, scope, selection, sweep};
use crate::app::cursor::Step;
use crate::app::devices::Wanted;
use crate::app::effect::Effect;
use crate::app::notice::Tone;
use crate::app::state::{AppState, Pane};
use crate::model::mirror::{MirrorId, MirrorRead};
use crate::text;

/// `Space` in a pane: marks what is selected, or takes its mark away, and goes on to the next row.
pub fn turn(state: &mut AppState) -> Vec<Effect> {
    if state.focus == Pane::Devices {
        let Some(name) = state.devices.selected_name() else {
            return vec![];
        };
        state.marks.turn_device(&name);
    } else {
        let Some(target) = state.mirrors.selected() else {
            return vec![];
        };
        let version = shown_version(state, &target);
        state.marks.turn_mirror(&target, version);
    }
    say_count(state);
    if state.focus == Pane::Detail {
        return vec![];
    }
    selection::moved(state, Step::Down)
}

/// `*` in a pane: marks everything that matches its filter.
pub fn all(state: &mut AppState) -> Vec<Effect> {
    if state.focus == Pane::Devices {
        return scope::want(state, Wanted::Marks);
    }
    let mirrors = state.mirrors.matching();
    let marked: Vec<_> = mirrors
        .into_iter()
        .filter(|target| is_known_to_stand(state, target))
        .map(|target| {
            let version = shown_version(state, &target);
            (target, version)
        })
        .collect();
    state.marks.add_mirrors(marked);
    say_count(state);
    vec![]
}

/// `Ctrl-U` in a pane: takes all marks of devices away, or all marks of mirrors.
pub fn clear(state: &mut AppState) -> Vec<Effect> {
    if state.focus == Pane::Devices {
        state.marks.clear_devices();
    } else {
        state.marks.clear_mirrors();
    }
    say_count(state);
    vec![]
}

/// `d`: the marked mirrors, or where none is marked the selected one.
pub fn delete(state: &mut AppState) -> Vec<Effect> {
    if state.focus == Pane::Devices || state.marks.mirror_count() == 0 {
        return deletion::open_dialog(state);
    }
    plan::open_on_marks(state)
}

/// A device list that was waited for is complete.
pub fn scope_is_here(
    state: &mut AppState,
    wanted: Wanted,
    names: Vec<crate::model::device::DeviceName>,
) -> Vec<Effect> {
    match wanted {
        Wanted::Marks => {
            state.marks.add_devices(names);
            say_count(state);
            vec![]
        }
        Wanted::Sweep => sweep::begin(state, names),
    }
}

/// Says how many are marked, those that are not in view too.
pub fn say_count(state: &mut AppState) {
    let words = match (state.marks.device_count(), state.marks.mirror_count()) {
        (0, 0) => text!("notice-nothing-marked"),
        (devices, 0) => text!("notice-devices-marked", count = devices),
        (0, mirrors) => text!("notice-mirrors-marked", count = mirrors),
        (devices, mirrors) => {
            text!("notice-both-marked", devices = devices, mirrors = mirrors)
        }
    };
    state.say(Tone::Plain, words);
}

/// The default mirror has its row whether or not it exists; only one that was seen is marked along.
fn is_known_to_stand(state: &AppState, target: &MirrorId) -> bool {
    let is_named = target.mirror != crate::model::mirror::MirrorName::Default;
    is_named || matches!(read(state, target), Some(MirrorRead::Found(_)))
}

fn shown_version(state: &AppState, target: &MirrorId) -> Option<u64> {
    match read(state, target) {
        Some(MirrorRead::Found(reading)) => reading.document.version,
        _ => None,
    }
}

fn read<'a>(state: &'a AppState, target: &MirrorId) -> Option<&'a MirrorRead> {
    let seen = state.mirrors.document(target)?.value.as_ref()?;
    Some(&seen.read)
}
