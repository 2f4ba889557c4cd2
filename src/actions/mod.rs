//! Deletions and restores from the confirmation to the word about their outcome, in the one order
//! that loses nothing: journal, copy, request, look, journal.
//!
//! Above the protocol and the storage, below the screens: an action is a task that goes on whatever
//! the screen does, and that may be cut off at any point without leaving a lie behind.

mod deletion;
mod grouped;
mod keeper;
pub mod points;
mod recovery;
mod restoration;
mod run;

use std::sync::Arc;
use std::time::Duration;

pub use keeper::Keeper;
pub use run::{OnRunEvent, RunControl};

use self::points::Points;
use crate::api::client::{Call, Client};
use crate::api::transport::Transport;
use crate::model::action::Stage;
use crate::model::record::{ActionId, Event, Origin, StorageProblem};
use crate::model::task::TaskRef;

/// How long the service may take to show what it has just done before the second look.
const SECOND_LOOK: Duration = Duration::from_secs(2);

/// Deletes and restores. A clone works on the same account and the same folder.
#[derive(Clone)]
pub struct Actions<T: Transport> {
    /// Speaks with the service.
    pub client: Client<T>,
    /// Keeps copies and the journal.
    pub keeper: Keeper,
    /// The account, as records name it.
    pub origin: Origin,
    /// Where tests may hold or cut off an action.
    pub points: Points,
    /// The item of a run that everything here is for; none outside of runs.
    pub task: Option<TaskRef>,
}

impl<T: Transport> Actions<T> {
    /// The client for looks before and after the request of a call: told of and given up with it.
    fn looking(&self, call: &Call) -> Client<T> {
        // Many items look at the same time: they take turns.
        let client = match self.task {
            None => self.client.ahead(),
            Some(_) => self.client.background(),
        };
        client.followed(call.aside())
    }

    /// Writes to the journal what happened, at the service's time where this computer's is wrong.
    async fn record(&self, id: &ActionId, event: Event) -> Result<(), StorageProblem> {
        let at_ms = self.client.now_ms();
        self.keeper.record(id, event, at_ms).await
    }
}

/// Hears what an action is doing.
pub type OnStage = Arc<dyn Fn(Stage) + Send + Sync>;
