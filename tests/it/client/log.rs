//! What the client writes into the log.

use std::io;
use std::sync::{Arc, Mutex};

use mirrordeck::api::transport::TransportError;
use mirrordeck::api::wire::SIGNATURE_HEADER;

use super::order;
use crate::support::scripted::{Scripted, at_once, client, keys, named, reply};

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

/// The log of a read that is answered and a DELETE that is not, and the signature of the read.
fn logged() -> (String, String) {
    let log = Log::default();
    let writer = log.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing::Level::TRACE)
        .with_ansi(false)
        .with_writer(move || writer.clone())
        .finish();
    let broken = TransportError::Broken {
        cause: "reset\u{1b}".to_owned(),
    };
    let secret_state = r#"{"version": 14, "state": {"desired": {"pin": "1234-state"}}}"#;
    let transport = Scripted::with_failures([Ok(reply(200, secret_state)), Err(broken)]);
    let client = client(transport.clone());
    tracing::subscriber::with_default(subscriber, || {
        let target = named("bulb-01", "night mode");
        at_once(client.view_mirror(&target)).unwrap();
        at_once(client.delete_mirror(&order(target))).unwrap_err();
    });
    let text = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
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
