//! Keys as the program understands them, whatever terminal library sent them.

use std::fmt;

use crate::model::text::escape_text;
use crate::model::width::width;

/// One key press. Shift is part of the character.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Key {
    /// A printable character.
    Char(char),
    /// A letter with Ctrl, in lower case.
    Ctrl(char),
    /// Return.
    Enter,
    /// Escape.
    Esc,
    /// Tab.
    Tab,
    /// Shift-Tab.
    BackTab,
    /// Up arrow.
    Up,
    /// Down arrow.
    Down,
    /// Left arrow.
    Left,
    /// Right arrow.
    Right,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// Home.
    Home,
    /// End.
    End,
    /// Delete forward.
    Delete,
    /// Backspace.
    Backspace,
    /// Any other key or combination.
    Other,
}

/// How a key press came that does not look like one of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Haste {
    /// The key is held down: the terminal says so, or it came again faster than a finger moves.
    Held,
    /// It came again so soon that it may be the first repeat of a key that is held down.
    Again,
    /// It came in one go with text, as a paste does where the terminal does not mark it as one.
    Rushed,
}

impl Key {
    /// The names of the keys that are no characters, as configuration and keymap write them.
    const NAMES: [(&'static str, Self); 16] = [
        ("Enter", Self::Enter),
        ("Esc", Self::Esc),
        ("Tab", Self::Tab),
        ("Shift-Tab", Self::BackTab),
        ("Up", Self::Up),
        ("Down", Self::Down),
        ("Left", Self::Left),
        ("Right", Self::Right),
        ("PgUp", Self::PageUp),
        ("PgDn", Self::PageDown),
        ("Home", Self::Home),
        ("End", Self::End),
        ("Delete", Self::Delete),
        ("Backspace", Self::Backspace),
        ("Space", Self::Char(' ')),
        ("Del", Self::Delete),
    ];

    /// The key of a name as configuration and keymap write it: a character for itself, `Space`, `PgUp`,
    /// `Ctrl-U`. Letter case counts only for a character.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let mut characters = name.chars();
        if let (Some(c), None) = (characters.next(), characters.next()) {
            return is_printable(c).then_some(Self::Char(c));
        }
        let known = Self::NAMES
            .iter()
            .find(|(known, _)| known.eq_ignore_ascii_case(name));
        if let Some((_, key)) = known {
            return Some(*key);
        }
        let (modifier, rest) = name.split_once('-')?;
        let mut rest = rest.chars();
        match (rest.next(), rest.next()) {
            (Some(c), None) if modifier.eq_ignore_ascii_case("ctrl") && c.is_ascii_graphic() => {
                Some(Self::Ctrl(c.to_ascii_lowercase()))
            }
            _ => None,
        }
    }

    /// The name by which [`Key::named`] finds it; nothing for [`Key::Other`].
    #[must_use]
    pub fn name(self) -> Option<String> {
        let known = Self::NAMES.iter().find(|(_, key)| *key == self);
        match (known, self) {
            (Some((name, _)), _) => Some((*name).to_owned()),
            (None, Self::Char(c)) => Some(c.to_string()),
            (None, Self::Ctrl(c)) => Some(format!("Ctrl-{}", c.to_ascii_uppercase())),
            (None, _) => None,
        }
    }

    /// The key from which terminals cannot tell it apart, if there is one: both send the same byte.
    #[must_use]
    pub fn arrives_as(self) -> Option<Self> {
        match self {
            Self::Ctrl('i') => Some(Self::Tab),
            Self::Ctrl('m') => Some(Self::Enter),
            Self::Ctrl('h') => Some(Self::Backspace),
            Self::Ctrl('[') => Some(Self::Esc),
            _ => None,
        }
    }
}

/// Whether a character stands for itself, in columns of its own.
fn is_printable(c: char) -> bool {
    let mut bytes = [0; 4];
    let text = c.encode_utf8(&mut bytes);
    !c.is_whitespace() && width(text) > 0 && escape_text(text) == *text
}

/// As footer, help and hints write it.
impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Char(' ') => f.write_str("Space"),
            Self::Char(c) => f.write_str(&escape_text(&c.to_string())),
            Self::Ctrl(c) => write!(f, "Ctrl-{}", c.to_uppercase()),
            Self::Enter => f.write_str("Enter"),
            Self::Esc => f.write_str("Esc"),
            Self::Tab => f.write_str("Tab"),
            Self::BackTab => f.write_str("Shift-Tab"),
            Self::Up => f.write_str("↑"),
            Self::Down => f.write_str("↓"),
            Self::Left => f.write_str("←"),
            Self::Right => f.write_str("→"),
            Self::PageUp => f.write_str("PgUp"),
            Self::PageDown => f.write_str("PgDn"),
            Self::Home => f.write_str("Home"),
            Self::End => f.write_str("End"),
            Self::Delete => f.write_str("Delete"),
            Self::Backspace => f.write_str("Backspace"),
            Self::Other => f.write_str("this key"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Key;

    #[test]
    fn a_key_is_found_by_its_name() {
        for (name, key) in Key::NAMES {
            assert_eq!(Key::named(name), Some(key), "{name}");
            assert_eq!(Key::named(&name.to_uppercase()), Some(key), "{name}");
        }
        let written = ["d", "D", "*", "Ctrl-U", "Delete", "Space", "é", "]"];
        for name in written {
            let key = Key::named(name).unwrap();
            assert_eq!(key.name().as_deref(), Some(name));
        }
        assert_eq!(Key::named("ctrl-u"), Some(Key::Ctrl('u')));
        for name in [
            "",
            "dd",
            "F5",
            "Alt-x",
            "Ctrl-",
            "Ctrl-\u{e9}",
            "\u{7}",
            "\u{301}",
            "\u{a0}",
        ] {
            assert_eq!(Key::named(name), None, "{name:?}");
        }
    }
}
