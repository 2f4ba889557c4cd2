//! Panes, dialogs, trash and the question before quitting in Korean and Japanese: whole, and without
//! English words.

use std::time::Duration;

use insta::assert_snapshot;
use mirrordeck::app::geometry::Size;
use mirrordeck::app::message::Message;
use mirrordeck::i18n::{Language, Text, speaking};
use mirrordeck::model::width::width;
use mirrordeck::sim::service::Settings;
use mirrordeck::text;
use serde_json::json;

use crate::support::fixtures::Bench;
use crate::support::glass::Glass;
use crate::support::leaks::{english, fleet_words};
use crate::support::runs::many;
use crate::support::stage::Stage;

const LANGUAGES: [Language; 2] = [Language::Korean, Language::Japanese];
const SIZES: [(u16, u16); 2] = [(80, 24), (120, 36)];
const FIRMWARE: &str = "/greenhouse-07<Enter><Tab>j";
const DELETE: &str = "d<BackTab><Enter>";
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
        let screens = LANGUAGES.map(|language| {
            stage.speak(language);
            assert_whole(stage.glass(), language, part);
            stage.screen()
        });
        assert_snapshot!(format!("{name}_{columns}x{rows}"), screens.join("\n\n"));
    }
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

/// Whether all these words stand on the screen in full.
fn assert_says(stage: &mut Stage, words: &[Text]) {
    for language in LANGUAGES {
        stage.speak(language);
        let screen = stage.screen();
        for text in words {
            let words = speaking(language, || text.to_string());
            assert!(screen.contains(&words), "{words}\n{screen}");
        }
    }
}

fn delete_firmware(stage: &mut Stage) {
    stage.settle().press(FIRMWARE).press(DELETE);
}

