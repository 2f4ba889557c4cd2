//! The items of the selected run: mirror and state, and what was said of the selected one in full.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::list::sign;
use crate::app::state::AppState;
use crate::app::tasks::{Phase, Run, word};
use crate::i18n::Text;
use crate::model::outcome::Word;
use crate::model::task::{ItemState, TaskItem};
use crate::model::text::escape_text;
use crate::model::time::date_time;
use crate::model::width::{cut, cut_middle, width, wrap, wrap_words_to};
use crate::view::pane::{self, Parts};
use crate::view::table::Table;
use crate::view::{target, theme};
use crate::{text, words};

/// Columns of the version.
const VERSION: usize = 7;

/// Draws the items.
pub fn draw(state: &AppState, frame: &mut Frame<'_>, area: Rect) {
    let tasks = &state.tasks;
    let selected = tasks.selected_run(state.sweep.is_some());
    let length = selected.map_or(0, |run| tasks.shown_items(run));
    let title = match selected {
        Some(run) if tasks.only_failed => words!("task-only-failed", what = run.what()),
        Some(run) => run.what().to_string(),
        None => words!("task-items"),
    };
    let count = match length {
        0 => String::new(),
        _ => words!("count-place", at = tasks.items.at + 1, all = length),
    };
    let parts = Parts {
        in_focus: tasks.in_items,
        input: None,
        title,
        count,
        filter: "",
        remark: String::new(),
    };
    let inner = pane::frame(&parts, frame, area);
    let Some(run) = selected else { return };
    let columns = usize::from(inner.width.saturating_sub(2));
    let (head, foot) = state.size.task_margins();
    draw_head(state, run, head, frame, inner);
    let rows = Rect {
        y: inner.y + head,
        height: inner.height.saturating_sub(head + foot),
        ..inner
    };
    draw_rows(state, run, frame, rows);
    if length == 0 {
        let words = words!("task-all-well");
        return pane::say(&[(theme::quiet(), words)], frame, rows);
    }
    let Some((item, item_state)) = tasks.item(run, tasks.items.at) else {
        return;
    };
    let lines = foot_lines(item, item_state, columns, usize::from(foot));
    for (nth, (text, style)) in (0..foot).zip(lines) {
        let line = Rect {
            x: inner.x + 1,
            y: rows.bottom() + nth,
            width: inner.width.saturating_sub(2),
            height: 1,
        };
        frame.render_widget(Line::styled(text, style), line);
    }
}

/// When it began and how it stands, then how many items are in which state.
fn draw_head(state: &AppState, run: &Run, head: u16, frame: &mut Frame<'_>, inner: Rect) {
    let columns = usize::from(inner.width.saturating_sub(2));
    let line = |nth: u16| Rect {
        x: inner.x + 1,
        y: inner.y + nth,
        width: inner.width.saturating_sub(2),
        height: u16::from(nth < inner.height),
    };
    let (sign, style) = sign(run.phase(), !run.failed().is_empty());
    let began = date_time(run.plan.created_ms, &state.setup.zone);
    let mut words = text!("task-began", phase = run.phase().word(), began = began);
    if let Some(why) = run
        .engine
        .as_ref()
        .and_then(|engine| engine.paused.as_ref())
    {
        words = text!("task-paused", why = &*escape_text(&why.to_string()));
    } else if run.phase() == Phase::CutOff {
        let hint = match (run.queued(), run.sent()) {
            (0, _) => text!("task-hint-unresolved"),
            (_, 0) => text!("task-hint-go-on"),
            _ => text!("task-hint-go-on-unresolved"),
        };
        words = Text::joined([words, hint], "; ");
    }
    let words = cut(&format!("{sign} {words}"), columns);
    frame.render_widget(Line::styled(words, style), line(0));
    let counts = run.in_words().to_string();
    let counts = wrap_words_to(&counts, columns, usize::from(head - 1));
    for (nth, counts) in (1..).zip(counts) {
        frame.render_widget(Line::styled(counts, theme::strong()), line(nth));
    }
}

fn draw_rows(state: &AppState, run: &Run, frame: &mut Frame<'_>, area: Rect) {
    let tasks = &state.tasks;
    let columns = usize::from(area.width);
    // As wide as the words of this run: scrolling moves nothing, and the names get the rest.
    let states = 1 + run
        .words()
        .map(|word| width(&word.to_string()))
        .max()
        .unwrap_or(0);
    let names = columns.saturating_sub(2 + VERSION + 1 + states).max(12);
    let in_view = (tasks.items.offset..).map_while(|place| tasks.item(run, place));
    let table = Table::new(tasks.shown_items(run), tasks.items, tasks.in_items);
    table.draw(in_view, frame, area, |(item, state), is_selected| {
        let mark = if is_selected { "▸ " } else { "  " };
        item_line(item, state, mark, names)
    });
}

fn item_line(item: &TaskItem, state: &ItemState, mark: &str, names: usize) -> Line<'static> {
    let version = item
        .version
        .map_or_else(String::new, |version| format!("v{version}"));
    let version = cut_middle(&version, VERSION - 1);
    let mut spans = vec![Span::raw(mark.to_owned())];
    spans.extend(target::spans(&item.target, names));
    spans.push(Span::raw(format!(
        " {version}{}",
        " ".repeat(VERSION - width(&version))
    )));
    spans.push(Span::styled(word(state).to_string(), style_of(state)));
    Line::from(spans)
}

fn style_of(state: &ItemState) -> Style {
    match state {
        ItemState::Queued | ItemState::Cancelled => theme::quiet(),
        ItemState::Sent => theme::accented(),
        ItemState::CameBack(_) => theme::warned(),
        ItemState::Ended(end) => match end.word {
            Word::Deleted | Word::Restored => theme::well(),
            Word::AlreadyGone | Word::VersionConflict => theme::warned(),
            _ => theme::dangerous(),
        },
    }
}

/// The selected item in full, and what was said of it.
fn foot_lines(
    item: &TaskItem,
    state: &ItemState,
    columns: usize,
    height: usize,
) -> Vec<(String, Style)> {
    let for_name = height.div_ceil(3).max(1);
    let name = item.target.to_string();
    let name = cut_middle(&name, columns.saturating_sub(1) * for_name);
    let mut lines: Vec<_> = wrap(&name, columns)
        .into_iter()
        .take(for_name)
        .map(|line| (line.to_owned(), theme::strong()))
        .collect();
    let words = match state {
        ItemState::Ended(end) => match escape_text(&end.reason.to_string()) {
            reason if reason.is_empty() => word(state).to_string(),
            reason => format!("{}: {reason}", word(state)),
        },
        ItemState::CameBack(_) => words!("task-came-back-why"),
        _ => word(state).to_string(),
    };
    let room = height.saturating_sub(lines.len());
    let said = wrap_words_to(&words, columns, room).into_iter();
    lines.extend(said.map(|line| (line, style_of(state))));
    lines
}
