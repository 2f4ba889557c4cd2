//! The restore dialog: which account, device and mirror, what comes back, what stands there now, and
//! what cannot come back.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::{Part, buttons, draw_frame, fields, labelled, names_lines, noted, text_columns};
use crate::app::dialog::FreshRead;
use crate::app::geometry::Size;
use crate::app::mouse::DialogPart;
use crate::app::restore_dialog::{RestoreDialog, RestoreField};
use crate::app::state::AppState;
use crate::i18n::Text;
use crate::model::cell::Cell;
use crate::model::difference::{Difference, DifferenceRow};
use crate::model::size::bytes;
use crate::model::time::date_time;
use crate::model::width::{cut, cut_middle};
use crate::view::theme;
use crate::{text, words};

/// Gaps between the parts, where there is room for them.
const GAPS: usize = 4;
/// Lines that what stands now may take at most.
const MOST_NOW_LINES: usize = 4;
/// Lines of differences at most.
const MOST_DIFFERENCES: usize = 10;

/// Draws the dialog over the panes.
pub fn draw(state: &AppState, dialog: &RestoreDialog, frame: &mut Frame<'_>) {
    let title = if dialog.overwrites {
        words!("restore-title-overwrite")
    } else {
        words!("restore-title")
    };
    let parts = parts(state, dialog, text_columns(frame.area()));
    draw_frame(&title, parts, frame, |part, frame, line| match part {
        Part::Text(text) | Part::Buttons(text) => frame.render_widget(text, line),
        Part::Version => {}
        Part::Token => {
            let in_focus = dialog.field == RestoreField::Token;
            fields::draw_token(&dialog.token, in_focus, frame, line);
        }
    });
}

/// What of the dialog lies in a cell of the screen.
pub fn part_at(
    state: &AppState,
    dialog: &RestoreDialog,
    screen: Rect,
    cell: Position,
) -> Option<DialogPart> {
    let parts = parts(state, dialog, text_columns(screen));
    super::part_at(&parts, screen, cell)
}

/// The lines from top to bottom, as many as the terminal has room for.
fn parts(state: &AppState, dialog: &RestoreDialog, columns: usize) -> Vec<Part> {
    let size = state.size;
    let target = &dialog.copy.head.target;
    let fixed = dialog.fixed_lines();
    let names = names_lines(&dialog.names(), target, size, fixed);
    let room = usize::from(size.rows.saturating_sub(fixed));
    let mut spare = room.saturating_sub(names.len());
    let (words, style) = now(dialog);
    let now = noted(
        &words!("restore-now"),
        &words,
        style,
        columns,
        (spare + 1).min(MOST_NOW_LINES),
    );
    spare = spare.saturating_sub(now.len() - 1);
    let other_key = other_key(state, dialog)
        .map(|words| noted("⚠", &words, theme::warned(), columns, (spare + 1).min(2)))
        .unwrap_or_default();
    spare = spare.saturating_sub(other_key.len().saturating_sub(1));
    let mut gap = || {
        let gap = spare > 0;
        spare = spare.saturating_sub(1);
        gap.then(|| Part::Text(Line::default()))
    };
    let [above_field, top, above_buttons, above_keys]: [_; GAPS] = std::array::from_fn(|_| gap());
    // One line of it has its place where it is to be overwritten.
    let most = (spare + usize::from(dialog.overwrites)).min(MOST_DIFFERENCES);
    let difference = match &dialog.difference {
        Some(difference) if most > 0 => rows(difference, columns, most),
        _ => vec![],
    };

    let mut parts: Vec<Part> = top.into_iter().collect();
    parts.extend(names.into_iter().map(Part::Text));
    parts.push(Part::Text(copy(state, dialog, columns)));
    parts.extend(other_key.into_iter().chain(now).map(Part::Text));
    parts.extend(difference.into_iter().map(Part::Text));
    parts.push(Part::Text(labelled(
        "⚠",
        // Said plainly in every restore dialog.
        cut(
            &words!("restore-not-back"),
            columns.saturating_sub(super::LABEL),
        ),
        theme::warned(),
    )));
    parts.extend(above_field);
    parts.push(Part::Token);
    let problem = problem(dialog, size).map(|problem| cut(&format!("✖ {problem}"), columns));
    parts.push(Part::Text(Line::styled(
        problem.unwrap_or_default(),
        theme::dangerous(),
    )));
    parts.extend(above_buttons);
    let word = match (dialog.overwrites, &dialog.now) {
        (true, FreshRead::Found(now)) => match now.document.version {
            Some(version) => words!("restore-overwrite-version", version = version.to_string()),
            None => words!("restore-overwrite"),
        },
        (false, FreshRead::Found(_)) => words!("restore-asks"),
        _ => words!("restore-restore"),
    };
    let is_on = dialog.obstacle(size).is_none();
    let restore = (word.as_str(), dialog.field == RestoreField::Restore, is_on);
    let buttons = buttons(dialog.field == RestoreField::Keep, restore);
    parts.push(Part::Buttons(buttons.centered()));
    parts.extend(above_keys);
    parts.push(Part::Text(Line::styled(
        keys(dialog, columns),
        theme::quiet(),
    )));
    parts
}

