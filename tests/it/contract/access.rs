//! Wrong keys, clocks that are right enough, and a client that may only read.

use crate::support::said::Said;
use mirrordeck::api::client::Client;
use mirrordeck::api::transport::Transport;
use mirrordeck::model::credentials::Credentials;
use mirrordeck::model::device::SearchBy;
use mirrordeck::model::error::{ApiError, NotSent, Refusal, Speaker};
use mirrordeck::sim::service::Service;
use mirrordeck::sim::{DEMO_ACCESS_KEY, DEMO_SECRET_KEY, demo_credentials};
use serde_json::json;

use super::{World, contracts, desired, order};
use crate::support::scripted::{device, named};
use crate::support::simulator::START_MS;

contracts! {
    PATIENT_MS;
    a_wrong_key_is_refused_for_every_operation,
    a_clock_within_the_window_is_good_enough,
    read_only_lets_nothing_but_reads_out,
}

/// How every operation ends.
async fn every_operation<T: Transport>(
    client: &Client<T>,
) -> Vec<(&'static str, Result<(), ApiError>)> {
    let (bench, target) = (device("greenhouse-07"), named("greenhouse-07", "legacy"));
    let update = desired(json!({ "valve": "shut" }));
    let order = order(target.clone(), Some(2), Some("t"));
    let search = client.search_devices(SearchBy::Name, "green", 0, 10);
    vec![
        ("list", client.list_devices(0, 10).await.map(drop)),
        ("search", search.await.map(drop)),
        ("device", client.view_device(&bench).await.map(drop)),
        ("mirrors", client.list_mirrors(&bench).await.map(drop)),
        ("view", client.view_mirror(&target).await.map(drop)),
        ("look", client.look(&target).await.map(drop)),
        (
            "update",
            client.update_mirror(&target, &update).await.map(drop),
        ),
        ("delete", client.delete_mirror(&order).await.map(drop)),
    ]
}

/// The refusals of every operation, each by the gateway's check of the signature.
async fn all_refused<T: Transport>(world: &World<T>, client: &Client<T>) -> Vec<Refusal> {
    world.service.with_service(Service::forget_requests);
    let mut refusals = Vec::new();
    for (operation, answer) in every_operation(client).await {
        let Err(ApiError::Refused(refusal)) = answer else {
            panic!("{operation}: {answer:?}");
        };
        let reason = (refusal.status, refusal.code.as_str(), refusal.speaker);
        assert_eq!(reason, (401, "200", Speaker::Gateway), "{operation}");
        assert!(!refusal.means_absent() && !refusal.leaves_doubt());
        refusals.push(*refusal);
    }
    assert_eq!(
        world.version("greenhouse-07", Some("legacy")),
        Some(2),
        "unchanged"
    );
    let sent = world
        .service
        .with_service(|service| service.requests().len());
    assert_eq!(sent, refusals.len(), "none is repeated");
    refusals
}

async fn a_wrong_key_is_refused_for_every_operation(world: World<impl Transport>) {
    for (access, secret) in [
        (DEMO_ACCESS_KEY, "another secret"),
        ("ANOTHERACCESSKEY", DEMO_SECRET_KEY),
        (DEMO_ACCESS_KEY, ""),
    ] {
        let client = world.client_with(Credentials::new(access, secret), START_MS, false);
        for refusal in all_refused(&world, &client).await {
            assert_eq!(refusal.clock_ahead_s, Some(0));
            let advice = ApiError::Refused(Box::new(refusal)).advice();
            assert!(advice.starts_with("Check the access key"), "{advice}");
        }
        assert_eq!(client.clock_correction_s(), 0);
    }
}

async fn a_clock_within_the_window_is_good_enough(world: World<impl Transport>) {
    for off_s in [-300, 0, 300] {
        let now_ms = START_MS.saturating_add_signed(off_s * 1000);
        let client = world.client_with(demo_credentials(), now_ms, true);
        client.list_devices(0, 10).await.unwrap();
    }
}

async fn read_only_lets_nothing_but_reads_out(world: World<impl Transport>) {
    let client = world.client_with(demo_credentials(), START_MS, true);
    for (operation, answer) in every_operation(&client).await {
        match (operation, answer) {
            ("update" | "delete", Err(ApiError::NotSent { why, .. })) => {
                assert_eq!(why, NotSent::ReadOnly);
            }
            (_, answer) => answer.unwrap(),
        }
    }
    assert_eq!(world.bodies("POST").len() + world.bodies("DELETE").len(), 0);
    assert_eq!(world.version("greenhouse-07", Some("legacy")), Some(2));
}
