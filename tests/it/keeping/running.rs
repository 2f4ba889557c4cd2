//! Runs: each item by the same rules as a single deletion, and what a start finds of a run that was
//! cut off.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use mirrordeck::actions::points::{Point, Points};
use mirrordeck::actions::{Keeper, RunControl};
use mirrordeck::api::wire::Method;
use mirrordeck::model::mirror::{MirrorId, MirrorName};
use mirrordeck::model::outcome::{Word, live_age};
use mirrordeck::model::record::{ActionId, ActionKind, Event};
use mirrordeck::model::task::{ItemState, RunEvent, TaskItem, TaskMode, TaskPlan, TaskRecord};
use mirrordeck::trash::store::Limits;
use serde_json::json;

use super::desk::Desk;
use crate::support::fixtures::mirror_id;
use crate::support::stage::{START_MS, origin};

/// A run over these items, with its name.
fn run(nth: u64, kind: ActionKind, items: Vec<TaskItem>) -> Arc<TaskPlan> {
    let now_ms = i64::try_from(START_MS).unwrap();
    Arc::new(TaskPlan {
        id: ActionId::new(now_ms, nth),
        kind,
        origin: origin(),
        created_ms: now_ms,
        token_prefix: "md-7f3a-t1".to_owned(),
        items: items.into(),
    })
}

fn item(target: MirrorId, version: Option<u64>) -> TaskItem {
    TaskItem {
        target,
        version,
        copy: None,
    }
}

/// More mirrors of the sample than are begun at once, in the versions that stand there now.
async fn many_mirrors(desk: &Desk) -> Vec<TaskItem> {
    let client = &desk.actions.client;
    let page = client.list_devices(0, 60).await.unwrap();
    let mut items = Vec::new();
    for device in page.devices {
        let list = client.list_mirrors(&device.name).await.unwrap();
        for mirror in list.names {
            let target = MirrorId::new(device.name.clone(), mirror);
            let reading = desk.read(&target).await;
            let version = reading.document.version;
            // Without a version there is no lock, and live devices write while it runs.
            let is_still =
                live_age(reading.comparison.last_report_ms, reading.read_at_ms).is_none();
            if is_still && version.is_some() {
                items.push(item(target, version));
            }
        }
    }
    assert!(items.len() > 55, "{} mirrors", items.len());
    items
}

#[derive(Default)]
struct Heard {
    events: Vec<RunEvent>,
}

impl Heard {
    /// The last state of each of so many items.
    fn states(&self, items: usize) -> Vec<ItemState> {
        let mut states = vec![ItemState::Queued; items];
        for event in &self.events {
            if let RunEvent::Item(news) = event {
                states[news.item as usize] = news.state.clone();
            }
        }
        states
    }
}

fn words(states: &[ItemState]) -> Vec<String> {
    let word = |state: &ItemState| match state {
        ItemState::Queued => "queued".to_owned(),
        ItemState::Sent => "sent".to_owned(),
        ItemState::Ended(end) => end.word.to_string(),
        ItemState::CameBack(_) => "came back".to_owned(),
        ItemState::Cancelled => "cancelled".to_owned(),
    };
    states.iter().map(word).collect()
}

/// Does a whole run; `steer` hears each event.
async fn done(
    desk: &Desk,
    plan: &Arc<TaskPlan>,
    steer: impl Fn(&RunEvent, &RunControl) + Send + Sync + 'static,
) -> Heard {
    let todo = (0..u32::try_from(plan.items.len()).unwrap()).collect();
    continued(desk, plan, todo, steer).await
}

async fn continued(
    desk: &Desk,
    plan: &Arc<TaskPlan>,
    todo: Vec<u32>,
    steer: impl Fn(&RunEvent, &RunControl) + Send + Sync + 'static,
) -> Heard {
    let heard = Arc::new(Mutex::new(Heard::default()));
    let control = RunControl::default();
    let on_event = {
        let (heard, control) = (heard.clone(), control.clone());
        Arc::new(move |event: RunEvent| {
            steer(&event, &control);
            heard.lock().unwrap().events.push(event);
        })
    };
    let after = Some(Duration::from_secs(15));
    let run = desk
        .actions
        .run_task(plan.clone(), todo, control, after, on_event);
    run.await.unwrap();
    std::mem::take(&mut *heard.lock().unwrap())
}

async fn the_task(desk: &Desk) -> TaskRecord {
    let mut tasks = desk.actions.tasks().await.unwrap();
    assert_eq!(tasks.len(), 1);
    tasks.remove(0)
}