fn keys(dialog: &RestoreDialog, columns: usize) -> String {
    match (dialog.overwrites, columns < 60) {
        (true, _) => words!("restore-keys-overwrite"),
        (false, true) => words!("restore-keys-short"),
        (false, false) => words!("restore-keys"),
    }
}

/// What comes back.
fn copy(state: &AppState, dialog: &RestoreDialog, columns: usize) -> Line<'static> {
    let (head, reading) = (&dialog.copy.head, &dialog.copy.reading);
    let version = head.version.map_or_else(
        || text!("restore-unversioned"),
        |version| Text::verbatim(format!("v{version}")),
    );
    let keys = text!("pane-keys", count = reading.comparison.keys);
    let size = bytes(reading.document.body.len());
    let read = date_time(head.read_at_ms, &state.setup.zone);
    let words = if dialog.copy.fate.restored.is_some() {
        words!(
            "restore-comes-again",
            version = version,
            time = read,
            keys = keys,
            size = size
        )
    } else {
        words!(
            "restore-comes",
            version = version,
            time = read,
            keys = keys,
            size = size
        )
    };
    let words = cut(&words, columns.saturating_sub(super::LABEL));
    labelled(&words!("restore-copy"), words, theme::plain())
}

/// What stands there.
fn now(dialog: &RestoreDialog) -> (String, Style) {
    match &dialog.now {
        FreshRead::Reading => (words!("dialog-reading"), theme::quiet()),
        FreshRead::Absent => (words!("restore-none"), theme::plain()),
        FreshRead::Failed(error) => (
            words!("dialog-unread", error = error.in_full()),
            theme::warned(),
        ),
        FreshRead::Found(now) => {
            let version = now.document.version.map_or_else(
                || text!("restore-one-unversioned"),
                |version| Text::verbatim(format!("v{version}")),
            );
            if dialog.is_same() {
                let words = words!("restore-same", version = version);
                return (words, theme::plain());
            }
            let differing = dialog
                .difference
                .as_ref()
                .map_or_else(Text::empty, Difference::count_text);
            let words = if dialog.overwrites {
                words!(
                    "restore-will-overwrite",
                    version = version,
                    differing = differing
                )
            } else {
                words!("restore-stands", version = version, differing = differing)
            };
            (words, theme::warned())
        }
    }
}

fn other_key(state: &AppState, dialog: &RestoreDialog) -> Option<String> {
    let key = dialog.other_key.as_ref()?;
    Some(words!(
        "restore-other-key",
        key = key,
        source = dialog.copy.head.origin.source_text(),
        here = &state.setup.account.key_tail
    ))
}

/// The values that differ: as they stand now, and as the copy has them.
fn rows(difference: &Difference, columns: usize, most: usize) -> Vec<Line<'static>> {
    let value = (columns.saturating_sub(super::LABEL + 4)) / 4;
    let path = columns.saturating_sub(super::LABEL + 4 + 2 * value);
    let cell =
        |text: Option<&Cell>| text.map_or("·".to_owned(), |text| cut(&text.in_words(), value));
    let line = |row: &DifferenceRow| {
        let words = format!(
            "{} {} → {}",
            cut_middle(row.path.as_str(), path),
            cell(row.now.as_ref()),
            cell(row.copy.as_ref())
        );
        Line::from(vec![
            Span::raw(" ".repeat(super::LABEL)),
            Span::styled(words, theme::differing()),
        ])
    };
    let cut_off = difference.total > most;
    // The last line says how many more there are, unless it is the only one.
    let shown = if cut_off && most > 1 { most - 1 } else { most };
    let mut lines: Vec<_> = difference.rows.iter().take(shown).map(line).collect();
    if cut_off && most > 1 {
        let more = difference.total - lines.len();
        let more = words!("restore-more", count = more);
        let words = format!("{}{more}", " ".repeat(super::LABEL));
        lines.push(Line::styled(words, theme::quiet()));
    }
    lines
}

fn problem(dialog: &RestoreDialog, size: Size) -> Option<Text> {
    let typed = dialog.parsed_token().err();
    let obstacle = dialog
        .obstacle(size)
        .filter(|_| matches!(dialog.now, FreshRead::Found(_) | FreshRead::Absent));
    dialog.problem.clone().or(typed).or(obstacle)
}
