//! Events of the terminal, read by a thread of their own.
//!
//! crossterm 0.29 reads in a loop that ends only with a whole event. On the thread of the event loop
//! half an escape sequence would stop everything until the next key, and a terminal that is gone, of
//! which every read returns at once, would keep the program busy for ever. Here neither can: another
//! thread sleeps until the line is cut, puts an end that never has anything to read in the place of
//! standard input, and tells the loop.

use std::io;
use std::task::Poll;
use std::thread::Builder;

use crossterm::event::{Event, read};
use futures_util::{Stream, stream};
use tokio::sync::mpsc::{self, Sender};

/// Events that may wait for the loop; then the terminal waits.
const WAITING_EVENTS: usize = 1024;

/// Starts to read. The stream ends with an error where the terminal is gone.
///
/// # Errors
/// The platform gives no threads.
pub fn listen() -> io::Result<impl Stream<Item = io::Result<Event>> + Unpin> {
    let (sender, mut events) = mpsc::channel(WAITING_EVENTS);
    #[cfg(unix)]
    watch_line(sender.clone())?;
    Builder::new()
        .name("keyboard".to_owned())
        .spawn(move || read_all(&sender))?;
    Ok(stream::poll_fn(move |context| {
        match events.poll_recv(context) {
            Poll::Ready(event) => Poll::Ready(event),
            Poll::Pending => Poll::Pending,
        }
    }))
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
