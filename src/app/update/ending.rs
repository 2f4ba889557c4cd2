//! Quitting: at once, or once the change on the wire has an answer.

use crate::app::effect::Effect;
use crate::app::message::Wake;
use crate::app::notice::Tone;
use crate::app::state::{AppState, End};
use crate::model::record::ActionKind;

/// The user or the system asks for the end.
pub fn requested(state: &mut AppState) -> Vec<Effect> {
    let Some(action) = state.action.as_ref().filter(|_| state.end == End::Running) else {
        state.end = End::Now;
        return vec![];
    };
    let limit_ms = state.setup.request_limit_ms;
    let words = format!(
        "{} {} is not done: waiting for its answer, at most {} s; q again leaves now, and the next \
         start finds out",
        match action.kind {
            ActionKind::Delete => "the deletion of",
            ActionKind::Restore => "the restore of",
        },
        action.target,
        limit_ms.div_ceil(1000)
    );
    let request = action.request;
    state.end = End::Waiting;
    state.overlay = None;
    state.say(Tone::Warning, words);
    let due = Effect::WakeAfter {
        after_ms: limit_ms,
        wake: Wake::QuitDue,
    };
    // Nothing is sent once more for somebody who wants to leave.
    vec![Effect::GiveUp { request }, due]
}

/// The action has been waited for long enough.
pub fn due(state: &mut AppState) -> Vec<Effect> {
    if state.end == End::Waiting {
        state.end = End::Now;
    }
    vec![]
}

/// The action has ended, and the program with it if it only waited for that.
pub fn action_ended(state: &mut AppState) -> Vec<Effect> {
    if state.end == End::Waiting {
        state.parting = state.notice.as_ref().map(|notice| notice.text.clone());
        state.end = End::Now;
    }
    vec![]
}
