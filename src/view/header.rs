//! The line at the top: which account, and whether something is under way.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::theme;
use crate::app::state::{AppState, Question};
use crate::app::tasks::Phase;
use crate::model::count::grouped;
use crate::model::time::span_in_words;
use crate::model::traffic::Traffic;
use crate::model::width::{cut, cut_middle, width};
use crate::words;

/// The widest that the source gets where room is short.
const SHORT: usize = 14;
/// The widest that the label gets where room is short.
const SHORT_LABEL: usize = 18;
/// From this width on there is room for everything.
const WIDE: u16 = 100;
/// Below this width the label is cut as short as the source.
const NARROW: u16 = 76;
/// Columns kept for what is under way.
const ACTIVITY: usize = 5;
/// The same where there is room for everything.
const WIDE_ACTIVITY: usize = 24;
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

    let mut before = vec![Span::styled(" mirrordeck", theme::strong()), Span::raw(gap)];
    if let Some(label) = &account.label {
        let label = format!("▌{}▐", cut(label, label_limit));
        before.extend([
            Span::styled(label, theme::account(account.colour)),
            Span::raw(gap),
        ]);
    }
    if account.read_only {
        before.extend([
            Span::styled(words!("header-read-only"), theme::warned()),
            Span::raw(gap),
        ]);
    }
    before.extend(marks(state, gap));
    let after = vec![
        Span::raw(gap),
        Span::raw(cut_middle(&account.source.to_string(), limit)),
        Span::raw(gap),
        Span::styled(
            words!("header-key", tail = &account.key_tail),
            theme::quiet(),
        ),
    ];
    // The place of the activity is kept, so that nothing moves when it comes and goes.
    let activity_columns = if wide { WIDE_ACTIVITY } else { ACTIVITY };
    let room = |before: &[Span<'_>]| {
        let taken: usize = before.iter().chain(&after).map(Span::width).sum();
        usize::from(area.width).saturating_sub(taken + activity_columns)
    };
    if room(&before) < HOST_AT_LEAST {
        // The name of the program goes first; the account stays.
        before[0] = Span::raw(" ");
        before[1] = Span::raw("");
    }
    let host = Span::raw(cut_middle(&account.host.to_string(), room(&before)));
    let line: Line<'_> = before.into_iter().chain([host]).chain(after).collect();
    let left = u16::try_from(line.width())
        .unwrap_or(area.width)
        .min(area.width);
    frame.render_widget(line, area);
    let rest = Rect {
        x: area.x + left,
        width: area.width - left,
        ..area
    };
    let activity = activity(state, usize::from(rest.width));
    frame.render_widget(Line::styled(activity, theme::quiet()).right_aligned(), rest);
}

/// What is not as it should be: a clock that is corrected, outcomes that are not known.
fn marks(state: &AppState, gap: &'static str) -> Vec<Span<'static>> {
    let mut marks = Vec::new();
    if state.clock_correction_s != 0 {
        let words = words!("header-clock", off = off(state.clock_correction_s));
        marks.extend([Span::styled(words, theme::warned()), Span::raw(gap)]);
    }
    if !state.open_ends.is_empty() {
        let words = words!("header-unknown", count = state.open_ends.len());
        marks.extend([Span::styled(words, theme::warned()), Span::raw(gap)]);
    }
    if let Some(run) = state.tasks.active() {
        let (sign, style) = match run.phase() {
            Phase::Running => ("▶", theme::accented()),
            Phase::Paused => ("⏸", theme::warned()),
            _ => ("■", theme::warned()),
        };
        let words = format!("{sign} {}/{}", grouped(run.ended()), grouped(run.len()));
        marks.extend([Span::styled(words, style), Span::raw(gap)]);
    }
    marks
}

/// `-2 h`: by how much this computer's clock is off, from what is added to it.
fn off(correction_s: i64) -> String {
    let sign = if correction_s < 0 { "+" } else { "-" };
    format!("{sign}{}", span_in_words(correction_s))
}

/// What is under way and how long the last answer took, in as many words as there is room for.
fn activity(state: &AppState, columns: usize) -> String {
    // Where something on the screen is to be sent again, the status line says more of it.
    let is_told = !state.retries.is_empty();
    let words = match state.traffic {
        Some(traffic) if traffic.waits_until_ms.is_some() && !is_told => pause(traffic),
        Some(traffic) if traffic.background_per_second > 1 => rate(traffic),
        traffic => {
            let lowered = traffic.filter(|traffic| traffic.is_lowered && !is_told);
            reads(state, lowered.map(|traffic| traffic.limit))
        }
    };
    let fits = words.into_iter().find(|words| width(words) + 2 <= columns);
    fits.map_or_else(String::new, |words| format!("{words} "))
}

/// The reads for the screen; with the limit where the service has made it lower.
fn reads(state: &AppState, lowered: Option<u32>) -> Vec<String> {
    let took = state
        .took_ms
        .map_or_else(String::new, |took_ms| format!("{took_ms} ms"));
    // A run has a mark of its own.
    let questions = state.questions.values();
    let open = questions
        .filter(|question| !matches!(question, Question::Run(_)))
        .count();
    if open == 0 {
        return vec![took];
    }
    let in_flight = words!("header-in-flight", count = open);
    let mut words = vec![
        format!("{in_flight}  {took}").trim_end().to_owned(),
        in_flight.clone(),
        format!("{open} …"),
    ];
    if let Some(limit) = lowered {
        let limit = words!("header-limit", limit = limit);
        words.splice(..2, [format!("{in_flight}  {limit}"), limit]);
    }
    words
}

/// Work in the background. The rate outlasts the last request by a second or so; where there is no
/// room for it, that none is on the wire is no news.
fn rate(traffic: Traffic) -> Vec<String> {
    let Traffic {
        limit,
        in_flight,
        per_second,
        ..
    } = traffic;
    let rate = words!("header-rate", rate = per_second);
    if in_flight == 0 {
        return vec![rate];
    }
    let in_flight_of = words!("header-in-flight-of", count = in_flight, limit = limit);
    let of = words!("header-of", count = in_flight, limit = limit);
    vec![
        format!("{in_flight_of}  {rate}"),
        format!("{of}  {rate}"),
        rate,
        format!("{in_flight} …"),
        format!("{in_flight}…"),
    ]
}

/// The service wants to be left alone.
fn pause(traffic: Traffic) -> Vec<String> {
    let seconds = i64::try_from(traffic.waits_ms.div_ceil(1000)).unwrap_or(i64::MAX);
    let waits = words!("header-waits", span = span_in_words(seconds));
    let limit = words!("header-limit", limit = traffic.limit);
    vec![
        format!("{waits}  {limit}"),
        waits,
        // Without a word it must not look like the time that an answer took.
        format!("…{seconds}s"),
    ]
}
