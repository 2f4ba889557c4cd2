//! The plan of a run: its keys, and its fresh reads.

use crate::app::effect::Effect;
use crate::app::keymap::Action;
use crate::app::state::AppState;
use crate::model::error::ApiError;
use crate::model::mirror::MirrorId;
use crate::model::summary::Summarized;
use crate::model::user_file::Contents;

/// `d` where mirrors are marked.
pub fn open_on_marks(_state: &mut AppState) -> Vec<Effect> {
    vec![]
}

/// A key of the plan.
pub fn act(state: &mut AppState, action: Action) -> Vec<Effect> {
    if action == Action::Cancel {
        state.close_screen();
    }
    vec![]
}

/// Text was typed into the field for the number; a paste does not count.
pub fn typed(_state: &mut AppState, _text: &str) -> Vec<Effect> {
    vec![]
}

/// A fresh read is here, or is not.
pub fn facts(
    _state: &mut AppState,
    _target: &MirrorId,
    _answer: Result<Summarized, ApiError>,
    _at_ms: i64,
) -> Vec<Effect> {
    vec![]
}

/// The terminal has a new size.
pub fn resized(_state: &mut AppState) {}

/// The plan as it is to be saved.
///
/// # Errors
/// A sentence that says why there is nothing to save.
pub fn contents(_state: &AppState) -> Result<Contents, String> {
    Err("there is no plan".to_owned())
}

/// The bytes of a saved plan are here.
///
/// # Errors
/// A sentence that says what is wrong with them.
pub fn open_saved(_state: &mut AppState, _bytes: &[u8]) -> Result<Vec<Effect>, String> {
    Err("this is no plan of mirrordeck".to_owned())
}