#[tokio::test(start_paused = true)]
async fn every_item_is_copied_and_written_down_before_its_request_leaves() {
    let desk = Desk::new();
    let items = many_mirrors(&desk).await;
    let plan = run(1, ActionKind::Delete, items);
    let heard = done(&desk, &plan, |_, _| {}).await;
    let states = heard.states(plan.items.len());
    assert!(
        words(&states).iter().all(|word| word == "deleted"),
        "{states:?}"
    );
    assert!(heard.events.contains(&RunEvent::Done));
    let seen = desk.seen();
    assert_eq!(seen.len(), plan.items.len(), "one DELETE an item");
    for (nth, at) in seen.iter().enumerate() {
        assert_eq!(at.method, Method::Delete);
        assert!(at.intended > nth && at.copies.len() > nth, "{nth}: {at:?}");
        let body = at.body.clone().unwrap();
        assert!(body["version"].is_u64(), "each has its lock: {body}");
        let token = body["clientToken"].as_str().unwrap();
        assert!(token.starts_with("md-7f3a-t1-"), "{token}");
    }
    let record = the_task(&desk).await;
    assert_eq!(record.plan, plan);
    assert_eq!(words(&record.states), words(&states));
    assert!(!record.is_closed);
}

#[tokio::test(start_paused = true)]
async fn an_item_that_is_not_as_planned_is_left_alone() {
    let desk = Desk::new();
    let plan = run(
        1,
        ActionKind::Delete,
        vec![
            item(mirror_id("greenhouse-07", Some("firmware")), Some(9)),
            item(mirror_id("greenhouse-07", Some("no-such")), Some(1)),
            item(mirror_id("no-such-device", Some("legacy")), Some(1)),
            item(mirror_id("greenhouse-07", Some("tuning")), None),
            item(mirror_id("greenhouse-07", Some("legacy")), Some(2)),
        ],
    );
    let states = done(&desk, &plan, |_, _| {}).await.states(5);
    let expected = [
        "version conflict",
        "already gone",
        "already gone",
        "not deleted",
        "deleted",
    ];
    assert_eq!(words(&states), expected);
    assert_eq!(desk.seen().len(), 1, "one DELETE");
    assert!(desk.known(Some("firmware")).is_some());
    // The next start knows it too: nothing is offered to go on with.
    assert_eq!(words(&the_task(&desk).await.states), expected);
}

