//! The screen of running and past work: its keys.

use super::{deletion, plan, prompt, tasks};
use crate::app::effect::Effect;
use crate::app::keymap::Action;
use crate::app::notice::Tone;
use crate::app::prompt::Purpose;
use crate::app::state::{AppState, End, Question, Screen};
use crate::app::tasks::{Phase, Selected};
use crate::model::advice::read_only;
use crate::model::record::ActionId;
use crate::model::task::TaskMode;
use crate::text;

/// `T`.
pub fn open(state: &mut AppState) -> Vec<Effect> {
    state.open_screen(Screen::Tasks);
    resized(state);
    vec![]
}

/// A key of the screen.
pub fn act(state: &mut AppState, action: Action) -> Vec<Effect> {
    let has_sweep = state.sweep.is_some();
    match action {
        Action::Move(step) => {
            let heights = heights(state);
            state.tasks.step(step, has_sweep, heights);
            vec![]
        }
        Action::Into => into(state),
        Action::Next => {
            let has_items = state.tasks.selected_run(has_sweep).is_some();
            state.tasks.in_items = has_items && !state.tasks.in_items;
            vec![]
        }
        Action::Cancel => {
            if state.tasks.in_items {
                state.tasks.in_items = false;
            } else {
                state.close_screen();
            }
            vec![]
        }
        Action::Pause => with_run(state, pause),
        Action::Stop => with_run(state, cancel),
        Action::BringBack => plan::bring_back(state),
        Action::TryAgain => plan::try_again(state),
        Action::Failed => {
            state.tasks.only_failed = !state.tasks.only_failed;
            state.tasks.items = crate::app::cursor::Cursor::default();
            vec![]
        }
        Action::OpenPlan => prompt::open(state, Purpose::OpenPlan, "mirrordeck-plan.json"),
        _ => vec![],
    }
}

fn heights(state: &AppState) -> (usize, usize) {
    (state.size.task_rows(), state.size.task_item_rows())
}

/// The terminal has a new size, or the runs have changed.
pub fn resized(state: &mut AppState) {
    let heights = heights(state);
    state.tasks.fit(state.sweep.is_some(), heights);
}

fn into(state: &mut AppState) -> Vec<Effect> {
    match state.tasks.selected(state.sweep.is_some()) {
        Some(Selected::Sweep) => state.open_screen(Screen::Sweep),
        Some(Selected::Run(_)) => state.tasks.in_items = true,
        None => {}
    }
    vec![]
}

fn with_run(
    state: &mut AppState,
    work: impl FnOnce(&mut AppState, &ActionId, Phase) -> Vec<Effect>,
) -> Vec<Effect> {
    let Some(run) = state.tasks.selected_run(state.sweep.is_some()) else {
        state.say(Tone::Plain, text!("task-none-selected"));
        return vec![];
    };
    let (id, phase) = (run.id().clone(), run.phase());
    work(state, &id, phase)
}

/// `p`: pauses, goes on, or goes on with what was cut off.
fn pause(state: &mut AppState, id: &ActionId, phase: Phase) -> Vec<Effect> {
    match phase {
        Phase::Running => {
            state.say(Tone::Plain, text!("task-pauses"));
            tasks::control(state, id, TaskMode::Paused)
        }
        Phase::Paused if state.end != End::Running => vec![],
        Phase::Paused => {
            state.say(Tone::Plain, text!("task-goes-on"));
            tasks::control(state, id, TaskMode::Running)
        }
        Phase::Stopping => {
            state.say(Tone::Plain, text!("task-stopping"));
            vec![]
        }
        Phase::Done | Phase::Cancelled => {
            state.say(Tone::Plain, text!("task-over"));
            vec![]
        }
        Phase::CutOff => go_on(state, id),
    }
}

/// Goes on with a run that was cut off.
fn go_on(state: &mut AppState, id: &ActionId) -> Vec<Effect> {
    let Some(run) = state.tasks.run(id) else {
        return vec![];
    };
    let refusal = if let Some(words) = tasks::strange_account(state, run) {
        Some(words)
    } else if state.setup.account.read_only {
        Some(text!("task-read-only", advice = read_only()))
    } else if state.end != End::Running {
        Some(text!("task-about-to-end"))
    } else if state.questions.values().any(|q| *q == Question::Recovery) {
        Some(deletion::recovering())
    } else {
        state
            .tasks
            .active()
            .map(|active| text!("task-one-run", what = active.what()))
    };
    if let Some(words) = refusal {
        state.say(Tone::Warning, words);
        return vec![];
    }
    let (todo, plan, sent) = (run.todo(), run.plan.clone(), run.sent());
    if todo.is_empty() {
        state.say(Tone::Warning, text!("task-nothing-to-begin"));
        return tasks::list(state);
    }
    let words = match sent {
        0 => text!("task-goes-on-with", count = todo.len()),
        sent => text!(
            "task-goes-on-without",
            count = todo.len(),
            unresolved = sent
        ),
    };
    state.say(Tone::Busy, words);
    tasks::run(state, plan, todo)
}

/// `x`: what is queued is not begun any more.
fn cancel(state: &mut AppState, id: &ActionId, phase: Phase) -> Vec<Effect> {
    match phase {
        Phase::Running | Phase::Paused => {
            state.say(Tone::Plain, text!("task-cancels"));
            tasks::control(state, id, TaskMode::Cancelled)
        }
        Phase::Stopping => {
            state.say(Tone::Plain, text!("task-cancelled-before"));
            vec![]
        }
        Phase::Done | Phase::Cancelled => {
            state.say(Tone::Plain, text!("task-nothing-queued"));
            vec![]
        }
        Phase::CutOff => {
            let asked = Question::CloseTask(id.clone());
            if state.questions.values().any(|q| *q == asked) {
                return vec![];
            }
            let request = state.ask(asked);
            let id = id.clone();
            vec![Effect::CloseTask { request, id }]
        }
    }
}
