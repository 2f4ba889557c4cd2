//! Columns, and the order of rows by each.

use std::cmp::Ordering;

use super::table::{Row, Table, at, number};
use crate::i18n::Text;
use crate::text;

/// A column of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Column {
    /// The device.
    Device,
    /// The mirror.
    Mirror,
    /// Its version.
    Version,
    /// The age of its last report.
    Age,
    /// How many keys differ.
    Drift,
    /// Bytes of its document.
    Size,
}

/// Every column, as they stand beside each other.
pub const COLUMNS: [Column; 6] = [
    Column::Device,
    Column::Mirror,
    Column::Version,
    Column::Age,
    Column::Drift,
    Column::Size,
];

impl Column {
    /// The title.
    #[must_use]
    pub fn title(self) -> Text {
        match self {
            Self::Device => text!("sweep-column-device"),
            Self::Mirror => text!("sweep-column-mirror"),
            Self::Version => text!("sweep-column-version"),
            Self::Age => text!("sweep-column-age"),
            Self::Drift => text!("sweep-column-drift"),
            Self::Size => text!("sweep-column-size"),
        }
    }

    /// Whether the mirror itself must be read for it.
    #[must_use]
    pub fn is_about_facts(self) -> bool {
        !matches!(self, Self::Device | Self::Mirror)
    }
}

/// By what the rows are sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sort {
    /// The column.
    pub column: Column,
    /// Whether the largest comes first.
    pub down: bool,
}

impl Default for Sort {
    fn default() -> Self {
        Self {
            column: Column::Device,
            down: false,
        }
    }
}

/// No report at all is older than any.
const NEVER: u64 = u64::MAX;

impl Table {
    /// What a row is sorted by first, if that is a number and known.
    fn primary(&self, row: &Row, column: Column) -> Option<u64> {
        let facts = row.facts.read();
        match column {
            Column::Device => Some(u64::from(self.rank(row))),
            Column::Mirror => None,
            Column::Version => facts?.version,
            Column::Age => Some(facts?.age_ms().map_or(NEVER, ascending)),
            Column::Drift => Some(u64::from(facts?.differing)),
            Column::Size => Some(facts?.bytes),
        }
    }

    /// The order of two rows. What is not known comes last, whichever way round; rows that are alike
    /// are in the order of device and mirror.
    pub(super) fn compare(&self, sort: Sort, one: u32, other: u32) -> Ordering {
        let (one, other) = (self.row(one), self.row(other));
        let names = || {
            if one.name == other.name {
                return Ordering::Equal;
            }
            self.name_of(one).cmp(self.name_of(other))
        };
        let turned = |order: Ordering| if sort.down { order.reverse() } else { order };
        let first = if sort.column == Column::Mirror {
            turned(names())
        } else {
            let values = (
                self.primary(one, sort.column),
                self.primary(other, sort.column),
            );
            match values {
                (Some(one), Some(other)) => turned(one.cmp(&other)),
                (None, None) => Ordering::Equal,
                (Some(_), None) => Ordering::Less,
                (None, Some(_)) => Ordering::Greater,
            }
        };
        first
            .then_with(|| self.rank(one).cmp(&self.rank(other)))
            .then_with(names)
    }

    /// All rows that are shown, sorted as [`Table::compare`] has it, by numbers made once for each.
    pub(super) fn sorted(&self, sort: Sort) -> Vec<u32> {
        let name_ranks = self.name_ranks();
        let mut keys: Vec<_> = (0..)
            .zip(&self.rows)
            .filter(|(_, row)| row.is_shown())
            .map(|(id, row): (u32, &Row)| {
                let name = name_ranks[at(row.name)];
                let value = match sort.column {
                    Column::Mirror => Some(u64::from(name)),
                    column => self.primary(row, column),
                };
                let value = value.map(|value| if sort.down { u64::MAX - value } else { value });
                let first = (value.is_none(), value.unwrap_or(0));
                (first, self.rank(row), name, id)
            })
            .collect();
        keys.sort_unstable();
        keys.into_iter().map(|(.., id)| id).collect()
    }

    fn name_ranks(&self) -> Vec<u32> {
        let mut sorted: Vec<u32> = (0..number(self.names.len())).collect();
        sorted.sort_unstable_by(|one, other| self.names[at(*one)].cmp(&self.names[at(*other)]));
        let mut ranks = vec![0; self.names.len()];
        for (rank, name) in (0..).zip(sorted) {
            ranks[at(name)] = rank;
        }
        ranks
    }
}

/// A signed number as an unsigned one, in the same order.
fn ascending(number: i64) -> u64 {
    // `NEVER` stays free: no age is that long.
    number.cast_unsigned().wrapping_add(1 << 63).min(NEVER - 1)
}
