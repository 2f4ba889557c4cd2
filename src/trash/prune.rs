//! What is dropped from the trash: the oldest, and what programs that were killed have left.

use std::collections::HashSet;
use std::fs::{self, File, Metadata, TryLockError};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::error::TrashError;
use super::files::{private_options, remove, sync_folder, written_ms};
use super::names::{Entry, PRUNE_LOCK, Part, entry};
use crate::model::record::ActionId;

/// How much the trash keeps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Days for which a copy is kept.
    pub days: u32,
    /// Bytes of all copies together.
    pub bytes: u64,
}

/// 90 days and 1 GiB.
impl Default for Limits {
    fn default() -> Self {
        Self {
            days: 90,
            bytes: 1024 * 1024 * 1024,
        }
    }
}

/// What was dropped, and what is left.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pruned {
    /// The copies that were dropped, oldest first.
    pub dropped: Vec<ActionId>,
    /// Bytes over the limit that stay, since they are protected or younger than 7 days.
    pub over_by: u64,
    /// Bytes of the copies that stay.
    pub bytes: u64,
    /// Entries of the folder that are not of this program. They are never touched.
    pub foreign: usize,
    /// Another program is at it, so nothing was done and nothing else is known.
    pub skipped: bool,
}

const DAY_MS: i64 = 24 * 60 * 60 * 1000;

/// A copy that is younger than this is never dropped.
const YOUNG_MS: i64 = 7 * DAY_MS;

/// A file that is still unfinished after this time belongs to no running program.
const ABANDONED_MS: i64 = DAY_MS;

struct Copy {
    id: ActionId,
    bytes: u64,
}

/// What stands in the folder.
#[derive(Default)]
struct Contents {
    copies: Vec<Copy>,
    marks: Vec<(ActionId, Part)>,
    abandoned: Vec<PathBuf>,
    foreign: usize,
}

/// See [`super::store::Trash::prune`].
pub(super) fn prune(
    folder: &Path,
    limits: Limits,
    now_ms: i64,
    is_protected: &dyn Fn(&ActionId) -> bool,
) -> Result<Pruned, TrashError> {
    if matches!(folder.try_exists(), Ok(false)) {
        return Ok(Pruned::default());
    }
    let Some(_alone) = lock(&folder.join(PRUNE_LOCK))? else {
        return Ok(Pruned {
            skipped: true,
            ..Pruned::default()
        });
    };
    let mut contents =
        scan(folder, now_ms).map_err(|error| TrashError::cannot_read(folder, &error))?;
    contents
        .copies
        .sort_unstable_by(|one, other| one.id.cmp(&other.id));

    let mut sweep = Sweep::default();
    let mut kept = HashSet::new();
    let mut dropped = Vec::new();
    let mut bytes = contents.copies.iter().map(|copy| copy.bytes).sum::<u64>();
    for Copy { id, bytes: size } in contents.copies {
        let age_ms = now_ms.saturating_sub(id.at_ms());
        let is_due = bytes > limits.bytes || age_ms > i64::from(limits.days) * DAY_MS;
        if !is_due || age_ms < YOUNG_MS || is_protected(&id) {
            kept.insert(id);
            continue;
        }
        match sweep.remove(&folder.join(Part::Copy.file_name(&id))) {
            Removal::Done => dropped.push(id),
            Removal::WasGone => {}
            Removal::Failed => {
                kept.insert(id);
                continue;
            }
        }
        bytes -= size;
    }
    for (id, part) in contents.marks {
        // A copy that was made while the folder was read may be missing in what was read.
        let copy = folder.join(Part::Copy.file_name(&id));
        if !kept.contains(&id) && fs::symlink_metadata(copy).is_err() {
            sweep.remove(&folder.join(part.file_name(&id)));
        }
    }
    for path in contents.abandoned {
        sweep.remove(&path);
    }
    sweep.finish(folder, dropped.is_empty())?;
    Ok(Pruned {
        dropped,
        over_by: bytes.saturating_sub(limits.bytes),
        bytes,
        foreign: contents.foreign,
        skipped: false,
    })
}

/// What became of one file.
enum Removal {
    Done,
    WasGone,
    Failed,
}

/// Removes files one by one; one that does not go is no reason to leave the others.
#[derive(Default)]
struct Sweep {
    removed: bool,
    trouble: Option<TrashError>,
}

impl Sweep {
    fn remove(&mut self, path: &Path) -> Removal {
        match remove(path) {
            Ok(true) => {
                self.removed = true;
                Removal::Done
            }
            Ok(false) => Removal::WasGone,
            Err(error) => {
                let trouble = TrashError::cannot_write(path, &error);
                self.trouble.get_or_insert(trouble);
                Removal::Failed
            }
        }
    }

    /// Trouble is told only where nothing was dropped, as what was dropped must be told too; what
    /// is left over comes up again the next time.
    fn finish(self, folder: &Path, nothing_dropped: bool) -> Result<(), TrashError> {
        if self.removed {
            // Should the names come back after a power cut, they are dropped once more.
            let _ = sync_folder(folder);
        }
        match self.trouble {
            Some(trouble) if nothing_dropped => Err(trouble),
            _ => Ok(()),
        }
    }
}

/// The right to prune, or nothing where another program has it.
fn lock(path: &Path) -> Result<Option<File>, TrashError> {
    let cannot = |error: io::Error| TrashError::cannot_write(path, &error);
    let mut options = private_options();
    let file = options.create(true).truncate(false).write(true).open(path);
    let file = file.map_err(cannot)?;
    match file.try_lock() {
        Ok(()) => Ok(Some(file)),
        Err(TryLockError::WouldBlock) => Ok(None),
        Err(TryLockError::Error(error)) => Err(cannot(error)),
    }
}

fn scan(folder: &Path, now_ms: i64) -> io::Result<Contents> {
    let mut contents = Contents::default();
    for found in fs::read_dir(folder)? {
        let found = found?;
        let metadata = match found.metadata() {
            Err(error) if error.kind() == ErrorKind::NotFound => continue,
            metadata => metadata?,
        };
        match entry(&found.file_name()) {
            Entry::Lock => {}
            Entry::Foreign => contents.foreign += 1,
            _ if !metadata.is_file() => contents.foreign += 1,
            Entry::Part(id, Part::Copy) => contents.copies.push(Copy {
                id,
                bytes: metadata.len(),
            }),
            Entry::Part(id, part) => contents.marks.push((id, part)),
            Entry::Temporary => {
                if is_abandoned(&metadata, now_ms) {
                    contents.abandoned.push(found.path());
                }
            }
        }
    }
    Ok(contents)
}

fn is_abandoned(metadata: &Metadata, now_ms: i64) -> bool {
    let written_ms = written_ms(metadata);
    written_ms.is_some_and(|written_ms| now_ms.saturating_sub(written_ms) > ABANDONED_MS)
}
