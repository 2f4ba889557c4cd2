//! Section 12, points 1 to 5: requests.

use crate::support::said::Said;
use std::sync::Arc;

use mirrordeck::model::delete::{ClientToken, DeleteOrder};
use mirrordeck::model::mirror::MirrorReading;

use super::{document, page};
use crate::support::scripted::{
    Scripted, at_once, client, default_of, error, named, refusal, reply,
};

fn order(version: Option<u64>, token: Option<&str>) -> DeleteOrder {
    DeleteOrder {
        target: named("bulb-01", "schedule"),
        version,
        token: token.map(|token| ClientToken::new(token).unwrap()),
        reading: Arc::new(MirrorReading::new(document(r#"{"version": 14}"#), 0)),
    }
}

#[test]
fn point_01_delete_with_and_without_a_body() {
    let receipt = || reply(200, "{}");
    let transport = Scripted::new([receipt(), receipt()]);
    let deleting = client(transport.clone());
    at_once(deleting.delete_mirror(&order(None, None))).unwrap();
    at_once(deleting.delete_mirror(&order(Some(14), Some("md-3")))).unwrap();
    let bodies: Vec<_> = transport.sent().into_iter().map(|sent| sent.body).collect();
    let guarded = br#"{"clientToken":"md-3","version":14}"#;
    assert_eq!(bodies, [None, Some(guarded.to_vec())]);
}

#[test]
fn point_01_a_guard_is_never_dropped_by_a_retry() {
    let transport = Scripted::new([error(400, "100", "Bad Request Exception")]);
    let deleting = client(transport.clone());
    refusal(at_once(
        deleting.delete_mirror(&order(Some(14), Some("md-3"))),
    ));
    assert_eq!(transport.sent().len(), 1);
}

#[test]
fn point_02_a_get_has_no_body_and_a_content_type() {
    let transport = Scripted::new([reply(200, r#"{"version": 1}"#), reply(200, "{}")]);
    let client = client(transport.clone());
    at_once(client.view_mirror(&default_of("bulb-01"))).unwrap();
    at_once(client.delete_mirror(&order(None, None))).unwrap();
    for sent in transport.sent() {
        assert_eq!(sent.body, None);
        assert_eq!(
            sent.header("content-type"),
            Some("application/json; charset=utf-8")
        );
        assert_eq!(sent.header("accept"), Some("application/json"));
    }
}

#[test]
fn point_03_an_encoded_name_is_named_as_the_cause_of_a_bad_signature() {
    let advice = |mirror: &str| {
        let transport = Scripted::new([error(401, "200", "Authentication Failed")]);
        let target = named("bulb-01", mirror);
        let refusal = refusal(at_once(client(transport).view_mirror(&target)));
        assert_eq!(refusal.encoded, mirror != "schedule");
        refusal.advice()
    };
    assert!(advice("night mode").contains("encoded"));
    assert!(advice("schedule").contains("secret key"));
}

const ONE_DEVICE: &str = r#"{"status": "SUCCESS", "body": {
    "content": [{"name": "bulb-01"}],
    "page": {"size": 10, "totalElements": 1, "totalPages": 1, "number": 0}}}"#;

#[test]
fn point_04_a_refused_size_falls_back_to_ten_and_stays_there() {
    let transport = Scripted::new([
        error(400, "1002", "size too large"),
        reply(200, ONE_DEVICE),
        reply(200, ONE_DEVICE),
    ]);
    let client = client(transport.clone());
    at_once(client.list_devices(0, 100)).unwrap();
    at_once(client.clone().list_devices(1, 100)).unwrap();
    assert_eq!(
        transport.lines(),
        [
            "GET /devices?page=0&size=100",
            "GET /devices?page=0&size=10",
            "GET /devices?page=1&size=10",
        ]
    );
}

#[test]
fn point_04_a_request_that_is_bad_for_another_reason_keeps_its_error() {
    let first = || error(400, "1003", "keyword not allowed");
    let transport = Scripted::new([first(), error(400, "1004", "again"), first(), first()]);
    let client = client(transport.clone());
    let refusal_of = |size, page| refusal(at_once(client.list_devices(page, size))).code;
    assert_eq!(refusal_of(100, 0).as_str(), "1003");
    // Neither a small page nor a later one is asked for again.
    assert_eq!(refusal_of(10, 0).as_str(), "1003");
    assert_eq!(refusal_of(100, 3).as_str(), "1003");
    assert_eq!(
        transport.lines().last().unwrap(),
        "GET /devices?page=3&size=100"
    );
}

#[test]
fn point_04_a_capped_size_is_told_by_the_reply() {
    let capped = r#"{"body": {"content": [{"name": "a"}, {"name": "b"}],
        "page": {"size": 2, "totalElements": 5, "totalPages": 3, "number": 1}}}"#;
    let info = page(capped).unwrap().page.unwrap();
    assert_eq!((info.size, info.total_pages, info.number), (2, 3, 1));
}

#[test]
fn point_05_duplicates_are_dropped_and_an_empty_page_is_a_page() {
    let moving = r#"{"body": {"content": [{"name": "a"}, {"name": "b"}, {"name": "a"}],
        "page": {"size": 3, "totalElements": 2, "totalPages": 1, "number": 7}}}"#;
    let moving = page(moving).unwrap();
    assert_eq!(moving.devices.len(), 2);
    assert_eq!(moving.page.unwrap().number, 7);
    let beyond = r#"{"body": {"content": [], "page": {"size": 10, "totalElements": 2,
        "totalPages": 1, "number": 9}}}"#;
    let beyond = page(beyond).unwrap();
    assert!(beyond.devices.is_empty());
    assert_eq!(beyond.page.unwrap().total_pages, 1);
}
