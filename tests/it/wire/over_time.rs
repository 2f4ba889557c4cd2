//! Section 12, points 26 to 29: state over time.

use crate::support::said::Said;
use mirrordeck::api::client::Client;
use mirrordeck::api::clock::Clock;
use mirrordeck::api::wire::WireRequest;
use mirrordeck::model::base_url::{BaseUrl, BaseUrlError};
use mirrordeck::model::delete::Look;
use mirrordeck::model::mirror::{MirrorRead, MirrorReading};

use super::{document, ok, refused};
use crate::support::scripted::{Scripted, at_once, client, error, keys, named, refusal, reply};

fn version(read: &MirrorRead) -> Option<u64> {
    match read {
        MirrorRead::Found(reading) => reading.document.version,
        MirrorRead::Absent => None,
    }
}

#[test]
fn point_26_a_mirror_that_reappears_may_have_any_version() {
    let target = named("bulb-01", "schedule");
    let transport = Scripted::new([
        ok(r#"{"version": 14}"#),
        error(404, "1404", "no"),
        // The device is looked at, and stands.
        ok(r#"{"status": "SUCCESS", "body": {"device": {"name": "bulb-01"}}}"#),
        ok(r#"{"version": 1}"#),
        ok(r#"{"version": 15}"#),
    ]);
    let client = client(transport);
    let versions = [(); 4].map(|()| version(&at_once(client.view_mirror(&target)).unwrap()));
    assert_eq!(versions, [Some(14), None, Some(1), Some(15)]);
}

#[tokio::test(start_paused = true)]
async fn point_27_a_lagging_list_is_checked_once_more() {
    let target = named("bulb-01", "schedule");
    let gone = || error(404, "1404", "no");
    let listed = || ok(r#"{"results": ["schedule"]}"#);

    let transport = Scripted::new([gone(), listed(), gone()]);
    let look = client(transport.clone()).look(&target).await;
    assert_eq!(look.unwrap(), Look::Gone);
    assert_eq!(
        transport.lines(),
        [
            "GET /devices/bulb-01/mirror?name=schedule",
            "GET /devices/mirror/ListNamedMirrorForDevice/bulb-01",
            "GET /devices/bulb-01/mirror?name=schedule",
        ]
    );

    let transport = Scripted::new([gone(), listed(), ok(r#"{"version": 1}"#)]);
    let look = client(transport).look(&target).await;
    assert_eq!(look.unwrap().version(), Some(1));
}

#[test]
fn point_28_nothing_is_said_about_mqtt() {
    let reading = MirrorReading::new(document(r#"{"version": 1}"#), 0);
    let said = [
        refused(&error(409, "1", "m")).advice().to_string(),
        refused(&error(404, "1", "m")).advice().to_string(),
        format!("{reading:?}"),
    ];
    for text in said {
        assert!(!text.to_lowercase().contains("mqtt"), "{text}");
    }
}

fn sent_to(base: &str) -> WireRequest {
    let transport = Scripted::new([error(404, "1", "no")]);
    let base = BaseUrl::parse(base).unwrap();
    let client = Client::new(transport.clone(), &base, keys(), Clock::system(), 1, false);
    refusal(at_once(client.list_devices(0, 10)));
    transport.sent().remove(0)
}

#[test]
fn point_29_another_host_with_another_prefix() {
    for (base, path) in [
        (
            "https://cloudiotcore.apigw.gov-ntruss.com/cloudiotcore/v1/",
            "/cloudiotcore/v1/devices",
        ),
        ("https://host.example", "/devices"),
        ("http://127.0.0.1:8787/a/b", "/a/b/devices"),
    ] {
        assert_eq!(
            sent_to(base).path_and_query,
            format!("{path}?page=0&size=10")
        );
    }
    assert!(matches!(
        BaseUrl::parse("http://cloudiotcore.apigw.ntruss.com"),
        Err(BaseUrlError::NotEncrypted { .. })
    ));
}

#[test]
fn point_29_a_redirect_is_a_refusal() {
    for status in [301, 302, 303, 307, 308] {
        let mut moved = reply(status, "");
        let place = "https://elsewhere.example/\u{202e}x".to_owned();
        moved.headers.push(("location".to_owned(), place));
        let refusal = refused(&moved);
        assert_eq!(
            refusal.to_string(),
            format!("{status} (it leads to https://elsewhere.example/\\u{{202e}}x)")
        );
        assert!(refusal.advice().contains("redirect"));
    }
}
