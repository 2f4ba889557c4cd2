//! A sweep: its keys, and what is read for it.

mod filter;
mod keys;

pub use filter::{in_filter, typed};
pub use keys::{act, contents};

use crate::app::devices::Wanted;
use crate::app::effect::Effect;
use crate::app::notice::Tone;
use crate::app::state::{AppState, Question, Screen};
use crate::app::sweep::{self, Halt, Phase, Sweep};
use crate::i18n::Text;
use crate::model::device::DeviceName;
use crate::model::error::ApiError;
use crate::model::mirror::{MirrorId, MirrorList, MirrorRead};
use crate::model::summary::Summarized;
use crate::text;

/// `S` in a pane: the marked devices, or where none is marked those of the filter.
pub fn open(state: &mut AppState) -> Vec<Effect> {
    if state.marks.device_count() == 0 {
        return super::scope::want(state, Wanted::Sweep);
    }
    let mut names: Vec<_> = state.marks.devices().cloned().collect();
    names.sort_unstable();
    begin(state, names)
}

/// The devices are known. A sweep over the same ones is shown again; over others, it takes the place
/// of the one before.
pub fn begin(state: &mut AppState, devices: Vec<DeviceName>) -> Vec<Effect> {
    let is_there = state
        .sweep
        .as_ref()
        .is_some_and(|sweep| sweep.device_names() == devices);
    if devices.is_empty() {
        state.say(Tone::Plain, text!("sweep-no-device"));
        return vec![];
    }
    if is_there {
        show(state);
        let effects = top_up(state);
        say_how_it_stands(state);
        return effects;
    }
    anew(state, devices)
}

/// Begins a sweep over these devices, whatever was there before.
fn anew(state: &mut AppState, devices: Vec<DeviceName>) -> Vec<Effect> {
    let mut effects = give_up(state);
    let height = state.size.sweep_rows(false);
    let sweep = Sweep::new(devices, state.sweep.as_deref(), height);
    let devices = text!("count-devices", count = sweep.devices());
    state.sweep = Some(Box::new(sweep));
    say_begins(state, text!("sweep-begins", devices = devices));
    show(state);
    effects.extend(top_up(state));
    effects
}

fn show(state: &mut AppState) {
    state.open_screen(Screen::Sweep);
    if let Some(sweep) = &mut state.sweep {
        sweep.sync_marks(&state.marks);
    }
    resized(state);
}

/// Asks what is wanted next.
pub fn top_up(state: &mut AppState) -> Vec<Effect> {
    let Some(sweep) = &mut state.sweep else {
        return vec![];
    };
    let wanted = sweep.wanted();
    wanted
        .into_iter()
        .map(|wanted| match wanted {
            sweep::Wanted::Names(device) => {
                let request = state.ask(Question::SweepNames(device.clone()));
                Effect::SweepNames { request, device }
            }
            sweep::Wanted::Facts(target) => {
                let request = state.ask(Question::SweepFacts(target.clone()));
                Effect::ReadFacts { request, target }
            }
        })
        .collect()
}

/// Gives up every question of the sweep that is out.
fn give_up(state: &mut AppState) -> Vec<Effect> {
    let questions = state.questions.iter();
    let open: Vec<_> = questions
        .filter(|(_, question)| {
            matches!(question, Question::SweepNames(_) | Question::SweepFacts(_))
        })
        .map(|(request, _)| *request)
        .collect();
    open.into_iter()
        .map(|request| {
            state.questions.remove(&request);
            state.retries.remove(&request);
            Effect::Abandon { request }
        })
        .collect()
}

/// The named mirrors of a device are here, or are not.
pub fn names(
    state: &mut AppState,
    device: &DeviceName,
    answer: Result<MirrorList, ApiError>,
    at_ms: i64,
) -> Vec<Effect> {
    if let Some(sweep) = &mut state.sweep {
        sweep.take_names(device, answer, at_ms, &state.marks);
    }
    go_on(state)
}

