//! Section 12, points 17 to 25: errors.

use crate::support::said::Said;
use std::sync::atomic::{AtomicU64, Ordering};

use mirrordeck::api::client::Client;
use mirrordeck::api::clock::Clock;
use mirrordeck::api::response::may_mean_no_default;
use mirrordeck::api::sign::sign;
use mirrordeck::api::transport::TransportError;
use mirrordeck::api::wire::{Method, SIGNATURE_HEADER, TIMESTAMP_HEADER, WireResponse};
use mirrordeck::model::base_url::{BaseUrl, PUBLIC_API_URL};
use mirrordeck::model::error::{ApiError, NoAnswer, Speaker};
use mirrordeck::model::mirror::{MirrorList, MirrorRead};

use super::{default_mirror, named_mirror, ok, refused};
use crate::support::scripted::{
    NOW_MS, Scripted, at_once, client, default_of, device, error, keys, named, once, refusal, reply,
};

#[test]
fn point_17_error_objects_in_any_shape() {
    for (body, shown) in [
        (
            r#"{"error": {"errorCode": "1001", "message": "no", "details": "why"}}"#,
            "409 1001 no (why)",
        ),
        (
            r#"{"error": {"errorCode": 1001, "details": {"a": [1]}}}"#,
            r#"409 1001 ({"a":[1]})"#,
        ),
        (r#"{"errorCode": 1001, "message": "no"}"#, "409 1001 no"),
        (r#"{"error": {}}"#, "409"),
        (
            r#"{"error": {"errorCode": "1", "message": "a\u001b]0;x"}}"#,
            "409 1 a\\u{1b}]0;x",
        ),
        (r#"{"status": "CONFLICT", "body": null}"#, "409 CONFLICT"),
    ] {
        let refusal = refused(&reply(409, body));
        assert_eq!(refusal.to_string(), shown);
        assert_eq!(refusal.speaker, Speaker::Service, "{body}");
    }
}

#[test]
fn point_17_errors_that_are_no_objects_keep_status_and_a_piece_of_the_body() {
    for (body, shown) in [
        (
            "<error><code>1</code></error>",
            "502 <error><code>1</code></error>",
        ),
        (
            "<html>\r\n<h1>Bad  Gateway</h1>",
            "502 <html> <h1>Bad Gateway</h1>",
        ),
        ("upstream\u{1b}[0m", "502 upstream\\u{1b}[0m"),
        ("", "502"),
        ("\"text\"", "502 \"text\""),
        (
            r#"{"timestamp": 1, "status": 502, "error": "Bad Gateway"}"#,
            r#"502 {"timestamp": 1, "status": 502, "error": "Bad Gateway"}"#,
        ),
    ] {
        let refusal = refused(&reply(502, body));
        assert_eq!(refusal.to_string(), shown);
        assert_eq!(refusal.speaker, Speaker::Unclear);
    }
    let binary = refused(&reply(502, [0xff, 0xfe, 0, 1]));
    assert_eq!(binary.message.as_str(), "\u{fffd}\u{fffd}\\u{0}\\u{1}");
}

#[test]
fn point_18_authentication_and_permission_under_either_status() {
    for (status, code, advice) in [
        (401, "200", "secret key"),
        (403, "200", "secret key"),
        (401, "210", "NCP_CLOUD_IOT_CORE_MANAGER"),
        (403, "210", "NCP_CLOUD_IOT_CORE_MANAGER"),
        (403, "1234", "NCP_CLOUD_IOT_CORE_MANAGER"),
    ] {
        let refusal = refused(&error(status, code, "m"));
        assert!(refusal.advice().contains(advice), "{refusal}");
        assert!(!refusal.leaves_doubt() && !refusal.means_absent());
    }
}

#[test]
fn point_19_a_missing_mirror_is_told_from_a_gateway_that_knows_nothing() {
    let absent = [
        error(404, "1404", "no"),
        reply(404, r#"{"errorCode": 1, "message": "Mirror"}"#),
        error(400, "1404", "Mirror does not exist"),
        error(200, "1404", "Mirror not found"),
        error(200, "404", "?"),
    ];
    for reply in &absent {
        assert_eq!(named_mirror(reply).unwrap(), None, "{reply:?}");
        assert!(refused(reply).means_absent());
    }
    let no_proof = [
        error(404, "300", "Not Found Exception"),
        reply(
            404,
            r#"{"error": {"errorCode": 300, "message": "Not Found Exception"}}"#,
        ),
        reply(404, "<html>404 Not Found</html>"),
        reply(404, ""),
        reply(404, r#"{"message": "no Route matched with those values"}"#),
        error(400, "1", "bad version"),
        error(500, "1", "mirror not found"),
        error(401, "200", "key not found"),
    ];
    for reply in &no_proof {
        let refusal = refusal(named_mirror(reply));
        assert!(!refusal.means_absent(), "{reply:?}");
        assert!(default_mirror(reply).is_err(), "{reply:?}");
    }
    assert!(refused(&no_proof[0]).advice().contains("--api-url"));
    assert!(refused(&no_proof[2]).advice().contains("--api-url"));
}

#[test]
fn point_20_a_version_mismatch_is_a_refusal_under_any_status() {
    for status in [400, 409, 412] {
        let refusal = refused(&error(status, "1409", "version mismatch"));
        assert_eq!(refusal.status, status);
        assert!(!refusal.leaves_doubt() && !refusal.means_absent());
    }
}

#[test]
fn point_21_no_default_mirror() {
    for reply in [
        error(404, "1404", "no"),
        error(200, "1404", "mirror not found"),
        ok(r#"{"version": 0}"#),
        ok(r#"{"state": {}, "metadata": {}, "version": "0", "timestamp": 1}"#),
        ok(r#"{"state": {"desired": {}, "reported": null}, "version": 0}"#),
        ok("{}"),
        reply(204, ""),
    ] {
        assert_eq!(default_mirror(&reply).unwrap(), None, "{reply:?}");
    }
    for body in [
        r#"{"state": {"desired": {"a": 1}}, "version": 0}"#,
        r#"{"state": {}, "version": 1}"#,
        r#"{"state": {}}"#,
    ] {
        assert!(default_mirror(&ok(body)).unwrap().is_some(), "{body}");
    }
    // A named mirror is listed by the service, so its empty document is a document.
    assert!(named_mirror(&ok(r#"{"version": 0}"#)).unwrap().is_some());
}

#[test]
fn point_21_an_unknown_error_object_under_success_shows_none() {
    let unknown = || error(200, "1001", "mirror is not ready");
    let transport = Scripted::new([unknown(), unknown(), unknown()]);
    let client = client(transport);
    let view = at_once(client.view_mirror(&default_of("bulb-01")));
    assert_eq!(view.unwrap(), MirrorRead::Absent);
    refusal(at_once(client.view_mirror(&named("bulb-01", "schedule"))));
    // Good enough for showing "none", not for saying that a mirror is gone.
    refusal(at_once(client.look(&default_of("bulb-01"))));
    for other in [
        error(200, "200", "?"),
        error(200, "1001", "Permission denied"),
        error(200, "1001", "Authentication Failed"),
        error(200, "1001", "Internal error"),
        error(400, "1001", "?"),
        reply(200, r#"{"error": "boom"}"#),
    ] {
        assert!(!may_mean_no_default(&refused(&other)), "{other:?}");
    }
}

const DEVICE: &str = include_str!("../../fixtures/device.json");

#[test]
fn point_22_no_named_mirrors() {
    let missing = || error(404, "1404", "no shadow");
    let list = |answers: Vec<WireResponse>| {
        let transport = Scripted::new(answers);
        let result =
            at_once(once(&client(transport.clone())).list_mirrors(&device("greenhouse-07")));
        (result, transport.lines())
    };
    let none = MirrorList::default();
    let (result, lines) = list(vec![ok(r#"{"results": null}"#)]);
    assert_eq!((result.unwrap(), lines.len()), (none.clone(), 1));

    let (result, lines) = list(vec![missing(), ok(DEVICE)]);
    assert_eq!(result.unwrap(), none);
    assert_eq!(
        lines,
        [
            "GET /devices/mirror/ListNamedMirrorForDevice/greenhouse-07",
            "GET /devices/greenhouse-07",
        ]
    );

    let (gone, _) = list(vec![missing(), error(404, "1000", "no device")]);
    assert_eq!(refusal(gone).code.as_str(), "1404");
    let (unsure, _) = list(vec![missing(), error(503, "500", "Endpoint Error")]);
    assert_eq!(refusal(unsure).status, 503);
    let (gateway, lines) = list(vec![error(404, "300", "Not Found Exception")]);
    assert_eq!((refusal(gateway).code.as_str(), lines.len()), ("300", 1));
}

#[test]
fn point_23_too_many_requests_with_and_without_retry_after() {
    for (retry_after, advice) in [
        (None, "wait a moment"),
        (Some("3"), "wait 3 s"),
        (Some("Tue, 14 Nov 2023 22:13:25 GMT"), "wait 5 s"),
        (Some("?"), "wait a moment"),
    ] {
        let mut busy = error(429, "420", "Rate Limited");
        let header = retry_after.map(|value| ("retry-after".to_owned(), value.to_owned()));
        busy.headers.extend(header);
        let refusal = refused(&busy);
        assert_eq!(refusal.speaker, Speaker::Gateway);
        assert!(refusal.advice().contains(advice), "{}", refusal.advice());
        assert!(!refusal.leaves_doubt());
    }
    let quota = refused(&error(429, "400", "Quota Exceeded"));
    assert!(quota.advice().contains("quota"));
}

#[tokio::test(start_paused = true)]
async fn point_23_every_try_is_signed_anew() {
    let transport = Scripted::new([error(429, "420", "Rate Limited"), ok(r#"{"version": 1}"#)]);
    let ticks = AtomicU64::new(NOW_MS);
    let clock = Clock::from_fn(move || ticks.fetch_add(1, Ordering::Relaxed));
    let base = BaseUrl::parse(PUBLIC_API_URL).unwrap();
    let client = Client::new(transport.clone(), &base, keys(), clock, 1, false);
    client.view_mirror(&default_of("bulb-01")).await.unwrap();
    let sent = transport.sent();
    for request in &sent {
        let timestamp = request.header(TIMESTAMP_HEADER).unwrap().parse().unwrap();
        let path = &request.path_and_query;
        let signature = sign(Method::Get, path, timestamp, &keys());
        assert_eq!(request.header(SIGNATURE_HEADER), Some(&*signature));
    }
    assert_ne!(
        sent[0].header(TIMESTAMP_HEADER),
        sent[1].header(TIMESTAMP_HEADER)
    );
}

#[test]
fn point_24_what_leaves_the_result_of_a_delete_unknown() {
    for (status, code) in [(500, "900"), (503, "500"), (504, "510"), (502, "")] {
        assert!(refused(&error(status, code, "m")).leaves_doubt());
    }
    let broken = TransportError::Broken {
        cause: "reset\u{7}".to_owned(),
    };
    for (failure, kind) in [
        (broken, NoAnswer::Broken),
        (
            TransportError::TimedOut { limit_ms: 20_000 },
            NoAnswer::TimedOut,
        ),
    ] {
        let error = ApiError::from(failure);
        assert!(
            matches!(&error, ApiError::NoAnswer { why, .. } if *why == kind),
            "{error}"
        );
        assert!(!error.to_string().contains('\u{7}'));
    }
}

#[test]
fn point_25_a_clock_more_than_five_minutes_off_is_named() {
    let advice = |date: &str| {
        let mut reply = error(401, "200", "Authentication Failed");
        reply.headers.push(("date".to_owned(), date.to_owned()));
        refused(&reply).advice()
    };
    let behind = advice("Tue, 14 Nov 2023 22:18:21 GMT");
    assert!(behind.contains("clock is 301 s behind"), "{behind}");
    let ahead = advice("Tue, 14 Nov 2023 22:08:19 GMT");
    assert!(ahead.contains("clock is 301 s ahead"), "{ahead}");
    for date in ["Tue, 14 Nov 2023 22:18:20 GMT", "yesterday", ""] {
        assert!(advice(date).contains("secret key"), "{date}");
    }
}
