//! Every planned fault for every kind of request: which error it becomes, what happened, and how often
//! it was sent.

use futures_util::future::join_all;
use mirrordeck::api::client::Client;
use mirrordeck::api::transport::Transport;
use mirrordeck::model::error::{ApiError, NoAnswer, Speaker};
use mirrordeck::sim::OperationKind::{self, DeleteMirror, ListDevices, ListMirrors, ViewMirror};
use mirrordeck::sim::fault::{Fault, FaultKind};
use mirrordeck::sim::service::Service;
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

/// What a fault comes to for one operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Outcome {
    end: End,
    /// How often the request was sent.
    sent: usize,
    deleted: bool,
}

/// Plans a fault for some requests of an operation and checks what that comes to.
async fn strike<T: Transport>(
    world: &World<T>,
    operation: OperationKind,
    kind: &FaultKind,
    times: u32,
    expected: Outcome,
) {
    let mirror = format!("{operation:?} {kind:?}");
    let before = world.service.with_service(|service| {
        let state = json!({ "power": "on" });
        service
            .device_reports(DEVICE, Some(&mirror), &state, START_MS)
            .unwrap();
        service.plan(Fault {
            operation: Some(operation),
            times,
            kind: kind.clone(),
        });
        service.count(operation)
    });
    let end = perform(&world.client(), operation, &mirror).await;
    let after = world
        .service
        .with_service(|service| service.count(operation));
    let gone = world.version(DEVICE, Some(&mirror)).is_none();
    let outcome = Outcome {
        end,
        sent: after - before,
        deleted: gone,
    };
    assert_eq!(outcome, expected, "{operation:?} struck by {kind:?}");
}

/// What comes of a read, and of a DELETE with whether the mirror is gone.
struct Row(FaultKind, (End, usize), (End, usize, bool));

fn rows() -> Vec<Row> {
    use End::{Broken, Done, Unreadable};
    use Speaker::{Gateway, Service, Unclear};
    let own_words = FaultKind::Status {
        status: 400,
        code: "4711".to_owned(),
        message: "no".to_owned(),
        retry_after: None,
    };
    let (own, page) = (End::Refused(400, Service), End::Refused(502, Unclear));
    let mut rows = vec![
        Row(FaultKind::Slow { ms: 20 }, (Done, 1), (Done, 1, true)),
        Row(FaultKind::Html, (page, 3), (page, 1, false)),
        Row(own_words, (own, 1), (own, 1, false)),
        Row(
            FaultKind::BrokenJson,
            (Unreadable, 1),
            (Unreadable, 1, true),
        ),
        // A DELETE needs no words to be believed; a read does.
        Row(FaultKind::Empty, (Unreadable, 1), (Done, 1, true)),
        Row(FaultKind::CloseBefore, (Broken, 3), (Broken, 1, false)),
        Row(FaultKind::CloseAfter, (Broken, 3), (Broken, 1, true)),
        // The time is corrected, and a refused DELETE did nothing.
        Row(
            FaultKind::ClockOffset { ms: -600_000 },
            (Done, 2),
            (Done, 2, true),
        ),
    ];
    for (status, reads, deletes) in [
        (400, 1, 1),
        (401, 1, 1),
        (404, 1, 1),
        (413, 1, 1),
        (429, 3, 3),
        (500, 3, 1),
        (503, 3, 1),
        (504, 3, 1),
    ] {
        let end = End::Refused(status, Gateway);
        let (before, after) = (FaultKind::status(status), FaultKind::status_after(status));
        rows.push(Row(before, (end, reads), (end, deletes, false)));
        rows.push(Row(after, (end, reads), (end, deletes, true)));
    }
    rows
}

async fn every_fault(world: World<impl Transport>) {
    for Row(kind, read, delete) in rows() {
        for operation in OPERATIONS {
            let (end, sent, deleted) = match operation {
                DeleteMirror => delete,
                _ => (read.0, read.1, false),
            };
            let expected = Outcome { end, sent, deleted };
            strike(&world, operation, &kind, 3, expected).await;
            world.service.with_service(Service::clear_faults);
            // The next request goes well.
            let next = perform(&world.client(), operation, "other").await;
            assert!(matches!(
                next,
                End::Done | End::Refused(404, Speaker::Service)
            ));
        }
    }
}

/// A read is asked again each time, a DELETE never. At once, as each waits for the time limit.
async fn every_silence(world: World<impl Transport>) {
    let timed_out = |sent, deleted| Outcome {
        end: End::TimedOut,
        sent,
        deleted,
    };
    let strikes = OPERATIONS.map(|operation| {
        let sent = if operation == DeleteMirror { 1 } else { 3 };
        strike(
            &world,
            operation,
            &FaultKind::Hang,
            sent,
            timed_out(usize::try_from(sent).unwrap(), false),
        )
    });
    join_all(strikes).await;
    let done = timed_out(1, true);
    strike(&world, DeleteMirror, &FaultKind::HangAfter, 1, done).await;
}
