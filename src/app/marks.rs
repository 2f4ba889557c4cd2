//! What the user has marked, by identity: marks survive filters, sorting and other selections.

use std::collections::{BTreeMap, HashSet};

use crate::model::device::DeviceName;
use crate::model::mirror::MirrorId;

/// Marked devices (for a sweep) and marked mirrors (for a deletion).
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Marks {
    devices: HashSet<DeviceName>,
    /// With the version that was shown when the mark was made, if one was.
    mirrors: BTreeMap<MirrorId, Option<u64>>,
    /// Counts changes of the marks of mirrors.
    changes: u64,
}

impl Marks {
    /// Marks a device, or takes its mark away. Says whether it is marked now.
    pub fn turn_device(&mut self, device: &DeviceName) -> bool {
        let was_marked = self.devices.remove(device);
        if !was_marked {
            self.devices.insert(device.clone());
        }
        !was_marked
    }

    /// Marks devices.
    pub fn add_devices(&mut self, devices: impl IntoIterator<Item = DeviceName>) {
        self.devices.extend(devices);
    }

    /// Takes the marks of all devices away.
    pub fn clear_devices(&mut self) {
        self.devices.clear();
    }

    /// Whether a device is marked.
    #[must_use]
    pub fn has_device(&self, device: &DeviceName) -> bool {
        self.devices.contains(device)
    }

    /// The marked devices, in no order.
    pub fn devices(&self) -> impl Iterator<Item = &DeviceName> {
        self.devices.iter()
    }

    /// How many devices are marked.
    #[must_use]
    pub fn device_count(&self) -> usize {
        self.devices.len()
    }

    /// Marks a mirror as it was shown, or takes its mark away. Says whether it is marked now.
    pub fn turn_mirror(&mut self, mirror: &MirrorId, version: Option<u64>) -> bool {
        self.changes += 1;
        let was_marked = self.mirrors.remove(mirror).is_some();
        if !was_marked {
            self.mirrors.insert(mirror.clone(), version);
        }
        !was_marked
    }

    /// Marks mirrors as they were shown; a mark that stands keeps its version.
    pub fn add_mirrors(&mut self, mirrors: impl IntoIterator<Item = (MirrorId, Option<u64>)>) {
        self.changes += 1;
        for (mirror, version) in mirrors {
            self.mirrors.entry(mirror).or_insert(version);
        }
    }

    /// Takes the mark of a mirror away, if it has one.
    pub fn remove_mirror(&mut self, mirror: &MirrorId) {
        if self.mirrors.remove(mirror).is_some() {
            self.changes += 1;
        }
    }

    /// Takes the marks of all mirrors away.
    pub fn clear_mirrors(&mut self) {
        self.changes += 1;
        self.mirrors.clear();
    }

    /// Whether a mirror is marked.
    #[must_use]
    pub fn has_mirror(&self, mirror: &MirrorId) -> bool {
        self.mirrors.contains_key(mirror)
    }

    /// The marked mirrors by device and name, with the version that was shown when each was marked.
    pub fn mirrors(&self) -> impl Iterator<Item = (&MirrorId, Option<u64>)> {
        self.mirrors
            .iter()
            .map(|(mirror, version)| (mirror, *version))
    }

    /// Another number after each change of the marks of mirrors, so that whoever has taken note of
    /// them can tell whether that is still true.
    #[must_use]
    pub fn changes(&self) -> u64 {
        self.changes
    }

    /// How many mirrors are marked.
    #[must_use]
    pub fn mirror_count(&self) -> usize {
        self.mirrors.len()
    }
}
