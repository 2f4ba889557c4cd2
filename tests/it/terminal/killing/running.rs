//! A run that is killed in the middle goes on after the next start.

use mirrordeck::sim::OperationKind::DeleteMirror;

use super::Scene;
use crate::terminal::fleet::{apply, plan};
use crate::terminal::quit;

#[test]
fn a_run_that_was_killed_goes_on_after_the_next_start() {
    for point in ["copied", "answered"] {
        let scene = Scene::new();
        let mut session = scene.start_holding(point);
        // More than are begun at once, and none that its device writes to meanwhile.
        let marked = plan(&mut session, "age:>1d");
        apply(&mut session, "delete", &marked);
        scene.wait_until_held();
        session.kill();
        let sent = scene.served.count(DeleteMirror);

        let mut session = scene.start();
        session.send_until("T", "Tasks");
        // What had begun is looked at first.
        session.wait_for("p goes on");
        session.send("p").wait_for("run ended");
        session.send("\x1b").wait_for_no("Tasks");
        quit(&mut session);
        let marked: usize = marked.parse().unwrap();
        let sent_in_all = scene.served.count(DeleteMirror);
        assert!(sent_in_all > sent, "{point}: it went on");
        assert!(sent_in_all <= marked, "{point}: no DELETE was sent twice");
    }
}
