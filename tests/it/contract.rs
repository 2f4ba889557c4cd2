//! One suite for both ways to the embedded service: in process, and over loopback HTTP.

use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use mirrordeck::api::client::Client;
use mirrordeck::api::clock::Clock;
use mirrordeck::api::http::{HttpTransport, TimeLimits};
use mirrordeck::api::transport::Transport;
use mirrordeck::model::base_url::BaseUrl;
use mirrordeck::model::credentials::Credentials;
use mirrordeck::model::delete::{ClientToken, DeleteOrder, Look};
use mirrordeck::model::device::SearchBy;
use mirrordeck::model::error::{ApiError, NoAnswer, Speaker};
use mirrordeck::model::mirror::{MirrorId, MirrorName, MirrorRead, MirrorReading, MirrorUpdate};
use mirrordeck::sim::fault::Fault;
use mirrordeck::sim::http::Simulator;
use mirrordeck::sim::service::{Service, Settings};
use mirrordeck::sim::transport::SimTransport;
use mirrordeck::sim::{SEEDED_DEVICES, demo_credentials};
use serde_json::{Value, json};

use crate::support::fixtures::{device_name, mirror_id};

/// Longer than any answer takes on a noisy machine.
const PATIENT: Duration = Duration::from_secs(30);
/// For a service that never answers; any limit will do.
const IMPATIENT: Duration = Duration::from_millis(300);

/// Makes a client with other keys than the service's own, where a test wants that.
trait Way {
    type Transport: Transport;
    fn client(&self, keys: Credentials) -> Client<Self::Transport>;
    fn service(&self) -> &SimTransport;
}

struct InProcess(SimTransport);

impl Way for InProcess {
    type Transport = SimTransport;

    fn client(&self, keys: Credentials) -> Client<SimTransport> {
        let base = BaseUrl::parse("https://demo.invalid/cloudiotcore/v1").unwrap();
        Client::new(self.0.clone(), &base, keys, Clock::system(), 4, false)
    }

    fn service(&self) -> &SimTransport {
        &self.0
    }
}

impl Way for Simulator {
    type Transport = HttpTransport;

    fn client(&self, keys: Credentials) -> Client<HttpTransport> {
        over_http(&self.base_url(), keys, PATIENT)
    }

    fn service(&self) -> &SimTransport {
        self.transport()
    }
}

fn over_http(url: &str, keys: Credentials, limit: Duration) -> Client<HttpTransport> {
    let base = BaseUrl::parse(url).unwrap();
    let limits = TimeLimits {
        connect: PATIENT,
        request: limit,
    };
    let transport = HttpTransport::new(&base, limits).unwrap();
    Client::new(transport, &base, keys, Clock::system(), 4, false)
}

fn transport() -> SimTransport {
    transport_with(PATIENT)
}

fn transport_with(limit: Duration) -> SimTransport {
    let settings = Settings {
        max_page_size: 50,
        ..Settings::default()
    };
    let clock = Clock::system();
    let service = Service::new(clock.now_ms(), settings);
    SimTransport::new(service, clock, 0, u64::try_from(limit.as_millis()).unwrap())
}

/// Runs a part of the suite both ways.
macro_rules! both_ways {
    ($($name:ident),* $(,)?) => {
        mod in_process {
            $(#[tokio::test] async fn $name() { super::$name(&super::InProcess(super::transport())).await })*
        }
        mod over_http {
            $(#[tokio::test] async fn $name() {
                let simulator = super::Simulator::start(super::transport()).await.unwrap();
                super::$name(&simulator).await;
            })*
        }
    };
}

both_ways!(
    devices_come_in_pages,
    devices_are_found_three_ways,
    a_device_has_properties,
    names_of_every_kind_go_round,
    numbers_keep_their_last_digit,
    the_lock_holds,
    a_delete_without_lock_and_token_is_taken,
    every_fault_has_its_kind_of_error,
    a_wrong_key_and_a_wrong_clock_are_told_apart,
);

