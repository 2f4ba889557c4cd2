//! Desired beside reported, a row a key.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::model::cell::{ABSENT, Cell};
use crate::model::changes::Change;
use crate::model::compare::{CompareRow, Drift};
use crate::model::time::age;
use crate::model::width::{cut, width};
use crate::view::theme;
use crate::words;

/// From this inner width on there is a column for the ages.
const AGES_FROM: usize = 60;
/// Columns of the ages.
const AGES: usize = 13;

/// The columns of the table.
pub(in crate::view) struct Columns {
    marks: usize,
    key: usize,
    value: usize,
    ages: usize,
}

/// What is told of a row besides its values.
#[derive(Debug, Clone, Copy)]
pub(super) struct Marks {
    /// Whether the rows within are not shown.
    pub(super) is_folded: bool,
    /// What became of it since another version.
    pub(super) change: Change,
}

impl Columns {
    pub(in crate::view) fn of(columns: usize) -> Self {
        let ages = if columns >= AGES_FROM { AGES } else { 0 };
        let rest = columns.saturating_sub(2 + ages);
        let key = (rest * 3 / 10).max(12).min(rest);
        Self {
            marks: 2,
            key,
            value: (rest - key) / 2,
            ages,
        }
    }

    /// With room for the mark of what has changed.
    pub(super) fn with_changes(self, has_changes: bool) -> Self {
        if !has_changes {
            return self;
        }
        Self {
            marks: self.marks + 1,
            key: self.key.saturating_sub(1),
            ..self
        }
    }

    pub(in crate::view) fn titles(&self) -> Line<'static> {
        let ages = if self.ages > 0 {
            words!("detail-column-age")
        } else {
            String::new()
        };
        let text = format!(
            "{}{}{}{}{ages}",
            " ".repeat(self.marks),
            padded(&words!("detail-column-key"), self.key),
            padded(&words!("detail-column-desired"), self.value),
            padded(&words!("detail-column-reported"), self.value),
        );
        Line::styled(text, theme::quiet())
    }

    /// A row with all that is within.
    pub(in crate::view) fn row(&self, row: &CompareRow, now_ms: i64) -> Line<'static> {
        let marks = Marks {
            is_folded: false,
            change: Change::None,
        };
        self.marked_row(row, now_ms, marks)
    }

    pub(super) fn marked_row(&self, row: &CompareRow, now_ms: i64, marks: Marks) -> Line<'static> {
        let (mark, style) = match row.drift(now_ms) {
            Drift::Old => ("⚠ ", theme::old_drift()),
            Drift::Fresh => ("≠ ", theme::differing()),
            Drift::None if marks.is_folded && row.differing_within > 0 => {
                ("≠ ", theme::differing())
            }
            Drift::None => ("  ", theme::plain()),
        };
        let mut spans = Vec::new();
        if self.marks > 2 {
            spans.push(match marks.change {
                // Of the selected row, a blank too would be seen in the colour of a change.
                Change::None => Span::raw(" "),
                Change::Changed => Span::styled("✎", theme::changed()),
                Change::Added => Span::styled("+", theme::changed()),
                Change::Removed => Span::styled("-", theme::changed()),
            });
        }
        spans.push(Span::styled(mark, style));
        let fold = match (row.branch, marks.is_folded) {
            (false, _) => "",
            (true, false) => "▾ ",
            (true, true) => "▸ ",
        };
        // Very deep trees keep room for their keys.
        let indent = " ".repeat((2 * row.depth).min(self.key / 2));
        let key = format!("{indent}{fold}{}", row.key_in_words());
        let style = match marks.change {
            Change::Removed => theme::quiet(),
            _ => style_of_values(row, now_ms),
        };
        let key_style = match marks.change {
            Change::None | Change::Removed => style,
            Change::Changed | Change::Added => theme::changed(),
        };
        spans.push(Span::styled(padded(&key, self.key), key_style));
        if row.branch && marks.is_folded {
            let (words, style) = match row.differing_within {
                0 => (
                    words!("detail-fold-same", count = row.keys_within),
                    theme::quiet(),
                ),
                differing => (
                    words!(
                        "detail-fold-differs",
                        differing = differing,
                        keys = row.keys_within
                    ),
                    theme::differing(),
                ),
            };
            spans.push(Span::styled(padded(&words, 2 * self.value), style));
            return Line::from(spans);
        }
        let value = |value: Option<&Cell>| match value {
            Some(value) => padded(&value.in_words(), self.value),
            None => padded(if row.branch { "" } else { ABSENT }, self.value),
        };
        spans.push(Span::styled(value(row.desired.as_ref()), style));
        spans.push(Span::styled(value(row.reported.as_ref()), style));
        if self.ages > 0 {
            spans.push(Span::styled(
                cut(&ages(row, now_ms), self.ages),
                theme::quiet(),
            ));
        }
        let line = Line::from(spans);
        if row.branch {
            line.patch_style(theme::quiet())
        } else {
            line
        }
    }
}

fn style_of_values(row: &CompareRow, now_ms: i64) -> Style {
    match row.drift(now_ms) {
        Drift::None => theme::plain(),
        Drift::Fresh => theme::differing(),
        Drift::Old => theme::old_drift(),
    }
}

/// The age of the report; where it was asked for at another time, that age stands first.
fn ages(row: &CompareRow, now_ms: i64) -> String {
    let desired = row.desired_ms.map(|moment| age(moment, now_ms));
    let reported = row.reported_ms.map(|moment| age(moment, now_ms));
    match (desired, reported) {
        (Some(desired), Some(reported)) if desired != reported => format!("{desired}, {reported}"),
        (Some(one), _) | (None, Some(one)) => one,
        (None, None) => String::new(),
    }
}

/// Cut and padded to a column, with a space behind it.
fn padded(text: &str, columns: usize) -> String {
    let text = cut(text, columns.saturating_sub(1));
    let gap = columns.saturating_sub(width(&text));
    format!("{text}{}", " ".repeat(gap))
}
