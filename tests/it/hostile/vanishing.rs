//! A device that is there in one reply and gone in the next.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use serde_json::json;

use crate::support::stage::Stage;
use crate::support::tampered::{page_of, say, stage};

/// A stage whose first device vanishes on command, and whose mirror `route` does.
fn vanishing() -> (Stage, Arc<AtomicBool>, Arc<AtomicBool>) {
    let device = Arc::new(AtomicBool::new(false));
    let mirror = Arc::new(AtomicBool::new(false));
    let (no_device, no_mirror) = (Arc::clone(&device), Arc::clone(&mirror));
    let stage = stage(move |path, reply| {
        let mut missing = |message: &str| {
            say(
                reply,
                &json!({ "error": { "errorCode": "404", "message": message } }),
            );
            reply.status = 404;
        };
        let is_first = path.contains("/agv-01") && page_of(path).is_none();
        if is_first && no_device.load(Ordering::Relaxed) {
            missing("Device not found");
        } else if path.ends_with("agv-01/mirror?name=route") && no_mirror.load(Ordering::Relaxed) {
            missing("Mirror not found");
        }
    });
    (stage, device, mirror)
}

#[test]
fn a_device_that_vanishes_before_its_mirrors_are_read_is_said_to_be_gone() {
    let (mut stage, device, _) = vanishing();
    stage.press("j");
    device.store(true, Ordering::Relaxed);
    stage.press("kr");
    let screen = stage.screen();
    assert!(screen.contains("✖ This device is gone"), "{screen}");
    assert!(
        stage
            .notice()
            .contains("could not read the mirrors of agv-01"),
        "{}",
        stage.notice()
    );
    // The others are as usable as before.
    stage.press("j");
    assert!(!stage.screen().contains("is gone"), "{}", stage.screen());
    assert!(stage.state.reading().is_some());
}

#[test]
fn a_device_that_vanishes_before_one_of_its_mirrors_is_viewed_is_told_from_a_missing_mirror() {
    let (mut stage, device, mirror) = vanishing();
    stage.press("<Tab>jj");
    assert!(stage.state.reading().is_some());

    mirror.store(true, Ordering::Relaxed);
    stage.press("r");
    let screen = stage.screen();
    assert!(
        screen.contains("This mirror does not exist any more"),
        "{screen}"
    );
    assert!(!screen.contains("is gone"), "{screen}");

    device.store(true, Ordering::Relaxed);
    stage.press("kr");
    let screen = stage.screen();
    assert!(screen.contains("✖ This device is gone"), "{screen}");
    // What was read of it stays in view, marked.
    assert!(screen.contains("reading again failed"), "{screen}");
    assert!(
        screen.contains("firmware         v10   21 d    ⚠"),
        "{screen}"
    );
}

#[test]
fn a_mirror_never_read_says_that_its_device_is_gone() {
    let (mut stage, device, _) = vanishing();
    // The names are known, no mirror but the first was read.
    device.store(true, Ordering::Relaxed);
    let target = crate::support::scripted::named("agv-01", "route");
    stage.state.mirrors.forget(&target, 0, 8);
    stage.state.mirrors.take_list(
        &target.device,
        Ok(crate::support::fixtures::names(&["route"])),
        8,
    );
    stage.press("<Tab>j");
    let screen = stage.screen();
    assert!(
        screen.contains("✖ The device of this mirror is gone"),
        "{screen}"
    );
}

#[test]
fn nothing_of_a_device_that_has_gone_is_deleted() {
    let (mut stage, device, _) = vanishing();
    stage.press("<Tab>jj");
    device.store(true, Ordering::Relaxed);
    stage.press("d<BackTab><Enter>");
    assert!(
        stage.screen().contains("Delete mirror"),
        "{}",
        stage.screen()
    );
    assert_eq!(stage.sent("DELETE"), [""; 0]);
}

#[test]
fn a_device_that_vanishes_for_ever_is_not_asked_for_for_ever() {
    let (mut stage, device, _) = vanishing();
    device.store(true, Ordering::Relaxed);
    let before = stage.sent("GET").len();
    stage.press("r");
    // Page, names and mirrors in view, each with a look at the device, three attempts each.
    let in_view = stage.state.size.mirror_rows();
    let asked = stage.sent("GET").len() - before;
    assert!(asked <= 3 * 2 * (in_view + 2), "{asked}");
}
