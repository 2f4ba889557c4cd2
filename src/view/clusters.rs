//! Signs of several characters, each with columns of its own: conjuncts of Indic scripts, flags, old
//! Hangul. ratatui puts all of it into one cell and takes the cells behind for covered; a terminal puts
//! a character a cell, and keeps the later ones when ratatui replaces the first.

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use unicode_width::UnicodeWidthChar as _;

/// The shortest sign of two characters with columns has so many bytes.
const SHORTEST: usize = 4;

/// Puts each character that has columns into a cell of its own. Hardly any frame has a sign of several,
/// and each is looked through for them.
pub fn part(buffer: &mut Buffer) {
    let area = buffer.area;
    let is_several = |cell: &Cell| {
        let symbol = cell.symbol();
        symbol.len() >= SHORTEST && columns_of(symbol).take(2).count() > 1
    };
    let cells = buffer.content.iter().enumerate();
    let several = cells.filter_map(|(nth, cell)| is_several(cell).then_some(nth));
    for nth in several.collect::<Vec<_>>() {
        let (x, y) = buffer.pos_of(nth);
        // One before it may have been longer.
        if is_several(&buffer[(x, y)]) {
            part_one(buffer, area, x, y);
        }
    }
}

/// The columns of each character that has any.
fn columns_of(symbol: &str) -> impl Iterator<Item = usize> {
    let columns = symbol.chars().filter_map(char::width);
    columns.filter(|columns| *columns > 0)
}

fn part_one(buffer: &mut Buffer, area: Rect, x: u16, y: u16) {
    let first = buffer[(x, y)].clone();
    let mut at = x;
    let mut rest = first.symbol();
    while let Some(c) = rest.chars().next() {
        // A character and the marks upon it.
        let next = rest[c.len_utf8()..]
            .find(|c: char| c.width() != Some(0))
            .map_or(rest.len(), |next| c.len_utf8() + next);
        let (piece, others) = rest.split_at(next);
        rest = others;
        if at >= area.right() {
            return;
        }
        buffer[(at, y)].set_symbol(piece).set_style(first.style());
        at = at.saturating_add(u16::try_from(c.width().unwrap_or(0)).unwrap_or(0));
    }
}

#[cfg(test)]
mod tests {
    use ratatui::buffer::Buffer;
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    use super::part;

    #[test]
    fn each_character_gets_its_cell_with_the_marks_upon_it() {
        let area = Rect::new(0, 0, 14, 1);
        let mut buffer = Buffer::empty(area);
        let text = "\u{1f1f0}\u{1f1f7}\u{1100}각e\u{301}क्ष한|";
        buffer.set_string(0, 0, text, Style::new().bold());
        part(&mut buffer);
        let cells = [
            "\u{1f1f0}",
            "\u{1f1f7}",
            "\u{1100}",
            " ",
            "각",
            " ",
            "e\u{301}",
            "क्",
            "ष",
            "한",
            " ",
            "|",
        ];
        for (x, wanted) in (0..).zip(cells) {
            assert_eq!(buffer[(x, 0)].symbol(), wanted, "{x}");
        }
        assert!(
            buffer[(8, 0)]
                .style()
                .add_modifier
                .contains(ratatui::style::Modifier::BOLD)
        );
    }
}
