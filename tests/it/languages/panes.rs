//! Panes, dialogs, trash and the question before quitting in Korean and Japanese: whole, and without
//! English words.

mod deletion;

use std::time::Duration;

use insta::assert_snapshot;
use mirrordeck::app::geometry::Size;
use mirrordeck::app::message::Message;
use mirrordeck::i18n::Language;
use mirrordeck::sim::service::Settings;

use crate::support::glass::Glass;
use crate::support::leaks::{english, fleet_words};
use crate::support::stage::Stage;

const LANGUAGES: [Language; 2] = [Language::Korean, Language::Japanese];
const SIZES: [(u16, u16); 2] = [(80, 24), (120, 36)];
const FIRMWARE: &str = "/greenhouse-07<Enter><Tab>j";
/// The account of the bench, and what documents and addresses have around their values.
const BENCH: [&str; 6] = ["host", "test", "true", "false", "MQTT", "POST"];

/// The part of a screen that is looked through for English words.
#[derive(Clone, Copy)]
enum Part {
    /// Header, devices, mirrors and the status line.
    Panes,
    /// The dialog in the middle.
    Dialog,
    /// Everything above the keys.
    Body,
}

/// Snapshots the end of a journey in both languages at both sizes, and looks for English words.
fn in_both(name: &str, part: Part, journey: impl Fn(&mut Stage)) {
    for (columns, rows) in SIZES {
        let mut stage = Stage::begin(columns, rows, Settings::default());
        journey(&mut stage);
        in_both_at(name, (columns, rows), |language| {
            stage.speak(language);
            assert_whole(stage.glass(), language, part);
            stage.screen()
        });
    }
}

/// Snapshots a screen of one size in both languages.
fn in_both_at(name: &str, (columns, rows): (u16, u16), screen: impl FnMut(Language) -> String) {
    let screens = LANGUAGES.map(screen);
    assert_snapshot!(format!("{name}_{columns}x{rows}"), screens.join("\n\n"));
}

fn assert_whole(glass: &Glass, language: Language, part: Part) {
    let text = cut_out(glass, part);
    let found = english(&text, &[fleet_words(), &BENCH].concat());
    assert!(
        found.is_empty(),
        "{language:?}: {found:?}\n{}",
        glass.text()
    );
}

/// The text of a part of the screen.
fn cut_out(glass: &Glass, part: Part) -> String {
    let (rows, columns) = glass.screen().size();
    let (rows, columns) = (rows.get(), columns.get());
    let regions = Size { columns, rows }.regions();
    let lines = |x: u16, width: u16, from: u16, to: u16| -> Vec<String> {
        let lines = glass.screen().rows(x, width);
        lines
            .skip(usize::from(from))
            .take(usize::from(to.saturating_sub(from)))
            .collect()
    };
    let mut text = match part {
        Part::Panes => (1..rows - 2)
            .flat_map(|y| {
                // A long notice lies over the panes from edge to edge.
                let is_pane = ["│", "╭", "╰"].contains(&glass.cell(0, y));
                let width = if is_pane {
                    regions.devices.width
                } else {
                    columns
                };
                lines(0, width, y, y + 1)
            })
            .collect(),
        Part::Body => lines(0, columns, 1, rows - 2),
        Part::Dialog => {
            let width = columns.saturating_sub(4).min(76);
            let left = (columns - width) / 2;
            let edge = |corner: &str| (0..rows).find(|y| glass.cell(left, *y) == corner);
            let (top, bottom) = (edge("╭").expect("a dialog"), edge("╰").expect("a dialog"));
            lines(left, width, top, bottom)
        }
    };
    text.extend(lines(0, columns, 0, 1));
    text.extend(lines(0, columns, rows - 2, rows - 1));
    text.join("\n")
}

#[test]
fn panes_with_marks() {
    in_both("marks", Part::Panes, |stage| {
        stage.settle().press("/greenhouse-07<Enter> <Tab>j k");
    });
}

#[test]
fn panes_that_load() {
    in_both("loading", Part::Panes, |stage| {
        stage.fault(r#"{"operation":"list","fault":{"slow_ms":9000}}"#);
        stage.pass(Duration::from_millis(500));
    });
}

#[test]
fn panes_that_failed() {
    in_both("failed", Part::Body, |stage| {
        stage.fault(r#"{"operation":"mirrors","times":9,"fault":{"status":401,"code":"210"}}"#);
        stage.settle().press("/greenhouse-07");
    });
    in_both("down", Part::Body, |stage| {
        stage.fault(r#"{"operation":"list","times":9,"fault":{"status":503}}"#);
        stage.settle();
    });
}

#[test]
fn an_account_without_devices() {
    for (columns, rows) in SIZES {
        let settings = Settings {
            devices: 0,
            ..Settings::default()
        };
        let mut stage = Stage::begin(columns, rows, settings);
        stage.settle();
        in_both_at("empty", (columns, rows), |language| {
            stage.speak(language);
            assert_whole(stage.glass(), language, Part::Panes);
            stage.screen()
        });
    }
}

#[test]
fn nothing_matches() {
    for (name, keys) in [
        ("no_name", "/없는 장치"),
        ("no_fuzzy", "/~없는"),
        ("no_description", "/desc:없는<Enter>"),
        ("no_mirror", "/greenhouse-07<Enter><Tab>/없는"),
    ] {
        in_both(name, Part::Panes, |stage| {
            stage.settle().press(keys);
        });
    }
}

#[test]
fn reads_that_are_sent_again() {
    in_both("retrying", Part::Body, |stage| {
        stage.settle().press(FIRMWARE);
        stage.fault(r#"{"operation":"view","times":2,"fault":{"status":429,"retry_after":"9"}}"#);
        stage.rush("<Tab>r").pass(Duration::from_secs(1));
    });
    in_both("clock_corrected", Part::Body, |stage| {
        stage.settle().press(FIRMWARE);
        stage.fault(r#"{"operation":"view","times":9,"fault":{"clock_offset_ms":7200000}}"#);
        stage.press("r");
    });
}

#[test]
fn a_terminal_that_is_too_small() {
    let mut stage = Stage::open_speaking(Language::Korean, 80, 24);
    let size = Size {
        columns: 40,
        rows: 10,
    };
    stage.apply(Message::Resized(size)).draw();
    let screens = LANGUAGES.map(|language| {
        stage.speak(language);
        let found = english(&stage.screen(), &[]);
        assert!(found.is_empty(), "{found:?}");
        stage.screen()
    });
    assert_snapshot!("too_small", screens.join("\n\n"));
}
