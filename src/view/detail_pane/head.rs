//! The lines above the values.

use jiff::tz::TimeZone;
use ratatui::text::{Line, Span};

use crate::app::detail::Shown;
use crate::app::state::AppState;
use crate::app::watch::{Version, Watch};
use crate::i18n::Text;
use crate::model::changes::Changes;
use crate::model::mirror::MirrorReading;
use crate::model::size::bytes;
use crate::model::time::{clock_time, date_time, since};
use crate::model::width::{cut, width};
use crate::view::theme;
use crate::{text, words};

/// What the document is, when it was read, when it was set, and what has changed.
pub(super) fn lines(
    state: &AppState,
    shown: &Shown,
    failed: bool,
    columns: usize,
) -> Vec<Line<'static>> {
    let (reading, zone) = (&*shown.reading, &state.setup.zone);
    let watch = state.watch_in_view();
    let second = match watch.and_then(|watch| watch.chosen()) {
        Some(version) => {
            let seen = watch.map_or(0, Watch::seen);
            let words = which(version, reading, seen, zone);
            Line::styled(cut(&format!(" {words}"), columns), theme::changed())
        }
        None => when(reading, failed, zone, columns),
    };
    let times = Line::styled(cut(&times(reading, zone, columns), columns), theme::quiet());
    let changes = shown
        .changes
        .as_ref()
        .map_or_else(Line::default, |changes| {
            let words = changed(changes, zone);
            Line::styled(cut(&format!(" {words}"), columns), theme::changed())
        });
    vec![facts(shown, columns), second, times, changes]
}

/// Which of the versions that were seen this is.
fn which(version: &Version, reading: &MirrorReading, seen: usize, zone: &TimeZone) -> String {
    words!(
        "watch-which",
        version = version_of(reading.document.version),
        nth = version.nth,
        count = seen,
        time = clock_time(version.at_ms, zone)
    )
}

fn version_of(version: Option<u64>) -> Text {
    match version {
        Some(version) => text!("detail-v", version = version.to_string()),
        None => text!("detail-no-version"),
    }
}

fn changed(changes: &Changes, zone: &TimeZone) -> String {
    let since = match changes.since_version {
        Some(_) => version_of(changes.since_version),
        None => Text::verbatim(clock_time(changes.since_ms, zone)),
    };
    let [values, added, removed] = changes.counts;
    let mut parts = Vec::new();
    if values > 0 {
        parts.push(text!("watch-mark-changed", count = values));
    }
    if added > 0 {
        parts.push(text!("watch-mark-added", count = added));
    }
    if removed > 0 {
        parts.push(text!("watch-mark-removed", count = removed));
    }
    if parts.is_empty() {
        return words!("watch-same-since", since = since);
    }
    words!(
        "watch-since",
        changes = Text::joined(parts, "  "),
        since = since
    )
}

fn when(reading: &MirrorReading, failed: bool, zone: &TimeZone, columns: usize) -> Line<'static> {
    let read_at = clock_time(reading.read_at_ms, zone);
    if failed {
        let words = format!(" {}", words!("detail-failed-again", time = read_at));
        return Line::styled(cut(&words, columns), theme::warned());
    }
    let service = reading.document.timestamp_ms.map(|moment| {
        [date_time(moment, zone), clock_time(moment, zone)].map(|service| {
            words!(
                "detail-read-and-service",
                time = read_at.clone(),
                service = service
            )
        })
    });
    let candidates = service.into_iter().flatten();
    let words = candidates
        .chain([words!("detail-read", time = read_at.clone())])
        .map(|words| format!(" {words}"))
        .find(|words| width(words) <= columns);
    Line::styled(words.unwrap_or_default(), theme::quiet())
}

/// What the first line says, the most important last.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fact {
    Version,
    Size,
    Differing,
    /// How much has differed for long.
    Old,
}

/// In how many words it says it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Words {
    All,
    Fewer,
    Fewest,
}

const FACTS: [Fact; 4] = [Fact::Version, Fact::Size, Fact::Differing, Fact::Old];
const WITHOUT_SIZE: [Fact; 3] = [Fact::Version, Fact::Differing, Fact::Old];

