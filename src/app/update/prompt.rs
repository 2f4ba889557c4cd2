//! The line that asks for a file.

use tui_input::InputRequest;

use super::{plan, sweep};
use crate::app::dialog::{edit, insert};
use crate::app::effect::Effect;
use crate::app::keymap::{Action, Edit};
use crate::app::message::RequestId;
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
    if let Some(prompt) = line(state).filter(|prompt| prompt.busy.is_none()) {
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
    let Some(prompt) = line(state).filter(|prompt| prompt.busy.is_none()) else {
        return vec![];
    };
    if let Some(question) = &prompt.overwrite {
        // Also where it was answered halfway before the terminal was somebody else's for a while.
        if prompt.shown.to_be_drawn().is_some() {
            return vec![];
        }
        if !question.is_chosen {
            back_to_the_name(state);
            return vec![];
        }
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
        Err(problem) => return tell(state, None, problem),
    };
    let request = state.ask(Question::File(purpose));
    if let Some(prompt) = line(state) {
        prompt.busy = Some(request);
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

/// The line that waits for this answer; none where it was closed, whatever was opened after it.
fn waiting(state: &mut AppState, request: RequestId) -> Option<&mut Prompt> {
    line(state).filter(|prompt| prompt.busy == Some(request))
}

fn close(state: &mut AppState, request: RequestId) {
    if waiting(state, request).is_some() {
        state.overlay = None;
    }
}

/// A file was written, or was not.
pub fn saved(
    state: &mut AppState,
    request: RequestId,
    answer: Result<String, FileProblem>,
) -> Vec<Effect> {
    match answer {
        Ok(path) => {
            close(state, request);
            state.say(Tone::Good, text!("prompt-saved", path = path));
            vec![]
        }
        Err(problem) => {
            if problem == FileProblem::AlreadyThere
                && let Some(prompt) = waiting(state, request)
            {
                prompt.overwrite = Some(Overwrite {
                    path: prompt.path(),
                    is_chosen: false,
                });
            }
            tell(state, Some(request), problem.text())
        }
    }
}

/// A file was read, or was not.
pub fn read(
    state: &mut AppState,
    request: RequestId,
    answer: Result<Vec<u8>, FileProblem>,
) -> Vec<Effect> {
    let bytes = match answer {
        Ok(bytes) => bytes,
        Err(problem) => return tell(state, Some(request), problem.text()),
    };
    match plan::open_saved(state, &bytes) {
        Ok(effects) => {
            close(state, request);
            effects
        }
        Err(problem) => tell(state, Some(request), problem),
    }
}

/// Says in the line what is wrong; where it was closed meanwhile, in the status line.
///
/// * `request` - what failed; none before anything was asked for.
fn tell(state: &mut AppState, request: Option<RequestId>, problem: Text) -> Vec<Effect> {
    match line(state).filter(|prompt| prompt.busy == request) {
        Some(prompt) => {
            prompt.busy = None;
            prompt.problem = Some(problem);
            // What is new must be seen before the next Enter counts.
            prompt.shown.renew();
        }
        None => state.say(Tone::Bad, problem),
    }
    vec![]
}
