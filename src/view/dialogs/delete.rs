//! The delete dialog: which account, device and mirror, what is lost, and under which lock.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;

use super::{LABEL, Part, buttons, draw_frame, fields, labelled, names_lines, noted, text_columns};
use crate::app::dialog::{DeleteDialog, FIXED_LINES, Field, FreshRead};
use crate::app::geometry::Size;
use crate::app::mouse::DialogPart;
use crate::app::state::AppState;
use crate::i18n::Text;
use crate::model::mirror::MirrorReading;
use crate::model::outcome::live_age;
use crate::model::size::bytes;
use crate::model::width::{cut, width};
use crate::view::theme;
use crate::{text, words};

/// Gaps between the parts, where there is room for them.
const GAPS: usize = 4;
/// Lines that a failure of the fresh read may take at most.
const MOST_LOST_LINES: usize = 5;

/// Draws the dialog over the panes.
pub fn draw(state: &AppState, dialog: &DeleteDialog, frame: &mut Frame<'_>) {
    let parts = parts(state.size, dialog, text_columns(frame.area()));
    draw_frame(
        &words!("dialog-title"),
        parts,
        frame,
        |part, frame, line| match part {
            Part::Text(text) | Part::Buttons(text) => frame.render_widget(text, line),
            Part::Version => fields::draw_version(dialog, frame, line),
            Part::Token => {
                fields::draw_token(&dialog.token, dialog.field == Field::Token, frame, line);
            }
        },
    );
}

/// What of the dialog lies in a cell of the screen.
pub fn part_at(
    state: &AppState,
    dialog: &DeleteDialog,
    screen: Rect,
    cell: Position,
) -> Option<DialogPart> {
    let parts = parts(state.size, dialog, text_columns(screen));
    super::part_at(&parts, screen, cell)
}

/// The lines from top to bottom, as many as the terminal has room for.
fn parts(size: Size, dialog: &DeleteDialog, columns: usize) -> Vec<Part> {
    let fits = dialog.names().fit(size, FIXED_LINES);
    let room = usize::from(size.rows.saturating_sub(FIXED_LINES));
    let names = names_lines(&dialog.names(), &dialog.target, size, FIXED_LINES);
    let mut spare = room.saturating_sub(names.len());
    let mut gap = || {
        let gap = spare > 0;
        spare = spare.saturating_sub(1);
        gap.then(|| Part::Text(Line::default()))
    };
    let [above_fields, top, above_buttons, above_keys]: [_; GAPS] = std::array::from_fn(|_| gap());
    let lost = lost_lines(dialog, columns, (spare + 1).min(MOST_LOST_LINES));
    let problem = problem(dialog, fits).map(|problem| cut(&format!("✖ {problem}"), columns));
    let keys = if columns < 60 {
        words!("dialog-keys-short")
    } else {
        words!("dialog-keys")
    };
    let mut parts: Vec<Part> = top.into_iter().collect();
    parts.extend(names.into_iter().chain(lost).map(Part::Text));
    parts.push(Part::Text(warning(dialog, columns - LABEL)));
    parts.extend(above_fields);
    parts.extend([Part::Version, Part::Token]);
    parts.push(Part::Text(Line::styled(
        problem.unwrap_or_default(),
        theme::dangerous(),
    )));
    parts.extend(above_buttons);
    let is_on = matches!(dialog.fresh, FreshRead::Found(_)) && fits;
    let word = words!("dialog-delete");
    let delete = (word.as_str(), dialog.field == Field::Delete, is_on);
    let buttons = buttons(dialog.field == Field::Keep, delete);
    parts.push(Part::Buttons(buttons.centered()));
    parts.extend(above_keys);
    parts.push(Part::Text(Line::styled(keys, theme::quiet())));
    parts
}

fn lost_lines(dialog: &DeleteDialog, columns: usize, most: usize) -> Vec<Line<'static>> {
    let (words, style) = match &dialog.fresh {
        FreshRead::Reading => (words!("dialog-reading"), theme::quiet()),
        FreshRead::Found(reading) => (lost(dialog, reading), theme::plain()),
        FreshRead::Absent => (words!("dialog-absent"), theme::warned()),
        FreshRead::Failed(error) => (
            words!("dialog-unread", error = error.in_full()),
            theme::warned(),
        ),
    };
    noted(&words!("dialog-lost"), &words, style, columns, most)
}

fn lost(dialog: &DeleteDialog, reading: &MirrorReading) -> String {
    let rows = &reading.comparison;
    let keys = text!("pane-keys", count = rows.keys);
    let size = bytes(reading.document.body.len());
    let drift = text!("dialog-differ", count = rows.differing);
    // Without a lock something newer may fall than what is copied, and then that is lost.
    match dialog.parsed_version() {
        Ok(None) => words!(
            "dialog-loses-unlocked",
            keys = keys,
            size = size,
            drift = drift
        ),
        _ => words!("dialog-loses", keys = keys, size = size, drift = drift),
    }
}

/// The place for a warning is kept, so that nothing moves when it appears.
fn warning(dialog: &DeleteDialog, columns: usize) -> Line<'static> {
    let FreshRead::Found(reading) = &dialog.fresh else {
        return Line::default();
    };
    let live = live_age(reading.comparison.last_report_ms, reading.read_at_ms);
    let [long, short] = match (live, reading.document.version) {
        (Some(ago), _) => [
            words!("dialog-live", ago = &ago),
            words!("dialog-live-short", ago = ago),
        ],
        (None, None) => [
            words!("dialog-no-version"),
            words!("dialog-no-version-short"),
        ],
        (None, Some(_)) => return Line::default(),
    };
    let words = if width(&long) <= columns { long } else { short };
    labelled("⚠", cut(&words, columns), theme::warned())
}

fn problem(dialog: &DeleteDialog, fits: bool) -> Option<Text> {
    let typed = dialog
        .parsed_version()
        .err()
        .or_else(|| dialog.parsed_token().err());
    let cut = (!fits).then(|| text!("dialog-names-cut"));
    dialog.problem.clone().or(typed).or(cut)
}
