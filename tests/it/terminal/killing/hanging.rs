//! Killed, or left, while the service keeps silent.

use mirrordeck::model::outcome::Word;
use mirrordeck::model::record::ActionKind::{Delete, Restore};
use mirrordeck::sim::OperationKind::{DeleteMirror, UpdateMirror};

use super::{DEVICE, MIRROR, Scene, delete, quit, restore};

#[test]
fn killed_while_the_delete_has_no_answer_the_next_start_tells_what_came_of_it() {
    for (fault, word, stands) in [
        ("hang", Word::NotDeleted, true),
        ("hang_after", Word::Deleted, false),
    ] {
        let scene = Scene::new();
        let plan = format!(r#"{{"operation":"delete","fault":"{fault}"}}"#);
        scene.served.fault(&plan);
        let mut session = scene.start();
        delete(&mut session);
        scene.served.wait_for(DeleteMirror);
        session.kill();
        let told = format!("⚠ {word} greenhouse-07 › firmware (deletion of ");
        scene.next_start_tells(&[&told]);
        assert_eq!(scene.journal(), [(Delete, vec![word])], "{fault}");
        assert_eq!((scene.open_ends(), scene.deletes()), (0, 1), "{fault}");
        assert_eq!(scene.stands(), stands, "{fault}");
        assert_eq!(scene.copies().len(), 1, "{fault}");
    }
}

#[test]
fn killed_while_the_post_has_no_answer_the_next_start_tells_what_came_of_it() {
    for (fault, word, stands) in [
        ("hang", Word::NotRestored, false),
        ("hang_after", Word::Restored, true),
    ] {
        let scene = Scene::new();
        let mut session = scene.start();
        delete(&mut session);
        session.wait_for("copy kept");
        let plan = format!(r#"{{"operation":"update","fault":"{fault}"}}"#);
        scene.served.fault(&plan);
        restore(&mut session);
        scene.served.wait_for(UpdateMirror);
        session.kill();
        let told = format!("⚠ {word} greenhouse-07 › firmware (restore of ");
        scene.next_start_tells(&[&told]);
        let ends = [(Delete, vec![Word::Deleted]), (Restore, vec![word])];
        assert_eq!(scene.journal(), ends, "{fault}");
        assert_eq!((scene.deletes(), scene.posts()), (1, 1), "{fault}");
        assert_eq!(scene.stands(), stands, "{fault}");
        assert_eq!(scene.copies(), [(None, stands)], "{fault}: marked");
    }
}

#[test]
fn left_with_a_second_q_while_the_delete_has_no_answer_the_next_start_tells() {
    for (fault, word) in [("hang", Word::NotDeleted), ("hang_after", Word::Deleted)] {
        let scene = Scene::new();
        let plan = format!(r#"{{"operation":"delete","fault":"{fault}"}}"#);
        scene.served.fault(&plan);
        let mut session = scene.start();
        delete(&mut session);
        scene.served.wait_for(DeleteMirror);
        session.send("q").wait_for("q again leaves now");
        // Another key between, or so fast a q would be taken for the first one held down.
        session.send("j");
        let left = quit(&mut session);
        assert!(left.contains("outcome unknown greenhouse-07 › firmware"));
        let told = format!("⚠ {word} greenhouse-07 › firmware (deletion of ");
        scene.next_start_tells(&[&told]);
        assert_eq!(scene.journal(), [(Delete, vec![word])], "{fault}");
        assert_eq!((scene.open_ends(), scene.deletes()), (0, 1), "{fault}");
    }
}

#[test]
fn killed_once_more_while_it_finds_out_the_start_after_that_tells() {
    let scene = Scene::new();
    scene.kill_deleting_at("answered");
    scene.served.forget_requests();
    let silent = r#"{"operation":"view","times":99,"fault":"hang"}"#;
    scene.served.fault(silent);
    let session = scene.start();
    scene.served.wait_for_view_of(DEVICE, MIRROR);
    session.kill();
    assert_eq!(scene.journal(), [(Delete, vec![])], "nothing is known yet");
    scene.served.clear_faults();
    scene.next_start_tells(&["⚠ deleted greenhouse-07 › firmware (deletion of "]);
    assert_eq!(scene.journal(), [(Delete, vec![Word::Deleted])]);
    assert_eq!(scene.open_ends(), 0);
    assert_eq!(scene.deletes(), 0, "none since the kill");
    scene.next_start_tells_nothing();
}
