//! From `u` to the word about the restore.

use std::sync::Arc;

use mirrordeck::app::effect::Effect;
use mirrordeck::app::geometry::Size;
use mirrordeck::app::message::{Answer, Message, RequestId};
use mirrordeck::app::restore_dialog::{RestoreDialog, RestoreField};
use mirrordeck::app::state::{AppState, Overlay};
use mirrordeck::i18n::Text;
use mirrordeck::model::error::{ApiError, NoAnswer};
use mirrordeck::model::mirror::{MirrorRead, MirrorReading};
use mirrordeck::model::outcome::Word;
use mirrordeck::model::record::StorageProblem;
use mirrordeck::model::restore::{KeptCopy, RestoreOrder};
use serde_json::json;

use crate::support::fixtures::{Bench, NOW_MS, document, found, kept_copy, mirror_id, restore_end};
use crate::support::said::Said as _;

fn dialog(state: &AppState) -> &RestoreDialog {
    match &state.overlay {
        Some(Overlay::Restore(dialog)) => dialog,
        other => panic!("no dialog but {other:?}"),
    }
}

/// The dialog open on the copy of `firmware` at version 10, what stands there not read yet.
fn opened(copy: &Arc<KeptCopy>) -> Bench {
    let mut bench = Bench::open();
    bench
        .press("u")
        .answer_all(&Answer::LastCopy(Ok(Some(copy.clone()))))
        .draw();
    bench
}

/// The same, with what stands there read and looked at.
fn ready(now: MirrorRead) -> Bench {
    let mut bench = opened(&kept_copy(1, 10));
    bench.answer_all(&Answer::Mirror(Ok(now))).draw();
    bench
}

/// Another state than that of the copy.
fn other(version: Option<u64>) -> MirrorRead {
    let document = document(version, json!({ "power": "off" }), json!({}));
    MirrorRead::Found(Arc::new(MirrorReading::new(document, NOW_MS)))
}

fn restores(bench: &Bench) -> Vec<(RequestId, RestoreOrder)> {
    let orders = bench.effects.iter().filter_map(|effect| match effect {
        Effect::RestoreMirror { request, order } => Some((*request, order.clone())),
        _ => None,
    });
    orders.collect()
}

#[test]
fn where_nothing_stands_the_whole_copy_is_sent_once() {
    let mut bench = ready(MirrorRead::Absent);
    assert_eq!(dialog(&bench.state).field, RestoreField::Token);
    bench.press("<Tab><Tab><Enter><Enter>");
    let orders = restores(&bench);
    assert_eq!(orders.len(), 1, "a second Enter finds no dialog");
    let order = &orders[0].1;
    assert_eq!(
        order.target(),
        &mirror_id("greenhouse-06", Some("firmware"))
    );
    assert_eq!(order.overwrite, None);
    let update = order.update();
    let copy = &order.copy.reading.document;
    assert_eq!(
        (update.desired, update.reported),
        (copy.desired.clone(), copy.reported.clone())
    );
    assert_eq!(update.version, None);
    assert!(update.client_token.is_some());
}

#[test]
fn no_run_of_enter_alone_restores() {
    let mut bench = ready(MirrorRead::Absent);
    bench.press("<Enter><Enter><Enter><Enter>");
    assert!(restores(&bench).is_empty());
    assert!(bench.state.overlay.is_none(), "Keep closed it");
}

#[test]
fn restore_does_nothing_until_what_stands_is_read_and_seen() {
    let mut bench = opened(&kept_copy(1, 10));
    bench.press("<BackTab><Enter>");
    assert!(restores(&bench).is_empty());
    let problem = dialog(&bench.state).problem.clone().unwrap();
    assert!(problem.contains("still reading"), "{problem}");
    bench.answer_all(&Answer::Mirror(Ok(MirrorRead::Absent)));
    bench.send(Message::Pressed(mirrordeck::app::key::Key::Enter));
    assert!(restores(&bench).is_empty(), "nobody has seen it yet");
    bench.draw().press("<Enter>");
    assert_eq!(restores(&bench).len(), 1);
}

#[test]
fn what_could_not_be_read_keeps_restore_off() {
    let mut bench = opened(&kept_copy(1, 10));
    let error = ApiError::NoAnswer {
        why: NoAnswer::Broken,
        cause: Text::verbatim("reset"),
    };
    bench.answer_all(&Answer::Mirror(Err(error))).draw();
    bench.press("<BackTab><Enter>");
    assert!(restores(&bench).is_empty());
    assert!(dialog(&bench.state).problem.is_some());
}

#[test]
fn what_stands_is_overwritten_only_when_asked_for_and_only_in_its_version() {
    let mut bench = ready(other(Some(12)));
    bench.press("<BackTab><Enter>");
    assert!(restores(&bench).is_empty(), "the first Enter only asks");
    assert!(dialog(&bench.state).overwrites);
    assert_eq!(
        dialog(&bench.state).field,
        RestoreField::Token,
        "and Enter alone does nothing"
    );
    bench.press("<Enter><Enter>");
    assert!(restores(&bench).is_empty());
    let mut bench = ready(other(Some(12)));
    bench.press("<BackTab><Enter><BackTab><Enter>");
    let (_, order) = restores(&bench).remove(0);
    let update = order.update();
    assert_eq!(update.version, Some(12));
    let desired = update.desired.unwrap();
    assert_eq!(desired["power"], "on");
    assert_eq!(desired["target"], "2.4.1");
}

