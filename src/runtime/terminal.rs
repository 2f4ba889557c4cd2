//! The terminal: taken over whole, and given back in good order whatever happens.
//!
//! A quit and an error give it back by dropping [`TerminalGuard`], a panic by the hook of
//! [`install_hooks`], a signal by the event loop's return ([`super::signals`]).

use std::error::Error;
use std::fmt;
use std::io::{self, BufWriter, IsTerminal as _, Stdout, Write as _};
use std::panic::PanicHookInfo;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread::ThreadId;

use color_eyre::config::{HookBuilder, PanicHook, Theme};
use crossterm::cursor::Show;
use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::execute;
use crossterm::terminal::{
    EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;

use crate::cli::{EXIT_FAILURE, EXIT_MEND_FIRST};
use crate::i18n::Text;
use crate::text;

/// Room for a whole frame of a large terminal.
const FRAME_BYTES: usize = 64 * 1024;

/// The screen that is drawn on.
pub type Screen = Terminal<CrosstermBackend<BufWriter<Stdout>>>;

/// Why the screen cannot be taken over.
#[derive(Debug)]
pub enum TerminalError {
    /// A pipe or a file where a terminal has to be.
    NotATerminal {
        /// `standard input` or `standard output`.
        stream: Text,
    },
    /// The terminal refused.
    Refused(io::Error),
}

impl TerminalError {
    /// What is wrong, and what to do.
    #[must_use]
    pub fn text(&self) -> Text {
        match self {
            Self::NotATerminal { stream } => text!("terminal-none", stream = stream),
            Self::Refused(error) => text!("terminal-refused", cause = error.to_string()),
        }
    }

    /// The exit status that goes with it.
    #[must_use]
    pub fn exit_code(&self) -> u8 {
        match self {
            Self::NotATerminal { .. } => EXIT_MEND_FIRST,
            Self::Refused(_) => EXIT_FAILURE,
        }
    }
}

impl fmt::Display for TerminalError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.text().fmt(f)
    }
}

impl Error for TerminalError {}

impl From<io::Error> for TerminalError {
    fn from(error: io::Error) -> Self {
        Self::Refused(error)
    }
}

/// The screen while it is ours; dropping it gives the terminal back.
pub struct TerminalGuard {
    /// Taken only by `drop`.
    screen: Option<Screen>,
}

/// Takes the terminal over: raw mode, alternate screen, bracketed paste. Call it on the thread
/// that runs the event loop: a panic there ends the program, so it also gives the terminal back.
///
/// # Errors
/// Not a terminal, or one that refuses; then it is left as it was.
pub fn enter() -> Result<TerminalGuard, TerminalError> {
    require_terminal()?;
    // Before the first change, so that a failure half way is mended by `restore`.
    *lock(&OWNER) = Some(std::thread::current().id());
    take_over()
        .map(|screen| TerminalGuard {
            screen: Some(screen),
        })
        .inspect_err(|_| restore())
        .map_err(TerminalError::Refused)
}

/// Checks that both ends of the conversation are a terminal, without touching it.
///
/// # Errors
/// [`TerminalError::NotATerminal`].
pub fn require_terminal() -> Result<(), TerminalError> {
    for (is_terminal, stream) in [
        (io::stdin().is_terminal(), text!("terminal-input")),
        (io::stdout().is_terminal(), text!("terminal-output")),
    ] {
        if !is_terminal {
            return Err(TerminalError::NotATerminal { stream });
        }
    }
    Ok(())
}

fn take_over() -> io::Result<Screen> {
    enable_raw_mode()?;
    execute!(io::stdout(), EnterAlternateScreen, EnableBracketedPaste)?;
    // Standard output alone is buffered by the line, which a frame hardly has.
    let out = BufWriter::with_capacity(FRAME_BYTES, io::stdout());
    Terminal::new(CrosstermBackend::new(out))
}

impl TerminalGuard {
    /// The screen to draw on.
    pub fn screen(&mut self) -> &mut Screen {
        self.screen.as_mut().expect("only drop takes the screen")
    }

    /// Gives the terminal back now.
    pub fn leave(self) {
        drop(self);
    }
}

impl Drop for TerminalGuard {
    fn drop(&mut self) {
        if let Some(mut screen) = self.screen.take() {
            // A screen with a hidden cursor complains on standard error when it is dropped, which
            // panics where the terminal is gone.
            if screen.show_cursor().is_err() {
                std::mem::forget(screen);
            }
        }
        restore();
    }
}

/// The thread that took the terminal over; none while the terminal is not ours.
static OWNER: Mutex<Option<ThreadId>> = Mutex::new(None);

/// The first panic of another thread, told once the screen is back.
static LATER: Mutex<Option<String>> = Mutex::new(None);

/// Gives the terminal back if it is ours, else does nothing. Never fails: where the terminal is
/// gone, there is nothing left to mend.
pub fn restore() {
    if lock(&OWNER).take().is_none() {
        return;
    }
    // One by one, so that a failure of one leaves the others their chance.
    let mut out = io::stdout();
    let _ = execute!(out, DisableBracketedPaste);
    let _ = execute!(out, LeaveAlternateScreen);
    let _ = execute!(out, Show);
    let _ = disable_raw_mode();
    if let Some(report) = lock(&LATER).take() {
        tell(&report);
    }
}

/// Installs color-eyre's reports for errors and panics. The report of a panic is printed after the
/// screen is back. A panic on another thread than the event loop's does not end the program: it is
/// logged, and told when the program ends.
///
/// # Errors
/// Hooks can be installed once only.
pub fn install_hooks() -> color_eyre::Result<()> {
    let theme = if io::stderr().is_terminal() {
        Theme::dark()
    } else {
        Theme::new()
    };
    let (panics, errors) = HookBuilder::default().theme(theme).try_into_hooks()?;
    errors.install()?;
    std::panic::set_hook(Box::new(move |panic| report(&panics, panic)));
    Ok(())
}

fn report(panics: &PanicHook, panic: &PanicHookInfo<'_>) {
    let report = panics.panic_report(panic).to_string();
    tracing::error!(%panic, "the program panicked");
    let owner = *lock(&OWNER);
    if owner.is_some_and(|owner| owner != std::thread::current().id()) {
        lock(&LATER).get_or_insert(report);
    } else {
        restore();
        tell(&report);
    }
}

/// `eprintln!` would panic where standard error is gone.
fn tell(report: &str) {
    let _ = writeln!(io::stderr(), "{report}");
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use crate::text;

    use super::{TerminalError, restore};

    #[test]
    fn a_terminal_that_is_not_ours_is_left_alone() {
        restore();
        restore();
    }

    #[test]
    fn without_a_terminal_the_user_has_something_to_mend() {
        let error = TerminalError::NotATerminal {
            stream: text!("terminal-output"),
        };
        assert_eq!(error.exit_code(), 2);
        assert!(
            error
                .to_string()
                .starts_with("standard output is not a terminal;")
        );
        assert_eq!(
            TerminalError::Refused(std::io::Error::other("no")).exit_code(),
            1
        );
    }
}
