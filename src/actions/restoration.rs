//! One restore: intended, sent, read back, compared, ended.

use std::sync::Arc;
use std::time::Instant;

use super::deletion::{gone_with_device, in_full};
use super::points::Point;
use super::{Actions, OnStage, SECOND_LOOK};
use crate::api::client::{Call, Client};
use crate::api::response::parse_mirror;
use crate::api::transport::Transport;
use crate::model::action::{RestoreEnd, Stage};
use crate::model::delete::Look;
use crate::model::error::{ApiError, NotSent, Refusal};
use crate::model::mirror::{MirrorRead, MirrorReading};
use crate::model::outcome::{Ending, Word, at, not_sent};
use crate::model::record::{
    ActionId, ActionKind, CopyHead, End, Event, Fate, Intent, RestoredMark, StorageProblem,
};
use crate::model::restore::{KeptCopy, RestoreOrder, is_same_state};
use crate::model::restore_outcome::{RestoreAnswer, judge_restore, judge_unsent};
use crate::text;

impl<T: Transport> Actions<T> {
    /// A copy out of the trash.
    ///
    /// # Errors
    /// Where it is not there, cut short, damaged or foreign.
    pub async fn copy(&self, id: &ActionId) -> Result<Arc<KeptCopy>, StorageProblem> {
        self.keeper.copy(id, kept_copy).await
    }

    /// The copy of the mirror that was deleted last on this account and not brought back since.
    ///
    /// # Errors
    /// Where the trash or the copy cannot be read.
    pub async fn last_copy(&self) -> Result<Option<Arc<KeptCopy>>, StorageProblem> {
        let listed = self.keeper.list().await?;
        for copy in listed.into_iter().filter(|copy| !copy.restored) {
            let may_be_no_deletion = copy.worded;
            for (id, head) in self.keeper.heads(vec![copy.id]).await {
                match head {
                    Ok((head, fate)) => {
                        let was_deleted = fate.word.is_none_or(|word| word == Word::Deleted);
                        if was_deleted && self.is_mine(&head) {
                            return self.copy(&id).await.map(Some);
                        }
                    }
                    Err(_) if may_be_no_deletion => {}
                    // An older one must not be offered in its place.
                    Err(problem) => return Err(problem),
                }
            }
        }
        Ok(None)
    }

    fn is_mine(&self, head: &CopyHead) -> bool {
        head.origin.base_url == self.origin.base_url && head.origin.key_tail == self.origin.key_tail
    }

