//! Snapshots of what brings back: restore dialog, trash, outcomes not known, returns, retries.

use std::time::Duration;

use mirrordeck::app::message::Message;
use serde_json::json;

use crate::screens::at_every_size;
use crate::support::stage::Stage;

const FIRMWARE: &str = "/greenhouse-07<Enter><Tab>j";

/// Deletes the selected mirror under its lock.
const DELETE: &str = "d<BackTab><Enter>";

fn delete_firmware(stage: &mut Stage) {
    stage.settle().press(FIRMWARE).press(DELETE);
    assert!(stage.notice().starts_with("deleted"), "{}", stage.notice());
}

/// A device writes something else where `firmware` was.
fn device_writes_back(stage: &mut Stage) {
    let now_ms = stage.now_ms();
    stage.service.with_service(|service| {
        let reported = json!({ "target": "9.9.9", "새 값": [1, 2] });
        service.device_reports("greenhouse-07", Some("firmware"), &reported, now_ms)
    });
}

#[test]
fn the_restore_dialog() {
    at_every_size("restore", |stage| {
        delete_firmware(stage);
        stage.press("u");
    });
}

#[test]
fn the_restore_dialog_where_another_mirror_stands() {
    at_every_size("restore_standing", |stage| {
        delete_firmware(stage);
        device_writes_back(stage);
        stage.press("u<BackTab>");
    });
}

#[test]
fn the_question_of_overwriting() {
    at_every_size("restore_overwrite", |stage| {
        delete_firmware(stage);
        device_writes_back(stage);
        stage.press("u<BackTab><Enter>");
    });
}

#[test]
fn a_restored_mirror() {
    at_every_size("restored", |stage| {
        delete_firmware(stage);
        stage.press("u<BackTab><Enter>");
    });
}

#[test]
fn the_trash() {
    at_every_size("trash", |stage| {
        delete_firmware(stage);
        stage.press("u<BackTab><Enter>");
        stage
            .press("<Home>")
            .press(DELETE)
            .press("j")
            .press(DELETE)
            .press("t");
    });
}

#[test]
fn the_trash_with_the_difference() {
    at_every_size("trash_difference", |stage| {
        delete_firmware(stage);
        device_writes_back(stage);
        stage.press("tv<Tab>");
    });
}

#[test]
fn an_empty_trash() {
    at_every_size("trash_empty", |stage| {
        stage.settle().press("t");
    });
}

#[test]
fn an_outcome_that_is_not_known() {
    at_every_size("unknown", |stage| {
        stage.settle().press(FIRMWARE).press("d");
        stage.fault(r#"{"operation":"delete","fault":"close_before"}"#);
        stage.fault(r#"{"operation":"view","times":99,"fault":{"status":503}}"#);
        stage.press("<BackTab><Enter>").press("t");
    });
}

#[test]
fn a_mirror_that_came_back() {
    at_every_size("came_back", |stage| {
        delete_firmware(stage);
        device_writes_back(stage);
        stage.pass(Duration::from_secs(4));
    });
}

#[test]
fn a_read_that_is_sent_again() {
    at_every_size("retrying", |stage| {
        stage.settle().press(FIRMWARE);
        stage.fault(r#"{"operation":"view","times":2,"fault":{"status":429,"retry_after":"9"}}"#);
        stage.rush("<Tab>r").pass(Duration::from_secs(1));
    });
}

#[test]
fn a_clock_that_is_corrected() {
    at_every_size("clock_corrected", |stage| {
        stage.settle().press(FIRMWARE);
        stage.fault(r#"{"operation":"view","times":9,"fault":{"clock_offset_ms":7200000}}"#);
        stage.press("r");
    });
}

#[test]
fn the_smallest_terminal() {
    for (name, keys) in [
        ("restore", "u"),
        ("overwrite", "u<BackTab><Enter>"),
        ("trash", "t"),
    ] {
        let mut stage = Stage::open(60, 16);
        delete_firmware(&mut stage);
        if name == "overwrite" {
            device_writes_back(&mut stage);
        }
        stage.press(keys);
        insta::assert_snapshot!(format!("smallest_{name}"), stage.screen());
    }
}

#[test]
fn a_resize_keeps_the_trash_whole() {
    let mut stage = Stage::open(200, 50);
    delete_firmware(&mut stage);
    stage.press("t");
    for (columns, rows) in [(60, 16), (109, 20), (110, 20), (80, 24)] {
        let size = mirrordeck::app::geometry::Size { columns, rows };
        stage.apply(Message::Resized(size)).draw();
        let screen = stage.screen();
        assert!(screen.contains("firmware"), "{columns}x{rows}: {screen}");
    }
}
