//! One deletion: intended, copied, sent, looked at, ended.

use std::sync::Arc;
use std::time::Instant;

use super::points::Point;
use super::{Actions, OnStage, SECOND_LOOK};
use crate::api::client::Call;
use crate::api::transport::Transport;
use crate::i18n::Text;
use crate::model::action::{DeletionEnd, Stage};
use crate::model::delete::{DeleteOrder, DeleteReceipt, Look};
use crate::model::error::ApiError;
use crate::model::mirror::{MirrorRead, MirrorReading};
use crate::model::outcome::{Ending, Judgement, Word, at, judge_answer, judge_look, not_sent};
use crate::model::record::{ActionId, ActionKind, CopyHead, End, Event, Intent, StorageProblem};
use crate::text;

/// What is known when a deletion ends.
struct Outcome {
    ending: Ending,
    /// The version that the service named in its answer.
    version: Option<u64>,
    /// What is to become of the copy, where one was written.
    copy: Option<CopyIs>,
}

/// What is to become of a copy.
#[derive(Clone, Copy, PartialEq, Eq)]
enum CopyIs {
    /// It stays in the trash.
    Needed,
    /// It goes, as the service did nothing.
    Idle,
}

impl<T: Transport> Actions<T> {
    /// Deletes a mirror as confirmed. Always ends with a word; nothing is sent before copy and
    /// intent are on the disk.
    pub async fn delete(&self, order: &DeleteOrder, call: Call, on_stage: OnStage) -> DeletionEnd {
        let began = Instant::now();
        let id = self.keeper.new_id(self.client.now_ms());
        on_stage(Stage::Preparing);
        let reading = match self.reading_to_copy(order, &call).await {
            Ok(reading) => reading,
            Err(ending) => return unsent(id, order, &order.reading, ending),
        };
        let order = &DeleteOrder {
            reading: reading.clone(),
            ..order.clone()
        };
        let intent = self.intent(&id, order);
        let intended = Event::Intended(Box::new(intent.clone()));
        if let Err(problem) = self.record(&id, intended).await {
            let reason = text!("action-journal-unwritten", problem = problem.0);
            let ending = not_sent(Word::NotDeleted, reason);
            return unsent(id, order, &reading, ending);
        }
        self.points.at(Point::Intended).await;
        let outcome = self.delete_intended(&id, order, &call, &on_stage).await;
        let mut stays = outcome.copy == Some(CopyIs::Needed);
        let mut ending = outcome.ending;
        if stays && let Err(problem) = self.is_kept(&id).await {
            stays = false;
            let words = text!("action-copy-unreadable", problem = problem.0);
            warn(&mut ending, words);
        }
        let end = End {
            word: ending.word,
            reason: in_full(&ending),
            version: outcome.version,
            attempts: call.attempts(),
            duration_ms: u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX),
        };
        if outcome.copy.is_some() {
            // Without a label it is that of a deletion.
            if ending.word != Word::Deleted {
                self.label_copy(&id, ending.word).await;
            }
        }
        self.write_end(&id, &end, &mut ending).await;
        self.points.at(Point::Ended).await;
        if outcome.copy == Some(CopyIs::Idle) {
            self.discard_copy(&id).await;
        }
        DeletionEnd {
            open: self.keeper.open_end(&id, intent, end),
            id,
            target: order.target.clone(),
            version: reading.document.version,
            ending,
            is_kept: stays,
        }
    }

    /// Writes down how an action ended; where that fails, the user is told.
    pub(super) async fn write_end(&self, id: &ActionId, end: &End, ending: &mut Ending) {
        let record = Event::Ended(end.clone());
        if let Err(problem) = self.record(id, record).await {
            warn(ending, text!("action-no-end", problem = problem.0));
        }
    }

    /// What is to be copied: what the dialog read, if that is the version to be deleted; else the
    /// mirror as it stands right now.
    async fn reading_to_copy(
        &self,
        order: &DeleteOrder,
        call: &Call,
    ) -> Result<Arc<MirrorReading>, Ending> {
        if order.version.is_some() && order.version == order.reading.document.version {
            return Ok(order.reading.clone());
        }
        let now = match gone_with_device(self.looking(call).view_strictly(&order.target).await) {
            Ok(MirrorRead::Found(now)) => now,
            Ok(MirrorRead::Absent) => {
                return Err(not_sent(
                    Word::AlreadyGone,
                    text!("action-absent-before-copy"),
                ));
            }
            Err(error) => {
                return Err(not_sent(
                    Word::NotDeleted,
                    text!(
                        "action-unread-before-copy",
                        error = error.text(),
                        advice = error.advice()
                    ),
                ));
            }
        };
        match (order.version, now.document.version) {
            (Some(locked), found) if found != Some(locked) => Err(not_sent(
                Word::VersionConflict,
                text!(
                    "action-conflict",
                    locked = locked.to_string(),
                    at = at(found)
                ),
            )),
            _ => Ok(now),
        }
    }

    fn intent(&self, id: &ActionId, order: &DeleteOrder) -> Intent {
        Intent {
            kind: ActionKind::Delete,
            origin: self.origin.clone(),
            target: order.target.clone(),
            copy: id.clone(),
            copy_version: order.reading.document.version,
            lock: order.version,
            token: token_of(order),
            task: self.task.clone(),
        }
    }

    async fn delete_intended(
        &self,
        id: &ActionId,
        order: &DeleteOrder,
        call: &Call,
        on_stage: &OnStage,
    ) -> Outcome {
        let document = &order.reading.document;
        let head = CopyHead {
            id: id.clone(),
            origin: self.origin.clone(),
            target: order.target.clone(),
            version: document.version,
            read_at_ms: order.reading.read_at_ms,
            token: token_of(order),
            bytes: document.body.len() as u64,
        };
        if let Err(problem) = self.keeper.keep(head, document.body.clone()).await {
            return Outcome {
                ending: not_sent(
                    Word::NotDeleted,
                    text!("action-copy-unwritten", problem = problem.0),
                ),
                version: None,
                copy: None,
            };
        }
        self.points.at(Point::Copied).await;
        on_stage(Stage::Sending);
        let client = self.client.followed(call.clone());
        let answer = client.delete_mirror(order).await;
        self.points.at(Point::Answered).await;
        let ending = match judge_answer(order, &answer) {
            Judgement::Ended(ending) => ending,
            Judgement::LookFirst => {
                on_stage(Stage::Looking);
                let look = self.look_after(order, &answer, call).await;
                self.points.at(Point::Looked).await;
                judge_look(order, &answer, &look)
            }
        };
        Outcome {
            copy: Some(copy_is(&ending, &answer)),
            ending,
            version: answer.ok().and_then(|receipt| receipt.version),
        }
    }

    /// Looks at the mirror; where no clear answer came and it still stands, or could not be seen,
    /// once more after a while: what stands may be an image of a moment ago.
    async fn look_after(
        &self,
        order: &DeleteOrder,
        answer: &Result<DeleteReceipt, ApiError>,
        call: &Call,
    ) -> Result<Look, ApiError> {
        let client = self.looking(call);
        let look = client.look(&order.target).await;
        let is_clear = match answer {
            Err(ApiError::Refused(refusal)) => !refusal.leaves_doubt(),
            _ => false,
        };
        match look {
            Ok(Look::Gone | Look::DeviceGone) => look,
            Ok(_) if is_clear => look,
            _ => {
                tokio::time::sleep(SECOND_LOOK).await;
                client.look(&order.target).await
            }
        }
    }

    /// Writes beside a copy which word was said: before the end goes to the journal, so that a copy
    /// never looks like that of a deletion which was none.
    pub(super) async fn label_copy(&self, id: &ActionId, word: Word) {
        // The journal has the word besides.
        if let Err(problem) = self.keeper.mark_word(id, word).await {
            tracing::warn!(%problem, "the mark of a copy could not be written");
        }
    }

    /// Whether a copy is where it was put: somebody else may have taken the folder away since.
    async fn is_kept(&self, id: &ActionId) -> Result<(), StorageProblem> {
        let heads = self.keeper.heads(vec![id.clone()]).await;
        heads.into_iter().try_for_each(|(_, head)| head.map(drop))
    }

    /// Takes a copy away that nobody needs: what it holds still stands.
    pub(super) async fn discard_copy(&self, id: &ActionId) {
        if let Err(problem) = self.keeper.discard(id).await {
            tracing::warn!(%problem, "a copy that is not needed stays in the trash");
        }
    }
}

