//! Performs effects in background tasks and answers with messages.

use std::collections::HashMap;
use std::time::Duration;

use tokio::sync::mpsc::{Sender, UnboundedReceiver};
use tokio::task::{AbortHandle, Id, JoinError, JoinSet};
use tokio::time::Instant;

use crate::api::client::Client;
use crate::api::clock::Clock;
use crate::api::transport::Transport;
use crate::app::effect::Effect;
use crate::app::message::{Answer, Answered, Message, RequestId};
use crate::model::error::{ApiError, NoAnswer};
use crate::model::text::SafeText;

/// What the worker needs besides the effects.
#[derive(Clone)]
pub struct Worker<T: Transport> {
    /// Speaks with the service.
    pub client: Client<T>,
    /// Tells when an answer came.
    pub clock: Clock,
    /// Devices to ask for in one page.
    pub page_size: u32,
}

/// Tasks under way, by task and by question.
#[derive(Default)]
struct Running {
    tasks: JoinSet<Option<Message>>,
    questions: HashMap<Id, (RequestId, Kind)>,
    aborts: HashMap<RequestId, AbortHandle>,
}

/// What kind of answer a question has, to answer for a task that ended early.
#[derive(Clone, Copy)]
enum Kind {
    Devices,
    Mirrors,
    Mirror,
    Deleted,
    Looked,
}

impl<T: Transport> Worker<T> {
    /// Performs effects until the other side hangs up.
    pub async fn run(self, mut effects: UnboundedReceiver<Effect>, messages: Sender<Message>) {
        let mut running = Running::default();
        loop {
            let message = tokio::select! {
                effect = effects.recv() => match effect {
                    Some(effect) => { self.begin(effect, &mut running); continue }
                    None => return,
                },
                Some(done) = running.tasks.join_next_with_id() => running.end(done, &self.clock),
            };
            if let Some(message) = message
                && messages.send(message).await.is_err()
            {
                return;
            }
        }
    }

    fn begin(&self, effect: Effect, running: &mut Running) {
        let (request, kind) = match &effect {
            Effect::ListDevices { request, .. } => (*request, Kind::Devices),
            Effect::ListMirrors { request, .. } => (*request, Kind::Mirrors),
            Effect::ViewMirror { request, .. } | Effect::ReadAfresh { request, .. } => {
                (*request, Kind::Mirror)
            }
            Effect::DeleteMirror { request, .. } => (*request, Kind::Deleted),
            Effect::LookAfterDelete { request, .. } => (*request, Kind::Looked),
            Effect::Abandon { request } => {
                if let Some(abort) = running.aborts.remove(request) {
                    abort.abort();
                }
                return;
            }
            Effect::WakeAfter { after_ms, wake } => {
                let (after, wake) = (Duration::from_millis(*after_ms), *wake);
                running.tasks.spawn(async move {
                    tokio::time::sleep(after).await;
                    Some(Message::Woke(wake))
                });
                return;
            }
        };
        let worker = self.clone();
        let task = running.tasks.spawn(async move {
            let began = Instant::now();
            let answer = worker.perform(effect).await?;
            let took_ms = u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX);
            let at_ms = worker.clock.now_signed_ms();
            Some(Message::Answered(Answered {
                request,
                at_ms,
                took_ms,
                answer,
            }))
        });
        running.questions.insert(task.id(), (request, kind));
        // A DELETE cannot be taken back, so nothing may end its task early.
        if !matches!(kind, Kind::Deleted) {
            running.aborts.insert(request, task);
        }
    }

    async fn perform(&self, effect: Effect) -> Option<Answer> {
        let client = &self.client;
        Some(match effect {
            Effect::ListDevices { page, .. } => {
                Answer::Devices(client.list_devices(page, self.page_size).await)
            }
            Effect::ListMirrors { device, .. } => {
                Answer::Mirrors(client.list_mirrors(&device).await)
            }
            Effect::ViewMirror { target, .. } => Answer::Mirror(client.view_mirror(&target).await),
            Effect::ReadAfresh { target, .. } => {
                Answer::Mirror(client.ahead().view_mirror(&target).await)
            }
            Effect::DeleteMirror { order, .. } => {
                Answer::Deleted(client.delete_mirror(&order).await)
            }
            Effect::LookAfterDelete { target, .. } => {
                Answer::Looked(client.ahead().look(&target).await)
            }
            Effect::Abandon { .. } | Effect::WakeAfter { .. } => return None,
        })
    }
}

impl Running {
    /// Takes the end of a task. One that crashed answers too: nobody may wait for ever, and a DELETE
    /// whose task crashed has no answer.
    fn end(
        &mut self,
        done: Result<(Id, Option<Message>), JoinError>,
        clock: &Clock,
    ) -> Option<Message> {
        let (id, message) = match done {
            Ok((id, message)) => (id, Ok(message)),
            Err(error) => (error.id(), Err(error)),
        };
        let question = self.questions.remove(&id);
        if let Some((request, _)) = question {
            self.aborts.remove(&request);
        }
        let error = match message {
            Ok(message) => return message,
            Err(error) if error.is_cancelled() => return None,
            Err(error) => error,
        };
        let (request, kind) = question?;
        tracing::error!(%error, "a task of the worker crashed");
        let cause = SafeText::from_text("a task of mirrordeck ended early");
        let crash = ApiError::NoAnswer {
            why: NoAnswer::Crashed,
            cause,
        };
        let answer = match kind {
            Kind::Devices => Answer::Devices(Err(crash)),
            Kind::Mirrors => Answer::Mirrors(Err(crash)),
            Kind::Mirror => Answer::Mirror(Err(crash)),
            Kind::Deleted => Answer::Deleted(Err(crash)),
            Kind::Looked => Answer::Looked(Err(crash)),
        };
        let at_ms = clock.now_signed_ms();
        Some(Message::Answered(Answered {
            request,
            at_ms,
            took_ms: 0,
            answer,
        }))
    }
}
