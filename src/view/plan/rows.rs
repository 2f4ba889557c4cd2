//! The rows of a plan: mirror, version, and what there is to notice. Only those in view are built.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::app::plan::{FreshFacts, PlanRow, PlanView, RowState, Source};
use crate::model::mirror::MirrorName;
use crate::model::outcome::live_age;
use crate::model::record::ActionKind;
use crate::model::size::bytes;
use crate::model::width::{cut, cut_middle, width};
use crate::view::{pane, row, target, theme};

/// Columns of the version.
const VERSION: usize = 8;
/// Columns before the mirror: selection and whether the row goes in.
const SIGNS: usize = 4;

/// Draws titles and rows.
pub fn draw(plan: &PlanView, frame: &mut Frame<'_>, area: Rect) {
    let columns = usize::from(area.width);
    let names = (columns.saturating_sub(SIGNS + VERSION + 2) / 2).clamp(16, 80);
    let title = format!(
        "{}{}{}note",
        " ".repeat(SIGNS),
        padded("device › mirror", names + 2),
        padded("version", VERSION)
    );
    let line = |nth: u16| Rect {
        y: area.y + nth,
        height: u16::from(nth < area.height),
        ..area
    };
    frame.render_widget(Line::styled(cut(&title, columns), theme::quiet()), line(0));
    let rows = Rect {
        y: area.y + 1,
        height: area.height.saturating_sub(1),
        ..area
    };
    for (nth, place) in (1..area.height).zip(plan.cursor.offset..) {
        let Some(found) = plan.get(place) else { break };
        let is_selected = place == plan.cursor.at;
        let style = if is_selected {
            theme::selected(!plan.in_count)
        } else {
            theme::plain()
        };
        let text = line_of(plan, found, is_selected, names, columns).style(style);
        row::draw(&text, frame, line(nth));
    }
    let offset = plan.cursor.offset;
    pane::scrollbar(plan.len(), offset, frame, rows, theme::border(true));
}

fn padded(text: &str, columns: usize) -> String {
    format!("{text}{}", " ".repeat(columns.saturating_sub(width(text))))
}

fn line_of(
    plan: &PlanView,
    found: &PlanRow,
    is_selected: bool,
    names: usize,
    columns: usize,
) -> Line<'static> {
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
    spans.extend(target::spans(&found.item.target, names));
    spans.push(Span::raw("  "));
    spans.push(Span::raw(padded(
        &cut_middle(&version, VERSION - 1),
        VERSION,
    )));
    let room = columns.saturating_sub(SIGNS + names + 2 + VERSION);
    let (note, style) = note(plan, found, state);
    spans.push(Span::styled(cut(&note, room), style));
    Line::from(spans)
}

/// Why a row is left out, or what is noteworthy about one that goes in.
fn note(plan: &PlanView, row: &PlanRow, state: RowState) -> (String, Style) {
    let words = match state {
        RowState::Reading if row.is_out => "taken out".to_owned(),
        RowState::Reading => return (String::new(), theme::quiet()),
        RowState::Moved => format!(
            "left out: moved, {}; {}",
            was(row),
            if plan.source == Source::Saved {
                "not what was saved"
            } else {
                "Space takes it in"
            }
        ),
        RowState::Gone => "left out: gone".to_owned(),
        RowState::NoVersion => "left out: no version, delete it singly".to_owned(),
        RowState::Standing => "left out: a mirror stands there".to_owned(),
        RowState::Failed => match &row.fresh {
            FreshFacts::Failed(error) => format!("left out, r reads again: {error}"),
            _ => "left out, r reads again".to_owned(),
        },
        RowState::OutByUser => {
            let note = noteworthy(plan.kind, row);
            let gap = if note.is_empty() { "" } else { " · " };
            format!("taken out{gap}{note}")
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

fn was(row: &PlanRow) -> String {
    let version = |version: Option<u64>| {
        version.map_or_else(|| "no version".to_owned(), |version| format!("v{version}"))
    };
    format!("was {}", version(row.item.version))
}

fn noteworthy(kind: ActionKind, row: &PlanRow) -> String {
    let FreshFacts::Found(facts) = &row.fresh else {
        return match kind {
            ActionKind::Restore => "nothing stands there".to_owned(),
            ActionKind::Delete => String::new(),
        };
    };
    let mut words = Vec::new();
    if row.has_moved() {
        words.push(format!("changed, {}", was(row)));
    }
    if row.item.target.mirror == MirrorName::Default {
        words.push("◆ default".to_owned());
    }
    if let Some(ago) = live_age(facts.last_report_ms, facts.read_at_ms) {
        words.push(format!("⚠ live, reported {ago}"));
    }
    if facts.differing > 0 {
        words.push(format!("≠ {}", facts.differing));
    }
    words.push(bytes(usize::try_from(facts.bytes).unwrap_or(usize::MAX)));
    words.join(" · ")
}
