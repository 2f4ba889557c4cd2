//! The log: a file a day in the platform's state folder, never the terminal.
//!
//! What the program logs holds no key by construction. The writer is the second lock: it takes the
//! secret key out, shortens the access key, and shows control characters as escapes, so that no
//! text of the service can forge a line. Requests are logged at `info` with the fields `method`,
//! `path`, `status`, `duration_ms` and `attempt`.

use std::fs::{self, DirBuilder};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

use tracing::level_filters::LevelFilter;
use tracing::{Level, Subscriber};
use tracing_appender::non_blocking::{NonBlockingBuilder, WorkerGuard};
use tracing_appender::rolling::{RollingFileAppender, Rotation};
use tracing_subscriber::filter::Targets;
use tracing_subscriber::fmt::MakeWriter;
use tracing_subscriber::layer::SubscriberExt as _;

use crate::i18n::Text;
use crate::model::credentials::Credentials;
use crate::model::text::escape_text;
use crate::text;

/// Days for which logs are kept.
const FILES_KEPT: usize = 7;

/// What the names of the files begin and end with.
const NAME: [&str; 2] = ["mirrordeck", "log"];

/// Lines that may wait for the disk; more are dropped. The room for them is taken at once: that of
/// the crate's default, 128,000 lines, costs 4 MiB and two milliseconds.
const WAITING_LINES: usize = 8_192;

/// A shorter key would be found in ordinary words.
const SHORTEST_KEY: usize = 4;

/// What goes into the log.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum LogLevel {
    /// Nothing.
    Off,
    /// What failed.
    Error,
    /// What was odd, too.
    Warn,
    /// Each request, too.
    #[default]
    Info,
    /// Steps in between, too.
    Debug,
    /// Everything of this program.
    Trace,
}

impl LogLevel {
    /// Every level with its name.
    pub const ALL: [(&'static str, Self); 6] = [
        ("off", Self::Off),
        ("error", Self::Error),
        ("warn", Self::Warn),
        ("info", Self::Info),
        ("debug", Self::Debug),
        ("trace", Self::Trace),
    ];

    /// The level of that name; letter case does not count.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let found = Self::ALL
            .iter()
            .find(|(known, _)| known.eq_ignore_ascii_case(name));
        found.map(|(_, level)| *level)
    }

    fn filter(self) -> LevelFilter {
        match self {
            Self::Off => LevelFilter::OFF,
            Self::Error => LevelFilter::ERROR,
            Self::Warn => LevelFilter::WARN,
            Self::Info => LevelFilter::INFO,
            Self::Debug => LevelFilter::DEBUG,
            Self::Trace => LevelFilter::TRACE,
        }
    }
}

/// The log of this process: opened off the event loop's thread, since the disk may keep it waiting, and
/// closed by whoever leaves last.
pub struct Log {
    folder: Option<PathBuf>,
    level: LogLevel,
    credentials: Credentials,
    /// Whether somebody has begun to open it.
    begun: AtomicBool,
    guard: Mutex<Option<LogGuard>>,
}

impl Log {
    /// A log that is still closed.
    ///
    /// * `folder` - the platform's state folder; none where it has none.
    #[must_use]
    pub fn new(folder: Option<PathBuf>, level: LogLevel, credentials: Credentials) -> Self {
        Self {
            folder,
            level,
            credentials,
            begun: AtomicBool::new(false),
            guard: Mutex::new(None),
        }
    }

    /// Opens it, unless somebody did, and logs what is odd about the settings. Returns that and, where
    /// there can be no log, why: sentences for the status line.
    pub fn open(&self, warnings: &[Text]) -> Vec<Text> {
        if self.begun.swap(true, Ordering::Relaxed) {
            return vec![];
        }
        let opened = open(self.folder.as_deref(), self.level, &self.credentials);
        for warning in warnings {
            tracing::warn!("{warning}");
        }
        let problem = match opened {
            Ok(guard) => {
                *self.guard.lock().unwrap_or_else(PoisonError::into_inner) = Some(guard);
                None
            }
            Err(problem) => Some(problem),
        };
        warnings.iter().cloned().chain(problem).collect()
    }

    /// Writes what is still in memory, and closes it.
    pub fn close(&self) {
        drop(
            self.guard
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .take(),
        );
    }
}

/// Keeps the log open; what is still in memory is written when it is dropped.
#[must_use = "dropping it closes the log"]
pub struct LogGuard {
    _worker: WorkerGuard,
}