    /// Brings a copy back as confirmed. Always ends with a word.
    pub async fn restore(&self, order: &RestoreOrder, call: Call, on_stage: OnStage) -> RestoreEnd {
        let began = Instant::now();
        let id = self.keeper.new_id(self.client.now_ms());
        on_stage(Stage::Preparing);
        if let Err(ending) = self.still_as_shown(order, &call).await {
            return unsent(id, order, ending);
        }
        let intent = self.restore_intent(order);
        let intended = Event::Intended(Box::new(intent.clone()));
        if let Err(problem) = self.record(&id, intended).await {
            let reason = text!("action-journal-unwritten", problem = problem.0);
            return unsent(id, order, not_sent(Word::NotRestored, reason));
        }
        self.points.at(Point::Intended).await;
        if let Err(problem) = self.keep_overwritten(&id, order).await {
            let reason = text!("action-overwritten-uncopied", problem = problem.0);
            let mut ending = not_sent(Word::NotRestored, reason);
            self.write_end(&id, &End::unsent(&ending), &mut ending)
                .await;
            return unsent(id, order, ending);
        }
        self.points.at(Point::Copied).await;
        on_stage(Stage::Sending);
        let answer = self.post(order, &call).await;
        self.points.at(Point::Answered).await;
        let (mut ending, seen) = match &answer.last {
            Err(error) if answer.is_unsent() => (judge_unsent(error, call.attempts()), None),
            _ => {
                on_stage(Stage::Looking);
                let seen = self.read_back(order, &answer, &call).await;
                self.points.at(Point::Looked).await;
                (judge_restore(order, &answer, &seen), seen.ok())
            }
        };
        let version = version_of(seen.as_ref());
        let end = End {
            word: ending.word,
            reason: in_full(&ending),
            version,
            attempts: call.attempts(),
            duration_ms: u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX),
        };
        if ending.word == Word::Restored {
            // Before the end goes to the journal, which nobody looks up again.
            self.mark_restored(&order.copy.head.id, version).await;
        }
        self.write_end(&id, &end, &mut ending).await;
        self.points.at(Point::Ended).await;
        if order.overwrite.is_some() && answer.did_nothing() {
            self.discard_copy(&id).await;
        }
        RestoreEnd {
            open: self.keeper.open_end(&id, intent, end),
            id,
            copy: order.copy.head.id.clone(),
            target: order.target().clone(),
            ending,
            seen,
        }
    }

    /// Where nothing stood when the dialog was confirmed, nothing may have come since; what stood is
    /// guarded by its version.
    async fn still_as_shown(&self, order: &RestoreOrder, call: &Call) -> Result<(), Ending> {
        if order.overwrite.is_some() {
            return Ok(());
        }
        // As strict as after a deletion: what only looks like absence may be a mirror.
        match self.looking(call).look(order.target()).await {
            Ok(Look::Gone) => Ok(()),
            Ok(Look::DeviceGone) => Err(not_sent(Word::NotRestored, text!("action-device-gone"))),
            Ok(Look::Standing(reading)) => {
                let at = at(reading.document.version);
                Err(not_sent(
                    Word::VersionConflict,
                    text!("action-stands-meanwhile", at = at),
                ))
            }
            Err(error) => Err(not_sent(
                Word::NotRestored,
                text!(
                    "action-stands-unread",
                    error = error.text(),
                    advice = error.advice()
                ),
            )),
        }
    }

    /// What is overwritten goes to the trash under the id of the restore, marked as such before the
    /// request leaves.
    async fn keep_overwritten(
        &self,
        id: &ActionId,
        order: &RestoreOrder,
    ) -> Result<(), StorageProblem> {
        let Some(over) = &order.overwrite else {
            return Ok(());
        };
        let document = &over.reading.document;
        let head = CopyHead {
            id: id.clone(),
            origin: self.origin.clone(),
            target: order.target().clone(),
            version: Some(over.version),
            read_at_ms: over.reading.read_at_ms,
            token: None,
            bytes: document.body.len() as u64,
        };
        self.keeper.keep(head, document.body.clone()).await?;
        let marked = self.keeper.mark_word(id, Word::Restored).await;
        if marked.is_err() {
            // Without the mark it would look like the copy of a deletion.
            self.discard_copy(id).await;
        }
        marked
    }

    fn restore_intent(&self, order: &RestoreOrder) -> Intent {
        Intent {
            kind: ActionKind::Restore,
            origin: self.origin.clone(),
            target: order.target().clone(),
            copy: order.copy.head.id.clone(),
            copy_version: order.copy.head.version,
            lock: order.overwrite.as_ref().map(|over| over.version),
            token: order.token.as_ref().map(|token| token.as_str().to_owned()),
            task: self.task.clone(),
        }
    }

    /// Sends the copy; where both halves together are refused, one after the other, the second
    /// locked on the version that the first led to.
    async fn post(&self, order: &RestoreOrder, call: &Call) -> RestoreAnswer {
        let client = self.client.followed(call.clone());
        let whole = order.update();
        let last = client.update_mirror(order.target(), &whole).await;
        let halves = whole.desired.is_some() && whole.reported.is_some();
        let refused = matches!(&last, Err(ApiError::Refused(refusal)) if may_be_both(refusal));
        if !(halves && refused) {
            return RestoreAnswer {
                last,
                desired_before: false,
            };
        }
        let mut desired = whole.clone();
        desired.reported = None;
        let first = match client.update_mirror(order.target(), &desired).await {
            Ok(first) => first,
            // The refusal of both is what the service has said, then.
            Err(ApiError::NotSent { .. }) => {
                return RestoreAnswer {
                    last,
                    desired_before: false,
                };
            }
            Err(error) => {
                return RestoreAnswer {
                    last: Err(error),
                    desired_before: false,
                };
            }
        };
        let mut reported = whole;
        reported.desired = None;
        // Never without a lock: what stands now is only half of the copy, and a device may write.
        reported.version = match first.version {
            Some(version) => Some(version),
            None => self.version_of_half(&client, order).await,
        };
        let last = if reported.version.is_some() {
            client.update_mirror(order.target(), &reported).await
        } else {
            Err(ApiError::NotSent {
                why: NotSent::Invalid,
                cause: text!("error-cause-no-lock"),
            })
        };
        RestoreAnswer {
            last,
            desired_before: true,
        }
    }

    /// The version of what stands, if that is exactly what the first half has left.
    async fn version_of_half(&self, client: &Client<T>, order: &RestoreOrder) -> Option<u64> {
        let Ok(MirrorRead::Found(now)) = client.view_strictly(order.target()).await else {
            return None;
        };
        order
            .is_half_done(&now.document)
            .then_some(now.document.version)
            .flatten()
    }

    /// Reads the mirror; where it is not yet what was sent, once more after a while.
    async fn read_back(
        &self,
        order: &RestoreOrder,
        answer: &RestoreAnswer,
        call: &Call,
    ) -> Result<MirrorRead, ApiError> {
        let client = self.looking(call);
        let copy = &order.copy.reading.document;
        let seen = gone_with_device(client.view_strictly(order.target()).await);
        let is_settled = match &seen {
            Ok(MirrorRead::Found(reading)) => is_same_state(copy, &reading.document),
            _ => false,
        };
        if is_settled || answer.is_clear() && answer.last.is_err() {
            return seen;
        }
        tokio::time::sleep(SECOND_LOOK).await;
        gone_with_device(client.view_strictly(order.target()).await)
    }

    pub(super) async fn mark_restored(&self, copy: &ActionId, version: Option<u64>) {
        let mark = RestoredMark {
            at_ms: self.client.now_ms(),
            version,
        };
        if let Err(problem) = self.keeper.mark_restored(copy, mark).await {
            tracing::warn!(%problem, "the mark of a copy could not be written");
        }
    }
}

