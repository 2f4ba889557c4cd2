//! Writes to the terminal's clipboard (OSC 52), through tmux or screen where they lie between.

use std::io::{self, Write};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::model::clipboard::Clipboard;

/// Bytes that GNU screen hands through at a time: strings of more than 256 bytes are cut off by old
/// versions, and what is cut off they show.
///
/// Source: `hterm/etc/osc52.sh` of chromium's libapps, after the history of screen.
const SCREEN_BYTES: usize = 252;

/// The way to the clipboard. Where the screen is drawn with buffered writes, each frame leaves nothing
/// in the buffer, so that what is written here comes between two of them.
pub struct ClipboardWriter {
    way: Clipboard,
    out: Box<dyn Write>,
}

impl ClipboardWriter {
    /// Through the terminal on standard output.
    #[must_use]
    pub fn of_terminal(way: Clipboard) -> Self {
        Self::new(way, Box::new(io::stdout()))
    }

    /// Through anything else that takes bytes.
    #[must_use]
    pub fn new(way: Clipboard, out: Box<dyn Write>) -> Self {
        Self { way, out }
    }

    /// Puts a text on the clipboard. Whether the terminal takes it, it does not say.
    ///
    /// # Errors
    /// The terminal is gone.
    pub fn copy(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.out.write_all(&sequence(self.way, bytes))?;
        self.out.flush()
    }
}

/// What is to be written so that the text gets to the clipboard. Base64 leaves nothing in it that could
/// steer a terminal.
///
/// tmux gets it twice, since either way may be closed: it takes OSC 52 itself with `set-clipboard on`
/// (by default, `external`, it drops that of programs), and hands on what is wrapped for the terminal
/// with `allow-passthrough on` (always before 3.3, by default not since). Where both are open, the
/// clipboard gets the same text twice.
///
/// Sources: tmux(1), `set-clipboard` and `allow-passthrough`; xterm's `ctlseqs`, OSC 52.
fn sequence(way: Clipboard, bytes: &[u8]) -> Vec<u8> {
    // Ends with BEL: the other terminator has an escape in it, which would end what screen wraps.
    let plain = format!("\x1b]52;c;{}\x07", STANDARD.encode(bytes)).into_bytes();
    match way {
        Clipboard::Direct => plain,
        Clipboard::Tmux => {
            let mut sequence = plain.clone();
            sequence.extend_from_slice(b"\x1bPtmux;\x1b");
            sequence.extend_from_slice(&plain);
            sequence.extend_from_slice(b"\x1b\\");
            sequence
        }
        Clipboard::Screen => {
            let mut sequence = Vec::new();
            for piece in plain.chunks(SCREEN_BYTES) {
                sequence.extend_from_slice(b"\x1bP");
                sequence.extend_from_slice(piece);
                sequence.extend_from_slice(b"\x1b\\");
            }
            sequence
        }
        Clipboard::Missing => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::{ClipboardWriter, sequence};
    use crate::model::clipboard::{Clipboard, MOST_BYTES};

    #[test]
    fn a_terminal_gets_the_bytes_in_base64() {
        let bytes = sequence(Clipboard::Direct, "온\x1b]0;x\x07".as_bytes());
        assert_eq!(bytes, b"\x1b]52;c;7JioG10wO3gH\x07");
    }

    #[test]
    fn tmux_gets_them_plain_and_wrapped_with_each_escape_doubled() {
        let bytes = sequence(Clipboard::Tmux, b"a");
        assert_eq!(
            bytes,
            b"\x1b]52;c;YQ==\x07\x1bPtmux;\x1b\x1b]52;c;YQ==\x07\x1b\\"
        );
    }

    #[test]
    fn screen_gets_them_in_pieces_that_add_up() {
        let text = vec![b'x'; MOST_BYTES];
        let bytes = sequence(Clipboard::Screen, &text);
        let mut whole = Vec::new();
        let mut rest = &bytes[..];
        while let Some(piece) = rest.strip_prefix(b"\x1bP") {
            let end = piece.windows(2).position(|two| two == b"\x1b\\");
            let end = end.expect("a terminator");
            assert!(end <= super::SCREEN_BYTES);
            whole.extend_from_slice(&piece[..end]);
            rest = &piece[end + 2..];
        }
        assert!(rest.is_empty());
        assert_eq!(whole, sequence(Clipboard::Direct, &text));
        assert_eq!(whole.len(), 100_000);
    }

    #[test]
    fn what_cannot_be_written_is_an_error_and_what_has_no_clipboard_gets_nothing() {
        struct Gone;
        impl std::io::Write for Gone {
            fn write(&mut self, _: &[u8]) -> std::io::Result<usize> {
                Err(std::io::ErrorKind::BrokenPipe.into())
            }
            fn flush(&mut self) -> std::io::Result<()> {
                Ok(())
            }
        }
        let mut gone = ClipboardWriter::new(Clipboard::Direct, Box::new(Gone));
        assert!(gone.copy(b"x").is_err());
        assert_eq!(sequence(Clipboard::Missing, b"x"), b"");
    }
}
