//! The delete dialog: which account, device and mirror, what is lost, and under which lock.

mod fields;

use ratatui::Frame;
use ratatui::layout::{Constraint, Rect};
use ratatui::style::Style;
use ratatui::symbols::border;
use ratatui::text::{Line, Span};
use ratatui::widgets::Block;

use super::{clear, theme};
use crate::app::dialog::{DeleteDialog, FIXED_LINES, Field, FreshRead, WIDEST};
use crate::app::geometry::Size;
use crate::app::state::AppState;
use crate::model::mirror::{MirrorName, MirrorReading};
use crate::model::outcome::live_age;
use crate::model::size::bytes;
use crate::model::width::{cut, width, wrap_words};

/// Columns of the labels before account, device, mirror and what is lost.
const LABEL: usize = 10;
/// Gaps between the parts, where there is room for them.
const GAPS: usize = 4;
/// Lines that a failure of the fresh read may take at most.
const MOST_LOST_LINES: usize = 5;

/// A line of the dialog.
enum Part {
    Text(Line<'static>),
    Version,
    Token,
}

/// Draws the dialog over the panes.
pub fn draw(state: &AppState, dialog: &DeleteDialog, frame: &mut Frame<'_>) {
    let screen = frame.area();
    let columns = screen.width.saturating_sub(4).min(WIDEST);
    let parts = parts(state.size, dialog, usize::from(columns).saturating_sub(6));
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
    let style = theme::DANGEROUS;
    let block = Block::bordered()
        .border_set(border::ROUNDED)
        .border_style(style)
        .title_top(Line::styled("─ Delete mirror ", style));
    let inner = block.inner(area);
    frame.render_widget(block, area);
    for (nth, part) in (0..inner.height).zip(parts) {
        let width = inner.width.saturating_sub(3);
        let line = Rect {
            x: inner.x + 2,
            y: inner.y + nth,
            width,
            height: 1,
        };
        match part {
            Part::Text(text) => frame.render_widget(text, line),
            Part::Version => fields::draw_version(dialog, frame, line),
            Part::Token => fields::draw_token(dialog, frame, line),
        }
    }
}

/// The lines from top to bottom, as many as the terminal has room for.
fn parts(size: Size, dialog: &DeleteDialog, columns: usize) -> Vec<Part> {
    let fits = dialog.names_fit(size);
    let room = usize::from(size.rows.saturating_sub(FIXED_LINES));
    let names = names(size, dialog, room);
    let mut spare = room.saturating_sub(names.len());
    let mut gap = || {
        let gap = spare > 0;
        spare = spare.saturating_sub(1);
        gap.then(|| Part::Text(Line::default()))
    };
    let [above_fields, top, above_buttons, above_keys]: [_; GAPS] = std::array::from_fn(|_| gap());
    let lost = lost_lines(dialog, columns - LABEL, (spare + 1).min(MOST_LOST_LINES));
    let problem = problem(dialog, fits).map(|problem| cut(&format!("✖ {problem}"), columns));
    let keys = if columns < 60 {
        "Tab next · Esc keep · Enter on Delete deletes"
    } else {
        "Tab next · Ctrl-U empty · Esc keep · Enter on Delete deletes"
    };
    let mut parts: Vec<Part> = top.into_iter().collect();
    parts.extend(names.into_iter().chain(lost).map(Part::Text));
    parts.push(Part::Text(warning(dialog, columns - LABEL)));
    parts.extend(above_fields);
    parts.extend([Part::Version, Part::Token]);
    parts.push(Part::Text(Line::styled(
        problem.unwrap_or_default(),
        theme::DANGEROUS,
    )));
    parts.extend(above_buttons);
    parts.push(Part::Text(buttons(dialog, fits).centered()));
    parts.extend(above_keys);
    parts.push(Part::Text(Line::styled(keys, theme::QUIET)));
    parts
}

/// Account, device and mirror in full. Where there is no room for that, each keeps a share of it, and
/// *Delete* is off.
fn names(size: Size, dialog: &DeleteDialog, room: usize) -> Vec<Line<'static>> {
    let mirror_style = match dialog.target.mirror {
        MirrorName::Default => theme::DEFAULT_MIRROR,
        MirrorName::Named(_) => theme::STRONG,
    };
    let most = if dialog.names_fit(size) {
        usize::MAX
    } else {
        (room / 3).max(1)
    };
    let labels = ["account", "device", "mirror"];
    let styles = [theme::PLAIN, theme::STRONG, mirror_style];
    let mut lines = Vec::new();
    for ((label, style), pieces) in labels.into_iter().zip(styles).zip(dialog.names(size)) {
        for (nth, piece) in pieces.iter().take(most).enumerate() {
            let cut_off = nth + 1 == most && most < pieces.len();
            let text = if cut_off {
                cut(&format!("{piece}  "), width(piece))
            } else {
                (*piece).to_owned()
            };
            lines.push(labelled(if nth == 0 { label } else { "" }, text, style));
        }
    }
    lines
}

