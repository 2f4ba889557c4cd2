//! Files and folders as the storage makes them: for this user only, whole or not at all, and on the
//! disk before anybody relies on them.

use std::fs::{self, DirBuilder, File, Metadata, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::Path;
use std::time::UNIX_EPOCH;

use tempfile::Builder;

use super::error::{TrashError, shown};

/// How the name of a file begins that is not whole yet.
pub(super) const TEMPORARY: &str = ".writing-";

/// Characters of chance behind [`TEMPORARY`].
pub(super) const TEMPORARY_CHANCE: usize = 12;

/// What to do where a file of that name is there already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Existing {
    /// It stays, and that is an error.
    Keep,
    /// The new one takes its place.
    Replace,
}

/// A file that is written to. Tests put a disk in its place that fills up.
pub(super) trait Output: Write {
    /// Waits until what was written is on the disk; `all` for the attributes too.
    fn sync(&mut self, all: bool) -> io::Result<()>;

    /// Takes away what is behind the first `length` bytes.
    fn cut(&mut self, length: u64) -> io::Result<()>;
}

impl Output for File {
    fn sync(&mut self, all: bool) -> io::Result<()> {
        if all {
            self.sync_all()
        } else {
            self.sync_data()
        }
    }

    fn cut(&mut self, length: u64) -> io::Result<()> {
        self.set_len(length)
    }
}

/// Puts a file with these bytes at its place, on the disk with its name, or leaves nothing behind.
pub(super) fn place(target: &Path, parts: &[&[u8]], existing: Existing) -> Result<(), TrashError> {
    place_with(target, existing, |file| write_synced(file, parts))
}

fn place_with(
    target: &Path,
    existing: Existing,
    fill: impl FnOnce(&mut File) -> io::Result<()>,
) -> Result<(), TrashError> {
    let cannot = |error: io::Error| TrashError::cannot_write(target, &error);
    let folder = target
        .parent()
        .expect("a file of the storage is in a folder");
    // Dropping it takes the file away. The crate makes it for this user only.
    let mut temporary = Builder::new()
        .prefix(TEMPORARY)
        .rand_bytes(TEMPORARY_CHANCE)
        .tempfile_in(folder)
        .map_err(cannot)?;
    fill(temporary.as_file_mut()).map_err(cannot)?;
    let placed = match existing {
        Existing::Keep => temporary.persist_noclobber(target),
        Existing::Replace => temporary.persist(target),
    };
    placed.map_err(|failed| match failed.error.kind() {
        ErrorKind::AlreadyExists => TrashError::AlreadyThere {
            path: shown(target),
        },
        _ => cannot(failed.error),
    })?;
    sync_folder(folder).map_err(|error| {
        // A name that a power cut may take away again must not be relied on now.
        if existing == Existing::Keep {
            let _ = fs::remove_file(target);
        }
        cannot(error)
    })
}

fn write_synced(output: &mut impl Output, parts: &[&[u8]]) -> io::Result<()> {
    for part in parts {
        output.write_all(part)?;
    }
    output.sync(true)
}

/// Makes a folder for this user only, and those above it, each on the disk with its name. One that
/// is there stays as it is.
pub(super) fn create_folder(folder: &Path) -> io::Result<()> {
    if folder.as_os_str().is_empty() || folder.is_dir() {
        return Ok(());
    }
    let parent = folder.parent().unwrap_or(Path::new(""));
    create_folder(parent)?;
    let mut builder = DirBuilder::new();
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt as _;
        builder.mode(0o700);
    }
    match builder.create(folder) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists && folder.is_dir() => Ok(()),
        Err(error) => Err(error),
        Ok(()) => sync_folder(parent),
    }
}

/// Takes a folder away from everybody but this user, whose own rights stay as they are.
#[cfg(unix)]
pub(super) fn make_private(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    const OTHERS: u32 = 0o077;
    let mut permissions = fs::metadata(folder)?.permissions();
    if permissions.mode() & OTHERS == 0 {
        return Ok(());
    }
    permissions.set_mode(permissions.mode() & !OTHERS);
    fs::set_permissions(folder, permissions)
}

/// The data folders of other platforms are the user's own by where they are.
#[cfg(not(unix))]
pub(super) fn make_private(_folder: &Path) -> io::Result<()> {
    Ok(())
}

/// Waits until the names in a folder are on the disk.
#[cfg(unix)]
pub(super) fn sync_folder(folder: &Path) -> io::Result<()> {
    let folder = if folder.as_os_str().is_empty() {
        Path::new(".")
    } else {
        folder
    };
    File::open(folder)?.sync_all()
}

/// Other platforms do not open folders; their file systems write names down by themselves.
#[cfg(not(unix))]
pub(super) fn sync_folder(_folder: &Path) -> io::Result<()> {
    Ok(())
}

/// How files are opened that may have to be made: for this user only.
pub(super) fn private_options() -> OpenOptions {
    let mut options = OpenOptions::new();
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    options
}

/// Takes a file away; says whether it was there.
pub(super) fn remove(path: &Path) -> io::Result<bool> {
    match fs::remove_file(path) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error),
    }
}

/// When a file was written last, Unix milliseconds, where the file system knows.
pub(super) fn written_ms(metadata: &Metadata) -> Option<i64> {
    let since = metadata.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
    i64::try_from(since.as_millis()).ok()
}

#[cfg(test)]
pub(super) mod full_disk;

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use tempfile::TempDir;

    use super::full_disk::FullDisk;
    use super::{Existing, place, place_with, write_synced};
    use crate::trash::error::TrashError;

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap();
        entries
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect()
    }

    fn onto_a_full_disk(target: &Path, existing: Existing, room: usize) -> TrashError {
        let parts: [&[u8]; 2] = [b"head\n", b"body"];
        let filled = place_with(target, existing, |file| {
            write_synced(&mut FullDisk::new(file, room), &parts)
        });
        filled.expect_err("the disk is full")
    }

    #[test]
    fn a_disk_that_fills_up_anywhere_leaves_nothing_behind() {
        let folder = TempDir::new().unwrap();
        let target = folder.path().join("x.mirror");
        // 9 bytes are to be written, so with room for 9 it is the sync that fails.
        for room in 0..=9 {
            let error = onto_a_full_disk(&target, Existing::Keep, room);
            assert!(error.to_string().contains("the disk is full: "), "{error}");
            assert_eq!(names(folder.path()), [""; 0], "room for {room}");
        }
    }

    #[test]
    fn a_disk_that_fills_up_leaves_the_old_mark_alone() {
        let folder = TempDir::new().unwrap();
        let target = folder.path().join("x.word");
        place(&target, &[b"old"], Existing::Replace).unwrap();
        for room in [0, 5, 9] {
            onto_a_full_disk(&target, Existing::Replace, room);
            assert_eq!(fs::read(&target).unwrap(), b"old");
            assert_eq!(names(folder.path()), ["x.word"]);
        }
    }
}
