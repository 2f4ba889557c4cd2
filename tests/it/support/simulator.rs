//! The embedded service at a fixed time, and requests signed by hand.

#![allow(clippy::unwrap_used, reason = "helpers of tests may panic as tests do")]

use mirrordeck::api::clock::Clock;
use mirrordeck::api::sign::sign;
use mirrordeck::api::wire::{
    ACCESS_KEY_HEADER, Method, SIGNATURE_HEADER, TIMESTAMP_HEADER, WireRequest, WireResponse,
};
use mirrordeck::sim::service::{Answer, Service, Settings};
use mirrordeck::sim::transport::SimTransport;
use mirrordeck::sim::{DEMO_ACCESS_KEY, demo_credentials};
use serde_json::Value;

/// When the service of the tests starts: Wed, 15 Nov 2023 07:13:20 in Korea.
pub const START_MS: u64 = 1_700_000_000_000;
/// What all paths begin with.
pub const PREFIX: &str = "/cloudiotcore/v1";

/// The sample fleet.
pub fn service() -> Service {
    service_of(120)
}

/// A fleet of any size.
pub fn service_of(devices: usize) -> Service {
    let settings = Settings {
        devices,
        ..Settings::default()
    };
    Service::new(START_MS, settings)
}

/// The sample fleet in process, its clock standing at the start.
pub fn transport(latency_ms: u64, limit_ms: u64) -> SimTransport {
    let clock = Clock::from_fn(|| START_MS);
    SimTransport::new(service(), clock, latency_ms, limit_ms)
}

/// A request signed with the demo keys. `path` comes after the prefix, encoded.
pub fn signed(method: Method, path: &str, body: Option<&str>, now_ms: u64) -> WireRequest {
    let path_and_query = format!("{PREFIX}{path}");
    let signature = sign(method, &path_and_query, now_ms, &demo_credentials());
    WireRequest {
        method,
        path_and_query,
        headers: vec![
            ("content-type", "application/json; charset=utf-8".to_owned()),
            (TIMESTAMP_HEADER, now_ms.to_string()),
            (ACCESS_KEY_HEADER, DEMO_ACCESS_KEY.to_owned()),
            (SIGNATURE_HEADER, signature),
        ],
        body: body.map(|body| body.as_bytes().to_vec()),
    }
}

/// Lets the service answer, which it must.
pub fn answer(service: &mut Service, request: &WireRequest, now_ms: u64) -> WireResponse {
    match service.handle(request, now_ms).answer {
        Answer::Respond(response) => response,
        other => panic!("no reply to {request:?}: {other:?}"),
    }
}

/// Status and JSON of a signed request at `now_ms`.
pub fn call_at(
    service: &mut Service,
    method: Method,
    path: &str,
    body: Option<&str>,
    now_ms: u64,
) -> (u16, Value) {
    let response = answer(service, &signed(method, path, body, now_ms), now_ms);
    let json = serde_json::from_slice(&response.body).unwrap();
    (response.status, json)
}

/// As [`call_at`], at the start.
pub fn call(service: &mut Service, method: Method, path: &str, body: Option<&str>) -> (u16, Value) {
    call_at(service, method, path, body, START_MS)
}

/// A GET at the start.
pub fn get(service: &mut Service, path: &str) -> (u16, Value) {
    call(service, Method::Get, path, None)
}

/// A request as HTTP/1.1 text, asking for the end of the connection after the reply.
pub fn http_text(request: &WireRequest) -> Vec<u8> {
    let body = request.body.as_deref().unwrap_or_default();
    let mut head = vec![
        format!(
            "{} {} HTTP/1.1",
            request.method.as_str(),
            request.path_and_query
        ),
        "host: localhost".to_owned(),
        "connection: close".to_owned(),
        format!("content-length: {}", body.len()),
    ];
    head.extend(
        request
            .headers
            .iter()
            .map(|(name, value)| format!("{name}: {value}")),
    );
    [head.join("\r\n").as_bytes(), b"\r\n\r\n", body].concat()
}
