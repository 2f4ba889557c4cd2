//! The first frame, beside that of a program that does nothing else.

use std::io::{Read as _, Write as _, stdin, stdout};

use crossterm::terminal::{EnterAlternateScreen, LeaveAlternateScreen};
use tempfile::TempDir;

use super::child::{Simulator, dashboard, in_home};
use super::median;
use super::screen::Screen;

/// The argument that makes this program the least one.
pub const LEAST: &str = "--least-program";
/// Starts of each program, taken in turns.
const STARTS: usize = 40;
/// How much later the first frame may be, milliseconds.
const MOST_LATER_MS: f64 = 5.0;

/// Enters the alternate screen, writes a line and waits.
pub fn least() {
    let _ = crossterm::execute!(stdout(), EnterAlternateScreen);
    let _ = writeln!(stdout(), "ready");
    let _ = stdout().flush();
    let _ = stdin().read(&mut [0]);
    let _ = crossterm::execute!(stdout(), LeaveAlternateScreen);
}

/// From the start of the process to the bytes of its first frame.
pub fn first_frame() {
    let simulator = Simulator::start(100_000);
    let home = TempDir::new().expect("a folder");
    let this = std::env::current_exe().expect("it has a path");
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for _ in 0..STARTS {
        let mut command = in_home(&this.to_string_lossy(), &home);
        command.arg(LEAST);
        theirs.push(start(command, "ready"));
        ours.push(start(dashboard(&simulator, &home), "Devices"));
    }
    let (ours, theirs) = (median(ours), median(theirs));
    let later = ours - theirs;
    let verdict = if later <= MOST_LATER_MS {
        "reached"
    } else {
        "MISSED"
    };
    println!(
        "first frame: {ours:.1} ms, that of the least program {theirs:.1} ms: {later:.1} ms later, \
         at most {MOST_LATER_MS} wanted (medians of {STARTS} starts): {verdict}"
    );
}

fn start(command: portable_pty::CommandBuilder, words: &str) -> f64 {
    let mut screen = Screen::start(command);
    let at = screen.wait_for(words);
    at.duration_since(screen.started).as_secs_f64() * 1000.0
}
