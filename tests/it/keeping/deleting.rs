//! A copy and an intent before each DELETE, and a true end after it.

use crate::support::said::Said as _;
use mirrordeck::api::wire::Method;
use mirrordeck::model::outcome::Word;
use mirrordeck::model::record::{ActionKind, Event};
use mirrordeck::sim::OperationKind;
use mirrordeck::sim::service::Service;
use serde_json::json;
use tempfile::TempDir;

use super::desk::{Desk, firmware};
use crate::support::fixtures::mirror_id;

#[tokio::test(start_paused = true)]
async fn copy_and_intent_are_on_the_disk_before_the_delete_leaves() {
    let desk = Desk::new();
    let body = desk.read(&firmware()).await.document.body.to_vec();
    let end = desk.delete(&firmware(), Some(10)).await;
    assert_eq!((end.ending.word, end.version), (Word::Deleted, Some(10)));
    let seen = desk.seen();
    assert_eq!(seen.len(), 1);
    assert_eq!((seen[0].method, seen[0].intended), (Method::Delete, 1));
    let timeless = |body: &[u8]| {
        // The moment of the reply differs from read to read.
        let mut value: serde_json::Value = serde_json::from_slice(body).unwrap();
        value.as_object_mut().unwrap().remove("timestamp");
        value
    };
    assert_eq!(timeless(&seen[0].copies[0]), timeless(&body));
}

#[tokio::test(start_paused = true)]
async fn the_journal_tells_what_was_meant_and_how_it_ended() {
    let desk = Desk::new();
    let end = desk.delete(&firmware(), Some(10)).await;
    let records = desk.records();
    let [intended, ended] = &records[..] else {
        panic!("{records:?}")
    };
    assert!(records.iter().all(|record| record.id == end.id));
    let Event::Intended(intent) = &intended.event else {
        panic!("{intended:?}")
    };
    assert_eq!(
        (intent.kind, &intent.target),
        (ActionKind::Delete, &firmware())
    );
    assert_eq!((intent.lock, intent.copy_version), (Some(10), Some(10)));
    assert_eq!(intent.token.as_deref(), Some("md-1"));
    assert_eq!(intent.origin.source, "profile plant");
    let Event::Ended(ended) = &ended.event else {
        panic!("{ended:?}")
    };
    assert_eq!(
        (ended.word, ended.version, ended.attempts),
        (Word::Deleted, Some(10), 1)
    );
    let text = std::fs::read_to_string(desk.data.path().join("journal.jsonl")).unwrap();
    for secret in ["MIRRORDECKDEMO000001", "MirrorDeckDemoSecret"] {
        assert!(!text.contains(secret));
    }
}

#[tokio::test(start_paused = true)]
async fn without_a_lock_the_state_last_read_is_kept() {
    let desk = Desk::new();
    let shown = desk.read(&firmware()).await;
    desk.device_writes(Some("firmware"), &json!({ "target": "9.9.9" }));
    let end = desk.delete_as_read(&firmware(), None, shown).await;
    assert_eq!((end.ending.word, end.version), (Word::Deleted, Some(11)));
    let (head, body) = desk.trash().read(&end.id).unwrap();
    assert_eq!(head.version, Some(11));
    assert!(String::from_utf8(body).unwrap().contains("9.9.9"));
    assert_eq!(desk.seen()[0].body, Some(json!({ "clientToken": "md-1" })));
}

#[tokio::test(start_paused = true)]
async fn a_typed_version_that_is_not_the_mirrors_sends_nothing() {
    let desk = Desk::new();
    let end = desk.delete(&firmware(), Some(9)).await;
    assert_eq!(end.ending.word, Word::VersionConflict);
    assert!(
        end.ending
            .reason
            .contains("locked on v9, it is at v10; nothing was sent")
    );
    assert!(desk.seen().is_empty() && desk.records().is_empty());
    assert!(desk.trash().list().unwrap().is_empty());
    assert!(desk.known(Some("firmware")).is_some());
}

#[tokio::test(start_paused = true)]
async fn a_typed_version_that_the_mirror_has_reached_meanwhile_is_copied_afresh() {
    let desk = Desk::new();
    let shown = desk.read(&firmware()).await;
    desk.device_writes(Some("firmware"), &json!({ "target": "9.9.9" }));
    let end = desk.delete_as_read(&firmware(), Some(11), shown).await;
    assert_eq!(end.ending.word, Word::Deleted);
    assert_eq!(desk.trash().read(&end.id).unwrap().0.version, Some(11));
}

#[tokio::test(start_paused = true)]
async fn a_mirror_that_moved_under_the_lock_stays_and_leaves_no_copy() {
    let desk = Desk::new();
    let shown = desk.read(&firmware()).await;
    desk.device_writes(Some("firmware"), &json!({ "target": "9.9.9" }));
    let end = desk.delete_as_read(&firmware(), Some(10), shown).await;
    assert_eq!(end.ending.word, Word::VersionConflict);
    assert!(!end.is_kept && desk.trash().list().unwrap().is_empty());
    assert_eq!(desk.known(Some("firmware")).unwrap().version, 11);
}

