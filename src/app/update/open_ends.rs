//! Actions whose outcome is not known: found at the start, listed, looked at again, taken note of.

use super::{deletion, reading, returning, trash};
use crate::app::effect::Effect;
use crate::app::notice::Tone;
use crate::app::state::{AppState, Question};
use crate::model::action::{Recovery, Resolution};
use crate::model::outcome::{Ending, Word};
use crate::model::record::{ActionId, ActionKind, OpenEnd, StorageProblem};
use crate::model::time::date_time;

/// The program begins: finds out what earlier runs left open.
pub fn recover(state: &mut AppState) -> Vec<Effect> {
    let request = state.ask(Question::Recovery);
    vec![Effect::Recover { request }]
}

/// What earlier runs left open is known.
pub fn recovered(state: &mut AppState, recovery: Recovery, at_ms: i64) -> Vec<Effect> {
    let Recovery {
        resolved,
        open,
        warnings,
    } = recovery;
    // What this run left open meanwhile stays listed.
    let begun_since: Vec<_> = std::mem::take(&mut state.open_ends);
    state.open_ends = open;
    let known = |end: &OpenEnd, open: &[OpenEnd]| open.iter().any(|other| other.id == end.id);
    for end in begun_since {
        if !known(&end, &state.open_ends) {
            state.open_ends.push(end);
        }
    }
    let mut effects = Vec::new();
    let mut sentences: Vec<_> = warnings;
    for resolution in &resolved {
        effects.extend(settle(state, resolution, at_ms));
        sentences.push(in_words(state, resolution));
    }
    let waiting = state.open_ends.len().saturating_sub(
        resolved
            .iter()
            .filter(|resolution| resolution.ending.word == Word::OutcomeUnknown)
            .count(),
    );
    if waiting > 0 {
        let noun = if waiting == 1 { "outcome" } else { "outcomes" };
        sentences.push(format!(
            "{waiting} {noun} of earlier runs not known: t lists them, r there looks again"
        ));
    }
    if !sentences.is_empty() && state.action.is_none() {
        state.say(Tone::Warning, sentences.join("; "));
        if let Some(notice) = &mut state.notice {
            notice.is_outcome = true;
        }
        state.outcomes += 1;
    }
    effects.extend(trash::lay_out(state));
    effects
}

fn in_words(state: &AppState, resolution: &Resolution) -> String {
    let kind = match resolution.kind {
        ActionKind::Delete => "deletion",
        ActionKind::Restore => "restore",
    };
    let began = date_time(resolution.began_ms, &state.setup.zone);
    let Ending { word, reason, .. } = &resolution.ending;
    format!("{word} {} ({kind} of {began}): {reason}", resolution.target)
}

/// Brings the panes in line with what was found out.
fn settle(state: &mut AppState, resolution: &Resolution, at_ms: i64) -> Vec<Effect> {
    match resolution.ending.word {
        Word::Deleted | Word::AlreadyGone => deletion::forget(state, &resolution.target, at_ms),
        _ => reading::refresh(state, &resolution.target),
    }
}

/// Looks again at an action.
pub fn look_again(state: &mut AppState, id: &ActionId) -> Vec<Effect> {
    let asked = Question::LookAgain(id.clone());
    if state.questions.values().any(|question| *question == asked) {
        return vec![];
    }
    let Some(action) = state.open_ends.iter().find(|end| end.id == *id).cloned() else {
        return vec![];
    };
    if let Some(words) = strange_account(state, &action) {
        state.say(Tone::Warning, words);
        return vec![];
    }
    let target = action.intent.target.clone();
    let request = state.ask(asked);
    state.say(Tone::Busy, format!("looking again at {target}"));
    vec![Effect::LookAgain {
        request,
        action: Box::new(action),
    }]
}

/// Why an action of another account cannot be looked at here.
fn strange_account(state: &AppState, action: &OpenEnd) -> Option<String> {
    let (origin, here) = (&action.intent.origin, &state.setup.account);
    let same_service = origin.base_url == state.setup.base_url;
    (!same_service || origin.key_tail != here.key_tail).then(|| {
        format!(
            "{} belongs to another account ({}, key {}): start mirrordeck with it to look again",
            action.intent.target, origin.source, origin.key_tail
        )
    })
}

/// An action was looked at again.
pub fn looked(state: &mut AppState, resolution: &Resolution, at_ms: i64) -> Vec<Effect> {
    let word = resolution.ending.word;
    deletion::say(state, &resolution.target, None, &resolution.ending, at_ms);
    if word != Word::OutcomeUnknown {
        state.open_ends.retain(|end| end.id != resolution.id);
    }
    if word == Word::Restored {
        returning::unwatch(state, &resolution.target);
    }
    let mut effects = settle(state, resolution, at_ms);
    effects.extend(trash::read_again(state));
    effects
}

/// `a` on an action: the user has seen that its outcome is not to be found out.
pub fn close(state: &mut AppState, id: &ActionId) -> Vec<Effect> {
    let request = state.ask(Question::Close(id.clone()));
    vec![Effect::CloseAction {
        request,
        id: id.clone(),
    }]
}

/// The note was written, or not.
pub fn closed(
    state: &mut AppState,
    id: &ActionId,
    answer: Result<(), StorageProblem>,
) -> Vec<Effect> {
    match answer {
        Ok(()) => {
            state.open_ends.retain(|end| end.id != *id);
            state.say(
                Tone::Plain,
                "taken off the list; the copy stays in the trash",
            );
            trash::lay_out(state)
        }
        Err(problem) => {
            state.say(Tone::Bad, format!("it stays on the list: {problem}"));
            vec![]
        }
    }
}
