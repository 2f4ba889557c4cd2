//! The wire is never idle while something is wanted.

use std::time::Duration;

use mirrordeck::app::sweep::Phase;
use mirrordeck::sim::service::Settings;

use crate::support::stage::{LATENCY_MS, Stage};

/// Requests that the client of the stage has on the wire at a time.
const AT_A_TIME: u64 = 4;

#[test]
fn names_of_a_thousand_devices_take_little_longer_than_their_requests() {
    let settings = Settings {
        devices: 1_000,
        ..Settings::default()
    };
    let mut stage = Stage::begin(80, 24, settings);
    // Marking them all reads all pages.
    stage.settle().press("*").settle().press("<Ctrl-U>");
    let before = stage.now_ms();
    stage.rush("S");
    let devices = stage.state.sweep.as_ref().unwrap().devices();
    assert_eq!(devices, 1_000);
    let end = stage.after(Duration::from_mins(1));
    while stage.state.sweep.as_ref().unwrap().progress().phase != Phase::Done {
        let message = stage.next_message(end).expect("it goes on");
        stage.apply(message);
    }
    let took = stage.now_ms() - before;
    let least = devices as u64 * LATENCY_MS / AT_A_TIME;
    assert!(took * 100 <= least * 115, "{took} ms, at least {least} ms");
}
