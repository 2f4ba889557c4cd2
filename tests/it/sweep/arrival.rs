//! Rows arrive under a sort, a filter and a selection.

use mirrordeck::app::message::Answer;
use mirrordeck::model::mirror::MirrorId;
use mirrordeck::model::summary::Summarized;

use super::{asked_names, only_named, over, rows, serve, summary, sweep};
use crate::support::fixtures::{Bench, mirror_id, names};

const LETTERS: [&str; 6] = ["f", "e", "d", "c", "b", "a"];

fn answer_one(bench: &mut Bench, device: &str) {
    let open: Vec<_> = bench.state.questions.clone().into_iter().collect();
    let question =
        mirrordeck::app::state::Question::SweepNames(crate::support::fixtures::device_name(device));
    let (request, _) = open.into_iter().find(|(_, q)| *q == question).unwrap();
    bench.answer(request, Answer::Mirrors(Ok(names(&["m", "n"]))));
}

#[test]
fn rows_are_sorted_by_device_and_mirror_whenever_they_come() {
    let mut bench = over(&LETTERS);
    for device in ["c", "f", "a"] {
        answer_one(&mut bench, device);
    }
    assert_eq!(rows(&bench), ["a/m", "a/n", "c/m", "c/n", "f/m", "f/n"]);
    bench.press("s");
    assert_eq!(rows(&bench), ["a/m", "c/m", "f/m", "a/n", "c/n", "f/n"]);
    answer_one(&mut bench, "b");
    assert_eq!(rows(&bench)[1], "b/m");
    bench.press("o");
    assert_eq!(
        rows(&bench)[0],
        "a/n",
        "the mirror turns round, not what is alike in it"
    );
}

#[test]
fn the_selected_row_stays_itself_and_where_it_is() {
    let mut bench = over(&LETTERS);
    answer_one(&mut bench, "d");
    bench.press("j");
    let selected = sweep(&bench).selected();
    assert_eq!(selected, Some(mirror_id("d", Some("n"))));
    let line = |bench: &Bench| sweep(bench).cursor.at - sweep(bench).cursor.offset;
    let before = line(&bench);
    for device in ["e", "c", "a", "b"] {
        answer_one(&mut bench, device);
        assert_eq!(sweep(&bench).selected(), selected, "{device}");
    }
    // All of it fits on the screen, so the list begins at the top of it.
    assert_eq!(line(&bench), before + 6);
    bench.press("oo/n<Enter>");
    assert_eq!(sweep(&bench).selected(), selected);
}

#[test]
fn a_selected_row_of_a_long_list_keeps_its_line() {
    let devices: Vec<_> = (0..400).map(|nth| format!("d{nth:03}")).collect();
    let mut bench = over(&devices.iter().map(String::as_str).collect::<Vec<_>>());
    let first = asked_names(&mut bench);
    for (request, _) in first.into_iter().rev() {
        bench.answer(request, Answer::Mirrors(Ok(names(&["m", "n"]))));
    }
    bench.press("so<PgDn><PgDn>jj");
    let selected = sweep(&bench).selected();
    let line = sweep(&bench).cursor.at - sweep(&bench).cursor.offset;
    serve(&mut bench, |_| vec!["m", "n", "z"], only_named);
    assert_eq!(sweep(&bench).selected(), selected);
    assert_eq!(sweep(&bench).cursor.at - sweep(&bench).cursor.offset, line);
}

#[test]
fn without_a_choice_the_first_row_is_selected_and_the_list_begins_with_it() {
    let mut bench = over(&LETTERS);
    for device in ["d", "b", "a"] {
        answer_one(&mut bench, device);
        assert_eq!(sweep(&bench).cursor.at, 0);
    }
    assert_eq!(sweep(&bench).selected(), Some(mirror_id("a", Some("m"))));
}

#[test]
fn what_is_not_known_comes_last_both_ways_round() {
    let mut bench = over(&LETTERS);
    bench.press("c");
    let facts = |target: &MirrorId| match target.device.raw() {
        "a" => Ok(Summarized::Found(summary(9, 1, 0))),
        "b" => Ok(Summarized::Found(summary(2, 50, 3))),
        "c" => Ok(Summarized::Found(
            mirrordeck::model::summary::MirrorSummary {
                version: None,
                last_report_ms: None,
                ..summary(1, 0, 1)
            },
        )),
        _ => Err(super::unreadable()),
    };
    bench.press("/-default:yes<Enter>");
    serve(&mut bench, |_| vec!["m"], facts);
    let order = |bench: &Bench| {
        let rows = rows(bench);
        rows.iter()
            .map(|row| row[..1].to_owned())
            .collect::<String>()
    };
    bench.press("ss");
    assert_eq!(order(&bench), "bacdef", "version");
    bench.press("o");
    assert_eq!(order(&bench), "abcdef");
    bench.press("s");
    assert_eq!(order(&bench), "abcdef", "age: never is the oldest");
    bench.press("o");
    assert_eq!(order(&bench), "cbadef");
    bench.press("so");
    assert_eq!(order(&bench), "bcadef", "drift");
    bench.press("s");
    assert_eq!(order(&bench), "cbadef", "size");
    bench.press("s");
    assert_eq!(order(&bench), "abcdef", "round and round");
}

#[test]
fn a_filter_that_is_not_understood_leaves_the_one_before_in_force() {
    let mut bench = over(&LETTERS);
    serve(&mut bench, |_| vec!["m", "n"], only_named);
    bench.press("/mirror:m");
    assert_eq!(sweep(&bench).len(), 6);
    bench.press(" agee:>1d");
    assert_eq!(sweep(&bench).len(), 6);
    assert!(sweep(&bench).problem.is_some());
    bench.press("<Enter>");
    assert!(sweep(&bench).input.is_some(), "it cannot be kept");
    assert!(
        bench.notice().contains("did you mean age:"),
        "{}",
        bench.notice()
    );
    bench.press("<Esc>");
    assert_eq!(sweep(&bench).len(), 12);
    assert!(sweep(&bench).input.is_none());
}

#[test]
fn the_numbers_of_a_sweep_that_is_done_have_their_thousands_set_apart() {
    let devices: Vec<String> = (0..1_200).map(|nth| format!("device-{nth:04}")).collect();
    let devices: Vec<&str> = devices.iter().map(String::as_str).collect();
    let mut bench = over(&devices);
    bench.press("<Esc>");
    serve(&mut bench, |_| vec!["a", "b"], only_named);
    assert_eq!(
        bench.notice(),
        "the sweep is done: 2,400 mirrors of 1,200 devices"
    );
}
