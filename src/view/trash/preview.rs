//! The selected copy: what it is, what became of it, what stands now, and its values.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;

use crate::app::geometry::PREVIEW_HEAD;
use crate::app::state::AppState;
use crate::app::trash::{Preview, Row, Selected, TrashFocus, TrashView, open_end};
use crate::i18n::Text;
use crate::model::cell::Cell;
use crate::model::difference::{Difference, DifferenceRow};
use crate::model::mirror::MirrorRead;
use crate::model::outcome::Word;
use crate::model::restore::KeptCopy;
use crate::model::size::bytes;
use crate::model::text::escape_text;
use crate::model::time::date_time;
use crate::model::width::{cut, cut_middle, width};
use crate::view::detail_pane::table::Columns;
use crate::view::pane::{self, Parts};
use crate::view::{row, theme};
use crate::{text, words};

/// Draws the preview.
pub(super) fn draw(state: &AppState, trash: &TrashView, frame: &mut Frame<'_>, area: Rect) {
    let in_focus = trash.focus == TrashFocus::Preview;
    let (title, count) = match trash.preview {
        Preview::Document => (words!("trash-copy"), words!("trash-shows-difference")),
        Preview::Difference => (words!("trash-difference"), words!("trash-shows-copy")),
    };
    let parts = Parts {
        in_focus,
        input: None,
        title,
        count,
        filter: "",
        remark: String::new(),
    };
    let inner = pane::frame(&parts, frame, area);
    let Some(selected) = &trash.selected else {
        return;
    };
    match &selected.copy {
        None => pane::say(&[(theme::quiet(), "…".to_owned())], frame, inner),
        Some(Err(problem)) => {
            let mut lines = about_open_end(state, trash);
            lines.push((theme::dangerous(), words!("trash-no-copy")));
            lines.push((theme::plain(), problem.to_string()));
            pane::say(&lines, frame, inner);
        }
        Some(Ok(copy)) => {
            let head = head(state, trash, selected, copy, usize::from(inner.width));
            for (line, area) in head.iter().zip(inner.rows()).take(PREVIEW_HEAD.into()) {
                row::draw(line, frame, area);
            }
            let body = Rect {
                y: inner.y + PREVIEW_HEAD,
                height: inner.height.saturating_sub(PREVIEW_HEAD),
                ..inner
            };
            values(trash, selected, copy, frame, body, in_focus);
        }
    }
}

/// What is said of an outcome that is not known.
fn about_open_end(state: &AppState, trash: &TrashView) -> Vec<(Style, String)> {
    let Some(Row::Open(id)) = trash.current() else {
        return vec![];
    };
    let reason = open_end(id, &state.open_ends)
        .and_then(|end| end.end.as_ref())
        .map_or_else(
            || text!("trash-ended-before"),
            |end| Text::verbatim(escape_text(&end.reason.to_string())),
        );
    let words = words!(
        "trash-unknown-because",
        word = Word::OutcomeUnknown.text(),
        reason = reason
    );
    let hint = words!("trash-unknown-hint");
    vec![(theme::warned(), words), (theme::quiet(), hint)]
}

fn head(
    state: &AppState,
    trash: &TrashView,
    selected: &Selected,
    copy: &KeptCopy,
    columns: usize,
) -> [Line<'static>; PREVIEW_HEAD as usize] {
    let (zone, document) = (&state.setup.zone, &copy.reading.document);
    let version = copy.head.version.map_or_else(
        || words!("pane-no-version"),
        |version| format!("v{version}"),
    );
    let keys = words!("pane-keys", count = copy.reading.comparison.keys);
    let read = words!("trash-read", time = date_time(copy.head.read_at_ms, zone));
    let what = format!(" {version}  {read}  {}  {keys}", bytes(document.body.len()));
    let origin = &copy.head.origin;
    let mut by = vec![
        words!("trash-by", source = origin.source_text()),
        words!("header-key", tail = escape_text(&origin.key_tail)),
    ];
    by.extend(copy.fate.restored.map(|mark| {
        let time = date_time(mark.at_ms, zone);
        words!("trash-restored-at", time = time)
    }));
    let token = copy.head.token.as_ref();
    by.extend(token.map(|token| words!("trash-token", token = escape_text(token))));
    let by = format!(" {}", by.join("  "));
    let (now, style) = match about_open_end(state, trash).into_iter().next() {
        Some((style, words)) => (words, style),
        None => now(state, selected, copy),
    };
    let cells = |text: String| cut(&text, columns);
    [
        Line::styled(cells(what), theme::plain()),
        Line::styled(cells(by), theme::quiet()),
        Line::styled(cells(format!(" {now}")), style),
        titles(trash, columns),
    ]
}

