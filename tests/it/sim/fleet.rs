//! The sample fleet and the generated one.

use std::collections::HashSet;

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
    assert_eq!(counts, (0..=7).collect());
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
fn about_one_generated_device_in_twelve_has_a_legacy_mirror_of_long_ago() {
    const DAY_MS: u64 = 24 * 60 * 60 * 1000;
    let mut service = service_of(1_320);
    let (_, list) = get(&mut service, "/devices?size=2000");
    let rows = list["body"]["content"].as_array().unwrap().clone();
    let (mut found, mut drifted) = (0, 0);
    for row in &rows[120..] {
        let name = row["name"].as_str().unwrap();
        let (status, mirror) = get(&mut service, &format!("/devices/{name}/mirror?name=legacy"));
        if status == 404 {
            continue;
        }
        found += 1;
        let state = &mirror["state"];
        drifted += usize::from(state["desired"]["protocol"] != state["reported"]["protocol"]);
        let reported_s = mirror["metadata"]["reported"]["protocol"]["timestamp"].as_u64();
        let age_ms = START_MS - reported_s.unwrap() * 1000;
        assert!((90 * DAY_MS..=501 * DAY_MS).contains(&age_ms), "{name}");
    }
    assert!((70..=130).contains(&found), "{found}");
    assert!((1..found).contains(&drifted), "{drifted}");
}

#[test]
fn a_search_over_pages_is_the_list_filtered() {
    let mut service = service_of(3_000);
    let rows = |service: &mut Service, path: &str| {
        let (_, body) = get(service, path);
        body["body"]["content"].as_array().unwrap().clone()
    };
    let mut all = rows(&mut service, "/devices?size=2000");
    all.extend(rows(&mut service, "/devices?size=2000&page=1"));
    for (by, field) in [("name", "name"), ("description", "description")] {
        for part in ["valve", "00", "hall 3", "동", "nowhere"] {
            let part = utf8_percent_encode(part, NON_ALPHANUMERIC).to_string();
            let plain = percent_encoding::percent_decode_str(&part)
                .decode_utf8()
                .unwrap();
            let mut found = Vec::new();
            for page in 0..3 {
                let path = format!("/search/devices/{by}?keyword={part}&size=1000&page={page}");
                found.extend(rows(&mut service, &path));
            }
            let holds = |row: &&Value| row[field].as_str().unwrap().contains(&*plain);
            let expected: Vec<Value> = all.iter().filter(holds).cloned().collect();
            assert_eq!(found, expected, "{by} {plain}");
        }
    }
}

#[test]
fn a_large_fleet_is_served_as_a_small_one_is() {
    let mut service = service_of(100_000);
    let name = |number: usize| {
        let index = 50_000 + number;
        let sorts = [
            "sensor", "valve", "motor", "lamp", "fan", "scale", "reader", "breaker",
        ];
        format!("{}-{:06}", sorts[index % 8], index + 1)
    };
    let mut deleted = 0;
    for number in 0..100 {
        let device = name(number);
        let listed = format!("/devices/mirror/ListNamedMirrorForDevice/{device}");
        assert_eq!(get(&mut service, &listed).0, 200, "{device}");
        let path = format!("/devices/{device}/mirror");
        let (there, _) = get(&mut service, &path);
        let (gone, _) = call(&mut service, Delete, &path, None);
        assert!(matches!(there, 200 | 404) && gone == there, "{device}");
        assert_eq!(get(&mut service, &path).0, 404, "{device}");
        deleted += usize::from(gone == 200);
    }
    assert!(deleted > 50, "{deleted}");
    let total = |service: &mut Service, search: &str| {
        let (status, body) = get(service, &format!("/search/devices/{search}"));
        assert_eq!(status, 200, "{search}");
        body["body"]["page"]["totalElements"].as_u64().unwrap()
    };
    // Every eighth of the names that begin so is one of a valve.
    for (search, least) in [
        ("name?keyword=valve-00", 1_000),
        ("description?keyword=hall%201", 500),
        ("description?keyword=hall&page=19", 500),
        ("property?keyword=type=valve,hall=3", 500),
    ] {
        let total = total(&mut service, search);
        assert!((least..100_000).contains(&total), "{total} of {search}");
    }
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
