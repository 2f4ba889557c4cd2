//! The keys of the table.

use super::{anew, filter, give_up, top_up};
use crate::app::effect::Effect;
use crate::app::keymap::Action;
use crate::app::notice::Tone;
use crate::app::prompt::Purpose;
use crate::app::state::{AppState, Pane};
use crate::app::sweep::{Halt, Phase, Sweep};
use crate::app::update::filter as find;
use crate::app::update::{copying, marks, plan, prompt, reading, selection, task_screen};
use crate::i18n::Text;
use crate::model::mirror::MirrorId;
use crate::model::user_file::Contents;
use crate::text;

/// A key of the table.
pub fn act(state: &mut AppState, action: Action) -> Vec<Effect> {
    let Some(sweep) = &mut state.sweep else {
        state.close_screen();
        return vec![];
    };
    sweep.sync_marks(&state.marks);
    match action {
        Action::Move(step) => sweep.step(step),
        Action::Cancel => return out(state),
        Action::Filter => return filter::open(state),
        Action::Sort => sweep.sort_by_next(),
        Action::TurnAround => sweep.turn_around(),
        Action::Columns => sweep.turn_columns(),
        Action::Failed => show_failed(state),
        Action::Mark => mark(state),
        Action::MarkAll => mark_all(state),
        Action::Unmark => {
            state.marks.clear_mirrors();
            sweep.sync_marks(&state.marks);
            marks::say_count(state);
        }
        Action::Delete => return delete(state),
        Action::Pause => return pause(state),
        Action::Stop => return stop(state),
        Action::TryAgain => try_again(state),
        Action::Sweep => {
            let devices = sweep.device_names().to_vec();
            return anew(state, devices);
        }
        Action::Save => return save(state),
        Action::Copy => return copying::open(state),
        Action::Into => return into_panes(state),
        Action::Tasks => return task_screen::open(state),
        _ => {}
    }
    // Other rows may be in view now, or other columns wanted.
    top_up(state)
}

/// Out of the list of what failed, then back to the panes; the sweep goes on.
fn out(state: &mut AppState) -> Vec<Effect> {
    match &mut state.sweep {
        Some(sweep) if sweep.failed.is_some() => sweep.turn_failed(),
        _ => state.close_screen(),
    }
    vec![]
}

fn show_failed(state: &mut AppState) {
    match &mut state.sweep {
        Some(sweep) if sweep.failed.is_none() && sweep.errors() == 0 => {
            state.say(Tone::Plain, text!("sweep-nothing-failed"));
        }
        Some(sweep) => sweep.turn_failed(),
        None => {}
    }
}

/// The list of what failed has no mirrors to mark.
fn table(state: &mut AppState) -> Option<&mut Sweep> {
    state
        .sweep
        .as_deref_mut()
        .filter(|sweep| sweep.failed.is_none())
}

fn mark(state: &mut AppState) {
    let Some(sweep) = state
        .sweep
        .as_mut()
        .filter(|sweep| sweep.failed.is_none() && !sweep.is_empty())
    else {
        return;
    };
    sweep.turn_mark(&mut state.marks);
    marks::say_count(state);
}

fn mark_all(state: &mut AppState) {
    let Some(sweep) = state.sweep.as_mut().filter(|sweep| sweep.failed.is_none()) else {
        return;
    };
    let unknown = sweep.mark_all(&mut state.marks);
    if unknown == 0 {
        return marks::say_count(state);
    }
    let words = text!(
        "sweep-marked-some",
        marked = state.marks.mirror_count(),
        unknown = unknown
    );
    state.say(Tone::Warning, words);
}

fn delete(state: &mut AppState) -> Vec<Effect> {
    if state.marks.mirror_count() > 0 {
        return plan::open_on_marks(state);
    }
    state.say(Tone::Plain, text!("sweep-mark-first"));
    vec![]
}

