//! A page that came: where it belongs, what it says about the others, and whether it is believed.

use super::rows::Rows;
use super::window::{Page, Shape, Window};
use crate::model::device::{Device, DevicePage, PageInfo};

/// How often the size of the pages may change before it is no longer believed.
const MOST_RESIZES: u8 = 3;
/// Pages in a row without anything new after which a service is taken to repeat itself. Rows may
/// have moved on to the next page meanwhile, so one proves nothing.
const MOST_BARREN: u8 = 2;

impl Window {
    /// Takes a page that was asked for.
    pub fn take(&mut self, number: u64, page: DevicePage) {
        self.open.remove(&number);
        self.failed.remove(&number);
        let believed = page
            .page
            .filter(|info| !self.is_list() && self.believes(number, &page, *info));
        if let Some(info) = believed {
            return self.place(number, page, info);
        }
        if !self.is_list() {
            self.distrust();
        }
        self.append(number, page);
    }

    /// Whether the page is what the service's word about it says, so that other pages can be
    /// expected where they should be.
    fn believes(&mut self, number: u64, page: &DevicePage, info: PageInfo) -> bool {
        if info.size == 0 || info.total_pages != info.total_elements.div_ceil(info.size) {
            return false;
        }
        if let Shape::Pages { size } = self.shape
            && size != info.size
        {
            self.resizes += 1;
            if self.resizes > MOST_RESIZES {
                return false;
            }
        }
        let came = (page.devices.len() + page.unnamed) as u64;
        let due = rows_due(number, info);
        // Between counting and cutting out the last page some devices may have gone.
        let is_last = number + 1 == info.total_pages;
        let is_full = came == due || (is_last && came < due && came > due / 2);
        is_full && (page.unnamed == 0 || !page.devices.is_empty())
    }

    fn place(&mut self, number: u64, page: DevicePage, info: PageInfo) {
        let came = (page.devices.len() + page.unnamed) as u64;
        let mut total = info.total_elements;
        if came > 0 && came < rows_due(number, info) {
            total = number * info.size + came;
        }
        if let Shape::Pages { size } = self.shape
            && size != info.size
        {
            self.forget();
        }
        self.shape = Shape::Pages { size: info.size };
        if self.total.is_some_and(|before| before != total) {
            // Devices have come or gone, so rows have moved, nobody knows where.
            self.epoch += 1;
        }
        self.total = Some(total);
        let beyond = self.page_count();
        while let Some(gone) = self.pages.range(beyond..).next().map(|(number, _)| *number) {
            self.remove(gone);
        }
        self.failed.retain(|number, _| *number < beyond);
        if came == 0 {
            if number == 0 {
                // Nothing is there, and that was read.
                self.remove(0);
                self.insert(0, vec![], 0);
            }
            return;
        }
        let is_again = self.pages.contains_key(&number);
        self.remove(number);
        let doubles = self.point_out_doubles(&page.devices);
        let is_barren = doubles == page.devices.len();
        self.insert(number, page.devices, page.unnamed);
        if !is_again {
            self.barren = if is_barren { self.barren + 1 } else { 0 };
        }
        if self.barren >= MOST_BARREN {
            self.distrust();
        }
    }

    /// Devices of a new page that stand in others too: those are older, so rows have moved there. Says
    /// how many there are.
    fn point_out_doubles(&mut self, devices: &[Device]) -> usize {
        let mut doubles = 0;
        for device in devices {
            let Some(index) = self.by_name.get(&device.name.fingerprint()).copied() else {
                continue;
            };
            let is_it = |row: super::rows::Row<'_>| row.raw() == device.name.raw();
            if !self.row(index).is_some_and(is_it) {
                continue;
            }
            doubles += 1;
            if let Shape::Pages { size } = self.shape
                && let Some(page) = self.pages.get_mut(&(index / size))
            {
                page.epoch = 0;
            }
        }
        doubles
    }

    fn remove(&mut self, number: u64) {
        let Some(page) = self.pages.remove(&number) else {
            return;
        };
        self.loaded -= page.rows.len();
        self.unnamed -= page.unnamed;
        let first = self.first_of(number);
        for (row, index) in page.rows.iter().zip(first..) {
            let fingerprint = row.name().fingerprint();
            if self.by_name.get(&fingerprint) == Some(&index) {
                self.by_name.remove(&fingerprint);
            }
        }
    }

    fn insert(&mut self, number: u64, devices: Vec<Device>, unnamed: usize) {
        let first = self.first_of(number);
        for (device, index) in devices.iter().zip(first..) {
            self.by_name.insert(device.name.fingerprint(), index);
        }
        self.loaded += devices.len();
        self.unnamed += unnamed;
        let page = Page {
            rows: Rows::pack(devices),
            unnamed,
            epoch: self.epoch,
        };
        self.pages.insert(number, page);
    }

    fn forget(&mut self) -> std::collections::BTreeMap<u64, Page> {
        self.by_name.clear();
        self.loaded = 0;
        self.unnamed = 0;
        std::mem::take(&mut self.pages)
    }

    /// The service's word does not hold: what was read from the start on stays, and the rest is read
    /// page after page.
    fn distrust(&mut self) {
        let pages = self.forget();
        self.barren = 0;
        self.failed.clear();
        self.shape = Shape::List {
            starts: Vec::new(),
            next: Some(0),
        };
        let total = self.total;
        for (number, page) in (0..)
            .zip(pages)
            .take_while(|(nth, (number, _))| nth == number)
        {
            let (_, page) = page;
            let devices = page.rows.iter().map(super::rows::Row::to_device).collect();
            let page = DevicePage {
                devices,
                unnamed: page.unnamed,
                page: None,
            };
            self.append(number, page);
        }
        if self.total.is_none() {
            self.total = total;
        }
    }

    /// Takes the next page of a list of which only the rows that came count.
    fn append(&mut self, number: u64, page: DevicePage) {
        let Shape::List { starts, next } = &self.shape else {
            return;
        };
        if *next != Some(number) {
            return;
        }
        let before = self.loaded;
        let mut starts = starts.clone();
        starts.push(before);
        let came = page.devices.len() + page.unnamed;
        let info = page.page;
        let mut devices = page.devices;
        devices.retain(|device| {
            let index = self.by_name.get(&device.name.fingerprint());
            let is_it = |row: super::rows::Row<'_>| row.raw() == device.name.raw();
            !index.is_some_and(|index| self.row(*index).is_some_and(is_it))
        });
        self.barren = if devices.is_empty() {
            self.barren + 1
        } else {
            0
        };
        self.shape = Shape::List { starts, next: None };
        self.insert(number, devices, page.unnamed);
        let read = self.loaded as u64;
        // Where the number of pages contradicts the number of devices, a page more does no harm, and
        // to stop would hide devices.
        let all = read.saturating_add(self.unnamed as u64);
        let is_last =
            info.is_some_and(|info| number + 1 >= info.total_pages && all >= info.total_elements);
        let more = self.barren < MOST_BARREN && !is_last && came > 0;
        if let Shape::List { next, .. } = &mut self.shape {
            *next = more.then_some(number + 1);
        }
        self.total = match info {
            _ if !more => Some(read),
            Some(info) => Some(info.total_elements.max(read)),
            None => None,
        };
    }
}

/// Rows that a page should have.
fn rows_due(number: u64, info: PageInfo) -> u64 {
    let first = number.saturating_mul(info.size);
    info.total_elements.saturating_sub(first).min(info.size)
}
