//! Running and past work.

mod run;

use std::sync::Arc;

use super::cursor::{Cursor, Step};
use crate::i18n::Text;
use crate::model::record::{ActionId, StorageProblem};
use crate::model::task::{ItemState, TaskItem, TaskMode, TaskPlan, TaskRecord};

pub use run::{Engine, Phase, Run, is_failed, may_try_again, word, words};

/// What is known of runs, and what the screen of them shows.
#[derive(Debug, Default)]
pub struct Tasks {
    /// Whether the items of the selected run have the focus, rather than the list of runs.
    pub in_items: bool,
    /// The selected row of the list: the sweep, where there is one, then the runs.
    pub cursor: Cursor,
    /// The selected item of the selected run.
    pub items: Cursor,
    /// Whether only items are shown that did not end well.
    pub only_failed: bool,
    /// Whether the runs on this computer were listed, or why they could not be; none before.
    pub listing: Option<Result<(), StorageProblem>>,
    /// Whether a run that was told to begin nothing new may not have heard of it yet.
    pub is_settling: bool,
    /// What is to be said of a run once the action that has the status line has ended.
    pub unsaid: Option<Text>,
    /// Newest first.
    runs: Vec<Run>,
    begun: u64,
}

/// What is selected in the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Selected {
    /// The sweep.
    Sweep,
    /// A run, by its place among the runs.
    Run(usize),
}

impl Tasks {
    /// The runs, newest first.
    #[must_use]
    pub fn runs(&self) -> &[Run] {
        &self.runs
    }

    /// A run by its name.
    #[must_use]
    pub fn run(&self, id: &ActionId) -> Option<&Run> {
        self.runs.iter().find(|run| run.id() == id)
    }

    /// A run by its name, to be changed.
    pub fn run_mut(&mut self, id: &ActionId) -> Option<&mut Run> {
        self.runs.iter_mut().find(|run| run.id() == id)
    }

    /// The run that this program is at: one at a time.
    #[must_use]
    pub fn active(&self) -> Option<&Run> {
        self.runs.iter().find(|run| run.engine.is_some())
    }

    /// Whether something is on the wire for a run, or may be any moment.
    #[must_use]
    pub fn is_on_the_wire(&self) -> bool {
        self.active().is_some_and(|run| {
            run.sent() > 0 || self.is_settling || run.phase() == Phase::Running && run.queued() > 0
        })
    }

    /// Counts the runs that were begun, so that no two have the same name.
    pub fn next_number(&mut self) -> u64 {
        self.begun += 1;
        self.begun
    }

    /// Takes a run that begins now; it is selected.
    pub fn begin(&mut self, plan: Arc<TaskPlan>, has_sweep: bool) {
        let mut run = Run::begun(plan);
        run.engine = Some(Engine {
            mode: TaskMode::Running,
            paused: None,
        });
        self.runs.insert(0, run);
        self.in_items = false;
        self.select(0, has_sweep);
    }

    /// Takes what is kept on this computer. What this program is at knows better itself.
    pub fn take(&mut self, records: Vec<TaskRecord>, has_sweep: bool) {
        let selected = match self.selected(has_sweep) {
            Some(Selected::Run(place)) => self.runs.get(place).map(|run| run.id().clone()),
            _ => None,
        };
        for record in records {
            match self.run_mut(&record.plan.id) {
                Some(run) if run.engine.is_some() => {}
                Some(run) => run.take_record(record),
                None => self.runs.push(Run::kept(record)),
            }
        }
        self.runs.sort_by(|one, other| {
            let moment = |run: &Run| (run.plan.created_ms, run.id().clone());
            moment(other).cmp(&moment(one))
        });
        self.listing = Some(Ok(()));
        let place = selected.and_then(|id| self.runs.iter().position(|run| *run.id() == id));
        if let Some(place) = place {
            self.cursor.at = place + usize::from(has_sweep);
        }
    }

    fn select(&mut self, place: usize, has_sweep: bool) {
        self.cursor = Cursor {
            at: place + usize::from(has_sweep),
            offset: 0,
        };
        self.items = Cursor::default();
    }

    /// Rows of the list.
    #[must_use]
    pub fn rows(&self, has_sweep: bool) -> usize {
        self.runs.len() + usize::from(has_sweep)
    }

    /// What a row of the list is.
    #[must_use]
    pub fn row(&self, place: usize, has_sweep: bool) -> Option<Selected> {
        match place.checked_sub(usize::from(has_sweep)) {
            None => Some(Selected::Sweep),
            Some(place) => (place < self.runs.len()).then_some(Selected::Run(place)),
        }
    }

    /// What is selected.
    #[must_use]
    pub fn selected(&self, has_sweep: bool) -> Option<Selected> {
        self.row(self.cursor.at, has_sweep)
    }

    /// The selected run.
    #[must_use]
    pub fn selected_run(&self, has_sweep: bool) -> Option<&Run> {
        match self.selected(has_sweep)? {
            Selected::Sweep => None,
            Selected::Run(place) => self.runs.get(place),
        }
    }

    /// Items of the selected run that are shown.
    #[must_use]
    pub fn shown_items(&self, run: &Run) -> usize {
        if self.only_failed {
            run.failed().len()
        } else {
            run.len()
        }
    }

    /// An item of the selected run by its place among those that are shown.
    #[must_use]
    pub fn item<'a>(&self, run: &'a Run, place: usize) -> Option<(&'a TaskItem, &'a ItemState)> {
        let number = if self.only_failed {
            *run.failed().get(place)?
        } else {
            u32::try_from(place).ok()?
        };
        run.get(number)
    }

    /// Moves in the list or in the items.
    pub fn step(&mut self, step: Step, has_sweep: bool, (rows, item_rows): (usize, usize)) {
        if self.in_items {
            let length = self
                .selected_run(has_sweep)
                .map_or(0, |run| self.shown_items(run));
            self.items.step(step, length, item_rows);
        } else if self.cursor.step(step, self.rows(has_sweep), rows) {
            self.items = Cursor::default();
        }
    }

    /// Brings the selection back into what there is.
    pub fn fit(&mut self, has_sweep: bool, (rows, item_rows): (usize, usize)) {
        self.cursor.fit(self.rows(has_sweep), rows);
        let length = self
            .selected_run(has_sweep)
            .map_or(0, |run| self.shown_items(run));
        self.items.fit(length, item_rows);
    }
}
