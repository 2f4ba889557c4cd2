//! Signals that ask the program to end, to stop, or to go on.

use std::io;

/// What was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signal {
    /// SIGINT, or Ctrl-C where there are no signals. In raw mode the key is a key, not a signal.
    Interrupt,
    /// SIGTERM.
    Terminate,
    /// SIGHUP: the terminal is gone, or about to go.
    HangUp,
    /// SIGTSTP, from elsewhere: in raw mode Ctrl-Z is a key.
    Suspend,
    /// SIGCONT: the process was stopped, by whomever, and goes on.
    Continue,
    /// SIGWINCH: the terminal has so many columns and rows.
    Resized(u16, u16),
}

/// Listens for the signals from its making on; without it they end the process at once, and leave
/// the terminal as it is.
#[derive(Debug)]
pub struct Signals {
    #[cfg(unix)]
    interrupt: tokio::signal::unix::Signal,
    #[cfg(unix)]
    terminate: tokio::signal::unix::Signal,
    #[cfg(unix)]
    hang_up: tokio::signal::unix::Signal,
    #[cfg(unix)]
    suspend: tokio::signal::unix::Signal,
    #[cfg(unix)]
    continued: tokio::signal::unix::Signal,
    #[cfg(unix)]
    resized: tokio::signal::unix::Signal,
}

#[cfg(unix)]
impl Signals {
    /// Starts to listen. Needs the tokio runtime.
    ///
    /// # Errors
    /// The platform refuses the handler.
    pub fn listen() -> io::Result<Self> {
        use rustix::process::Signal as Number;
        use tokio::signal::unix::{SignalKind, signal};

        let numbered = |number: Number| signal(SignalKind::from_raw(number.as_raw()));
        Ok(Self {
            interrupt: signal(SignalKind::interrupt())?,
            terminate: signal(SignalKind::terminate())?,
            hang_up: signal(SignalKind::hangup())?,
            suspend: numbered(Number::TSTP)?,
            continued: numbered(Number::CONT)?,
            resized: signal(SignalKind::window_change())?,
        })
    }

    /// Waits for the next signal. Nothing is lost where the wait is given up.
    pub async fn next(&mut self) -> Signal {
        tokio::select! {
            _ = self.interrupt.recv() => Signal::Interrupt,
            _ = self.terminate.recv() => Signal::Terminate,
            _ = self.hang_up.recv() => Signal::HangUp,
            _ = self.suspend.recv() => Signal::Suspend,
            _ = self.continued.recv() => Signal::Continue,
            _ = self.resized.recv() => {
                // Who draws asks again.
                let (columns, rows) = crossterm::terminal::size().unwrap_or_default();
                Signal::Resized(columns, rows)
            }
        }
    }
}

#[cfg(not(unix))]
impl Signals {
    /// Starts to listen. Needs the tokio runtime.
    ///
    /// # Errors
    /// None on this platform.
    pub fn listen() -> io::Result<Self> {
        Ok(Self {})
    }

    /// Waits for the next signal.
    pub async fn next(&mut self) -> Signal {
        match tokio::signal::ctrl_c().await {
            Ok(()) => Signal::Interrupt,
            Err(_) => std::future::pending().await,
        }
    }
}
