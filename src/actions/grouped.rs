//! What several tasks want on the disk at the same moment is written together.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::oneshot;

/// Writes that wait for the one that is under way. The first to come writes at once, so that a single
/// one takes no longer than without a queue; whoever comes meanwhile is in the next group.
pub(super) struct Grouped<W, R>(Mutex<State<W, R>>);

struct State<W, R> {
    waiting: Vec<(W, oneshot::Sender<R>)>,
    is_writing: bool,
}

impl<W, R> Default for Grouped<W, R> {
    fn default() -> Self {
        Self(Mutex::new(State {
            waiting: Vec::new(),
            is_writing: false,
        }))
    }
}

impl<W: Send + 'static, R: Send + 'static> Grouped<W, R> {
    /// Waits until `work` is done, by itself or with others.
    ///
    /// * `queue` - finds the queue in what is shared.
    /// * `write` - does a group on a thread that may block: a result for each, in the same order.
    ///   Everybody who uses a queue must mean the same by it.
    ///
    /// Nothing where the writer crashed.
    pub(super) async fn write<S: Send + Sync + 'static>(
        shared: &Arc<S>,
        queue: fn(&S) -> &Self,
        work: W,
        write: fn(&S, &[W]) -> Vec<R>,
    ) -> Option<R> {
        let (done, result) = oneshot::channel();
        let must_write = {
            let mut state = queue(shared).lock();
            state.waiting.push((work, done));
            !std::mem::replace(&mut state.is_writing, true)
        };
        if must_write {
            let shared = shared.clone();
            tokio::task::spawn_blocking(move || {
                // Outlives the turn: who is told of a crash may write again at once, and must not be
                // taken for one of those who waited for it.
                let mut waiting;
                let turn = Turn(queue(&shared));
                while let Some((group, dones)) = turn.next() {
                    waiting = dones;
                    let results = write(&shared, &group);
                    for (done, result) in waiting.drain(..).zip(results) {
                        // Whoever does not wait any more was cut off.
                        let _ = done.send(result);
                    }
                }
            });
        }
        result.await.ok()
    }

    fn lock(&self) -> MutexGuard<'_, State<W, R>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The writer's turn. It ends when nothing waits, or with a crash: then those who wait are told by the
/// end of their channels, and the next one writes again.
struct Turn<'a, W: Send + 'static, R: Send + 'static>(&'a Grouped<W, R>);

impl<W: Send + 'static, R: Send + 'static> Turn<'_, W, R> {
    fn next(&self) -> Option<(Vec<W>, Vec<oneshot::Sender<R>>)> {
        let mut state = self.0.lock();
        if state.waiting.is_empty() {
            // Under the lock, so that nobody queues up behind a writer who has looked already.
            state.is_writing = false;
            return None;
        }
        let group = std::mem::take(&mut state.waiting);
        Some(group.into_iter().unzip())
    }
}

impl<W: Send + 'static, R: Send + 'static> Drop for Turn<'_, W, R> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            let mut state = self.0.lock();
            state.waiting.clear();
            state.is_writing = false;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::sync::{Arc, Mutex};
    use std::time::Duration;

    use super::Grouped;

    #[derive(Default)]
    struct Desk {
        queue: Grouped<u32, u32>,
        groups: Mutex<Vec<usize>>,
        crashes: AtomicUsize,
    }

    impl Desk {
        async fn double(self: &Arc<Self>, number: u32) -> Option<u32> {
            Grouped::write(self, |desk| &desk.queue, number, Self::doubled).await
        }

        fn doubled(&self, numbers: &[u32]) -> Vec<u32> {
            self.groups.lock().unwrap().push(numbers.len());
            std::thread::sleep(Duration::from_millis(20));
            let crashes = &self.crashes;
            let is_sound = |left: usize| left.checked_sub(1);
            assert!(
                crashes
                    .fetch_update(Ordering::Relaxed, Ordering::Relaxed, is_sound)
                    .is_err(),
                "the writer breaks"
            );
            numbers.iter().map(|number| number * 2).collect()
        }
    }

    #[tokio::test]
    async fn those_who_come_while_one_writes_are_written_together() {
        let desk = Arc::new(Desk::default());
        let all = (0..50).map(|number| desk.double(number));
        let doubled = futures_util::future::join_all(all).await;
        let expected: Vec<_> = (0..50).map(|number| Some(number * 2)).collect();
        assert_eq!(doubled, expected);
        let groups = desk.groups.lock().unwrap().clone();
        assert!(groups.len() <= 3, "{groups:?}");
    }

    #[tokio::test]
    async fn after_a_crash_the_next_one_writes_again() {
        let desk = Arc::new(Desk::default());
        desk.crashes.store(1, Ordering::Relaxed);
        assert_eq!(desk.double(1).await, None);
        assert_eq!(desk.double(2).await, Some(4));
    }
}
