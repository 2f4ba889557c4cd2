//! Desired beside reported: one row a key, with what differs and when each was set.

mod locate;
mod rows;

pub use locate::Located;

use std::borrow::Cow;

use serde_json::Value;

use self::rows::{TOP, add_children, add_leaf, newest};
use super::cell::Cell;
use super::mirror::MirrorDocument;
use super::text::SafeText;
use crate::words;

/// Rows that are kept: a document of 16 MiB may have millions of keys, and nobody scrolls that far.
/// All of them are counted.
const ROWS: usize = 20_000;

/// The rows of a document and what they add up to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Comparison {
    /// Depth first, keys in code point order, a branch before its children.
    pub rows: Vec<CompareRow>,
    /// Rows beyond those that are kept.
    pub left_out: usize,
    /// Leaves, which is what people count as keys.
    pub keys: usize,
    /// Leaves that were asked for and are not reported so.
    pub differing: usize,
    /// The row that has waited longest for its report: asked for, and not reported since.
    pub oldest_drift: Option<usize>,
    /// The newest moment at which any key was asked for, Unix milliseconds.
    pub last_desire_ms: Option<i64>,
    /// The newest moment at which the device reported any key, Unix milliseconds.
    pub last_report_ms: Option<i64>,
}

/// One key of the tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CompareRow {
    /// 0 for the keys right below `desired` and `reported`.
    pub depth: usize,
    /// A number for where it stands, the same for the same keys in another version.
    pub place: u64,
    /// The key, or `[3]` for an element of an array; empty where a half that is no tree is the only row.
    pub key: SafeText,
    /// Whether this is the only row, of a half that is no tree.
    pub is_whole: bool,
    /// Whether rows of children follow.
    pub branch: bool,
    /// The value asked for; absent when none was.
    pub desired: Option<Cell>,
    /// The value reported; absent when none was.
    pub reported: Option<Cell>,
    /// Asked for, and not reported so. Branches do not differ, their leaves do.
    pub differs: bool,
    /// When it was asked for, Unix milliseconds.
    pub desired_ms: Option<i64>,
    /// When it was reported, Unix milliseconds.
    pub reported_ms: Option<i64>,
    /// Leaves within a branch.
    pub keys_within: usize,
    /// Those of them that differ.
    pub differing_within: usize,
    /// Tells values apart that are alike as far as they are kept; 0 where all of them is.
    pub rest: u64,
}

/// How a row differs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Drift {
    /// It does not.
    None,
    /// The device may still answer, or has reported otherwise since.
    Fresh,
    /// Asked for more than [`OLD_MS`] ago, and never reported since.
    Old,
}

/// From this age on nobody waits for a device that will answer any moment, milliseconds: a day.
pub const OLD_MS: i64 = 86_400_000;

impl CompareRow {
    /// The key as it is drawn, in the language of the scope.
    #[must_use]
    pub fn key_in_words(&self) -> Cow<'_, str> {
        if self.is_whole {
            return Cow::Owned(words!("detail-whole"));
        }
        Cow::Borrowed(self.key.as_str())
    }

    /// Whether it was asked for and not reported since.
    #[must_use]
    pub fn is_waiting(&self) -> bool {
        self.differs && self.desired_ms.is_some() && self.reported_ms < self.desired_ms
    }

    /// How it differs.
    ///
    /// * `now_ms` - the moment of reading, Unix milliseconds.
    #[must_use]
    pub fn drift(&self, now_ms: i64) -> Drift {
        let age = self.desired_ms.map(|moment| now_ms.saturating_sub(moment));
        match age {
            _ if !self.differs => Drift::None,
            Some(age) if self.is_waiting() && age >= OLD_MS => Drift::Old,
            _ => Drift::Fresh,
        }
    }
}

/// One place in the four trees of a document.
#[derive(Clone, Copy, Default)]
struct Place<'a> {
    desired: Option<&'a Value>,
    reported: Option<&'a Value>,
    desired_meta: Option<&'a Value>,
    reported_meta: Option<&'a Value>,
    /// Inside a desired array, which is equal to the reported one as a whole or not at all.
    whole: bool,
}

