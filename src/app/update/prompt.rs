//! The line that asks for a file.

use tui_input::InputRequest;

use super::{plan, sweep};
use crate::app::dialog::{edit, insert};
use crate::app::effect::Effect;
use crate::app::keymap::{Action, Edit};
use crate::app::notice::Tone;
use crate::app::prompt::{Overwrite, Prompt, Purpose};
use crate::app::state::{AppState, Overlay, Question};
use crate::i18n::Text;
use crate::model::user_file::{Contents, FileProblem};
use crate::text;

/// Opens the line with a path to begin with.
pub fn open(state: &mut AppState, purpose: Purpose, path: &str) -> Vec<Effect> {
    show(state, Prompt::new(purpose, path))
}

/// Opens a line.
pub fn show(state: &mut AppState, prompt: Prompt) -> Vec<Effect> {
    state.overlay = Some(Overlay::Prompt(prompt));
    vec![]
}

fn line(state: &mut AppState) -> Option<&mut Prompt> {
    match &mut state.overlay {
        Some(Overlay::Prompt(prompt)) => Some(prompt),
        _ => None,
    }
}

/// A key of the line.
pub fn act(state: &mut AppState, action: Action) -> Vec<Effect> {
    let is_asked = line(state).is_some_and(|prompt| prompt.overwrite.is_some());
    match action {
        Action::Accept => return accept(state),
        Action::Cancel if is_asked => back_to_the_name(state),
        Action::Cancel => state.overlay = None,
        Action::Next | Action::Previous => other_button(state),
        Action::Edit(Edit::Left | Edit::Right) if is_asked => other_button(state),
        Action::Empty => change(state, |input| {
            input.handle(InputRequest::DeleteLine);
        }),
        Action::Edit(how) => change(state, |input| edit(input, how)),
        _ => {}
    }
    vec![]
}

/// Text was typed or pasted.
pub fn typed(state: &mut AppState, text: &str) -> Vec<Effect> {
    change(state, |input| insert(input, text));
    vec![]
}

fn change(state: &mut AppState, change: impl FnOnce(&mut tui_input::Input)) {
    if let Some(prompt) = line(state).filter(|prompt| !prompt.busy) {
        change(&mut prompt.input);
        prompt.problem = None;
        prompt.overwrite = None;
    }
}

/// Between the buttons of the question, once it could be read.
fn other_button(state: &mut AppState) {
    if let Some(prompt) = line(state)
        && prompt.shown.to_be_drawn().is_none()
        && let Some(question) = &mut prompt.overwrite
    {
        question.is_chosen = !question.is_chosen;
    }
}

fn back_to_the_name(state: &mut AppState) {
    if let Some(prompt) = line(state) {
        prompt.overwrite = None;
        prompt.problem = None;
    }
}

fn accept(state: &mut AppState) -> Vec<Effect> {
    let Some(prompt) = line(state).filter(|prompt| !prompt.busy) else {
        return vec![];
    };
    if let Some(question) = &prompt.overwrite
        && !question.is_chosen
    {
        if prompt.shown.to_be_drawn().is_none() {
            back_to_the_name(state);
        }
        return vec![];
    }
    let overwrite = prompt.overwrite.is_some();
    let (purpose, path, document) = (prompt.purpose, prompt.path(), prompt.document.clone());
    let contents = match purpose {
        _ if path.is_empty() => Err(text!("prompt-no-name")),
        Purpose::SaveSweep => sweep::contents(state, &path).map(Some),
        Purpose::SavePlan => plan::contents(state).map(Some),
        Purpose::OpenPlan => Ok(None),
        Purpose::SaveDocument => {
            let bytes = document.unwrap_or_default();
            Ok(Some(Contents::new(move || bytes.to_vec())))
        }
    };
    let contents = match contents {
        Ok(contents) => contents,
        Err(problem) => return fail(state, problem),
    };
    let request = state.ask(Question::File(purpose));
    if let Some(prompt) = line(state) {
        prompt.busy = true;
        prompt.problem = None;
        prompt.overwrite = None;
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
            if line(state).is_some() {
                state.overlay = None;
            }
            state.say(Tone::Good, text!("prompt-saved", path = path));
            vec![]
        }
        Err(FileProblem::AlreadyThere) => {
            if let Some(prompt) = line(state) {
                prompt.overwrite = Some(Overwrite {
                    path: prompt.path(),
                    is_chosen: false,
                });
            }
            fail(state, FileProblem::AlreadyThere.text())
        }
        Err(problem) => fail(state, problem.text()),
    }
}

/// A file was read, or was not.
pub fn read(state: &mut AppState, answer: Result<Vec<u8>, FileProblem>) -> Vec<Effect> {
    let bytes = match answer {
        Ok(bytes) => bytes,
        Err(problem) => return fail(state, problem.text()),
    };
    match plan::open_saved(state, &bytes) {
        Ok(effects) => {
            if line(state).is_some() {
                state.overlay = None;
            }
            effects
        }
        Err(problem) => fail(state, problem),
    }
}

/// Says in the line what is wrong; where it was closed meanwhile, in the status line.
fn fail(state: &mut AppState, problem: impl Into<Text>) -> Vec<Effect> {
    let problem = problem.into();
    match line(state) {
        Some(prompt) => {
            prompt.busy = false;
            prompt.problem = Some(problem);
            // What is new must be seen before the next Enter counts.
            prompt.shown.renew();
        }
        None => state.say(Tone::Bad, problem),
    }
    vec![]
}
