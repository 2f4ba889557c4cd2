//! The keys that the user wishes for. They take the place of the default ones, unless that would leave
//! something without a key, give a key two meanings, or touch what guards a deletion.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use super::{Action, Keymap, Place, hangul};
use crate::app::key::Key;
use crate::i18n::Text;
use crate::text;

/// Places whose keys are chosen together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Group {
    /// Its name in the configuration.
    pub name: &'static str,
    places: &'static [Place],
}

impl Group {
    /// All of them; what stands further down beats what stands above.
    pub const ALL: [Self; 13] = [
        Self::new("panes", &[Place::Devices, Place::Mirrors, Place::Detail]),
        Self::new("devices", &[Place::Devices]),
        Self::new("mirrors", &[Place::Mirrors]),
        Self::new("detail", &[Place::Detail]),
        Self::new("trash", &[Place::Trash, Place::TrashPreview]),
        Self::new("sweep", &[Place::Sweep]),
        Self::new("plan", &[Place::Plan]),
        Self::new("tasks", &[Place::Tasks, Place::TaskItems]),
        Self::new(
            "filter",
            &[Place::Filter, Place::TrashFilter, Place::SweepFilter],
        ),
        Self::new("prompt", &[Place::Prompt]),
        Self::new("help", &[Place::Help]),
        Self::new("copy-menu", &[Place::CopyMenu]),
        Self::new("palette", &[Place::Palette]),
    ];

    /// What asks before something is changed or left: its keys are promised, so that nobody confirms
    /// by a key that means something else elsewhere.
    pub const FIXED: [&'static str; 4] = ["delete-dialog", "restore-dialog", "plan-number", "quit"];

    const fn new(name: &'static str, places: &'static [Place]) -> Self {
        Self { name, places }
    }

    /// The group of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|group| group.name == name)
    }

    /// The names of the actions that there are in it, each once.
    #[must_use]
    pub fn actions(self, keymap: &Keymap) -> Vec<&'static str> {
        let mut names = Vec::new();
        for binding in self.places.iter().flat_map(|place| keymap.bindings(*place)) {
            let name = binding.action.name();
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }

    fn has(self, keymap: &Keymap, action: Action) -> bool {
        let mut bindings = self.places.iter().flat_map(|place| keymap.bindings(*place));
        bindings.any(|binding| binding.action == action)
    }
}

/// A key that the user has chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chosen {
    /// The key.
    pub key: Key,
    /// Where it stands, in bytes from the start of the configuration.
    pub at: usize,
}

/// The keys that an action is to have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wish {
    /// Where.
    pub group: Group,
    /// The action.
    pub action: Action,
    /// All of its keys; none leaves it to the palette.
    pub keys: Vec<Chosen>,
    /// Where it stands, in bytes from the start of the configuration.
    pub at: usize,
}

/// Why a wish cannot be fulfilled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyProblem {
    /// Where it stands, in bytes from the start of the configuration.
    pub at: usize,
    /// What is wrong, and what to do.
    pub what: Text,
}

impl Keymap {
    /// This keymap with the keys that the user wishes for.
    ///
    /// # Errors
    /// Everything that is wrong with them; at least one problem.
    pub fn with(&self, wishes: &[Wish]) -> Result<Self, Vec<KeyProblem>> {
        let mut problems = Vec::new();
        let mut keymap = self.clone();
        for group in Group::ALL {
            for wish in wishes.iter().filter(|wish| wish.group == group) {
                check(wish, self, &mut problems);
                keymap.fulfil(wish);
            }
        }
        keymap.find_conflicts(wishes, &mut problems);
        if problems.is_empty() {
            Ok(keymap)
        } else {
            Err(problems)
        }
    }

    fn fulfil(&mut self, wish: &Wish) {
        for place in wish.group.places {
            let mut table = self.bindings(*place).to_vec();
            let found = table.iter_mut();
            for binding in found.filter(|binding| binding.action == wish.action) {
                binding.keys = wish.keys.iter().map(|chosen| chosen.key).collect();
                // Ctrl-C quits everywhere, whatever else does.
                if wish.action == Action::Quit && !binding.keys.contains(&Key::Ctrl('c')) {
                    binding.keys.push(Key::Ctrl('c'));
                }
            }
            self.tables[*place as usize] = OnceLock::from(table);
        }
    }

