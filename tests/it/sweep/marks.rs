//! Marks in the table follow identity.

use mirrordeck::model::mirror::MirrorId;
use mirrordeck::model::summary::Summarized;

use super::{only_named, over, rows, serve, summary, sweep};
use crate::support::fixtures::{Bench, mirror_id};

fn swept() -> Bench {
    let mut bench = over(&["a", "b", "c"]);
    serve(&mut bench, |_| vec!["firmware", "legacy"], only_named);
    bench
}

fn marked(bench: &Bench) -> Vec<String> {
    let marks = bench.state.marks.mirrors();
    marks.map(|(target, _)| target.to_string()).collect()
}

fn hidden(bench: &Bench) -> usize {
    sweep(bench).hidden_marks(bench.state.marks.mirror_count())
}

#[test]
fn space_marks_the_mirror_and_goes_on() {
    let mut bench = swept();
    bench.press("  k ");
    assert_eq!(marked(&bench), ["a › firmware"]);
    assert_eq!(sweep(&bench).cursor.at, 2);
}

#[test]
fn marks_survive_filters_and_sorting_and_hidden_ones_are_counted() {
    let mut bench = swept();
    bench.press("j jj ");
    assert_eq!(marked(&bench), ["a › legacy", "c › firmware"]);
    bench.press("/mirror:legacy<Enter>so");
    assert_eq!(marked(&bench), ["a › legacy", "c › firmware"]);
    assert_eq!(hidden(&bench), 1);
    bench.press("/<Esc>");
    assert_eq!(hidden(&bench), 0);
    let shown: Vec<_> = sweep(&bench)
        .rows_from(0)
        .filter(|row| row.is_marked)
        .map(|row| format!("{}/{}", row.device, row.mirror))
        .collect();
    assert_eq!(shown, ["a/legacy", "c/firmware"]);
}

#[test]
fn a_star_marks_all_that_match_and_ctrl_u_takes_all_marks_away() {
    let mut bench = swept();
    bench.press("/mirror:legacy<Enter>*");
    assert_eq!(marked(&bench), ["a › legacy", "b › legacy", "c › legacy"]);
    bench.press("/<Esc><Ctrl-U>");
    assert_eq!(bench.state.marks.mirror_count(), 0);
    assert!(sweep(&bench).rows_from(0).all(|row| !row.is_marked));
}

#[test]
fn a_star_says_of_how_many_it_is_not_known_whether_they_match() {
    let mut bench = swept();
    bench.press("/mirror:legacy age:>0d<Enter>*");
    assert!(
        bench.notice().contains("of 3 more it is not known"),
        "{}",
        bench.notice()
    );
    assert_eq!(bench.state.marks.mirror_count(), 0);
    serve(&mut bench, |_| vec![], only_named);
    bench.press("*");
    assert_eq!(bench.state.marks.mirror_count(), 3);
}

#[test]
fn a_mark_keeps_the_version_that_was_shown() {
    let mut bench = over(&["a"]);
    bench.press("c");
    let version = |_: &MirrorId| Ok(Summarized::Found(summary(7, 1, 0)));
    serve(&mut bench, |_| vec!["legacy"], version);
    bench.press("*");
    let versions: Vec<_> = bench.state.marks.mirrors().map(|(_, v)| v).collect();
    assert_eq!(versions, [Some(7), Some(7)]);
}

#[test]
fn the_filter_knows_marks_as_they_change() {
    let mut bench = swept();
    bench.press(" /marked:yes<Enter>");
    assert_eq!(rows(&bench), ["a/firmware"]);
    bench.press(" ");
    assert!(sweep(&bench).is_empty(), "it is not marked any more");
    bench.press("/<Ctrl-U>-marked:yes<Enter>");
    assert_eq!(sweep(&bench).len(), 6);
    bench.press("*");
    assert!(sweep(&bench).is_empty());
    assert_eq!(bench.state.marks.mirror_count(), 6);
    bench.press("<Ctrl-U>");
    assert_eq!(sweep(&bench).len(), 6);
}

#[test]
fn marks_made_in_the_panes_are_known() {
    let mut bench = Bench::with_rows(&["a", "b"]);
    bench.press("<Tab>j ");
    assert_eq!(marked(&bench), ["a › firmware"]);
    bench.press("S");
    serve(&mut bench, |_| vec!["firmware", "legacy"], only_named);
    let marks: Vec<_> = sweep(&bench)
        .rows_from(0)
        .map(|row| row.is_marked)
        .collect();
    assert_eq!(marks, [true, false, false, false]);
    bench.press("<Esc>j S");
    let marks: Vec<_> = sweep(&bench)
        .rows_from(0)
        .map(|row| row.is_marked)
        .collect();
    assert_eq!(marks, [true, true, false, false]);
    assert_eq!(hidden(&bench), 0);
}

#[test]
fn without_a_mark_d_says_how_to_mark() {
    let mut bench = swept();
    bench.press("d");
    assert!(bench.notice().contains("Space marks"), "{}", bench.notice());
    assert!(bench.state.marks.mirror_count() == 0 && bench.state.overlay.is_none());
    assert!(!bench.state.marks.has_mirror(&mirror_id("a", None)));
}
