//! From `d` to the word about the outcome.

use mirrordeck::app::dialog::{Field, FreshRead};
use mirrordeck::app::effect::Effect;
use mirrordeck::app::message::{Answer, Message};
use mirrordeck::app::state::{AppState, Overlay, Pane};
use mirrordeck::i18n::Text;
use mirrordeck::model::error::{ApiError, NoAnswer};
use mirrordeck::model::mirror::{MirrorName, MirrorRead};
use mirrordeck::model::outcome::Word;

use crate::support::fixtures::{Bench, deletion_end, found, mirror_id, names};
use crate::support::said::Said as _;

fn dialog(state: &AppState) -> &mirrordeck::app::dialog::DeleteDialog {
    match &state.overlay {
        Some(Overlay::Delete(dialog)) => dialog,
        other => panic!("no dialog but {other:?}"),
    }
}

/// The dialog open on the named mirror `firmware`, at version 10, everything read.
fn ready() -> Bench {
    let mut bench = Bench::open();
    bench
        .press("<Tab>jd")
        .answer_all(&Answer::Mirror(Ok(found(10))))
        .draw();
    assert_eq!(
        dialog(&bench.state).target,
        mirror_id("greenhouse-06", Some("firmware"))
    );
    bench
}

fn silence() -> ApiError {
    ApiError::NoAnswer {
        why: NoAnswer::Broken,
        cause: Text::verbatim("reset"),
    }
}

#[test]
fn in_the_devices_pane_only_words_come() {
    let mut bench = Bench::open();
    for key in ["d", "<Del>"] {
        bench.press(key);
        assert!(bench.state.overlay.is_none());
        assert!(
            bench.notice().contains("only mirrors are deleted"),
            "{}",
            bench.notice()
        );
    }
}

#[test]
fn d_opens_the_dialog_from_the_mirrors_and_the_detail_pane() {
    for keys in ["<Tab>d", "<Tab><Del>", "<Tab><Tab>d"] {
        let mut bench = Bench::open();
        bench.press(keys);
        assert_eq!(
            dialog(&bench.state).target,
            mirror_id("greenhouse-06", None)
        );
        assert_eq!(dialog(&bench.state).field, Field::Version);
        assert_eq!(
            bench.viewed(),
            [mirror_id("greenhouse-06", None)],
            "read afresh"
        );
    }
}

#[test]
fn no_run_of_enter_alone_deletes() {
    let mut bench = ready();
    bench.press("<Enter><Enter><Enter><Enter><Enter><Enter>");
    assert_eq!(bench.deletes(), 0);
    assert!(
        bench.state.overlay.is_none(),
        "the third Enter pressed Keep"
    );
}

#[test]
fn only_enter_on_delete_deletes_and_a_second_enter_finds_no_dialog() {
    let mut bench = ready();
    bench.press("<Tab><Tab><Tab>");
    assert_eq!(dialog(&bench.state).field, Field::Delete);
    assert_eq!(bench.deletes(), 0);
    bench.press("<Enter><Enter>");
    let (_, order) = bench.the_delete();
    assert_eq!(order.target, mirror_id("greenhouse-06", Some("firmware")));
    assert_eq!(order.version, Some(10));
    assert_eq!(order.token.unwrap().as_str(), "md-test-1");
}

#[test]
fn the_focus_goes_round_in_the_promised_order() {
    let mut bench = ready();
    for field in [Field::Token, Field::Keep, Field::Delete, Field::Version] {
        bench.press("<Tab>");
        assert_eq!(dialog(&bench.state).field, field);
    }
    for field in [Field::Delete, Field::Keep, Field::Token, Field::Version] {
        bench.press("<BackTab>");
        assert_eq!(dialog(&bench.state).field, field);
    }
    bench.press("<Enter>");
    assert_eq!(
        dialog(&bench.state).field,
        Field::Token,
        "Enter on a field moves on"
    );
}

