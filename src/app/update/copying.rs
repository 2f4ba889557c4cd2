//! The list of what can be copied: what is in it, and its keys.

use std::sync::Arc;

use crate::app::copy_menu::{CopyMenu, Half, Offer, Source, What};
use crate::app::effect::Effect;
use crate::app::keymap::{Action, Place};
use crate::app::notice::Tone;
use crate::app::state::{AppState, Overlay};
use crate::model::base_url::BaseUrl;
use crate::model::clipboard::{Clipboard, MOST_BYTES};
use crate::model::curl;
use crate::model::device::DeviceName;
use crate::model::mirror::{MirrorId, MirrorName, MirrorRead, MirrorReading};
use crate::model::size;
use crate::model::text::SafeText;
use crate::text;

/// `y`: opens the list.
pub fn open(state: &mut AppState) -> Vec<Effect> {
    if state.setup.clipboard == Clipboard::Missing {
        state.say(Tone::Warning, text!("clipboard-missing"));
        return vec![];
    }
    match CopyMenu::new(offers(state)) {
        Some(menu) => state.overlay = Some(Overlay::Copy(Box::new(menu))),
        None => state.say(Tone::Plain, text!("clipboard-nothing")),
    }
    vec![]
}

/// A key of the list.
pub fn act(state: &mut AppState, action: Action) -> Vec<Effect> {
    let Some(Overlay::Copy(menu)) = &mut state.overlay else {
        return vec![];
    };
    match action {
        Action::Move(step) => menu.step(step),
        Action::Cancel => state.overlay = None,
        Action::Accept => {
            let chosen = menu.selected().cloned();
            return chosen.map_or_else(Vec::new, |offer| copy(state, &offer));
        }
        _ => {}
    }
    vec![]
}

/// A digit chooses at once.
pub fn chosen(state: &mut AppState, c: char) -> Vec<Effect> {
    let Some(Overlay::Copy(menu)) = &state.overlay else {
        return vec![];
    };
    let nth = c.to_digit(10).and_then(|digit| digit.checked_sub(1));
    let offer = nth.and_then(|nth| menu.offers.get(nth as usize)).cloned();
    offer.map_or_else(Vec::new, |offer| copy(state, &offer))
}

fn copy(state: &mut AppState, offer: &Offer) -> Vec<Effect> {
    state.overlay = None;
    let Some(bytes) = offer.source.bytes(MOST_BYTES) else {
        let most = size::bytes(MOST_BYTES);
        let words = match &offer.what {
            What::Json(_) => text!("clipboard-too-large-json", most = most),
            what => text!("clipboard-too-large", what = what.said(), most = most),
        };
        state.say(Tone::Warning, words);
        return vec![];
    };
    if bytes.is_empty() {
        // An empty text would empty the clipboard, or be taken for a question.
        state.say(
            Tone::Plain,
            text!("clipboard-empty", what = offer.what.said()),
        );
        return vec![];
    }
    let (what, size) = (offer.what.said(), size::bytes(bytes.len()));
    let words = match state.setup.clipboard {
        Clipboard::Tmux => text!("clipboard-copied-tmux", what = what, size = size),
        _ => text!("clipboard-copied", what = what, size = size),
    };
    state.say(Tone::Good, words);
    vec![Effect::Copy {
        bytes: bytes.into(),
    }]
}

/// What makes sense where the focus is, the likeliest first.
fn offers(state: &AppState) -> Vec<Offer> {
    match state.place() {
        Place::Devices => {
            let Some(device) = state.devices.selected_name() else {
                return vec![];
            };
            let mut offers = vec![name_of(&device)];
            // Beside the device stands its mirror, until another one is read.
            if let Some(target) = state
                .detail
                .target()
                .filter(|target| target.device == device)
            {
                offers.extend(document(state, target));
                offers.extend(command(state, target));
            }
            offers
        }
        Place::Mirrors => match state.mirrors.selected() {
            Some(target) => of_mirror(state, &target),
            None => vec![],
        },
        Place::Detail => match state.detail.target().cloned() {
            Some(target) => {
                let mut offers = selected_key(state);
                offers.extend(document(state, &target));
                offers.extend(names(&target));
                offers.extend(command(state, &target));
                offers
            }
            None => vec![],
        },
        Place::Sweep => in_sweep(state),
        _ => vec![],
    }
}

