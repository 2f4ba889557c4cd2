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
use crossterm::event::{
    DisableBracketedPaste, DisableFocusChange, EnableBracketedPaste, EnableFocusChange,
};
#[cfg(unix)]
use crossterm::style::Print;
use crossterm::terminal::{
    EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use crossterm::{execute, queue};
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;

use crate::cli::{EXIT_FAILURE, EXIT_MEND_FIRST};
use crate::i18n::Text;
use crate::text;

/// Room for a whole frame of a large terminal.
const FRAME_BYTES: usize = 64 * 1024;

/// What a terminal is asked to report besides keys and its size.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reports {
    /// Pastes as such, and whether it has the focus.
    pub paste_and_focus: bool,
    /// Buttons and the wheel of the mouse; then text is selected with Shift or Option held.
    pub mouse: bool,
}

impl Reports {
    /// What is asked of a terminal of this kind (`TERM`). One that is called dumb knows of nothing.
    ///
    /// * `mouse` - whether the user wants it.
    #[must_use]
    pub fn of(term: Option<&str>, mouse: bool) -> Self {
        let knows = term != Some("dumb");
        Self {
            paste_and_focus: knows,
            mouse: knows && mouse,
        }
    }
}

/// Buttons, drags and the wheel, with coordinates of any size. crossterm's own command would ask for
/// every motion of the pointer too, and each would wake the program.
#[cfg(unix)]
const MOUSE_ON: Print<&str> = Print("\x1b[?1000h\x1b[?1002h\x1b[?1006h");
#[cfg(unix)]
const MOUSE_OFF: Print<&str> = Print("\x1b[?1006l\x1b[?1002l\x1b[?1000l");
#[cfg(not(unix))]
const MOUSE_ON: crossterm::event::EnableMouseCapture = crossterm::event::EnableMouseCapture;
#[cfg(not(unix))]
const MOUSE_OFF: crossterm::event::DisableMouseCapture = crossterm::event::DisableMouseCapture;

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

/// Takes the terminal over: raw mode, alternate screen, and what it is to report. Call it on the thread
/// that runs the event loop: a panic there ends the program, so it also gives the terminal back.
///
/// # Errors
/// Not a terminal, or one that refuses; then it is left as it was.
pub fn enter(reports: Reports) -> Result<TerminalGuard, TerminalError> {
    require_terminal()?;
    // Before the first change, so that a failure half way is mended by `restore`.
    *lock(&OWNER) = Some(Owner {
        thread: std::thread::current().id(),
        reports,
    });
    take_over(reports)
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

fn take_over(reports: Reports) -> io::Result<Screen> {
    set_modes(reports)?;
    // Standard output alone is buffered by the line, which a frame hardly has.
    let out = BufWriter::with_capacity(FRAME_BYTES, io::stdout());
    Terminal::new(CrosstermBackend::new(out))
}

fn set_modes(reports: Reports) -> io::Result<()> {
    enable_raw_mode()?;
    // In one write: each wakes the terminal, and the first frame waits.
    let mut out = io::stdout();
    queue!(out, EnterAlternateScreen)?;
    if reports.paste_and_focus {
        queue!(out, EnableBracketedPaste, EnableFocusChange)?;
    }
    if reports.mouse {
        queue!(out, MOUSE_ON)?;
    }
    out.flush()
}

/// Gives the terminal away for a while; it stays ours.
pub fn lend() {
    let owner = *lock(&OWNER);
    if let Some(owner) = owner {
        reset_modes(owner.reports);
    }
}

/// Takes the terminal over again if it is ours, whatever modes somebody else has left it in.
///
/// # Errors
/// It refuses.
pub fn take_again() -> io::Result<()> {
    let Some(owner) = *lock(&OWNER) else {
        return Ok(());
    };
    // Else crossterm takes it for raw already, where the process was stopped by another.
    disable_raw_mode()?;
    set_modes(owner.reports)
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

/// Who has the terminal, and how it was taken over.
#[derive(Debug, Clone, Copy)]
struct Owner {
    thread: ThreadId,
    reports: Reports,
}

/// None while the terminal is not ours.
static OWNER: Mutex<Option<Owner>> = Mutex::new(None);

/// The first panic of another thread, told once the screen is back.
static LATER: Mutex<Option<String>> = Mutex::new(None);

/// Gives the terminal back if it is ours, else does nothing. Never fails: where the terminal is
/// gone, there is nothing left to mend.
pub fn restore() {
    let Some(owner) = lock(&OWNER).take() else {
        return;
    };
    reset_modes(owner.reports);
    if let Some(report) = lock(&LATER).take() {
        tell(&report);
    }
}

fn reset_modes(reports: Reports) {
    // One by one, so that a failure of one leaves the others their chance.
    let mut out = io::stdout();
    if reports.mouse {
        let _ = execute!(out, MOUSE_OFF);
    }
    if reports.paste_and_focus {
        let _ = execute!(out, DisableFocusChange);
        let _ = execute!(out, DisableBracketedPaste);
    }
    let _ = execute!(out, LeaveAlternateScreen);
    let _ = execute!(out, Show);
    let _ = disable_raw_mode();
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
    if owner.is_some_and(|owner| owner.thread != std::thread::current().id()) {
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

    use super::{Reports, TerminalError, lend, restore, take_again};

    #[test]
    fn a_terminal_that_is_not_ours_is_left_alone() {
        restore();
        lend();
        take_again().unwrap();
        restore();
    }

    #[test]
    fn a_dumb_terminal_is_asked_for_nothing() {
        let none = Reports {
            paste_and_focus: false,
            mouse: false,
        };
        assert_eq!(Reports::of(Some("dumb"), true), none);
        for term in [Some("screen"), Some("linux"), None] {
            assert!(Reports::of(term, true).mouse);
            assert!(Reports::of(term, false).paste_and_focus);
            assert!(!Reports::of(term, false).mouse);
        }
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
