//! The lines above the table.

use jiff::tz::TimeZone;
use ratatui::text::{Line, Span};

use crate::model::mirror::MirrorReading;
use crate::model::size::bytes;
use crate::model::time::{clock_time, date_time, since};
use crate::model::width::{cut, width};
use crate::view::theme;

/// What the document is, when it was read, when it was set, and a gap.
pub(super) fn lines(
    reading: &MirrorReading,
    failed: bool,
    zone: &TimeZone,
    columns: usize,
) -> Vec<Line<'static>> {
    let read_at = clock_time(reading.read_at_ms, zone);
    let second = if failed {
        let words = format!(" ⚠ as read at {read_at}; reading again failed");
        Line::styled(cut(&words, columns), theme::warned())
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
        Line::styled(words.unwrap_or_default(), theme::quiet())
    };
    let times = Line::styled(cut(&times(reading, zone, columns), columns), theme::quiet());
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
        0 if wide => Span::styled("nothing differs", theme::quiet()),
        0 => Span::styled("no drift", theme::quiet()),
        number if wide => {
            let verb = if number == 1 { "differs" } else { "differ" };
            Span::styled(
                format!("≠ {number} of {} keys {verb}", rows.keys),
                theme::differing(),
            )
        }
        number => Span::styled(format!("≠ {number} of {}", rows.keys), theme::differing()),
    };
    let gap = if wide { "   " } else { "  " };
    Line::from(vec![
        Span::raw(" "),
        Span::styled(version, theme::strong()),
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
    let desired = words("desired", rows.last_desire_ms);
    let ago = |moment| format!("reported {}", since(moment, reading.read_at_ms));
    let short = rows.last_report_ms.map_or(reported.clone(), ago);
    let both = desired.map(|desired| format!(" {reported}   {desired}"));
    let candidates = both
        .into_iter()
        .chain([format!(" {reported}"), format!(" {short}")]);
    candidates
        .into_iter()
        .find(|words| width(words) <= columns)
        .unwrap_or_default()
}
