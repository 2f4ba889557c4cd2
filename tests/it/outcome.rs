//! The one word that is said about a deletion.

use crate::support::said::Said as _;
use std::sync::Arc;

use mirrordeck::i18n::Text;
use mirrordeck::model::delete::{ClientToken, DeleteOrder, DeleteReceipt, Look};
use mirrordeck::model::error::{ApiError, NoAnswer, NotSent, Refusal, Speaker};
use mirrordeck::model::mirror::{MirrorDocument, MirrorReading};
use mirrordeck::model::outcome::{Judgement, Word, judge_answer, judge_look, live_age};

use crate::support::scripted::named;

type Answer = Result<DeleteReceipt, ApiError>;

const GONE: Result<Look, ApiError> = Ok(Look::Gone);

/// An order for what was read at version 14.
fn order(version: Option<u64>) -> DeleteOrder {
    let document = MirrorDocument {
        version: Some(14),
        timestamp_ms: None,
        desired: None,
        reported: None,
        metadata_desired: None,
        metadata_reported: None,
        body: Arc::from(*b"{}"),
    };
    DeleteOrder {
        target: named("bulb-01", "schedule"),
        version,
        token: Some(ClientToken::new("md-3").unwrap()),
        reading: Arc::new(MirrorReading::new(document, 0)),
    }
}

fn guarded() -> DeleteOrder {
    order(Some(14))
}

fn unguarded() -> DeleteOrder {
    order(None)
}

#[expect(
    clippy::unnecessary_wraps,
    reason = "an answer is what the judge takes"
)]
fn receipt(status: u16, echo: Option<&str>, version: Option<u64>) -> Answer {
    Ok(DeleteReceipt {
        status,
        client_token: echo.map(str::to_owned),
        version,
        timestamp_ms: None,
    })
}

fn refused_by(speaker: Speaker, status: u16, code: &str, message: &str) -> Answer {
    Err(ApiError::Refused(Box::new(Refusal {
        status,
        code: code.into(),
        message: message.into(),
        details: "".into(),
        speaker,
        clock_ahead_s: None,
        clock_corrected: false,
        retry_after_ms: None,
        encoded: false,
    })))
}

fn refused(status: u16, message: &str) -> Answer {
    refused_by(Speaker::Service, status, "1001", message)
}

fn timed_out() -> ApiError {
    ApiError::NoAnswer {
        why: NoAnswer::TimedOut,
        cause: Text::verbatim("no complete answer"),
    }
}

fn unreadable() -> Answer {
    Err(ApiError::Unreadable {
        status: 200,
        cause: Text::verbatim("it is not JSON"),
        excerpt: "<html>".into(),
    })
}

#[expect(
    clippy::unnecessary_wraps,
    reason = "a look's result is what the judge takes"
)]
fn standing(version: impl Into<Option<u64>>) -> Result<Look, ApiError> {
    let mut found = (*order(None).reading).clone();
    found.document.version = version.into();
    Ok(Look::Standing(Arc::new(found)))
}

fn looks_first(order: &DeleteOrder, answer: &Answer) -> bool {
    judge_answer(order, answer) == Judgement::LookFirst
}

#[test]
fn the_services_word_is_enough_for_deleted() {
    for status in [200, 201, 204] {
        let answer = receipt(status, Some("md-3"), Some(14));
        let Judgement::Ended(ending) = judge_answer(&guarded(), &answer) else {
            panic!("{status} is clear")
        };
        assert_eq!((ending.word, ending.warning), (Word::Deleted, None));
        assert!(
            ending.reason.contains("token came back"),
            "{}",
            ending.reason
        );
    }
}

#[test]
fn a_missing_echo_is_a_warning_and_not_an_error() {
    for (order, answer, warning) in [
        (guarded(), receipt(200, None, Some(14)), "the lock may"),
        (guarded(), receipt(204, None, None), "the lock may"),
        (
            guarded(),
            receipt(200, Some("other"), Some(14)),
            "another token",
        ),
        (guarded(), receipt(200, Some("md-3"), Some(15)), "v15"),
        (unguarded(), receipt(204, None, None), "did not come back"),
    ] {
        let Judgement::Ended(ending) = judge_answer(&order, &answer) else {
            panic!("{answer:?}")
        };
        assert_eq!(ending.word, Word::Deleted);
        let said = ending.warning.expect(warning);
        assert!(said.contains(warning), "{said}");
    }
}

