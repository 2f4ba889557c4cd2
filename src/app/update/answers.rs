//! Answers to reads.

use super::{
    dialog, ending, open_ends, plan, prompt, reading, restoring, scope, selection, sweep, tasks,
    trash, watch,
};
use crate::app::effect::{Effect, Rank};
use crate::app::message::RequestId;
use crate::app::mirrors::Seen;
use crate::app::notice::{Notice, Tone};
use crate::app::state::{AppState, Question};
use crate::i18n::Text;
use crate::model::device::{DeviceName, DevicePage, Listing};
use crate::model::error::{ApiError, NoAnswer};
use crate::model::mirror::{MirrorId, MirrorList, MirrorRead};
use crate::model::outcome::Word;
use crate::model::record::StorageProblem;
use crate::model::user_file::FileProblem;
use crate::text;

/// A page of devices came, or did not.
pub fn devices(
    state: &mut AppState,
    request: RequestId,
    listing: &Listing,
    page: u64,
    answer: Result<DevicePage, ApiError>,
) -> Vec<Effect> {
    let height = state.size.device_rows();
    match answer {
        Ok(rows) => {
            state.devices.take(listing, page, rows, height);
            let mut effects = selection::follow(state);
            effects.extend(open_ends::clean_up(state));
            effects.extend(scope::proceed(state));
            effects
        }
        Err(error) => {
            failed_again(state, request, text!("notice-the-devices"), &error);
            let rank = state.devices.fail(listing, page, error.clone(), height);
            if state.devices.order.is_some() {
                return scope::stop(state, failure(text!("notice-all-devices"), &error));
            }
            let is_outcome = state
                .notice
                .as_ref()
                .is_some_and(|notice| notice.is_outcome);
            let is_seen = rank == Some(Rank::InView) && !state.devices.is_empty();
            if is_seen && !is_outcome && state.action.is_none() {
                // Where rows stand already, the pane has no room for it.
                state.say(Tone::Bad, failure(text!("notice-the-devices"), &error));
            }
            selection::follow(state)
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
        let what = text!("notice-mirrors-of", device = device.shown());
        failed_again(state, request, what, error);
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
        failed_again(state, request, target.text(), error);
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
    if let Ok(read) = &answer {
        sweep::seen(state, target, read);
        watch::seen(state, target, read, at_ms);
    }
    state
        .mirrors
        .take_document(target, answer.map(|read| Seen { read, at_ms }));
    if state.detail.target() == Some(target) {
        selection::lay_out_detail(state);
    }
}

/// Says a failure where the user asked for the read with `r`; else the pane where it happened says
/// it, and what was said of a deletion stays.
fn failed_again(state: &mut AppState, request: RequestId, what: Text, error: &ApiError) {
    // The first failure is said; the others will have the same cause.
    let is_first = state
        .notice
        .as_ref()
        .is_some_and(|notice| notice.tone == Tone::Busy);
    if state.again.contains(&request) && is_first && state.action.is_none() {
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
    if state.again.is_empty() && reading && state.action.is_none() {
        state.say(Tone::Plain, text!("notice-read-again"));
    }
}

/// The task of a question ended early: a fault of the program, which answers as a failure does.
pub fn crashed(
    state: &mut AppState,
    request: RequestId,
    question: Question,
    at_ms: i64,
) -> Vec<Effect> {
    let crash = || ApiError::NoAnswer {
        why: NoAnswer::Crashed,
        cause: text!("error-cause-crashed"),
    };
    let problem = || StorageProblem(crash().in_full());
    match question {
        Question::Devices(listing, page) => devices(state, request, &listing, page, Err(crash())),
        Question::Names(device) => names(state, request, &device, Err(crash())),
        Question::Document(target) => document(state, request, &target, Err(crash()), at_ms),
        Question::Watched(target) => watch::answered(state, request, &target, Err(crash()), at_ms),
        Question::Fresh(target) => dialog::fresh_read(state, &target, Err(crash()), at_ms),
        Question::Action => action_crashed(state),
        Question::Recovery => {
            state.say(Tone::Bad, problem().0);
            tasks::list(state)
        }
        Question::CleanUp | Question::Return(..) | Question::LookAgain(_) => {
            state.say(Tone::Bad, problem().0);
            vec![]
        }
        Question::Close(id) => open_ends::closed(state, &id, Err(problem())),
        Question::LastCopy => restoring::last_copy(state, Err(problem())),
        Question::Copies => trash::listed(state, Err(problem())),
        Question::Heads => trash::heads(state, vec![]),
        Question::Copy(id) => trash::copy(state, &id, Err(problem())),
        Question::Now(target) => trash::stands(state, &target, Err(crash())),
        Question::SweepNames(device) => sweep::names(state, &device, Err(crash()), at_ms),
        Question::SweepFacts(target) => sweep::facts(state, &target, Err(crash()), at_ms),
        Question::PlanFacts(target) => plan::facts(state, &target, Err(crash()), at_ms),
        Question::Run(task) => tasks::crashed(state, &task),
        Question::Tasks => tasks::listed(state, Err(problem())),
        Question::CloseTask(id) => tasks::closed(state, &id, Err(problem())),
        Question::File(_) => prompt::saved(state, request, Err(FileProblem::Failed(problem().0))),
    }
}

/// Nobody knows how the action ended. The journal has it as begun, if it came so far, and it is looked
/// up as that of a run which was killed.
fn action_crashed(state: &mut AppState) -> Vec<Effect> {
    let Some(action) = state.action.take() else {
        return vec![];
    };
    let words = text!(
        "notice-crashed",
        word = Word::OutcomeUnknown.text(),
        target = action.target.text()
    );
    state.notice = Some(Notice {
        is_outcome: true,
        ..Notice::new(Tone::Bad, words)
    });
    state.outcomes += 1;
    let mut effects = reading::ask_document(state, &action.target);
    effects.extend(open_ends::recover_own(state));
    effects.extend(ending::action_ended(state));
    effects
}

fn failure(what: Text, error: &ApiError) -> Text {
    text!("notice-unread", what = what, error = error.in_full())
}
