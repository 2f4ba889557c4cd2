//! The language in which the rows of a sweep are filtered: words separated by blanks, all of which
//! must hold. `mirror:legacy* age:>90d drift:yes device:hall3-*`

mod forms;
mod glob;
mod parse;
mod problem;
mod values;

pub use forms::{FORMS, Form};
pub use problem::FilterProblem;

use glob::Glob;
use values::Comparison;

use super::device::DeviceName;
use super::mirror::MirrorName;
use super::summary::MirrorSummary;
use super::text::contains;

/// What a row is judged by.
#[derive(Debug, Clone, Copy)]
pub struct Subject<'a> {
    /// Whose mirror it is.
    pub device: &'a DeviceName,
    /// Which mirror.
    pub mirror: &'a MirrorName,
    /// What was read of it, if it was.
    pub facts: Option<&'a MirrorSummary>,
    /// Whether the user has marked it.
    pub is_marked: bool,
}

/// Whether a row belongs to what was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It does.
    Matches,
    /// It may: its facts decide, and they were not read.
    Unknown,
    /// It does not, whatever its facts.
    Fails,
}

/// A filter that was understood.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SweepFilter {
    words: Vec<Word>,
}

/// One word: what it asks, and whether it asks for the contrary.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Word {
    negated: bool,
    test: Test,
}

/// What a word asks.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Test {
    /// Device or mirror contains this, in lower case.
    Contains(String),
    /// The device has one of these names.
    Device(Vec<Glob>),
    /// A named mirror has one of these names.
    Mirror(Vec<Glob>),
    /// Whether it is the default mirror.
    Default(bool),
    /// Milliseconds from the last report to the reading.
    Age(Comparison),
    /// No report was ever made.
    NeverReported,
    /// Whether desired differs from reported.
    Drift(bool),
    /// The version.
    Version(Comparison),
    /// The service named no version.
    NoVersion,
    /// Bytes of the document.
    Size(Comparison),
    /// Whether it is marked.
    Marked(bool),
}

impl SweepFilter {
    /// Understands a filter; the empty one lets everything through.
    ///
    /// # Errors
    /// The first word that is not understood, where it stands, and what could be meant.
    pub fn parse(text: &str) -> Result<Self, FilterProblem> {
        let words = parse::words(text)?;
        Ok(Self { words })
    }

    /// Understands what it can of a filter that is being typed: a word that is not understood is left
    /// out, and so is a last one that may still become a field. Else the table would be empty while
    /// `age:>90d` is typed, as no name contains `age`.
    #[must_use]
    pub fn parse_typed(text: &str) -> (Self, Option<FilterProblem>) {
        let (words, problem) = parse::typed_words(text);
        (Self { words }, problem)
    }

    /// Whether it lets everything through.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Whether the names alone are not enough to tell.
    #[must_use]
    pub fn needs_facts(&self) -> bool {
        self.words.iter().any(|word| word.test.needs_facts())
    }

    /// Whether it asks for default mirrors, which no list names.
    #[must_use]
    pub fn wants_default(&self) -> bool {
        let wants = |word: &Word| matches!(word.test, Test::Default(is) if is != word.negated);
        self.words.iter().any(wants)
    }

    /// Whether marks decide too.
    #[must_use]
    pub fn is_about_marks(&self) -> bool {
        let is_mark = |word: &Word| matches!(word.test, Test::Marked(_));
        self.words.iter().any(is_mark)
    }

    /// Judges a row. What the names decide is decided whether or not the facts were read.
    #[must_use]
    pub fn verdict(&self, subject: &Subject<'_>) -> Verdict {
        let mut verdict = Verdict::Matches;
        for word in &self.words {
            match word.test.holds(subject) {
                Some(holds) if holds == word.negated => return Verdict::Fails,
                Some(_) => {}
                None => verdict = Verdict::Unknown,
            }
        }
        verdict
    }
}

impl Test {
    fn needs_facts(&self) -> bool {
        matches!(
            self,
            Self::Age(_)
                | Self::NeverReported
                | Self::Drift(_)
                | Self::Version(_)
                | Self::NoVersion
                | Self::Size(_)
        )
    }

    /// Nothing where the facts decide and were not read.
    fn holds(&self, subject: &Subject<'_>) -> Option<bool> {
        let named = match subject.mirror {
            MirrorName::Default => None,
            MirrorName::Named(name) => Some(name),
        };
        Some(match self {
            Self::Contains(needle) => {
                contains(subject.device.shown(), needle)
                    || named.is_some_and(|name| contains(name.shown(), needle))
            }
            Self::Device(globs) => globs.iter().any(|glob| glob.matches(subject.device)),
            Self::Mirror(globs) => {
                named.is_some_and(|name| globs.iter().any(|glob| glob.matches(name)))
            }
            Self::Default(is) => named.is_none() == *is,
            Self::Marked(is) => subject.is_marked == *is,
            Self::Age(comparison) => {
                let facts = subject.facts?;
                facts
                    .age_ms()
                    .is_some_and(|age| comparison.holds(i128::from(age)))
            }
            Self::NeverReported => subject.facts?.last_report_ms.is_none(),
            Self::Drift(is) => (subject.facts?.differing > 0) == *is,
            Self::Version(comparison) => {
                let version = subject.facts?.version;
                version.is_some_and(|version| comparison.holds(i128::from(version)))
            }
            Self::NoVersion => subject.facts?.version.is_none(),
            Self::Size(comparison) => comparison.holds(i128::from(subject.facts?.bytes)),
        })
    }
}
