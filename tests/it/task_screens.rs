//! Snapshots of plans, runs and the question before quitting, with Hangul and odd names.

use insta::assert_snapshot;
use mirrordeck::app::geometry::Size;
use mirrordeck::app::message::{Answer, Message};
use mirrordeck::app::state::Question;
use mirrordeck::i18n::Text;
use mirrordeck::model::account::AccountColour;
use mirrordeck::model::error::ApiError;
use mirrordeck::model::mirror::MirrorId;
use mirrordeck::model::outcome::Word;
use mirrordeck::model::summary::Summarized;
use mirrordeck::model::task::{ItemState, RunEvent};

use crate::support::fixtures::{Bench, mirror_id};
use crate::support::glass::Glass;
use crate::support::runs::{end, facts, item_end, many, read_of, record, silence};

const SIZES: [(u16, u16); 4] = [(60, 16), (80, 24), (120, 36), (200, 50)];

fn at_every_size(name: &str, journey: impl Fn(&mut Bench)) {
    for (columns, rows) in SIZES {
        let mut bench = Bench::open();
        bench.state.setup.account.label = Some("공장 1 PRODUCTION".to_owned());
        bench.state.setup.account.colour = Some(AccountColour::Red);
        bench.send(Message::Resized(Size { columns, rows }));
        journey(&mut bench);
        let mut glass = Glass::new(columns, rows);
        glass.draw(&bench.state);
        let screen = glass.text();
        assert!(
            !screen
                .chars()
                .any(|c| (c.is_control() && c != '\n') || c == '\u{202e}'),
            "{screen}"
        );
        assert_snapshot!(format!("{name}_{columns}x{rows}"), screen);
    }
}

/// A small fleet with names of every kind, and many mirrors named alike.
fn fleet() -> Vec<MirrorId> {
    let mut targets = vec![
        mirror_id("온실-7 밸브 A", None),
        mirror_id("온실-7 밸브 A", Some("default")),
        mirror_id(
            "온실-7 밸브 A",
            Some("펌웨어 설정 예전 것 (2024년 3월까지)"),
        ),
        mirror_id("legacy\u{202e}-x", Some("\u{1b}[31mred")),
        mirror_id("tab\tbed", Some("a › b")),
        mirror_id(
            &format!("hall-{}-press-01", "long".repeat(20)),
            Some(&format!("{}-left", "name".repeat(24))),
        ),
        mirror_id(
            &format!("hall-{}-press-01", "long".repeat(20)),
            Some(&format!("{}-right", "name".repeat(24))),
        ),
    ];
    targets.extend(many(40));
    targets.sort();
    targets
}

fn read(target: &MirrorId) -> Result<Summarized, ApiError> {
    read_of(target, "온실-7 밸브 A")
}

#[test]
fn a_plan_while_it_reads() {
    at_every_size("plan_reading", |bench| {
        bench.mark(&fleet()).press("<Tab>d");
    });
}

#[test]
fn a_plan() {
    at_every_size("plan", |bench| {
        bench.plan(&fleet(), read);
    });
}

#[test]
fn a_plan_with_a_row_taken_in_again_and_a_wrong_number() {
    at_every_size("plan_number", |bench| {
        bench.plan(&fleet(), read);
        let moved = (0..20).find(|place| {
            let plan = bench.state.plan.as_ref().unwrap();
            let row = plan.get(*place).unwrap();
            row.has_moved()
        });
        for _ in 0..moved.unwrap() {
            bench.press("j");
        }
        bench.press(" k<Tab>12<Enter>");
    });
}

#[test]
fn two_long_names_that_differ_only_at_their_ends_look_distinct() {
    for (columns, rows) in SIZES {
        let mut bench = Bench::open();
        bench.send(Message::Resized(Size { columns, rows }));
        let long = |end: &str| mirror_id("device", Some(&format!("{}{end}", "x".repeat(300))));
        bench.plan(&[long("one"), long("two")], |_| Ok(facts(7)));
        let mut glass = Glass::new(columns, rows);
        glass.draw(&bench.state);
        let screen = glass.text();
        assert!(
            screen.contains("xone") && screen.contains("xtwo"),
            "{screen}"
        );
    }
}