#[tokio::test(start_paused = true)]
async fn nothing_is_deleted_where_no_copy_can_be_kept() {
    let data = TempDir::new().unwrap();
    std::fs::write(data.path().join("trash"), "in the way").unwrap();
    let desk = Desk::in_folder(data, false);
    let end = desk.delete(&firmware(), Some(10)).await;
    assert_eq!(end.ending.word, Word::NotDeleted);
    let reason = &end.ending.reason;
    assert!(
        reason.starts_with("the copy could not be written, so nothing was sent"),
        "{reason}"
    );
    assert!(desk.seen().is_empty());
    let ends = desk
        .records()
        .into_iter()
        .filter_map(|record| match record.event {
            Event::Ended(end) => Some(end.word),
            _ => None,
        });
    assert_eq!(
        ends.collect::<Vec<_>>(),
        [Word::NotDeleted],
        "and the journal is closed"
    );
}

#[tokio::test(start_paused = true)]
async fn nothing_is_deleted_where_the_journal_cannot_be_written() {
    let data = TempDir::new().unwrap();
    std::fs::create_dir(data.path().join("journal.jsonl")).unwrap();
    let desk = Desk::in_folder(data, false);
    let end = desk.delete(&firmware(), Some(10)).await;
    assert_eq!(end.ending.word, Word::NotDeleted);
    assert!(
        end.ending
            .reason
            .contains("the journal could not be written")
    );
    assert!(desk.known(Some("firmware")).is_some());
    assert!(
        desk.service
            .with_service(|service| { service.requests().all(|request| request.method == "GET") })
    );
}

#[tokio::test(start_paused = true)]
async fn silence_is_looked_into_twice_before_a_word() {
    for (fault, word, looks) in [
        (r#""close_after""#, Word::Deleted, 1),
        (r#""close_before""#, Word::NotDeleted, 2),
        (r#"{"status":503}"#, Word::NotDeleted, 2),
        (r#"{"status_after":504}"#, Word::Deleted, 1),
    ] {
        let desk = Desk::new();
        desk.fault(&format!(r#"{{"operation":"delete","fault":{fault}}}"#));
        let shown = desk.read(&firmware()).await;
        desk.service.with_service(Service::forget_requests);
        let end = desk.delete_as_read(&firmware(), Some(10), shown).await;
        assert_eq!(end.ending.word, word, "{fault}");
        let views = desk
            .service
            .with_service(|service| service.count(OperationKind::ViewMirror));
        assert_eq!(views, looks, "{fault}");
        assert_eq!(desk.seen().len(), 1, "{fault}: never sent again");
        assert!(end.is_kept, "{fault}: the answer may still be on its way");
        let copies = desk.trash().list().unwrap();
        assert_eq!(copies[0].worded, word != Word::Deleted, "{fault}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_list_that_lags_behind_is_not_believed_over_the_second_look() {
    // The first look fails, the second one sees.
    let desk = Desk::new();
    desk.fault(r#"{"operation":"delete","fault":"close_after"}"#);
    let shown = desk.read(&firmware()).await;
    desk.fault(r#"{"operation":"view","times":3,"fault":{"status":503}}"#);
    let end = desk.delete_as_read(&firmware(), Some(10), shown).await;
    assert_eq!(end.ending.word, Word::Deleted, "{}", end.ending.reason);
}

#[tokio::test(start_paused = true)]
async fn an_outcome_that_stays_unknown_is_listed_and_resolved_by_looking_again() {
    let desk = Desk::new();
    desk.fault(r#"{"operation":"delete","fault":"close_after"}"#);
    let shown = desk.read(&firmware()).await;
    desk.fault(r#"{"operation":"view","times":99,"fault":{"status":503}}"#);
    let end = desk.delete_as_read(&firmware(), Some(10), shown).await;
    assert_eq!(end.ending.word, Word::OutcomeUnknown);
    let open = end.open.unwrap();
    let still = desk.actions.look_again(&open).await;
    assert_eq!(still.ending.word, Word::OutcomeUnknown);
    desk.service.with_service(Service::clear_faults);
    let found = desk.actions.look_again(&open).await;
    assert_eq!(found.ending.word, Word::Deleted);
    let last = desk.actions.last_copy().await.unwrap().unwrap();
    assert_eq!(last.head.id, end.id, "now it is the copy of a deletion");
    let after = Desk::in_folder(desk.data, false);
    let recovery = after
        .actions
        .recover(false, |found| panic!("{found:?}"))
        .await;
    assert!(recovery.open.is_empty());
}

#[tokio::test(start_paused = true)]
async fn a_device_that_has_vanished_is_told_apart() {
    let desk = Desk::new();
    let target = mirror_id("greenhouse-07", None);
    let mut shown = desk.read(&target).await;
    std::sync::Arc::make_mut(&mut shown).document.version = Some(14);
    let vanished = mirror_id("no-such-device", None);
    let end = desk.delete_as_read(&vanished, Some(14), shown).await;
    assert_eq!(end.ending.word, Word::AlreadyGone);
    assert!(
        end.ending.reason.contains("its device with it"),
        "{}",
        end.ending.reason
    );
}

#[tokio::test(start_paused = true)]
async fn read_only_keeps_nothing_and_sends_nothing_but_get() {
    let desk = Desk::in_folder(TempDir::new().unwrap(), true);
    let end = desk.delete(&firmware(), Some(10)).await;
    assert_eq!(end.ending.word, Word::NotDeleted);
    assert!(
        end.ending.reason.contains("read-only"),
        "{}",
        end.ending.reason
    );
    assert!(desk.seen().is_empty());
    assert!(!end.is_kept && desk.trash().list().unwrap().is_empty());
}
