//! What is said about a restore: one word for each outcome, and the reason for it.

use super::difference::difference;
use super::error::{ApiError, Refusal};
use super::mirror::{MirrorDocument, MirrorRead, MirrorReading};
use super::outcome::{self, Ending, Word, ending, in_doubt_by, tells_of_the_mirror};
use super::restore::{RestoreOrder, is_same_state};
use crate::i18n::Text;
use crate::text;

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
    let reason = match error {
        ApiError::NotSent { cause, .. } if attempts > 1 => text!(
            "error-in-full",
            error = text!("outcome-no-attempt", cause = cause),
            advice = error.advice()
        ),
        error => error.in_full(),
    };
    ending(Word::NotRestored, reason)
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
            let half = text!("outcome-half-unsent", why = error.text());
            half_back(order, half, seen)
        }
        (Err(error), Ok(seen)) => in_doubt(order, error, answer.desired_before, seen),
        (answer, Err(error)) => ending(
            Word::OutcomeUnknown,
            text!(
                "outcome-read-back-failed",
                answer = said(answer),
                error = in_doubt_by(error),
                advice = error.advice()
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
    let cause = text!("error-no-answer", cause = cause);
    match seen {
        Ok(MirrorRead::Found(reading)) if is_same_state(copy, &reading.document) => ending(
            Word::Restored,
            text!("outcome-abandoned-same", cause = cause, at = at(reading)),
        ),
        Ok(MirrorRead::Found(reading)) if lock.is_some() && reading.document.version == lock => {
            ending(
                Word::NotRestored,
                text!(
                    "outcome-abandoned-untouched",
                    cause = cause,
                    at = at(reading)
                ),
            )
        }
        Ok(MirrorRead::Found(reading)) => ending(
            Word::OutcomeUnknown,
            text!(
                "outcome-abandoned-other",
                cause = cause,
                at = at(reading),
                differing = difference(copy, &reading.document).text()
            ),
        ),
        Ok(MirrorRead::Absent) => ending(
            Word::NotRestored,
            text!("outcome-abandoned-none", cause = cause),
        ),
        Err(error) => ending(
            Word::OutcomeUnknown,
            text!(
                "outcome-abandoned-unseen",
                cause = cause,
                error = in_doubt_by(error),
                advice = error.advice()
            ),
        ),
    }
}

fn accepted(order: &RestoreOrder, seen: &MirrorRead) -> Ending {
    match seen {
        MirrorRead::Found(reading) if is_copy(order, reading) => ending(
            Word::Restored,
            text!("outcome-stands-same", at = at(reading)),
        ),
        MirrorRead::Found(reading) => ending(
            Word::NotRestored,
            text!(
                "outcome-stands-other",
                at = at(reading),
                differing = differing(order, reading)
            ),
        ),
        MirrorRead::Absent => ending(Word::NotRestored, text!("outcome-accepted-none")),
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
        let half = text!("outcome-half-refused", why = refusal.text());
        return half_back(order, half, seen);
    }
    let moved = match (&order.overwrite, found) {
        (Some(over), Some(found)) => found.document.version != Some(over.version),
        (Some(_), None) => seen.is_ok(),
        (None, found) => found.is_some(),
    };
    // A key, a quota or the way to the service has nothing to do with the version.
    let may_be_conflict = !matches!(refusal.status, 300..=399 | 401 | 403 | 404 | 413 | 429);
    if moved && may_be_conflict {
        let reason = match found {
            None => text!("outcome-conflict-none"),
            Some(reading) => text!("outcome-conflict-at", at = at(reading)),
        };
        return ending(Word::VersionConflict, reason);
    }
    if tells_of_the_mirror(refusal)
        && let Ok(seen) = seen
    {
        let refusal = refusal.text();
        let reason = match seen {
            MirrorRead::Found(reading) => {
                text!("outcome-refused-found", refusal = refusal, at = at(reading))
            }
            MirrorRead::Absent => text!("outcome-refused-found-none", refusal = refusal),
        };
        return ending(Word::Refused, reason);
    }
    ending(Word::Refused, refusal.in_full())
}

/// `desired` was accepted by itself, and `reported` surely did not follow, as `half` says.
fn half_back(order: &RestoreOrder, half: Text, seen: &Result<MirrorRead, ApiError>) -> Ending {
    let reason = match seen {
        Ok(MirrorRead::Found(reading)) => text!(
            "outcome-half-stands",
            half = half,
            at = at(reading),
            differing = differing(order, reading)
        ),
        _ => half,
    };
    ending(Word::NotRestored, reason)
}

fn in_doubt(
    order: &RestoreOrder,
    error: &ApiError,
    desired_before: bool,
    seen: &MirrorRead,
) -> Ending {
    let error = if desired_before {
        text!("outcome-desired-then", error = in_doubt_by(error))
    } else {
        in_doubt_by(error)
    };
    match (seen, &order.overwrite) {
        (MirrorRead::Found(reading), _) if is_copy(order, reading) => ending(
            Word::Restored,
            text!("outcome-seen-same", error = error, at = at(reading)),
        ),
        (MirrorRead::Found(reading), Some(over))
            if reading.document.is_unchanged_from(&over.reading.document) =>
        {
            ending(
                Word::NotRestored,
                text!("outcome-seen-unchanged", error = error, at = at(reading)),
            )
        }
        (MirrorRead::Found(reading), _) => ending(
            Word::OutcomeUnknown,
            text!(
                "outcome-seen-other",
                error = error,
                at = at(reading),
                differing = differing(order, reading)
            ),
        ),
        (MirrorRead::Absent, overwrite) => {
            let word = match overwrite {
                None => Word::NotRestored,
                Some(_) => Word::OutcomeUnknown,
            };
            ending(word, text!("outcome-seen-none", error = error))
        }
    }
}

fn is_copy(order: &RestoreOrder, reading: &MirrorReading) -> bool {
    is_same_state(&order.copy.reading.document, &reading.document)
}

fn differing(order: &RestoreOrder, reading: &MirrorReading) -> Text {
    difference(&order.copy.reading.document, &reading.document).text()
}

fn said(answer: &Result<MirrorDocument, ApiError>) -> Text {
    match answer {
        Ok(_) => text!("outcome-accepted"),
        Err(error) => in_doubt_by(error),
    }
}

fn at(reading: &MirrorReading) -> Text {
    outcome::at(reading.document.version)
}
