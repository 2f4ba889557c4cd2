//! The HTTP transport against a socket that answers scripted bytes.

mod answers;
mod sent;

use std::time::Duration;

use mirrordeck::api::client::Client;
use mirrordeck::api::clock::Clock;
use mirrordeck::api::http::{HttpTransport, TimeLimits};
use mirrordeck::api::wire::{ACCESS_KEY_HEADER, Method, WireRequest};
use mirrordeck::model::base_url::BaseUrl;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

use crate::support::scripted::{NOW_MS, keys};

/// Long enough for a busy machine; reached only where a test fails.
const PATIENT: TimeLimits = TimeLimits {
    connect: Duration::from_secs(30),
    request: Duration::from_secs(30),
};
/// For tests that wait for a limit to pass.
const HASTY: TimeLimits = TimeLimits {
    connect: Duration::from_secs(30),
    request: Duration::from_millis(300),
};

/// Takes one connection, reads the request and hands both to `then`.
async fn served<F>(
    then: impl FnOnce(TcpStream, String) -> F + Send + 'static,
) -> (u16, JoinHandle<()>)
where
    F: Future<Output = ()> + Send + 'static,
{
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let task = tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        let request = read_request(&mut stream).await;
        then(stream, request).await;
    });
    (port, task)
}

/// Head and body; the body as long as its length says.
async fn read_request(stream: &mut TcpStream) -> String {
    let mut bytes = Vec::new();
    loop {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        if let Some((head, body)) = text.split_once("\r\n\r\n") {
            let length = head
                .to_lowercase()
                .lines()
                .find_map(|line| line.strip_prefix("content-length: ")?.parse().ok());
            if body.len() >= length.unwrap_or(0) {
                return text;
            }
        }
        assert_ne!(stream.read_buf(&mut bytes).await.unwrap(), 0, "{text}");
    }
}

/// As `served`, with one answer and the end of the connection.
async fn answering(answer: &'static str) -> u16 {
    let write = async move |mut stream: TcpStream, _| {
        stream.write_all(answer.as_bytes()).await.unwrap();
    };
    served(write).await.0
}

fn transport(port: u16, limits: TimeLimits) -> HttpTransport {
    let base = BaseUrl::parse(&format!("http://127.0.0.1:{port}/v1")).unwrap();
    HttpTransport::new(&base, limits).unwrap()
}

fn client(port: u16, limits: TimeLimits) -> Client<HttpTransport> {
    let base = BaseUrl::parse(&format!("http://127.0.0.1:{port}/v1")).unwrap();
    let clock = Clock::from_fn(|| NOW_MS);
    Client::new(transport(port, limits), &base, keys(), clock, 4, false)
}

fn request(method: Method, path_and_query: &str, body: Option<&str>) -> WireRequest {
    WireRequest {
        method,
        path_and_query: path_and_query.to_owned(),
        headers: vec![(ACCESS_KEY_HEADER, "EXAMPLEACCESSKEY0001".to_owned())],
        body: body.map(|body| body.as_bytes().to_vec()),
    }
}

const EMPTY: &str = "HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}";
