//! The service over loopback HTTP, spoken to byte by byte.

use std::time::Duration;

use mirrordeck::api::wire::Method::{self, Delete, Get, Post};
use mirrordeck::sim::OperationKind::{DeleteMirror, ViewMirror};
use mirrordeck::sim::fault::{Fault, FaultKind};
use mirrordeck::sim::http::Simulator;
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use crate::support::simulator::{START_MS, http_text, signed, transport};

const PATH: &str = "/devices/greenhouse-07/mirror?name=legacy";

async fn simulator() -> Simulator {
    Simulator::start(transport(0, 0)).await.unwrap()
}

/// Everything that comes until the connection ends.
async fn exchange(simulator: &Simulator, bytes: &[u8]) -> String {
    let mut stream = TcpStream::connect(simulator.address()).await.unwrap();
    stream.write_all(bytes).await.unwrap();
    let mut reply = Vec::new();
    // A reset after the reply is an end like any other.
    let _ = stream.read_to_end(&mut reply).await;
    String::from_utf8(reply).unwrap()
}

fn parse(reply: &str) -> (u16, String) {
    let (head, body) = reply.split_once("\r\n\r\n").unwrap();
    (head[9..12].parse().unwrap(), body.to_owned())
}

async fn call(
    simulator: &Simulator,
    method: Method,
    path: &str,
    body: Option<&str>,
) -> (u16, Value) {
    let request = signed(method, path, body, START_MS);
    let (status, body) = parse(&exchange(simulator, &http_text(&request)).await);
    (status, serde_json::from_str(&body).unwrap())
}

async fn control(simulator: &Simulator, method: &str, path: &str, body: &str) -> (u16, Value) {
    let length = body.len();
    let request = format!(
        "{method} {path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\
         content-length: {length}\r\n\r\n{body}"
    );
    let (status, body) = parse(&exchange(simulator, request.as_bytes()).await);
    (status, serde_json::from_str(&body).unwrap())
}

