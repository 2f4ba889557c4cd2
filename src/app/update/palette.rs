//! The palette: the list of all actions that work in a place.

use tui_input::{Input, InputRequest};

use super::keys;
use crate::app::dialog::{edit, insert};
use crate::app::effect::Effect;
use crate::app::key::{Haste, Key};
use crate::app::keymap::{Action, Place, Reach};
use crate::app::notice::Tone;
use crate::app::palette::Palette;
use crate::app::state::{AppState, Overlay};
use crate::text;

/// `:` in a pane or on a screen.
pub fn open(state: &mut AppState, place: Place) -> Vec<Effect> {
    let setup = &state.setup;
    let palette = setup.speaking(|| {
        Palette::new(
            &setup.keymap,
            place,
            setup.account.read_only,
            setup.language,
        )
    });
    state.overlay = Some(Overlay::Palette(Box::new(palette)));
    vec![]
}

/// Text was typed or pasted into its line.
pub fn typed(state: &mut AppState, text: &str) -> Vec<Effect> {
    change(state, |input| insert(input, text))
}

/// A key of the palette.
pub fn act(state: &mut AppState, action: Action, haste: Option<Haste>) -> Vec<Effect> {
    let size = state.size;
    let Some(Overlay::Palette(palette)) = &mut state.overlay else {
        return vec![];
    };
    match action {
        Action::Accept => return run(state, haste),
        Action::Cancel => state.overlay = None,
        Action::Move(step) => {
            let (length, rows) = (palette.found().len(), palette.rows(size));
            palette.cursor.step(step, length, rows);
        }
        Action::Empty => {
            return change(state, |input| {
                input.handle(InputRequest::DeleteLine);
            });
        }
        Action::Edit(how) => return change(state, |input| edit(input, how)),
        _ => {}
    }
    vec![]
}

/// The selected action was clicked once more: as `Enter`, unless the action could lead to a change.
pub fn clicked(state: &mut AppState) -> Vec<Effect> {
    let Some(Overlay::Palette(palette)) = &state.overlay else {
        return vec![];
    };
    let is_harmless = palette
        .selected()
        .is_some_and(|entry| entry.action.reach(palette.place) == Reach::Shown);
    if is_harmless {
        return run(state, None);
    }
    state.say(Tone::Plain, text!("mouse-palette"));
    vec![]
}

/// Runs the selected action as if its key had been pressed where the palette was opened. What it asks
/// before it changes something, it asks here too.
fn run(state: &mut AppState, haste: Option<Haste>) -> Vec<Effect> {
    let Some(Overlay::Palette(palette)) = &state.overlay else {
        return vec![];
    };
    let place = palette.place;
    let Some(action) = palette.selected().map(|entry| entry.action) else {
        return vec![];
    };
    if !keys::is_meant(state, place, action, Key::Enter, haste) {
        return vec![];
    }
    state.overlay = None;
    // What the action was chosen for may be gone: a plan, the items of a run.
    if state.place() != place {
        return vec![];
    }
    keys::run(state, place, action, haste)
}

/// The terminal has a new size.
pub fn resized(state: &mut AppState) {
    let size = state.size;
    if let Some(Overlay::Palette(palette)) = &mut state.overlay {
        let (length, rows) = (palette.found().len(), palette.rows(size));
        palette.cursor.fit(length, rows);
    }
}

fn change(state: &mut AppState, change: impl FnOnce(&mut Input)) -> Vec<Effect> {
    let Some(Overlay::Palette(palette)) = &mut state.overlay else {
        return vec![];
    };
    let before = palette.input.value().to_owned();
    change(&mut palette.input);
    if palette.input.value() != before {
        palette.look();
    }
    vec![]
}
