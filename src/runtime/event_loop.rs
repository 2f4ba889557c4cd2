//! The loop: something happens, the state changes, a frame is drawn; otherwise it sleeps.

use std::future::poll_fn;
use std::io;
use std::task::Poll;
use std::time::Duration;

use crossterm::event::Event;
use futures_util::{Stream, StreamExt as _};
use ratatui::Terminal;
use ratatui::backend::Backend;
use tokio::sync::mpsc::{Receiver, UnboundedSender};
use tokio::time::Instant;

use super::input::message_of;
use crate::app::effect::Effect;
use crate::app::geometry::Size;
use crate::app::message::Message;
use crate::app::state::{AppState, End};
use crate::app::update::update;
use crate::view::view;

/// Messages that are applied before the next frame at most, so that a flood cannot keep the screen
/// from being drawn.
const BATCH: usize = 256;

/// How long a dialog must have stood on the screen before keys count: what arrives sooner was on its
/// way before anybody could have read it.
const BEFORE_KEYS_COUNT: Duration = Duration::from_millis(100);

/// Why the loop ended before its time.
#[derive(Debug, thiserror::Error)]
pub enum LoopError {
    /// The screen could not be drawn.
    #[error("the terminal cannot be written to: {0}")]
    Draw(String),
    /// The keyboard could not be read.
    #[error("the terminal cannot be read from: {0}")]
    Read(#[source] io::Error),
    /// The background task is gone.
    #[error("the background task ended; the log has the cause")]
    WorkerGone,
}

/// Where the loop gets its messages from and leaves its effects.
pub struct Ends<K, S> {
    /// Events of the terminal.
    pub events: K,
    /// Yields when the system asks for the end.
    pub signals: S,
    /// From the worker.
    pub messages: Receiver<Message>,
    /// To the worker.
    pub effects: UnboundedSender<Effect>,
}

impl<K, S> Ends<K, S>
where
    K: Stream<Item = io::Result<Event>> + Unpin,
    S: Stream<Item = ()> + Unpin,
{
    /// Runs until the state says that it is time to leave. The first frame is drawn before
    /// anything is asked for.
    ///
    /// # Errors
    /// See [`LoopError`].
    pub async fn run<B: Backend>(
        mut self,
        terminal: &mut Terminal<B>,
        state: &mut AppState,
    ) -> Result<(), LoopError> {
        self.draw(terminal, state, false)?;
        self.apply(state, Message::Started)?;
        let mut counts_from = None;
        while state.end != End::Now {
            let message = self.next(counts_from).await?;
            if matches!(message, Some(Message::Drawn)) {
                counts_from = None;
            }
            let resized = self.apply_all(state, message).await?;
            if state.end == End::Now {
                break;
            }
            self.draw(terminal, state, resized)?;
            if state.awaits_drawing() {
                counts_from.get_or_insert_with(|| Instant::now() + BEFORE_KEYS_COUNT);
            }
        }
        Ok(())
    }

    async fn next(&mut self, counts_from: Option<Instant>) -> Result<Option<Message>, LoopError> {
        let drawn = async {
            match counts_from {
                Some(moment) => tokio::time::sleep_until(moment).await,
                None => std::future::pending().await,
            }
        };
        tokio::select! {
            // In this order, so that what was typed too early is gone before keys count.
            biased;
            event = self.events.next() => of_event(event),
            Some(()) = self.signals.next() => Ok(Some(Message::EndRequested)),
            message = self.messages.recv() => message.map(Some).ok_or(LoopError::WorkerGone),
            () = drawn => Ok(Some(Message::Drawn)),
        }
    }

    /// Applies a message and whatever else is there already, so that one frame serves them all.
    /// Says whether the terminal was resized.
    async fn apply_all(
        &mut self,
        state: &mut AppState,
        first: Option<Message>,
    ) -> Result<bool, LoopError> {
        let mut message = first;
        let mut resized = false;
        for left in (0..BATCH).rev() {
            if let Some(message) = message {
                resized |= matches!(message, Message::Resized(_));
                self.apply(state, message)?;
            }
            // What is taken from its queue must be applied, so the last time nothing is.
            if state.end == End::Now || left == 0 {
                break;
            }
            // Polled with the waker of this task: crossterm keeps the first that it gets.
            let event = poll_fn(|context| Poll::Ready(self.events.poll_next_unpin(context))).await;
            message = if let Poll::Ready(event) = event {
                of_event(event)?
            } else if let Ok(message) = self.messages.try_recv() {
                Some(message)
            } else {
                break;
            };
        }
        Ok(resized)
    }

    /// Draws a frame; all of it anew where the terminal was resized. A window that was smaller for
    /// a moment is as large as before, but what did not fit is gone from it.
    fn draw<B: Backend>(
        &self,
        terminal: &mut Terminal<B>,
        state: &mut AppState,
        resized: bool,
    ) -> Result<(), LoopError> {
        let failed = |error: B::Error| LoopError::Draw(error.to_string());
        let area = terminal.size().map_err(failed)?;
        let size = Size {
            columns: area.width,
            rows: area.height,
        };
        // No event tells of a change before the keyboard was listened to.
        if size != state.size {
            self.apply(state, Message::Resized(size))?;
        }
        if resized {
            terminal.resize(area.into()).map_err(failed)?;
        }
        let drawn = terminal.draw(|frame| view(state, frame));
        drawn.map(|_| ()).map_err(failed)
    }

    fn apply(&self, state: &mut AppState, message: Message) -> Result<(), LoopError> {
        for effect in update(state, message) {
            self.effects
                .send(effect)
                .map_err(|_| LoopError::WorkerGone)?;
        }
        Ok(())
    }
}

fn of_event(event: Option<io::Result<Event>>) -> Result<Option<Message>, LoopError> {
    match event {
        Some(Ok(event)) => Ok(message_of(event)),
        Some(Err(error)) => Err(LoopError::Read(error)),
        None => Err(LoopError::Read(io::ErrorKind::UnexpectedEof.into())),
    }
}
