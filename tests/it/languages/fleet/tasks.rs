//! Runs that go on, have paused, ended or were cut off, and their items.

use mirrordeck::app::geometry::Size;
use mirrordeck::app::message::Answer;
use mirrordeck::app::state::Question;
use mirrordeck::app::tasks;
use mirrordeck::i18n::{Language, Text};
use mirrordeck::model::outcome::Word;
use mirrordeck::model::task::{ItemState, RunEvent};
use mirrordeck::text;

use super::{benched, fleet, look};
use crate::support::fixtures::Bench;
use crate::support::runs::{end, item_end, record};

/// A run over the fleet in the middle of it, with items in every state.
fn running() -> Bench {
    let mut bench = Bench::open();
    let run = bench.apply_plan(&fleet());
    for number in 0..20 {
        bench.item(&run, number, end(number, Word::Deleted));
    }
    let others = Word::ALL
        .into_iter()
        .filter(|word| !matches!(word, Word::Deleted | Word::Restored | Word::NotRestored));
    for (number, word) in (20..).zip(others) {
        bench.item(&run, number, end(number, word));
    }
    bench.item(&run, 30, ItemState::CameBack(item_end(30, Word::Deleted)));
    bench.item(&run, 31, ItemState::Sent);
    bench.news(&run, vec![]);
    bench
}

fn run_labels() -> Vec<Text> {
    vec![
        text!("task-title"),
        text!("count-deletions", count = 43_u64),
    ]
}

#[test]
fn a_run_and_its_items() {
    let show = benched(|| {
        let mut bench = running();
        bench.press("<Enter>G");
        bench
    });
    look("tasks", show, || {
        let mut whole = run_labels();
        whole.extend([text!("task-phase-running"), text!("task-state-queued")]);
        whole
    });
}

#[test]
fn every_state_of_an_item_stands_in_full() {
    let show = benched(|| {
        let mut bench = running();
        bench.press("<Enter>gjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjj");
        bench
    });
    for (_, language) in Language::ALL {
        for (columns, rows) in [(120, 60), (80, 80)] {
            let seen = show(language, Size { columns, rows });
            let not_there = [Word::Restored.text(), Word::NotRestored.text()];
            let states = tasks::words().filter(|word| !not_there.contains(word));
            let cancelled = text!("task-state-cancelled");
            seen.assert_whole(states.filter(|word| *word != cancelled));
        }
    }
}

#[test]
fn what_did_not_end_well() {
    let show = benched(|| {
        let mut bench = running();
        bench.press("f<Enter>");
        bench
    });
    look("tasks_failed", show, || {
        vec![text!("task-title"), Word::VersionConflict.text()]
    });
}

#[test]
fn a_run_that_paused_itself() {
    let show = benched(|| {
        let mut bench = Bench::open();
        let run = bench.apply_plan(&fleet());
        let why = Text::verbatim("온실 tab");
        bench.news(&run, vec![RunEvent::Paused(why)]);
        bench
    });
    look("tasks_paused", show, run_labels);
}

#[test]
fn runs_that_ended_or_were_cut_off() {
    let show = benched(|| {
        let mut bench = Bench::open();
        let states = |word| vec![end(0, word), end(1, Word::Deleted), ItemState::Queued];
        let mut cut_off = record(1, &fleet()[..3], states(Word::Deleted));
        cut_off.states[1] = ItemState::Sent;
        let mut closed = record(2, &fleet()[..3], states(Word::VersionConflict));
        closed.is_closed = true;
        let done = record(3, &fleet()[..1], vec![end(0, Word::Refused)]);
        bench.state.tasks.listing = None;
        let request = bench.state.ask(Question::Tasks);
        bench.answer(request, Answer::Tasks(Ok(vec![cut_off, closed, done])));
        bench.press("<Esc>S<Esc>TG");
        bench
    });
    look("tasks_past", show, || {
        vec![
            text!("task-title"),
            text!("task-phase-done"),
            text!("task-phase-cancelled"),
            text!("task-phase-cut-off"),
            text!(
                "task-sweep",
                devices = text!("count-devices", count = 2_u64)
            ),
        ]
    });
}

#[test]
fn no_runs() {
    let show = benched(|| {
        let mut bench = Bench::open();
        bench.press("T");
        bench
    });
    look("tasks_none", show, || {
        vec![
            text!("task-title"),
            text!("task-items"),
            text!("task-none-hint"),
        ]
    });
}
