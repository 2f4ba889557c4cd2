//! What a child wrote, and what an emulator makes of it.

use std::num::NonZero;
use std::time::Instant;

/// Everything that the child wrote, and what it comes to.
pub struct Output {
    /// The bytes in their order.
    pub bytes: Vec<u8>,
    emulator: vt100::Parser,
    /// When something was written last.
    pub changed_at: Instant,
    /// Whether nothing can be written any more.
    pub ended: bool,
}

impl Default for Output {
    fn default() -> Self {
        Self {
            bytes: Vec::new(),
            emulator: vt100::Parser::default(),
            changed_at: Instant::now(),
            ended: false,
        }
    }
}

impl Output {
    /// The screen as it stands.
    pub fn screen(&self) -> &vt100::Screen {
        self.emulator.screen()
    }

    /// The rows of the screen, without blanks at the ends.
    pub fn rows(&self) -> Vec<String> {
        let (_, columns) = self.screen().size();
        let rows = self.screen().rows(0, columns.get());
        rows.map(|row| row.trim_end().to_owned()).collect()
    }

    /// The words of the screen, a blank between two, so that a line break does not matter.
    pub fn words(&self) -> String {
        let text = self.rows().join("\n");
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Everything that was written, as text.
    pub fn said(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    /// Whether some bytes were written.
    pub fn has_bytes(&self, wanted: &[u8]) -> bool {
        self.bytes
            .windows(wanted.len())
            .any(|bytes| bytes == wanted)
    }

    /// Takes in what was written; nothing, where there is nobody left to write.
    pub fn take(&mut self, bytes: &[u8]) {
        self.bytes.extend(bytes);
        self.emulator.process(bytes);
        self.changed_at = Instant::now();
        self.ended = bytes.is_empty();
    }

    /// Gives the emulator another size.
    pub fn resize(&mut self, columns: u16, rows: u16) {
        let [rows, columns] = [rows, columns].map(|size| NonZero::new(size).unwrap());
        self.emulator.set_size(rows, columns);
    }
}