#[test]
fn a_restore_plan() {
    at_every_size("plan_restore", |bench| {
        let targets = fleet();
        let run = a_run(bench, &targets);
        bench.news(&run, vec![RunEvent::Done]).press("u");
        bench
            .read_facts(|target| match target.device.raw() {
                "device-00003" => Ok(facts(8)),
                "device-00004" => Err(silence()),
                _ => Ok(Summarized::Absent),
            })
            .draw();
        bench.press("<Tab>");
    });
}

/// A run over the fleet in the middle of it, with an item in every state.
fn a_run(
    bench: &mut Bench,
    targets: &[MirrorId],
) -> std::sync::Arc<mirrordeck::model::task::TaskPlan> {
    // A plan takes in only what it can name in full.
    let size = bench.state.size;
    let wide = Size {
        columns: 200,
        rows: 50,
    };
    bench.send(Message::Resized(wide));
    let run = bench.apply_plan(targets);
    bench.send(Message::Resized(size));
    for number in 0..30 {
        bench.item(&run, number, end(number, Word::Deleted));
    }
    let refused = mirrordeck::model::task::ItemEnd {
        reason: Text::verbatim(
            "401 210 Permission Denied (\u{1b}[2J). Ask the owner of the account for the \
             permission Change/deleteDeviceMirror, then try again with r",
        ),
        ..item_end(30, Word::Refused)
    };
    bench.item(&run, 30, ItemState::Ended(refused));
    bench.item(&run, 31, end(31, Word::VersionConflict));
    bench.item(&run, 32, end(32, Word::AlreadyGone));
    bench.item(&run, 33, end(33, Word::OutcomeUnknown));
    bench.item(&run, 34, ItemState::CameBack(item_end(34, Word::Deleted)));
    bench.item(&run, 41, end(41, Word::NotDeleted));
    bench.item(&run, 42, ItemState::Sent);
    bench.item(&run, 43, ItemState::Sent);
    run
}

#[test]
fn a_run_in_the_middle() {
    at_every_size("tasks", |bench| {
        a_run(bench, &fleet());
        bench.press("<Enter>G");
    });
}

#[test]
fn what_did_not_end_well() {
    at_every_size("tasks_failed", |bench| {
        a_run(bench, &fleet());
        bench.press("f<Enter>");
    });
}

#[test]
fn past_runs_a_cut_off_one_and_a_sweep() {
    at_every_size("tasks_past", |bench| {
        let states = |word| vec![end(0, word), end(1, Word::Deleted), ItemState::Queued];
        let mut cut_off = record(1, &fleet()[..3], states(Word::Deleted));
        cut_off.states[1] = ItemState::Sent;
        let mut closed = record(2, &fleet()[..3], states(Word::VersionConflict));
        closed.is_closed = true;
        let done = record(3, &fleet()[..1], vec![end(0, Word::Deleted)]);
        bench.state.tasks.listing = None;
        let request = bench.state.ask(Question::Tasks);
        bench.answer(request, Answer::Tasks(Ok(vec![cut_off, closed, done])));
        bench.press("<Esc>S<Esc>TG");
    });
}

#[test]
fn a_run_that_paused_itself() {
    at_every_size("tasks_paused", |bench| {
        let run = a_run(bench, &fleet());
        let why = Text::verbatim("the service could not be reached 5 times in a row");
        bench.news(&run, vec![RunEvent::Paused(why)]);
    });
}

#[test]
fn no_runs() {
    at_every_size("tasks_none", |bench| {
        bench.press("T");
    });
}

#[test]
fn the_question_before_quitting() {
    at_every_size("quit", |bench| {
        a_run(bench, &fleet());
        bench.press("q<Tab>");
    });
}

#[test]
fn the_end_is_waited_for() {
    at_every_size("quit_waiting", |bench| {
        a_run(bench, &fleet());
        bench.press("q<Tab><Enter>");
    });
}
