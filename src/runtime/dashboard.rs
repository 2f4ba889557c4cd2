//! Opens the dashboard on a transport and runs it until it is left.

use std::error::Error;
use std::fmt;
use std::hash::{BuildHasher as _, Hasher as _, RandomState};
use std::io;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use crossterm::event::Event;
use futures_util::StreamExt as _;
use futures_util::stream::{self, BoxStream};
use tokio::runtime::Builder;
use tokio::sync::mpsc::{self, WeakSender};

use super::background::{self, WithoutAnswer};
use super::clipboard::ClipboardWriter;
use super::event_loop::{Ends, LoopError};
use super::job::OfShell;
use super::keyboard;
use super::signals::Signals;
use super::terminal::{self, Reports, TerminalError};
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
use crate::config::{Appearance, Settings};
use crate::i18n::Text;
use crate::model::clipboard::Clipboard;
use crate::model::colour::Depth;
use crate::model::record::Origin;
use crate::text;
use crate::trash::store::Limits;

/// Answers that may wait for the screen.
const WAITING_MESSAGES: usize = 256;

/// How long a thread for files is kept for the next file.
const KEEP_ALIVE: Duration = Duration::from_millis(500);

/// Why the dashboard ended before its time.
#[derive(Debug)]
pub enum DashboardError {
    /// No terminal, or one that refuses.
    Terminal(TerminalError),
    /// The platform gives no threads or signals.
    SetUp(io::Error),
    /// Time limits that cannot work.
    Http(HttpSetupError),
    /// The terminal was lost, or a task crashed.
    Loop(LoopError),
}

impl DashboardError {
    /// What happened.
    #[must_use]
    pub fn text(&self) -> Text {
        match self {
            Self::Terminal(error) => error.text(),
            Self::SetUp(error) => text!("terminal-no-set-up", cause = error.to_string()),
            Self::Http(error) => error.text(),
            Self::Loop(error) => error.text(),
        }
    }
}

impl fmt::Display for DashboardError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.text().fmt(f)
    }
}

impl Error for DashboardError {}

impl From<TerminalError> for DashboardError {
    fn from(error: TerminalError) -> Self {
        Self::Terminal(error)
    }
}

impl From<io::Error> for DashboardError {
    fn from(error: io::Error) -> Self {
        Self::SetUp(error)
    }
}

impl From<HttpSetupError> for DashboardError {
    fn from(error: HttpSetupError) -> Self {
        Self::Http(error)
    }
}

impl From<LoopError> for DashboardError {
    fn from(error: LoopError) -> Self {
        Self::Loop(error)
    }
}

/// How the dashboard ended.
#[derive(Debug)]
pub struct Ended {
    /// Why it ended before its time, if it did; the terminal is given back in any case.
    pub outcome: Result<(), DashboardError>,
    /// What must still be said now that the screen is back: a deletion whose end was not seen.
    pub last_words: Option<Text>,
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
/// * `open_log` - called on another thread once the first frame stands, and never where none does; returns
///   what the status line has to say.
pub fn run<T: Transport>(
    settings: &Settings,
    transport: T,
    data: Option<&Path>,
    open_log: impl FnOnce() -> Vec<Text> + Send + 'static,
) -> Ended {
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
        let outcome = open(settings, transport, data, open_log, &mut last_words).await;
        Ended {
            outcome,
            last_words,
        }
    });
    // Reads that nobody waits for any more are not seen through.
    runtime.shutdown_background();
    ended
}

