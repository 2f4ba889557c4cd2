//! Files and folders as the storage makes them: for this user only, whole or not at all, and on the
//! disk before anybody relies on them.

use std::fs::{self, DirBuilder, File, Metadata, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::Path;
use std::thread;
use std::time::UNIX_EPOCH;

use tempfile::{Builder, NamedTempFile};

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
    let whole = write_whole(target, fill)?;
    give_name(whole, target, existing)?;
    let folder = folder_of(target);
    sync_folder(folder).map_err(|error| {
        // A name that a power cut may take away again must not be relied on now.
        if existing == Existing::Keep {
            let _ = fs::remove_file(target);
        }
        TrashError::cannot_write(target, &error)
    })
}

/// As many files at once as pay: what a disk waits for is then waited for together.
const SYNCED_AT_ONCE: usize = 4;

/// Puts new files at their places in one folder, as [`place`] does with each, but waits for the
/// folder once. Each has a result of its own: where one fails, the others do not.
pub(super) fn place_all(files: &[(&Path, [&[u8]; 2])]) -> Vec<Result<(), TrashError>> {
    place_all_with(files, |file, parts| write_synced(file, parts), sync_folder)
}

fn place_all_with(
    files: &[(&Path, [&[u8]; 2])],
    fill: impl Fn(&mut File, &[&[u8]; 2]) -> io::Result<()> + Sync,
    sync: impl FnOnce(&Path) -> io::Result<()>,
) -> Vec<Result<(), TrashError>> {
    let write =
        |(target, parts): &(&Path, [&[u8]; 2])| write_whole(target, |file| fill(file, parts));
    let written: Vec<_> = if files.len() == 1 {
        files.iter().map(write).collect()
    } else {
        let share = files.len().div_ceil(SYNCED_AT_ONCE).max(1);
        thread::scope(|scope| {
            let shares = files.chunks(share);
            let threads: Vec<_> = shares
                .map(|share| scope.spawn(|| share.iter().map(write).collect::<Vec<_>>()))
                .collect();
            let joined = threads.into_iter().map(thread::ScopedJoinHandle::join);
            joined
                .flat_map(|share| share.expect("writing a file does not panic"))
                .collect()
        })
    };
    let mut placed: Vec<_> = written
        .into_iter()
        .zip(files)
        .map(|(whole, (target, _))| give_name(whole?, target, Existing::Keep))
        .collect();
    let Some((first, _)) = files.first().filter(|_| placed.iter().any(Result::is_ok)) else {
        return placed;
    };
    if let Err(error) = sync(folder_of(first)) {
        for (result, (target, _)) in placed.iter_mut().zip(files) {
            if result.is_ok() {
                // As where it is the only one.
                let _ = fs::remove_file(target);
                *result = Err(TrashError::cannot_write(target, &error));
            }
        }
    }
    placed
}

fn folder_of(target: &Path) -> &Path {
    target
        .parent()
        .expect("a file of the storage is in a folder")
}

/// A file under a temporary name, on the disk with what is in it. Dropping it takes it away.
fn write_whole(
    target: &Path,
    fill: impl FnOnce(&mut File) -> io::Result<()>,
) -> Result<NamedTempFile, TrashError> {
    let cannot = |error: io::Error| TrashError::cannot_write(target, &error);
    // The crate makes it for this user only.
    let mut temporary = Builder::new()
        .prefix(TEMPORARY)
        .rand_bytes(TEMPORARY_CHANCE)
        .tempfile_in(folder_of(target))
        .map_err(cannot)?;
    fill(temporary.as_file_mut()).map_err(cannot)?;
    Ok(temporary)
}

fn give_name(whole: NamedTempFile, target: &Path, existing: Existing) -> Result<(), TrashError> {
    let named = match existing {
        Existing::Keep => whole.persist_noclobber(target),
        Existing::Replace => whole.persist(target),
    };
    named.map(drop).map_err(|failed| match failed.error.kind() {
        ErrorKind::AlreadyExists => TrashError::AlreadyThere {
            path: shown(target),
        },
        _ => TrashError::cannot_write(target, &failed.error),
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
    use std::io::{self, ErrorKind};
    use std::path::Path;

    use tempfile::TempDir;

    use super::full_disk::FullDisk;
    use super::{Existing, place, place_all_with, place_with, sync_folder, write_synced};
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

    fn three(folder: &Path) -> Vec<std::path::PathBuf> {
        ["a", "b", "c"].map(|name| folder.join(name)).to_vec()
    }

    #[test]
    fn of_a_group_only_the_file_fails_that_the_disk_does_not_take() {
        let folder = TempDir::new().unwrap();
        let paths = three(folder.path());
        let files: Vec<_> = paths
            .iter()
            .map(|path| (path.as_path(), [b"head\n".as_slice(), b"body"]))
            .collect();
        let nth = std::sync::atomic::AtomicUsize::new(0);
        let placed = place_all_with(
            &files,
            |file, parts| {
                if nth.fetch_add(1, std::sync::atomic::Ordering::Relaxed) == 1 {
                    return write_synced(&mut FullDisk::new(file, 3), parts);
                }
                write_synced(file, parts)
            },
            sync_folder,
        );
        assert_eq!(placed.iter().filter(|placed| placed.is_ok()).count(), 2);
        let standing = names(folder.path());
        assert_eq!(standing.len(), 2, "nothing half is left: {standing:?}");
        for (path, placed) in paths.iter().zip(placed) {
            assert_eq!(path.exists(), placed.is_ok());
        }
    }

    #[test]
    fn a_group_whose_names_are_not_on_the_disk_is_taken_back() {
        let folder = TempDir::new().unwrap();
        let paths = three(folder.path());
        fs::write(&paths[1], "old").unwrap();
        let files: Vec<_> = paths
            .iter()
            .map(|path| (path.as_path(), [b"head\n".as_slice(), b"body"]))
            .collect();
        let full = |_: &Path| -> io::Result<()> { Err(ErrorKind::StorageFull.into()) };
        let placed = place_all_with(&files, |file, parts| write_synced(file, parts), full);
        assert!(placed.iter().all(Result::is_err));
        assert_eq!(names(folder.path()), ["b"]);
        assert_eq!(fs::read(&paths[1]).unwrap(), b"old", "it was there before");
    }
}
