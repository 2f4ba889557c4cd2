//! Documents that are too deep, too long or too rich.

use serde_json::json;

use crate::support::tampered::{is_mirror, say, say_bytes, stage};

/// Whether a request is for the mirror `firmware` of the first device.
fn is_firmware(path: &str) -> bool {
    is_mirror(path) && path.ends_with("/agv-01/mirror?name=firmware")
}

#[test]
fn a_document_of_2000_levels_says_so_and_the_other_mirrors_stay_usable() {
    let (open, close) = (r#"{"a":"#.repeat(2_000), "}".repeat(2_000));
    let deep = format!(r#"{{"version": 3, "state": {{"desired": {open}1{close}}}}}"#);
    let mut stage = stage(move |path, reply| {
        if is_firmware(path) {
            say_bytes(reply, deep.clone());
        }
    });
    stage.press("<Tab>j");
    let screen = stage.screen();
    assert!(screen.contains("▸ firmware       ⚠ not read"), "{screen}");
    for words in [
        "could not be read: it is nested",
        "deeper than 128 levels",
        "use the console for this one",
    ] {
        assert!(screen.contains(words), "{words} in {screen}");
    }
    stage.press("j");
    assert!(stage.state.reading().is_some(), "{}", stage.screen());
    assert_eq!(
        stage.screen().matches("⚠ not read").count(),
        1,
        "{}",
        stage.screen()
    );
}

#[test]
fn what_cannot_be_read_cannot_be_deleted() {
    let deep = "[".repeat(2_000);
    let mut stage = stage(move |path, reply| {
        if is_firmware(path) {
            say_bytes(reply, deep.clone());
        }
    });
    stage.press("<Tab>jd<BackTab><Enter>");
    assert!(stage.screen().contains("Delete mirror"));
    assert_eq!(stage.sent("DELETE"), [""; 0]);
}

#[test]
fn a_document_of_a_megabyte_is_shown_and_scrolled() {
    let key = "k".repeat(1_000_000);
    let value = "v".repeat(1_000_000);
    let many: serde_json::Map<_, _> = (0..10_000)
        .map(|nth| (format!("n{nth:05}"), json!(nth)))
        .collect();
    let mut stage = stage(move |path, reply| {
        if is_firmware(path) {
            let desired = json!({ key.clone(): 1, "text": value, "many": many });
            say(
                reply,
                &json!({ "version": 7, "state": { "desired": desired } }),
            );
        }
    });
    stage.press("<Tab>jl");
    let screen = stage.screen();
    assert!(screen.contains("version 7   2.0 MiB"), "{screen}");
    stage.press("G");
    assert!(
        stage.screen().contains("text         vvvvvv"),
        "{}",
        stage.screen()
    );
    stage.press("/n09999<Enter>G");
    let screen = stage.screen();
    assert!(screen.contains("many.n09999"), "{screen}");
    assert!(screen.contains("2 of 10,003 rows"), "{screen}");
    stage.press("<Esc>gd");
    assert!(
        stage.screen().contains("10,002 keys, 2.0 MiB"),
        "{}",
        stage.screen()
    );
}

#[test]
fn a_reply_that_would_unfold_to_gigabytes_is_refused_before_it_does() {
    // Some 1.4 GiB as a tree, within the limit of bytes.
    let rich = format!(
        r#"{{"version": 1, "state": {{"desired": [{}0]}}}}"#,
        r#"{"":0},"#.repeat(2_000_000)
    );
    let mut stage = stage(move |path, reply| {
        if is_firmware(path) {
            say_bytes(reply, rich.clone());
        }
    });
    stage.press("<Tab>j");
    let screen = stage.screen();
    for words in ["it has so", "many parts", "more than 128", "MiB of memory"] {
        assert!(screen.contains(words), "{words} in {screen}");
    }
}

#[test]
fn a_megabyte_of_anything_is_within_the_limit() {
    for part in ["0,", "[],", "{},", r#"{"":0},"#, "[[0]],"] {
        let parts = part.repeat((1 << 20) / part.len());
        let body = format!(r#"{{"state": {{"desired": [{parts}0]}}}}"#);
        let stage = stage(move |path, reply| {
            if is_mirror(path) && path.ends_with("/agv-01/mirror") {
                say_bytes(reply, body.clone());
            }
        });
        assert!(stage.state.reading().is_some(), "{part} {}", stage.screen());
    }
}

#[test]
fn control_sequences_in_keys_and_values_are_shown_never_sent() {
    let mut stage = stage(|path, reply| {
        if is_mirror(path) && path.ends_with("/agv-01/mirror") {
            let desired = json!({
                "\u{1b}[2Jkey": "\u{9b}31mred",
                "mark\u{202e}": "\u{2066}left",
                "osc": "\u{1b}]0;title\u{7}",
                "rows": "one\r\ntwo\t\u{8}",
            });
            say(
                reply,
                &json!({ "version": 1, "state": { "desired": desired } }),
            );
        }
    });
    stage.press("<Tab>l");
    let screen = stage.screen();
    for shown in [
        r"\u{1b}[2Jkey",
        r"\u{9b}31mred",
        r"mark\u{202e}",
        r"\u{2066}left",
        r"\u{1b}]0;",
        r"one\r\ntwo\t",
    ] {
        assert!(screen.contains(shown), "{shown} in {screen}");
    }
}

#[test]
fn a_text_that_poses_as_something_else_is_told_from_it() {
    let mut stage = stage(|path, reply| {
        if is_mirror(path) && path.ends_with("/agv-01/mirror") {
            let desired = json!({ "a": "[2 items]", "b": "{}", "c": "·", "d": "\"x\"", "e": "1" });
            let reported = json!({ "a": "plain", "b": {}, "d": "x", "e": 1 });
            say(
                reply,
                &json!({ "version": 1, "state": { "desired": desired, "reported": reported } }),
            );
        }
    });
    stage.press("<Tab>l");
    let rows: Vec<Vec<String>> = stage
        .screen()
        .lines()
        .filter_map(|line| line.split_once("││≠ ").map(|(_, row)| row.to_owned()))
        .map(|row| row.split("  ").map(str::trim).map(str::to_owned).collect())
        .map(|cells: Vec<String>| cells.into_iter().filter(|cell| !cell.is_empty()).collect())
        .collect();
    let cells = |nth: usize| [rows[nth][1].as_str(), rows[nth][2].as_str()];
    assert_eq!(cells(0), [r#""[2 items]""#, "plain"]);
    assert_eq!(cells(1), [r#""{}""#, "{}"]);
    assert_eq!(cells(2), [r#""·""#, "·"]);
    assert_eq!(cells(3), [r#"""x"""#, "x"]);
    assert_eq!(cells(4), [r#""1""#, "1"]);
}

#[test]
fn a_text_that_holds_a_large_document_is_not_unfolded() {
    // As JSON, the text would take gigabytes; as a text it is 2,000 characters of it.
    let text = format!("[{}0]", r#"{"":0},"#.repeat(1_500_000));
    let mut stage = stage(move |path, reply| {
        if is_mirror(path) && path.ends_with("/agv-01/mirror") {
            say(
                reply,
                &json!({ "version": 1, "state": { "desired": { "a": text } } }),
            );
        }
    });
    stage.press("<Tab>l");
    assert!(
        stage.screen().contains(r#""[{"":0},{"#),
        "{}",
        stage.screen()
    );
}
