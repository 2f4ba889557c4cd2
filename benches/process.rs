//! The whole program, as it is built for users, in a pseudo-terminal against `mirrordeck simulate`
//! on loopback, each figure beside its ideal in the same run.
//!
//! `cargo bench --bench process` measures everything but what takes minutes; the names of measures
//! behind `--` choose: `first_frame idle memory sweep keys bulk linear rows`.

#![allow(clippy::print_stdout, reason = "a benchmark prints its figures")]

#[cfg(target_os = "linux")]
#[path = "support/process/mod.rs"]
mod process;

#[cfg(target_os = "linux")]
fn main() {
    process::main();
}

/// Threads, wake-ups and memory are read from `/proc`.
#[cfg(not(target_os = "linux"))]
fn main() {
    eprintln!("skipped: the measures of the whole process need Linux");
}
