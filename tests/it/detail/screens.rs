//! Snapshots of the three views.

use insta::assert_snapshot;
use mirrordeck::app::geometry::Size;
use mirrordeck::app::message::{Answer, Message};
use mirrordeck::i18n::{Language, speaking};
use mirrordeck::text;

use super::read;
use crate::support::fixtures::{Bench, NOW_MS};
use crate::support::glass::Glass;
use crate::support::stage::Stage;

const SIZES: [(u16, u16); 2] = [(80, 24), (120, 36)];

/// Keys in Hangul, what steers a terminal, long values and a number that no float holds.
fn body() -> String {
    let long = "아주 긴 값 ".repeat(60);
    let now = 1_795_410_133;
    format!(
        r#"{{"version": 12, "state": {{"desired": {{"온실": {{"온도": 21.50, "습도": 60,
"창문": {{"동": true, "서": null}}}}, "target": "2.4.1", "key\u001b[31m": "esc\u001b]0;x\u0007",
"rtl": "abRTLcd", "긴 값": "{long}", "path": "C:\\plant\\7"}}, "reported": {{"온실": {{"온도": 19.5,
"습도": 60, "창문": {{"동": true, "서": null}}}}, "target": "2.3.9",
"big": 123456789012345678901234567890.125, "stops": [1, 2, 3], "none": {{}}}}}}, "metadata":
{{"desired": {{"target": {{"timestamp": {}}}, "온실": {{"온도": {{"timestamp": {}}}}}}},
"reported": {{"target": {{"timestamp": {}}}}}}}}}"#,
        now - 12 * 86_400,
        now - 60,
        now - 214 * 86_400,
    )
    .replace("RTL", "\u{202e}")
}

fn at_every_size(name: &str, body: &str, keys: &str) {
    for (columns, rows) in SIZES {
        let mut bench = Bench::open();
        bench.send(Message::Resized(Size { columns, rows }));
        bench.press("<Tab><Tab>r");
        bench.answer_all(&Answer::Mirror(Ok(read(body))));
        bench.press(keys);
        bench.state.notice = None;
        let mut glass = Glass::new(columns, rows);
        glass.draw(&bench.state);
        assert_snapshot!(format!("{name}_{columns}x{rows}"), glass.text());
    }
}

#[test]
fn compare() {
    at_every_size("compare", &body(), "G");
}

#[test]
fn compare_folded() {
    at_every_size("compare_folded", &body(), "z");
}

#[test]
fn compare_only_what_differs() {
    at_every_size("compare_differing", &body(), "fjj");
}

#[test]
fn document() {
    at_every_size("document", &body(), "vjjjj");
}

#[test]
fn document_searched_in_folds() {
    at_every_size("document_searched", &body(), "vz/온도<Enter>n");
}

#[test]
fn raw() {
    at_every_size("raw", &body(), "vv/target<Enter>");
}

#[test]
fn a_large_document() {
    let many: Vec<String> = (0..20_000)
        .map(|nth| format!(r#""키 {nth}": {{"값": {nth}}}"#))
        .collect();
    let large = format!(
        r#"{{"version": 3, "state": {{"reported": {{{}}}}}}}"#,
        many.join(",")
    );
    at_every_size("large_compare", &large, "G");
    at_every_size("large_document", &large, "v/키 19999<Enter>");
    at_every_size("large_raw", &large, "vvG");
}

#[test]
fn versions() {
    for (columns, rows) in SIZES {
        let mut bench = Bench::open();
        bench.send(Message::Resized(Size { columns, rows }));
        bench.press("<Tab><Tab>r");
        bench.answer_all(&Answer::Mirror(Ok(read(&body()))));
        bench.press("w");
        let next = body()
            .replace("2.3.9", "2.4.0")
            .replace("\"version\": 12", "\"version\": 13")
            .replace(", \"none\": {}", ", \"more\": 1");
        bench.answer_all(&Answer::Mirror(Ok(read(&next))));
        let mut glass = Glass::new(columns, rows);
        glass.draw(&bench.state);
        assert_snapshot!(format!("watched_{columns}x{rows}"), glass.text());
        bench.press("[");
        glass.draw(&bench.state);
        assert_snapshot!(format!("older_{columns}x{rows}"), glass.text());
    }
}

#[test]
fn a_value_that_has_room_is_whole_below_the_table() {
    let mut stage = Stage::open(80, 24);
    stage.press("/greenhouse-07<Enter><Tab>j<Tab>G");
    let screen = stage.screen();
    assert!(screen.contains("desired  2.4.1 (12 d ago)"), "{screen}");
}

/// So many keys that were desired two days ago and never reported so, and as many that are well.
fn drifted_for_long(keys: usize, version: Option<u64>) -> String {
    let since_s = NOW_MS / 1000 - 2 * 86_400;
    let half = |value: u32| {
        let old = (0..keys).map(|key| format!(r#""old-{key}": {value}"#));
        let well = (0..keys).map(|key| format!(r#""well-{key}": 1"#));
        old.chain(well).collect::<Vec<_>>().join(",")
    };
    let times: Vec<_> = (0..keys)
        .map(|key| format!(r#""old-{key}": {{"timestamp": {since_s}}}"#))
        .collect();
    let version = version.map_or(String::new(), |version| format!(r#""version": {version},"#));
    format!(
        r#"{{{version} "state": {{"desired": {{{}}}, "reported": {{{}}}}}, "metadata": {{"desired": {{{}}}}}}}"#,
        half(1),
        half(2),
        times.join(",")
    )
}

#[test]
fn what_differs_for_long_stands_out_at_every_size_and_in_every_language() {
    for (count, keys) in [(1, "1"), (34, "34"), (1_234, "1,234")] {
        for version in [Some(7), None, Some(u64::MAX)] {
            let body = drifted_for_long(count, version);
            for (_, language) in Language::ALL {
                for (columns, rows) in [(60, 16), (80, 24), (120, 36)] {
                    let mut bench = Bench::open();
                    bench.state.setup.language = language;
                    bench.send(Message::Resized(Size { columns, rows }));
                    bench.press("<Tab><Tab>r");
                    bench.answer_all(&Answer::Mirror(Ok(read(&body))));
                    let mut glass = Glass::new(columns, rows);
                    glass.draw(&bench.state);
                    let said = [
                        text!("detail-old", count = count),
                        text!("detail-old-short", count = count),
                    ];
                    let said = speaking(language, || said.map(|words| words.to_string()));
                    let screen = glass.text();
                    let head = screen
                        .lines()
                        .find(|line| line.contains(&said[0]))
                        .or_else(|| screen.lines().find(|line| line.contains(&said[1])));
                    let head = head.unwrap_or_else(|| panic!("{said:?} is not in\n{screen}"));
                    assert!(head.contains(keys), "{head}");
                    // From 80 columns on, so does how much differs.
                    assert!(columns < 80 || head.contains('≠'), "{head}");
                }
            }
        }
    }
}
