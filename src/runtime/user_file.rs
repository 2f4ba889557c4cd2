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
        Err(FileProblem::Failed(text!("storage-crashed")))
    })
}

/// The system's words.
fn safe(error: &std::io::Error) -> String {
    escape_text(&error.to_string()).into_owned()
}

/// A leading `~` is the home folder, as in a shell.
fn expanded(path: &str) -> PathBuf {
    match (path.strip_prefix("~/"), directories::BaseDirs::new()) {
        (Some(rest), Some(dirs)) => dirs.home_dir().join(rest),
        _ => PathBuf::from(path),
    }
}

fn write_now(path: &Path, contents: &Contents, overwrite: bool) -> Result<String, FileProblem> {
    let cannot = |error: std::io::Error| {
        FileProblem::Failed(text!("storage-file-cannot-write", cause = safe(&error)))
    };
    if path.is_dir() {
        return Err(FileProblem::Failed(text!("storage-file-folder")));
    }
    // Before the bytes are made: there may be many of them.
    if !overwrite && fs::symlink_metadata(path).is_ok() {
        return Err(FileProblem::AlreadyThere);
    }
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let mut file = NamedTempFile::new_in(folder).map_err(cannot)?;
    file.write_all(&contents.bytes()).map_err(cannot)?;
    file.as_file().sync_all().map_err(cannot)?;
    let placed = if overwrite {
        file.persist(path)
    } else {
        file.persist_noclobber(path)
    };
    placed.map_err(|failed| match failed.error.kind() {
        ErrorKind::AlreadyExists => FileProblem::AlreadyThere,
        _ => cannot(failed.error),
    })?;
    let full = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    Ok(escape_text(&full.to_string_lossy()).into_owned())
}

fn read_now(path: &Path) -> Result<Vec<u8>, FileProblem> {
    let cannot = |error: std::io::Error| {
        FileProblem::Failed(text!("storage-file-cannot-read", cause = safe(&error)))
    };
    if !fs::metadata(path).map_err(cannot)?.is_file() {
        // Opening a pipe would wait for ever.
        return Err(FileProblem::Failed(text!("storage-file-none")));
    }
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(cannot)?;
    file.take(LARGEST + 1)
        .read_to_end(&mut bytes)
        .map_err(cannot)?;
    if bytes.len() as u64 > LARGEST {
        let limit = (LARGEST >> 20).to_string();
        return Err(FileProblem::Failed(text!(
            "storage-file-too-large",
            limit = limit
        )));
    }
    Ok(bytes)
}
