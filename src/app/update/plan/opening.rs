//! Where plans come from: marks, the items of a run, a file.

use super::want_facts;
use crate::app::effect::Effect;
use crate::app::notice::Tone;
use crate::app::plan::{PlanItem, PlanView, Source, parse};
use crate::app::prompt::Purpose;
use crate::app::state::{AppState, Overlay, Screen};
use crate::app::tasks::{Run, may_try_again};
use crate::app::update::tasks::strange_account;
use crate::i18n::Text;
use crate::model::advice::read_only;
use crate::model::outcome::Word;
use crate::model::record::ActionKind;
use crate::model::task::ItemState;
use crate::text;

/// `d` where mirrors are marked.
pub fn open_on_marks(state: &mut AppState) -> Vec<Effect> {
    let marked = state.marks.mirrors().map(|(target, version)| PlanItem {
        target: target.clone(),
        version,
        copy: None,
        is_out: false,
    });
    let items = marked.collect();
    open(state, ActionKind::Delete, Source::Marks, items)
}

/// `r` on a run: what did not end well is planned anew.
pub fn try_again(state: &mut AppState) -> Vec<Effect> {
    let Some(run) = state.tasks.selected_run(state.sweep.is_some()) else {
        return vec![];
    };
    if let Some(words) = strange_account(state, run) {
        state.say(Tone::Warning, words);
        return vec![];
    }
    let kind = run.plan.kind;
    let items = items(run, may_try_again);
    let unknown = run.ended_with(Word::OutcomeUnknown);
    if items.is_empty() {
        state.say(
            Tone::Plain,
            match unknown {
                0 => text!("plan-nothing-to-try"),
                _ => text!("plan-only-unknown"),
            },
        );
        return vec![];
    }
    let effects = open(state, kind, Source::Run, items);
    if unknown > 0 && !effects.is_empty() {
        let words = text!("plan-without-unknown", count = unknown);
        state.say(Tone::Warning, words);
    }
    effects
}

/// `u` on a run: everything that it deleted is planned to be brought back.
pub fn bring_back(state: &mut AppState) -> Vec<Effect> {
    let Some(run) = state.tasks.selected_run(state.sweep.is_some()) else {
        return vec![];
    };
    if let Some(words) = strange_account(state, run) {
        state.say(Tone::Warning, words);
        return vec![];
    }
    let items = if run.plan.kind == ActionKind::Delete {
        deleted(run)
    } else {
        vec![]
    };
    if items.is_empty() {
        state.say(Tone::Plain, text!("plan-nothing-to-bring-back"));
        return vec![];
    }
    open(state, ActionKind::Restore, Source::Run, items)
}

/// The bytes of a saved plan are here.
///
/// # Errors
/// A sentence that says what is wrong with them.
pub fn open_saved(state: &mut AppState, bytes: &[u8]) -> Result<Vec<Effect>, Text> {
    // The user has closed the line meanwhile, and keys must not change their meaning.
    let waits = |overlay: &Overlay| matches!(overlay, Overlay::Prompt(prompt) if prompt.purpose == Purpose::OpenPlan);
    if !state.overlay.as_ref().is_some_and(waits) {
        return Ok(vec![]);
    }
    if state.setup.account.read_only {
        return Err(text!("plan-read-only-delete", advice = read_only()));
    }
    let items = parse(bytes, &state.origin())?;
    Ok(open(state, ActionKind::Delete, Source::Saved, items))
}

fn items(run: &Run, of: impl Fn(&ItemState) -> bool) -> Vec<PlanItem> {
    let wanted = run.items().filter(|(_, state)| of(state));
    let items = wanted.map(|(item, _)| PlanItem {
        target: item.target.clone(),
        version: item.version,
        copy: item.copy.clone(),
        is_out: false,
    });
    items.collect()
}

/// Copies of what a run has deleted.
fn deleted(run: &Run) -> Vec<PlanItem> {
    let ended = run.items().filter_map(|(item, state)| match state {
        ItemState::Ended(end) | ItemState::CameBack(end) if end.word == Word::Deleted => {
            Some((item, end.action.clone()?))
        }
        _ => None,
    });
    let items = ended.map(|(item, copy)| PlanItem {
        target: item.target.clone(),
        version: item.version,
        copy: Some(copy),
        is_out: false,
    });
    items.collect()
}

fn open(
    state: &mut AppState,
    kind: ActionKind,
    source: Source,
    items: Vec<PlanItem>,
) -> Vec<Effect> {
    if state.setup.account.read_only {
        let words = match kind {
            ActionKind::Delete => text!("plan-read-only-delete", advice = read_only()),
            ActionKind::Restore => text!("plan-read-only-restore", advice = read_only()),
        };
        state.say(Tone::Warning, words);
        return vec![];
    }
    // One that is open already was left by no key, so its reads are not wanted any more.
    let mut effects = super::close(state);
    state.plan = Some(Box::new(PlanView::new(kind, source, items)));
    super::resized(state);
    state.open_screen(Screen::Plan);
    effects.extend(want_facts(state));
    effects
}
