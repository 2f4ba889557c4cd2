//! Everything that can happen.

use std::sync::Arc;

use super::geometry::Size;
use super::key::Key;
use crate::model::delete::{DeleteReceipt, Look};
use crate::model::device::DevicePage;
use crate::model::error::ApiError;
use crate::model::mirror::{MirrorList, MirrorRead};

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
    /// Text was pasted: text, never keys.
    Pasted(Arc<str>),
    /// The terminal has a new size.
    Resized(Size),
    /// The drawing with this number has stood on the screen for a moment
    /// ([`super::state::AppState::awaits_drawing`]).
    Drawn(u32),
    /// The worker has an answer.
    Answered(Answered),
    /// A moment that was waited for has come.
    Woke(Wake),
    /// The system asked the program to end (a signal).
    EndRequested,
    /// The configuration has something to say that does not stop the start.
    Warned(String),
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
    /// To a DELETE.
    Deleted(Result<DeleteReceipt, ApiError>),
    /// To the look after a DELETE without a clear answer.
    Looked(Result<Look, ApiError>),
}

/// What was waited for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wake {
    /// The selection has rested since the change with this number.
    Rested(u64),
    /// A question has been open long enough to show that something loads.
    Slow(RequestId),
    /// Waiting for a DELETE before the end has lasted long enough.
    QuitDue,
}
