//! The selected mirror: what it is, when it was read and set, and desired beside reported.

use jiff::tz::TimeZone;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::pane::{self, Parts};
use super::{row, theme};
use crate::app::geometry::{DETAIL_FOOT, DETAIL_HEAD};
use crate::app::slot::Slot;
use crate::app::state::{AppState, Pane};
use crate::model::compare::{CompareRow, Comparison};
use crate::model::mirror::{MirrorId, MirrorName, MirrorRead, MirrorReading};
use crate::model::size::bytes;
use crate::model::text::SafeText;
use crate::model::time::{age, clock_time, date_time, since};
use crate::model::width::{cut, cut_middle, width, wrap};

/// From this inner width on there is a column for the ages.
const AGES_FROM: usize = 60;
/// Columns of the ages.
const AGES: usize = 13;

/// Draws the detail pane.
pub fn draw(state: &AppState, frame: &mut Frame<'_>, area: Rect) {
    let target = state.detail.target();
    let rows = state.comparison();
    let parts = Parts {
        pane: Pane::Detail,
        title: target.map_or_else(|| "Detail".to_owned(), |target| title(target, area)),
        count: rows
            .filter(|_| area.width >= 40)
            .map_or_else(String::new, |rows| count(state, rows)),
        filter: state.detail.filter(),
        remark: String::new(),
    };
    let inner = pane::frame(state, &parts, frame, area);
    let Some(target) = target else {
        return pane::say(&[], frame, inner);
    };
    match state.reading() {
        Some(reading) => {
            let failed = state
                .mirrors
                .document(target)
                .is_some_and(|slot| slot.problem.is_some());
            document(state, reading, failed, frame, inner);
        }
        None => pane::say(&instead(state, target), frame, inner),
    }
}

fn title(target: &MirrorId, area: Rect) -> String {
    if area.width >= 60 {
        return target.to_string();
    }
    // The device stands selected on the left; the mirror is what counts here.
    let name = match &target.mirror {
        MirrorName::Default => crate::model::text::DEFAULT_MIRROR.to_owned(),
        MirrorName::Named(name) => name.to_string(),
    };
    let room = usize::from(area.width).saturating_sub(width(&name) + 20);
    if room >= 8 {
        format!("{} › {name}", cut_middle(target.device.shown(), room))
    } else {
        name
    }
}

fn count(state: &AppState, rows: &Comparison) -> String {
    if state.detail.filter().is_empty() {
        if rows.rows.is_empty() {
            String::new()
        } else {
            format!("{} rows", rows.rows.len())
        }
    } else {
        format!("{} of {} rows", state.detail.len(rows), rows.rows.len())
    }
}

fn instead(state: &AppState, target: &MirrorId) -> Vec<(Style, String)> {
    let Some(slot) = state.mirrors.document(target) else {
        return vec![];
    };
    match slot {
        Slot {
            problem: Some(error),
            value: None,
            ..
        } => pane::failure("Could not read this mirror", error),
        Slot {
            value: Some(seen), ..
        } if seen.read == MirrorRead::Absent => {
            let read = clock_time(seen.at_ms, &state.setup.zone);
            let words = match &target.mirror {
                MirrorName::Default => "This device has no default mirror.",
                MirrorName::Named(_) => "This mirror does not exist any more.",
            };
            let why =
                "A device makes its mirror with its first update, the console when one is added.";
            vec![
                (theme::STRONG, words.to_owned()),
                (theme::QUIET, format!("looked at {read}; r looks again")),
                (theme::PLAIN, String::new()),
                (theme::QUIET, why.to_owned()),
            ]
        }
        Slot { slow: true, .. } => vec![(theme::QUIET, "… reading".to_owned())],
        Slot { .. } => vec![],
    }
}

