//! Stopped by its user, and continued: a shell with job control around the program.

use super::{Home, Session, demo, quit};

/// What of the terminal is asked for at the start, and taken back when it is given away.
const ON: [&[u8]; 6] = [
    b"\x1b[?1049h",
    b"\x1b[?2004h",
    b"\x1b[?1004h",
    b"\x1b[?1000h",
    b"\x1b[?1002h",
    b"\x1b[?1006h",
];

fn off(on: &[u8]) -> Vec<u8> {
    [&on[..on.len() - 1], b"l"].concat()
}

fn count(bytes: &[u8], wanted: &[u8]) -> usize {
    bytes
        .windows(wanted.len())
        .filter(|it| *it == wanted)
        .count()
}

/// The demonstration as a job of a shell that says when the job was stopped, and how often (what stood
/// on the screen before comes back with it), waits for Enter, and
/// lets it go on in the foreground.
fn job() -> (Session, Home) {
    let home = Home::new();
    let script = r#"set -m; "$0" --demo
        while kill -0 %1 2>/dev/null; do
            n=$((n + 1)); echo "the job is stopped: $n"; read line; fg >/dev/null
        done
        echo "the job is over"; stty -a | grep -o ".icanon" "#;
    let session = Session::start(home.in_terminal_by(&["sh", "-c", script]), 80, 24);
    session.wait_for("1 of 120");
    (session, home)
}

/// The program itself, the child of the shell.
fn program(session: &Session) -> String {
    let shell = session.process();
    let children = std::fs::read_to_string(format!("/proc/{shell}/task/{shell}/children"));
    children.unwrap().trim().to_owned()
}

fn signal(process: &str, name: &str) {
    let mut kill = std::process::Command::new("kill");
    assert!(kill.args(["-s", name, process]).status().unwrap().success());
}

fn end(session: &mut Session) {
    session.send("q").wait_for("the job is over");
    let (status, screen) = session.end();
    assert_eq!(status, 0, "{screen}");
    assert!(screen.contains(" icanon"), "{screen}");
}

#[test]
fn ctrl_z_gives_the_terminal_back_and_fg_takes_it_again() {
    let (mut session, _home) = job();
    for round in 1..=3 {
        session
            .send("\x1a")
            .wait_for(&format!("the job is stopped: {round}"));
        {
            let output = session.output();
            assert!(!output.screen().alternate_screen());
            assert!(!output.screen().bracketed_paste() && !output.screen().hide_cursor());
            for on in ON {
                let taken = count(&output.bytes, on);
                assert_eq!(taken, count(&output.bytes, &off(on)), "{on:?}");
                assert!(taken >= round);
            }
        }
        // The window is another one meanwhile.
        session.resize(100, 30).send("\n");
        session.wait_until("the whole screen at its new size", |output| {
            let rows = output.rows();
            output.screen().alternate_screen()
                && rows[0].contains("mirrordeck")
                && rows[29].contains("q quit")
        });
        session.wait_for("of 120");
        session.send("j").wait_for(&format!("{} of 120", round + 1));
        session.resize(80, 24);
    }
    end(&mut session);
}

#[test]
fn ctrl_z_stops_in_a_text_field_and_a_dialog_too() {
    let (mut session, _home) = job();
    session.send("/agv").wait_for("found");
    session.send("\x1a").wait_for("the job is stopped: 1");
    session.send("\n").wait_for("/ agv");
    session.send("\r").wait_for("firmware");
    session.send("\tj").wait_for("2 of 4");
    session.send("d").wait_for("Client token");
    session.send("\x1a").wait_for("the job is stopped: 2");
    session.send("\n").wait_for("Client token");
    session.send_until("\x1b", "kept agv-01");
    end(&mut session);
}

#[test]
fn signals_from_elsewhere_stop_it_and_let_it_go_on() {
    let (mut session, _home) = job();
    let program = program(&session);
    signal(&program, "TSTP");
    session.wait_for("the job is stopped: 1");
    assert!(!session.output().screen().alternate_screen());
    session.send("\n").wait_for("1 of 120");
    // One that cannot be caught leaves the terminal as it is; the shell changes its modes.
    signal(&program, "STOP");
    session.wait_for("the job is stopped: 2");
    session.send("\n");
    session.wait_until("a whole screen", |output| {
        let rows = output.rows();
        output.screen().alternate_screen()
            && rows[0].contains("mirrordeck")
            && rows[23].contains("q quit")
            && !output.words().contains("the job is stopped")
    });
    // Raw mode is back: a key needs no Enter.
    session.send("j").wait_for("2 of 120");
    // Where nothing was stopped, nothing is lost.
    signal(&program, "CONT");
    session.send("j").wait_for("3 of 120");
    end(&mut session);
}

#[test]
fn without_a_shell_nothing_is_stopped() {
    let (mut session, _home) = demo(80, 24);
    session
        .send("\x1a")
        .wait_for("not stopped: no shell is here that could continue mirrordeck with fg");
    session.signal("TSTP");
    session.send("j").wait_for("2 of 120");
    assert!(!session.output().has_bytes(b"\x1b[?1049l"));
    quit(&mut session);
}
