//! The bottom: the last thing that happened, and the keys that work here.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::{clear, theme};
use crate::app::notice::Tone;
use crate::app::state::{AppState, Overlay};
use crate::model::time::clock_time;
use crate::model::width::{width, wrap_words_to};
use crate::words;

/// Lines that a long notice may take; it lies over the panes, so that they do not move.
const MOST_LINES: usize = 5;
/// Columns between two keys of the footer.
const GAP: usize = 3;

/// Draws the keys that work where the focus is.
pub fn draw_keys(state: &AppState, frame: &mut Frame<'_>, area: Rect) {
    let keys = state.setup.keymap.footer(state.here(state.place()));
    let mut keys: Vec<_> = keys.map(|(key, word)| (key, word.to_string())).collect();
    let columns = |keys: &[(String, String)]| -> usize {
        keys.iter()
            .map(|(key, word)| width(key) + width(word) + GAP + 1)
            .sum::<usize>()
            - GAP
            + 1
    };
    // Where room is short, help and quit stay: they come last.
    while keys.len() > 2 && columns(&keys) > usize::from(area.width) {
        keys.remove(keys.len() - 3);
    }
    frame.render_widget(key_line(keys), area);
}

/// Keys, each with the word for what it does.
pub fn key_line(keys: impl IntoIterator<Item = (String, String)>) -> Line<'static> {
    let mut spans = vec![Span::raw(" ")];
    for (key, word) in keys {
        spans.extend([
            Span::styled(key, theme::accented()),
            Span::raw(" "),
            Span::raw(word),
            Span::raw(" ".repeat(GAP)),
        ]);
    }
    Line::from(spans)
}

/// Draws the last thing that happened, in full: what does not fit in the line grows upwards.
pub fn draw_notice(state: &AppState, frame: &mut Frame<'_>, area: Rect) {
    let lines = lines(state, area.width);
    let area = grown(area, lines.len());
    if area.height > 1 {
        clear(frame, area);
    }
    for (line, row) in lines.into_iter().zip(area.rows()) {
        frame.render_widget(line, row);
    }
}

/// Where the last thing that happened is said: the status line, and what it covers above that.
///
/// * `area` - the status line.
pub fn notice_area(state: &AppState, area: Rect) -> Rect {
    grown(area, lines(state, area.width).len())
}

fn grown(area: Rect, lines: usize) -> Rect {
    let height = u16::try_from(lines).unwrap_or(1).clamp(1, area.y.max(1));
    Rect {
        y: area.y + 1 - height,
        height,
        ..area
    }
}

fn lines(state: &AppState, columns: u16) -> Vec<Line<'static>> {
    let columns = usize::from(columns).saturating_sub(4);
    // Beside something that lies over the panes, half a line would peek out.
    let most = match &state.overlay {
        // Nor may the number that confirms a plan be covered.
        None if state.plan_in_view().is_some() => 1,
        Some(Overlay::Filter(_)) | None => MOST_LINES,
        Some(
            Overlay::Delete(_)
            | Overlay::Restore(_)
            | Overlay::Prompt(_)
            | Overlay::Quit(_)
            | Overlay::Palette(_)
            | Overlay::Copy(_)
            | Overlay::Help { .. },
        ) => 1,
    };
    let mut lines = Vec::new();
    if let Some(words) = retrying(state) {
        lines.extend(marked(Tone::Busy, &words, columns, most));
    }
    if let Some(notice) = &state.notice
        && lines.len() < most
    {
        lines.extend(marked(notice.tone, &notice.text.to_string(), columns, most));
    }
    lines
}

/// Words on as many lines as they need, the first with the mark of their tone.
fn marked(tone: Tone, words: &str, columns: usize, most: usize) -> Vec<Line<'static>> {
    let (mark, style) = theme::notice(tone);
    let lines = wrap_words_to(words, columns, most);
    let lines = lines.into_iter().enumerate();
    lines
        .map(|(nth, text)| {
            let mark = if nth == 0 { mark } else { " " };
            Line::from(vec![
                Span::styled(format!(" {mark} "), style),
                Span::styled(text, style),
            ])
        })
        .collect()
}

/// What is sent again, why and when: the one that comes next stands for all.
fn retrying(state: &AppState) -> Option<String> {
    let next = state.retries.values().min_by_key(|retry| retry.at_ms)?;
    let at = clock_time(next.at_ms, &state.setup.zone);
    Some(match state.retries.len() - 1 {
        0 => words!(
            "status-retry",
            at = at,
            next = next.next,
            of = next.of,
            why = next.why.text()
        ),
        others => words!(
            "status-retry-others",
            at = at,
            others = others,
            next = next.next,
            of = next.of,
            why = next.why.text()
        ),
    })
}