fn document(
    state: &AppState,
    reading: &MirrorReading,
    failed: bool,
    frame: &mut Frame<'_>,
    inner: Rect,
) {
    let rows = &reading.comparison;
    let columns = usize::from(inner.width);
    let table = Columns::of(columns);
    let mut lines = head(reading, failed, &state.setup.zone, columns);
    lines.push(table.titles());
    let height = state.size.detail_rows();
    let offset = state.detail.cursor.offset;
    let in_focus = state.focus == Pane::Detail;
    for place in offset..(offset + height).min(state.detail.len(rows)) {
        let Some(row) = state
            .detail
            .index(place)
            .and_then(|index| rows.rows.get(index))
        else {
            break;
        };
        let is_selected = in_focus && place == state.detail.cursor.at;
        let style = if is_selected {
            theme::selected(true)
        } else {
            theme::PLAIN
        };
        lines.push(table.row(row, reading.read_at_ms).style(style));
    }
    if rows.rows.is_empty() {
        lines.push(Line::styled(" the document is empty", theme::QUIET));
    }
    for (line, text) in (0..inner.height).zip(lines) {
        let area = Rect {
            y: inner.y + line,
            height: 1,
            ..inner
        };
        row::draw(&text, frame, area);
    }
    let body = Rect {
        y: inner.y + DETAIL_HEAD,
        height: u16::try_from(height).unwrap_or(0),
        ..inner
    };
    pane::scrollbar(
        state.detail.len(rows),
        offset,
        frame,
        body,
        theme::border(in_focus),
    );
    if state.size.has_detail_foot() {
        let y = inner.bottom() - (DETAIL_FOOT - 1);
        foot(
            state,
            reading,
            frame,
            Rect {
                y,
                height: DETAIL_FOOT - 1,
                ..inner
            },
        );
    }
}

/// What the document is, when it was read, when it was set, and a gap.
fn head(
    reading: &MirrorReading,
    failed: bool,
    zone: &TimeZone,
    columns: usize,
) -> Vec<Line<'static>> {
    let read_at = clock_time(reading.read_at_ms, zone);
    let second = if failed {
        let words = format!(" ⚠ as read at {read_at}; reading again failed");
        Line::styled(cut(&words, columns), theme::WARNED)
    } else {
        let service = reading.document.timestamp_ms.map(|moment| {
            let (short, long) = (clock_time(moment, zone), date_time(moment, zone));
            [
                format!("service time {long}"),
                format!("service time {short}"),
            ]
        });
        let long = service
            .iter()
            .flatten()
            .map(|words| format!(" read {read_at}   {words}"));
        let words = long
            .chain([format!(" read {read_at}")])
            .find(|words| width(words) <= columns);
        Line::styled(words.unwrap_or_default(), theme::QUIET)
    };
    let times = Line::styled(cut(&times(reading, zone, columns), columns), theme::QUIET);
    vec![facts(reading, columns), second, times, Line::default()]
}

/// Version, size, and how much differs.
fn facts(reading: &MirrorReading, columns: usize) -> Line<'static> {
    let (document, rows) = (&reading.document, &reading.comparison);
    let wide = columns >= 40;
    let version = match document.version {
        Some(version) if wide => format!("version {version}"),
        Some(version) => format!("v{version}"),
        None => "no version".to_owned(),
    };
    let differing = match rows.differing {
        0 => Span::styled("nothing differs", theme::QUIET),
        number if wide => {
            let verb = if number == 1 { "differs" } else { "differ" };
            Span::styled(
                format!("≠ {number} of {} keys {verb}", rows.keys),
                theme::DIFFERING,
            )
        }
        number => Span::styled(format!("≠ {number} of {}", rows.keys), theme::DIFFERING),
    };
    let gap = if wide { "   " } else { "  " };
    Line::from(vec![
        Span::raw(" "),
        Span::styled(version, theme::STRONG),
        Span::raw(gap),
        Span::raw(bytes(document.body.len())),
        Span::raw(gap),
        differing,
    ])
}

/// When the device reported last and when it was last asked for something; the report alone where
/// there is no room for both.
fn times(reading: &MirrorReading, zone: &TimeZone, columns: usize) -> String {
    let rows = &reading.comparison;
    let words = |word: &str, moment: Option<i64>| {
        moment.map(|moment| {
            let age = since(moment, reading.read_at_ms);
            format!("{word} {} ({age})", date_time(moment, zone))
        })
    };
    let reported = words("reported", rows.last_report_ms).unwrap_or("never reported".to_owned());
    match words("desired", rows.last_desire_ms).map(|desired| format!(" {reported}   {desired}")) {
        Some(both) if width(&both) <= columns => both,
        _ => format!(" {reported}"),
    }
}

/// The columns of the table.
struct Columns {
    key: usize,
    value: usize,
    ages: usize,
}

impl Columns {
    fn of(columns: usize) -> Self {
        let ages = if columns >= AGES_FROM { AGES } else { 0 };
        let rest = columns.saturating_sub(2 + ages);
        let key = (rest * 3 / 10).max(12).min(rest);
        Self {
            key,
            value: (rest - key) / 2,
            ages,
        }
    }

