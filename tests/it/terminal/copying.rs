//! The clipboard of the terminal, and of the programs that may lie between.

use std::process::Command;
use std::time::Instant;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::{Home, Session, go_to_firmware, quit};
use crate::support::pty::PATIENCE;

/// The demonstration with these variables, after `keys` on `greenhouse-07 › firmware`.
fn copied(variables: &[(&str, &str)], keys: &str) -> (Session, Home) {
    let home = variables
        .iter()
        .fold(Home::new(), |home, (name, value)| home.set(name, *value));
    let mut session = Session::start(home.in_terminal(&["--demo"]), 120, 36);
    session.wait_for("1 of 120");
    go_to_firmware(&mut session);
    session.wait_for("version 10");
    session.send("y").wait_for("Enter or its number copies");
    session.send(keys).wait_for("copied");
    (session, home)
}

/// What stands between two markers in the output, the first time.
fn between(said: &str, start: &str, end: &str) -> String {
    let at = said.find(start).expect("the beginning") + start.len();
    let length = said[at..].find(end).expect("the end");
    said[at..at + length].to_owned()
}

fn decoded(text: &str) -> String {
    String::from_utf8(STANDARD.decode(text).unwrap()).unwrap()
}

#[test]
fn a_terminal_gets_the_text_by_osc_52_and_nothing_of_it_on_the_screen() {
    let (mut session, _home) = copied(&[], "3");
    let said = session.output().said();
    let text = decoded(&between(&said, "\x1b]52;c;", "\x07"));
    let document: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(document["version"], 10);
    assert!(!said.contains("Ptmux;"));
    session.wait_for("copied the JSON of greenhouse-07 › firmware, 727 B; a terminal may need");
    quit(&mut session);
}

#[test]
fn inside_tmux_the_text_goes_both_ways() {
    let (mut session, _home) = copied(&[("TMUX", "/tmp/tmux-1000/default,1,0")], "1");
    let said = session.output().said();
    let plain = between(&said, "\x1b]52;c;", "\x07");
    let wrapped = between(&said, "\x1bPtmux;\x1b\x1b]52;c;", "\x07\x1b\\");
    assert_eq!([&*decoded(&plain), &*decoded(&wrapped)], ["firmware"; 2]);
    session.wait_for("tmux hands it on");
    quit(&mut session);
}

#[test]
fn inside_screen_the_text_goes_in_pieces() {
    let (mut session, _home) = copied(&[("STY", "1.pts-0.host")], "3");
    let said = session.output().said();
    let start = said.find("\x1bP\x1b]52;c;").expect("the first piece");
    let end = said.find("\x07\x1b\\").expect("the last piece");
    let whole = said[start + 9..end].replace("\x1b\\\x1bP", "");
    assert!(decoded(&whole).contains("\"version\":10"));
    quit(&mut session);
}

/// A tmux server of its own, ended with it.
struct Tmux<'a> {
    home: &'a Home,
}

impl Tmux<'_> {
    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new("tmux");
        let socket = self.home.path("tmux.socket");
        command.arg("-S").arg(socket).args(["-f", "/dev/null"]);
        command.args(arguments).env_remove("TMUX");
        command
    }

    fn say(&self, arguments: &[&str]) -> String {
        let output = self.command(arguments).output().unwrap();
        String::from_utf8_lossy(&output.stdout).into_owned()
    }

    fn wait_for(&self, arguments: &[&str], words: &str) {
        let limit = Instant::now() + PATIENCE;
        loop {
            let said = self.say(arguments);
            if said.contains(words) {
                return;
            }
            assert!(Instant::now() < limit, "never came: {words} in\n{said}");
            std::thread::sleep(std::time::Duration::from_millis(20));
        }
    }
}

impl Drop for Tmux<'_> {
    fn drop(&mut self) {
        // Only the server on the socket of this test.
        let _ = self.command(&["kill-server"]).output();
    }
}

#[test]
fn a_real_tmux_takes_the_text_into_its_buffer() {
    if !Command::new("tmux")
        .arg("-V")
        .output()
        .is_ok_and(|ran| ran.status.success())
    {
        eprintln!("skipped: there is no tmux here");
        return;
    }
    let home = Home::new();
    let tmux = Tmux { home: &home };
    let program = format!(
        "env HOME={0} XDG_STATE_HOME={0} XDG_DATA_HOME={0} XDG_CONFIG_HOME={0} {1} --demo",
        home.path("").display(),
        env!("CARGO_BIN_EXE_mirrordeck"),
    );
    tmux.say(&["new-session", "-d", "-x", "120", "-y", "36", "sleep 600"]);
    tmux.say(&["set", "-g", "set-clipboard", "on"]);
    tmux.say(&["new-window", &program]);
    let screen = ["capture-pane", "-p"];
    tmux.wait_for(&screen, "1 of 120");
    tmux.say(&["send-keys", "y"]);
    tmux.wait_for(&screen, "Enter or its number copies");
    tmux.say(&["send-keys", "1"]);
    tmux.wait_for(&screen, "copied the device name agv-01");
    tmux.wait_for(&["show-buffer"], "agv-01");
    tmux.say(&["send-keys", "q"]);
}
