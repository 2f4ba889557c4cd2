//! The client over transports of the tests' making.

mod budget;
mod clock;
mod giving_up;
mod load;
mod log;
mod manners;
mod retries;
mod turns;
mod waits;

use std::sync::{Arc, Mutex};

use mirrordeck::api::client::Client;
use mirrordeck::api::transport::{Transport, TransportError};
use mirrordeck::api::wire::{Method, WireRequest, WireResponse};
use mirrordeck::i18n::Text;
use mirrordeck::model::delete::{ClientToken, DeleteOrder, Look};
use mirrordeck::model::device::{DeviceName, SearchBy};
use mirrordeck::model::error::{ApiError, NoAnswer, NotSent};
use mirrordeck::model::mirror::{
    MirrorDocument, MirrorId, MirrorRead, MirrorReading, MirrorUpdate,
};
use tokio::sync::Semaphore;
use tokio::task::yield_now;

use crate::support::scripted::{
    NOW_MS, Scripted, at_once, client, default_of, device, error, named, once, refusal, reply,
};

/// Compiles only while every method can run in a spawned task, over any transport.
#[allow(dead_code)]
fn every_future_can_be_spawned<T: Transport>(
    client: &Client<T>,
    device: &DeviceName,
    target: &MirrorId,
    update: &MirrorUpdate,
    order: &DeleteOrder,
) {
    fn spawnable(_: impl Send) {}
    spawnable(client.list_devices(0, 10));
    spawnable(client.search_devices(SearchBy::Name, "", 0, 10));
    spawnable(client.view_device(device));
    spawnable(client.list_mirrors(device));
    spawnable(client.view_mirror(target));
    spawnable(client.update_mirror(target, update));
    spawnable(client.delete_mirror(order));
    spawnable(client.look(target));
}

fn order(target: MirrorId) -> DeleteOrder {
    let document = MirrorDocument {
        version: Some(14),
        timestamp_ms: None,
        desired: None,
        reported: None,
        metadata_desired: None,
        metadata_reported: None,
        body: Arc::from(*b"{}"),
    };
    DeleteOrder {
        target,
        version: Some(14),
        token: Some(ClientToken::new("md-3").unwrap()),
        reading: Arc::new(MirrorReading::new(document, 0)),
    }
}

#[test]
fn a_mirror_is_read_with_the_moment_of_the_answer() {
    let transport = Scripted::new([reply(200, include_str!("../fixtures/mirror.json"))]);
    let read = at_once(client(transport).view_mirror(&named("bulb-01", "schedule"))).unwrap();
    let MirrorRead::Found(reading) = read else {
        panic!("{read:?}")
    };
    assert_eq!(reading.read_at_ms, NOW_MS.cast_signed());
    assert_eq!(reading.comparison.differing, 1);
}

