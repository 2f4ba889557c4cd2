//! Answers to reads.

use super::reading;
use super::selection;
use crate::app::effect::Effect;
use crate::app::mirrors::Seen;
use crate::app::notice::Tone;
use crate::app::state::AppState;
use crate::model::device::{DeviceName, DevicePage};
use crate::model::error::ApiError;
use crate::model::mirror::{MirrorId, MirrorList, MirrorRead};

/// A page of devices came, or did not.
pub fn devices(
    state: &mut AppState,
    page: u64,
    answer: Result<DevicePage, ApiError>,
) -> Vec<Effect> {
    let height = state.size.device_rows();
    match answer {
        Ok(rows) => {
            state.devices.take(page, rows, height);
            state.devices.load.settle(Ok(()));
            if !state.devices.is_reading_again() {
                read_again_ended(state, "the devices", &Ok(()));
            }
            selection::follow(state)
        }
        Err(error) => {
            if state.devices.is_empty() {
                read_again_ended(state, "the devices", &Err::<(), _>(error.clone()));
            } else {
                // Where rows stand already, the pane has no room for it.
                state.say(Tone::Bad, failure("the devices", &error));
            }
            state.devices.stop_again();
            state.devices.load.settle(Err(error));
            vec![]
        }
    }
}

/// The names of a device's mirrors came, or did not.
pub fn names(
    state: &mut AppState,
    device: &DeviceName,
    answer: Result<MirrorList, ApiError>,
) -> Vec<Effect> {
    if state.mirrors.device() == Some(device) {
        read_again_ended(state, &format!("the mirrors of {device}"), &answer);
    }
    state
        .mirrors
        .take_list(device, answer, state.size.mirror_rows());
    if state.mirrors.device() != Some(device) {
        return vec![];
    }
    let mut effects = selection::follow(state);
    effects.extend(reading::read_selection(state));
    effects
}

/// A mirror came, or did not.
pub fn document(
    state: &mut AppState,
    target: &MirrorId,
    answer: Result<MirrorRead, ApiError>,
    at_ms: i64,
) -> Vec<Effect> {
    if state.detail.target() == Some(target) {
        read_again_ended(state, &target.to_string(), &answer);
    }
    store(state, target, answer, at_ms);
    vec![]
}

/// Keeps what was found of a mirror, and shows it where it is shown.
pub fn store(
    state: &mut AppState,
    target: &MirrorId,
    answer: Result<MirrorRead, ApiError>,
    at_ms: i64,
) {
    state
        .mirrors
        .take_document(target, answer.map(|read| Seen { read, at_ms }));
    if state.detail.target() == Some(target) {
        selection::lay_out_detail(state);
    }
}

/// Ends the word that something is being read again. A failure is said in the pane where it
/// happened; here only where the user asked, so that it does not hide what was said of a deletion.
fn read_again_ended<T>(state: &mut AppState, what: &str, answer: &Result<T, ApiError>) {
    let reading = state
        .notice
        .as_ref()
        .is_some_and(|notice| notice.tone == Tone::Busy);
    if !reading || state.deletion.is_some() {
        return;
    }
    match answer {
        Ok(_) => state.say(Tone::Plain, "read again"),
        Err(error) => state.say(Tone::Bad, failure(what, error)),
    }
}

fn failure(what: &str, error: &ApiError) -> String {
    format!("could not read {what}: {error}. {}", error.advice())
}
