//! A program in a real pseudo-terminal.

use std::io::{Read as _, Write};
use std::num::NonZero;
use std::process::Command;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// How long a condition is waited for; a machine that needs longer has other troubles.
const PATIENCE: Duration = Duration::from_mins(1);

/// A running program, what it wrote so far, and its keyboard.
pub struct Pty {
    master: Box<dyn MasterPty + Send>,
    keyboard: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    seen: Arc<Mutex<Seen>>,
    modes_before: String,
}

struct Seen {
    bytes: Vec<u8>,
    parser: vt100::Parser,
}

fn parser(columns: u16, rows: u16) -> vt100::Parser {
    let [rows, columns] = [rows, columns].map(|size| NonZero::new(size).unwrap());
    vt100::Parser::new(rows, columns, 0)
}

fn size(columns: u16, rows: u16) -> PtySize {
    PtySize {
        rows,
        cols: columns,
        ..PtySize::default()
    }
}

impl Pty {
    /// Starts a program in a terminal of this size.
    pub fn start(command: CommandBuilder, columns: u16, rows: u16) -> Self {
        let pair = native_pty_system().openpty(size(columns, rows)).unwrap();
        let modes_before = modes(&*pair.master);
        let child = pair.slave.spawn_command(command).unwrap();
        let seen = Seen {
            bytes: Vec::new(),
            parser: parser(columns, rows),
        };
        let seen = Arc::new(Mutex::new(seen));
        let mut reader = pair.master.try_clone_reader().unwrap();
        let sink = Arc::clone(&seen);
        std::thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(count @ 1..) = reader.read(&mut bytes) {
                let mut seen = sink.lock().unwrap();
                seen.bytes.extend(&bytes[..count]);
                seen.parser.process(&bytes[..count]);
            }
        });
        let keyboard = pair.master.take_writer().unwrap();
        Self {
            master: pair.master,
            keyboard,
            child,
            seen,
            modes_before,
        }
    }

    /// Types bytes, in one write.
    pub fn keys(&mut self, bytes: &str) -> &mut Self {
        self.keyboard.write_all(bytes.as_bytes()).unwrap();
        self.keyboard.flush().unwrap();
        self
    }

    /// Gives the terminal another size.
    pub fn resize(&mut self, columns: u16, rows: u16) -> &mut Self {
        self.master.resize(size(columns, rows)).unwrap();
        let [high, wide] = [rows, columns].map(|size| NonZero::new(size).unwrap());
        self.seen
            .lock()
            .unwrap()
            .parser
            .screen_mut()
            .set_size(high, wide);
        self
    }

    /// Waits until the screen shows a text.
    pub fn until(&mut self, text: &str) -> &mut Self {
        self.until_screen(text, |screen| screen.contains(text))
    }

    /// Waits until the screen does not show a text any more.
    pub fn until_without(&mut self, text: &str) -> &mut Self {
        self.until_screen(text, |screen| !screen.contains(text))
    }

    fn until_screen(&mut self, what: &str, holds: impl Fn(&str) -> bool) -> &mut Self {
        let start = Instant::now();
        while !holds(&self.text()) {
            assert!(
                start.elapsed() < PATIENCE,
                "{what}: waited in vain at\n{}",
                self.text()
            );
            std::thread::sleep(Duration::from_millis(5));
        }
        self
    }

    /// Waits for a text that may be wiped off the screen again at once.
    pub fn until_said(&mut self, text: &str) -> &mut Self {
        let start = Instant::now();
        while !self.said().contains(text) {
            assert!(start.elapsed() < PATIENCE, "no {text} in {}", self.said());
            std::thread::sleep(Duration::from_millis(5));
        }
        self
    }

    /// Everything that was written, in its order.
    pub fn said(&self) -> String {
        String::from_utf8_lossy(&self.seen.lock().unwrap().bytes).into_owned()
    }

    /// The text on the screen.
    pub fn text(&self) -> String {
        self.screen().contents()
    }

    /// The screen.
    pub fn screen(&self) -> vt100::Screen {
        self.seen.lock().unwrap().parser.screen().clone()
    }

    /// Sends a signal by its name without `SIG`.
    pub fn signal(&mut self, name: &str) -> &mut Self {
        let process = self.child.process_id().unwrap().to_string();
        let done = Command::new("kill")
            .args(["-s", name, &process])
            .status()
            .unwrap();
        assert!(done.success());
        self
    }

    /// Waits for the end and checks that the terminal is as it was. Returns the exit status and
    /// what stands on the screen once it shows the last words.
    pub fn end(&mut self, last_words: &str) -> (u32, String) {
        let status = self.child.wait().unwrap().exit_code();
        self.until_said(last_words);
        let screen = self.screen();
        assert!(!screen.alternate_screen(), "the alternate screen is left");
        assert!(!screen.bracketed_paste(), "pasting is plain again");
        assert!(!screen.hide_cursor(), "the cursor is back");
        assert_eq!(modes(&*self.master), self.modes_before, "raw mode is off");
        (status, screen.contents())
    }
}

impl Drop for Pty {
    fn drop(&mut self) {
        // A test that failed must not leave its program behind.
        let _ = self.child.kill();
    }
}

/// Everything that raw mode changes.
fn modes(master: &dyn MasterPty) -> String {
    let modes = master.get_termios().unwrap();
    let flags = (modes.input_flags, modes.output_flags, modes.local_flags);
    format!("{flags:?} {:?}", modes.control_flags)
}
