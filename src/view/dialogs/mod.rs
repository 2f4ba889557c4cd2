//! What the delete dialog and the restore dialog have in common: frame, names, notes and buttons.

mod delete;
mod fields;
mod restore;

use ratatui::Frame;
use ratatui::layout::{Constraint, Rect};
use ratatui::style::Style;
use ratatui::symbols::border;
use ratatui::text::{Line, Span};
use ratatui::widgets::Block;

pub use delete::draw as draw_delete;
pub use restore::draw as draw_restore;

use super::{clear, theme};
use crate::app::geometry::Size;
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
    Version,
    Token,
}

/// Columns of text in a dialog on this screen.
fn text_columns(screen: Rect) -> usize {
    usize::from(screen.width.saturating_sub(4).min(WIDEST)).saturating_sub(FRAME)
}

/// Draws the frame of a dialog over the panes, and hands out its lines.
fn draw_frame(
    title: &str,
    parts: Vec<Part>,
    frame: &mut Frame<'_>,
    mut draw: impl FnMut(Part, &mut Frame<'_>, Rect),
) {
    let screen = frame.area();
    let columns = screen.width.saturating_sub(4).min(WIDEST);
    let height = u16::try_from(parts.len() + 2)
        .unwrap_or(screen.height)
        .min(screen.height);
    let area = screen.centered(Constraint::Length(columns), Constraint::Length(height));
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
        let line = Rect {
            x: inner.x + 2,
            y: inner.y + nth,
            width: inner.width.saturating_sub(3),
            height: 1,
        };
        draw(part, frame, line);
    }
}

/// Account, device and mirror in full. Where there is no room for that, each keeps a share of it, and
/// the button that changes something is off.
fn names_lines(
    names: Names<'_>,
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
