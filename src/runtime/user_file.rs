//! Files that the user names: written whole or not at all, and never over another one unasked.

use std::fs::{self, File};
use std::io::{ErrorKind, Read as _, Write as _};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use crate::model::text::escape_text;
use crate::model::user_file::{Contents, FileProblem};
use crate::text;

/// The largest plan that is read.
const LARGEST: u64 = 64 << 20;

/// Writes a file; returns its full path, safe to draw.
///
/// # Errors
/// See [`FileProblem`]; what stood there before is as it was then.
pub async fn write(
    path: String,
    contents: Contents,
    overwrite: bool,
) -> Result<String, FileProblem> {
    blocking(move || write_now(&expanded(&path), &contents, overwrite)).await
}

/// Reads a file.
///
/// # Errors
/// See [`FileProblem`].
pub async fn read(path: String) -> Result<Vec<u8>, FileProblem> {
    blocking(move || read_now(&expanded(&path))).await
}

async fn blocking<R: Send + 'static>(
    work: impl FnOnce() -> Result<R, FileProblem> + Send + 'static,
) -> Result<R, FileProblem> {
    let done = tokio::task::spawn_blocking(work).await;
    done.unwrap_or_else(|crash| {
        tracing::error!(%crash, "a task for a file crashed");
        Err(FileProblem::Failed(text!("prompt-crashed")))
    })
}

/// A leading `~` is the home folder, as in a shell.
fn expanded(path: &str) -> PathBuf {
    match (path.strip_prefix("~/"), directories::BaseDirs::new()) {
        (Some(rest), Some(dirs)) => dirs.home_dir().join(rest),
        _ => PathBuf::from(path),
    }
}

fn write_now(path: &Path, contents: &Contents, overwrite: bool) -> Result<String, FileProblem> {
    if path.is_dir() {
        return Err(FileProblem::Failed(text!("prompt-is-a-folder")));
    }
    // Before the bytes are made: there may be many of them.
    if !overwrite && fs::symlink_metadata(path).is_ok() {
        return Err(FileProblem::AlreadyThere);
    }
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let mut file = NamedTempFile::new_in(folder).map_err(unwritten)?;
    file.write_all(&contents.bytes()).map_err(unwritten)?;
    file.as_file().sync_all().map_err(unwritten)?;
    let placed = if overwrite {
        file.persist(path)
    } else {
        file.persist_noclobber(path)
    };
    placed.map_err(|failed| match failed.error.kind() {
        ErrorKind::AlreadyExists => FileProblem::AlreadyThere,
        _ => unwritten(failed.error),
    })?;
    let full = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    Ok(escape_text(&full.to_string_lossy()).into_owned())
}

/// Why a file could not be written: in words of our own where the user can do something about it, with
/// those of the system behind them.
#[expect(
    clippy::needless_pass_by_value,
    reason = "it stands where results hand their errors over"
)]
fn unwritten(error: std::io::Error) -> FileProblem {
    let cause = escape_text(&error.to_string()).into_owned();
    FileProblem::Failed(match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => {
            text!("prompt-disk-full", cause = cause)
        }
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
            text!("prompt-may-not-write", cause = cause)
        }
        ErrorKind::NotFound | ErrorKind::NotADirectory => text!("prompt-no-folder", cause = cause),
        ErrorKind::InvalidFilename => text!("prompt-bad-name", cause = cause),
        _ => text!("prompt-unwritten", cause = cause),
    })
}

/// Why a file could not be read.
#[expect(
    clippy::needless_pass_by_value,
    reason = "it stands where results hand their errors over"
)]
fn unread(error: std::io::Error) -> FileProblem {
    let cause = escape_text(&error.to_string()).into_owned();
    FileProblem::Failed(text!("prompt-unread", cause = cause))
}

fn read_now(path: &Path) -> Result<Vec<u8>, FileProblem> {
    if !fs::metadata(path).map_err(unread)?.is_file() {
        // Opening a pipe would wait for ever.
        return Err(FileProblem::Failed(text!("prompt-no-file")));
    }
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(unread)?;
    file.take(LARGEST + 1)
        .read_to_end(&mut bytes)
        .map_err(unread)?;
    if bytes.len() as u64 > LARGEST {
        let mib = (LARGEST >> 20).to_string();
        return Err(FileProblem::Failed(text!("prompt-too-large", mib = mib)));
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use std::io::{Error, ErrorKind};

    use super::unwritten;

    #[test]
    fn what_the_user_can_mend_is_said_in_words() {
        for (kind, words) in [
            (ErrorKind::StorageFull, "the disk is full: "),
            (ErrorKind::QuotaExceeded, "the disk is full: "),
            (ErrorKind::PermissionDenied, "you may not write there: "),
            (ErrorKind::ReadOnlyFilesystem, "you may not write there: "),
            (ErrorKind::NotFound, "there is no such folder: "),
            (ErrorKind::Other, "it cannot be written: "),
        ] {
            let said = unwritten(Error::from(kind)).to_string();
            assert!(said.starts_with(words), "{said}");
        }
    }
}
