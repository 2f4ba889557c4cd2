//! A transport that answers from a script, and the values that go with it.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};

use futures_util::FutureExt as _;
use mirrordeck::api::client::{Call, Client};
use mirrordeck::api::clock::Clock;
use mirrordeck::api::transport::{Transport, TransportError};
use mirrordeck::api::wire::{WireRequest, WireResponse};
use mirrordeck::model::base_url::{BaseUrl, PUBLIC_API_URL};
use mirrordeck::model::credentials::Credentials;
use mirrordeck::model::device::{DeviceName, Identifier};
use mirrordeck::model::error::{ApiError, Refusal};
use mirrordeck::model::mirror::{MirrorId, MirrorName};

/// The moment of the signature's vectors, Unix milliseconds: 2023-11-14 22:13:20 UTC.
pub const NOW_MS: u64 = 1_700_000_000_000;

/// Answers in the order of the script and keeps what was sent.
#[derive(Clone)]
pub struct Scripted(Arc<Mutex<Script>>);

struct Script {
    answers: VecDeque<Result<WireResponse, TransportError>>,
    sent: Vec<WireRequest>,
}

impl Scripted {
    /// Takes the answers; a request beyond them fails the test.
    pub fn new(answers: impl IntoIterator<Item = WireResponse>) -> Self {
        Self::with_failures(answers.into_iter().map(Ok))
    }

    /// As `new`, with answers that do not come.
    pub fn with_failures(
        answers: impl IntoIterator<Item = Result<WireResponse, TransportError>>,
    ) -> Self {
        Self(Arc::new(Mutex::new(Script {
            answers: answers.into_iter().collect(),
            sent: Vec::new(),
        })))
    }

    /// Every request so far.
    pub fn sent(&self) -> Vec<WireRequest> {
        self.0.lock().unwrap().sent.clone()
    }

    /// Verb and path of every request so far, without the prefix of the public service.
    pub fn lines(&self) -> Vec<String> {
        let line = |request: &WireRequest| format!("{request:?}").replace("/cloudiotcore/v1", "");
        self.sent().iter().map(line).collect()
    }
}

impl Transport for Scripted {
    async fn send(&self, request: WireRequest) -> Result<WireResponse, TransportError> {
        let mut script = self.0.lock().unwrap();
        let answer = script.answers.pop_front();
        script.sent.push(request);
        answer.unwrap_or_else(|| panic!("no answer left for {:?}", script.sent.last()))
    }
}

/// The key pair of the signature's vectors.
pub fn keys() -> Credentials {
    Credentials::new(
        "EXAMPLEACCESSKEY0001",
        "ExampleSecretKeyForDocsOnly0000000000001",
    )
}

/// A client of the public service at [`NOW_MS`].
pub fn client<T: Transport>(transport: T) -> Client<T> {
    let base = BaseUrl::parse(PUBLIC_API_URL).unwrap();
    Client::new(
        transport,
        &base,
        keys(),
        Clock::from_fn(|| NOW_MS),
        4,
        false,
    )
}

/// The same client for tests of a single attempt: what fails is not sent again.
pub fn once<T: Transport>(client: &Client<T>) -> Client<T> {
    let call = Call::default();
    call.give_up();
    client.followed(call)
}

/// The result of a future that never has to wait.
pub fn at_once<R>(future: impl Future<Output = R>) -> R {
    future.now_or_never().expect("nothing to wait for")
}

/// A reply without headers.
pub fn reply(status: u16, body: impl AsRef<[u8]>) -> WireResponse {
    WireResponse {
        status,
        headers: Vec::new(),
        body: body.as_ref().to_vec(),
    }
}

/// An error object as documented.
pub fn error(status: u16, code: &str, message: &str) -> WireResponse {
    let body = format!(r#"{{"error": {{"errorCode": "{code}", "message": "{message}"}}}}"#);
    reply(status, body)
}

pub fn device(name: &str) -> DeviceName {
    Identifier::new(name).unwrap()
}

pub fn named(device_name: &str, mirror: &str) -> MirrorId {
    MirrorId::new(device(device_name), MirrorName::named(mirror).unwrap())
}

pub fn default_of(device_name: &str) -> MirrorId {
    MirrorId::new(device(device_name), MirrorName::Default)
}

/// The refusal in a result; anything else fails the test.
pub fn refusal<R: std::fmt::Debug>(result: Result<R, ApiError>) -> Refusal {
    match result {
        Err(ApiError::Refused(refusal)) => *refusal,
        other => panic!("not refused: {other:?}"),
    }
}
