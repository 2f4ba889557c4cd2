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
                read_again_is_done(state);
            }
            selection::follow(state)
        }
        Err(error) => {
            say_failure(state, "the devices", &error);
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
    if let Err(error) = &answer
        && state.mirrors.device() == Some(device)
    {
        say_failure(state, &format!("the mirrors of {device}"), error);
    }
    state
        .mirrors
        .take_list(device, answer, state.size.mirror_rows());
    if state.mirrors.device() != Some(device) {
        return vec![];
    }
    read_again_is_done(state);
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
        match &answer {
            Err(error) => say_failure(state, &target.to_string(), error),
            Ok(_) => read_again_is_done(state),
        }
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

/// The first answer after `r` ends the word that something is being read.
fn read_again_is_done(state: &mut AppState) {
    if state
        .notice
        .as_ref()
        .is_some_and(|notice| notice.tone == Tone::Busy)
        && state.deletion.is_none()
    {
        state.say(Tone::Plain, "read again");
    }
}

fn say_failure(state: &mut AppState, what: &str, error: &ApiError) {
    state.say(
        Tone::Bad,
        format!("could not read {what}: {error}. {}", error.advice()),
    );
}
