//! The sample fleet in `assets/demo.json`. Its times are ages at the start of the service, so the
//! fleet never grows old.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use serde::Deserialize;

use super::merge::{Object, Section};
use super::slot::{Document, Live, Slot};

/// Devices in the sample fleet.
pub const SEEDED_DEVICES: usize = 120;

static SEED: LazyLock<Vec<SeedDevice>> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../../assets/demo.json"))
        .expect("a test reads the asset, which is part of the program")
});

/// The devices of the asset, in its order.
pub(super) fn devices() -> &'static [SeedDevice] {
    &SEED
}

/// A device as the asset tells it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SeedDevice {
    pub(super) name: String,
    #[serde(default)]
    pub(super) description: String,
    #[serde(default)]
    pub(super) properties: BTreeMap<String, String>,
    pub(super) registered_ago_s: u64,
    pub(super) modified_ago_s: u64,
    #[serde(default)]
    pub(super) mirrors: Vec<SeedMirror>,
}

/// A mirror as the asset tells it.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SeedMirror {
    /// Absent for the default mirror.
    pub(super) name: Option<String>,
    pub(super) version: u64,
    /// Age of all that `ages` does not name.
    pub(super) ago_s: u64,
    /// Ages of parts, by the keys from the section on: `reported.net.rssi`.
    #[serde(default)]
    pub(super) ages: BTreeMap<String, u64>,
    pub(super) desired: Option<Object>,
    pub(super) reported: Option<Object>,
    /// Makes it live: a report comes this often.
    pub(super) report_every_s: Option<u64>,
    /// What those reports say, in turn; without them all of `reported` is said again.
    #[serde(default)]
    pub(super) reports: Vec<Object>,
    /// Makes the device write a deleted mirror back, so long after the deletion.
    pub(super) rewrite_after_s: Option<u64>,
}

impl SeedMirror {
    /// The mirror as it stands when the service starts.
    pub(super) fn slot(&self, start_ms: u64) -> Slot {
        let moment = |ago_s: u64| (start_ms / 1000).saturating_sub(ago_s);
        let section = |state: &Option<Object>| {
            state
                .clone()
                .map(|state| Section::new(state, moment(self.ago_s)))
        };
        let mut document = Document {
            desired: section(&self.desired),
            reported: section(&self.reported),
        };
        for (path, ago_s) in &self.ages {
            let keys: Vec<&str> = path.split('.').collect();
            let (half, keys) = match keys.split_first() {
                Some((&"desired", keys)) => (&mut document.desired, keys),
                Some((_, keys)) => (&mut document.reported, keys),
                None => continue,
            };
            if let Some(section) = half {
                section.restamp(keys, moment(*ago_s));
            }
        }
        Slot::standing(
            self.name.clone(),
            document,
            self.version,
            self.live(start_ms),
        )
    }

    fn live(&self, start_ms: u64) -> Option<Live> {
        if self.report_every_s.is_none() && self.rewrite_after_s.is_none() {
            return None;
        }
        let whole = self.reported.clone().unwrap_or_default();
        let reports = match &self.reports[..] {
            [] => vec![whole.clone()],
            reports => reports.to_vec(),
        };
        // A pause of 0 would be endless reports.
        let every_ms = self.report_every_s.map(|every_s| every_s.max(1) * 1000);
        Some(Live {
            every_ms,
            rewrite_after_ms: self.rewrite_after_s.map(|after_s| after_s * 1000),
            reports: Arc::from(reports),
            whole: Arc::new(whole),
            next_ms: start_ms.saturating_add(every_ms.unwrap_or(0)),
            sent: 0,
            rewrite_at_ms: None,
        })
    }
}
