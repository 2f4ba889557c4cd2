//! The table: titles and the rows in view.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::app::sweep::{Column, Facts, Shown, Sweep};
use crate::model::mirror::MirrorName;
use crate::model::size::bytes;
use crate::model::summary::MirrorSummary;
use crate::model::time::age;
use crate::model::width::{cut_middle, width};
use crate::view::{pane, row, theme};

/// Columns of version, age, drift and size, each with the gap before it.
const NUMBERS: [(Column, usize); 4] = [
    (Column::Version, 10),
    (Column::Age, 10),
    (Column::Drift, 9),
    (Column::Size, 12),
];
/// Columns of the selection and the mark, before the device.
const SIGNS: usize = 4;
/// Columns between device and mirror; the sign of the default mirror stands in the last.
const GAP: usize = 2;
/// The widest that device and mirror get: farther apart, a row is hard to follow.
const WIDEST: [usize; 2] = [64, 48];

/// How wide the columns with names are.
struct Layout {
    device: usize,
    mirror: usize,
    has_facts: bool,
}

impl Layout {
    fn new(sweep: &Sweep, columns: usize) -> Self {
        let has_facts = sweep.shows_facts();
        let numbers = if has_facts {
            NUMBERS.iter().map(|(_, columns)| columns).sum()
        } else {
            0
        };
        let room = columns.saturating_sub(numbers + SIGNS + GAP + 1);
        let device = (room * 11 / 20).min(WIDEST[0]);
        Self {
            device,
            mirror: (room - device).min(WIDEST[1]),
            has_facts,
        }
    }
}

/// Draws titles and rows.
pub(super) fn draw(sweep: &Sweep, frame: &mut Frame<'_>, area: Rect) {
    let layout = Layout::new(sweep, usize::from(area.width));
    let first = Rect { height: 1, ..area };
    row::draw(&titles(sweep, &layout), frame, first);
    let rows = Rect {
        y: area.y + 1,
        height: area.height.saturating_sub(1),
        ..area
    };
    let offset = sweep.cursor.offset;
    let shown = (offset..).zip(sweep.rows_from(offset));
    for (line, (place, shown)) in (0..rows.height).zip(shown) {
        let is_selected = place == sweep.cursor.at;
        let style = if is_selected {
            theme::selected(true)
        } else {
            theme::PLAIN
        };
        let area = Rect {
            y: rows.y + line,
            height: 1,
            ..rows
        };
        let line = line_of(&shown, is_selected, &layout).style(style);
        row::draw(&line, frame, area);
    }
    pane::scrollbar(sweep.len(), offset, frame, rows, theme::border(true));
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
    if layout.has_facts {
        for (column, columns) in NUMBERS {
            let title = format!("{} {}", arrow(column), column.title());
            text.push_str(&right(title.trim_start(), columns));
        }
    }
    Line::styled(text, theme::QUIET)
}

fn line_of(shown: &Shown<'_>, is_selected: bool, layout: &Layout) -> Line<'static> {
    // The sign stands outside the name, so that no named mirror can bear it.
    let (sign, style) = match shown.mirror {
        MirrorName::Default => ("◆", theme::DEFAULT_MIRROR),
        MirrorName::Named(_) => (" ", theme::PLAIN),
    };
    let mark = if shown.is_marked { "✓" } else { " " };
    let mut spans = vec![
        Span::raw(if is_selected { " ▸" } else { "  " }),
        Span::styled(mark, theme::ACCENTED),
        Span::raw(" "),
        Span::raw(left(shown.device.shown(), layout.device)),
        Span::raw(" "),
        Span::styled(sign, style),
        Span::styled(left(shown.mirror.shown(), layout.mirror), style),
    ];
    if layout.has_facts {
        spans.extend(facts(shown.facts));
    }
    Line::from(spans)
}

fn facts(facts: &Facts) -> Vec<Span<'static>> {
    let summary = match facts {
        Facts::Read(summary) => summary,
        Facts::Unread | Facts::Asked => return words("…", theme::QUIET),
        Facts::Failed => return words("⚠ failed", theme::WARNED),
    };
    let cells = NUMBERS.map(|(column, columns)| {
        let (text, style) = cell(column, summary);
        Span::styled(right(&text, columns), style)
    });
    cells.into()
}

/// In place of all numbers, where the first of them would stand.
fn words(words: &str, style: Style) -> Vec<Span<'static>> {
    let (_, columns) = NUMBERS[0];
    vec![Span::styled(right(words, columns), style)]
}

fn cell(column: Column, facts: &MirrorSummary) -> (String, Style) {
    match column {
        Column::Version => {
            let version = facts.version.map(|version| format!("v{version}"));
            (version.unwrap_or("v?".to_owned()), theme::PLAIN)
        }
        Column::Age => {
            let moment = facts.last_report_ms;
            let age = moment.map(|moment| age(moment, facts.read_at_ms));
            (age.unwrap_or("—".to_owned()), theme::QUIET)
        }
        Column::Drift => match facts.differing {
            0 => (String::new(), theme::PLAIN),
            number => (format!("≠ {number}"), theme::DIFFERING),
        },
        _ => {
            let size = usize::try_from(facts.bytes).unwrap_or(usize::MAX);
            (bytes(size), theme::PLAIN)
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
