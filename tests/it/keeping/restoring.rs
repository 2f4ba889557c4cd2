//! What comes back is what was deleted, and is called restored only then.

use crate::support::said::Said as _;
use mirrordeck::model::difference::difference;
use mirrordeck::model::mirror::MirrorRead;
use mirrordeck::model::outcome::Word;
use mirrordeck::model::record::{ActionKind, Event};
use serde_json::{Value, json};

use super::desk::{Desk, firmware};
use crate::support::fixtures::mirror_id;

/// Digits and texts that a careless program would change.
const DELICATE: &str = r#"{"big":9007199254740993,"price":1.50,"tiny":1e-400,"이름":"온실 7동",
    "deep":{"a":{"b":[1,{"c":""},[]]}},"e":"e\u0301\u202e"}"#;

#[tokio::test(start_paused = true)]
async fn what_was_deleted_stands_again_to_the_last_digit() {
    let desk = Desk::new();
    let delicate: Value = serde_json::from_str(DELICATE).unwrap();
    desk.device_writes(Some("firmware"), &delicate);
    let before = desk.known(Some("firmware")).unwrap();
    let end = desk.delete(&firmware(), Some(11)).await;
    assert_eq!(end.ending.word, Word::Deleted);
    assert!(desk.known(Some("firmware")).is_none());
    let copy = desk.actions.last_copy().await.unwrap().unwrap();
    let end = desk.restore(&copy, None).await;
    assert_eq!(end.ending.word, Word::Restored, "{}", end.ending.reason);
    let after = desk.known(Some("firmware")).unwrap();
    assert_eq!(
        (after.desired, after.reported),
        (before.desired, before.reported)
    );
}

#[tokio::test(start_paused = true)]
async fn the_default_mirror_comes_back_as_the_default_mirror() {
    let desk = Desk::new();
    let target = mirror_id("greenhouse-07", None);
    let before = desk.known(None).unwrap();
    let end = desk.delete(&target, Some(before.version)).await;
    let copy = desk.actions.copy(&end.id).await.unwrap();
    assert_eq!(copy.head.target, target);
    assert_eq!(desk.restore(&copy, None).await.ending.word, Word::Restored);
    assert_eq!(desk.known(None).unwrap().desired, before.desired);
}

#[tokio::test(start_paused = true)]
async fn a_restored_copy_stays_marked_and_is_not_the_last_one_any_more() {
    let desk = Desk::new();
    let first = desk
        .delete(&mirror_id("greenhouse-07", Some("legacy")), Some(2))
        .await;
    let second = desk.delete(&firmware(), Some(10)).await;
    let copy = desk.actions.last_copy().await.unwrap().unwrap();
    assert_eq!(copy.head.id, second.id);
    desk.restore(&copy, None).await;
    let listed = desk.trash().list().unwrap();
    assert_eq!(listed.len(), 2);
    assert!(
        listed
            .iter()
            .any(|copy| copy.id == second.id && copy.restored)
    );
    let next = desk.actions.last_copy().await.unwrap().unwrap();
    assert_eq!(next.head.id, first.id);
}

#[tokio::test(start_paused = true)]
async fn where_a_mirror_has_come_to_stand_meanwhile_nothing_is_sent() {
    let desk = Desk::new();
    desk.delete(&firmware(), Some(10)).await;
    let copy = desk.actions.last_copy().await.unwrap().unwrap();
    desk.device_writes(Some("firmware"), &json!({ "target": "9.9.9" }));
    let end = desk.restore(&copy, None).await;
    assert_eq!(end.ending.word, Word::VersionConflict);
    assert!(end.ending.reason.contains("nothing was sent"));
    assert_eq!(desk.seen().len(), 1, "only the DELETE");
}

#[tokio::test(start_paused = true)]
async fn overwriting_removes_what_is_too_much_and_keeps_a_copy_of_it() {
    let desk = Desk::new();
    let before = desk.known(Some("firmware")).unwrap();
    desk.delete(&firmware(), Some(10)).await;
    let copy = desk.actions.last_copy().await.unwrap().unwrap();
    let surplus = json!({ "net": { "extra": 1 }, "surplus": [1] });
    desk.device_writes(Some("firmware"), &surplus);
    let standing = desk.read(&firmware()).await;
    let end = desk.restore(&copy, Some(standing.clone())).await;
    assert_eq!(end.ending.word, Word::Restored, "{}", end.ending.reason);
    let after = desk.known(Some("firmware")).unwrap();
    assert_eq!(
        (after.desired, after.reported),
        (before.desired, before.reported)
    );
    let sent = desk.seen().pop().unwrap();
    assert_eq!(sent.body.unwrap()["version"], json!(11));
    assert_eq!(
        sent.copies.len(),
        2,
        "what is overwritten is kept before it is"
    );
    let kept = desk.actions.copy(&end.id).await.unwrap();
    assert_eq!(
        difference(&kept.reading.document, &standing.document).total,
        0
    );
    assert_eq!(kept.fate.word, Some(Word::Restored));
}

#[tokio::test(start_paused = true)]
async fn what_moved_since_it_was_shown_is_not_overwritten() {
    let desk = Desk::new();
    desk.delete(&firmware(), Some(10)).await;
    let copy = desk.actions.last_copy().await.unwrap().unwrap();
    desk.device_writes(Some("firmware"), &json!({ "a": 1 }));
    let shown = desk.read(&firmware()).await;
    desk.device_writes(Some("firmware"), &json!({ "a": 2 }));
    let end = desk.restore(&copy, Some(shown)).await;
    assert_eq!(
        end.ending.word,
        Word::VersionConflict,
        "{}",
        end.ending.reason
    );
    assert_eq!(
        desk.known(Some("firmware")).unwrap().reported,
        Some(json!({ "a": 2 }))
    );
    assert_eq!(
        desk.trash().list().unwrap().len(),
        1,
        "nothing was overwritten"
    );
}

