//! Work over many devices.

use std::time::{Duration, Instant};

use tempfile::TempDir;

use super::child::{Simulator, dashboard};
use super::screen::Screen;
use super::still::resident_mib;
use super::{ideal, report};

/// Resident memory with 300,000 rows, at most, MiB.
const MOST_MIB: f64 = 200.0;

/// Names of the mirrors of 10,000 devices.
pub fn sweep() {
    let took = sweep_of(10_000);
    report(
        "sweep of 10,000 devices, names only",
        took,
        ideal(10_000),
        1.15,
    );
}

/// The same of ten times as many devices.
pub fn linear() {
    let (few, many) = (sweep_of(10_000), sweep_of(100_000));
    let times = many.as_secs_f64() / few.as_secs_f64();
    let verdict = if times <= 11.0 { "reached" } else { "MISSED" };
    println!(
        "sweep of 10,000 devices: {:.1} s, of 100,000: {:.1} s: {times:.2} times, at most 11 \
         wanted: {verdict}",
        few.as_secs_f64(),
        many.as_secs_f64()
    );
}

fn sweep_of(devices: u32) -> Duration {
    let simulator = Simulator::start(devices);
    let home = TempDir::new().expect("a folder");
    let mut screen = Screen::start(dashboard(&simulator, &home));
    let began = begin_sweep(&mut screen, devices);
    finish_sweep(&mut screen, devices).duration_since(began)
}

/// Presses `S`; returns the moment at which the list of devices was complete.
fn begin_sweep(screen: &mut Screen, devices: u32) -> Instant {
    screen.wait_for(&format!("of {devices}"));
    screen.send("S");
    screen.wait_for("Sweep")
}

fn finish_sweep(screen: &mut Screen, devices: u32) -> Instant {
    let done = format!("all {} devices", grouped(devices));
    screen.wait_for(&done)
}

/// `10,000`.
fn grouped(number: u32) -> String {
    let (thousands, rest) = (number / 1000, number % 1000);
    match thousands {
        0 => rest.to_string(),
        _ => format!("{thousands},{rest:03}"),
    }
}

/// From a key to what it does on the screen, while a sweep runs.
pub fn keys() {
    const KEYS: usize = 400;
    let simulator = Simulator::start(10_000);
    let home = TempDir::new().expect("a folder");
    let mut screen = Screen::start(dashboard(&simulator, &home));
    begin_sweep(&mut screen, 10_000);
    screen.send("/");
    screen.listen(Duration::from_millis(300));
    let mut times = Vec::new();
    for nth in 0..KEYS {
        // A letter that no name holds never stood in the line before.
        let letters = if nth % 2 == 0 { "Q" } else { "\x7f" };
        let pressed = Instant::now();
        screen.send(letters);
        let wanted = nth % 2 == 0;
        let shown = screen.wait_until(Duration::from_secs(5), |text| {
            text.contains("/ Q") == wanted
        });
        times.push(shown.duration_since(pressed).as_secs_f64() * 1000.0);
        screen.listen(Duration::from_millis(10));
    }
    times.sort_by(f64::total_cmp);
    let (middle, late) = (times[KEYS / 2], times[KEYS * 99 / 100]);
    let verdict = if late < 16.0 { "reached" } else { "MISSED" };
    println!(
        "key to frame while a sweep of 10,000 runs: median {middle:.2} ms, p99 {late:.2} ms, under \
         16 wanted ({KEYS} keys): {verdict}"
    );
}

/// Deletes 2,000 mirrors by way of sweep, marks and plan.
pub fn bulk() {
    const MIRRORS: u32 = 2_000;
    let simulator = Simulator::start(5_000);
    let home = TempDir::new().expect("a folder");
    let mut screen = Screen::start(dashboard(&simulator, &home));
    begin_sweep(&mut screen, 5_000);
    finish_sweep(&mut screen, 5_000);
    screen.send("/mirror:firmware\r");
    screen.listen(Duration::from_millis(500));
    // Mark the first rows one by one: the number is that of the measure, not that of the fleet.
    for _ in 0..MIRRORS / 100 {
        screen.send(&" ".repeat(100));
        screen.listen(Duration::from_millis(100));
    }
    screen.wait_for("2,000 marked");
    screen.send("d");
    screen.wait_for("2,000 to delete");
    screen.wait_until(Duration::from_mins(2), |text| !text.contains("reading"));
    screen.send("\t");
    screen.listen(Duration::from_millis(500));
    screen.send("2000");
    screen.listen(Duration::from_millis(300));
    let began = Instant::now();
    screen.send("\r");
    let ended = screen.wait_for("run ended");
    let took = ended.duration_since(began);
    let text = screen.text();
    assert!(text.contains("2,000 deleted"), "{text}");
    report(
        "bulk delete of 2,000 mirrors",
        took,
        ideal(2 * u64::from(MIRRORS)),
        1.3,
    );
}

/// Memory of a sweep with many rows.
pub fn rows() {
    let simulator = Simulator::start(100_000);
    let home = TempDir::new().expect("a folder");
    let mut screen = Screen::start(dashboard(&simulator, &home));
    begin_sweep(&mut screen, 100_000);
    finish_sweep(&mut screen, 100_000);
    screen.listen(Duration::from_secs(1));
    let mib = resident_mib(screen.process());
    let verdict = if mib < MOST_MIB { "reached" } else { "MISSED" };
    println!(
        "memory after a sweep of 100,000 devices: {mib:.1} MiB resident, under {MOST_MIB} wanted \
         for 300,000 rows: {verdict}"
    );
}
