//! The line that asks for a file.

use tui_input::InputRequest;

use super::{plan, sweep};
use crate::app::dialog::{edit, insert};
use crate::app::effect::Effect;
use crate::app::keymap::Action;
use crate::app::notice::Tone;
use crate::app::prompt::{Prompt, Purpose};
use crate::app::state::{AppState, Overlay, Question};
use crate::model::text::escape_text;
use crate::model::user_file::FileProblem;

/// Opens the line with a path to begin with.
pub fn open(state: &mut AppState, purpose: Purpose, path: &str) -> Vec<Effect> {
    state.overlay = Some(Overlay::Prompt(Prompt::new(purpose, path)));
    vec![]
}

/// A key of the line.
pub fn act(state: &mut AppState, action: Action) -> Vec<Effect> {
    match action {
        Action::Accept => accept(state),
        Action::Cancel => {
            state.overlay = None;
            vec![]
        }
        Action::Empty => change(state, |input| {
            input.handle(InputRequest::DeleteLine);
        }),
        Action::Edit(how) => change(state, |input| edit(input, how)),
        _ => vec![],
    }
}

/// Text was typed or pasted.
pub fn typed(state: &mut AppState, text: &str) -> Vec<Effect> {
    change(state, |input| insert(input, text))
}

fn change(state: &mut AppState, change: impl FnOnce(&mut tui_input::Input)) -> Vec<Effect> {
    if let Some(Overlay::Prompt(prompt)) = &mut state.overlay
        && !prompt.busy
    {
        change(&mut prompt.input);
        prompt.problem = None;
        prompt.overwrite = None;
    }
    vec![]
}

fn accept(state: &mut AppState) -> Vec<Effect> {
    let Some(Overlay::Prompt(prompt)) = &state.overlay else {
        return vec![];
    };
    if prompt.busy {
        return vec![];
    }
    let purpose = prompt.purpose;
    let path = prompt.input.value().trim().to_owned();
    let overwrite = prompt.overwrite.as_deref() == Some(&*path);
    let contents = match purpose {
        _ if path.is_empty() => Err("name a file".into()),
        Purpose::SaveSweep => sweep::contents(state, &path).map(Some),
        Purpose::SavePlan => plan::contents(state).map(Some),
        Purpose::OpenPlan => Ok(None),
    };
    let contents = match contents {
        Ok(contents) => contents,
        Err(problem) => return fail(state, &problem.to_string()),
    };
    let request = state.ask(Question::File(purpose));
    if let Some(Overlay::Prompt(prompt)) = &mut state.overlay {
        prompt.busy = true;
        prompt.problem = None;
    }
    vec![match contents {
        Some(contents) => Effect::SaveFile {
            request,
            path,
            contents,
            overwrite,
        },
        None => Effect::ReadFile { request, path },
    }]
}

/// A file was written, or was not.
pub fn saved(state: &mut AppState, answer: Result<String, FileProblem>) -> Vec<Effect> {
    match answer {
        Ok(path) => {
            if matches!(state.overlay, Some(Overlay::Prompt(_))) {
                state.overlay = None;
            }
            state.say(Tone::Good, format!("saved {path}"));
            vec![]
        }
        Err(FileProblem::AlreadyThere) => {
            if let Some(Overlay::Prompt(prompt)) = &mut state.overlay {
                prompt.overwrite = Some(prompt.input.value().trim().to_owned());
            }
            fail(state, "it is there already: Enter once more overwrites it")
        }
        Err(problem @ FileProblem::Failed(_)) => fail(state, &problem.to_string()),
    }
}

/// A file was read, or was not.
pub fn read(state: &mut AppState, answer: Result<Vec<u8>, FileProblem>) -> Vec<Effect> {
    let bytes = match answer {
        Ok(bytes) => bytes,
        Err(problem) => return fail(state, &problem.to_string()),
    };
    match plan::open_saved(state, &bytes) {
        Ok(effects) => {
            if matches!(state.overlay, Some(Overlay::Prompt(_))) {
                state.overlay = None;
            }
            effects
        }
        Err(problem) => fail(state, &problem.to_string()),
    }
}

/// Says in the line what is wrong; where it was closed meanwhile, in the status line.
fn fail(state: &mut AppState, problem: &str) -> Vec<Effect> {
    let problem = escape_text(problem).into_owned();
    match &mut state.overlay {
        Some(Overlay::Prompt(prompt)) => {
            prompt.busy = false;
            prompt.problem = Some(problem);
            // What is new must be seen before the next Enter counts.
            prompt.shown.renew();
        }
        _ => state.say(Tone::Bad, problem),
    }
    vec![]
}
