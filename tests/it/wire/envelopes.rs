//! Section 12, points 13 and 14: envelopes, and errors under a success.

use mirrordeck::model::device::DevicePage;
use mirrordeck::model::mirror::MirrorList;

use super::{
    default_mirror, detail, document, is_unreadable, list, named_mirror, ok, page, raw_names,
    receipt, refused,
};
use crate::support::scripted::refusal;

#[test]
fn point_13_with_and_without_the_envelope() {
    let content = r#"{"content": [{"name": "a"}], "page": {"totalPages": 1, "size": 1}}"#;
    for body in [
        content.to_owned(),
        format!(r#"{{"status": "SUCCESS", "body": {content}}}"#),
        format!(r#"{{"status": "success", "body": {content}}}"#),
        format!(r#"{{"body": {content}}}"#),
        r#"{"status": "SUCCESS", "body": [{"name": "a"}]}"#.to_owned(),
    ] {
        assert_eq!(page(&body).unwrap().devices.len(), 1, "{body}");
    }
    for body in [
        r#"{"device": {"name": "a"}}"#,
        r#"{"status": "SUCCESS", "body": {"name": "a"}}"#,
    ] {
        assert_eq!(detail(body).unwrap().device.name.raw(), "a", "{body}");
    }
    let wrapped = |inner: &str| format!(r#"{{"status": "SUCCESS", "body": {inner}}}"#);
    assert_eq!(document(&wrapped(r#"{"version": 5}"#)).version, Some(5));
    assert_eq!(
        raw_names(&list(&wrapped(r#"{"results": ["a"]}"#)).unwrap()),
        ["a"]
    );
    let gone = receipt(&ok(&wrapped(r#"{"version": 5, "clientToken": "t"}"#))).unwrap();
    assert_eq!(
        (gone.version, gone.client_token.as_deref()),
        (Some(5), Some("t"))
    );
}

#[test]
fn point_13_an_envelope_without_success_is_a_failure() {
    let text = r#"{"status": "FAIL", "body": null, "message": "no"}"#;
    let failed = refusal(page(text));
    assert_eq!(failed.to_string(), "200 FAIL no");
    for body in [
        text,
        r#"{"status": "FAIL"}"#,
        r#"{"status": 500, "body": {"content": []}}"#,
        r#"{"status": "OK", "body": {}}"#,
    ] {
        refusal(detail(body));
        refusal(list(body));
        refusal(named_mirror(&ok(body)));
        refused(&ok(body));
    }
}

#[test]
fn point_13_a_null_body() {
    let text = r#"{"status": "SUCCESS", "body": null}"#;
    assert_eq!(page(text).unwrap(), DevicePage::default());
    assert_eq!(list(text).unwrap(), MirrorList::default());
    assert_eq!(receipt(&ok(text)).unwrap().status, 200);
    assert_eq!(default_mirror(&ok(text)).unwrap(), None);
    assert!(is_unreadable(&named_mirror(&ok(text))));
    assert!(is_unreadable(&detail(text)));
}

#[test]
fn point_14_an_error_object_under_success_is_a_failure() {
    for body in [
        r#"{"error": {"errorCode": "1001", "message": "no"}}"#,
        r#"{"errorCode": 1001, "message": "no"}"#,
        r#"{"status": "SUCCESS", "body": {"error": {"errorCode": 1001, "message": "no"}}}"#,
    ] {
        let refusal = refused(&ok(body));
        assert_eq!(refusal.to_string(), "200 1001 no", "{body}");
        assert!(refusal.leaves_doubt());
        assert!(page(body).is_err() && list(body).is_err() && detail(body).is_err());
        assert!(named_mirror(&ok(body)).is_err());
    }
    assert!(
        refused(&ok(r#"{"error": "boom"}"#))
            .message
            .as_str()
            .contains("boom")
    );
    for none in ["null", "false", "\"\""] {
        let body = format!(r#"{{"error": {none}, "version": 1}}"#);
        assert!(receipt(&ok(&body)).is_ok(), "{body}");
    }
    // A deletion is never taken for done where anything says otherwise.
    for body in [
        r#"{"error": "conflict", "version": 15}"#,
        r#"{"error": true}"#,
        r#"{"errorCode": 7, "version": 15}"#,
        r#"{"status": "FAIL", "version": 15, "clientToken": "md-3"}"#,
        r#"{"body": {"error": "boom"}}"#,
    ] {
        assert_eq!(refused(&ok(body)).status, 200, "{body}");
    }
}
