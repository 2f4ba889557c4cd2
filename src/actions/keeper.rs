//! Trash and journal for tasks: each call on a thread that may wait for the disk.

use std::fmt;
use std::hash::{BuildHasher as _, Hasher as _, RandomState};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use super::grouped::Grouped;
use crate::api::clock::Clock;
use crate::model::outcome::Word;
use crate::model::record::{
    ActionId, CopyHead, End, Event, Fate, Head, Intent, Listed, OpenEnd, Record, RestoredMark,
    StorageProblem,
};
use crate::model::task::{TaskPlan, TaskRecord};
use crate::text;
use crate::trash::error::TrashError;
use crate::trash::journal::{Journal, OpenEnds};
use crate::trash::runs::{self, DeadRun, Run};
use crate::trash::store::{Limits, Pruned, Trash};
use crate::trash::tasks::Tasks;

/// Keeps copies of mirrors and records of actions in one folder. A clone keeps them in the same.
#[derive(Clone)]
pub struct Keeper(Arc<Inner>);

struct Inner {
    /// None where the platform gives no folder: then nothing can be kept, and nothing deleted.
    places: Option<Places>,
    limits: Limits,
    chance: RandomState,
    /// This run of the program.
    run: ActionId,
    /// The mark that this run is alive; set with its first record.
    mark: Mutex<Option<Run>>,
    /// Records on their way to the journal.
    records: Grouped<Vec<Record>, Written>,
    /// Copies on their way to the trash.
    copies: Grouped<Copy, Written>,
}

type Written = Result<(), StorageProblem>;
type Copy = (CopyHead, Arc<[u8]>);

struct Places {
    trash: Trash,
    journal: Journal,
    tasks: Tasks,
    running: PathBuf,
}

impl Keeper {
    /// Keeps everything below `folder`, which is created when first needed.
    #[must_use]
    pub fn new(folder: Option<&Path>, limits: Limits, clock: &Clock) -> Self {
        let chance = RandomState::new();
        let run = ActionId::new(clock.now_signed_ms(), chance.build_hasher().finish());
        let places = folder.map(|folder| Places {
            trash: Trash::new(folder.join("trash")),
            journal: Journal::new(folder.join("journal.jsonl")),
            tasks: Tasks::new(folder.join("tasks")),
            running: folder.join("running"),
        });
        Self(Arc::new(Inner {
            places,
            limits,
            // Other keys than those that the run's id was made with.
            chance: RandomState::new(),
            run,
            mark: Mutex::new(None),
            records: Grouped::default(),
            copies: Grouped::default(),
        }))
    }

    /// An id that no other action has.
    pub(super) fn new_id(&self, at_ms: i64) -> ActionId {
        let mut hasher = self.0.chance.build_hasher();
        hasher.write_i64(at_ms);
        // The address of the state differs between programs, the allocation below between calls.
        let unique = RandomState::new().build_hasher().finish();
        hasher.write_u64(unique);
        ActionId::new(at_ms, hasher.finish())
    }

    /// An action of this run as it stays listed, where its outcome is not known.
    pub(super) fn open_end(&self, id: &ActionId, intent: Intent, end: End) -> Option<Box<OpenEnd>> {
        let is_open = end.word == Word::OutcomeUnknown;
        is_open.then(|| {
            Box::new(OpenEnd {
                id: id.clone(),
                run: self.0.run.clone(),
                at_ms: id.at_ms(),
                intent,
                end: Some(end),
            })
        })
    }

    /// Writes to the journal what happened, and waits until it is on the disk.
    pub(super) async fn record(
        &self,
        id: &ActionId,
        event: Event,
        at_ms: i64,
    ) -> Result<(), StorageProblem> {
        self.record_all(id, vec![event], at_ms).await
    }

    /// As `record`, for what happened at once: it is written together, or not at all. What others
    /// write meanwhile goes to the disk with it.
    pub(super) async fn record_all(
        &self,
        id: &ActionId,
        events: Vec<Event>,
        at_ms: i64,
    ) -> Result<(), StorageProblem> {
        let record = |event| Record {
            at_ms,
            id: id.clone(),
            run: self.0.run.clone(),
            event,
        };
        let records = events.into_iter().map(record).collect();
        let written = Grouped::write(&self.0, |inner| &inner.records, records, Inner::append);
        written.await.unwrap_or_else(|| Err(crashed()))
    }

