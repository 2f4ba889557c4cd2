//! Work for the outside world, as data.

use std::sync::Arc;

use super::message::{RequestId, Wake};
use crate::model::delete::DeleteOrder;
use crate::model::device::{DeviceName, Listing};
use crate::model::mirror::MirrorId;
use crate::model::record::{ActionId, OpenEnd};
use crate::model::restore::RestoreOrder;
use crate::model::task::{TaskMode, TaskPlan};
use crate::model::user_file::Contents;

/// How urgent a page of devices is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rank {
    /// The user looks at where it belongs.
    InView,
    /// It may be looked at next.
    Ahead,
}

/// Work that `update` asks for and never performs.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Ask for a page of devices, counted from 0.
    ListDevices {
        /// The question.
        request: RequestId,
        /// Of which list.
        listing: Listing,
        /// Which page.
        page: u64,
        /// How urgent it is.
        rank: Rank,
    },
    /// Give the terminal back and stop until somebody lets the program go on; the event loop does it.
    Suspend,
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
    /// Ask for a mirror afresh for a dialog, ahead of other reads.
    ReadAfresh {
        /// The question.
        request: RequestId,
        /// Which mirror.
        target: MirrorId,
    },
    /// Copy a mirror, send a DELETE, and find out what came of it.
    DeleteMirror {
        /// The question.
        request: RequestId,
        /// What was confirmed.
        order: DeleteOrder,
    },
    /// Send a copy back, and find out what came of it.
    RestoreMirror {
        /// The question.
        request: RequestId,
        /// What was confirmed.
        order: RestoreOrder,
    },
    /// Find out what earlier runs left open.
    Recover {
        /// The question.
        request: RequestId,
        /// Whether this run has left something open too: one of its tasks has crashed.
        own: bool,
    },
    /// Drop copies that the trash need not keep.
    CleanUp {
        /// The question.
        request: RequestId,
    },
    /// Look again at an action whose outcome is not known.
    LookAgain {
        /// The question.
        request: RequestId,
        /// Which action.
        action: Box<OpenEnd>,
    },
    /// Write down that the user has seen an outcome that cannot be found out.
    CloseAction {
        /// The question.
        request: RequestId,
        /// Which action.
        id: ActionId,
    },
    /// Look whether a deleted mirror has been written back.
    LookForReturn {
        /// The question.
        request: RequestId,
        /// Which mirror.
        target: MirrorId,
    },
    /// Write down that a device has written a deleted mirror back.
    RecordReturn {
        /// The deletion.
        id: ActionId,
        /// The version that it has now, if the service named one.
        version: Option<u64>,
    },
    /// Fetch the copy of the mirror that was deleted last.
    FetchLastCopy {
        /// The question.
        request: RequestId,
    },
    /// List the trash.
    ListCopies {
        /// The question.
        request: RequestId,
    },
    /// Read what is known of some copies without their documents.
    ReadHeads {
        /// The question.
        request: RequestId,
        /// Which copies.
        ids: Vec<ActionId>,
    },
    /// Fetch a copy with its document.
    FetchCopy {
        /// The question.
        request: RequestId,
        /// Which copy.
        id: ActionId,
    },
    /// Ask for a mirror that is watched, behind what the screen waits for.
    WatchMirror {
        /// The question.
        request: RequestId,
        /// Which mirror.
        target: MirrorId,
    },
    /// Ask for the named mirrors of a device for a sweep, behind what the screen waits for.
    SweepNames {
        /// The question.
        request: RequestId,
        /// Whose mirrors.
        device: DeviceName,
    },
    /// Ask for the facts of a mirror for a sweep or a plan, behind what the screen waits for.
    ReadFacts {
        /// The question.
        request: RequestId,
        /// Which mirror.
        target: MirrorId,
    },
    /// Write a file that the user named.
    SaveFile {
        /// The question.
        request: RequestId,
        /// Where, as typed.
        path: String,
        /// What.
        contents: Contents,
        /// Whether a file that is there may be overwritten.
        overwrite: bool,
    },
    /// Read a file that the user named.
    ReadFile {
        /// The question.
        request: RequestId,
        /// Where, as typed.
        path: String,
    },
    /// Put a text on the clipboard. Where the terminal belongs to the event loop, that performs it, so
    /// that nothing of it comes into the middle of a frame.
    Copy {
        /// The text, exactly as it is to be copied.
        bytes: Arc<[u8]>,
    },
    /// Begin a run, or go on with one.
    RunTask {
        /// The question.
        request: RequestId,
        /// What was confirmed.
        plan: Arc<TaskPlan>,
        /// The items that are still to be done.
        todo: Vec<u32>,
        /// How long after its deletion each mirror is looked at again, milliseconds; none for never.
        watch_after_ms: Option<u64>,
    },
    /// Tell a run how to go on.
    ControlTask {
        /// The run.
        task: ActionId,
        /// How.
        mode: TaskMode,
    },
    /// List the runs that are kept on this computer.
    ListTasks {
        /// The question.
        request: RequestId,
    },
    /// Write down that what is left of a run is not to be offered any more.
    CloseTask {
        /// The question.
        request: RequestId,
        /// The run.
        id: ActionId,
    },
    /// Give up a read whose answer nobody waits for.
    Abandon {
        /// The question.
        request: RequestId,
    },
    /// Send nothing again for this question; what is on the wire is waited for.
    GiveUp {
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

impl Effect {
    /// The question that the effect is to answer, if it is to answer one.
    #[must_use]
    pub fn asks(&self) -> Option<RequestId> {
        match self {
            Self::ListDevices { request, .. }
            | Self::ListMirrors { request, .. }
            | Self::ViewMirror { request, .. }
            | Self::WatchMirror { request, .. }
            | Self::ReadAfresh { request, .. }
            | Self::DeleteMirror { request, .. }
            | Self::RestoreMirror { request, .. }
            | Self::Recover { request, .. }
            | Self::CleanUp { request }
            | Self::LookAgain { request, .. }
            | Self::CloseAction { request, .. }
            | Self::LookForReturn { request, .. }
            | Self::FetchLastCopy { request }
            | Self::ListCopies { request }
            | Self::ReadHeads { request, .. }
            | Self::FetchCopy { request, .. }
            | Self::SweepNames { request, .. }
            | Self::ReadFacts { request, .. }
            | Self::SaveFile { request, .. }
            | Self::ReadFile { request, .. }
            | Self::RunTask { request, .. }
            | Self::ListTasks { request }
            | Self::CloseTask { request, .. } => Some(*request),
            Self::Abandon { .. }
            | Self::GiveUp { .. }
            | Self::WakeAfter { .. }
            | Self::Copy { .. }
            | Self::ControlTask { .. }
            | Self::RecordReturn { .. }
            | Self::Suspend => None,
        }
    }
}
