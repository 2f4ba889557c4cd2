//! The terminal is in good order again, however the program ends.
//!
//! The child is this test binary itself, run in a pseudo-terminal with [`child`] as its only test:
//! the built program has no key for a panic.
#![cfg(unix)]

use std::io::Write as _;

use mirrordeck::runtime::signals::Signals;
use mirrordeck::runtime::terminal::{self, Reports};
use portable_pty::CommandBuilder;

use crate::support::pty::Session;

const WAY: &str = "MIRRORDECK_TEST_WAY_OUT";

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
    let mut guard = terminal::enter(Reports::of(None, true)).unwrap();
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

/// Runs [`child`] in a terminal long enough for the words of the test harness.
fn start(way: &str) -> Session {
    let mut command = CommandBuilder::new(std::env::current_exe().expect("this binary"));
    command.args(["--ignored", "--exact", "leaving::child", "--nocapture"]);
    command.env(WAY, way);
    // A backtrace would push the report off the screen.
    command.env("RUST_BACKTRACE", "0");
    let session = Session::start(command, 120, 200);
    session.wait_until_said("ready");
    session
}

/// Waits for the end in good order, and returns what is on the screen.
fn end(session: &mut Session, last_words: &str) -> String {
    let (_, screen) = session.end();
    assert!(screen.contains(last_words), "{screen}");
    screen
}

#[test]
fn after_a_quit() {
    end(&mut start("quit"), "1 passed");
}

#[test]
fn after_a_panic_the_report_is_on_the_screen_that_is_back() {
    let screen = end(&mut start("panic"), "test result: FAILED");
    assert!(
        screen.contains("The application panicked (crashed)."),
        "{screen}"
    );
    assert!(screen.contains("the loop broke"), "{screen}");
}

#[test]
fn a_task_that_panics_leaves_the_screen_up_and_is_told_at_the_end() {
    let mut session = start("panic of a task");
    let screen = end(&mut session, "1 passed");
    assert!(screen.contains("a task broke"), "{screen}");
    let said = session.output().said();
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
        let mut session = start("signal");
        session.signal(signal);
        end(&mut session, &format!("left after {name}"));
    }
}
