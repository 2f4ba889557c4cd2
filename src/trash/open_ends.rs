//! What of the journal is not resolved.

use std::collections::{HashMap, HashSet};

use crate::model::outcome::Word;
use crate::model::record::{ActionId, Event, OpenEnd, Record};

/// Everything that is not resolved.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct OpenEnds {
    /// Oldest first.
    pub actions: Vec<OpenEnd>,
    /// Lines of the journal that could not be read; one of them may have been an end, or an intent.
    pub unreadable: usize,
}

/// Actions that were resolved and then in doubt again. This is rare (two programs looked at once),
/// and their intents are forgotten by then, so they are held from the start in a second pass.
pub(super) type Reopened = HashSet<ActionId>;

/// One pass over the records. What is resolved is forgotten, so that memory holds what is open.
pub(super) struct Pass {
    open: HashMap<ActionId, Progress>,
    held: Reopened,
    reopened: Reopened,
}

struct Progress {
    action: OpenEnd,
    is_closed: bool,
}

impl Progress {
    fn is_open(&self) -> bool {
        let end = self.action.end.as_ref();
        !self.is_closed && end.is_none_or(|end| end.word == Word::OutcomeUnknown)
    }
}

impl Pass {
    /// A pass that forgets none of `held`.
    pub(super) fn new(held: Reopened) -> Self {
        Self {
            open: HashMap::new(),
            held,
            reopened: Reopened::new(),
        }
    }

    /// Takes the next record.
    pub(super) fn see(&mut self, record: Record) {
        let Record {
            at_ms,
            id,
            run,
            event,
        } = record;
        match event {
            Event::Intended(intent) => {
                let action = OpenEnd {
                    id: id.clone(),
                    run,
                    at_ms,
                    intent: *intent,
                    end: None,
                };
                let is_closed = false;
                self.open.insert(id, Progress { action, is_closed });
            }
            Event::Ended(end) => match self.open.get_mut(&id) {
                Some(progress) => {
                    progress.action.end = Some(end);
                    self.forget_if_resolved(&id);
                }
                None if end.word == Word::OutcomeUnknown => {
                    self.reopened.insert(id);
                }
                None => {
                    self.reopened.remove(&id);
                }
            },
            Event::Closed => {
                self.reopened.remove(&id);
                if let Some(progress) = self.open.get_mut(&id) {
                    progress.is_closed = true;
                    self.forget_if_resolved(&id);
                }
            }
            Event::CameBack { .. } => {}
        }
    }

    /// What a second pass must hold, if one is needed.
    pub(super) fn reopened(&self) -> Option<Reopened> {
        (!self.reopened.is_empty()).then(|| self.reopened.clone())
    }

    /// What is open at the end.
    pub(super) fn finish(self, unreadable: usize) -> OpenEnds {
        let open = self.open.into_values().filter(Progress::is_open);
        let mut actions: Vec<OpenEnd> = open.map(|progress| progress.action).collect();
        actions.sort_unstable_by(|one, other| (one.at_ms, &one.id).cmp(&(other.at_ms, &other.id)));
        OpenEnds {
            actions,
            unreadable,
        }
    }

    fn forget_if_resolved(&mut self, id: &ActionId) {
        if !self.held.contains(id) && self.open.get(id).is_some_and(|it| !it.is_open()) {
            self.open.remove(id);
        }
    }
}