#[test]
fn esc_and_keep_close_without_deleting() {
    for keys in ["<Esc>", "<Tab><Tab><Enter>", "<Tab><Tab><Tab><Esc>"] {
        let mut bench = ready();
        bench.press(keys);
        assert!(bench.state.overlay.is_none());
        assert_eq!(bench.deletes(), 0);
        assert_eq!(bench.notice(), "kept greenhouse-06 › firmware");
    }
}

#[test]
fn keys_pressed_before_the_dialog_was_drawn_do_not_count() {
    let mut bench = Bench::open();
    bench
        .press("<Tab>j")
        .send(Message::Pressed(mirrordeck::app::key::Key::Char('d')));
    for key in crate::support::stage::parse_keys("<BackTab><Enter>7") {
        bench.send(Message::Pressed(key));
    }
    bench.send(Message::Pasted("99".into()));
    assert_eq!(dialog(&bench.state).field, Field::Version);
    assert_eq!(dialog(&bench.state).version.value(), "");
    bench.draw().press("<BackTab>");
    assert_eq!(dialog(&bench.state).field, Field::Delete);
}

#[test]
fn delete_does_nothing_until_the_fresh_read_answers() {
    let mut bench = Bench::open();
    bench.press("<Tab>jd<BackTab><Enter>");
    assert_eq!(bench.deletes(), 0);
    assert!(
        dialog(&bench.state)
            .problem
            .as_ref()
            .unwrap()
            .contains("still reading")
    );
    bench.answer_all(&Answer::Mirror(Ok(found(11)))).draw();
    bench.press("<Enter>");
    assert_eq!(bench.the_delete().1.version, Some(11));
}

#[test]
fn what_was_read_must_have_been_seen_before_delete_counts() {
    let mut bench = Bench::open();
    bench.press("<Tab>jd<BackTab><Enter>");
    bench.answer_all(&Answer::Mirror(Ok(found(11))));
    // Enter again, before a frame with what is lost and under which lock.
    bench.send(Message::Pressed(mirrordeck::app::key::Key::Enter));
    assert_eq!(bench.deletes(), 0);
    assert!(
        dialog(&bench.state)
            .problem
            .as_ref()
            .unwrap()
            .contains("only just been shown")
    );
    bench.draw().press("<Enter>");
    assert_eq!(bench.deletes(), 1);
}

#[test]
fn a_move_of_the_cursor_does_not_cost_the_lock() {
    for key in ["<Left>", "<Right>", "<Home>", "<End>", "<BS>", "<Ctrl-U>"] {
        let mut bench = Bench::open();
        bench
            .press("<Tab>jd")
            .press(key)
            .answer_all(&Answer::Mirror(Ok(found(10))));
        assert_eq!(dialog(&bench.state).version.value(), "10", "{key}");
    }
}

#[test]
fn delete_stays_off_where_the_read_fails_or_finds_nothing() {
    for answer in [Err(silence()), Ok(MirrorRead::Absent)] {
        let mut bench = Bench::open();
        bench.press("<Tab>jd").answer_all(&Answer::Mirror(answer));
        bench.press("<BackTab><Enter><Enter>");
        assert_eq!(bench.deletes(), 0);
        assert!(dialog(&bench.state).problem.is_some());
    }
}

#[test]
fn the_order_is_frozen_whatever_is_read_meanwhile() {
    let mut bench = Bench::open();
    bench.press("<Tab>jr");
    let slow_read = bench.effects.clone();
    bench.effects.clear();
    bench.press("d").answer_all(&Answer::Mirror(Ok(found(10))));
    // The older questions are answered while the dialog is open: another version, fewer names.
    bench.effects = slow_read;
    bench.answer_all(&Answer::Mirror(Ok(found(99))));
    bench.answer_all(&Answer::Mirrors(Ok(names(&["other"]))));
    bench.press("<BackTab><Enter>");
    let (_, order) = bench.the_delete();
    assert_eq!(order.target, mirror_id("greenhouse-06", Some("firmware")));
    assert_eq!(
        (order.version, order.reading.document.version),
        (Some(10), Some(10))
    );
}

