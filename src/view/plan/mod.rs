//! The screen of a plan: every mirror that would be changed, what is noteworthy, and the number that
//! confirms.

mod rows;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::pane::{self, Parts};
use super::{field, rect, theme};
use crate::app::geometry::{PLAN_FOOT, PLAN_HEAD, PLAN_NAME};
use crate::app::plan::{PlanView, RowState, Source};
use crate::app::state::AppState;
use crate::i18n::Text;
use crate::model::count::grouped;
use crate::model::mirror::MirrorName;
use crate::model::record::ActionKind;
use crate::model::text::default_mirror;
use crate::model::width::{cut, cut_middle, width, wrap};
use crate::{text, words};

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
        title: title(plan),
        count: words!("count-place", at = plan.cursor.at + 1, all = plan.len()),
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
    for (nth, text) in (0..PLAN_NAME).zip(full_name(plan, columns)) {
        frame.render_widget(Line::styled(text, theme::strong()), line(foot + nth));
    }
    frame.render_widget(totals(plan, columns), line(foot + PLAN_NAME));
    draw_number(plan, frame, line(foot + PLAN_NAME + 1));
    if let Some(problem) = &plan.problem {
        let words = cut(&format!("✖ {problem}"), columns);
        frame.render_widget(
            Line::styled(words, theme::dangerous()),
            line(foot + PLAN_NAME + 2),
        );
    }
}

fn title(plan: &PlanView) -> String {
    match (plan.kind, plan.source) {
        (ActionKind::Restore, _) => words!("plan-title-restore"),
        (ActionKind::Delete, Source::Saved) => words!("plan-title-saved"),
        (ActionKind::Delete, _) => words!("plan-title-delete"),
    }
}

/// As the delete dialog says it.
fn account(state: &AppState, columns: usize) -> Line<'static> {
    let account = &state.setup.account;
    let name = format!("{} · {}", account.name(), account.host);
    let label = format!("{}  ", words!("plan-account"));
    let room = columns.saturating_sub(width(&label));
    Line::from(vec![
        Span::styled(label, theme::quiet()),
        Span::styled(cut_middle(&name, room), theme::strong()),
    ])
}

/// `1,998 to delete, 2 left out: 1 moved, 1 gone`.
fn summary(plan: &PlanView, columns: usize) -> Line<'static> {
    let going_in = plan.count(RowState::In);
    let going_in = match plan.kind {
        ActionKind::Delete => text!("plan-to-delete", count = going_in),
        ActionKind::Restore => text!("plan-to-restore", count = going_in),
    };
    let why = |state: &RowState| plan.count(*state) > 0;
    let why: Vec<_> = WHY_OUT.into_iter().filter(why).collect();
    let out: usize = why.iter().map(|state| plan.count(*state)).sum();
    let words = if out == 0 {
        going_in.to_string()
    } else {
        let why = why.iter().map(|state| why_out(*state, plan.count(*state)));
        words!(
            "plan-left-out",
            going_in = going_in,
            count = out,
            why = Text::joined(why, ", ")
        )
    };
    let mut spans = Vec::new();
    if !plan.is_read() {
        let reading = words!(
            "plan-reading",
            done = plan.len() - plan.to_be_read(),
            all = plan.len()
        );
        spans.push(Span::styled(format!("{reading}  "), theme::quiet()));
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

/// States of rows that are left out, in the order in which they are told.
const WHY_OUT: [RowState; 7] = [
    RowState::Moved,
    RowState::Gone,
    RowState::NoVersion,
    RowState::Standing,
    RowState::Failed,
    RowState::TooLong,
    RowState::OutByUser,
];

/// So many rows are left out for this.
fn why_out(state: RowState, count: usize) -> Text {
    match state {
        RowState::Moved => text!("plan-count-moved", count = count),
        RowState::Gone => text!("plan-count-gone", count = count),
        RowState::NoVersion => text!("plan-count-no-version", count = count),
        RowState::Standing => text!("plan-count-standing", count = count),
        RowState::Failed => text!("plan-count-unreadable", count = count),
        RowState::TooLong => text!("plan-count-too-long", count = count),
        RowState::OutByUser => text!("plan-count-taken-out", count = count),
        RowState::Reading | RowState::In => Text::empty(),
    }
}

/// The selected mirror in full, on two lines at most; where even they are short, the middle goes, and
/// the row stays out ([`RowState::TooLong`]).
fn full_name(plan: &PlanView, columns: usize) -> Vec<String> {
    let Some(row) = plan.selected() else {
        return vec![];
    };
    let target = row.item.target.to_string();
    let most = usize::from(PLAN_NAME);
    let shown = if row.item.fits(columns, most) {
        target
    } else {
        cut_middle(&target, columns.saturating_sub(1) * most)
    };
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
            MirrorName::Default => (format!("◆ {}", default_mirror()), theme::default_mirror()),
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
        let words = format!(" · {}", words!("count-more-names", count = others));
        spans.push(Span::styled(words, theme::quiet()));
    }
    Line::from(spans)
}

fn draw_number(plan: &PlanView, frame: &mut Frame<'_>, area: Rect) {
    let label = match plan.kind {
        ActionKind::Delete => words!("plan-number-delete"),
        ActionKind::Restore => words!("plan-number-restore"),
    };
    let label = format!("{label}  ");
    let label_style: Style = if plan.in_count {
        theme::dangerous()
    } else {
        theme::quiet()
    };
    let columns = u16::try_from(width(&label))
        .unwrap_or(area.width)
        .min(area.width);
    let label_area = Rect {
        width: columns,
        ..area
    };
    frame.render_widget(Line::styled(label, label_style), label_area);
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
        words!("plan-hint-reading")
    } else if plan.in_count {
        words!("plan-hint-apply")
    } else {
        words!("plan-hint-tab")
    };
    let hint_area = Rect {
        x: field_area.right(),
        width: room - field_area.width,
        ..area
    };
    let hint = cut(&format!("  {hint}"), usize::from(hint_area.width));
    frame.render_widget(Line::styled(hint, theme::quiet()), hint_area);
}
