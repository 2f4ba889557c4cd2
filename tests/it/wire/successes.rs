//! Section 12, points 6 to 12, 15 and 16: successful answers.

use mirrordeck::api::response;
use mirrordeck::model::compare::compare;
use mirrordeck::model::error::ApiError;
use mirrordeck::model::mirror::MirrorList;

use super::{
    ASKED, detail, document, is_unreadable, list, named_mirror, ok, page, raw_names, receipt,
};
use crate::support::scripted::reply;

#[test]
fn point_06_any_success_status_and_an_empty_body() {
    for status in [200, 201, 202, 204] {
        let empty = receipt(&reply(status, "")).unwrap();
        assert_eq!(
            (empty.status, empty.client_token, empty.version),
            (status, None, None)
        );
        let body = r#"{"clientToken": "md-3", "version": 14}"#;
        assert_eq!(receipt(&reply(status, body)).unwrap().version, Some(14));
        assert!(named_mirror(&reply(status, body)).unwrap().is_some());
        assert!(response::updated(&reply(status, ""), ASKED).is_ok());
    }
    assert!(is_unreadable(&named_mirror(&reply(200, ""))));
    assert!(is_unreadable(&receipt(&reply(200, "OK"))));
}

#[test]
fn point_07_unknown_fields_and_any_order() {
    let text = r#"{"results": ["b"], "nextToken": null, "more": {"deep": [1]}}"#;
    assert_eq!(raw_names(&list(text).unwrap()), ["b"]);
    let text = r#"{"version": 3, "status": "ACTIVE", "body": 1, "kind": "x",
        "state": {"reported": {"a": 1}, "other": {}}}"#;
    let document = document(text);
    assert_eq!(document.version, Some(3));
    assert_eq!(document.reported.unwrap()["a"].to_string(), "1");
    let text = r#"{"trace": 1, "body": {"page": {"totalPages": "1", "size": 1}, "sort": [],
        "content": [{"registerTime": "t", "name": "a", "owner": {}}]}, "status": "SUCCESS"}"#;
    assert_eq!(page(text).unwrap().devices[0].registered.as_str(), "t");
}

#[test]
fn point_08_integers_as_numbers_or_text() {
    for (version, expected) in [
        ("14", Some(14)),
        ("\"14\"", Some(14)),
        ("18446744073709551615", Some(u64::MAX)),
        ("\"18446744073709551615\"", Some(u64::MAX)),
        ("9007199254740993", Some(9_007_199_254_740_993)),
        ("18446744073709551616", None),
        ("-1", None),
        ("1.5", None),
        ("null", None),
    ] {
        let text = format!(r#"{{"version": {version}, "timestamp": "1700000123"}}"#);
        assert_eq!(document(&text).version, expected, "{version}");
        assert_eq!(document(&text).timestamp_ms, Some(1_700_000_123_000));
        assert_eq!(receipt(&ok(&text)).unwrap().version, expected, "{version}");
    }
    assert_eq!(document(r#"{"state": {}}"#).version, None);
    let text = r#"{"body": {"content": [], "page": {"size": "10", "totalElements": "31",
        "totalPages": "4", "number": "3"}}}"#;
    let info = page(text).unwrap().page.unwrap();
    assert_eq!(
        [
            info.size,
            info.total_elements,
            info.total_pages,
            info.number
        ],
        [10, 31, 4, 3]
    );
}

