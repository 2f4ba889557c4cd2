//! What the start of the program finds of earlier runs, and what it drops.

use mirrordeck::actions::Actions;
use mirrordeck::actions::points::{Point, Points};
use mirrordeck::model::action::Resolution;
use mirrordeck::model::outcome::Word;
use mirrordeck::model::record::{ActionId, CopyHead, Event, OpenEnd};
use mirrordeck::sim::service::Service;
use std::sync::Mutex;

use super::desk::{Desk, firmware, trash_in};
use crate::support::stage::{START_MS, origin};

const DAY_MS: i64 = 86_400_000;

/// Begins a deletion and cuts it off at a point, as a crash does; returns what is left of the desk.
async fn cut_off(point: Point) -> Desk {
    let mut desk = Desk::new();
    desk.actions.points = Points::asking(move |reached| reached != point);
    let target = firmware();
    let deletion = desk.delete(&target, Some(10));
    let cut = tokio::time::timeout(std::time::Duration::from_mins(5), deletion);
    assert!(cut.await.is_err(), "it is held at {point:?}");
    desk
}

/// What a start finds: what it tells, and what stays open.
struct Found {
    resolved: Vec<Resolution>,
    open: Vec<OpenEnd>,
}

async fn recovered(desk: &Desk) -> Found {
    let told = Mutex::new(Vec::new());
    let tell = |resolution| told.lock().unwrap().push(resolution);
    let recovery = desk.actions.recover(false, tell).await;
    let resolved = told.into_inner().unwrap();
    let still = resolved
        .iter()
        .filter_map(|found: &Resolution| found.open.as_deref());
    let open = recovery.open.iter().chain(still).cloned().collect();
    Found { resolved, open }
}

/// The next run of the program on the same service and folder.
fn next_run(desk: Desk) -> Desk {
    let next = Desk::in_folder(desk.data, false);
    Desk {
        service: desk.service,
        actions: Actions {
            keeper: next.actions.keeper,
            points: Points::default(),
            ..desk.actions
        },
        seen: desk.seen,
        data: next.data,
    }
}

#[tokio::test(start_paused = true)]
async fn wherever_it_was_cut_off_the_next_start_tells_the_truth() {
    for (point, word) in [
        (Point::Intended, Word::NotDeleted),
        (Point::Copied, Word::NotDeleted),
        (Point::Answered, Word::Deleted),
    ] {
        let desk = next_run(cut_off(point).await);
        let recovery = recovered(&desk).await;
        let words: Vec<_> = recovery
            .resolved
            .iter()
            .map(|found| found.ending.word)
            .collect();
        assert_eq!(words, [word], "{point:?}: {:?}", recovery.resolved);
        assert!(recovery.open.is_empty(), "{point:?}");
        let deletes = desk.seen().len();
        assert_eq!(
            deletes,
            usize::from(point == Point::Answered),
            "{point:?}: no second DELETE"
        );
        let again = recovered(&desk).await;
        assert!(
            again.resolved.is_empty() && again.open.is_empty(),
            "{point:?}: closed"
        );
    }
}

#[tokio::test(start_paused = true)]
async fn an_end_that_is_written_is_not_looked_up_again() {
    let desk = next_run(cut_off(Point::Ended).await);
    let recovery = recovered(&desk).await;
    assert!(recovery.resolved.is_empty() && recovery.open.is_empty());
}

#[tokio::test(start_paused = true)]
async fn what_another_living_program_does_is_left_to_it() {
    let living = cut_off(Point::Copied).await;
    // Its mark is held as long as it lives.
    let other = Desk::in_folder(tempfile::TempDir::new().unwrap(), false);
    let keeper = mirrordeck::actions::Keeper::new(
        Some(living.data.path()),
        mirrordeck::trash::store::Limits::default(),
        &mirrordeck::api::clock::Clock::from_fn(|| START_MS),
    );
    let mut actions = other.actions.clone();
    actions.keeper = keeper;
    let tell = |found| panic!("{found:?}");
    let recovery = actions.recover(false, tell).await;
    assert!(recovery.open.is_empty(), "{recovery:?}");
    assert_eq!(living.records().len(), 1, "and nothing is written");
}

#[tokio::test(start_paused = true)]
async fn an_action_of_another_account_is_listed_and_not_looked_at() {
    let mut desk = next_run(cut_off(Point::Copied).await);
    desk.actions.origin.key_tail = "…9999".to_owned();
    let recovery = recovered(&desk).await;
    assert_eq!((recovery.resolved.len(), recovery.open.len()), (0, 1));
}

#[tokio::test(start_paused = true)]
async fn a_service_that_cannot_be_reached_leaves_it_open() {
    let desk = next_run(cut_off(Point::Answered).await);
    desk.fault(r#"{"times":99,"fault":{"status":503}}"#);
    let recovery = recovered(&desk).await;
    assert_eq!(recovery.resolved[0].ending.word, Word::OutcomeUnknown);
    assert_eq!(recovery.open.len(), 1);
    desk.service.with_service(Service::clear_faults);
    let found = desk.actions.look_again(&recovery.open[0]).await;
    assert_eq!(found.ending.word, Word::Deleted);
}

#[tokio::test(start_paused = true)]
async fn old_copies_go_at_the_start_but_none_that_is_needed() {
    let desk = cut_off(Point::Copied).await;
    let needed = desk.trash().list().unwrap()[0].id.clone();
    let now_ms = i64::try_from(START_MS).unwrap();
    let trash = trash_in(desk.data.path());
    let mut ids = Vec::new();
    for (nth, days) in [(1, 91), (2, 89)] {
        let id = ActionId::new(now_ms - days * DAY_MS, nth);
        let head = CopyHead {
            id: id.clone(),
            origin: origin(),
            target: firmware(),
            version: Some(1),
            read_at_ms: now_ms,
            token: None,
            bytes: 2,
        };
        trash.keep(&head, b"{}").unwrap();
        ids.push(id);
    }
    let next = next_run(desk);
    assert!(next.actions.prune().await.is_empty());
    let left: Vec<_> = trash
        .list()
        .unwrap()
        .into_iter()
        .map(|copy| copy.id)
        .collect();
    assert!(left.contains(&needed) && left.contains(&ids[1]));
    assert!(!left.contains(&ids[0]), "older than 90 days");
}

#[tokio::test(start_paused = true)]
async fn a_mirror_that_came_back_is_recorded() {
    let desk = Desk::new();
    let end = desk.delete(&firmware(), Some(10)).await;
    desk.actions.record_return(&end.id, Some(11)).await;
    let last = desk.records().pop().unwrap();
    assert_eq!(
        (last.id, last.event),
        (end.id, Event::CameBack { version: Some(11) })
    );
}

#[tokio::test(start_paused = true)]
async fn ages_of_copies_count_by_the_services_clock() {
    // This computer's clock is a year ahead; the service's answer corrects it before anything goes.
    let desk = Desk::new();
    desk.fault(r#"{"times":99,"fault":{"clock_offset_ms":-31536000000}}"#);
    let trash = trash_in(desk.data.path());
    let there_ms = i64::try_from(START_MS).unwrap() - 365 * DAY_MS;
    let id = ActionId::new(there_ms - DAY_MS, 1);
    let head = CopyHead {
        id: id.clone(),
        origin: origin(),
        target: firmware(),
        version: Some(1),
        read_at_ms: there_ms,
        token: None,
        bytes: 2,
    };
    trash.keep(&head, b"{}").unwrap();
    desk.read(&firmware()).await;
    desk.actions.prune().await;
    assert_eq!(trash.list().unwrap().len(), 1, "it is a day old");
}
