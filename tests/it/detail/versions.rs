//! What a watch has seen, walked through and compared.

use mirrordeck::app::message::Answer;
use mirrordeck::app::state::Overlay;
use mirrordeck::app::watch::{News, Watch};
use mirrordeck::model::changes::{Change, Changes};
use mirrordeck::model::mirror::MirrorRead;

use super::{read, rows, showing};
use crate::support::fixtures::{Bench, mirror_id};

fn version(nth: u64, reported: &str) -> MirrorRead {
    read(&format!(
        r#"{{"version": {nth}, "state": {{"reported": {reported}}}}}"#
    ))
}

/// Three versions seen, the last of them shown.
fn watched() -> Bench {
    let mut bench = showing(r#"{"version": 1, "state": {"reported": {"a": 1, "b": {"c": 1}}}}"#);
    bench.press("w");
    for read in [
        version(2, r#"{"a": 2, "b": {"c": 1}}"#),
        version(3, r#"{"a": 2, "b": {"d": 1}}"#),
    ] {
        // Whatever is read of it counts, be it by the watch or otherwise.
        bench.press("r").answer_all(&Answer::Mirror(Ok(read)));
    }
    bench
}

fn marks(bench: &Bench) -> Vec<String> {
    let detail = &bench.state.detail;
    let mark = |place| {
        let index = detail.tree.index(place)?;
        Some(match detail.change(index) {
            Change::None => " ",
            Change::Changed => "✎",
            Change::Added => "+",
            Change::Removed => "-",
        })
    };
    let marks = (0..detail.len()).filter_map(mark);
    marks
        .zip(rows(bench))
        .map(|(mark, row)| format!("{mark}{}", row.trim()))
        .collect()
}

fn shown(bench: &Bench) -> Option<u64> {
    bench.state.reading()?.document.version
}

#[test]
fn the_newest_version_is_held_against_the_first_and_others_against_the_one_before() {
    let mut bench = watched();
    assert_eq!(shown(&bench), Some(3));
    assert_eq!(marks(&bench), ["✎a", " b", "-c", "+d"]);
    bench.press("[");
    assert_eq!(shown(&bench), Some(2));
    assert_eq!(marks(&bench), ["✎a", " b", " c"]);
    bench.press("[");
    assert_eq!(shown(&bench), Some(1));
    assert_eq!(marks(&bench), [" a", " b", " c"]);
    bench.press("[");
    assert_eq!(bench.notice(), "this is the oldest version that was seen");
    bench.press("]]");
    assert_eq!(shown(&bench), Some(3));
    bench.press("]");
    assert_eq!(bench.notice(), "this is the newest version");
}

#[test]
fn a_deletion_is_about_the_mirror_as_it_stands() {
    let mut bench = watched();
    bench.press("[[");
    assert_eq!(shown(&bench), Some(1));
    bench.press("d");
    assert_eq!(shown(&bench), Some(3));
}

#[test]
fn a_version_that_comes_while_an_older_one_is_shown_waits() {
    let mut bench = watched();
    bench.press("[r");
    bench.answer_all(&Answer::Mirror(Ok(version(4, r#"{"a": 9}"#))));
    assert_eq!(shown(&bench), Some(2));
    bench.press("]]");
    assert_eq!(shown(&bench), Some(4));
}

#[test]
fn the_versions_stay_when_the_watch_is_over_and_the_user_comes_back() {
    let mut bench = watched();
    bench.press("[<BackTab>j");
    bench.press("k<Tab>");
    assert_eq!(
        shown(&bench),
        Some(3),
        "the newest, not the one chosen then"
    );
    bench.press("[");
    assert_eq!(shown(&bench), Some(2));
}

#[test]
fn without_a_watch_there_is_nothing_to_walk_through() {
    let mut bench = showing(r#"{"state": {}}"#);
    bench.press("[");
    assert!(
        bench.notice().contains("w watches it"),
        "{}",
        bench.notice()
    );
}

#[test]
fn so_many_versions_are_kept_and_the_first_is_one_of_them() {
    let mut watch = Watch::new(mirror_id("a", None));
    for nth in 0..300 {
        watch.take(&version(nth, r#"{"a": 1}"#), 0);
    }
    assert_eq!((watch.kept(), watch.seen()), (100, 300));
    for _ in 0..99 {
        assert!(watch.older());
    }
    assert!(!watch.older());
    assert_eq!(watch.chosen().unwrap().nth, 1);
    assert!(watch.newer());
    assert_eq!(watch.chosen().unwrap().nth, 202);
}

#[test]
fn large_versions_make_room_for_each_other() {
    let mut watch = Watch::new(mirror_id("a", None));
    let large = "x".repeat(10_000_000);
    for nth in 0..12 {
        watch.take(&version(nth, &format!(r#"{{"a": "{large}"}}"#)), 0);
    }
    assert!(watch.kept() < 10, "{}", watch.kept());
    assert!(watch.older());
}

#[test]
fn what_changes_behind_the_end_of_a_cell_is_a_change() {
    let long = "x".repeat(5_000);
    let mut watch = Watch::new(mirror_id("a", None));
    watch.take(&version(1, &format!(r#"{{"a": "{long}1"}}"#)), 0);
    let news = watch.take(&version(2, &format!(r#"{{"a": "{long}2"}}"#)), 0);
    assert_eq!(news, News::Version([1, 0, 0]));
}

#[test]
fn what_is_gone_stands_where_it_stood() {
    let rows = |body: &str| match version(1, body) {
        MirrorRead::Found(reading) => reading.comparison.clone(),
        MirrorRead::Absent => unreachable!("it is there"),
    };
    let before = rows(r#"{"a": {"x": 1}, "b": {"y": 1, "z": 2}, "c": 3}"#);
    let after = rows(r#"{"a": {"x": 1, "xx": 2}, "d": 4}"#);
    let changes = Changes::between(&before, &after, None, 0);
    let sketch: Vec<_> = (changes.comparison.rows.iter().zip(&changes.marks))
        .map(|(row, mark)| format!("{}{} {mark:?}", " ".repeat(row.depth), row.key))
        .collect();
    assert_eq!(
        sketch,
        [
            "a None",
            " x None",
            " xx Added",
            "b Removed",
            " y Removed",
            " z Removed",
            "c Removed",
            "d Added"
        ]
    );
    assert_eq!(changes.counts, [0, 2, 3]);
}

#[test]
fn of_a_mirror_that_was_gone_there_is_nothing_to_copy_but_names() {
    let mut bench = watched();
    bench.press("r");
    bench.answer_all(&Answer::Mirror(Ok(MirrorRead::Absent)));
    bench.press("r");
    bench.answer_all(&Answer::Mirror(Ok(version(5, r#"{"a": 5}"#))));
    bench.press("[");
    assert_eq!(shown(&bench), None);
    bench.press("y");
    let Some(Overlay::Copy(menu)) = &bench.state.overlay else {
        panic!("there is a list");
    };
    let bytes = menu
        .offers
        .iter()
        .filter_map(|offer| offer.source.bytes(9_999));
    for bytes in bytes {
        let text = String::from_utf8(bytes).unwrap();
        assert!(!text.contains("reported"), "{text}");
    }
}
