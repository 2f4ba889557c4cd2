//! The loop: something happens, the state changes, a frame is drawn; otherwise it sleeps.

mod error;

use std::future::poll_fn;
use std::io;
use std::task::Poll;
use std::time::Duration;

use crossterm::event::Event;
use futures_util::{Stream, StreamExt as _};
use ratatui::Terminal;
use ratatui::backend::Backend;
use ratatui::layout::Rect;
use tokio::sync::mpsc::{Receiver, UnboundedSender};
use tokio::time::Instant;

pub use error::LoopError;

use super::clipboard::ClipboardWriter;
use super::halves::Halves;
use super::input::message_of;
use super::job::Job;
use super::pace::Pace;
use super::signals::Signal;
use crate::app::effect::Effect;
use crate::app::geometry::Size;
use crate::app::message::Message;
use crate::app::state::{AppState, End};
use crate::app::update::update;
use crate::view::{pointed, view};

/// Messages that are applied before the next frame at most, so that a flood cannot keep the screen
/// from being drawn.
const BATCH: usize = 256;

/// How long a dialog must have stood on the screen before keys count: what arrives sooner was on its
/// way before anybody could have read it.
const BEFORE_KEYS_COUNT: Duration = Duration::from_millis(100);

/// The least time between two frames that no key has asked for. While a sweep or a run goes on,
/// answers come by the hundred a second; a key never waits for it.
const BETWEEN_FRAMES: Duration = Duration::from_millis(33);

/// What the loop was woken by.
#[expect(
    clippy::large_enum_variant,
    reason = "there is one at a time, and it is moved at once"
)]
enum Came {
    /// Something happened; nothing for an event without a meaning.
    Message(Option<Message>),
    /// The time for a frame that had to wait.
    FrameDue,
}

/// What a batch of messages was about.
#[derive(Default)]
struct Batch {
    /// The terminal was resized.
    resized: bool,
    /// Somebody waits for the frame.
    by_user: bool,
}

/// Where the loop gets its messages from and leaves its effects.
pub struct Ends<K, S, J> {
    /// Events of the terminal.
    pub events: K,
    /// Yields what the system asks for.
    pub signals: S,
    /// Stops the program, and takes the terminal again when it goes on.
    pub job: J,
    /// From the worker.
    pub messages: Receiver<Message>,
    /// To the worker.
    pub effects: UnboundedSender<Effect>,
    /// To the terminal's clipboard; between two frames, never within one.
    pub clipboard: ClipboardWriter,
}

