//! What is heard of a run. Nothing here goes through all items for one of them.

use super::{say, stop};
use crate::app::effect::Effect;
use crate::app::notice::Tone;
use crate::app::state::AppState;
use crate::app::tasks::Run;
use crate::app::update::{ending, open_ends, reading, selection, sweep, task_screen, trash};
use crate::i18n::Text;
use crate::model::mirror::MirrorId;
use crate::model::outcome::Word;
use crate::model::record::ActionId;
use crate::model::task::{ItemNews, ItemState, RunEvent, TaskMode};
use crate::text;

/// Something happened in a run.
pub fn news(
    state: &mut AppState,
    task: &ActionId,
    events: Vec<RunEvent>,
    at_ms: i64,
) -> Vec<Effect> {
    let mut effects = Vec::new();
    let mut has_moved = false;
    let mut back = Vec::new();
    for event in events {
        match event {
            RunEvent::Item(ItemNews { item, state: new }) => {
                let run = state.tasks.run_mut(task);
                let Some(target) = run.and_then(|run| run.set(item, new.clone())) else {
                    continue;
                };
                if matches!(new, ItemState::CameBack(_)) {
                    back.push(target.clone());
                }
                has_moved |= settle(state, &target, &new, at_ms, &mut effects);
            }
            RunEvent::Paused(why) => paused(state, task, why),
            RunEvent::Done => effects.extend(done(state, task, at_ms)),
        }
    }
    if has_moved {
        // Once for all of them: the panes follow.
        effects.extend(reading::read_selection(state));
        effects.extend(selection::follow(state));
        selection::lay_out_detail(state);
    }
    came_back(state, task, &back);
    task_screen::resized(state);
    effects.extend(ending::settle(state));
    effects
}

/// Brings panes, marks and sweep in line with what became of a mirror. Says whether rows of the panes
/// may have changed.
fn settle(
    state: &mut AppState,
    target: &MirrorId,
    new: &ItemState,
    at_ms: i64,
    effects: &mut Vec<Effect>,
) -> bool {
    match new {
        ItemState::Ended(end) => match end.word {
            Word::Deleted | Word::AlreadyGone => gone(state, target, at_ms, effects),
            Word::Restored => stands(state, target, effects),
            // What is shown of it may be out of date.
            _ => {
                effects.extend(reading::refresh(state, target));
                false
            }
        },
        ItemState::CameBack(_) => {
            let changed = stands(state, target, effects);
            state.returned.insert(target.clone());
            changed
        }
        ItemState::Queued | ItemState::Sent | ItemState::Cancelled => false,
    }
}

fn gone(state: &mut AppState, target: &MirrorId, at_ms: i64, effects: &mut Vec<Effect>) -> bool {
    state.marks.remove_mirror(target);
    state.returned.remove(target);
    sweep::gone(state, target);
    if !state.mirrors.knows(target) {
        return false;
    }
    // Reads begun before the deletion must not bring the row back.
    let reads = [
        state.mirrors.document_of(target).abandon(),
        state.mirrors.list_of(&target.device).abandon(),
    ];
    for request in reads.into_iter().flatten() {
        state.questions.remove(&request);
        state.retries.remove(&request);
        effects.push(Effect::Abandon { request });
    }
    let height = state.size.mirror_rows();
    state.mirrors.forget(target, at_ms, height);
    true
}

fn stands(state: &mut AppState, target: &MirrorId, effects: &mut Vec<Effect>) -> bool {
    state.returned.remove(target);
    sweep::stands(state, target);
    if !state.mirrors.knows(target) {
        return false;
    }
    let height = state.size.mirror_rows();
    state.mirrors.remember(target, height);
    effects.extend(reading::refresh(state, target));
    true
}

/// Says what devices have written back, as after a single deletion.
fn came_back(state: &mut AppState, task: &ActionId, back: &[MirrorId]) {
    // What is said of a single action stays; the screen of the runs has it.
    let Some(first) = back.first().filter(|_| state.action.is_none()) else {
        return;
    };
    let all = state.tasks.run(task).map_or(0, Run::came_back);
    let words = match all {
        0 | 1 => text!("task-came-back", target = first.text()),
        all => text!(
            "task-many-came-back",
            mirrors = text!("count-mirrors", count = all)
        ),
    };
    say(state, Tone::Warning, words);
}

fn paused(state: &mut AppState, task: &ActionId, why: Text) {
    let Some(run) = state.tasks.run_mut(task) else {
        return;
    };
    let words = text!("task-paused-itself", what = run.what(), why = &why);
    if let Some(engine) = &mut run.engine {
        engine.mode = TaskMode::Paused;
        engine.paused = Some(why);
    }
    say(state, Tone::Warning, words);
}

/// All items of a run have ended, or were cancelled.
pub fn done(state: &mut AppState, task: &ActionId, _at_ms: i64) -> Vec<Effect> {
    let Some(run) = state.tasks.run_mut(task) else {
        return vec![];
    };
    let Some(engine) = &run.engine else {
        return vec![];
    };
    if engine.mode == TaskMode::Cancelled {
        run.cancel_queued();
    }
    stop(state, task);
    let Some(run) = state.tasks.run(task) else {
        return vec![];
    };
    let is_well = run.failed().is_empty();
    let unknown = run.ended_with(Word::OutcomeUnknown);
    let words = match run.ended_with(Word::Deleted) {
        0 => text!("task-ended", tally = run.in_words()),
        _ => text!("task-ended-back", tally = run.in_words()),
    };
    say(
        state,
        if is_well { Tone::Good } else { Tone::Warning },
        words,
    );
    let mut effects = trash::read_again(state);
    if unknown > 0 {
        // They are listed as what was not found out.
        effects.extend(open_ends::recover(state));
    }
    effects.extend(ending::settle(state));
    effects
}
