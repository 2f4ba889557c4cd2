//! What is kept on disk of every deletion.

#![allow(clippy::unwrap_used, reason = "helpers of tests may panic as tests do")]

mod any_bytes;
mod damage;
mod groups;
mod journal;
mod keeping;
mod listing;
mod marks;
mod pruning;
mod recovery;
mod runs;
mod sharing;
mod torn;

use std::fs;
use std::path::{Path, PathBuf};

use mirrordeck::i18n::Text;
use mirrordeck::model::outcome::Word;
use mirrordeck::model::record::{
    ActionId, ActionKind, CopyHead, End, Event, Intent, Origin, Record,
};
use mirrordeck::trash::journal::Journal;
use mirrordeck::trash::store::Trash;
use tempfile::TempDir;

use crate::support::fixtures::{NOW_MS, mirror_id};

const DAY_MS: i64 = 24 * 60 * 60 * 1000;

/// A data folder of its own for each test.
struct Data {
    root: TempDir,
}

impl Data {
    fn new() -> Self {
        Self {
            root: TempDir::new().unwrap(),
        }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.root.path().join(name)
    }

    fn trash(&self) -> Trash {
        Trash::new(self.path("trash"))
    }

    /// Where the trash has a part of a deletion.
    fn part(&self, id: &ActionId, ending: &str) -> PathBuf {
        self.path("trash").join(format!("{id}.{ending}"))
    }

    fn journal(&self) -> Journal {
        Journal::new(self.path("journal.jsonl"))
    }
}

/// The id of something done so many days ago.
fn id(days_ago: i64, chance: u64) -> ActionId {
    ActionId::new(NOW_MS - days_ago * DAY_MS, chance)
}

fn origin() -> Origin {
    Origin {
        base_url: "https://cloudiotcore.apigw.ntruss.com/cloudiotcore/v1".to_owned(),
        key_tail: "…0001".to_owned(),
        source: "profile 공장".to_owned(),
    }
}

fn head(id: &ActionId, device: &str, mirror: Option<&str>, body: &[u8]) -> CopyHead {
    CopyHead {
        id: id.clone(),
        origin: origin(),
        target: mirror_id(device, mirror),
        version: Some(u64::MAX),
        read_at_ms: NOW_MS - 4000,
        token: Some("온실-7".to_owned()),
        bytes: body.len() as u64,
    }
}

/// Keeps a copy of so many bytes, the default mirror of `bulb`.
fn keep(trash: &Trash, id: &ActionId, bytes: usize) {
    let body = vec![b'x'; bytes];
    trash.keep(&head(id, "bulb", None, &body), &body).unwrap();
}

/// What is in a folder, by name.
fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[cfg(unix)]
fn mode(path: &Path) -> u32 {
    use std::os::unix::fs::PermissionsExt as _;
    path.metadata().unwrap().permissions().mode() & 0o777
}

fn record(id: &ActionId, event: Event) -> Record {
    Record {
        at_ms: id.at_ms(),
        id: id.clone(),
        run: ActionId::new(NOW_MS, 99),
        event,
    }
}

fn intended(id: &ActionId, mirror: Option<&str>) -> Record {
    let intent = Intent {
        kind: ActionKind::Delete,
        origin: origin(),
        target: mirror_id("온실-07", mirror),
        copy: id.clone(),
        copy_version: Some(14),
        lock: Some(14),
        task: None,
        token: Some("t-1".to_owned()),
    };
    record(id, Event::Intended(Box::new(intent)))
}

fn end(word: Word) -> End {
    End {
        word,
        reason: Text::verbatim("token came back"),
        version: Some(14),
        attempts: 1,
        duration_ms: 87,
    }
}

fn ended(id: &ActionId, word: Word) -> Record {
    record(id, Event::Ended(end(word)))
}
