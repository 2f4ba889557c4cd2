//! What was read and is kept for a while.

use std::collections::{HashMap, VecDeque};
use std::hash::Hash;

use super::slot::Slot;

/// Slots by key, of which the oldest are dropped.
#[derive(Debug)]
pub struct Kept<K, V> {
    slots: HashMap<K, Slot<V>>,
    /// Keys, the one that came first in front.
    order: VecDeque<K>,
}

impl<K: Clone + Eq + Hash, V> Kept<K, V> {
    /// None yet.
    #[must_use]
    pub fn new() -> Self {
        Self {
            slots: HashMap::new(),
            order: VecDeque::new(),
        }
    }

    /// The slot of a key, made where there is none.
    pub fn slot(&mut self, key: &K) -> &mut Slot<V> {
        if !self.slots.contains_key(key) {
            self.order.push_back(key.clone());
        }
        self.slots.entry(key.clone()).or_default()
    }

    /// Takes a slot away.
    pub fn remove(&mut self, key: &K) -> Option<Slot<V>> {
        self.order.retain(|kept| kept != key);
        self.slots.remove(key)
    }

    /// Drops the oldest slot that may be dropped and has no question open; nothing where there is none.
    pub fn drop_oldest(&mut self, may_drop: impl Fn(&K, &Slot<V>) -> bool) -> Option<Slot<V>> {
        let slots = &self.slots;
        let place = self.order.iter().position(|key| {
            slots
                .get(key)
                .is_none_or(|slot| slot.open.is_none() && may_drop(key, slot))
        })?;
        let key = self.order.remove(place)?;
        self.slots.remove(&key)
    }

    /// The slot of a key.
    #[must_use]
    pub fn get(&self, key: &K) -> Option<&Slot<V>> {
        self.slots.get(key)
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.slots.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.slots.is_empty()
    }

    /// Every slot, in no order.
    pub fn slots_mut(&mut self) -> impl Iterator<Item = &mut Slot<V>> {
        self.slots.values_mut()
    }
}

impl<K: Clone + Eq + Hash, V> Default for Kept<K, V> {
    fn default() -> Self {
        Self::new()
    }
}
