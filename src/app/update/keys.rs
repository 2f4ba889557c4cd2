//! Keys and pastes: the top layer sees them first.

use super::{
    copying, detail, dialog, ending, export, filter, hangul_mode, help, marks, palette, plan,
    prompt, quit, reading, restore_dialog, restoring, scope, selection, sweep, task_screen, trash,
    waiting, watch,
};
use crate::app::effect::Effect;
use crate::app::key::{Haste, Key};
use crate::app::keymap::{Action, Place, Reach, hangul};
use crate::app::notice::Tone;
use crate::app::state::{AppState, Pane};
use crate::i18n::Text;
use crate::text;

/// Characters of a paste that a text field takes; no name or token is longer.
const LONGEST_PASTE: usize = 4096;

/// A key was pressed.
///
/// * `haste` - absent for a press of its own, as a finger makes it.
pub fn pressed(state: &mut AppState, key: Key, haste: Option<Haste>) -> Vec<Effect> {
    // Whatever a second click would have opened.
    state.pointer.clicked = None;
    if key == Key::Ctrl('z') {
        // As in every program, wherever the focus is.
        return vec![Effect::Suspend];
    }
    let place = state.place();
    let action = state.setup.keymap.action(place, key);
    // What cannot be seen must not be acted on, except to leave.
    if !state.takes_keys() && action != Some(Action::Quit) {
        return vec![];
    }
    match (action, key) {
        (Some(action), _) if is_meant(state, place, action, key, haste) => {
            run(state, place, action, haste)
        }
        (Some(_), _) => vec![],
        (None, Key::Char(c)) if place.is_text_field() => {
            typed(state, place, c.encode_utf8(&mut [0; 4]))
        }
        (None, Key::Char(c)) if place == Place::CopyMenu && c.is_ascii_digit() => {
            copying::chosen(state, c)
        }
        (None, Key::Char(c)) => match hangul::keys(c) {
            Some(keys) => hangul_mode::pressed(state, c, &keys),
            None => unbound(state, place, key),
        },
        (None, _) => unbound(state, place, key),
    }
}

/// Whether a key is taken for the wish to act: what a held key or a paste brings changes nothing. Says
/// so, unless the key is held, which would say it again and again.
pub fn is_meant(
    state: &mut AppState,
    place: Place,
    action: Action,
    key: Key,
    haste: Option<Haste>,
) -> bool {
    let key = shown(key);
    let words = match (action.reach(place), haste) {
        (Reach::Shown, _) | (_, None) | (Reach::Asks, Some(Haste::Again | Haste::Rushed)) => {
            return true;
        }
        (_, Some(Haste::Held)) => return false,
        (Reach::Changes, Some(Haste::Again)) => text!("key-again", key = key),
        (Reach::Changes, Some(Haste::Rushed)) => text!("key-rushed", key = key),
    };
    state.say(Tone::Warning, words);
    false
}

/// Does what a key of this place does.
pub fn run(
    state: &mut AppState,
    place: Place,
    action: Action,
    haste: Option<Haste>,
) -> Vec<Effect> {
    match (action, place) {
        (Action::Quit, _) => ending::asked(state),
        (Action::Help, _) => help::open(state, place),
        (Action::Palette, _) => palette::open(state, place),
        (_, Place::Filter) => filter::act(state, action),
        (_, Place::DialogField | Place::DialogKeep | Place::DialogDelete) => {
            dialog::act(state, action)
        }
        (_, Place::RestoreField | Place::RestoreKeep | Place::RestoreButton) => {
            restore_dialog::act(state, action)
        }
        (_, Place::Trash | Place::TrashPreview) => trash::act(state, action),
        (_, Place::TrashFilter) => trash::in_filter(state, action),
        (_, Place::Sweep) => sweep::act(state, action),
        (_, Place::SweepFilter) => sweep::in_filter(state, action),
        (_, Place::Plan | Place::PlanCount) => plan::act(state, action),
        (_, Place::Tasks | Place::TaskItems) => task_screen::act(state, action),
        (_, Place::Prompt) => prompt::act(state, action),
        (_, Place::Quit) => quit::act(state, action),
        (_, Place::Help) => help::act(state, action),
        (_, Place::CopyMenu) => copying::act(state, action),
        (_, Place::Palette) => palette::act(state, action, haste),
        (_, Place::Devices | Place::Mirrors | Place::Detail) => in_panes(state, action),
    }
}

