//! The plan of a run: how it opens, its keys, and its fresh reads.

mod applying;
mod opening;

use tui_input::InputRequest;

use super::prompt;
use crate::app::dialog::{edit, insert};
use crate::app::effect::Effect;
use crate::app::geometry::PLAN_NAME;
use crate::app::keymap::Action;
use crate::app::notice::Tone;
use crate::app::plan::{FreshFacts, PlanView, SavedPlan, Source};
use crate::app::prompt::Purpose;
use crate::app::state::{AppState, Question, Screen};
use crate::i18n::Text;
use crate::model::error::ApiError;
use crate::model::mirror::MirrorId;
use crate::model::record::ActionKind;
use crate::model::summary::Summarized;
use crate::model::user_file::Contents;
use crate::text;

pub use opening::{bring_back, open_on_marks, open_saved, try_again};

/// A key of the plan.
pub fn act(state: &mut AppState, action: Action) -> Vec<Effect> {
    let size = state.size;
    let Some(plan) = &mut state.plan else {
        state.close_screen();
        return vec![];
    };
    match action {
        Action::Move(step) => {
            let length = plan.len();
            plan.cursor.step(step, length, size.plan_rows());
            vec![]
        }
        Action::Next => {
            plan.in_count = !plan.in_count;
            plan.problem = None;
            vec![]
        }
        Action::Mark => turn(state),
        Action::TryAgain => read_again(state),
        Action::Save => prompt::open(state, Purpose::SavePlan, "mirrordeck-plan.json"),
        Action::Cancel => {
            let words = match (plan.kind, plan.source) {
                (ActionKind::Delete, Source::Marks) => text!("plan-left-marks"),
                (ActionKind::Delete, _) => text!("plan-left-delete"),
                (ActionKind::Restore, _) => text!("plan-left-restore"),
            };
            let effects = close(state);
            state.say(Tone::Plain, words);
            effects
        }
        Action::Accept => applying::apply(state),
        Action::Empty => change(plan, |input| {
            input.handle(InputRequest::DeleteLine);
        }),
        Action::Edit(how) => change(plan, |input| edit(input, how)),
        _ => vec![],
    }
}

/// Text was typed into the field for the number; a paste does not come here. It counts only once the
/// plan has stood on the screen in its final form.
pub fn typed(state: &mut AppState, text: &str) -> Vec<Effect> {
    let Some(plan) = &mut state.plan else {
        return vec![];
    };
    if !plan.takes_number() {
        plan.problem = Some(if plan.is_read() {
            text!("plan-just-changed")
        } else {
            text!("plan-still-reading")
        });
        return vec![];
    }
    change(plan, |input| insert(input, text))
}

fn change(plan: &mut PlanView, change: impl FnOnce(&mut tui_input::Input)) -> Vec<Effect> {
    change(&mut plan.count);
    plan.problem = None;
    vec![]
}

fn turn(state: &mut AppState) -> Vec<Effect> {
    let height = state.size.plan_rows();
    let Some(plan) = &mut state.plan else {
        return vec![];
    };
    match plan.turn_selected() {
        Ok(()) => {
            let length = plan.len();
            plan.cursor
                .step(crate::app::cursor::Step::Down, length, height);
        }
        Err(words) => state.say(Tone::Warning, words),
    }
    vec![]
}

fn read_again(state: &mut AppState) -> Vec<Effect> {
    let Some(plan) = &mut state.plan else {
        return vec![];
    };
    if plan.read_failed_again() == 0 {
        state.say(Tone::Plain, text!("plan-all-read"));
    }
    want_facts(state)
}

/// Closes the plan; its reads are given up.
fn close(state: &mut AppState) -> Vec<Effect> {
    state.plan = None;
    state.screens.retain(|screen| *screen != Screen::Plan);
    let is_for_plan = |question: &Question| matches!(question, Question::PlanFacts(_));
    let questions = state.questions.iter();
    let reads: Vec<_> = questions
        .filter(|(_, question)| is_for_plan(question))
        .map(|(request, _)| *request)
        .collect();
    for request in &reads {
        state.questions.remove(request);
        state.retries.remove(request);
    }
    let reads = reads.into_iter();
    reads.map(|request| Effect::Abandon { request }).collect()
}

/// Asks for fresh reads until as many as may be are under way.
fn want_facts(state: &mut AppState) -> Vec<Effect> {
    let mut effects = Vec::new();
    while let Some(target) = state.plan.as_mut().and_then(|plan| plan.next_to_read()) {
        let request = state.ask(Question::PlanFacts(target.clone()));
        effects.push(Effect::ReadFacts { request, target });
    }
    effects
}

/// A fresh read is here, or is not.
pub fn facts(
    state: &mut AppState,
    target: &MirrorId,
    answer: Result<Summarized, ApiError>,
    at_ms: i64,
) -> Vec<Effect> {
    let height = state.size.plan_rows();
    let Some(plan) = &mut state.plan else {
        return vec![];
    };
    let fresh = match answer {
        Ok(Summarized::Found(facts)) => FreshFacts::Found(facts),
        Ok(Summarized::Absent) => FreshFacts::Absent,
        Err(error) => FreshFacts::Failed(error),
    };
    plan.take(target, fresh, at_ms);
    let length = plan.len();
    plan.cursor.fit(length, height);
    want_facts(state)
}

/// The terminal has a new size.
pub fn resized(state: &mut AppState) {
    let (height, columns) = (state.size.plan_rows(), state.size.plan_columns());
    if let Some(plan) = &mut state.plan {
        plan.fit_names(columns, usize::from(PLAN_NAME));
        let length = plan.len();
        plan.cursor.fit(length, height);
    }
}

/// The plan as it is to be saved.
///
/// # Errors
/// A sentence that says why there is nothing to save.
pub fn contents(state: &AppState) -> Result<Contents, Text> {
    let Some(plan) = &state.plan else {
        return Err(text!("plan-save-none"));
    };
    if plan.kind == ActionKind::Restore {
        return Err(text!("plan-save-restore"));
    }
    if !plan.is_read() {
        return Err(text!("plan-save-reading"));
    }
    let saved = SavedPlan::new(plan, &state.origin());
    Ok(Contents::new(move || saved.bytes()))
}
