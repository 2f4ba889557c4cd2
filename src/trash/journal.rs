//! The journal: a line for each thing that was meant, and for what came of it.
//!
//! It only grows. A program that writes holds a lock on the file meanwhile, so that the lines of
//! several programs stay whole.

use std::fs::File;
use std::io::{self, ErrorKind, Read as _, Seek as _, SeekFrom};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::error::{TrashError, shown};
use super::files::{Output, create_folder, private_options, sync_folder};
use super::line::{decode, encode};
use super::lines::{LONGEST_LINE, each_line};
pub use super::open_ends::OpenEnds;
use super::open_ends::{Pass, Reopened};
use super::progress::Progress;
use crate::model::record::Record;
use crate::model::task::{TaskPlan, TaskRecord};

/// The journal's file. Clones share it, and so may other programs.
#[derive(Debug, Clone)]
pub struct Journal {
    file: Arc<Path>,
}

/// What the journal holds.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Journaled {
    /// In the order in which they were written.
    pub records: Vec<Record>,
    /// Lines that are torn, not of this program or of a newer one; they are left out.
    pub unreadable: usize,
}

impl Journal {
    /// The journal in that file. Touches nothing.
    #[must_use]
    pub fn new(file: PathBuf) -> Self {
        Self { file: file.into() }
    }

    /// Writes a record down: when this returns, it is on the disk.
    ///
    /// # Errors
    /// Nothing may be done then that had to be written down first. What was written of the record
    /// is taken away again as far as the disk lets it.
    pub fn append(&self, record: &Record) -> Result<(), TrashError> {
        self.append_all(std::slice::from_ref(record))
    }

    /// As [`Journal::append`], for several at once: they are written together, or none is.
    ///
    /// # Errors
    /// See [`Journal::append`].
    pub fn append_all(&self, records: &[Record]) -> Result<(), TrashError> {
        let mut written = self.append_groups(&[records]);
        written.pop().expect("a result for each group")
    }

    /// As [`Journal::append_all`], for what several wait for at once: one write for all groups, and a
    /// result for each. A group that is too long fails alone.
    #[must_use]
    pub fn append_groups(&self, groups: &[&[Record]]) -> Vec<Result<(), TrashError>> {
        let mut lines = Vec::new();
        let mut results: Vec<_> = groups
            .iter()
            .map(|records| {
                lines.extend(self.encode_all(records)?);
                Ok(())
            })
            .collect();
        if lines.is_empty() {
            return results;
        }
        if let Err(error) = self.write(lines) {
            let error = TrashError::cannot_write(&self.file, &error);
            for result in results.iter_mut().filter(|result| result.is_ok()) {
                *result = Err(error.clone());
            }
        }
        results
    }

    fn encode_all(&self, records: &[Record]) -> Result<Vec<u8>, TrashError> {
        let mut lines = Vec::new();
        for record in records {
            let line = encode(record);
            if line.len() > LONGEST_LINE {
                return Err(TrashError::TooLarge {
                    path: shown(&self.file),
                    bytes: line.len(),
                    limit: LONGEST_LINE,
                });
            }
            lines.extend(line);
        }
        Ok(lines)
    }

    /// Everything that is in it. A journal that was never written is empty.
    ///
    /// # Errors
    /// Where the file cannot be read. Single lines that cannot are counted.
    pub fn read(&self) -> Result<Journaled, TrashError> {
        let mut journaled = Journaled::default();
        journaled.unreadable = self.scan(|record| journaled.records.push(record))?;
        Ok(journaled)
    }

    /// What is not resolved: intended and without an end, or with `outcome unknown` for its last
    /// one, and not closed. Holds no more in memory than that.
    ///
    /// # Errors
    /// See [`Journal::read`].
    pub fn open_ends(&self) -> Result<OpenEnds, TrashError> {
        let mut pass = Pass::new(Reopened::default());
        let mut unreadable = self.scan(|record| pass.see(record))?;
        if let Some(reopened) = pass.reopened() {
            pass = Pass::new(reopened);
            unreadable = self.scan(|record| pass.see(record))?;
        }
        Ok(pass.finish(unreadable))
    }

    /// How far the items of these runs are.
    ///
    /// # Errors
    /// See [`Journal::read`].
    pub fn progress(
        &self,
        plans: Vec<(Arc<TaskPlan>, bool)>,
    ) -> Result<Vec<TaskRecord>, TrashError> {
        let mut progress = Progress::new(plans);
        self.scan(|record| progress.see(&record))?;
        Ok(progress.finish())
    }

