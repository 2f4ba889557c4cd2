//! How many retries all requests may still make together, so that an outage is not multiplied.

use std::sync::atomic::{AtomicU32, Ordering};

use crate::api::wire::Method;

/// What a retry costs, in tenths of a retry.
const RETRY: u32 = 10;
/// What a reply of a service that works gives back, in tenths of a retry.
const REPLY: u32 = 1;
/// Ten retries, in tenths: what there is at the start and at most.
const FULL: u32 = 10 * RETRY;
/// What reads leave to changes, in tenths: a deletion is not to starve because lists were read
/// while the service was down.
const KEPT_FOR_CHANGES: u32 = 2 * RETRY;

/// Retries that are left. It counts replies instead of time: a service that is down gives nothing
/// back however long it is asked.
#[derive(Debug)]
pub(super) struct Budget(AtomicU32);

impl Default for Budget {
    fn default() -> Self {
        Self(AtomicU32::new(FULL))
    }
}

impl Budget {
    /// Takes one retry; nothing where none is left for this method.
    pub(super) fn take(&self, method: Method) -> Option<Taken<'_>> {
        let kept = match method {
            Method::Get => KEPT_FOR_CHANGES,
            Method::Post | Method::Delete => 0,
        };
        let spend = |left: u32| left.checked_sub(RETRY).filter(|rest| *rest >= kept);
        let taken = self
            .0
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, spend);
        // Built only where there is one: dropped, it would be given back.
        taken.is_ok().then(|| Taken { budget: self })
    }

    /// The service answered as one that works.
    pub(super) fn answered(&self) {
        self.give_back(REPLY);
    }

    fn give_back(&self, tenths: u32) {
        let fill = |left: u32| Some(left.saturating_add(tenths).min(FULL));
        // Never refused, as there is always a new value.
        let _ = self
            .0
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, fill);
    }
}

/// A retry that was taken and is given back unless it is made: who leaves while it waits has sent
/// nothing.
#[must_use]
pub(super) struct Taken<'a> {
    budget: &'a Budget,
}

impl Taken<'_> {
    /// The retry is made.
    pub(super) fn spend(self) {
        std::mem::forget(self);
    }
}

impl Drop for Taken<'_> {
    fn drop(&mut self) {
        self.budget.give_back(RETRY);
    }
}
