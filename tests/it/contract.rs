//! The client against the embedded service, in process and over loopback HTTP: one suite for both.

mod access;
mod changes;
mod clock;
mod faults;
mod names;
mod reading;

use std::sync::Arc;
use std::time::Duration;

use mirrordeck::api::client::Client;
use mirrordeck::api::clock::Clock;
use mirrordeck::api::http::{HttpTransport, TimeLimits};
use mirrordeck::api::transport::Transport;
use mirrordeck::model::base_url::BaseUrl;
use mirrordeck::model::credentials::Credentials;
use mirrordeck::model::delete::{ClientToken, DeleteOrder};
use mirrordeck::model::mirror::{
    MirrorDocument, MirrorId, MirrorRead, MirrorReading, MirrorUpdate,
};
use mirrordeck::sim::demo_credentials;
use mirrordeck::sim::http::Simulator;
use mirrordeck::sim::service::{Service, Settings};
use mirrordeck::sim::transport::SimTransport;
use serde_json::Value;

use crate::support::simulator::START_MS;

/// Longer than a busy machine needs for an answer; reached only by a failing test.
const PATIENT_MS: u64 = 60_000;
/// For the faults that are waited out.
const HASTY_MS: u64 = 2_000;

/// A service and a way to it.
struct World<T: Transport> {
    transport: T,
    base: BaseUrl,
    /// The service itself, to look at and to plan faults with.
    service: SimTransport,
    /// Serves as long as it is there.
    _simulator: Option<Simulator>,
}

/// The sample fleet in pages of at most 50, at a time that stands still.
fn service(limit_ms: u64) -> SimTransport {
    let settings = Settings {
        max_page_size: 50,
        ..Settings::default()
    };
    let clock = Clock::from_fn(|| START_MS);
    SimTransport::new(Service::new(START_MS, settings), clock, 0, limit_ms)
}

impl World<SimTransport> {
    fn in_process(limit_ms: u64) -> Self {
        let service = service(limit_ms);
        Self {
            transport: service.clone(),
            base: BaseUrl::parse("https://demo.invalid/cloudiotcore/v1").unwrap(),
            service,
            _simulator: None,
        }
    }
}

impl World<HttpTransport> {
    async fn over_http(limit_ms: u64) -> Self {
        let simulator = Simulator::start(service(u64::MAX)).await.unwrap();
        let base = BaseUrl::parse(&simulator.base_url()).unwrap();
        let limits = TimeLimits {
            connect: Duration::from_millis(PATIENT_MS),
            request: Duration::from_millis(limit_ms),
        };
        Self {
            transport: HttpTransport::new(&base, limits).unwrap(),
            base,
            service: simulator.transport().clone(),
            _simulator: Some(simulator),
        }
    }
}

impl<T: Transport> World<T> {
    /// A client with the right key and the right time.
    fn client(&self) -> Client<T> {
        self.client_with(demo_credentials(), START_MS, false)
    }

    fn client_with(&self, keys: Credentials, now_ms: u64, read_only: bool) -> Client<T> {
        self.client_by(Clock::from_fn(move || now_ms), keys, read_only)
    }

    /// Nothing is waited for between attempts, as the clock over HTTP is a real one.
    fn client_by(&self, clock: Clock, keys: Credentials, read_only: bool) -> Client<T> {
        Client::new(
            self.transport.clone(),
            &self.base,
            keys,
            clock,
            4,
            read_only,
        )
        .with_jitter(|| 0.0)
    }

    /// The bodies of the requests of one verb, oldest first.
    fn bodies(&self, verb: &str) -> Vec<Option<String>> {
        self.service.with_service(|service| {
            let requests = service.requests().filter(|request| request.method == verb);
            requests.map(|request| request.body.clone()).collect()
        })
    }

    fn version(&self, device: &str, mirror: Option<&str>) -> Option<u64> {
        self.service
            .with_service(|service| service.mirror(device, mirror).map(|mirror| mirror.version))
    }
}

/// Makes two tests of each contract: `in_process`, where nothing waits for a real clock, and
/// `over_http`.
macro_rules! contracts {
    ($limit_ms:ident; $($name:ident),+ $(,)?) => {
        mod in_process {
            $(#[tokio::test(start_paused = true)]
            async fn $name() {
                use crate::contract::{World, $limit_ms};
                super::$name(World::in_process($limit_ms)).await;
            })+
        }
        mod over_http {
            $(#[tokio::test]
            async fn $name() {
                use crate::contract::{World, $limit_ms};
                super::$name(World::over_http($limit_ms).await).await;
            })+
        }
    };
}
use contracts;

/// An update of `desired` alone.
fn desired(state: Value) -> MirrorUpdate {
    MirrorUpdate {
        desired: Some(state),
        reported: None,
        client_token: None,
        version: None,
    }
}

/// An order as the dialog gives it, whatever was read before.
fn order(target: MirrorId, version: Option<u64>, token: Option<&str>) -> DeleteOrder {
    let document = MirrorDocument {
        version,
        timestamp_ms: None,
        desired: None,
        reported: None,
        metadata_desired: None,
        metadata_reported: None,
        body: Arc::from(*b"{}"),
    };
    DeleteOrder {
        target,
        version,
        token: token.map(|token| ClientToken::new(token).unwrap()),
        reading: Arc::new(MirrorReading::new(document, 0)),
    }
}

/// What a mirror holds, which must be there.
async fn document<T: Transport>(world: &World<T>, target: &MirrorId) -> MirrorDocument {
    match world.client().view_mirror(target).await.unwrap() {
        MirrorRead::Found(reading) => reading.document.clone(),
        MirrorRead::Absent => panic!("{target} is not there"),
    }
}
