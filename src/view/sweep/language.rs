//! The help beside the filter line: what is wrong with what was typed, and every form.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::app::sweep::Sweep;
use crate::model::sweep_filter::{FORMS, Form};
use crate::model::width::{cut, cut_middle, width};
use crate::view::{row, theme};
use crate::words;

/// Columns of the form, and of the example, each with its gap.
const FORM: usize = 18;
const EXAMPLE: usize = 27;

/// Draws the help; its first line says what is wrong, if anything is.
pub(super) fn draw(sweep: &Sweep, frame: &mut Frame<'_>, area: Rect) {
    let columns = usize::from(area.width);
    let room = columns.saturating_sub(2);
    let first = if let Some(problem) = &sweep.problem {
        // The end tells what would be right.
        let words = cut_middle(&format!("⚠ {}", problem.text()), room);
        Line::styled(format!(" {words}"), theme::warned())
    } else {
        let words = cut(&words!("filter-help"), room);
        Line::styled(format!(" {words}"), theme::strong())
    };
    let lines = std::iter::once(first).chain(FORMS.iter().map(|form| line_of(form, columns)));
    for (y, line) in (area.y..area.bottom()).zip(lines) {
        let area = Rect {
            y,
            height: 1,
            ..area
        };
        row::draw(&line, frame, area);
    }
}

fn line_of(form: &Form, columns: usize) -> Line<'static> {
    let gap = |text: &str, columns: usize| " ".repeat(columns.saturating_sub(width(text)));
    let room = columns.saturating_sub(FORM + EXAMPLE + 4);
    let written = form.form().to_string();
    let after = gap(&written, FORM);
    Line::from(vec![
        Span::raw("   "),
        Span::styled(written, theme::accented()),
        Span::raw(after),
        Span::raw(form.example),
        Span::raw(gap(form.example, EXAMPLE)),
        Span::styled(cut(&form.words().to_string(), room), theme::quiet()),
    ])
}
