//! The line to the terminal is cut, and no signal tells of it.

use std::io::{Read, Write};
use std::time::{Duration, Instant};

use portable_pty::{Child, MasterPty, PtySize, native_pty_system};

use super::Home;
use super::idle::ticks;
use crate::support::pty::wait_for_end;
use crate::support::served::Served;
use mirrordeck::sim::OperationKind::DeleteMirror;

/// A terminal that can be cut off, with the program in a session of its own, to which no hang-up is
/// told.
struct Line {
    /// Open as long as the line is.
    _master: Box<dyn MasterPty + Send>,
    reader: Box<dyn Read + Send>,
    keyboard: Box<dyn Write + Send>,
    screen: vt100::Parser,
    child: Box<dyn Child + Send + Sync>,
}

impl Line {
    fn start(home: &Home, arguments: &str) -> Self {
        let size = PtySize {
            rows: 36,
            cols: 120,
            ..PtySize::default()
        };
        let pair = native_pty_system().openpty(size).unwrap();
        let script = format!(r#"trap "" HUP; setsid --wait "$0" {arguments}"#);
        let command = home.in_terminal_by(&["sh", "-c", &script]);
        let [rows, columns] = [36, 120].map(|size| std::num::NonZero::new(size).unwrap());
        Self {
            reader: pair.master.try_clone_reader().unwrap(),
            keyboard: pair.master.take_writer().unwrap(),
            screen: vt100::Parser::new(rows, columns, 0),
            child: pair.slave.spawn_command(command).unwrap(),
            _master: pair.master,
        }
    }

    fn wait_for(&mut self, words: &str) -> &mut Self {
        let mut bytes = [0; 4096];
        while !self.screen.screen().contents().contains(words) {
            let count = self.reader.read(&mut bytes).unwrap();
            assert!(count > 0, "{words}: {}", self.screen.screen().contents());
            self.screen.process(&bytes[..count]);
        }
        self
    }

    fn send(&mut self, keys: &str) -> &mut Self {
        self.keyboard.write_all(keys.as_bytes()).unwrap();
        self
    }

    /// The program, below `setsid` below the shell.
    fn program(&self) -> u32 {
        let mut process = self.child.process_id().unwrap();
        loop {
            let below = format!("/proc/{process}/task/{process}/children");
            let below = std::fs::read_to_string(below).unwrap();
            match below.split_whitespace().next() {
                Some(child) => process = child.parse().unwrap(),
                None => return process,
            }
        }
    }

    /// Cuts the line.
    fn cut(self) -> Box<dyn Child + Send + Sync> {
        self.child
    }
}

#[test]
fn a_line_that_is_cut_ends_the_program_without_a_signal() {
    // The last is the start of a sequence that never ends.
    for keys in ["", "j", "\x1b["] {
        let home = Home::new();
        let mut line = Line::start(&home, "--demo");
        line.wait_for("of 120").send(keys);
        let status = wait_for_end(&mut *line.cut());
        assert_eq!(status, 1, "{keys:?}: as a failure at run time");
    }
}

#[test]
fn a_line_that_is_cut_ends_the_first_screen_too() {
    let home = Home::new();
    let mut line = Line::start(&home, "");
    line.wait_for("There are no credentials yet");
    assert_eq!(wait_for_end(&mut *line.cut()), 2);
}

/// A change on the wire is waited for, and the waiting costs nothing.
#[test]
fn the_line_is_cut_while_a_deletion_is_on_the_wire() {
    let served = Served::start();
    let home = served.home();
    served.fault(r#"{"operation":"delete","fault":{"slow_ms":4000}}"#);
    let mut line = Line::start(&home, "");
    line.wait_for("of 120").send("/greenhouse-07\r");
    line.wait_for("tuning").send("\tj");
    line.wait_for("greenhouse-07 › firmware").send("d");
    line.wait_for("lock: deletes only this version");
    // What comes within moments of the dialog's appearance does not count.
    let mut bytes = [0; 4096];
    while !line.screen.screen().contents().contains("no lock: deletes") {
        line.send("\x15");
        std::thread::sleep(Duration::from_millis(50));
        line.send("\x01");
        let count = line.reader.read(&mut bytes).unwrap();
        line.screen.process(&bytes[..count]);
    }
    line.send("10").wait_for("lock: deletes only this version");
    line.send("\x1b[Z\r");
    served.wait_for(DeleteMirror);
    let program = line.program();
    let mut child = line.cut();
    let (cut_at, before) = (Instant::now(), ticks(program));
    let mut worked = 0;
    while child.try_wait().unwrap().is_none() {
        if std::path::Path::new(&format!("/proc/{program}/stat")).exists() {
            worked = ticks(program) - before;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    assert!(
        cut_at.elapsed() > Duration::from_secs(2),
        "it was waited for"
    );
    assert!(worked < 50, "{worked} hundredths of a second of work");
    assert!(!served.stands("greenhouse-07", "firmware"));
}
