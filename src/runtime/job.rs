//! Job control: giving the terminal to the shell and taking it again.

use std::io;

use super::terminal;

/// Gives the terminal away and takes it again.
pub trait Job {
    /// Gives the terminal back and stops the program. Says whether it was stopped: not where nobody
    /// could let it go on. Then, and only then, the terminal is still ours.
    fn stop(&mut self) -> bool;

    /// Whether the terminal was given away and not taken again.
    fn is_away(&self) -> bool;

    /// Takes the terminal over again, whatever somebody else has done to it meanwhile.
    ///
    /// # Errors
    /// It refuses.
    fn take_again(&mut self) -> io::Result<()>;
}

/// Nobody lets the program go on.
impl Job for () {
    fn stop(&mut self) -> bool {
        false
    }

    fn is_away(&self) -> bool {
        false
    }

    fn take_again(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The process among the jobs of a shell.
#[derive(Debug, Default)]
pub struct OfShell {
    is_away: bool,
}

impl Job for OfShell {
    #[cfg(unix)]
    fn stop(&mut self) -> bool {
        if !has_shell() {
            return false;
        }
        tracing::info!("stopped by the user");
        terminal::lend();
        // Not only this process: one that waits for it in the same job would keep the terminal. And
        // not SIGTSTP, which this process listens to instead of stopping.
        let stopped =
            rustix::process::kill_current_process_group(rustix::process::Signal::STOP).is_ok();
        // The signal may take a moment. The terminal is taken again when the one that lets the
        // process go on has come, not by a thread that was not stopped yet.
        self.is_away = stopped;
        if !stopped {
            let _ = terminal::take_again();
        }
        stopped
    }

    #[cfg(not(unix))]
    fn stop(&mut self) -> bool {
        false
    }

    fn is_away(&self) -> bool {
        self.is_away
    }

    fn take_again(&mut self) -> io::Result<()> {
        self.is_away = false;
        terminal::take_again()
    }
}

/// Whether a shell with job control has started this process: then it is in a process group that is
/// not the session's first one, and as that group's leader it has a parent in the same session. Who
/// is stopped without such a shell stays so.
#[cfg(unix)]
fn has_shell() -> bool {
    use rustix::process::{getpgrp, getpid, getppid, getsid};

    let group = getpgrp();
    let Ok(session) = getsid(None) else {
        return false;
    };
    if group == session {
        return false;
    }
    let parent_session = getppid().and_then(|parent| getsid(Some(parent)).ok());
    group != getpid() || parent_session == Some(session)
}
