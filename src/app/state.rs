//! Everything the program knows. Impossible states are not to be built: one overlay at a time, one
//! deletion at a time.

mod place;
mod question;
mod setup;

pub use question::Question;
pub use setup::Setup;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use tui_input::Input;

use super::copy_menu::CopyMenu;
use super::detail::{Detail, Shown};
use super::devices::Devices;
use super::dialog::DeleteDialog;
use super::geometry::Size;
use super::keymap::Place;
use super::marks::Marks;
use super::message::RequestId;
use super::mirrors::Mirrors;
use super::mouse::Pointer;
use super::notice::{Notice, Tone};
use super::palette::Palette;
use super::plan::PlanView;
use super::prompt::Prompt;
use super::quit::QuitDialog;
use super::restore_dialog::RestoreDialog;
use super::sweep::Sweep;
use super::tasks::Tasks;
use super::trash::TrashView;
use super::watch::Watch;
use crate::i18n::Text;
use crate::model::action::Stage;
use crate::model::compare::Comparison;
use crate::model::error::Retry;
use crate::model::look::Look;
use crate::model::mirror::{MirrorId, MirrorRead, MirrorReading};
use crate::model::record::{ActionId, ActionKind, OpenEnd, Origin};
use crate::model::traffic::Traffic;

/// Marks the drawings of a plan, so that none is taken for that of a dialog which was over it and has
/// stood there for longer.
pub const PLAN_DRAWING: u32 = 1 << 31;

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
    /// The restore dialog.
    Restore(Box<RestoreDialog>),
    /// The line that asks for a file.
    Prompt(Prompt),
    /// The question before quitting in the middle of a run.
    Quit(QuitDialog),
    /// The list of what can be copied.
    Copy(Box<CopyMenu>),
    /// The list of all actions.
    Palette(Box<Palette>),
    /// The help, scrolled by some lines.
    Help {
        /// Where it was opened.
        place: Place,
        /// Lines above the first in view.
        offset: usize,
    },
}

/// What takes the place of the panes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Screen {
    /// The table of a sweep.
    Sweep,
    /// The plan of a run.
    Plan,
    /// Running and past work.
    Tasks,
}

/// A deletion or restore that was confirmed and has not ended.
#[derive(Debug, Clone)]
pub struct Action {
    /// The question that its end answers.
    pub request: RequestId,
    /// Which of the two.
    pub kind: ActionKind,
    /// The mirror.
    pub target: MirrorId,
    /// How far it is.
    pub stage: Stage,
}

/// How far the end of the program is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// It runs.
    Running,
    /// It ends once the change on the wire has an answer.
    Waiting,
    /// It is to leave the terminal now.
    Now,
}