    /// Keys with two meanings in a place. They are found in the finished keymap: another wish may have
    /// taken the key from its old meaning.
    fn find_conflicts(&self, wishes: &[Wish], problems: &mut Vec<KeyProblem>) {
        let unreachable: BTreeSet<usize> = problems.iter().map(|problem| problem.at).collect();
        let mut told = BTreeSet::new();
        for (_, place) in Place::ALL {
            for (nth, binding) in self.bindings(place).iter().enumerate() {
                for (key, other) in self.bindings(place)[..nth].iter().flat_map(|other| {
                    let shared = other.keys.iter().filter(|key| binding.keys.contains(key));
                    shared.map(move |key| (*key, other.action))
                }) {
                    let both = [binding.action, other].map(|action| {
                        let at = chosen_at(wishes, place, action, key);
                        (at, action)
                    });
                    // The later of two wishes is the one that is told.
                    let [(_, taken), (at, action)] = {
                        let mut both = both;
                        both.sort_by_key(|(at, _)| *at);
                        both
                    };
                    // A key that never comes to its action is told as that.
                    let Some(at) = at.filter(|at| !unreachable.contains(at)) else {
                        continue;
                    };
                    if told.insert((at, taken.name(), action.name())) {
                        let what = text!(
                            "keymap-conflict",
                            key = key.to_string(),
                            action = action.name(),
                            other = taken.name(),
                            place = place.name()
                        );
                        problems.push(KeyProblem { at, what });
                    }
                }
            }
        }
    }
}

/// Where a key was chosen for an action in a place; nothing where it has it by default.
fn chosen_at(wishes: &[Wish], place: Place, action: Action, key: Key) -> Option<usize> {
    let mut of_action = wishes
        .iter()
        .filter(|wish| wish.action == action && wish.group.places.contains(&place));
    of_action.find_map(|wish| {
        let mut keys = wish.keys.iter();
        keys.find(|chosen| chosen.key == key)
            .map(|chosen| chosen.at)
    })
}

/// What is wrong with a wish, whatever the others are.
fn check(wish: &Wish, keymap: &Keymap, problems: &mut Vec<KeyProblem>) {
    let Wish { group, action, .. } = wish;
    if !group.has(keymap, *action) {
        let all = group.actions(keymap).into_iter().map(Text::verbatim);
        let what = text!(
            "keymap-no-such-action-here",
            action = action.name(),
            place = group.name,
            all = Text::joined(all, ", ")
        );
        problems.push(KeyProblem { at: wish.at, what });
        return;
    }
    if wish.keys.is_empty() && action.must_have_a_key() && *action != Action::Quit {
        let what = text!(
            "keymap-no-key-left",
            action = action.name(),
            place = group.name
        );
        problems.push(KeyProblem { at: wish.at, what });
    }
    for chosen in &wish.keys {
        if let Some(what) = unreachable(*group, *action, chosen.key) {
            problems.push(KeyProblem {
                at: chosen.at,
                what,
            });
        }
    }
}

/// Why a key would never come to its action.
fn unreachable(group: Group, action: Action, key: Key) -> Option<Text> {
    let shown = key.to_string();
    if let Some(other) = key.arrives_as() {
        let other = other.to_string();
        return Some(text!("keymap-same-byte", key = shown, other = other));
    }
    match key {
        Key::Ctrl('c') if action != Action::Quit => Some(text!("keymap-ctrl-c", key = shown)),
        Key::Ctrl('z') => Some(text!("keymap-ctrl-z", key = shown)),
        Key::Ctrl(c) if !c.is_ascii_lowercase() => Some(text!("keymap-ctrl-letter", key = shown)),
        Key::Char(_) if group.places.iter().any(|place| place.is_text_field()) => {
            Some(text!("keymap-is-text", key = shown, place = group.name))
        }
        Key::Char(c) => hangul::keys(c).map(|keys| {
            text!(
                "keymap-hangul",
                key = c.to_string(),
                letter = String::from_iter(keys)
            )
        }),
        _ => None,
    }
}
