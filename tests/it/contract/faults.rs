//! Every planned fault for every kind of request: which error it becomes, and what happened.

use futures_util::future::join_all;
use mirrordeck::api::client::Client;
use mirrordeck::api::transport::Transport;
use mirrordeck::model::error::{ApiError, NoAnswer, Speaker};
use mirrordeck::sim::OperationKind::{self, DeleteMirror, ListDevices, ListMirrors, ViewMirror};
use mirrordeck::sim::fault::{Fault, FaultKind};
use serde_json::json;

use super::{World, contracts, order};
use crate::support::scripted::{device, named};
use crate::support::simulator::START_MS;

mod answers {
    use super::every_fault;
    super::contracts! { PATIENT_MS; every_fault }
}

mod silence {
    use super::every_silence;
    super::contracts! { HASTY_MS; every_silence }
}

const DEVICE: &str = "greenhouse-06";
const OPERATIONS: [OperationKind; 4] = [ListDevices, ListMirrors, ViewMirror, DeleteMirror];

/// How a request ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    Done,
    Refused(u16, Speaker),
    Unreadable,
    Broken,
    TimedOut,
}

fn end(answer: Result<(), ApiError>) -> End {
    match answer {
        Ok(()) => End::Done,
        Err(ApiError::Refused(refusal)) => End::Refused(refusal.status, refusal.speaker),
        Err(ApiError::Unreadable { status: 200, .. }) => End::Unreadable,
        Err(ApiError::NoAnswer {
            why: NoAnswer::Broken,
            ..
        }) => End::Broken,
        Err(ApiError::NoAnswer {
            why: NoAnswer::TimedOut,
            ..
        }) => End::TimedOut,
        Err(other) => panic!("{other:?}"),
    }
}

async fn perform<T: Transport>(client: &Client<T>, operation: OperationKind, mirror: &str) -> End {
    let target = named(DEVICE, mirror);
    end(match operation {
        // A larger page would be asked for again in another size.
        ListDevices => client.list_devices(0, 10).await.map(drop),
        ListMirrors => client.list_mirrors(&device(DEVICE)).await.map(drop),
        ViewMirror => client.view_mirror(&target).await.map(drop),
        DeleteMirror => client
            .delete_mirror(&order(target, Some(1), Some("t")))
            .await
            .map(drop),
        other => panic!("{other:?} is not tried"),
    })
}

/// Plans a fault for an operation and checks how that ends: in one request, the mirror gone or not.
async fn strike<T: Transport>(
    world: &World<T>,
    operation: OperationKind,
    kind: &FaultKind,
    expected: End,
    deleted: bool,
) {
    let mirror = format!("{operation:?} {kind:?}");
    let before = world.service.with_service(|service| {
        let state = json!({ "power": "on" });
        service
            .device_reports(DEVICE, Some(&mirror), &state, START_MS)
            .unwrap();
        service.plan(Fault::once(operation, kind.clone()));
        service.count(operation)
    });
    let client = world.client();
    let what = format!("{operation:?} struck by {kind:?}");
    assert_eq!(
        perform(&client, operation, &mirror).await,
        expected,
        "{what}"
    );
    let after = world
        .service
        .with_service(|service| service.count(operation));
    assert_eq!(after - before, 1, "{what}: not repeated");
    let gone = world.version(DEVICE, Some(&mirror)).is_none();
    assert_eq!(gone, deleted && operation == DeleteMirror, "{what}");
}

async fn every_fault(world: World<impl Transport>) {
    use Speaker::{Gateway, Service, Unclear};
    let own_words = FaultKind::Status {
        status: 400,
        code: "4711".to_owned(),
        message: "no".to_owned(),
    };
    // In the columns: a read, a delete, whether the mirror is gone.
    let faults = [
        (FaultKind::Slow { ms: 20 }, End::Done, End::Done, true),
        (
            FaultKind::Html,
            End::Refused(502, Unclear),
            End::Refused(502, Unclear),
            false,
        ),
        (
            own_words,
            End::Refused(400, Service),
            End::Refused(400, Service),
            false,
        ),
        (
            FaultKind::BrokenJson,
            End::Unreadable,
            End::Unreadable,
            true,
        ),
        // A DELETE needs no words to be believed; a read does.
        (FaultKind::Empty, End::Unreadable, End::Done, true),
        (FaultKind::CloseBefore, End::Broken, End::Broken, false),
        (FaultKind::CloseAfter, End::Broken, End::Broken, true),
        (
            FaultKind::ClockOffset { ms: -600_000 },
            End::Refused(401, Gateway),
            End::Refused(401, Gateway),
            false,
        ),
    ];
    let statuses = [400, 401, 404, 413, 429, 500, 503, 504]
        .into_iter()
        .flat_map(|status| {
            let end = End::Refused(status, Gateway);
            [
                (FaultKind::status(status), end, end, false),
                (FaultKind::status_after(status), end, end, true),
            ]
        });
    for (kind, read, delete, deleted) in faults.into_iter().chain(statuses) {
        for operation in OPERATIONS {
            let expected = if operation == DeleteMirror {
                delete
            } else {
                read
            };
            strike(&world, operation, &kind, expected, deleted).await;
            // The next request goes well.
            let next = perform(&world.client(), operation, "other").await;
            assert!(matches!(next, End::Done | End::Refused(404, Service)));
        }
    }
}

/// At once, as each waits for the time limit.
async fn every_silence(world: World<impl Transport>) {
    let kinds = [(FaultKind::Hang, false), (FaultKind::HangAfter, true)];
    for (kind, deleted) in kinds {
        let strikes =
            OPERATIONS.map(|operation| strike(&world, operation, &kind, End::TimedOut, deleted));
        join_all(strikes).await;
    }
}
