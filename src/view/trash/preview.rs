//! The selected copy: what it is, what became of it, what stands now, and its values.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;

use crate::app::geometry::PREVIEW_HEAD;
use crate::app::state::AppState;
use crate::app::trash::{Preview, Row, Selected, TrashFocus, TrashView, open_end};
use crate::model::difference::{Difference, DifferenceRow};
use crate::model::mirror::MirrorRead;
use crate::model::restore::KeptCopy;
use crate::model::size::bytes;
use crate::model::text::{SafeText, escape_text};
use crate::model::time::date_time;
use crate::model::width::{cut, cut_middle, width};
use crate::view::detail_pane::table::Columns;
use crate::view::pane::{self, Parts};
use crate::view::{row, theme};

/// Draws the preview.
pub(super) fn draw(state: &AppState, trash: &TrashView, frame: &mut Frame<'_>, area: Rect) {
    let in_focus = trash.focus == TrashFocus::Preview;
    let (title, count) = match trash.preview {
        Preview::Document => ("Copy", "v shows the difference"),
        Preview::Difference => ("Difference", "v shows the copy"),
    };
    let parts = Parts {
        in_focus,
        input: None,
        title: title.to_owned(),
        count: count.to_owned(),
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
            lines.push((
                theme::dangerous(),
                "✖ There is no copy to bring back".to_owned(),
            ));
            lines.push((theme::plain(), problem.to_string()));
            pane::say(&lines, frame, inner);
        }
        Some(Ok(copy)) => {
            let head = head(state, trash, selected, copy, usize::from(inner.width));
            for (nth, line) in (0..PREVIEW_HEAD.min(inner.height)).zip(head) {
                let area = Rect {
                    y: inner.y + nth,
                    height: 1,
                    ..inner
                };
                row::draw(&line, frame, area);
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
            || "mirrordeck was ended before the answer came".to_owned(),
            |end| end.reason.to_string(),
        );
    let words = format!("⚠ outcome unknown: {}", escape_text(&reason));
    let hint = "r looks again; a takes it off the list".to_owned();
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
    let version = copy
        .head
        .version
        .map_or("no version".to_owned(), |version| format!("v{version}"));
    let keys = match copy.reading.comparison.keys {
        1 => "1 key".to_owned(),
        keys => format!("{keys} keys"),
    };
    let what = format!(
        " {version}  read {}  {}  {keys}",
        date_time(copy.head.read_at_ms, zone),
        bytes(document.body.len())
    );
    let origin = &copy.head.origin;
    let source = format!("{}  key {}", origin.source, origin.key_tail);
    let token = copy.head.token.as_ref().map_or_else(String::new, |token| {
        format!("  token {}", escape_text(token))
    });
    let restored = copy.fate.restored.map_or_else(String::new, |mark| {
        format!("  restored {}", date_time(mark.at_ms, zone))
    });
    let by = format!(" by {}{restored}{token}", escape_text(&source));
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
        let words = format!("deleted at {}", escape_text(&copy.head.origin.base_url));
        return (words, theme::warned());
    }
    match (&selected.now.value, &selected.now.problem) {
        (_, Some(error)) => (format!("now: could not be read: {error}"), theme::warned()),
        (None, None) => ("now: …".to_owned(), theme::quiet()),
        (Some(MirrorRead::Absent), None) => ("now: none stands there".to_owned(), theme::plain()),
        (Some(MirrorRead::Found(found)), None) => {
            let version = found
                .document
                .version
                .map_or("one without a version".to_owned(), |version| {
                    format!("v{version}")
                });
            if selected.is_same() {
                return (
                    format!("now: {version}, with the same state"),
                    theme::well(),
                );
            }
            let differing = selected
                .difference
                .as_ref()
                .map_or_else(String::new, Difference::in_words);
            (format!("now: {version}, {differing}"), theme::warned())
        }
    }
}

fn titles(trash: &TrashView, columns: usize) -> Line<'static> {
    match trash.preview {
        Preview::Document => Columns::of(columns).titles(),
        Preview::Difference => {
            let cells = DifferenceColumns::of(columns);
            cells.line(["value", "copy", "now"]).style(theme::quiet())
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
    for (nth, line) in (0..area.height).zip(lines.into_iter().zip(view)) {
        let (line, place) = line;
        let line = if in_focus && place == trash.lines.at {
            line.style(theme::selected(true))
        } else {
            line
        };
        let area = Rect {
            y: area.y + nth,
            height: 1,
            ..area
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
        (Some(MirrorRead::Absent), _) => "None stands there: all of the copy would come back.",
        (_, Some(_)) => "It stands there with the same state.",
        (_, None) => "What stands there is not known.",
    };
    vec![(theme::plain(), words.to_owned())]
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
        let cell = |text: &Option<SafeText>| {
            text.as_ref()
                .map_or("·".to_owned(), |text| text.as_str().to_owned())
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
