//! Performs effects in background tasks and answers with messages.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::mpsc::{self, Sender, UnboundedReceiver, UnboundedSender};
use tokio::task::{AbortHandle, Id, JoinError, JoinSet};
use tokio::time::Instant;

use super::telling::Telling;
use super::user_file;
use crate::actions::{Actions, OnRunEvent, OnStage, RunControl};
use crate::api::client::Call;
use crate::api::clock::Clock;
use crate::api::transport::Transport;
use crate::app::effect::{Effect, Rank};
use crate::app::message::{Answer, Answered, Message, RequestId};
use crate::model::action::Resolution;
use crate::model::device::Listing;
use crate::model::error::{ApiError, Retry};
use crate::model::mirror::MirrorRead;
use crate::model::record::ActionId;

/// What the worker needs besides the effects.
#[derive(Clone)]
pub struct Worker<T: Transport> {
    /// Deletes, restores, and has the client for everything else.
    pub actions: Actions<T>,
    /// Tells when an answer came.
    pub clock: Clock,
    /// Devices to ask for in one page.
    pub page_size: u32,
}

/// Tasks under way, by task and by question.
struct Running {
    tasks: JoinSet<Option<Message>>,
    questions: HashMap<Id, RequestId>,
    aborts: HashMap<RequestId, AbortHandle>,
    calls: HashMap<RequestId, Call>,
    /// How runs are steered; one that has ended hears nothing any more.
    runs: HashMap<ActionId, RunControl>,
    /// What is heard of a request before its answer.
    asides: UnboundedSender<Message>,
}

impl<T: Transport> Worker<T> {
    /// Performs effects until the other side hangs up.
    pub async fn run(self, mut effects: UnboundedReceiver<Effect>, messages: Sender<Message>) {
        let (asides, mut heard) = mpsc::unbounded_channel();
        let mut running = Running {
            tasks: JoinSet::new(),
            questions: HashMap::new(),
            aborts: HashMap::new(),
            calls: HashMap::new(),
            runs: HashMap::new(),
            asides,
        };
        let mut telling = Telling::default();
        loop {
            let message = tokio::select! {
                effect = effects.recv() => match effect {
                    Some(effect) => { self.begin(effect, &mut running); continue }
                    None => return,
                },
                Some(aside) = heard.recv() => Some(aside),
                Some(done) = running.tasks.join_next_with_id() => {
                    // What was heard of a request comes before its answer.
                    while let Ok(aside) = heard.try_recv() {
                        if messages.send(aside).await.is_err() {
                            return;
                        }
                    }
                    let correction_s = self.actions.client.clock_correction_s();
                    running.end(done, &self.clock, correction_s)
                }
                () = telling.due() => None,
            };
            if let Some(message) = message
                && messages.send(message).await.is_err()
            {
                return;
            }
            let traffic = self.actions.client.traffic();
            if telling.take(traffic, Instant::now())
                && messages.send(Message::Traffic(traffic)).await.is_err()
            {
                return;
            }
        }
    }

