//! The filter line of the table.

use tui_input::{Input, InputRequest};

use super::{resized, top_up};
use crate::app::dialog::{edit, insert};
use crate::app::effect::Effect;
use crate::app::keymap::Action;
use crate::app::notice::Tone;
use crate::app::state::AppState;
use crate::model::sweep_filter::SweepFilter;
use crate::text;

/// Opens the line with the filter in force.
pub fn open(state: &mut AppState) -> Vec<Effect> {
    if let Some(sweep) = &mut state.sweep {
        sweep.failed = None;
        sweep.input = Some(Input::new(sweep.filter_text().to_owned()));
        sweep.problem = None;
    }
    resized(state);
    vec![]
}

/// A key of the filter line.
pub fn in_filter(state: &mut AppState, action: Action) -> Vec<Effect> {
    match action {
        Action::Accept => accept(state),
        Action::Cancel => {
            let effects = set(state, "");
            close(state);
            effects
        }
        Action::Empty => change(state, |input| {
            input.handle(InputRequest::DeleteLine);
        }),
        Action::Edit(how) => change(state, |input| edit(input, how)),
        Action::Move(step) => {
            if let Some(sweep) = &mut state.sweep {
                sweep.step(step);
            }
            top_up(state)
        }
        _ => vec![],
    }
}

/// Text was typed or pasted into the filter line.
pub fn typed(state: &mut AppState, text: &str) -> Vec<Effect> {
    change(state, |input| insert(input, text))
}

/// A filter that is not understood cannot be kept: the line stays open, and says why.
fn accept(state: &mut AppState) -> Vec<Effect> {
    let Some(sweep) = &mut state.sweep else {
        return vec![];
    };
    let text = sweep.input.as_ref().map_or("", Input::value).to_owned();
    match SweepFilter::parse(&text) {
        Ok(filter) => sweep.set_filter(filter, &text),
        Err(problem) => {
            let words = text!("filter-not-understood", problem = problem.text());
            sweep.problem = Some(problem);
            state.say(Tone::Warning, words);
            return vec![];
        }
    }
    close(state);
    top_up(state)
}

fn close(state: &mut AppState) {
    if let Some(sweep) = &mut state.sweep {
        sweep.input = None;
        sweep.problem = None;
        sweep.settle();
    }
    resized(state);
}

fn change(state: &mut AppState, change: impl FnOnce(&mut Input)) -> Vec<Effect> {
    let input = state.sweep.as_mut().and_then(|sweep| sweep.input.as_mut());
    let Some(input) = input else {
        return vec![];
    };
    change(input);
    let text = input.value().to_owned();
    set(state, &text)
}

/// Filters by what is understood of a text, and says what is wrong with the rest.
fn set(state: &mut AppState, text: &str) -> Vec<Effect> {
    let Some(sweep) = &mut state.sweep else {
        return vec![];
    };
    let (filter, problem) = SweepFilter::parse_typed(text);
    sweep.problem = problem;
    sweep.set_filter(filter, text);
    top_up(state)
}
