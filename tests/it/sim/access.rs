//! Routing, keys, signature and clock.

use mirrordeck::api::wire::{
    ACCESS_KEY_HEADER, Method, SIGNATURE_HEADER, TIMESTAMP_HEADER, WireRequest,
};
use serde_json::{Value, json};

use crate::support::simulator::{START_MS, answer, call, get, service, signed};

fn error_of(request: &WireRequest) -> (u16, Value) {
    let response = answer(&mut service(), request, START_MS);
    let mut body: Value = serde_json::from_slice(&response.body).unwrap();
    (response.status, body["error"].take())
}

fn devices() -> WireRequest {
    signed(Method::Get, "/devices", None, START_MS)
}

fn replace(mut request: WireRequest, header: &str, value: &str) -> WireRequest {
    for (name, old) in &mut request.headers {
        if *name == header {
            value.clone_into(old);
        }
    }
    request
}

const REFUSED: &str = "200";

#[test]
fn a_signed_request_is_answered_with_date_and_type() {
    let response = answer(&mut service(), &devices(), START_MS);
    assert_eq!(response.status, 200);
    assert_eq!(
        response.header("content-type"),
        Some("application/json; charset=utf-8")
    );
    assert_eq!(
        response.header("date"),
        Some("Tue, 14 Nov 2023 22:13:20 GMT")
    );
}

#[test]
fn whatever_is_wrong_with_the_signature_the_gateway_says_the_same() {
    let leading_zero = format!("0{START_MS}");
    let wrong = [
        replace(devices(), ACCESS_KEY_HEADER, "SOMEBODYELSE00000001"),
        replace(devices(), SIGNATURE_HEADER, "AAAA"),
        replace(devices(), TIMESTAMP_HEADER, "yesterday"),
        replace(devices(), TIMESTAMP_HEADER, &leading_zero),
        replace(devices(), TIMESTAMP_HEADER, "1700000000001"),
        WireRequest {
            path_and_query: "/cloudiotcore/v1/devices?page=1".to_owned(),
            ..devices()
        },
    ];
    for request in wrong {
        let (status, error) = error_of(&request);
        assert_eq!(status, 401);
        assert_eq!(
            error,
            json!({ "errorCode": REFUSED, "message": "Authentication Failed" })
        );
    }
    for missing in [ACCESS_KEY_HEADER, SIGNATURE_HEADER, TIMESTAMP_HEADER] {
        let mut request = devices();
        request.headers.retain(|(name, _)| *name != missing);
        assert_eq!(error_of(&request).0, 401, "{missing}");
    }
}

#[test]
fn the_signature_covers_the_method_and_the_encoding_but_not_the_body() {
    let path = "/devices/test-bench-01/mirror?name=night%20mode";
    let mut other_method = signed(Method::Get, path, None, START_MS);
    other_method.method = Method::Delete;
    assert_eq!(error_of(&other_method).0, 401);

    let mut other_encoding = signed(Method::Get, path, None, START_MS);
    other_encoding.path_and_query = other_encoding.path_and_query.replace("%20", "+");
    assert_eq!(error_of(&other_encoding).0, 401);

    let mut other_body = signed(Method::Delete, path, Some("{}"), START_MS);
    other_body.body = Some(br#"{"version":1}"#.to_vec());
    assert_eq!(answer(&mut service(), &other_body, START_MS).status, 200);
}

#[test]
fn five_minutes_either_way_are_accepted_and_no_more() {
    let window_ms = 5 * 60 * 1000;
    for (time_ms, status) in [
        (START_MS - window_ms, 200),
        (START_MS + window_ms, 200),
        (START_MS - window_ms - 1, 401),
        (START_MS + window_ms + 1, 401),
    ] {
        let request = signed(Method::Get, "/devices", None, time_ms);
        assert_eq!(
            answer(&mut service(), &request, START_MS).status,
            status,
            "{time_ms}"
        );
    }
}

#[test]
fn unknown_paths_are_the_gateways_404() {
    for path in [
        "",
        "/",
        "/device",
        "/devices/",
        "/devices//mirror",
        "/devices/agv-01/mirror/",
        "/devices/agv-01/mirrors",
        "/search/devices/colour?keyword=x",
        "/devices/mirror/listnamedmirrorfordevice/agv-01",
        "/devices/mirror/ListNamedMirrorForDevice/",
    ] {
        let (status, body) = get(&mut service(), path);
        assert_eq!(
            (status, &body["error"]),
            (
                404,
                &json!({ "errorCode": "300", "message": "Not Found Exception" })
            ),
            "{path}"
        );
    }
    // Deleting a device is documented, but nothing here may do it.
    let (status, body) = call(&mut service(), Method::Delete, "/devices/agv-01", None);
    assert_eq!((status, &body["error"]["errorCode"]), (404, &json!("300")));
}

#[test]
fn bytes_that_are_no_utf8_are_the_gateways_400() {
    for path in ["/devices/%FF/mirror", "/devices/agv-01/mirror?name=%C3"] {
        let (status, body) = get(&mut service(), path);
        assert_eq!(
            (status, &body["error"]["errorCode"]),
            (400, &json!("100")),
            "{path}"
        );
    }
}

#[test]
fn a_post_needs_the_json_content_type() {
    let path = "/devices/agv-01/mirror?name=new";
    let post = signed(Method::Post, path, Some(r#"{"state":{}}"#), START_MS);
    for (content_type, status) in [
        ("text/plain", 400),
        ("application/json", 200),
        ("APPLICATION/JSON;charset=UTF-8", 200),
    ] {
        let request = replace(post.clone(), "content-type", content_type);
        assert_eq!(answer(&mut service(), &request, START_MS).status, status);
    }
}
