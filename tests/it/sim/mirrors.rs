//! Listing, reading, updating and deleting mirrors.

use mirrordeck::api::wire::Method::{Delete, Get, Post};
use serde_json::{Value, json};

use crate::support::simulator::{START_MS, call, call_at, get, service};

const NOW_S: u64 = START_MS / 1000;

#[test]
fn named_mirrors_are_listed_without_the_default_one() {
    let (status, body) = get(
        &mut service(),
        "/devices/mirror/ListNamedMirrorForDevice/greenhouse-07",
    );
    assert_eq!(status, 200);
    assert_eq!(
        body,
        json!({ "results": ["firmware", "legacy", "tuning"], "timestamp": NOW_S })
    );
    let (_, body) = get(
        &mut service(),
        "/devices/mirror/ListNamedMirrorForDevice/spare_01",
    );
    assert_eq!(body["results"], json!([]));
}

#[test]
fn a_mirror_is_read_bare_with_a_time_for_each_leaf() {
    let (status, body) = get(
        &mut service(),
        "/devices/greenhouse-07/mirror?name=firmware",
    );
    assert_eq!(status, 200);
    assert_eq!(body["state"]["desired"]["target"], "2.4.1");
    assert_eq!(body["state"]["reported"]["target"], "2.3.9");
    let times = &body["metadata"];
    let days = |days: u64| json!(NOW_S - days * 86_400);
    assert_eq!(times["desired"]["target"]["timestamp"], days(12));
    assert_eq!(times["reported"]["target"]["timestamp"], days(214));
    assert_eq!(
        times["reported"]["net"],
        json!({ "rssi": { "timestamp": NOW_S - 4 }, "ssid": { "timestamp": days(3) } })
    );
    assert_eq!(times["desired"]["schedule"][2]["timestamp"], days(3));
    assert_eq!(
        (&body["version"], &body["timestamp"]),
        (&json!(10), &json!(NOW_S))
    );
    assert_eq!(body.get("clientToken"), None);
    assert_eq!(body["state"].get("delta"), None);
}

#[test]
fn the_default_mirror_is_the_one_without_a_name() {
    let mut service = service();
    let (_, default) = get(&mut service, "/devices/test-bench-03/mirror");
    let (_, named) = get(&mut service, "/devices/test-bench-03/mirror?name=default");
    assert_eq!(default["state"]["reported"]["seen_as"], "no name");
    assert_eq!(named["state"]["reported"]["seen_as"], "default");
    let (status, body) = get(&mut service, "/devices/test-bench-01/mirror");
    assert_eq!((status, &body["error"]["errorCode"]), (404, &json!("404")));
    assert_eq!(body["error"]["message"], "Mirror not found");
}

