//! Which account it is, read-only or not, and that no key leaves the program.

use super::{Served, Session, against, assert_no_key_in, go_to_firmware, quit};
use mirrordeck::sim::{DEMO_ACCESS_KEY, DEMO_SECRET_KEY};

#[test]
fn the_header_names_source_host_and_the_end_of_the_key() {
    let served = Served::start();
    let home = served.home();
    let mut session = against(&home, &[]);
    let header = session.output().rows()[0].clone();
    for part in ["environment", &served.host(), "key …0001"] {
        assert!(header.contains(part), "{part} in {header}");
    }
    go_to_firmware(&mut session);
    session.send("?").wait_for("Shift-Tab");
    session.send("\x1b").wait_for_no("Shift-Tab");
    session
        .send("d")
        .wait_for("account environment · 127.0.0.1");
    session.send("\x03");
    assert_eq!(session.end().0, 0);
    assert_no_key_in(&session.output().said());
}

#[test]
fn a_profile_stands_in_the_header_with_its_label() {
    let served = Served::start();
    let configure = format!(
        "[plant]\nncloud_access_key_id = {DEMO_ACCESS_KEY}\nncloud_secret_key = {DEMO_SECRET_KEY}\n"
    );
    let settings = "[profiles.plant]\nlabel = \"공장 1\"\ncolour = \"red\"\nread_only = true\n";
    let home = served
        .home_without_keys()
        .configure(&configure)
        .write("plant.toml", settings);
    let file = home.path("plant.toml").display().to_string();
    let mut session = against(&home, &["--profile", "plant", "--config", &file]);
    let header = session.output().rows()[0].clone();
    for part in ["공장 1", "READ-ONLY", "profile plant", &served.host()] {
        assert!(header.contains(part), "{part} in {header}");
    }
    quit(&mut session);
    assert_no_key_in(&session.output().said());
}

#[test]
fn read_only_explains_itself_and_sends_nothing_but_reads() {
    for (arguments, variable) in [(&["--read-only"][..], ""), (&[], "1")] {
        let served = Served::start();
        let home = served.home().set("MIRRORDECK_READ_ONLY", variable);
        let mut session = against(&home, arguments);
        assert!(session.output().rows()[0].contains("READ-ONLY"));
        go_to_firmware(&mut session);
        for key in ["d", "\x1b[3~"] {
            session.send("%").wait_for("% does nothing here");
            session.send(key);
            session.wait_for("read-only: nothing is deleted.");
            session.wait_for_no("Delete mirror");
        }
        quit(&mut session);
        assert!(served.verbs().iter().all(|verb| *verb == "GET"));
        assert!(served.verbs().len() > 3);
    }
}

#[test]
fn the_log_has_a_line_for_each_request_and_no_secret_even_at_trace() {
    let served = Served::start();
    let home = served.home();
    let mut session = against(&home, &["--log-level", "trace"]);
    go_to_firmware(&mut session);
    served.fault(r#"{"operation":"mirrors","times":3,"fault":"close_before"}"#);
    session.send("r").wait_for("Could not read the mirrors");
    quit(&mut session);
    let logs = home.logs();
    let first = "path=/cloudiotcore/v1/devices?page=0&size=100";
    let line = logs.lines().find(|line| line.contains(first)).expect(&logs);
    for field in ["method=\"GET\"", "status=200", "bytes=", "ms=", "attempt=1"] {
        assert!(line.contains(field), "{field} in {line}");
    }
    let broken = logs.lines().find(|line| line.contains("not answered"));
    let broken = broken.expect(&logs);
    for field in ["ListNamedMirrorForDevice", "error=", "ms=", "attempt=1"] {
        assert!(broken.contains(field), "{field} in {broken}");
    }
    assert_no_key_in(&logs);
    for header in ["x-ncp", "signature", "clientToken", "\x1b"] {
        assert!(!logs.contains(header), "{header} in {logs}");
    }
    // A signature is 44 characters of base64, the last of them for padding.
    let is_signature = |word: &str| word.len() >= 44 && word.contains('=') && word.ends_with('=');
    assert!(!logs.split([' ', '"']).any(is_signature), "{logs}");
}

#[test]
fn what_is_odd_but_no_obstacle_is_said_on_the_screen() {
    let served = Served::start();
    let home = served
        .home()
        .set("NCLOUD_ACCESS_KEY", "ANOTHERKEY0000000002");
    let mut session = Session::start(home.in_terminal(&[]), 120, 36);
    session.wait_for("NCLOUD_ACCESS_KEY_ID and NCLOUD_ACCESS_KEY in the environment differ");
    quit(&mut session);
    assert_no_key_in(&session.output().said());
    assert!(!session.output().said().contains("ANOTHERKEY"));
}
