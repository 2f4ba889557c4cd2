//! Answers that do not come, or come wrong.

use crate::support::said::Said;
use mirrordeck::api::client::Call;
use mirrordeck::api::http::{HttpTransport, TimeLimits};
use mirrordeck::api::transport::{Transport as _, TransportError};
use mirrordeck::api::wire::{MAX_BODY_BYTES, Method};
use mirrordeck::model::base_url::BaseUrl;
use mirrordeck::model::error::{ApiError, NoAnswer, NotSent};
use mirrordeck::model::mirror::MirrorUpdate;
use tokio::io::AsyncWriteExt as _;
use tokio::net::{TcpListener, TcpStream};

use super::{EMPTY, HASTY, PATIENT, answering, client, request, served, transport};
use crate::support::scripted::{default_of, once};

async fn no_answer(port: u16, limits: TimeLimits) -> NoAnswer {
    match once(&client(port, limits)).list_devices(0, 10).await {
        Err(ApiError::NoAnswer { why, .. }) => why,
        other => panic!("an answer: {other:?}"),
    }
}

#[tokio::test]
async fn a_connection_that_closes_early_is_no_answer() {
    for answer in [
        "",
        "HTTP/1.1 200",
        "HTTP/1.1 200 OK\r\ncontent-length: 90\r\n\r\n{}",
        "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2\r\n{}",
        "nonsense\r\n\r\n",
    ] {
        let port = answering(answer).await;
        assert_eq!(
            no_answer(port, PATIENT).await,
            NoAnswer::Broken,
            "{answer:?}"
        );
    }
}

#[tokio::test]
async fn a_closed_port_means_that_nothing_was_sent() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    drop(listener);
    let client = once(&client(port, PATIENT));
    let error = client.list_devices(0, 10).await.unwrap_err();
    let ApiError::NotSent { why, cause } = &error else {
        panic!("{error}")
    };
    assert_eq!(*why, NotSent::Unreachable);
    assert!(cause.contains("refused"), "{cause}");
    assert!(!cause.contains("/v1"), "{cause}");
}

#[tokio::test]
async fn where_there_is_no_connection_every_request_is_tried_three_times() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    drop(listener);
    let client = client(port, PATIENT).with_jitter(|| 0.0);
    let (reading, changing) = (Call::default(), Call::default());
    let read = client.followed(reading.clone());
    read.list_devices(0, 10).await.unwrap_err();
    let update = MirrorUpdate {
        desired: None,
        reported: None,
        client_token: None,
        version: None,
    };
    let change = client.followed(changing.clone());
    let target = default_of("bulb-01");
    change.update_mirror(&target, &update).await.unwrap_err();
    assert_eq!((reading.attempts(), changing.attempts()), (3, 3));
}

#[tokio::test]
async fn a_host_without_tls_means_that_nothing_was_sent() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        stream.write_all(EMPTY.as_bytes()).await.unwrap();
    });
    let base = BaseUrl::parse(&format!("https://127.0.0.1:{port}")).unwrap();
    let transport = HttpTransport::new(&base, PATIENT).unwrap();
    let error = transport.send(request(Method::Delete, "/x", None)).await;
    assert!(
        matches!(error, Err(TransportError::NotConnected { .. })),
        "{error:?}"
    );
}

#[tokio::test]
async fn the_limit_covers_the_head_and_the_body() {
    for begin in ["", "HTTP/1.1 200 OK\r\ncontent-length: 90\r\n\r\n{"] {
        let (port, server) = served(async move |mut stream: TcpStream, _| {
            stream.write_all(begin.as_bytes()).await.unwrap();
            std::future::pending::<()>().await;
        })
        .await;
        assert_eq!(no_answer(port, HASTY).await, NoAnswer::TimedOut);
        server.abort();
    }
}

#[tokio::test]
async fn a_reply_over_16_mib_is_refused() {
    // Told by its length, and found out without one.
    let declared = "HTTP/1.1 200 OK\r\ncontent-length: 99999999999999\r\n\r\n{";
    let (port, declaring) = served(async move |mut stream: TcpStream, _| {
        stream.write_all(declared.as_bytes()).await.unwrap();
        std::future::pending::<()>().await;
    })
    .await;
    let (endless, _) = served(async move |mut stream: TcpStream, _| {
        let head = b"HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n";
        stream.write_all(head).await.unwrap();
        let chunk = vec![b' '; 1 << 20];
        for _ in 0..17 {
            if stream.write_all(&chunk).await.is_err() {
                return;
            }
        }
    })
    .await;
    for port in [port, endless] {
        let error = client(port, PATIENT).list_devices(0, 10).await.unwrap_err();
        assert_eq!(
            error.to_string(),
            "the answer with status 200 could not be read: it is longer than 16 MiB"
        );
    }
    declaring.abort();
}

#[tokio::test]
async fn a_reply_of_just_16_mib_is_read() {
    let (port, _) = served(async move |mut stream: TcpStream, _| {
        let head = format!("HTTP/1.1 200 OK\r\ncontent-length: {MAX_BODY_BYTES}\r\n\r\n");
        stream.write_all(head.as_bytes()).await.unwrap();
        stream.write_all(&vec![b' '; MAX_BODY_BYTES]).await.unwrap();
    })
    .await;
    let reply = transport(port, PATIENT)
        .send(request(Method::Get, "/v1/x", None))
        .await
        .unwrap();
    assert_eq!(reply.body.len(), MAX_BODY_BYTES);
}

#[tokio::test]
async fn bytes_beyond_the_declared_length_are_not_part_of_the_reply() {
    let port = answering("HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}garbage").await;
    let reply = transport(port, PATIENT)
        .send(request(Method::Get, "/v1/x", None))
        .await
        .unwrap();
    assert_eq!(reply.body, b"{}");
}

#[tokio::test]
async fn headers_without_end_are_given_up() {
    let (port, _) = served(async move |mut stream: TcpStream, _| {
        let line = format!("x: {}\r\n", "y".repeat(1000));
        let begun = stream.write_all(b"HTTP/1.1 200 OK\r\n").await;
        begun.unwrap();
        while stream.write_all(line.as_bytes()).await.is_ok() {}
    })
    .await;
    assert_eq!(no_answer(port, PATIENT).await, NoAnswer::Broken);
}

#[tokio::test]
async fn headers_that_are_no_text_are_left_out() {
    let (port, _) = served(async move |mut stream: TcpStream, _| {
        let answer = b"HTTP/1.1 200 OK\r\nX-Raw: \xff\r\nDate: d\r\ncontent-length: 0\r\n\r\n";
        stream.write_all(answer).await.unwrap();
    })
    .await;
    let reply = transport(port, PATIENT)
        .send(request(Method::Get, "/v1/x", None))
        .await
        .unwrap();
    assert_eq!(
        (reply.header("date"), reply.header("x-raw")),
        (Some("d"), None)
    );
}
