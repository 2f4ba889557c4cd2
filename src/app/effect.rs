//! Work for the outside world, as data.

use super::message::{RequestId, Wake};
use crate::model::delete::DeleteOrder;
use crate::model::device::DeviceName;
use crate::model::mirror::MirrorId;

/// Work that `update` asks for and never performs.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Ask for a page of devices, counted from 0.
    ListDevices {
        /// The question.
        request: RequestId,
        /// Which page.
        page: u64,
    },
    /// Ask for the named mirrors of a device.
    ListMirrors {
        /// The question.
        request: RequestId,
        /// Whose mirrors.
        device: DeviceName,
    },
    /// Ask for a mirror.
    ViewMirror {
        /// The question.
        request: RequestId,
        /// Which mirror.
        target: MirrorId,
    },
    /// Ask for a mirror afresh for the delete dialog, ahead of other reads.
    ReadAfresh {
        /// The question.
        request: RequestId,
        /// Which mirror.
        target: MirrorId,
    },
    /// Send a DELETE, once.
    DeleteMirror {
        /// The question.
        request: RequestId,
        /// What was confirmed.
        order: DeleteOrder,
    },
    /// Look whether the mirror still stands.
    LookAfterDelete {
        /// The question.
        request: RequestId,
        /// Which mirror.
        target: MirrorId,
    },
    /// Give up a read whose answer nobody waits for.
    Abandon {
        /// The question.
        request: RequestId,
    },
    /// Say so when a time has passed.
    WakeAfter {
        /// How long, milliseconds.
        after_ms: u64,
        /// What to say.
        wake: Wake,
    },
}
