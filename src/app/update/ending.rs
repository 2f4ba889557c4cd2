//! Quitting: at once, or once the DELETE on the wire has an answer.

use crate::app::effect::Effect;
use crate::app::message::Wake;
use crate::app::notice::Tone;
use crate::app::state::{AppState, End};

/// The user or the system asks for the end.
pub fn requested(state: &mut AppState) -> Vec<Effect> {
    let Some(deletion) = state
        .deletion
        .as_ref()
        .filter(|_| state.end == End::Running)
    else {
        state.end = End::Now;
        return vec![];
    };
    let limit_ms = state.setup.request_limit_ms;
    let words = format!(
        "a DELETE is on the wire ({}): waiting for its answer, at most {} s; q again leaves now",
        deletion.order.target,
        limit_ms.div_ceil(1000)
    );
    state.end = End::Waiting;
    state.overlay = None;
    state.say(Tone::Warning, words);
    vec![Effect::WakeAfter {
        after_ms: limit_ms,
        wake: Wake::QuitDue,
    }]
}

/// The DELETE has been waited for long enough.
pub fn due(state: &mut AppState) -> Vec<Effect> {
    if state.end == End::Waiting {
        state.end = End::Now;
    }
    vec![]
}

/// The deletion has ended, and the program with it if it only waited for that.
pub fn deletion_ended(state: &mut AppState) -> Vec<Effect> {
    if state.end == End::Waiting {
        state.parting = state.notice.as_ref().map(|notice| notice.text.clone());
        state.end = End::Now;
    }
    vec![]
}
