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
type ToLoop = Sender<io::Result<Event>>;
/// Begins to send events.
type Start = Box<dyn FnOnce(ToLoop) -> io::Result<()> + Send>;

/// What the thread reads while nobody listens: it cannot be ended, and no key is to be lost between
/// one screen and the next.
static LEFT: Mutex<Option<Events>> = Mutex::new(None);

fn left() -> MutexGuard<'static, Option<Events>> {
    LEFT.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The events of the terminal. The stream ends with an error where the terminal is gone, or the
/// platform gives no threads.
pub struct Keyboard {
    /// Taken only by `drop`.
    events: Option<Events>,
    /// Taken when somebody listens for the first time.
    start: Option<(Start, ToLoop)>,
}

impl Stream for Keyboard {
    type Item = io::Result<Event>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if let Some((start, sender)) = self.start.take()
            && let Err(error) = start(sender)
        {
            return Poll::Ready(Some(Err(error)));
        }
        match &mut self.events {
            Some(events) => events.poll_recv(context),
            None => Poll::Ready(None),
        }
    }
}

impl Drop for Keyboard {
    fn drop(&mut self) {
        if self.start.is_none() {
            *left() = self.events.take();
        }
    }
}

/// Reads from when somebody listens to the stream for the first time: the event loop does so when the
/// first frame stands, which need not wait for threads. Goes on where somebody has read before.
pub fn listen() -> Keyboard {
    match left().take() {
        Some(events) => Keyboard {
            events: Some(events),
            start: None,
        },
        None => listen_to(Box::new(start)),
    }
}

fn listen_to(start: Start) -> Keyboard {
    let (sender, events) = mpsc::channel(WAITING_EVENTS);
    Keyboard {
        events: Some(events),
        start: Some((start, sender)),
    }
}

fn start(sender: ToLoop) -> io::Result<()> {
    #[cfg(unix)]
    watch_line(sender.clone())?;
    Builder::new()
        .name("keyboard".to_owned())
        .spawn(move || read_all(&sender))?;
    Ok(())
}

fn read_all(sender: &Sender<io::Result<Event>>) {
    loop {
        let event = read();
        // The signal tells of it, also where it came before this thread began.
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

#[cfg(test)]
mod tests {
    use std::io;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};

    use crossterm::event::Event;
    use futures_util::{FutureExt as _, StreamExt as _};

    use super::listen_to;

    #[test]
    fn nothing_is_started_before_somebody_listens() {
        let starts = Arc::new(AtomicUsize::new(0));
        let counted = Arc::clone(&starts);
        let mut events = listen_to(Box::new(move |sender| {
            counted.fetch_add(1, Ordering::Relaxed);
            let sent = sender.try_send(Ok(Event::FocusGained));
            sent.map_err(io::Error::other)
        }));
        assert_eq!(starts.load(Ordering::Relaxed), 0);
        let first = events.next().now_or_never();
        assert!(matches!(first, Some(Some(Ok(Event::FocusGained)))));
        assert!(
            events
                .next()
                .now_or_never()
                .is_some_and(|end| end.is_none())
        );
        assert_eq!(starts.load(Ordering::Relaxed), 1);
    }

    #[test]
    fn what_cannot_be_started_is_an_error_of_the_stream() {
        let mut events = listen_to(Box::new(|_| Err(io::ErrorKind::OutOfMemory.into())));
        let first = events.next().now_or_never();
        assert!(matches!(first, Some(Some(Err(_)))));
    }
}