async fn devices_come_in_pages(way: &impl Way) {
    let client = way.client(demo_credentials());
    let mut names = Vec::new();
    for page in 0..10 {
        let rows = client.list_devices(page, 100).await.unwrap();
        let info = rows.page.unwrap();
        assert_eq!(
            (info.number, info.size),
            (page, 50),
            "the service caps the size"
        );
        names.extend(rows.devices.into_iter().map(|device| device.name));
        if page + 1 >= info.total_pages {
            break;
        }
    }
    assert_eq!(names.len(), SEEDED_DEVICES);
}

async fn devices_are_found_three_ways(way: &impl Way) {
    let client = way.client(demo_credentials());
    for (by, keyword, some) in [
        (SearchBy::Name, "greenhouse-0", "greenhouse-07"),
        (SearchBy::Description, "valve A", "greenhouse-07"),
        (SearchBy::Description, "온실", "greenhouse-06"),
    ] {
        let found = client.search_devices(by, keyword, 0, 50).await.unwrap();
        assert!(
            found.devices.iter().any(|device| device.name.raw() == some),
            "{keyword}"
        );
    }
    let detail = client
        .view_device(&device_name("greenhouse-07"))
        .await
        .unwrap();
    let property = &detail.properties[0];
    let keyword = format!("{}={}", property.key, property.value);
    let found = client
        .search_devices(SearchBy::Property, &keyword, 0, 50)
        .await
        .unwrap();
    assert!(
        found
            .devices
            .iter()
            .any(|device| device.name.raw() == "greenhouse-07"),
        "{keyword}"
    );
}

async fn a_device_has_properties(way: &impl Way) {
    let client = way.client(demo_credentials());
    let detail = client
        .view_device(&device_name("greenhouse-07"))
        .await
        .unwrap();
    assert_eq!(detail.device.description.as_str(), "north wall, valve A");
    assert!(!detail.properties.is_empty());
    let error = client
        .view_device(&device_name("nobody"))
        .await
        .unwrap_err();
    assert!(matches!(error, ApiError::Refused(refusal) if refusal.means_absent()));
}

fn update(desired: Value) -> MirrorUpdate {
    MirrorUpdate {
        desired: Some(desired),
        reported: None,
        client_token: None,
        version: None,
    }
}

async fn read<T: Transport>(client: &Client<T>, target: &MirrorId) -> Option<Arc<MirrorReading>> {
    match client.view_mirror(target).await.unwrap() {
        MirrorRead::Found(reading) => Some(reading),
        MirrorRead::Absent => None,
    }
}

fn order(target: &MirrorId, reading: &Arc<MirrorReading>) -> DeleteOrder {
    DeleteOrder {
        target: target.clone(),
        version: reading.document.version,
        token: Some(ClientToken::new("md-계약-1").unwrap()),
        reading: Arc::clone(reading),
    }
}

async fn names_of_every_kind_go_round(way: &impl Way) {
    let client = way.client(demo_credentials());
    let device = device_name("spare_01");
    let names = [
        "a+b",
        "night mode",
        "50%",
        "%20",
        "R&D",
        "in/out",
        "#1",
        "what?",
        "x=1&name=other",
        "default",
        "설정",
        "\u{1112}\u{1161}\u{11ab}",
        "🌱",
        "..",
        "a\u{202e}b",
        "\\n",
    ];
    for name in names {
        let target = mirror_id("spare_01", Some(name));
        client
            .update_mirror(&target, &update(json!({ "name": name })))
            .await
            .unwrap();
    }
    let listed = client.list_mirrors(&device).await.unwrap();
    assert_eq!(listed.names.len(), names.len());
    assert_eq!(
        read(&client, &mirror_id("spare_01", None)).await,
        None,
        "never the default one"
    );
    for name in names {
        let target = mirror_id("spare_01", Some(name));
        assert!(listed.names.contains(&target.mirror), "{name:?}");
        let reading = read(&client, &target).await.unwrap();
        assert_eq!(reading.document.desired, Some(json!({ "name": name })));
        let receipt = client
            .delete_mirror(&order(&target, &reading))
            .await
            .unwrap();
        assert_eq!(receipt.client_token.as_deref(), Some("md-계약-1"));
        assert_eq!(client.look(&target).await, Ok(Look::Gone), "{name:?}");
    }
    assert_eq!(
        client.list_mirrors(&device).await.unwrap().names,
        Vec::<MirrorName>::new()
    );
}

