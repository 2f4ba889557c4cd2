//! The screen of a plan: every mirror that would be changed, what is noteworthy, and the number that
//! confirms.

mod rows;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::pane::{self, Parts};
use super::{field, rect, theme};
use crate::app::geometry::{PLAN_FOOT, PLAN_HEAD};
use crate::app::plan::{PlanView, RowState, Source};
use crate::app::state::AppState;
use crate::model::count::{counted, grouped};
use crate::model::mirror::MirrorName;
use crate::model::record::ActionKind;
use crate::model::text::DEFAULT_MIRROR;
use crate::model::width::{cut, cut_middle, width, wrap};

/// Names of which the totals are told; the others are counted.
const MOST_NAMES: usize = 24;
/// The widest that a name in the totals gets.
const TOTAL_NAME: usize = 24;

/// Draws the screen.
pub fn draw(state: &AppState, frame: &mut Frame<'_>) {
    let Some(plan) = &state.plan else { return };
    let area = rect(state.size.body());
    let parts = Parts {
        in_focus: true,
        input: None,
        title: title(plan).to_owned(),
        count: format!("{} of {}", plan.cursor.at + 1, grouped(plan.len())),
        filter: "",
        remark: String::new(),
    };
    let inner = pane::frame(&parts, frame, area);
    let line = |nth: u16| Rect {
        x: inner.x + 1,
        y: inner.y + nth,
        width: inner.width.saturating_sub(2),
        height: u16::from(nth < inner.height),
    };
    let columns = usize::from(line(0).width);
    frame.render_widget(account(state, columns), line(0));
    frame.render_widget(summary(plan, columns), line(1));
    let table = Rect {
        y: inner.y + PLAN_HEAD - 1,
        height: inner.height.saturating_sub(PLAN_HEAD - 1 + PLAN_FOOT),
        ..inner
    };
    rows::draw(plan, frame, table);
    let foot = inner.height.saturating_sub(PLAN_FOOT);
    for (nth, text) in (0..2).zip(full_name(plan, columns)) {
        frame.render_widget(Line::styled(text, theme::strong()), line(foot + nth));
    }
    frame.render_widget(totals(plan, columns), line(foot + 2));
    draw_number(plan, frame, line(foot + 3));
    if let Some(problem) = &plan.problem {
        let words = cut(&format!("✖ {problem}"), columns);
        frame.render_widget(Line::styled(words, theme::dangerous()), line(foot + 4));
    }
}

fn title(plan: &PlanView) -> &'static str {
    match (plan.kind, plan.source) {
        (ActionKind::Restore, _) => "Plan: bring mirrors back",
        (ActionKind::Delete, Source::Saved) => "Saved plan: delete mirrors",
        (ActionKind::Delete, _) => "Plan: delete mirrors",
    }
}

/// As the delete dialog says it.
fn account(state: &AppState, columns: usize) -> Line<'static> {
    let account = &state.setup.account;
    let name = format!("{} · {}", account.name(), account.host);
    Line::from(vec![
        Span::styled("account  ", theme::quiet()),
        Span::styled(
            cut_middle(&name, columns.saturating_sub(9)),
            theme::strong(),
        ),
    ])
}

