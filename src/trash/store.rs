//! The trash: a folder with a copy of every mirror that was deleted.
//!
//! `ID.mirror` is the copy; `ID.restored` and `ID.word` beside it tell what became of it, so that
//! the folder's listing alone says which copies were brought back and which are in doubt.

use std::cmp::Reverse;
use std::fs::{self, File};
use std::io::{self, BufRead as _, BufReader, ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::copy_file::{LARGEST_BODY, LONGEST_HEAD, NoOpening, Opening, first_line, opening};
use super::error::{TrashError, shown};
use super::files::{
    Existing, create_folder, make_private, place, place_all, remove, sync_folder, written_ms,
};
use super::marks::{self, LARGEST_MARK};
use super::names::{Entry, Part, entry, order};
use super::prune::prune;
pub use super::prune::{Limits, Pruned};
use crate::model::outcome::Word;
use crate::model::record::{ActionId, CopyHead, Fate, Listed, RestoredMark};

/// The folder of the copies. Clones share it, and so may other programs.
#[derive(Debug, Clone)]
pub struct Trash {
    folder: Arc<Path>,
}

impl Trash {
    /// The trash in that folder. Touches nothing.
    #[must_use]
    pub fn new(folder: PathBuf) -> Self {
        Self {
            folder: folder.into(),
        }
    }

    /// Keeps a copy: when this returns, it is on the disk with its name and outlives a power cut.
    /// `body` is the service's reply as it came; its length counts, not that in the head.
    ///
    /// # Errors
    /// Nothing is left behind then, and nothing may be deleted. An id that is there already is an
    /// error, and so is a body over 16 MiB.
    pub fn keep(&self, head: &CopyHead, body: &[u8]) -> Result<(), TrashError> {
        let mut kept = self.keep_all(&[(head, body)]);
        kept.pop().expect("a result for each copy")
    }

    /// As [`Trash::keep`], for several at once, which the disk is waited for together: a result for
    /// each, and one that fails takes none of the others with it.
    #[must_use]
    pub fn keep_all(&self, copies: &[(&CopyHead, &[u8])]) -> Vec<Result<(), TrashError>> {
        let made = create_folder(&self.folder).and_then(|()| make_private(&self.folder));
        let made = made.map_err(|error| TrashError::cannot_write(&self.folder, &error));
        let mut results: Vec<Result<(), TrashError>> = Vec::with_capacity(copies.len());
        let mut sound = Vec::with_capacity(copies.len());
        for (head, body) in copies {
            let target = self.path(&head.id, Part::Copy);
            let line = first_line(head, body);
            let checked = check_size(&target, &line, body).and_then(|()| made.clone());
            if checked.is_ok() {
                sound.push((results.len(), target, line, *body));
            }
            results.push(checked);
        }
        let files: Vec<_> = sound
            .iter()
            .map(|(_, target, line, body)| (target.as_path(), [line.as_slice(), *body]))
            .collect();
        for ((nth, ..), placed) in sound.iter().zip(place_all(&files)) {
            results[*nth] = placed;
        }
        results
    }

    /// The copies, newest first. Opens none, so a damaged one is among them. A folder that was
    /// never made holds none.
    ///
    /// # Errors
    /// Where the folder cannot be read.
    pub fn list(&self) -> Result<Vec<Listed>, TrashError> {
        let cannot = |error: io::Error| TrashError::cannot_read(&self.folder, &error);
        let entries = match fs::read_dir(&self.folder) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
            entries => entries.map_err(cannot)?,
        };
        let mut parts = Vec::new();
        for found in entries {
            if let Entry::Part(id, part) = entry(&found.map_err(cannot)?.file_name()) {
                parts.push((order(&id), part, id));
            }
        }
        parts.sort_unstable_by_key(|(order, part, _)| Reverse((*order, *part)));
        let mut listed: Vec<Listed> = Vec::new();
        for (_, part, id) in parts {
            match (part, listed.last_mut()) {
                (Part::Copy, _) => listed.push(Listed {
                    id,
                    restored: false,
                    worded: false,
                }),
                (Part::Restored, Some(last)) if last.id == id => last.restored = true,
                (Part::Word, Some(last)) if last.id == id => last.worded = true,
                // The mark of a copy that is gone.
                _ => {}
            }
        }
        Ok(listed)
    }

    /// What a copy is of and what became of it, without its body.
    ///
    /// # Errors
    /// Where there is no such copy, or its first line is not what was written. A damaged body shows
    /// only when it is read. A damaged mark is no error: it still tells that the copy was brought
    /// back (when the mark was written), or that the outcome is unknown.
    pub fn head(&self, id: &ActionId) -> Result<(CopyHead, Fate), TrashError> {
        let (opening, _) = self.open(id)?;
        Ok((opening.head, self.fate(id)))
    }

    /// A copy with its body, to the last byte as it was given.
    ///
    /// # Errors
    /// Where there is no such copy, or it is not what was written.
    pub fn read(&self, id: &ActionId) -> Result<(CopyHead, Vec<u8>), TrashError> {
        let (opening, file) = self.open(id)?;
        let mut body = Vec::new();
        // One byte more than there may be tells that it is too long.
        let expected = opening.head.bytes.min(LARGEST_BODY as u64);
        file.take(expected + 1)
            .read_to_end(&mut body)
            .map_err(|error| TrashError::cannot_read(&self.path(id, Part::Copy), &error))?;
        opening
            .check(&body)
            .map_err(|damage| self.unusable(id, NoOpening::Damaged(damage)))?;
        Ok((opening.head, body))
    }

    /// Marks a copy as brought back; an earlier mark gives way.
    ///
    /// # Errors
    /// Where there is no such copy, or the mark cannot be written; the earlier one stays then.
    pub fn mark_restored(&self, id: &ActionId, mark: RestoredMark) -> Result<(), TrashError> {
        self.mark(id, Part::Restored, &marks::restored_line(mark))
    }

    /// Marks a copy with the word about its deletion; an earlier word gives way. `deleted` is what
    /// a copy without a mark says, so it takes the mark away.
    ///
    /// # Errors
    /// Where there is no such copy, or the mark cannot be written; the earlier one stays then.
    pub fn mark_word(&self, id: &ActionId, word: Word) -> Result<(), TrashError> {
        if word != Word::Deleted {
            return self.mark(id, Part::Word, &marks::word_line(word));
        }
        self.must_have(id)?;
        self.remove(id, &[Part::Word])
    }

    /// Drops a copy and its marks, for good when this returns. One that is not there is no error.
    ///
    /// # Errors
    /// Where the system does not let it go.
    pub fn discard(&self, id: &ActionId) -> Result<(), TrashError> {
        // Marks last: a copy without its word would say that it was deleted.
        self.remove(id, &[Part::Copy, Part::Word, Part::Restored])
    }

    /// Drops what is too old, then the oldest until the rest fits; never what `is_protected` (the
    /// copies of unresolved deletions), nor what is younger than 7 days. Sweeps away what programs
    /// that were killed have left. One program at a time does it.
    ///
    /// # Errors
    /// Where the folder cannot be read, or where something should have been dropped and nothing
    /// could be.
    pub fn prune(
        &self,
        limits: Limits,
        now_ms: i64,
        is_protected: &dyn Fn(&ActionId) -> bool,
    ) -> Result<Pruned, TrashError> {
        prune(&self.folder, limits, now_ms, is_protected)
    }

    fn path(&self, id: &ActionId, part: Part) -> PathBuf {
        self.folder.join(part.file_name(id))
    }

    fn mark(&self, id: &ActionId, part: Part, line: &[u8]) -> Result<(), TrashError> {
        self.must_have(id)?;
        place(&self.path(id, part), &[line], Existing::Replace)
    }

    fn must_have(&self, id: &ActionId) -> Result<(), TrashError> {
        let path = self.path(id, Part::Copy);
        match fs::symlink_metadata(&path) {
            Ok(_) => Ok(()),
            Err(error) => Err(self.unreadable(id, &error)),
        }
    }

    fn remove(&self, id: &ActionId, parts: &[Part]) -> Result<(), TrashError> {
        for part in parts {
            let path = self.path(id, *part);
            remove(&path).map_err(|error| TrashError::cannot_write(&path, &error))?;
        }
        match sync_folder(&self.folder) {
            Err(error) if error.kind() != ErrorKind::NotFound => {
                Err(TrashError::cannot_write(&self.folder, &error))
            }
            _ => Ok(()),
        }
    }

    /// The first line of a copy, and its file at the beginning of the body.
    fn open(&self, id: &ActionId) -> Result<(Opening, BufReader<File>), TrashError> {
        let path = self.path(id, Part::Copy);
        let cannot = |error: io::Error| self.unreadable(id, &error);
        // Opening a pipe would wait for ever.
        if !fs::metadata(&path).map_err(cannot)?.is_file() {
            return Err(self.unusable(id, NoOpening::Foreign));
        }
        let mut file = BufReader::new(File::open(&path).map_err(cannot)?);
        let mut line = Vec::new();
        file.by_ref()
            .take(LONGEST_HEAD as u64)
            .read_until(b'\n', &mut line)
            .map_err(cannot)?;
        let opening = opening(&line, id).map_err(|why| self.unusable(id, why))?;
        Ok((opening, file))
    }

    fn fate(&self, id: &ActionId) -> Fate {
        let word = read_mark(&self.path(id, Part::Word));
        let restored = read_mark(&self.path(id, Part::Restored));
        Fate {
            // Without its word, nobody may say that it was deleted.
            word: word.map(|(bytes, _)| marks::word(&bytes).unwrap_or(Word::OutcomeUnknown)),
            restored: restored.map(|(bytes, written_ms)| {
                marks::restored(&bytes).unwrap_or(RestoredMark {
                    at_ms: written_ms,
                    version: None,
                })
            }),
        }
    }

    fn unreadable(&self, id: &ActionId, error: &io::Error) -> TrashError {
        match error.kind() {
            ErrorKind::NotFound => TrashError::NotFound { id: id.clone() },
            _ => TrashError::cannot_read(&self.path(id, Part::Copy), error),
        }
    }

    fn unusable(&self, id: &ActionId, why: NoOpening) -> TrashError {
        let path = shown(&self.path(id, Part::Copy));
        match why {
            NoOpening::Foreign => TrashError::Foreign { path },
            NoOpening::Damaged(damage) => TrashError::Damaged { path, damage },
        }
    }
}

/// More than could be read back is not written.
fn check_size(target: &Path, line: &[u8], body: &[u8]) -> Result<(), TrashError> {
    for (bytes, limit) in [(line.len(), LONGEST_HEAD), (body.len(), LARGEST_BODY)] {
        if bytes > limit {
            let path = shown(target);
            return Err(TrashError::TooLarge { path, bytes, limit });
        }
    }
    Ok(())
}

/// The bytes of a mark, none where it cannot be read, and when it was written, Unix milliseconds.
/// Nothing where there is no mark.
fn read_mark(path: &Path) -> Option<(Vec<u8>, i64)> {
    let metadata = fs::symlink_metadata(path).ok()?;
    let mut bytes = Vec::new();
    if metadata.is_file()
        && let Ok(file) = File::open(path)
        && file.take(LARGEST_MARK).read_to_end(&mut bytes).is_err()
    {
        bytes.clear();
    }
    Some((bytes, written_ms(&metadata).unwrap_or(0)))
}
