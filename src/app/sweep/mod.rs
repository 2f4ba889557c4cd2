//! A sweep: the mirrors of many devices in one table, filled while it is looked at.

mod arrival;
mod columns;
mod demand;
mod export;
mod laying_out;
mod marking;
mod order;
mod progress;
mod table;

pub use columns::{COLUMNS, Column, Sort};
pub use demand::{Halt, Wanted};
pub use export::Snapshot;
pub use progress::{Phase, Progress};
pub use table::Facts;

use std::collections::BTreeMap;

use tui_input::Input;

use super::cursor::Cursor;
use crate::i18n::Text;
use crate::model::device::DeviceName;
use crate::model::error::ApiError;
use crate::model::mirror::{MirrorId, MirrorList, MirrorName};
use crate::model::summary::Summarized;
use crate::model::sweep_filter::{FilterProblem, SweepFilter};
use demand::{Ask, Demand};
use laying_out::Counts;
use order::Order;
use progress::Pace;
use table::{DefaultLook, Names, Table, at};

/// The table, what is still to be read for it, and how it is shown.
#[derive(Debug)]
pub struct Sweep {
    table: Table,
    /// Rows that match, sorted.
    order: Order,
    counts: Counts,
    demand: Demand,
    pace: Pace,
    failures: BTreeMap<Ask, ApiError>,
    sort: Sort,
    /// Whether the facts of every row are wanted, whatever the filter needs.
    has_facts: bool,
    filter: SweepFilter,
    filter_text: String,
    /// The line in which the filter is typed, while it is.
    pub input: Option<Input>,
    /// What is wrong with what was typed; the filter before stays in force.
    pub problem: Option<FilterProblem>,
    /// The selected row among those that match.
    pub cursor: Cursor,
    /// Whether the user has chosen a row; else the first one is selected, whichever that is.
    is_anchored: bool,
    /// The row that was chosen and that the filter hides: half a filter may hide what the whole one
    /// shows again.
    lost: Option<u32>,
    height: usize,
    /// What failed is listed instead of the rows; its selected line.
    pub failed: Option<Cursor>,
    /// The state of the marks that the rows know of.
    marks_at: u64,
    /// What was said when it began to read, as long as it does.
    pub said: Option<Text>,
}

/// A row as it is shown.
#[derive(Debug, Clone, Copy)]
pub struct Shown<'a> {
    /// Whose mirror it is.
    pub device: &'a DeviceName,
    /// Which mirror.
    pub mirror: &'a MirrorName,
    /// What is known of it.
    pub facts: &'a Facts,
    /// Whether it is marked.
    pub is_marked: bool,
}

/// Something that could not be read.
#[derive(Debug, Clone, Copy)]
pub struct Failure<'a> {
    /// Whose mirrors, or whose mirror.
    pub device: &'a DeviceName,
    /// Which mirror; none where the list of them could not be read.
    pub mirror: Option<&'a MirrorName>,
    /// Why.
    pub error: &'a ApiError,
}

impl Sweep {
    /// A sweep over these devices, of which nothing was read. How it is shown is taken over from the
    /// one before.
    ///
    /// * `height` - rows in view.
    #[must_use]
    pub fn new(devices: Vec<DeviceName>, before: Option<&Self>, height: usize) -> Self {
        Self {
            table: Table::new(devices),
            order: Order::default(),
            counts: Counts::default(),
            demand: Demand::default(),
            pace: Pace::default(),
            failures: BTreeMap::new(),
            sort: before.map_or_else(Sort::default, |before| before.sort),
            has_facts: before.is_some_and(|before| before.has_facts),
            filter: before.map_or_else(SweepFilter::default, |before| before.filter.clone()),
            filter_text: before.map_or_else(String::new, |before| before.filter_text.clone()),
            input: None,
            problem: None,
            cursor: Cursor::default(),
            is_anchored: false,
            lost: None,
            height,
            failed: None,
            marks_at: 0,
            said: None,
        }
    }

    /// How many devices it is over.
    #[must_use]
    pub fn devices(&self) -> usize {
        self.table.devices.len()
    }

    /// The devices it is over.
    #[must_use]
    pub fn device_names(&self) -> &[DeviceName] {
        &self.table.devices
    }

    /// Rows that match the filter.
    #[must_use]
    pub fn len(&self) -> usize {
        self.order.len()
    }

    /// Whether no row matches.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The rows that match, from a place on.
    pub fn rows_from(&self, place: usize) -> impl Iterator<Item = Shown<'_>> {
        self.order.from(place).map(|row| {
            let row = self.table.row(row);
            Shown {
                device: self.table.device_of(row),
                mirror: self.table.name_of(row),
                facts: &row.facts,
                is_marked: row.marked,
            }
        })
    }

    /// The selected mirror.
    #[must_use]
    pub fn selected(&self) -> Option<MirrorId> {
        let row = self.order.get(self.cursor.at)?;
        Some(self.table.target(row))
    }

    /// What could not be read, from a place on.
    pub fn failures_from(&self, place: usize) -> impl Iterator<Item = Failure<'_>> {
        let failures = self.failures.iter().skip(place);
        failures.map(|(ask, error)| {
            let (device, mirror) = match ask {
                Ask::Names(device) => (*device, None),
                Ask::Default(device) => (*device, Some(&MirrorName::Default)),
                Ask::Facts(row) => {
                    let row = self.table.row(*row);
                    (row.device, Some(self.table.name_of(row)))
                }
            };
            Failure {
                device: &self.table.devices[at(device)],
                mirror,
                error,
            }
        })
    }

    /// How much could not be read.
    #[must_use]
    pub fn errors(&self) -> usize {
        self.failures.len()
    }

    /// By what the rows are sorted.
    #[must_use]
    pub fn sort(&self) -> Sort {
        self.sort
    }

    /// The filter in force, as typed; empty for none.
    #[must_use]
    pub fn filter_text(&self) -> &str {
        &self.filter_text
    }

    /// Whether there are columns for facts: they are wanted, or the filter reads them.
    #[must_use]
    pub fn shows_facts(&self) -> bool {
        self.has_facts || self.filter.needs_facts()
    }

    /// The named mirrors of a device, where they were read: what the panes need not ask for.
    #[must_use]
    pub fn names_of(&self, device: &DeviceName) -> Option<MirrorList> {
        let device = self.table.device(device)?;
        let Names::Here { unusable, .. } = self.table.states[at(device)] else {
            return None;
        };
        let rows = self.table.rows_of(device).map(|row| self.table.row(row));
        let mut names: Vec<_> = rows
            .filter(|row| !row.gone)
            .map(|row| self.table.name_of(row))
            .filter(|name| **name != MirrorName::Default)
            .cloned()
            .collect();
        names.sort_unstable();
        Some(MirrorList {
            names,
            unusable: at(unusable),
        })
    }

    /// What was read of a mirror.
    #[must_use]
    pub fn known(&self, target: &MirrorId) -> Option<Summarized> {
        if target.mirror == MirrorName::Default {
            let device = self.table.device(&target.device)?;
            if self.table.defaults[at(device)] == DefaultLook::Absent {
                return Some(Summarized::Absent);
            }
        }
        let row = self.table.row(self.table.find(target)?);
        let facts = row.facts.read().filter(|_| !row.gone)?;
        Some(Summarized::Found(*facts))
    }
}
