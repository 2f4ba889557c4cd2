//! What earlier runs left open: looked up at the service, told and closed.

use std::collections::BTreeSet;
use std::pin::pin;
use std::sync::Arc;

use futures_util::stream::{self, StreamExt as _};

use super::restoration::version_of;
use super::{Actions, SECOND_LOOK};
use crate::actions::deletion::{gone_with_device, in_full};
use crate::api::transport::Transport;
use crate::i18n::Text;
use crate::model::action::{Recovery, Resolution};
use crate::model::delete::{DeleteOrder, DeleteReceipt, Look};
use crate::model::error::{ApiError, NoAnswer};
use crate::model::mirror::{MirrorDocument, MirrorId, MirrorReading};
use crate::model::outcome::{Ending, Word, at, judge_look, not_sent};
use crate::model::record::{ActionId, ActionKind, End, Event, OpenEnd, StorageProblem};
use crate::model::restore_outcome::judge_abandoned;
use crate::model::size::bytes;
use crate::text;
use crate::trash::journal::OpenEnds;
use crate::trash::runs::DeadRun;

/// Actions of earlier runs that are looked up at the same time.
const LOOKS_AT_ONCE: usize = 8;

impl<T: Transport> Actions<T> {
    /// Reads the journal, and looks up what runs that are dead left without an end; each is told
    /// through `on_found_out` as soon as it is written down.
    ///
    /// * `own` - also what this run left without an end: one of its tasks has crashed.
    pub async fn recover(&self, own: bool, on_found_out: impl Fn(Resolution)) -> Recovery {
        let mut recovery = Recovery::default();
        let Some(actions) = self.open_actions(&mut recovery).await else {
            return recovery;
        };
        let claims = self.claims(&actions, own, &mut recovery).await;
        // What a claimed run left may have been settled by another program right before the claim.
        let Some(actions) = self.open_actions(&mut recovery).await else {
            return recovery;
        };
        let mut endless = Vec::new();
        for action in actions {
            let is_dead = claims.iter().any(|(run, _)| *run == action.run);
            if action.end.is_none() && !is_dead {
                // The program that began it is at it.
                continue;
            }
            if action.end.is_some() || !self.is_same_account(&action) {
                recovery.open.push(action);
                continue;
            }
            endless.push(action);
        }
        // A run leaves many at once, and some are looked at twice; they are told in their order.
        let looks = stream::iter(endless).map(async |action: OpenEnd| {
            let ending = self.look_up(&action).await;
            (action, ending)
        });
        let mut looked = pin!(looks.buffered(LOOKS_AT_ONCE));
        while let Some((action, ending)) = looked.next().await {
            let (id, word) = (action.id.clone(), ending.word);
            tracing::info!(%id, %word, "an action of an earlier run was looked up");
            on_found_out(resolution(&action, ending));
        }
        drop(claims);
        self.keeper.sweep_runs().await;
        recovery
    }

    async fn open_actions(&self, recovery: &mut Recovery) -> Option<Vec<OpenEnd>> {
        match self.keeper.open_ends().await {
            Ok(OpenEnds {
                actions,
                unreadable,
            }) => {
                if unreadable > 0 {
                    tracing::warn!(unreadable, "lines of the journal could not be read");
                }
                Some(actions)
            }
            Err(problem) => {
                let problem = problem.text();
                let warning = text!("action-open-unknown", problem = problem);
                recovery.warnings.push(warning);
                None
            }
        }
    }

    /// Takes over the runs that left something without an end and are not alive any more. Held until
    /// everything is looked up, so that two programs never do it at once.
    async fn claims(
        &self,
        actions: &[OpenEnd],
        own: bool,
        recovery: &mut Recovery,
    ) -> Vec<(ActionId, Option<DeadRun>)> {
        let endless = actions.iter().filter(|action| action.end.is_none());
        let runs: BTreeSet<_> = endless.map(|action| &action.run).collect();
        let mut claims = Vec::new();
        for run in runs {
            if own && self.keeper.is_own(run) {
                claims.push((run.clone(), None));
                continue;
            }
            match self.keeper.claim(run).await {
                Ok(None) => {}
                Ok(Some(dead)) => claims.push((run.clone(), Some(dead))),
                Err(problem) => recovery.warnings.push(problem.0),
            }
        }
        claims
    }

