//! Looking around in the demonstration.

use super::{Home, Served, Session, against, demo, go_to_firmware, quit};
use mirrordeck::sim::OperationKind::ListMirrors;

#[test]
fn the_demonstration_needs_nothing_and_ends_with_0() {
    let (mut session, home) = demo(80, 24);
    session.wait_for("Devices").wait_for("agv-01");
    session.wait_for("Mirrors").wait_for("default");
    session.wait_for("embedded service").wait_for("…0001");
    {
        let output = session.output();
        assert!(output.screen().alternate_screen());
        assert!(output.screen().bracketed_paste());
        assert!(output.screen().hide_cursor(), "no text field is open");
    }
    let screen = quit(&mut session);
    assert_eq!(screen.trim(), "", "nothing is left behind");
    // The log is all that was written.
    assert!(home.logs().contains("answered"), "{}", home.logs());
    assert!(!home.path("config").exists());
    assert!(!home.path(".ncloud").exists());
}

#[test]
fn the_first_frame_comes_before_the_first_answer() {
    let home = Home::new();
    let session = Session::start(home.in_terminal(&["--demo"]), 120, 36);
    session.wait_until("frame", |output| output.said().contains("mirrordeck"));
    let said = session.output().said();
    let entered = said.find("\x1b[?1049h").expect("the alternate screen");
    assert!(entered < said.find("mirrordeck").unwrap());
}

#[test]
fn browsing_follows_the_selection_into_the_detail() {
    let (mut session, _home) = demo(120, 36);
    session.send("j").wait_for("2 of 120");
    session.wait_for("Mirrors of agv-02");
    session.send("\x1b[A").wait_for("1 of 120");
    session.wait_for("Mirrors of agv-01");
    session.send("G").wait_for("120 of 120");
    session.send("g").wait_for("1 of 120");
    go_to_firmware(&mut session);
    session.send("\r").wait_for("schedule");
    session.send("?").wait_for("Shift-Tab");
    session.send("\x1b").wait_for_no("Shift-Tab");
    quit(&mut session);
}

#[test]
fn a_filter_takes_keys_as_text_and_is_cleared_by_esc() {
    let (mut session, _home) = demo(120, 36);
    session.send("/q?jd").wait_for("0 found");
    session.wait_until("the cursor in the text field", |output| {
        !output.screen().hide_cursor()
    });
    session.send("\x15pump-west").wait_for("pump-west-01");
    session.send("\r").wait_for_no("agv-01");
    session.send("\x1b").wait_for("of 120");
    session.send("/\x03");
    assert_eq!(session.end().0, 0, "Ctrl-C quits in a text field too");
}

#[test]
fn a_held_key_moves_once_for_each_repeat_and_reads_where_it_comes_to_rest() {
    let served = Served::start();
    let home = served.home();
    let mut session = against(&home, &[]);
    session.wait_for("Mirrors of agv-01");
    let before = served.count(ListMirrors);
    session.send("j".repeat(60)).wait_for("61 of 120");
    session.send("k".repeat(57)).wait_for(" 4 of 120");
    session.wait_for("Mirrors of agv-04").wait_for("firmware");
    let asked = served.count(ListMirrors) - before;
    assert!(asked < 20, "{asked} devices were read on the way");
    // Beyond both ends.
    session.send("j".repeat(900)).wait_for("of 120");
    session.send("k".repeat(900)).wait_for(" 1 of 120");
    session.wait_for("Mirrors of agv-01");
    quit(&mut session);
}

/// More than the loop takes in before it draws.
#[test]
fn no_key_gets_lost_in_a_flood() {
    let (mut session, _home) = demo(120, 36);
    session.send("jjk".repeat(90) + "?").wait_for("Shift-Tab");
    let header = session.output().rows()[1].clone();
    assert!(header.contains(" 91 of 120 "), "{header}");
    session.send("\x1b").wait_for_no("Shift-Tab");
    quit(&mut session);
}

#[test]
fn keys_of_no_meaning_change_nothing() {
    let (mut session, _home) = demo(120, 36);
    session.send("\x18").wait_for("Ctrl-X does nothing here");
    session.send("\x1b[17~%").wait_for("% does nothing here");
    session.send("d").wait_for("only mirrors are deleted");
    // Bytes that are no UTF-8, and the start of an escape sequence that never ends well.
    session.send(b"\xff\xfe\x1b[999;999;999~").send("j");
    session.wait_for("2 of 120");
    quit(&mut session);
}
