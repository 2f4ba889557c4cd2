//! The last touch on a drawn frame.

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};

use super::{LOOK, colour};
use crate::model::look::Role;
use crate::model::signs::in_ascii;

/// What is the same for every cell of a frame, once all of it is drawn: the theme's own ground and
/// ink where nothing else was asked for, the selected row's ground, signs in ASCII.
pub fn finish(buffer: &mut Buffer) {
    let paints = Paints {
        ground: colour(Role::Ground),
        plain: colour(Role::Plain),
        selection: colour(Role::Selection),
        border: colour(Role::Border),
        frame: colour(Role::Frame),
    };
    let is_in_ascii = LOOK.with_borrow(|look| look.in_ascii);
    let has_colours = paints.plain != Color::Reset || paints.ground != Color::Reset;
    if !has_colours && !is_in_ascii {
        return;
    }
    for cell in &mut buffer.content {
        if has_colours {
            paints.paint(cell);
        }
        if is_in_ascii {
            spell(cell);
        }
    }
}

/// The colours that every cell of a frame may need.
struct Paints {
    ground: Color,
    plain: Color,
    selection: Color,
    border: Color,
    frame: Color,
}

impl Paints {
    fn paint(&self, cell: &mut Cell) {
        if cell.fg == Color::Reset {
            cell.fg = self.plain;
        } else if cell.fg == self.border && is_line(cell.symbol()) {
            cell.fg = self.frame;
        }
        if cell.bg != Color::Reset {
            return;
        }
        if cell.modifier.contains(Modifier::REVERSED) && self.selection != Color::Reset {
            // Reversed it stays, for those who see no colours; to be reversed, ink and ground change
            // places, and each ink keeps its colour.
            cell.bg = cell.fg;
            cell.fg = self.selection;
        } else {
            cell.bg = self.ground;
        }
    }
}

/// Whether it is part of the frame of a pane.
fn is_line(symbol: &str) -> bool {
    matches!(symbol, "─" | "│" | "╭" | "╮" | "╰" | "╯")
}

/// A sign is one character without marks; what is not, is somebody's text.
fn spell(cell: &mut Cell) {
    let mut chars = cell.symbol().chars();
    if let (Some(sign), None) = (chars.next(), chars.next())
        && let Some(ascii) = in_ascii(sign)
    {
        cell.set_char(ascii);
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use ratatui::buffer::{Buffer, Cell};
    use ratatui::style::{Color, Modifier, Style};

    use super::finish;
    use crate::app::notice::Tone as Notice;
    use crate::model::account::AccountColour;
    use crate::model::colour::{Colour, Depth, Rgb};
    use crate::model::look::{Look, Role, Theme, Tone};
    use crate::view::theme;

    /// Each role in a colour of its own.
    fn look() -> Arc<Look> {
        let mut theme = Theme::terminal();
        for (nth, (_, role)) in (0..).zip(Role::ALL) {
            let rich = Colour::Rgb(Rgb(nth, 0, 0));
            theme.set(role, Tone { rich, few: None });
        }
        Arc::new(theme.look(Depth::All))
    }

    fn of(role: Role) -> Color {
        Color::Rgb(role as u8, 0, 0)
    }

    fn finished(look: &Arc<Look>, text: &str, style: impl FnOnce() -> Style) -> Buffer {
        theme::looking(look, || {
            let mut buffer = Buffer::with_lines([text]);
            buffer.set_style(buffer.area, style());
            finish(&mut buffer);
            buffer
        })
    }

    #[test]
    fn each_cell_gets_its_ink_and_ground() {
        let painted = |text: &str, style: fn() -> Style| {
            let buffer = finished(&look(), text, style);
            let cell = &buffer.content[0];
            let is_reversed = cell.modifier.contains(Modifier::REVERSED);
            (cell.fg, cell.bg, is_reversed)
        };
        let [ground, plain] = [of(Role::Ground), of(Role::Plain)];
        assert_eq!(painted("a", theme::plain), (plain, ground, false));
        assert_eq!(
            painted("a", theme::warned),
            (of(Role::Warning), ground, false)
        );
        assert_eq!(
            painted("─", || theme::border(false)),
            (of(Role::Frame), ground, false)
        );
        assert_eq!(
            painted("a", || theme::border(false)),
            (of(Role::Border), ground, false)
        );
        // Reversed, the ground is the first and the ink the second.
        let selection = of(Role::Selection);
        assert_eq!(
            painted("a", || theme::selected(true)),
            (selection, plain, true)
        );
        assert_eq!(
            painted("a", || theme::quiet().patch(theme::selected(true))),
            (selection, of(Role::Quiet), true)
        );
        assert_eq!(
            painted("a", || theme::selected(false)),
            (plain, of(Role::SelectionAway), false)
        );
        assert_eq!(
            painted("a", || theme::dangerous().patch(theme::pressed())),
            (of(Role::Danger), of(Role::OnBlock), true)
        );
        assert_eq!(
            painted("a", || theme::account(Some(AccountColour::Red))),
            (of(Role::LabelRed), of(Role::OnBlock), true)
        );
    }

    #[test]
    fn the_terminals_own_palette_is_left_as_it_is() {
        let buffer = finished(&Arc::default(), "▸", || theme::notice(Notice::Bad).1);
        let cell = &buffer.content[0];
        assert_eq!(
            (cell.symbol(), cell.fg, cell.bg),
            ("▸", Color::Indexed(1), Color::Reset)
        );
    }

    #[test]
    fn of_two_roles_one_over_the_other_only_the_upper_is_seen() {
        for look in [Arc::default(), Arc::new(Look::colourless()), look()] {
            for (lower, upper) in [
                (
                    theme::dangerous as fn() -> Style,
                    theme::strong as fn() -> Style,
                ),
                (theme::quiet, theme::changed),
                (theme::dangerous, theme::quiet),
                (theme::strong, || theme::border(false)),
            ] {
                let alone = finished(&look, "a", upper);
                let over = finished(&look, "a", || lower().patch(upper()));
                assert_eq!(over, alone);
            }
        }
    }

    #[test]
    fn signs_are_spelt_and_writing_stays() {
        let ascii = Arc::new(Look::default().with_ascii(true));
        let buffer = finished(&ascii, "▸ 공장·≠…e\u{301}", Style::new);
        let text: String = buffer.content.iter().map(Cell::symbol).collect();
        assert_eq!(text.replace(' ', ""), ">공장.*~e\u{301}");
    }

    #[test]
    fn a_look_ends_with_its_call() {
        let plain = theme::warned();
        let inner = theme::looking(&look(), || {
            let within = theme::looking(&Arc::new(Look::colourless()), theme::warned);
            (within.fg, theme::warned().fg)
        });
        assert_eq!(inner, (Some(Color::Reset), Some(of(Role::Warning))));
        let crashed = std::panic::catch_unwind(|| theme::looking(&look(), || panic!("on purpose")));
        assert!(crashed.is_err());
        assert_eq!(theme::warned(), plain);
    }
}
