//! The trash: its keys and what is read for it.

use std::sync::Arc;

use super::{open_ends, restoring, selection, waiting};
use crate::app::cursor::Step;
use crate::app::dialog::{edit, insert};
use crate::app::effect::Effect;
use crate::app::keymap::Action;
use crate::app::notice::Tone;
use crate::app::state::{AppState, Question};
use crate::app::trash::{Preview, Row, TrashFocus, TrashView};
use crate::model::error::ApiError;
use crate::model::mirror::{MirrorId, MirrorRead};
use crate::model::record::{ActionId, Head, Listed, StorageProblem};
use crate::model::restore::KeptCopy;
use crate::text;
use tui_input::{Input, InputRequest};

/// `t` in a pane.
pub fn open(state: &mut AppState) -> Vec<Effect> {
    state.trash = Some(Box::new(TrashView::new(&state.open_ends)));
    let mut effects = list(state);
    effects.extend(follow(state));
    effects
}

fn list(state: &mut AppState) -> Vec<Effect> {
    if state.questions.values().any(|q| *q == Question::Copies) {
        return vec![];
    }
    let request = state.ask(Question::Copies);
    vec![Effect::ListCopies { request }]
}

/// Lists the trash again where it is open, as something in it has changed.
pub fn read_again(state: &mut AppState) -> Vec<Effect> {
    let mut effects = lay_out(state);
    if let Some(trash) = &mut state.trash {
        trash.renew_selected();
        effects.extend(list(state));
        effects.extend(want_copy(state));
    }
    effects
}

/// The open ends have changed.
pub fn lay_out(state: &mut AppState) -> Vec<Effect> {
    let height = state.size.trash_rows();
    if let Some(trash) = &mut state.trash {
        trash.lay_out(&state.open_ends, height);
    }
    follow(state)
}

/// The listing is here.
pub fn listed(state: &mut AppState, answer: Result<Vec<Listed>, StorageProblem>) -> Vec<Effect> {
    let height = state.size.trash_rows();
    let Some(trash) = &mut state.trash else {
        return vec![];
    };
    trash.take_listing(answer, &state.open_ends, height);
    follow(state)
}

/// Heads of copies are here.
pub fn heads(state: &mut AppState, heads: Vec<(ActionId, Head)>) -> Vec<Effect> {
    let height = state.size.trash_rows();
    let Some(trash) = &mut state.trash else {
        return vec![];
    };
    trash.take_heads(heads, &state.open_ends, height);
    follow(state)
}

/// A copy is here.
pub fn copy(
    state: &mut AppState,
    id: &ActionId,
    answer: Result<Arc<KeptCopy>, StorageProblem>,
) -> Vec<Effect> {
    let Some(trash) = &mut state.trash else {
        return vec![];
    };
    trash.take_copy(id, answer);
    fit_preview(state);
    want_now(state)
}

/// The selection has rested: reads its copy. What stands where it came from is asked once it is here.
pub fn rested(state: &mut AppState) -> Vec<Effect> {
    let mut effects = want_copy(state);
    effects.extend(want_now(state));
    effects
}

fn want_copy(state: &mut AppState) -> Vec<Effect> {
    let wanted = state.trash.as_mut().and_then(|trash| trash.copy_wanted());
    let Some(id) = wanted else {
        return vec![];
    };
    let request = state.ask(Question::Copy(id.clone()));
    vec![Effect::FetchCopy { request, id }]
}

fn want_now(state: &mut AppState) -> Vec<Effect> {
    let base_url = &state.setup.base_url;
    let selected = state
        .trash
        .as_ref()
        .and_then(|trash| trash.selected.as_ref());
    let target = selected.and_then(|selected| match &selected.copy {
        // What stands at another service cannot be read here.
        Some(Ok(copy)) if copy.head.origin.base_url == *base_url => selected
            .now
            .is_untouched()
            .then(|| copy.head.target.clone()),
        _ => None,
    });
    target
        .map(|target| ask_now(state, target))
        .unwrap_or_default()
}

