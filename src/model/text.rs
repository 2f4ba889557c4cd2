//! Untrusted text made safe once, at the door.
//!
//! What the service or a device wrote may hold escape sequences, bidirectional marks or characters
//! without width. [`escape_text`] is for prose and values, [`escape_name`] for what identifies: it
//! also keeps two different names from looking the same.

use std::borrow::Cow;
use std::fmt;

use unicode_width::UnicodeWidthChar;

/// How the default mirror is written where a named one could stand. No name looks like it.
pub const DEFAULT_MIRROR: &str = "default (no name)";

/// Combining marks that one character may bear: no writing needs more than a few, and a pile of them
/// runs over its neighbours.
pub const MARKS: usize = 8;

/// Text that may be drawn: every dangerous character stands as a visible escape.
#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SafeText(Box<str>);

impl SafeText {
    /// Makes prose or a value safe; combining marks stay with their base character.
    #[must_use]
    pub fn from_text(raw: &str) -> Self {
        Self(escape_text(raw).into())
    }

    /// Makes prose safe and cuts it after `limit` characters, with an ellipsis where it was cut.
    #[must_use]
    pub fn excerpt(raw: &str, limit: usize) -> Self {
        match raw.char_indices().nth(limit) {
            None => Self::from_text(raw),
            Some((end, _)) => Self(format!("{}…", escape_text(&raw[..end])).into()),
        }
    }

    /// The text, safe to draw.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether there is nothing to draw.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Display for SafeText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl fmt::Debug for SafeText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", &*self.0)
    }
}

impl From<&str> for SafeText {
    fn from(raw: &str) -> Self {
        Self::from_text(raw)
    }
}

/// Escapes what could steer a terminal or hide: control and C1 characters, bidirectional marks,
/// characters without width or ink, line and paragraph separators, tags and private use.
///
/// A combining mark stays where it follows a character that it can combine with, and no more than
/// [`MARKS`] others.
#[must_use]
pub fn escape_text(raw: &str) -> Cow<'_, str> {
    let mut escaper = Escaper::default();
    escape(raw, |_, c| escaper.hides(c))
}

/// Decides as [`escape_text`] does, one character after the other.
#[derive(Debug, Clone, Default)]
pub(super) struct Escaper {
    previous: Option<char>,
    marks: usize,
}

impl Escaper {
    /// Whether the next character is escaped.
    fn hides(&mut self, c: char) -> bool {
        let is_mark = is_combining(c);
        self.marks = if is_mark { self.marks + 1 } else { 0 };
        let bears = self.previous.is_some_and(carries_marks);
        let hides = is_dangerous(c) || (is_mark && (!bears || self.marks > MARKS));
        if hides {
            self.marks = 0;
        }
        self.previous = (!hides).then_some(c);
        hides
    }

    /// What stands in the place of the next character, where it is escaped.
    pub(super) fn escape(&mut self, c: char) -> Option<String> {
        if matches!(c, ' '..='~') {
            (self.previous, self.marks) = (Some(c), 0);
            return None;
        }
        self.hides(c).then(|| {
            let mut escape = String::new();
            push_escape(&mut escape, c);
            escape
        })
    }
}

/// Escapes as [`escape_text`] does and, so that distinct names look distinct, also the backslash,
/// every white space but a single inner space, combining marks and conjoining jamo (a decomposed
/// name would look like its composed twin), and characters that have a canonical twin. So that a
/// name cannot pass for what the program itself writes, `›` is escaped and a name that reads
/// [`DEFAULT_MIRROR`].
#[must_use]
pub fn escape_name(raw: &str) -> Cow<'_, str> {
    let last = raw.len().saturating_sub(1);
    let poses_as_default = raw == DEFAULT_MIRROR;
    let mut position = 0;
    escape(raw, |previous, c| {
        let at_the_edge = position == 0 || position == last || poses_as_default;
        position += c.len_utf8();
        match c {
            ' ' => at_the_edge || previous == Some(' '),
            '\\' | '›' => true,
            _ => is_dangerous(c) || is_combining(c) || c.is_whitespace() || has_twin(c),
        }
    })
}

fn escape(raw: &str, mut hides: impl FnMut(Option<char>, char) -> bool) -> Cow<'_, str> {
    let mut safe: Option<String> = None;
    let mut previous = None;
    for (at, c) in raw.char_indices() {
        if hides(previous, c) {
            let safe = safe.get_or_insert_with(|| raw[..at].to_owned());
            push_escape(safe, c);
            previous = None;
        } else {
            if let Some(safe) = &mut safe {
                safe.push(c);
            }
            previous = Some(c);
        }
    }
    safe.map_or(Cow::Borrowed(raw), Cow::Owned)
}

fn push_escape(safe: &mut String, c: char) {
    match c {
        '\n' => safe.push_str("\\n"),
        '\r' => safe.push_str("\\r"),
        '\t' => safe.push_str("\\t"),
        '\\' => safe.push_str("\\\\"),
        _ => {
            use fmt::Write as _;
            write!(safe, "\\u{{{:x}}}", u32::from(c)).expect("writing to a string cannot fail");
        }
    }
}

