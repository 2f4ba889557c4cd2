//! What is said about a deletion: one word for each outcome, and the reason for it.

use std::fmt;

use super::delete::{DeleteOrder, DeleteReceipt, Look};
use super::error::{ApiError, Refusal, Speaker};
use super::mirror::MirrorReading;
use super::time;
use crate::i18n::Text;
use crate::text;

/// The words that users and scripts rely on. Logs, journal and files have them in English alone; the
/// screen has [`Word::text`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Word {
    /// The service said so, or the look afterwards found it gone.
    Deleted,
    /// It changed meanwhile; nothing was deleted.
    VersionConflict,
    /// It was not there any more.
    AlreadyGone,
    /// The service said no.
    Refused,
    /// No clear answer, and the look afterwards failed too or found another version.
    OutcomeUnknown,
    /// No answer, and the look afterwards found it unchanged; or nothing was sent.
    NotDeleted,
    /// It stands again with the same state.
    Restored,
    /// It does not stand with the state that was to be brought back.
    NotRestored,
}

impl Word {
    /// Every word.
    pub const ALL: [Self; 8] = [
        Self::Deleted,
        Self::VersionConflict,
        Self::AlreadyGone,
        Self::Refused,
        Self::OutcomeUnknown,
        Self::NotDeleted,
        Self::Restored,
        Self::NotRestored,
    ];

    /// The word itself.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Deleted => "deleted",
            Self::VersionConflict => "version conflict",
            Self::AlreadyGone => "already gone",
            Self::Refused => "refused",
            Self::OutcomeUnknown => "outcome unknown",
            Self::NotDeleted => "not deleted",
            Self::Restored => "restored",
            Self::NotRestored => "not restored",
        }
    }

    /// The word as the screen shows it: in the language of the user, with the English one behind it.
    #[must_use]
    pub fn text(self) -> Text {
        match self {
            Self::Deleted => text!("outcome-deleted"),
            Self::VersionConflict => text!("outcome-version-conflict"),
            Self::AlreadyGone => text!("outcome-already-gone"),
            Self::Refused => text!("outcome-refused"),
            Self::OutcomeUnknown => text!("outcome-unknown"),
            Self::NotDeleted => text!("outcome-not-deleted"),
            Self::Restored => text!("outcome-restored"),
            Self::NotRestored => text!("outcome-not-restored"),
        }
    }
}

impl fmt::Display for Word {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// How a deletion ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ending {
    /// The outcome.
    pub word: Word,
    /// What follows the word and the target in the status line; may be empty.
    pub reason: Text,
    /// Something to look at in spite of a good outcome, such as a missing echo.
    pub warning: Option<Text>,
}

/// What the answer to a DELETE allows to be said at once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Judgement {
    /// It is clear what happened.
    Ended(Ending),
    /// The mirror must be looked at before a word is said.
    LookFirst,
}

/// Judges the answer to a DELETE.
#[must_use]
pub fn judge_answer(order: &DeleteOrder, answer: &Result<DeleteReceipt, ApiError>) -> Judgement {
    match answer {
        // Accepted is not done (API reference, 12.6).
        Ok(receipt) if receipt.status == 202 => Judgement::LookFirst,
        Ok(receipt) => Judgement::Ended(deleted(order, receipt)),
        Err(error @ ApiError::NotSent { .. }) => Judgement::Ended(ending(
            Word::NotDeleted,
            format!("{error}. {}", error.advice()),
        )),
        Err(ApiError::Refused(refusal))
            if !refusal.leaves_doubt()
                && !refusal.means_absent()
                && refusal.status != 404
                && order.version.is_none() =>
        {
            Judgement::Ended(refused(answer))
        }
        Err(_) => Judgement::LookFirst,
    }
}

/// Says the word once the mirror has been looked at.
#[must_use]
pub fn judge_look(
    order: &DeleteOrder,
    answer: &Result<DeleteReceipt, ApiError>,
    look: &Result<Look, ApiError>,
) -> Ending {
    match look {
        Ok(Look::Gone) => gone(order, answer, ""),
        Ok(Look::DeviceGone) => gone(order, answer, ", and its device with it"),
        Ok(Look::Standing(found)) => standing(order, answer, found),
        Err(error) => unseen(answer, error),
    }
}

fn gone(order: &DeleteOrder, answer: &Result<DeleteReceipt, ApiError>, device: &str) -> Ending {
    match answer {
        Err(ApiError::Refused(refusal)) if refusal.means_absent() => {
            let reason = match device {
                "" => String::new(),
                device => format!("it is not there{device}"),
            };
            ending(Word::AlreadyGone, reason)
        }
        Err(ApiError::Refused(refusal)) if !refusal.leaves_doubt() => ending(
            Word::AlreadyGone,
            format!("the service refused ({refusal}) and it is not there{device}"),
        ),
        Err(_) => ending(
            Word::Deleted,
            format!(
                "{}; the look afterwards found it gone{device}",
                silence(answer)
            ),
        ),
        Ok(receipt) => Ending {
            reason: format!(
                "{}; the look afterwards found it gone{device}",
                silence(answer)
            )
            .into(),
            ..deleted(order, receipt)
        },
    }
}

