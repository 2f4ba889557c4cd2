//! A list of the service of which some pages are here.

use std::collections::{BTreeMap, HashMap};
use std::hash::{BuildHasherDefault, Hasher};

use super::rows::{Row, Rows};
use crate::app::effect::Rank;
use crate::app::message::RequestId;
use crate::model::device::Listing;
use crate::model::error::ApiError;

/// Pages that are read again because the list moved on, until the user does something: a service
/// that contradicts itself with each reply is not asked for ever.
pub(super) const MENDS: u8 = 6;

/// A page that is here.
#[derive(Debug)]
pub(super) struct Page {
    pub rows: Rows,
    /// Rows without a usable name, which stand behind the others.
    pub unnamed: usize,
    /// The state of the list that it was cut out of; 0 for one that is known to have moved.
    pub epoch: u32,
}

/// How a row number leads to a page.
#[derive(Debug)]
pub(super) enum Shape {
    /// Nothing was read.
    Unread,
    /// All pages are full but the last, so that each has its place, read or not.
    Pages {
        /// Rows in a full page, at least one.
        size: u64,
    },
    /// The service's word about its pages does not hold: they are read one after the other, and
    /// only the rows that came count.
    List {
        /// The first row of each page.
        starts: Vec<usize>,
        /// The page to ask for next; absent after the last one.
        next: Option<u64>,
    },
}

/// A question for a page that is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Open {
    /// The question.
    pub request: RequestId,
    /// How urgent it is.
    pub rank: Rank,
    /// Whether it has been open long enough to say so.
    pub slow: bool,
}

/// What stands at a place of the list.
#[derive(Debug, Clone, Copy)]
pub enum Spot<'a> {
    /// A device.
    Device(Row<'a>),
    /// A row without a usable name.
    Unnamed,
    /// It was not read yet.
    Waiting,
    /// It could not be read.
    Failed,
}

/// A list of the service of which some pages are here.
#[derive(Debug)]
pub struct Window {
    listing: Listing,
    pub(super) shape: Shape,
    pub(super) pages: BTreeMap<u64, Page>,
    pub(super) total: Option<u64>,
    /// Devices that are here.
    pub(super) loaded: usize,
    /// Rows that came without a usable name.
    pub(super) unnamed: usize,
    /// Rows by the fingerprints of their names; of names that came twice the one that came last.
    pub(super) by_name: HashMap<u64, u64, BuildHasherDefault<Passed>>,
    pub(super) open: BTreeMap<u64, Open>,
    pub(super) failed: BTreeMap<u64, (ApiError, Rank)>,
    pub(super) epoch: u32,
    pub(super) mends: u8,
    /// Pages in a row that brought nothing new.
    pub(super) barren: u8,
    /// How often the service changed the size of its pages.
    pub(super) resizes: u8,
}

impl Window {
    /// A list of which nothing was read.
    #[must_use]
    pub fn unread(listing: Listing) -> Self {
        Self {
            listing,
            shape: Shape::Unread,
            pages: BTreeMap::new(),
            total: None,
            loaded: 0,
            unnamed: 0,
            by_name: HashMap::default(),
            open: BTreeMap::new(),
            failed: BTreeMap::new(),
            epoch: 1,
            mends: MENDS,
            barren: 0,
            resizes: 0,
        }
    }

    /// Which list it is.
    #[must_use]
    pub fn listing(&self) -> &Listing {
        &self.listing
    }

    /// Whether the first reply has come.
    #[must_use]
    pub fn has_begun(&self) -> bool {
        !matches!(self.shape, Shape::Unread)
    }

    /// Whether only rows that came count, because the service's word about its pages does not hold.
    #[must_use]
    pub fn is_list(&self) -> bool {
        matches!(self.shape, Shape::List { .. })
    }

    /// Rows there are, read or not.
    #[must_use]
    pub fn len(&self) -> usize {
        match &self.shape {
            Shape::Unread => 0,
            Shape::Pages { .. } => usize::try_from(self.total.unwrap_or(0)).unwrap_or(usize::MAX),
            Shape::List { .. } => self.loaded(),
        }
    }

    /// Whether there is no row.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Devices there are by the service's last word.
    #[must_use]
    pub fn total(&self) -> Option<u64> {
        self.total
    }

    /// Devices that are here.
    #[must_use]
    pub fn loaded(&self) -> usize {
        self.loaded
    }

    /// Rows that came without a usable name.
    #[must_use]
    pub fn unnamed(&self) -> usize {
        self.unnamed
    }

