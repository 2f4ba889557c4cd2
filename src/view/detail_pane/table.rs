//! Desired beside reported, a row a key.

use ratatui::text::{Line, Span};

use crate::model::cell::ABSENT;
use crate::model::compare::CompareRow;
use crate::model::text::SafeText;
use crate::model::time::age;
use crate::model::width::{cut, width};
use crate::view::theme;

/// From this inner width on there is a column for the ages.
const AGES_FROM: usize = 60;
/// Columns of the ages.
const AGES: usize = 13;

/// The columns of the table.
pub(in crate::view) struct Columns {
    key: usize,
    value: usize,
    ages: usize,
}

impl Columns {
    pub(in crate::view) fn of(columns: usize) -> Self {
        let ages = if columns >= AGES_FROM { AGES } else { 0 };
        let rest = columns.saturating_sub(2 + ages);
        let key = (rest * 3 / 10).max(12).min(rest);
        Self {
            key,
            value: (rest - key) / 2,
            ages,
        }
    }

    pub(in crate::view) fn titles(&self) -> Line<'static> {
        let text = format!(
            "  {}{}{}{}",
            padded("key", self.key),
            padded("desired", self.value),
            padded("reported", self.value),
            if self.ages > 0 { "age" } else { "" }
        );
        Line::styled(text, theme::quiet())
    }

    pub(in crate::view) fn row(&self, row: &CompareRow, now_ms: i64) -> Line<'static> {
        let mark = if row.differs { "≠ " } else { "  " };
        let fold = if row.branch { "▾ " } else { "" };
        // Very deep trees keep room for their keys.
        let indent = " ".repeat((2 * row.depth).min(self.key / 2));
        let key = format!("{indent}{fold}{}", row.key);
        let value = |value: Option<&SafeText>| match value {
            Some(value) => padded(value.as_str(), self.value),
            None => padded(if row.branch { "" } else { ABSENT }, self.value),
        };
        let style = if row.differs {
            theme::differing()
        } else {
            theme::plain()
        };
        let mut spans = vec![
            Span::styled(mark, theme::differing()),
            Span::styled(padded(&key, self.key), style),
            Span::styled(value(row.desired.as_ref()), style),
            Span::styled(value(row.reported.as_ref()), style),
        ];
        if self.ages > 0 {
            spans.push(Span::styled(
                cut(&ages(row, now_ms), self.ages),
                theme::quiet(),
            ));
        }
        let mut line = Line::from(spans);
        if row.branch {
            line = line.patch_style(theme::quiet());
        }
        line
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
