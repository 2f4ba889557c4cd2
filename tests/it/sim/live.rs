//! Devices that report by themselves.

use mirrordeck::api::wire::Method::{Delete, Get, Post};
use serde_json::{Value, json};

use crate::support::simulator::{START_MS, call_at, service};

/// agv-02 reports every 20 s and writes a deleted mirror back after 5 s.
const LIVE: &str = "/devices/agv-02/mirror";

fn after_s(seconds: u64) -> u64 {
    START_MS + seconds * 1000
}

#[test]
fn a_live_device_reports_in_turn() {
    let mut service = service();
    let mut read = |seconds| call_at(&mut service, Get, LIVE, None, after_s(seconds)).1;
    let start = read(0);
    let version = start["version"].as_u64().unwrap();
    assert_eq!(read(19)["version"], version);
    let once = read(20);
    assert_eq!(once["version"], version + 1);
    assert_ne!(once["state"]["reported"], start["state"]["reported"]);
    assert_eq!(
        once["metadata"]["reported"]["battery"]["timestamp"],
        after_s(20) / 1000
    );
    assert_eq!(
        once["metadata"]["reported"]["lights"],
        start["metadata"]["reported"]["lights"]
    );
    assert_eq!(once["metadata"]["desired"], start["metadata"]["desired"]);
    let later = read(20 * 1_000_000 + 3);
    assert_eq!(later["version"], version + 1_000_000);
    assert_eq!(later["state"], start["state"]);
    assert_eq!(
        later["metadata"]["reported"]["battery"]["timestamp"],
        after_s(20 * 1_000_000) / 1000
    );
    // Reading changes nothing: an earlier moment still looks as it did.
    assert_eq!(read(20), once);
}

#[test]
fn reports_go_on_from_a_change() {
    let mut service = service();
    let body = Some(r#"{"state":{"desired":{"lights":false}}}"#);
    let (_, changed) = call_at(&mut service, Post, LIVE, body, after_s(25));
    let version = changed["version"].as_u64().unwrap();
    let (_, read) = call_at(&mut service, Get, LIVE, None, after_s(40));
    assert_eq!(read["version"], version + 1);
    assert_eq!(read["state"]["desired"]["lights"], false);
}

#[test]
fn a_live_device_writes_its_mirror_back() {
    let mut service = service();
    let (_, before) = call_at(&mut service, Get, LIVE, None, START_MS);
    let (_, gone) = call_at(&mut service, Delete, LIVE, None, after_s(1));
    assert_eq!(gone["version"], before["version"]);
    assert_eq!(call_at(&mut service, Get, LIVE, None, after_s(5)).0, 404);
    let (status, back) = call_at(&mut service, Get, LIVE, None, after_s(6));
    assert_eq!(status, 200);
    assert_eq!(
        back["version"].as_u64(),
        before["version"].as_u64().map(|version| version + 1)
    );
    assert_eq!(back["state"]["reported"], before["state"]["reported"]);
    assert_eq!(back["state"].get("desired"), None);
    assert_eq!(
        back["metadata"]["reported"]["battery"]["timestamp"],
        after_s(6) / 1000
    );
    let (_, next) = call_at(&mut service, Get, LIVE, None, after_s(26));
    assert_eq!(
        next["version"].as_u64(),
        back["version"].as_u64().map(|v| v + 1)
    );
}

#[test]
fn what_was_restored_meanwhile_is_not_written_back() {
    let mut service = service();
    call_at(&mut service, Delete, LIVE, None, after_s(1));
    let body = Some(r#"{"state":{"desired":{"restored":true}}}"#);
    let (_, restored) = call_at(&mut service, Post, LIVE, body, after_s(2));
    let (_, read) = call_at(&mut service, Get, LIVE, None, after_s(10));
    assert_eq!(read["version"], restored["version"]);
    assert_eq!(read["state"], json!({ "desired": { "restored": true } }));
}

#[test]
fn a_device_that_only_reports_falls_silent() {
    let mut service = service();
    let path = "/devices/greenhouse-07/mirror";
    call_at(&mut service, Delete, path, None, after_s(1));
    assert_eq!(
        call_at(&mut service, Get, path, None, after_s(100_000)).0,
        404
    );
}

#[test]
fn a_test_can_report_as_a_device() {
    let mut service = service();
    let moist: Value = json!({ "soil": "moist" });
    let version = service.device_reports("greenhouse-06", Some("soil"), &moist, after_s(3));
    assert_eq!(version, Some(1));
    let known = service.mirror("greenhouse-06", Some("soil")).unwrap();
    assert_eq!((known.version, known.reported), (1, Some(moist.clone())));
    assert_eq!(
        service.device_reports("nobody", None, &moist, START_MS),
        None
    );
    assert_eq!(
        service.device_reports("agv-01", None, &json!(1), START_MS),
        None
    );
}
