//! A child in a pseudo-terminal: keys in, bytes out, and what an emulator makes of them.
//!
//! Nothing here waits for a time to pass: every wait has a condition, and a limit that only a
//! failing test reaches.

mod output;

use std::io::{Read, Write as _};
use std::process::Command;
use std::sync::{Arc, Condvar, Mutex, MutexGuard};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

pub use output::Output;

/// Long enough for a slow machine that has much else to do.
pub const PATIENCE: Duration = Duration::from_mins(1);

/// A child and its terminal; the child ends with it.
pub struct Session {
    master: Box<dyn MasterPty + Send>,
    keyboard: Box<dyn std::io::Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    shown: Arc<Shown>,
    modes_before: String,
}

#[derive(Default)]
struct Shown {
    output: Mutex<Output>,
    changed: Condvar,
}

fn size(columns: u16, rows: u16) -> PtySize {
    PtySize {
        rows,
        cols: columns,
        ..PtySize::default()
    }
}

impl Session {
    /// Starts a command in a terminal of this size.
    pub fn start(command: CommandBuilder, columns: u16, rows: u16) -> Self {
        let pair = native_pty_system().openpty(size(columns, rows)).unwrap();
        let modes_before = modes(&*pair.master);
        let reader = pair.master.try_clone_reader().unwrap();
        let keyboard = pair.master.take_writer().unwrap();
        let shown = Arc::new(Shown::default());
        shown.output.lock().unwrap().resize(columns, rows);
        let child = pair.slave.spawn_command(command).unwrap();
        std::thread::spawn({
            let shown = Arc::clone(&shown);
            move || watch(reader, &shown)
        });
        Self {
            master: pair.master,
            keyboard,
            child,
            shown,
            modes_before,
        }
    }

    /// Writes keys in one go, as a terminal sends them.
    pub fn send(&mut self, keys: impl AsRef<[u8]>) -> &mut Self {
        self.keyboard.write_all(keys.as_ref()).unwrap();
        self.keyboard.flush().unwrap();
        self
    }

    /// Pastes a text as a terminal with bracketed paste does.
    pub fn paste(&mut self, text: &str) -> &mut Self {
        self.send(format!("\x1b[200~{text}\x1b[201~"))
    }

    /// Changes the size of the terminal.
    pub fn resize(&mut self, columns: u16, rows: u16) -> &mut Self {
        self.output().resize(columns, rows);
        self.master.resize(size(columns, rows)).unwrap();
        self
    }

    /// What was written so far; nothing more is taken in while it is held.
    pub fn output(&self) -> MutexGuard<'_, Output> {
        self.shown.output.lock().unwrap()
    }

    /// Waits until the output is as wanted.
    pub fn wait_until(&self, what: &str, wanted: impl Fn(&Output) -> bool) {
        let limit = Instant::now() + PATIENCE;
        let mut output = self.output();
        while !wanted(&output) {
            let left = limit.saturating_duration_since(Instant::now());
            if output.ended || left.is_zero() {
                let (ended, screen) = (output.ended, output.rows().join("\n"));
                drop(output);
                panic!("never came: {what}; ended: {ended}; on the screen:\n{screen}");
            }
            output = self.shown.changed.wait_timeout(output, left).unwrap().0;
        }
    }

    /// Waits until words stand on the screen.
    pub fn wait_for(&self, words: &str) -> &Self {
        self.wait_until(words, |output| output.words().contains(words));
        self
    }

    /// Waits until words do not stand on the screen any more.
    pub fn wait_for_no(&self, words: &str) -> &Self {
        self.wait_until(words, |output| !output.words().contains(words));
        self
    }

    /// Waits for a text that may be wiped off the screen again at once.
    pub fn wait_until_said(&self, text: &str) {
        self.wait_until(text, |output| output.said().contains(text));
    }

    /// Sends keys again and again until words stand on the screen: for keys that may be too early
    /// to count, and do the same each time.
    pub fn send_until(&mut self, keys: &str, words: &str) -> &mut Self {
        let limit = Instant::now() + PATIENCE;
        while Instant::now() < limit && !self.output().words().contains(words) {
            self.send(keys);
            let pause = Instant::now() + Duration::from_millis(100);
            while Instant::now() < pause && !self.output().words().contains(words) {
                std::thread::sleep(Duration::from_millis(5));
            }
        }
        self.wait_for(words);
        self
    }

    /// Waits until nothing was written for this long.
    pub fn wait_for_silence(&self, length: Duration) {
        let limit = Instant::now() + PATIENCE;
        loop {
            let silence = self.output().changed_at.elapsed();
            if silence >= length {
                return;
            }
            assert!(Instant::now() < limit, "something is written all the time");
            std::thread::sleep(length.saturating_sub(silence));
        }
    }

    /// The child's process.
    pub fn process(&self) -> u32 {
        self.child.process_id().unwrap()
    }

    /// Sends a signal, by its name without `SIG`.
    pub fn signal(&self, name: &str) -> &Self {
        let process = self.process().to_string();
        let kill = Command::new("kill").args(["-s", name, &process]).status();
        assert!(kill.unwrap().success());
        self
    }

    /// Ends the child as a crash would: nothing in it runs any more.
    pub fn kill(mut self) {
        self.signal("KILL");
        let limit = Instant::now() + PATIENCE;
        while self.child.try_wait().unwrap().is_none() {
            assert!(Instant::now() < limit, "it does not die");
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// Waits for the end, checks that the terminal is as it was, and returns the exit status and
    /// what is on the screen.
    pub fn end(&mut self) -> (u32, String) {
        let status = wait_for_end(&mut *self.child);
        self.wait_until("the last of the output", |output| output.ended);
        let output = self.output();
        let screen = output.screen();
        assert!(!screen.alternate_screen(), "the alternate screen is left");
        assert!(!screen.bracketed_paste(), "pasting is plain again");
        assert!(!screen.hide_cursor(), "the cursor is back");
        assert_eq!(modes(&*self.master), self.modes_before, "raw mode is off");
        (status, output.rows().join("\n"))
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        // Fails where it has ended, as it should have.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Waits for the end of a child and returns its exit status.
pub fn wait_for_end(child: &mut (dyn Child + Send + Sync)) -> u32 {
    let limit = Instant::now() + PATIENCE;
    loop {
        if let Some(status) = child.try_wait().unwrap() {
            assert!(status.signal().is_none(), "{status}");
            return status.exit_code();
        }
        assert!(Instant::now() < limit, "it does not end");
        std::thread::sleep(Duration::from_millis(5));
    }
}

/// Takes in what the child writes, until there is nobody left to write.
fn watch(mut reader: Box<dyn Read + Send>, shown: &Shown) {
    let mut bytes = [0; 4096];
    loop {
        let count = reader.read(&mut bytes).unwrap_or(0);
        let mut output = shown.output.lock().unwrap();
        output.take(&bytes[..count]);
        shown.changed.notify_all();
        if output.ended {
            return;
        }
    }
}

/// Everything that raw mode changes.
fn modes(master: &dyn MasterPty) -> String {
    let modes = master.get_termios().expect("a terminal has modes");
    let flags = (modes.input_flags, modes.output_flags, modes.local_flags);
    format!("{flags:?} {:?}", modes.control_flags)
}
