//! What the panes have in common: frame, filter, scrollbar, and words in place of rows.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::symbols::border;
use ratatui::text::Line;
use ratatui::widgets::{Block, Scrollbar, ScrollbarOrientation, ScrollbarState};
use tui_input::Input;

use super::{clear, field, theme};
use crate::app::state::{AppState, Overlay, Pane};
use crate::model::error::ApiError;
use crate::model::text::escape_text;
use crate::model::width::{cut, cut_middle, width, wrap_words_to};
use crate::words;

/// What stands in the frame of a pane.
pub struct Parts<'a> {
    /// Whether it has the focus.
    pub in_focus: bool,
    /// The line in which its filter is typed, while it is.
    pub input: Option<&'a Input>,
    /// Left in the upper border.
    pub title: String,
    /// Right in the upper border.
    pub count: String,
    /// What the pane is filtered by; empty for nothing.
    pub filter: &'a str,
    /// Right in the lower border, where something is to be said of the filter.
    pub remark: String,
}

/// Draws the frame of a pane and returns the area within.
pub fn frame(parts: &Parts<'_>, frame: &mut Frame<'_>, area: Rect) -> Rect {
    let style = theme::border(parts.in_focus);
    let room = usize::from(area.width).saturating_sub(4);
    let count_room = if parts.count.is_empty() {
        0
    } else {
        width(&parts.count) + 3
    };
    let title = cut_middle(&parts.title, room.saturating_sub(count_room + 2));
    let mut block = Block::bordered()
        .border_set(border::ROUNDED)
        .border_style(style)
        .title_top(Line::styled(format!("─ {title} "), style));
    if !parts.count.is_empty() {
        let count = Line::styled(format!(" {} ─", cut(&parts.count, room)), style);
        block = block.title_top(count.right_aligned());
    }
    let line = parts.input;
    let mut filter_room = room;
    if (line.is_some() || !parts.filter.is_empty()) && !parts.remark.is_empty() {
        let remark = cut(&parts.remark, room / 2);
        filter_room = room.saturating_sub(width(&remark) + 3);
        block = block.title_bottom(Line::styled(format!(" {remark} ─"), style).right_aligned());
    }
    if line.is_none() && !parts.filter.is_empty() {
        let text = cut(&escape_text(parts.filter), filter_room.saturating_sub(4));
        block = block.title_bottom(Line::styled(format!("─ / {text} "), theme::warned()));
    }
    let inner = block.inner(area);
    frame.render_widget(block, area);
    if let Some(input) = line {
        draw_filter(input, frame, area, filter_room);
    }
    inner
}

/// A count with the number of marked ones before it, where there are any: in view or not.
pub fn with_marks(marked: usize, count: &str) -> String {
    match (marked, count) {
        (0, _) => count.to_owned(),
        (_, "") => words!("pane-marked", marked = marked),
        _ => words!("pane-marked-of", marked = marked, count = count),
    }
}

/// The line in which the filter of a pane is typed, while it is.
pub fn filter_line(state: &AppState, pane: Pane) -> Option<&Input> {
    match &state.overlay {
        Some(Overlay::Filter(input)) if state.focus == pane => Some(input),
        _ => None,
    }
}

/// The filter line lies in the lower border, so that no row moves.
fn draw_filter(input: &Input, frame: &mut Frame<'_>, area: Rect, room: usize) {
    let columns = u16::try_from(room.saturating_sub(5)).unwrap_or(area.width);
    let line = Rect {
        x: area.x + 2,
        y: area.bottom() - 1,
        width: columns + 4,
        height: 1,
    };
    clear(frame, line);
    frame.render_widget(Line::styled(" / ", theme::accented()), line);
    field::draw(
        input,
        true,
        theme::accented(),
        frame,
        Rect {
            x: line.x + 3,
            width: columns,
            ..line
        },
    );
}

/// Words in place of rows, wrapped, from the first line of the area on.
pub fn say(lines: &[(Style, String)], frame: &mut Frame<'_>, area: Rect) {
    let columns = usize::from(area.width.saturating_sub(2)).max(2);
    let most = usize::from(area.height);
    let lines = lines.iter().flat_map(|(style, text)| {
        wrap_words_to(text, columns, most)
            .into_iter()
            .map(|line| Line::styled(format!(" {line}"), *style))
    });
    for (line, row) in lines.zip(area.rows()) {
        frame.render_widget(line, row);
    }
}

/// Whether a read of a mirror, or of the list of them, failed because the device is not there: a
/// mirror that is not there is no failure.
pub fn is_gone(error: &ApiError) -> bool {
    matches!(error, ApiError::Refused(refusal) if refusal.means_absent())
}

/// A failure in the pane where it happened: what, why, and what to do.
pub fn failure(what: &str, error: &ApiError) -> Vec<(Style, String)> {
    vec![
        (theme::dangerous(), format!("✖ {what}")),
        (theme::plain(), error.to_string()),
        (theme::plain(), String::new()),
        (theme::plain(), error.advice().to_string()),
        (theme::quiet(), words!("pane-read-again")),
    ]
}

/// A scrollbar on the right border, where there is more than what is in view.
pub fn scrollbar(length: usize, offset: usize, frame: &mut Frame<'_>, inner: Rect, style: Style) {
    let height = usize::from(inner.height);
    if length <= height || height == 0 {
        return;
    }
    // Of the positions that the state knows, the last one means that the last row is in view.
    let mut position = ScrollbarState::new(length - height + 1)
        .position(offset)
        .viewport_content_length(height);
    let bar = Scrollbar::new(ScrollbarOrientation::VerticalRight)
        .begin_symbol(None)
        .end_symbol(None)
        .track_symbol(Some("│"))
        .thumb_symbol("┃")
        .style(style);
    let area = Rect {
        width: inner.width + 1,
        ..inner
    };
    frame.render_stateful_widget(bar, area, &mut position);
}
