//! Something to be said, as data.

use std::borrow::Cow;
use std::fmt;

use super::catalog;
use super::language::spoken;

/// Something to be said. [`fmt::Display`] writes it in the language of the scope.
#[derive(Clone, PartialEq, Eq)]
pub struct Text(Kind);

#[derive(Clone, PartialEq, Eq)]
enum Kind {
    /// By its name in the language files.
    Named(&'static str, Vec<(&'static str, Arg)>),
    /// The same in every language: names, values, what others wrote.
    Verbatim(String),
    /// One after the other, with this between them.
    Joined(Vec<Text>, &'static str),
    /// Sentences one after the other, each but the last without its full stop.
    Sentences(Vec<Text>),
}

/// What is filled in.
#[derive(Clone, PartialEq, Eq)]
pub enum Arg {
    /// The same in every language.
    Verbatim(String),
    /// A number of things: it chooses singular or plural, and its thousands are set apart.
    Count(u64),
    /// Something that is itself said in the language.
    Text(Text),
}

impl Text {
    /// By its name in the language files; [`crate::text!`] writes this.
    #[must_use]
    pub fn named<const N: usize>(id: &'static str, args: [(&'static str, Arg); N]) -> Self {
        Self(Kind::Named(id, Vec::from(args)))
    }

    /// The same in every language: a name, a value, the words of the service.
    #[must_use]
    pub fn verbatim(words: impl Into<String>) -> Self {
        Self(Kind::Verbatim(words.into()))
    }

    /// No words at all.
    #[must_use]
    pub fn empty() -> Self {
        Self::verbatim("")
    }

    /// Several texts with something between them.
    #[must_use]
    pub fn joined(texts: impl IntoIterator<Item = Self>, between: &'static str) -> Self {
        Self(Kind::Joined(texts.into_iter().collect(), between))
    }

    /// Several sentences, parted by semicolons instead of full stops.
    #[must_use]
    pub fn sentences(texts: impl IntoIterator<Item = Self>) -> Self {
        Self(Kind::Sentences(texts.into_iter().collect()))
    }

    /// `a, b and c`.
    #[must_use]
    pub fn all_of(names: &[&str]) -> Self {
        Self::listed(names, |first, last| {
            crate::text!("config-list-and", first = first, last = last)
        })
    }

    /// `a, b or c`.
    #[must_use]
    pub fn one_of(names: &[&str]) -> Self {
        Self::listed(names, |first, last| {
            crate::text!("config-list-or", first = first, last = last)
        })
    }

    fn listed(names: &[&str], both: impl FnOnce(Self, &str) -> Self) -> Self {
        match names {
            [] => Self::empty(),
            [only] => Self::verbatim(*only),
            [first @ .., last] => both(Self::verbatim(first.join(", ")), last),
        }
    }

    /// Whether there are no words.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        match &self.0 {
            Kind::Named(..) => false,
            Kind::Verbatim(words) => words.is_empty(),
            Kind::Joined(texts, _) | Kind::Sentences(texts) => texts.iter().all(Self::is_empty),
        }
    }
}

/// No words.
impl Default for Text {
    fn default() -> Self {
        Self::empty()
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Kind::Named(id, args) => f.pad(&catalog::say(spoken(), id, args)),
            Kind::Verbatim(words) => f.pad(words),
            Kind::Joined(texts, between) => {
                for (nth, text) in texts.iter().enumerate() {
                    if nth > 0 {
                        f.write_str(between)?;
                    }
                    text.fmt(f)?;
                }
                Ok(())
            }
            Kind::Sentences(texts) => {
                for (nth, text) in texts.iter().enumerate() {
                    let words = text.to_string();
                    if nth + 1 == texts.len() {
                        f.write_str(&words)?;
                    } else {
                        f.write_str(words.strip_suffix(['.', '。']).unwrap_or(&words))?;
                        f.write_str("; ")?;
                    }
                }
                Ok(())
            }
        }
    }
}

/// As a test that fails shows it: the words.
impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.to_string())
    }
}

impl fmt::Debug for Arg {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Verbatim(words) => words.fmt(f),
            Self::Count(count) => count.fmt(f),
            Self::Text(text) => text.fmt(f),
        }
    }
}

impl PartialEq<str> for Text {
    fn eq(&self, words: &str) -> bool {
        let said = self.to_string();
        said == words
    }
}

impl PartialEq<&str> for Text {
    fn eq(&self, words: &&str) -> bool {
        self == *words
    }
}

impl From<Text> for Arg {
    fn from(text: Text) -> Self {
        Self::Text(text)
    }
}

impl From<&Text> for Arg {
    fn from(text: &Text) -> Self {
        Self::Text(text.clone())
    }
}

impl From<String> for Arg {
    fn from(words: String) -> Self {
        Self::Verbatim(words)
    }
}

impl From<&String> for Arg {
    fn from(words: &String) -> Self {
        Self::Verbatim(words.clone())
    }
}

impl From<&str> for Arg {
    fn from(words: &str) -> Self {
        Self::Verbatim(words.to_owned())
    }
}

impl From<Cow<'_, str>> for Arg {
    fn from(words: Cow<'_, str>) -> Self {
        Self::Verbatim(words.into_owned())
    }
}

impl From<u64> for Arg {
    fn from(count: u64) -> Self {
        Self::Count(count)
    }
}

impl From<u32> for Arg {
    fn from(count: u32) -> Self {
        Self::Count(count.into())
    }
}

impl From<usize> for Arg {
    fn from(count: usize) -> Self {
        Self::Count(count.try_into().unwrap_or(u64::MAX))
    }
}

impl From<u16> for Arg {
    fn from(count: u16) -> Self {
        Self::Count(count.into())
    }
}

#[cfg(test)]
mod tests {
    use super::{Arg, Text};
    use crate::i18n::{Language, speaking};
    use crate::text;

    #[test]
    fn what_is_filled_in_is_said_in_the_same_language() {
        let text = text!("count-mirrors", count = 2_000_u64);
        assert_eq!(text, "2,000 mirrors");
        let korean = speaking(Language::Korean, || text.to_string());
        assert_eq!(korean, "미러 2,000개");
        assert_eq!(text!("count-mirrors", count = 1_u64), "1 mirror");
    }

    #[test]
    fn sentences_are_parted_by_semicolons() {
        let sentences = ["One.", "Two", "三。", "Four."].map(Text::verbatim);
        assert_eq!(Text::sentences(sentences), "One; Two; 三; Four.");
    }

    #[test]
    fn words_of_others_stay_as_they_are() {
        let name = "{ $count } \u{2068}";
        assert_eq!(Text::verbatim(name), name);
        let both = Text::joined(["a", "b"].map(Text::verbatim), "; ");
        assert_eq!(both, "a; b");
        assert_eq!(Text::all_of(&["a"]), "a");
        assert_eq!(Text::all_of(&["a", "b", "c"]), "a, b and c");
        assert_eq!(Text::one_of(&["a", "b"]), "a or b");
        assert!(Text::empty().is_empty() && !both.is_empty());
        assert_eq!(format!("{:?}", Arg::from(&both)), "\"a; b\"");
    }
}
