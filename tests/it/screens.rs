//! Snapshots of the screen: each state worth seeing, at 80x24, 120x36 and 200x50.

use std::time::Duration;

use insta::assert_snapshot;
use mirrordeck::api::wire::Method;
use mirrordeck::app::geometry::Size;
use mirrordeck::app::message::{Answer, Message};
use mirrordeck::sim::service::Settings;

use crate::support::fixtures::{Bench, found};
use crate::support::glass::Glass;
use crate::support::stage::Stage;

const SIZES: [(u16, u16); 3] = [(80, 24), (120, 36), (200, 50)];

/// Snapshots one journey at every size.
pub fn at_every_size(name: &str, journey: impl Fn(&mut Stage)) {
    for (columns, rows) in SIZES {
        let mut stage = Stage::begin(columns, rows, Settings::default());
        journey(&mut stage);
        assert_whole(&stage);
        assert_snapshot!(format!("{name}_{columns}x{rows}"), stage.screen());
    }
}

/// What holds for every screen.
fn assert_whole(stage: &Stage) {
    let screen = stage.screen();
    assert!(
        !screen.chars().any(|c| c.is_control() && c != '\n'),
        "{screen}"
    );
}

#[test]
fn the_first_frame_stands_before_any_reply() {
    at_every_size("first_frame", |_| {});
}

#[test]
fn the_fleet() {
    at_every_size("fleet", |stage| {
        stage.settle();
    });
}

#[test]
fn a_device_with_drift() {
    at_every_size("drift", |stage| {
        stage.settle().press("/greenhouse-07<Enter><Tab>j");
    });
}

#[test]
fn hangul_everywhere() {
    at_every_size("hangul", |stage| {
        stage.settle().press("/desc:온실");
    });
}

#[test]
fn odd_names() {
    at_every_size("odd_names", |stage| {
        stage.settle().press("/test-bench-01<Enter><Tab>G");
    });
}

#[test]
fn the_detail_in_focus() {
    at_every_size("detail", |stage| {
        stage.settle().press("/hall4-robot-01<Enter><Tab><Tab>jjj");
    });
}

#[test]
fn the_dialog() {
    at_every_size("dialog", |stage| {
        stage.settle().press("/greenhouse-07<Enter><Tab>jd");
    });
}

#[test]
fn the_dialog_for_the_default_mirror_without_a_lock() {
    at_every_size("dialog_default_no_lock", |stage| {
        stage
            .settle()
            .press("/greenhouse-07<Enter><Tab>d<Ctrl-U><Tab><Tab><Tab>");
    });
}