/// Text was pasted: into a text field, and nowhere else.
pub fn pasted(state: &mut AppState, text: &str) -> Vec<Effect> {
    if !state.takes_keys() {
        return vec![];
    }
    let length = text.chars().count();
    if length > LONGEST_PASTE {
        let words = text!(
            "key-long-paste",
            length = length.to_string(),
            most = LONGEST_PASTE.to_string()
        );
        state.say(Tone::Warning, words);
        return vec![];
    }
    let place = state.place();
    if place == Place::PlanCount {
        state.say(Tone::Warning, text!("key-number-pasted"));
        return vec![];
    }
    if place.is_text_field() {
        return typed(state, place, text);
    }
    state.say(Tone::Plain, text!("key-paste"));
    vec![]
}

fn typed(state: &mut AppState, place: Place, text: &str) -> Vec<Effect> {
    match place {
        Place::Filter => filter::typed(state, text),
        Place::TrashFilter => trash::typed(state, text),
        Place::DialogField => dialog::typed(state, text),
        Place::RestoreField => restore_dialog::typed(state, text),
        Place::SweepFilter => sweep::typed(state, text),
        Place::PlanCount => plan::typed(state, text),
        Place::Prompt => prompt::typed(state, text),
        Place::Palette => palette::typed(state, text),
        _ => vec![],
    }
}

fn unbound(state: &mut AppState, place: Place, key: Key) -> Vec<Effect> {
    // A slip of the finger must not take away what was said of a deletion.
    let notice = state.notice.as_ref();
    if place.is_pane() && !notice.is_some_and(|notice| notice.is_outcome) {
        let help = key_of(state, place, Action::Help);
        let words = text!("key-nothing", key = shown(key), help = help);
        state.say(Tone::Plain, words);
    }
    vec![]
}

/// A key as sentences name it.
pub fn shown(key: Key) -> Text {
    match key {
        Key::Other => text!("key-other"),
        _ => Text::verbatim(key.to_string()),
    }
}

/// The first key of an action, as sentences name it.
pub fn key_of(state: &AppState, place: Place, action: Action) -> String {
    let keys = state.setup.keymap.keys(place, action);
    keys.first().map(ToString::to_string).unwrap_or_default()
}

pub(super) fn in_panes(state: &mut AppState, action: Action) -> Vec<Effect> {
    match action {
        Action::Move(step) => selection::moved(state, step),
        Action::Next => focus(state, state.focus.next()),
        Action::Previous => focus(state, state.focus.previous()),
        Action::Into => into(state),
        Action::OutOf => out_of(state),
        Action::Filter => filter::open(state),
        Action::ReadAgain => reading::again(state),
        Action::Delete => {
            watch::show_newest(state);
            marks::delete(state)
        }
        Action::OtherView => detail::turn_view(state),
        Action::FoldAll => detail::fold_all(state),
        Action::Differing => detail::turn_differing(state),
        Action::NextHit => detail::next_hit(state, true),
        Action::PreviousHit => detail::next_hit(state, false),
        Action::Watch => watch::turn(state),
        Action::Older => watch::walk(state, true),
        Action::Newer => watch::walk(state, false),
        Action::Mark => marks::turn(state),
        Action::MarkAll => marks::all(state),
        Action::Unmark => marks::clear(state),
        Action::Sweep => sweep::open(state),
        Action::Tasks => task_screen::open(state),
        Action::BringBack => restoring::bring_back_last(state),
        Action::Trash => trash::open(state),
        Action::Copy => copying::open(state),
        Action::Export => export::open(state),
        _ => vec![],
    }
}

fn focus(state: &mut AppState, pane: Pane) -> Vec<Effect> {
    state.focus = pane;
    vec![]
}

fn into(state: &mut AppState) -> Vec<Effect> {
    match state.focus {
        Pane::Devices if state.mirrors.device().is_some() => state.focus = Pane::Mirrors,
        Pane::Mirrors if state.detail.target().is_some() => state.focus = Pane::Detail,
        Pane::Detail if state.detail.shown().is_some() => return detail::fold(state),
        _ => {}
    }
    // Whoever goes in wants to see it now.
    reading::read_selection(state)
}

fn out_of(state: &mut AppState) -> Vec<Effect> {
    if let Some(effects) = waiting::give_up(state) {
        return effects;
    }
    if let Some(effects) = scope::give_up(state) {
        return effects;
    }
    if !filter::of(state, state.focus).is_empty() {
        return filter::set(state, "");
    }
    match state.focus {
        Pane::Devices => {
            let quit = key_of(state, Place::Devices, Action::Quit);
            state.say(Tone::Plain, text!("key-outermost", quit = quit));
        }
        Pane::Mirrors => state.focus = Pane::Devices,
        Pane::Detail => state.focus = Pane::Mirrors,
    }
    vec![]
}
