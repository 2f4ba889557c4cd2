//! A clock that is off: corrected by the service's own, once, and only where it was the cause.

use crate::support::said::Said;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use futures_util::future::join_all;
use mirrordeck::api::clock::Clock;
use mirrordeck::api::transport::Transport;
use mirrordeck::model::credentials::Credentials;
use mirrordeck::model::delete::Look;
use mirrordeck::model::mirror::MirrorRead;
use mirrordeck::sim::service::Service;
use mirrordeck::sim::{DEMO_ACCESS_KEY, demo_credentials};
use serde_json::json;

use super::{World, contracts, order};
use crate::support::scripted::{device, named, refusal};
use crate::support::simulator::START_MS;

contracts! {
    PATIENT_MS;
    a_wrong_clock_is_corrected_and_a_deletion_happens_once,
    every_later_request_is_signed_by_the_corrected_clock,
    a_wrong_key_with_a_wrong_clock_is_tried_twice_and_nothing_is_kept,
    a_clock_that_is_set_right_is_believed_again,
    many_requests_that_meet_it_at_once_agree,
}

const DEVICE: &str = "greenhouse-06";
const OFFSETS_S: [i64; 5] = [-86_400, -600, -301, 301, 7_200];

fn off_by(seconds: i64) -> u64 {
    START_MS.saturating_add_signed(seconds * 1000)
}

/// How many requests there were, and how many of them did something.
fn requests<T: Transport>(world: &World<T>) -> (usize, usize) {
    world.service.with_service(|service| {
        let worked = service.requests().filter(|request| request.worked).count();
        (service.requests().len(), worked)
    })
}

async fn a_wrong_clock_is_corrected_and_a_deletion_happens_once(world: World<impl Transport>) {
    let target = named(DEVICE, "fallen");
    for off_s in OFFSETS_S {
        world.service.with_service(|service| {
            let state = json!({ "power": "on" });
            service
                .device_reports(DEVICE, Some("fallen"), &state, START_MS)
                .unwrap();
            service.forget_requests();
        });
        let version = world.version(DEVICE, Some("fallen"));
        let client = world.client_with(demo_credentials(), off_by(off_s), false);
        let order = order(target.clone(), version, Some("t"));
        let receipt = client.delete_mirror(&order).await.unwrap();
        assert_eq!(receipt.version, version, "{off_s}");
        assert_eq!(world.version(DEVICE, Some("fallen")), None, "{off_s}");
        assert_eq!(requests(&world), (2, 1), "{off_s}");
    }
}

async fn every_later_request_is_signed_by_the_corrected_clock(world: World<impl Transport>) {
    for off_s in OFFSETS_S {
        let client = world.client_with(demo_credentials(), off_by(off_s), false);
        assert_eq!(client.clock_correction_s(), 0);
        client.clone().list_devices(0, 10).await.unwrap();
        assert_eq!(client.clock_correction_s(), -off_s);
        assert_eq!(client.now_ms(), START_MS.cast_signed());
        world.service.with_service(Service::forget_requests);
        let read = client.view_mirror(&named("greenhouse-07", "legacy")).await;
        let MirrorRead::Found(reading) = read.unwrap() else {
            panic!("it stands")
        };
        assert_eq!(reading.read_at_ms, START_MS.cast_signed());
        let gone = client.look(&named(DEVICE, "nobody")).await.unwrap();
        assert_eq!(gone, Look::Gone);
        let (sent, _) = requests(&world);
        assert_eq!(sent, 3, "nothing is refused any more");
    }
}

async fn a_wrong_key_with_a_wrong_clock_is_tried_twice_and_nothing_is_kept(
    world: World<impl Transport>,
) {
    let keys = Credentials::new(DEMO_ACCESS_KEY, "another secret");
    for off_s in OFFSETS_S {
        world.service.with_service(Service::forget_requests);
        let client = world.client_with(keys.clone(), off_by(off_s), false);
        let refusal = refusal(client.view_device(&device(DEVICE)).await);
        assert_eq!(requests(&world), (2, 0), "{off_s}");
        assert_eq!(client.clock_correction_s(), 0, "{off_s}");
        assert_eq!(refusal.clock_ahead_s, Some(off_s));
        let advice = refusal.advice();
        assert!(advice.contains("clock is"), "{advice}");
        assert!(advice.contains("secret key"), "{advice}");
    }
}

async fn a_clock_that_is_set_right_is_believed_again(world: World<impl Transport>) {
    for off_s in OFFSETS_S {
        let clock_ms = Arc::new(AtomicU64::new(off_by(off_s)));
        let read = Arc::clone(&clock_ms);
        let clock = Clock::from_fn(move || read.load(Ordering::SeqCst));
        let client = world.client_by(clock, demo_credentials(), false);
        client.list_devices(0, 10).await.unwrap();
        assert_eq!(client.clock_correction_s(), -off_s);
        clock_ms.store(off_by(3), Ordering::SeqCst);
        client.list_devices(0, 10).await.unwrap();
        assert_eq!(client.clock_correction_s(), 0, "{off_s}");
        world.service.with_service(Service::forget_requests);
        client.list_devices(0, 10).await.unwrap();
        assert_eq!(requests(&world), (1, 1), "{off_s}");
    }
}

async fn many_requests_that_meet_it_at_once_agree(world: World<impl Transport>) {
    let client = world.client_with(demo_credentials(), off_by(-7_200), false);
    let ahead = client.ahead();
    let reads = (0..20).map(|_| ahead.list_devices(0, 10));
    for read in join_all(reads).await {
        read.unwrap();
    }
    assert_eq!(client.clock_correction_s(), 7_200);
    let (sent, worked) = requests(&world);
    assert!(worked == 20 && sent <= 40, "{worked} of {sent}");

    world.service.with_service(Service::forget_requests);
    let keys = Credentials::new(DEMO_ACCESS_KEY, "another secret");
    let client = world.client_with(keys, off_by(-7_200), false);
    let ahead = client.ahead();
    let reads = (0..20).map(|_| ahead.list_devices(0, 10));
    for read in join_all(reads).await {
        refusal(read);
    }
    assert_eq!(client.clock_correction_s(), 0);
    let (sent, worked) = requests(&world);
    assert!(worked == 0 && sent <= 40, "{worked} of {sent}");
}
