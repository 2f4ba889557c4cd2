//! Shows the screen for the first minutes until the user has chosen.

use futures_util::StreamExt as _;

use super::dashboard::DashboardError;
use super::event_loop::{LoopError, asked_by, is_typed};
use super::halves::Halves;
use super::input::message_of;
use super::job::{Job as _, OfShell};
use super::keyboard;
use super::signals::Signals;
use super::terminal::{self, Reports, Screen};
use crate::app::geometry::Size;
use crate::app::key::Key;
use crate::app::message::Message;
use crate::app::welcome::{Choice, Welcome};
use crate::view::welcome::draw;

/// Shows the screen; the terminal is given back in any case.
///
/// # Errors
/// The terminal refuses, or is lost.
pub fn show(welcome: Welcome) -> Result<Choice, DashboardError> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    runtime.block_on(serve(welcome))
}

async fn serve(mut welcome: Welcome) -> Result<Choice, DashboardError> {
    let mut signals = Signals::listen()?;
    let mut guard = terminal::enter(Reports::of(std::env::var("TERM").ok().as_deref(), false))?;
    let mut events = keyboard::listen();
    let mut job = OfShell::default();
    let mut halves = Halves::default();
    frame(guard.screen(), &mut welcome, &mut halves)?;
    loop {
        let message = tokio::select! {
            event = events.next() => match event {
                Some(Ok(event)) => message_of(event),
                Some(Err(error)) => return Err(LoopError::Read(error).into()),
                None => return Err(LoopError::Read(std::io::ErrorKind::UnexpectedEof.into()).into()),
            },
            signal = signals.next() => Some(asked_by(signal)),
        };
        if job.is_away() && message.as_ref().is_some_and(is_typed) {
            continue;
        }
        match message {
            Some(Message::SuspendRequested | Message::Pressed(Key::Ctrl('z'))) => {
                job.stop();
            }
            Some(Message::Continued) => job.take_again().map_err(lost)?,
            _ => {}
        }
        if let Some(choice) = message.as_ref().and_then(|message| welcome.update(message)) {
            guard.leave();
            return Ok(choice);
        }
        if job.is_away() {
            continue;
        }
        if matches!(message, Some(Message::Resized(_) | Message::Continued)) {
            // What did not fit a smaller window is gone from the screen, so all of it is drawn anew.
            let area = guard.screen().size().map_err(lost)?;
            guard.screen().resize(area.into()).map_err(lost)?;
        }
        frame(guard.screen(), &mut welcome, &mut halves)?;
    }
}

/// Draws a frame of the size that the terminal has now.
fn frame(screen: &mut Screen, welcome: &mut Welcome, halves: &mut Halves) -> Result<(), LoopError> {
    let area = screen.size().map_err(lost)?;
    let size = Size {
        columns: area.width,
        rows: area.height,
    };
    if size != welcome.size {
        welcome.update(&Message::Resized(size));
    }
    let drawn = halves.draw(screen, |frame| draw(welcome, frame));
    drawn.map_err(lost)
}

#[expect(
    clippy::needless_pass_by_value,
    reason = "it stands where results hand their errors over"
)]
fn lost(error: std::io::Error) -> LoopError {
    LoopError::Draw(error.to_string())
}