/// A device writes something else where `firmware` was.
fn device_writes_back(stage: &mut Stage) {
    let now_ms = stage.now_ms();
    stage.service.with_service(|service| {
        let reported = json!({ "target": "9.9.9" });
        service.device_reports("greenhouse-07", Some("firmware"), &reported, now_ms)
    });
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
        let screens = LANGUAGES.map(|language| {
            stage.speak(language);
            assert_whole(stage.glass(), language, Part::Panes);
            stage.screen()
        });
        assert_snapshot!(format!("empty_{columns}x{rows}"), screens.join("\n\n"));
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
fn the_delete_dialog() {
    in_both("delete", Part::Dialog, |stage| {
        stage.settle().press(FIRMWARE).press("d");
    });
    in_both("delete_default_no_lock", Part::Dialog, |stage| {
        stage
            .settle()
            .press("/greenhouse-07<Enter><Tab>d<Ctrl-U><Tab><Ctrl-U><Tab><Tab>");
    });
    in_both("delete_reading", Part::Dialog, |stage| {
        stage.settle().press(FIRMWARE);
        stage.fault(r#"{"operation":"view","fault":{"slow_ms":5000}}"#);
        stage.rush("d").pass(Duration::from_millis(500));
    });
    in_both("delete_absent", Part::Dialog, |stage| {
        stage
            .settle()
            .press("/greenhouse-06<Enter><Tab>d<BackTab><Enter>");
    });
    in_both("delete_bad_input", Part::Dialog, |stage| {
        stage.settle().press(FIRMWARE).press("dx<Tab>");
        let token = "열네 글자가 넘는 아주 긴 토큰입니다 정말로";
        stage.apply(Message::Pasted(token.into())).draw();
    });
    in_both("delete_failed", Part::Dialog, |stage| {
        stage.settle().press(FIRMWARE);
        stage.fault(r#"{"operation":"view","fault":{"status":401,"code":"210"}}"#);
        stage.press("d<BackTab><Enter>");
    });
}

#[test]
fn the_restore_dialog() {
    in_both("restore", Part::Dialog, |stage| {
        delete_firmware(stage);
        stage.press("u");
    });
    in_both("restore_standing", Part::Dialog, |stage| {
        delete_firmware(stage);
        device_writes_back(stage);
        stage.press("u<BackTab>");
    });
    in_both("restore_overwrite", Part::Dialog, |stage| {
        delete_firmware(stage);
        device_writes_back(stage);
        stage.press("u<BackTab><Enter>");
    });
}

#[test]
fn the_trash() {
    in_both("trash_empty", Part::Body, |stage| {
        stage.settle().press("t");
    });
    in_both("trash", Part::Body, |stage| {
        delete_firmware(stage);
        stage.press("u<BackTab><Enter>");
        stage.press("<Home>").press(DELETE).press("t");
    });
    in_both("trash_difference", Part::Body, |stage| {
        delete_firmware(stage);
        device_writes_back(stage);
        stage.press("tv<Tab>");
    });
    in_both("trash_no_match", Part::Body, |stage| {
        delete_firmware(stage);
        stage.press("t/없는<Enter>");
    });
}

#[test]
fn outcomes() {
    in_both("deleted", Part::Panes, delete_firmware);
    in_both("came_back", Part::Panes, |stage| {
        delete_firmware(stage);
        device_writes_back(stage);
        stage.pass(Duration::from_secs(4));
    });
    in_both("unknown", Part::Body, |stage| {
        stage.settle().press(FIRMWARE).press("d");
        stage.fault(r#"{"operation":"delete","fault":"close_before"}"#);
        stage.fault(r#"{"operation":"view","times":99,"fault":{"status":503}}"#);
        stage.press("<BackTab><Enter>");
    });
    in_both("deleting_and_leaving", Part::Panes, |stage| {
        stage.settle().press(FIRMWARE).press("d");
        stage.fault(r#"{"operation":"delete","fault":{"slow_ms":9000}}"#);
        stage
            .rush("<BackTab><Enter>q")
            .pass(Duration::from_millis(500));
    });
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
fn the_question_before_quitting() {
    for (columns, rows) in SIZES {
        let mut bench = Bench::open();
        bench.send(Message::Resized(Size { columns, rows }));
        bench.apply_plan(&many(5));
        bench.press("q<Tab>");
        let screens = LANGUAGES.map(|language| {
            bench.state.setup.language = language;
            let mut glass = Glass::new(columns, rows);
            glass.draw(&bench.state);
            assert_whole(&glass, language, Part::Dialog);
            glass.text()
        });
        assert_snapshot!(format!("quit_{columns}x{rows}"), screens.join("\n\n"));
    }
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

#[test]
fn nothing_that_has_its_place_is_cut() {
    for (columns, rows) in [(60, 16), (80, 24), (120, 36)] {
        let is_small = columns == 60;
        let mut stage = Stage::open(columns, rows);
        stage.press(FIRMWARE);
        let key = text!("header-key", tail = "…0001");
        assert_says(&mut stage, &[text!("device-title"), key.clone()]);
        stage.press("d");
        let keys = if is_small {
            text!("dialog-keys-short")
        } else {
            text!("dialog-keys")
        };
        let delete = [
            text!("dialog-title"),
            text!("dialog-account"),
            text!("dialog-lost"),
            text!("dialog-version"),
            text!("dialog-token"),
            text!("dialog-lock"),
            text!("dialog-keep"),
            text!("dialog-delete"),
            keys,
        ];
        assert_says(&mut stage, &delete);
        stage.press("<BackTab><Enter>");
        device_writes_back(&mut stage);
        stage.press("u<BackTab><Enter>");
        let restore = [
            text!("restore-title-overwrite"),
            text!("restore-keys-overwrite"),
            text!("restore-copy"),
            text!("restore-now"),
        ];
        assert_says(&mut stage, &restore);
        if !is_small {
            assert_says(&mut stage, &[text!("restore-not-back")]);
        }
        stage.press("<Esc>t");
        let trash = [
            text!("trash-title"),
            text!("trash-copy"),
            text!("trash-shows-difference"),
        ];
        assert_says(&mut stage, &trash);
    }
}

#[test]
fn labels_and_remarks_fit_their_columns() {
    let labels = [
        text!("dialog-account"),
        text!("dialog-device"),
        text!("dialog-mirror"),
        text!("dialog-lost"),
        text!("restore-now"),
        text!("restore-copy"),
    ];
    let behind_a_mark = [
        text!("trash-looking"),
        text!("trash-unknown"),
        text!("trash-restored"),
    ];
    let remarks = [
        text!("trash-pre-restore"),
        text!("trash-other-service"),
        text!("trash-version-conflict"),
        text!("trash-already-gone"),
        text!("trash-refused"),
        text!("trash-outcome-unknown"),
        text!("trash-not-deleted"),
        text!("trash-not-restored"),
    ];
    for language in LANGUAGES {
        speaking(language, || {
            for label in &labels {
                assert!(width(&label.to_string()) < 10, "{label}");
            }
            for remark in &behind_a_mark {
                assert!(width(&remark.to_string()) <= 10, "{remark}");
            }
            for remark in &remarks {
                assert!(width(&remark.to_string()) <= 12, "{remark}");
            }
        });
    }
}
