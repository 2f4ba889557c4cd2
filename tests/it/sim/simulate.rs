//! The `simulate` command.

use std::io::{self, Write};
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use mirrordeck::api::clock::Clock;
use mirrordeck::api::wire::Method::Get;
use mirrordeck::i18n::Language;
use mirrordeck::sim::simulate::{SimulateError, SimulateOptions, simulate_until};
use mirrordeck::sim::{DEMO_ACCESS_KEY, DEMO_SECRET_KEY};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;

use crate::support::simulator::{http_text, signed};

/// Output that can be read while it is written; only what was flushed counts.
#[derive(Clone, Default)]
struct Shared {
    written: Vec<u8>,
    flushed: Arc<Mutex<String>>,
}

impl Write for Shared {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        Write::write(&mut self.written, bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        *self.flushed.lock().unwrap() = String::from_utf8_lossy(&self.written).into_owned();
        Ok(())
    }
}

fn options(listen: &str) -> SimulateOptions {
    SimulateOptions {
        listen: listen.parse().unwrap(),
        devices: None,
        latency_ms: 0,
        max_page_size: None,
        language: Language::English,
    }
}

async fn fails(options: SimulateOptions) -> SimulateError {
    let mut output = Vec::new();
    let error = simulate_until(options, &mut output, std::future::pending())
        .await
        .unwrap_err();
    assert_eq!(output, b"");
    error
}

#[tokio::test]
async fn it_says_where_it_listens_and_with_which_keys_then_serves() {
    let mut output = Shared::default();
    let flushed = output.flushed.clone();
    let (stop, stopped) = oneshot::channel::<()>();
    let options = SimulateOptions {
        devices: Some(300),
        max_page_size: Some(7),
        ..options("127.0.0.1:0")
    };
    let task = tokio::spawn(async move {
        let shutdown = async {
            let _ = stopped.await;
        };
        simulate_until(options, &mut output, shutdown).await
    });
    let greeting = loop {
        let greeting = flushed.lock().unwrap().clone();
        if !greeting.is_empty() {
            break greeting;
        }
        tokio::time::sleep(Duration::from_millis(1)).await;
    };
    let lines: Vec<&str> = greeting.lines().collect();
    let url = lines[1].strip_prefix("export MIRRORDECK_API_URL=").unwrap();
    assert_eq!(
        lines[0],
        format!("Serving 300 devices at {url} until Ctrl-C.")
    );
    assert_eq!(
        lines[2],
        format!("export NCLOUD_ACCESS_KEY_ID={DEMO_ACCESS_KEY}")
    );
    assert_eq!(
        lines[3],
        format!("export NCLOUD_SECRET_KEY={DEMO_SECRET_KEY}")
    );
    assert!(lines[4].contains("/_sim/faults"), "{}", lines[4]);

    let address = url
        .strip_prefix("http://")
        .and_then(|rest| rest.strip_suffix("/cloudiotcore/v1"))
        .unwrap();
    let request = signed(Get, "/devices?size=50", None, Clock::system().now_ms());
    let mut stream = TcpStream::connect(address).await.unwrap();
    stream.write_all(&http_text(&request)).await.unwrap();
    let mut reply = String::new();
    stream.read_to_string(&mut reply).await.unwrap();
    assert!(
        reply.contains(r#""size":7,"totalElements":300,"totalPages":43"#),
        "{reply}"
    );

    stop.send(()).unwrap();
    task.await.unwrap().unwrap();
    assert!(TcpStream::connect(address).await.is_err());
}

#[tokio::test]
async fn only_loopback_is_served() {
    for listen in ["0.0.0.0:0", "[::]:0", "192.0.2.7:8787"] {
        let error = fails(options(listen)).await;
        assert!(matches!(error, SimulateError::NotLoopback { .. }));
        assert!(error.to_string().contains("--listen 127.0.0.1:8787"));
    }
}

#[tokio::test]
async fn a_taken_port_and_empty_pages_are_named() {
    let taken = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address: SocketAddr = taken.local_addr().unwrap();
    let error = fails(options(&address.to_string())).await;
    assert!(
        error
            .to_string()
            .contains(&format!("cannot listen on {address}"))
    );
    let error = fails(SimulateOptions {
        max_page_size: Some(0),
        ..options("127.0.0.1:0")
    })
    .await;
    assert!(matches!(error, SimulateError::EmptyPages));
}