    /// Writes the plan of a run, unless it stands already, and waits until it is on the disk.
    pub(super) async fn keep_plan(&self, plan: Arc<TaskPlan>) -> Result<(), StorageProblem> {
        self.blocking(move |inner, places| {
            inner.be_alive(places)?;
            places.tasks.keep(&plan)
        })
        .await
    }

    /// Holds a run over many mirrors as under way until this is dropped, so that no other program goes
    /// on with it.
    pub(super) async fn hold_task(&self, id: &ActionId) -> Result<Run, StorageProblem> {
        let id = id.clone();
        self.blocking(move |_, places| Run::begin(&places.running, id))
            .await
    }

    /// Marks a run as ended by the user.
    pub(super) async fn close_task(&self, id: &ActionId) -> Result<(), StorageProblem> {
        let id = id.clone();
        self.blocking(move |_, places| places.tasks.close(&id))
            .await
    }

    /// Every run that is written down, newest first, with the states of its items.
    pub(super) async fn tasks(&self) -> Result<Vec<TaskRecord>, StorageProblem> {
        self.blocking(|_, places| {
            let planned = places.tasks.list()?;
            if planned.plans.is_empty() {
                return Ok(vec![]);
            }
            places.journal.progress(planned.plans)
        })
        .await
    }

    /// Drops plans of runs that are as old as copies may be, but none of `protected`.
    pub(super) async fn prune_tasks(
        &self,
        protected: Vec<ActionId>,
        now_ms: i64,
    ) -> Result<(), StorageProblem> {
        self.blocking(move |inner, places| {
            let is_protected = |id: &ActionId| protected.contains(id);
            places.tasks.prune(inner.limits.days, now_ms, &is_protected)
        })
        .await
    }

    /// Writes a copy, and waits until it is on the disk. What others keep meanwhile goes to the disk
    /// with it.
    pub(super) async fn keep(&self, head: CopyHead, body: Arc<[u8]>) -> Result<(), StorageProblem> {
        let copy = (head, body);
        let written = Grouped::write(&self.0, |inner| &inner.copies, copy, Inner::keep);
        written.await.unwrap_or_else(|| Err(crashed()))
    }

    /// Takes a copy out of the trash.
    pub(super) async fn discard(&self, id: &ActionId) -> Result<(), StorageProblem> {
        let id = id.clone();
        self.blocking(move |_, places| places.trash.discard(&id))
            .await
    }

    /// Writes beside a copy which word was said about its deletion.
    pub(super) async fn mark_word(&self, id: &ActionId, word: Word) -> Result<(), StorageProblem> {
        let id = id.clone();
        self.blocking(move |_, places| places.trash.mark_word(&id, word))
            .await
    }

    /// Writes beside a copy that it was brought back.
    pub(super) async fn mark_restored(
        &self,
        id: &ActionId,
        mark: RestoredMark,
    ) -> Result<(), StorageProblem> {
        let id = id.clone();
        self.blocking(move |_, places| places.trash.mark_restored(&id, mark))
            .await
    }

    /// All copies, newest first.
    ///
    /// # Errors
    /// Where the folder cannot be read.
    pub async fn list(&self) -> Result<Vec<Listed>, StorageProblem> {
        self.blocking(|_, places| places.trash.list()).await
    }

    /// What is known of some copies without their documents.
    pub async fn heads(&self, ids: Vec<ActionId>) -> Vec<(ActionId, Head)> {
        let asked = ids.clone();
        let read = self
            .blocking(move |_, places| {
                let heads = asked.iter().map(|id| places.trash.head(id));
                Ok(heads
                    .map(|head| head.map_err(|error| problem(&error)))
                    .collect::<Vec<_>>())
            })
            .await;
        match read {
            Ok(heads) => ids.into_iter().zip(heads).collect(),
            Err(problem) => {
                let failed = |id| (id, Err(problem.clone()));
                ids.into_iter().map(failed).collect()
            }
        }
    }

