//! The table: titles and the rows in view.

use jiff::tz::TimeZone;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::app::sweep::{Column, Facts, Shown, Sweep};
use crate::model::mirror::MirrorName;
use crate::model::size::bytes;
use crate::model::summary::MirrorSummary;
use crate::model::time::{age, date_time};
use crate::model::width::{cut_middle, width};
use crate::view::table::Table;
use crate::view::{row, theme};
use crate::words;

/// A column for a number, and how wide it is with the gap before it.
type Number = (Column, usize);
/// Columns of version, age, drift and size.
const NUMBERS: [Number; 4] = [
    (Column::Version, 10),
    (Column::Age, 10),
    (Column::Drift, 9),
    (Column::Size, 12),
];
/// The same where room is short: names come before sizes.
const FEW_NUMBERS: [Number; 3] = [(Column::Version, 8), (Column::Age, 8), (Column::Drift, 7)];
/// From this inner width on there is room for all of them.
const ALL_FROM: usize = 74;
/// Columns of the selection and the mark, before the device.
const SIGNS: usize = 4;
/// Columns between device and mirror; the sign of the default mirror stands in the last.
const GAP: usize = 2;
/// Columns of the moment of the last report, and the inner width from which on there is room for it.
const MOMENT: usize = 23;
const MOMENT_FROM: usize = 130;
/// The widest that device and mirror get: farther apart, a row is hard to follow.
const WIDEST: [usize; 2] = [64, 56];

/// How wide the columns with names are.
struct Layout {
    device: usize,
    mirror: usize,
    numbers: Vec<Number>,
    /// Where there is room, the age is told as a moment too.
    has_moment: bool,
}

impl Layout {
    fn new(sweep: &Sweep, columns: usize) -> Self {
        let numbers: &[Number] = match sweep.shows_facts() {
            true if columns >= ALL_FROM => &NUMBERS,
            true => &FEW_NUMBERS,
            false => &[],
        };
        let numbers: Vec<_> = numbers.iter().map(with_title).collect();
        let has_moment = !numbers.is_empty() && columns >= MOMENT_FROM;
        let taken: usize = numbers.iter().map(|(_, columns)| columns).sum();
        let taken = taken + if has_moment { MOMENT } else { 0 };
        let room = columns.saturating_sub(taken + SIGNS + GAP + 1);
        let device = (room * 11 / 20).min(WIDEST[0]);
        Self {
            device,
            mirror: (room - device).min(WIDEST[1]),
            numbers,
            has_moment,
        }
    }
}

/// Draws titles and rows.
pub(super) fn draw(sweep: &Sweep, zone: &TimeZone, frame: &mut Frame<'_>, area: Rect) {
    let layout = Layout::new(sweep, usize::from(area.width));
    let first = Rect { height: 1, ..area };
    row::draw(&titles(sweep, &layout), frame, first);
    let rows = Rect {
        y: area.y + 1,
        height: area.height.saturating_sub(1),
        ..area
    };
    Table::new(sweep.len(), sweep.cursor, true).draw(
        sweep.rows_from(sweep.cursor.offset),
        frame,
        rows,
        |shown, is_selected| {
            let mut line = line_of(&shown, is_selected, &layout);
            if layout.has_moment {
                line.push_span(moment(shown.facts, zone));
            }
            line
        },
    );
}

/// A column is as wide as its title with the arrow at least.
fn with_title((column, columns): &Number) -> Number {
    let title = width(&column.title().to_string()) + 1;
    (*column, title.max(*columns))
}

