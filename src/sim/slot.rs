//! The place of one mirror: its document while there is one, its version always, and the device
//! that keeps reporting to it.

use std::sync::Arc;

use super::merge::{Object, Section};

/// What one update does to one half.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) enum Change {
    /// The update does not mention it.
    #[default]
    Keep,
    /// Set to null as a whole.
    Remove,
    /// Keys to change.
    Merge(Object),
}

/// An update of a mirror.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Patch {
    pub(super) desired: Change,
    pub(super) reported: Change,
}

impl Patch {
    /// What a device sends.
    pub(super) fn reported(state: Object) -> Self {
        Self {
            reported: Change::Merge(state),
            ..Self::default()
        }
    }
}

/// The halves of a mirror. A half that was never written is left out of answers (assumed).
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Document {
    pub(super) desired: Option<Section>,
    pub(super) reported: Option<Section>,
}

/// A mirror that stands or stood.
#[derive(Debug, Clone)]
pub(super) struct Slot {
    /// Absent for the default mirror.
    pub(super) name: Option<String>,
    /// Absent after a deletion.
    pub(super) document: Option<Document>,
    /// The last version; it counts on after a deletion (assumed as on AWS).
    pub(super) version: u64,
    /// The device behind it.
    live: Option<Live>,
}

/// A device that reports by itself, as over MQTT. All times are Unix milliseconds.
#[derive(Debug, Clone)]
pub(super) struct Live {
    /// Time between reports; absent for a device that only writes its mirror back.
    pub(super) every_ms: Option<u64>,
    /// How long after a deletion the device writes its mirror back; absent for a device that then
    /// falls silent.
    pub(super) rewrite_after_ms: Option<u64>,
    /// What it reports, in turn. Never empty.
    pub(super) reports: Arc<[Object]>,
    /// What it writes back: all that it reported at first.
    pub(super) whole: Arc<Object>,
    /// When the next report is due.
    pub(super) next_ms: u64,
    /// Reports so far.
    pub(super) sent: u64,
    /// When a deleted mirror will be written back.
    pub(super) rewrite_at_ms: Option<u64>,
}

impl Slot {
    /// A place where nothing stands yet.
    pub(super) fn vacant(name: Option<String>) -> Self {
        Self {
            name,
            document: None,
            version: 0,
            live: None,
        }
    }

    /// A mirror as it stands at the start.
    pub(super) fn standing(
        name: Option<String>,
        document: Document,
        version: u64,
        live: Option<Live>,
    ) -> Self {
        Self {
            name,
            document: Some(document),
            version,
            live,
        }
    }

    /// Creates or changes the mirror and counts the version up by one (the step is assumed).
    pub(super) fn update(&mut self, patch: &Patch, at_ms: u64) {
        let timestamp_s = at_ms / 1000;
        if self.document.is_none()
            && let Some(live) = &mut self.live
        {
            live.rewrite_at_ms = None;
            live.next_ms = at_ms.saturating_add(live.every_ms.unwrap_or(0));
        }
        let document = self.document.get_or_insert_default();
        apply(&mut document.desired, &patch.desired, timestamp_s);
        apply(&mut document.reported, &patch.reported, timestamp_s);
        self.version += 1;
    }

    /// Takes the mirror away; the version stays (`iot-cloudiotcore-deletedevicemirror` answers the
    /// one that was sent).
    pub(super) fn delete(&mut self, at_ms: u64) {
        self.document = None;
        if let Some(live) = &mut self.live {
            live.rewrite_at_ms = live
                .rewrite_after_ms
                .map(|after_ms| at_ms.saturating_add(after_ms));
        }
    }

    /// Does what the device behind the mirror did until `now_ms`.
    pub(super) fn catch_up(&mut self, now_ms: u64) {
        self.write_back(now_ms);
        if self.document.is_none() {
            return;
        }
        let Some(live) = &mut self.live else { return };
        let Some(every_ms) = live.every_ms.filter(|_| live.next_ms <= now_ms) else {
            return;
        };
        let due = (now_ms - live.next_ms) / every_ms + 1;
        let (reports, first_ms, sent) = (live.reports.clone(), live.next_ms, live.sent);
        live.next_ms += due * every_ms;
        live.sent += due;
        // After one turn through all reports, earlier ones have left no trace but the version.
        let kinds = reports.len() as u64;
        let skipped = due.saturating_sub(kinds);
        self.version += skipped;
        for n in skipped..due {
            let turn = usize::try_from((sent + n) % kinds).unwrap_or(0);
            let report = Patch::reported(reports[turn].clone());
            self.update(&report, first_ms + n * every_ms);
        }
    }

    fn write_back(&mut self, now_ms: u64) {
        let Some(live) = &self.live else { return };
        let Some(at_ms) = live.rewrite_at_ms.filter(|at_ms| *at_ms <= now_ms) else {
            return;
        };
        let whole = Patch::reported(live.whole.as_ref().clone());
        self.update(&whole, at_ms);
    }
}

fn apply(section: &mut Option<Section>, change: &Change, timestamp_s: u64) {
    match change {
        Change::Keep => {}
        Change::Remove => *section = None,
        Change::Merge(patch) => section.get_or_insert_default().merge(patch, timestamp_s),
    }
}
