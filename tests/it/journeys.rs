//! Journeys: keys in, screens and requests out, against the embedded service.

use mirrordeck::app::state::Pane;
use mirrordeck::sim::OperationKind;

use crate::support::stage::Stage;

/// From the start to the dialog on `greenhouse-07 › firmware`, its fresh read answered.
fn dialog_on_firmware() -> Stage {
    let mut stage = Stage::open(120, 36);
    stage.press("/greenhouse-07<Enter><Tab>jd");
    assert!(stage.screen().contains("Delete mirror"));
    stage
}

fn stands(stage: &Stage, device: &str, mirror: Option<&str>) -> bool {
    stage
        .service
        .with_service(|service| service.mirror(device, mirror).is_some())
}

#[test]
fn browse_and_delete_a_named_mirror() {
    let mut stage = dialog_on_firmware();
    stage.press("<Tab><Tab><Tab><Enter>");
    assert!(
        stage
            .notice()
            .starts_with("deleted greenhouse-07 › firmware (v10) at 14:"),
        "{}",
        stage.notice()
    );
    assert!(stage.notice().contains("token came back"));
    assert!(!stands(&stage, "greenhouse-07", Some("firmware")));
    assert!(
        stands(&stage, "greenhouse-07", None),
        "the default mirror still stands"
    );
    let deletes = stage.sent("DELETE");
    assert_eq!(
        deletes,
        ["/cloudiotcore/v1/devices/greenhouse-07/mirror?name=firmware"]
    );
    let selected = stage.state.mirrors.selected().unwrap().mirror.to_string();
    assert_eq!(selected, "legacy", "the selection went to the next row");
}

#[test]
fn a_delete_without_lock_and_token_has_no_body() {
    let mut stage = dialog_on_firmware();
    stage.press("<Ctrl-U><Tab><Ctrl-U><Tab><Tab><Enter>");
    assert!(stage.notice().starts_with("deleted"));
    stage.service.with_service(|service| {
        let delete = service
            .requests()
            .find(|request| request.method == "DELETE")
            .unwrap();
        assert_eq!(delete.body, None);
    });
}

#[test]
fn every_odd_name_is_deleted_and_nothing_else() {
    for device in ["test-bench-01", "test-bench-02", "test-bench-03"] {
        let mut stage = Stage::open(120, 50);
        stage.press(&format!("/{device}<Enter><Tab>"));
        let rows = stage.state.mirrors.rows();
        assert!(rows > 2, "{device} has odd names");
        for _ in 1..rows {
            let before = stage.state.mirrors.rows();
            stage.press("G");
            let target = stage.state.mirrors.selected().unwrap();
            let raw = match &target.mirror {
                mirrordeck::model::mirror::MirrorName::Named(name) => name.raw().to_owned(),
                mirrordeck::model::mirror::MirrorName::Default => panic!("the last row is named"),
            };
            stage.press("d<BackTab><Enter>");
            assert!(
                stage.notice().starts_with("deleted"),
                "{raw:?}: {}",
                stage.notice()
            );
            assert!(!stands(&stage, device, Some(&raw)), "{raw:?}");
            assert_eq!(stage.state.mirrors.rows(), before - 1);
        }
        assert!(
            stage
                .sent("DELETE")
                .iter()
                .all(|path| path.contains("?name=")),
            "never the default"
        );
    }
}

#[test]
fn the_default_mirror_falls_only_when_it_was_selected() {
    let mut stage = Stage::open(120, 36);
    stage.press("/greenhouse-07<Enter><Tab>d");
    assert!(stage.screen().contains("default (no name)"));
    stage.press("<BackTab><Enter>");
    assert!(
        stage
            .notice()
            .starts_with("deleted greenhouse-07 › default (no name)")
    );
    assert!(!stands(&stage, "greenhouse-07", None));
    for name in ["firmware", "legacy", "tuning"] {
        assert!(stands(&stage, "greenhouse-07", Some(name)), "{name}");
    }
    assert!(
        stage
            .screen()
            .contains("This device has no default mirror.")
    );
}

#[test]
fn a_mirror_that_moves_while_the_dialog_is_open_survives() {
    let mut stage = dialog_on_firmware();
    let now = crate::support::stage::START_MS + 1_000;
    stage.service.with_service(|service| {
        let reported = serde_json::json!({ "target": "2.4.1" });
        service
            .device_reports("greenhouse-07", Some("firmware"), &reported, now)
            .unwrap();
    });
    stage.press("<BackTab><Enter>");
    assert!(
        stage
            .notice()
            .starts_with("version conflict greenhouse-07 › firmware"),
        "{}",
        stage.notice()
    );
    assert!(stage.notice().contains("v10") && stage.notice().contains("v11"));
    assert!(stands(&stage, "greenhouse-07", Some("firmware")));
    assert_eq!(
        stage.state.reading().unwrap().document.version,
        Some(11),
        "read again"
    );
}

