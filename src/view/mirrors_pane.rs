//! The mirrors of the selected device: version, age of the last report, and drift.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::pane::{self, Parts};
use super::{first_steps, row, theme};
use crate::app::mirrors::{Mirrors, Seen};
use crate::app::slot::Slot;
use crate::app::state::{AppState, Pane};
use crate::model::mirror::{MirrorId, MirrorName, MirrorRead};
use crate::model::record::ActionKind;
use crate::model::summary::{MirrorSummary, Summarized};
use crate::model::text::escape_text;
use crate::model::time::{age, since};
use crate::model::width::{cut_middle, width};
use crate::words;

/// Columns of the version, of the age (a space more), and of the number of differing keys.
const COLUMNS: [usize; 3] = [6, 6, 4];
/// From this inner width on there is room for the age.
const AGE_FROM: usize = 30;
/// From this inner width on there is room for the word behind the age, of so many columns.
const AGO_FROM: usize = 40;
const AGO: usize = 4;

/// Draws the mirrors pane.
pub fn draw(state: &AppState, frame: &mut Frame<'_>, area: Rect) {
    let mirrors = &state.mirrors;
    let title = match mirrors.device().filter(|_| area.width >= 40) {
        Some(device) => {
            let device = cut_middle(device.shown(), usize::from(area.width));
            words!("mirror-title-of", device = device)
        }
        None => words!("mirror-title"),
    };
    let parts = Parts {
        in_focus: state.focus == Pane::Mirrors,
        input: pane::filter_line(state, Pane::Mirrors),
        title,
        count: pane::with_marks(state.marks.mirror_count(), &count(mirrors)),
        filter: mirrors.filter(),
        remark: String::new(),
    };
    let inner = pane::frame(&parts, frame, area);
    if mirrors.is_empty() {
        return pane::say(&instead(mirrors), frame, inner);
    }
    let in_focus = state.focus == Pane::Mirrors;
    let columns = usize::from(inner.width);
    let mut below = inner.y;
    for (line, place) in (0..inner.height).zip(mirrors.cursor.offset..) {
        let Some((name, device)) = mirrors.get(place).zip(mirrors.device()) else {
            break;
        };
        let target = MirrorId::new(device.clone(), name.clone());
        let is_selected = place == mirrors.cursor.at;
        let row = Rect {
            y: inner.y + line,
            height: 1,
            ..inner
        };
        below = row.y + 1;
        let style = if is_selected {
            theme::selected(in_focus)
        } else {
            theme::plain()
        };
        let deleting = state
            .action
            .as_ref()
            .filter(|action| action.target == target)
            .map(|action| action.kind);
        let unknown = state
            .open_ends
            .iter()
            .any(|end| end.intent.target == target);
        let facts = match deleting {
            Some(ActionKind::Delete) => Facts::Words(words!("mirror-deleting"), theme::dangerous()),
            Some(ActionKind::Restore) => Facts::Words(words!("mirror-restoring"), theme::warned()),
            None if unknown => Facts::Words(words!("mirror-unknown"), theme::warned()),
            None if state.returned.contains(&target) => {
                came_back(mirrors.document(&target), columns)
            }
            None => match swept(state, &target) {
                Some(found) => summarized(found),
                None => facts(mirrors.document(&target)),
            },
        };
        let is_marked = state.marks.has_mirror(&target);
        let line = mirror_row(name, &facts, [is_selected, is_marked], columns).style(style);
        row::draw(&line, frame, row);
    }
    pane::scrollbar(
        mirrors.len(),
        mirrors.cursor.offset,
        frame,
        inner,
        theme::border(in_focus),
    );
    let room = Rect {
        y: below,
        height: inner.bottom().saturating_sub(below),
        ..inner
    };
    pane::say(&remarks(mirrors), frame, room);
}

/// What a row says behind the name.
enum Facts {
    Words(String, Style),
    /// What was read, and whether reading it again failed.
    Read(MirrorSummary, bool),
}

/// What a sweep has read of a mirror that the pane has not.
fn swept(state: &AppState, target: &MirrorId) -> Option<Summarized> {
    let slot = state.mirrors.document(target);
    if slot.is_some_and(|slot| slot.value.is_some() || slot.problem.is_some()) {
        return None;
    }
    state.sweep.as_ref()?.known(target)
}

fn summarized(found: Summarized) -> Facts {
    match found {
        Summarized::Found(summary) => Facts::Read(summary, false),
        Summarized::Absent => Facts::Words(words!("mirror-none"), theme::quiet()),
    }
}

fn facts(slot: Option<&Slot<Seen>>) -> Facts {
    let Some(slot) = slot else {
        return Facts::Words(String::new(), theme::plain());
    };
    match (&slot.value, &slot.problem) {
        // What was read stays while it is read again, and when that fails.
        (
            Some(Seen {
                read: MirrorRead::Found(reading),
                ..
            }),
            problem,
        ) => Facts::Read((&**reading).into(), problem.is_some()),
        _ if slot.slow => Facts::Words("…".to_owned(), theme::quiet()),
        (_, Some(_)) => Facts::Words(words!("mirror-not-read"), theme::warned()),
        (Some(_), None) => Facts::Words(words!("mirror-none"), theme::quiet()),
        (None, None) => Facts::Words(String::new(), theme::plain()),
    }
}

