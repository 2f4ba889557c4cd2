//! What earlier runs left open: looked up at the service, told and closed.

use std::sync::Arc;

use super::restoration::version_of;
use super::{Actions, SECOND_LOOK};
use crate::actions::deletion::{gone_with_device, in_full};
use crate::api::transport::Transport;
use crate::model::action::{Recovery, Resolution};
use crate::model::delete::{DeleteOrder, DeleteReceipt, Look};
use crate::model::error::{ApiError, NoAnswer};
use crate::model::mirror::{MirrorDocument, MirrorId, MirrorRead, MirrorReading};
use crate::model::outcome::{Ending, Word, judge_look, not_sent};
use crate::model::record::{ActionId, ActionKind, End, Event, OpenEnd, StorageProblem};
use crate::model::restore_outcome::judge_abandoned;
use crate::model::size::bytes;
use crate::model::text::SafeText;
use crate::trash::journal::OpenEnds;

impl<T: Transport> Actions<T> {
    /// Reads the journal, looks up what runs that are dead left without an end, and drops what the
    /// trash need not keep.
    pub async fn recover(&self) -> Recovery {
        let mut recovery = Recovery::default();
        let OpenEnds {
            actions,
            unreadable,
        } = match self.keeper.open_ends().await {
            Ok(open) => open,
            Err(problem) => {
                // Without the journal it is not known which copies are still needed: none is dropped.
                recovery.warnings.push(format!(
                    "what earlier runs left open is not known: {problem}"
                ));
                return recovery;
            }
        };
        if unreadable > 0 {
            tracing::warn!(unreadable, "lines of the journal could not be read");
        }
        let needed = actions.iter().flat_map(needs).collect();
        for action in actions {
            if action.end.is_some() || !self.is_same_account(&action) {
                recovery.open.push(action);
                continue;
            }
            match self.keeper.claim(&action.run).await {
                // Another program is at it.
                Ok(None) => {}
                Ok(Some(_dead)) => {
                    let ending = self.look_up(&action).await;
                    let (id, word) = (action.id.clone(), ending.word);
                    recovery.resolved.push(resolution(&action, ending.clone()));
                    if word == Word::OutcomeUnknown {
                        recovery.open.push(still_open(action, &ending));
                    }
                    tracing::info!(%id, %word, "an action of an earlier run was looked up");
                }
                Err(problem) => {
                    recovery.warnings.push(problem.to_string());
                    recovery.open.push(action);
                }
            }
        }
        self.prune(needed, &mut recovery.warnings).await;
        recovery
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
        self.keeper.record(id, Event::Closed).await
    }

    /// Looks whether a deleted mirror has been written back, and records it if it has.
    ///
    /// # Errors
    /// See [`ApiError`]; nothing is known then.
    pub async fn look_for_return(
        &self,
        id: &ActionId,
        target: &MirrorId,
    ) -> Result<MirrorRead, ApiError> {
        let seen = self.client.view_mirror(target).await?;
        if let MirrorRead::Found(reading) = &seen {
            let version = reading.document.version;
            if let Err(problem) = self.keeper.record(id, Event::CameBack { version }).await {
                tracing::warn!(%problem, "that a mirror came back could not be recorded");
            }
        }
        Ok(seen)
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
                let reading = copy.map(|copy| copy.reading.clone());
                (judge_deletion(action, reading, &look), version)
            }
            ActionKind::Restore => {
                let seen = gone_with_device(self.client.view_mirror(target).await);
                let version = version_of(seen.as_ref().ok());
                let ending = match copy {
                    Some(copy) => judge_abandoned(&copy.reading.document, &seen),
                    None => not_sent(Word::OutcomeUnknown, "its copy cannot be read any more"),
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
        let is_labelled = action.end.is_some();
        let needs_label = is_labelled || ending.word != Word::Deleted;
        if action.intent.kind == ActionKind::Delete && needs_label {
            self.label_copy(&action.id, ending.word).await;
        }
        let record = Event::Ended(End {
            word: ending.word,
            reason: in_full(ending),
            version,
            attempts: action.end.as_ref().map_or(0, |end| end.attempts),
            duration_ms: u64::try_from(duration_ms).unwrap_or(0),
        });
        if let Err(problem) = self.keeper.record(&action.id, record).await {
            tracing::warn!(%problem, "the end of an action could not be recorded");
            return;
        }
        if ending.word == Word::Restored {
            self.mark_restored(&action.intent.copy, version).await;
        }
    }

    async fn prune(&self, needed: Vec<ActionId>, warnings: &mut Vec<String>) {
        match self.keeper.prune(needed).await {
            Ok(pruned) => {
                for id in &pruned.dropped {
                    tracing::info!(%id, "an old copy was dropped from the trash");
                }
                if pruned.over_by > 0 {
                    warnings.push(format!(
                        "the trash is {} over its limit: what is left in it is younger than 7 days \
                         or still needed",
                        bytes(usize::try_from(pruned.over_by).unwrap_or(usize::MAX))
                    ));
                }
            }
            Err(problem) => tracing::warn!(%problem, "the trash could not be cleaned up"),
        }
    }
}

/// The copies that an open action may still need.
fn needs(action: &OpenEnd) -> [ActionId; 2] {
    [action.id.clone(), action.intent.copy.clone()]
}

fn resolution(action: &OpenEnd, ending: Ending) -> Resolution {
    Resolution {
        id: action.id.clone(),
        kind: action.intent.kind,
        target: action.intent.target.clone(),
        began_ms: action.at_ms,
        ending,
    }
}

fn still_open(action: OpenEnd, ending: &Ending) -> OpenEnd {
    OpenEnd {
        end: Some(End {
            word: ending.word,
            reason: in_full(ending),
            version: None,
            attempts: 0,
            duration_ms: 0,
        }),
        ..action
    }
}

/// Says the word about a deletion whose answer nobody heard.
fn judge_deletion(
    action: &OpenEnd,
    copy: Option<Arc<MirrorReading>>,
    look: &Result<Look, ApiError>,
) -> Ending {
    let has_copy = copy.is_some();
    let reading = copy.unwrap_or_else(|| Arc::new(unknown(action.intent.copy_version)));
    let order = DeleteOrder {
        target: action.intent.target.clone(),
        version: action.intent.lock,
        token: None,
        reading,
    };
    let cause = match &action.end {
        None => "mirrordeck was ended meanwhile".to_owned(),
        Some(_) => "none that was clear".to_owned(),
    };
    if let Ok(Look::Standing(found)) = look
        && !has_copy
        && found.document.version == action.intent.copy_version
    {
        // The copy always comes before the request, so none was sent; should the copy have been
        // taken away since, the version says the same.
        let reason = format!("{cause}, and nothing was sent: it stands unchanged");
        return not_sent(Word::NotDeleted, &reason);
    }
    let answer: Result<DeleteReceipt, ApiError> = Err(ApiError::NoAnswer {
        why: NoAnswer::Crashed,
        cause: SafeText::from_text(&cause),
    });
    judge_look(&order, &answer, look)
}

/// Stands in for a copy that is not there: equal to nothing that was read.
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
