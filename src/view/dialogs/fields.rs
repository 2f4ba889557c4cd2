//! The text fields of the dialogs.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;
use tui_input::Input;

use crate::app::dialog::{DeleteDialog, Field, FreshRead};
use crate::model::delete::CLIENT_TOKEN_BYTES;
use crate::model::width::width;
use crate::view::{field, theme};
use crate::words;

/// Columns of the labels before the fields, where none of them needs more.
const FIELD_LABEL: u16 = 14;

/// The version, and what it means for the lock.
pub(super) fn draw_version(dialog: &DeleteDialog, frame: &mut Frame<'_>, area: Rect) {
    let found = match &dialog.fresh {
        FreshRead::Found(reading) => reading.document.version,
        _ => None,
    };
    let (words, style) = match dialog.parsed_version() {
        Err(_) => (words!("dialog-bad-version"), theme::dangerous()),
        Ok(_) if !matches!(dialog.fresh, FreshRead::Found(_)) => (String::new(), theme::quiet()),
        Ok(None) => (words!("dialog-no-lock"), theme::warned()),
        Ok(Some(typed)) if found.is_some_and(|found| found != typed) => {
            let found = found.unwrap_or_default().to_string();
            (
                words!("dialog-other-version", version = found),
                theme::warned(),
            )
        }
        Ok(Some(_)) => (words!("dialog-lock"), theme::quiet()),
    };
    draw_field(
        &words!("dialog-version"),
        &dialog.version,
        dialog.field == Field::Version,
        (words, style),
        frame,
        area,
    );
}

/// The client token and its bytes.
pub(super) fn draw_token(token: &Input, in_focus: bool, frame: &mut Frame<'_>, area: Rect) {
    let length = token.value().len();
    let style = if length > CLIENT_TOKEN_BYTES {
        theme::dangerous()
    } else {
        theme::quiet()
    };
    let words = match length {
        0 => words!("dialog-no-token", most = CLIENT_TOKEN_BYTES),
        _ => words!(
            "dialog-token-bytes",
            length = length.to_string(),
            most = CLIENT_TOKEN_BYTES
        ),
    };
    draw_field(
        &words!("dialog-token"),
        token,
        in_focus,
        (words, style),
        frame,
        area,
    );
}

fn draw_field(
    label: &str,
    input: &Input,
    in_focus: bool,
    (words, style): (String, Style),
    frame: &mut Frame<'_>,
    area: Rect,
) {
    let label_style = if in_focus {
        theme::accented()
    } else {
        theme::quiet()
    };
    // Both fields begin in the same column.
    let label_columns = [words!("dialog-version"), words!("dialog-token")]
        .iter()
        .filter_map(|label| u16::try_from(width(label) + 1).ok())
        .fold(FIELD_LABEL, u16::max);
    let label_area = Rect {
        width: label_columns.min(area.width),
        ..area
    };
    frame.render_widget(Line::styled(label, label_style), label_area);
    let columns = u16::try_from(width(&words))
        .unwrap_or(area.width)
        .min(area.width);
    let right = Rect {
        x: area.right() - columns,
        width: columns,
        ..area
    };
    frame.render_widget(Line::styled(words, style), right);
    let field = Rect {
        x: area.x + label_columns,
        width: area.width.saturating_sub(label_columns + columns + 1),
        ..area
    };
    let style = if in_focus {
        theme::strong()
    } else {
        theme::plain()
    };
    field::draw(input, in_focus, style, frame, field);
}