/// A mirror that was deleted and that a device has written back: its new version and age.
fn came_back(slot: Option<&Slot<Seen>>, columns: usize) -> Facts {
    let Some(Seen {
        read: MirrorRead::Found(reading),
        ..
    }) = slot.and_then(|slot| slot.value.as_ref())
    else {
        return facts(slot);
    };
    let version = reading
        .document
        .version
        .map_or_else(String::new, |version| format!(" v{version}"));
    let age = reading
        .comparison
        .last_report_ms
        .map_or_else(String::new, |moment| {
            format!(" {}", age(moment, reading.read_at_ms))
        });
    let words = if columns < AGO_FROM {
        words!("mirror-back")
    } else {
        words!("mirror-came-back")
    };
    Facts::Words(format!("⚠ {words}{version}{age}"), theme::warned())
}

fn mirror_row(
    name: &MirrorName,
    facts: &Facts,
    [is_selected, is_marked]: [bool; 2],
    columns: usize,
) -> Line<'static> {
    let [version, age, differing] = COLUMNS;
    let age = match columns {
        AGO_FROM.. => age + AGO + 1,
        AGE_FROM.. => age + 1,
        _ => 0,
    };
    let room = columns.saturating_sub(version + age + differing + 5).max(6);
    // The sign stands outside the name, so that no named mirror can bear it.
    let (sign, style) = match (name, is_marked) {
        (MirrorName::Default, false) => ("◆", theme::default_mirror()),
        (MirrorName::Default, true) => ("◈", theme::default_mirror()),
        (MirrorName::Named(_), false) => (" ", theme::plain()),
        (MirrorName::Named(_), true) => ("●", theme::plain()),
    };
    let name = cut_middle(name.shown(), room);
    let gap = " ".repeat(room.saturating_sub(width(&name)));
    let mut spans = vec![
        Span::raw(if is_selected { "▸" } else { " " }),
        Span::styled(sign, style),
        Span::styled(name, style),
        Span::raw(gap),
    ];
    match facts {
        Facts::Words(words, style) => spans.push(Span::styled(format!("  {words}"), *style)),
        Facts::Read(summary, failed) => spans.extend(columns_of(summary, *failed, age)),
    }
    Line::from(spans)
}

fn columns_of(summary: &MirrorSummary, failed: bool, age_columns: usize) -> [Span<'static>; 3] {
    let version = summary
        .version
        .map_or("v?".to_owned(), |version| format!("v{version}"));
    let reported = summary.last_report_ms;
    let age = match reported.map(|moment| (moment, summary.read_at_ms)) {
        None => "—".to_owned(),
        Some((moment, now)) if age_columns > COLUMNS[1] + 1 => since(moment, now),
        Some((moment, now)) => age(moment, now),
    };
    let differing = match summary.differing {
        _ if failed => "⚠".to_owned(),
        0 => String::new(),
        number => format!("≠ {number}"),
    };
    [
        Span::raw(right(&version, COLUMNS[0] + 1)),
        Span::styled(right(&age, age_columns), theme::quiet()),
        Span::styled(right(&differing, COLUMNS[2] + 1), theme::differing()),
    ]
}

/// Right-aligned in a column, or nothing where there is no column; what is too long loses its
/// middle, never its last digits.
fn right(text: &str, columns: usize) -> String {
    let text = cut_middle(text, columns.saturating_sub(1));
    format!("{}{text}", " ".repeat(columns.saturating_sub(width(&text))))
}

fn count(mirrors: &Mirrors) -> String {
    let reading = if mirrors.list().is_some_and(|slot| slot.slow) {
        "… "
    } else {
        ""
    };
    match (mirrors.filter().is_empty(), mirrors.device()) {
        (_, None) => String::new(),
        (false, _) => reading.to_owned() + &words!("pane-found", count = mirrors.len()),
        (true, _) if mirrors.list().is_none_or(|slot| slot.value.is_none()) => {
            reading.trim_end().to_owned()
        }
        (true, _) => {
            let (at, all) = (mirrors.cursor.at + 1, mirrors.rows());
            let place = words!("pane-place", at = at.to_string(), all = all.to_string());
            reading.to_owned() + &place
        }
    }
}

fn instead(mirrors: &Mirrors) -> Vec<(Style, String)> {
    if mirrors.device().is_none() {
        return vec![];
    }
    let text = escape_text(mirrors.filter());
    let words = words!("mirror-no-match", text = text);
    vec![
        (theme::plain(), words),
        (theme::quiet(), words!("pane-clear-filter")),
    ]
}

/// What is said below the rows.
fn remarks(mirrors: &Mirrors) -> Vec<(Style, String)> {
    let Some(slot) = mirrors.list() else {
        return vec![];
    };
    if let Some(error) = &slot.problem {
        let what = if pane::is_gone(error) {
            words!("mirror-device-gone")
        } else {
            words!("mirror-failed")
        };
        return pane::failure(&what, error);
    }
    match &slot.value {
        None if slot.slow => vec![(theme::quiet(), words!("mirror-reading"))],
        Some(list) if list.unusable > 0 => {
            let words = words!("mirror-unusable", count = list.unusable);
            vec![(theme::warned(), words)]
        }
        Some(list) if list.names.is_empty() => first_steps::no_names(mirrors),
        None | Some(_) => vec![],
    }
}
