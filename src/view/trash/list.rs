//! The rows of the trash: outcomes not known, then copies.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::app::state::{AppState, Question};
use crate::app::trash::{Row, TrashFocus, TrashView, open_end};
use crate::model::mirror::{MirrorId, MirrorName};
use crate::model::outcome::Word;
use crate::model::record::{ActionId, CopyHead, Fate, OpenEnd};
use crate::model::text::escape_text;
use crate::model::time::day_and_time;
use crate::model::width::{cut, cut_middle, width};
use crate::view::pane::{self, Parts};
use crate::view::table::Table;
use crate::view::theme;
use crate::words;

/// From this inner width on there is a column for the version, and room for every remark.
const WIDE: usize = 76;
/// Columns of the version.
const VERSION: usize = 8;
/// Columns of the moment: month, day and time; the preview has the year.
const MOMENT: usize = 11;
/// Columns of the remark, where there is room for all of it.
const REMARK: usize = 18;
/// The same where there is not.
const SHORT_REMARK: usize = 12;

/// Draws the list.
pub(super) fn draw(state: &AppState, trash: &TrashView, frame: &mut Frame<'_>, area: Rect) {
    let in_focus = trash.focus == TrashFocus::List;
    let parts = Parts {
        in_focus,
        input: trash.input.as_ref(),
        title: words!("trash-title"),
        count: count(trash),
        filter: trash.filter(),
        remark: if trash.is_searching() {
            words!("trash-searching")
        } else {
            String::new()
        },
    };
    let inner = pane::frame(&parts, frame, area);
    if trash.is_empty() {
        return pane::say(&instead(trash), frame, inner);
    }
    let columns = usize::from(inner.width);
    let in_view = (trash.cursor.offset..).map_while(|place| trash.get(place));
    let table = Table::new(trash.len(), trash.cursor, in_focus);
    let below = table.draw(in_view, frame, inner, |found, is_selected| {
        line_of(state, trash, found, is_selected, columns)
    });
    if let Some(problem) = &trash.problem {
        let room = Rect {
            y: below,
            height: inner.bottom().saturating_sub(below),
            ..inner
        };
        let words = words!("trash-failed-beside", problem = problem.text());
        pane::say(&[(theme::dangerous(), words)], frame, room);
    }
}

fn count(trash: &TrashView) -> String {
    match (trash.is_listed, trash.filter().is_empty()) {
        (false, _) => "…".to_owned(),
        (true, false) => words!("pane-found", count = trash.len()),
        (true, true) if trash.is_empty() => String::new(),
        (true, true) => words!(
            "pane-place",
            at = (trash.cursor.at + 1).to_string(),
            all = trash.rows().to_string()
        ),
    }
}

fn instead(trash: &TrashView) -> Vec<(Style, String)> {
    if let Some(problem) = &trash.problem {
        return vec![
            (theme::dangerous(), words!("trash-failed")),
            (theme::plain(), problem.to_string()),
            (theme::quiet(), words!("trash-look-again")),
        ];
    }
    if !trash.is_listed {
        return vec![];
    }
    if !trash.filter().is_empty() {
        let words = words!("trash-no-match", text = escape_text(trash.filter()));
        let hint = words!("pane-clear-filter");
        return vec![(theme::plain(), words), (theme::quiet(), hint)];
    }
    vec![
        (theme::plain(), words!("trash-empty")),
        (theme::quiet(), words!("trash-close-hint")),
    ]
}

fn line_of(
    state: &AppState,
    trash: &TrashView,
    found: &Row,
    is_selected: bool,
    columns: usize,
) -> Line<'static> {
    let mark = if is_selected { "▸" } else { " " };
    match found {
        Row::Open(id) => match open_end(id, &state.open_ends) {
            Some(end) => open_line(state, end, mark, columns),
            None => Line::raw(mark),
        },
        Row::Copy(id) => match trash.head(id) {
            Some(Ok((head, fate))) => copy_line(state, head, fate, mark, columns),
            Some(Err(problem)) => {
                let moment = day_and_time(id.at_ms(), &state.setup.zone);
                let words = format!("{mark} {moment}  ⚠ {problem}");
                Line::styled(cut(&words, columns), theme::warned())
            }
            None => unread_line(state, trash, id, mark),
        },
    }
}