    /// Drops copies that the trash need not keep. Returns sentences that the user should read.
    ///
    /// For a moment at which the service has answered: ages count by its clock, and a wrong one of
    /// this computer must not make copies look old.
    pub async fn prune(&self) -> Vec<Text> {
        let (needed, in_doubt) = match self.keeper.open_ends().await {
            Ok(open) => {
                let runs = open
                    .actions
                    .iter()
                    .filter_map(|open| open.intent.task.as_ref());
                let in_doubt: Vec<_> = runs.map(|of| of.task.clone()).collect();
                let needed = open.actions.iter().flat_map(needs).collect();
                (needed, in_doubt)
            }
            // It is not known which copies are still needed: none is dropped.
            Err(_) => return vec![],
        };
        let now_ms = self.client.now_ms();
        if let Err(problem) = self.keeper.prune_tasks(in_doubt, now_ms).await {
            tracing::warn!(%problem, "old plans of runs could not be dropped");
        }
        match self.keeper.prune(needed, now_ms).await {
            Ok(pruned) => {
                for id in &pruned.dropped {
                    tracing::info!(%id, "an old copy was dropped from the trash");
                }
                if pruned.over_by == 0 {
                    return vec![];
                }
                let over = bytes(usize::try_from(pruned.over_by).unwrap_or(usize::MAX));
                vec![text!("action-trash-over", over = over)]
            }
            Err(problem) => {
                tracing::warn!(%problem, "the trash could not be cleaned up");
                vec![]
            }
        }
    }

    /// Looks again at an action whose outcome is not known.
    pub async fn look_again(&self, action: &OpenEnd) -> Resolution {
        resolution(action, self.look_up(action).await)
    }

    /// Takes note that the user has seen an outcome that cannot be found out.
    ///
    /// # Errors
    /// Where the journal cannot be written.
    pub async fn close(&self, id: &ActionId) -> Result<(), StorageProblem> {
        self.record(id, Event::Closed).await
    }

    /// Writes down that a device has written a deleted mirror back.
    pub async fn record_return(&self, id: &ActionId, version: Option<u64>) {
        if let Err(problem) = self.record(id, Event::CameBack { version }).await {
            tracing::warn!(%problem, "that a mirror came back could not be recorded");
        }
    }

    fn is_same_account(&self, action: &OpenEnd) -> bool {
        let origin = &action.intent.origin;
        origin.base_url == self.origin.base_url && origin.key_tail == self.origin.key_tail
    }

    /// Looks at the mirror of an action and writes down what that says.
    async fn look_up(&self, action: &OpenEnd) -> Ending {
        let target = &action.intent.target;
        let copy = match self.copy(&action.intent.copy).await {
            Ok(copy) => Some(copy),
            Err(problem) => {
                tracing::warn!(%problem, "the copy of an open action could not be read");
                None
            }
        };
        let (ending, version) = match action.intent.kind {
            ActionKind::Delete => {
                let look = self.look_twice(target).await;
                let version = look.as_ref().ok().and_then(Look::version);
                // The copy always comes before the request.
                let left_nothing = action.end.is_none() && self.keeper.lacks(&action.id).await;
                let ending = if left_nothing {
                    judge_unsent_deletion(&look)
                } else {
                    let reading = copy.map(|copy| copy.reading.clone());
                    judge_deletion(action, reading, &look)
                };
                (ending, version)
            }
            ActionKind::Restore => {
                let seen = gone_with_device(self.client.view_strictly(target).await);
                let version = version_of(seen.as_ref().ok());
                let ending = match copy {
                    Some(copy) => {
                        let document = &copy.reading.document;
                        judge_abandoned(document, action.intent.lock, &cause_of(action), &seen)
                    }
                    None => not_sent(Word::OutcomeUnknown, text!("action-copy-gone")),
                };
                (ending, version)
            }
        };
        self.write_down(action, &ending, version).await;
        ending
    }

