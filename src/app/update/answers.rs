//! Answers to reads.

use super::reading;
use super::selection;
use crate::app::effect::Effect;
use crate::app::message::RequestId;
use crate::app::mirrors::Seen;
use crate::app::notice::Tone;
use crate::app::state::AppState;
use crate::model::device::{DeviceName, DevicePage};
use crate::model::error::ApiError;
use crate::model::mirror::{MirrorId, MirrorList, MirrorRead};

/// A page of devices came, or did not.
pub fn devices(
    state: &mut AppState,
    request: RequestId,
    page: u64,
    answer: Result<DevicePage, ApiError>,
) -> Vec<Effect> {
    let height = state.size.device_rows();
    match answer {
        Ok(rows) => {
            state.devices.take(page, rows, height);
            state.devices.load.settle(Ok(()));
            selection::follow(state)
        }
        Err(error) => {
            failed_again(state, request, "the devices", &error);
            let is_outcome = state
                .notice
                .as_ref()
                .is_some_and(|notice| notice.is_outcome);
            if !state.devices.is_empty() && !is_outcome && state.deletion.is_none() {
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
    request: RequestId,
    device: &DeviceName,
    answer: Result<MirrorList, ApiError>,
) -> Vec<Effect> {
    let failed = answer.is_err();
    if let Err(error) = &answer {
        failed_again(state, request, &format!("the mirrors of {device}"), error);
    }
    state
        .mirrors
        .take_list(device, answer, state.size.mirror_rows());
    if state.mirrors.device() != Some(device) {
        return vec![];
    }
    let mut effects = selection::follow(state);
    if !failed {
        // A failure brings no rows to read, and to ask again at once would never end.
        effects.extend(reading::read_selection(state));
    }
    effects
}

/// A mirror came, or did not.
pub fn document(
    state: &mut AppState,
    request: RequestId,
    target: &MirrorId,
    answer: Result<MirrorRead, ApiError>,
    at_ms: i64,
) -> Vec<Effect> {
    if let Err(error) = &answer {
        failed_again(state, request, &target.to_string(), error);
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

/// Says a failure where the user asked for the read with `r`; else the pane where it happened says
/// it, and what was said of a deletion stays.
fn failed_again(state: &mut AppState, request: RequestId, what: &str, error: &ApiError) {
    // The first failure is said; the others will have the same cause.
    let is_first = state
        .notice
        .as_ref()
        .is_some_and(|notice| notice.tone == Tone::Busy);
    if state.again.contains(&request) && is_first && state.deletion.is_none() {
        state.say(Tone::Bad, failure(what, error));
    }
}

/// Takes note that some reads have ended, and ends the word for those that `r` began.
pub fn settle_again(state: &mut AppState) {
    if state.again.is_empty() {
        return;
    }
    let questions = &state.questions;
    state
        .again
        .retain(|request| questions.contains_key(request));
    let reading = state
        .notice
        .as_ref()
        .is_some_and(|notice| notice.tone == Tone::Busy);
    if state.again.is_empty() && reading && state.deletion.is_none() {
        state.say(Tone::Plain, "read again");
    }
}

fn failure(what: &str, error: &ApiError) -> String {
    format!("could not read {what}: {error}. {}", error.advice())
}
