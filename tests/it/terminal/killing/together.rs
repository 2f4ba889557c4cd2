//! Two programs on one folder.

use mirrordeck::model::outcome::Word;
use mirrordeck::model::record::ActionKind::Delete;
use mirrordeck::sim::OperationKind::DeleteMirror;

use super::{Scene, delete, quit};

#[test]
fn a_second_program_does_not_take_the_running_deletion_of_the_first_for_abandoned() {
    let scene = Scene::new();
    // One that was abandoned, so that the second program has something to tell when it has looked.
    scene.kill_deleting_at("copied");
    scene
        .served
        .fault(r#"{"operation":"delete","fault":"hang"}"#);
    let mut first = scene.start();
    first.wait_for("⚠ not deleted greenhouse-07 › firmware (deletion of ");
    delete(&mut first);
    scene.served.wait_for(DeleteMirror);
    let mut third = scene.start_holding("copied");
    delete(&mut third);
    scene.wait_until_held();
    third.kill();
    let running_and_dead = [
        (Delete, vec![Word::NotDeleted]),
        (Delete, vec![]),
        (Delete, vec![]),
    ];
    assert_eq!(scene.journal(), running_and_dead);

    let mut second = scene.start();
    second.wait_for("⚠ not deleted greenhouse-07 › firmware (deletion of ");
    let told = second.output().words();
    assert_eq!(told.matches("(deletion of ").count(), 1, "{told}");
    quit(&mut second);
    let running = [
        (Delete, vec![Word::NotDeleted]),
        (Delete, vec![]),
        (Delete, vec![Word::NotDeleted]),
    ];
    assert_eq!(scene.journal(), running, "only what was dead");

    first.kill();
    scene.next_start_tells(&["⚠ not deleted greenhouse-07 › firmware (deletion of "]);
    assert_eq!((scene.open_ends(), scene.deletes()), (0, 1));
}
