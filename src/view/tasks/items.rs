//! The items of the selected run: mirror and state, and what was said of the selected one in full.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::list::sign;
use crate::app::state::AppState;
use crate::app::tasks::{Phase, Run, word};
use crate::model::count::grouped;
use crate::model::outcome::Word;
use crate::model::task::{ItemState, TaskItem};
use crate::model::text::escape_text;
use crate::model::time::date_time;
use crate::model::width::{cut, cut_middle, width, wrap, wrap_words_to};
use crate::view::pane::{self, Parts};
use crate::view::{row, target, theme};

/// Columns of the state: the longest is `version conflict`.
const STATE: usize = 17;
/// Columns of the version.
const VERSION: usize = 7;

/// Draws the items.
pub fn draw(state: &AppState, frame: &mut Frame<'_>, area: Rect) {
    let tasks = &state.tasks;
    let selected = tasks.selected_run(state.sweep.is_some());
    let length = selected.map_or(0, |run| tasks.shown_items(run));
    let title = match selected {
        Some(run) if tasks.only_failed => format!("{}: what did not end well", run.what()),
        Some(run) => run.what(),
        None => "Items".to_owned(),
    };
    let count = match length {
        0 => String::new(),
        _ => format!("{} of {}", tasks.items.at + 1, grouped(length)),
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
        let words = "Nothing that did not end well; f shows all.".to_owned();
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
    let mut words = format!("{sign} {}, began {began}", run.phase().word());
    if let Some(why) = run
        .engine
        .as_ref()
        .and_then(|engine| engine.paused.as_ref())
    {
        words = format!("{sign} paused itself: {}", escape_text(why));
    } else if run.phase() == Phase::CutOff {
        let hint = match (run.queued(), run.sent()) {
            (0, _) => "what was on the wire is not resolved yet",
            (_, 0) => "p goes on, x cancels",
            _ => "p goes on with what was not begun",
        };
        words = format!("{words}; {hint}");
    }
    frame.render_widget(Line::styled(cut(&words, columns), style), line(0));
    let counts = wrap_words_to(&run.in_words(), columns, usize::from(head - 1));
    for (nth, counts) in (1..).zip(counts) {
        frame.render_widget(Line::styled(counts, theme::strong()), line(nth));
    }
}

fn draw_rows(state: &AppState, run: &Run, frame: &mut Frame<'_>, area: Rect) {
    let tasks = &state.tasks;
    let columns = usize::from(area.width);
    for (nth, place) in (0..area.height).zip(tasks.items.offset..) {
        let Some((item, item_state)) = tasks.item(run, place) else {
            break;
        };
        let is_selected = place == tasks.items.at;
        let style = if is_selected {
            theme::selected(tasks.in_items)
        } else {
            theme::plain()
        };
        let mark = if is_selected { "▸ " } else { "  " };
        let text = item_line(item, item_state, mark, columns).style(style);
        let line = Rect {
            y: area.y + nth,
            height: 1,
            ..area
        };
        row::draw(&text, frame, line);
    }
    let (length, offset) = (tasks.shown_items(run), tasks.items.offset);
    let style = theme::border(tasks.in_items);
    pane::scrollbar(length, offset, frame, area, style);
}

fn item_line(item: &TaskItem, state: &ItemState, mark: &str, columns: usize) -> Line<'static> {
    let names = columns.saturating_sub(2 + VERSION + 1 + STATE).max(12);
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
    spans.push(Span::styled(word(state), style_of(state)));
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
            reason if reason.is_empty() => word(state).to_owned(),
            reason => format!("{}: {reason}", word(state)),
        },
        ItemState::CameBack(_) => {
            "came back: it was deleted, and a device has written it back".to_owned()
        }
        _ => word(state).to_owned(),
    };
    let room = height.saturating_sub(lines.len());
    let said = wrap_words_to(&words, columns, room).into_iter();
    lines.extend(said.map(|line| (line, style_of(state))));
    lines
}