impl<K, S, J> Ends<K, S, J>
where
    K: Stream<Item = io::Result<Event>> + Unpin,
    S: Stream<Item = Signal> + Unpin,
    J: Job,
{
    /// Runs until the state says that it is time to leave. The first frame is drawn before
    /// anything is asked for.
    ///
    /// * `begin` - starts what the first frame need not wait for: called once it stands.
    ///
    /// # Errors
    /// See [`LoopError`].
    pub async fn run<B: Backend>(
        mut self,
        terminal: &mut Terminal<B>,
        state: &mut AppState,
        begin: impl FnOnce(),
    ) -> Result<(), LoopError> {
        let mut halves = Halves::default();
        let outcome = match self.draw(terminal, state, &mut halves, false) {
            Ok(()) => {
                begin();
                self.serve(terminal, state, &mut halves).await
            }
            Err(error) => Err(error),
        };
        if outcome.is_err() {
            self.see_action_through(state).await;
        }
        outcome
    }

    async fn serve<B: Backend>(
        &mut self,
        terminal: &mut Terminal<B>,
        state: &mut AppState,
        halves: &mut Halves,
    ) -> Result<(), LoopError> {
        self.apply(state, Message::Started)?;
        let mut drawn: Option<(u32, Instant)> = None;
        let mut next_frame = Instant::now();
        let mut due: Option<Instant> = None;
        let mut resized = false;
        let mut pace = Pace::default();
        while state.end != End::Now {
            let now = match self.next(drawn, due).await? {
                Came::FrameDue => true,
                Came::Message(message) => {
                    let batch = self.apply_all(terminal, state, message, &mut pace).await?;
                    resized |= batch.resized;
                    batch.by_user || Instant::now() >= next_frame
                }
            };
            if state.end == End::Now {
                break;
            }
            if self.job.is_away() {
                // The screen is somebody else's; whatever there is to be seen is drawn afterwards.
                due = None;
                continue;
            }
            if !now {
                due = Some(next_frame);
                continue;
            }
            self.draw(terminal, state, halves, resized)?;
            pace.drawn(Instant::now());
            (resized, due) = (false, None);
            next_frame = Instant::now() + BETWEEN_FRAMES;
            let awaited = state.awaits_drawing();
            if drawn.map(|(drawing, _)| drawing) != awaited {
                drawn = awaited.map(|drawing| (drawing, Instant::now() + BEFORE_KEYS_COUNT));
            }
        }
        Ok(())
    }

    /// The terminal is gone. A change on the wire is still waited for, as at `q`.
    async fn see_action_through(&mut self, state: &mut AppState) {
        if !state.is_changing() {
            return;
        }
        state.end = End::Running;
        let mut message = Some(Message::EndRequested);
        while let Some(next) = message {
            if self.apply(state, next).is_err() || state.end == End::Now {
                return;
            }
            message = self.messages.recv().await;
        }
    }

    async fn next(
        &mut self,
        drawn: Option<(u32, Instant)>,
        due: Option<Instant>,
    ) -> Result<Came, LoopError> {
        let frame_due = async {
            match due {
                Some(moment) => tokio::time::sleep_until(moment).await,
                None => std::future::pending().await,
            }
        };
        let has_stood = async {
            match drawn {
                Some((drawing, moment)) => {
                    tokio::time::sleep_until(moment).await;
                    drawing
                }
                None => std::future::pending().await,
            }
        };
        tokio::select! {
            // In this order, so that what was typed too early is gone before keys count.
            biased;
            event = self.events.next() => of_event(event).map(Came::Message),
            Some(signal) = self.signals.next() => Ok(Came::Message(Some(asked_by(signal)))),
            () = frame_due => Ok(Came::FrameDue),
            message = self.messages.recv() => match message {
                Some(message) => Ok(Came::Message(Some(message))),
                None => Err(LoopError::WorkerGone),
            },
            drawing = has_stood => Ok(Came::Message(Some(Message::Drawn(drawing)))),
        }
    }

    /// Applies a message and whatever else is there already, so that one frame serves them all.
    async fn apply_all<B: Backend>(
        &mut self,
        terminal: &Terminal<B>,
        state: &mut AppState,
        first: Option<Message>,
        pace: &mut Pace,
    ) -> Result<Batch, LoopError> {
        let mut next = Some(first);
        let mut batch = Batch::default();
        let mut applied = 0;
        // What is taken from its queue is applied, so nothing is taken once the batch is full.
        while let Some(message) = next.take() {
            if let Some(message) = message {
                let message = pace.weigh(message, Instant::now());
                batch.resized |= matches!(message, Message::Resized(_) | Message::Continued);
                batch.by_user |= is_by_user(&message);
                // Keys that were pressed on seeing a larger window may come before the news of it.
                if is_typed(&message) && !state.size.is_enough() && !self.job.is_away() {
                    self.take_size(terminal, state)?;
                }
                self.apply(state, message)?;
            }
            applied += 1;
            if state.end != End::Now && applied < BATCH {
                next = self.ready().await?;
            }
        }
        Ok(batch)
    }

    /// What is there already: nothing, or an event (which may mean nothing) or a message.
    async fn ready(&mut self) -> Result<Option<Option<Message>>, LoopError> {
        let event = poll_fn(|context| Poll::Ready(self.events.poll_next_unpin(context))).await;
        if let Poll::Ready(event) = event {
            return Ok(Some(of_event(event)?));
        }
        Ok(self.messages.try_recv().ok().map(Some))
    }

    fn apply(&mut self, state: &mut AppState, message: Message) -> Result<(), LoopError> {
        let outcomes = state.outcomes;
        if message == Message::Continued {
            let taken = self.job.take_again();
            taken.map_err(|error| LoopError::Draw(error.to_string()))?;
        }
        if self.job.is_away() && is_typed(&message) {
            // It was meant for the shell, and nobody sees what it would act on.
            return Ok(());
        }
        let message = match message {
            Message::Mouse(mouse) => pointed(state, mouse),
            message => message,
        };
        for effect in update(state, message) {
            match effect {
                Effect::Copy { bytes } => {
                    let unable = |error: io::Error| LoopError::Draw(error.to_string());
                    self.clipboard.copy(&bytes).map_err(unable)?;
                }
                Effect::Suspend => {
                    if !self.job.stop() {
                        self.apply(state, Message::NotSuspended)?;
                    }
                }
                effect => self
                    .effects
                    .send(effect)
                    .map_err(|_| LoopError::WorkerGone)?,
            }
        }
        if state.outcomes != outcomes
            && let Some(notice) = &state.notice
        {
            tracing::info!(outcome = %notice.text, "an outcome was said");
        }
        Ok(())
    }

    /// Draws a frame of the size that the terminal has now: the event about a new one may be on its
    /// way, or came before anybody listened. After a resize all of it is drawn anew: a window that
    /// was smaller for a moment may be as large as before, but what did not fit is gone from it.
    fn draw<B: Backend>(
        &mut self,
        terminal: &mut Terminal<B>,
        state: &mut AppState,
        halves: &mut Halves,
        resized: bool,
    ) -> Result<(), LoopError> {
        let unable = |error: B::Error| LoopError::Draw(error.to_string());
        let size = self.take_size(terminal, state)?;
        if resized {
            // Not `clear`, which asks the terminal for its cursor and waits for the answer.
            let area = Rect::new(0, 0, size.columns, size.rows);
            terminal.resize(area).map_err(unable)?;
        }
        let drawn = halves.draw(terminal, |frame| view(state, frame));
        drawn.map_err(unable)
    }

    /// The size that the terminal has now, whatever was heard of it.
    fn take_size<B: Backend>(
        &mut self,
        terminal: &Terminal<B>,
        state: &mut AppState,
    ) -> Result<Size, LoopError> {
        let area = terminal
            .size()
            .map_err(|error: B::Error| LoopError::Draw(error.to_string()))?;
        let size = Size {
            columns: area.width,
            rows: area.height,
        };
        if size != state.size {
            self.apply(state, Message::Resized(size))?;
        }
        Ok(size)
    }
}

