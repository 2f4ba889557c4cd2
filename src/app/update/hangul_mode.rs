//! A keyboard in Hangul mode, outside of text fields: a letter counts by the key on which it stands.

use super::keys::{key_of, run};
use crate::app::effect::Effect;
use crate::app::key::Key;
use crate::app::keymap::{Action, hangul};
use crate::app::notice::Tone;
use crate::app::state::AppState;
use crate::text;

/// A Hangul letter or syllable came. Its keys count one after the other, up to the first that asks for
/// more than a look: that one must be pressed again in English mode, for an input method puts letters
/// together, holds them back, and nobody sees which come when.
///
/// * `keys` - the letters on the keys that it was typed with; at least one.
pub fn pressed(state: &mut AppState, typed: char, keys: &[char]) -> Vec<Effect> {
    let mut effects = Vec::new();
    for letter in keys {
        let place = state.place();
        // A key may have opened a text field, or something that nobody has seen yet.
        if place.is_text_field() || !state.takes_keys() {
            break;
        }
        match state.setup.keymap.action(place, Key::Char(*letter)) {
            Some(action) if action.is_safe_in_hangul_mode(place) => {
                effects.extend(run(state, place, action, None));
            }
            Some(_) => {
                let hangul = hangul::letter_on(*letter).unwrap_or(typed);
                let words = text!(
                    "key-hangul-again",
                    hangul = hangul.to_string(),
                    key = letter.to_string()
                );
                state.say(Tone::Warning, words);
                break;
            }
            None => {
                nothing(state, typed, keys);
                break;
            }
        }
    }
    effects
}

/// Says where a key without a meaning stands. A slip of the finger must not take away what was said of
/// a deletion.
fn nothing(state: &mut AppState, typed: char, keys: &[char]) {
    let place = state.place();
    let notice = state.notice.as_ref();
    if !place.is_pane() || notice.is_some_and(|notice| notice.is_outcome) {
        return;
    }
    let words = text!(
        "key-hangul-nothing",
        hangul = typed.to_string(),
        key = String::from_iter(keys),
        help = key_of(state, place, Action::Help)
    );
    state.say(Tone::Plain, words);
}
