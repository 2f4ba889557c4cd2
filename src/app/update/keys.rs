//! Keys and pastes: the top layer sees them first.

use super::{
    copying, detail, dialog, ending, export, filter, marks, plan, prompt, quit, reading,
    restore_dialog, restoring, scope, selection, sweep, task_screen, trash, waiting, watch,
};
use crate::app::cursor::Step;
use crate::app::effect::Effect;
use crate::app::key::Key;
use crate::app::keymap::{Action, Place, action, help};
use crate::app::notice::Tone;
use crate::app::state::{AppState, Overlay, Pane};
use crate::text;

/// Characters of a paste that a text field takes; no name or token is longer.
const LONGEST_PASTE: usize = 4096;

/// A key was pressed.
pub fn pressed(state: &mut AppState, key: Key) -> Vec<Effect> {
    // Whatever a second click would have opened.
    state.pointer.clicked = None;
    if key == Key::Ctrl('z') {
        // As in every program, wherever the focus is.
        return vec![Effect::Suspend];
    }
    let place = state.place();
    let action = action(place, key);
    // What cannot be seen must not be acted on, except to leave.
    if !state.takes_keys() && action != Some(Action::Quit) {
        return vec![];
    }
    match (action, key) {
        (Some(Action::Quit), _) => ending::asked(state),
        (Some(action), _) => match place {
            Place::Filter => filter::act(state, action),
            Place::DialogField | Place::DialogKeep | Place::DialogDelete => {
                dialog::act(state, action)
            }
            Place::RestoreField | Place::RestoreKeep | Place::RestoreButton => {
                restore_dialog::act(state, action)
            }
            Place::Trash | Place::TrashPreview => trash::act(state, action),
            Place::TrashFilter => trash::in_filter(state, action),
            Place::Sweep => sweep::act(state, action),
            Place::SweepFilter => sweep::in_filter(state, action),
            Place::Plan | Place::PlanCount => plan::act(state, action),
            Place::Tasks | Place::TaskItems => task_screen::act(state, action),
            Place::Prompt => prompt::act(state, action),
            Place::Quit => quit::act(state, action),
            Place::Help => in_help(state, action),
            Place::CopyMenu => copying::act(state, action),
            Place::Palette => vec![],
            Place::Devices | Place::Mirrors | Place::Detail => in_panes(state, action),
        },
        (None, Key::Char(c)) if is_text_field(place) => {
            typed(state, place, c.encode_utf8(&mut [0; 4]))
        }
        (None, Key::Char(c)) if place == Place::CopyMenu => copying::chosen(state, c),
        (None, _) => unbound(state, place, key),
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
            "notice-paste-long",
            length = length.to_string(),
            most = LONGEST_PASTE.to_string()
        );
        state.say(Tone::Warning, words);
        return vec![];
    }
    let place = state.place();
    if place == Place::PlanCount {
        state.say(Tone::Warning, text!("notice-number-typed"));
        return vec![];
    }
    if is_text_field(place) {
        return typed(state, place, text);
    }
    state.say(Tone::Plain, text!("notice-paste-is-text"));
    vec![]
}

fn is_text_field(place: Place) -> bool {
    matches!(
        place,
        Place::Filter
            | Place::TrashFilter
            | Place::SweepFilter
            | Place::PlanCount
            | Place::Prompt
            | Place::DialogField
            | Place::RestoreField
    )
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
        _ => vec![],
    }
}

fn unbound(state: &mut AppState, place: Place, key: Key) -> Vec<Effect> {
    let in_a_pane = matches!(
        place,
        Place::Devices
            | Place::Mirrors
            | Place::Detail
            | Place::Trash
            | Place::TrashPreview
            | Place::Sweep
            | Place::Plan
            | Place::Tasks
            | Place::TaskItems
    );
    // A slip of the finger must not take away what was said of a deletion.
    let notice = state.notice.as_ref();
    if in_a_pane && !notice.is_some_and(|notice| notice.is_outcome) {
        state.say(
            Tone::Plain,
            text!("notice-no-meaning", key = key.to_string()),
        );
    }
    vec![]
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
        Action::Help => {
            state.overlay = Some(Overlay::Help { offset: 0 });
            vec![]
        }
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
        Pane::Devices => state.say(Tone::Plain, text!("notice-outermost")),
        Pane::Mirrors => state.focus = Pane::Devices,
        Pane::Detail => state.focus = Pane::Mirrors,
    }
    vec![]
}

fn in_help(state: &mut AppState, action: Action) -> Vec<Effect> {
    let page = state.size.help_rows();
    let Some(Overlay::Help { offset }) = &mut state.overlay else {
        return vec![];
    };
    let last = help(state.size.columns).len().saturating_sub(page);
    match action {
        Action::Cancel => state.overlay = None,
        Action::Move(step) => {
            *offset = match step {
                Step::Up => offset.saturating_sub(1),
                Step::Down => *offset + 1,
                Step::PageUp => offset.saturating_sub(page),
                Step::PageDown => *offset + page,
                Step::First => 0,
                Step::Last => last,
            }
            .min(last);
        }
        _ => {}
    }
    vec![]
}
