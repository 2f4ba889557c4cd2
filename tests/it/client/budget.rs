//! The retries that all requests share.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use mirrordeck::api::client::{Call, Client};
use mirrordeck::api::transport::{Transport, TransportError};
use mirrordeck::api::wire::{Method, WireRequest, WireResponse};
use tokio::task::JoinSet;

use super::order;
use crate::support::scripted::{Scripted, client, default_of, device, error, reply};

/// A service that is down or up, and counts. A read is told so, a change finds no connection.
#[derive(Clone, Default)]
struct Line(Arc<State>);

#[derive(Default)]
struct State {
    is_up: AtomicBool,
    sent: AtomicUsize,
}

impl Transport for Line {
    async fn send(&self, request: WireRequest) -> Result<WireResponse, TransportError> {
        self.0.sent.fetch_add(1, Ordering::SeqCst);
        if self.0.is_up.load(Ordering::SeqCst) {
            return Ok(reply(404, "no such thing"));
        }
        match request.method {
            Method::Get => Ok(error(503, "500", "Endpoint Error")),
            Method::Post | Method::Delete => Err(TransportError::NotConnected {
                cause: "refused".to_owned(),
            }),
        }
    }
}

impl Line {
    fn client(&self) -> Client<Line> {
        client(self.clone()).with_jitter(|| 0.5)
    }

    fn set_up(&self, is_up: bool) {
        self.0.is_up.store(is_up, Ordering::SeqCst);
    }

    /// Requests since the last time.
    fn sent(&self) -> usize {
        self.0.sent.swap(0, Ordering::SeqCst)
    }
}

async fn read(client: &Client<Line>) {
    client.view_device(&device("bulb-01")).await.unwrap_err();
}

async fn delete(client: &Client<Line>) {
    let order = order(default_of("bulb-01"));
    client.delete_mirror(&order).await.unwrap_err();
}

#[tokio::test(start_paused = true)]
async fn an_outage_is_not_multiplied_and_a_deletion_has_retries_left() {
    let line = Line::default();
    let client = line.client();
    let mut reads = JoinSet::new();
    for _ in 0..100 {
        let client = client.clone();
        reads.spawn(async move { read(&client).await });
    }
    reads.join_all().await;
    assert_eq!(line.sent(), 100 + 8);
    delete(&client).await;
    assert_eq!(line.sent(), 3, "two are kept for changes");
    delete(&client).await;
    assert_eq!(line.sent(), 1, "and then there are none");
}

#[tokio::test(start_paused = true)]
async fn changes_use_the_retries_up() {
    let line = Line::default();
    let client = line.client();
    for sent in [3, 3, 3, 3, 3, 1, 1, 1] {
        delete(&client).await;
        assert_eq!(line.sent(), sent);
    }
    read(&client).await;
    assert_eq!(line.sent(), 1);
}

#[tokio::test(start_paused = true)]
async fn replies_give_retries_back_one_for_ten() {
    let line = Line::default();
    let client = line.client();
    for _ in 0..5 {
        delete(&client).await;
    }
    line.set_up(true);
    for _ in 0..9 {
        read(&client).await;
    }
    line.set_up(false);
    line.sent();
    delete(&client).await;
    assert_eq!(line.sent(), 1, "nine are not enough");
    line.set_up(true);
    read(&client).await;
    line.set_up(false);
    line.sent();
    delete(&client).await;
    assert_eq!(line.sent(), 2);
}

#[tokio::test(start_paused = true)]
async fn no_more_are_saved_than_there_were_at_the_start() {
    let line = Line::default();
    let client = line.client();
    line.set_up(true);
    for _ in 0..500 {
        read(&client).await;
    }
    line.set_up(false);
    line.sent();
    for _ in 0..20 {
        read(&client).await;
    }
    assert_eq!(line.sent(), 20 + 8);
}

#[tokio::test(start_paused = true)]
async fn a_refused_deletion_in_an_outage_gives_nothing_back() {
    let transport = Scripted::with_failures(
        (0..10)
            .map(|_| TransportError::NotConnected {
                cause: "refused".to_owned(),
            })
            .chain(std::iter::repeat_with(|| TransportError::TimedOut { limit_ms: 1 }).take(5))
            .map(Err)
            .chain(vec![Ok(error(503, "500", "m")); 30])
            .chain(vec![Ok(error(429, "420", "m")); 3]),
    );
    let client = client(transport.clone());
    let target = order(default_of("bulb-01"));
    // Five deletions with two retries each; the last attempt of each is not answered.
    for _ in 0..5 {
        client.delete_mirror(&target).await.unwrap_err();
    }
    for _ in 0..30 {
        client.delete_mirror(&target).await.unwrap_err();
    }
    let before = transport.sent().len();
    client.delete_mirror(&target).await.unwrap_err();
    assert_eq!(transport.sent().len() - before, 1);
}

#[tokio::test(start_paused = true)]
async fn a_retry_that_is_not_made_is_given_back() {
    let line = Line::default();
    let client = line.client();
    for _ in 0..50 {
        // Both ways to leave: the call is given up, and the one who waits is gone.
        let (waits, mut begun) = tokio::sync::mpsc::unbounded_channel();
        let call = Call::new(move |retry| waits.send(retry).unwrap());
        let followed = client.followed(call.clone());
        let task = tokio::spawn(async move { read(&followed).await });
        begun.recv().await.unwrap();
        call.give_up();
        task.await.unwrap();

        let (waits, mut begun) = tokio::sync::mpsc::unbounded_channel();
        let followed = client.followed(Call::new(move |retry| waits.send(retry).unwrap()));
        let task = tokio::spawn(async move { read(&followed).await });
        begun.recv().await.unwrap();
        task.abort();
        assert!(task.await.unwrap_err().is_cancelled());
    }
    assert_eq!(line.sent(), 100);
    for _ in 0..20 {
        read(&client).await;
    }
    assert_eq!(line.sent(), 20 + 8);
}
