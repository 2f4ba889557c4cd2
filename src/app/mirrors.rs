//! The mirrors pane: the mirrors of the selected device, and what was read of them and of others.

use super::cursor::Cursor;
use super::filtered::Filtered;
use super::kept::Kept;
use super::slot::Slot;
use crate::model::device::DeviceName;
use crate::model::mirror::{MirrorId, MirrorList, MirrorName, MirrorRead};
use crate::model::text::contains;

/// Readings that are kept, oldest dropped first.
const KEPT_DOCUMENTS: usize = 512;
/// Bytes of memory that documents may take, oldest dropped first.
const KEPT_BYTES: usize = 128 * 1024 * 1024;
/// Devices whose list of names is kept, oldest dropped first.
const KEPT_LISTS: usize = 512;
/// Bytes of memory that lists of names may take, oldest dropped first.
const KEPT_LIST_BYTES: usize = 64 * 1024 * 1024;
/// What a name takes besides its text, bytes.
const NAME: usize = 96;

/// What was found where a mirror was looked for, and when (Unix milliseconds).
#[derive(Debug, Clone, PartialEq)]
pub struct Seen {
    /// What was found.
    pub read: MirrorRead,
    /// This computer's clock at that moment.
    pub at_ms: i64,
}

impl Seen {
    fn bytes(&self) -> usize {
        match &self.read {
            MirrorRead::Found(reading) => reading.weight,
            MirrorRead::Absent => 0,
        }
    }
}

/// Bytes of memory that a list of names takes, about.
fn list_bytes(slot: &Slot<MirrorList>) -> usize {
    let names = slot.value.iter().flat_map(|list| &list.names);
    names.map(|name| NAME + 2 * name.shown().len()).sum()
}

/// Mirrors of the selected device, and everything that was read and is kept.
#[derive(Debug, Default)]
pub struct Mirrors {
    device: Option<DeviceName>,
    /// The default mirror, then the named ones of the device, by code point.
    rows: Filtered<MirrorName>,
    filter: String,
    /// The selected row among those that match.
    pub cursor: Cursor,
    lists: Kept<DeviceName, MirrorList>,
    list_bytes: usize,
    documents: Kept<MirrorId, Seen>,
    document_bytes: usize,
}

impl Mirrors {
    /// Whose mirrors are shown.
    #[must_use]
    pub fn device(&self) -> Option<&DeviceName> {
        self.device.as_ref()
    }

    /// Shows the mirrors of another device, its default mirror selected.
    pub fn show(&mut self, device: Option<DeviceName>, height: usize) {
        self.device = device;
        self.filter.clear();
        // Nothing of the other device may decide what is selected here.
        self.rows = Filtered::default();
        self.cursor = Cursor::default();
        self.lay_out(height);
    }

