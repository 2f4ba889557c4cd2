//! Folds, what differs, search, and going from view to view.

use mirrordeck::app::detail::View;
use mirrordeck::app::geometry::Size;
use mirrordeck::app::message::{Answer, Message};

use super::{BODY, line, read, rows, showing};

#[test]
fn enter_folds_a_branch_and_unfolds_it() {
    let mut bench = showing(BODY);
    let all = [
        "mode", "net", " band", "  ghz", " ssid", "power", "stops", " [0]", " [1]", "  [0]",
        "  [1]", " [2]",
    ];
    assert_eq!(rows(&bench), all);
    bench.press("j<Enter>");
    let folded = rows(&bench);
    assert_eq!(folded[..3], ["mode", "net+", "power"]);
    assert_eq!(bench.state.detail.cursor.at, 1);
    bench.press("<Enter>");
    assert_eq!(rows(&bench), all);
    bench.press("g<Enter>");
    assert_eq!(rows(&bench), all);
    assert!(
        bench.notice().contains("only a branch"),
        "{}",
        bench.notice()
    );
}

#[test]
fn all_is_folded_with_one_key_and_unfolded_with_it() {
    let mut bench = showing(BODY);
    bench.press("jjjz");
    assert_eq!(rows(&bench), ["mode", "net+", "power", "stops+"]);
    // What was selected is within.
    assert_eq!(bench.state.detail.cursor.at, 1);
    bench.press("<Enter>");
    assert_eq!(rows(&bench)[..4], ["mode", "net", " band+", " ssid"]);
    bench.press("z");
    assert_eq!(rows(&bench).len(), 12);
}

#[test]
fn only_what_differs_is_shown_on_request_with_the_way_there() {
    let mut bench = showing(BODY);
    bench.press("f");
    assert_eq!(rows(&bench), ["net", " ssid"]);
    bench.press("f");
    assert_eq!(rows(&bench).len(), 12);
}

#[test]
fn a_filter_opens_what_it_finds_and_leaves_the_folds_as_they_were() {
    let mut bench = showing(BODY);
    bench.press("z/ssid");
    assert_eq!(rows(&bench), ["net", " ssid"]);
    bench.press("<Esc>");
    assert_eq!(rows(&bench), ["mode", "net+", "power", "stops+"]);
}

#[test]
fn a_folded_branch_knows_how_many_keys_within_differ() {
    let bench = showing(BODY);
    let (_, net) = bench.state.detail.row(1).unwrap();
    assert_eq!((net.keys_within, net.differing_within), (2, 1));
}

#[test]
fn v_goes_round_the_views_from_every_pane() {
    for pane in ["", "<Tab>", "<Tab><Tab>"] {
        let mut bench = showing(BODY);
        bench.press("<Tab>").press(pane);
        let views: Vec<_> = (0..4)
            .map(|_| {
                let view = bench.state.detail.view();
                bench.press("v");
                view
            })
            .collect();
        assert_eq!(
            views,
            [View::Compare, View::Document, View::Raw, View::Compare]
        );
    }
}

#[test]
fn each_view_remembers_where_the_user_was() {
    let mut bench = showing(BODY);
    bench.press("jjvjjjjvv");
    assert_eq!(bench.state.detail.cursor.at, 2);
    bench.press("v");
    assert_eq!(line(&bench), 4);
}

#[test]
fn the_document_folds_too() {
    let mut bench = showing(BODY);
    bench.press("v");
    let all = bench.state.detail.len();
    bench.press("jj<Enter>");
    assert_eq!(line(&bench), 2);
    let within = bench.state.detail.len();
    assert!(within < all);
    bench.press("<Enter>");
    assert_eq!(bench.state.detail.len(), all);
    // On a value that holds no others, what is around it is folded.
    bench.press("jjj<Enter>");
    assert!(bench.state.detail.document.is_folded(4), "{}", line(&bench));
    bench.press("z");
    assert_eq!(bench.state.detail.len(), all);
    bench.press("z");
    // The outermost stays open: version, state, and the brackets.
    assert_eq!(bench.state.detail.len(), 4);
}

#[test]
fn a_search_goes_from_hit_to_hit_and_round() {
    let mut bench = showing(BODY);
    bench.press("v/ghz<Enter>");
    let first = line(&bench);
    assert_eq!(bench.state.detail.search.len(), 2);
    bench.press("n");
    let second = line(&bench);
    assert!(second > first);
    assert_eq!(bench.notice(), "hit 2 of 2");
    bench.press("n");
    assert_eq!(line(&bench), first);
    assert_eq!(bench.notice(), "hit 1 of 2, from the top again");
    bench.press("N");
    assert_eq!(line(&bench), second);
    assert_eq!(bench.notice(), "hit 2 of 2, from the bottom again");
    // Wherever the user is, the next one is the next one.
    bench.press("gn");
    assert_eq!(line(&bench), first);
    bench.press("/nowhere<Enter>n");
    assert_eq!(bench.notice(), "nothing found");
}

