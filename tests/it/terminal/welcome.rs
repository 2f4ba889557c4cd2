//! The screen for the first minutes, in a terminal.

use super::{Home, Session, quit};

#[test]
fn leaving_ends_with_status_2_and_the_message_of_a_start_without_a_terminal() {
    let home = Home::new();
    let message = home.run(&[]).err;
    assert!(
        message.starts_with("mirrordeck: no credentials:"),
        "{message}"
    );
    for key in ["q", "\x1b", "\x03"] {
        let mut session = Session::start(home.in_terminal(&[]), 120, 36);
        session.wait_for("There are no credentials yet");
        session.wait_for("d open the demo q leave");
        session.send(key);
        let (status, screen) = session.end();
        assert_eq!(status, 2, "{key:?}");
        let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().concat();
        assert_eq!(words(&home.homely(&screen)), words(&message), "{key:?}");
    }
}

#[test]
fn one_key_opens_the_demo() {
    let home = Home::new().set("MIRRORDECK_LANG", "ko");
    let mut session = Session::start(home.in_terminal(&[]), 120, 36);
    session.wait_for("데모 열기");
    session.resize(100, 30).wait_for("데모 열기");
    session.send("d").wait_for("1/120");
    session.wait_for("demo");
    assert_eq!(quit(&mut session).trim(), "");
}

#[test]
fn the_option_for_the_language_counts_before_there_are_settings() {
    let home = Home::new().set("LANG", "ja_JP.UTF-8");
    for (arguments, words) in [
        (&[][..], "認証情報がまだないため"),
        (&["--lang", "ko"], "인증 정보가 아직 없어"),
    ] {
        let mut session = Session::start(home.in_terminal(arguments), 120, 36);
        session.wait_for(words);
        session.send("q");
        assert_eq!(session.end().0, 2);
    }
}

#[test]
fn a_signal_leaves_in_good_order() {
    for name in ["TERM", "INT", "HUP"] {
        let home = Home::new();
        let mut session = Session::start(home.in_terminal(&[]), 80, 24);
        session.wait_for("There are no credentials yet");
        session.signal(name);
        assert_eq!(session.end().0, 2, "SIG{name}");
    }
}

#[test]
fn what_else_is_wrong_is_said_at_once() {
    let home = Home::new().set("NCLOUD_ACCESS_KEY_ID", "EXAMPLEACCESSKEY0001");
    let mut session = Session::start(home.in_terminal(&[]), 120, 36);
    let (status, screen) = session.end();
    assert_eq!(status, 2);
    assert!(screen.contains("half a pair"), "{screen}");
    assert!(!session.output().said().contains("\x1b[?1049h"));
}

#[test]
fn keys_that_come_between_the_screen_and_the_demo_are_not_lost() {
    let home = Home::new();
    let mut session = Session::start(home.in_terminal(&[]), 120, 36);
    session.wait_for("d open the demo q leave");
    session.send("d?").wait_for("Here: Devices");
    session.send("\x1b").wait_for("1 of 120");
    assert_eq!(quit(&mut session).trim(), "");
}

#[test]
fn ctrl_z_gives_the_terminal_to_the_shell_and_fg_shows_the_screen_again() {
    let home = Home::new();
    let script = r#"set -m; "$0"
        while kill -0 %1 2>/dev/null; do echo "the job is stopped"; read line; fg >/dev/null; done
        echo "the job is over"; stty -a | grep -o ".icanon" "#;
    let mut session = Session::start(home.in_terminal_by(&["sh", "-c", script]), 80, 24);
    session.wait_for("d open the demo q leave");
    session.send("\x1a").wait_for("the job is stopped");
    assert!(!session.output().screen().alternate_screen());
    session.send("\n").wait_for("d open the demo q leave");
    session.send("q").wait_for("the job is over");
    let (_, screen) = session.end();
    assert!(screen.contains(" icanon"), "{screen}");
}
