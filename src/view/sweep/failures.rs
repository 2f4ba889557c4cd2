//! What could not be read: device, why, and for the selected one what to do.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::app::cursor::Cursor;
use crate::app::geometry::FAILURE_FOOT;
use crate::app::sweep::{Failure, Sweep};
use crate::model::mirror::MirrorName;
use crate::model::width::{cut, cut_middle, width};
use crate::view::table::Table;
use crate::view::{pane, row, theme};
use crate::words;

/// Draws the list.
pub(super) fn draw(sweep: &Sweep, frame: &mut Frame<'_>, area: Rect) {
    let Some(cursor) = &sweep.failed else { return };
    let title = words!("sweep-failures");
    let line = Line::styled(
        format!(" {}", cut(&title, usize::from(area.width) - 2)),
        theme::dangerous(),
    );
    row::draw(&line, frame, Rect { height: 1, ..area });
    let rows = Rect {
        y: area.y + 1,
        height: area.height.saturating_sub(1 + FAILURE_FOOT),
        ..area
    };
    // The cursor knows of more rows than are in view above the foot.
    let height = usize::from(rows.height).max(1);
    let offset = cursor.within(height).offset;
    let columns = usize::from(area.width);
    let in_view = Cursor { offset, ..*cursor };
    Table::new(sweep.errors(), in_view, true).draw(
        sweep.failures_from(offset),
        frame,
        rows,
        |failure, is_selected| line_of(&failure, is_selected, columns),
    );
    let foot = Rect {
        y: rows.bottom(),
        height: area.bottom().saturating_sub(rows.bottom()),
        ..area
    };
    if let Some(failure) = sweep.failures_from(cursor.at).next() {
        let words = failure.error.in_full().to_string();
        let lines = [(theme::plain(), String::new()), (theme::plain(), words)];
        pane::say(&lines, frame, foot);
    }
}

fn line_of(failure: &Failure<'_>, is_selected: bool, columns: usize) -> Line<'static> {
    let all_named = words!("sweep-all-named");
    // That always fits.
    let room = (columns / 5).max(width(&all_named));
    let (sign, mirror, style) = match failure.mirror {
        None => ("", all_named, theme::quiet()),
        Some(MirrorName::Default) => ("◆", "default".to_owned(), theme::default_mirror()),
        Some(MirrorName::Named(name)) => ("", name.shown().to_owned(), theme::plain()),
    };
    let device = cut_middle(failure.device.shown(), room);
    let mirror = cut_middle(&mirror, room);
    let named = width(&device) + 3 + width(sign) + width(&mirror);
    let gap = (2 * room + 4).saturating_sub(named) + 2;
    let error = cut(
        &failure.error.text().to_string(),
        columns.saturating_sub(3 + named + gap),
    );
    Line::from(vec![
        Span::raw(if is_selected { " ▸ " } else { "   " }),
        Span::raw(format!("{device} › ")),
        Span::styled(sign, style),
        Span::styled(mirror, style),
        Span::raw(" ".repeat(gap)),
        Span::styled(error, theme::warned()),
    ])
}