/// Whether a text contains the lower-case `needle`, letter case aside.
#[must_use]
pub fn contains(text: &str, needle: &str) -> bool {
    match (text.is_ascii(), needle.is_ascii()) {
        (true, true) => {
            let (text, needle) = (text.as_bytes(), needle.as_bytes());
            needle.is_empty()
                || text
                    .windows(needle.len())
                    .any(|window| window.eq_ignore_ascii_case(needle))
        }
        // In lower case ASCII stays ASCII, so nothing needs to be copied to know.
        (true, false) => false,
        (false, _) => text.to_lowercase().contains(needle),
    }
}

/// Characters that no terminal should get from a stranger.
///
/// Source: the Unicode properties `General_Category` (Cc, Cf, Co, Zl, Zp), `Bidi_Control` and
/// `Default_Ignorable_Code_Point`, as listed in `PropList.txt` and `DerivedCoreProperties.txt`.
fn is_dangerous(c: char) -> bool {
    c.is_control()
        || matches!(
            u32::from(c),
            0x00AD | 0x034F | 0x061C | 0x0600..=0x0605 | 0x06DD | 0x070F | 0x0890..=0x0891
            | 0x08E2 | 0x115F..=0x1160 | 0x17B4..=0x17B5 | 0x180B..=0x180F | 0x200B..=0x200F
            | 0x2028..=0x202E | 0x2060..=0x206F | 0x2800 | 0x3164 | 0xFE00..=0xFE0F | 0xFEFF
            | 0xFFA0 | 0xFFF0..=0xFFFB | 0x110BD | 0x110CD | 0x13430..=0x1343F
            | 0x1BCA0..=0x1BCA3 | 0x1D173..=0x1D17A | 0xE000..=0xF8FF | 0xE0000..=0x0010_FFFF
        )
}

/// Combining marks and the vowel and final jamo of decomposed Hangul: they take no column of
/// their own.
fn is_combining(c: char) -> bool {
    !is_dangerous(c) && c.width() == Some(0)
}

/// Whether a combining mark after `c` is drawn on `c` by every terminal.
fn carries_marks(c: char) -> bool {
    c.is_alphanumeric() || is_combining(c)
}

/// Characters whose canonical decomposition is another single character, so that they look the
/// same as it: the angstrom, kelvin and ohm signs, the Greek oxia letters, the compatibility ideographs.
///
/// Source: `UnicodeData.txt`, singleton decompositions.
fn has_twin(c: char) -> bool {
    matches!(
        u32::from(c),
        0x0374 | 0x037E | 0x0387 | 0x1F71 | 0x1F73 | 0x1F75 | 0x1F77 | 0x1F79 | 0x1F7B | 0x1F7D
            | 0x1FBB | 0x1FBE | 0x1FC9 | 0x1FCB | 0x1FD3 | 0x1FDB | 0x1FE3 | 0x1FEB
            | 0x1FEE..=0x1FEF | 0x1FF9 | 0x1FFB | 0x1FFD | 0x2126 | 0x212A..=0x212B
            | 0x2329..=0x232A | 0xF900..=0xFAFF | 0x2F800..=0x2FA1F
    )
}

#[cfg(test)]
mod tests {
    use super::{escape_name, escape_text};

    #[test]
    fn ordinary_text_is_left_alone() {
        for text in [
            "north wall, valve A",
            "온실 7동 습도",
            "C:\\plant",
            "e\u{301}t\u{e9}",
            "",
        ] {
            assert_eq!(escape_text(text), text);
        }
    }

    #[test]
    fn what_steers_a_terminal_is_shown() {
        assert_eq!(escape_text("a\u{1b}[31m\u{7}"), "a\\u{1b}[31m\\u{7}");
        assert_eq!(
            escape_text("x\u{202e}y\u{200b}\u{9b}"),
            "x\\u{202e}y\\u{200b}\\u{9b}"
        );
        assert_eq!(escape_text("\u{301}x\n"), "\\u{301}x\\n");
    }

    #[test]
    fn look_alike_names_differ_on_screen() {
        let twins = [
            ("caf\u{e9}", "cafe\u{301}"),
            ("\u{d55c}", "\u{1112}\u{1161}\u{11ab}"),
            ("a", "a "),
            ("a b", "a\u{a0}b"),
            ("a b", "a  b"),
            ("\\n", "\n"),
            ("\u{3a9}", "\u{2126}"),
            (" ", "\u{3000}"),
            ("a › b", "a \\u{203a} b"),
        ];
        for (one, other) in twins {
            assert_ne!(escape_name(one), escape_name(other));
        }
        assert_ne!(escape_name(super::DEFAULT_MIRROR), super::DEFAULT_MIRROR);
    }
}
