//! What goes on while a caller waits for a result.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use tokio::sync::watch;

use super::Client;
use crate::api::transport::Transport;
use crate::model::error::Retry;

/// One request as its caller follows it: how often it was sent, that it waits to be sent again, and
/// how it is given up. An operation that asks several things is one call. Clones are the same call.
#[derive(Clone, Default)]
pub struct Call {
    inner: Arc<Inner>,
    /// Whether its requests are only looks around the one that counts.
    is_aside: bool,
}

#[derive(Default)]
struct Inner {
    on_retry: Option<Box<dyn Fn(Option<Retry>) + Send + Sync>>,
    given_up: watch::Sender<bool>,
    attempts: AtomicU32,
}

impl Call {
    /// A call that tells of each wait when it begins, and with none when it is over. By default nobody
    /// listens.
    pub fn new(on_retry: impl Fn(Option<Retry>) + Send + Sync + 'static) -> Self {
        let inner = Arc::new(Inner {
            on_retry: Some(Box::new(on_retry)),
            ..Inner::default()
        });
        Self {
            inner,
            is_aside: false,
        }
    }

    /// The same call for looks before and after the request: told of and given up with it, but not
    /// counted.
    #[must_use]
    pub fn aside(&self) -> Self {
        Self {
            is_aside: true,
            ..self.clone()
        }
    }

    /// Ends the waiting, now or as soon as it would begin: the last error is the result. What is on
    /// the wire is not touched.
    pub fn give_up(&self) {
        self.inner.given_up.send_replace(true);
    }

    /// Requests that were handed to the transport so far.
    #[must_use]
    pub fn attempts(&self) -> u32 {
        self.inner.attempts.load(Ordering::Relaxed)
    }

    pub(super) fn count_attempt(&self) {
        if !self.is_aside {
            self.inner.attempts.fetch_add(1, Ordering::Relaxed);
        }
    }

    pub(super) fn tell(&self, retry: Option<Retry>) {
        if let Some(on_retry) = &self.inner.on_retry {
            on_retry(retry);
        }
    }

    pub(super) fn is_given_up(&self) -> bool {
        *self.inner.given_up.borrow()
    }

    /// Ends when the call is given up, which may be never.
    pub(super) async fn given_up(&self) {
        let mut given_up = self.inner.given_up.subscribe();
        let waited = given_up.wait_for(|given_up| *given_up).await;
        waited.expect("the call holds the sender");
    }
}

impl<T: Transport> Client<T> {
    /// The same client for requests that are followed.
    #[must_use]
    pub fn followed(&self, call: Call) -> Self {
        Self {
            call,
            ..self.clone()
        }
    }
}

impl fmt::Debug for Call {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Call")
            .field("attempts", &self.attempts())
            .field("given_up", &self.is_given_up())
            .finish_non_exhaustive()
    }
}
