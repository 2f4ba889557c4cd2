//! What is said about a deletion: one word for each outcome, and the reason for it.

use std::fmt;

use super::delete::{DeleteOrder, DeleteReceipt, Look};
use super::error::ApiError;
use super::time;

/// The words that users and scripts rely on; they stay English everywhere.
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
    /// No answer, and the look afterwards found it unchanged.
    NotDeleted,
}

impl Word {
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
    pub reason: String,
    /// Something to look at in spite of a good outcome, such as a missing echo.
    pub warning: Option<String>,
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
    let refusal = match answer {
        Err(ApiError::Refused(refusal)) if !refusal.leaves_doubt() => Some(refusal),
        _ => None,
    };
    let silence = match answer {
        Ok(receipt) => format!("the service only accepted it ({})", receipt.status),
        Err(error) => error.to_string(),
    };
    match (refusal, look) {
        (Some(refusal), Ok(Look::Gone)) if refusal.means_absent() => {
            ending(Word::AlreadyGone, String::new())
        }
        (Some(refusal), Ok(Look::Gone)) => ending(
            Word::AlreadyGone,
            format!("the service refused ({refusal}) and it is not there"),
        ),
        (Some(_), Ok(Look::Standing { version })) => match (order.version, *version) {
            (Some(locked), Some(found)) if locked != found => ending(
                Word::VersionConflict,
                format!("locked on v{locked}, it is at v{found} now; nothing was deleted"),
            ),
            _ => refused(answer),
        },
        (Some(_), Err(error)) => {
            let mut end = refused(answer);
            end.warning = Some(format!("the look afterwards failed: {error}"));
            end
        }
        (None, Ok(Look::Gone)) => ending(
            Word::Deleted,
            format!("{silence}; the look afterwards found it gone"),
        ),
        (None, Ok(Look::Standing { version })) => {
            let seen = order.version.or(order.reading.document.version);
            match (seen, *version) {
                (Some(seen), Some(found)) if seen == found => ending(
                    Word::NotDeleted,
                    format!("{silence}; the look afterwards found it unchanged at v{found}"),
                ),
                _ => ending(
                    Word::OutcomeUnknown,
                    format!("{silence}; the look afterwards found {}", at(*version)),
                ),
            }
        }
        (None, Err(error)) => ending(
            Word::OutcomeUnknown,
            format!(
                "{silence}; the look afterwards failed too: {error}. {}",
                error.advice()
            ),
        ),
    }
}

fn deleted(order: &DeleteOrder, receipt: &DeleteReceipt) -> Ending {
    let mut warnings = Vec::new();
    let mut reason = String::new();
    match (&order.token, &receipt.client_token) {
        (Some(sent), Some(echo)) if sent.as_str() == echo => {
            reason = format!("token {sent} came back");
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
        reason,
        warning: (!warnings.is_empty()).then(|| warnings.join("; ")),
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

fn ending(word: Word, reason: String) -> Ending {
    Ending {
        word,
        reason,
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