#[test]
fn what_was_not_sent_is_not_deleted() {
    let answer = Err(ApiError::NotSent {
        why: NotSent::Unreachable,
        cause: Text::verbatim("dns error"),
    });
    let Judgement::Ended(ending) = judge_answer(&guarded(), &answer) else {
        panic!("nothing to look at")
    };
    assert_eq!(ending.word, Word::NotDeleted);
    assert!(ending.reason.contains("dns error") && ending.reason.contains("--api-url"));
}

#[test]
fn a_plain_refusal_without_a_lock_needs_no_look() {
    for (status, speaker) in [
        (401, Speaker::Gateway),
        (403, Speaker::Service),
        (429, Speaker::Gateway),
        (413, Speaker::Unclear),
    ] {
        let answer = refused_by(speaker, status, "210", "no");
        let Judgement::Ended(ending) = judge_answer(&unguarded(), &answer) else {
            panic!("{status} is clear")
        };
        assert_eq!(ending.word, Word::Refused);
        let words = format!("{status} 210 no");
        assert!(ending.reason.contains(&words), "{}", ending.reason);
    }
}

#[test]
fn everything_else_is_looked_at_first() {
    for answer in [
        receipt(202, None, None),
        Err(timed_out()),
        unreadable(),
        refused(500, "m"),
        refused_by(Speaker::Gateway, 504, "510", "Endpoint Timeout"),
        refused(200, "m"),
        refused(404, "m"),
        refused_by(Speaker::Gateway, 404, "300", "Not Found Exception"),
        refused_by(Speaker::Unclear, 404, "", "<html>"),
        refused(400, "mirror does not exist"),
    ] {
        assert!(looks_first(&unguarded(), &answer), "{answer:?}");
        assert!(looks_first(&guarded(), &answer), "{answer:?}");
    }
    // With a lock, any refusal may be a conflict (API reference, 12.20).
    for status in [400, 401, 409, 412, 422, 429] {
        assert!(looks_first(&guarded(), &refused(status, "m")));
    }
}

/// What is said after the look.
fn word(order: &DeleteOrder, answer: &Answer, look: &Result<Look, ApiError>) -> Word {
    judge_look(order, answer, look).word
}

#[test]
fn silence_is_explained_by_the_look() {
    let gateway = refused_by(Speaker::Gateway, 504, "510", "Endpoint Timeout");
    for answer in [Err(timed_out()), unreadable(), refused(500, "m"), gateway] {
        for order in [guarded(), unguarded()] {
            let look = |look| word(&order, &answer, &look);
            assert_eq!(look(GONE), Word::Deleted);
            assert_eq!(look(standing(14)), Word::NotDeleted);
            assert_eq!(look(standing(15)), Word::OutcomeUnknown);
            assert_eq!(look(standing(1)), Word::OutcomeUnknown);
            assert_eq!(look(standing(None)), Word::OutcomeUnknown);
            assert_eq!(look(Err(timed_out())), Word::OutcomeUnknown);
        }
        let reason = judge_look(&guarded(), &answer, &GONE).reason;
        assert!(
            reason.contains("the look afterwards found it gone"),
            "{reason}"
        );
    }
}

#[test]
fn accepted_is_neither_deleted_nor_not_deleted() {
    let answer = receipt(202, None, None);
    assert_eq!(
        word(&guarded(), &answer, &standing(14)),
        Word::OutcomeUnknown
    );
    assert_eq!(
        word(&guarded(), &answer, &standing(15)),
        Word::OutcomeUnknown
    );
    assert_eq!(
        word(&guarded(), &answer, &Err(timed_out())),
        Word::OutcomeUnknown
    );
    let ending = judge_look(&guarded(), &answer, &GONE);
    assert_eq!(ending.word, Word::Deleted);
    assert!(ending.reason.contains("202"), "{}", ending.reason);
    assert!(ending.warning.expect("no echo").contains("the lock may"));
}

