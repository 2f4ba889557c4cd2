//! What is kept of every deletion and restore: the copy of the mirror, and the record of what was
//! meant and what came of it.

use std::fmt;
use std::str::FromStr;

use super::mirror::MirrorId;
use super::outcome::{Ending, Word};
use super::task::TaskRef;
use super::text::escape_text;
use crate::i18n::Text;
use crate::text;

/// Names one deletion or restore; the copy of a deleted mirror bears the id of its deletion.
///
/// `1795410133000-9f86d081884c7d65`: Unix milliseconds in 13 digits, then 16 hexadecimal digits of
/// chance, so that ids sort by time and serve as file names.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ActionId(String);

/// Digits of the moment in an [`ActionId`].
const MOMENT_DIGITS: usize = 13;
/// Digits of chance in an [`ActionId`].
const CHANCE_DIGITS: usize = 16;

/// The text is no [`ActionId`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an id of mirrordeck")]
pub struct ActionIdError;

impl ActionId {
    /// Makes an id of a moment (Unix milliseconds) and 64 bits of chance.
    #[must_use]
    pub fn new(at_ms: i64, chance: u64) -> Self {
        // 13 digits last until the year 2286; what does not fit is held at the ends.
        let at_ms = at_ms.clamp(0, 9_999_999_999_999);
        Self(format!("{at_ms:013}-{chance:016x}"))
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The moment in it, Unix milliseconds.
    #[must_use]
    pub fn at_ms(&self) -> i64 {
        self.0[..MOMENT_DIGITS].parse().unwrap_or(0)
    }
}

impl FromStr for ActionId {
    type Err = ActionIdError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (moment, chance) = text.split_once('-').ok_or(ActionIdError)?;
        let is_hex = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
        let sound = moment.len() == MOMENT_DIGITS
            && chance.len() == CHANCE_DIGITS
            && moment.bytes().all(|byte| byte.is_ascii_digit())
            && chance.bytes().all(is_hex);
        sound.then(|| Self(text.to_owned())).ok_or(ActionIdError)
    }
}

impl fmt::Display for ActionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// The account on which something was done. Holds no secret.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Origin {
    /// Base URL of the service.
    pub base_url: String,
    /// The masked access key, `…0001`.
    pub key_tail: String,
    /// Where the keys came from: `profile plant`, `environment`, `demo`.
    pub source: String,
}

impl Origin {
    /// Where the keys came from, for the screen: records say it in English.
    #[must_use]
    pub fn source_text(&self) -> Text {
        let profile = self.source.strip_prefix("profile ");
        match (self.source.as_str(), profile) {
            ("environment", _) => text!("config-environment"),
            (_, Some(name)) => text!("config-profile", profile = escape_text(name)),
            (other, None) => Text::verbatim(escape_text(other)),
        }
    }
}

/// What is known of a copy without its document.
#[derive(Debug, Clone, PartialEq)]
pub struct CopyHead {
    /// The deletion that it was made for.
    pub id: ActionId,
    /// On which account.
    pub origin: Origin,
    /// Which mirror.
    pub target: MirrorId,
    /// The version of the copy, if the service named one.
    pub version: Option<u64>,
    /// When the document was read, Unix milliseconds.
    pub read_at_ms: i64,
    /// The client token of the deletion, if one was sent.
    pub token: Option<String>,
    /// Bytes of the document.
    pub bytes: u64,
}

/// What became of a copy after it was made.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Fate {
    /// The word about its deletion, where it is not simply [`Word::Deleted`]; [`Word::Restored`] for
    /// what stood where another copy was about to be brought back.
    pub word: Option<Word>,
    /// When it was brought back last, if it was.
    pub restored: Option<RestoredMark>,
}

/// That a copy was brought back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RestoredMark {
    /// When, Unix milliseconds.
    pub at_ms: i64,
    /// The version of the mirror that stands since, if the service named one.
    pub version: Option<u64>,
}

/// What was meant to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ActionKind {
    /// A DELETE.
    Delete,
    /// A POST of a copy.
    Restore,
}

