//! The line at the top: which account, and whether something is under way.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::theme;
use crate::app::state::AppState;
use crate::model::width::{cut, cut_middle, width};

/// The widest that the source gets where room is short.
const SHORT: usize = 14;
/// The widest that the label gets where room is short.
const SHORT_LABEL: usize = 18;
/// From this width on there is room for everything.
const WIDE: u16 = 100;
/// Below this width the label is cut as short as the source.
const NARROW: u16 = 76;
/// The narrowest host that still tells something.
const HOST_AT_LEAST: usize = 9;

/// Draws the header.
pub fn draw(state: &AppState, frame: &mut Frame<'_>, area: Rect) {
    let account = &state.setup.account;
    let wide = area.width >= WIDE;
    let gap = if wide { "  " } else { " " };
    let (limit, label_limit) = if wide {
        (usize::from(area.width) / 4, usize::from(area.width) / 4)
    } else if area.width >= NARROW {
        (SHORT, SHORT_LABEL)
    } else {
        (SHORT, SHORT)
    };

    let mut before = vec![Span::styled(" mirrordeck", theme::STRONG), Span::raw(gap)];
    if let Some(label) = &account.label {
        let label = format!("▌{}▐", cut(label, label_limit));
        before.extend([
            Span::styled(label, theme::account(account.colour)),
            Span::raw(gap),
        ]);
    }
    if account.read_only {
        before.extend([Span::styled("READ-ONLY", theme::WARNED), Span::raw(gap)]);
    }
    let after = vec![
        Span::raw(gap),
        Span::raw(cut_middle(&account.source, limit)),
        Span::raw(gap),
        Span::styled(format!("key {}", account.key_tail), theme::QUIET),
    ];
    let right = activity(state, wide);

    let taken = [&before, &after]
        .into_iter()
        .flatten()
        .map(Span::width)
        .sum::<usize>();
    let room = usize::from(area.width).saturating_sub(taken + width(&right) + gap.len() + 1);
    if room < HOST_AT_LEAST {
        // The name of the program goes first; the account stays.
        before[0] = Span::raw(" ");
        before[1] = Span::raw("");
    }
    let taken = [&before, &after]
        .into_iter()
        .flatten()
        .map(Span::width)
        .sum::<usize>();
    let room = usize::from(area.width).saturating_sub(taken + width(&right) + gap.len() + 1);
    let host = Span::raw(cut_middle(&account.host, room));
    let spans: Line<'_> = before.into_iter().chain([host]).chain(after).collect();
    frame.render_widget(spans, area);
    let right = Line::styled(format!("{right} "), theme::QUIET).right_aligned();
    let columns = u16::try_from(right.width())
        .unwrap_or(area.width)
        .min(area.width);
    frame.render_widget(
        right,
        Rect {
            x: area.right() - columns,
            width: columns,
            ..area
        },
    );
}

fn activity(state: &AppState, wide: bool) -> String {
    let in_flight = match state.questions.len() {
        0 => String::new(),
        open if wide => format!("{open} in flight"),
        open => format!("{open} …"),
    };
    match state.took_ms.filter(|_| wide) {
        Some(took_ms) => format!("{in_flight}  {took_ms} ms").trim_start().to_owned(),
        None => in_flight,
    }
}
