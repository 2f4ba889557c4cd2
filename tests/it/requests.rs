//! Operations as requests.

use crate::support::said::Said;
use mirrordeck::api::request::{Operation, UnsignedRequest, build};
use mirrordeck::api::wire::Method;
use mirrordeck::model::delete::ClientToken;
use mirrordeck::model::device::SearchBy;
use mirrordeck::model::error::{ApiError, NotSent};
use mirrordeck::model::mirror::{MirrorId, MirrorName, MirrorUpdate};

use crate::support::scripted::{default_of, device, named};

fn built(operation: &Operation) -> UnsignedRequest {
    build(operation, "/v1").unwrap()
}

fn delete(target: MirrorId, version: Option<u64>, token: Option<&str>) -> UnsignedRequest {
    built(&Operation::DeleteMirror {
        target,
        version,
        token: token.map(|token| ClientToken::new(token).unwrap()),
    })
}

fn body_text(request: &UnsignedRequest) -> &str {
    std::str::from_utf8(request.body.as_ref().unwrap()).unwrap()
}

#[test]
fn every_operation_has_its_documented_path() {
    let search = |by| Operation::SearchDevices {
        by,
        keyword: "hall".to_owned(),
        page: 3,
        size: 25,
    };
    let rows = [
        (
            Operation::ListDevices { page: 2, size: 50 },
            "/v1/devices?page=2&size=50",
        ),
        (
            search(SearchBy::Name),
            "/v1/search/devices/name?page=3&size=25&keyword=hall",
        ),
        (
            search(SearchBy::Description),
            "/v1/search/devices/description?page=3&size=25&keyword=hall",
        ),
        (
            search(SearchBy::Property),
            "/v1/search/devices/property?page=3&size=25&keyword=hall",
        ),
        (
            Operation::ViewDevice(device("bulb-01")),
            "/v1/devices/bulb-01",
        ),
        (
            Operation::ListMirrors(device("bulb-01")),
            "/v1/devices/mirror/ListNamedMirrorForDevice/bulb-01",
        ),
        (
            Operation::ViewMirror(default_of("bulb-01")),
            "/v1/devices/bulb-01/mirror",
        ),
        (
            Operation::ViewMirror(named("bulb-01", "schedule")),
            "/v1/devices/bulb-01/mirror?name=schedule",
        ),
    ];
    for (operation, path_and_query) in rows {
        let request = built(&operation);
        assert_eq!(request.path_and_query, path_and_query);
        assert_eq!((request.method, request.body), (Method::Get, None));
        assert!(!request.encoded);
    }
}

#[test]
fn names_are_percent_encoded_and_a_space_is_never_a_plus() {
    let request = delete(named("7 동/a", "a+b %&#?한"), None, None);
    assert_eq!(
        request.path_and_query,
        "/v1/devices/7%20%EB%8F%99%2Fa/mirror?name=a%2Bb%20%25%26%23%3F%ED%95%9C"
    );
    assert!(request.encoded);
    let unreserved = delete(named("A-z_9", "x.y~z"), None, None);
    assert_eq!(
        unreserved.path_and_query,
        "/v1/devices/A-z_9/mirror?name=x.y~z"
    );
    assert!(!unreserved.encoded);
}

#[test]
fn a_mirror_called_default_keeps_its_name() {
    let request = delete(named("bulb-01", "default"), None, None);
    assert_eq!(
        request.path_and_query,
        "/v1/devices/bulb-01/mirror?name=default"
    );
}

#[test]
fn an_empty_mirror_name_cannot_be_built() {
    assert_eq!(MirrorName::named(""), None);
}

#[test]
fn a_device_that_a_url_resolves_away_is_not_sent() {
    for name in [".", ".."] {
        for operation in [
            Operation::ViewDevice(device(name)),
            Operation::ListMirrors(device(name)),
            Operation::ViewMirror(named(name, "schedule")),
        ] {
            let error = build(&operation, "/v1").unwrap_err();
            let ApiError::NotSent { why, .. } = &error else {
                panic!("{error}")
            };
            assert_eq!(*why, NotSent::NameUnsendable);
            assert!(error.advice().contains("console"), "{}", error.advice());
        }
    }
    assert_eq!(
        delete(named("...", ".."), None, None).path_and_query,
        "/v1/devices/.../mirror?name=.."
    );
}

#[test]
fn a_delete_says_what_is_given_and_has_no_body_otherwise() {
    let target = || named("bulb-01", "schedule");
    assert_eq!(delete(target(), None, None).body, None);
    assert_eq!(
        body_text(&delete(target(), Some(u64::MAX), None)),
        r#"{"version":18446744073709551615}"#
    );
    assert_eq!(
        body_text(&delete(target(), None, Some("md-\"3"))),
        r#"{"clientToken":"md-\"3"}"#
    );
    assert_eq!(
        body_text(&delete(default_of("bulb-01"), Some(14), Some("md-3"))),
        r#"{"clientToken":"md-3","version":14}"#
    );
}

#[test]
fn an_update_keeps_every_digit() {
    let state =
        r#"{"big":123456789012345678901234567890,"exact":0.1000000000000000055511151231257827}"#;
    let request = built(&Operation::UpdateMirror {
        target: default_of("bulb-01"),
        update: MirrorUpdate {
            desired: serde_json::from_str(state).unwrap(),
            reported: None,
            client_token: Some(ClientToken::new("md-2").unwrap()),
            version: Some(14),
        },
    });
    assert_eq!(request.method, Method::Post);
    assert_eq!(
        body_text(&request),
        format!(r#"{{"clientToken":"md-2","state":{{"desired":{state}}},"version":14}}"#)
    );
}
