//! Killed at each marked point of a deletion.

use mirrordeck::model::outcome::Word;
use mirrordeck::model::record::ActionKind::Delete;

use super::Scene;

/// What the DELETE meets, and what is left when the program was killed at a point and started again.
struct Row {
    at: &'static str,
    fault: Option<&'static str>,
    /// DELETEs that the service has ever seen.
    deletes: usize,
    /// Whether the mirror still stands.
    stands: bool,
    word: Word,
    /// What the screen says besides.
    because: &'static str,
    /// What is written beside the copy, where there is one.
    copies: &'static [Option<Word>],
}

impl Row {
    fn check(&self) {
        let scene = Scene::new();
        if let Some(fault) = self.fault {
            let plan = format!(r#"{{"operation":"delete","fault":{fault}}}"#);
            scene.served.fault(&plan);
        }
        scene.kill_deleting_at(self.at);
        let Self { at, fault, .. } = self;
        assert_eq!(scene.journal(), [(Delete, vec![])], "{at} {fault:?}");
        assert_eq!(scene.stands(), self.stands, "{at} {fault:?}");
        let told = format!("⚠ {} greenhouse-07 › firmware (deletion of ", self.word);
        scene.next_start_tells(&[&told, self.because]);
        assert_eq!(
            scene.journal(),
            [(Delete, vec![self.word])],
            "{at} {fault:?}"
        );
        assert_eq!(scene.open_ends(), 0, "{at} {fault:?}");
        assert_eq!(scene.deletes(), self.deletes, "{at} {fault:?}");
        assert_eq!(scene.stands(), self.stands, "{at} {fault:?}");
        let copies: Vec<_> = self.copies.iter().map(|word| (*word, false)).collect();
        assert_eq!(scene.copies(), copies, "{at} {fault:?}");
    }
}

const UNCHANGED: &str =
    "mirrordeck was ended meanwhile; the look afterwards found it unchanged at v10";
const GONE: &str = "mirrordeck was ended meanwhile; the look afterwards found it gone";

#[test]
fn before_the_copy_nothing_was_sent_and_the_next_start_says_so() {
    Row {
        at: "intended",
        fault: None,
        deletes: 0,
        stands: true,
        word: Word::NotDeleted,
        because: "mirrordeck was ended before anything was sent; it stands",
        copies: &[],
    }
    .check();
}

#[test]
fn between_copy_and_request_nothing_was_deleted_and_the_copy_says_so() {
    Row {
        at: "copied",
        fault: None,
        deletes: 0,
        stands: true,
        word: Word::NotDeleted,
        because: UNCHANGED,
        copies: &[Some(Word::NotDeleted)],
    }
    .check();
}

#[test]
fn after_the_answer_the_look_finds_out_what_it_was() {
    let rows = [
        (None, false),
        (Some(r#"{"status":401,"code":"210"}"#), true),
        (Some(r#""close_before""#), true),
        (Some(r#""close_after""#), false),
        (Some(r#"{"status_after":504}"#), false),
    ];
    for (fault, stands) in rows {
        answered("answered", fault, stands).check();
    }
}

#[test]
fn after_the_look_the_next_start_looks_once_more() {
    for (fault, stands) in [(r#""close_before""#, true), (r#""close_after""#, false)] {
        answered("looked", Some(fault), stands).check();
    }
}

fn answered(at: &'static str, fault: Option<&'static str>, stands: bool) -> Row {
    let (word, because, copies): (_, _, &[_]) = if stands {
        (Word::NotDeleted, UNCHANGED, &[Some(Word::NotDeleted)])
    } else {
        (Word::Deleted, GONE, &[None])
    };
    Row {
        at,
        fault,
        deletes: 1,
        stands,
        word,
        because,
        copies,
    }
}

#[test]
fn once_the_end_is_written_there_is_nothing_left_to_find_out() {
    let rows = [
        (None, Word::Deleted, None),
        (
            Some(r#"{"status":401,"code":"210"}"#),
            Word::Refused,
            Some(Word::Refused),
        ),
        (
            Some(r#""close_before""#),
            Word::NotDeleted,
            Some(Word::NotDeleted),
        ),
    ];
    for (fault, word, copy) in rows {
        let scene = Scene::new();
        if let Some(fault) = fault {
            let plan = format!(r#"{{"operation":"delete","fault":{fault}}}"#);
            scene.served.fault(&plan);
        }
        scene.kill_deleting_at("ended");
        assert_eq!(scene.journal(), [(Delete, vec![word])], "{fault:?}");
        assert_eq!(scene.copies(), [(copy, false)], "{fault:?}");
        scene.next_start_tells_nothing();
        assert_eq!(scene.deletes(), 1, "{fault:?}");
    }
}

#[test]
fn an_outcome_that_was_not_known_when_it_was_killed_stays_listed_until_r_finds_it() {
    let scene = Scene::new();
    scene
        .served
        .fault(r#"{"operation":"delete","fault":"close_after"}"#);
    let mut session = scene.start_holding("ended");
    super::go_to_firmware(&mut session);
    super::open_dialog(&mut session);
    scene
        .served
        .fault(r#"{"operation":"view","times":99,"fault":{"status":503}}"#);
    session.send(format!("{}\r", super::BACK_TAB));
    scene.wait_until_held();
    session.kill();
    scene.served.clear_faults();
    assert_eq!(scene.journal(), [(Delete, vec![Word::OutcomeUnknown])]);
    let mut session = scene.start();
    session.wait_for("1 outcome of earlier runs not known: t lists them, r there looks again");
    session.send("t").wait_for("⚠ unknown");
    session
        .send("r")
        .wait_for("● deleted greenhouse-07 › firmware at ");
    session.wait_for_no("⚠ unknown");
    super::quit(&mut session);
    let words = vec![Word::OutcomeUnknown, Word::Deleted];
    assert_eq!(scene.journal(), [(Delete, words)]);
    assert_eq!((scene.open_ends(), scene.deletes()), (0, 1));
}

#[test]
fn what_was_deleted_before_the_kill_can_be_brought_back_to_the_last_digit() {
    let scene = Scene::new();
    let before = scene.served.mirror(super::DEVICE, super::MIRROR).unwrap();
    scene.kill_deleting_at("answered");
    let mut session = scene.start();
    session.wait_for("⚠ deleted greenhouse-07 › firmware (deletion of ");
    super::restore(&mut session);
    session.wait_for("● restored greenhouse-07 › firmware at ");
    super::quit(&mut session);
    let after = scene.served.mirror(super::DEVICE, super::MIRROR).unwrap();
    assert_eq!(
        (after.desired, after.reported),
        (before.desired, before.reported)
    );
    assert_eq!((scene.deletes(), scene.posts()), (1, 1));
}