fn in_sweep(state: &AppState) -> Vec<Offer> {
    let Some(sweep) = &state.sweep else {
        return vec![];
    };
    let Some(cursor) = &sweep.failed else {
        let target = sweep.selected();
        return target.map_or_else(Vec::new, |target| of_mirror(state, &target));
    };
    let failure = sweep.failures_from(cursor.at).next();
    let named = failure.map(|failure| (failure.device.clone(), failure.mirror.cloned()));
    match named {
        Some((device, Some(mirror))) => of_mirror(state, &MirrorId::new(device, mirror)),
        Some((device, None)) => vec![name_of(&device)],
        None => vec![],
    }
}

fn of_mirror(state: &AppState, target: &MirrorId) -> Vec<Offer> {
    let mut offers = names(target);
    offers.extend(document(state, target));
    offers.extend(command(state, target));
    offers
}

/// The names; the default mirror has none.
fn names(target: &MirrorId) -> Vec<Offer> {
    let mut offers = Vec::new();
    if let MirrorName::Named(name) = &target.mirror {
        let source = Source::Words(name.raw().to_owned());
        offers.push(Offer::new(What::Mirror(target.clone()), source));
    }
    offers.push(name_of(&target.device));
    offers
}

fn name_of(device: &DeviceName) -> Offer {
    let source = Source::Words(device.raw().to_owned());
    Offer::new(What::Device(device.clone()), source)
}

/// The reading of a mirror, where it was read whole: a sweep keeps only facts.
fn reading(state: &AppState, target: &MirrorId) -> Option<Arc<MirrorReading>> {
    // What a watch has seen may be an older one, or that the mirror was gone.
    if state.detail.target() == Some(target) {
        return state.detail.shown().map(|shown| Arc::clone(&shown.reading));
    }
    match &state.mirrors.document(target)?.value.as_ref()?.read {
        MirrorRead::Found(reading) => Some(Arc::clone(reading)),
        MirrorRead::Absent => None,
    }
}

fn document(state: &AppState, target: &MirrorId) -> Vec<Offer> {
    let Some(reading) = reading(state, target) else {
        return vec![];
    };
    let mut offers = vec![Offer::new(
        What::Json(target.clone()),
        Source::Body(Arc::clone(&reading)),
    )];
    let halves = [
        (Half::Desired, reading.document.desired.is_some()),
        (Half::Reported, reading.document.reported.is_some()),
    ];
    for (half, _) in halves.into_iter().filter(|(_, is_there)| *is_there) {
        let what = What::Half(target.clone(), half);
        offers.push(Offer::new(what, Source::Half(Arc::clone(&reading), half)));
    }
    offers
}

/// The key that is selected in the detail: its values, then its path.
fn selected_key(state: &AppState) -> Vec<Offer> {
    let Some((reading, index)) = state.detail.selected_row() else {
        return vec![];
    };
    let Some(key) = reading.comparison.locate(&reading.document, index) else {
        return vec![];
    };
    let path = SafeText::from_text(&key.path);
    let source = |half| Source::Key(Arc::clone(reading), index, half);
    let mut offers = match (key.desired, key.reported) {
        (Some(desired), Some(reported)) if desired != reported => vec![
            Offer::new(
                What::HalfValue(path.clone(), Half::Reported),
                source(Half::Reported),
            ),
            Offer::new(What::HalfValue(path, Half::Desired), source(Half::Desired)),
        ],
        (Some(_), _) => vec![Offer::new(What::Value(path), source(Half::Desired))],
        (None, Some(_)) => vec![Offer::new(What::Value(path), source(Half::Reported))],
        (None, None) => vec![],
    };
    if !key.path.is_empty() {
        offers.push(Offer::new(What::Path, Source::Words(key.path)));
    }
    offers
}

fn command(state: &AppState, target: &MirrorId) -> Option<Offer> {
    let base = BaseUrl::parse(&state.setup.base_url).ok()?;
    let command = curl::command(&base, target)?;
    Some(Offer::new(
        What::Command(target.clone()),
        Source::Words(command),
    ))
}