/// The state of the program.
#[derive(Debug)]
pub struct AppState {
    /// What stays the same.
    pub setup: Setup,
    /// The terminal.
    pub size: Size,
    /// How the program looks on it.
    pub look: Arc<Look>,
    /// The pane in focus.
    pub focus: Pane,
    /// The devices pane.
    pub devices: Devices,
    /// The mirrors pane.
    pub mirrors: Mirrors,
    /// The detail pane.
    pub detail: Detail,
    /// The mirror that is watched, or was, with what was seen of it.
    pub watch: Option<Box<Watch>>,
    /// What lies over the panes.
    pub overlay: Option<Overlay>,
    /// The last thing that happened.
    pub notice: Option<Notice>,
    /// The deletion or restore under way.
    pub action: Option<Action>,
    /// The trash, where it is open: it takes the place of the panes.
    pub trash: Option<Box<TrashView>>,
    /// What lies over the panes, the topmost last; each at most once.
    pub screens: Vec<Screen>,
    /// What the user has marked.
    pub marks: Marks,
    /// The last sweep.
    pub sweep: Option<Box<Sweep>>,
    /// The open plan.
    pub plan: Option<Box<PlanView>>,
    /// Running and past work.
    pub tasks: Tasks,
    /// Deletions and restores whose outcome is not known, oldest first.
    pub open_ends: Vec<OpenEnd>,
    /// What was found out or taken note of since the start, so that nothing older brings it back.
    pub settled: BTreeSet<ActionId>,
    /// Whether the trash was cleaned up, which it is once the service has told its time.
    pub is_cleaned_up: bool,
    /// Sentences about earlier runs that were said since the start, or wait to be.
    pub found_out: Vec<Text>,
    /// Deleted mirrors that are looked at again, with their deletions.
    pub watched: BTreeMap<MirrorId, ActionId>,
    /// Deleted mirrors that a device has written back.
    pub returned: BTreeSet<MirrorId>,
    /// Requests that failed and are sent again, by their questions.
    pub retries: BTreeMap<RequestId, Retry>,
    /// Seconds that are added to this computer's clock for the service; 0 where it is right.
    pub clock_correction_s: i64,
    /// Open questions.
    pub questions: BTreeMap<RequestId, Question>,
    /// How long the last answer took, milliseconds.
    pub took_ms: Option<u64>,
    /// The limit of requests in flight and what goes through it, where that is of interest.
    pub traffic: Option<Traffic>,
    /// How far the end is.
    pub end: End,
    /// Counts changes of the selection, so that only the last one leads to reads.
    pub generation: u64,
    /// The reads that `r` began and that are still open.
    pub again: Vec<RequestId>,
    /// Outcomes that were said, so that the log can tell when one more was.
    pub outcomes: u64,
    /// What is remembered of the mouse.
    pub pointer: Pointer,
    /// What is to be said when the screen is gone.
    pub parting: Option<Text>,
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
            look: Arc::default(),
            focus: Pane::Devices,
            devices: Devices::unread(),
            mirrors: Mirrors::default(),
            detail: Detail::default(),
            watch: None,
            overlay: None,
            notice: None,
            action: None,
            trash: None,
            screens: Vec::new(),
            marks: Marks::default(),
            sweep: None,
            plan: None,
            tasks: Tasks::default(),
            open_ends: Vec::new(),
            settled: BTreeSet::new(),
            is_cleaned_up: false,
            found_out: Vec::new(),
            watched: BTreeMap::new(),
            returned: BTreeSet::new(),
            retries: BTreeMap::new(),
            clock_correction_s: 0,
            questions: BTreeMap::new(),
            took_ms: None,
            traffic: None,
            end: End::Running,
            generation: 0,
            again: Vec::new(),
            outcomes: 0,
            pointer: Pointer::default(),
            parting: None,
            requests: 0,
            tokens: 0,
        }
    }

    /// The topmost screen over the panes.
    #[must_use]
    pub fn screen(&self) -> Option<Screen> {
        self.screens.last().copied()
    }

    /// Puts a screen on top.
    pub fn open_screen(&mut self, screen: Screen) {
        self.screens.retain(|open| *open != screen);
        self.screens.push(screen);
    }

    /// Closes the topmost screen.
    pub fn close_screen(&mut self) {
        self.screens.pop();
    }

    /// The plan, where it is what the user sees.
    #[must_use]
    pub fn plan_in_view(&self) -> Option<&PlanView> {
        let is_in_view =
            self.overlay.is_none() && self.trash.is_none() && self.screen() == Some(Screen::Plan);
        self.plan.as_deref().filter(|_| is_in_view)
    }

    /// Whether something is on the wire that changes mirrors, or may be any moment.
    #[must_use]
    pub fn is_changing(&self) -> bool {
        self.action.is_some() || self.tasks.is_on_the_wire()
    }

    /// The account, as records name it.
    #[must_use]
    pub fn origin(&self) -> Origin {
        Origin {
            base_url: self.setup.base_url.clone(),
            key_tail: self.setup.account.key_tail.clone(),
            source: self.setup.account.source.to_string(),
        }
    }

    /// The reading that the detail shows.
    #[must_use]
    pub fn reading(&self) -> Option<&Arc<MirrorReading>> {
        self.detail.shown().map(|shown| &shown.reading)
    }

    /// What the detail is to show: the version that was chosen among those of a watch, else what was
    /// read last.
    #[must_use]
    pub fn to_be_shown(&self) -> Option<Shown> {
        let target = self.detail.target()?;
        let watch = self.watch_in_view();
        if let Some(version) = watch.and_then(|watch| watch.chosen()) {
            return version.shown();
        }
        match &self.mirrors.document(target)?.value.as_ref()?.read {
            MirrorRead::Found(reading) => Some(Shown {
                reading: Arc::clone(reading),
                changes: watch.and_then(|watch| watch.changes_of(reading)),
            }),
            MirrorRead::Absent => None,
        }
    }

    /// The watch of the mirror that the detail shows, be it on or over.
    #[must_use]
    pub fn watch_in_view(&self) -> Option<&Watch> {
        let watch = self.watch.as_deref();
        watch.filter(|watch| Some(&watch.target) == self.detail.target())
    }

    /// The rows that the detail shows.
    #[must_use]
    pub fn comparison(&self) -> Option<&Comparison> {
        self.detail.shown().map(Shown::comparison)
    }

    /// Says something in the status line.
    pub fn say(&mut self, tone: Tone, text: impl Into<Text>) {
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
}
