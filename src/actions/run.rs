//! A run: many deletions or restores, each by the same rules as a single one.
//!
//! More items are begun than may be on the wire, so that the disk works while the network does; the
//! client's limit bounds the rest. An item that has not come to its request when the run is paused
//! goes back into the queue.

mod item;
mod returned;

use std::collections::{HashMap, VecDeque};
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;
use tokio::task::{Id, JoinSet};

use super::Actions;
use crate::api::transport::Transport;
use crate::i18n::Text;
use crate::model::outcome::Word;
use crate::model::record::{ActionId, StorageProblem};
use crate::model::task::{ItemEnd, ItemNews, ItemState, RunEvent, TaskMode, TaskPlan, TaskRecord};
use item::Done;

/// Items that are begun at the same time: some three for each request on the wire.
const AT_ONCE: usize = 48;
/// Items in a row that ended for want of a connection or an answer, after which a run pauses.
const OUTAGE: u32 = 5;

/// Hears what happens in a run.
pub type OnRunEvent = Arc<dyn Fn(RunEvent) + Send + Sync>;

/// How a run is to go on. Clones steer the same one.
#[derive(Debug, Clone)]
pub struct RunControl {
    mode: Arc<watch::Sender<TaskMode>>,
}

impl Default for RunControl {
    fn default() -> Self {
        Self {
            mode: Arc::new(watch::Sender::new(TaskMode::Running)),
        }
    }
}

impl RunControl {
    /// From now on the run goes on like this. One that was cancelled stays so.
    pub fn set(&self, mode: TaskMode) {
        self.mode.send_if_modified(|now| {
            let changes = *now != TaskMode::Cancelled && *now != mode;
            if changes {
                *now = mode;
            }
            changes
        });
    }

    /// How it goes on now.
    #[must_use]
    pub fn mode(&self) -> TaskMode {
        *self.mode.borrow()
    }

    /// Ends when the mode is another one than this.
    async fn left(&self, mode: TaskMode) {
        let mut modes = self.mode.subscribe();
        // The sender is held by this very control.
        let _ = modes.wait_for(|now| *now != mode).await;
    }
}

/// What a run works with.
struct Work<'a> {
    plan: &'a Arc<TaskPlan>,
    control: &'a RunControl,
    on_event: &'a OnRunEvent,
    queue: VecDeque<u32>,
    tasks: JoinSet<(u32, Done)>,
    begun: HashMap<Id, u32>,
    /// Items in a row that ended for want of a connection or an answer.
    outage: u32,
    /// What was deleted, for the look whether it comes back.
    deleted: Vec<(u32, ActionId)>,
}

impl<T: Transport> Actions<T> {
    /// Writes the plan down, unless it stands already, and does the items of `todo` in that order.
    /// Every item ends with a word, goes on being queued, or is cancelled. Afterwards looks once,
    /// `watch_after` the end, whether what was deleted has come back.
    ///
    /// # Errors
    /// Where the plan cannot be written, or another program does the same run; then nothing was done.
    pub async fn run_task(
        &self,
        plan: Arc<TaskPlan>,
        todo: Vec<u32>,
        control: RunControl,
        watch_after: Option<Duration>,
        on_event: OnRunEvent,
    ) -> Result<(), StorageProblem> {
        self.keeper.keep_plan(plan.clone()).await?;
        let _held = self.keeper.hold_task(&plan.id).await?;
        let mut work = Work {
            plan: &plan,
            control: &control,
            on_event: &on_event,
            queue: todo.into(),
            tasks: JoinSet::new(),
            begun: HashMap::new(),
            outage: 0,
            deleted: Vec::new(),
        };
        loop {
            let mode = control.mode();
            if mode == TaskMode::Cancelled {
                work.cancel_queued();
            }
            while mode == TaskMode::Running && work.tasks.len() < AT_ONCE {
                let Some(item) = work.queue.pop_front() else {
                    break;
                };
                self.begin(item, &mut work);
            }
            if work.tasks.is_empty() && work.queue.is_empty() {
                break;
            }
            tokio::select! {
                Some(done) = work.tasks.join_next_with_id() => work.take(done),
                () = control.left(mode) => {}
            }
        }
        if control.mode() == TaskMode::Cancelled
            && let Err(problem) = self.keeper.close_task(&plan.id).await
        {
            tracing::warn!(%problem, "that a run was cancelled could not be written down");
        }
        on_event(RunEvent::Done);
        if let Some(after) = watch_after {
            let deleted = std::mem::take(&mut work.deleted);
            self.watch_run(&plan, deleted, after, &control, &on_event)
                .await;
        }
        Ok(())
    }

