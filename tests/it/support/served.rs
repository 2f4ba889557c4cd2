//! The embedded service on a port of loopback, for the built program.

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::time::{Duration, Instant};

use mirrordeck::api::clock::Clock;
use mirrordeck::sim::fault::Fault;
use mirrordeck::sim::http::serve;
use mirrordeck::sim::service::{KnownMirror, Service, Settings};
use mirrordeck::sim::transport::SimTransport;
use mirrordeck::sim::{DEMO_ACCESS_KEY, DEMO_SECRET_KEY, OperationKind};
use serde_json::Value;
use tokio::net::TcpSocket;
use tokio::runtime::{Builder, Runtime};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

use super::home::Home;
use super::pty::PATIENCE;

/// A service that can be stopped and started again on the same port.
pub struct Served {
    runtime: Runtime,
    address: SocketAddr,
    service: SimTransport,
    serving: Option<(oneshot::Sender<()>, JoinHandle<io::Result<()>>)>,
    /// Keeps the port while nobody listens.
    reserved: Option<TcpSocket>,
}

impl Served {
    /// The sample fleet, under the time of the system.
    pub fn start() -> Self {
        Self::start_with(Settings::default())
    }

    /// As `start`, with other settings.
    pub fn start_with(settings: Settings) -> Self {
        let runtime = Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()
            .unwrap();
        let clock = Clock::system();
        let service = Service::new(clock.now_ms(), settings);
        let any_port = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
        let socket = reserve(any_port).unwrap();
        let mut served = Self {
            runtime,
            address: socket.local_addr().unwrap(),
            service: SimTransport::new(service, clock, 0, u64::MAX),
            serving: None,
            reserved: Some(socket),
        };
        served.start_again();
        served
    }

    /// A home whose environment leads to the service.
    pub fn home(&self) -> Home {
        self.home_without_keys()
            .set("NCLOUD_ACCESS_KEY_ID", DEMO_ACCESS_KEY)
            .set("NCLOUD_SECRET_KEY", DEMO_SECRET_KEY)
    }

    /// A home whose environment leads to the service, and holds no keys. The time limit of a
    /// request is longer than any test waits.
    pub fn home_without_keys(&self) -> Home {
        let url = format!("http://{}/cloudiotcore/v1", self.address);
        let home = Home::new().set("MIRRORDECK_API_URL", url);
        let limits = home.path("limits.toml");
        home.write("limits.toml", "request_timeout_s = 300\n")
            .set("MIRRORDECK_CONFIG", limits)
    }

    /// Host and port.
    pub fn host(&self) -> String {
        self.address.to_string()
    }

    /// Plans a fault, written as `simulate` takes it.
    pub fn fault(&self, json: &str) {
        let fault: Fault = serde_json::from_str(json).unwrap();
        self.service.with_service(|service| service.plan(fault));
    }

    /// How often an operation was asked for.
    pub fn count(&self, operation: OperationKind) -> usize {
        self.service
            .with_service(|service| service.count(operation))
    }

    /// Waits until an operation has been asked for.
    pub fn wait_for(&self, operation: OperationKind) {
        let limit = Instant::now() + PATIENCE;
        while self.count(operation) == 0 {
            assert!(Instant::now() < limit, "nobody asks for {operation:?}");
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// The verbs of all requests so far.
    pub fn verbs(&self) -> Vec<&'static str> {
        self.service
            .with_service(|service| service.requests().map(|request| request.method).collect())
    }

    /// Whether a mirror stands.
    pub fn stands(&self, device: &str, mirror: &str) -> bool {
        self.service
            .with_service(|service| service.mirror(device, Some(mirror)).is_some())
    }

    /// What stands at a device under a name.
    pub fn mirror(&self, device: &str, mirror: &str) -> Option<KnownMirror> {
        self.service
            .with_service(|service| service.mirror(device, Some(mirror)))
    }

    /// Does what a device does that writes its mirror.
    pub fn device_writes(&self, device: &str, mirror: &str, reported: &Value) {
        let now_ms = self.service.now_ms();
        let written = self
            .service
            .with_service(|service| service.device_reports(device, Some(mirror), reported, now_ms));
        assert!(written.is_some(), "there is no {device}");
    }

    /// Does right from now on.
    pub fn clear_faults(&self) {
        self.service.with_service(Service::clear_faults);
    }

    /// Forgets the requests so far.
    pub fn forget_requests(&self) {
        self.service.with_service(Service::forget_requests);
    }

    /// Waits until a mirror has been asked for since the requests were forgotten.
    pub fn wait_for_view_of(&self, device: &str, mirror: &str) {
        let path = format!("/devices/{device}/mirror?name={mirror}");
        let limit = Instant::now() + PATIENCE;
        let asked = |service: &mut Service| {
            let mut requests = service.requests();
            requests.any(|request| request.path_and_query.ends_with(&path))
        };
        while !self.service.with_service(asked) {
            assert!(Instant::now() < limit, "nobody asks for {path}");
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// Ends all connections; new ones are refused.
    pub fn stop(&mut self) {
        let (stop, task) = self.serving.take().expect("it serves");
        stop.send(()).unwrap();
        self.runtime.block_on(task).unwrap().unwrap();
        let limit = Instant::now() + PATIENCE;
        self.reserved = loop {
            match reserve(self.address) {
                Ok(socket) => break Some(socket),
                Err(error) => assert!(Instant::now() < limit, "{error}"),
            }
        };
    }

    /// Serves, on the same port as before.
    pub fn start_again(&mut self) {
        let socket = self.reserved.take().expect("it does not serve");
        let (stop, stopped) = oneshot::channel();
        let _inside = self.runtime.enter();
        let listener = socket.listen(128).unwrap();
        let serving = serve(listener, self.service.clone(), until(stopped));
        self.serving = Some((stop, self.runtime.spawn(serving)));
    }
}

async fn until(stopped: oneshot::Receiver<()>) {
    // Dropping the sender stops it as well.
    let _ = stopped.await;
}

fn reserve(address: SocketAddr) -> io::Result<TcpSocket> {
    let socket = TcpSocket::new_v4()?;
    socket.set_reuseaddr(true)?;
    socket.bind(address)?;
    Ok(socket)
}
