//! The replies that the documentation shows.

use crate::support::said::Said;
use mirrordeck::model::delete::DeleteReceipt;
use mirrordeck::model::device::PageInfo;
use mirrordeck::model::error::Speaker;

use super::{detail, document, list, page, raw_names, receipt, refused};
use crate::support::scripted::reply;

#[test]
fn a_page_of_devices() {
    let page = page(include_str!("../../fixtures/device_page.json")).unwrap();
    let [device] = &page.devices[..] else {
        panic!("{page:?}")
    };
    assert_eq!(device.name.raw(), "greenhouse-07");
    assert!(device.description.is_empty());
    assert_eq!(device.modified.as_str(), "2023-11-02 09:41:30");
    assert_eq!(device.registered.as_str(), "2023-10-30 17:05:12");
    assert_eq!(page.unnamed, 0);
    let expected = PageInfo {
        number: 0,
        size: 10,
        total_elements: 1,
        total_pages: 1,
    };
    assert_eq!(page.page, Some(expected));
}

#[test]
fn a_device_with_its_properties() {
    let detail = detail(include_str!("../../fixtures/device.json")).unwrap();
    assert_eq!(detail.device.name.raw(), "greenhouse-07");
    assert_eq!(detail.device.description.as_str(), "north wall");
    let [property] = &detail.properties[..] else {
        panic!("{detail:?}")
    };
    assert_eq!(
        (property.key.as_str(), property.value.as_str()),
        ("floor", "2")
    );
}

#[test]
fn the_named_mirrors() {
    let list = list(include_str!("../../fixtures/mirror_list.json")).unwrap();
    assert_eq!(raw_names(&list), ["firmware", "schedule"]);
    assert_eq!(list.unusable, 0);
}

#[test]
fn a_mirror() {
    let body = include_str!("../../fixtures/mirror.json");
    let document = document(body);
    assert_eq!(document.version, Some(14));
    assert_eq!(document.timestamp_ms, Some(1_700_000_123_000));
    assert_eq!(document.desired.unwrap()["valve"], "open");
    assert_eq!(document.reported.unwrap()["valve"], "closed");
    assert!(document.metadata_desired.is_some() && document.metadata_reported.is_some());
    assert_eq!(&*document.body, body.as_bytes());
}

#[test]
fn a_receipt() {
    let receipt = receipt(&reply(200, include_str!("../../fixtures/receipt.json"))).unwrap();
    let expected = DeleteReceipt {
        status: 200,
        client_token: Some("md-3".to_owned()),
        version: Some(14),
        timestamp_ms: Some(1_700_000_200_000),
    };
    assert_eq!(receipt, expected);
}

#[test]
fn an_error_of_the_gateway() {
    let body = include_str!("../../fixtures/gateway_error.json");
    let refusal = refused(&reply(401, body));
    assert_eq!(refusal.to_string(), "401 210 Permission Denied");
    assert_eq!(refusal.speaker, Speaker::Gateway);
    assert!(refusal.advice().contains("NCP_CLOUD_IOT_CORE_MANAGER"));
}

#[test]
fn every_row_of_the_gateways_table_is_the_gateways() {
    for (status, code) in [
        (400, "100"),
        (401, "200"),
        (401, "210"),
        (404, "300"),
        (429, "400"),
        (429, "410"),
        (429, "420"),
        (413, "430"),
        (503, "500"),
        (504, "510"),
        (500, "900"),
    ] {
        let body = format!(r#"{{"error": {{"errorCode": {code}, "message": "m"}}}}"#);
        assert_eq!(refused(&reply(status, &body)).speaker, Speaker::Gateway);
        // The same code with another status is somebody else's.
        assert_eq!(refused(&reply(418, &body)).speaker, Speaker::Service);
    }
}
