//! A deleted mirror is looked at again after a while: a device may have written it back.

use super::{answers, selection};
use crate::app::effect::Effect;
use crate::app::message::Wake;
use crate::app::notice::{Notice, Tone};
use crate::app::state::{AppState, Question};
use crate::model::error::ApiError;
use crate::model::mirror::{MirrorId, MirrorRead};
use crate::model::record::ActionId;
use crate::model::time::since_text;
use crate::text;

/// Looks at a mirror later, which was deleted just now.
pub fn watch(state: &mut AppState, id: &ActionId, target: &MirrorId) -> Vec<Effect> {
    if state.setup.return_looks_ms.is_empty() {
        return vec![];
    }
    let mut effects = unwatch(state, target);
    state.watched.insert(target.clone(), id.clone());
    let looks = state.setup.return_looks_ms.iter();
    effects.extend(looks.map(|after_ms| Effect::WakeAfter {
        after_ms: *after_ms,
        wake: Wake::ReturnDue {
            id: id.clone(),
            target: target.clone(),
        },
    }));
    effects
}

/// It is no longer of interest whether a mirror comes back: it has, or it was brought back. What a
/// look that is under way finds is no news either.
pub fn unwatch(state: &mut AppState, target: &MirrorId) -> Vec<Effect> {
    let Some(id) = state.watched.remove(target) else {
        return vec![];
    };
    let asked = Question::Return(id, target.clone());
    let looks: Vec<_> = state
        .questions
        .iter()
        .filter(|(_, question)| **question == asked)
        .map(|(request, _)| *request)
        .collect();
    for request in &looks {
        state.questions.remove(request);
        state.retries.remove(request);
    }
    let abandoned = looks.into_iter();
    abandoned
        .map(|request| Effect::Abandon { request })
        .collect()
}

/// The moment to look has come.
pub fn due(state: &mut AppState, id: ActionId, target: MirrorId) -> Vec<Effect> {
    if state.watched.get(&target) != Some(&id) {
        return vec![];
    }
    let request = state.ask(Question::Return(id, target.clone()));
    vec![Effect::LookForReturn { request, target }]
}

/// The mirror was looked at. A failure says nothing: the next look or the user may know more.
pub fn looked(
    state: &mut AppState,
    id: &ActionId,
    target: &MirrorId,
    answer: Result<MirrorRead, ApiError>,
    at_ms: i64,
) -> Vec<Effect> {
    let Ok(MirrorRead::Found(reading)) = answer else {
        return vec![];
    };
    if state.watched.get(target) != Some(id) {
        return vec![];
    }
    state.watched.remove(target);
    let record = Effect::RecordReturn {
        id: id.clone(),
        version: reading.document.version,
    };
    let mut what = target.text();
    if let Some(version) = reading.document.version {
        let version = version.to_string();
        what = text!("notice-at-version", target = what, version = version);
    }
    if let Some(moment) = reading.comparison.last_report_ms {
        let ago = since_text(moment, reading.read_at_ms);
        what = text!("notice-reported", what = what, ago = ago);
    }
    state.returned.insert(target.clone());
    let height = state.size.mirror_rows();
    state.mirrors.remember(target, height);
    super::sweep::stands(state, target);
    answers::store(state, target, Ok(MirrorRead::Found(reading)), at_ms);
    let words = text!("notice-came-back", what = what);
    if state.action.is_none() {
        state.notice = Some(Notice {
            is_outcome: true,
            ..Notice::new(Tone::Warning, words)
        });
        state.outcomes += 1;
    }
    let mut effects = selection::follow(state);
    effects.push(record);
    effects
}