/// What was meant, written down before the request leaves.
#[derive(Debug, Clone, PartialEq)]
pub struct Intent {
    /// A deletion or a restore.
    pub kind: ActionKind,
    /// On which account.
    pub origin: Origin,
    /// Which mirror.
    pub target: MirrorId,
    /// The copy: that of this deletion, or the one that is brought back.
    pub copy: ActionId,
    /// The version of the copy, if it has one.
    pub copy_version: Option<u64>,
    /// The version that is sent as a lock, if one is.
    pub lock: Option<u64>,
    /// The client token, if one is sent.
    pub token: Option<String>,
    /// The item of a run that it belongs to; none for one that was confirmed by itself.
    pub task: Option<TaskRef>,
}

/// How it ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct End {
    /// The outcome.
    pub word: Word,
    /// What was said besides; may be empty.
    pub reason: Text,
    /// The version that the service named last, if it did.
    pub version: Option<u64>,
    /// Requests that were sent to do it; 0 where none was, or where it is not known any more.
    pub attempts: u32,
    /// From the confirmation to the end, milliseconds.
    pub duration_ms: u64,
}

impl End {
    /// The end of an action of which no request left.
    #[must_use]
    pub fn unsent(ending: &Ending) -> Self {
        Self {
            word: ending.word,
            reason: ending.reason.clone(),
            version: None,
            attempts: 0,
            duration_ms: 0,
        }
    }
}

/// One entry of the journal.
#[derive(Debug, Clone, PartialEq)]
pub struct Record {
    /// When it was written, Unix milliseconds.
    pub at_ms: i64,
    /// The deletion or restore that it is about.
    pub id: ActionId,
    /// The run of the program that wrote it.
    pub run: ActionId,
    /// What happened.
    pub event: Event,
}

/// What an entry of the journal says.
#[derive(Debug, Clone, PartialEq)]
pub enum Event {
    /// A request is about to leave.
    Intended(Box<Intent>),
    /// It ended; a later look may write another end, and the last one counts.
    Ended(End),
    /// A device has written the deleted mirror back.
    CameBack {
        /// Its version, if the service named one.
        version: Option<u64>,
    },
    /// The user has taken note of an outcome that cannot be found out.
    Closed,
}

/// What is known of a copy without its document, or why nothing is.
pub type Head = Result<(CopyHead, Fate), StorageProblem>;

/// A copy as the listing of its folder tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// The deletion that it was made for.
    pub id: ActionId,
    /// Whether it was brought back.
    pub restored: bool,
    /// Whether another word than [`Word::Deleted`] was said about its deletion.
    pub worded: bool,
}

/// A deletion or restore of which it is not known how it ended.
#[derive(Debug, Clone, PartialEq)]
pub struct OpenEnd {
    /// Which one.
    pub id: ActionId,
    /// The run of the program that began it.
    pub run: ActionId,
    /// When it was begun, Unix milliseconds.
    pub at_ms: i64,
    /// What was meant.
    pub intent: Intent,
    /// [`Word::OutcomeUnknown`] and its reason; none where the program did not get that far.
    pub end: Option<End>,
}

/// Why something could not be kept or found on this computer, as a sentence with what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StorageProblem(pub Text);

impl StorageProblem {
    /// The sentence.
    #[must_use]
    pub fn text(&self) -> Text {
        self.0.clone()
    }
}

impl fmt::Display for StorageProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl std::error::Error for StorageProblem {}

#[cfg(test)]
mod tests {
    use super::ActionId;

    #[test]
    fn an_id_sorts_by_its_moment_and_reads_back() {
        let early = ActionId::new(999_999_999_999, u64::MAX);
        let late = ActionId::new(1_795_410_133_000, 7);
        assert!(early < late);
        assert_eq!(late.as_str(), "1795410133000-0000000000000007");
        assert_eq!(late.as_str().parse(), Ok(late.clone()));
        assert_eq!(late.at_ms(), 1_795_410_133_000);
    }

    #[test]
    fn what_could_leave_the_folder_is_no_id() {
        for text in [
            "",
            "../../etc/passwd",
            "1795410133000-00000000000000G7",
            "1-2",
        ] {
            assert!(text.parse::<ActionId>().is_err(), "{text}");
        }
        assert_eq!(ActionId::new(-5, 0).at_ms(), 0);
    }
}
