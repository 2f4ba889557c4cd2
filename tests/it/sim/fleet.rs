//! The sample fleet and the generated one.

use std::collections::HashSet;
use std::time::{Duration, Instant};

use mirrordeck::api::wire::Method::{Delete, Get, Post};
use mirrordeck::sim::service::{Service, Settings};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::Value;

use crate::support::simulator::{START_MS, call, call_at, get, service, service_of};

fn levels(value: &Value) -> usize {
    match value {
        Value::Object(object) => 1 + object.values().map(levels).max().unwrap_or(0),
        Value::Array(items) => 1 + items.iter().map(levels).max().unwrap_or(0),
        _ => 0,
    }
}

/// Everything that can be read of a fleet: names, descriptions, and its mirrors' documents.
fn read_all(devices: usize) -> Vec<(String, String, Vec<Value>)> {
    let mut service = service_of(devices);
    let (_, list) = get(&mut service, "/devices?size=2000");
    let rows = list["body"]["content"].as_array().unwrap().clone();
    rows.iter()
        .map(|row| {
            let name = row["name"].as_str().unwrap();
            let encoded = utf8_percent_encode(name, NON_ALPHANUMERIC).to_string();
            let (_, names) = get(
                &mut service,
                &format!("/devices/mirror/ListNamedMirrorForDevice/{encoded}"),
            );
            let mut mirrors = Vec::new();
            let path = format!("/devices/{encoded}/mirror");
            if let (200, default) = get(&mut service, &path) {
                mirrors.push(default);
            }
            for mirror in names["results"].as_array().unwrap() {
                let mirror = utf8_percent_encode(mirror.as_str().unwrap(), NON_ALPHANUMERIC);
                let (status, document) = get(&mut service, &format!("{path}?name={mirror}"));
                assert_eq!(status, 200, "{name} {mirror}");
                mirrors.push(document);
            }
            let description = row["description"].as_str().unwrap().to_owned();
            (name.to_owned(), description, mirrors)
        })
        .collect()
}

#[test]
fn the_sample_fleet_keeps_to_the_documented_limits() {
    let fleet = read_all(120);
    assert_eq!(fleet.len(), 120);
    for (name, description, mirrors) in &fleet {
        assert!(
            description.chars().count() <= 128 && !description.contains(['&', '<', '>', '"', '\''])
        );
        assert!(mirrors.len() <= 6, "{name}");
        for mirror in mirrors {
            for half in ["desired", "reported"] {
                assert!(levels(&mirror["state"][half]) <= 6, "{name}");
            }
        }
    }
}

#[test]
fn the_sample_fleet_has_what_a_plant_has() {
    let fleet = read_all(120);
    let counts: HashSet<usize> = fleet.iter().map(|(_, _, mirrors)| mirrors.len()).collect();
    assert_eq!(counts, (0..=6).collect());
    let outside = |name: &str| {
        !name
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || "-_".contains(c))
    };
    let odd: Vec<&str> = fleet
        .iter()
        .map(|(name, ..)| name.as_str())
        .filter(|name| outside(name))
        .collect();
    assert_eq!(odd, ["legacy\u{202e}-x", "압착기-3"]);
    let korean = |text: &str| text.chars().any(|c| ('가'..='힣').contains(&c));
    let in_korean = fleet.iter().filter(|(_, text, _)| korean(text)).count();
    assert!((50..=90).contains(&in_korean), "{in_korean}");
    let documents = || fleet.iter().flat_map(|(_, _, mirrors)| mirrors);
    assert!(documents().any(|mirror| levels(&mirror["state"]["desired"]) == 6));
    let drifted = documents().filter(|mirror| {
        let state = &mirror["state"];
        state["desired"].as_object().is_some_and(|desired| {
            desired.iter().any(|(key, value)| {
                state["reported"]
                    .get(key)
                    .is_some_and(|reported| reported != value)
            })
        })
    });
    assert!(drifted.count() > 20);
    let text: String = documents().map(Value::to_string).collect();
    for digits in [
        "9007199254740993",
        "18446744073709551615",
        "-1.57079632679489661923",
    ] {
        assert!(text.contains(digits), "{digits}");
    }
}

#[test]
fn the_fleet_is_never_older_than_its_service() {
    for start_ms in [START_MS, START_MS + 400_000_000_000] {
        let mut service = Service::new(start_ms, Settings::default());
        let path = "/devices/greenhouse-07/mirror";
        let (_, body) = call_at(&mut service, Get, path, None, start_ms);
        let reported_s = body["metadata"]["reported"]["valve"]["timestamp"].as_u64();
        assert_eq!(reported_s, Some(start_ms / 1000 - 4));
    }
}

#[test]
fn a_smaller_fleet_is_the_beginning_of_the_sample() {
    let (_, body) = get(&mut service_of(3), "/devices");
    assert_eq!(body["body"]["page"]["totalElements"], 3);
    assert_eq!(get(&mut service_of(3), "/devices/greenhouse-07").0, 404);
    let (_, none) = get(&mut service_of(0), "/devices");
    assert_eq!(none["body"]["page"]["totalPages"], 0);
}

#[test]
fn generated_devices_are_always_the_same_and_all_readable() {
    let fleet = read_all(400);
    assert_eq!(fleet, read_all(400));
    let names: HashSet<&str> = fleet.iter().map(|(name, ..)| name.as_str()).collect();
    assert_eq!(names.len(), 400);
    let counts: HashSet<usize> = fleet[120..]
        .iter()
        .map(|(_, _, mirrors)| mirrors.len())
        .collect();
    assert_eq!(counts, (0..=6).collect());
    assert_eq!(read_all(120), fleet[..120]);
}

#[test]
fn a_generated_device_can_be_changed() {
    let mut service = service_of(100_000);
    let (_, last) = get(&mut service, "/devices?page=99999&size=1");
    let name = last["body"]["content"][0]["name"]
        .as_str()
        .unwrap()
        .to_owned();
    assert!(name.ends_with("-100000"), "{name}");
    let path = format!("/devices/{name}/mirror?name=mine");
    assert_eq!(
        call(&mut service, Post, &path, Some(r#"{"state":{}}"#)).0,
        200
    );
    assert!(service.mirror(&name, Some("mine")).is_some());
    assert_eq!(call(&mut service, Delete, &path, None).0, 200);
    assert_eq!(service.mirror(&name, Some("mine")), None);
    for stranger in [
        "sensor-100001",
        "sensor-000001",
        "sensor-121",
        "motor-100000",
        "-",
    ] {
        assert_eq!(
            get(&mut service, &format!("/devices/{stranger}")).0,
            404,
            "{stranger}"
        );
    }
}

#[test]
fn a_large_fleet_starts_and_searches_at_once() {
    let begun = Instant::now();
    let mut service = service_of(100_000);
    let (_, body) = get(
        &mut service,
        "/search/devices/property?keyword=type=valve,hall=3",
    );
    assert!(body["body"]["page"]["totalElements"].as_u64().unwrap() > 500);
    // Far above what it takes, for slow machines and unoptimised builds.
    assert!(begun.elapsed() < Duration::from_secs(10));
}

#[test]
fn every_name_in_the_list_leads_to_its_device() {
    let mut service = service();
    for (name, description, _) in read_all(120) {
        let encoded = utf8_percent_encode(&name, NON_ALPHANUMERIC);
        let (status, body) = get(&mut service, &format!("/devices/{encoded}"));
        assert_eq!(status, 200, "{name}");
        assert_eq!(body["body"]["device"]["description"], *description);
    }
}
