//! State and message to new state and effects. A table of contents: each message has its function.

mod answers;
mod copying;
mod deletion;
mod detail;
mod dialog;
mod ending;
mod export;
mod filter;
mod hangul_mode;
mod help;
mod keys;
mod marks;
mod mouse;
mod open_ends;
mod palette;
mod plan;
mod prompt;
mod quit;
mod reading;
mod restore_dialog;
mod restoring;
mod returning;
mod scope;
mod selection;
mod suspension;
mod sweep;
mod task_screen;
mod tasks;
mod trash;
mod waiting;
mod watch;

use super::effect::Effect;
use super::message::{Answer, Answered, Message, Wake};
use super::notice::Tone;
use super::state::{AppState, Question};
use crate::model::traffic::Traffic;

/// How long the selection must rest before its mirrors are asked for, milliseconds.
pub const REST_MS: u64 = 120;
/// How long a query must stand before the service is asked too, milliseconds.
pub const QUERY_MS: u64 = 300;
/// How long a question must be open before the screen says that something loads, milliseconds.
pub const SLOW_MS: u64 = 150;

/// Applies one message. Total and pure: no clock, no randomness, no I/O, no panic.
pub fn update(state: &mut AppState, message: Message) -> Vec<Effect> {
    let is_watched = state.watch.as_ref().is_some_and(|watch| watch.is_on());
    let said = state.notice.as_ref().filter(|_| is_watched);
    let said = said.map(|notice| notice.text.clone());
    let mut effects = apply(state, message);
    if is_watched {
        effects.extend(watch::look(state, said.as_ref()));
    }
    selection::lay_out_detail(state);
    effects
}

fn apply(state: &mut AppState, message: Message) -> Vec<Effect> {
    match message {
        Message::Started => {
            let mut effects = reading::want_devices(state);
            effects.extend(open_ends::recover(state));
            effects
        }
        Message::Pressed(key) => keys::pressed(state, key, None),
        Message::Hasty(key, haste) => keys::pressed(state, key, Some(haste)),
        Message::Pasted(text) => keys::pasted(state, &text),
        Message::LookChosen(look) => {
            state.look = look;
            vec![]
        }
        Message::Mouse(mouse) => mouse::used(state, mouse),
        Message::Clicked(part) => mouse::in_dialog(state, part),
        Message::Focused(has_focus) => watch::focused(state, has_focus),
        Message::SuspendRequested => vec![Effect::Suspend],
        Message::NotSuspended => suspension::refused(state),
        Message::Continued => suspension::over(state),
        Message::Resized(size) => selection::resized(state, size),
        Message::Drawn(drawing) => dialog::drawn(state, drawing),
        Message::Answered(answered) => take(state, answered),
        Message::Retrying { request, retry } => waiting::retrying(state, request, retry),
        Message::FoundOut { resolution, at_ms } => open_ends::found_out(state, &resolution, at_ms),
        Message::Staged { request, stage } => waiting::staged(state, request, stage),
        Message::Traffic(traffic) => {
            state.traffic = Some(traffic).filter(Traffic::is_worth_showing);
            vec![]
        }
        Message::Woke(Wake::Rested(generation)) => reading::rested(state, generation),
        Message::Woke(Wake::Queried(query)) => filter::paused(state, query),
        Message::Woke(Wake::Slow(request)) => reading::slow(state, request),
        Message::Woke(Wake::ReturnDue { id, target }) => returning::due(state, id, target),
        Message::Woke(Wake::Watch(last)) => watch::due(state, last),
        Message::Woke(Wake::QuitDue) => ending::due(state),
        Message::Woke(Wake::RunSettled) => ending::run_settled(state),
        Message::TaskNews {
            task,
            events,
            at_ms,
        } => tasks::news(state, &task, events, at_ms),
        Message::EndRequested => ending::requested(state),
        Message::Warned(text) => {
            state.say(Tone::Warning, text);
            vec![]
        }
    }
}

/// Drops answers to questions no longer open, and hands the others on.
fn take(state: &mut AppState, answered: Answered) -> Vec<Effect> {
    waiting::clock_corrected(state, answered.clock_correction_s);
    let Some(question) = state.questions.remove(&answered.request) else {
        return vec![];
    };
    state.retries.remove(&answered.request);
    if question.is_for_the_service() {
        state.took_ms = Some(answered.took_ms);
    }
    let at_ms = answered.at_ms;
    let request = answered.request;
    let effects = match (question, answered.answer) {
        (question, Answer::Crashed) => answers::crashed(state, request, question, at_ms),
        (Question::Devices(listing, page), Answer::Devices(answer)) => {
            answers::devices(state, request, &listing, page, answer)
        }
        (Question::Names(device), Answer::Mirrors(answer)) => {
            answers::names(state, request, &device, answer)
        }
        (Question::Document(target), Answer::Mirror(answer)) => {
            answers::document(state, request, &target, answer, at_ms)
        }
        (Question::Watched(target), Answer::Mirror(answer)) => {
            watch::answered(state, request, &target, answer, at_ms)
        }
        (Question::Fresh(target), Answer::Mirror(answer)) => {
            dialog::fresh_read(state, &target, answer, at_ms)
        }
        (Question::Action, Answer::Deleted(end)) => deletion::ended(state, end, at_ms),
        (Question::Action, Answer::Restored(end)) => restoring::ended(state, end, at_ms),
        (Question::Recovery, Answer::Recovered(recovery)) => open_ends::recovered(state, recovery),
        (Question::CleanUp, Answer::CleanedUp(warnings)) => open_ends::cleaned_up(state, warnings),
        (Question::LookAgain(_), Answer::LookedAgain(resolution)) => {
            open_ends::looked(state, &resolution, at_ms)
        }
        (Question::Close(id), Answer::Closed(answer)) => open_ends::closed(state, &id, answer),
        (Question::Return(id, target), Answer::LookedForReturn(answer)) => {
            returning::looked(state, &id, &target, answer, at_ms)
        }
        (Question::LastCopy, Answer::LastCopy(answer)) => restoring::last_copy(state, answer),
        (Question::Copies, Answer::Copies(answer)) => trash::listed(state, answer),
        (Question::Heads, Answer::Heads(heads)) => trash::heads(state, heads),
        (Question::Copy(id), Answer::Copy(answer)) => trash::copy(state, &id, answer),
        (Question::Now(target), Answer::Mirror(answer)) => trash::stands(state, &target, answer),
        (Question::SweepNames(device), Answer::Mirrors(answer)) => {
            sweep::names(state, &device, answer, at_ms)
        }
        (Question::SweepFacts(target), Answer::Facts(answer)) => {
            sweep::facts(state, &target, answer, at_ms)
        }
        (Question::PlanFacts(target), Answer::Facts(answer)) => {
            plan::facts(state, &target, answer, at_ms)
        }
        (Question::Run(task), Answer::TaskEnded(answer)) => {
            tasks::ended(state, &task, answer, at_ms)
        }
        (Question::Tasks, Answer::Tasks(answer)) => tasks::listed(state, answer),
        (Question::CloseTask(id), Answer::Closed(answer)) => tasks::closed(state, &id, answer),
        (Question::File(_), Answer::Saved(answer)) => prompt::saved(state, request, answer),
        (Question::File(_), Answer::FileRead(answer)) => prompt::read(state, request, answer),
        // The worker answers each effect with its own kind; anything else is no answer to use.
        _ => vec![],
    };
    answers::settle_again(state);
    effects
}
