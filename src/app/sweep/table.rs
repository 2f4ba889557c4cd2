//! What was read: devices, names and rows, each text once.

use std::collections::HashMap;
use std::sync::Arc;

use crate::model::device::DeviceName;
use crate::model::mirror::{MirrorId, MirrorName};
use crate::model::summary::MirrorSummary;
use crate::model::sweep_filter::Verdict;

/// How far a device is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Names {
    Todo,
    Asked,
    /// Its named mirrors: so many rows from this one on, by name.
    Here {
        first: u32,
        length: u32,
        unusable: u32,
    },
    /// The service knows no such device.
    Gone,
    Failed,
}

/// What is known of a default mirror, which no list names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DefaultLook {
    Unread,
    Asked,
    Here(u32),
    Absent,
    Failed,
}

/// What is known of the mirror of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Facts {
    /// Nobody has looked.
    Unread,
    /// The question is out.
    Asked,
    /// It was read.
    Read(MirrorSummary),
    /// It could not be read.
    Failed,
}

impl Facts {
    /// The facts, where they were read.
    #[must_use]
    pub fn read(&self) -> Option<&MirrorSummary> {
        match self {
            Self::Read(summary) => Some(summary),
            _ => None,
        }
    }
}

/// A mirror.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row {
    pub(super) device: u32,
    pub(super) name: u32,
    pub(super) facts: Facts,
    /// Whether the filter lets it through.
    pub(super) verdict: Verdict,
    pub(super) marked: bool,
    /// It is known not to stand any more.
    pub(super) gone: bool,
}

impl Row {
    /// Whether it has a place in the table.
    pub(super) fn is_shown(&self) -> bool {
        !self.gone && self.verdict == Verdict::Matches
    }
}

/// Everything that was read.
#[derive(Debug)]
pub(super) struct Table {
    pub(super) devices: Arc<[DeviceName]>,
    by_device: HashMap<DeviceName, u32>,
    /// The place of each device among all of them by code point.
    ranks: Vec<u32>,
    pub(super) states: Vec<Names>,
    pub(super) defaults: Vec<DefaultLook>,
    /// The default mirror is the first.
    pub(super) names: Vec<MirrorName>,
    by_name: HashMap<MirrorName, u32>,
    pub(super) rows: Vec<Row>,
    /// Rows of a device that its list did not have.
    added: HashMap<u32, Vec<u32>>,
}

/// The default mirror's place among the names.
pub(super) const DEFAULT: u32 = 0;

impl Table {
    /// Devices of which nothing was read; each counts once.
    pub(super) fn new(names: Vec<DeviceName>) -> Self {
        let mut by_device = HashMap::with_capacity(names.len());
        let mut devices = Vec::with_capacity(names.len());
        for name in names {
            let next = number(devices.len());
            if !by_device.contains_key(&name) {
                by_device.insert(name.clone(), next);
                devices.push(name);
            }
        }
        let mut sorted: Vec<u32> = (0..number(devices.len())).collect();
        sorted.sort_unstable_by(|one, other| devices[at(*one)].cmp(&devices[at(*other)]));
        let mut ranks = vec![0; devices.len()];
        for (rank, device) in (0..).zip(sorted) {
            ranks[at(device)] = rank;
        }
        Self {
            by_device,
            ranks,
            states: vec![Names::Todo; devices.len()],
            defaults: vec![DefaultLook::Unread; devices.len()],
            devices: devices.into(),
            names: vec![MirrorName::Default],
            by_name: HashMap::from([(MirrorName::Default, DEFAULT)]),
            rows: Vec::new(),
            added: HashMap::new(),
        }
    }

    pub(super) fn row(&self, row: u32) -> &Row {
        &self.rows[at(row)]
    }

    pub(super) fn rank(&self, row: &Row) -> u32 {
        self.ranks[at(row.device)]
    }

    pub(super) fn device_of(&self, row: &Row) -> &DeviceName {
        &self.devices[at(row.device)]
    }

    pub(super) fn name_of(&self, row: &Row) -> &MirrorName {
        &self.names[at(row.name)]
    }

    pub(super) fn target(&self, row: u32) -> MirrorId {
        let row = self.row(row);
        MirrorId::new(self.device_of(row).clone(), self.name_of(row).clone())
    }

    pub(super) fn device(&self, name: &DeviceName) -> Option<u32> {
        self.by_device.get(name).copied()
    }

    /// The row of a mirror, a gone one too.
    pub(super) fn find(&self, target: &MirrorId) -> Option<u32> {
        let device = self.device(&target.device)?;
        let name = *self.by_name.get(&target.mirror)?;
        if let Names::Here { first, length, .. } = self.states[at(device)] {
            let rows = &self.rows[at(first)..at(first) + at(length)];
            let place = rows.binary_search_by(|row| self.name_of(row).cmp(&target.mirror));
            if let Ok(place) = place {
                return Some(first + number(place));
            }
        }
        let mut added = self.added.get(&device)?.iter().copied();
        added.find(|row| self.row(*row).name == name)
    }

    /// The rows of a device, gone ones too.
    pub(super) fn rows_of(&self, device: u32) -> impl Iterator<Item = u32> {
        let listed = match self.states[at(device)] {
            Names::Here { first, length, .. } => first..first + length,
            _ => 0..0,
        };
        let added = self.added.get(&device).into_iter().flatten().copied();
        listed.chain(added)
    }

    /// Puts a row for a mirror behind the others, not yet judged.
    pub(super) fn push(&mut self, device: u32, mirror: &MirrorName, facts: Facts) -> u32 {
        let next = number(self.names.len());
        let name = self.by_name.get(mirror).copied().unwrap_or(next);
        if name == next {
            self.by_name.insert(mirror.clone(), next);
            self.names.push(mirror.clone());
        }
        let row = number(self.rows.len());
        self.rows.push(Row {
            device,
            name,
            facts,
            verdict: Verdict::Fails,
            marked: false,
            gone: false,
        });
        row
    }

    /// As [`Table::push`], for a row that the device's list did not have.
    pub(super) fn add(&mut self, device: u32, mirror: &MirrorName, facts: Facts) -> u32 {
        let row = self.push(device, mirror, facts);
        self.added.entry(device).or_default().push(row);
        row
    }
}

/// A number as an index.
pub(super) fn at(number: u32) -> usize {
    number as usize
}

/// An index as a number; no sweep has more rows than that.
pub(super) fn number(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::Row;

    /// Of 300,000 rows, these are all but their names.
    #[test]
    fn a_row_is_small() {
        assert!(size_of::<Row>() <= 80, "{}", size_of::<Row>());
    }
}
