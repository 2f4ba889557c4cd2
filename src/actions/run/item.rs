//! One item of a run: read afresh, held against the plan, then deleted or restored like any other.

use std::sync::Arc;

use super::RunControl;
use crate::actions::deletion::gone_with_device;
use crate::actions::{Actions, OnStage};
use crate::api::client::Call;
use crate::api::transport::Transport;
use crate::i18n::Text;
use crate::model::delete::{ClientToken, DeleteOrder};
use crate::model::error::{ApiError, NotSent};
use crate::model::mirror::{MirrorRead, MirrorReading};
use crate::model::outcome::{Ending, Word, at, not_sent};
use crate::model::record::{ActionId, ActionKind, End, Event, Intent};
use crate::model::restore::RestoreOrder;
use crate::model::task::{ItemEnd, TaskItem, TaskMode, TaskPlan, TaskRef};
use crate::text;

/// Fresh reads of one item that may go without an answer.
const SILENT_READS: u32 = 3;

/// What became of an item.
pub(super) enum Done {
    /// The run was paused before anything was sent: it waits in the queue again.
    Back,
    /// Nothing could be sent, and nothing was; why.
    NoConnection(Text),
    /// It has ended.
    Ended {
        end: ItemEnd,
        /// Whether that is for want of a connection or an answer.
        silent: bool,
    },
}

impl<T: Transport> Actions<T> {
    /// The same actions in the background, for an item of a run.
    pub(super) fn for_item(&self, plan: &TaskPlan, item: u32) -> Self {
        Self {
            client: self.client.background(),
            task: Some(TaskRef {
                task: plan.id.clone(),
                item,
            }),
            ..self.clone()
        }
    }

    /// Does an item. Nothing is sent that the plan does not name in exactly this version.
    pub(super) async fn do_item(&self, plan: &TaskPlan, number: u32, control: &RunControl) -> Done {
        let place = usize::try_from(number).unwrap_or(usize::MAX);
        let Some(item) = plan.items.get(place) else {
            return ended(Word::NotDeleted, text!("action-plan-no-item"), None);
        };
        let token = match ClientToken::new(plan.token(number)) {
            Ok(token) => token,
            Err(error) => return ended(Word::NotDeleted, error.text(), None),
        };
        match plan.kind {
            ActionKind::Delete => self.delete_item(item, token, control).await,
            ActionKind::Restore => self.restore_item(item, token, control).await,
        }
    }

    async fn delete_item(&self, item: &TaskItem, token: ClientToken, control: &RunControl) -> Done {
        let Some(version) = item.version else {
            let ending = not_sent(Word::NotDeleted, text!("action-no-version"));
            return self.unsent(item, ending).await;
        };
        let reading = match self.read_item(item).await {
            Ok(reading) => reading,
            Err(done) => return *done,
        };
        let found = reading.document.version;
        if found != Some(version) {
            let reason = text!(
                "action-plan-conflict",
                version = version.to_string(),
                at = at(found)
            );
            let ending = not_sent(Word::VersionConflict, reason);
            return self.unsent(item, ending).await;
        }
        if control.mode() == TaskMode::Paused || control.mode() == TaskMode::Cancelled {
            return Done::Back;
        }
        let order = DeleteOrder {
            target: item.target.clone(),
            version: Some(version),
            token: Some(token),
            reading,
        };
        let end = self.delete(&order, Call::default(), nobody()).await;
        let silent = matches!(end.ending.word, Word::NotDeleted | Word::OutcomeUnknown);
        said(&end.ending, end.id, silent)
    }

