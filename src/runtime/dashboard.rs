//! Opens the dashboard on a transport and runs it until it is left.

use std::hash::{BuildHasher as _, Hasher as _, RandomState};
use std::io;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use crossterm::event::EventStream;
use futures_util::stream;
use tokio::runtime::Builder;
use tokio::sync::mpsc;

use super::event_loop::{Ends, LoopError};
use super::signals::Signals;
use super::terminal::{self, TerminalError};
use super::worker::Worker;
use super::zone;
use crate::actions::points::Points;
use crate::actions::{Actions, Keeper};
use crate::api::client::Client;
use crate::api::clock::Clock;
use crate::api::http::HttpSetupError;
use crate::api::transport::Transport;
use crate::app::geometry::Size;
use crate::app::message::Message;
use crate::app::state::{AppState, Setup};
use crate::config::Settings;
use crate::model::record::Origin;
use crate::trash::store::Limits;

/// Answers that may wait for the screen.
const WAITING_MESSAGES: usize = 256;

/// How long a thread for files is kept for the next file.
const KEEP_ALIVE: Duration = Duration::from_millis(500);

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
///
/// * `data` - the folder for copies and the journal; none where the platform has none.
pub fn run<T: Transport>(settings: &Settings, transport: T, data: Option<&Path>) -> Ended {
    if let Err(error) = terminal::require_terminal() {
        return DashboardError::from(error).into();
    }
    let runtime = Builder::new_multi_thread()
        .worker_threads(2)
        // A thread that waited for the disk does not linger, to be woken only to end.
        .thread_keep_alive(KEEP_ALIVE)
        .enable_all()
        .build();
    let runtime = match runtime {
        Ok(runtime) => runtime,
        Err(error) => return DashboardError::from(error).into(),
    };
    let ended = runtime.block_on(async {
        let mut last_words = None;
        let outcome = open(settings, transport, data, &mut last_words).await;
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
    data: Option<&Path>,
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
    let limits = Limits {
        days: settings.trash_days,
        bytes: u64::from(settings.trash_mib) << 20,
    };
    let worker = Worker {
        actions: Actions {
            client,
            keeper: Keeper::new(data, limits, &clock),
            origin: Origin {
                base_url: settings.base_url.to_string(),
                key_tail: settings.account.key_tail.clone(),
                source: settings.account.source.clone(),
            },
            points: points(),
            task: None,
        },
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
        base_url: settings.base_url.to_string(),
        language: settings.language,
        zone: zone::of_user(),
        keymap: Arc::clone(&settings.keymap),
        token_prefix: format!("md-{:08x}", random & 0xffff_ffff),
        request_limit_ms: in_ms(settings.request_timeout),
        return_looks_ms: settings.look_again.iter().copied().map(in_ms).collect(),
    }
}

fn in_ms(time: Duration) -> u64 {
    u64::try_from(time.as_millis()).unwrap_or(u64::MAX)
}

/// A build for tests may be told to hold an action at a marked point, where the test then kills the
/// program: `MIRRORDECK_HOLD_AT=copied:FILE` writes FILE when the point is reached. A release build
/// knows nothing of it.
#[cfg(debug_assertions)]
fn points() -> Points {
    let Ok(asked) = std::env::var("MIRRORDECK_HOLD_AT") else {
        return Points::default();
    };
    let Some((name, file)) = asked.split_once(':') else {
        return Points::default();
    };
    let (held, file) = (name.parse().ok(), std::path::PathBuf::from(file));
    Points::asking(move |point| {
        let goes_on = held != Some(point);
        if !goes_on && let Err(error) = std::fs::write(&file, "held") {
            tracing::error!(%error, "that an action is held could not be written");
        }
        goes_on
    })
}

#[cfg(not(debug_assertions))]
fn points() -> Points {
    Points::default()
}