async fn numbers_keep_their_last_digit(way: &impl Way) {
    let client = way.client(demo_credentials());
    let target = mirror_id("spare_01", Some("digits"));
    let text = r#"{"big":18446744073709551616123,"long":0.12345678901234567890123,"price":1.850}"#;
    let desired: Value = serde_json::from_str(text).unwrap();
    client
        .update_mirror(&target, &update(desired))
        .await
        .unwrap();
    let reading = read(&client, &target).await.unwrap();
    let body = String::from_utf8_lossy(&reading.document.body).into_owned();
    for digits in [
        "18446744073709551616123",
        "0.12345678901234567890123",
        "1.850",
    ] {
        assert!(body.contains(digits), "{digits}: {body}");
        let shown = reading
            .comparison
            .rows
            .iter()
            .filter_map(|row| row.desired.as_ref());
        assert!(
            shown.into_iter().any(|value| value.as_str() == digits),
            "{digits}"
        );
    }
}

async fn the_lock_holds(way: &impl Way) {
    let client = way.client(demo_credentials());
    let target = mirror_id("greenhouse-07", Some("firmware"));
    let reading = read(&client, &target).await.unwrap();
    let now = way.service().now_ms();
    way.service().with_service(|service| {
        let reported = json!({ "target": "2.4.1" });
        service
            .device_reports("greenhouse-07", Some("firmware"), &reported, now)
            .unwrap();
    });
    let refused = client
        .delete_mirror(&order(&target, &reading))
        .await
        .unwrap_err();
    assert!(matches!(refused, ApiError::Refused(refusal) if refusal.status == 409));
    assert_eq!(client.look(&target).await.unwrap().version(), Some(11));
    let reading = read(&client, &target).await.unwrap();
    let receipt = client
        .delete_mirror(&order(&target, &reading))
        .await
        .unwrap();
    assert_eq!(receipt.version, Some(11));
}

async fn a_delete_without_lock_and_token_is_taken(way: &impl Way) {
    let client = way.client(demo_credentials());
    let target = mirror_id("greenhouse-07", None);
    let reading = read(&client, &target).await.unwrap();
    let bare = DeleteOrder {
        version: None,
        token: None,
        ..order(&target, &reading)
    };
    let receipt = client.delete_mirror(&bare).await.unwrap();
    assert_eq!(receipt.client_token, None);
    way.service().with_service(|service| {
        let delete = service
            .requests()
            .rfind(|request| request.method == "DELETE")
            .unwrap();
        assert_eq!(delete.body, None, "no body at all");
        assert!(service.mirror("greenhouse-07", Some("firmware")).is_some());
    });
}

/// What an error is, in a word.
fn kind<T>(result: &Result<T, ApiError>) -> &'static str {
    match result {
        Ok(_) => "ok",
        Err(ApiError::NotSent { .. }) => "not sent",
        Err(ApiError::NoAnswer {
            why: NoAnswer::TimedOut,
            ..
        }) => "timed out",
        Err(ApiError::NoAnswer { .. }) => "no answer",
        Err(ApiError::Refused(refusal)) if refusal.speaker == Speaker::Unclear => {
            "refused by nobody known"
        }
        Err(ApiError::Refused(_)) => "refused",
        Err(ApiError::Unreadable { .. }) => "unreadable",
    }
}