    fn titles(&self) -> Line<'static> {
        let text = format!(
            "  {}{}{}{}",
            padded("key", self.key),
            padded("desired", self.value),
            padded("reported", self.value),
            if self.ages > 0 { "age" } else { "" }
        );
        Line::styled(text, theme::QUIET)
    }

    fn row(&self, row: &CompareRow, now_ms: i64) -> Line<'static> {
        let mark = if row.differs { "≠ " } else { "  " };
        let fold = if row.branch { "▾ " } else { "" };
        // Very deep trees keep room for their keys.
        let indent = " ".repeat((2 * row.depth).min(self.key / 2));
        let key = format!("{indent}{fold}{}", row.key);
        let value = |value: Option<&SafeText>| match value {
            Some(value) => padded(value.as_str(), self.value),
            None => padded(if row.branch { "" } else { "·" }, self.value),
        };
        let style = if row.differs {
            theme::DIFFERING
        } else {
            theme::PLAIN
        };
        let mut spans = vec![
            Span::styled(mark, theme::DIFFERING),
            Span::styled(padded(&key, self.key), style),
            Span::styled(value(row.desired.as_ref()), style),
            Span::styled(value(row.reported.as_ref()), style),
        ];
        if self.ages > 0 {
            spans.push(Span::styled(
                cut(&ages(row, now_ms), self.ages),
                theme::QUIET,
            ));
        }
        let mut line = Line::from(spans);
        if row.branch {
            line = line.patch_style(theme::QUIET);
        }
        line
    }
}

/// The age of the report; where it was asked for at another time, that age stands first.
fn ages(row: &CompareRow, now_ms: i64) -> String {
    let desired = row.desired_ms.map(|moment| age(moment, now_ms));
    let reported = row.reported_ms.map(|moment| age(moment, now_ms));
    match (desired, reported) {
        (Some(desired), Some(reported)) if desired != reported => format!("{desired}, {reported}"),
        (Some(one), _) | (None, Some(one)) => one,
        (None, None) => String::new(),
    }
}

/// Cut and padded to a column, with a space behind it.
fn padded(text: &str, columns: usize) -> String {
    let text = cut(text, columns.saturating_sub(1));
    let gap = columns.saturating_sub(width(&text));
    format!("{text}{}", " ".repeat(gap))
}

/// The selected key in full while the pane is in focus; else the drift that has waited longest.
fn foot(state: &AppState, reading: &MirrorReading, frame: &mut Frame<'_>, area: Rect) {
    let rows = &reading.comparison.rows;
    let columns = usize::from(area.width).saturating_sub(2);
    let mut lines = Vec::new();
    if state.focus == Pane::Detail {
        let selected = state
            .detail
            .index(state.detail.cursor.at)
            .and_then(|index| rows.get(index));
        if let Some(row) = selected.filter(|row| !row.branch) {
            for (word, value, moment) in [
                ("desired ", &row.desired, row.desired_ms),
                ("reported", &row.reported, row.reported_ms),
            ] {
                let value = value.as_ref().map_or("·", SafeText::as_str);
                let since = moment.map_or_else(String::new, |moment| {
                    format!(" ({})", age(moment, reading.read_at_ms))
                });
                let room = columns.saturating_sub(width(word) + 1 + width(&since));
                lines.push(Line::from(vec![
                    Span::styled(format!(" {word} "), theme::QUIET),
                    Span::raw(cut(value, room)),
                    Span::styled(since, theme::QUIET),
                ]));
            }
        }
    } else if let Some(row) = reading
        .comparison
        .oldest_drift
        .and_then(|index| rows.get(index))
    {
        let asked = row
            .desired_ms
            .map_or_else(String::new, |ms| age(ms, reading.read_at_ms));
        let words = format!("⚠ {}: desired {asked} ago and not reported since", row.key)
            .replace("now ago", "now");
        let lines_of = wrap(&words, columns)
            .into_iter()
            .take(usize::from(area.height));
        lines.extend(lines_of.map(|line| Line::styled(format!(" {line}"), theme::WARNED)));
    }
    for (line, text) in (0..area.height).zip(lines) {
        frame.render_widget(
            text,
            Rect {
                y: area.y + line,
                height: 1,
                ..area
            },
        );
    }
}
