//! A program that ends in the middle.

use std::time::Duration;

use mirrordeck::actions::points::Point;
use mirrordeck::api::client::Client;
use mirrordeck::app::message::{Answer, Message};
use mirrordeck::app::state::{Overlay, Question};
use mirrordeck::model::action::Recovery;
use mirrordeck::model::base_url::BaseUrl;
use mirrordeck::sim::demo_credentials;

use super::program::{device_writes, held_at, open_dialog, program, trash, world};
use crate::support::fixtures::{Bench, mirror_id};
use crate::support::stage::{Stage, origin};
use crate::support::world::World;

/// The row of `firmware`.
const FIRMWARE: usize = 1;

fn hold(stage: &mut Stage) {
    stage.rush("<Tab><Tab><Tab><Enter>");
    stage.pass(Duration::from_secs(5));
    assert!(stage.state.action.is_some(), "it is held");
}

/// Somebody else deletes `firmware` of `agv-01`.
fn another_deletes(world: &World, stage: &Stage) {
    let base = BaseUrl::parse(&origin().base_url).unwrap();
    let keys = demo_credentials();
    let client = Client::new(
        world.service.clone(),
        &base,
        keys,
        world.clock.clone(),
        1,
        false,
    );
    let order = mirrordeck::model::delete::DeleteOrder {
        target: mirror_id("agv-01", Some("firmware")),
        version: None,
        token: None,
        reading: stage.state.reading().unwrap().clone(),
    };
    stage.block_on(client.delete_mirror(&order)).unwrap();
}

#[test]
fn without_a_copy_nothing_was_sent_whoever_deleted_the_mirror() {
    let world = world();
    let mut stage = held_at(&world, Point::Intended);
    open_dialog(&mut stage, FIRMWARE);
    hold(&mut stage);
    another_deletes(&world, &stage);
    stage.kill();
    let stage = program(&world);
    let notice = stage.notice();
    assert!(
        notice.starts_with("already gone agv-01 › firmware"),
        "{notice}"
    );
    assert!(notice.contains("before anything was sent"), "{notice}");
    assert!(stage.state.open_ends.is_empty());
}

#[test]
fn without_a_copy_nothing_was_sent_whatever_stands_now() {
    let world = world();
    let mut stage = held_at(&world, Point::Intended);
    open_dialog(&mut stage, FIRMWARE);
    hold(&mut stage);
    device_writes(&stage, Some("firmware"));
    stage.kill();
    let stage = program(&world);
    let notice = stage.notice();
    assert!(
        notice.starts_with("not deleted agv-01 › firmware"),
        "{notice}"
    );
    assert!(
        stage.state.open_ends.is_empty(),
        "there is nothing to find out"
    );
}

#[test]
fn what_the_journal_calls_restored_is_marked_in_the_trash() {
    let world = world();
    let mut stage = program(&world);
    open_dialog(&mut stage, FIRMWARE);
    stage.press("<Tab><Tab><Tab><Enter>");
    stage.kill();
    let mut stage = held_at(&world, Point::Ended);
    stage.press("u");
    stage.rush("<Tab><Tab><Enter>");
    stage.pass(Duration::from_secs(5));
    stage.kill();
    let mut stage = program(&world);
    let copies = trash(&world).list().unwrap();
    let marked: Vec<_> = copies.iter().map(|copy| copy.restored).collect();
    assert_eq!(marked, [true]);
    stage.press("u");
    assert!(stage.state.overlay.is_none(), "it is not offered again");
}

#[test]
fn leaving_before_anything_was_sent_promises_no_look() {
    let world = world();
    let mut stage = program(&world);
    open_dialog(&mut stage, FIRMWARE);
    // Without a lock the mirror is read once more before it is copied.
    stage.press("<Ctrl-U>");
    stage.fault(r#"{"operation": "view", "times": 9, "fault": "hang"}"#);
    stage.rush("<Tab><Tab><Tab><Enter><Ctrl-C><Ctrl-C>");
    assert!(stage.has_left());
    let words = stage.state.last_words().unwrap().to_string();
    assert!(words.contains("should something have been sent"), "{words}");
    assert!(!words.contains("the copy is kept"), "{words}");
}

#[test]
fn no_action_begins_while_earlier_ones_are_found_out() {
    let mut bench = Bench::open();
    bench.send(Message::Started).press("ld");
    assert!(bench.state.overlay.is_none());
    assert!(
        bench.notice().contains("earlier runs left open"),
        "{}",
        bench.notice()
    );
    bench.press("u");
    let asked = bench.state.questions.values();
    assert!(
        asked
            .clone()
            .all(|question| *question != Question::LastCopy)
    );
    bench.answer_all(&Answer::Recovered(Recovery::default()));
    bench.press("d");
    assert!(matches!(bench.state.overlay, Some(Overlay::Delete(_))));
}