#[test]
fn already_gone_needs_the_service_or_the_look() {
    // The service's own word under any status, once the look agrees.
    for (status, message) in [
        (404, "m"),
        (400, "mirror does not exist"),
        (200, "mirror not found"),
    ] {
        assert_eq!(
            word(&guarded(), &refused(status, message), &GONE),
            Word::AlreadyGone
        );
    }
    // Another refusal: nothing was done here, and it is not there.
    let ending = judge_look(&guarded(), &refused(409, "conflict"), &GONE);
    assert_eq!(ending.word, Word::AlreadyGone);
    assert!(ending.reason.contains("409"), "{}", ending.reason);
    // A 404 of the gateway alone proves nothing.
    let gateway = refused_by(Speaker::Gateway, 404, "300", "Not Found Exception");
    assert_eq!(word(&unguarded(), &gateway, &standing(14)), Word::Refused);
    let look = Err(gateway.clone().unwrap_err());
    assert_eq!(word(&unguarded(), &gateway, &look), Word::Refused);
}

#[test]
fn a_moved_version_explains_a_refusal() {
    for status in [400, 409, 412, 422] {
        let answer = refused(status, "version mismatch");
        let ending = judge_look(&guarded(), &answer, &standing(15));
        assert_eq!(ending.word, Word::VersionConflict, "{status}");
        assert!(ending.reason.contains("v14") && ending.reason.contains("v15"));
        // Unmoved, of unknown version, or without a lock it is a refusal as it stands.
        assert_eq!(word(&guarded(), &answer, &standing(14)), Word::Refused);
        assert_eq!(word(&guarded(), &answer, &standing(None)), Word::Refused);
        assert_eq!(word(&unguarded(), &answer, &standing(15)), Word::Refused);
    }
    // An error under a success leaves doubt once something else stands there.
    let answer = refused(200, "version mismatch");
    assert_eq!(word(&guarded(), &answer, &standing(14)), Word::Refused);
    assert_eq!(
        word(&guarded(), &answer, &standing(15)),
        Word::OutcomeUnknown
    );
    // Deleted and written back meanwhile, with a lower version (API reference, 12.26).
    assert_eq!(
        word(&guarded(), &refused(404, "m"), &standing(1)),
        Word::VersionConflict
    );
}

#[test]
fn a_moved_version_does_not_hide_a_missing_right() {
    for (speaker, status, code) in [
        (Speaker::Gateway, 401, "210"),
        (Speaker::Gateway, 401, "200"),
        (Speaker::Service, 403, "1"),
        (Speaker::Gateway, 429, "420"),
        (Speaker::Unclear, 307, ""),
        (Speaker::Unclear, 404, ""),
    ] {
        let answer = refused_by(speaker, status, code, "no");
        let ending = judge_look(&guarded(), &answer, &standing(15));
        assert_eq!(ending.word, Word::Refused, "{status}");
        assert!(ending.reason.contains(&status.to_string()));
        assert!(ending.warning.expect("it moved").contains("v15"));
    }
}

#[test]
fn a_refusal_stands_when_the_look_fails() {
    let ending = judge_look(&guarded(), &refused(409, "no"), &Err(timed_out()));
    assert_eq!(ending.word, Word::Refused);
    assert!(
        ending
            .warning
            .expect("the look")
            .contains("no complete answer")
    );
    // Under a success or a fault of the service it does not.
    for status in [200, 500] {
        let answer = refused(status, "no");
        assert_eq!(
            word(&guarded(), &answer, &Err(timed_out())),
            Word::OutcomeUnknown
        );
    }
}

#[test]
fn a_device_that_reported_lately_is_live() {
    assert_eq!(live_age(None, 0), None);
    assert_eq!(live_age(Some(0), 119_000).as_deref(), Some("1 min ago"));
    assert_eq!(live_age(Some(0), 120_000), None);
}
