//! The bytes that came.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::{in_view, placed};
use crate::app::detail::Shown;
use crate::app::state::AppState;
use crate::model::raw::pieces;
use crate::view::theme;
use crate::words;

/// Where the user is, and the lines in view.
pub(super) fn lines(state: &AppState, shown: &Shown) -> Vec<Line<'static>> {
    let detail = &state.detail;
    let at = detail.raw.start(detail.cursor.at).unwrap_or(0);
    let all = shown.body().len();
    let words = if all == 0 {
        words!("detail-no-bytes")
    } else {
        words!("detail-byte", byte = at + 1, count = all)
    };
    let mut lines = vec![Line::styled(format!(" {words}"), theme::quiet())];
    for place in in_view(state) {
        let line = line(state, shown.body(), place);
        lines.push(placed(state, place, line));
    }
    lines
}

fn line(state: &AppState, body: &[u8], place: usize) -> Line<'static> {
    let detail = &state.detail;
    let Some(bytes) = detail.raw.bytes(place) else {
        return Line::default();
    };
    let length = detail.search.text().len();
    // A hit may have begun on the line before.
    let hits = detail.search.within(
        bytes.start.saturating_sub(length.saturating_sub(1)),
        bytes.end,
    );
    let is_hit = |at: usize| {
        let before = hits.partition_point(|hit| *hit <= at);
        before
            .checked_sub(1)
            .is_some_and(|nth| at < hits[nth] + length)
    };
    let mut spans = vec![Span::raw(" ")];
    let mut run = String::new();
    let mut style = Style::new();
    for piece in pieces(body, bytes.start).take_while(|piece| piece.bytes.end <= bytes.end) {
        let mut own = if piece.is_escape {
            theme::json_escape()
        } else {
            theme::plain()
        };
        if is_hit(piece.bytes.start) {
            own = own.patch(theme::matched());
        }
        if own != style && !run.is_empty() {
            spans.push(Span::styled(std::mem::take(&mut run), style));
        }
        style = own;
        run.push_str(&piece.shown);
    }
    if !run.is_empty() {
        spans.push(Span::styled(run, style));
    }
    Line::from(spans)
}