/// Before its head was read, a row knows when its copy was made.
fn unread_line(state: &AppState, trash: &TrashView, id: &ActionId, mark: &str) -> Line<'static> {
    let restored = trash.listed(id).is_some_and(|listed| listed.restored);
    let remark = if restored {
        words!("trash-restored")
    } else {
        "…".to_owned()
    };
    let moment = day_and_time(id.at_ms(), &state.setup.zone);
    let words = format!("{mark} {moment}  {remark}");
    Line::styled(words, theme::quiet())
}

fn open_line(state: &AppState, end: &OpenEnd, mark: &str, columns: usize) -> Line<'static> {
    let looking = state
        .questions
        .values()
        .any(|question| *question == Question::LookAgain(end.id.clone()));
    let words = if looking {
        words!("trash-looking")
    } else {
        words!("trash-unknown")
    };
    let facts = Facts {
        mark,
        moment: day_and_time(end.at_ms, &state.setup.zone),
        target: &end.intent.target,
        version: end.intent.copy_version,
        remark: (format!("⚠ {words}"), theme::dangerous()),
    };
    facts.line(columns)
}

fn copy_line(
    state: &AppState,
    head: &CopyHead,
    fate: &Fate,
    mark: &str,
    columns: usize,
) -> Line<'static> {
    let account = &state.setup.account;
    let is_strange = head.origin.base_url != state.setup.base_url;
    let remark = match (&fate.restored, fate.word) {
        (Some(_), _) => (format!("● {}", words!("trash-restored")), theme::well()),
        (None, _) if is_strange => (words!("trash-other-service"), theme::warned()),
        (None, _) if head.origin.key_tail != account.key_tail => {
            let tail = &head.origin.key_tail;
            (words!("header-key", tail = tail), theme::warned())
        }
        (None, Some(Word::Deleted) | None) => (String::new(), theme::plain()),
        (None, Some(word)) => (short(word), theme::warned()),
    };
    let facts = Facts {
        mark,
        moment: day_and_time(head.id.at_ms(), &state.setup.zone),
        target: &head.target,
        version: head.version,
        remark,
    };
    facts.line(columns)
}

/// The outcome of what a copy was made for, in as few columns as there are.
fn short(word: Word) -> String {
    match word {
        Word::Deleted => String::new(),
        Word::Restored => words!("trash-pre-restore"),
        Word::VersionConflict => words!("trash-version-conflict"),
        Word::AlreadyGone => words!("trash-already-gone"),
        Word::Refused => words!("trash-refused"),
        Word::OutcomeUnknown => words!("trash-outcome-unknown"),
        Word::NotDeleted => words!("trash-not-deleted"),
        Word::NotRestored => words!("trash-not-restored"),
    }
}

/// What a row says.
struct Facts<'a> {
    mark: &'a str,
    moment: String,
    target: &'a MirrorId,
    version: Option<u64>,
    remark: (String, Style),
}

impl Facts<'_> {
    fn line(self, columns: usize) -> Line<'static> {
        let (version, remark_room) = if columns >= WIDE {
            (VERSION, REMARK)
        } else {
            (0, SHORT_REMARK)
        };
        let taken = 2 + MOMENT + 2 + version + remark_room + 1;
        let room = columns.saturating_sub(taken).max(8);
        // The mirror is what is looked for; the device gets what is left.
        let (sign, mirror, style) = match &self.target.mirror {
            MirrorName::Default => ("◆", "default".to_owned(), theme::default_mirror()),
            MirrorName::Named(name) => (" ", name.to_string(), theme::strong()),
        };
        let mirror = cut_middle(&mirror, room / 2);
        let device_room = room.saturating_sub(width(&mirror) + 4);
        let device = cut_middle(self.target.device.shown(), device_room.max(4));
        let named = width(&device) + 3 + width(&mirror) + 1;
        let number = self
            .version
            .filter(|_| version > 0)
            .map_or_else(String::new, |version| format!("v{version}"));
        let number = cut_middle(&number, version.saturating_sub(1));
        let (remark, remark_style) = self.remark;
        let blanks = |taken: usize, columns: usize| " ".repeat(columns.saturating_sub(taken));
        Line::from(vec![
            Span::raw(format!("{} ", self.mark)),
            Span::styled(self.moment, theme::quiet()),
            Span::raw("  "),
            Span::raw(format!("{device} › ")),
            Span::styled(sign, style),
            Span::styled(mirror, style),
            Span::raw(blanks(named, room)),
            Span::raw(number.clone()),
            Span::raw(blanks(width(&number), version)),
            Span::raw(" "),
            Span::styled(cut(&remark, remark_room), remark_style),
        ])
    }
}