fn ask_now(state: &mut AppState, target: MirrorId) -> Vec<Effect> {
    let request = state.ask(Question::Now(target.clone()));
    if let Some(selected) = state.trash.as_mut().and_then(|trash| trash.now_of(&target)) {
        selected.now.ask(request);
    }
    vec![Effect::ViewMirror { request, target }]
}

/// What stands now where a copy came from is here.
pub fn stands(
    state: &mut AppState,
    target: &MirrorId,
    answer: Result<MirrorRead, ApiError>,
) -> Vec<Effect> {
    if let Some(selected) = state.trash.as_mut().and_then(|trash| trash.now_of(target)) {
        selected.take_now(answer);
    }
    fit_preview(state);
    vec![]
}

/// Text was typed or pasted into the filter line.
pub fn typed(state: &mut AppState, text: &str) -> Vec<Effect> {
    change_filter(state, |input| insert(input, text))
}

/// A key of the filter line.
pub fn in_filter(state: &mut AppState, action: Action) -> Vec<Effect> {
    match action {
        Action::Accept => {
            if let Some(trash) = &mut state.trash {
                trash.input = None;
            }
            vec![]
        }
        Action::Cancel => {
            if let Some(trash) = &mut state.trash {
                trash.input = None;
            }
            set_filter(state, "")
        }
        Action::Move(step) => moved(state, step),
        Action::Empty => change_filter(state, |input| {
            input.handle(InputRequest::DeleteLine);
        }),
        Action::Edit(how) => change_filter(state, |input| edit(input, how)),
        _ => vec![],
    }
}

fn change_filter(state: &mut AppState, change: impl FnOnce(&mut Input)) -> Vec<Effect> {
    let Some(input) = state.trash.as_mut().and_then(|trash| trash.input.as_mut()) else {
        return vec![];
    };
    change(input);
    let filter = input.value().to_owned();
    set_filter(state, &filter)
}

fn set_filter(state: &mut AppState, filter: &str) -> Vec<Effect> {
    let height = state.size.trash_rows();
    if let Some(trash) = &mut state.trash {
        trash.set_filter(filter, &state.open_ends, height);
    }
    follow(state)
}

/// A key of the trash.
pub fn act(state: &mut AppState, action: Action) -> Vec<Effect> {
    match action {
        Action::Move(step) => moved(state, step),
        Action::Next => change(state, |trash| {
            trash.focus = match trash.focus {
                TrashFocus::List => TrashFocus::Preview,
                TrashFocus::Preview => TrashFocus::List,
            };
        }),
        Action::OtherView => other_view(state),
        Action::BringBack => bring_back(state),
        Action::ReadAgain => look_again(state),
        Action::Acknowledge => acknowledge(state),
        Action::Filter => change(state, |trash| {
            trash.input = Some(Input::new(trash.filter().to_owned()));
        }),
        Action::Cancel => out_of(state),
        _ => vec![],
    }
}

fn change(state: &mut AppState, change: impl FnOnce(&mut TrashView)) -> Vec<Effect> {
    if let Some(trash) = &mut state.trash {
        change(trash);
    }
    vec![]
}

fn moved(state: &mut AppState, step: Step) -> Vec<Effect> {
    let size = state.size;
    let Some(trash) = &mut state.trash else {
        return vec![];
    };
    if trash.focus == TrashFocus::Preview {
        let length = trash.preview_lines();
        trash.lines.step(step, length, size.preview_rows());
        return vec![];
    }
    let length = trash.len();
    trash.cursor.step(step, length, size.trash_rows());
    follow(state)
}

fn other_view(state: &mut AppState) -> Vec<Effect> {
    change(state, |trash| {
        trash.preview = match trash.preview {
            Preview::Document => Preview::Difference,
            Preview::Difference => Preview::Document,
        };
    });
    fit_preview(state);
    vec![]
}

