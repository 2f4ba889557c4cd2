//! Search and watch against the embedded service.

use std::time::Duration;

use mirrordeck::app::message::Message;
use serde_json::json;

use crate::support::stage::Stage;

const TICK: Duration = Duration::from_millis(5_200);

fn on_firmware() -> Stage {
    let mut stage = Stage::open(120, 36);
    stage.press("/greenhouse-07<Enter><Tab>j<Tab>");
    stage
}

/// The device reports a value.
fn reports(stage: &Stage, reported: &serde_json::Value) {
    let now_ms = stage.now_ms();
    stage.service.with_service(|service| {
        let version = service.device_reports("greenhouse-07", Some("firmware"), reported, now_ms);
        assert!(version.is_some());
    });
}

fn reads(stage: &Stage) -> usize {
    let sent = stage.sent("GET").into_iter();
    sent.filter(|path| path.contains("greenhouse-07/mirror?name=firmware"))
        .count()
}

#[test]
fn search_in_the_document_and_in_the_bytes() {
    let mut stage = on_firmware();
    stage.press("v/2.3.9");
    assert!(stage.screen().contains("hit 1 of 1"), "{}", stage.screen());
    stage.press("<Enter>");
    assert!(
        stage.screen().contains("state.reported.target"),
        "{}",
        stage.screen()
    );
    stage.press("<Esc>v");
    assert!(stage.screen().contains("v raw"), "{}", stage.screen());
    stage.press("/TARGET<Enter>n");
    assert!(stage.screen().contains("hit 2 of 4"), "{}", stage.screen());
}

#[test]
fn a_watched_mirror_is_read_every_five_seconds_and_tells_what_changes() {
    let mut stage = on_firmware();
    let before = reads(&stage);
    stage.press("w");
    assert_eq!(reads(&stage), before + 1);
    assert!(stage.screen().contains("watch 5 s"), "{}", stage.screen());
    stage.pass(TICK);
    assert_eq!(reads(&stage), before + 2);
    reports(&stage, &json!({ "target": "2.4.1" }));
    stage.pass(TICK);
    let screen = stage.screen();
    for words in [
        "v11 at",
        "1 key changed",
        "✎  target",
        "✎ 1 changed  since v10",
        "2 of 2 seen",
    ] {
        assert!(screen.contains(words), "{words} in {screen}");
    }
    stage.press("[");
    let screen = stage.screen();
    assert!(screen.contains("v10, 1 of 2 seen, read 14:02"), "{screen}");
    stage.press("]");
    assert!(stage.screen().contains("version 11"), "{}", stage.screen());
}

#[test]
fn nothing_is_read_once_the_user_looks_elsewhere() {
    let mut stage = on_firmware();
    stage.press("w<BackTab>k");
    assert!(
        stage.notice().contains("stopped watching"),
        "{}",
        stage.notice()
    );
    let before = reads(&stage);
    stage.pass(TICK * 3);
    assert_eq!(reads(&stage), before);
    assert!(!stage.screen().contains("watch 5 s"), "{}", stage.screen());
}

#[test]
fn nothing_is_read_while_the_terminal_has_no_focus() {
    let mut stage = on_firmware();
    stage.press("w");
    stage.apply(Message::Focused(false));
    let before = reads(&stage);
    stage.pass(TICK * 3);
    assert_eq!(reads(&stage), before);
}

#[test]
fn keys_do_not_wait_for_a_read_of_the_watch() {
    let mut stage = on_firmware();
    stage.fault(r#"{"operation":"view","fault":{"slow_ms":5000}}"#);
    stage.rush("wjjv").draw();
    assert!(stage.screen().contains("v document"), "{}", stage.screen());
    stage.press("w");
    assert!(
        stage.notice().starts_with("stopped watching"),
        "{}",
        stage.notice()
    );
}

#[test]
fn a_watched_mirror_that_is_deleted_elsewhere_is_told_of() {
    let mut stage = on_firmware();
    stage.press("w");
    let path = "/greenhouse-07/mirror?name=firmware";
    stage.press("d<BackTab><Enter>").settle();
    assert!(stage.sent("DELETE").iter().any(|sent| sent.ends_with(path)));
    let notice = stage.notice();
    assert!(notice.starts_with("deleted"), "an outcome stays: {notice}");
    stage.pass(TICK);
    assert!(stage.notice().starts_with("deleted"), "{}", stage.notice());
}
