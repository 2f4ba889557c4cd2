//! Killed at each marked point of a restore.

use mirrordeck::model::outcome::Word;
use mirrordeck::model::record::ActionKind::{Delete, Restore};
use serde_json::json;

use super::{DEVICE, MIRROR, Scene, delete, overwrite, quit, restore};

/// What the POST meets, and what is left when the program was killed at a point and started again.
struct Row {
    at: &'static str,
    fault: Option<&'static str>,
    /// POSTs that the service has ever seen.
    posts: usize,
    word: Word,
    /// What the screen says besides.
    because: &'static str,
}

/// A scene in which the mirror was deleted.
fn deleted() -> Scene {
    let scene = Scene::new();
    let mut session = scene.start();
    delete(&mut session);
    session.wait_for("copy kept: u brings it back");
    quit(&mut session);
    scene
}

impl Row {
    fn kill(&self, scene: &Scene, confirm: fn(&mut super::Session)) {
        if let Some(fault) = self.fault {
            let plan = format!(r#"{{"operation":"update","fault":{fault}}}"#);
            scene.served.fault(&plan);
        }
        let mut session = scene.start_holding(self.at);
        confirm(&mut session);
        scene.wait_until_held();
        session.kill();
        let open = [(Delete, vec![Word::Deleted]), (Restore, vec![])];
        assert_eq!(scene.journal(), open, "{} {:?}", self.at, self.fault);
    }

    fn check_told(&self, scene: &Scene) {
        let Self { at, fault, .. } = self;
        let told = format!("⚠ {} greenhouse-07 › firmware (restore of ", self.word);
        scene.next_start_tells(&[&told, self.because]);
        let ends = [(Delete, vec![Word::Deleted]), (Restore, vec![self.word])];
        assert_eq!(scene.journal(), ends, "{at} {fault:?}");
        assert_eq!(scene.open_ends(), 0, "{at} {fault:?}");
        let sent = (scene.deletes(), scene.posts());
        assert_eq!(sent, (1, self.posts), "{at} {fault:?}");
    }

    /// Where none stands.
    fn check(&self) {
        let scene = deleted();
        self.kill(&scene, restore);
        self.check_told(&scene);
        let restored = self.word == Word::Restored;
        assert_eq!(scene.stands(), restored, "{} {:?}", self.at, self.fault);
        assert_eq!(
            scene.copies(),
            [(None, restored)],
            "{} {:?}",
            self.at,
            self.fault
        );
    }

    /// Over version 11, which a device has written meanwhile.
    fn check_over_another(&self, copies: &[(Option<Word>, bool)]) {
        let scene = deleted();
        let written = json!({ "target": "9.9.9" });
        scene.served.device_writes(DEVICE, MIRROR, &written);
        self.kill(&scene, overwrite);
        self.check_told(&scene);
        let now = scene.served.mirror(DEVICE, MIRROR).unwrap();
        let stays = now.desired.is_none() && now.reported == Some(written);
        let restored = self.word == Word::Restored;
        assert_eq!(stays, !restored, "{} {:?}", self.at, self.fault);
        assert_eq!(scene.copies(), copies, "{} {:?}", self.at, self.fault);
    }
}

const NONE: &str = "mirrordeck was ended meanwhile; none stands there";
const SAME: &str = "mirrordeck was ended meanwhile; it stands at v11 with the same state";
const UNTOUCHED: &str = "mirrordeck was ended meanwhile; it stands at v11, and was not overwritten";
const SAME_OVER: &str = "mirrordeck was ended meanwhile; it stands at v12 with the same state";

#[test]
fn before_the_request_nothing_was_restored_and_the_next_start_says_so() {
    for at in ["intended", "copied"] {
        Row {
            at,
            fault: None,
            posts: 0,
            word: Word::NotRestored,
            because: NONE,
        }
        .check();
    }
}

fn answered(at: &'static str, fault: Option<&'static str>, restored: bool) -> Row {
    let (word, because) = if restored {
        (Word::Restored, SAME)
    } else {
        (Word::NotRestored, NONE)
    };
    Row {
        at,
        fault,
        posts: 1,
        word,
        because,
    }
}

#[test]
fn after_the_answer_the_look_finds_out_what_it_was() {
    let rows = [
        (None, true),
        (Some(r#"{"status":401,"code":"210"}"#), false),
        (Some(r#""close_before""#), false),
        (Some(r#""close_after""#), true),
    ];
    for (fault, restored) in rows {
        answered("answered", fault, restored).check();
    }
}

#[test]
fn after_the_look_the_next_start_looks_once_more() {
    for (fault, restored) in [
        (None, true),
        (Some(r#""close_before""#), false),
        (Some(r#""close_after""#), true),
    ] {
        answered("looked", fault, restored).check();
    }
}

#[test]
fn once_the_end_is_written_the_copy_is_marked_and_there_is_nothing_left_to_find_out() {
    for (fault, word) in [
        (None, Word::Restored),
        (Some(r#""close_before""#), Word::NotRestored),
    ] {
        let scene = deleted();
        if let Some(fault) = fault {
            let plan = format!(r#"{{"operation":"update","fault":{fault}}}"#);
            scene.served.fault(&plan);
        }
        let mut session = scene.start_holding("ended");
        restore(&mut session);
        scene.wait_until_held();
        session.kill();
        let ends = [(Delete, vec![Word::Deleted]), (Restore, vec![word])];
        assert_eq!(scene.journal(), ends, "{fault:?}");
        assert_eq!(
            scene.copies(),
            [(None, word == Word::Restored)],
            "{fault:?}"
        );
        scene.next_start_tells_nothing();
        assert_eq!((scene.deletes(), scene.posts()), (1, 1), "{fault:?}");
    }
}

#[test]
fn an_overwriting_that_never_left_is_told_as_not_restored() {
    let row = |at| Row {
        at,
        fault: None,
        posts: 0,
        word: Word::NotRestored,
        because: UNTOUCHED,
    };
    row("intended").check_over_another(&[(None, false)]);
    row("copied").check_over_another(&[(Some(Word::Restored), false), (None, false)]);
}

#[test]
fn an_overwriting_without_an_answer_is_found_out_by_what_stands() {
    for (at, fault, restored) in [
        ("answered", None, true),
        ("answered", Some(r#""close_before""#), false),
        ("looked", Some(r#""close_after""#), true),
    ] {
        let (word, because) = if restored {
            (Word::Restored, SAME_OVER)
        } else {
            (Word::NotRestored, UNTOUCHED)
        };
        let row = Row {
            at,
            fault,
            posts: 1,
            word,
            because,
        };
        row.check_over_another(&[(Some(Word::Restored), false), (None, restored)]);
    }
}

#[test]
fn what_moved_on_after_an_overwriting_was_killed_is_not_known_and_stays_listed() {
    let scene = deleted();
    scene
        .served
        .device_writes(DEVICE, MIRROR, &json!({ "target": "9.9.9" }));
    let mut session = scene.start_holding("copied");
    overwrite(&mut session);
    scene.wait_until_held();
    session.kill();
    scene
        .served
        .device_writes(DEVICE, MIRROR, &json!({ "target": "9.9.8" }));
    let unknown = "⚠ outcome unknown greenhouse-07 › firmware (restore of ";
    scene.next_start_tells(&[unknown, "it stands at v12, and 8 values differ"]);
    let words = vec![Word::OutcomeUnknown];
    assert_eq!(scene.journal()[1], (Restore, words));
    assert_eq!((scene.open_ends(), scene.posts()), (1, 0));
}
