//! A hundred thousand devices.

use mirrordeck::sim::service::Settings;

use super::{Served, Session, quit};

/// Memory that the program may have asked for with all of them loaded and marked, MiB. Its code
/// comes on top: 9 MiB of a release, so that both stay under 40, but twice that of a debug build.
const OWN_MIB: u64 = 30;

#[test]
fn a_hundred_thousand_devices_are_read_and_fit_into_little_memory() {
    let served = Served::start_with(Settings {
        devices: 100_000,
        ..Settings::default()
    });
    let home = served.home();
    let mut session = Session::start(home.in_terminal(&[]), 120, 36);
    session.wait_for("1 of 100000");
    session.send("G").wait_for("100000 of 100000");
    // An order about all of them reads all of them.
    session.send("*").wait_for("100,000 devices marked");
    let own = own_mib(session.process());
    assert!(own < OWN_MIB, "{own} MiB");
    session.send("\x15").wait_for("nothing is marked");
    quit(&mut session);
}

fn own_mib(process: u32) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap();
    let mut lines = status.lines();
    let line = lines.find(|line| line.starts_with("RssAnon")).unwrap();
    let kib = line.split_whitespace().nth(1).unwrap();
    kib.parse::<u64>().unwrap() / 1024
}
