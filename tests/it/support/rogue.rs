//! A server that speaks HTTP badly, on purpose.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use mirrordeck::api::client::Client;
use mirrordeck::api::clock::Clock;
use mirrordeck::api::http::{HttpTransport, TimeLimits};
use mirrordeck::model::base_url::BaseUrl;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

use super::scripted::{NOW_MS, keys};

/// A connection whose request has been read.
pub struct Visit {
    stream: TcpStream,
    /// Verb, path and version.
    pub line: String,
    written: Arc<AtomicU64>,
}

impl Visit {
    /// Writes; says whether the other side still listens.
    pub async fn say(&mut self, bytes: impl AsRef<[u8]>) -> bool {
        let bytes = bytes.as_ref();
        let heard = self.stream.write_all(bytes).await.is_ok();
        if heard {
            self.written
                .fetch_add(bytes.len() as u64, Ordering::Relaxed);
        }
        heard
    }

    /// Says the same again until nobody listens.
    pub async fn say_for_ever(&mut self, bytes: impl AsRef<[u8]>) {
        while self.say(bytes.as_ref()).await {
            // Small writes would otherwise never let the other side have its turn.
            tokio::task::yield_now().await;
        }
    }

    /// Waits until the other side hangs up.
    pub async fn linger(&mut self) {
        while self.stream.read_u8().await.is_ok() {}
    }

    /// Waits for the next request on this connection; nothing where none comes.
    pub async fn next(&mut self) -> Option<String> {
        read_head(&mut self.stream).await
    }
}

/// Where the server is, and how much of what it said was taken.
pub struct Rogue {
    port: u16,
    written: Arc<AtomicU64>,
}

impl Rogue {
    /// Treats every connection in this way, until the test ends.
    pub async fn start<F>(behave: impl Fn(Visit) -> F + Send + 'static) -> Self
    where
        F: Future<Output = ()> + Send + 'static,
    {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let written = Arc::new(AtomicU64::new(0));
        let rogue = Self {
            port,
            written: Arc::clone(&written),
        };
        tokio::spawn(async move {
            while let Ok((mut stream, _)) = listener.accept().await {
                if let Some(line) = read_head(&mut stream).await {
                    let written = Arc::clone(&written);
                    tokio::spawn(behave(Visit {
                        stream,
                        line,
                        written,
                    }));
                }
            }
        });
        rogue
    }

    /// Bytes that were taken off the server's hands so far.
    pub fn written(&self) -> u64 {
        self.written.load(Ordering::Relaxed)
    }

    /// A client with these time limits.
    pub fn client(&self, limits: TimeLimits) -> Client<HttpTransport> {
        let base = BaseUrl::parse(&format!("http://127.0.0.1:{}/v1", self.port)).unwrap();
        let transport = HttpTransport::new(&base, limits).unwrap();
        let clock = Clock::from_fn(|| NOW_MS);
        Client::new(transport, &base, keys(), clock, 4, false)
    }
}

/// The request line; the requests of these tests have no body.
async fn read_head(stream: &mut TcpStream) -> Option<String> {
    let mut bytes = Vec::new();
    while !bytes.ends_with(b"\r\n\r\n") {
        bytes.push(stream.read_u8().await.ok()?);
    }
    let head = String::from_utf8_lossy(&bytes);
    head.lines().next().map(str::to_owned)
}

/// A reply that is as it should be.
pub fn sound(body: &str) -> String {
    let length = body.len();
    format!("HTTP/1.1 200 OK\r\ncontent-length: {length}\r\n\r\n{body}")
}

/// The JSON of a page with one device.
pub fn page_body(name: &str) -> String {
    format!(
        r#"{{"status": "SUCCESS", "body": {{"content": [{{"name": "{name}"}}], "page": {{"size": 10, "totalElements": 1, "totalPages": 1, "number": 0}}}}}}"#
    )
}