/// A mirror is not there either where its device is not.
pub(super) fn gone_with_device(seen: Result<MirrorRead, ApiError>) -> Result<MirrorRead, ApiError> {
    match seen {
        Err(ApiError::Refused(refusal)) if refusal.means_absent() => Ok(MirrorRead::Absent),
        other => other,
    }
}

/// A copy is idle only where the service surely did nothing: an answer that got lost may still have
/// been followed by the deletion.
fn copy_is(ending: &Ending, answer: &Result<DeleteReceipt, ApiError>) -> CopyIs {
    let did_nothing = match answer {
        Err(ApiError::NotSent { .. }) => true,
        Err(ApiError::Refused(refusal)) => !refusal.leaves_doubt(),
        _ => false,
    };
    match ending.word {
        Word::Refused | Word::VersionConflict | Word::NotDeleted if did_nothing => CopyIs::Idle,
        _ => CopyIs::Needed,
    }
}

fn token_of(order: &DeleteOrder) -> Option<String> {
    order.token.as_ref().map(|token| token.as_str().to_owned())
}

/// Says something to look at besides what is said already.
fn warn(ending: &mut Ending, words: Text) {
    let before = ending.warning.take();
    let all = before.into_iter().chain([words]);
    ending.warning = Some(Text::joined(all, "; "));
}

/// Reason and warning in one text, for the journal.
pub(super) fn in_full(ending: &Ending) -> Text {
    match &ending.warning {
        None => ending.reason.clone(),
        Some(warning) if ending.reason.is_empty() => warning.clone(),
        Some(warning) => Text::joined([ending.reason.clone(), warning.clone()], "; "),
    }
}

/// The end of a deletion of which nothing left.
fn unsent(
    id: ActionId,
    order: &DeleteOrder,
    reading: &MirrorReading,
    ending: Ending,
) -> DeletionEnd {
    DeletionEnd {
        id,
        target: order.target.clone(),
        version: reading.document.version,
        ending,
        is_kept: false,
        open: None,
    }
}
