//! One deletion at a time: from `d` to the word about its outcome.

use super::{ending, reading, selection};
use crate::app::dialog::DeleteDialog;
use crate::app::effect::Effect;
use crate::app::notice::{Notice, Tone};
use crate::app::state::{AppState, Deletion, Overlay, Pane, Question};
use crate::model::advice::READ_ONLY;
use crate::model::delete::{DeleteOrder, DeleteReceipt, Look};
use crate::model::error::ApiError;
use crate::model::outcome::{Ending, Judgement, Word, judge_answer, judge_look};

/// `d` was pressed: opens the dialog, or says why not.
pub fn open_dialog(state: &mut AppState) -> Vec<Effect> {
    if let Some(deletion) = &state.deletion {
        let words = format!(
            "one deletion at a time: still waiting for the answer about {}",
            deletion.order.target
        );
        state.say(Tone::Warning, words);
        return vec![];
    }
    if state.focus == Pane::Devices {
        state.say(
            Tone::Plain,
            "only mirrors are deleted, never devices: Enter goes to the mirrors",
        );
        return vec![];
    }
    let Some(target) = state.mirrors.selected() else {
        state.say(Tone::Plain, "no mirror is selected");
        return vec![];
    };
    if state.setup.account.read_only {
        let words = format!("read-only: nothing is deleted. {READ_ONLY}");
        state.say(Tone::Warning, words);
        return vec![];
    }
    let request = state.ask(Question::Fresh(target.clone()));
    let token = state.next_token();
    let dialog = DeleteDialog::new(&state.setup.account, target.clone(), request, token);
    state.overlay = Some(Overlay::Delete(Box::new(dialog)));
    vec![Effect::ReadAfresh { request, target }]
}

/// The dialog was confirmed.
pub fn send(state: &mut AppState, order: DeleteOrder) -> Vec<Effect> {
    let request = state.ask(Question::Deletion);
    state.say(Tone::Busy, format!("deleting {}", order.target));
    state.deletion = Some(Deletion {
        order: order.clone(),
        answer: None,
    });
    vec![Effect::DeleteMirror { request, order }]
}

/// The DELETE has an answer, or none came.
pub fn answered(
    state: &mut AppState,
    answer: Result<DeleteReceipt, ApiError>,
    at_ms: i64,
) -> Vec<Effect> {
    let Some(mut deletion) = state.deletion.take() else {
        return vec![];
    };
    match judge_answer(&deletion.order, &answer) {
        Judgement::Ended(ending) => finish(state, &deletion.order, &ending, at_ms),
        Judgement::LookFirst => {
            let target = deletion.order.target.clone();
            let request = state.ask(Question::Deletion);
            state.say(
                Tone::Busy,
                format!("no clear answer yet about {target}: looking at it again"),
            );
            deletion.answer = Some(answer);
            state.deletion = Some(deletion);
            vec![Effect::LookAfterDelete { request, target }]
        }
    }
}

/// The mirror was looked at after an answer that left doubt.
pub fn looked(state: &mut AppState, look: &Result<Look, ApiError>, at_ms: i64) -> Vec<Effect> {
    let Some(deletion) = state.deletion.take() else {
        return vec![];
    };
    let Some(answer) = &deletion.answer else {
        return vec![];
    };
    let ending = judge_look(&deletion.order, answer, look);
    finish(state, &deletion.order, &ending, at_ms)
}

fn finish(state: &mut AppState, order: &DeleteOrder, ending: &Ending, at_ms: i64) -> Vec<Effect> {
    let target = &order.target;
    let version = order.version.or(order.reading.document.version);
    state.notice = Some(Notice::of_deletion(
        target,
        version,
        ending,
        at_ms,
        &state.setup.zone,
    ));
    state.deletions_ended += 1;
    let mut effects = Vec::new();
    match ending.word {
        Word::Deleted | Word::AlreadyGone => {
            // Reads begun before the deletion must not bring the row back.
            let reads = [
                state.mirrors.document_of(target).abandon(),
                state.mirrors.list_of(&target.device).abandon(),
            ];
            for request in reads.into_iter().flatten() {
                state.questions.remove(&request);
                effects.push(Effect::Abandon { request });
            }
            let height = state.size.mirror_rows();
            state.mirrors.forget(target, at_ms, height);
            effects.extend(reading::read_selection(state));
            effects.extend(selection::follow(state));
            selection::lay_out_detail(state);
        }
        Word::VersionConflict
        | Word::OutcomeUnknown
        | Word::NotDeleted
        | Word::Refused
        | Word::Restored
        | Word::NotRestored => {
            // What is shown of it may be out of date.
            effects.extend(reading::ask_document(state, target));
        }
    }
    effects.extend(ending::deletion_ended(state));
    effects
}