/// `1,998 to delete, 2 left out: 1 moved, 1 gone`.
fn summary(plan: &PlanView, columns: usize) -> Line<'static> {
    let going_in = plan.count(RowState::In);
    let to = match plan.kind {
        ActionKind::Delete => "to delete",
        ActionKind::Restore => "to restore",
    };
    let mut words = format!("{} {to}", grouped(going_in));
    let why = [
        (RowState::Moved, "moved"),
        (RowState::Gone, "gone"),
        (RowState::NoVersion, "no version"),
        (RowState::Standing, "standing"),
        (RowState::Failed, "unreadable"),
        (RowState::OutByUser, "taken out"),
    ];
    let why: Vec<_> = why
        .into_iter()
        .map(|(state, word)| (plan.count(state), word))
        .filter(|(count, _)| *count > 0)
        .collect();
    let out: usize = why.iter().map(|(count, _)| count).sum();
    if out > 0 {
        let why: Vec<_> = why
            .into_iter()
            .map(|(count, word)| format!("{} {word}", grouped(count)))
            .collect();
        words = format!("{words}, {} left out: {}", grouped(out), why.join(", "));
    }
    let mut spans = Vec::new();
    if !plan.is_read() {
        let reading = format!(
            "reading {} of {}…  ",
            grouped(plan.len() - plan.to_be_read()),
            grouped(plan.len())
        );
        spans.push(Span::styled(reading, theme::quiet()));
    }
    let style = if out > 0 {
        theme::warned()
    } else {
        theme::strong()
    };
    let taken: usize = spans.iter().map(Span::width).sum();
    spans.push(Span::styled(
        cut(&words, columns.saturating_sub(taken)),
        style,
    ));
    Line::from(spans)
}

/// The selected mirror in full, on two lines at most; where even they are short, the middle goes.
fn full_name(plan: &PlanView, columns: usize) -> Vec<String> {
    let Some(row) = plan.selected() else {
        return vec![];
    };
    let target = row.item.target.to_string();
    let shown = cut_middle(&target, columns.saturating_sub(1) * 2);
    let lines = wrap(&shown, columns).into_iter();
    lines.map(str::to_owned).collect()
}

/// `legacy 1,950 · firmware 40 · ◆ default 8`.
fn totals(plan: &PlanView, columns: usize) -> Line<'static> {
    let totals = plan.totals();
    let mut spans: Vec<Span<'static>> = Vec::new();
    let mut taken = 0;
    let mut told = 0;
    for (name, count) in totals.iter().take(MOST_NAMES) {
        let (name, style) = match name {
            MirrorName::Default => (format!("◆ {DEFAULT_MIRROR}"), theme::default_mirror()),
            MirrorName::Named(name) => (cut_middle(name.shown(), TOTAL_NAME), theme::plain()),
        };
        let gap = if told == 0 { "" } else { " · " };
        let number = format!(" {}", grouped(count));
        let needs = width(gap) + width(&name) + width(&number);
        // Room for how many others there are.
        if taken + needs + 20 > columns && told > 0 {
            break;
        }
        taken += needs;
        told += 1;
        spans.extend([
            Span::styled(gap, theme::quiet()),
            Span::styled(name, style),
            Span::raw(number),
        ]);
    }
    let others = totals.names() - told;
    if others > 0 {
        let words = format!(" · {}", counted(others, "more name"));
        spans.push(Span::styled(words, theme::quiet()));
    }
    Line::from(spans)
}

fn draw_number(plan: &PlanView, frame: &mut Frame<'_>, area: Rect) {
    let label = match plan.kind {
        ActionKind::Delete => "Number of mirrors to delete  ",
        ActionKind::Restore => "Number of mirrors to restore  ",
    };
    let label_style: Style = if plan.in_count {
        theme::dangerous()
    } else {
        theme::quiet()
    };
    let columns = u16::try_from(width(label))
        .unwrap_or(area.width)
        .min(area.width);
    frame.render_widget(Line::styled(label, label_style), area);
    let room = area.width - columns;
    let field_area = Rect {
        x: area.x + columns,
        width: room.min(12),
        ..area
    };
    field::draw(
        &plan.count,
        plan.in_count,
        theme::strong(),
        frame,
        field_area,
    );
    let hint = if !plan.is_read() {
        "counts once everything is read"
    } else if plan.in_count {
        "typed in full, then Enter applies"
    } else {
        "Tab goes there"
    };
    let hint_area = Rect {
        x: field_area.right(),
        width: room - field_area.width,
        ..area
    };
    let hint = cut(&format!("  {hint}"), usize::from(hint_area.width));
    frame.render_widget(Line::styled(hint, theme::quiet()), hint_area);
}
