//! What is said about a restore: one word for each outcome, and the reason for it.

use std::fmt;

use super::difference::difference;
use super::error::{ApiError, Refusal};
use super::mirror::{MirrorDocument, MirrorRead, MirrorReading};
use super::outcome::{Ending, Word, ending, in_doubt_by, tells_of_the_mirror};
use super::restore::{RestoreOrder, is_same_state};
use crate::i18n::Text;

/// What came of the POST, or of both where the halves went one after the other.
#[derive(Debug, Clone, PartialEq)]
pub struct RestoreAnswer {
    /// The answer to the last POST.
    pub last: Result<MirrorDocument, ApiError>,
    /// Whether `desired` had been accepted by itself before it.
    pub desired_before: bool,
}

impl RestoreAnswer {
    /// Whether a look at the mirror adds nothing, as no request left.
    #[must_use]
    pub fn is_unsent(&self) -> bool {
        !self.desired_before && matches!(self.last, Err(ApiError::NotSent { .. }))
    }

    /// Whether the service surely changed nothing.
    #[must_use]
    pub fn did_nothing(&self) -> bool {
        !self.desired_before && self.is_clear() && self.last.is_err()
    }

    /// Whether the service itself said yes or no.
    #[must_use]
    pub fn is_clear(&self) -> bool {
        match &self.last {
            Ok(_) | Err(ApiError::NotSent { .. }) => true,
            Err(ApiError::Refused(refusal)) => !refusal.leaves_doubt(),
            Err(_) => false,
        }
    }
}

/// Says the word about a restore of which no request was accepted, and the last one could not be sent.
///
/// * `attempts` - how often it was tried; of the first alone it is sure that nothing left.
#[must_use]
pub fn judge_unsent(error: &ApiError, attempts: u32) -> Ending {
    let why = match error {
        ApiError::NotSent { cause, .. } if attempts > 1 => {
            format!("no attempt was accepted, and the last one could not be sent: {cause}")
        }
        error => error.to_string(),
    };
    ending(Word::NotRestored, format!("{why}. {}", error.advice()))
}

/// Says the word once the mirror has been read back.
#[must_use]
pub fn judge_restore(
    order: &RestoreOrder,
    answer: &RestoreAnswer,
    seen: &Result<MirrorRead, ApiError>,
) -> Ending {
    match (&answer.last, seen) {
        (Ok(_), Ok(seen)) => accepted(order, seen),
        (Err(ApiError::Refused(refusal)), seen) if !refusal.leaves_doubt() => {
            refused(order, refusal, answer.desired_before, seen)
        }
        (Err(error @ ApiError::NotSent { .. }), seen) => {
            half_back(order, "was not sent", error, seen)
        }
        (Err(error), Ok(seen)) => in_doubt(order, error, answer.desired_before, seen),
        (answer, Err(error)) => ending(
            Word::OutcomeUnknown,
            format!(
                "{}; reading it back failed: {}. {}",
                said(answer),
                in_doubt_by(error),
                error.advice()
            ),
        ),
    }
}

/// Says the word about a restore whose program was ended before its answer.
#[must_use]
pub fn judge_abandoned(
    copy: &MirrorDocument,
    lock: Option<u64>,
    cause: &Text,
    seen: &Result<MirrorRead, ApiError>,
) -> Ending {
    let cause = format!("no answer came: {cause}");
    match seen {
        Ok(MirrorRead::Found(reading)) if is_same_state(copy, &reading.document) => ending(
            Word::Restored,
            format!("{cause}; it stands {} with the same state", at(reading)),
        ),
        Ok(MirrorRead::Found(reading)) if lock.is_some() && reading.document.version == lock => {
            ending(
                Word::NotRestored,
                format!(
                    "{cause}; it stands {}, and was not overwritten",
                    at(reading)
                ),
            )
        }
        Ok(MirrorRead::Found(reading)) => ending(
            Word::OutcomeUnknown,
            format!(
                "{cause}; it stands {}, and {}",
                at(reading),
                difference(copy, &reading.document).in_words()
            ),
        ),
        Ok(MirrorRead::Absent) => ending(Word::NotRestored, format!("{cause}; none stands there")),
        Err(error) => ending(
            Word::OutcomeUnknown,
            format!(
                "{cause}; the look failed: {}. {}",
                in_doubt_by(error),
                error.advice()
            ),
        ),
    }
}

