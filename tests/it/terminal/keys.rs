//! Keys of the user, a keyboard in Hangul mode, and keys that come too fast.

use mirrordeck::sim::OperationKind::DeleteMirror;

use super::{Home, Served, Session, against, demo, dialog_against_a_service, quit};

/// The home of a service whose configuration has these lines at its end, from line 2 on.
fn home_with(served: &Served, keys: &str) -> Home {
    let text = format!("request_timeout_s = 300\n{keys}");
    served.home().write("limits.toml", &text)
}

#[test]
fn a_key_with_two_meanings_ends_the_start_with_2_and_its_line() {
    let served = Served::start();
    let keys = "[keys.mirrors]\n# One of these is too many.\ndelete = ['D', 'w']\nwatsh = 'W'\n";
    let home = home_with(&served, keys);
    let mut session = Session::start(home.in_terminal(&[]), 400, 36);
    let (status, screen) = session.end();
    assert_eq!(status, 2, "{screen}");
    for words in [
        "limits.toml:4: `w` cannot be the key of `delete`",
        "limits.toml:5: unknown action",
    ] {
        assert!(screen.contains(words), "{words} in {screen}");
    }
}

#[test]
fn the_keys_of_the_user_work_and_are_shown() {
    let served = Served::start();
    let keys = "[keys.panes]\ndown = ['J', 'Down']\nhelp = 'H'\nquit = 'Q'\n";
    let home = home_with(&served, keys);
    let mut session = against(&home, &[]);
    session.wait_for("H help Q quit");
    session
        .send("j")
        .wait_for("j does nothing here; H shows the keys");
    session.send("J").wait_for("2 of 120");
    session.send("H").wait_for("J k");
    session.send("\x1b").wait_for_no("J k");
    session.send("Q");
    assert_eq!(session.end().0, 0);
}

#[test]
fn a_keyboard_in_hangul_mode_moves_and_never_quits() {
    let (mut session, _home) = demo(120, 36);
    session.send("ㅓ").wait_for("2 of 120");
    session.send("ㅏ").wait_for("1 of 120");
    session
        .send("ㅂ")
        .wait_for("ㅂ is q on this keyboard: switch to English");
    quit(&mut session);
}

#[test]
fn an_enter_that_comes_in_one_go_with_text_confirms_nothing() {
    let (served, _home, mut session) = dialog_against_a_service();
    session.send("\t\x15token\t\t\r");
    session.wait_for("press it by itself");
    session.wait_for("Delete mirror");
    session
        .send("\x1b")
        .wait_for("kept greenhouse-07 › firmware");
    quit(&mut session);
    assert_eq!(served.count(DeleteMirror), 0);
}

#[test]
fn an_action_is_found_in_the_palette() {
    let (mut session, _home) = demo(120, 36);
    session.send(":").wait_for("Actions: Devices");
    session.send("trash").wait_for("1 of ");
    session.send("\r").wait_for_no("Actions: Devices");
    session.wait_for("Trash");
    session.send("\x1b").wait_for("1 of 120");
    quit(&mut session);
}
