//! The number was typed: the plan becomes a run.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::sync::Arc;

use super::close;
use crate::app::effect::Effect;
use crate::app::notice::Tone;
use crate::app::plan::Source;
use crate::app::state::{AppState, End, Question};
use crate::app::update::{deletion, task_screen, tasks};
use crate::model::count::counted;
use crate::model::record::{ActionId, ActionKind};
use crate::model::task::{LONGEST_TOKEN_PREFIX, TaskItem, TaskPlan};

/// `Enter` in the field for the number.
pub fn apply(state: &mut AppState) -> Vec<Effect> {
    let why_not = why_not(state);
    let Some(plan) = &mut state.plan else {
        return vec![];
    };
    let items = match plan.confirmed() {
        Ok(items) => items,
        Err(problem) => {
            plan.problem = Some(problem);
            return vec![];
        }
    };
    if let Some(problem) = why_not {
        plan.problem = Some(problem);
        return vec![];
    }
    let (kind, source, at_ms) = (plan.kind, plan.source, plan.read_at_ms);
    // A second Enter finds no plan: one run, not two.
    let mut effects = close(state);
    if source == Source::Marks {
        for item in &items {
            state.marks.remove_mirror(&item.target);
        }
    }
    let what = counted(items.len(), "mirror");
    let words = match kind {
        ActionKind::Delete => format!("deleting {what}: p pauses, x cancels what is queued"),
        ActionKind::Restore => format!("restoring {what}: p pauses, x cancels what is queued"),
    };
    let plan = Arc::new(task_plan(state, kind, at_ms, items));
    // They have been said; from now on they wait.
    state.found_out.clear();
    state.tasks.begin(Arc::clone(&plan), state.sweep.is_some());
    let todo = (0..).zip(plan.items.iter()).map(|(number, _)| number);
    let todo = todo.collect();
    effects.extend(tasks::run(state, plan, todo));
    effects.extend(task_screen::open(state));
    state.say(Tone::Busy, words);
    effects
}

/// Why nothing may begin now, whatever was typed.
fn why_not(state: &mut AppState) -> Option<String> {
    if state.end != End::Running {
        return Some("mirrordeck is about to end".to_owned());
    }
    if let Some(run) = state.tasks.active() {
        return Some(format!(
            "one run at a time: the run of {} is not over; T shows it",
            run.what()
        ));
    }
    let recovering = state.questions.values().any(|q| *q == Question::Recovery);
    recovering.then(|| deletion::recovering().to_string())
}

fn task_plan(state: &mut AppState, kind: ActionKind, at_ms: i64, items: Vec<TaskItem>) -> TaskPlan {
    let number = state.tasks.next_number();
    let prefix = &state.setup.token_prefix;
    // The prefix is this program's own, by chance; with the number no run has the same name.
    let mut hasher = DefaultHasher::new();
    (prefix, number, at_ms).hash(&mut hasher);
    TaskPlan {
        id: ActionId::new(at_ms, hasher.finish()),
        kind,
        origin: state.origin(),
        created_ms: at_ms,
        token_prefix: token_prefix(prefix, number),
        items: items.into(),
    }
}

/// The prefix of this program and the number of the run, in as many bytes as leave room for the number
/// of each item. The number of the run stays whole.
fn token_prefix(prefix: &str, number: u64) -> String {
    let run = format!("-t{number}");
    let mut end = prefix.len().min(LONGEST_TOKEN_PREFIX - run.len());
    while !prefix.is_char_boundary(end) {
        end -= 1;
    }
    format!("{}{run}", &prefix[..end])
}

#[cfg(test)]
mod tests {
    use super::token_prefix;
    use crate::model::task::LONGEST_TOKEN_PREFIX;

    #[test]
    fn a_prefix_leaves_room_for_the_number_of_each_item() {
        assert_eq!(token_prefix("md-7f3a", 12), "md-7f3a-t12");
        for prefix in ["x".repeat(90), "가".repeat(30)] {
            let made = token_prefix(&prefix, u64::MAX);
            assert!(made.len() <= LONGEST_TOKEN_PREFIX, "{made}");
            assert!(made.ends_with("-t18446744073709551615"));
            assert!(format!("{made}-{}", u32::MAX).len() <= 64);
        }
    }
}
