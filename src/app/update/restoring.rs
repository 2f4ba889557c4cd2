//! Bringing a mirror back: from `u` to the word about the outcome.

use std::sync::Arc;

use super::{answers, deletion, ending, open_ends, returning, selection, trash};
use crate::app::effect::Effect;
use crate::app::notice::Tone;
use crate::app::restore_dialog::RestoreDialog;
use crate::app::state::{Action, AppState, Overlay, Question};
use crate::model::action::{RestoreEnd, Stage};
use crate::model::advice::read_only;
use crate::model::outcome::Word;
use crate::model::record::{ActionKind, StorageProblem};
use crate::model::restore::{KeptCopy, RestoreOrder};
use crate::text;

/// `u` in a pane: fetches the copy of the mirror deleted last.
pub fn bring_back_last(state: &mut AppState) -> Vec<Effect> {
    let asked = state.questions.values().any(|q| *q == Question::LastCopy);
    if asked || !may_restore(state) {
        return vec![];
    }
    let request = state.ask(Question::LastCopy);
    vec![Effect::FetchLastCopy { request }]
}

/// Whether a restore may begin; if not, that is said.
pub fn may_restore(state: &mut AppState) -> bool {
    if state.setup.account.read_only {
        let words = text!("notice-read-only-restore", advice = read_only());
        state.say(Tone::Warning, words);
        return false;
    }
    !deletion::is_busy(state)
}

/// The copy of the mirror deleted last is here.
pub fn last_copy(
    state: &mut AppState,
    answer: Result<Option<Arc<KeptCopy>>, StorageProblem>,
) -> Vec<Effect> {
    // The user has opened something else meanwhile, and keys must not change their meaning.
    if state.overlay.is_some() || state.trash.is_some() {
        return vec![];
    }
    match answer {
        Ok(Some(copy)) => open_dialog(state, copy),
        Ok(None) => {
            state.say(Tone::Plain, text!("notice-nothing-to-bring-back"));
            vec![]
        }
        Err(problem) => {
            let words = text!("notice-copy-unreadable", problem = problem.text());
            state.say(Tone::Bad, words);
            vec![]
        }
    }
}

/// Opens the restore dialog on a copy, or says why not.
pub fn open_dialog(state: &mut AppState, copy: Arc<KeptCopy>) -> Vec<Effect> {
    if !may_restore(state) {
        return vec![];
    }
    let origin = &copy.head.origin;
    if origin.base_url != state.setup.base_url {
        let words = text!(
            "notice-other-service",
            target = copy.head.target.text(),
            url = &origin.base_url
        );
        state.say(Tone::Warning, words);
        return vec![];
    }
    let target = copy.head.target.clone();
    let request = state.ask(Question::Fresh(target.clone()));
    let token = state.next_token();
    let dialog = RestoreDialog::new(&state.setup.account, copy, request, token);
    state.overlay = Some(Overlay::Restore(Box::new(dialog)));
    vec![Effect::ReadAfresh { request, target }]
}

/// The dialog was confirmed.
pub fn send(state: &mut AppState, order: RestoreOrder) -> Vec<Effect> {
    let request = state.ask(Question::Action);
    let words = text!("notice-restoring", target = order.target().text());
    state.say(Tone::Busy, words);
    // They have been said; from now on they wait.
    state.found_out.clear();
    let mut effects = returning::unwatch(state, order.target());
    state.action = Some(Action {
        request,
        kind: ActionKind::Restore,
        target: order.target().clone(),
        stage: Stage::Preparing,
    });
    effects.push(Effect::RestoreMirror { request, order });
    effects
}

/// The restore has ended.
pub fn ended(state: &mut AppState, end: RestoreEnd, at_ms: i64) -> Vec<Effect> {
    state.action = None;
    let target = &end.target;
    deletion::say(state, target, None, &end.ending, at_ms);
    if end.ending.word == Word::Restored {
        state.returned.remove(target);
        let height = state.size.mirror_rows();
        state.mirrors.remember(target, height);
        super::sweep::stands(state, target);
    }
    if let Some(seen) = end.seen {
        answers::store(state, target, Ok(seen), at_ms);
    }
    state.open_ends.extend(end.open.map(|open| *open));
    open_ends::say_what_waited(state);
    let mut effects = selection::follow(state);
    effects.extend(trash::read_again(state));
    effects.extend(ending::action_ended(state));
    effects
}