/// Opens the log of this process: `mirrordeck.DATE.log` in `folder`. Of older ones the last are kept,
/// seven in all. A folder that is not there yet is made for the user only. Call it once.
///
/// # Errors
/// A sentence for the status line. A program without a log works as well as one with it, so this
/// must not stop the start.
pub fn open(
    folder: Option<&Path>,
    level: LogLevel,
    credentials: &Credentials,
) -> Result<LogGuard, Text> {
    let folder = folder.ok_or_else(|| text!("terminal-no-log-home"))?;
    let cannot = |cause: &dyn std::fmt::Display| {
        text!(
            "terminal-no-log",
            folder = &*escape_text(&folder.display().to_string()),
            cause = &*escape_text(&cause.to_string())
        )
    };
    create_private(folder).map_err(|error| cannot(&error))?;
    let [prefix, suffix] = NAME;
    // Its own limit of files complains on standard error, which is the screen.
    let files = RollingFileAppender::builder()
        .rotation(Rotation::DAILY)
        .filename_prefix(prefix)
        .filename_suffix(suffix)
        .build(folder)
        .map_err(|error| cannot(&error))?;
    let (writer, worker) = NonBlockingBuilder::default()
        .buffered_lines_limit(WAITING_LINES)
        .finish(files);
    let subscriber = subscriber(writer, level, credentials);
    tracing::subscriber::set_global_default(subscriber).map_err(|error| cannot(&error))?;
    if let Err(error) = remove_oldest(folder) {
        tracing::warn!(%error, "old logs are still there");
    }
    Ok(LogGuard { _worker: worker })
}

/// Removes all logs but the last seven.
fn remove_oldest(folder: &Path) -> io::Result<()> {
    let [prefix, suffix] = NAME;
    let mut logs = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().and_then(|name| name.to_str());
        let date = name
            .and_then(|name| name.strip_prefix(prefix)?.strip_suffix(suffix))
            .filter(|date| date.len() == ".2026-11-23.".len());
        if date.is_some() {
            logs.push(path);
        }
    }
    // Dates in their names sort by time.
    logs.sort_unstable();
    let old = logs.len().saturating_sub(FILES_KEPT);
    logs[..old].iter().try_for_each(fs::remove_file)
}

/// What turns events into lines of `writer`, one write a line.
///
/// Other crates are heard from `warn` up at every level: below that, an HTTP library may log the
/// headers that it sends.
pub fn subscriber<W>(
    writer: W,
    level: LogLevel,
    credentials: &Credentials,
) -> impl Subscriber + Send + Sync + use<W>
where
    W: Write + Clone + Send + Sync + 'static,
{
    let level = level.filter();
    let filter = Targets::new()
        .with_default(level.min(LevelFilter::from_level(Level::WARN)))
        .with_target(env!("CARGO_CRATE_NAME"), level);
    let lines = tracing_subscriber::fmt::layer()
        .with_ansi(false)
        .with_writer(SafeLines::new(writer, credentials));
    tracing_subscriber::registry().with(filter).with(lines)
}

fn create_private(folder: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt as _;
        builder.mode(0o700);
    }
    builder.create(folder)
}

/// A writer of whole lines that lets no key and no control character through.
#[derive(Clone)]
struct SafeLines<W> {
    writer: W,
    credentials: Credentials,
}

impl<W> SafeLines<W> {
    fn new(writer: W, credentials: &Credentials) -> Self {
        Self {
            writer,
            credentials: credentials.clone(),
        }
    }

    fn safe(&self, line: &str) -> String {
        let mut line = line.to_owned();
        let tail = self.credentials.key_tail();
        let hidden = [
            (self.credentials.expose_secret(), "***"),
            (self.credentials.access_key(), tail.as_str()),
        ];
        for (key, shown) in hidden {
            if key.len() >= SHORTEST_KEY {
                line = line.replace(key, shown);
            }
        }
        escape_text(&line).into_owned()
    }
}

impl<W: Write> Write for SafeLines<W> {
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        let text = String::from_utf8_lossy(line);
        let mut safe = self.safe(text.strip_suffix('\n').unwrap_or(&text));
        safe.push('\n');
        self.writer.write_all(safe.as_bytes())?;
        Ok(line.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.writer.flush()
    }
}

impl<'a, W: Write + Clone + 'a> MakeWriter<'a> for SafeLines<W> {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::fs::PermissionsExt as _;

    #[test]
    fn a_new_folder_is_for_the_user_only() {
        let root = tempfile::TempDir::new().unwrap();
        let folder = root.path().join("state").join("mirrordeck");
        super::create_private(&folder).unwrap();
        super::create_private(&folder).unwrap();
        let mode = folder.metadata().unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o700);
    }
}