fn titles(sweep: &Sweep, layout: &Layout) -> Line<'static> {
    let sort = sweep.sort();
    let arrow = |column| match (sort.column == column, sort.down) {
        (false, _) => "",
        (true, false) => "▲",
        (true, true) => "▼",
    };
    let named = |column: Column| format!("{} {}", column.title(), arrow(column));
    let mut text = " ".repeat(SIGNS);
    text.push_str(&left(&named(Column::Device), layout.device + GAP));
    text.push_str(&left(&named(Column::Mirror), layout.mirror));
    for (column, columns) in &layout.numbers {
        let title = column.title().to_string();
        let arrow = arrow(*column);
        // Where room is short, the gaps go first.
        let gap = match arrow {
            "" => "",
            _ if width(&title) + 3 > *columns => "",
            _ => " ",
        };
        let title = format!("{arrow}{gap}{title}");
        text.push_str(&" ".repeat(columns.saturating_sub(width(&title))));
        text.push_str(&title);
    }
    if layout.has_moment {
        text.push_str(&right(&words!("sweep-column-moment"), MOMENT));
    }
    Line::styled(text, theme::quiet())
}

fn line_of(shown: &Shown<'_>, is_selected: bool, layout: &Layout) -> Line<'static> {
    // The sign stands outside the name, so that no named mirror can bear it.
    let (sign, style) = match shown.mirror {
        MirrorName::Default => ("◆", theme::default_mirror()),
        MirrorName::Named(_) => (" ", theme::plain()),
    };
    let mark = if shown.is_marked { "✓" } else { " " };
    let mut spans = vec![
        Span::raw(if is_selected { " ▸" } else { "  " }),
        Span::styled(mark, theme::accented()),
        Span::raw(" "),
        Span::raw(left(shown.device.shown(), layout.device)),
        Span::raw(" "),
        Span::styled(sign, style),
        Span::styled(left(shown.mirror.shown(), layout.mirror), style),
    ];
    spans.extend(facts(shown.facts, &layout.numbers));
    Line::from(spans)
}

fn facts(facts: &Facts, numbers: &[Number]) -> Vec<Span<'static>> {
    let Some((_, first)) = numbers.first() else {
        return vec![];
    };
    let summary = match facts {
        Facts::Read(summary) => summary,
        Facts::Unread | Facts::Asked => return instead("…", *first, theme::quiet()),
        Facts::Failed => return instead(&words!("sweep-failed"), *first, theme::warned()),
    };
    let cells = numbers.iter().map(|(column, columns)| {
        let (text, style) = cell(*column, summary);
        Span::styled(right(&text, *columns), style)
    });
    cells.collect()
}

fn moment(facts: &Facts, zone: &TimeZone) -> Span<'static> {
    let reported = facts.read().and_then(|facts| facts.last_report_ms);
    let text = reported.map_or_else(String::new, |moment| date_time(moment, zone));
    Span::styled(right(&text, MOMENT), theme::quiet())
}

/// In place of all numbers, where the first of them would stand.
fn instead(words: &str, columns: usize, style: Style) -> Vec<Span<'static>> {
    vec![Span::styled(right(words, columns), style)]
}

fn cell(column: Column, facts: &MirrorSummary) -> (String, Style) {
    match column {
        Column::Version => {
            let version = facts.version.map(|version| format!("v{version}"));
            (version.unwrap_or("v?".to_owned()), theme::plain())
        }
        Column::Age => {
            let moment = facts.last_report_ms;
            let age = moment.map(|moment| age(moment, facts.read_at_ms));
            (age.unwrap_or("—".to_owned()), theme::quiet())
        }
        Column::Drift => match facts.differing {
            0 => (String::new(), theme::plain()),
            number => (format!("≠ {number}"), theme::differing()),
        },
        _ => {
            let size = usize::try_from(facts.bytes).unwrap_or(usize::MAX);
            (bytes(size), theme::plain())
        }
    }
}

fn left(text: &str, columns: usize) -> String {
    let text = cut_middle(text, columns);
    let gap = columns.saturating_sub(width(&text));
    format!("{text}{}", " ".repeat(gap))
}

/// Right-aligned behind a gap; what is too long loses its middle, never its last digits.
fn right(text: &str, columns: usize) -> String {
    let text = cut_middle(text, columns.saturating_sub(2));
    let gap = columns.saturating_sub(width(&text));
    format!("{}{text}", " ".repeat(gap))
}