/// Whether a refusal may be about `desired` and `reported` in one request ("normally one of them",
/// `iot-cloudiotcore-updatedevicemirror`): not where it names another reason.
fn may_be_both(refusal: &Refusal) -> bool {
    matches!(refusal.status, 400 | 422) && refusal.code.as_str() != "100"
}

/// The document of a copy, read as the reply that it came in.
fn kept_copy(head: CopyHead, fate: Fate, body: Vec<u8>) -> Result<Arc<KeptCopy>, StorageProblem> {
    let document = parse_mirror(body, &head.target.mirror).map_err(|error| {
        StorageProblem(text!(
            "storage-no-mirror",
            target = head.target.text(),
            error = error.text()
        ))
    })?;
    let reading = Arc::new(MirrorReading::new(document, head.read_at_ms));
    Ok(Arc::new(KeptCopy {
        head,
        fate,
        reading,
    }))
}

pub(super) fn version_of(seen: Option<&MirrorRead>) -> Option<u64> {
    match seen {
        Some(MirrorRead::Found(reading)) => reading.document.version,
        _ => None,
    }
}

/// The end of a restore of which nothing left.
fn unsent(id: ActionId, order: &RestoreOrder, ending: Ending) -> RestoreEnd {
    RestoreEnd {
        id,
        copy: order.copy.head.id.clone(),
        target: order.target().clone(),
        ending,
        seen: None,
        open: None,
    }
}