#[test]
fn an_update_answers_with_what_changed() {
    let transport = Scripted::new([reply(201, r#"{"version": 15}"#), reply(204, "")]);
    let client = client(transport.clone());
    let update = MirrorUpdate {
        desired: Some(serde_json::json!({"valve": "closed"})),
        reported: None,
        client_token: None,
        version: None,
    };
    let target = default_of("bulb-01");
    let changed = at_once(client.update_mirror(&target, &update)).unwrap();
    assert_eq!(changed.version, Some(15));
    let silent = at_once(client.update_mirror(&target, &update)).unwrap();
    assert_eq!(silent.version, None);
    assert_eq!(transport.lines()[0], "POST /devices/bulb-01/mirror");
}

#[test]
fn a_look_believes_only_the_service() {
    let gone = || error(404, "1404", "no");
    let look = |target: MirrorId, answers: Vec<WireResponse>| {
        at_once(once(&client(Scripted::new(answers))).look(&target))
    };
    let schedule = || named("bulb-01", "schedule");
    let standing = reply(200, r#"{"version": "15"}"#);
    assert_eq!(
        look(schedule(), vec![standing]).unwrap().version(),
        Some(15)
    );
    // A default mirror is in no list; its device tells whether it is only the mirror that has gone.
    let device = || reply(200, include_str!("../fixtures/device.json"));
    for (answers, expected) in [
        (vec![gone(), device()], Look::Gone),
        (vec![gone(), gone()], Look::DeviceGone),
        (vec![gone(), error(403, "", "no")], Look::Gone),
    ] {
        assert_eq!(look(default_of("bulb-01"), answers).unwrap(), expected);
    }
    let others = reply(200, r#"{"results": ["firmware"]}"#);
    assert_eq!(look(schedule(), vec![gone(), others]).unwrap(), Look::Gone);
    // No list, and the device stands: no named mirrors. No device: no mirrors either.
    assert_eq!(
        look(schedule(), vec![gone(), gone(), device()]).unwrap(),
        Look::Gone
    );
    assert_eq!(
        look(schedule(), vec![gone(), gone(), gone()]).unwrap(),
        Look::DeviceGone
    );
    let unsure = look(
        schedule(),
        vec![gone(), error(503, "500", "Endpoint Error")],
    );
    assert_eq!(refusal(unsure).status, 503);
    let gateway = look(schedule(), vec![error(404, "300", "Not Found Exception")]);
    assert_eq!(refusal(gateway).code.as_str(), "300");
}

#[test]
fn what_the_transport_says_is_sorted_by_what_may_have_happened() {
    let fail = |failure: TransportError| {
        let transport = Scripted::with_failures([Err(failure)]);
        at_once(once(&client(transport)).delete_mirror(&order(default_of("bulb-01")))).unwrap_err()
    };
    let cause = || "dns error\u{1b}".to_owned();
    let ApiError::NotSent { why, cause: shown } =
        fail(TransportError::NotConnected { cause: cause() })
    else {
        panic!("not connected is not sent")
    };
    assert_eq!(
        (why, &*shown.to_string()),
        (NotSent::Unreachable, "dns error\\u{1b}")
    );
    assert!(matches!(
        fail(TransportError::Unsendable {
            cause: Text::verbatim(cause())
        }),
        ApiError::NotSent {
            why: NotSent::Invalid,
            ..
        }
    ));
    assert!(matches!(
        fail(TransportError::Broken { cause: cause() }),
        ApiError::NoAnswer {
            why: NoAnswer::Broken,
            ..
        }
    ));
    assert_eq!(
        fail(TransportError::TimedOut { limit_ms: 20_000 }).to_string(),
        "no answer came: no complete answer within 20 s"
    );
    let too_long = TransportError::TooLong {
        status: 200,
        limit_bytes: 16 << 20,
    };
    assert_eq!(
        fail(too_long).to_string(),
        "the answer with status 200 could not be read: it is longer than 16 MiB"
    );
}

/// Holds every request until it is let go.
#[derive(Clone)]
struct Held {
    arrived: Arc<Mutex<Vec<Method>>>,
    gate: Arc<Semaphore>,
}

impl Transport for Held {
    async fn send(&self, request: WireRequest) -> Result<WireResponse, TransportError> {
        self.arrived.lock().unwrap().push(request.method);
        let _passed = self.gate.acquire().await.unwrap();
        Ok(reply(200, r#"{"version": 1}"#))
    }
}

#[tokio::test]
async fn reads_share_a_limit_and_a_delete_does_not_wait_for_them() {
    let held = Held {
        arrived: Arc::default(),
        gate: Arc::new(Semaphore::new(0)),
    };
    let client = client(held.clone());
    let target = default_of("bulb-01");
    let mut tasks = tokio::task::JoinSet::new();
    for _ in 0..9 {
        let (client, target) = (client.clone(), target.clone());
        tasks.spawn(async move { client.view_mirror(&target).await.map(drop) });
    }
    let order = order(target);
    tasks.spawn(async move { client.delete_mirror(&order).await.map(drop) });
    // One thread: after enough turns, everything that can arrive has arrived.
    for _ in 0..100 {
        yield_now().await;
    }
    let arrived = held.arrived.lock().unwrap().clone();
    assert_eq!(
        arrived
            .iter()
            .filter(|method| **method == Method::Get)
            .count(),
        4
    );
    assert!(arrived.contains(&Method::Delete));
    held.gate.add_permits(1);
    while let Some(task) = tasks.join_next().await {
        task.unwrap().unwrap();
    }
    assert_eq!(held.arrived.lock().unwrap().len(), 10);
}

#[test]
fn debug_of_a_request_shows_neither_key_nor_body() {
    let transport = Scripted::new([reply(200, "{}")]);
    at_once(client(transport.clone()).delete_mirror(&order(default_of("bulb-01")))).unwrap();
    let shown = format!("{:?}", transport.sent());
    assert_eq!(shown, "[DELETE /cloudiotcore/v1/devices/bulb-01/mirror]");
}

#[test]
fn a_search_reads_like_a_list() {
    let transport = Scripted::new([reply(200, include_str!("../fixtures/device_page.json"))]);
    let search = client(transport.clone());
    let page = at_once(search.search_devices(SearchBy::Name, "green", 0, 50)).unwrap();
    assert_eq!(page.devices[0].name, device("greenhouse-07"));
    assert_eq!(
        transport.lines(),
        ["GET /search/devices/name?page=0&size=50&keyword=green"]
    );
}
