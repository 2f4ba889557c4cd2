//! The end, with and without a deletion on the wire.

use std::io::Read as _;

use portable_pty::{PtySize, native_pty_system};

use super::{BACK_TAB, Home, demo, dialog_against_a_service};
use crate::support::pty::wait_for_end;
use mirrordeck::sim::OperationKind::DeleteMirror;

#[test]
fn q_and_ctrl_c_quit() {
    for key in ["q", "\x03"] {
        let (mut session, _home) = demo(80, 24);
        session.send(key);
        let (status, screen) = session.end();
        assert_eq!((status, screen.trim()), (0, ""), "{key:?}");
    }
}

#[test]
fn a_signal_quits_in_good_order() {
    for name in ["TERM", "INT", "HUP"] {
        let (mut session, _home) = demo(80, 24);
        session.signal(name);
        let (status, screen) = session.end();
        assert_eq!((status, screen.trim()), (0, ""), "SIG{name}");
    }
}

#[test]
fn a_signal_with_a_dialog_and_a_text_field_open_quits_in_good_order() {
    let (mut session, _home) = demo(80, 24);
    session.send("/valve").wait_for("found");
    session.signal("TERM");
    assert_eq!(session.end().0, 0);
    let (served, _home, mut session) = dialog_against_a_service();
    session.signal("TERM");
    assert_eq!(session.end().0, 0);
    assert_eq!(served.count(DeleteMirror), 0);
}

#[test]
fn a_deletion_on_the_wire_is_waited_for_and_its_outcome_is_told_on_the_screen_that_is_back() {
    let (served, _home, mut session) = dialog_against_a_service();
    let slow = r#"{"operation":"delete","fault":{"slow_ms":1500}}"#;
    served.fault(slow);
    // In one go, so that no answer can come between.
    session.send(format!("{BACK_TAB}\rq"));
    let (status, screen) = session.end();
    assert_eq!(status, 0, "{screen}");
    assert!(
        screen
            .trim()
            .starts_with("mirrordeck: deleted greenhouse-07 › firmware (v10) at "),
        "{screen}"
    );
    assert!(!served.stands("greenhouse-07", "firmware"));
    let said = session.output().said();
    let left = said.rfind("\x1b[?1049l").expect("the alternate screen");
    assert!(left < said.rfind("mirrordeck: deleted").unwrap());
}

#[test]
fn a_signal_waits_for_a_deletion_on_the_wire_too() {
    let (served, _home, mut session) = dialog_against_a_service();
    let hanging = r#"{"operation":"delete","fault":"hang_after"}"#;
    served.fault(hanging);
    session.send(format!("{BACK_TAB}\r"));
    served.wait_for(DeleteMirror);
    session.signal("TERM");
    session.wait_for("waiting for its answer, at most 300 s; q again leaves now");
    session.signal("TERM");
    let (status, screen) = session.end();
    assert_eq!(status, 0, "{screen}");
    assert!(screen.contains("outcome unknown greenhouse-07 › firmware"));
}

#[test]
fn a_second_q_leaves_at_once_and_says_that_the_outcome_is_unknown() {
    let (served, home, mut session) = dialog_against_a_service();
    let hanging = r#"{"operation":"delete","fault":"hang"}"#;
    served.fault(hanging);
    session.send(format!("{BACK_TAB}\r"));
    served.wait_for(DeleteMirror);
    session.send("q").wait_for("waiting for its answer");
    // No finger is so fast: with another key between, it is not taken for the first one held down.
    session.send("jq");
    let (status, screen) = session.end();
    assert_eq!(status, 0, "{screen}");
    let words = screen.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        words.starts_with("mirrordeck: outcome unknown greenhouse-07 › firmware: "),
        "{screen}"
    );
    assert!(
        words.contains("the next start looks at the mirror and tells"),
        "{words}"
    );
    super::assert_no_key_in(&home.logs());
}

/// As when its window is closed, or the line to it is cut.
#[test]
fn a_terminal_that_is_gone_ends_the_program() {
    let home = Home::new();
    let pair = native_pty_system().openpty(PtySize::default()).unwrap();
    let mut reader = pair.master.try_clone_reader().unwrap();
    let command = home.in_terminal(&["--demo"]);
    let mut child = pair.slave.spawn_command(command).unwrap();
    drop(pair.slave);
    let mut said = Vec::new();
    let mut bytes = [0; 4096];
    while !String::from_utf8_lossy(&said).contains("of 120") {
        let count = reader.read(&mut bytes).unwrap();
        said.extend(&bytes[..count]);
    }
    drop(reader);
    drop(pair.master);
    wait_for_end(&mut *child);
}