#[test]
fn there_is_no_overwriting_without_a_lock_and_nothing_to_do_where_it_is_equal() {
    let mut bench = ready(other(None));
    bench.press("<BackTab><Enter><Enter>");
    assert!(restores(&bench).is_empty());
    assert!(
        dialog(&bench.state)
            .problem
            .as_ref()
            .unwrap()
            .contains("no version")
    );
    let mut bench = ready(found(11));
    bench.press("<BackTab><Enter><Enter>");
    assert!(restores(&bench).is_empty());
    let problem = dialog(&bench.state).problem.clone().unwrap();
    assert!(problem.contains("the same state"), "{problem}");
}

#[test]
fn a_token_of_more_than_64_bytes_is_named_and_nothing_is_sent() {
    let mut bench = ready(MirrorRead::Absent);
    bench
        .press("<Ctrl-U>")
        .press(&"온".repeat(22))
        .press("<BackTab><Enter>");
    assert!(restores(&bench).is_empty());
    let problem = dialog(&bench.state).problem.clone().unwrap();
    assert!(problem.contains("66 bytes"), "{problem}");
    let mut bench = ready(MirrorRead::Absent);
    bench.press("<Ctrl-U><BackTab><Enter>");
    assert_eq!(
        restores(&bench)[0].1.token,
        None,
        "an empty field sends none"
    );
}

#[test]
fn a_copy_of_another_service_is_not_restored_here_and_another_key_is_named() {
    let mut copy = (*kept_copy(1, 10)).clone();
    copy.head.origin.base_url = "https://elsewhere/v1".to_owned();
    let bench = opened(&Arc::new(copy.clone()));
    assert!(bench.state.overlay.is_none());
    assert!(
        bench.notice().contains("https://elsewhere/v1"),
        "{}",
        bench.notice()
    );
    copy.head.origin.base_url = bench.state.setup.base_url.clone();
    copy.head.origin.key_tail = "…9999".to_owned();
    let bench = opened(&Arc::new(copy));
    assert_eq!(dialog(&bench.state).other_key.as_deref(), Some("…9999"));
}

#[test]
fn names_that_do_not_fit_keep_restore_off() {
    let mut bench = ready(MirrorRead::Absent);
    let copy = crate::support::fixtures::kept_copy_of(
        &mirror_id(&"d".repeat(400), Some(&"m".repeat(400))),
        1,
        10,
    );
    bench.press("<Esc>");
    bench.send(Message::Resized(Size {
        columns: 60,
        rows: 16,
    }));
    bench
        .press("u")
        .answer_all(&Answer::LastCopy(Ok(Some(copy))))
        .draw();
    bench
        .answer_all(&Answer::Mirror(Ok(MirrorRead::Absent)))
        .draw();
    bench.press("<BackTab><Enter>");
    assert!(restores(&bench).is_empty());
    assert!(
        dialog(&bench.state)
            .problem
            .as_ref()
            .unwrap()
            .contains("enlarge")
    );
}

#[test]
fn read_only_says_why_nothing_is_restored() {
    let mut bench = Bench::open();
    bench.state.setup.account.read_only = true;
    bench.press("u");
    assert!(
        bench.notice().contains("read-only: nothing is restored"),
        "{}",
        bench.notice()
    );
    assert!(bench.state.questions.is_empty());
}

#[test]
fn without_a_copy_or_with_a_broken_one_there_are_words() {
    let mut bench = Bench::open();
    bench.press("u").answer_all(&Answer::LastCopy(Ok(None)));
    assert!(
        bench.notice().starts_with("nothing to bring back"),
        "{}",
        bench.notice()
    );
    let problem = StorageProblem(Text::verbatim("the copy is cut short"));
    bench.press("u").answer_all(&Answer::LastCopy(Err(problem)));
    assert!(bench.notice().contains("cut short"), "{}", bench.notice());
}

#[test]
fn a_copy_that_comes_late_does_not_change_what_keys_mean() {
    let mut bench = Bench::open();
    bench.press("u?");
    bench.answer_all(&Answer::LastCopy(Ok(Some(kept_copy(1, 10)))));
    assert!(matches!(bench.state.overlay, Some(Overlay::Help { .. })));
}

#[test]
fn a_restored_mirror_is_in_the_list_again() {
    let target = mirror_id("greenhouse-06", Some("brought-back"));
    let copy = crate::support::fixtures::kept_copy_of(&target, 1, 10);
    let mut bench = opened(&copy);
    bench
        .answer_all(&Answer::Mirror(Ok(MirrorRead::Absent)))
        .draw();
    bench.press("<BackTab><Enter>");
    let (request, order) = restores(&bench).remove(0);
    bench.answer(
        request,
        Answer::Restored(restore_end(&order, Word::Restored)),
    );
    let said = bench.notice();
    assert!(
        said.starts_with("restored greenhouse-06 › brought-back"),
        "{said}"
    );
    let rows = 0..bench.state.mirrors.len();
    let back = rows
        .filter_map(|row| bench.state.mirrors.get(row))
        .any(|name| *name == target.mirror);
    assert!(back);
    assert!(bench.state.action.is_none());
}

#[test]
fn one_action_at_a_time() {
    let mut bench = ready(MirrorRead::Absent);
    bench.press("<BackTab><Enter>").press("<Tab>jd");
    assert!(bench.state.overlay.is_none());
    assert!(
        bench.notice().contains("one at a time"),
        "{}",
        bench.notice()
    );
    bench.press("u");
    assert!(
        bench.notice().contains("one at a time"),
        "{}",
        bench.notice()
    );
}
