//! What the client writes into the log.

use std::io;
use std::sync::{Arc, Mutex};

use mirrordeck::api::transport::TransportError;
use mirrordeck::api::wire::SIGNATURE_HEADER;

use super::order;
use crate::support::scripted::{Scripted, at_once, client, error, keys, named, reply};

/// Where a test's log goes.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// What is logged meanwhile by this thread.
fn log_of(what: impl FnOnce()) -> String {
    let log = Log::default();
    let writer = log.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing::Level::TRACE)
        .with_ansi(false)
        .with_writer(move || writer.clone())
        .finish();
    tracing::subscriber::with_default(subscriber, what);
    String::from_utf8(log.0.lock().unwrap().clone()).unwrap()
}

/// The log of a read that is answered and a DELETE that is not, and the signature of the read.
fn logged() -> (String, String) {
    let broken = TransportError::Broken {
        cause: "reset\u{1b}".to_owned(),
    };
    let secret_state = r#"{"version": 14, "state": {"desired": {"pin": "1234-state"}}}"#;
    let transport = Scripted::with_failures([Ok(reply(200, secret_state)), Err(broken)]);
    let client = client(transport.clone());
    let text = log_of(|| {
        let target = named("bulb-01", "night mode");
        at_once(client.view_mirror(&target)).unwrap();
        at_once(client.delete_mirror(&order(target))).unwrap_err();
    });
    let signature = transport.sent()[0]
        .header(SIGNATURE_HEADER)
        .map(str::to_owned);
    (text, signature.unwrap())
}

#[test]
fn the_log_tells_of_every_attempt_and_holds_no_secret() {
    // An event that another test is just using for the first time may pass a new subscriber by.
    let (text, signature) = (0..1000)
        .map(|_| logged())
        .find(|(text, _)| text.lines().count() == 2)
        .expect("a line an attempt");
    let path = "/cloudiotcore/v1/devices/bulb-01/mirror?name=night%20mode";
    for (line, words) in text.lines().zip([
        ["GET", path, "status=200", "duration_ms=", "attempt=1"],
        ["DELETE", path, "reset\\u{1b}", "duration_ms=", "attempt=1"],
    ]) {
        for word in words {
            assert!(line.contains(word), "{word}: {line}");
        }
    }
    let keys = keys();
    for secret in [
        keys.access_key(),
        keys.expose_secret(),
        &signature,
        "1234-state",
        "md-3",
    ] {
        assert!(!text.contains(secret), "{text}");
    }
}

/// The log of a DELETE that is sent three times and once more for the clock.
fn logged_retries() -> String {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_time()
        .start_paused(true)
        .build();
    let mut refused = error(401, "200", "Authentication Failed");
    let date = "Tue, 14 Nov 2023 22:23:20 GMT".to_owned();
    refused.headers.push(("date".to_owned(), date));
    let refused_connection = TransportError::NotConnected {
        cause: "refused\u{1b}".to_owned(),
    };
    let transport = Scripted::with_failures([
        Ok(refused),
        Err(refused_connection),
        Ok(error(429, "420", "\\u001bbusy")),
        Ok(reply(200, "{}")),
    ]);
    let client = client(transport).with_jitter(|| 1.0);
    log_of(|| {
        let order = order(named("bulb-01", "x"));
        let answer = runtime.unwrap().block_on(client.delete_mirror(&order));
        answer.unwrap();
    })
}

#[test]
fn the_log_tells_of_every_wait_and_of_the_clock() {
    let lines: [&[&str]; 7] = [
        &["INFO", "status=401", "attempt=1"],
        &["WARN", "clock is wrong", "behind_s=600"],
        &["INFO", "refused\\u{1b}", "attempt=2"],
        &[
            "INFO",
            "to be sent again",
            "DELETE",
            "refused\\u{1b}",
            "after_ms=250",
        ],
        &["INFO", "status=429", "attempt=3"],
        &[
            "INFO",
            "to be sent again",
            "420 \\u{1b}busy",
            "after_ms=500",
        ],
        &["INFO", "status=200", "attempt=4"],
    ];
    // As above.
    let text = (0..1000)
        .map(|_| logged_retries())
        .find(|text| text.lines().count() == lines.len())
        .expect("a line for each");
    for (line, words) in text.lines().zip(lines) {
        for word in words {
            assert!(line.contains(word), "{word}: {line}");
        }
    }
}
