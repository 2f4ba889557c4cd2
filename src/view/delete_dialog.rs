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
use crate::app::state::AppState;
use crate::model::mirror::{MirrorName, MirrorReading};
use crate::model::outcome::live_age;
use crate::model::size::bytes;
use crate::model::width::{cut, cut_middle, width, wrap, wrap_words};

/// Columns of the labels before account, device, mirror and what is lost.
const LABEL: usize = 10;
/// Lines from the fields on: two fields, problem, gap, buttons, gap, keys.
const FIELD_LINES: u16 = 7;
/// Lines that a failure of the fresh read may take at most.
const MOST_LOST_LINES: usize = 5;

/// Draws the dialog over the panes.
pub fn draw(state: &AppState, dialog: &DeleteDialog, frame: &mut Frame<'_>) {
    let screen = frame.area();
    let columns = screen.width.saturating_sub(4).min(WIDEST);
    let text = usize::from(columns).saturating_sub(6);
    let name_columns = DeleteDialog::name_width(state.size);
    let fits = dialog.names_fit(state.size);

    let mut lines = vec![Line::default()];
    lines.push(labelled(
        "account",
        account(state, text - LABEL),
        theme::PLAIN,
    ));
    let room = usize::from(screen.height).saturating_sub(usize::from(FIXED_LINES));
    let device = wrap(dialog.target.device.shown(), name_columns);
    let mirror = wrap(dialog.mirror_words(), name_columns);
    let mirror_style = match dialog.target.mirror {
        MirrorName::Default => theme::DEFAULT_MIRROR,
        MirrorName::Named(_) => theme::STRONG,
    };
    // Where the names do not fit, each keeps at least a line, and Delete stays off.
    let mirror_lines = if fits {
        mirror.len()
    } else {
        mirror.len().min(room / 2).max(1)
    };
    let device_lines = if fits {
        device.len()
    } else {
        room.saturating_sub(mirror_lines).max(1)
    };
    push_name(&mut lines, "device", &device, device_lines, theme::STRONG);
    push_name(&mut lines, "mirror", &mirror, mirror_lines, mirror_style);
    let names = lines.len() - 2;
    let spare = (room + 1).saturating_sub(names).clamp(1, MOST_LOST_LINES);
    push_lost(&mut lines, dialog, text - LABEL, spare);
    lines.push(warning(dialog, text - LABEL));
    lines.push(Line::default());

    let top = u16::try_from(lines.len()).unwrap_or(u16::MAX);
    let height = (top + FIELD_LINES + 2).min(screen.height);
    let area = screen.centered(Constraint::Length(columns), Constraint::Length(height));
    clear(frame, area);
    // Lines at the edge of a small terminal make no sense in pieces.
    for y in [0, screen.height - 2, screen.height - 1] {
        if area.rows().any(|row| row.y == y) {
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
    let inner = Rect {
        x: inner.x + 2,
        width: inner.width.saturating_sub(3),
        ..inner
    };
    for (line, text) in (0..inner.height).zip(lines) {
        frame.render_widget(
            text,
            Rect {
                y: inner.y + line,
                height: 1,
                ..inner
            },
        );
    }
    let line = |n: u16| Rect {
        y: inner.y + top + n,
        height: 1,
        ..inner
    };
    fields::draw_version(dialog, frame, line(0));
    fields::draw_token(dialog, frame, line(1));
    if let Some(problem) = problem(dialog, fits) {
        let words = cut(&format!("✖ {problem}"), usize::from(inner.width));
        frame.render_widget(Line::styled(words, theme::DANGEROUS), line(2));
    }
    frame.render_widget(buttons(dialog, fits).centered(), line(4));
    let keys = if inner.width < 60 {
        "Tab next · Esc keep · Enter on Delete deletes"
    } else {
        "Tab next · Ctrl-U empty · Esc keep · Enter on Delete deletes"
    };
    frame.render_widget(
        Line::styled(cut(keys, usize::from(inner.width)), theme::QUIET),
        line(6),
    );
}

fn account(state: &AppState, columns: usize) -> String {
    let account = &state.setup.account;
    let name = cut(account.name(), columns / 2);
    let host = cut_middle(&account.host, columns.saturating_sub(width(&name) + 3));
    format!("{name} · {host}")
}

fn labelled(label: &str, text: String, style: Style) -> Line<'static> {
    let gap = " ".repeat(LABEL.saturating_sub(width(label)));
    Line::from(vec![
        Span::styled(format!("{label}{gap}"), theme::QUIET),
        Span::styled(text, style),
    ])
}

fn push_name(
    lines: &mut Vec<Line<'static>>,
    label: &str,
    pieces: &[&str],
    most: usize,
    style: Style,
) {
    for (nth, piece) in pieces.iter().take(most).enumerate() {
        let cut_off = nth + 1 == most && most < pieces.len();
        let text = if cut_off {
            format!("{piece} …")
        } else {
            (*piece).to_owned()
        };
        lines.push(labelled(if nth == 0 { label } else { "" }, text, style));
    }
}

fn push_lost(lines: &mut Vec<Line<'static>>, dialog: &DeleteDialog, columns: usize, most: usize) {
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
    for (nth, piece) in pieces.into_iter().enumerate() {
        lines.push(labelled(if nth == 0 { "lost" } else { "" }, piece, style));
    }
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
