//! A sweep: its keys, and what is read for it.

use crate::app::devices::Wanted;
use crate::app::effect::Effect;
use crate::app::keymap::Action;
use crate::app::notice::Tone;
use crate::app::state::{AppState, Screen};
use crate::app::sweep::Sweep;
use crate::model::device::DeviceName;
use crate::model::error::ApiError;
use crate::model::mirror::{MirrorId, MirrorList};
use crate::model::summary::Summarized;

/// `S` in a pane: the marked devices, or where none is marked those of the filter.
pub fn open(state: &mut AppState) -> Vec<Effect> {
    if state.marks.device_count() == 0 {
        return super::scope::want(state, Wanted::Sweep);
    }
    let mut names: Vec<_> = state.marks.devices().cloned().collect();
    names.sort_unstable();
    begin(state, names)
}

/// The devices are known.
pub fn begin(state: &mut AppState, devices: Vec<DeviceName>) -> Vec<Effect> {
    state.sweep = Some(Box::new(Sweep::new(devices)));
    state.open_screen(Screen::Sweep);
    vec![]
}

/// A key of the table.
pub fn act(state: &mut AppState, action: Action) -> Vec<Effect> {
    if action == Action::Cancel {
        state.close_screen();
    }
    vec![]
}

/// A key of the filter line.
pub fn in_filter(_state: &mut AppState, _action: Action) -> Vec<Effect> {
    vec![]
}

/// Text was typed or pasted into the filter line.
pub fn typed(_state: &mut AppState, _text: &str) -> Vec<Effect> {
    vec![]
}

/// The named mirrors of a device are here, or are not.
pub fn names(
    _state: &mut AppState,
    _device: &DeviceName,
    _answer: Result<MirrorList, ApiError>,
    _at_ms: i64,
) -> Vec<Effect> {
    vec![]
}

/// The facts of a mirror are here, or are not.
pub fn facts(
    _state: &mut AppState,
    _target: &MirrorId,
    _answer: Result<Summarized, ApiError>,
    _at_ms: i64,
) -> Vec<Effect> {
    vec![]
}

/// A mirror is known to be gone, whoever has deleted it.
pub fn gone(_state: &mut AppState, _target: &MirrorId) {}

/// A mirror is known to stand again.
pub fn stands(_state: &mut AppState, _target: &MirrorId) {}

/// The terminal has a new size.
pub fn resized(_state: &mut AppState) {}

/// The rows as they are to be saved, and a path to begin with.
pub fn save(state: &mut AppState) -> Vec<Effect> {
    state.say(Tone::Plain, "nothing to save");
    vec![]
}

/// The contents of the file that is to be saved; `path` tells the format by its ending.
///
/// # Errors
/// A sentence that says what is wrong with the path.
pub fn contents(
    _state: &AppState,
    _path: &str,
) -> Result<crate::model::user_file::Contents, String> {
    Err("there is no sweep".to_owned())
}