    /// Reads what is to be deleted; where there is nothing to go on with, what becomes of the item.
    async fn read_item(&self, item: &TaskItem) -> Result<Arc<MirrorReading>, Box<Done>> {
        let mut silent = 0;
        loop {
            let seen = gone_with_device(self.client.view_strictly(&item.target).await);
            let error = match seen {
                Ok(MirrorRead::Found(reading)) => return Ok(reading),
                Ok(MirrorRead::Absent) => {
                    let ending = not_sent(Word::AlreadyGone, text!("action-absent-afresh"));
                    return Err(Box::new(self.unsent(item, ending).await));
                }
                Err(error) => error,
            };
            match &error {
                ApiError::NotSent {
                    why: NotSent::Unreachable,
                    cause,
                } => return Err(Box::new(Done::NoConnection(cause.clone()))),
                ApiError::NoAnswer { .. } if silent + 1 < SILENT_READS => silent += 1,
                _ => {
                    let reason = text!(
                        "action-unread-afresh",
                        error = error.text(),
                        advice = error.advice()
                    );
                    let is_silent = matches!(error, ApiError::NoAnswer { .. });
                    let mut done = self.unsent(item, not_sent(Word::NotDeleted, reason)).await;
                    if let Done::Ended { silent, .. } = &mut done {
                        *silent = is_silent;
                    }
                    return Err(Box::new(done));
                }
            }
        }
    }

    async fn restore_item(
        &self,
        item: &TaskItem,
        token: ClientToken,
        control: &RunControl,
    ) -> Done {
        let Some(copy) = &item.copy else {
            return ended(Word::NotRestored, text!("action-plan-no-copy"), None);
        };
        let copy = match self.copy(copy).await {
            Ok(copy) if copy.head.target == item.target => copy,
            Ok(copy) => {
                let target = copy.head.target.text();
                let words = text!("action-copy-of-other", target = target);
                return self.unsent(item, not_sent(Word::NotRestored, words)).await;
            }
            Err(problem) => {
                let words = text!("action-copy-unread", problem = problem.0);
                return self.unsent(item, not_sent(Word::NotRestored, words)).await;
            }
        };
        if control.mode() != TaskMode::Running {
            return Done::Back;
        }
        let order = RestoreOrder {
            copy,
            overwrite: None,
            token: Some(token),
        };
        let end = self.restore(&order, Call::default(), nobody()).await;
        let silent = matches!(end.ending.word, Word::NotRestored | Word::OutcomeUnknown);
        said(&end.ending, end.id, silent)
    }

    /// Ends an item of which nothing leaves. It goes to the journal all the same, meant and ended in
    /// one: the journal alone tells how far a run is.
    async fn unsent(&self, item: &TaskItem, ending: Ending) -> Done {
        let now_ms = self.client.now_ms();
        let id = self.keeper.new_id(now_ms);
        let intent = Intent {
            kind: match item.copy {
                None => ActionKind::Delete,
                Some(_) => ActionKind::Restore,
            },
            origin: self.origin.clone(),
            target: item.target.clone(),
            copy: item.copy.clone().unwrap_or_else(|| id.clone()),
            copy_version: item.version,
            lock: item.version.filter(|_| item.copy.is_none()),
            token: None,
            task: self.task.clone(),
        };
        let events = [
            Event::Intended(Box::new(intent)),
            Event::Ended(End::unsent(&ending)),
        ];
        if let Err(problem) = self.keeper.record_all(&id, events.into(), now_ms).await {
            tracing::warn!(%problem, "that nothing was sent could not be recorded");
        }
        ended(ending.word, ending.reason, None)
    }
}

/// The end of an action that was begun.
fn said(ending: &Ending, action: ActionId, silent: bool) -> Done {
    let parts = std::iter::once(&ending.reason).chain(&ending.warning);
    let parts = parts.filter(|part| !part.is_empty());
    let end = ItemEnd {
        word: ending.word,
        reason: Text::joined(parts.cloned(), "; "),
        action: Some(action),
    };
    Done::Ended { end, silent }
}

fn ended(word: Word, reason: Text, action: Option<ActionId>) -> Done {
    let end = ItemEnd {
        word,
        reason,
        action,
    };
    Done::Ended { end, silent: false }
}

/// A run tells of items, not of their stages.
fn nobody() -> OnStage {
    Arc::new(|_| {})
}
