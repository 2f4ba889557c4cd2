//! What leaves, and what must not.

use std::time::Duration;

use mirrordeck::api::client::Client;
use mirrordeck::api::clock::Clock;
use mirrordeck::api::http::{HttpSetupError, HttpTransport, TimeLimits};
use mirrordeck::api::transport::{Transport as _, TransportError};
use mirrordeck::api::wire::{
    ACCESS_KEY_HEADER, Method, SIGNATURE_HEADER, TIMESTAMP_HEADER, WireRequest,
};
use mirrordeck::model::base_url::BaseUrl;
use mirrordeck::model::credentials::Credentials;
use mirrordeck::model::error::{ApiError, NotSent};
use tokio::io::AsyncWriteExt as _;
use tokio::net::TcpStream;

use super::{EMPTY, PATIENT, client, request, served, transport};
use crate::support::scripted::{NOW_MS, named, refusal};

/// What arrives at the server, word for word.
async fn arrived(request: WireRequest) -> String {
    let (tell, told) = tokio::sync::oneshot::channel();
    let (port, _) = served(async move |mut stream: TcpStream, text: String| {
        stream.write_all(EMPTY.as_bytes()).await.unwrap();
        tell.send(text).unwrap();
    })
    .await;
    transport(port, PATIENT).send(request).await.unwrap();
    told.await.unwrap()
}

#[tokio::test]
async fn the_signed_bytes_stand_in_the_request_line() {
    let odd = "/v1/devices/a%2Fb/mirror?name=a%2Bb%20%25%26%23%3F%27%ED%95%9C%F0%9F%92%A1";
    let text = arrived(request(Method::Get, odd, None)).await;
    assert!(
        text.starts_with(&format!("GET {odd} HTTP/1.1\r\n")),
        "{text}"
    );
}

#[tokio::test]
async fn a_delete_has_a_body_only_when_it_was_given_one() {
    let path = "/v1/devices/bulb-01/mirror";
    let without = arrived(request(Method::Delete, path, None)).await;
    let (head, body) = without.split_once("\r\n\r\n").unwrap();
    assert_eq!(body, "");
    assert!(!head.to_lowercase().contains("transfer-encoding"), "{head}");
    let with = arrived(request(Method::Delete, path, Some(r#"{"version":14}"#))).await;
    assert!(with.ends_with("\r\n\r\n{\"version\":14}"), "{with}");
    assert!(
        with.to_lowercase().contains("content-length: 14\r\n"),
        "{with}"
    );
}

#[tokio::test]
async fn the_client_sends_its_headers_and_no_referer() {
    let (tell, told) = tokio::sync::oneshot::channel();
    let (port, _) = served(async move |mut stream: TcpStream, text: String| {
        stream.write_all(EMPTY.as_bytes()).await.unwrap();
        tell.send(text).unwrap();
    })
    .await;
    let target = named("bulb-01", "schedule");
    client(port, PATIENT)
        .view_mirror(&target)
        .await
        .unwrap_err();
    let head = told.await.unwrap().to_lowercase();
    for line in [
        "accept: application/json\r\n".to_owned(),
        "content-type: application/json; charset=utf-8\r\n".to_owned(),
        format!("{TIMESTAMP_HEADER}: {NOW_MS}\r\n"),
        format!("{ACCESS_KEY_HEADER}: exampleaccesskey0001\r\n"),
        format!("{SIGNATURE_HEADER}: "),
    ] {
        assert!(head.contains(&line), "{line} in {head}");
    }
    assert!(
        !head.contains("referer") && !head.contains("cookie"),
        "{head}"
    );
}

#[tokio::test]
async fn a_path_that_a_url_would_change_is_not_sent() {
    let nobody = transport(1, PATIENT);
    for path in [
        "/v1/devices/../x",
        "/v1/a b",
        "/v1/%2e%2e/x",
        "/v1/x#y",
        "/v1/x?'",
        "v1",
    ] {
        let error = nobody.send(request(Method::Get, path, None)).await;
        assert!(
            matches!(error, Err(TransportError::Unsendable { .. })),
            "{path}: {error:?}"
        );
    }
}

#[tokio::test]
async fn a_key_that_no_header_may_hold_is_not_sent_and_not_told() {
    let base = BaseUrl::parse("http://127.0.0.1:1").unwrap();
    let keys = Credentials::new("bad\nkey", "secret");
    let client = Client::new(
        transport(1, PATIENT),
        &base,
        keys,
        Clock::system(),
        1,
        false,
    );
    let error = client.list_devices(0, 10).await.unwrap_err();
    let ApiError::NotSent { why, .. } = &error else {
        panic!("{error}")
    };
    assert_eq!(*why, NotSent::Invalid);
    assert!(!error.to_string().contains("bad"), "{error}");
}

#[tokio::test]
async fn a_redirect_is_not_followed() {
    let trap = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    trap.set_nonblocking(true).unwrap();
    let place = trap.local_addr().unwrap();
    let (port, _) = served(async move |mut stream: TcpStream, _| {
        let answer = format!(
            "HTTP/1.1 307 Go\r\nlocation: http://{place}/v1/devices\r\ncontent-length: 0\r\n\r\n"
        );
        stream.write_all(answer.as_bytes()).await.unwrap();
    })
    .await;
    let refusal = refusal(client(port, PATIENT).list_devices(0, 10).await);
    assert_eq!(refusal.status, 307);
    assert!(refusal.details.as_str().contains(&place.to_string()));
    let visitor = trap.accept().unwrap_err();
    assert_eq!(visitor.kind(), std::io::ErrorKind::WouldBlock);
}

#[test]
fn a_time_limit_of_nothing_is_refused() {
    let base = BaseUrl::parse("http://127.0.0.1:1").unwrap();
    let none = TimeLimits {
        request: Duration::ZERO,
        ..TimeLimits::default()
    };
    assert_eq!(
        HttpTransport::new(&base, none).err(),
        Some(HttpSetupError::NoTimeForRequest)
    );
    let usual = TimeLimits::default();
    assert_eq!((usual.connect.as_secs(), usual.request.as_secs()), (5, 20));
}
