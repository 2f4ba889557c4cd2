//! The devices and what stands at them. Devices are built when they are looked at; only those
//! whose mirrors were changed are held, so a large fleet costs nothing.

use std::borrow::Cow;
use std::collections::HashMap;

use super::generate;
use super::seed::{self, SeedDevice};
use super::slot::Slot;
use crate::model::device::SearchBy;

/// A device without its mirrors.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Row {
    pub(super) name: Cow<'static, str>,
    pub(super) description: Cow<'static, str>,
    pub(super) properties: Vec<(Cow<'static, str>, Cow<'static, str>)>,
    /// Seconds before the start of the service.
    pub(super) registered_ago_s: u64,
    /// As `registered_ago_s`.
    pub(super) modified_ago_s: u64,
}

/// All devices, by their place in the list.
#[derive(Debug)]
pub(super) struct Fleet {
    start_ms: u64,
    count: usize,
    seeded: HashMap<&'static str, usize>,
    changed: HashMap<usize, Vec<Slot>>,
    /// The last search and the places that it found; devices never change.
    pub(super) found: Option<(SearchBy, String, Vec<usize>)>,
}

impl Fleet {
    /// The sample fleet, cut short or filled up to `count` devices.
    pub(super) fn new(count: usize, start_ms: u64) -> Self {
        let seeded = seed::devices()
            .iter()
            .take(count)
            .enumerate()
            .map(|(index, device)| (device.name.as_str(), index))
            .collect();
        Self {
            start_ms,
            count,
            seeded,
            changed: HashMap::new(),
            found: None,
        }
    }

    /// The service's time when it started, Unix milliseconds.
    pub(super) fn start_ms(&self) -> u64 {
        self.start_ms
    }

    /// How many devices there are.
    pub(super) fn len(&self) -> usize {
        self.count
    }

    /// The place of a device.
    pub(super) fn find(&self, name: &str) -> Option<usize> {
        self.seeded
            .get(name)
            .copied()
            .or_else(|| generate::index_of(name).filter(|index| *index < self.count))
    }

    /// The mirrors of a device as they are at `now_ms`, in no order that means anything.
    pub(super) fn slots(&self, index: usize, now_ms: u64) -> Vec<Slot> {
        let mut slots = self.slots_as_left(index);
        for slot in &mut slots {
            slot.catch_up(now_ms);
        }
        slots
    }

    /// The names of the mirrors that stand at `now_ms`, without the default one.
    pub(super) fn names(&self, index: usize, now_ms: u64) -> Vec<Cow<'_, str>> {
        if self.changed.contains_key(&index) {
            let slots = self.slots(index, now_ms).into_iter();
            let standing = slots.filter(|slot| slot.document.is_some());
            return standing
                .filter_map(|slot| slot.name.map(Cow::Owned))
                .collect();
        }
        // Until something is deleted, all of them stand.
        match seed::devices().get(index) {
            Some(device) => (device.mirrors.iter())
                .filter_map(|mirror| mirror.name.as_deref().map(Cow::Borrowed))
                .collect(),
            None => (generate::names(index).into_iter().flatten())
                .map(Cow::Borrowed)
                .collect(),
        }
    }

    /// One mirror as it is at `now_ms`; nothing where there never was one of this name.
    pub(super) fn slot(&self, index: usize, name: Option<&str>, now_ms: u64) -> Option<Slot> {
        let mut slot = if let Some(slots) = self.changed.get(&index) {
            let mut slots = slots.iter();
            slots.find(|slot| slot.name.as_deref() == name)?.clone()
        } else if let Some(device) = seed::devices().get(index) {
            let mut mirrors = device.mirrors.iter();
            let mirror = mirrors.find(|mirror| mirror.name.as_deref() == name)?;
            mirror.slot(self.start_ms)
        } else {
            generate::mirror(index, name)?.slot(self.start_ms)
        };
        slot.catch_up(now_ms);
        Some(slot)
    }

    /// The mirrors of a device as the last change left them.
    pub(super) fn slots_as_left(&self, index: usize) -> Vec<Slot> {
        if let Some(slots) = self.changed.get(&index) {
            return slots.clone();
        }
        let generated;
        let mirrors = if let Some(device) = seed::devices().get(index) {
            &device.mirrors
        } else {
            generated = generate::mirrors(index);
            &generated
        };
        mirrors
            .iter()
            .map(|mirror| mirror.slot(self.start_ms))
            .collect()
    }

    /// Keeps changed mirrors.
    pub(super) fn keep(&mut self, index: usize, slots: Vec<Slot>) {
        self.changed.insert(index, slots);
    }
}

/// A device by its place in the list, whether or not the fleet reaches so far.
pub(super) fn row(index: usize) -> Row {
    seed::devices()
        .get(index)
        .map_or_else(|| generate::row(index), seed_row)
}

fn seed_row(device: &'static SeedDevice) -> Row {
    Row {
        name: device.name.as_str().into(),
        description: device.description.as_str().into(),
        properties: device
            .properties
            .iter()
            .map(|(key, value)| (key.as_str().into(), value.as_str().into()))
            .collect(),
        registered_ago_s: device.registered_ago_s,
        modified_ago_s: device.modified_ago_s,
    }
}
