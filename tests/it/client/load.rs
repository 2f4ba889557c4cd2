//! A service under load, as the client meets it.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use mirrordeck::api::client::Client;
use mirrordeck::api::clock::Clock;
use mirrordeck::api::transport::{Transport, TransportError};
use mirrordeck::api::wire::{WireRequest, WireResponse};
use mirrordeck::model::base_url::{BaseUrl, PUBLIC_API_URL};
use tokio::time::{Instant, sleep};

use super::order;
use crate::support::scripted::{NOW_MS, default_of, error, keys, reply};

/// A service that takes its time and refuses what comes above a rate.
#[derive(Clone)]
pub struct Model(Arc<Mutex<State>>);

struct State {
    began: Instant,
    latency: Duration,
    /// Requests in a second, and how many of them may come at once.
    rate: Option<(f64, f64)>,
    tokens: f64,
    filled: Instant,
    /// What the next requests get instead.
    refusals: Vec<WireResponse>,
    on_wire: usize,
    /// The most that were on the wire at a time since somebody asked.
    most: usize,
    /// The path of every request, with the milliseconds since the beginning.
    arrived: Vec<(u128, String)>,
    refused: usize,
}

/// A request that is dropped on the way is no longer on the wire either.
struct Way(Arc<Mutex<State>>);

impl Drop for Way {
    fn drop(&mut self) {
        self.0.lock().unwrap().on_wire -= 1;
    }
}

impl Model {
    pub fn new(latency_ms: u64) -> Self {
        let now = Instant::now();
        Self(Arc::new(Mutex::new(State {
            began: now,
            latency: Duration::from_millis(latency_ms),
            rate: None,
            tokens: 0.0,
            filled: now,
            refusals: Vec::new(),
            on_wire: 0,
            most: 0,
            arrived: Vec::new(),
            refused: 0,
        })))
    }

    /// Refuses what comes faster; a tenth of a second's worth may come at once.
    pub fn at_most(self, per_second: f64) -> Self {
        self.0.lock().unwrap().rate = Some((per_second, (per_second / 10.0).max(1.0)));
        self
    }

    /// The next requests are answered with this instead.
    pub fn refuse(&self, replies: impl IntoIterator<Item = WireResponse>) {
        self.0.lock().unwrap().refusals.extend(replies);
    }

    /// No more refusals.
    pub fn recover(&self) {
        self.0.lock().unwrap().refusals.clear();
    }

    /// A client whose clock goes as the test's.
    pub fn client(&self, most: usize) -> Client<Self> {
        let base = BaseUrl::parse(PUBLIC_API_URL).unwrap();
        let began = Instant::now();
        let now_ms = move || NOW_MS + u64::try_from(began.elapsed().as_millis()).unwrap();
        Client::new(
            self.clone(),
            &base,
            keys(),
            Clock::from_fn(now_ms),
            most,
            false,
        )
    }

    /// The devices asked about, in the order of arrival.
    pub fn names(&self) -> Vec<String> {
        let state = self.0.lock().unwrap();
        let name = |path: &String| path.split('/').nth(4).unwrap().to_owned();
        state.arrived.iter().map(|(_, path)| name(path)).collect()
    }

    pub fn times(&self) -> Vec<u128> {
        let state = self.0.lock().unwrap();
        state.arrived.iter().map(|(at_ms, _)| *at_ms).collect()
    }

    /// How many requests arrived since the last call.
    pub fn take_arrived(&self) -> usize {
        self.0.lock().unwrap().arrived.drain(..).count()
    }

    /// The most requests on the wire at a time since the last call.
    pub fn most(&self) -> usize {
        let mut state = self.0.lock().unwrap();
        let on_wire = state.on_wire;
        std::mem::replace(&mut state.most, on_wire)
    }

    pub fn on_wire(&self) -> usize {
        self.0.lock().unwrap().on_wire
    }

    pub fn refused(&self) -> usize {
        self.0.lock().unwrap().refused
    }
}

impl State {
    fn answer(&mut self) -> WireResponse {
        if !self.refusals.is_empty() {
            self.refused += 1;
            return self.refusals.remove(0);
        }
        let Some((per_second, at_once)) = self.rate else {
            return reply(200, r#"{"version": 1}"#);
        };
        let since = self.filled.elapsed().as_secs_f64();
        self.filled = Instant::now();
        self.tokens = (self.tokens + since * per_second).min(at_once);
        if self.tokens < 1.0 {
            self.refused += 1;
            return error(429, "420", "Rate Limited");
        }
        self.tokens -= 1.0;
        reply(200, r#"{"version": 1}"#)
    }
}

impl Transport for Model {
    async fn send(&self, request: WireRequest) -> Result<WireResponse, TransportError> {
        let (latency, answer) = {
            let mut state = self.0.lock().unwrap();
            state.on_wire += 1;
            state.most = state.most.max(state.on_wire);
            let at_ms = state.began.elapsed().as_millis();
            state.arrived.push((at_ms, request.path_and_query));
            (state.latency, state.answer())
        };
        let _way = Way(Arc::clone(&self.0));
        sleep(latency).await;
        Ok(answer)
    }
}

/// A reply of a service that wants to be left alone.
pub fn busy(status: u16, seconds: u64) -> WireResponse {
    let mut busy = error(status, "420", "m");
    let header = ("retry-after".to_owned(), seconds.to_string());
    busy.headers.push(header);
    busy
}

/// Reads a mirror under a name of the test's choice.
pub async fn read(client: Client<Model>, name: &str) -> bool {
    client.view_mirror(&default_of(name)).await.is_ok()
}

pub async fn delete(client: Client<Model>, name: &str) -> bool {
    client.delete_mirror(&order(default_of(name))).await.is_ok()
}
