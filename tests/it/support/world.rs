//! What outlives a program: the service, its time, and the folder of copies and journal.

use std::path::Path;
use std::sync::{Arc, Mutex};

use mirrordeck::api::clock::Clock;
use mirrordeck::sim::service::{Service, Settings};
use mirrordeck::sim::transport::SimTransport;
use tempfile::TempDir;
use tokio::time::Instant;

use super::stage::{LATENCY_MS, LIMIT_MS, START_MS};

/// A service and a folder for one program after the other. Clones are the same world.
#[derive(Clone)]
pub struct World {
    /// The service, to look at and to plan faults with.
    pub service: SimTransport,
    /// Tells the time inside the runtime of the program that runs.
    pub clock: Clock,
    time: Arc<Mutex<Time>>,
    data: Arc<TempDir>,
}

/// The time stands still while no program runs.
struct Time {
    /// Unix milliseconds when it was set going, or now.
    base_ms: u64,
    /// When that was, on the clock of the runtime.
    since: Option<Instant>,
}

impl Time {
    fn now_ms(&self) -> u64 {
        // `Instant::now` of tokio needs its runtime; the clock is read inside it only.
        let passed = self.since.map_or(0, |since| since.elapsed().as_millis());
        self.base_ms + u64::try_from(passed).unwrap()
    }
}

impl World {
    /// A service with these settings and an empty folder.
    pub fn new(settings: Settings) -> Self {
        Self::in_folder(settings, TempDir::new().unwrap())
    }

    /// As `new`, with a folder of the caller's choice.
    pub fn in_folder(settings: Settings, data: TempDir) -> Self {
        let time = Arc::new(Mutex::new(Time {
            base_ms: START_MS,
            since: None,
        }));
        let read = time.clone();
        let clock = Clock::from_fn(move || read.lock().unwrap().now_ms());
        let service = Service::new(START_MS, settings);
        Self {
            service: SimTransport::new(service, clock.clone(), LATENCY_MS, LIMIT_MS),
            clock,
            time,
            data: Arc::new(data),
        }
    }

    /// Where copies and the journal are.
    pub fn data(&self) -> &Path {
        self.data.path()
    }

    /// Sets the time going, inside the runtime of a program that begins.
    pub fn go(&self) {
        self.time.lock().unwrap().since = Some(Instant::now());
    }

    /// Stops the time, inside the runtime of a program that ends.
    pub fn stop(&self) {
        let mut time = self.time.lock().unwrap();
        time.base_ms = time.now_ms();
        time.since = None;
    }
}
