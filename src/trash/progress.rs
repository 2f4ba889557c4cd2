//! How far the items of runs are, read off the journal.

use std::collections::HashMap;
use std::sync::Arc;

use crate::i18n::Text;
use crate::model::record::{ActionId, Event, Record};
use crate::model::task::{ItemEnd, ItemState, TaskPlan, TaskRecord};

/// Takes the records of a journal in their order, and knows the state of each item at the end.
pub struct Progress {
    tasks: Vec<TaskRecord>,
    places: HashMap<ActionId, usize>,
    /// The item that an action was for, and its place in the plan.
    actions: HashMap<ActionId, (usize, usize)>,
    /// The last action of each item that was begun: an item may be tried again.
    last: HashMap<(usize, usize), ActionId>,
}

impl Progress {
    /// Nothing of these plans was begun.
    #[must_use]
    pub fn new(plans: Vec<(Arc<TaskPlan>, bool)>) -> Self {
        let places = plans.iter().enumerate();
        let places = places.map(|(place, (plan, _))| (plan.id.clone(), place));
        Self {
            places: places.collect(),
            tasks: plans
                .into_iter()
                .map(|(plan, is_closed)| TaskRecord {
                    states: vec![ItemState::Queued; plan.items.len()],
                    plan,
                    is_closed,
                })
                .collect(),
            actions: HashMap::new(),
            last: HashMap::new(),
        }
    }

    /// Takes the next record.
    pub fn see(&mut self, record: &Record) {
        match &record.event {
            Event::Intended(intent) => {
                let Some(reference) = &intent.task else {
                    return;
                };
                let Some(task) = self.places.get(&reference.task).copied() else {
                    return;
                };
                let item = usize::try_from(reference.item).unwrap_or(usize::MAX);
                let is_planned = self.tasks[task]
                    .plan
                    .items
                    .get(item)
                    .is_some_and(|planned| planned.target == intent.target);
                if is_planned {
                    self.actions.insert(record.id.clone(), (task, item));
                    self.last.insert((task, item), record.id.clone());
                    self.tasks[task].states[item] = ItemState::Sent;
                }
            }
            Event::Ended(end) => {
                let state = ItemState::Ended(ItemEnd {
                    word: end.word,
                    reason: Text::verbatim(end.reason.as_str()),
                    action: Some(record.id.clone()),
                });
                self.set(&record.id, state);
            }
            Event::CameBack { .. } => {
                if let Some(ItemState::Ended(end)) = self.state(&record.id).cloned() {
                    self.set(&record.id, ItemState::CameBack(end));
                }
            }
            Event::Closed => {}
        }
    }

    /// The runs with the states of their items.
    #[must_use]
    pub fn finish(self) -> Vec<TaskRecord> {
        self.tasks
    }

    /// The place of the item whose last action this is.
    fn place(&self, action: &ActionId) -> Option<(usize, usize)> {
        let place = *self.actions.get(action)?;
        (self.last.get(&place) == Some(action)).then_some(place)
    }

    fn state(&self, action: &ActionId) -> Option<&ItemState> {
        let (task, item) = self.place(action)?;
        Some(&self.tasks[task].states[item])
    }

    fn set(&mut self, action: &ActionId, state: ItemState) {
        if let Some((task, item)) = self.place(action) {
            self.tasks[task].states[item] = state;
        }
    }
}