#[tokio::test]
async fn the_same_service_answers_over_http() {
    let simulator = simulator().await;
    assert!(simulator.base_url().starts_with("http://127.0.0.1:"));
    assert!(simulator.base_url().ends_with("/cloudiotcore/v1"));
    let reply = exchange(&simulator, &http_text(&signed(Get, PATH, None, START_MS))).await;
    assert!(reply.starts_with("HTTP/1.1 200 OK\r\n"), "{reply}");
    assert!(reply.contains("\r\ncontent-type: application/json; charset=utf-8\r\n"));
    assert_eq!(
        reply.matches("date: Tue, 14 Nov 2023 22:13:20 GMT").count(),
        1
    );
    let (status, gone) = call(
        &simulator,
        Delete,
        PATH,
        Some(r#"{"clientToken":"t","version":2}"#),
    )
    .await;
    assert_eq!(status, 200);
    assert_eq!(
        gone,
        json!({ "clientToken": "t", "version": 2, "timestamp": START_MS / 1000 })
    );
    let (status, _) = call(&simulator, Get, PATH, None).await;
    assert_eq!(status, 404);
    simulator.stop().await.unwrap();
}

#[tokio::test]
async fn the_bytes_of_the_request_line_are_those_that_were_signed() {
    let simulator = simulator().await;
    for query in [
        "?name=night%20mode",
        "?name=%6eight%20mode",
        "?&name=night%20mode&",
    ] {
        let path = format!("/devices/test%2dbench-01/mirror{query}");
        let (status, body) = call(&simulator, Get, &path, None).await;
        assert_eq!(status, 200, "{query}: {body}");
    }
    let (_, requests) = control(&simulator, "GET", "/_sim/requests", "").await;
    assert!(
        requests[2]["path_and_query"]
            .as_str()
            .unwrap()
            .ends_with("test%2dbench-01/mirror?&name=night%20mode&")
    );
}

#[tokio::test]
async fn one_connection_carries_several_requests() {
    let simulator = simulator().await;
    let mut stream = TcpStream::connect(simulator.address()).await.unwrap();
    let last = http_text(&signed(Get, PATH, None, START_MS));
    let first = String::from_utf8(last.clone())
        .unwrap()
        .replace("connection: close\r\n", "");
    stream
        .write_all(&[first.as_bytes(), &last].concat())
        .await
        .unwrap();
    let mut replies = String::new();
    stream.read_to_string(&mut replies).await.unwrap();
    assert_eq!(replies.matches("HTTP/1.1 200 OK").count(), 2);
}

#[tokio::test]
async fn other_methods_and_oversized_bodies_are_refused() {
    let simulator = simulator().await;
    let mut put = http_text(&signed(Post, PATH, Some(r#"{"state":{}}"#), START_MS));
    put.splice(..4, *b"PUT");
    let (status, body) = parse(&exchange(&simulator, &put).await);
    assert_eq!(status, 404);
    assert!(body.contains(r#""errorCode":"300""#));

    let largest = format!(r#"{{"state":{{}},"x":"{}"}}"#, "x".repeat(1024 * 1024 - 20));
    assert_eq!(largest.len(), 1024 * 1024 - 1);
    let (status, _) = call(&simulator, Post, PATH, Some(&format!("{largest} "))).await;
    assert_eq!(status, 200);
    let (status, body) = call(&simulator, Post, PATH, Some(&format!("{largest}  "))).await;
    assert_eq!((status, &body["error"]["errorCode"]), (413, &json!("430")));
}

#[tokio::test]
async fn a_closed_connection_brings_no_byte() {
    let simulator = simulator().await;
    for (kind, left) in [
        (FaultKind::CloseBefore, true),
        (FaultKind::CloseAfter, false),
    ] {
        let look = simulator.transport();
        look.with_service(|service| service.plan(Fault::once(DeleteMirror, kind)));
        let request = signed(Delete, PATH, None, START_MS);
        assert_eq!(exchange(&simulator, &http_text(&request)).await, "");
        let stands =
            look.with_service(|service| service.mirror("greenhouse-07", Some("legacy")).is_some());
        assert_eq!(stands, left);
    }
}

#[tokio::test]
async fn a_hanging_request_holds_its_connection_only() {
    let simulator = simulator().await;
    let look = simulator.transport();
    look.with_service(|service| service.plan(Fault::once(DeleteMirror, FaultKind::HangAfter)));
    let mut stream = TcpStream::connect(simulator.address()).await.unwrap();
    let request = signed(Delete, PATH, None, START_MS);
    stream.write_all(&http_text(&request)).await.unwrap();
    while look.with_service(|service| service.count(DeleteMirror)) == 0 {
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
    assert_eq!(call(&simulator, Get, PATH, None).await.0, 404);
    let mut byte = [0];
    let silence = tokio::time::timeout(Duration::from_millis(50), stream.read(&mut byte)).await;
    assert!(silence.is_err());
    // Stopping does not wait for it.
    simulator.stop().await.unwrap();
    assert!(matches!(stream.read(&mut byte).await, Ok(0) | Err(_)));
}

#[tokio::test]
async fn faults_are_planned_and_cleared_over_http() {
    let simulator = simulator().await;
    let one = r#"{"operation":"view","times":1,"fault":{"status":503}}"#;
    let (status, body) = control(&simulator, "POST", "/_sim/faults", one).await;
    assert_eq!((status, body), (200, json!({ "planned": 1 })));
    assert_eq!(call(&simulator, Get, PATH, None).await.0, 503);
    assert_eq!(call(&simulator, Get, PATH, None).await.0, 200);

    let two = r#" [{"fault":"hang","times":9},{"operation":"delete","fault":"html"}]"#;
    let (_, body) = control(&simulator, "POST", "/_sim/faults", two).await;
    assert_eq!(body, json!({ "planned": 2 }));
    let (_, body) = control(&simulator, "DELETE", "/_sim/faults", "").await;
    assert_eq!(body, json!({ "cleared": 2 }));
    assert_eq!(call(&simulator, Get, PATH, None).await.0, 200);

    for wrong in ["", "{}", "[1]", r#"[{"fault":"hang"},{"fault":"x"}]"#] {
        let (status, body) = control(&simulator, "POST", "/_sim/faults", wrong).await;
        assert_eq!(status, 400, "{wrong}");
        assert!(body["error"]["details"].is_string());
    }
    assert_eq!(call(&simulator, Get, PATH, None).await.0, 200);
    let (status, _) = control(&simulator, "GET", "/_sim/colours", "").await;
    assert_eq!(status, 404);
}

#[tokio::test]
async fn the_last_200_requests_are_listed_without_secrets() {
    let simulator = simulator().await;
    simulator.transport().with_service(|service| {
        for n in 0..250 {
            let request = signed(Get, &format!("/devices?page={n}"), None, START_MS);
            let _ = service.handle(&request, START_MS);
        }
    });
    call(&simulator, Delete, PATH, Some(r#"{"version":1}"#)).await;
    let (status, requests) = control(&simulator, "GET", "/_sim/requests", "").await;
    let requests = requests.as_array().unwrap();
    assert_eq!((status, requests.len()), (200, 200));
    assert_eq!(
        requests[0]["path_and_query"],
        "/cloudiotcore/v1/devices?page=51"
    );
    assert_eq!(
        requests[199],
        json!({
            "at_ms": START_MS,
            "method": "DELETE",
            "path_and_query": format!("/cloudiotcore/v1{PATH}"),
            "operation": "delete_mirror",
            "body": r#"{"version":1}"#,
            "worked": false,
            "status": 409,
        })
    );
}

#[tokio::test]
async fn a_slow_answer_arrives_over_http() {
    let simulator = simulator().await;
    simulator
        .transport()
        .with_service(|service| service.plan(Fault::once(ViewMirror, FaultKind::Slow { ms: 30 })));
    let begun = tokio::time::Instant::now();
    assert_eq!(call(&simulator, Get, PATH, None).await.0, 200);
    assert!(begun.elapsed() >= Duration::from_millis(30));
}

#[tokio::test]
async fn the_rate_can_be_bounded_by_control() {
    let simulator = simulator().await;
    let wanted = r#"{"per_second":1,"retry_after":"1"}"#;
    let (status, body) = control(&simulator, "POST", "/_sim/throttle", wanted).await;
    assert_eq!((status, body), (200, json!({ "per_second": 1 })));
    assert_eq!(call(&simulator, Get, PATH, None).await.0, 200);
    assert_eq!(call(&simulator, Get, PATH, None).await.0, 429);
    let no_header = r#"{"per_second":1,"retry_after":"\u00e9"}"#;
    for wrong in ["", "{}", r#"{"per_second":-1}"#, no_header] {
        let (status, _) = control(&simulator, "POST", "/_sim/throttle", wrong).await;
        assert_eq!(status, 400, "{wrong}");
    }
    assert_eq!(call(&simulator, Get, PATH, None).await.0, 429);
    let (_, body) = control(&simulator, "DELETE", "/_sim/throttle", "").await;
    assert_eq!(body, json!({ "per_second": 0 }));
    assert_eq!(call(&simulator, Get, PATH, None).await.0, 200);
    simulator.stop().await.unwrap();
}