/// The forms of the first line; the first that has room is taken.
const FORMS: [(Words, &[Fact]); 8] = [
    (Words::All, &FACTS),
    (Words::Fewer, &FACTS),
    (Words::Fewer, &WITHOUT_SIZE),
    (Words::Fewest, &WITHOUT_SIZE),
    (Words::Fewer, &[Fact::Differing, Fact::Old]),
    (Words::Fewest, &[Fact::Differing, Fact::Old]),
    (Words::Fewer, &[Fact::Old]),
    (Words::Fewest, &[Fact::Old]),
];
/// Columns from which on there may be room for all words.
const WIDE: usize = 40;

/// Version, size, how much differs, and how much of that for long; what does so is never left out nor
/// cut, or nobody would look there.
fn facts(shown: &Shown, columns: usize) -> Line<'static> {
    let mut narrowest = Line::default();
    for (words, facts) in FORMS {
        let line = line(shown, words, facts);
        if line.spans.is_empty() {
            break;
        }
        let is_room = columns >= WIDE || words != Words::All;
        if is_room && line.width() <= columns {
            return line;
        }
        narrowest = line;
    }
    narrowest
}

/// One form of the first line; empty where it has nothing to say.
fn line(shown: &Shown, words: Words, facts: &[Fact]) -> Line<'static> {
    let gap = if words == Words::All { "   " } else { "  " };
    let facts = facts.iter().filter_map(|fact| said(shown, words, *fact));
    let mut line = Line::default();
    for (nth, fact) in facts.enumerate() {
        line.push_span(Span::raw(if nth == 0 { " " } else { gap }));
        line.push_span(fact);
    }
    line
}

fn said(shown: &Shown, words: Words, fact: Fact) -> Option<Span<'static>> {
    let (document, rows) = (&shown.reading.document, &shown.reading.comparison);
    let (differing, keys, old) = (rows.differing, rows.keys, shown.reading.old);
    let (said, style) = match (fact, words) {
        (Fact::Version, _) => {
            let words = match (document.version, words) {
                (Some(version), Words::All) => {
                    words!("detail-version", version = version.to_string())
                }
                (version, _) => version_of(version).to_string(),
            };
            (words, theme::strong())
        }
        (Fact::Size, _) => return Some(Span::raw(bytes(document.body.len()))),
        (Fact::Differing, Words::All) if differing == 0 => {
            (words!("detail-nothing-differs"), theme::quiet())
        }
        (Fact::Differing, _) if differing == 0 => (words!("detail-no-drift"), theme::quiet()),
        (Fact::Differing, Words::All) => {
            let words = words!("detail-differ", differing = differing, keys = keys);
            (words, theme::differing())
        }
        (Fact::Differing, _) => {
            let words = words!("detail-differ-short", differing = differing, keys = keys);
            (words, theme::differing())
        }
        (Fact::Old, _) if old == 0 => return None,
        (Fact::Old, Words::Fewest) => (words!("detail-old-short", count = old), theme::old_drift()),
        (Fact::Old, _) => (words!("detail-old", count = old), theme::old_drift()),
    };
    Some(Span::styled(said, style))
}

/// When the device reported last and when it was last asked for something; the report alone where
/// there is no room for both.
fn times(reading: &MirrorReading, zone: &TimeZone, columns: usize) -> String {
    let rows = &reading.comparison;
    let age = |moment| since(moment, reading.read_at_ms);
    let reported = match rows.last_report_ms {
        Some(moment) => text!(
            "detail-reported",
            time = date_time(moment, zone),
            age = age(moment)
        ),
        None => text!("detail-never-reported"),
    };
    let desired = rows.last_desire_ms.map(|moment| {
        text!(
            "detail-desired",
            time = date_time(moment, zone),
            age = age(moment)
        )
    });
    let short = match rows.last_report_ms {
        Some(moment) => text!("detail-reported-ago", age = age(moment)),
        None => text!("detail-never-reported"),
    };
    let both = desired.map(|desired| format!(" {reported}   {desired}"));
    let candidates = both
        .into_iter()
        .chain([format!(" {reported}"), format!(" {short}")]);
    candidates
        .into_iter()
        .find(|words| width(words) <= columns)
        .unwrap_or_default()
}
