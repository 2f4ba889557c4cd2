//! Opens the dashboard on a transport and runs it until it is left.

use std::hash::{BuildHasher as _, Hasher as _, RandomState};
use std::io;

use crossterm::event::EventStream;
use futures_util::stream;
use jiff::tz::TimeZone;
use tokio::runtime::Builder;
use tokio::sync::mpsc;

use super::event_loop::{Ends, LoopError};
use super::signals::Signals;
use super::terminal::{self, TerminalError};
use super::worker::Worker;
use crate::api::client::Client;
use crate::api::clock::Clock;
use crate::api::http::HttpSetupError;
use crate::api::transport::Transport;
use crate::app::geometry::Size;
use crate::app::message::Message;
use crate::app::state::{AppState, Setup};
use crate::config::Settings;

/// Answers that may wait for the screen.
const WAITING_MESSAGES: usize = 256;

/// Why the dashboard ended before its time.
#[derive(Debug, thiserror::Error)]
pub enum DashboardError {
    /// No terminal, or one that refuses.
    #[error(transparent)]
    Terminal(#[from] TerminalError),
    /// The platform gives no threads or signals.
    #[error("the program could not set itself up: {0}")]
    SetUp(#[from] io::Error),
    /// Time limits that cannot work.
    #[error(transparent)]
    Http(#[from] HttpSetupError),
    /// The terminal was lost, or a task crashed.
    #[error(transparent)]
    Loop(#[from] LoopError),
}

/// How the dashboard ended.
#[derive(Debug)]
pub struct Ended {
    /// Why it ended before its time, if it did; the terminal is given back in any case.
    pub outcome: Result<(), DashboardError>,
    /// What must still be said now that the screen is back: a deletion whose end was not seen.
    pub last_words: Option<String>,
}

impl From<DashboardError> for Ended {
    fn from(error: DashboardError) -> Self {
        Self {
            outcome: Err(error),
            last_words: None,
        }
    }
}

/// Opens the dashboard and runs it until the user leaves.
pub fn run<T: Transport>(settings: &Settings, transport: T) -> Ended {
    if let Err(error) = terminal::require_terminal() {
        return DashboardError::from(error).into();
    }
    let runtime = Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build();
    let runtime = match runtime {
        Ok(runtime) => runtime,
        Err(error) => return DashboardError::from(error).into(),
    };
    let ended = runtime.block_on(async {
        let mut last_words = None;
        let outcome = open(settings, transport, &mut last_words).await;
        Ended {
            outcome,
            last_words,
        }
    });
    // Reads that nobody waits for any more are not seen through.
    runtime.shutdown_background();
    if let Some(words) = &ended.last_words {
        tracing::info!(%words, "said after the screen was given back");
    }
    ended
}

async fn open<T: Transport>(
    settings: &Settings,
    transport: T,
    last_words: &mut Option<String>,
) -> Result<(), DashboardError> {
    let signals = Signals::listen()?;
    let clock = Clock::system();
    let mut guard = terminal::enter()?;
    let size = guard.screen().size()?;
    let mut state = AppState::new(
        setup(settings),
        Size {
            columns: size.width,
            rows: size.height,
        },
    );
    let (to_worker, effects) = mpsc::unbounded_channel();
    let (to_loop, messages) = mpsc::channel(WAITING_MESSAGES);
    let client = Client::new(
        transport,
        &settings.base_url,
        settings.credentials.clone(),
        clock.clone(),
        settings.in_flight,
        settings.read_only,
    );
    let worker = Worker {
        client,
        clock,
        page_size: settings.page_size,
    };
    tokio::spawn(worker.run(effects, to_loop.clone()));
    if !settings.warnings.is_empty() {
        let warned = Message::Warned(settings.warnings.join("; "));
        // The channel is new and empty, so there is room.
        let _ = to_loop.try_send(warned);
    }
    drop(to_loop);
    let signals = Box::pin(stream::unfold(signals, async |mut signals| {
        signals.next().await;
        Some(((), signals))
    }));
    let ends = Ends {
        events: EventStream::new(),
        signals,
        messages,
        effects: to_worker,
    };
    let outcome = ends.run(guard.screen(), &mut state).await;
    *last_words = state.last_words();
    guard.leave();
    Ok(outcome?)
}

fn setup(settings: &Settings) -> Setup {
    // Each hasher has keys of its own from the system's randomness.
    let random = RandomState::new().build_hasher().finish();
    Setup {
        account: settings.account.clone(),
        zone: TimeZone::system(),
        token_prefix: format!("md-{:08x}", random & 0xffff_ffff),
        request_limit_ms: u64::try_from(settings.request_timeout.as_millis()).unwrap_or(u64::MAX),
    }
}
