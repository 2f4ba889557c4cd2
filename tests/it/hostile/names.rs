//! Names and descriptions.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::support::tampered::{is_list, is_mirror, page_of, say, say_page, stage};

fn page(rows: &[Value]) -> Value {
    json!({ "size": 100, "totalElements": rows.len(), "totalPages": 1, "number": 0 })
}

/// The cells of a pane's rows, without frame, selection and sign.
fn rows(screen: &str, title: &str) -> Vec<String> {
    screen
        .lines()
        .skip_while(|line| !line.contains(title))
        .skip(1)
        .take_while(|line| !line.starts_with('╰'))
        .filter_map(|line| line.strip_prefix('│')?.split(['│', '┃']).next())
        .map(|line| line.trim_start_matches(['▸', '◆', ' ']).trim().to_owned())
        .filter(|line| !line.is_empty())
        .collect()
}

#[test]
fn names_that_steer_or_hide_look_distinct_and_go_back_as_they_came() {
    let names = [
        "lamp",
        "lamp\u{200b}",
        "lamp ",
        "\u{202e}lamp",
        "lamp\u{1b}[2K",
        "l\u{430}mp",
        "lamp\r",
        "lamp\u{0}",
    ];
    let mut stage = stage(move |path, reply| {
        if page_of(path).is_some() {
            let rows: Vec<_> = names
                .iter()
                .map(|name| json!({ "name": name, "description": "\u{1b}]0;x\u{7}\u{2067}d" }))
                .collect();
            say_page(reply, &json!(rows), &page(&rows));
        } else if is_list(path) {
            say(reply, &json!({ "results": names }));
        } else if is_mirror(path) {
            say(reply, &json!({ "version": 1, "state": {} }));
        }
    });
    stage.press("<Tab>");
    let screen = stage.screen();
    for title in ["─ Devices", "─ Mirrors"] {
        let rows = rows(&screen, title);
        let distinct: BTreeSet<_> = rows.iter().collect();
        assert!(rows.len() >= names.len(), "{screen}");
        assert_eq!(distinct.len(), rows.len(), "{screen}");
    }
    assert!(screen.contains(r"\u{1b}]0;x"), "{screen}");
    stage.press("G");
    let sent = stage.sent("GET");
    for encoded in [
        "lamp%E2%80%8B",
        "lamp%20",
        "%E2%80%AElamp",
        "lamp%1B%5B2K",
        "lamp%0D",
        "lamp%00",
    ] {
        let asked = sent
            .iter()
            .any(|path| path.ends_with(&format!("?name={encoded}")));
        assert!(asked, "{encoded} in {sent:?}");
    }
}

#[test]
fn names_of_a_megabyte_are_cut_and_cannot_be_addressed() {
    let long = "n".repeat(1_000_000);
    let mut stage = stage(move |path, reply| {
        if page_of(path).is_some() {
            let rows = [
                json!({ "name": format!("{long}-device"), "description": long }),
                json!({ "name": "short" }),
            ];
            say_page(reply, &json!(rows), &page(&rows));
        } else if is_list(path) {
            say(
                reply,
                &json!({ "results": [format!("{long}-a"), format!("{long}-b")] }),
            );
        } else if is_mirror(path) {
            say(reply, &json!({ "version": 1, "state": {} }));
        }
    });
    let screen = stage.screen();
    assert!(screen.contains("nnnn…n-device"), "{screen}");
    assert!(
        screen.contains("the name is longer than a request line"),
        "{screen}"
    );
    assert_eq!(stage.sent("GET").len(), 1, "only the list was asked for");
    stage.press("j<Tab>j");
    let screen = stage.screen();
    assert!(screen.contains("nn-a  ⚠ not read"), "{screen}");
    assert!(screen.contains("nn-b  ⚠ not read"), "{screen}");
    // The dialog cannot show such a name in full, and could not read it: it deletes nothing.
    stage.press("d");
    assert!(
        stage.screen().contains("the names do not fit"),
        "{}",
        stage.screen()
    );
    stage.press("<BackTab><Enter>");
    assert_eq!(stage.sent("DELETE"), [""; 0]);
    // The short ones beside it are as usable as ever.
    stage.press("<Esc>k");
    assert!(stage.state.reading().is_some(), "{}", stage.screen());
}

#[test]
fn names_beyond_a_megabyte_are_no_names_and_are_counted() {
    let longer = "n".repeat((1 << 20) + 1);
    let device = longer.clone();
    let stage = stage(move |path, reply| {
        if page_of(path).is_some() {
            let rows = [json!({ "name": device }), json!({ "name": "short" })];
            say_page(reply, &json!(rows), &page(&rows));
        } else if is_list(path) {
            say(reply, &json!({ "results": [longer, "", null] }));
        }
    });
    assert_eq!(stage.state.devices.loaded(), 1);
    assert_eq!(stage.state.devices.unnamed(), 1);
    let screen = stage.screen();
    assert!(screen.contains("3 entries of the list are no"), "{screen}");
}

#[test]
fn a_pile_of_combining_marks_stays_in_its_cell() {
    let pile = format!("e{}", "\u{301}".repeat(3_000));
    let stage = stage(move |path, reply| {
        if page_of(path).is_some() {
            let rows = [json!({ "name": "a", "description": pile })];
            say_page(reply, &json!(rows), &page(&rows));
        }
    });
    let screen = stage.screen();
    let marks = screen.chars().filter(|c| *c == '\u{301}').count();
    assert!((1..=8).contains(&marks), "{marks}");
    assert!(screen.contains(r"\u{301}"), "{screen}");
}
