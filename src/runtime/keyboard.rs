//! Events of the terminal, read by a thread of their own.
//!
//! crossterm 0.29 reads in a loop that ends only with a whole event. On the thread of the event loop
//! half an escape sequence would stop everything until the next key, and a terminal that is gone, of
//! which every read returns at once, would keep the program busy for ever. Here neither can: another
//! thread sleeps until the line is cut, puts an end that never has anything to read in the place of
//! standard input, and tells the loop.

use std::io;
use std::pin::Pin;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll};
use std::thread::Builder;

use crossterm::event::{Event, read};
use futures_util::Stream;
use tokio::sync::mpsc::{self, Receiver, Sender};

/// Events that may wait for the loop; then the terminal waits.
const WAITING_EVENTS: usize = 1024;

type Events = Receiver<io::Result<Event>>;

/// What the thread reads while nobody listens: it cannot be ended, and no key is to be lost between
/// one screen and the next.
static LEFT: Mutex<Option<Events>> = Mutex::new(None);

fn left() -> MutexGuard<'static, Option<Events>> {
    LEFT.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The events of the terminal. The stream ends with an error where the terminal is gone.
#[derive(Debug)]
pub struct Keyboard {
    /// Taken only by `drop`.
    events: Option<Events>,
}

impl Stream for Keyboard {
    type Item = io::Result<Event>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        match &mut self.events {
            Some(events) => events.poll_recv(context),
            None => Poll::Ready(None),
        }
    }
}

impl Drop for Keyboard {
    fn drop(&mut self) {
        *left() = self.events.take();
    }
}

/// Starts to read, or goes on where somebody has read before.
///
/// # Errors
/// The platform gives no threads.
pub fn listen() -> io::Result<Keyboard> {
    if let Some(events) = left().take() {
        let events = Some(events);
        return Ok(Keyboard { events });
    }
    let (sender, events) = mpsc::channel(WAITING_EVENTS);
    #[cfg(unix)]
    watch_line(sender.clone())?;
    Builder::new()
        .name("keyboard".to_owned())
        .spawn(move || read_all(&sender))?;
    let events = Some(events);
    Ok(Keyboard { events })
}

fn read_all(sender: &Sender<io::Result<Event>>) {
    loop {
        let event = read();
        // crossterm forgets a new size where a key comes at the same moment: the signal tells of it.
        if cfg!(unix) && matches!(event, Ok(Event::Resize(..))) {
            continue;
        }
        let is_over = event.is_err();
        if sender.blocking_send(event).is_err() || is_over {
            return;
        }
    }
}

/// Tells when the other end of the terminal is closed: a signal about that may never come, as under
/// `nohup`.
#[cfg(unix)]
fn watch_line(sender: Sender<io::Result<Event>>) -> io::Result<()> {
    Builder::new().name("line".to_owned()).spawn(move || {
        let error = match wait_for_hang_up() {
            Ok(()) => io::ErrorKind::UnexpectedEof.into(),
            Err(error) => error,
        };
        let _ = sender.blocking_send(Err(error));
    })?;
    Ok(())
}

/// Returns once standard input is hung up, and leaves something in its place that can be read from
/// without an end and without work.
#[cfg(unix)]
fn wait_for_hang_up() -> io::Result<()> {
    use rustix::event::{PollFd, PollFlags, poll};
    use rustix::io::Errno;

    let line = rustix::stdio::stdin();
    loop {
        // Asked for nothing, it wakes for a hang-up only.
        let mut watched = [PollFd::new(&line, PollFlags::empty())];
        match poll(&mut watched, None) {
            Ok(_) if watched[0].revents().is_empty() => {}
            Ok(_) => break,
            Err(Errno::INTR) => {}
            Err(error) => return Err(error.into()),
        }
    }
    let (silent, writer) = rustix::pipe::pipe()?;
    rustix::stdio::dup2_stdin(&silent)?;
    // Once it is closed, the other end would have an end too.
    std::mem::forget(writer);
    Ok(())
}
