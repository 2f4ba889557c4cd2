//! The terminal is in good order again, however the program ends.
//!
//! The child is this test binary itself, run in a pseudo-terminal with [`child`] as its only test:
//! the built program has no key for a panic.
#![cfg(unix)]

use std::io::{Read as _, Write as _};
use std::num::NonZero;
use std::process::Command;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use mirrordeck::runtime::signals::Signals;
use mirrordeck::runtime::terminal;
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

const WAY: &str = "MIRRORDECK_TEST_WAY_OUT";
const PATIENCE: Duration = Duration::from_secs(30);

/// Not a test of its own: the other tests run it.
#[test]
#[ignore = "takes the terminal over"]
fn child() {
    terminal::install_hooks().unwrap();
    let way = std::env::var(WAY).unwrap();
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()
        .unwrap();
    let _inside = runtime.enter();
    let mut signals = Signals::listen().unwrap();
    let mut guard = terminal::enter().unwrap();
    let mut draw = |text: &str| {
        let screen = guard.screen();
        screen
            .draw(|frame| frame.render_widget(text, frame.area()))
            .map(|_| ())
            .unwrap();
    };
    draw("ready");
    match way.as_str() {
        "quit" => guard.leave(),
        "panic" => panic!("the loop broke"),
        "panic of a task" => {
            let task = runtime.spawn(async { panic!("a task broke") });
            runtime.block_on(task).unwrap_err();
            draw("still here");
        }
        _ => {
            let signal = runtime.block_on(signals.next());
            drop(guard);
            writeln!(std::io::stdout(), "left after {signal:?}").unwrap();
        }
    }
}

struct Session {
    master: Box<dyn MasterPty + Send>,
    child: Box<dyn Child + Send + Sync>,
    output: Arc<Mutex<Vec<u8>>>,
    modes_before: String,
}

impl Session {
    fn start(way: &str) -> Self {
        let size = PtySize {
            rows: 200,
            cols: 120,
            ..PtySize::default()
        };
        let pair = native_pty_system().openpty(size).expect("a terminal");
        let program = std::env::current_exe().expect("this binary");
        let mut command = CommandBuilder::new(program);
        command.args(["--ignored", "--exact", "leaving::child", "--nocapture"]);
        command.env(WAY, way);
        // A backtrace would push the report off the screen.
        command.env("RUST_BACKTRACE", "0");
        let modes_before = modes(&*pair.master);
        let child = pair.slave.spawn_command(command).expect("it starts");
        let output = Arc::new(Mutex::new(Vec::new()));
        let mut reader = pair.master.try_clone_reader().expect("a reader");
        let seen = Arc::clone(&output);
        std::thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(count @ 1..) = reader.read(&mut bytes) {
                seen.lock().expect("no panic").extend(&bytes[..count]);
            }
        });
        let session = Self {
            master: pair.master,
            child,
            output,
            modes_before,
        };
        session.wait_for("ready");
        session
    }

    /// Waits for a text that may be wiped off the screen again at once.
    fn wait_for(&self, text: &str) {
        let start = Instant::now();
        while !self.said().contains(text) {
            assert!(start.elapsed() < PATIENCE, "no {text} in {}", self.said());
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// Everything that was written, in its order.
    fn said(&self) -> String {
        String::from_utf8_lossy(&self.output.lock().expect("no panic")).into_owned()
    }

    fn screen(&self) -> vt100::Screen {
        let [rows, columns] = [200, 120].map(|size| NonZero::new(size).expect("not 0"));
        let mut parser = vt100::Parser::new(rows, columns, 0);
        parser.process(&self.output.lock().expect("no panic"));
        parser.screen().clone()
    }

    /// Waits for the end, checks that the terminal is as it was, and returns what is on it.
    fn end(&mut self, last_words: &str) -> String {
        self.child.wait().expect("it ends");
        self.wait_for(last_words);
        let screen = self.screen();
        assert!(!screen.alternate_screen(), "the alternate screen is left");
        assert!(!screen.bracketed_paste(), "pasting is plain again");
        assert!(!screen.hide_cursor(), "the cursor is back");
        assert_eq!(modes(&*self.master), self.modes_before, "raw mode is off");
        screen.contents()
    }
}

/// Everything that raw mode changes.
fn modes(master: &dyn MasterPty) -> String {
    let modes = master.get_termios().expect("a terminal has modes");
    let flags = (modes.input_flags, modes.output_flags, modes.local_flags);
    format!("{flags:?} {:?}", modes.control_flags)
}

#[test]
fn after_a_quit() {
    Session::start("quit").end("1 passed");
}

#[test]
fn after_a_panic_the_report_is_on_the_screen_that_is_back() {
    let screen = Session::start("panic").end("test result: FAILED");
    assert!(
        screen.contains("The application panicked (crashed)."),
        "{screen}"
    );
    assert!(screen.contains("the loop broke"), "{screen}");
}

#[test]
fn a_task_that_panics_leaves_the_screen_up_and_is_told_at_the_end() {
    let mut session = Session::start("panic of a task");
    let screen = session.end("1 passed");
    assert!(screen.contains("a task broke"), "{screen}");
    let said = session.said();
    let drawn = said.find("still").expect("drawn after the panic");
    assert!(drawn < said.find("a task broke").unwrap(), "{said}");
}

#[test]
fn after_a_signal() {
    for (signal, name) in [
        ("INT", "Interrupt"),
        ("TERM", "Terminate"),
        ("HUP", "HangUp"),
    ] {
        let mut session = Session::start("signal");
        let process = session.child.process_id().expect("it runs").to_string();
        let kill = Command::new("kill").args(["-s", signal, &process]).status();
        assert!(kill.unwrap().success());
        session.end(&format!("left after {name}"));
    }
}