#[test]
fn point_09_the_token_missing_null_or_echoed() {
    let token = |body| receipt(&ok(body)).unwrap().client_token;
    assert_eq!(token(r#"{"version": 1}"#), None);
    assert_eq!(token(r#"{"version": 1, "clientToken": null}"#), None);
    assert_eq!(token(r#"{"clientToken": "한\n"}"#), Some("한\n".to_owned()));
    assert_eq!(token(r#"{"clientToken": 42}"#), Some("42".to_owned()));
}

#[test]
fn point_10_parts_missing_null_or_empty() {
    for body in [
        r#"{"version": 1}"#,
        r#"{"version": 1, "state": null, "metadata": null}"#,
        r#"{"version": 1, "state": {}, "metadata": {}}"#,
        r#"{"version": 1, "state": {"desired": null, "reported": null, "delta": {"a": 1}}}"#,
        r#"{"version": 1, "state": "odd", "metadata": [1]}"#,
    ] {
        let document = document(body);
        assert_eq!(
            (document.desired, document.reported),
            (None, None),
            "{body}"
        );
        assert_eq!(document.metadata_desired, None, "{body}");
    }
    let empty = document(r#"{"version": 1, "state": {"desired": {}}}"#).desired;
    assert_eq!(empty, Some(serde_json::json!({})));
}

#[test]
fn point_10_values_of_any_type_keep_their_digits() {
    let state = r#"{"array":[1,[2,{"x":null}]],"big":123456789012345678901234567890,"deep":{"1":{"2":{"3":{"4":{"5":{"6":{"7":true}}}}}}},"exact":0.1000000000000000055511151231257827,"float":1.0,"large":9007199254740993}"#;
    let document = document(&format!(r#"{{"state": {{"desired": {state}}}}}"#));
    assert_eq!(document.desired.as_ref().unwrap().to_string(), state);
    let shown: Vec<_> = compare(&document)
        .rows
        .into_iter()
        .filter(|row| !row.branch && row.depth == 0)
        .map(|row| row.desired.unwrap().in_words().into_owned())
        .collect();
    assert_eq!(
        shown,
        [
            "123456789012345678901234567890",
            "0.1000000000000000055511151231257827",
            "1.0",
            "9007199254740993"
        ]
    );
}

#[test]
fn point_10_nesting_beyond_128_levels_is_a_clear_error() {
    let deep = |levels: usize| {
        let open = r#"{"a":"#.repeat(levels);
        let close = "}".repeat(levels);
        named_mirror(&ok(&format!(
            r#"{{"state": {{"desired": {open}1{close}}}}}"#
        )))
    };
    assert!(deep(120).unwrap().is_some());
    for levels in [130, 2_000, 100_000] {
        let error = deep(levels).unwrap_err();
        assert!(is_unreadable::<()>(&Err(error.clone())));
        assert!(
            error.to_string().contains("nested deeper than 128 levels"),
            "{error}"
        );
    }
}

#[test]
fn point_11_times_in_either_spelling_and_unit() {
    for (body, expected) in [
        (
            r#"{"version": 1, "timestamp": 1700000123}"#,
            Some(1_700_000_123_000),
        ),
        (
            r#"{"version": 1, "timstamp": 1700000123}"#,
            Some(1_700_000_123_000),
        ),
        (
            r#"{"version": 1, "timestamp": null, "timstamp": 1700000123456}"#,
            Some(1_700_000_123_456),
        ),
        (r#"{"version": 1}"#, None),
        (r#"{"version": 1, "timestamp": "soon"}"#, None),
        (r#"{"version": 1, "timestamp": {"timestamp": 1}}"#, None),
    ] {
        assert_eq!(document(body).timestamp_ms, expected, "{body}");
        assert_eq!(receipt(&ok(body)).unwrap().timestamp_ms, expected, "{body}");
    }
}

#[test]
fn point_11_metadata_that_does_not_match_the_state() {
    let text = r#"{"state": {"desired": {"a": 1, "b": {"c": 2}}, "reported": {"a": [1]}},
        "metadata": {"desired": {"a": {"timstamp": 1700000100}, "b": 7, "z": {"timestamp": 1}},
                     "reported": [{"timestamp": 1700000200}]}}"#;
    let comparison = compare(&document(text));
    assert_eq!(comparison.rows[0].desired_ms, Some(1_700_000_100_000));
    assert_eq!(comparison.rows[2].desired_ms, None);
    assert_eq!(comparison.last_report_ms, Some(1_700_000_200_000));
}

#[test]
fn point_12_lists_in_any_state() {
    for body in [
        r#"{"timestamp": 1}"#,
        r#"{"results": null}"#,
        r#"{"results": []}"#,
        "[]",
        "null",
        "{}",
    ] {
        assert_eq!(list(body).unwrap(), MirrorList::default(), "{body}");
    }
    let text = r#"{"results": ["b", "", null, "default", "a", "b", 7, "DefaultMirror", {}]}"#;
    let mixed = list(text).unwrap();
    assert_eq!(raw_names(&mixed), ["DefaultMirror", "a", "b", "default"]);
    assert_eq!(mixed.unusable, 4);
    assert!(is_unreadable(&list(r#"{"results": "a"}"#)));
    assert!(is_unreadable(&list("7")));
}

#[test]
fn point_15_times_of_devices_in_any_shape() {
    for (time, shown) in [
        (r#""2023-11-02 09:41:30""#, "2023-11-02 09:41:30"),
        (
            r#""2023-11-02T09:41:30.5+09:00""#,
            "2023-11-02T09:41:30.5+09:00",
        ),
        ("[2023, 11, 2, 9, 41, 30]", "2023-11-02 09:41:30"),
        ("[2023, 11, 2, 9, 41, 30, 500000000]", "2023-11-02 09:41:30"),
        ("[2023, 11, 2, 9, 41]", "2023-11-02 09:41:00"),
        ("[2023]", "[2023]"),
        ("[\"x\", 1, 2]", "[\"x\",1,2]"),
        ("1700000123", "1700000123"),
        ("{\"year\": 2023}", "{\"year\":2023}"),
        ("\"soon\\u001b[2J\"", "soon\\u{1b}[2J"),
        ("null", ""),
    ] {
        let text = format!(r#"{{"content": [{{"name": "a", "modifyTime": {time}}}]}}"#);
        let page = page(&text).unwrap();
        assert_eq!(page.devices[0].modified.as_str(), shown);
        assert!(page.devices[0].registered.is_empty());
    }
}

#[test]
fn point_16_strange_names_are_kept_and_shown_escaped() {
    let text = r#"{"content": [{"name": "a\u001b[31m b"}, {"name": "온실/7"}, {"name": ""},
        {"name": null}, {}, "x", {"name": 7}], "page": null}"#;
    let page = page(text).unwrap();
    assert_eq!(page.devices[0].name.raw(), "a\u{1b}[31m b");
    assert_eq!(page.devices[0].name.shown(), "a\\u{1b}[31m b");
    assert_eq!(page.devices[1].name.shown(), "온실/7");
    assert_eq!((page.devices.len(), page.unnamed, page.page), (2, 5, None));
    let text = r#"{"name": "a", "description": "x\u202ey"}"#;
    assert_eq!(
        detail(text).unwrap().device.description.as_str(),
        "x\\u{202e}y"
    );
}

#[test]
fn what_is_not_the_services_is_unreadable_with_an_excerpt() {
    let page = format!(
        "<html>\n <body>\u{1b}[2J{}</body></html>",
        "long ".repeat(500)
    );
    let Err(ApiError::Unreadable {
        status, excerpt, ..
    }) = named_mirror(&ok(&page))
    else {
        panic!("HTML is no mirror")
    };
    assert_eq!(status, 200);
    assert!(excerpt.as_str().starts_with("<html> <body>\\u{1b}[2Jlong"));
    assert!(excerpt.as_str().chars().count() < 200 && excerpt.as_str().ends_with('…'));
    for body in ["[]", "7", "\"x\"", r#"{"greeting": "hello"}"#] {
        assert!(is_unreadable(&named_mirror(&ok(body))), "{body}");
        assert!(is_unreadable(&detail(body)), "{body}");
    }
    assert!(is_unreadable(&super::page(r#"{"greeting": "hello"}"#)));
}