fn accepted(order: &RestoreOrder, seen: &MirrorRead) -> Ending {
    match seen {
        MirrorRead::Found(reading) if is_copy(order, reading) => ending(
            Word::Restored,
            format!("it stands {} with the same state", at(reading)),
        ),
        MirrorRead::Found(reading) => ending(
            Word::NotRestored,
            format!(
                "it stands {}, but {}",
                at(reading),
                differing(order, reading)
            ),
        ),
        MirrorRead::Absent => ending(
            Word::NotRestored,
            "the service accepted it, and yet none stands there".to_owned(),
        ),
    }
}

fn refused(
    order: &RestoreOrder,
    refusal: &Refusal,
    desired_before: bool,
    seen: &Result<MirrorRead, ApiError>,
) -> Ending {
    let found = match seen {
        Ok(MirrorRead::Found(reading)) => Some(reading),
        _ => None,
    };
    if desired_before {
        return half_back(order, "was refused", refusal, seen);
    }
    let moved = match (&order.overwrite, found) {
        (Some(over), Some(found)) => found.document.version != Some(over.version),
        (Some(_), None) => seen.is_ok(),
        (None, found) => found.is_some(),
    };
    // A key, a quota or the way to the service has nothing to do with the version.
    let may_be_conflict = !matches!(refusal.status, 300..=399 | 401 | 403 | 404 | 413 | 429);
    if moved && may_be_conflict {
        let now = found.map_or("none stands there".to_owned(), |reading| {
            format!("it stands {} now", at(reading))
        });
        return ending(
            Word::VersionConflict,
            format!("{now}; nothing was overwritten"),
        );
    }
    if tells_of_the_mirror(refusal)
        && let Ok(seen) = seen
    {
        let now = match seen {
            MirrorRead::Found(reading) => format!("it {}", at(reading)),
            MirrorRead::Absent => "none".to_owned(),
        };
        return ending(
            Word::Refused,
            format!(
                "{refusal}; the look afterwards found {now}. Its copy is still in the trash: try \
                 again with t"
            ),
        );
    }
    ending(Word::Refused, format!("{refusal}. {}", refusal.advice()))
}

/// `desired` was accepted by itself, and `reported` surely did not follow.
fn half_back(
    order: &RestoreOrder,
    what: &str,
    why: &impl fmt::Display,
    seen: &Result<MirrorRead, ApiError>,
) -> Ending {
    let state = match seen {
        Ok(MirrorRead::Found(reading)) => {
            format!(
                "; it stands {}, and {}",
                at(reading),
                differing(order, reading)
            )
        }
        _ => String::new(),
    };
    ending(
        Word::NotRestored,
        format!("desired came back, reported {what}: {why}{state}"),
    )
}

fn in_doubt(
    order: &RestoreOrder,
    error: &ApiError,
    desired_before: bool,
    seen: &MirrorRead,
) -> Ending {
    let before = if desired_before {
        "desired was accepted, then "
    } else {
        ""
    };
    let error = in_doubt_by(error);
    match (seen, &order.overwrite) {
        (MirrorRead::Found(reading), _) if is_copy(order, reading) => ending(
            Word::Restored,
            format!(
                "{before}{error}; the look afterwards found it {} with the same state",
                at(reading)
            ),
        ),
        (MirrorRead::Found(reading), Some(over))
            if reading.document.is_unchanged_from(&over.reading.document) =>
        {
            ending(
                Word::NotRestored,
                format!(
                    "{before}{error}; the look afterwards found it unchanged {}",
                    at(reading)
                ),
            )
        }
        (MirrorRead::Found(reading), _) => ending(
            Word::OutcomeUnknown,
            format!(
                "{before}{error}; the look afterwards found it {}, but {}",
                at(reading),
                differing(order, reading)
            ),
        ),
        (MirrorRead::Absent, None) => ending(
            Word::NotRestored,
            format!("{before}{error}; the look afterwards found none"),
        ),
        (MirrorRead::Absent, Some(_)) => ending(
            Word::OutcomeUnknown,
            format!("{before}{error}; the look afterwards found none"),
        ),
    }
}

fn is_copy(order: &RestoreOrder, reading: &MirrorReading) -> bool {
    is_same_state(&order.copy.reading.document, &reading.document)
}

fn differing(order: &RestoreOrder, reading: &MirrorReading) -> String {
    difference(&order.copy.reading.document, &reading.document).in_words()
}

fn said(answer: &Result<MirrorDocument, ApiError>) -> String {
    match answer {
        Ok(_) => "the service accepted it".to_owned(),
        Err(error) => in_doubt_by(error),
    }
}

fn at(reading: &MirrorReading) -> String {
    reading.document.version.map_or_else(
        || "without a version".to_owned(),
        |version| format!("at v{version}"),
    )
}
