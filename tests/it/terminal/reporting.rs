//! What the terminal is asked to report, and what comes of it.

use super::{Home, Session, demo, quit};

const MOUSE: [&[u8]; 3] = [b"\x1b[?1000", b"\x1b[?1002", b"\x1b[?1006"];

/// Presses and releases the left button; column and row from 1.
fn click(column: u16, row: u16) -> String {
    format!("\x1b[<0;{column};{row}M\x1b[<0;{column};{row}m")
}

#[test]
fn a_click_selects_and_a_second_one_opens() {
    let (mut session, _home) = demo(120, 36);
    session.send(click(5, 5)).wait_for("3 of 120");
    session.wait_for("Mirrors of agv-03");
    // The third row again: into its mirrors.
    session.wait_for("firmware");
    session.send(click(5, 5)).send("j");
    session.wait_for("2 of 2");
    // The wheel scrolls the devices under the pointer, and keys still go to the mirrors.
    session.send("\x1b[<65;5;5M".repeat(2)).wait_for("7 of 120");
    session.wait_until("only buttons and the wheel are asked for", |output| {
        !output.has_bytes(b"\x1b[?1003h") && output.has_bytes(b"\x1b[?1002h")
    });
    // The right button, and motion that a terminal might send unasked, mean nothing.
    session.send("\x1b[<2;5;9M\x1b[<35;5;9M");
    session.send(click(5, 4)).wait_for("8 of 120");
    quit(&mut session);
}

#[test]
fn without_the_mouse_nothing_is_asked_of_it() {
    let by_option = (Home::new(), vec!["--demo", "--no-mouse"]);
    let by_variable = (Home::new().set("MIRRORDECK_NO_MOUSE", "1"), vec!["--demo"]);
    let file = "mouse = false\n";
    let by_file = Home::new().write("config/mirrordeck/config.toml", file);
    for (home, arguments) in [by_option, by_variable, (by_file, vec!["--demo"])] {
        let mut session = Session::start(home.in_terminal(&arguments), 80, 24);
        session.wait_for("1 of 120");
        quit(&mut session);
        for mode in MOUSE {
            assert!(!session.output().has_bytes(mode), "{arguments:?}");
        }
    }
}

#[test]
fn what_was_asked_for_is_taken_back() {
    let (mut session, _home) = demo(80, 24);
    quit(&mut session);
    let output = session.output();
    for mode in [MOUSE.as_slice(), &[b"\x1b[?1004", b"\x1b[?2004"]].concat() {
        let [on, off] = [b"h", b"l"].map(|end| [mode, end].concat());
        let at = |wanted: &[u8]| {
            output
                .bytes
                .windows(wanted.len())
                .rposition(|it| it == wanted)
        };
        assert!(at(&on) < at(&off), "{mode:?}");
    }
}

#[test]
fn the_focus_is_told_and_nothing_moves() {
    let (mut session, _home) = demo(120, 36);
    session.wait_for("Mirrors of agv-01");
    session.send("\x1b[O\x1b[I\x1b[O").send("j");
    session.wait_for("2 of 120");
    quit(&mut session);
}

/// None of these answers a question, and none is asked.
#[test]
fn every_kind_of_terminal_gets_its_first_frame_unasked() {
    let kinds = [
        "dumb",
        "linux",
        "vt100",
        "screen-256color",
        "tmux-256color",
        "no-such",
    ];
    for kind in kinds {
        let home = Home::new().set("TERM", kind);
        let mut session = Session::start(home.in_terminal(&["--demo"]), 80, 24);
        session.wait_for("1 of 120");
        session.send("j").wait_for("2 of 120");
        quit(&mut session);
        let output = session.output();
        for question in ["\x1b[6n", "\x1b[c", "\x1b[>c", "\x1b[?u"] {
            assert!(
                !output.has_bytes(question.as_bytes()),
                "{kind}: {question:?}"
            );
        }
        let reports: [&[u8]; 3] = [b"\x1b[?2004h", b"\x1b[?1004h", b"\x1b[?1002h"];
        for report in reports {
            assert_eq!(
                output.has_bytes(report),
                kind != "dumb",
                "{kind}: {report:?}"
            );
        }
    }
}