fn pause(state: &mut AppState) -> Vec<Effect> {
    let Some(sweep) = &mut state.sweep else {
        return vec![];
    };
    if sweep.progress().phase == Phase::Done {
        return done(state);
    }
    if sweep.halt().is_none() {
        sweep.halt_for(Halt::Paused);
        state.say(Tone::Plain, text!("sweep-pauses"));
        return give_up(state);
    }
    sweep.go_on();
    state.say(Tone::Plain, text!("sweep-goes-on"));
    top_up(state)
}

fn stop(state: &mut AppState) -> Vec<Effect> {
    let Some(sweep) = &mut state.sweep else {
        return vec![];
    };
    if sweep.progress().phase == Phase::Done {
        return done(state);
    }
    sweep.halt_for(Halt::Stopped);
    state.say(Tone::Plain, text!("sweep-stops"));
    give_up(state)
}

fn done(state: &mut AppState) -> Vec<Effect> {
    state.say(Tone::Plain, text!("sweep-all-read"));
    vec![]
}

fn try_again(state: &mut AppState) {
    let Some(sweep) = &mut state.sweep else {
        return;
    };
    match sweep.try_again() {
        0 => state.say(Tone::Plain, text!("sweep-nothing-to-try")),
        failed => {
            sweep.go_on();
            super::say_begins(state, text!("sweep-tries-again", count = failed));
        }
    }
}

/// The rows as they are to be saved, and a path to begin with.
fn save(state: &mut AppState) -> Vec<Effect> {
    if state.sweep.as_ref().is_none_or(|sweep| sweep.is_empty()) {
        state.say(Tone::Plain, text!("sweep-no-row"));
        return vec![];
    }
    prompt::open(state, Purpose::SaveSweep, "sweep.csv")
}

/// The contents of the file that is to be saved; `path` tells the format by its ending.
///
/// # Errors
/// A sentence that says what is wrong with the path.
pub fn contents(state: &AppState, path: &str) -> Result<Contents, Text> {
    let sweep = state.sweep.as_ref();
    let sweep = sweep.ok_or_else(|| text!("sweep-save-none"))?;
    let path = path.to_lowercase();
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
    match ending {
        "csv" => {
            let rows = sweep.snapshot();
            Ok(Contents::new(move || rows.csv()))
        }
        "jsonl" | "ndjson" => {
            let rows = sweep.snapshot();
            Ok(Contents::new(move || rows.json_lines()))
        }
        _ => Err(text!("sweep-save-ending")),
    }
}

/// To the selected mirror in the panes.
fn into_panes(state: &mut AppState) -> Vec<Effect> {
    let Some(target) = table(state).and_then(|sweep| sweep.selected()) else {
        return vec![];
    };
    state.screens.clear();
    select(state, &target)
}

/// Selects a mirror in the panes. A device that is not there to be selected is looked for by name.
fn select(state: &mut AppState, target: &MirrorId) -> Vec<Effect> {
    let height = state.size.device_rows();
    state.focus = Pane::Devices;
    let mut effects = Vec::new();
    if !state.devices.select(&target.device, height) {
        effects.extend(find::set(state, ""));
        if !state.devices.select(&target.device, height) {
            effects.extend(find::set(state, target.device.raw()));
            effects.extend(find::ask_service(state));
            state.devices.select(&target.device, height);
        }
    }
    effects.extend(selection::follow(state));
    if state.mirrors.device() != Some(&target.device) {
        return effects;
    }
    state.focus = Pane::Mirrors;
    reading::take_swept(state, &target.device);
    let height = state.size.mirror_rows();
    state.mirrors.set_filter("", height);
    let place =
        (0..state.mirrors.len()).find(|place| state.mirrors.get(*place) == Some(&target.mirror));
    if let Some(place) = place {
        let length = state.mirrors.len();
        state.mirrors.cursor.go_to(place, length, height);
    }
    effects.extend(selection::follow(state));
    effects.extend(reading::read_selection(state));
    effects
}
