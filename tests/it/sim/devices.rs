//! Listing, searching and viewing devices.

use mirrordeck::sim::service::{Service, Settings};
use serde_json::{Value, json};

use crate::support::simulator::{START_MS, get, service};

fn names(body: &Value) -> Vec<&str> {
    let rows = body["body"]["content"].as_array().unwrap();
    rows.iter()
        .map(|row| row["name"].as_str().unwrap())
        .collect()
}

fn found(path: &str) -> Vec<String> {
    let (status, body) = get(&mut service(), &format!("/search/devices/{path}&size=200"));
    assert_eq!(status, 200, "{path}: {body}");
    names(&body).into_iter().map(str::to_owned).collect()
}

#[test]
fn the_first_ten_come_without_asking() {
    let (status, body) = get(&mut service(), "/devices");
    assert_eq!((status, &body["status"]), (200, &json!("SUCCESS")));
    assert_eq!(names(&body).len(), 10);
    assert_eq!(
        body["body"]["page"],
        json!({ "size": 10, "totalElements": 120, "totalPages": 12, "number": 0 })
    );
}

#[test]
fn pages_join_to_the_whole_and_end() {
    let mut service = service();
    let mut all = Vec::new();
    for page in 0..4 {
        let (_, body) = get(&mut service, &format!("/devices?page={page}&size=37"));
        all.extend(names(&body).into_iter().map(str::to_owned));
    }
    assert_eq!(all.len(), 120);
    all.sort_unstable();
    all.dedup();
    assert_eq!(all.len(), 120);
    let (status, body) = get(&mut service, "/devices?page=4&size=37");
    assert_eq!((status, names(&body).len()), (200, 0));
    assert_eq!(body["body"]["page"]["totalPages"], json!(4));
    let (status, body) = get(&mut service, "/devices?page=4294967295&size=4294967295");
    assert_eq!((status, names(&body).len()), (200, 0));
}

#[test]
fn a_size_above_the_largest_is_cut() {
    let settings = Settings {
        max_page_size: 25,
        ..Settings::default()
    };
    let mut service = Service::new(START_MS, settings);
    let (_, body) = get(&mut service, "/devices?page=4&size=1000");
    assert_eq!(names(&body).len(), 20);
    assert_eq!(
        body["body"]["page"],
        json!({ "size": 25, "totalElements": 120, "totalPages": 5, "number": 4 })
    );
}

#[test]
fn nonsense_for_a_page_is_refused() {
    for query in [
        "page=-1",
        "page=one",
        "size=0",
        "size=1.5",
        "size=",
        "page=1&page=2",
        "size=99999999999",
    ] {
        let (status, body) = get(&mut service(), &format!("/devices?{query}"));
        assert_eq!(
            (status, &body["error"]["errorCode"]),
            (400, &json!("400")),
            "{query}"
        );
        assert!(body["error"]["details"].is_string());
    }
}

#[test]
fn names_and_descriptions_are_found_by_a_part() {
    assert_eq!(found("name?keyword=press-0").len(), 6);
    assert_eq!(
        found("name?keyword=house-07"),
        ["greenhouse-07"].map(str::to_owned)
    );
    assert!(found("name?keyword=GREENHOUSE").is_empty());
    assert_eq!(
        found("description?keyword=%EC%84%9C%EC%AA%BD%20%ED%8E%8C%ED%94%84"),
        [
            "pump-west-01",
            "pump-west-02",
            "pump-west-03",
            "pump-west-04"
        ]
    );
    assert_eq!(
        found("description?keyword=north+wall"),
        ["greenhouse-07", "greenhouse-08"]
    );
}

#[test]
fn properties_are_found_by_key_part_and_value_and_all_conditions_hold() {
    assert_eq!(found("property?keyword=crop").len(), 12);
    assert_eq!(
        found("property?keyword=crop%3Dtomato"),
        ["greenhouse-01", "greenhouse-02", "greenhouse-11"]
    );
    assert_eq!(
        found("property?keyword=crop:berr"),
        found("property?keyword=crop=strawberry")
    );
    assert_eq!(
        found("property?keyword=type%3Dgreenhouse%2Cfloor%3D2%2Ccrop"),
        ["greenhouse-07"]
    );
    assert!(found("property?keyword=crop=toma").is_empty());
}

#[test]
fn a_search_is_paged_like_the_list() {
    let (_, body) = get(
        &mut service(),
        "/search/devices/name?keyword=greenhouse-&page=1&size=5",
    );
    assert_eq!(names(&body)[0], "greenhouse-06");
    assert_eq!(
        body["body"]["page"],
        json!({ "size": 5, "totalElements": 12, "totalPages": 3, "number": 1 })
    );
}

#[test]
fn searches_that_cannot_be_meant_are_refused() {
    for path in [
        "name",
        "name?keyword=",
        "property?keyword=a,b,c,d",
        "property?keyword=a%3Bb",
        "property?keyword=a%20b",
        "property?keyword=,",
        "property?keyword=%3Dx",
        "property?keyword=a%3D",
    ] {
        let (status, body) = get(&mut service(), &format!("/search/devices/{path}"));
        assert_eq!(
            (status, &body["error"]["errorCode"]),
            (400, &json!("400")),
            "{path}"
        );
    }
}

#[test]
fn a_device_is_shown_with_its_properties_and_local_times() {
    let (status, body) = get(&mut service(), "/devices/greenhouse-07");
    assert_eq!((status, &body["status"]), (200, &json!("SUCCESS")));
    let device = &body["body"]["device"];
    assert_eq!(device["name"], "greenhouse-07");
    assert_eq!(device["description"], "north wall, valve A");
    let time = device["modifyTime"].as_str().unwrap();
    assert!(
        time.len() == 19 && &time[4..5] == "-" && &time[10..11] == " ",
        "{time}"
    );
    let properties = body["body"]["deviceProperties"]["createUpdateList"]
        .as_array()
        .unwrap();
    assert!(
        properties
            .iter()
            .any(|property| property["key"] == "floor" && property["value"] == "2")
    );
    assert_eq!(properties[0]["modifyTime"], *time);
}

#[test]
fn a_device_that_does_not_exist_is_the_services_404() {
    for path in [
        "/devices/nobody",
        "/devices/nobody/mirror",
        "/devices/mirror/ListNamedMirrorForDevice/nobody",
    ] {
        let (status, body) = get(&mut service(), path);
        assert_eq!((status, &body["error"]["errorCode"]), (404, &json!("404")));
        assert_eq!(body["error"]["message"], "Device not found");
    }
}