    fn write(&self, lines: Vec<u8>) -> io::Result<()> {
        let mut file = self.open()?;
        file.lock()?;
        let length = file.metadata()?.len();
        let lines = if ends_torn(&mut file, length)? {
            [b"\n".as_slice(), &lines].concat()
        } else {
            lines
        };
        append_or_undo(&mut file, length, &lines)?;
        if length == 0 {
            sync_folder(self.folder())?;
        }
        Ok(())
    }

    fn open(&self) -> io::Result<File> {
        let mut options = private_options();
        options.read(true).append(true).create(true);
        match options.open(&self.file) {
            Err(error) if error.kind() == ErrorKind::NotFound => {
                create_folder(self.folder())?;
                options.open(&self.file)
            }
            opened => opened,
        }
    }

    fn folder(&self) -> &Path {
        self.file.parent().unwrap_or(Path::new(""))
    }

    /// Shows every record in turn; returns how many lines are none.
    fn scan(&self, mut see: impl FnMut(Record)) -> Result<usize, TrashError> {
        let cannot = |error: io::Error| TrashError::cannot_read(&self.file, &error);
        let file = match File::open(&self.file) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(0),
            file => file.map_err(cannot)?,
        };
        // What is behind the length at a moment when nobody writes is not looked at: it may be half
        // a line. Reading on without the lock keeps nobody from writing.
        file.lock_shared().map_err(cannot)?;
        let length = file.metadata().map_err(cannot)?.len();
        file.unlock().map_err(cannot)?;
        let mut unreadable = 0;
        each_line(file.take(length), |line| match line.map(decode) {
            Some(Some(record)) => see(record),
            _ if line.is_some_and(<[u8]>::is_empty) => {}
            _ => unreadable += 1,
        })
        .map_err(cannot)?;
        Ok(unreadable)
    }
}

/// Whether the last line has no newline: whoever wrote it was killed.
fn ends_torn(file: &mut File, length: u64) -> io::Result<bool> {
    let Some(last) = length.checked_sub(1) else {
        return Ok(false);
    };
    let mut byte = [0];
    file.seek(SeekFrom::Start(last))?;
    file.read_exact(&mut byte)?;
    Ok(byte != *b"\n")
}

/// Writes at the end of what has `length` bytes, and takes it away again where it does not get to
/// the disk.
fn append_or_undo(output: &mut impl Output, length: u64, lines: &[u8]) -> io::Result<()> {
    let written = output.write_all(lines).and_then(|()| output.sync(false));
    written.inspect_err(|_| {
        // Should this fail too, the next line begins with a newline.
        let _ = output.cut(length);
    })
}

#[cfg(test)]
mod tests {
    use std::fs::{self, OpenOptions};
    use std::io::Write as _;

    use tempfile::TempDir;

    use super::{Journal, append_or_undo};
    use crate::model::record::{ActionId, Event, Record};
    use crate::trash::files::full_disk::FullDisk;

    #[test]
    fn a_disk_that_fills_up_leaves_the_journal_as_it_was() {
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("journal.jsonl");
        fs::write(&path, "old\n").unwrap();
        // With room for the whole line it is the sync that fails.
        for room in 0..=4 {
            let mut file = OpenOptions::new().append(true).open(&path).unwrap();
            let error = append_or_undo(&mut FullDisk::new(&mut file, room), 4, b"new\n");
            assert_eq!(error.unwrap_err().kind(), std::io::ErrorKind::StorageFull);
            assert_eq!(fs::read(&path).unwrap(), b"old\n", "room for {room}");
        }
    }

    #[test]
    fn what_is_written_while_it_is_read_is_not_looked_at() {
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("journal.jsonl");
        let journal = Journal::new(path.clone());
        let id = ActionId::new(1, 1);
        let record = Record {
            at_ms: 1,
            id: id.clone(),
            run: id,
            event: Event::Closed,
        };
        journal.append(&record).unwrap();
        let mut seen = 0;
        let unreadable = journal.scan(|_| {
            seen += 1;
            let mut file = OpenOptions::new().append(true).open(&path).unwrap();
            file.write_all(b"{\"half").unwrap();
        });
        assert_eq!((unreadable, seen), (Ok(0), 1));
    }
}