    /// Every run on this account that is written down, newest first, with the states of its items.
    ///
    /// # Errors
    /// Where the plans or the journal cannot be read.
    pub async fn tasks(&self) -> Result<Vec<TaskRecord>, StorageProblem> {
        let mut tasks = self.keeper.tasks().await?;
        tasks.retain(|task| {
            let origin = &task.plan.origin;
            origin.base_url == self.origin.base_url && origin.key_tail == self.origin.key_tail
        });
        Ok(tasks)
    }

    /// Writes down that the user has ended a run: what is left of it is not offered any more.
    ///
    /// # Errors
    /// Where that cannot be written.
    pub async fn close_task(&self, id: &ActionId) -> Result<(), StorageProblem> {
        self.keeper.close_task(id).await
    }

    fn begin(&self, item: u32, work: &mut Work<'_>) {
        work.tell(item, ItemState::Sent);
        let actions = self.for_item(work.plan, item);
        let (plan, control) = (work.plan.clone(), work.control.clone());
        let task = work
            .tasks
            .spawn(async move { (item, actions.do_item(&plan, item, &control).await) });
        work.begun.insert(task.id(), item);
    }
}

impl Work<'_> {
    fn tell(&self, item: u32, state: ItemState) {
        (self.on_event)(RunEvent::Item(ItemNews { item, state }));
    }

    fn cancel_queued(&mut self) {
        for item in std::mem::take(&mut self.queue) {
            self.tell(item, ItemState::Cancelled);
        }
    }

    fn take(&mut self, done: Result<(Id, (u32, Done)), tokio::task::JoinError>) {
        let (id, item, done) = match done {
            Ok((id, (item, done))) => (id, Some(item), done),
            Err(crash) => {
                tracing::error!(%crash, "a task of a run crashed");
                let end = ItemEnd {
                    word: Word::OutcomeUnknown,
                    reason: "a task of mirrordeck ended early".into(),
                    action: None,
                };
                (crash.id(), None, Done::Ended { end, silent: false })
            }
        };
        let began = self.begun.remove(&id);
        let Some(item) = item.or(began) else {
            return;
        };
        match done {
            Done::Back => {
                self.queue.push_front(item);
                self.tell(item, ItemState::Queued);
            }
            Done::NoConnection(why) => {
                self.queue.push_front(item);
                self.tell(item, ItemState::Queued);
                self.count_outage(&why);
            }
            Done::Ended { end, silent } => {
                if silent {
                    self.count_outage(&end.reason);
                } else {
                    self.outage = 0;
                }
                if let (Word::Deleted, Some(action)) = (end.word, &end.action) {
                    self.deleted.push((item, action.clone()));
                }
                self.tell(item, ItemState::Ended(end));
            }
        }
    }

    /// Where the service cannot be reached, the other items would only fail too.
    fn count_outage(&mut self, why: &Text) {
        self.outage += 1;
        if self.outage >= OUTAGE && self.control.mode() == TaskMode::Running {
            self.outage = 0;
            self.control.set(TaskMode::Paused);
            let words = format!("the service cannot be reached: {why}");
            (self.on_event)(RunEvent::Paused(words.into()));
        }
    }
}