impl Comparison {
    fn push(&mut self, row: CompareRow) {
        if self.rows.len() < ROWS {
            self.rows.push(row);
        } else {
            self.left_out += 1;
        }
    }

    /// Everything but the rows.
    pub(super) fn clone_without_rows(&self) -> Self {
        Self {
            rows: Vec::new(),
            ..*self
        }
    }

    /// How many of the rows that are kept have drifted for long.
    ///
    /// * `now_ms` - the moment of reading, Unix milliseconds.
    #[must_use]
    pub(super) fn old(&self, now_ms: i64) -> usize {
        let rows = self.rows.iter();
        rows.filter(|row| row.drift(now_ms) == Drift::Old).count()
    }

    /// The keys from the top of the tree down to a row, as `net.ssid` or `stops[2]`, in the language of
    /// the scope where there are none.
    #[must_use]
    pub fn path(&self, index: usize) -> String {
        let mut keys = Vec::new();
        let mut depth = usize::MAX;
        for row in self.rows[..self.rows.len().min(index.saturating_add(1))]
            .iter()
            .rev()
        {
            if row.depth < depth {
                depth = row.depth;
                keys.push(row.key_in_words());
            }
            if depth == 0 {
                break;
            }
        }
        let mut path = String::new();
        for key in keys.into_iter().rev() {
            if !path.is_empty() && !key.starts_with('[') {
                path.push('.');
            }
            path.push_str(&key);
        }
        path
    }
}

impl<'a> Place<'a> {
    /// The top of the tree.
    fn whole_of(document: &'a MirrorDocument) -> Self {
        Self {
            desired: document.desired.as_ref(),
            reported: document.reported.as_ref(),
            desired_meta: document.metadata_desired.as_ref(),
            reported_meta: document.metadata_reported.as_ref(),
            whole: false,
        }
    }

    /// The place one step down in each tree that has it.
    fn child(self, step: impl Fn(&'a Value) -> Option<&'a Value>) -> Self {
        Self {
            whole: self.whole || self.desired.is_some_and(Value::is_array),
            desired: self.desired.and_then(&step),
            reported: self.reported.and_then(&step),
            desired_meta: self.desired_meta.and_then(&step),
            reported_meta: self.reported_meta.and_then(&step),
        }
    }
}

/// Lays the halves of a document side by side.
///
/// A key differs when it is desired and the reported value is not equal (numbers by value); what
/// only the device reports is no difference, as in the delta of the service's model, unless it is
/// part of an array that was asked for without it.
#[must_use]
pub fn compare(document: &MirrorDocument) -> Comparison {
    let mut comparison = Comparison::default();
    let root = Place::whole_of(document);
    let halves = [root.desired, root.reported];
    if is_branch(root) {
        add_children(&mut comparison, root, 0, TOP);
    } else if halves.into_iter().flatten().any(|half| !is_empty(half)) {
        add_leaf(&mut comparison, SafeText::default(), root, 0, TOP);
        for row in &mut comparison.rows {
            row.is_whole = true;
        }
    }
    comparison.last_desire_ms = root.desired_meta.and_then(|tree| newest(tree, None));
    let rows = comparison.rows.iter().enumerate();
    let waiting = rows.filter(|(_, row)| row.is_waiting());
    comparison.oldest_drift = waiting
        .min_by_key(|(_, row)| row.desired_ms)
        .map(|(index, _)| index);
    comparison.last_report_ms = root.reported_meta.and_then(|tree| newest(tree, None));
    comparison
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Object(map) => map.is_empty(),
        Value::Array(items) => items.is_empty(),
        _ => false,
    }
}

/// Whether the place can be unfolded: its values are all objects or all arrays, not all empty.
fn is_branch(place: Place<'_>) -> bool {
    let mut values = [place.desired, place.reported]
        .into_iter()
        .flatten()
        .peekable();
    let Some(first) = values.peek().copied() else {
        return false;
    };
    let alike = match first {
        Value::Object(_) => values.clone().all(Value::is_object),
        Value::Array(_) => values.clone().all(Value::is_array),
        _ => false,
    };
    alike && values.any(|value| !is_empty(value))
}
