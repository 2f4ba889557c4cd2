//! Planned mischief, in the service and through the transport.

use std::time::Duration;

use mirrordeck::api::transport::{Transport as _, TransportError};
use mirrordeck::api::wire::Method::{self, Delete, Get};
use mirrordeck::api::wire::WireRequest;
use mirrordeck::sim::OperationKind::{self, DeleteMirror, ListDevices, ViewMirror};
use mirrordeck::sim::fault::{Fault, FaultKind};
use mirrordeck::sim::service::{Answer, Reaction, Service};
use serde_json::{Value, json};

use crate::support::simulator::{START_MS, answer, call, get, service, signed, transport};

const PATH: &str = "/devices/greenhouse-07/mirror?name=legacy";

fn request(method: Method) -> WireRequest {
    signed(method, PATH, None, START_MS)
}

fn struck(kind: FaultKind) -> (Service, Reaction) {
    let mut service = service();
    service.plan(Fault::once(DeleteMirror, kind));
    let reaction = service.handle(&request(Delete), START_MS);
    (service, reaction)
}

fn stands(service: &Service) -> bool {
    service.mirror("greenhouse-07", Some("legacy")).is_some()
}

fn status_and_body(reaction: Reaction) -> (u16, String) {
    match reaction.answer {
        Answer::Respond(response) => (response.status, String::from_utf8(response.body).unwrap()),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_planned_status_comes_instead_of_the_work() {
    let (service, reaction) = struck(FaultKind::status(503));
    let (status, body) = status_and_body(reaction);
    let body: Value = serde_json::from_str(&body).unwrap();
    assert_eq!(status, 503);
    assert_eq!(
        body["error"],
        json!({ "errorCode": "500", "message": "Endpoint Error" })
    );
    assert!(stands(&service));
}

#[test]
fn a_planned_status_can_name_a_time_to_come_back() {
    let fault = r#"{"operation":"delete","fault":{"status":429,"retry_after":"2"}}"#;
    let mut service = service();
    service.plan(serde_json::from_str(fault).unwrap());
    let response = answer(&mut service, &request(Delete), START_MS);
    assert_eq!(
        (response.status, response.header("retry-after")),
        (429, Some("2"))
    );
    assert!(stands(&service));
}

#[test]
fn a_planned_status_can_come_after_the_work() {
    let (service, reaction) = struck(FaultKind::status_after(504));
    assert_eq!(status_and_body(reaction).0, 504);
    assert!(!stands(&service));
}

#[test]
fn a_page_of_a_proxy_comes_instead_of_the_work() {
    let (service, reaction) = struck(FaultKind::Html);
    let (status, body) = status_and_body(reaction);
    assert_eq!(status, 502);
    assert!(body.starts_with("<!DOCTYPE html>"));
    assert!(stands(&service));
}

#[test]
fn broken_json_and_nothing_come_after_the_work() {
    let (service, reaction) = struck(FaultKind::BrokenJson);
    let (status, body) = status_and_body(reaction);
    assert_eq!(status, 200);
    assert!(serde_json::from_str::<Value>(&body).is_err());
    assert!(!stands(&service));

    let (service, reaction) = struck(FaultKind::Empty);
    assert_eq!(status_and_body(reaction), (200, String::new()));
    assert!(!stands(&service));
}

#[test]
fn closing_and_hanging_come_before_or_after_the_work() {
    for (kind, expected, worked) in [
        (FaultKind::CloseBefore, Answer::CloseConnection, false),
        (FaultKind::CloseAfter, Answer::CloseConnection, true),
        (FaultKind::Hang, Answer::Hang, false),
        (FaultKind::HangAfter, Answer::Hang, true),
    ] {
        let (service, reaction) = struck(kind.clone());
        assert_eq!(reaction.answer, expected, "{kind:?}");
        assert_eq!(!stands(&service), worked, "{kind:?}");
        let logged = service.requests().next_back().unwrap();
        assert_eq!((logged.worked, logged.status), (worked, None));
    }
}

#[test]
fn a_slow_answer_is_a_normal_one() {
    let (service, reaction) = struck(FaultKind::Slow { ms: 2_500 });
    assert_eq!(reaction.delay_ms, 2_500);
    assert_eq!(status_and_body(reaction).0, 200);
    assert!(!stands(&service));
}

#[test]
fn a_wrong_clock_refuses_what_is_right() {
    let mut service = service();
    for ms in [-600_000, 600_000] {
        service.plan(Fault::once(ViewMirror, FaultKind::ClockOffset { ms }));
        let response = answer(&mut service, &request(Get), START_MS);
        assert_eq!(response.status, 401);
    }
    service.plan(Fault::once(
        ViewMirror,
        FaultKind::ClockOffset { ms: 3_600_000 },
    ));
    let late = signed(Get, PATH, None, START_MS + 3_600_000);
    let response = answer(&mut service, &late, START_MS);
    assert_eq!(response.status, 200);
    assert_eq!(
        response.header("date"),
        Some("Tue, 14 Nov 2023 23:13:20 GMT")
    );
    let body: Value = serde_json::from_slice(&response.body).unwrap();
    assert_eq!(body["timestamp"], START_MS / 1000 + 3_600);
}

#[test]
fn faults_strike_their_operation_as_often_as_planned_and_in_order() {
    let mut service = service();
    service.plan(Fault {
        operation: Some(ViewMirror),
        times: 2,
        kind: FaultKind::status(429),
    });
    service.plan(Fault {
        operation: None,
        times: 1,
        kind: FaultKind::status(500),
    });
    assert_eq!(get(&mut service, PATH).0, 429);
    assert_eq!(get(&mut service, "/devices").0, 500);
    assert_eq!(get(&mut service, "/devices").0, 200);
    assert_eq!(get(&mut service, PATH).0, 429);
    assert_eq!(get(&mut service, PATH).0, 200);
    service.plan(Fault::once(ViewMirror, FaultKind::Hang));
    assert_eq!(service.clear_faults(), 1);
    assert_eq!(get(&mut service, PATH).0, 200);
}

#[test]
fn the_log_tells_what_was_asked_and_done() {
    let mut service = service();
    call(&mut service, Delete, PATH, Some(r#"{"version":1}"#));
    call(&mut service, Delete, PATH, Some(r#"{"version":2}"#));
    get(&mut service, "/nowhere");
    let log: Vec<_> = service
        .requests()
        .map(|entry| (entry.method, entry.operation, entry.worked, entry.status))
        .collect();
    assert_eq!(
        log,
        [
            ("DELETE", Some(DeleteMirror), false, Some(409)),
            ("DELETE", Some(DeleteMirror), true, Some(200)),
            ("GET", None, false, Some(404)),
        ]
    );
    let first = service.requests().next().unwrap();
    assert_eq!(first.body.as_deref(), Some(r#"{"version":1}"#));
    assert!(first.path_and_query.ends_with(PATH));
    assert_eq!(service.count(DeleteMirror), 2);
    service.forget_requests();
    assert_eq!(service.requests().len(), 0);
}

#[test]
fn plans_are_read_from_json() {
    let read = |text: &str| serde_json::from_str::<Fault>(text);
    let delete = |times, kind| Fault {
        operation: Some(DeleteMirror),
        times,
        kind,
    };
    for (text, expected) in [
        (
            r#"{"operation":"delete","times":1,"fault":{"status":500}}"#,
            delete(1, FaultKind::status(500)),
        ),
        (
            r#"{"operation":"delete_mirror","times":3,"fault":"close_after"}"#,
            delete(3, FaultKind::CloseAfter),
        ),
        (
            r#"{"operation":"delete","fault":{"slow_ms":50}}"#,
            delete(1, FaultKind::Slow { ms: 50 }),
        ),
        (
            r#"{"operation":"delete","fault":{"clock_offset_ms":-7}}"#,
            delete(1, FaultKind::ClockOffset { ms: -7 }),
        ),
        (
            r#"{"operation":"delete","fault":{"status_after":401,"code":"210","message":"Permission Denied"}}"#,
            delete(
                1,
                FaultKind::StatusAfter {
                    status: 401,
                    code: "210".to_owned(),
                    message: "Permission Denied".to_owned(),
                },
            ),
        ),
    ] {
        assert_eq!(read(text).unwrap(), expected, "{text}");
    }
    for (word, kind) in [
        ("html", FaultKind::Html),
        ("broken_json", FaultKind::BrokenJson),
        ("empty", FaultKind::Empty),
        ("close_before", FaultKind::CloseBefore),
        ("hang", FaultKind::Hang),
        ("hang_after", FaultKind::HangAfter),
    ] {
        let fault = read(&format!(r#"{{"fault":"{word}"}}"#)).unwrap();
        assert_eq!((fault.operation, fault.times, fault.kind), (None, 1, kind));
    }
    for wrong in [
        "{}",
        r#"{"fault":"explode"}"#,
        r#"{"fault":"hang","when":"now"}"#,
        r#"{"fault":{}}"#,
        r#"{"fault":{"status":500,"slow_ms":1}}"#,
        r#"{"fault":{"slow_ms":1,"code":"1"}}"#,
        r#"{"fault":{"status":99}}"#,
        r#"{"fault":{"status":500,"colour":"red"}}"#,
        r#"{"fault":{"status":500,"retry_after":2}}"#,
        r#"{"fault":{"status":500,"retry_after":"2\n"}}"#,
        r#"{"fault":{"status_after":500,"retry_after":"2"}}"#,
        r#"{"fault":{"slow_ms":1,"retry_after":"2"}}"#,
        r#"{"operation":"dance","fault":"hang"}"#,
        r#"{"times":-1,"fault":"hang"}"#,
    ] {
        assert!(read(wrong).is_err(), "{wrong}");
    }
}

#[test]
fn operations_have_short_names_too() {
    for (long, short) in [
        ("list_devices", "list"),
        ("search_devices", "search"),
        ("view_device", "device"),
        ("list_mirrors", "mirrors"),
        ("view_mirror", "view"),
        ("update_mirror", "update"),
        ("delete_mirror", "delete"),
    ] {
        let kind = |word: &str| serde_json::from_value::<OperationKind>(json!(word)).unwrap();
        assert_eq!(kind(long), kind(short));
        assert_eq!(serde_json::to_value(kind(short)).unwrap(), json!(long));
    }
}

#[tokio::test(start_paused = true)]
async fn the_transport_waits_out_the_latency() {
    let transport = transport(40, 1_000);
    let begun = tokio::time::Instant::now();
    let response = transport.send(request(Get)).await.unwrap();
    assert_eq!(response.status, 200);
    assert_eq!(begun.elapsed(), Duration::from_millis(40));
}

#[tokio::test(start_paused = true)]
async fn the_transport_gives_up_at_its_limit() {
    for kind in [
        FaultKind::Hang,
        FaultKind::HangAfter,
        FaultKind::Slow { ms: 990 },
    ] {
        let transport = transport(40, 1_000);
        transport.with_service(|service| service.plan(Fault::once(ViewMirror, kind)));
        let begun = tokio::time::Instant::now();
        let outcome = transport.send(request(Get)).await;
        assert_eq!(outcome, Err(TransportError::TimedOut { limit_ms: 1_000 }));
        assert_eq!(begun.elapsed(), Duration::from_secs(1));
    }
}

#[tokio::test(start_paused = true)]
async fn a_closed_connection_is_a_broken_one() {
    for (kind, left) in [
        (FaultKind::CloseBefore, true),
        (FaultKind::CloseAfter, false),
    ] {
        let transport = transport(0, 1_000);
        transport.with_service(|service| service.plan(Fault::once(DeleteMirror, kind)));
        let outcome = transport.clone().send(request(Delete)).await;
        assert!(matches!(outcome, Err(TransportError::Broken { .. })));
        assert_eq!(transport.with_service(|service| stands(service)), left);
    }
}

#[tokio::test(start_paused = true)]
async fn who_stops_waiting_does_not_undo_the_work() {
    let transport = transport(0, 60_000);
    transport.with_service(|service| {
        service.plan(Fault::once(DeleteMirror, FaultKind::Slow { ms: 30_000 }));
    });
    let patience = Duration::from_secs(1);
    let outcome = tokio::time::timeout(patience, transport.send(request(Delete))).await;
    assert!(outcome.is_err());
    assert!(!transport.with_service(|service| stands(service)));
    assert_eq!(
        transport.with_service(|service| service.count(ListDevices)),
        0
    );
}
