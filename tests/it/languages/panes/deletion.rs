//! A deletion in Korean and Japanese: its dialog, its outcome, the way back and the question before
//! quitting.

use std::time::Duration;

use mirrordeck::app::geometry::Size;
use mirrordeck::app::message::Message;
use mirrordeck::i18n::{Text, speaking};
use mirrordeck::model::width::width;
use mirrordeck::text;
use serde_json::json;

use super::{FIRMWARE, LANGUAGES, Part, SIZES, assert_whole, in_both, in_both_at};
use crate::support::fixtures::Bench;
use crate::support::glass::Glass;
use crate::support::runs::many;
use crate::support::stage::Stage;

const DELETE: &str = "d<BackTab><Enter>";

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
}

#[test]
fn the_question_before_quitting() {
    for (columns, rows) in SIZES {
        let mut bench = Bench::open();
        bench.send(Message::Resized(Size { columns, rows }));
        bench.apply_plan(&many(5));
        bench.press("q<Tab>");
        in_both_at("quit", (columns, rows), |language| {
            bench.state.setup.language = language;
            let mut glass = Glass::new(columns, rows);
            glass.draw(&bench.state);
            assert_whole(&glass, language, Part::Dialog);
            glass.text()
        });
    }
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