#[test]
fn the_dialog_while_it_reads() {
    at_every_size("dialog_reading", |stage| {
        stage.settle().press("/greenhouse-07<Enter><Tab>j");
        stage.fault(r#"{"operation":"view","fault":{"slow_ms":5000}}"#);
        stage.rush("d").pass(Duration::from_millis(500));
    });
}

#[test]
fn the_dialog_when_the_read_fails() {
    at_every_size("dialog_failed", |stage| {
        stage.settle().press("/greenhouse-07<Enter><Tab>j");
        stage.fault(r#"{"operation":"view","fault":{"status":401,"code":"210"}}"#);
        stage.press("d<BackTab><Enter>");
    });
}

#[test]
fn the_dialog_when_nothing_is_there() {
    at_every_size("dialog_absent", |stage| {
        stage.settle().press("/greenhouse-06<Enter><Tab>d");
    });
}

#[test]
fn the_dialog_with_bad_input() {
    at_every_size("dialog_bad_input", |stage| {
        stage.settle().press("/greenhouse-07<Enter><Tab>jdx<Tab>");
        stage
            .apply(Message::Pasted(
                "열네 글자가 넘는 아주 긴 토큰입니다 정말로".into(),
            ))
            .draw();
    });
}

#[test]
fn the_dialog_over_hangul_keeps_its_border() {
    at_every_size("dialog_over_hangul", |stage| {
        stage.settle().press("/desc:온실<Enter><Tab>d");
    });
}

#[test]
fn a_name_that_does_not_fit_keeps_delete_off() {
    let mut bench = Bench::with_rows(&[&"x".repeat(1200)]);
    bench
        .send(Message::Resized(Size {
            columns: 80,
            rows: 24,
        }))
        .press("<Tab>d");
    bench
        .answer_all(&Answer::Mirror(Ok(found(1))))
        .press("<BackTab><Enter>");
    let mut glass = Glass::new(80, 24);
    glass.draw(&bench.state);
    assert_snapshot!(glass.text());
}

#[test]
fn loading() {
    at_every_size("loading", |stage| {
        stage.fault(r#"{"operation":"list","fault":{"slow_ms":9000}}"#);
        stage.pass(Duration::from_millis(500));
    });
}

#[test]
fn the_account_is_empty() {
    for (columns, rows) in SIZES {
        let mut stage = Stage::begin(
            columns,
            rows,
            Settings {
                devices: 0,
                ..Settings::default()
            },
        );
        stage.settle();
        assert_snapshot!(format!("empty_{columns}x{rows}"), stage.screen());
    }
}

#[test]
fn the_service_is_down() {
    at_every_size("failed", |stage| {
        stage.fault(r#"{"operation":"list","times":9,"fault":{"status":503}}"#);
        stage.settle();
    });
}

#[test]
fn the_key_may_not() {
    at_every_size("forbidden", |stage| {
        stage.fault(r#"{"operation":"mirrors","times":9,"fault":{"status":401,"code":"210"}}"#);
        stage.fault(r#"{"operation":"view","times":9,"fault":{"status":401,"code":"210"}}"#);
        stage.settle();
    });
}

#[test]
fn the_clock_is_wrong_and_the_services_time_is_refused_too() {
    at_every_size("clock", |stage| {
        stage.fault(r#"{"times":1,"fault":{"clock_offset_ms":900000}}"#);
        stage.fault(r#"{"times":1,"fault":{"clock_offset_ms":-900000}}"#);
        stage.settle();
    });
}

#[test]
fn no_default_mirror() {
    at_every_size("no_default", |stage| {
        stage.settle().press("/greenhouse-06<Enter><Tab>");
    });
}

#[test]
fn nothing_matches_the_filter() {
    at_every_size("no_match", |stage| {
        stage.settle().press("/없는 장치");
    });
}

#[test]
fn a_document_with_escape_sequences() {
    at_every_size("escapes", |stage| {
        stage.settle().press("/hall5-paint-01<Enter><Tab><Tab>");
    });
}

#[test]
fn the_help() {
    at_every_size("help", |stage| {
        stage.settle().press("<Tab>?");
    });
}

/// A DELETE of `greenhouse-07 › firmware` under a fault, at 80x24 and 120x36.
fn outcome(name: &str, prepare: impl Fn(&mut Stage)) {
    for (columns, rows) in [(80, 24), (120, 36)] {
        let mut stage = Stage::open(columns, rows);
        stage.press("/greenhouse-07<Enter><Tab>jd");
        prepare(&mut stage);
        stage.press("<BackTab><Enter>");
        assert_whole(&stage);
        assert_snapshot!(format!("outcome_{name}_{columns}x{rows}"), stage.screen());
    }
}

fn with_fault(name: &str, fault: &str) {
    outcome(name, |stage| {
        stage.fault(&format!(r#"{{"operation":"delete","fault":{fault}}}"#));
    });
}

#[test]
fn outcome_deleted() {
    outcome("deleted", |_| {});
}

#[test]
fn outcome_deleted_without_echo() {
    with_fault("deleted_without_echo", r#""empty""#);
}

#[test]
fn outcome_deleted_by_the_look() {
    with_fault("deleted_by_the_look", r#""close_after""#);
}

#[test]
fn outcome_not_deleted() {
    with_fault("not_deleted", r#""hang""#);
}

#[test]
fn outcome_refused() {
    with_fault("refused", r#"{"status":401,"code":"210"}"#);
}

#[test]
fn outcome_unknown() {
    outcome("unknown", |stage| {
        stage.fault(r#"{"operation":"delete","fault":"close_after"}"#);
        stage.fault(r#"{"operation":"view","times":9,"fault":"close_before"}"#);
    });
}

#[test]
fn outcome_version_conflict() {
    outcome("version_conflict", |stage| {
        stage.service.with_service(|service| {
            let reported = serde_json::json!({ "target": "2.4.1" });
            let now = crate::support::stage::START_MS + 1_000;
            service
                .device_reports("greenhouse-07", Some("firmware"), &reported, now)
                .unwrap();
        });
    });
}

#[test]
fn outcome_already_gone() {
    outcome("already_gone", |stage| {
        let path = "/devices/greenhouse-07/mirror?name=firmware";
        let now = crate::support::stage::START_MS + 1_000;
        let delete = crate::support::simulator::signed(Method::Delete, path, None, now);
        stage
            .service
            .with_service(|service| service.handle(&delete, now));
    });
}

#[test]
fn deleting_takes_its_time() {
    at_every_size("deleting", |stage| {
        stage.settle().press("/greenhouse-07<Enter><Tab>jd");
        stage.fault(r#"{"operation":"delete","fault":{"slow_ms":9000}}"#);
        stage
            .rush("<BackTab><Enter>")
            .pass(Duration::from_millis(500));
    });
}

#[test]
fn quitting_waits() {
    at_every_size("quitting", |stage| {
        stage.settle().press("/greenhouse-07<Enter><Tab>jd");
        stage.fault(r#"{"operation":"delete","fault":{"slow_ms":9000}}"#);
        stage
            .rush("<BackTab><Enter>q")
            .pass(Duration::from_millis(500));
    });
}

#[test]
fn the_smallest_terminal() {
    for keys in ["", "<Tab>", "<Tab>d", "?", "/온실"] {
        let mut stage = Stage::open(60, 16);
        stage.press(keys);
        assert_whole(&stage);
        assert_snapshot!(
            format!("smallest_{}", keys.replace(['<', '>', '/', '?'], "_")),
            stage.screen()
        );
    }
}

#[test]
fn too_small() {
    let mut stage = Stage::open(80, 24);
    stage
        .apply(Message::Resized(Size {
            columns: 59,
            rows: 24,
        }))
        .draw();
    assert_snapshot!(stage.screen());
}

#[test]
fn a_wide_character_half_under_the_dialog_does_not_eat_its_border() {
    for columns in 60..110 {
        let mut stage = Stage::open(columns, 24);
        stage.press("/desc:온실<Enter><Tab>d");
        let glass = stage.glass();
        let width = columns.saturating_sub(4).min(76);
        let left = (0..columns)
            .find(|x| glass.cell(*x, 12) == "│" && glass.cell(x + width - 1, 12) == "│");
        let left = left.unwrap_or_else(|| panic!("{columns}: {}", stage.screen()));
        let rows: Vec<u16> = (1..23).filter(|y| glass.cell(left, *y) == "│").collect();
        assert!(rows.len() >= 13, "{columns}: {}", stage.screen());
        for y in rows {
            assert_eq!(
                glass.cell(left + width - 1, y),
                "│",
                "{columns}: {}",
                stage.screen()
            );
        }
    }
}