/// Each fault of a DELETE, the word that must be said, and whether the mirror then stands.
const FAULTS: [(&str, &str, bool); 12] = [
    (r#"{"slow_ms":3000}"#, "deleted", false),
    (r#"{"status":401,"code":"210"}"#, "refused", true),
    (r#"{"status":429,"code":"410"}"#, "refused", true),
    (r#"{"status":500}"#, "not deleted", true),
    (r#"{"status_after":504}"#, "deleted", false),
    (r#""html""#, "not deleted", true),
    (r#""broken_json""#, "deleted", false),
    (r#""empty""#, "deleted", false),
    (r#""close_before""#, "not deleted", true),
    (r#""close_after""#, "deleted", false),
    (r#""hang""#, "not deleted", true),
    (r#""hang_after""#, "deleted", false),
];

#[test]
fn the_word_is_true_whatever_happens_to_the_answer() {
    for (fault, word, still_stands) in FAULTS {
        let mut stage = dialog_on_firmware();
        stage.fault(&format!(
            r#"{{"operation":"delete","times":3,"fault":{fault}}}"#
        ));
        stage.press("<BackTab><Enter>");
        assert!(
            stage
                .notice()
                .starts_with(&format!("{word} greenhouse-07 › firmware")),
            "{fault}: {}",
            stage.notice()
        );
        assert_eq!(
            stands(&stage, "greenhouse-07", Some("firmware")),
            still_stands,
            "{fault}"
        );
        // Repeated only where it surely did nothing.
        let sent = if fault.contains("429") { 3 } else { 1 };
        assert_eq!(stage.sent("DELETE").len(), sent, "{fault}");
        assert!(stage.state.action.is_none(), "{fault}");
    }
}

#[test]
fn where_the_look_fails_too_the_outcome_is_unknown() {
    let mut stage = dialog_on_firmware();
    stage.fault(r#"{"operation":"delete","fault":"close_after"}"#);
    stage.fault(r#"{"operation":"view","times":9,"fault":{"status":503}}"#);
    stage.press("<BackTab><Enter>");
    assert!(
        stage
            .notice()
            .starts_with("outcome unknown greenhouse-07 › firmware"),
        "{}",
        stage.notice()
    );
}

#[test]
fn the_program_goes_on_while_a_delete_is_out() {
    let mut stage = dialog_on_firmware();
    stage.fault(r#"{"operation":"delete","fault":{"slow_ms":5000}}"#);
    stage
        .rush("<BackTab><Enter>")
        .pass(std::time::Duration::from_millis(300));
    assert!(stage.screen().contains("deleting…"));
    stage
        .rush("<BackTab><Esc>jd")
        .pass(std::time::Duration::from_millis(700));
    assert_eq!(stage.state.focus, Pane::Devices);
    stage
        .rush("<Tab>d")
        .pass(std::time::Duration::from_millis(300));
    assert!(
        stage.notice().contains("one at a time"),
        "{}",
        stage.notice()
    );
    stage.settle();
    assert!(
        stage
            .notice()
            .starts_with("deleted greenhouse-07 › firmware")
    );
}

#[test]
fn quitting_waits_for_the_delete_and_tells_its_outcome() {
    let mut stage = dialog_on_firmware();
    stage.fault(r#"{"operation":"delete","fault":{"slow_ms":5000}}"#);
    stage
        .rush("<BackTab><Enter>q")
        .pass(std::time::Duration::from_secs(1));
    assert!(!stage.has_left());
    assert!(stage.screen().contains("waiting for its answer"));
    stage.settle();
    assert!(stage.has_left());
    assert!(
        stage
            .state
            .last_words()
            .unwrap()
            .to_string()
            .starts_with("deleted greenhouse-07 › firmware")
    );
}

#[test]
fn moving_through_the_list_reads_only_where_it_rests() {
    let mut stage = Stage::open(120, 36);
    stage
        .service
        .with_service(mirrordeck::sim::service::Service::forget_requests);
    stage.rush("jjjjjjjjjj").settle();
    let listed = stage
        .service
        .with_service(|service| service.count(OperationKind::ListMirrors));
    assert_eq!(listed, 1);
}

#[test]
fn pages_load_as_the_user_scrolls_to_the_end() {
    let settings = mirrordeck::sim::service::Settings {
        max_page_size: 50,
        ..Default::default()
    };
    let mut stage = Stage::begin(80, 24, settings);
    stage.settle();
    assert!(stage.screen().contains("1 of 120"));
    stage.press("GGGG");
    assert!(stage.screen().contains("120 of 120"), "{}", stage.screen());
    let pages = stage
        .sent("GET")
        .into_iter()
        .filter(|path| path.contains("/devices?page="))
        .count();
    assert_eq!(pages, 3);
}

#[test]
fn the_devices_come_back_after_the_line_was_cut() {
    let mut stage = Stage::begin(80, 24, mirrordeck::sim::service::Settings::default());
    stage.fault(r#"{"operation":"list","times":3,"fault":"close_before"}"#);
    stage.settle();
    assert!(stage.screen().contains("Could not read the devices"));
    stage.press("r");
    assert!(stage.screen().contains("1 of 120"), "{}", stage.screen());
}

#[test]
fn a_device_that_writes_its_mirror_back_is_warned_about() {
    let mut stage = Stage::open(120, 36);
    stage.press("/pump-west-01<Enter><Tab>d");
    assert!(
        stage.screen().contains("a live device may write it back"),
        "{}",
        stage.screen()
    );
}

#[test]
fn names_that_look_alike_elsewhere_look_different_here() {
    let stage = Stage::open(200, 200);
    let rows: Vec<_> = (0..stage.state.devices.len())
        .filter_map(|place| stage.state.devices.get(place))
        .map(|device| device.shown().to_owned())
        .collect();
    let mut distinct = rows.clone();
    distinct.sort();
    distinct.dedup();
    assert_eq!(rows.len(), distinct.len());
    assert!(rows.iter().any(|name| name.contains("\\u{202e}")));
}
