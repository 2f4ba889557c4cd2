//! A pseudo-terminal and what stands on it, with the moment of each byte.

use std::io::{Read as _, Write};
use std::num::NonZero;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// The size of every terminal here.
pub const COLUMNS: u16 = 120;
/// See [`COLUMNS`].
pub const ROWS: u16 = 36;

/// A program in its terminal; it ends when this is dropped.
pub struct Screen {
    /// When it was started.
    pub started: Instant,
    /// Bytes that it wrote so far.
    pub written: usize,
    child: Box<dyn Child + Send + Sync>,
    keyboard: Box<dyn Write + Send>,
    output: Receiver<(Instant, Vec<u8>)>,
    emulator: vt100::Parser,
    _master: Box<dyn MasterPty + Send>,
}

impl Screen {
    /// Starts a program.
    pub fn start(command: CommandBuilder) -> Self {
        let size = PtySize {
            rows: ROWS,
            cols: COLUMNS,
            ..PtySize::default()
        };
        let pair = native_pty_system()
            .openpty(size)
            .expect("a pseudo-terminal");
        let mut reader = pair.master.try_clone_reader().expect("a reader");
        let keyboard = pair.master.take_writer().expect("a keyboard");
        let (sender, output) = channel();
        std::thread::spawn(move || {
            let mut bytes = vec![0; 65_536];
            while let Ok(count @ 1..) = reader.read(&mut bytes) {
                if sender
                    .send((Instant::now(), bytes[..count].to_vec()))
                    .is_err()
                {
                    return;
                }
            }
        });
        let started = Instant::now();
        let child = pair.slave.spawn_command(command).expect("it starts");
        let [rows, columns] = [ROWS, COLUMNS].map(|size| NonZero::new(size).expect("not 0"));
        Self {
            started,
            written: 0,
            child,
            keyboard,
            output,
            emulator: vt100::Parser::new(rows, columns, 0),
            _master: pair.master,
        }
    }

    /// Presses keys.
    pub fn send(&mut self, keys: &str) {
        self.keyboard
            .write_all(keys.as_bytes())
            .expect("it listens");
        self.keyboard.flush().expect("it listens");
    }

    /// Waits until the text is as wanted; returns the moment of the bytes that made it so.
    pub fn wait_until(&mut self, limit: Duration, wanted: impl Fn(&str) -> bool) -> Instant {
        let end = Instant::now() + limit;
        let mut at = Instant::now();
        loop {
            let text = self.text();
            if wanted(&text) {
                return at;
            }
            let left = end.saturating_duration_since(Instant::now());
            let Ok((moment, bytes)) = self.output.recv_timeout(left) else {
                panic!("never came; on the screen:\n{text}");
            };
            at = moment;
            self.take(&bytes);
        }
    }

    /// Waits for words on the screen.
    pub fn wait_for(&mut self, words: &str) -> Instant {
        self.wait_until(Duration::from_mins(10), |text| text.contains(words))
    }

    /// Takes in what is written within a time; returns how many bytes.
    pub fn listen(&mut self, time: Duration) -> usize {
        let end = Instant::now() + time;
        let before = self.written;
        while let Ok((_, bytes)) = self
            .output
            .recv_timeout(end.saturating_duration_since(Instant::now()))
        {
            self.take(&bytes);
        }
        self.written - before
    }

    fn take(&mut self, bytes: &[u8]) {
        self.written += bytes.len();
        self.emulator.process(bytes);
    }

    /// The rows of the screen.
    pub fn text(&self) -> String {
        self.emulator.screen().contents()
    }

    /// The program's process.
    pub fn process(&self) -> u32 {
        self.child.process_id().expect("it runs")
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
