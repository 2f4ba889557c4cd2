//! `x`: the document of a mirror to a file, byte for byte as the service sent it.

use super::prompt;
use crate::app::effect::Effect;
use crate::app::notice::Tone;
use crate::app::prompt::{Prompt, Purpose};
use crate::app::state::AppState;
use crate::model::file_name;
use crate::text;

/// Asks where to. What is saved is what is shown now, whatever is read meanwhile.
pub fn open(state: &mut AppState) -> Vec<Effect> {
    let shown = state.detail.shown().zip(state.detail.target());
    let Some((shown, target)) = shown else {
        state.say(Tone::Plain, text!("export-nothing"));
        return vec![];
    };
    let path = file_name::of_document(target, shown.reading.document.version);
    let mut line = Prompt::new(Purpose::SaveDocument, &path);
    line.document = Some(shown.reading.document.body.clone());
    prompt::show(state, line)
}