/// Whether somebody sits before the screen and waits for what it leads to.
fn is_by_user(message: &Message) -> bool {
    matches!(
        message,
        Message::Pressed(_)
            | Message::Hasty(..)
            | Message::Pasted(_)
            | Message::Resized(_)
            | Message::Mouse(_)
            | Message::Drawn(_)
            | Message::Continued
            | Message::EndRequested
    )
}

/// Whether a message is what somebody did at the terminal.
pub(super) fn is_typed(message: &Message) -> bool {
    matches!(
        message,
        Message::Pressed(_) | Message::Hasty(..) | Message::Pasted(_) | Message::Mouse(_)
    )
}

/// What a signal asks for, as a message.
pub(super) fn asked_by(signal: Signal) -> Message {
    match signal {
        Signal::Interrupt | Signal::Terminate | Signal::HangUp => Message::EndRequested,
        Signal::Suspend => Message::SuspendRequested,
        Signal::Continue => Message::Continued,
        Signal::Resized(columns, rows) => Message::Resized(Size { columns, rows }),
    }
}

fn of_event(event: Option<io::Result<Event>>) -> Result<Option<Message>, LoopError> {
    match event {
        Some(Ok(event)) => Ok(message_of(event)),
        Some(Err(error)) => Err(LoopError::Read(error)),
        None => Err(LoopError::Read(io::ErrorKind::UnexpectedEof.into())),
    }
}