#[test]
fn bad_input_is_said_and_nothing_is_sent() {
    for (keys, word) in [
        ("x", "64 bits"),
        ("<Ctrl-U>-1", "64 bits"),
        ("<Ctrl-U>+1", "64 bits"),
        ("<Ctrl-U>18446744073709551616", "64 bits"),
        ("<Ctrl-U>1.0", "64 bits"),
    ] {
        let mut bench = ready();
        bench.press(keys).press("<BackTab><Enter>");
        assert_eq!(bench.deletes(), 0, "{keys}");
        assert!(
            dialog(&bench.state)
                .problem
                .as_ref()
                .unwrap()
                .contains(word),
            "{keys}"
        );
    }
    let mut bench = ready();
    bench
        .press("<Tab><Ctrl-U>")
        .send(Message::Pasted("가".repeat(22).into()));
    bench.press("<Tab><Tab><Enter>");
    assert_eq!(bench.deletes(), 0);
    assert!(
        dialog(&bench.state)
            .problem
            .as_ref()
            .unwrap()
            .contains("66 bytes")
    );
}

#[test]
fn an_empty_version_is_no_lock_and_an_empty_token_is_none() {
    let mut bench = ready();
    bench.press("<Ctrl-U><Tab><Ctrl-U><Tab><Tab><Enter>");
    let (_, order) = bench.the_delete();
    assert_eq!((order.version, order.token), (None, None));
}

#[test]
fn the_largest_versions_are_not_rounded() {
    let mut bench = ready();
    bench.press("<Ctrl-U>18446744073709551615<BackTab><Enter>");
    assert_eq!(bench.the_delete().1.version, Some(u64::MAX));
}

#[test]
fn a_version_typed_while_reading_is_not_overwritten() {
    let mut bench = Bench::open();
    bench
        .press("<Tab>jd7")
        .answer_all(&Answer::Mirror(Ok(found(10))));
    assert_eq!(dialog(&bench.state).version.value(), "7");
}

#[test]
fn one_deletion_at_a_time() {
    let mut bench = ready();
    bench.press("<BackTab><Enter>");
    let (request, order) = bench.the_delete();
    bench.effects.clear();
    bench.press("jd");
    assert!(bench.state.overlay.is_none());
    assert!(
        bench
            .notice()
            .contains("still waiting for the answer about greenhouse-06 › firmware")
    );
    bench.press("kj");
    bench.answer(
        request,
        Answer::Deleted(deletion_end(&order.target, Word::Deleted, "")),
    );
    bench.press("d");
    assert_eq!(
        dialog(&bench.state).target,
        mirror_id("greenhouse-06", Some("legacy"))
    );
}

/// Confirmed, and ended so.
fn ended(word: Word, reason: &str) -> Bench {
    let mut bench = ready();
    bench.press("<BackTab><Enter>");
    let (request, order) = bench.the_delete();
    bench.effects.clear();
    bench.answer(
        request,
        Answer::Deleted(deletion_end(&order.target, word, reason)),
    );
    bench
}

fn assert_says(bench: &Bench, word: &str, parts: &[&str]) {
    assert!(
        bench
            .notice()
            .starts_with(&format!("{word} greenhouse-06 › firmware")),
        "{}",
        bench.notice()
    );
    for part in parts {
        assert!(bench.notice().contains(part), "{part}: {}", bench.notice());
    }
}

fn row_stands(bench: &Bench) -> bool {
    let firmware = MirrorName::named("firmware").unwrap();
    (0..bench.state.mirrors.len()).any(|place| bench.state.mirrors.get(place) == Some(&firmware))
}

#[test]
fn a_clear_answer_is_deleted_and_the_row_goes() {
    let bench = ended(Word::Deleted, "token came back");
    let said = [
        "(v10)",
        "14:02:13",
        "token came back",
        "copy kept: u brings it back",
    ];
    assert_says(&bench, "deleted", &said);
    assert!(!row_stands(&bench));
    let selected = bench.state.mirrors.selected();
    assert_eq!(
        selected,
        Some(mirror_id("greenhouse-06", Some("legacy"))),
        "the next row"
    );
    assert_eq!(bench.state.focus, Pane::Mirrors);
}