#[test]
fn a_hit_in_a_fold_unfolds_it() {
    let mut bench = showing(BODY);
    bench.press("v/ghz<Enter>gz");
    assert_eq!(bench.state.detail.len(), 4);
    bench.press("n");
    assert_eq!(bench.state.detail.hit(), Some(0));
    let detail = &bench.state.detail;
    assert!(detail.len() > 4);
    assert_eq!(detail.document.row(line(&bench)), detail.cursor.at);
}

#[test]
fn what_stands_escaped_is_found_as_it_is_read() {
    let mut bench = showing(r#"{"state": {"reported": {"\uc628\uc2e4": "a\u0041b"}}}"#);
    bench.press("v/온실<Enter>");
    assert_eq!(bench.state.detail.search.len(), 1);
    bench.press("/aab<Enter>");
    bench.press("/<Ctrl-U>aab<Enter>");
    assert_eq!(bench.state.detail.search.len(), 1);
}

#[test]
fn the_bytes_are_searched_as_they_came() {
    let mut bench = showing(BODY);
    bench.press("vv/\"PLANT-<Enter>");
    assert_eq!(bench.state.detail.search.len(), 2);
    let first = bench.state.detail.cursor.at;
    bench.press("nn");
    assert_eq!(bench.state.detail.cursor.at, first);
    assert_eq!(bench.notice(), "hit 1 of 2, from the top again");
    bench.press("z");
    assert!(bench.notice().contains("not folded"), "{}", bench.notice());
}

#[test]
fn reading_again_leaves_view_folds_and_place() {
    let mut bench = showing(BODY);
    bench.press("zjj");
    bench.press("r").answer_all(&Answer::Mirror(Ok(read(BODY))));
    assert_eq!(rows(&bench), ["mode", "net+", "power", "stops+"]);
    assert_eq!(bench.state.detail.cursor.at, 2);
    // Another key before it takes the selection along.
    let changed = BODY.replace(r#""mode": "eco"}"#, r#""mode": "eco", "lamp": 1}"#);
    bench
        .press("r")
        .answer_all(&Answer::Mirror(Ok(read(&changed))));
    assert_eq!(rows(&bench), ["lamp", "mode", "net+", "power", "stops+"]);
    assert_eq!(bench.state.detail.cursor.at, 3);
    bench.press("vz");
    bench.press("r").answer_all(&Answer::Mirror(Ok(read(BODY))));
    assert_eq!(bench.state.detail.len(), 4);
}

#[test]
fn another_mirror_has_the_same_view_and_nothing_else() {
    let mut bench = showing(BODY);
    bench.press("v/ghz<Enter><BackTab>j");
    assert_eq!(bench.state.detail.view(), View::Document);
    assert_eq!(bench.state.detail.text(), "");
    assert_eq!(bench.state.detail.cursor.at, 0);
}

#[test]
fn the_same_byte_stays_in_view_when_the_width_changes() {
    let mut bench = showing(&BODY.replace("eco", &"eco ".repeat(100)));
    bench.press("vvjjjj");
    let before = bench
        .state
        .detail
        .raw
        .start(bench.state.detail.cursor.at)
        .unwrap();
    let size = Size {
        columns: 70,
        rows: 20,
    };
    bench.send(Message::Resized(size));
    let detail = &bench.state.detail;
    let line = detail.raw.bytes(detail.cursor.at).unwrap();
    assert!(line.contains(&before), "{before} in {line:?}");
}

#[test]
fn old_drift_is_another_thing_than_a_fresh_one() {
    use mirrordeck::model::compare::Drift;
    let now = crate::support::fixtures::NOW_MS / 1000;
    let body = |desired: i64, reported: &str| {
        format!(
            r#"{{"state": {{"desired": {{"a": 1}}, "reported": {{"a": 2}}}}, "metadata":
               {{"desired": {{"a": {{"timestamp": {desired}}}}}, "reported": {{{reported}}}}}}}"#
        )
    };
    let drift = |body: &str| {
        let bench = showing(body);
        let (_, row) = bench.state.detail.row(0).unwrap();
        row.drift(now * 1000)
    };
    assert_eq!(drift(&body(now - 60, "")), Drift::Fresh);
    assert_eq!(drift(&body(now - 86_400, "")), Drift::Old);
    let reported = |at: i64| format!(r#""a": {{"timestamp": {at}}}"#);
    assert_eq!(
        drift(&body(now - 90_000, &reported(now - 100_000))),
        Drift::Old
    );
    // The device has answered since, with something else.
    assert_eq!(
        drift(&body(now - 90_000, &reported(now - 80_000))),
        Drift::Fresh
    );
}
