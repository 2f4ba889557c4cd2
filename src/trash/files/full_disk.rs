//! A disk without room, for the tests of what is written.

use std::fs::File;
use std::io::{self, ErrorKind, Write};

use super::Output;

/// Takes the first `room` bytes and no more, and never says that they are on the disk.
pub(in crate::trash) struct FullDisk<'a> {
    file: &'a mut File,
    room: usize,
}

impl<'a> FullDisk<'a> {
    pub(in crate::trash) fn new(file: &'a mut File, room: usize) -> Self {
        Self { file, room }
    }
}

impl Write for FullDisk<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.room == 0 && !bytes.is_empty() {
            return Err(ErrorKind::StorageFull.into());
        }
        let written = self.file.write(&bytes[..bytes.len().min(self.room)])?;
        self.room -= written;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl Output for FullDisk<'_> {
    fn sync(&mut self, _all: bool) -> io::Result<()> {
        Err(ErrorKind::StorageFull.into())
    }

    fn cut(&mut self, length: u64) -> io::Result<()> {
        self.file.set_len(length)
    }
}
