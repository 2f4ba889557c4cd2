//! What the program costs while nothing happens.

use std::collections::HashMap;
use std::ffi::OsString;
use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use tempfile::TempDir;

use super::child::{Simulator, dashboard};
use super::screen::Screen;

/// How long nothing happens.
const STILL: Duration = Duration::from_secs(10);
/// Wake-ups of all threads in that time, at most.
const MOST_WAKE_UPS: u64 = 5;
/// Resident memory with 100,000 devices loaded, at most, MiB.
const MOST_MIB: f64 = 40.0;

/// Bytes written and wake-ups of all threads while nothing happens.
pub fn idle() {
    let simulator = Simulator::start(1_000);
    let home = TempDir::new().expect("a folder");
    let mut screen = Screen::start(dashboard(&simulator, &home));
    screen.wait_for("1 of 1000");
    // What was asked for has come, and what the start leaves behind has settled.
    screen.listen(Duration::from_secs(5));
    let before = wake_ups(screen.process());
    let bytes = screen.listen(STILL);
    let after = wake_ups(screen.process());
    // A thread that ended was woken for that.
    let ended = before.keys().filter(|thread| !after.contains_key(*thread));
    let woken = ended.count() as u64
        + after
            .iter()
            .map(|(thread, times)| times - before.get(thread).unwrap_or(&0))
            .sum::<u64>();
    let verdict = if bytes == 0 && woken <= MOST_WAKE_UPS {
        "reached"
    } else {
        "MISSED"
    };
    println!(
        "idle for {} s: {bytes} bytes written, {woken} wake-ups of all threads, at most \
         {MOST_WAKE_UPS} wanted: {verdict}",
        STILL.as_secs()
    );
}

/// Resident memory once every device was loaded.
pub fn memory() {
    let simulator = Simulator::start(100_000);
    let home = TempDir::new().expect("a folder");
    let mut screen = Screen::start(dashboard(&simulator, &home));
    screen.wait_for("of 100000");
    let before = resident_mib(screen.process());
    // Marking them all is what loads them all; the marks are taken away again.
    screen.send("*");
    screen.wait_for("100,000 devices marked");
    let marked = resident_mib(screen.process());
    screen.send("\x15");
    screen.listen(Duration::from_secs(1));
    let mib = resident_mib(screen.process());
    let verdict = if mib < MOST_MIB { "reached" } else { "MISSED" };
    println!(
        "memory with 100,000 devices loaded: {mib:.1} MiB resident ({marked:.1} with all of them \
         marked, {before:.1} at the start), under {MOST_MIB} wanted: {verdict}"
    );
}

/// How often each thread of a process was woken.
fn wake_ups(process: u32) -> HashMap<OsString, u64> {
    let tasks = fs::read_dir(format!("/proc/{process}/task")).expect("it runs");
    let times = |path: PathBuf| field(&path.to_string_lossy(), "voluntary_ctxt_switches:");
    tasks
        .flatten()
        .map(|task| (task.file_name(), times(task.path().join("status"))))
        .collect()
}

/// Memory of a process that is really there, MiB.
pub fn resident_mib(process: u32) -> f64 {
    let kib = field(&format!("/proc/{process}/status"), "VmRSS:");
    f64::from(u32::try_from(kib).unwrap_or(u32::MAX)) / 1024.0
}

fn field(path: &str, name: &str) -> u64 {
    let text = fs::read_to_string(path).unwrap_or_default();
    let line = text.lines().find_map(|line| line.strip_prefix(name));
    let number = line.and_then(|rest| rest.split_whitespace().next());
    number.and_then(|number| number.parse().ok()).unwrap_or(0)
}