fn labelled(label: &str, text: String, style: Style) -> Line<'static> {
    let gap = " ".repeat(LABEL.saturating_sub(width(label)));
    let label_style = if label == "⚠" { style } else { theme::QUIET };
    Line::from(vec![
        Span::styled(format!("{label}{gap}"), label_style),
        Span::styled(text, style),
    ])
}

fn lost_lines(dialog: &DeleteDialog, columns: usize, most: usize) -> Vec<Line<'static>> {
    let (words, style) = match &dialog.fresh {
        FreshRead::Reading => ("reading…".to_owned(), theme::QUIET),
        FreshRead::Found(reading) => (lost(reading), theme::PLAIN),
        FreshRead::Absent => (
            "nothing: the service says that there is no such mirror".to_owned(),
            theme::WARNED,
        ),
        FreshRead::Failed(error) => (
            format!("could not be read: {error}. {}", error.advice()),
            theme::WARNED,
        ),
    };
    let mut pieces = wrap_words(&words, columns);
    if pieces.len() > most {
        pieces.truncate(most);
        if let Some(last) = pieces.last_mut() {
            *last = format!("{}…", cut(last, columns - 1).trim_end_matches('…'));
        }
    }
    let lines = pieces.into_iter().enumerate();
    lines
        .map(|(nth, piece)| labelled(if nth == 0 { "lost" } else { "" }, piece, style))
        .collect()
}

fn lost(reading: &MirrorReading) -> String {
    let rows = &reading.comparison;
    let keys = if rows.keys == 1 {
        "1 key".to_owned()
    } else {
        format!("{} keys", rows.keys)
    };
    let size = bytes(reading.document.body.len());
    let drift = match rows.differing {
        0 => "nothing differs".to_owned(),
        1 => "1 differs".to_owned(),
        number => format!("{number} differ"),
    };
    format!("{keys}, {size}, {drift}; no undo")
}

/// The place for a warning is kept, so that nothing moves when it appears.
fn warning(dialog: &DeleteDialog, columns: usize) -> Line<'static> {
    let FreshRead::Found(reading) = &dialog.fresh else {
        return Line::default();
    };
    let live = live_age(reading.comparison.last_report_ms, reading.read_at_ms);
    let [long, short] = match (live, reading.document.version) {
        (Some(ago), _) => [
            format!("reported {ago}: a live device may write it back"),
            format!("reported {ago}: it may come back"),
        ],
        (None, None) => [
            "it came without a version, so no lock is possible".to_owned(),
            "no version, so no lock is possible".to_owned(),
        ],
        (None, Some(_)) => return Line::default(),
    };
    let words = if width(&long) <= columns { long } else { short };
    labelled("⚠", cut(&words, columns), theme::WARNED)
}

fn buttons(dialog: &DeleteDialog, fits: bool) -> Line<'static> {
    let on = matches!(dialog.fresh, FreshRead::Found(_)) && fits;
    let keep = dialog.field == Field::Keep;
    let delete = dialog.field == Field::Delete;
    let delete_style = match (on, delete) {
        (true, true) => theme::DANGEROUS.patch(theme::selected(true)),
        (true, false) => theme::DANGEROUS,
        (false, true) => theme::QUIET.patch(theme::selected(true)),
        (false, false) => theme::QUIET,
    };
    let keep_style = if keep {
        theme::selected(true)
    } else {
        theme::PLAIN
    };
    let label = |word: &str, focused: bool| {
        if focused {
            format!("[ {word} ]")
        } else {
            format!("  {word}  ")
        }
    };
    Line::from(vec![
        Span::styled(label("Keep", keep), keep_style),
        Span::raw("      "),
        Span::styled(label("Delete", delete), delete_style),
    ])
}

fn problem(dialog: &DeleteDialog, fits: bool) -> Option<String> {
    let typed = dialog
        .parsed_version()
        .err()
        .or_else(|| dialog.parsed_token().err());
    let cut = (!fits).then(|| "the names do not fit here: enlarge the window to delete".to_owned());
    dialog.problem.clone().or(typed).or(cut)
}
