//! Whether what is said about an action is so.

use mirrordeck::api::transport::TransportError;
use mirrordeck::model::outcome::Word;
use mirrordeck::model::record::ActionKind;
use serde_json::Value;

use super::order::{Order, View, is_clear, is_same};
use super::watched::Sent;

/// Why a word about an order cannot be true, if it cannot.
///
/// * `has_copy` - whether the copy of a deletion is on the disk.
pub fn lie(
    order: &Order,
    sent: &[Sent],
    word: Word,
    reason: &str,
    has_copy: bool,
) -> Option<String> {
    let problem = match order.kind {
        ActionKind::Delete => about_deletion(order, sent, word, reason, has_copy),
        ActionKind::Restore => about_restore(order, sent, word, reason),
    }?;
    Some(format!("\"{word}: {reason}\", but {problem}"))
}

fn about_deletion(
    order: &Order,
    sent: &[Sent],
    word: Word,
    reason: &str,
    has_copy: bool,
) -> Option<&'static str> {
    let deletes = order.changes(sent);
    let fell = deletes.iter().any(|it| it.worked);
    let was_absent = order.views(sent).contains(&View::Absent);
    // Cut off after the copy was written, nobody knows whether the request left.
    let may_have_left = !deletes.is_empty() || order.cut_off && has_copy;
    let clear = !order.cut_off && deletes.last().is_some_and(|it| is_clear(it));
    let problem = match word {
        Word::Deleted if !fell && !was_absent => "it did not fall and was always there",
        Word::Deleted | Word::OutcomeUnknown if !may_have_left => "no DELETE can have left",
        Word::AlreadyGone | Word::NotDeleted | Word::Refused | Word::VersionConflict if fell => {
            "it fell"
        }
        Word::AlreadyGone if !was_absent => "it was always there",
        Word::VersionConflict if order.lock.is_none() => "there was no lock",
        Word::Refused if deletes.is_empty() => "nothing was asked of the service",
        Word::OutcomeUnknown if clear => "the service said clearly what it did",
        Word::Restored | Word::NotRestored => "it is the word of a restore",
        _ if reason.contains("thing was sent") && deletes.iter().any(|it| has_left(it)) => {
            "a DELETE was sent"
        }
        _ if reason.contains("thing was deleted") && fell => "it fell",
        _ if reason.contains("unchanged") && fell => "it fell",
        _ => return None,
    };
    Some(problem)
}

/// Whether a request was on its way at all: one without a connection never left.
fn has_left(sent: &Sent) -> bool {
    !matches!(&sent.reply, Some(Err(TransportError::NotConnected { .. })))
}

fn about_restore(order: &Order, sent: &[Sent], word: Word, reason: &str) -> Option<&'static str> {
    let copy = order.copy.as_ref()?;
    let wanted: Value = serde_json::from_slice(&copy.reading.document.body).ok()?;
    let is_copy = |view: &View| matches!(view, View::Stands { state, .. } if is_same(state, &wanted["state"]));
    let posts = order.changes(sent);
    let changed = posts.iter().any(|it| it.worked);
    let clear = !order.cut_off && posts.last().is_some_and(|it| is_clear(it));
    let views = order.views(sent);
    let seen_last = views.last();
    let last_post = sent.iter().rposition(|it| it.method == order.method());
    let read_back = last_post.is_some_and(|post| {
        let after = super::order::views(&sent[post + 1..], &order.place());
        !after.is_empty()
    });
    let problem = match word {
        Word::Restored if !views.iter().any(is_copy) => "it was never seen in that state",
        Word::NotRestored if changed && seen_last.is_some_and(is_copy) => "it stands in that state",
        Word::Refused | Word::VersionConflict if changed => "the service changed it",
        Word::Refused if posts.is_empty() => "nothing was asked of the service",
        Word::OutcomeUnknown if posts.is_empty() && !order.cut_off => "no POST left",
        Word::OutcomeUnknown if clear && read_back => "all was clear",
        Word::Deleted | Word::AlreadyGone | Word::NotDeleted => "it is the word of a deletion",
        _ if reason.contains("thing was sent") && posts.iter().any(|it| has_left(it)) => {
            "a POST was sent"
        }
        _ if reason.contains("thing was overwritten") && changed => "the service changed it",
        _ if reason.contains("unchanged") && changed => "the service changed it",
        _ if reason.contains("none stands there") && !views.contains(&View::Absent) => {
            "it was always there"
        }
        _ => return None,
    };
    Some(problem)
}
