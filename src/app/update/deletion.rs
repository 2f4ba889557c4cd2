//! One action at a time: from `d` to the word about the outcome.

use super::{ending, open_ends, reading, returning, selection, sweep};
use crate::app::dialog::DeleteDialog;
use crate::app::effect::Effect;
use crate::app::notice::{Notice, Tone};
use crate::app::state::{Action, AppState, Overlay, Pane, Question};
use crate::i18n::Text;
use crate::model::action::{DeletionEnd, Stage};
use crate::model::advice::read_only;
use crate::model::delete::DeleteOrder;
use crate::model::mirror::MirrorId;
use crate::model::outcome::Word;
use crate::model::record::ActionKind;
use crate::text;

/// Said while nothing may begin because it is not known yet what earlier runs left open.
pub fn recovering() -> Text {
    text!("open-finding-out")
}

/// `d` was pressed: opens the dialog, or says why not.
pub fn open_dialog(state: &mut AppState) -> Vec<Effect> {
    if is_busy(state) {
        return vec![];
    }
    if state.focus == Pane::Devices {
        state.say(Tone::Plain, text!("notice-only-mirrors"));
        return vec![];
    }
    let Some(target) = state.mirrors.selected() else {
        state.say(Tone::Plain, text!("notice-no-mirror"));
        return vec![];
    };
    if state.setup.account.read_only {
        let words = text!("notice-read-only-delete", advice = read_only());
        state.say(Tone::Warning, words);
        return vec![];
    }
    let request = state.ask(Question::Fresh(target.clone()));
    let token = state.next_token();
    let dialog = DeleteDialog::new(&state.setup.account, target.clone(), request, token);
    state.overlay = Some(Overlay::Delete(Box::new(dialog)));
    vec![Effect::ReadAfresh { request, target }]
}

/// Whether an action is under way, of this run or of one before, which is then said.
pub fn is_busy(state: &mut AppState) -> bool {
    let Some(action) = &state.action else {
        return is_recovering(state);
    };
    let words = text!("notice-one-at-a-time", target = action.target.text());
    state.say(Tone::Warning, words);
    true
}

/// What is found out about earlier actions must be told before the next one has the status line, and
/// until then the copy of one that did nothing looks like that of a deletion.
fn is_recovering(state: &mut AppState) -> bool {
    let is_recovering = state.questions.values().any(|q| *q == Question::Recovery);
    if is_recovering {
        state.say(Tone::Plain, recovering());
    }
    is_recovering
}

/// The dialog was confirmed.
pub fn send(state: &mut AppState, order: DeleteOrder) -> Vec<Effect> {
    let request = state.ask(Question::Action);
    let words = text!("notice-deleting", target = order.target.text());
    state.say(Tone::Busy, words);
    // They have been said; from now on they wait.
    state.found_out.clear();
    state.action = Some(Action {
        request,
        kind: ActionKind::Delete,
        target: order.target.clone(),
        stage: Stage::Preparing,
    });
    vec![Effect::DeleteMirror { request, order }]
}

/// The deletion has ended.
pub fn ended(state: &mut AppState, end: DeletionEnd, at_ms: i64) -> Vec<Effect> {
    state.action = None;
    let target = &end.target;
    let mut ending = end.ending.clone();
    if end.is_kept && ending.word == Word::Deleted {
        ending.reason = if ending.reason.is_empty() {
            text!("notice-copy-kept")
        } else {
            text!("notice-copy-kept-too", reason = ending.reason)
        };
    }
    say(state, target, end.version, &ending, at_ms);
    let mut effects = Vec::new();
    match ending.word {
        Word::Deleted | Word::AlreadyGone => {
            effects.extend(forget(state, target, at_ms));
            if ending.word == Word::Deleted {
                effects.extend(returning::watch(state, &end.id, target));
            }
        }
        _ => {
            // What is shown of it may be out of date.
            effects.extend(reading::ask_document(state, target));
        }
    }
    state.open_ends.extend(end.open.map(|open| *open));
    open_ends::say_what_waited(state);
    effects.extend(ending::action_ended(state));
    effects
}

/// Says the outcome of an action.
pub fn say(
    state: &mut AppState,
    target: &MirrorId,
    version: Option<u64>,
    ending: &crate::model::outcome::Ending,
    at_ms: i64,
) {
    let zone = &state.setup.zone;
    state.notice = Some(Notice::of_action(target, version, ending, at_ms, zone));
    state.outcomes += 1;
}

/// Takes a mirror that is gone off the screen.
pub fn forget(state: &mut AppState, target: &MirrorId, at_ms: i64) -> Vec<Effect> {
    // Reads begun before the deletion must not bring the row back.
    let reads = [
        state.mirrors.document_of(target).abandon(),
        state.mirrors.list_of(&target.device).abandon(),
    ];
    let mut effects = Vec::new();
    for request in reads.into_iter().flatten() {
        state.questions.remove(&request);
        state.retries.remove(&request);
        effects.push(Effect::Abandon { request });
    }
    state.returned.remove(target);
    sweep::gone(state, target);
    let height = state.size.mirror_rows();
    state.mirrors.forget(target, at_ms, height);
    effects.extend(reading::read_selection(state));
    effects.extend(selection::follow(state));
    selection::lay_out_detail(state);
    effects
}
