//! Everything the program knows. Impossible states are not to be built: one overlay at a time, one
//! deletion at a time.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::tz::TimeZone;
use tui_input::Input;

use super::detail::Detail;
use super::devices::Devices;
use super::dialog::{DeleteDialog, Field};
use super::geometry::Size;
use super::keymap::Place;
use super::message::RequestId;
use super::mirrors::Mirrors;
use super::notice::{Notice, Tone};
use crate::model::account::Account;
use crate::model::compare::Comparison;
use crate::model::delete::{DeleteOrder, DeleteReceipt};
use crate::model::device::DeviceName;
use crate::model::error::ApiError;
use crate::model::mirror::{MirrorId, MirrorRead, MirrorReading};

/// A pane.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pane {
    /// Upper left.
    Devices,
    /// Lower left.
    Mirrors,
    /// Right.
    Detail,
}

impl Pane {
    /// The next pane, round and round.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Devices => Self::Mirrors,
            Self::Mirrors => Self::Detail,
            Self::Detail => Self::Devices,
        }
    }

    /// The pane before.
    #[must_use]
    pub fn previous(self) -> Self {
        self.next().next()
    }
}

/// What lies over the panes and sees the keys first.
#[derive(Debug, Clone)]
pub enum Overlay {
    /// The line that filters a pane; the pane stays in view.
    Filter(Input),
    /// The delete dialog.
    Delete(Box<DeleteDialog>),
    /// The help, scrolled by some lines.
    Help {
        /// Lines above the first in view.
        offset: usize,
    },
}

/// A deletion that has been confirmed and has not ended.
#[derive(Debug, Clone)]
pub struct Deletion {
    /// What was confirmed.
    pub order: DeleteOrder,
    /// The answer to the DELETE, once it is there and leaves doubt.
    pub answer: Option<Result<DeleteReceipt, ApiError>>,
}

/// What an open question is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Question {
    /// A page of devices.
    Devices(u64),
    /// The named mirrors of a device.
    Names(DeviceName),
    /// A mirror.
    Document(MirrorId),
    /// The target of the delete dialog, read afresh.
    Fresh(MirrorId),
    /// A DELETE, or the look after it.
    Deletion,
}

/// How far the end of the program is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// It runs.
    Running,
    /// It ends once the DELETE on the wire has an answer.
    Waiting,
    /// It is to leave the terminal now.
    Now,
}

/// What stays the same while the program runs.
#[derive(Debug, Clone)]
pub struct Setup {
    /// The account that is worked on.
    pub account: Account,
    /// The user's time zone.
    pub zone: TimeZone,
    /// How client tokens of this run begin, unlike those of any other run.
    pub token_prefix: String,
    /// How long a DELETE may stay on the wire, milliseconds.
    pub request_limit_ms: u64,
}

/// The state of the program.
#[derive(Debug)]
pub struct AppState {
    /// What stays the same.
    pub setup: Setup,
    /// The terminal.
    pub size: Size,
    /// The pane in focus.
    pub focus: Pane,
    /// The devices pane.
    pub devices: Devices,
    /// The mirrors pane.
    pub mirrors: Mirrors,
    /// The detail pane.
    pub detail: Detail,
    /// What lies over the panes.
    pub overlay: Option<Overlay>,
    /// The last thing that happened.
    pub notice: Option<Notice>,
    /// The deletion under way.
    pub deletion: Option<Deletion>,
    /// Open questions.
    pub questions: BTreeMap<RequestId, Question>,
    /// How long the last answer took, milliseconds.
    pub took_ms: Option<u64>,
    /// How far the end is.
    pub end: End,
    /// Counts changes of the selection, so that only the last one leads to reads.
    pub generation: u64,
    /// The reads that `r` began and that are still open.
    pub again: Vec<RequestId>,
    /// Deletions that have ended, so that the log can tell when one more has.
    pub deletions_ended: u64,
    /// What is to be said when the screen is gone.
    pub parting: Option<String>,
    requests: u64,
    tokens: u64,
}

impl AppState {
    /// The state before anything was read.
    #[must_use]
    pub fn new(setup: Setup, size: Size) -> Self {
        Self {
            setup,
            size,
            focus: Pane::Devices,
            devices: Devices::unread(),
            mirrors: Mirrors::default(),
            detail: Detail::default(),
            overlay: None,
            notice: None,
            deletion: None,
            questions: BTreeMap::new(),
            took_ms: None,
            end: End::Running,
            generation: 0,
            again: Vec::new(),
            deletions_ended: 0,
            parting: None,
            requests: 0,
            tokens: 0,
        }
    }

    /// Where keys go.
    #[must_use]
    pub fn place(&self) -> Place {
        match (&self.overlay, self.focus) {
            (Some(Overlay::Filter(_)), _) => Place::Filter,
            (Some(Overlay::Delete(dialog)), _) => match dialog.field {
                Field::Version | Field::Token => Place::DialogField,
                Field::Keep => Place::DialogKeep,
                Field::Delete => Place::DialogDelete,
            },
            (Some(Overlay::Help { .. }), _) => Place::Help,
            (None, Pane::Devices) => Place::Devices,
            (None, Pane::Mirrors) => Place::Mirrors,
            (None, Pane::Detail) => Place::Detail,
        }
    }

    /// The reading that the detail shows.
    #[must_use]
    pub fn reading(&self) -> Option<&Arc<MirrorReading>> {
        match &self
            .mirrors
            .document(self.detail.target()?)?
            .value
            .as_ref()?
            .read
        {
            MirrorRead::Found(reading) => Some(reading),
            MirrorRead::Absent => None,
        }
    }

    /// The rows that the detail shows.
    #[must_use]
    pub fn comparison(&self) -> Option<&Comparison> {
        self.reading().map(|reading| &reading.comparison)
    }

    /// The drawing that must stand on the screen before what was shown may be acted on.
    #[must_use]
    pub fn awaits_drawing(&self) -> Option<u32> {
        match &self.overlay {
            Some(Overlay::Delete(dialog)) => dialog.to_be_drawn(),
            _ => None,
        }
    }

    /// Whether the user can see what keys would act on.
    #[must_use]
    pub fn takes_keys(&self) -> bool {
        let covered =
            matches!(&self.overlay, Some(Overlay::Delete(dialog)) if !dialog.takes_keys());
        self.size.is_enough() && !covered
    }

    /// Says something in the status line.
    pub fn say(&mut self, tone: Tone, text: impl Into<String>) {
        self.notice = Some(Notice::new(tone, text));
    }

    /// Opens a question.
    pub fn ask(&mut self, question: Question) -> RequestId {
        self.requests += 1;
        let request = RequestId(self.requests);
        self.questions.insert(request, question);
        request
    }

    /// A client token that was not used before.
    pub fn next_token(&mut self) -> String {
        self.tokens += 1;
        format!("{}-{}", self.setup.token_prefix, self.tokens)
    }

    /// What must still be said when the screen is gone: a deletion whose end was not seen.
    #[must_use]
    pub fn last_words(&self) -> Option<String> {
        let Some(deletion) = &self.deletion else {
            return self.parting.clone();
        };
        Some(format!(
            "outcome unknown {}: mirrordeck ended before a clear answer to the DELETE came; look at \
             the mirror before you delete it again",
            deletion.order.target
        ))
    }
}
