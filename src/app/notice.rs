//! The line above the keys: the last thing that happened.

use crate::i18n::Text;
use crate::model::mirror::MirrorId;
use crate::model::outcome::{Ending, Word};
use crate::model::time::clock_time;
use jiff::tz::TimeZone;

/// How a notice is meant, which decides its mark and colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// An answer to a key.
    Plain,
    /// Something under way.
    Busy,
    /// Something that went well.
    Good,
    /// Something to look at.
    Warning,
    /// Something that failed.
    Bad,
}

/// The last thing that happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// How it is meant.
    pub tone: Tone,
    /// The words, safe to draw.
    pub text: Text,
    /// Whether this is what was said of a deletion: nothing but the user's next doing takes it away.
    pub is_outcome: bool,
}

impl Notice {
    /// A notice.
    #[must_use]
    pub fn new(tone: Tone, text: impl Into<Text>) -> Self {
        Self {
            tone,
            text: text.into(),
            is_outcome: false,
        }
    }

    /// What is said of a deletion or restore that has ended.
    #[must_use]
    pub fn of_action(
        target: &MirrorId,
        version: Option<u64>,
        ending: &Ending,
        at_ms: i64,
        zone: &TimeZone,
    ) -> Self {
        let version = version.map_or_else(String::new, |version| format!(" (v{version})"));
        let mut text = format!(
            "{} {target}{version} at {}",
            ending.word,
            clock_time(at_ms, zone)
        );
        if !ending.reason.is_empty() {
            text.push_str(", ");
            text.push_str(&ending.reason.to_string());
        }
        if let Some(warning) = &ending.warning {
            text.push_str(" \u{26a0} ");
            text.push_str(&warning.to_string());
        }
        let tone = match (ending.word, &ending.warning) {
            (Word::Deleted | Word::Restored, None) => Tone::Good,
            (Word::Deleted | Word::Restored, Some(_)) | (Word::AlreadyGone, _) => Tone::Warning,
            _ => Tone::Bad,
        };
        Self {
            tone,
            text: text.into(),
            is_outcome: true,
        }
    }
}