    fn begin(&self, effect: Effect, running: &mut Running) {
        let Some(request) = effect.asks() else {
            return self.aside(effect, running);
        };
        let call = running.call(request);
        // What changes something cannot be taken back, so nothing may end its task early.
        let may_abort = !matches!(
            effect,
            Effect::DeleteMirror { .. } | Effect::RestoreMirror { .. } | Effect::RunTask { .. }
        );
        let asides = Asides {
            request,
            messages: running.asides.clone(),
        };
        let control = RunControl::default();
        if let Effect::RunTask { plan, .. } = &effect {
            running.runs.insert(plan.id.clone(), control.clone());
        }
        let worker = self.clone();
        let task = running.tasks.spawn(async move {
            let began = Instant::now();
            let answer = worker.perform(effect, call, asides, control).await?;
            let took_ms = u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX);
            let at_ms = worker.clock.now_signed_ms();
            let clock_correction_s = worker.actions.client.clock_correction_s();
            Some(Message::Answered(Answered {
                request,
                at_ms,
                took_ms,
                clock_correction_s,
                answer,
            }))
        });
        running.questions.insert(task.id(), request);
        if may_abort {
            running.aborts.insert(request, task);
        }
    }

    /// What has no answer of its own.
    fn aside(&self, effect: Effect, running: &mut Running) {
        match effect {
            Effect::Abandon { request } => {
                if let Some(abort) = running.aborts.remove(&request) {
                    abort.abort();
                }
            }
            Effect::GiveUp { request } => {
                if let Some(call) = running.calls.get(&request) {
                    call.give_up();
                }
            }
            Effect::ControlTask { task, mode } => {
                if let Some(control) = running.runs.get(&task) {
                    control.set(mode);
                }
            }
            Effect::WakeAfter { after_ms, wake } => {
                let after = Duration::from_millis(after_ms);
                running.tasks.spawn(async move {
                    tokio::time::sleep(after).await;
                    Some(Message::Woke(wake))
                });
            }
            Effect::RecordReturn { id, version } => {
                let actions = self.actions.clone();
                running.tasks.spawn(async move {
                    actions.record_return(&id, version).await;
                    None
                });
            }
            _ => {}
        }
    }

    async fn perform(
        &self,
        effect: Effect,
        call: Call,
        asides: Asides,
        control: RunControl,
    ) -> Option<Answer> {
        let on_stage = asides.on_stage();
        let actions = &self.actions;
        let followed = || actions.client.followed(call.clone());
        Some(match effect {
            Effect::ListDevices {
                listing,
                page,
                rank,
                ..
            } => {
                let client = match rank {
                    Rank::InView => followed(),
                    Rank::Ahead => followed().background(),
                };
                Answer::Devices(match listing {
                    Listing::All => client.list_devices(page, self.page_size).await,
                    Listing::Search { by, keyword } => {
                        client
                            .search_devices(by, &keyword, page, self.page_size)
                            .await
                    }
                })
            }
            Effect::ListMirrors { device, .. } => {
                Answer::Mirrors(followed().list_mirrors(&device).await)
            }
            Effect::ViewMirror { target, .. } => {
                Answer::Mirror(laid_out(followed().view_mirror(&target).await))
            }
            Effect::WatchMirror { target, .. } => {
                let client = followed().background();
                Answer::Mirror(laid_out(client.view_mirror(&target).await))
            }
            Effect::ReadAfresh { target, .. } => {
                Answer::Mirror(followed().ahead().view_mirror(&target).await)
            }
            Effect::DeleteMirror { order, .. } => {
                Answer::Deleted(actions.delete(&order, call, on_stage).await)
            }
            Effect::RestoreMirror { order, .. } => {
                Answer::Restored(actions.restore(&order, call, on_stage).await)
            }
            Effect::Recover { own, .. } => {
                Answer::Recovered(actions.recover(own, asides.found_out(&self.clock)).await)
            }
            Effect::CleanUp { .. } => Answer::CleanedUp(actions.prune().await),
            Effect::LookAgain { action, .. } => {
                Answer::LookedAgain(actions.look_again(&action).await)
            }
            Effect::CloseAction { id, .. } => Answer::Closed(actions.close(&id).await),
            Effect::LookForReturn { target, .. } => {
                Answer::LookedForReturn(followed().view_mirror(&target).await)
            }
            Effect::FetchLastCopy { .. } => Answer::LastCopy(actions.last_copy().await),
            Effect::ListCopies { .. } => Answer::Copies(actions.keeper.list().await),
            Effect::ReadHeads { ids, .. } => Answer::Heads(actions.keeper.heads(ids).await),
            Effect::FetchCopy { id, .. } => Answer::Copy(actions.copy(&id).await),
            Effect::SweepNames { device, .. } => {
                Answer::Mirrors(followed().background().list_mirrors(&device).await)
            }
            Effect::ReadFacts { target, .. } => {
                let read = followed().background().view_mirror(&target).await;
                Answer::Facts(read.as_ref().map(Into::into).map_err(Clone::clone))
            }
            Effect::SaveFile {
                path,
                contents,
                overwrite,
                ..
            } => Answer::Saved(user_file::write(path, contents, overwrite).await),
            Effect::RunTask {
                plan,
                todo,
                watch_after_ms,
                ..
            } => {
                let on_event = asides.on_run_event(&plan.id, &self.clock);
                let after = watch_after_ms.map(Duration::from_millis);
                let ended = actions.run_task(plan, todo, control, after, on_event).await;
                Answer::TaskEnded(ended)
            }
            Effect::ListTasks { .. } => Answer::Tasks(actions.tasks().await),
            Effect::CloseTask { id, .. } => Answer::Closed(actions.close_task(&id).await),
            Effect::ReadFile { path, .. } => Answer::FileRead(user_file::read(path).await),
            Effect::Abandon { .. }
            | Effect::GiveUp { .. }
            | Effect::WakeAfter { .. }
            | Effect::Copy { .. }
            | Effect::ControlTask { .. }
            | Effect::RecordReturn { .. }
            | Effect::Suspend => return None,
        })
    }
}

