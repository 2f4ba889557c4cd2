//! Everything that can happen.

use std::sync::Arc;

use super::geometry::Size;
use super::key::{Haste, Key};
use super::mouse::{DialogPart, Mouse};
use crate::i18n::Text;
use crate::model::action::{DeletionEnd, Recovery, Resolution, RestoreEnd, Stage};
use crate::model::device::DevicePage;
use crate::model::error::{ApiError, Retry};
use crate::model::look::Look;
use crate::model::mirror::{MirrorId, MirrorList, MirrorRead};
use crate::model::record::{ActionId, Head, Listed, StorageProblem};
use crate::model::restore::KeptCopy;
use crate::model::summary::Summarized;
use crate::model::task::{RunEvent, TaskRecord};
use crate::model::traffic::Traffic;
use crate::model::user_file::FileProblem;

/// Names one question, so that an answer to a question no longer open can be told and dropped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RequestId(pub u64);

/// Something that happened. Plain data, comparable in a test.
#[derive(Debug, Clone, PartialEq)]
pub enum Message {
    /// The program began.
    Started,
    /// A key was pressed.
    Pressed(Key),
    /// A key came that may not have been pressed by itself.
    Hasty(Key, Haste),
    /// Text was pasted: text, never keys.
    Pasted(Arc<str>),
    /// The terminal told its ground, which another look suits.
    LookChosen(Arc<Look>),
    /// The mouse did something.
    Mouse(Mouse),
    /// A part of the open dialog was clicked.
    Clicked(DialogPart),
    /// The terminal has got the focus, or has lost it.
    Focused(bool),
    /// The system asked the program to stop until it is told to go on (a signal).
    SuspendRequested,
    /// The program was not stopped, as there is nobody who could let it go on.
    NotSuspended,
    /// The program was stopped and goes on; the terminal is its own again.
    Continued,
    /// The terminal has a new size.
    Resized(Size),
    /// The drawing with this number has stood on the screen for a moment
    /// ([`super::state::AppState::awaits_drawing`]).
    Drawn(u32),
    /// The worker has an answer.
    Answered(Answered),
    /// A request failed and waits to be sent again, or no longer waits.
    Retrying {
        /// The question.
        request: RequestId,
        /// Why, and when; none once it has been sent or given up.
        retry: Option<Retry>,
    },
    /// It was found out how an action of an earlier run ended.
    FoundOut {
        /// How.
        resolution: Box<Resolution>,
        /// This computer's clock, Unix milliseconds.
        at_ms: i64,
    },
    /// A deletion or restore has come to its next stage.
    Staged {
        /// The question.
        request: RequestId,
        /// The stage.
        stage: Stage,
    },
    /// The limit of requests in flight, or what goes through it, has changed.
    Traffic(Traffic),
    /// Something happened in a run.
    TaskNews {
        /// The run.
        task: ActionId,
        /// What, in order.
        events: Vec<RunEvent>,
        /// This computer's clock, Unix milliseconds.
        at_ms: i64,
    },
    /// A moment that was waited for has come.
    Woke(Wake),
    /// The system asked the program to end (a signal).
    EndRequested,
    /// The configuration has something to say that does not stop the start.
    Warned(Text),
}

/// An answer with its circumstances.
#[derive(Debug, Clone, PartialEq)]
pub struct Answered {
    /// The question.
    pub request: RequestId,
    /// This computer's clock, Unix milliseconds.
    pub at_ms: i64,
    /// From the question to the answer, milliseconds.
    pub took_ms: u64,
    /// Seconds that are added to this computer's clock for the service; 0 where it is right.
    pub clock_correction_s: i64,
    /// The answer.
    pub answer: Answer,
}

/// What was asked decides what comes back.
#[derive(Debug, Clone, PartialEq)]
pub enum Answer {
    /// To a page of devices.
    Devices(Result<DevicePage, ApiError>),
    /// To the list of named mirrors of a device.
    Mirrors(Result<MirrorList, ApiError>),
    /// To a mirror.
    Mirror(Result<MirrorRead, ApiError>),
    /// To a deletion.
    Deleted(DeletionEnd),
    /// To a restore.
    Restored(RestoreEnd),
    /// To the question what earlier runs left open.
    Recovered(Recovery),
    /// To the cleaning of the trash: what the user should read about it.
    CleanedUp(Vec<Text>),
    /// To another look at an action whose outcome was not known.
    LookedAgain(Resolution),
    /// To the note that the user has seen an outcome.
    Closed(Result<(), StorageProblem>),
    /// To the look whether a mirror has been written back.
    LookedForReturn(Result<MirrorRead, ApiError>),
    /// To the question for the copy of the mirror deleted last.
    LastCopy(Result<Option<Arc<KeptCopy>>, StorageProblem>),
    /// To the question for the trash, newest first.
    Copies(Result<Vec<Listed>, StorageProblem>),
    /// To the question for the heads of copies.
    Heads(Vec<(ActionId, Head)>),
    /// To the question for a copy.
    Copy(Result<Arc<KeptCopy>, StorageProblem>),
    /// To the question for the facts of a mirror.
    Facts(Result<Summarized, ApiError>),
    /// To a file that was to be written: its full path, safe to draw.
    Saved(Result<String, FileProblem>),
    /// To a file that was to be read.
    FileRead(Result<Vec<u8>, FileProblem>),
    /// To the question for the runs that are kept.
    Tasks(Result<Vec<TaskRecord>, StorageProblem>),
    /// To a run: it is over, or why it could not go on.
    TaskEnded(Result<(), StorageProblem>),
    /// To any question whose task ended early.
    Crashed,
}

/// What was waited for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wake {
    /// The selection has rested since the change with this number.
    Rested(u64),
    /// The query with this number has stood long enough to ask the service too.
    Queried(u64),
    /// A question has been open long enough to show that something loads.
    Slow(RequestId),
    /// Waiting for a change on the wire before the end has lasted long enough.
    QuitDue,
    /// A run that was told to begin nothing new has had time to hear of it.
    RunSettled,
    /// It is time to read the watched mirror again, after this read.
    Watch(RequestId),
    /// It is time to look whether a device has written a deleted mirror back.
    ReturnDue {
        /// The deletion.
        id: ActionId,
        /// The mirror.
        target: MirrorId,
    },
}