/// The facts of a mirror are here, or are not.
pub fn facts(
    state: &mut AppState,
    target: &MirrorId,
    answer: Result<Summarized, ApiError>,
    at_ms: i64,
) -> Vec<Effect> {
    if let Some(sweep) = &mut state.sweep {
        sweep.take_facts(target, answer, at_ms, &state.marks);
    }
    go_on(state)
}

/// An answer was taken: asks on, or says why not.
fn go_on(state: &mut AppState) -> Vec<Effect> {
    let Some(sweep) = &state.sweep else {
        return vec![];
    };
    if sweep.halt() == Some(Halt::Unreachable) {
        say(state, Tone::Warning, text!("sweep-unreachable"));
        return give_up(state);
    }
    let effects = top_up(state);
    if effects.is_empty() {
        say_end(state);
    }
    effects
}

/// Says that the sweep reads, which holds until it has ended.
fn say_begins(state: &mut AppState, words: Text) {
    if let Some(sweep) = &mut state.sweep {
        sweep.said = Some(words.clone());
    }
    state.say(Tone::Busy, words);
}

/// Whoever comes back to the sweep is told what it does now.
fn say_how_it_stands(state: &mut AppState) {
    let Some(sweep) = &state.sweep else { return };
    match sweep.progress().phase {
        Phase::Done => {
            let (tone, words) = end(sweep);
            say(state, tone, words);
        }
        Phase::Running => {
            let devices = text!("count-devices", count = sweep.devices());
            say_begins(state, text!("sweep-begins", devices = devices));
        }
        Phase::Halted(_) => say(state, Tone::Plain, text!("sweep-paused")),
    }
}

/// Whoever looks elsewhere is told that the sweep has ended, and whoever looks at it where it still
/// says that it is under way.
fn say_end(state: &mut AppState) {
    let Some(sweep) = &mut state.sweep else {
        return;
    };
    if sweep.progress().phase != Phase::Done {
        return;
    }
    let said = sweep.said.take();
    let (tone, words) = end(sweep);
    let notice = state.notice.as_ref().map(|notice| &notice.text);
    let is_said_to_run = said.is_some() && said.as_ref() == notice;
    if state.screen() != Some(Screen::Sweep) || state.trash.is_some() || is_said_to_run {
        say(state, tone, words);
    }
}

/// What came of it.
fn end(sweep: &Sweep) -> (Tone, Text) {
    let progress = sweep.progress();
    let mirrors = text!("count-mirrors", count = progress.rows);
    let devices = text!("count-devices", count = progress.devices);
    match progress.errors {
        0 => (
            Tone::Good,
            text!("sweep-over", mirrors = mirrors, devices = devices),
        ),
        errors => (
            Tone::Warning,
            text!(
                "sweep-over-with-errors",
                mirrors = mirrors,
                devices = devices,
                errors = errors
            ),
        ),
    }
}

/// Says something unless that would take away what was said of a deletion.
fn say(state: &mut AppState, tone: Tone, words: Text) {
    let is_outcome = state
        .notice
        .as_ref()
        .is_some_and(|notice| notice.is_outcome);
    if !is_outcome && state.action.is_none() {
        state.say(tone, words);
    }
}

/// A mirror is known to be gone, whoever has deleted it.
pub fn gone(state: &mut AppState, target: &MirrorId) {
    match &mut state.sweep {
        Some(sweep) => sweep.unmark_gone(&mut state.marks, target),
        None => state.marks.remove_mirror(target),
    }
}

/// A mirror is known to stand again.
pub fn stands(state: &mut AppState, target: &MirrorId) {
    if let Some(sweep) = &mut state.sweep {
        sweep.regain(target, &state.marks);
    }
}

/// A mirror was read for something else.
pub fn seen(state: &mut AppState, target: &MirrorId, read: &MirrorRead) {
    if let Some(sweep) = &mut state.sweep {
        sweep.know(target, read.into(), &state.marks);
    }
}

/// The terminal has a new size, or what stands beside the rows has.
pub fn resized(state: &mut AppState) {
    let size = state.size;
    if let Some(sweep) = &mut state.sweep {
        sweep.set_height(size.sweep_rows(sweep.input.is_some()));
    }
}
