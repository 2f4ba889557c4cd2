//! Runs: begun, heard of, ended, listed.

mod news;

use std::sync::Arc;

use super::{ending, open_ends};
use crate::app::effect::Effect;
use crate::app::message::Wake;
use crate::app::notice::{Notice, Tone};
use crate::app::state::{AppState, Question};
use crate::app::tasks::{Engine, Phase, Run};
use crate::i18n::Text;
use crate::model::outcome::Word;
use crate::model::record::{ActionId, ActionKind, StorageProblem};
use crate::model::task::{TaskMode, TaskPlan, TaskRecord};
use crate::model::text::escape_text;
use crate::text;

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
pub fn strange_account(state: &AppState, run: &Run) -> Option<Text> {
    let (origin, here) = (&run.plan.origin, &state.setup.account);
    let same_service = origin.base_url == state.setup.base_url;
    (!same_service || origin.key_tail != here.key_tail).then(|| {
        text!(
            "task-strange-account",
            account = origin.source_text(),
            key = &*escape_text(&origin.key_tail)
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
                open_ends::tell(state, text!("task-not-listed", problem = problem.text()));
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

fn cut_off(run: &Run) -> Text {
    match run.sent() {
        0 => text!("task-cut-off", what = run.what(), not_begun = run.queued()),
        sent => text!(
            "task-cut-off-unresolved",
            what = run.what(),
            not_begun = run.queued(),
            unresolved = sent
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
            let words = text!(
                "task-stopped",
                what = run.what(),
                tally = run.in_words(),
                problem = problem.text()
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
        let unknown = Word::OutcomeUnknown.text();
        let words = match run.sent() {
            0 => text!("task-crashed", what = run.what()),
            sent => text!(
                "task-crashed-unknown",
                what = run.what(),
                unknown = text!("task-tally", count = sent, word = unknown)
            ),
        };
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
fn say(state: &mut AppState, tone: Tone, words: Text) {
    if state.action.is_some() {
        let unsaid = state.tasks.unsaid.take().into_iter().chain([words]);
        state.tasks.unsaid = Some(Text::joined(unsaid, "; "));
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
            state.say(Tone::Plain, text!("task-closed"));
        }
        Err(problem) => state.say(
            Tone::Bad,
            text!("task-not-closed", problem = problem.text()),
        ),
    }
    super::task_screen::resized(state);
    vec![]
}