#[tokio::test(start_paused = true)]
async fn what_the_service_refuses_or_does_not_answer_has_its_word() {
    let desk = Desk::new();
    desk.fault(r#"{"operation":"delete","fault":{"status":403,"code":"210"}}"#);
    let plan = run(
        1,
        ActionKind::Delete,
        vec![item(mirror_id("greenhouse-07", Some("firmware")), Some(10))],
    );
    let states = done(&desk, &plan, |_, _| {}).await.states(1);
    assert_eq!(words(&states), ["refused"]);

    desk.fault(r#"{"operation":"delete","fault":"close_after"}"#);
    let plan = run(2, ActionKind::Delete, plan.items.to_vec());
    let states = done(&desk, &plan, |_, _| {}).await.states(1);
    assert_eq!(words(&states), ["deleted"], "the look found it gone");
}

#[tokio::test(start_paused = true)]
async fn a_paused_run_begins_nothing_and_goes_on_where_it_was() {
    let desk = Desk::new();
    let items = many_mirrors(&desk).await;
    let plan = run(1, ActionKind::Delete, items);
    let total = plan.items.len();
    let ends = Mutex::new(0);
    let heard = done(&desk, &plan, move |event, control| {
        if !matches!(event, RunEvent::Item(news) if matches!(news.state, ItemState::Ended(_))) {
            return;
        }
        let mut ends = ends.lock().unwrap();
        *ends += 1;
        // By now the next items have been begun, and wait for their turn to be read.
        if *ends == 9 {
            control.set(TaskMode::Paused);
            let control = control.clone();
            tokio::spawn(async move {
                tokio::time::sleep(Duration::from_mins(1)).await;
                control.set(TaskMode::Running);
            });
        }
    })
    .await;
    let went_back = heard
        .events
        .iter()
        .any(|event| matches!(event, RunEvent::Item(news) if news.state == ItemState::Queued));
    assert!(went_back, "what was not sent waits in the queue again");
    let states = heard.states(total);
    assert!(
        words(&states).iter().all(|word| word == "deleted"),
        "{states:?}"
    );
    assert_eq!(desk.seen().len(), total, "no DELETE twice");
}

#[tokio::test(start_paused = true)]
async fn a_cancelled_run_sees_through_what_it_began_and_is_not_offered_again() {
    let desk = Desk::new();
    let items = many_mirrors(&desk).await;
    let plan = run(1, ActionKind::Delete, items);
    let total = plan.items.len();
    let heard = done(&desk, &plan, |event, control| {
        if matches!(event, RunEvent::Item(news) if matches!(news.state, ItemState::Ended(_))) {
            control.set(TaskMode::Cancelled);
        }
    })
    .await;
    let states = heard.states(total);
    let deleted = states
        .iter()
        .filter(|state| matches!(state, ItemState::Ended(end) if end.word == Word::Deleted))
        .count();
    let cancelled = states
        .iter()
        .filter(|state| **state == ItemState::Cancelled)
        .count();
    assert!(cancelled > 0 && deleted > 0, "{states:?}");
    assert_eq!(deleted + cancelled, total);
    assert_eq!(desk.seen().len(), deleted);
    assert!(the_task(&desk).await.is_closed);
}

#[tokio::test(start_paused = true)]
async fn a_run_pauses_where_no_answer_comes_and_loses_nothing() {
    let desk = Desk::new();
    let items = many_mirrors(&desk).await;
    let plan = run(1, ActionKind::Delete, items);
    let total = plan.items.len();
    desk.fault(r#"{"operation":"view","times":100000,"fault":"close_before"}"#);
    let service = desk.service.clone();
    let heard = done(&desk, &plan, move |event, control| {
        if let RunEvent::Paused(why) = event {
            assert!(why.to_string().contains("cannot be reached"), "{why}");
            service.with_service(mirrordeck::sim::service::Service::clear_faults);
            control.set(TaskMode::Running);
        }
    })
    .await;
    let paused = heard
        .events
        .iter()
        .any(|event| matches!(event, RunEvent::Paused(_)));
    assert!(paused, "the run paused itself");
    let states = heard.states(total);
    for state in &states {
        let ItemState::Ended(end) = state else {
            panic!("{state:?}");
        };
        assert!(
            matches!(end.word, Word::Deleted | Word::NotDeleted),
            "{end:?}"
        );
    }
}

#[tokio::test(start_paused = true)]
async fn a_run_that_was_killed_is_known_and_goes_on_without_a_second_delete() {
    // Nothing is looked at where every answer is clear.
    for (name, point) in Point::ALL
        .into_iter()
        .filter(|(_, at)| *at != Point::Looked)
    {
        let mut desk = Desk::new();
        let items = many_mirrors(&desk).await;
        let plan = run(1, ActionKind::Delete, items);
        let total = plan.items.len();
        let reached = Mutex::new(0);
        // The third that comes there never goes on, nor do those after it.
        desk.actions.points = Points::asking(move |at| {
            let mut reached = reached.lock().unwrap();
            *reached += usize::from(at == point);
            *reached < 3
        });
        let running = done(&desk, &plan, |_, _| {});
        let killed = tokio::time::timeout(Duration::from_mins(2), running).await;
        assert!(killed.is_err(), "{name}: it is held");
        // Its tasks are gone once they were told so, and with them the mark that it is alive.
        tokio::time::sleep(Duration::from_secs(1)).await;
        // The next program: another run of it, in the same folder.
        desk.actions.points = Points::default();
        let clock = mirrordeck::api::clock::Clock::from_fn(|| START_MS + 3_600_000);
        desk.actions.keeper = Keeper::new(Some(desk.data.path()), Limits::default(), &clock);
        desk.actions.recover(false, |_| {}).await;
        let record = the_task(&desk).await;
        let left: Vec<u32> = (0u32..)
            .zip(&record.states)
            .filter(|(_, state)| {
                matches!(state, ItemState::Queued)
                    || matches!(state, ItemState::Ended(end) if end.word == Word::NotDeleted)
            })
            .map(|(item, _)| item)
            .collect();
        assert!(
            !record.states.contains(&ItemState::Sent),
            "{name}: what was begun is looked up: {:?}",
            record.states
        );
        assert!(!left.is_empty(), "{name}: something is left");
        continued(&desk, &plan, left, |_, _| {}).await;
        let states = the_task(&desk).await.states;
        assert!(
            words(&states).iter().all(|word| word == "deleted"),
            "{name}: {states:?}"
        );
        // Each mirror fell once: a second DELETE of it would have been refused.
        assert!(desk.seen().len() >= total - 1, "{name}");
        let refused = desk
            .records()
            .iter()
            .any(|record| matches!(&record.event, Event::Ended(end) if end.word == Word::Refused));
        assert!(!refused, "{name}");
    }
}

#[tokio::test(start_paused = true)]
async fn what_was_deleted_comes_back_as_it_was() {
    let desk = Desk::new();
    let items = many_mirrors(&desk).await;
    let plan = run(1, ActionKind::Delete, items);
    let all = |desk: &Desk| -> Vec<_> {
        let known = |target: &MirrorId| {
            let name = match &target.mirror {
                MirrorName::Default => None,
                MirrorName::Named(name) => Some(name.raw().to_owned()),
            };
            let device = target.device.raw();
            let known = desk
                .service
                .with_service(|service| service.mirror(device, name.as_deref()))?;
            // A half without keys is as good as none (API reference, 12.10).
            let half = |half: Option<serde_json::Value>| half.filter(|half| *half != json!({}));
            Some((half(known.desired), half(known.reported)))
        };
        plan.items.iter().map(|item| known(&item.target)).collect()
    };
    let before = all(&desk);
    let states = done(&desk, &plan, |_, _| {}).await.states(plan.items.len());
    assert!(all(&desk).iter().all(Option::is_none));
    let items = plan.items.iter().zip(&states).map(|(planned, state)| {
        let ItemState::Ended(end) = state else {
            panic!("{state:?}");
        };
        TaskItem {
            copy: end.action.clone(),
            ..planned.clone()
        }
    });
    let back = run(2, ActionKind::Restore, items.collect());
    let states = done(&desk, &back, |_, _| {}).await.states(back.items.len());
    assert!(
        words(&states).iter().all(|word| word == "restored"),
        "{states:?}"
    );
    for ((before, after), item) in before.iter().zip(all(&desk)).zip(plan.items.iter()) {
        assert_eq!(after, *before, "{}", item.target);
    }
}

#[tokio::test(start_paused = true)]
async fn a_mirror_that_a_device_writes_back_is_told() {
    let desk = Desk::new();
    let target = mirror_id("greenhouse-07", Some("legacy"));
    let plan = run(1, ActionKind::Delete, vec![item(target, Some(2))]);
    let service = desk.service.clone();
    let states = done(&desk, &plan, move |event, _| {
        if *event == RunEvent::Done {
            let now_ms = service.now_ms();
            service.with_service(|service| {
                service.device_reports("greenhouse-07", Some("legacy"), &json!({"a": 1}), now_ms)
            });
        }
    })
    .await
    .states(1);
    assert_eq!(words(&states), ["came back"]);
    assert_eq!(words(&the_task(&desk).await.states), ["came back"]);
}

#[tokio::test(start_paused = true)]
async fn a_plan_that_was_changed_on_the_disk_is_no_plan() {
    let desk = Desk::new();
    let plan = run(
        1,
        ActionKind::Delete,
        vec![item(mirror_id("greenhouse-07", Some("legacy")), Some(2))],
    );
    done(&desk, &plan, |_, _| {}).await;
    let path = desk.data.path().join(format!("tasks/{}.plan", plan.id));
    let text = std::fs::read_to_string(&path).unwrap();
    for changed in [
        text.replace("legacy", "firmware"),
        text.replace("\"legacy\"", "null"),
        text[..text.len() / 2].to_owned(),
        String::new(),
        format!("{text}{{}}\n"),
    ] {
        std::fs::write(&path, changed).unwrap();
        assert_eq!(desk.actions.tasks().await.unwrap(), []);
    }
    std::fs::write(&path, &text).unwrap();
    assert_eq!(desk.actions.tasks().await.unwrap().len(), 1);
}

#[tokio::test(start_paused = true)]
async fn a_run_that_another_program_does_is_left_to_it() {
    let desk = Desk::new();
    let target = mirror_id("greenhouse-07", Some("legacy"));
    let plan = run(1, ActionKind::Delete, vec![item(target, Some(2))]);
    let clock = mirrordeck::api::clock::Clock::from_fn(|| START_MS);
    let mut other = desk.actions.clone();
    other.keeper = Keeper::new(Some(desk.data.path()), Limits::default(), &clock);
    other.points = Points::asking(|at| at != Point::Intended);
    let nobody: mirrordeck::actions::OnRunEvent = Arc::new(|_| {});
    let control = RunControl::default();
    let theirs = {
        let (plan, nobody) = (plan.clone(), nobody.clone());
        tokio::spawn(async move { other.run_task(plan, vec![0], control, None, nobody).await })
    };
    // Theirs is held in the middle.
    tokio::time::sleep(Duration::from_mins(1)).await;
    let control = RunControl::default();
    let ours = desk
        .actions
        .run_task(plan, vec![0], control, None, nobody)
        .await;
    let problem = ours.unwrap_err().to_string();
    assert!(problem.contains("another program holds it"), "{problem}");
    assert!(desk.seen().is_empty());
    theirs.abort();
}
