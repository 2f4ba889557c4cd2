//! What the table looks like.

use std::time::Duration;

use insta::assert_snapshot;
use mirrordeck::app::geometry::Size;
use mirrordeck::app::message::{Answer, Message};

use super::{over, serve, summary, unreadable};
use crate::screens::at_every_size;
use crate::support::fixtures::Bench;
use crate::support::glass::Glass;

#[test]
fn names_only() {
    at_every_size("sweep_names", |stage| {
        stage.settle().press("/온실<Enter>S");
    });
}

#[test]
fn the_facts_of_the_whole_fleet() {
    at_every_size("sweep_facts", |stage| {
        stage.settle().press("Sc").settle().press("sssojj j ");
    });
}

#[test]
fn the_filter_line_with_its_help() {
    at_every_size("sweep_filter", |stage| {
        stage.settle().press("S * /drift:yes -mirror:tuning");
    });
}

#[test]
fn a_filter_that_is_not_understood() {
    at_every_size("sweep_problem", |stage| {
        stage.settle().press("S/mirror:legacy* agee:>90d");
    });
}

#[test]
fn while_it_reads() {
    at_every_size("sweep_reading", |stage| {
        stage.settle();
        stage.fault(r#"{"operation":"view","times":99999,"fault":{"slow_ms":700}}"#);
        stage.rush("Sc").pass(Duration::from_secs(2));
    });
}

#[test]
fn paused() {
    at_every_size("sweep_paused", |stage| {
        stage.settle();
        stage.fault(r#"{"operation":"mirrors","times":99999,"fault":{"slow_ms":300}}"#);
        stage
            .rush("S")
            .pass(Duration::from_secs(1))
            .rush("p")
            .draw();
    });
}

#[test]
fn no_mirror_matches() {
    at_every_size("sweep_no_match", |stage| {
        stage.settle().press("S/mirror:없다<Enter>");
    });
}

#[test]
fn odd_names_in_the_table() {
    at_every_size("sweep_odd_names", |stage| {
        stage.settle().press("/test-bench-01<Enter>Sc").settle();
    });
}

#[test]
fn what_failed() {
    for (columns, rows) in [(80, 24), (120, 36)] {
        let mut bench = failed();
        bench.send(Message::Resized(Size { columns, rows }));
        let mut glass = Glass::new(columns, rows);
        glass.draw(&bench.state);
        assert_snapshot!(format!("sweep_failed_{columns}x{rows}"), glass.text());
    }
}

/// The error of everything that [`failed`] could not read.
/// The list of what a sweep could not read.
pub fn failed() -> Bench {
    use mirrordeck::model::summary::Summarized;
    let mut bench = over(&["greenhouse-06", "온실-7동"]);
    bench.press("c");
    let (request, _) = super::asked_names(&mut bench).remove(0);
    bench.answer(request, Answer::Mirrors(Err(unreadable())));
    let request = *bench.state.questions.keys().next_back().unwrap();
    bench.answer(
        request,
        Answer::Mirrors(Ok(crate::support::fixtures::names(&["firmware", "legacy"]))),
    );
    serve(
        &mut bench,
        |_| vec![],
        |target| match target.mirror.shown() {
            "legacy" => Ok(Summarized::Found(summary(3, 2, 1))),
            _ => Err(unreadable()),
        },
    );
    bench.press("f");
    bench
}

#[test]
fn the_smallest_terminal_shows_rows_and_help() {
    for keys in ["S", "Sc", "S/drift:"] {
        let mut stage = crate::support::stage::Stage::open(60, 16);
        stage.press(keys);
        let name = keys.replace(['/', ':'], "_");
        assert_snapshot!(format!("sweep_smallest_{name}"), stage.screen());
    }
}
