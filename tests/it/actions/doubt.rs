//! Replies that prove less than they seem to.

use super::program::{device_writes, open_dialog, program, world};

/// The row of the default mirror.
const DEFAULT: usize = 0;

#[test]
fn an_error_that_may_mean_no_default_mirror_does_not_prove_that_it_is_gone() {
    let world = world();
    let mut stage = program(&world);
    open_dialog(&mut stage, DEFAULT);
    // Without a lock the mirror is read once more before it is copied.
    stage.press("<Ctrl-U>");
    stage.fault(r#"{"operation": "view", "fault": {"status": 200, "code": "771"}}"#);
    stage.press("<Tab><Tab><Tab><Enter>");
    let notice = stage.notice();
    assert!(
        notice.starts_with("not deleted agv-01 › default"),
        "{notice}"
    );
    assert_eq!(stage.sent("DELETE"), [""; 0]);
}

#[test]
fn the_second_half_of_a_restore_does_not_overwrite_what_came_after_the_first() {
    let world = world();
    let mut stage = program(&world);
    open_dialog(&mut stage, DEFAULT);
    stage.press("<Tab><Tab><Tab><Enter>");
    assert!(stage.notice().starts_with("deleted"), "{}", stage.notice());
    device_writes(&stage, None);
    stage.press("u");
    for fault in [
        r#"{"operation": "update", "fault": {"status": 422, "code": "422"}}"#,
        r#"{"operation": "update", "fault": "empty"}"#,
        // Meanwhile the device reports.
        r#"{"operation": "view", "fault": {"status": 503, "retry_after": "20"}}"#,
    ] {
        stage.fault(fault);
    }
    stage.press("<Tab><Tab><Enter><Tab><Tab><Enter>");
    let notice = stage.notice();
    assert!(
        notice.starts_with("not restored agv-01 › default"),
        "{notice}"
    );
    assert!(notice.contains("reported."), "{notice}");
    assert_eq!(
        stage.sent("POST").len(),
        2,
        "both halves together, then the first"
    );
}
