//! What is asked of the service: no more than columns and filter need.

use mirrordeck::app::message::Answer;
use mirrordeck::app::sweep::Phase;
use mirrordeck::model::mirror::{MirrorId, MirrorName};
use mirrordeck::model::summary::Summarized;

use super::{asked_facts, asked_names, only_named, over, rows, serve, summary, sweep};
use crate::support::fixtures::{Bench, names};

fn fleet(devices: usize) -> Bench {
    let all: Vec<_> = (0..devices).map(|nth| format!("device-{nth:05}")).collect();
    over(&all.iter().map(String::as_str).collect::<Vec<_>>())
}

#[test]
fn names_alone_are_one_call_a_device() {
    let mut bench = fleet(300);
    let asked = serve(&mut bench, |_| vec!["firmware", "legacy"], only_named);
    assert_eq!(asked, (300, 0));
    assert_eq!(sweep(&bench).len(), 600);
    assert_eq!(sweep(&bench).progress().phase, Phase::Done);
}

#[test]
fn a_bounded_number_of_questions_is_out_and_each_answer_brings_the_next() {
    let mut bench = fleet(300);
    let first = asked_names(&mut bench);
    assert_eq!(first.len(), 48);
    for (request, _) in first {
        bench.answer(request, Answer::Mirrors(Ok(names(&[]))));
        assert_eq!(asked_names(&mut bench).len(), 1);
    }
}

#[test]
fn facts_are_asked_where_the_columns_show_them() {
    let mut bench = fleet(20);
    bench.press("c");
    let asked = serve(&mut bench, |_| vec!["firmware", "legacy"], only_named);
    // The two named mirrors of each device and its default one.
    assert_eq!(asked, (20, 60));
    assert_eq!(sweep(&bench).len(), 40, "no default mirror stands");
}

#[test]
fn a_filter_reads_the_facts_of_those_only_whose_names_match() {
    let mut bench = fleet(20);
    serve(&mut bench, |_| vec!["firmware", "legacy"], only_named);
    bench.press("/mirror:legacy* device:device-0000* age:>0d<Enter>");
    let asked = serve(
        &mut bench,
        |_| vec![],
        |target| {
            assert_eq!(target.mirror, MirrorName::named("legacy").unwrap());
            only_named(target)
        },
    );
    assert_eq!(asked, (0, 10));
    assert_eq!(sweep(&bench).len(), 10);
}

#[test]
fn a_filter_over_names_asks_nothing() {
    let mut bench = fleet(20);
    serve(&mut bench, |_| vec!["firmware", "legacy"], only_named);
    bench.press("/mirror:legacy*<Enter>");
    let asked = serve(&mut bench, |_| vec![], only_named);
    assert_eq!(asked, (0, 0));
    assert_eq!(sweep(&bench).len(), 20);
}

#[test]
fn a_filter_works_while_rows_arrive() {
    let mut bench = fleet(100);
    bench.press("/mirror:legacy* drift:yes<Enter>");
    let drifts = |target: &MirrorId| {
        let odd = target.device.raw().ends_with(['1', '3', '5', '7', '9']);
        Ok(Summarized::Found(summary(1, 1, u32::from(odd))))
    };
    let asked = serve(&mut bench, |_| vec!["firmware", "legacy"], drifts);
    assert_eq!(
        asked,
        (100, 100),
        "no firmware and no default mirror was read"
    );
    assert_eq!(sweep(&bench).len(), 50);
    assert_eq!(sweep(&bench).progress().unknown, 0);
}

#[test]
fn default_mirrors_are_looked_at_where_they_may_be_shown() {
    let mut bench = over(&["a", "b"]);
    bench.press("/default:yes<Enter>");
    let stands = |target: &MirrorId| {
        Ok(match target.device.raw() {
            "a" => Summarized::Found(summary(3, 1, 0)),
            _ => Summarized::Absent,
        })
    };
    let asked = serve(&mut bench, |_| vec!["legacy"], stands);
    assert_eq!(asked, (2, 2));
    assert_eq!(rows(&bench), ["a/◆"]);
    bench.press("/<Esc>");
    assert_eq!(rows(&bench), ["a/◆", "a/legacy", "b/legacy"]);
}

#[test]
fn what_is_in_view_is_read_first() {
    let mut bench = fleet(500);
    serve(&mut bench, |_| vec!["legacy"], only_named);
    bench.press("Gc");
    let (_, first) = asked_facts(&mut bench).swap_remove(0);
    assert!(first.device.raw() > "device-00450", "{first}");
}

#[test]
fn the_same_devices_are_shown_again_and_others_replace_them() {
    let mut bench = over(&["a", "b"]);
    serve(&mut bench, |_| vec!["legacy"], only_named);
    bench.press("<Esc>S");
    assert_eq!(serve(&mut bench, |_| vec!["legacy"], only_named), (0, 0));
    assert_eq!(sweep(&bench).len(), 2);
    bench.press("/legacy<Enter><Esc> S");
    assert_eq!(sweep(&bench).devices(), 1, "the marked one");
    assert_eq!(serve(&mut bench, |_| vec!["legacy"], only_named), (1, 0));
    assert_eq!(sweep(&bench).filter_text(), "legacy", "the filter stays");
    bench.press("S");
    assert_eq!(serve(&mut bench, |_| vec![], only_named), (1, 0), "anew");
    assert_eq!(sweep(&bench).len(), 0);
}

#[test]
fn leaving_the_table_leaves_it_running() {
    let mut bench = fleet(100);
    bench.press("<Esc>");
    let asked = serve(&mut bench, |_| vec!["legacy"], only_named);
    assert_eq!(asked, (100, 0));
    assert!(
        bench.notice().contains("100 mirrors of 100 devices"),
        "{}",
        bench.notice()
    );
}
