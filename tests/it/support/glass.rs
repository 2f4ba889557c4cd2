//! A terminal in memory: what ratatui really writes, read by an emulator.
//!
//! Unlike ratatui's `TestBackend`, it shows what a real terminal makes of wide characters that are
//! overwritten by half.

use std::cell::RefCell;
use std::io::{self, Write};
use std::num::NonZero;
use std::rc::Rc;

use mirrordeck::app::state::AppState;
use mirrordeck::view::view;
use ratatui::backend::CrosstermBackend;
use ratatui::layout::Rect;
use ratatui::{Frame, Terminal, TerminalOptions, Viewport};

use super::tame::is_tame;

#[derive(Clone, Default)]
struct Bytes(Rc<RefCell<Vec<u8>>>);

impl Write for Bytes {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A terminal of some size and what stands on it.
pub struct Glass {
    terminal: Terminal<CrosstermBackend<Bytes>>,
    bytes: Bytes,
    parser: vt100::Parser,
    size: (u16, u16),
}

impl Glass {
    pub fn new(columns: u16, rows: u16) -> Self {
        let bytes = Bytes::default();
        let (wide, high) = (NonZero::new(columns.max(1)), NonZero::new(rows.max(1)));
        let options = TerminalOptions {
            viewport: Viewport::Fixed(Rect::new(0, 0, columns, rows)),
        };
        let backend = CrosstermBackend::new(bytes.clone());
        Self {
            terminal: Terminal::with_options(backend, options).unwrap(),
            bytes,
            parser: vt100::Parser::new(high.unwrap(), wide.unwrap(), 0),
            size: (columns, rows),
        }
    }

    /// Draws one frame; a new size begins with an empty screen, as terminals do.
    pub fn draw(&mut self, state: &AppState) {
        let size = (state.size.columns, state.size.rows);
        if size != self.size {
            *self = Self::new(size.0, size.1);
        }
        self.draw_by(|frame| view(state, frame));
    }

    /// Draws one frame of something else than the dashboard.
    pub fn draw_by(&mut self, draw: impl FnOnce(&mut Frame<'_>)) {
        let frame = self.terminal.draw(draw).unwrap();
        for cell in frame.buffer.content() {
            // Whatever the test is about: no frame may hold what could steer a terminal.
            assert!(cell.symbol().chars().all(is_tame), "{:?}", cell.symbol());
        }
        let bytes = std::mem::take(&mut *self.bytes.0.borrow_mut());
        self.parser.process(&bytes);
    }

    /// What the emulator shows.
    pub fn screen(&self) -> &vt100::Screen {
        self.parser.screen()
    }

    /// The text, a line each, without blanks at the ends.
    pub fn text(&self) -> String {
        let (columns, _) = self.size;
        let rows: Vec<String> = self.screen().rows(0, columns).collect();
        let rows: Vec<&str> = rows.iter().map(|row| row.trim_end()).collect();
        rows.join("\n")
    }

    /// The text of one cell; empty for the second half of a wide character.
    pub fn cell(&self, column: u16, row: u16) -> &str {
        self.screen()
            .cell(row, column)
            .map_or("", vt100::Cell::contents)
    }
}
