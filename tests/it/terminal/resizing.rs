//! The window changes its size.

use super::{Home, Session, demo, quit};

/// All rows but the first, whose right end tells how long the last answer took.
fn panes(session: &Session) -> Vec<String> {
    session.output().rows().split_off(1)
}

fn wait_for_panes(session: &Session, panes: &[String]) {
    session.wait_until("the panes as they were", |output| {
        output.rows().get(1..) == Some(panes)
    });
}

/// The demonstration with all of the first device on the screen.
fn settled() -> (Session, Home) {
    let (session, home) = demo(120, 36);
    session.wait_for("Mirrors of agv-01").wait_for("route");
    session.wait_until("everything read", |output| {
        let words = output.words();
        words.contains("v31") && words.contains("packing-03") && !words.contains("in flight")
    });
    (session, home)
}

#[test]
fn too_small_is_said_and_the_panes_come_back() {
    let (mut session, _home) = settled();
    let before = panes(&session);
    for (columns, rows) in [(59, 36), (120, 15), (20, 5), (1, 1), (3, 30)] {
        session.resize(columns, rows);
        let said = "mirrordeck needs more room:";
        let fits = &said[..said.len().min(columns.into())];
        session.wait_until(fits, |output| output.rows()[0] == fits.trim_end());
        // Not even what cannot be seen is acted on.
        let before_keys = session.output().bytes.len();
        session.send("jd?");
        session.wait_until("a frame after the keys", |output| {
            output.bytes.len() > before_keys
        });
        session.resize(120, 36);
        wait_for_panes(&session, &before);
    }
    session.resize(50, 10).wait_for("Enlarge the window");
    quit(&mut session);
}

#[test]
fn larger_and_smaller_panes_show_what_fits() {
    let (mut session, _home) = settled();
    session.resize(200, 60).wait_for("gateway-office");
    session.resize(80, 24).wait_for_no("gateway-office");
    for (columns, rows) in [(80, 24), (60, 16)] {
        session.resize(columns, rows);
        session.wait_until("the keys at the bottom", |output| {
            let rows = output.rows();
            rows[0].contains("mirrordeck") && rows.last().unwrap().contains("q quit")
        });
    }
    session.send("j").wait_for("2 of 120");
    quit(&mut session);
}

#[test]
fn a_storm_of_resizes_leaves_no_trace() {
    let (mut session, _home) = settled();
    let before = panes(&session);
    for round in 0..20_u16 {
        for step in 0..10 {
            session.resize(40 + (step * 37 + round) % 150, 8 + (step * 13 + round) % 60);
        }
        session.resize(120, 36);
        wait_for_panes(&session, &before);
    }
    quit(&mut session);
}

/// More changes than frames, down to sizes at which nothing can be drawn, with keys in between.
#[test]
fn hundreds_of_resizes_at_once_are_kept_up_with() {
    let (mut session, _home) = settled();
    let before = panes(&session);
    for step in 0..600_u16 {
        session.resize(1 + step * 7 % 90, 1 + step * 3 % 30);
        if step % 50 == 0 {
            session.send("j\x1b[<65;9;4M");
        }
    }
    session.resize(120, 36);
    session.send("g");
    wait_for_panes(&session, &before);
    quit(&mut session);
}

/// Smaller and back before the program looks: the size is the same, but the terminal has dropped
/// what did not fit.
#[test]
fn a_window_that_was_smaller_for_a_moment_is_drawn_whole_again() {
    let (mut session, _home) = settled();
    let before = panes(&session);
    for _ in 0..20 {
        session.resize(30, 6).resize(120, 36);
        wait_for_panes(&session, &before);
    }
    quit(&mut session);
}

#[test]
fn a_window_that_is_resized_while_the_program_starts_is_filled() {
    for columns in 100..110 {
        let home = Home::new();
        let mut session = Session::start(home.in_terminal(&["--demo"]), 80, 24);
        session.wait_until("the alternate screen", |output| {
            output.has_bytes(b"\x1b[?1049h")
        });
        session.resize(columns, 30);
        session.wait_until("a frame of that size", |output| {
            let rows = output.rows();
            rows[0].contains("mirrordeck") && rows[29].contains("q quit")
        });
        session.wait_for("1 of 120");
        quit(&mut session);
    }
}
