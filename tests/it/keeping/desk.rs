//! Actions on the embedded service, with an eye on the disk at the moment each request leaves.

use std::path::Path;
use std::sync::{Arc, Mutex};

use mirrordeck::actions::points::Points;
use mirrordeck::actions::{Actions, Keeper, OnStage};
use mirrordeck::api::client::{Call, Client};
use mirrordeck::api::clock::Clock;
use mirrordeck::api::transport::{Transport, TransportError};
use mirrordeck::api::wire::{Method, WireRequest, WireResponse};
use mirrordeck::model::action::{DeletionEnd, RestoreEnd};
use mirrordeck::model::base_url::BaseUrl;
use mirrordeck::model::delete::{ClientToken, DeleteOrder};
use mirrordeck::model::mirror::{MirrorId, MirrorRead, MirrorReading};
use mirrordeck::model::record::{Event, Record};
use mirrordeck::model::restore::{KeptCopy, Overwrite, RestoreOrder};
use mirrordeck::sim::demo_credentials;
use mirrordeck::sim::service::{KnownMirror, Service, Settings};
use mirrordeck::sim::transport::SimTransport;
use mirrordeck::trash::journal::Journal;
use mirrordeck::trash::store::{Limits, Trash};
use serde_json::Value;
use tempfile::TempDir;

use crate::support::fixtures::mirror_id;
use crate::support::stage::{LATENCY_MS, LIMIT_MS, START_MS, origin};

/// What was on the disk when a request that changes something left.
#[derive(Debug, Clone, PartialEq)]
pub struct AtDeparture {
    pub method: Method,
    pub copies: Vec<Vec<u8>>,
    pub intended: usize,
    pub body: Option<Value>,
}

/// Passes requests on, and looks at the disk before each that changes something.
#[derive(Clone)]
pub struct Watched {
    service: SimTransport,
    trash: Trash,
    journal: Journal,
    pub seen: Arc<Mutex<Vec<AtDeparture>>>,
}

impl Transport for Watched {
    async fn send(&self, request: WireRequest) -> Result<WireResponse, TransportError> {
        if request.method != Method::Get {
            let listed = self.trash.list().unwrap();
            let copies = listed
                .iter()
                .map(|copy| self.trash.read(&copy.id).unwrap().1);
            let records = self.journal.read().unwrap().records;
            let intended = records.iter().filter(|record| is_intended(record)).count();
            let body = request.body.as_deref();
            self.seen.lock().unwrap().push(AtDeparture {
                method: request.method,
                copies: copies.collect(),
                intended,
                body: body.map(|body| serde_json::from_slice(body).unwrap()),
            });
        }
        self.service.send(request).await
    }
}

fn is_intended(record: &Record) -> bool {
    matches!(record.event, Event::Intended(_))
}

/// A desk on `greenhouse-07`.
pub struct Desk {
    pub service: SimTransport,
    pub actions: Actions<Watched>,
    pub seen: Arc<Mutex<Vec<AtDeparture>>>,
    pub data: TempDir,
}

impl Desk {
    /// Must be made inside a runtime whose time stands still.
    pub fn new() -> Self {
        Self::in_folder(TempDir::new().unwrap(), false)
    }

    pub fn in_folder(data: TempDir, read_only: bool) -> Self {
        let began = tokio::time::Instant::now();
        let clock =
            Clock::from_fn(move || START_MS + u64::try_from(began.elapsed().as_millis()).unwrap());
        let service = SimTransport::new(
            Service::new(START_MS, Settings::default()),
            clock.clone(),
            LATENCY_MS,
            LIMIT_MS,
        );
        let watched = Watched {
            service: service.clone(),
            trash: Trash::new(data.path().join("trash")),
            journal: Journal::new(data.path().join("journal.jsonl")),
            seen: Arc::default(),
        };
        let seen = watched.seen.clone();
        let base = BaseUrl::parse(&origin().base_url).unwrap();
        let client = Client::new(
            watched,
            &base,
            demo_credentials(),
            clock.clone(),
            4,
            read_only,
        );
        let actions = Actions {
            task: None,
            client: client.with_jitter(|| 1.0),
            keeper: Keeper::new(Some(data.path()), Limits::default(), &clock),
            origin: origin(),
            points: Points::default(),
        };
        Self {
            service,
            actions,
            seen,
            data,
        }
    }

    pub fn fault(&self, json: &str) -> &Self {
        let fault = serde_json::from_str(json).unwrap();
        self.service.with_service(|service| service.plan(fault));
        self
    }

    pub async fn read(&self, target: &MirrorId) -> Arc<MirrorReading> {
        match self.actions.client.view_mirror(target).await.unwrap() {
            MirrorRead::Found(reading) => reading,
            MirrorRead::Absent => panic!("{target} stands"),
        }
    }

    /// Deletes what stands now, locked or not.
    pub async fn delete(&self, target: &MirrorId, version: Option<u64>) -> DeletionEnd {
        let reading = self.read(target).await;
        self.delete_as_read(target, version, reading).await
    }

    pub async fn delete_as_read(
        &self,
        target: &MirrorId,
        version: Option<u64>,
        reading: Arc<MirrorReading>,
    ) -> DeletionEnd {
        let order = DeleteOrder {
            target: target.clone(),
            version,
            token: Some(ClientToken::new("md-1").unwrap()),
            reading,
        };
        self.actions.delete(&order, Call::default(), silent()).await
    }

    pub async fn restore(
        &self,
        copy: &Arc<KeptCopy>,
        over: Option<Arc<MirrorReading>>,
    ) -> RestoreEnd {
        let order = RestoreOrder {
            copy: copy.clone(),
            overwrite: over.map(|reading| Overwrite {
                version: reading.document.version.unwrap(),
                reading,
            }),
            token: None,
        };
        self.actions
            .restore(&order, Call::default(), silent())
            .await
    }

    /// What the service knows of a mirror of `greenhouse-07`.
    pub fn known(&self, name: Option<&str>) -> Option<KnownMirror> {
        self.service
            .with_service(|service| service.mirror("greenhouse-07", name))
    }

    pub fn device_writes(&self, name: Option<&str>, reported: &Value) {
        let now_ms = self.service.now_ms();
        self.service.with_service(|service| {
            service.device_reports("greenhouse-07", name, reported, now_ms)
        });
    }

    pub fn trash(&self) -> Trash {
        trash_in(self.data.path())
    }

    pub fn records(&self) -> Vec<Record> {
        let journal = Journal::new(self.data.path().join("journal.jsonl"));
        journal.read().unwrap().records
    }

    pub fn seen(&self) -> Vec<AtDeparture> {
        self.seen.lock().unwrap().clone()
    }
}

pub fn trash_in(data: &Path) -> Trash {
    Trash::new(data.join("trash"))
}

fn silent() -> OnStage {
    Arc::new(|_| {})
}

pub fn firmware() -> MirrorId {
    mirror_id("greenhouse-07", Some("firmware"))
}
