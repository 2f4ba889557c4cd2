//! The rows of a plan: mirror, version, and what there is to notice. Only those in view are built.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::app::plan::{FreshFacts, PlanRow, PlanView, RowState, Source};
use crate::i18n::Text;
use crate::model::mirror::MirrorName;
use crate::model::outcome::live_age;
use crate::model::record::ActionKind;
use crate::model::size::bytes;
use crate::model::width::{cut, cut_middle, width};
use crate::view::table::Table;
use crate::view::{target, theme};
use crate::{text, words};

/// Columns of the version.
const VERSION: usize = 8;
/// Columns before the mirror: selection and whether the row goes in.
const SIGNS: usize = 4;

/// How wide the columns are.
struct Layout {
    names: usize,
    version: usize,
    note: usize,
}

impl Layout {
    fn new(columns: usize) -> Self {
        let version = VERSION.max(width(&words!("plan-column-version")) + 1);
        let names = (columns.saturating_sub(SIGNS + version + 2) / 2).clamp(16, 80);
        Self {
            names,
            version,
            note: columns.saturating_sub(SIGNS + names + 2 + version),
        }
    }
}

/// Draws titles and rows.
pub fn draw(plan: &PlanView, frame: &mut Frame<'_>, area: Rect) {
    let columns = usize::from(area.width);
    let layout = Layout::new(columns);
    let title = format!(
        "{}{}{}{}",
        " ".repeat(SIGNS),
        padded(&words!("plan-column-mirror"), layout.names + 2),
        padded(&words!("plan-column-version"), layout.version),
        words!("plan-column-note")
    );
    let titles = Rect {
        height: area.height.min(1),
        ..area
    };
    frame.render_widget(Line::styled(cut(&title, columns), theme::quiet()), titles);
    let rows = Rect {
        y: area.y + 1,
        height: area.height.saturating_sub(1),
        ..area
    };
    let table = Table {
        is_active: !plan.in_count,
        ..Table::new(plan.len(), plan.cursor, true)
    };
    let in_view = (plan.cursor.offset..).map_while(|place| plan.get(place));
    table.draw(in_view, frame, rows, |found, is_selected| {
        line_of(plan, found, is_selected, &layout)
    });
}

fn padded(text: &str, columns: usize) -> String {
    format!("{text}{}", " ".repeat(columns.saturating_sub(width(text))))
}

fn line_of(plan: &PlanView, found: &PlanRow, is_selected: bool, layout: &Layout) -> Line<'static> {
    let state = found.state(plan.kind);
    let selection = if is_selected { "▸" } else { " " };
    let (sign, sign_style) = match state {
        RowState::Reading => ("…", theme::quiet()),
        RowState::In => ("+", theme::strong()),
        RowState::Failed => ("✖", theme::warned()),
        _ => ("-", theme::warned()),
    };
    let version = match (&found.fresh, found.item.version) {
        (FreshFacts::Found(facts), _) => facts.version,
        (_, version) => version,
    };
    let version = version.map_or_else(|| "·".to_owned(), |version| format!("v{version}"));
    let mut spans = vec![
        Span::raw(format!("{selection} ")),
        Span::styled(sign, sign_style),
        Span::raw(" "),
    ];
    spans.extend(target::spans(&found.item.target, layout.names));
    spans.push(Span::raw("  "));
    spans.push(Span::raw(padded(
        &cut_middle(&version, layout.version - 1),
        layout.version,
    )));
    let (note, style) = note(plan, found, state);
    spans.push(Span::styled(cut(&note, layout.note), style));
    Line::from(spans)
}

/// Why a row is left out, or what is noteworthy about one that goes in.
fn note(plan: &PlanView, row: &PlanRow, state: RowState) -> (String, Style) {
    let words = match state {
        RowState::Reading if row.is_out => words!("plan-taken-out"),
        RowState::Reading => return (String::new(), theme::quiet()),
        RowState::Moved if plan.source == Source::Saved => {
            words!("plan-out-not-saved", was = was(row))
        }
        RowState::Moved => words!("plan-out-moved", was = was(row)),
        RowState::Gone => words!("plan-out-gone"),
        RowState::NoVersion => words!("plan-out-no-version"),
        RowState::Standing => words!("plan-out-standing"),
        RowState::TooLong => words!("plan-out-too-long"),
        RowState::Failed => match &row.fresh {
            FreshFacts::Failed(error) => words!("plan-out-error", error = error.text()),
            _ => words!("plan-out-unread"),
        },
        RowState::OutByUser => {
            let note = noteworthy(plan.kind, row);
            let gap = if note.is_empty() { "" } else { " · " };
            format!("{}{gap}{note}", words!("plan-taken-out"))
        }
        RowState::In => {
            let style = if row.is_noteworthy() {
                theme::differing()
            } else {
                theme::quiet()
            };
            return (noteworthy(plan.kind, row), style);
        }
    };
    (words, theme::warned())
}

/// The version that was marked or saved.
fn was(row: &PlanRow) -> Text {
    row.item.version.map_or_else(
        || text!("plan-no-version"),
        |version| Text::verbatim(format!("v{version}")),
    )
}

fn noteworthy(kind: ActionKind, row: &PlanRow) -> String {
    let FreshFacts::Found(facts) = &row.fresh else {
        return match kind {
            ActionKind::Restore => words!("plan-nothing-there"),
            ActionKind::Delete => String::new(),
        };
    };
    let mut words = Vec::new();
    if row.has_moved() {
        words.push(words!("plan-changed", was = was(row)));
    }
    if row.item.target.mirror == MirrorName::Default {
        words.push("◆ default".to_owned());
    }
    if let Some(ago) = live_age(facts.last_report_ms, facts.read_at_ms) {
        words.push(words!("plan-live", ago = ago));
    }
    if facts.differing > 0 {
        words.push(format!("≠ {}", facts.differing));
    }
    words.push(bytes(usize::try_from(facts.bytes).unwrap_or(usize::MAX)));
    words.join(" · ")
}
