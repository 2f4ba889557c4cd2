//! The service over HTTP/1.1 on loopback.

use std::future::{Future, pending};
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::pin::pin;
use std::time::Duration;

use http_body_util::{BodyExt as _, Full, LengthLimitError, Limited};
use hyper::body::{Bytes, Incoming};
use hyper::http::request::Parts;
use hyper::http::uri::PathAndQuery;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response, StatusCode};
use hyper_util::rt::TokioIo;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;
use tokio::task::{JoinHandle, JoinSet};

use super::errors::Failure;
use super::service::{Answer, Reaction};
use super::transport::SimTransport;
use super::{control, reply, route};
use crate::api::wire::{
    ACCESS_KEY_HEADER, Method, SIGNATURE_HEADER, TIMESTAMP_HEADER, WireRequest, WireResponse,
};

/// Bytes of a request's body that are taken. The gateway has such a limit
/// (`api-call-lgc-errorhandling`, 413 with code 430), but its size is not documented: assumed.
const MAX_REQUEST_BYTES: usize = 1024 * 1024;

/// Headers that the service looks at.
const HEADERS: [&str; 4] = [
    TIMESTAMP_HEADER,
    ACCESS_KEY_HEADER,
    SIGNATURE_HEADER,
    "content-type",
];

/// Serves until `shutdown` is there, then ends all connections.
///
/// # Errors
/// When the listener takes no more connections.
pub async fn serve(
    listener: TcpListener,
    transport: SimTransport,
    shutdown: impl Future<Output = ()>,
) -> io::Result<()> {
    let mut shutdown = pin!(shutdown);
    let mut connections = JoinSet::new();
    loop {
        tokio::select! {
            () = &mut shutdown => break,
            accepted = listener.accept() => match accepted {
                Ok((stream, _)) => {
                    // An answer goes out in one piece; without this, it may wait for the client's
                    // acknowledgement of the one before. Where it cannot be set, it is only slower.
                    let _ = stream.set_nodelay(true);
                    connections.spawn(connection(stream, transport.clone()));
                }
                // A peer that went away before it was greeted.
                Err(error) if error.kind() == io::ErrorKind::ConnectionAborted => {}
                Err(error) => return Err(error),
            },
            Some(_) = connections.join_next() => {}
        }
    }
    connections.shutdown().await;
    Ok(())
}

async fn connection(stream: TcpStream, transport: SimTransport) {
    let service = service_fn(|request| answer(request, transport.clone()));
    let serving = http1::Builder::new().serve_connection(TokioIo::new(stream), service);
    // An error is the planned end of this connection, or a peer that went away.
    let _ = serving.await;
}

/// Makes hyper close the connection without an answer.
#[derive(Debug, thiserror::Error)]
#[error("the connection is closed without an answer")]
struct Closed;

async fn answer(
    request: Request<Incoming>,
    transport: SimTransport,
) -> Result<Response<Full<Bytes>>, Closed> {
    let (parts, body) = request.into_parts();
    let say = |outcome| respond(reply::json(&outcome, transport.now_ms()));
    let body = match Limited::new(body, MAX_REQUEST_BYTES).collect().await {
        Ok(collected) => collected.to_bytes(),
        Err(error) if error.is::<LengthLimitError>() => return Ok(say(Err(Failure::TOO_LARGE))),
        Err(_) => return Err(Closed),
    };
    let path_and_query = parts.uri.path_and_query().map_or("/", PathAndQuery::as_str);
    let method = parts.method.as_str();
    if let Some(outcome) = control::perform(&transport, method, path_and_query, &body) {
        return Ok(say(outcome));
    }
    let Some(request) = wire_request(&parts, path_and_query, &body) else {
        return Ok(say(Err(Failure::UNKNOWN_PATH)));
    };
    let Reaction { delay_ms, answer } = transport.react(&request);
    tokio::time::sleep(Duration::from_millis(delay_ms)).await;
    match answer {
        Answer::Respond(response) => Ok(respond(response)),
        Answer::CloseConnection => Err(Closed),
        Answer::Hang => pending().await,
    }
}

/// The request as the service takes it; nothing for a method that no operation has.
fn wire_request(parts: &Parts, path_and_query: &str, body: &Bytes) -> Option<WireRequest> {
    let method = match parts.method.as_str() {
        "GET" => Method::Get,
        "POST" => Method::Post,
        "DELETE" => Method::Delete,
        _ => return None,
    };
    let header = |name: &'static str| {
        let value = parts.headers.get(name)?.to_str().ok()?;
        Some((name, value.to_owned()))
    };
    Some(WireRequest {
        method,
        path_and_query: path_and_query.to_owned(),
        headers: HEADERS.into_iter().filter_map(header).collect(),
        body: (!body.is_empty()).then(|| body.to_vec()),
    })
}

fn respond(response: WireResponse) -> Response<Full<Bytes>> {
    let status = StatusCode::from_u16(response.status);
    let mut builder =
        Response::builder().status(status.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR));
    for (name, value) in response.headers {
        builder = builder.header(name, value);
    }
    builder
        .body(Full::from(response.body))
        .expect("type, date and a planned Retry-After are valid headers")
}

/// A served service of its own on a free port of 127.0.0.1; ends when it is dropped.
#[derive(Debug)]
pub struct Simulator {
    address: SocketAddr,
    transport: SimTransport,
    stop: oneshot::Sender<()>,
    task: JoinHandle<io::Result<()>>,
}

impl Simulator {
    /// Starts to serve.
    ///
    /// # Errors
    /// When no port can be had.
    pub async fn start(transport: SimTransport) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let address = listener.local_addr()?;
        let (stop, stopped) = oneshot::channel();
        let serving = serve(listener, transport.clone(), async {
            // Dropping the sender stops it as well.
            let _ = stopped.await;
        });
        let task = tokio::spawn(serving);
        Ok(Self {
            address,
            transport,
            stop,
            task,
        })
    }

    /// Where it listens.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// What clients take for the address of the API.
    #[must_use]
    pub fn base_url(&self) -> String {
        base_url(self.address)
    }

    /// The way to the same service in process, to look at it or to plan faults.
    #[must_use]
    pub fn transport(&self) -> &SimTransport {
        &self.transport
    }

    /// Stops and waits until all connections have ended.
    ///
    /// # Errors
    /// When serving had failed.
    pub async fn stop(self) -> io::Result<()> {
        // Fails only where serving has ended already.
        let _ = self.stop.send(());
        self.task.await.map_err(io::Error::other)?
    }
}

/// The address of the API at a listener.
pub(super) fn base_url(address: SocketAddr) -> String {
    format!("http://{address}{}", route::PREFIX)
}
