//! Quitting: at once, or once the changes on the wire have their answers.

use crate::app::effect::Effect;
use crate::app::message::Wake;
use crate::app::notice::Tone;
use crate::app::quit::QuitDialog;
use crate::app::state::{AppState, End, Overlay};
use crate::app::update::tasks;
use crate::i18n::Text;
use crate::model::record::ActionKind;
use crate::model::task::TaskMode;
use crate::text;

/// The user asks for the end. In the middle of a run a question comes first.
pub fn asked(state: &mut AppState) -> Vec<Effect> {
    let in_a_run = state
        .tasks
        .active()
        .is_some_and(|run| run.queued() + run.sent() > 0);
    let is_asked = matches!(state.overlay, Some(Overlay::Quit(_)));
    // What cannot be seen cannot be asked.
    if state.end != End::Running || !in_a_run || is_asked || !state.size.is_enough() {
        return requested(state);
    }
    let abandoned = abandon_dialog(state);
    state.overlay = Some(Overlay::Quit(QuitDialog::default()));
    abandoned
}

/// What the question takes the place of changes nothing any more.
fn abandon_dialog(state: &mut AppState) -> Vec<Effect> {
    let request = match &state.overlay {
        Some(Overlay::Delete(dialog)) => dialog.request,
        Some(Overlay::Restore(dialog)) => dialog.request,
        _ => return vec![],
    };
    state.retries.remove(&request);
    match state.questions.remove(&request) {
        Some(_) => vec![Effect::Abandon { request }],
        None => vec![],
    }
}

/// The end is certain: by the user's answer, or the system asks for it.
pub fn requested(state: &mut AppState) -> Vec<Effect> {
    if state.end != End::Running {
        state.end = End::Now;
        return vec![];
    }
    let mut effects = stop_run(state);
    if !state.is_changing() {
        // [`AppState::last_words`] adds what is left of a run.
        state.end = End::Now;
        return effects;
    }
    let limit_ms = state.setup.request_limit_ms;
    let words = text!(
        "quit-waits",
        what = waits_for(state),
        seconds = limit_ms.div_ceil(1000)
    );
    state.end = End::Waiting;
    state.overlay = None;
    state.say(Tone::Warning, words);
    if let Some(action) = &state.action {
        // Nothing is sent once more for somebody who wants to leave.
        let request = action.request;
        effects.push(Effect::GiveUp { request });
    }
    effects.push(Effect::WakeAfter {
        after_ms: limit_ms,
        wake: Wake::QuitDue,
    });
    effects
}

/// Begins nothing new. What was not begun is not cancelled: the next start can go on with it.
fn stop_run(state: &mut AppState) -> Vec<Effect> {
    let Some(run) = state.tasks.active() else {
        return vec![];
    };
    let id = run.id().clone();
    // One that was cancelled begins nothing either, and what was taken out stays so.
    if run
        .engine
        .as_ref()
        .is_some_and(|engine| engine.mode != TaskMode::Running)
    {
        return vec![];
    }
    tasks::control(state, &id, TaskMode::Paused)
}

fn waits_for(state: &AppState) -> Text {
    let action = state.action.as_ref().map(|action| {
        let target = action.target.text();
        match action.kind {
            ActionKind::Delete => text!("quit-deletion-open", target = target),
            ActionKind::Restore => text!("quit-restore-open", target = target),
        }
    });
    let run = state
        .tasks
        .active()
        .map(|run| text!("quit-run-open", what = run.what(), count = run.sent()));
    Text::joined(action.into_iter().chain(run), "; ")
}

/// What is on the wire has been waited for long enough.
pub fn due(state: &mut AppState) -> Vec<Effect> {
    if state.end == End::Waiting {
        state.end = End::Now;
    }
    vec![]
}

/// The run has heard that nothing new is to be begun.
pub fn run_settled(state: &mut AppState) -> Vec<Effect> {
    state.tasks.is_settling = false;
    settle(state)
}

/// The action has ended, and the program with it if it only waited for that.
pub fn action_ended(state: &mut AppState) -> Vec<Effect> {
    if state.end == End::Waiting {
        state.parting = state.notice.as_ref().map(|notice| notice.text.clone());
    }
    settle(state)
}

/// Ends the program if it only waited for what was on the wire, and nothing is any more.
pub fn settle(state: &mut AppState) -> Vec<Effect> {
    if state.end != End::Waiting || state.is_changing() {
        return vec![];
    }
    let notice = state.notice.as_ref().filter(|notice| notice.is_outcome);
    let outcome = notice.map(|notice| notice.text.clone());
    // [`AppState::last_words`] adds what is left of a run.
    state.parting = state.parting.take().or(outcome);
    state.end = End::Now;
    vec![]
}
