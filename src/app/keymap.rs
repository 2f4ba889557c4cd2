//! One table of bindings a place, read from `assets/keymap.toml` and changed by the user's
//! configuration. The same table finds the action for a key, draws the footer, writes the help and
//! fills the palette, so they cannot disagree.

mod action;
mod file;
pub mod hangul;
mod help;
mod offer;
mod place;
mod rebind;

use std::sync::{Arc, OnceLock};

pub use action::{Action, Edit, Reach};
pub use help::{HELP_KEYS, HELP_MARGIN, HELP_WIDEST, HelpLine, help};
pub use offer::{Detail, Here};
pub use place::Place;
pub use rebind::{Chosen, Group, KeyProblem, Wish};

use super::key::Key;
use crate::i18n::{Keys, Text};

/// The default, as it is built into the program.
const BUILT_IN: &str = include_str!("../../assets/keymap.toml");

/// Some keys, what they do, and how footer, help and palette say it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Binding {
    /// What they do.
    pub action: Action,
    /// Any of these keys.
    pub keys: Vec<Key>,
    /// The name of the text that says it in help and palette.
    help: Option<&'static str>,
    /// The name of the text that the help has for this action and the one `with` it.
    line: Option<&'static str>,
    /// The name of the word in the footer.
    footer: Option<&'static str>,
    /// The action that the help shows together with this one; where there is no line for both, the
    /// footer does.
    with: Option<Action>,
}

impl Binding {
    /// What it does, in words; nothing where there is nothing to be said.
    #[must_use]
    pub fn words(&self) -> Option<Text> {
        self.help.map(|id| Text::named(id, []))
    }

    /// The word in the footer, where it has a place there.
    #[must_use]
    pub fn footer(&self) -> Option<Text> {
        self.footer.map(|id| Text::named(id, []))
    }
}

/// The bindings of all places.
#[derive(Debug, Clone, Default)]
pub struct Keymap {
    /// By place, in the order of [`Place::ALL`]. What is not there yet is read from the default when
    /// somebody asks: the first frame waits for one place, and would for all of them.
    tables: [OnceLock<Vec<Binding>>; Place::ALL.len()],
}

impl Keymap {
    /// The default. Each place is read once, by whoever asks first.
    #[must_use]
    pub fn built_in() -> Arc<Self> {
        static KEYMAP: OnceLock<Arc<Keymap>> = OnceLock::new();
        Arc::clone(KEYMAP.get_or_init(Arc::default))
    }

    /// The bindings of a place, in the order in which footer and help show them.
    #[must_use]
    pub fn bindings(&self, place: Place) -> &[Binding] {
        self.tables[place as usize].get_or_init(|| {
            file::read(BUILT_IN, place).expect("the keymap that is built in is sound")
        })
    }

    /// What a key does in a place; nothing for a key without a binding.
    #[must_use]
    pub fn action(&self, place: Place, key: Key) -> Option<Action> {
        let mut bindings = self.bindings(place).iter();
        bindings
            .find(|binding| binding.keys.contains(&key))
            .map(|found| found.action)
    }

    /// The keys of an action in a place.
    #[must_use]
    pub fn keys(&self, place: Place, action: Action) -> &[Key] {
        let mut bindings = self.bindings(place).iter();
        bindings
            .find(|binding| binding.action == action)
            .map_or(&[], |found| found.keys.as_slice())
    }

    /// Keys and word for each binding that the footer shows: only what works there.
    pub fn footer(&self, here: Here) -> impl Iterator<Item = (String, Text)> {
        self.offered(here).filter_map(move |binding| {
            let word = binding.footer()?;
            let first = binding.keys.first()?;
            let with = binding.with.filter(|_| binding.line.is_none());
            let with = with.and_then(|with| self.keys(here.place, with).first());
            let keys = match with {
                Some(with) => format!("{first} {with}"),
                None => first.to_string(),
            };
            Some((keys, word))
        })
    }
}

/// Whether the same keys do the same.
impl PartialEq for Keymap {
    fn eq(&self, other: &Self) -> bool {
        let mut places = Place::ALL.iter();
        places.all(|(_, place)| self.bindings(*place) == other.bindings(*place))
    }
}

impl Eq for Keymap {}

/// What has no key is found in the palette.
impl Keys for Keymap {
    fn key(&self, of: &str) -> Option<String> {
        let (place, action) = of.split_once('/')?;
        let place = Place::named(place)?;
        let mut keys = [Action::named(action)?, Action::Palette].into_iter();
        let key = keys.find_map(|action| self.keys(place, action).first());
        key.map(ToString::to_string)
    }
}
