//! The log: what it holds, what it never holds.

use crate::support::said::Said;
use std::fs;
use std::io;
use std::sync::{Arc, Mutex};

use mirrordeck::i18n::Text;
use mirrordeck::log::{self, Log, LogLevel};
use mirrordeck::model::credentials::Credentials;
use tempfile::TempDir;

use super::{ACCESS, SECRET};

#[derive(Clone, Default)]
struct Memory(Arc<Mutex<Vec<u8>>>);

impl io::Write for Memory {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().expect("no panic").extend(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The log of `events` at a level.
fn logged(level: LogLevel, events: impl FnOnce()) -> String {
    let memory = Memory::default();
    let keys = Credentials::new(ACCESS, SECRET);
    let subscriber = log::subscriber(memory.clone(), level, &keys);
    tracing::subscriber::with_default(subscriber, events);
    let bytes = memory.0.lock().expect("no panic").clone();
    String::from_utf8(bytes).expect("the log is text")
}

fn request() {
    let path = "/cloudiotcore/v1/devices/bulb/mirror?name=night";
    tracing::info!(
        target: "mirrordeck::api",
        method = "DELETE", path, status = 200, duration_ms = 38, attempt = 1, "request"
    );
}

#[test]
fn a_request_is_one_line() {
    let text = logged(LogLevel::Info, request);
    assert_eq!(text.lines().count(), 1, "{text}");
    for part in [
        " INFO mirrordeck::api: request ",
        "method=\"DELETE\"",
        "path=\"/cloudiotcore/v1/devices/bulb/mirror?name=night\"",
        "status=200",
        "duration_ms=38",
        "attempt=1",
    ] {
        assert!(text.contains(part), "{part} in {text}");
    }
}

#[test]
fn no_key_is_logged_even_where_somebody_tries() {
    let keys = Credentials::new(ACCESS, SECRET);
    let text = logged(LogLevel::Trace, || {
        tracing::trace!(target: "mirrordeck", ?keys, "signing");
        tracing::error!(target: "mirrordeck", header = ACCESS, secret = %SECRET, "{SECRET}");
    });
    assert_eq!(text.lines().count(), 2, "{text}");
    assert!(!text.contains(ACCESS) && !text.contains(SECRET), "{text}");
    assert!(text.contains("…0001") && text.contains("***"), "{text}");
}

#[test]
fn other_crates_are_heard_from_warn_up_at_every_level() {
    let events = || {
        tracing::debug!(target: "hyper::proto::h1::role", "x-ncp-apigw-signature-v2: abc");
        tracing::info!(target: "reqwest::connect", "abc");
        tracing::warn!(target: "hyper", "odd");
    };
    let text = logged(LogLevel::Trace, events);
    assert!(!text.contains("abc"), "{text}");
    assert_eq!(text.lines().count(), 1, "{text}");
    assert_eq!(logged(LogLevel::Error, events), "");
    assert_eq!(logged(LogLevel::Off, request), "");
}

#[test]
fn nobody_forges_a_line_or_steers_the_terminal_that_shows_it() {
    let text = logged(LogLevel::Info, || {
        let message = "gone\n2026-11-23T00:00:00Z  INFO mirrordeck: fine\u{1b}[2J\u{9b}\u{202e}";
        tracing::info!(target: "mirrordeck", %message, cause = %message);
    });
    assert_eq!(text.lines().count(), 1, "{text}");
    let steers = |c: char| c != '\n' && (c.is_control() || c == '\u{202e}');
    assert!(!text.contains(steers), "{text:?}");
}

#[test]
fn a_log_that_cannot_be_opened_is_a_sentence() {
    let keys = Credentials::new(ACCESS, SECRET);
    let root = TempDir::new().unwrap();
    let file = root.path().join("file");
    fs::write(&file, "").unwrap();
    let sentence = log::open(Some(&file), LogLevel::Info, &keys).err().unwrap();
    assert!(sentence.starts_with("nothing is logged: "), "{sentence}");
    let sentence = log::open(None, LogLevel::Info, &keys).err().unwrap();
    assert_eq!(
        sentence,
        "nothing is logged: this account has no home folder"
    );
}

#[test]
fn what_is_odd_is_told_once_with_or_without_a_log() {
    let log = Log::new(None, LogLevel::Info, Credentials::new(ACCESS, SECRET));
    let odd = Text::verbatim("something is odd");
    let told = log.open(std::slice::from_ref(&odd));
    assert_eq!(told.len(), 2, "{told:?}");
    assert_eq!(told[0], odd);
    assert!(told[1].starts_with("nothing is logged"), "{told:?}");
    assert!(log.open(&[odd]).is_empty());
    log.close();
}

/// The only test that may install the log of the whole process.
#[test]
fn the_log_is_a_file_a_day_in_a_folder_of_the_user() {
    let root = TempDir::new().unwrap();
    let folder = root.path().join("state").join("mirrordeck");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("mirrordeck.notes.log"), "somebody's").unwrap();
    for day in 1..=9 {
        fs::write(folder.join(format!("mirrordeck.2020-01-0{day}.log")), "old").unwrap();
    }
    let keys = Credentials::new(ACCESS, SECRET);
    let guard = log::open(Some(&folder), LogLevel::Trace, &keys).unwrap();
    request();
    drop(guard);
    let notes = folder.join("mirrordeck.notes.log");
    assert!(notes.exists(), "it is none of ours");
    let mut files: Vec<_> = fs::read_dir(&folder)
        .unwrap()
        .map(|file| file.unwrap().path())
        .filter(|path| *path != notes)
        .collect();
    files.sort();
    assert_eq!(files.len(), 7, "{files:?}");
    let today = files.last().unwrap();
    let text = fs::read_to_string(today).unwrap();
    assert!(text.contains("method=\"DELETE\""), "{today:?}: {text}");
}