fn fit_preview(state: &mut AppState) {
    let height = state.size.preview_rows();
    if let Some(trash) = &mut state.trash {
        let length = trash.preview_lines();
        trash.lines.fit(length, height);
    }
}

fn bring_back(state: &mut AppState) -> Vec<Effect> {
    let selected = state
        .trash
        .as_ref()
        .and_then(|trash| trash.selected.as_ref());
    match selected.map(|selected| &selected.copy) {
        Some(Some(Ok(copy))) => {
            let copy = copy.clone();
            restoring::open_dialog(state, copy)
        }
        Some(Some(Err(problem))) => {
            let words = text!("trash-not-restorable", problem = problem.text());
            state.say(Tone::Bad, words);
            vec![]
        }
        Some(None) => {
            state.say(Tone::Plain, text!("trash-still-reading"));
            vec![]
        }
        None => {
            state.say(Tone::Plain, text!("trash-none-selected"));
            vec![]
        }
    }
}

/// `r`: lists the trash again, reads what stands now, and looks at an open end.
fn look_again(state: &mut AppState) -> Vec<Effect> {
    let mut effects = list(state);
    let Some(trash) = &state.trash else {
        return effects;
    };
    let open = match trash.current() {
        Some(Row::Open(id)) => Some(id.clone()),
        _ => None,
    };
    let target = trash.selected.as_ref().and_then(|selected| {
        let Some(Ok(copy)) = &selected.copy else {
            return None;
        };
        let here = copy.head.origin.base_url == state.setup.base_url;
        (here && selected.now.open.is_none()).then(|| copy.head.target.clone())
    });
    effects.extend(
        target
            .map(|target| ask_now(state, target))
            .unwrap_or_default(),
    );
    effects.extend(
        open.map(|id| open_ends::look_again(state, &id))
            .unwrap_or_default(),
    );
    effects
}

fn acknowledge(state: &mut AppState) -> Vec<Effect> {
    let current = state.trash.as_ref().and_then(|trash| trash.current());
    if let Some(Row::Open(id)) = current {
        let id = id.clone();
        return open_ends::close(state, &id);
    }
    state.say(Tone::Plain, text!("trash-only-unknown"));
    vec![]
}

fn out_of(state: &mut AppState) -> Vec<Effect> {
    if let Some(effects) = waiting::give_up(state) {
        return effects;
    }
    let Some(trash) = &mut state.trash else {
        return vec![];
    };
    if trash.focus == TrashFocus::Preview {
        trash.focus = TrashFocus::List;
        return vec![];
    }
    if !trash.filter().is_empty() {
        return set_filter(state, "");
    }
    state.trash = None;
    vec![]
}

/// Reads what the selection and the rows in view need.
pub fn follow(state: &mut AppState) -> Vec<Effect> {
    let height = state.size.trash_rows();
    let Some(trash) = &mut state.trash else {
        return vec![];
    };
    let before = trash
        .selected
        .as_mut()
        .and_then(|selected| selected.now.open);
    let moved = trash.follow(&state.open_ends);
    let abandoned = before.filter(|_| moved);
    let busy = state.questions.values().any(|q| *q == Question::Heads);
    let heads = if busy {
        vec![]
    } else {
        trash.heads_wanted(height)
    };
    let mut effects = Vec::new();
    if let Some(request) = abandoned {
        state.questions.remove(&request);
        state.retries.remove(&request);
        effects.push(Effect::Abandon { request });
    }
    if moved {
        effects.extend(selection::rest(state));
    }
    if !heads.is_empty() {
        let request = state.ask(Question::Heads);
        effects.push(Effect::ReadHeads {
            request,
            ids: heads,
        });
    }
    effects
}

/// The terminal has a new size.
pub fn resized(state: &mut AppState) -> Vec<Effect> {
    let height = state.size.trash_rows();
    if let Some(trash) = &mut state.trash {
        let length = trash.len();
        trash.cursor.fit(length, height);
    }
    fit_preview(state);
    follow(state)
}
