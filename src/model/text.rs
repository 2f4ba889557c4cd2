//! Untrusted text made safe once, at the door.
//!
//! What the service or a device wrote may hold escape sequences, bidirectional marks or characters
//! without width. [`escape_text`] is for prose and values, [`escape_name`] for what identifies: it
//! also keeps two different names from looking the same.

mod characters;

use std::borrow::Cow;
use std::fmt;

use unicode_width::UnicodeWidthChar as _;

use self::characters::{
    carries_marks, composed, has_twin, is_combining, is_dangerous, is_joined, may_join,
};
use super::signs::in_ascii;
use crate::i18n::{Arg, Text, spoken};

/// How the default mirror is written where a named one could stand, by language (`mirror-default` in
/// the language files). No name looks like one of them, whichever language is spoken: each has a blank,
/// which a name that reads so shows as an escape.
pub const DEFAULT_MIRRORS: [&str; 3] = [
    "default (no name)",
    "default(이름 없음)",
    "default (名前なし)",
];

/// That of the language of the scope.
#[must_use]
pub fn default_mirror() -> &'static str {
    DEFAULT_MIRRORS[spoken() as usize]
}

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

impl From<SafeText> for Text {
    fn from(words: SafeText) -> Self {
        Self::verbatim(words.0)
    }
}

impl From<&SafeText> for Text {
    fn from(words: &SafeText) -> Self {
        Self::verbatim(words.as_str())
    }
}

impl From<&SafeText> for Arg {
    fn from(words: &SafeText) -> Self {
        words.as_str().into()
    }
}

/// Escapes what could steer a terminal or hide: control and C1 characters, bidirectional marks,
/// characters without width or ink, line and paragraph separators, tags and private use.
///
/// A combining mark stays where it follows a character that it can combine with, and no more than
/// [`MARKS`] others. Nor does a character stay that would become one sign with those before it: some
/// terminals join them (a hand and its colour, lam and alef), others do not, and then every column
/// behind them is off. Decomposed Hangul is composed, as terminals draw and measure its parts each in
/// their own way.
#[must_use]
pub fn escape_text(raw: &str) -> Cow<'_, str> {
    let mut escaper = Escaper::default();
    let safe = escape(raw, |_, c| escaper.hides(c));
    match composed(&safe) {
        Some(composed) => Cow::Owned(composed),
        None => safe,
    }
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

    /// What stands in the place of the next character, where it is escaped. Parts of decomposed Hangul
    /// are: as bytes they are what came, and no syllable stands for them here.
    pub(super) fn escape(&mut self, c: char) -> Option<String> {
        // Most of what there is; none of it is a mark or ever escaped.
        if matches!(c, ' '..='~' | '가'..='힣' | 'ぁ'..='ゖ' | 'ァ'..='ヺ' | '一'..='\u{9FFF}')
        {
            (self.previous, self.marks) = (Some(c), 0);
            return None;
        }
        (self.hides(c) || matches!(c, '\u{1160}'..='\u{11FF}')).then(|| {
            let mut escape = String::new();
            push_escape(&mut escape, c);
            escape
        })
    }
}

/// Escapes as [`escape_text`] does and, so that distinct names look distinct, also the backslash,
/// every white space but a single inner space, combining marks and conjoining jamo (a decomposed
/// name would look like its composed twin), and characters that have a canonical twin. So that a
/// name cannot pass for what the program itself writes, and no two look the same where signs have
/// their ASCII forms, signs ([`super::signs`]) are escaped, and a name that reads
/// as one of [`DEFAULT_MIRRORS`].
#[must_use]
pub fn escape_name(raw: &str) -> Cow<'_, str> {
    let last = raw.len().saturating_sub(1);
    let poses_as_default = DEFAULT_MIRRORS.contains(&raw);
    let mut position = 0;
    escape(raw, |previous, c| {
        let at_the_edge = position == 0 || position == last || poses_as_default;
        position += c.len_utf8();
        match c {
            ' ' => at_the_edge || previous == Some(' '),
            '\\' => true,
            // ` > ` is what the program writes for ` › ` where it has ASCII only.
            '>' => previous == Some(' '),
            _ => {
                let is_sign = in_ascii(c).is_some();
                is_sign || is_dangerous(c) || is_combining(c) || c.is_whitespace() || has_twin(c)
            }
        }
    })
}

fn escape(raw: &str, mut hides: impl FnMut(Option<char>, char) -> bool) -> Cow<'_, str> {
    let mut safe: Option<String> = None;
    let mut previous = None;
    // Where the last character with a column of its own begins.
    let mut base = 0;
    for (at, c) in raw.char_indices() {
        let end = at + c.len_utf8();
        if hides(previous, c) || (may_join(c) && is_joined(&raw[base..end])) {
            base = end;
            let safe = safe.get_or_insert_with(|| raw[..at].to_owned());
            push_escape(safe, c);
            previous = None;
        } else {
            if let Some(safe) = &mut safe {
                safe.push(c);
            }
            previous = Some(c);
            if c.width() != Some(0) {
                base = at;
            }
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
    fn decomposed_hangul_becomes_syllables() {
        for (parts, syllables) in [
            ("\u{1112}\u{1161}\u{11ab}\u{1100}\u{1173}\u{11af}", "한글"),
            ("\u{1100}\u{1161}\u{1102}\u{1161}", "가나"),
            ("가\u{11a8}각\u{11a8}", "각각\u{11a8}"),
            ("\u{1112}a\u{1161}", "\u{1112}a\u{1161}"),
        ] {
            assert_eq!(escape_text(parts), syllables);
        }
    }

    #[test]
    fn what_some_terminals_join_is_taken_apart() {
        assert_eq!(escape_text("👍\u{1f3fd}!"), "👍\\u{1f3fd}!");
        assert_eq!(escape_name("👍\u{1f3fd}!"), "👍\\u{1f3fd}!");
        assert_eq!(escape_text("\u{644}\u{627}"), "\u{644}\\u{627}");
        assert_eq!(escape_text("👨\u{200d}👩"), "👨\\u{200d}👩");
        assert_eq!(escape_text("🇰🇷 서울"), "🇰🇷 서울");
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
            ("a·b", "a.b"),
            ("a…", "a~"),
        ];
        for (one, other) in twins {
            assert_ne!(escape_name(one), escape_name(other));
        }
        for default in super::DEFAULT_MIRRORS {
            assert_ne!(escape_name(default), default);
        }
        // Where signs are ASCII, this is how the program writes ` › `.
        assert!(!escape_name("a > b").contains(" > "));
        assert_eq!(escape_name("a>b"), "a>b");
    }
}