#[tokio::test(start_paused = true)]
async fn halves_that_are_refused_together_go_one_after_the_other() {
    let desk = Desk::new();
    let before = desk.known(Some("firmware")).unwrap();
    desk.delete(&firmware(), Some(10)).await;
    let copy = desk.actions.last_copy().await.unwrap().unwrap();
    desk.fault(
        r#"{"operation":"update","fault":{"status":400,"code":"1400","message":"one of them"}}"#,
    );
    let end = desk.restore(&copy, None).await;
    assert_eq!(end.ending.word, Word::Restored, "{}", end.ending.reason);
    let posts: Vec<_> = desk
        .seen()
        .into_iter()
        .skip(1)
        .filter_map(|seen| seen.body)
        .collect();
    let halves = |body: &Value| {
        let state = body["state"].as_object().unwrap();
        state.keys().cloned().collect::<Vec<_>>()
    };
    assert_eq!(
        posts.iter().map(halves).collect::<Vec<_>>(),
        [
            vec!["desired".to_owned(), "reported".to_owned()],
            vec!["desired".to_owned()],
            vec!["reported".to_owned()],
        ]
    );
    assert!(
        posts[2]["version"].is_u64(),
        "locked on what the first half led to"
    );
    let after = desk.known(Some("firmware")).unwrap();
    assert_eq!(
        (after.desired, after.reported),
        (before.desired, before.reported)
    );
}

#[tokio::test(start_paused = true)]
async fn a_second_half_that_is_refused_too_is_not_called_restored() {
    let desk = Desk::new();
    desk.delete(&firmware(), Some(10)).await;
    let copy = desk.actions.last_copy().await.unwrap().unwrap();
    let refusal = r#"{"operation":"update","fault":{"status":400,"code":"1400"}}"#;
    desk.fault(refusal);
    desk.fault(r#"{"operation":"update","fault":{"slow_ms":0}}"#);
    desk.fault(refusal);
    let end = desk.restore(&copy, None).await;
    assert_eq!(end.ending.word, Word::NotRestored);
    assert!(
        end.ending
            .reason
            .contains("desired came back, reported was refused")
    );
}

#[tokio::test(start_paused = true)]
async fn without_an_answer_the_mirror_decides() {
    for (fault, word) in [
        (r#""close_after""#, Word::Restored),
        (r#""close_before""#, Word::NotRestored),
        (r#"{"status_after":504}"#, Word::Restored),
        (r#"{"status":500}"#, Word::NotRestored),
    ] {
        let desk = Desk::new();
        desk.delete(&firmware(), Some(10)).await;
        let copy = desk.actions.last_copy().await.unwrap().unwrap();
        desk.fault(&format!(r#"{{"operation":"update","fault":{fault}}}"#));
        let end = desk.restore(&copy, None).await;
        assert_eq!(end.ending.word, word, "{fault}: {}", end.ending.reason);
        assert_eq!(desk.seen().len(), 2, "{fault}: one DELETE, one POST");
        let marked = desk.trash().list().unwrap()[0].restored;
        assert_eq!(marked, word == Word::Restored, "{fault}");
    }
}

#[tokio::test(start_paused = true)]
async fn what_does_not_stand_as_it_was_is_not_called_restored() {
    let desk = Desk::new();
    desk.delete(&firmware(), Some(10)).await;
    let copy = desk.actions.last_copy().await.unwrap().unwrap();
    // The service takes the POST and loses half of it: as if a device wrote right after.
    desk.fault(r#"{"operation":"update","fault":{"slow_ms":400}}"#);
    let service = desk.service.clone();
    let device = async move {
        tokio::time::sleep(std::time::Duration::from_millis(300)).await;
        let now_ms = service.now_ms();
        service.with_service(|service| {
            let reported = json!({ "target": "7.7.7" });
            service.device_reports("greenhouse-07", Some("firmware"), &reported, now_ms)
        });
    };
    let (end, ()) = tokio::join!(desk.restore(&copy, None), device);
    assert_eq!(end.ending.word, Word::NotRestored);
    let reason = &end.ending.reason;
    assert!(
        reason.contains("1 value differs: reported.target"),
        "{reason}"
    );
    let Some(MirrorRead::Found(_)) = end.seen else {
        panic!("what stands is shown")
    };
}

#[tokio::test(start_paused = true)]
async fn a_restore_has_its_records_too() {
    let desk = Desk::new();
    desk.delete(&firmware(), Some(10)).await;
    let copy = desk.actions.last_copy().await.unwrap().unwrap();
    let end = desk.restore(&copy, None).await;
    let records = desk.records();
    let mine: Vec<_> = records
        .iter()
        .filter(|record| record.id == end.id)
        .collect();
    assert_eq!(mine.len(), 2);
    let Event::Intended(intent) = &mine[0].event else {
        panic!("{mine:?}")
    };
    assert_eq!(
        (intent.kind, &intent.copy),
        (ActionKind::Restore, &copy.head.id)
    );
    let Event::Ended(ended) = &mine[1].event else {
        panic!("{mine:?}")
    };
    assert_eq!((ended.word, ended.attempts), (Word::Restored, 1));
}