/// Finds the lines of what was read, so that no key waits for them.
fn laid_out(answer: Result<MirrorRead, ApiError>) -> Result<MirrorRead, ApiError> {
    if let Ok(MirrorRead::Found(reading)) = &answer {
        reading.outline();
    }
    answer
}

/// Where what is heard of a request before its answer goes. Only the end of the worker closes the
/// channel, and then nobody listens.
#[derive(Clone)]
struct Asides {
    request: RequestId,
    messages: UnboundedSender<Message>,
}

impl Asides {
    fn on_stage(&self) -> OnStage {
        let Self { request, messages } = self.clone();
        Arc::new(move |stage| {
            let _ = messages.send(Message::Staged { request, stage });
        })
    }

    fn on_run_event(&self, task: &ActionId, clock: &Clock) -> OnRunEvent {
        let (messages, task, clock) = (self.messages.clone(), task.clone(), clock.clone());
        Arc::new(move |event| {
            let _ = messages.send(Message::TaskNews {
                task: task.clone(),
                events: vec![event],
                at_ms: clock.now_signed_ms(),
            });
        })
    }

    fn on_retry(&self) -> impl Fn(Option<Retry>) + Send + Sync + 'static {
        let Self { request, messages } = self.clone();
        move |retry| {
            let _ = messages.send(Message::Retrying { request, retry });
        }
    }

    fn found_out(&self, clock: &Clock) -> impl Fn(Resolution) + Send + 'static {
        let (messages, clock) = (self.messages.clone(), clock.clone());
        move |resolution| {
            let _ = messages.send(Message::FoundOut {
                resolution: Box::new(resolution),
                at_ms: clock.now_signed_ms(),
            });
        }
    }
}

impl Running {
    /// How a request is followed from now on.
    fn call(&mut self, request: RequestId) -> Call {
        let asides = Asides {
            request,
            messages: self.asides.clone(),
        };
        let call = Call::new(asides.on_retry());
        self.calls.insert(request, call.clone());
        call
    }

    /// Takes the end of a task. One that crashed answers too: nobody may wait for ever.
    fn end(
        &mut self,
        done: Result<(Id, Option<Message>), JoinError>,
        clock: &Clock,
        clock_correction_s: i64,
    ) -> Option<Message> {
        let (id, message) = match done {
            Ok((id, message)) => (id, Ok(message)),
            Err(error) => (error.id(), Err(error)),
        };
        let request = self.questions.remove(&id);
        if let Some(request) = request {
            self.aborts.remove(&request);
            self.calls.remove(&request);
        }
        let error = match message {
            Ok(message) => return message,
            Err(error) if error.is_cancelled() => return None,
            Err(error) => error,
        };
        tracing::error!(%error, "a task of the worker crashed");
        Some(Message::Answered(Answered {
            request: request?,
            at_ms: clock.now_signed_ms(),
            took_ms: 0,
            clock_correction_s,
            answer: Answer::Crashed,
        }))
    }
}