fn standing(
    order: &DeleteOrder,
    answer: &Result<DeleteReceipt, ApiError>,
    reading: &MirrorReading,
) -> Ending {
    let found = reading.document.version;
    let unchanged = reading.document.is_unchanged_from(&order.reading.document);
    let moved = match (order.version, found) {
        (Some(locked), Some(found)) if locked != found => Some((locked, found)),
        _ => None,
    };
    match answer {
        // An error object under a success is a failure too (API reference, 12.14), and what was
        // confirmed still stands; if something else does, it may have been written back.
        Err(ApiError::Refused(refusal))
            if !refusal.leaves_doubt() || refusal.is_failed_success() && unchanged =>
        {
            match moved {
                Some((locked, found)) if may_be_conflict(refusal) => ending(
                    Word::VersionConflict,
                    format!("locked on v{locked}, it is at v{found} now; nothing was deleted"),
                ),
                Some((locked, found)) => Ending {
                    warning: Some(format!("locked on v{locked}, it is at v{found} now").into()),
                    ..refused(answer)
                },
                None if tells_of_the_mirror(refusal) => ending(
                    Word::Refused,
                    format!(
                        "{refusal}; yet the look afterwards found {}. Try again with d",
                        if unchanged {
                            unchanged_at(found)
                        } else {
                            at(found)
                        }
                    ),
                ),
                None => refused(answer),
            }
        }
        // Accepted, so it may still fall: "not deleted" could turn out false.
        Ok(_) => ending(
            Word::OutcomeUnknown,
            format!(
                "{}; the look afterwards still found {}",
                silence(answer),
                at(found)
            ),
        ),
        Err(_) => match found {
            Some(found) if unchanged => ending(
                Word::NotDeleted,
                format!(
                    "{}; the look afterwards found it unchanged at v{found}",
                    silence(answer)
                ),
            ),
            _ => ending(
                Word::OutcomeUnknown,
                format!(
                    "{}; the look afterwards found {}",
                    silence(answer),
                    at(found)
                ),
            ),
        },
    }
}

fn unseen(answer: &Result<DeleteReceipt, ApiError>, error: &ApiError) -> Ending {
    match answer {
        Err(ApiError::Refused(refusal)) if !refusal.leaves_doubt() => Ending {
            warning: Some(format!("the look afterwards failed: {}", in_doubt_by(error)).into()),
            ..refused(answer)
        },
        _ => ending(
            Word::OutcomeUnknown,
            format!(
                "{}; the look afterwards failed too: {}. {}",
                silence(answer),
                in_doubt_by(error),
                error.advice()
            ),
        ),
    }
}

/// Whether a refusal says what became of the mirror, which a look may not bear out: then the look is
/// told, and not what the refusal would advise.
pub(super) fn tells_of_the_mirror(refusal: &Refusal) -> bool {
    matches!(refusal.status, 409 | 412) || refusal.means_absent()
}

/// Whether a refusal can have the moved version for its reason: not where the key, a quota or the
/// way to the service was named as one.
fn may_be_conflict(refusal: &Refusal) -> bool {
    refusal.speaker != Speaker::Gateway
        && match refusal.status {
            300..=399 | 401 | 403 | 413 | 429 => false,
            404 => refusal.means_absent(),
            _ => true,
        }
}

/// Why nothing is clear yet.
fn silence(answer: &Result<DeleteReceipt, ApiError>) -> String {
    match answer {
        Ok(receipt) => format!("the service only accepted it ({})", receipt.status),
        Err(error) => in_doubt_by(error),
    }
}

/// An error that leaves open what happened, or what there is.
pub(super) fn in_doubt_by(error: &ApiError) -> String {
    match error {
        // Not "refused", which is the word of another outcome.
        ApiError::Refused(refusal) => format!("error {refusal}"),
        error => error.to_string(),
    }
}

fn deleted(order: &DeleteOrder, receipt: &DeleteReceipt) -> Ending {
    let mut warnings = Vec::new();
    let mut reason = "";
    match (&order.token, &receipt.client_token) {
        (Some(sent), Some(echo)) if sent.as_str() == echo => {
            reason = "token came back";
        }
        (Some(_), Some(_)) => warnings.push("another token came back".to_owned()),
        (Some(_), None) if order.version.is_some() => warnings
            .push("the token did not come back: the lock may have got lost on the way".to_owned()),
        (Some(_), None) => warnings.push("the token did not come back".to_owned()),
        (None, _) => {}
    }
    if let (Some(locked), Some(last)) = (order.version, receipt.version)
        && locked != last
    {
        warnings.push(format!(
            "locked on v{locked}, the service says v{last} fell"
        ));
    }
    Ending {
        word: Word::Deleted,
        reason: reason.into(),
        warning: (!warnings.is_empty()).then(|| warnings.join("; ").into()),
    }
}

fn refused(answer: &Result<DeleteReceipt, ApiError>) -> Ending {
    let reason = match answer {
        Err(error @ ApiError::Refused(refusal)) => format!("{refusal}. {}", error.advice()),
        Err(error) => error.to_string(),
        Ok(_) => String::new(),
    };
    ending(Word::Refused, reason)
}

fn at(version: Option<u64>) -> String {
    version.map_or_else(
        || "it without a version".to_owned(),
        |version| format!("v{version}"),
    )
}

fn unchanged_at(version: Option<u64>) -> String {
    version.map_or_else(
        || "it unchanged".to_owned(),
        |version| format!("it unchanged at v{version}"),
    )
}

/// A word about an action of which no request left.
#[must_use]
pub fn not_sent(word: Word, reason: &str) -> Ending {
    ending(word, reason.to_owned())
}

/// A word and its reason.
pub(super) fn ending(word: Word, reason: String) -> Ending {
    Ending {
        word,
        reason: reason.into(),
        warning: None,
    }
}

/// Seconds since the device reported last under which it counts as live: it will likely write its
/// mirror back.
pub const LIVE_S: i64 = 120;

/// How long ago the device reported (`4 s ago`), where that is so recent that a deletion may not last.
#[must_use]
pub fn live_age(last_report_ms: Option<i64>, now_ms: i64) -> Option<String> {
    let reported = last_report_ms?;
    (now_ms.saturating_sub(reported) < LIVE_S * 1000).then(|| time::since(reported, now_ms))
}
