//! The line above the keys: the last thing that happened.

use crate::i18n::Text;
use crate::model::mirror::MirrorId;
use crate::model::outcome::{Ending, Word};
use crate::model::time::clock_time;
use crate::text;
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
        let (word, target) = (ending.word.text(), target.text());
        let time = clock_time(at_ms, zone);
        let mut text = match version {
            None => text!("notice-outcome", word = word, target = target, time = time),
            Some(version) => text!(
                "notice-outcome-version",
                word = word,
                target = target,
                version = version.to_string(),
                time = time
            ),
        };
        if !ending.reason.is_empty() {
            text = text!("notice-because", outcome = text, reason = &ending.reason);
        }
        if let Some(warning) = &ending.warning {
            text = text!("notice-warned", outcome = text, warning = warning);
        }
        let tone = match (ending.word, &ending.warning) {
            (Word::Deleted | Word::Restored, None) => Tone::Good,
            (Word::Deleted | Word::Restored, Some(_)) | (Word::AlreadyGone, _) => Tone::Warning,
            _ => Tone::Bad,
        };
        Self {
            tone,
            text,
            is_outcome: true,
        }
    }
}
