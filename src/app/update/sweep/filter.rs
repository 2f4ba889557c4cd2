//! The filter line of the table.

use tui_input::{Input, InputRequest};

use super::{resized, top_up};
use crate::app::dialog::{edit, insert};
use crate::app::effect::Effect;
use crate::app::keymap::Action;
use crate::app::notice::Tone;
use crate::app::state::AppState;
use crate::model::sweep_filter::SweepFilter;

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
            close(state);
            set(state, "")
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
    let problem = state
        .sweep
        .as_ref()
        .and_then(|sweep| sweep.problem.as_ref());
    if let Some(problem) = problem {
        let words = format!("the filter is not understood: {problem}");
        state.say(Tone::Warning, words);
        return vec![];
    }
    close(state);
    vec![]
}

fn close(state: &mut AppState) {
    if let Some(sweep) = &mut state.sweep {
        sweep.input = None;
        sweep.problem = None;
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

/// Filters by a text, or says what is wrong with it; the filter before stays in force then.
pub fn set(state: &mut AppState, text: &str) -> Vec<Effect> {
    let Some(sweep) = &mut state.sweep else {
        return vec![];
    };
    match SweepFilter::parse(text) {
        Ok(filter) => {
            sweep.problem = None;
            sweep.set_filter(filter, text);
        }
        Err(problem) => sweep.problem = Some(problem),
    }
    top_up(state)
}
