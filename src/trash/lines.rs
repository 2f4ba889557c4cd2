//! Lines of a file that may hold anything, read in bounded memory.

use std::io::{self, BufRead, BufReader, Read};

/// The longest line, without its newline. Every sound one is far below.
pub(super) const LONGEST_LINE: usize = 1024 * 1024;

/// Shows every line without its newline, the last one also where it has none, and nothing in the
/// place of a line that is too long.
pub(super) fn each_line(reader: impl Read, mut see: impl FnMut(Option<&[u8]>)) -> io::Result<()> {
    let mut reader = BufReader::with_capacity(64 * 1024, reader);
    let mut line = Vec::new();
    loop {
        line.clear();
        let most = LONGEST_LINE as u64 + 1;
        let read = reader.by_ref().take(most).read_until(b'\n', &mut line)?;
        if read == 0 {
            return Ok(());
        }
        if line.last() == Some(&b'\n') {
            line.pop();
        } else if read > LONGEST_LINE {
            reader.skip_until(b'\n')?;
            see(None);
            continue;
        }
        see(Some(&line));
    }
}
