//! The views of the detail: which one, what is folded, what is looked for.

use crate::app::detail::View;
use crate::app::effect::Effect;
use crate::app::notice::Tone;
use crate::app::state::AppState;
use crate::text;

/// Shows the next view.
pub fn turn_view(state: &mut AppState) -> Vec<Effect> {
    state.detail.turn_view();
    vec![]
}

/// Folds the selected branch, or unfolds it.
pub fn fold(state: &mut AppState) -> Vec<Effect> {
    if state.detail.shown().is_some() && !state.detail.fold() {
        let words = match state.detail.view() {
            View::Raw => text!("detail-no-folds-in-raw"),
            View::Compare | View::Document => text!("detail-no-branch"),
        };
        state.say(Tone::Plain, words);
    }
    vec![]
}

/// Folds everything, or unfolds it.
pub fn fold_all(state: &mut AppState) -> Vec<Effect> {
    if state.detail.shown().is_some() && !state.detail.fold_all() {
        state.say(Tone::Plain, text!("detail-no-folds-in-raw"));
    }
    vec![]
}

/// Shows only what differs, or all again.
pub fn turn_differing(state: &mut AppState) -> Vec<Effect> {
    if state.detail.view() == View::Compare {
        state.detail.turn_differing();
    } else {
        state.say(Tone::Plain, text!("detail-differing-in-compare"));
    }
    vec![]
}

/// Goes to the next hit, or the one before.
pub fn next_hit(state: &mut AppState, forward: bool) -> Vec<Effect> {
    let view = state.detail.view();
    let text = state.detail.text().to_owned();
    let words = match state.detail.next_hit(forward) {
        _ if view == View::Compare => text!("detail-search-elsewhere"),
        _ if text.is_empty() => text!("detail-no-search"),
        None => text!("detail-not-found"),
        Some(is_round) => {
            let nth = state.detail.hit().map_or(0, |nth| nth + 1);
            let all = state.detail.search.len();
            match (is_round, forward) {
                (false, _) => text!("detail-hit", nth = nth, count = all),
                (true, true) => text!("detail-hit-from-the-top", nth = nth, count = all),
                (true, false) => text!("detail-hit-from-the-bottom", nth = nth, count = all),
            }
        }
    };
    state.say(Tone::Plain, words);
    vec![]
}