    /// Rows that match the filter.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether no row matches.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Rows whatever the filter.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.rows.total()
    }

    /// A row that matches, by its place among those.
    #[must_use]
    pub fn get(&self, place: usize) -> Option<&MirrorName> {
        self.rows.get(place)
    }

    /// The selected mirror.
    #[must_use]
    pub fn selected(&self) -> Option<MirrorId> {
        let mirror = self.get(self.cursor.at)?.clone();
        Some(MirrorId::new(self.device.clone()?, mirror))
    }

    /// Every mirror that matches the filter.
    #[must_use]
    pub fn matching(&self) -> Vec<MirrorId> {
        let Some(device) = &self.device else {
            return vec![];
        };
        (0..self.len())
            .filter_map(|place| Some(MirrorId::new(device.clone(), self.get(place)?.clone())))
            .collect()
    }

    /// The mirrors in view, the selected one first.
    #[must_use]
    pub fn in_view(&self, height: usize) -> Vec<MirrorId> {
        let Some(device) = &self.device else {
            return vec![];
        };
        let view = self.cursor.offset..self.len().min(self.cursor.offset + height);
        std::iter::once(self.cursor.at)
            .chain(view.filter(|place| *place != self.cursor.at))
            .filter_map(|place| Some(MirrorId::new(device.clone(), self.get(place)?.clone())))
            .collect()
    }

    /// The text that rows must contain; empty without a filter.
    #[must_use]
    pub fn filter(&self) -> &str {
        &self.filter
    }

    /// Filters by name, letter case aside; keeps the selection where it matches.
    pub fn set_filter(&mut self, filter: &str, height: usize) {
        filter.clone_into(&mut self.filter);
        self.lay_out(height);
    }

    /// What is known of the named mirrors of the device that is shown.
    #[must_use]
    pub fn list(&self) -> Option<&Slot<MirrorList>> {
        self.lists.get(self.device.as_ref()?)
    }

    /// The slot for the named mirrors of a device.
    pub fn list_of(&mut self, device: &DeviceName) -> &mut Slot<MirrorList> {
        self.lists.slot(device)
    }

    /// What is known of a mirror.
    #[must_use]
    pub fn document(&self, target: &MirrorId) -> Option<&Slot<Seen>> {
        self.documents.get(target)
    }

    /// The slot for a mirror.
    pub fn document_of(&mut self, target: &MirrorId) -> &mut Slot<Seen> {
        self.documents.slot(target)
    }

    /// Takes the answer to a question for names. The selection follows the mirror.
    pub fn take_list(
        &mut self,
        device: &DeviceName,
        answer: Result<MirrorList, crate::model::error::ApiError>,
        height: usize,
    ) {
        let slot = self.lists.slot(device);
        let before = list_bytes(slot);
        slot.settle(answer);
        self.list_bytes = self.list_bytes - before + list_bytes(slot);
        let shown = self.device.clone();
        while self.lists.len() > KEPT_LISTS || self.list_bytes > KEPT_LIST_BYTES {
            let may_drop = |key: &DeviceName, _: &Slot<MirrorList>| Some(key) != shown.as_ref();
            let Some(dropped) = self.lists.drop_oldest(may_drop) else {
                break;
            };
            self.list_bytes -= list_bytes(&dropped);
        }
        if self.device.as_ref() == Some(device) {
            self.lay_out(height);
        }
    }

    /// Takes the answer to a question for a mirror, and drops the oldest readings.
    pub fn take_document(
        &mut self,
        target: &MirrorId,
        answer: Result<Seen, crate::model::error::ApiError>,
    ) {
        let slot = self.documents.slot(target);
        let before = slot.value.as_ref().map_or(0, Seen::bytes);
        slot.settle(answer);
        let after = slot.value.as_ref().map_or(0, Seen::bytes);
        self.document_bytes = self.document_bytes - before + after;
        let selected = self.selected();
        while self.documents.len() > KEPT_DOCUMENTS || self.document_bytes > KEPT_BYTES {
            let may_drop =
                |key: &MirrorId, _: &Slot<Seen>| Some(key) != selected.as_ref() && key != target;
            let Some(dropped) = self.documents.drop_oldest(may_drop) else {
                break;
            };
            self.document_bytes -= dropped.value.as_ref().map_or(0, Seen::bytes);
        }
    }

    /// Takes a mirror away that is known to be gone: a named one leaves the list, the default one
    /// is marked as absent.
    pub fn forget(&mut self, target: &MirrorId, at_ms: i64, height: usize) {
        if target.mirror == MirrorName::Default {
            self.take_document(
                target,
                Ok(Seen {
                    read: MirrorRead::Absent,
                    at_ms,
                }),
            );
            return;
        }
        if let Some(slot) = self.documents.remove(target) {
            self.document_bytes -= slot.value.as_ref().map_or(0, Seen::bytes);
        }
        let slot = self.lists.slot(&target.device);
        let before = list_bytes(slot);
        if let Some(list) = &mut slot.value {
            list.names.retain(|name| *name != target.mirror);
        }
        self.list_bytes = self.list_bytes - before + list_bytes(slot);
        if self.device.as_ref() == Some(&target.device) {
            self.lay_out(height);
        }
    }

    /// Whether anything was read, or is being read, that a change of this mirror concerns.
    #[must_use]
    pub fn knows(&self, target: &MirrorId) -> bool {
        self.documents.get(target).is_some() || self.lists.get(&target.device).is_some()
    }

    /// Puts a mirror that is known to stand into the list of its device, where that was read.
    pub fn remember(&mut self, target: &MirrorId, height: usize) {
        if target.mirror == MirrorName::Default {
            return;
        }
        let slot = self.lists.slot(&target.device);
        let before = list_bytes(slot);
        if let Some(list) = &mut slot.value
            && let Err(place) = list.names.binary_search(&target.mirror)
        {
            list.names.insert(place, target.mirror.clone());
        }
        self.list_bytes = self.list_bytes - before + list_bytes(slot);
        if self.device.as_ref() == Some(&target.device) {
            self.lay_out(height);
        }
    }

    /// Abandons every read under way and returns its question.
    pub fn abandon_reads(&mut self) -> Vec<super::message::RequestId> {
        let lists = self.lists.slots_mut().filter_map(Slot::abandon);
        lists
            .chain(self.documents.slots_mut().filter_map(Slot::abandon))
            .collect()
    }

    /// Makes the rows anew from what is known, the same mirror selected where it is still there.
    fn lay_out(&mut self, height: usize) {
        let selected = self.get(self.cursor.at).cloned();
        let names = self
            .list()
            .and_then(|slot| slot.value.as_ref())
            .map(|list| &list.names);
        let rows = match self.device {
            None => vec![],
            Some(_) => std::iter::once(MirrorName::Default)
                .chain(names.into_iter().flatten().cloned())
                .collect(),
        };
        let needle = self.filter.to_lowercase();
        self.rows = if needle.is_empty() {
            Filtered::all(rows)
        } else {
            Filtered::matching(rows, |name| contains(name.shown(), &needle))
        };
        let place = selected.and_then(|name| self.rows.position(|row| *row == name));
        self.cursor
            .go_to(place.unwrap_or(self.cursor.at), self.len(), height);
    }
}
