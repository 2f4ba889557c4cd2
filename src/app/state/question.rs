//! What was asked and is not answered yet.

use crate::app::prompt::Purpose;
use crate::model::device::{DeviceName, Listing};
use crate::model::mirror::MirrorId;
use crate::model::record::ActionId;

/// What an open question is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Question {
    /// A page of devices.
    Devices(Listing, u64),
    /// The named mirrors of a device.
    Names(DeviceName),
    /// A mirror.
    Document(MirrorId),
    /// A mirror that is watched.
    Watched(MirrorId),
    /// The target of the open dialog, read afresh.
    Fresh(MirrorId),
    /// How the deletion or restore under way ends.
    Action,
    /// What earlier runs left open.
    Recovery,
    /// What is to be said about the trash after it was cleaned up.
    CleanUp,
    /// Another look at an action.
    LookAgain(ActionId),
    /// Whether an action could be closed.
    Close(ActionId),
    /// Whether a mirror is back after this deletion.
    Return(ActionId, MirrorId),
    /// The copy of the mirror deleted last.
    LastCopy,
    /// The trash.
    Copies,
    /// Heads of copies.
    Heads,
    /// A copy.
    Copy(ActionId),
    /// What stands where a copy in the trash came from.
    Now(MirrorId),
    /// The named mirrors of a device, for the sweep.
    SweepNames(DeviceName),
    /// The facts of a mirror, for the sweep.
    SweepFacts(MirrorId),
    /// The facts of a mirror, for the plan.
    PlanFacts(MirrorId),
    /// A file that the user named.
    File(Purpose),
    /// How a run ends.
    Run(ActionId),
    /// The runs that are kept on this computer.
    Tasks,
    /// Whether a run could be closed.
    CloseTask(ActionId),
}

impl Question {
    /// Whether the service answers it, rather than this computer's disk.
    #[must_use]
    pub fn is_for_the_service(&self) -> bool {
        !matches!(
            self,
            Self::Recovery
                | Self::CleanUp
                | Self::Close(_)
                | Self::LastCopy
                | Self::Copies
                | Self::Heads
                | Self::Copy(_)
                | Self::File(_)
                | Self::Run(_)
                | Self::Tasks
                | Self::CloseTask(_)
        )
    }
}
