//! The devices pane: rows read page by page, one of them selected, perhaps filtered.

use std::collections::HashSet;

use super::cursor::Cursor;
use super::slot::Slot;
use crate::model::device::{Device, DeviceName, DevicePage};
pub use crate::model::text::contains;

/// Rows that are read by themselves while a filter shows few of them; beyond, the user asks for more
/// by moving on at the end.
const FILTERED_ROWS: usize = 2_000;

/// What every device of the current filter is wanted for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// They are marked.
    Marks,
    /// A sweep begins over them.
    Sweep,
}

/// What the service has told of the devices so far.
#[derive(Debug, Default)]
pub struct Devices {
    /// Rows in the order of the service, no name twice.
    rows: Vec<Device>,
    known: HashSet<DeviceName>,
    /// Rows that match the filter, as indices into `rows`; absent without a filter.
    matching: Option<Vec<u32>>,
    filter: String,
    /// The selected row among those that match.
    pub cursor: Cursor,
    /// Devices there are, by the service's last word.
    pub total: Option<u64>,
    /// Rows without a usable name, which cannot be shown as devices.
    pub unnamed: usize,
    /// The page to ask for next; absent when the last one was read.
    pub next_page: Option<u64>,
    /// The page that is being read; `value` is set once the first has come.
    pub load: Slot<()>,
    /// A list that is being read again from the start, until it is as long as the old one.
    again: Option<Box<Devices>>,
    /// Pages in a row that brought nothing new.
    barren: u8,
}

impl Devices {
    /// A list of which nothing was read.
    #[must_use]
    pub fn unread() -> Self {
        Self {
            next_page: Some(0),
            ..Self::default()
        }
    }

    /// Rows that match the filter.
    #[must_use]
    pub fn len(&self) -> usize {
        self.matching.as_ref().map_or(self.rows.len(), Vec::len)
    }

    /// Whether no row matches.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Rows read so far, whatever the filter.
    #[must_use]
    pub fn loaded(&self) -> usize {
        self.rows.len()
    }

    /// A row that matches, by its place among those.
    #[must_use]
    pub fn get(&self, place: usize) -> Option<&Device> {
        match &self.matching {
            None => self.rows.get(place),
            Some(matching) => self.rows.get(usize::try_from(*matching.get(place)?).ok()?),
        }
    }

    /// The selected device.
    #[must_use]
    pub fn selected(&self) -> Option<&Device> {
        self.get(self.cursor.at)
    }

    /// The name of the selected device.
    #[must_use]
    pub fn selected_name(&self) -> Option<DeviceName> {
        self.selected().map(|device| device.name.clone())
    }

    /// The text that rows must contain; empty without a filter.
    #[must_use]
    pub fn filter(&self) -> &str {
        &self.filter
    }

    /// Filters by name and description, letter case aside; keeps the selection where it matches.
    pub fn set_filter(&mut self, filter: &str, height: usize) {
        let selected = self.selected().map(|device| device.name.clone());
        filter.clone_into(&mut self.filter);
        self.match_rows();
        self.select(selected.as_ref(), height);
    }

    fn match_rows(&mut self) {
        let needle = self.filter.to_lowercase();
        self.matching = (!needle.is_empty()).then(|| {
            let rows = self.rows.iter().zip(0..);
            rows.filter(|(device, _)| matches(device, &needle))
                .map(|(_, index)| index)
                .collect()
        });
    }

    fn select(&mut self, name: Option<&DeviceName>, height: usize) {
        let place = name.and_then(|name| {
            (0..self.len()).find(|place| self.get(*place).is_some_and(|row| row.name == *name))
        });
        self.cursor
            .go_to(place.unwrap_or(self.cursor.at), self.len(), height);
    }

    /// Begins to read the list again; the rows on the screen stay until the new ones are there.
    pub fn begin_again(&mut self) {
        self.again = Some(Box::new(Self::unread()));
    }

    /// Gives up reading again.
    pub fn stop_again(&mut self) {
        self.again = None;
    }

    /// The page to ask for next, if there is one to ask for.
    #[must_use]
    pub fn page_wanted(&self) -> Option<u64> {
        match &self.again {
            Some(again) => again.next_page,
            None => self.next_page,
        }
    }

    /// Whether the selection is so close to the end of what was read that more should be. A filter
    /// looks at what is loaded: few matches are no reason to read the whole of a large fleet.
    #[must_use]
    pub fn wants_more(&self, height: usize) -> bool {
        let near_the_end = self.cursor.at + 2 * height.max(1) >= self.len();
        let in_reach = self.matching.is_none() || self.rows.len() < FILTERED_ROWS;
        self.again.is_some() || (near_the_end && in_reach)
    }

    /// Takes the page that was asked for. The selection follows the device, not the row number.
    pub fn take(&mut self, number: u64, page: DevicePage, height: usize) {
        let Some(mut again) = self.again.take() else {
            let first_new = u32::try_from(self.rows.len()).unwrap_or(u32::MAX);
            self.append(number, page);
            self.match_from(first_new);
            self.cursor.fit(self.len(), height);
            return;
        };
        again.append(number, page);
        if again.next_page.is_some() && again.rows.len() < self.rows.len() {
            self.again = Some(again);
            return;
        }
        let selected = self.selected().map(|device| device.name.clone());
        *self = Self {
            cursor: self.cursor,
            filter: std::mem::take(&mut self.filter),
            load: self.load.clone(),
            ..*again
        };
        self.match_rows();
        self.select(selected.as_ref(), height);
    }

    fn append(&mut self, number: u64, page: DevicePage) {
        let before = self.rows.len();
        let came = page.devices.len() + page.unnamed;
        for device in page.devices {
            if self.known.insert(device.name.clone()) {
                self.rows.push(device);
            }
        }
        self.unnamed += page.unnamed;
        // Rows may have moved on to the next page meanwhile, so one page without anything new proves
        // nothing. After two in a row a service that repeats itself is not asked any further.
        self.barren = if self.rows.len() == before {
            self.barren + 1
        } else {
            0
        };
        let read = u64::try_from(self.rows.len()).unwrap_or(u64::MAX);
        // Where the number of pages contradicts the number of devices, a page more does no harm, and
        // to stop would hide devices.
        let all = read.saturating_add(u64::try_from(self.unnamed).unwrap_or(u64::MAX));
        let last = page
            .page
            .is_some_and(|info| number + 1 >= info.total_pages && all >= info.total_elements);
        self.next_page = (self.barren < 2 && !last && came > 0).then_some(number + 1);
        self.total = match page.page {
            _ if self.next_page.is_none() => Some(read),
            Some(info) => Some(info.total_elements.max(read)),
            None => None,
        };
    }

    fn match_from(&mut self, first: u32) {
        let needle = self.filter.to_lowercase();
        if let Some(matching) = &mut self.matching {
            let new = self
                .rows
                .iter()
                .zip(0_u32..)
                .skip(usize::try_from(first).unwrap_or(0));
            matching.extend(
                new.filter(|(row, _)| matches(row, &needle))
                    .map(|(_, index)| index),
            );
        }
    }
}

fn matches(device: &Device, needle: &str) -> bool {
    contains(device.name.shown(), needle) || contains(device.description.as_str(), needle)
}