    /// Whether every device is here.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        match &self.shape {
            Shape::Unread => false,
            Shape::Pages { .. } => self.pages.len() as u64 >= self.page_count(),
            Shape::List { next, .. } => next.is_none(),
        }
    }

    /// Pages there are by the service's last word.
    pub(super) fn page_count(&self) -> u64 {
        match &self.shape {
            Shape::Pages { size } => self.total.unwrap_or(0).div_ceil(*size),
            Shape::Unread | Shape::List { .. } => 0,
        }
    }

    /// Page and row within it of a row number.
    fn locate(&self, index: u64) -> Option<(u64, usize)> {
        match &self.shape {
            Shape::Unread => None,
            Shape::Pages { size } => Some((
                index / size,
                usize::try_from(index % size).unwrap_or(usize::MAX),
            )),
            Shape::List { starts, .. } => {
                let index = usize::try_from(index).ok()?;
                let page = starts
                    .partition_point(|start| *start <= index)
                    .checked_sub(1)?;
                Some((page as u64, index - starts[page]))
            }
        }
    }

    /// The number of the first row of a page.
    #[must_use]
    pub fn first_of(&self, page: u64) -> u64 {
        match &self.shape {
            Shape::Unread => 0,
            Shape::Pages { size } => page.saturating_mul(*size),
            Shape::List { starts, .. } => usize::try_from(page)
                .ok()
                .and_then(|page| starts.get(page))
                .map_or(u64::MAX, |start| *start as u64),
        }
    }

    /// Rows that a page takes, read or not.
    #[must_use]
    pub fn rows_of(&self, page: u64) -> u64 {
        match &self.shape {
            Shape::Pages { size } => {
                let first = self.first_of(page);
                self.total.unwrap_or(0).saturating_sub(first).min(*size)
            }
            _ => self
                .pages
                .get(&page)
                .map_or(0, |page| page.rows.len() as u64),
        }
    }

    /// What stands at a row number.
    #[must_use]
    pub fn spot(&self, index: u64) -> Spot<'_> {
        let Some((number, row)) = self.locate(index) else {
            return Spot::Waiting;
        };
        match self.pages.get(&number) {
            Some(page) => page.rows.get(row).map_or(Spot::Unnamed, Spot::Device),
            None if self.failed.contains_key(&number) => Spot::Failed,
            None => Spot::Waiting,
        }
    }

    /// The device at a row number, where one is here.
    #[must_use]
    pub fn row(&self, index: u64) -> Option<Row<'_>> {
        match self.spot(index) {
            Spot::Device(row) => Some(row),
            Spot::Unnamed | Spot::Waiting | Spot::Failed => None,
        }
    }

    /// The pages that are here, with their numbers, in order.
    pub fn pages(&self) -> impl Iterator<Item = (u64, &Rows)> {
        self.pages
            .iter()
            .map(|(number, page)| (*number, &page.rows))
    }

    /// The devices that are here, in order; one that came twice comes twice.
    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.pages.values().flat_map(|page| page.rows.iter())
    }

    /// The devices that are here, each once.
    pub fn distinct(&self) -> impl Iterator<Item = Row<'_>> {
        self.pages().flat_map(|(number, rows)| {
            let first = self.first_of(number);
            rows.iter().zip(first..).filter_map(|(row, index)| {
                let known = self.find_fast(row.raw(), row.name().fingerprint());
                known.is_none_or(|newest| newest == index).then_some(row)
            })
        })
    }

    /// A number that grows whenever the list is known to have moved.
    #[must_use]
    pub fn state(&self) -> u32 {
        self.epoch
    }

    /// As [`Self::find`], but a device that came twice may not be found.
    #[must_use]
    pub fn find_fast(&self, name: &str, fingerprint: u64) -> Option<u64> {
        let index = self.by_name.get(&fingerprint).copied();
        index.filter(|index| self.row(*index).is_some_and(|row| row.raw() == name))
    }

    /// The row number of a device that is here.
    #[must_use]
    pub fn find(&self, name: &str, fingerprint: u64) -> Option<u64> {
        // Of a name that came twice, the other one may have gone.
        self.find_fast(name, fingerprint)
            .or_else(|| self.find_slowly(name))
    }

    fn find_slowly(&self, name: &str) -> Option<u64> {
        self.pages().find_map(|(number, rows)| {
            let row = rows.iter().position(|row| row.raw() == name)?;
            Some(self.first_of(number) + row as u64)
        })
    }

    /// Whether a row is known to be another's double: the list has moved between two replies.
    #[must_use]
    pub fn is_double(&self, index: u64, fingerprint: u64) -> bool {
        self.by_name
            .get(&fingerprint)
            .is_some_and(|newest| *newest != index)
    }
}

/// Fingerprints are hashes already.
#[derive(Debug, Default)]
pub(super) struct Passed(u64);

impl Hasher for Passed {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(*byte);
        }
    }

    fn write_u64(&mut self, number: u64) {
        self.0 = number;
    }
}
