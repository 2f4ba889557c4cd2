//! What dialogs have in common: where they and their lines lie, frame, names, notes and buttons.

mod delete;
mod fields;
mod restore;

use ratatui::Frame;
use ratatui::layout::{Constraint, Position, Rect};
use ratatui::style::Style;
use ratatui::symbols::border;
use ratatui::text::{Line, Span};
use ratatui::widgets::Block;

pub use delete::{draw as draw_delete, part_at as part_of_delete};
pub use restore::{draw as draw_restore, part_at as part_of_restore};

use super::{clear, theme};
use crate::app::geometry::Size;
use crate::app::mouse::DialogPart;
use crate::app::names::{Names, WIDEST};
use crate::model::mirror::{MirrorId, MirrorName};
use crate::model::width::{cut, width, wrap_words_to};
use crate::words;

/// Columns of the labels before account, device, mirror and the notes.
const LABEL: usize = 10;
/// Columns of a dialog that are not text: frame and padding.
const FRAME: usize = 6;

/// A line of a dialog.
enum Part {
    Text(Line<'static>),
    /// The button that changes nothing, a gap, and the one that changes something.
    Buttons(Line<'static>),
    Version,
    Token,
}

/// Columns of text in a dialog on this screen.
pub(in crate::view) fn text_columns(screen: Rect) -> usize {
    usize::from(screen.width.saturating_sub(4).min(WIDEST)).saturating_sub(FRAME)
}

/// The area of a dialog with so many lines.
pub(in crate::view) fn area_of(lines: usize, screen: Rect) -> Rect {
    let columns = screen.width.saturating_sub(4).min(WIDEST);
    let height = u16::try_from(lines + 2)
        .unwrap_or(screen.height)
        .min(screen.height);
    screen.centered(Constraint::Length(columns), Constraint::Length(height))
}

/// The area of a line of a dialog.
pub(in crate::view) fn line_of(nth: u16, dialog: Rect) -> Rect {
    Rect {
        x: dialog.x + 3,
        y: dialog.y + 1 + nth,
        width: dialog.width.saturating_sub(5),
        height: 1,
    }
}

/// What of a dialog lies in a cell of the screen.
fn part_at(parts: &[Part], screen: Rect, cell: Position) -> Option<DialogPart> {
    let area = area_of(parts.len(), screen);
    let lines = (0..area.height.saturating_sub(2)).zip(parts);
    let (line, part) = lines
        .map(|(nth, part)| (line_of(nth, area), part))
        .find(|(line, _)| line.contains(cell))?;
    match part {
        Part::Text(_) => None,
        Part::Version => Some(DialogPart::Version),
        Part::Token => Some(DialogPart::Token),
        Part::Buttons(buttons) => button_at(buttons, line, cell.x),
    }
}

/// Which of two centred buttons with a gap between them lies in a column.
pub(in crate::view) fn button_at(
    buttons: &Line<'_>,
    line: Rect,
    column: u16,
) -> Option<DialogPart> {
    let widths: Vec<_> = buttons.spans.iter().map(Span::width).collect();
    let [first, gap, second] = widths[..] else {
        return None;
    };
    let taken = u16::try_from(first + gap + second).unwrap_or(line.width);
    // As ratatui centres a line.
    let left = line.x + (line.width.saturating_sub(taken)) / 2;
    let at = usize::from(column.checked_sub(left)?);
    if at < first {
        return Some(DialogPart::Keep);
    }
    let is_second = (first + gap..first + gap + second).contains(&at);
    is_second.then_some(DialogPart::Change)
}

/// Draws the frame of a dialog over the panes, and hands out its lines.
fn draw_frame(
    title: &str,
    parts: Vec<Part>,
    frame: &mut Frame<'_>,
    mut draw: impl FnMut(Part, &mut Frame<'_>, Rect),
) {
    let screen = frame.area();
    let area = area_of(parts.len(), screen);
    clear(frame, area);
    // Lines at the edge of a small terminal make no sense in pieces.
    for y in [0, screen.height - 2, screen.height - 1] {
        if (area.top()..area.bottom()).contains(&y) {
            clear(
                frame,
                Rect {
                    y,
                    height: 1,
                    ..screen
                },
            );
        }
    }
    let style = theme::dangerous();
    let block = Block::bordered()
        .border_set(border::ROUNDED)
        .border_style(style)
        .title_top(Line::styled(format!("─ {title} "), style));
    let inner = block.inner(area);
    frame.render_widget(block, area);
    for (nth, part) in (0..inner.height).zip(parts) {
        let line = line_of(nth, area);
        draw(part, frame, line);
    }
}

/// Account, device and mirror in full. Where there is no room for that, each keeps a share of it, and
/// the button that changes something is off.
fn names_lines(
    names: &Names<'_>,
    target: &MirrorId,
    size: Size,
    fixed_lines: u16,
) -> Vec<Line<'static>> {
    let mirror_style = match target.mirror {
        MirrorName::Default => theme::default_mirror(),
        MirrorName::Named(_) => theme::strong(),
    };
    let room = usize::from(size.rows.saturating_sub(fixed_lines));
    let most = if names.fit(size, fixed_lines) {
        usize::MAX
    } else {
        (room / 3).max(1)
    };
    let labels = [
        words!("dialog-account"),
        words!("dialog-device"),
        words!("dialog-mirror"),
    ];
    let styles = [theme::plain(), theme::strong(), mirror_style];
    let mut lines = Vec::new();
    for ((label, style), pieces) in labels.into_iter().zip(styles).zip(names.lines(size)) {
        for (nth, piece) in pieces.iter().take(most).enumerate() {
            let cut_off = nth + 1 == most && most < pieces.len();
            let text = if cut_off {
                cut(&format!("{piece}  "), width(piece))
            } else {
                (*piece).to_owned()
            };
            lines.push(labelled(if nth == 0 { &label } else { "" }, text, style));
        }
    }
    lines
}

/// A label and its text on one line.
fn labelled(label: &str, text: String, style: Style) -> Line<'static> {
    let gap = " ".repeat(LABEL.saturating_sub(width(label)));
    let label_style = if label == "⚠" {
        style
    } else {
        theme::quiet()
    };
    Line::from(vec![
        Span::styled(format!("{label}{gap}"), label_style),
        Span::styled(text, style),
    ])
}

/// A label and its text on as many lines as it needs, at most `most`.
fn noted(
    label: &str,
    words: &str,
    style: Style,
    columns: usize,
    most: usize,
) -> Vec<Line<'static>> {
    let columns = columns.saturating_sub(LABEL).max(2);
    let pieces = wrap_words_to(words, columns, most);
    let lines = pieces.into_iter().enumerate();
    lines
        .map(|(nth, piece)| labelled(if nth == 0 { label } else { "" }, piece, style))
        .collect()
}

/// The button that changes nothing and the one that changes something.
fn buttons(keep_in_focus: bool, (word, in_focus, is_on): (&str, bool, bool)) -> Line<'static> {
    let danger_style = match (is_on, in_focus) {
        (true, true) => theme::dangerous().patch(theme::pressed()),
        (true, false) => theme::dangerous(),
        (false, true) => theme::quiet().patch(theme::pressed()),
        (false, false) => theme::quiet(),
    };
    let keep_style = if keep_in_focus {
        theme::pressed()
    } else {
        theme::plain()
    };
    let label = |word: &str, focused: bool| {
        if focused {
            format!("[ {word} ]")
        } else {
            format!("  {word}  ")
        }
    };
    Line::from(vec![
        Span::styled(label(&words!("dialog-keep"), keep_in_focus), keep_style),
        Span::raw("      "),
        Span::styled(label(word, in_focus), danger_style),
    ])
}
