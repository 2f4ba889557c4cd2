//! What a sweep keeps of a mirror: the facts of its row, without the document.

use super::mirror::{MirrorRead, MirrorReading};

/// The facts of a mirror that was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MirrorSummary {
    /// Its version, if the service named one.
    pub version: Option<u64>,
    /// The newest moment at which the device reported any key, Unix milliseconds.
    pub last_report_ms: Option<i64>,
    /// Keys that were asked for and are not reported so.
    pub differing: u32,
    /// Bytes of the document.
    pub bytes: u64,
    /// This computer's clock when the answer came, Unix milliseconds.
    pub read_at_ms: i64,
}

impl MirrorSummary {
    /// From the last report to the reading, milliseconds; negative where the service's clock is ahead
    /// of this computer's. Nothing where no report was ever made.
    #[must_use]
    pub fn age_ms(&self) -> Option<i64> {
        let reported = self.last_report_ms?;
        Some(self.read_at_ms.saturating_sub(reported))
    }
}

/// What a look at a mirror found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Summarized {
    /// It stands.
    Found(MirrorSummary),
    /// There is none.
    Absent,
}

impl From<&MirrorReading> for MirrorSummary {
    fn from(reading: &MirrorReading) -> Self {
        Self {
            version: reading.document.version,
            last_report_ms: reading.comparison.last_report_ms,
            differing: u32::try_from(reading.comparison.differing).unwrap_or(u32::MAX),
            bytes: reading.document.body.len() as u64,
            read_at_ms: reading.read_at_ms,
        }
    }
}

impl From<&MirrorRead> for Summarized {
    fn from(read: &MirrorRead) -> Self {
        match read {
            MirrorRead::Found(reading) => Self::Found((&**reading).into()),
            MirrorRead::Absent => Self::Absent,
        }
    }
}