#[test]
fn a_warning_stands_beside_a_good_outcome() {
    let mut bench = ready();
    bench.press("<BackTab><Enter>");
    let (request, order) = bench.the_delete();
    let mut end = deletion_end(&order.target, Word::Deleted, "");
    end.ending.warning = Some(Text::verbatim("the lock may have got lost"));
    bench.answer(request, Answer::Deleted(end));
    assert_says(&bench, "deleted", &["⚠", "the lock may have got lost"]);
}

#[test]
fn what_was_not_deleted_stays_and_is_read_again() {
    for word in [
        Word::VersionConflict,
        Word::Refused,
        Word::NotDeleted,
        Word::OutcomeUnknown,
    ] {
        let bench = ended(word, "words");
        assert_says(&bench, word.as_str(), &["words"]);
        assert!(row_stands(&bench), "{word}");
        let target = mirror_id("greenhouse-06", Some("firmware"));
        assert_eq!(bench.viewed(), [target], "{word}: it may have changed");
        assert!(!bench.notice().contains("u brings it back"), "{word}");
    }
}

#[test]
fn a_mirror_that_is_not_there_leaves_the_list() {
    let bench = ended(Word::AlreadyGone, "");
    assert_says(&bench, "already gone", &[]);
    assert!(!row_stands(&bench));
}

#[test]
fn a_task_that_crashed_leaves_the_outcome_unknown() {
    let mut bench = ready();
    bench.press("<BackTab><Enter>");
    let (request, _) = bench.the_delete();
    bench.answer(request, Answer::Crashed);
    let looks = bench
        .effects
        .iter()
        .any(|effect| matches!(effect, Effect::Recover { own: true, .. }));
    assert!(looks, "what it left open is looked up");
    assert_says(&bench, "outcome unknown", &["looking at the mirror"]);
    assert!(row_stands(&bench));
}

#[test]
fn the_default_mirror_stays_in_the_list_marked_as_absent() {
    let mut bench = Bench::open();
    bench
        .press("<Tab>d")
        .answer_all(&Answer::Mirror(Ok(found(4))));
    bench.press("<BackTab><Enter>");
    let (request, order) = bench.the_delete();
    assert_eq!(order.target.mirror, MirrorName::Default);
    bench.answer(
        request,
        Answer::Deleted(deletion_end(&order.target, Word::Deleted, "")),
    );
    assert!(
        bench
            .notice()
            .starts_with("deleted greenhouse-06 › default (no name) (v10)")
    );
    let slot = bench
        .state
        .mirrors
        .document(&mirror_id("greenhouse-06", None))
        .unwrap();
    assert_eq!(slot.value.as_ref().unwrap().read, MirrorRead::Absent);
}

#[test]
fn a_read_begun_before_the_deletion_does_not_bring_the_row_back() {
    let mut bench = ready();
    bench.press("<BackTab><Enter>");
    let (request, order) = bench.the_delete();
    bench.effects.clear();
    bench.press("r");
    let reads = bench.effects.clone();
    bench.answer(
        request,
        Answer::Deleted(deletion_end(&order.target, Word::Deleted, "")),
    );
    bench.effects = reads;
    bench.answer_all(&Answer::Mirrors(Ok(names(&["firmware", "legacy"]))));
    bench.answer_all(&Answer::Mirror(Ok(found(10))));
    assert!(!row_stands(&bench));
}

#[test]
fn the_fresh_read_fills_the_version_in() {
    let bench = ready();
    assert_eq!(dialog(&bench.state).version.value(), "10");
    assert!(matches!(dialog(&bench.state).fresh, FreshRead::Found(_)));
}

#[test]
fn a_slip_of_the_finger_does_not_take_the_outcome_away() {
    let mut bench = ended(Word::Deleted, "token came back");
    bench.press("X");
    assert_says(&bench, "deleted", &["token came back"]);
    // A mark is no slip: it says how many there are now.
    bench.press(" ");
    assert_eq!(bench.notice(), "1 mirror marked: d plans its deletion");
}