    async fn look_twice(&self, target: &MirrorId) -> Result<Look, ApiError> {
        let look = self.client.look(target).await;
        if let Ok(Look::Gone | Look::DeviceGone) = look {
            return look;
        }
        tokio::time::sleep(SECOND_LOOK).await;
        self.client.look(target).await
    }

    async fn write_down(&self, action: &OpenEnd, ending: &Ending, version: Option<u64>) {
        // An outcome that stays unknown for another reason is not written again and again.
        let said = action.end.as_ref().map(|end| end.word);
        if said == Some(ending.word) {
            return;
        }
        let duration_ms = self.client.now_ms().saturating_sub(action.at_ms);
        match action.intent.kind {
            // Also where it was simply deleted: another label may have been written before a crash.
            ActionKind::Delete => self.label_copy(&action.id, ending.word).await,
            ActionKind::Restore if action.intent.lock.is_some() => {
                self.label_copy(&action.id, Word::Restored).await;
            }
            ActionKind::Restore => {}
        }
        let record = Event::Ended(End {
            word: ending.word,
            reason: in_full(ending),
            version,
            attempts: action.end.as_ref().map_or(0, |end| end.attempts),
            duration_ms: u64::try_from(duration_ms).unwrap_or(0),
        });
        if ending.word == Word::Restored {
            self.mark_restored(&action.intent.copy, version).await;
        }
        if let Err(problem) = self.record(&action.id, record).await {
            tracing::warn!(%problem, "the end of an action could not be recorded");
        }
    }
}

/// The copies that an open action may still need.
fn needs(action: &OpenEnd) -> [ActionId; 2] {
    [action.id.clone(), action.intent.copy.clone()]
}

fn resolution(action: &OpenEnd, ending: Ending) -> Resolution {
    let is_open = ending.word == Word::OutcomeUnknown;
    Resolution {
        id: action.id.clone(),
        kind: action.intent.kind,
        target: action.intent.target.clone(),
        began_ms: action.at_ms,
        open: is_open.then(|| Box::new(still_open(action, &ending))),
        ending,
    }
}

fn still_open(action: &OpenEnd, ending: &Ending) -> OpenEnd {
    OpenEnd {
        end: Some(End {
            reason: in_full(ending),
            ..End::unsent(ending)
        }),
        ..action.clone()
    }
}

/// Says the word about a deletion of which nothing can have left, whatever became of the mirror.
fn judge_unsent_deletion(look: &Result<Look, ApiError>) -> Ending {
    match look {
        Ok(Look::Gone | Look::DeviceGone) => {
            not_sent(Word::AlreadyGone, text!("action-ended-gone"))
        }
        Ok(Look::Standing(found)) => not_sent(
            Word::NotDeleted,
            text!("action-ended-stands", at = at(found.document.version)),
        ),
        Err(error) => not_sent(
            Word::NotDeleted,
            text!("action-ended-unseen", error = error.text()),
        ),
    }
}

/// Why there is no answer.
fn cause_of(action: &OpenEnd) -> Text {
    match &action.end {
        None => text!("action-cause-ended"),
        Some(_) => text!("action-cause-unclear"),
    }
}

/// Says the word about a deletion whose answer nobody heard.
fn judge_deletion(
    action: &OpenEnd,
    copy: Option<Arc<MirrorReading>>,
    look: &Result<Look, ApiError>,
) -> Ending {
    let reading = copy.unwrap_or_else(|| Arc::new(unknown(action.intent.copy_version)));
    let order = DeleteOrder {
        target: action.intent.target.clone(),
        version: action.intent.lock,
        token: None,
        reading,
    };
    let answer: Result<DeleteReceipt, ApiError> = Err(ApiError::NoAnswer {
        why: NoAnswer::Crashed,
        cause: cause_of(action),
    });
    judge_look(&order, &answer, look)
}

/// Stands in for a copy that cannot be read: equal to nothing that was read.
fn unknown(version: Option<u64>) -> MirrorReading {
    let document = MirrorDocument {
        version,
        timestamp_ms: None,
        desired: Some(serde_json::Value::Null),
        reported: Some(serde_json::Value::Null),
        metadata_desired: None,
        metadata_reported: None,
        body: Arc::from([]),
    };
    MirrorReading::new(document, 0)
}
