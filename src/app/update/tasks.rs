//! Runs: begun, heard of, ended, listed.

mod news;

use std::sync::Arc;

use super::{ending, open_ends};
use crate::app::effect::Effect;
use crate::app::message::Wake;
use crate::app::notice::{Notice, Tone};
use crate::app::state::{AppState, Question};
use crate::app::tasks::{Engine, Phase, Run};
use crate::model::count::grouped;
use crate::model::outcome::Word;
use crate::model::record::{ActionId, ActionKind, StorageProblem};
use crate::model::task::{TaskMode, TaskPlan, TaskRecord};

pub use news::news;

/// How long a run that was told to begin nothing new is given to hear of it, milliseconds.
const SETTLE_MS: u64 = 300;

/// Begins a run, or goes on with one; the run is among the tasks already.
pub fn run(state: &mut AppState, plan: Arc<TaskPlan>, todo: Vec<u32>) -> Vec<Effect> {
    let request = state.ask(Question::Run(plan.id.clone()));
    if let Some(run) = state.tasks.run_mut(&plan.id) {
        run.engine = Some(Engine {
            mode: TaskMode::Running,
            paused: None,
        });
    }
    let watch_after_ms = match plan.kind {
        ActionKind::Delete => state.setup.return_looks_ms.last().copied(),
        ActionKind::Restore => None,
    };
    vec![Effect::RunTask {
        request,
        plan,
        todo,
        watch_after_ms,
    }]
}

/// Tells the run under way how to go on.
pub fn control(state: &mut AppState, task: &ActionId, mode: TaskMode) -> Vec<Effect> {
    let Some(engine) = state
        .tasks
        .run_mut(task)
        .and_then(|run| run.engine.as_mut())
    else {
        return vec![];
    };
    engine.mode = mode;
    engine.paused = None;
    let mut effects = vec![Effect::ControlTask {
        task: task.clone(),
        mode,
    }];
    // Until it has heard of it, it may begin something.
    state.tasks.is_settling = mode != TaskMode::Running;
    if state.tasks.is_settling {
        effects.push(Effect::WakeAfter {
            after_ms: SETTLE_MS,
            wake: Wake::RunSettled,
        });
    }
    effects
}

/// Why nothing may be done with a run of another account.
pub fn strange_account(state: &AppState, run: &Run) -> Option<String> {
    let (origin, here) = (&run.plan.origin, &state.setup.account);
    let same_service = origin.base_url == state.setup.base_url;
    (!same_service || origin.key_tail != here.key_tail).then(|| {
        format!(
            "this run belongs to another account ({}, key {}): start mirrordeck with it",
            origin.source, origin.key_tail
        )
    })
}

/// Asks for the runs that are kept on this computer.
pub fn list(state: &mut AppState) -> Vec<Effect> {
    let asked = state.questions.values().any(|q| *q == Question::Tasks);
    if asked {
        return vec![];
    }
    let request = state.ask(Question::Tasks);
    vec![Effect::ListTasks { request }]
}

/// The runs on this computer are here. Those that were cut off are told once.
pub fn listed(
    state: &mut AppState,
    answer: Result<Vec<TaskRecord>, StorageProblem>,
) -> Vec<Effect> {
    let is_first = !matches!(state.tasks.listing, Some(Ok(())));
    let has_sweep = state.sweep.is_some();
    match answer {
        Ok(records) => state.tasks.take(records, has_sweep),
        Err(problem) => {
            if is_first {
                open_ends::tell(state, format!("past runs could not be listed: {problem}"));
            }
            state.tasks.listing = Some(Err(problem));
        }
    }
    super::task_screen::resized(state);
    if is_first {
        let cut_off: Vec<_> = state
            .tasks
            .runs()
            .iter()
            .filter(|run| run.phase() == Phase::CutOff && strange_account(state, run).is_none())
            .map(cut_off)
            .collect();
        for words in cut_off {
            open_ends::tell(state, words);
        }
    }
    if state.action.is_none() {
        state.found_out.clear();
    }
    vec![]
}

fn cut_off(run: &Run) -> String {
    let not_begun = grouped(run.queued());
    match run.sent() {
        0 => format!(
            "a run of {} was cut off with {not_begun} not begun: T shows it, p there goes on",
            run.what()
        ),
        sent => format!(
            "a run of {} was cut off with {not_begun} not begun and {} not resolved: T shows it, p \
             there goes on",
            run.what(),
            grouped(sent)
        ),
    }
}

/// A run is over, or could not go on.
pub fn ended(
    state: &mut AppState,
    task: &ActionId,
    answer: Result<(), StorageProblem>,
    at_ms: i64,
) -> Vec<Effect> {
    match answer {
        Ok(()) => news::done(state, task, at_ms),
        Err(problem) => {
            stop(state, task);
            let Some(run) = state.tasks.run(task) else {
                return vec![];
            };
            let is_open = run.sent() > 0;
            let words = format!(
                "the run of {} stopped, {}: {problem}",
                run.what(),
                run.in_words()
            );
            say(state, Tone::Bad, words);
            let mut effects = if is_open {
                open_ends::recover_own(state)
            } else {
                list(state)
            };
            effects.extend(ending::settle(state));
            effects
        }
    }
}

/// The task of a run ended early. The journal has what it had begun, which is looked up as that of a run
/// which was killed.
pub fn crashed(state: &mut AppState, task: &ActionId) -> Vec<Effect> {
    stop(state, task);
    if let Some(run) = state.tasks.run(task) {
        let unknown = match run.sent() {
            0 => String::new(),
            sent => format!(", {} {}", grouped(sent), Word::OutcomeUnknown),
        };
        let words = format!(
            "the run of {} stopped{unknown}: a task of mirrordeck ended early; looking at what it \
             had begun",
            run.what()
        );
        say(state, Tone::Bad, words);
    }
    // What was found out brings the runs up to date too.
    let mut effects = open_ends::recover_own(state);
    effects.extend(ending::settle(state));
    effects
}

/// Nothing in this program is at the run any more.
fn stop(state: &mut AppState, task: &ActionId) {
    state.tasks.is_settling = false;
    if let Some(run) = state.tasks.run_mut(task) {
        run.engine = None;
    }
}

/// Says something of a run as an outcome. What is said of a single action has the status line until it
/// has ended.
fn say(state: &mut AppState, tone: Tone, words: String) {
    if state.action.is_some() {
        let unsaid = state.tasks.unsaid.take().into_iter().chain([words]);
        state.tasks.unsaid = Some(unsaid.collect::<Vec<_>>().join("; "));
        return;
    }
    state.notice = Some(Notice {
        is_outcome: true,
        ..Notice::new(tone, words)
    });
    state.outcomes += 1;
}

/// The note that a run is not to be offered any more was written, or not.
pub fn closed(
    state: &mut AppState,
    id: &ActionId,
    answer: Result<(), StorageProblem>,
) -> Vec<Effect> {
    match answer {
        Ok(()) => {
            if let Some(run) = state.tasks.run_mut(id) {
                run.is_closed = true;
                run.cancel_queued();
            }
            state.say(Tone::Plain, "cancelled: what was not begun stays as it is");
        }
        Err(problem) => state.say(Tone::Bad, format!("it stays on the list: {problem}")),
    }
    super::task_screen::resized(state);
    vec![]
}
