//! Quitting in the middle of a run.

use std::sync::Arc;

use mirrordeck::app::effect::Effect;
use mirrordeck::app::message::{Message, Wake};
use mirrordeck::app::state::{End, Overlay};
use mirrordeck::model::outcome::Word;
use mirrordeck::model::task::{ItemState, RunEvent, TaskMode, TaskPlan};

use crate::support::fixtures::Bench;
use crate::support::runs::{end, many};

/// A run of ten: two fell, one is on the wire.
fn in_a_run() -> (Bench, Arc<TaskPlan>) {
    let mut bench = Bench::open();
    let plan = bench.apply_plan(&many(10));
    bench.item(&plan, 0, end(0, Word::Deleted));
    bench.item(&plan, 1, end(1, Word::Deleted));
    bench.item(&plan, 2, ItemState::Sent);
    bench.effects.clear();
    (bench, plan)
}

fn modes(bench: &Bench) -> Vec<TaskMode> {
    let modes = bench.effects.iter().filter_map(|effect| match effect {
        Effect::ControlTask { mode, .. } => Some(*mode),
        _ => None,
    });
    modes.collect()
}

#[test]
fn q_and_ctrl_c_ask_first_and_enter_alone_stays() {
    for keys in ["q", "<Ctrl-C>"] {
        let (mut bench, _) = in_a_run();
        bench.press(keys);
        assert!(matches!(bench.state.overlay, Some(Overlay::Quit(_))));
        assert_eq!(bench.state.end, End::Running);
        bench.press("<Enter>");
        assert!(bench.state.overlay.is_none());
        assert_eq!(bench.state.end, End::Running);
        assert_eq!(modes(&bench), []);
    }
}

#[test]
fn to_leave_begins_nothing_new_and_waits_for_what_is_on_the_wire() {
    let (mut bench, plan) = in_a_run();
    bench.press("q<Tab><Enter>");
    assert_eq!(modes(&bench), [TaskMode::Paused], "nothing is cancelled");
    assert_eq!(bench.state.end, End::Waiting);
    assert!(
        bench.notice().contains("1 on the wire"),
        "{}",
        bench.notice()
    );
    bench.send(Message::Woke(Wake::RunSettled));
    assert_eq!(bench.state.end, End::Waiting);
    // One more had been begun before it heard.
    bench.item(&plan, 3, ItemState::Sent);
    bench.item(&plan, 2, end(2, Word::Deleted));
    assert_eq!(bench.state.end, End::Waiting);
    bench.item(&plan, 3, end(3, Word::VersionConflict));
    assert_eq!(bench.state.end, End::Now);
    assert_eq!(
        bench.state.last_words().unwrap().to_string(),
        "run stopped: 3 deleted, 1 version conflict, 6 not begun; T goes on with it after the next \
         start"
    );
}

#[test]
fn a_run_that_has_just_begun_is_given_time_to_hear_of_it() {
    let mut bench = Bench::open();
    let plan = bench.apply_plan(&many(3));
    bench.press("q<Tab><Enter>");
    assert_eq!(bench.state.end, End::Waiting);
    bench.item(&plan, 0, ItemState::Sent);
    bench.item(&plan, 0, end(0, Word::Deleted));
    assert_eq!(bench.state.end, End::Waiting);
    bench.send(Message::Woke(Wake::RunSettled));
    assert_eq!(bench.state.end, End::Now);
}

#[test]
fn a_second_q_leaves_at_once_and_tells_what_is_on_the_wire() {
    for second in [
        Message::Pressed(mirrordeck::app::key::Key::Char('q')),
        Message::Woke(Wake::QuitDue),
        Message::EndRequested,
    ] {
        let (mut bench, _) = in_a_run();
        bench.press("q<Tab><Enter>").send(second);
        assert_eq!(bench.state.end, End::Now);
        assert_eq!(
            bench.state.last_words().unwrap().to_string(),
            "run stopped: 2 deleted, 1 on the wire: outcome unknown, the next start finds out, 7 not \
             begun; T goes on with it after the next start"
        );
    }
}

#[test]
fn ctrl_c_in_the_question_leaves() {
    let (mut bench, _) = in_a_run();
    bench.press("<Ctrl-C><Ctrl-C>");
    assert_eq!(bench.state.end, End::Waiting);
    bench.press("<Ctrl-C>");
    assert_eq!(bench.state.end, End::Now);
}

#[test]
fn a_signal_does_not_ask() {
    let (mut bench, plan) = in_a_run();
    bench.send(Message::EndRequested);
    assert_eq!(bench.state.end, End::Waiting);
    assert_eq!(modes(&bench), [TaskMode::Paused]);
    bench.item(&plan, 2, end(2, Word::Deleted));
    bench.send(Message::Woke(Wake::RunSettled));
    assert_eq!(bench.state.end, End::Now);
}

#[test]
fn a_paused_run_with_nothing_on_the_wire_is_left_at_once() {
    let (mut bench, plan) = in_a_run();
    bench.press("p");
    bench.item(&plan, 2, end(2, Word::Deleted));
    bench.send(Message::Woke(Wake::RunSettled));
    bench.press("q");
    assert!(matches!(bench.state.overlay, Some(Overlay::Quit(_))));
    bench.press("<Tab><Enter>");
    assert_eq!(bench.state.end, End::Now);
    let words = bench.state.last_words().unwrap().to_string();
    assert!(words.contains("7 not begun"), "{words}");
}

#[test]
fn where_the_run_ends_while_it_is_waited_for_its_end_is_told() {
    let (mut bench, plan) = in_a_run();
    bench.press("q<Tab><Enter>");
    for number in 2..10 {
        bench.item(&plan, number, end(number, Word::Deleted));
    }
    bench.news(&plan, vec![RunEvent::Done]);
    assert_eq!(bench.state.end, End::Now);
    let words = bench.state.last_words().unwrap().to_string();
    assert!(words.starts_with("run ended: 10 deleted"), "{words}");
}

#[test]
fn after_a_run_q_quits_without_a_question() {
    let (mut bench, plan) = in_a_run();
    for number in 2..10 {
        bench.item(&plan, number, end(number, Word::Deleted));
    }
    bench.news(&plan, vec![RunEvent::Done]).press("q");
    assert_eq!(bench.state.end, End::Now);
    assert_eq!(bench.state.last_words(), None);
}

#[test]
fn a_program_that_dies_in_a_run_tells_what_is_on_the_wire() {
    let (bench, _) = in_a_run();
    let words = bench.state.last_words().unwrap().to_string();
    assert!(words.contains("1 on the wire: outcome unknown"), "{words}");
    assert!(bench.state.is_changing());
}

#[test]
fn a_run_does_not_go_on_once_the_program_only_waits_for_its_end() {
    let (mut bench, _) = in_a_run();
    bench.press("q<Tab><Enter>p");
    assert_eq!(modes(&bench), [TaskMode::Paused]);
}
