//! Calls that are given up.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use mirrordeck::api::client::{Call, Client};
use mirrordeck::api::clock::Clock;
use mirrordeck::api::transport::{Transport, TransportError};
use mirrordeck::api::wire::{WireRequest, WireResponse};
use mirrordeck::model::base_url::{BaseUrl, PUBLIC_API_URL};
use mirrordeck::model::error::Retry;
use tokio::sync::Semaphore;
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};
use tokio::time::Instant;

use super::order;
use crate::support::scripted::{
    NOW_MS, Scripted, client, default_of, device, error, keys, named, refusal, reply,
};

/// A call, and the waits that it tells of.
fn call() -> (Call, UnboundedReceiver<Retry>) {
    let (tell, told) = unbounded_channel();
    // That a wait is over is not told on.
    let tell = move |retry: Option<Retry>| retry.into_iter().for_each(|it| tell.send(it).unwrap());
    (Call::new(tell), told)
}

#[tokio::test(start_paused = true)]
async fn a_call_given_up_before_is_sent_once() {
    let (call, mut told) = call();
    call.give_up();
    let transport = Scripted::new([error(503, "500", "m")]);
    let client = client(transport).followed(call.clone());
    assert_eq!(refusal(client.list_devices(0, 10).await).status, 503);
    assert_eq!(call.attempts(), 1);
    assert!(told.try_recv().is_err(), "no wait begins");
}

#[tokio::test(start_paused = true)]
async fn giving_up_ends_the_wait_at_once_with_the_last_error() {
    for method in ["GET", "DELETE"] {
        let (call, mut told) = call();
        let mut busy = error(429, "420", "m");
        busy.headers
            .push(("retry-after".to_owned(), "20".to_owned()));
        let transport = Scripted::new([busy]);
        let client = client(transport.clone()).followed(call.clone());
        let begun = Instant::now();
        let task = tokio::spawn(async move {
            match method {
                "GET" => client.list_devices(0, 10).await.map(drop),
                _ => client
                    .delete_mirror(&order(default_of("a")))
                    .await
                    .map(drop),
            }
        });
        let retry = told.recv().await.unwrap();
        assert!(retry.after_ms >= 20_000);
        tokio::time::sleep(Duration::from_secs(7)).await;
        call.give_up();
        assert_eq!(refusal(task.await.unwrap()).status, 429);
        assert_eq!(begun.elapsed(), Duration::from_secs(7), "{method}");
        assert_eq!((call.attempts(), transport.sent().len()), (1, 1));
    }
}

/// Fails requests with `broken` in their path, and holds all others until they are let go.
#[derive(Clone)]
struct Held {
    gate: Arc<Semaphore>,
    arrived: Arc<AtomicUsize>,
}

impl Held {
    fn new() -> Self {
        Self {
            gate: Arc::new(Semaphore::new(0)),
            arrived: Arc::default(),
        }
    }

    /// Waits until so many requests were held. One thread: after enough turns, everything that can
    /// arrive has arrived.
    async fn holds(&self, count: usize) {
        for _ in 0..100 {
            tokio::task::yield_now().await;
        }
        assert_eq!(self.arrived.load(Ordering::SeqCst), count);
    }

    /// A client that has one read on the wire at a time.
    fn client(&self) -> Client<Held> {
        let base = BaseUrl::parse(PUBLIC_API_URL).unwrap();
        let clock = Clock::from_fn(|| NOW_MS);
        Client::new(self.clone(), &base, keys(), clock, 1, false).with_jitter(|| 1.0)
    }
}

impl Transport for Held {
    async fn send(&self, request: WireRequest) -> Result<WireResponse, TransportError> {
        if request.path_and_query.contains("broken") {
            return Err(TransportError::Broken {
                cause: "reset".to_owned(),
            });
        }
        self.arrived.fetch_add(1, Ordering::SeqCst);
        self.gate.acquire().await.unwrap().forget();
        Ok(reply(200, r#"{"version": 1}"#))
    }
}

#[tokio::test(start_paused = true)]
async fn what_is_on_the_wire_is_not_touched() {
    let held = Held::new();
    let (call, mut told) = call();
    let client = held.client().followed(call.clone());
    let task = tokio::spawn(async move {
        let receipt = client.delete_mirror(&order(default_of("bulb-01"))).await;
        receipt.map(|receipt| receipt.version)
    });
    held.holds(1).await;
    call.give_up();
    tokio::time::sleep(Duration::from_secs(5)).await;
    assert!(!task.is_finished());
    held.gate.add_permits(1);
    assert_eq!(task.await.unwrap().unwrap(), Some(1));
    assert!(told.try_recv().is_err());
}

#[tokio::test(start_paused = true)]
async fn a_read_that_waits_lets_others_go_and_can_be_given_up_in_the_queue_too() {
    let held = Held::new();
    let (call, mut told) = call();
    let client = held.client();
    let followed = client.followed(call.clone());
    let waiting = tokio::spawn(async move { followed.view_device(&device("broken")).await });
    told.recv().await.unwrap();
    // The only turn is free while the first waits.
    let other = tokio::spawn(async move { client.view_mirror(&named("bulb-01", "x")).await });
    held.holds(1).await;
    // Its wait is over, but now the turn is taken.
    tokio::time::sleep(Duration::from_mins(1)).await;
    assert!(!waiting.is_finished());
    assert_eq!(call.attempts(), 1);
    call.give_up();
    waiting.await.unwrap().unwrap_err();
    assert_eq!(call.attempts(), 1);
    held.gate.add_permits(1);
    other.await.unwrap().unwrap();
}

#[test]
fn debug_of_a_call_tells_how_it_stands() {
    let (call, _told) = call();
    call.give_up();
    let shown = format!("{call:?}");
    assert_eq!(shown, "Call { attempts: 0, given_up: true, .. }");
}
