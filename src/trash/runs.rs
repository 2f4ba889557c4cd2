//! Which programs are running, so that a second one does not take the deletions of the first for
//! abandoned.
//!
//! Each holds a lock on a file of its own. The system lets go of it when the program dies, however
//! it dies.

use std::fs::{File, TryLockError};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::error::TrashError;
use super::files::{create_folder, private_options, remove};
use crate::model::record::ActionId;

/// That this program is running, until it is dropped.
#[derive(Debug)]
#[must_use = "dropping it says that the program is not running any more"]
pub struct Run {
    id: ActionId,
    _lock: Lock,
}

/// The right to look after what a dead program has left, until it is dropped.
#[derive(Debug)]
#[must_use = "dropping it lets another program look after the same"]
pub struct DeadRun {
    id: ActionId,
    _lock: Lock,
}

impl Run {
    /// Says that a program is running. `folder` is made where it is missing.
    ///
    /// # Errors
    /// Where the file cannot be made or locked, or another program bears that id.
    pub fn begin(folder: &Path, id: ActionId) -> Result<Self, TrashError> {
        let path = path(folder, &id);
        let cannot = |error: io::Error| TrashError::cannot_write(&path, &error);
        match Lock::take(&path).map_err(cannot)? {
            Some(lock) => Ok(Self { id, _lock: lock }),
            None => Err(cannot(io::Error::other("another program holds it"))),
        }
    }

    /// The name of this run.
    #[must_use]
    pub fn id(&self) -> &ActionId {
        &self.id
    }
}

impl DeadRun {
    /// The name of the run that is over.
    #[must_use]
    pub fn id(&self) -> &ActionId {
        &self.id
    }
}

/// Claims what the program of that run has left; nothing where it is alive, or where another
/// program is looking after it.
///
/// That other one may just have finished, so read the journal once more when you hold the claim:
/// what it resolved is no open end any more.
///
/// # Errors
/// Where the file cannot be made or locked.
pub fn claim(folder: &Path, run: &ActionId) -> Result<Option<DeadRun>, TrashError> {
    let path = path(folder, run);
    let lock = Lock::take(&path).map_err(|error| TrashError::cannot_write(&path, &error))?;
    let id = run.clone();
    Ok(lock.map(|lock| DeadRun { id, _lock: lock }))
}

/// Takes away the marks of runs that are not alive any more, but for `own`.
///
/// # Errors
/// Where the folder cannot be read; a mark that stays does no harm.
pub fn sweep(folder: &Path, own: &ActionId) -> Result<(), TrashError> {
    let listing = match std::fs::read_dir(folder) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        listing => listing.map_err(|error| TrashError::cannot_read(folder, &error))?,
    };
    for entry in listing.flatten() {
        let name = entry.file_name();
        let run = name.to_str().and_then(|name| name.strip_suffix(".lock"));
        if let Some(run) = run.and_then(|run| run.parse::<ActionId>().ok())
            && run != *own
        {
            // To claim a run that is over and let it go takes its mark away.
            drop(claim(folder, &run)?);
        }
    }
    Ok(())
}

fn path(folder: &Path, run: &ActionId) -> PathBuf {
    folder.join(format!("{run}.lock"))
}

/// A locked file that goes when it is dropped.
#[derive(Debug)]
struct Lock {
    path: PathBuf,
    file: File,
}

impl Lock {
    /// Makes the file where it is missing and locks it; nothing where somebody else has.
    fn take(path: &Path) -> io::Result<Option<Self>> {
        Self::take_after(path, || {})
    }

    /// As [`Lock::take`]; `opened` happens between opening and locking.
    fn take_after(path: &Path, mut opened: impl FnMut()) -> io::Result<Option<Self>> {
        loop {
            let file = open(path)?;
            opened();
            match file.try_lock() {
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => return Ok(None),
                Err(TryLockError::Error(error)) => return Err(error),
            }
            // Between opening and locking, the last holder may have taken the file away: then this
            // is a lock on nothing, and others lock the next file of that name.
            if stands_at(&file, path)? {
                let path = path.to_owned();
                return Ok(Some(Self { path, file }));
            }
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // In this order: a file without a lock would be another's to claim. One that stays is
        // claimed like that of a program that died.
        let _ = remove(&self.path);
        let _ = self.file.unlock();
    }
}

fn open(path: &Path) -> io::Result<File> {
    let mut options = private_options();
    options.create(true).truncate(false).read(true).write(true);
    match options.open(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => {
            create_folder(path.parent().unwrap_or(Path::new("")))?;
            options.open(path)
        }
        opened => opened,
    }
}

/// Whether the path leads to this very file.
#[cfg(unix)]
fn stands_at(file: &File, path: &Path) -> io::Result<bool> {
    use std::os::unix::fs::MetadataExt as _;
    let locked = file.metadata()?;
    match std::fs::metadata(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(false),
        standing => standing.map(|it| (it.dev(), it.ino()) == (locked.dev(), locked.ino())),
    }
}

/// Whether the path leads anywhere: other platforms do not let files be told apart.
#[cfg(not(unix))]
fn stands_at(_file: &File, path: &Path) -> io::Result<bool> {
    path.try_exists()
}

#[cfg(all(test, unix))]
mod tests {
    use tempfile::TempDir;

    use super::Lock;

    #[test]
    fn a_lock_on_a_file_that_was_taken_away_is_none() {
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("x.lock");
        let mut first = Lock::take(&path).unwrap();
        assert!(first.is_some());
        let mut second = None;
        let third = Lock::take_after(&path, || {
            if first.take().is_some() {
                second = Lock::take(&path).unwrap();
            }
        });
        assert!(third.unwrap().is_none(), "the second one has it");
        assert!(second.is_some());
    }

    #[test]
    fn a_file_that_was_taken_away_for_good_is_made_again() {
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("x.lock");
        let mut first = Lock::take(&path).unwrap();
        let second = Lock::take_after(&path, || first = None).unwrap();
        assert!(second.is_some());
        assert!(Lock::take(&path).unwrap().is_none());
    }
}
