//! What is heard of a request before its answer: that it is sent again, and how far an action is.

use crate::app::effect::Effect;
use crate::app::message::RequestId;
use crate::app::notice::Tone;
use crate::app::state::AppState;
use crate::model::action::Stage;
use crate::model::error::Retry;
use crate::model::record::ActionKind;
use crate::model::time::span_text;
use crate::text;

/// A request failed and waits to be sent again, or no longer waits.
pub fn retrying(state: &mut AppState, request: RequestId, retry: Option<Retry>) -> Vec<Effect> {
    match retry.filter(|_| state.questions.contains_key(&request)) {
        Some(retry) => state.retries.insert(request, retry),
        None => state.retries.remove(&request),
    };
    vec![]
}

/// `Esc` while something waits to be sent again: nothing is sent again. Says whether there was
/// anything to give up.
pub fn give_up(state: &mut AppState) -> Option<Vec<Effect>> {
    if state.retries.is_empty() {
        return None;
    }
    let retries = std::mem::take(&mut state.retries);
    let effects = retries
        .into_keys()
        .map(|request| Effect::GiveUp { request });
    Some(effects.collect())
}

/// A deletion or restore has come to its next stage.
pub fn staged(state: &mut AppState, request: RequestId, reached: Stage) -> Vec<Effect> {
    let Some(action) = state
        .action
        .as_mut()
        .filter(|action| action.request == request)
    else {
        return vec![];
    };
    action.stage = reached;
    let target = action.target.text();
    let words = match (action.kind, reached) {
        (ActionKind::Delete, Stage::Preparing) => text!("notice-copying", target = target),
        (ActionKind::Delete, Stage::Sending) => text!("notice-deleting", target = target),
        (ActionKind::Delete, Stage::Looking) => text!("notice-looking", target = target),
        (ActionKind::Restore, Stage::Preparing | Stage::Sending) => {
            text!("notice-restoring", target = target)
        }
        (ActionKind::Restore, Stage::Looking) => text!("notice-reading-back", target = target),
    };
    // While the program only waits for the end, that is what the screen says.
    if state.end == crate::app::state::End::Running {
        state.say(Tone::Busy, words);
    }
    vec![]
}

/// The service's time is used instead of this computer's from now on, or no longer.
pub fn clock_corrected(state: &mut AppState, correction_s: i64) {
    let before = std::mem::replace(&mut state.clock_correction_s, correction_s);
    let is_outcome = state
        .notice
        .as_ref()
        .is_some_and(|notice| notice.is_outcome);
    if is_outcome || state.action.is_some() {
        // The header has it.
        return;
    }
    if before == 0 && correction_s != 0 {
        let span = span_text(correction_s);
        let words = if correction_s < 0 {
            text!("notice-clock-ahead", span = span)
        } else {
            text!("notice-clock-behind", span = span)
        };
        state.say(Tone::Warning, words);
    } else if before != 0 && correction_s == 0 {
        state.say(Tone::Plain, text!("notice-clock-right"));
    }
}