    /// A copy, with its bytes made into something on the same thread: a document of megabytes takes
    /// a while to parse.
    pub(super) async fn copy<R: Send + 'static>(
        &self,
        id: &ActionId,
        make: impl FnOnce(CopyHead, Fate, Vec<u8>) -> Result<R, StorageProblem> + Send + 'static,
    ) -> Result<R, StorageProblem> {
        let id = id.clone();
        let read = self
            .blocking(move |_, places| {
                let (_, fate) = places.trash.head(&id)?;
                let (head, body) = places.trash.read(&id)?;
                Ok(make(head, fate, body))
            })
            .await;
        read?
    }

    /// Whether there surely is no copy, rather than one that cannot be read.
    pub(super) async fn lacks(&self, id: &ActionId) -> bool {
        let id = id.clone();
        let lacks = self.blocking(move |_, places| match places.trash.head(&id) {
            Err(TrashError::NotFound { .. }) => Ok(true),
            _ => Ok(false),
        });
        lacks.await.unwrap_or(false)
    }

    /// Every action whose end is not known.
    pub(super) async fn open_ends(&self) -> Result<OpenEnds, StorageProblem> {
        self.blocking(|_, places| places.journal.open_ends()).await
    }

    /// Takes over a run that is not alive any more; none where it is.
    pub(super) async fn claim(&self, run: &ActionId) -> Result<Option<DeadRun>, StorageProblem> {
        let run = run.clone();
        self.blocking(move |inner, places| {
            if run == inner.run {
                return Ok(None);
            }
            runs::claim(&places.running, &run)
        })
        .await
    }

    /// Whether this is the run of this program.
    pub(super) fn is_own(&self, run: &ActionId) -> bool {
        *run == self.0.run
    }

    /// Takes away the marks of runs that are not alive any more.
    pub(super) async fn sweep_runs(&self) {
        let swept = self.blocking(|inner, places| runs::sweep(&places.running, &inner.run));
        if let Err(problem) = swept.await {
            tracing::warn!(%problem, "marks of ended runs could not be taken away");
        }
    }

    /// Drops copies beyond the limits, never those of `protected`.
    pub(super) async fn prune(
        &self,
        protected: Vec<ActionId>,
        now_ms: i64,
    ) -> Result<Pruned, StorageProblem> {
        self.blocking(move |inner, places| {
            let is_protected = |id: &ActionId| protected.contains(id);
            places.trash.prune(inner.limits, now_ms, &is_protected)
        })
        .await
    }

    async fn blocking<R: Send + 'static>(
        &self,
        work: impl FnOnce(&Inner, &Places) -> Result<R, TrashError> + Send + 'static,
    ) -> Result<R, StorageProblem> {
        let inner = self.0.clone();
        let done = tokio::task::spawn_blocking(move || match &inner.places {
            Some(places) => work(&inner, places).map_err(|error| problem(&error)),
            None => Err(no_folder()),
        });
        done.await.unwrap_or_else(|crash| {
            tracing::error!(%crash, "a task of the storage crashed");
            Err(crashed())
        })
    }
}

impl Inner {
    /// Marks this run as alive, once, so that no other program takes its actions for abandoned.
    fn be_alive(&self, places: &Places) -> Result<(), TrashError> {
        let mut mark = self.mark.lock().unwrap_or_else(PoisonError::into_inner);
        if mark.is_none() {
            *mark = Some(Run::begin(&places.running, self.run.clone())?);
        }
        Ok(())
    }

    /// Writes what several actions record at the same moment.
    fn append(&self, groups: &[Vec<Record>]) -> Vec<Result<(), StorageProblem>> {
        let Some(places) = &self.places else {
            return vec![Err(no_folder()); groups.len()];
        };
        if let Err(error) = self.be_alive(places) {
            return vec![Err(problem(&error)); groups.len()];
        }
        let groups: Vec<_> = groups.iter().map(Vec::as_slice).collect();
        in_words(places.journal.append_groups(&groups))
    }

    /// Writes the copies that several actions keep at the same moment.
    fn keep(&self, copies: &[Copy]) -> Vec<Result<(), StorageProblem>> {
        let Some(places) = &self.places else {
            return vec![Err(no_folder()); copies.len()];
        };
        let copies: Vec<_> = copies.iter().map(|(head, body)| (head, &**body)).collect();
        in_words(places.trash.keep_all(&copies))
    }
}

fn in_words(results: Vec<Result<(), TrashError>>) -> Vec<Result<(), StorageProblem>> {
    let results = results.into_iter();
    results
        .map(|result| result.map_err(|error| problem(&error)))
        .collect()
}

fn no_folder() -> StorageProblem {
    StorageProblem(text!("storage-no-folder"))
}

fn crashed() -> StorageProblem {
    StorageProblem(text!("storage-crashed"))
}

fn problem(error: &TrashError) -> StorageProblem {
    StorageProblem(error.in_full())
}

impl fmt::Debug for Keeper {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Keeper")
            .field("run", &self.0.run)
            .finish_non_exhaustive()
    }
}