#[test]
fn an_empty_name_never_means_the_default_mirror() {
    for method in [Get, Post, Delete] {
        for query in ["?name=", "?name", "?name=firmware&name=", "?name=a&name=b"] {
            let mut service = service();
            let path = format!("/devices/greenhouse-07/mirror{query}");
            let (status, _) = call(&mut service, method, &path, Some(r#"{"state":{}}"#));
            assert_eq!(status, 400, "{path}");
            assert!(service.mirror("greenhouse-07", None).is_some());
        }
    }
}

#[test]
fn digits_come_as_they_were_stored() {
    let mut service = service();
    let body =
        r#"{"state":{"reported":{"n":9007199254740993,"d":0.10000000000000000000001,"e":1e400}}}"#;
    let (status, echo) = call(
        &mut service,
        Post,
        "/devices/agv-01/mirror?name=n",
        Some(body),
    );
    assert_eq!(status, 200);
    let (_, read) = get(&mut service, "/devices/agv-01/mirror?name=n");
    for answer in [echo, read] {
        let text = answer["state"]["reported"].to_string();
        assert_eq!(
            text,
            r#"{"d":0.10000000000000000000001,"e":1e+400,"n":9007199254740993}"#
        );
    }
}

#[test]
fn an_update_merges_and_null_removes() {
    let mut service = service();
    let path = "/devices/spare_01/mirror";
    let first =
        r#"{"state":{"desired":{"a":{"b":1,"c":[1,{"x":null}]},"d":true}},"clientToken":"t-1"}"#;
    let (status, body) = call(&mut service, Post, path, Some(first));
    assert_eq!(status, 200);
    assert_eq!(
        (&body["version"], &body["clientToken"]),
        (&json!(1), &json!("t-1"))
    );
    assert_eq!(body["state"]["desired"]["d"], true);
    assert_eq!(body["metadata"]["desired"]["d"]["timestamp"], json!(NOW_S));

    let second = r#"{"state":{"desired":{"a":{"b":null,"e":{"f":2,"g":null}},"d":{"h":3}},"reported":{"d":false}}}"#;
    let (_, body) = call_at(&mut service, Post, path, Some(second), START_MS + 7000);
    assert_eq!(body["version"], 2);
    assert_eq!(body.get("clientToken"), None);
    let (_, body) = get(&mut service, path);
    assert_eq!(
        body["state"],
        json!({
            "desired": { "a": { "c": [1, { "x": null }], "e": { "f": 2 } }, "d": { "h": 3 } },
            "reported": { "d": false },
        })
    );
    let leaf = |at_s: u64| json!({ "timestamp": at_s });
    assert_eq!(
        body["metadata"]["desired"],
        json!({
            "a": { "c": [leaf(NOW_S), { "x": leaf(NOW_S) }], "e": { "f": leaf(NOW_S + 7) } },
            "d": { "h": leaf(NOW_S + 7) },
        })
    );

    let third = r#"{"state":{"desired":null}}"#;
    call(&mut service, Post, path, Some(third));
    let known = service.mirror("spare_01", None).unwrap();
    assert_eq!((known.version, known.desired), (3, None));
    assert_eq!(known.reported, Some(json!({ "d": false })));
}

#[test]
fn an_update_beyond_the_limits_changes_nothing() {
    let nested = |levels: usize| {
        let (open, close) = ("{\"k\":".repeat(levels - 1), "}".repeat(levels - 1));
        format!("{{\"state\":{{\"desired\":{open}{{}}{close}}}}}")
    };
    let token = "가".repeat(21);
    let mut cases = vec![
        (nested(6), 200),
        (nested(7), 400),
        (r#"{"state":{"desired":{"a":[[[[[1]]]]]}}}"#.to_owned(), 200),
        (
            r#"{"state":{"desired":{"a":[[[[[[1]]]]]]}}}"#.to_owned(),
            400,
        ),
        (format!(r#"{{"state":{{}},"clientToken":"{token}x"}}"#), 200),
        (
            format!(r#"{{"state":{{}},"clientToken":"{token}xy"}}"#),
            400,
        ),
    ];
    for refused in [
        "",
        "[]",
        "{",
        "{}",
        r#"{"state":null}"#,
        r#"{"state":{"delta":{}}}"#,
        r#"{"state":{"desired":[]}}"#,
        r#"{"state":{},"version":"14"}"#,
        r#"{"state":{},"version":1.5}"#,
        r#"{"state":{},"version":9223372036854775808}"#,
        r#"{"state":{},"clientToken":7}"#,
    ] {
        cases.push((refused.to_owned(), 400));
    }
    for (body, expected) in cases {
        let mut service = service();
        let path = "/devices/spare_01/mirror?name=limits";
        let (status, answer) = call(&mut service, Post, path, Some(&body));
        assert_eq!(status, expected, "{body}");
        if status == 400 {
            assert_eq!(answer["error"]["errorCode"], "400");
            assert_eq!(service.mirror("spare_01", Some("limits")), None);
        }
    }
}

#[test]
fn a_deletion_echoes_the_token_and_the_last_version() {
    let mut service = service();
    let path = "/devices/greenhouse-07/mirror?name=firmware";
    let body = Some(r#"{"clientToken":"md-3","version":10}"#);
    let (status, answer) = call(&mut service, Delete, path, body);
    assert_eq!(status, 200);
    assert_eq!(
        answer,
        json!({ "clientToken": "md-3", "version": 10, "timestamp": NOW_S })
    );
    assert_eq!(service.mirror("greenhouse-07", Some("firmware")), None);
    let (_, list) = get(
        &mut service,
        "/devices/mirror/ListNamedMirrorForDevice/greenhouse-07",
    );
    assert_eq!(list["results"], json!(["legacy", "tuning"]));
    assert!(service.mirror("greenhouse-07", None).is_some());

    let (status, answer) = call(&mut service, Delete, path, body);
    assert_eq!(
        (status, &answer["error"]["errorCode"]),
        (404, &json!("404"))
    );
}

#[test]
fn a_deletion_needs_no_body() {
    for body in [
        None,
        Some(""),
        Some("{}"),
        Some(r#"{"clientToken":null,"version":null}"#),
    ] {
        let mut service = service();
        let (status, answer) = call(&mut service, Delete, "/devices/greenhouse-07/mirror", body);
        assert_eq!(status, 200);
        assert_eq!(answer, json!({ "version": 14, "timestamp": NOW_S }));
        assert_eq!(service.mirror("greenhouse-07", None), None);
    }
}

#[test]
fn another_version_locks_updates_and_deletions() {
    let mut service = service();
    let path = "/devices/greenhouse-07/mirror?name=legacy";
    for version in ["1", "3", "-2", "0"] {
        for method in [Post, Delete] {
            let body = format!(r#"{{"state":{{}},"version":{version}}}"#);
            let (status, answer) = call(&mut service, method, path, Some(&body));
            assert_eq!(
                (status, &answer["error"]["errorCode"]),
                (409, &json!("409"))
            );
        }
    }
    assert_eq!(
        service
            .mirror("greenhouse-07", Some("legacy"))
            .unwrap()
            .version,
        2
    );
    let (status, answer) = call(
        &mut service,
        Post,
        path,
        Some(r#"{"state":{"desired":{"valve":"shut"}},"version":2}"#),
    );
    assert_eq!((status, &answer["version"]), (200, &json!(3)));
}

#[test]
fn a_lock_on_a_mirror_that_does_not_exist() {
    let mut service = service();
    let path = "/devices/spare_01/mirror";
    let body = Some(r#"{"state":{},"version":1}"#);
    assert_eq!(call(&mut service, Post, path, body).0, 409);
    assert_eq!(call(&mut service, Delete, path, body).0, 404);
    assert_eq!(service.mirror("spare_01", None), None);
}

#[test]
fn a_deletion_with_a_body_that_cannot_be_read_deletes_nothing() {
    for body in [
        "{",
        "[]",
        "null",
        r#"{"version":"2"}"#,
        r#"{"version":2.0}"#,
        r#"{"version":18446744073709551616}"#,
        r#"{"clientToken":[]}"#,
        r#"{"clientToken":"0123456789012345678901234567890123456789012345678901234567890123X"}"#,
    ] {
        let mut service = service();
        let path = "/devices/greenhouse-07/mirror?name=legacy";
        assert_eq!(
            call(&mut service, Delete, path, Some(body)).0,
            400,
            "{body}"
        );
        assert!(service.mirror("greenhouse-07", Some("legacy")).is_some());
    }
}

#[test]
fn the_version_counts_on_after_a_deletion() {
    let mut service = service();
    let path = "/devices/greenhouse-07/mirror?name=tuning";
    let (_, gone) = call(&mut service, Delete, path, None);
    assert_eq!(gone["version"], 6);
    let body = Some(r#"{"state":{"desired":{"pid":1}}}"#);
    let (_, back) = call(&mut service, Post, path, body);
    assert_eq!(back["version"], 7);
    let known = service.mirror("greenhouse-07", Some("tuning")).unwrap();
    assert_eq!(
        (known.desired, known.reported),
        (Some(json!({ "pid": 1 })), None)
    );
}

#[test]
fn a_token_in_the_body_of_a_read_is_echoed() {
    let path = "/devices/greenhouse-07/mirror";
    let (status, body) = call(&mut service(), Get, path, Some(r#"{"clientToken":"look"}"#));
    assert_eq!((status, &body["clientToken"]), (200, &json!("look")));
}

#[test]
fn odd_names_go_round() {
    let names = [
        "night mode",
        "a+b",
        "50%",
        "R&D",
        "in/out",
        "#1",
        "why?",
        "한글",
        "e\u{301}",
        "photo\u{202e}gnp.exe",
        "🌡️",
        "..",
        "x=1&name=firmware",
        "tab\there",
        "\"",
        "\\",
    ];
    for name in names {
        let mut service = service();
        let encoded =
            percent_encoding::utf8_percent_encode(name, percent_encoding::NON_ALPHANUMERIC);
        let path = format!("/devices/legacy%E2%80%AE-x/mirror?name={encoded}");
        let body = json!({ "state": { "desired": { "name": name } } }).to_string();
        assert_eq!(call(&mut service, Post, &path, Some(&body)).0, 200);
        let (_, list) = get(
            &mut service,
            "/devices/mirror/ListNamedMirrorForDevice/legacy%E2%80%AE-x",
        );
        assert_eq!(list["results"], json!(["legacy", name]));
        let (_, read) = get(&mut service, &path);
        assert_eq!(read["state"]["desired"]["name"], *name);
        assert_eq!(call(&mut service, Delete, &path, None).0, 200);
        assert_eq!(service.mirror("legacy\u{202e}-x", Some(name)), None);
    }
}

#[test]
fn an_encoded_slash_is_part_of_a_name() {
    let (status, body) = get(&mut service(), "/devices/agv-01%2Fmirror");
    assert_eq!(
        (status, &body["error"]["message"]),
        (404, &Value::from("Device not found"))
    );
}