/// What the service has now.
fn now(state: &AppState, selected: &Selected, copy: &KeptCopy) -> (String, Style) {
    if copy.head.origin.base_url != state.setup.base_url {
        let url = escape_text(&copy.head.origin.base_url);
        let words = words!("trash-deleted-at", url = url);
        return (words, theme::warned());
    }
    match (&selected.now.value, &selected.now.problem) {
        (_, Some(error)) => (
            words!("trash-now-failed", error = error.text()),
            theme::warned(),
        ),
        (None, None) => (words!("trash-now-reading"), theme::quiet()),
        (Some(MirrorRead::Absent), None) => (words!("trash-now-none"), theme::plain()),
        (Some(MirrorRead::Found(found)), None) => {
            let version = found.document.version.map_or_else(
                || text!("restore-one-unversioned"),
                |version| Text::verbatim(format!("v{version}")),
            );
            if selected.is_same() {
                return (words!("trash-now-same", version = version), theme::well());
            }
            let differing = selected
                .difference
                .as_ref()
                .map_or_else(Text::empty, Difference::text);
            let words = words!(
                "trash-now-differs",
                version = version,
                differing = differing
            );
            (words, theme::warned())
        }
    }
}

fn titles(trash: &TrashView, columns: usize) -> Line<'static> {
    match trash.preview {
        Preview::Document => Columns::of(columns).titles(),
        Preview::Difference => {
            let cells = DifferenceColumns::of(columns);
            let titles = [
                words!("trash-column-value"),
                words!("trash-column-copy"),
                words!("trash-column-now"),
            ];
            cells
                .line(titles.each_ref().map(String::as_str))
                .style(theme::quiet())
        }
    }
}

fn values(
    trash: &TrashView,
    selected: &Selected,
    copy: &KeptCopy,
    frame: &mut Frame<'_>,
    area: Rect,
    in_focus: bool,
) {
    let columns = usize::from(area.width);
    let view = trash.lines.offset..trash.lines.offset + usize::from(area.height);
    let lines: Vec<Line<'static>> = match (trash.preview, &selected.difference) {
        (Preview::Document, _) => {
            let table = Columns::of(columns);
            let rows = copy.reading.comparison.rows.iter();
            rows.skip(view.start)
                .take(view.len())
                .map(|row| table.row(row, copy.head.read_at_ms))
                .collect()
        }
        (Preview::Difference, Some(difference)) if difference.total > 0 => {
            let cells = DifferenceColumns::of(columns);
            let rows = difference.rows.iter();
            rows.skip(view.start)
                .take(view.len())
                .map(|row| cells.row(row))
                .collect()
        }
        (Preview::Difference, _) => return pane::say(&no_difference(selected), frame, area),
    };
    for ((line, place), area) in lines.into_iter().zip(view).zip(area.rows()) {
        let line = if in_focus && place == trash.lines.at {
            line.style(theme::selected(true))
        } else {
            line
        };
        row::draw(&line, frame, area);
    }
    let style = theme::border(in_focus);
    pane::scrollbar(
        trash.preview_lines(),
        trash.lines.offset,
        frame,
        area,
        style,
    );
}

fn no_difference(selected: &Selected) -> Vec<(Style, String)> {
    let words = match (&selected.now.value, &selected.difference) {
        (Some(MirrorRead::Absent), _) => words!("trash-all-comes-back"),
        (_, Some(_)) => words!("trash-same"),
        (_, None) => words!("trash-not-known"),
    };
    vec![(theme::plain(), words)]
}

/// The columns of the differences.
struct DifferenceColumns {
    path: usize,
    value: usize,
}

impl DifferenceColumns {
    fn of(columns: usize) -> Self {
        let rest = columns.saturating_sub(2);
        let path = rest * 4 / 10;
        Self {
            path,
            value: (rest - path) / 2,
        }
    }

    fn row(&self, row: &DifferenceRow) -> Line<'static> {
        let cell = |text: &Option<Cell>| {
            let words = text.as_ref().map(|text| text.in_words().into_owned());
            words.unwrap_or_else(|| "·".to_owned())
        };
        let cells = [row.path.as_str(), &cell(&row.copy), &cell(&row.now)];
        self.line(cells).style(theme::differing())
    }

    fn line(&self, [path, copy, now]: [&str; 3]) -> Line<'static> {
        let padded = |text: String, columns: usize| {
            let gap = " ".repeat(columns.saturating_sub(width(&text)));
            format!("{text}{gap}")
        };
        Line::raw(format!(
            "  {}{}{}",
            padded(cut_middle(path, self.path.saturating_sub(1)), self.path),
            padded(cut(copy, self.value.saturating_sub(1)), self.value),
            cut(now, self.value)
        ))
    }
}
