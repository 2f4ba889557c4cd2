//! The half that is left of a wide character when another is drawn over its first column. A terminal
//! empties it in its own ground, and ratatui, which steps over the covered column (0.30.2), takes a cell
//! that is blank before and after for drawn.

use ratatui::backend::Backend;
use ratatui::buffer::{Buffer, Cell, CellDiffOption, CellWidth as _};
use ratatui::layout::Rect;
use ratatui::{Frame, Terminal};

/// No character of two columns is shorter, bytes: what is shorter need not be measured.
const SHORTEST: usize = 3;

/// Where the wide characters of the last frame began.
#[derive(Debug, Default)]
pub struct Halves {
    area: Rect,
    /// Numbers of cells, rising.
    wide: Vec<usize>,
}

impl Halves {
    /// Draws a frame, and with it what is left of characters of the one before.
    ///
    /// # Errors
    /// The terminal cannot be written to.
    pub fn draw<B: Backend>(
        &mut self,
        terminal: &mut Terminal<B>,
        render: impl FnOnce(&mut Frame<'_>),
    ) -> Result<(), B::Error> {
        terminal.draw(|frame| {
            render(frame);
            self.mend(frame.buffer_mut());
        })?;
        Ok(())
    }

    fn mend(&mut self, frame: &mut Buffer) {
        let cells = frame.content.iter().enumerate();
        let is_wide = |cell: &Cell| cell.symbol().len() >= SHORTEST && cell.cell_width() > 1;
        let wide = cells.filter_map(|(at, cell)| is_wide(cell).then_some(at));
        let wide: Vec<usize> = wide.collect();
        if self.area == frame.area {
            for at in &wide {
                // Where the half lies in the next row, nothing was left of a character in this one.
                let left = at + 2;
                if self.wide.binary_search(&(at + 1)).is_ok()
                    && left % usize::from(frame.area.width) >= 2
                    && let Some(cell) = frame.content.get_mut(left)
                    && cell.symbol() == " "
                {
                    cell.set_diff_option(CellDiffOption::AlwaysUpdate);
                }
            }
        }
        (self.area, self.wide) = (frame.area, wide);
    }
}

#[cfg(test)]
mod tests {
    use ratatui::buffer::Buffer;

    use super::Halves;

    /// The columns that are drawn when one line follows another.
    fn drawn(before: &str, after: &str) -> Vec<u16> {
        let mut halves = Halves::default();
        let mut frames = [before, after].map(|line| Buffer::with_lines([line]));
        for frame in &mut frames {
            halves.mend(frame);
        }
        let [before, after] = frames;
        let cells = before.diff(&after);
        cells.iter().map(|(column, ..)| *column).collect()
    }

    #[test]
    fn the_half_that_is_left_is_drawn_though_it_was_blank_before() {
        assert_eq!(drawn(" 운 b", "통  b"), [0, 2]);
        assert_eq!(drawn("운  b", "통  b"), [0]);
        assert_eq!(drawn("a 운b", "a 통b"), [2]);
        assert!(drawn("통  b", "통  b").is_empty());
    }
}
