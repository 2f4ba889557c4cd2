//! The built program in a real pseudo-terminal.
#![cfg(unix)]

mod account;
mod browsing;
mod colours;
mod copying;
mod deleting;
mod fleet;
mod idle;
mod keys;
#[cfg(debug_assertions)]
mod killing;
mod language;
#[cfg(target_os = "linux")]
mod large;
mod leaving;
#[cfg(target_os = "linux")]
mod lost;
#[cfg(target_os = "linux")]
mod mounted;
mod outage;
mod pasting;
mod reporting;
mod resizing;
#[cfg(target_os = "linux")]
mod suspending;
mod welcome;

use mirrordeck::sim::{DEMO_ACCESS_KEY, DEMO_SECRET_KEY};

use crate::support::home::Home;
use crate::support::pty::Session;
use crate::support::served::Served;

/// Shift-Tab, as terminals send it.
const BACK_TAB: &str = "\x1b[Z";

/// The demonstration with its devices read, and its home.
fn demo(columns: u16, rows: u16) -> (Session, Home) {
    let home = Home::new();
    let session = Session::start(home.in_terminal(&["--demo"]), columns, rows);
    session.wait_for("1 of 120");
    (session, home)
}

/// The program against a service on loopback, its devices read.
fn against(home: &Home, arguments: &[&str]) -> Session {
    let session = Session::start(home.in_terminal(arguments), 120, 36);
    session.wait_for("1 of 120");
    session
}

/// Goes to `greenhouse-07 › firmware`, which no device changes by itself.
fn go_to_firmware(session: &mut Session) {
    session.send("/greenhouse-07\r").wait_for("1 found");
    session.wait_for("Mirrors of greenhouse-07");
    // The last of default, firmware, legacy and tuning.
    session.wait_for("tuning");
    session.send("\tj").wait_for("2 of 4");
    session.wait_for("greenhouse-07 › firmware");
}

/// Opens the dialog on the firmware mirror, its fresh read answered and its keys counting.
fn open_dialog(session: &mut Session) {
    session
        .send("d")
        .wait_for("lock: deletes only this version");
    // What comes within moments of the dialog's appearance does not count.
    session.send_until("\x15", "no lock: deletes whatever is there");
    // The last key goes to the end of the text. No paste holds it, so that what follows at once is not
    // taken for one.
    session
        .send("10\x05")
        .wait_for("lock: deletes only this version");
}

/// Quits with `q` and returns what is left on the screen.
fn quit(session: &mut Session) -> String {
    session.send("q");
    let (status, screen) = session.end();
    assert_eq!(status, 0, "{screen}");
    screen
}

/// Neither the secret nor more than the end of the access key is in a text.
fn assert_no_key_in(text: &str) {
    let beginning = &DEMO_ACCESS_KEY[..DEMO_ACCESS_KEY.len() - 4];
    for key in [beginning, DEMO_SECRET_KEY, &DEMO_SECRET_KEY[..12]] {
        assert!(!text.contains(key), "{key} in {text}");
    }
}

/// A service, a home that leads to it, and the program in it with the dialog open on
/// `greenhouse-07 › firmware`.
fn dialog_against_a_service() -> (Served, Home, Session) {
    let served = Served::start();
    let home = served.home();
    let mut session = against(&home, &[]);
    go_to_firmware(&mut session);
    open_dialog(&mut session);
    (served, home, session)
}
