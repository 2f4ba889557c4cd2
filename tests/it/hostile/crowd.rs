//! Fifty thousand mirrors on one device.

use mirrordeck::app::message::{Answer, Message};
use serde_json::json;

use crate::support::fixtures::{Bench, device_page, empty_state, names};
use crate::support::stage::Stage;
use crate::support::tampered::{is_list, is_mirror, say, stage};

const MIRRORS: usize = 50_000;

fn crowd() -> impl Iterator<Item = String> {
    (0..MIRRORS).map(|nth| format!("mirror-{nth:05}"))
}

/// The mirrors of the first device stand among many that somebody made up.
fn crowded() -> Stage {
    stage(|path, reply| {
        if is_list(path) && reply.status == 200 {
            let body: serde_json::Value = serde_json::from_slice(&reply.body).unwrap();
            let real = body["results"].as_array().unwrap().clone();
            let all: Vec<_> = crowd().map(|name| json!(name)).chain(real).collect();
            say(reply, &json!({ "results": all }));
        } else if is_mirror(path) && path.contains("name=mirror-") {
            say(reply, &json!({ "version": 1, "state": {} }));
        }
    })
}

fn viewed(stage: &Stage) -> usize {
    let sent = stage.sent("GET");
    sent.iter().filter(|path| is_mirror(path)).count()
}

#[test]
fn they_are_listed_scrolled_filtered_and_one_is_deleted() {
    let mut stage = crowded();
    let in_view = stage.state.size.mirror_rows();
    assert!(stage.screen().contains("1 of 50004"), "{}", stage.screen());
    assert!(viewed(&stage) <= in_view);

    let before = viewed(&stage);
    stage.press("<Tab>G");
    assert!(
        stage.screen().contains("50004 of 50004"),
        "{}",
        stage.screen()
    );
    assert!(viewed(&stage) <= before + in_view, "only what is in view");

    let before = viewed(&stage);
    stage.rush("gjjjjjjjjjj<PgDn><PgDn><PgDn>").settle();
    assert!(viewed(&stage) <= before + in_view, "only where it rests");

    stage.press("/firm<Enter>");
    assert!(stage.screen().contains("1 found"), "{}", stage.screen());
    stage.press("d<BackTab><Enter>");
    assert_eq!(stage.sent("DELETE").len(), 1, "{}", stage.screen());
    assert!(stage.notice().starts_with("deleted"), "{}", stage.notice());
    stage.press("/<Esc>");
    assert_eq!(stage.state.mirrors.rows(), 50_003);
}

#[test]
fn the_selection_stays_on_its_mirror_when_they_are_read_again() {
    let mut stage = crowded();
    stage.press("<Tab>/04999<Enter>jjjj");
    let selected = stage.state.mirrors.selected().unwrap();
    stage.press("r/<Esc>");
    assert_eq!(stage.state.mirrors.selected().unwrap(), selected);
}

#[test]
fn lists_of_names_are_kept_by_their_bytes() {
    let mut bench = Bench {
        state: empty_state(120, 36),
        effects: vec![],
    };
    bench.send(Message::Started);
    bench.answer_all(&Answer::Devices(Ok(device_page(0, 100, 20))));
    let crowd: Vec<String> = crowd().collect();
    let crowd: Vec<&str> = crowd.iter().map(String::as_str).collect();
    let crowd = Answer::Mirrors(Ok(names(&crowd)));
    let mut asked = Vec::new();
    for _ in 0..20 {
        bench.answer_all(&crowd);
        asked.push(bench.state.mirrors.device().unwrap().clone());
        bench.press("j");
        let generation = bench.state.generation;
        bench.send(Message::Woke(mirrordeck::app::message::Wake::Rested(
            generation,
        )));
    }
    let kept = asked.iter().filter(|device| {
        let list = bench.state.mirrors.list_of(device);
        list.value.is_some()
    });
    // Twenty of them are some 120 MiB; the ones read last are kept.
    assert!((2..20).contains(&kept.count()));
    let last = asked.last().unwrap();
    assert!(bench.state.mirrors.list_of(last).value.is_some());
}