async fn every_fault_has_its_kind_of_error(way: &impl Way) {
    let client = &way.client(demo_credentials());
    let target = &mirror_id("greenhouse-07", Some("legacy"));
    let reading = read(client, target).await.unwrap();
    // The second word is that of a DELETE: an empty reply to it is a receipt without an echo.
    for (fault, read_word, delete_word) in [
        (r#"{"slow_ms":1}"#, "ok", "ok"),
        (r#"{"status":503}"#, "refused", "refused"),
        (
            r#""html""#,
            "refused by nobody known",
            "refused by nobody known",
        ),
        (r#""broken_json""#, "unreadable", "unreadable"),
        (r#""empty""#, "unreadable", "ok"),
        (r#""close_before""#, "no answer", "no answer"),
        (r#""close_after""#, "no answer", "no answer"),
    ] {
        let plan = || {
            let fault: Fault = serde_json::from_str(&format!(r#"{{"fault":{fault}}}"#)).unwrap();
            way.service().with_service(|service| service.plan(fault));
        };
        let again = async || {
            client
                .update_mirror(target, &update(json!({ "again": fault })))
                .await
                .unwrap();
        };
        plan();
        assert_eq!(
            kind(&client.list_devices(0, 50).await),
            read_word,
            "{fault}: devices"
        );
        plan();
        assert_eq!(
            kind(&client.list_mirrors(&target.device).await),
            read_word,
            "{fault}: names"
        );
        plan();
        assert_eq!(
            kind(&client.view_mirror(target).await),
            read_word,
            "{fault}: mirror"
        );
        let bare = DeleteOrder {
            version: None,
            ..order(target, &reading)
        };
        plan();
        assert_eq!(
            kind(&client.delete_mirror(&bare).await),
            delete_word,
            "{fault}: delete"
        );
        again().await;
    }
}

async fn a_wrong_key_and_a_wrong_clock_are_told_apart(way: &impl Way) {
    let stranger = way.client(Credentials::new("ANOTHERACCESSKEY0001", "AnotherSecret"));
    let error = stranger.list_devices(0, 10).await.unwrap_err();
    assert!(error.advice().contains("access key"), "{}", error.advice());
    let fault: Fault = serde_json::from_str(r#"{"fault":{"clock_offset_ms":-900000}}"#).unwrap();
    way.service().with_service(|service| service.plan(fault));
    let error = way
        .client(demo_credentials())
        .list_devices(0, 10)
        .await
        .unwrap_err();
    assert!(error.advice().contains("clock is 9"), "{}", error.advice());
}

#[tokio::test]
async fn a_service_that_hangs_is_given_up() {
    let in_process = InProcess(transport_with(IMPATIENT));
    let simulator = Simulator::start(transport()).await.unwrap();
    let remote = over_http(&simulator.base_url(), demo_credentials(), IMPATIENT);
    for service in [in_process.service(), simulator.transport()] {
        let fault: Fault = serde_json::from_str(r#"{"times":9,"fault":"hang"}"#).unwrap();
        service.with_service(|service| service.plan(fault));
    }
    let target = &mirror_id("greenhouse-07", Some("legacy"));
    let local = in_process.client(demo_credentials());
    assert_eq!(kind(&local.view_mirror(target).await), "timed out");
    assert_eq!(kind(&remote.view_mirror(target).await), "timed out");
    let MirrorRead::Found(reading) = crate::support::fixtures::found(1) else {
        panic!("a mirror")
    };
    assert_eq!(
        kind(&local.delete_mirror(&order(target, &reading)).await),
        "timed out"
    );
    assert_eq!(
        kind(&remote.delete_mirror(&order(target, &reading)).await),
        "timed out"
    );
}

#[tokio::test]
async fn without_a_server_nothing_is_sent() {
    let simulator = Simulator::start(transport()).await.unwrap();
    let client = simulator.client(demo_credentials());
    simulator.stop().await.unwrap();
    assert_eq!(kind(&client.list_devices(0, 10).await), "not sent");
}

/// The futures of the client run on any thread, as the worker needs it.
#[test]
fn the_client_can_be_spawned() {
    fn spawnable(_: impl Future + Send) {}
    let client = InProcess(transport()).client(demo_credentials());
    spawnable(async move { client.list_devices(0, 1).await });
}
