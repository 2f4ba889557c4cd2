//! Actions whose outcome is not known: found at the start, listed, looked at again, taken note of.

use super::{deletion, reading, returning, tasks, trash};
use crate::app::effect::Effect;
use crate::app::notice::{Notice, Tone};
use crate::app::state::{AppState, Question};
use crate::i18n::Text;
use crate::model::action::{Recovery, Resolution};
use crate::model::outcome::{Ending, Word};
use crate::model::record::{ActionId, ActionKind, OpenEnd, StorageProblem};
use crate::model::time::date_time;
use crate::text;

/// Sentences about earlier runs that are said at once.
const SENTENCES: usize = 3;

/// The program begins: finds out what earlier runs left open.
pub fn recover(state: &mut AppState) -> Vec<Effect> {
    let request = state.ask(Question::Recovery);
    vec![Effect::Recover {
        request,
        own: false,
    }]
}

/// A task of this run has crashed: what it left open is looked up like that of an earlier run.
pub fn recover_own(state: &mut AppState) -> Vec<Effect> {
    let request = state.ask(Question::Recovery);
    vec![Effect::Recover { request, own: true }]
}

/// The service has told its time: copies may be dropped for their age, once.
pub fn clean_up(state: &mut AppState) -> Vec<Effect> {
    if std::mem::replace(&mut state.is_cleaned_up, true) {
        return vec![];
    }
    let request = state.ask(Question::CleanUp);
    vec![Effect::CleanUp { request }]
}

/// The trash was cleaned up.
pub fn cleaned_up(state: &mut AppState, warnings: Vec<Text>) -> Vec<Effect> {
    for warning in warnings {
        tell(state, warning);
    }
    vec![]
}

/// It was found out how an action of an earlier run ended.
pub fn found_out(state: &mut AppState, resolution: &Resolution, at_ms: i64) -> Vec<Effect> {
    match &resolution.open {
        Some(open) => list(state, (**open).clone()),
        None => {
            state.settled.insert(resolution.id.clone());
        }
    }
    let words = in_words(state, resolution);
    let effects = settle(state, resolution, at_ms);
    tell(state, words);
    effects
}

/// Lists an action whose outcome is not known, unless something newer is known of it.
fn list(state: &mut AppState, end: OpenEnd) {
    let is_known = state.open_ends.iter().any(|other| other.id == end.id);
    if !is_known && !state.settled.contains(&end.id) {
        state.open_ends.push(end);
        state.open_ends.sort_by(|one, other| one.id.cmp(&other.id));
    }
}

/// What earlier runs left open is known.
pub fn recovered(state: &mut AppState, recovery: Recovery) -> Vec<Effect> {
    let Recovery { open, warnings } = recovery;
    let before = state.open_ends.len();
    for end in open {
        list(state, end);
    }
    let waiting = state.open_ends.len() - before;
    for warning in warnings {
        tell(state, warning);
    }
    if waiting > 0 {
        tell(state, text!("open-waiting", count = waiting));
    }
    let mut effects = trash::lay_out(state);
    // What became of their items is in the journal now. What is said of them is said beside this.
    effects.extend(tasks::list(state));
    effects
}

/// Says something about earlier runs beside what was said of them before. While an action is under
/// way it waits for its end.
pub fn tell(state: &mut AppState, words: impl Into<Text>) {
    state.found_out.push(words.into());
    if state.action.is_none() {
        say_found_out(state);
    }
}

fn say_found_out(state: &mut AppState) {
    let words = found_out_in_words(&state.found_out);
    state.notice = Some(Notice {
        is_outcome: true,
        ..Notice::new(Tone::Warning, words)
    });
    state.outcomes += 1;
}

/// The sentences about earlier runs; of many, as a run that was cut off leaves them, the last ones.
fn found_out_in_words(sentences: &[Text]) -> Text {
    let before = sentences.len().saturating_sub(SENTENCES);
    let last = Text::sentences(sentences[before..].iter().cloned());
    if before == 0 {
        return last;
    }
    text!("open-more", last = last, count = before)
}

/// An action has ended, and its outcome was said: what waited meanwhile is said beside it.
pub fn say_what_waited(state: &mut AppState) {
    if let (Some(words), Some(notice)) = (state.tasks.unsaid.take(), &mut state.notice) {
        notice.text = text!("open-beside", said = &notice.text, words = words);
    }
    if state.found_out.is_empty() {
        return;
    }
    let waited = found_out_in_words(&state.found_out);
    if let Some(notice) = &mut state.notice {
        notice.text = text!("open-beside-earlier", said = &notice.text, words = waited);
    }
    state.found_out.clear();
}

fn in_words(state: &AppState, resolution: &Resolution) -> Text {
    let began = date_time(resolution.began_ms, &state.setup.zone);
    let Ending { word, reason, .. } = &resolution.ending;
    let (word, target) = (word.text(), resolution.target.text());
    match resolution.kind {
        ActionKind::Delete => text!(
            "open-deletion",
            word = word,
            target = target,
            began = began,
            reason = reason
        ),
        ActionKind::Restore => text!(
            "open-restore",
            word = word,
            target = target,
            began = began,
            reason = reason
        ),
    }
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
    state.say(Tone::Busy, text!("open-looking", target = target.text()));
    vec![Effect::LookAgain {
        request,
        action: Box::new(action),
    }]
}

/// Why an action of another account cannot be looked at here.
fn strange_account(state: &AppState, action: &OpenEnd) -> Option<Text> {
    let (origin, here) = (&action.intent.origin, &state.setup.account);
    let same_service = origin.base_url == state.setup.base_url;
    (!same_service || origin.key_tail != here.key_tail).then(|| {
        text!(
            "open-strange-account",
            target = action.intent.target.text(),
            source = origin.source_text(),
            key = &origin.key_tail
        )
    })
}

/// An action was looked at again.
pub fn looked(state: &mut AppState, resolution: &Resolution, at_ms: i64) -> Vec<Effect> {
    let word = resolution.ending.word;
    deletion::say(state, &resolution.target, None, &resolution.ending, at_ms);
    let mut effects = settle(state, resolution, at_ms);
    if word != Word::OutcomeUnknown {
        state.open_ends.retain(|end| end.id != resolution.id);
        state.settled.insert(resolution.id.clone());
    }
    if word == Word::Restored {
        effects.extend(returning::unwatch(state, &resolution.target));
    }
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
            state.settled.insert(id.clone());
            state.say(Tone::Plain, text!("open-closed"));
            trash::lay_out(state)
        }
        Err(problem) => {
            state.say(Tone::Bad, text!("open-stays", problem = problem.text()));
            vec![]
        }
    }
}
