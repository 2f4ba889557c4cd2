//! The one key that destroys something.

use super::{
    BACK_TAB, Served, against, demo, dialog_against_a_service, go_to_firmware, open_dialog, quit,
};
use mirrordeck::sim::OperationKind::{DeleteMirror, ViewMirror};

#[test]
fn a_mirror_of_the_demonstration_is_deleted_by_way_of_the_dialog() {
    let (mut session, _home) = demo(120, 36);
    go_to_firmware(&mut session);
    open_dialog(&mut session);
    session.wait_for("device greenhouse-07");
    session.wait_for("mirror firmware");
    session.send("\t\t\t\r");
    session.wait_for("deleted greenhouse-07 › firmware (v10) at ");
    session.wait_for("2 of 3").wait_for_no("Delete mirror");
    quit(&mut session);
}

#[test]
fn enter_alone_never_deletes() {
    let (served, _home, mut session) = dialog_against_a_service();
    // Version, token, Keep: the dialog closes.
    session.send("\r".repeat(3));
    session.wait_for("kept greenhouse-07 › firmware");
    session.wait_for_no("Delete mirror");
    // The detail opens, and there is nothing further in.
    session.send("\r".repeat(9));
    session.send("%").wait_for("% does nothing here");
    quit(&mut session);
    assert_eq!(served.count(DeleteMirror), 0);
    assert!(served.stands("greenhouse-07", "firmware"));
}

#[test]
fn type_ahead_opens_the_dialog_and_does_nothing_in_it() {
    for ahead in [
        format!("d{BACK_TAB}\r"),
        "d\t\t\t\r".to_owned(),
        format!("d{BACK_TAB}\r{BACK_TAB}\r\r\r"),
        format!("\x1b[3~{BACK_TAB}\r"),
        format!("d\x1b[200~1{BACK_TAB}\r\x1b[201~{BACK_TAB}\r"),
    ] {
        let served = Served::start();
        let home = served.home();
        let mut session = against(&home, &[]);
        go_to_firmware(&mut session);
        session.send(&ahead);
        session.wait_for("Delete mirror");
        session.wait_for("lock: deletes only this version");
        // Everything typed ahead has come in before this counts.
        session.send_until("\x15", "no lock: deletes whatever is there");
        session.wait_for("Delete mirror");
        session
            .send("\x1b")
            .wait_for("kept greenhouse-07 › firmware");
        quit(&mut session);
        assert_eq!(served.count(DeleteMirror), 0, "{ahead:?}");
        assert!(served.stands("greenhouse-07", "firmware"));
    }
}

#[test]
fn delete_stays_off_until_the_mirror_has_been_read_afresh() {
    let served = Served::start();
    let home = served.home();
    let mut session = against(&home, &[]);
    go_to_firmware(&mut session);
    session.wait_until("nothing in flight", |output| {
        !output.words().contains("in flight")
    });
    served.fault(r#"{"operation":"view","fault":"hang"}"#);
    session.send("d").wait_for("reading…");
    session.send_until("\x1510", "Version 10");
    session.send(format!("{BACK_TAB}\r"));
    session.wait_for("still reading: wait for the answer");
    session
        .send("\x1b")
        .wait_for("kept greenhouse-07 › firmware");
    quit(&mut session);
    assert!(served.count(ViewMirror) > 0);
    assert_eq!(served.count(DeleteMirror), 0);
}

#[test]
fn a_deletion_over_http_is_one_request_and_its_token_comes_back() {
    let (served, home, mut session) = dialog_against_a_service();
    session.send(format!("{BACK_TAB}\r\r\r\r"));
    session.wait_for("deleted greenhouse-07 › firmware (v10) at ");
    session.wait_for("came back");
    quit(&mut session);
    assert_eq!(served.count(DeleteMirror), 1);
    assert!(!served.stands("greenhouse-07", "firmware"));
    assert!(served.stands("greenhouse-07", "legacy"));
    let logs = home.logs();
    assert_eq!(logs.matches("method=\"DELETE\"").count(), 1, "{logs}");
}

#[test]
fn a_refusal_is_told_in_the_words_of_the_service() {
    let (served, _home, mut session) = dialog_against_a_service();
    let fault = r#"{"operation":"delete","times":3,"fault":{"status":429}}"#;
    served.fault(fault);
    session.send(format!("{BACK_TAB}\r"));
    session.wait_for("refused greenhouse-07 › firmware (v10) at ");
    session.wait_for("429 420 Rate Limited");
    quit(&mut session);
    assert!(served.stands("greenhouse-07", "firmware"));
}