async fn open<T: Transport>(
    settings: &Settings,
    transport: T,
    data: Option<&Path>,
    open_log: impl FnOnce() -> Vec<Text> + Send + 'static,
    last_words: &mut Option<Text>,
) -> Result<(), DashboardError> {
    let signals = Signals::listen()?;
    if settings.appearance.depth == Depth::None {
        // Else even a frame without colours would end by setting those of the terminal.
        crossterm::style::force_color_output(false);
    }
    let term = std::env::var("TERM").ok();
    let mut guard = terminal::enter(Reports::of(term.as_deref(), settings.mouse))?;
    let area = guard.screen().get_frame().area();
    let size = Size {
        columns: area.width,
        rows: area.height,
    };
    let mut state = AppState::new(setup(settings), size);
    state.look = Arc::clone(&settings.appearance.look);
    let (to_worker, effects) = mpsc::unbounded_channel();
    let (to_loop, messages) = mpsc::channel(WAITING_MESSAGES);
    let events = events(&settings.appearance, to_loop.downgrade());
    let signals = Box::pin(stream::unfold(signals, async |mut signals| {
        let signal = signals.next().await;
        Some((signal, signals))
    }));
    let ends = Ends {
        events,
        signals,
        job: OfShell::default(),
        messages,
        effects: to_worker,
        clipboard: ClipboardWriter::of_terminal(state.setup.clipboard),
    };
    let begin = || {
        let worker = worker(settings, transport, data);
        tokio::spawn(async move {
            // Requests wait until they can be logged; keys do not wait for a folder that hangs.
            let opened = tokio::task::spawn_blocking(open_log).await;
            let warnings = opened.unwrap_or_default();
            if !warnings.is_empty() {
                let warned = Message::Warned(Text::joined(warnings, "; "));
                let _ = to_loop.send(warned).await;
            }
            worker.run(effects, to_loop).await;
        });
    };
    let outcome = ends.run(guard.screen(), &mut state, begin).await;
    *last_words = state.last_words();
    guard.leave();
    Ok(outcome?)
}

/// What performs the effects of the dashboard.
fn worker<T: Transport>(settings: &Settings, transport: T, data: Option<&Path>) -> Worker<T> {
    let clock = Clock::system();
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
    Worker {
        actions: Actions {
            client,
            keeper: Keeper::new(data, limits, &clock),
            origin: Origin {
                base_url: settings.base_url.to_string(),
                key_tail: settings.account.key_tail.clone(),
                // Copies and journal are in English.
                source: settings.account.source.to_string(),
            },
            points: points(),
            task: None,
        },
        clock,
        page_size: settings.page_size,
    }
}

/// The events of the terminal. Where the look follows its ground, the terminal is asked for it once
/// the first frame stands, and its answer becomes a message.
fn events(
    appearance: &Appearance,
    to_loop: WeakSender<Message>,
) -> BoxStream<'static, io::Result<Event>> {
    if !appearance.follows_ground {
        return keyboard::listen().boxed();
    }
    let appearance = appearance.clone();
    let report = move |ground| {
        // Weak, so that the loop still learns that the worker is gone; then nobody needs a look.
        let Some(to_loop) = to_loop.upgrade() else {
            return true;
        };
        let Ok(room) = to_loop.try_reserve() else {
            return false;
        };
        room.send(Message::LookChosen(Arc::new(appearance.on(ground))));
        true
    };
    WithoutAnswer::new(keyboard::listen(), background::ask, report).boxed()
}

fn setup(settings: &Settings) -> Setup {
    // Each hasher has keys of its own from the system's randomness.
    let random = RandomState::new().build_hasher().finish();
    Setup {
        account: settings.account.clone(),
        base_url: settings.base_url.to_string(),
        language: settings.language,
        clipboard: clipboard(),
        zone: zone::of_user(),
        keymap: Arc::clone(&settings.keymap),
        token_prefix: format!("md-{:08x}", random & 0xffff_ffff),
        request_limit_ms: in_ms(settings.request_timeout),
        watch_ms: in_ms(settings.watch_every),
        return_looks_ms: settings.look_again.iter().copied().map(in_ms).collect(),
    }
}

/// What lies between the program and the clipboard.
fn clipboard() -> Clipboard {
    Clipboard::of(&|name| std::env::var_os(name).map(|value| value.to_string_lossy().into_owned()))
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
