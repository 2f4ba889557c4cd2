//! An order about everything that is listed: what of it is here, and what is still to come.

use super::found::names_of;
use super::query::Query;
use super::rows::Row;
use super::window::Window;
use super::{Devices, Wanted};
use crate::model::device::DeviceName;

/// Pages of one order that are asked for at a time, so that all places on the wire stay busy.
const MOST_OPEN: usize = 32;
/// Devices that one order may be about: beyond, the service is not believed.
pub const MOST: u64 = 1_000_000;

/// An order that waits for every device of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Order {
    /// What they are wanted for.
    pub wanted: Wanted,
    /// The state of the list when the order was given: older pages are read again.
    since: Option<u32>,
    /// Devices there were when the first page told.
    total: Option<u64>,
    /// No page before this one is missing.
    from: u64,
}

/// How far an order is.
#[derive(Debug, Clone, PartialEq)]
pub enum Progress {
    /// Devices that are here, and those that there are, if known.
    Waits(usize, Option<u64>),
    /// There are more than an order may be about.
    TooMany(u64),
    /// Everything is here; whether the list has moved meanwhile.
    Done(Vec<DeviceName>, bool),
}

impl Order {
    /// An order that was just given.
    #[must_use]
    pub fn new(wanted: Wanted) -> Self {
        Self {
            wanted,
            since: None,
            total: None,
            from: 0,
        }
    }

    pub(super) fn pages(&self, window: &Window) -> Vec<u64> {
        let mut from = self.from;
        window.missing(self.since.unwrap_or(0), &mut from, MOST_OPEN)
    }
}

impl Devices {
    /// The list that an order is about.
    #[must_use]
    pub fn scope(&self) -> &Window {
        match &self.hits {
            Some(hits) => hits,
            None => self.again.as_deref().unwrap_or(&self.all),
        }
    }

    /// How far the order is that waits, if one does.
    pub fn progress(&mut self) -> Option<Progress> {
        let mut order = self.order.clone()?;
        let window = self.scope();
        let total = window.total();
        if let Some(total) = total.filter(|total| *total > MOST) {
            return Some(Progress::TooMany(total));
        }
        if window.has_begun() {
            order.since.get_or_insert(window.state());
            order.total = order.total.or(total);
        }
        let since = order.since.unwrap_or(0);
        let missing = window.missing(since, &mut order.from, 1);
        let progress = if missing.is_empty() {
            Progress::Done(self.names_in_scope(), order.total != total)
        } else {
            Progress::Waits(window.loaded(), total)
        };
        self.order = Some(order);
        Some(progress)
    }

    /// Every device in the scope that is here: for a name what is loaded and what the service finds,
    /// else what the service finds.
    fn names_in_scope(&self) -> Vec<DeviceName> {
        let Some(hits) = &self.hits else {
            return self.scope().distinct().map(Row::name).collect();
        };
        let loaded = match (&self.query, &self.found) {
            (Query::Name(_), Some(found)) => found.loaded(),
            _ => &[],
        };
        let loaded = loaded.iter().filter_map(|index| self.all.row(*index));
        names_of(loaded.chain(hits.rows()))
    }
}
