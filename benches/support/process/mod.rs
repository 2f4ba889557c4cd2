//! The measures, one function each.

mod child;
mod fleet;
mod screen;
mod start;
mod still;

use std::time::Duration;

/// Milliseconds that each answer of the simulator takes.
const LATENCY_MS: u64 = 20;
/// Requests that may be on the wire at the same time.
const IN_FLIGHT: u64 = 16;

/// A measure by its name, and whether it runs unless named.
type Measure = (&'static str, bool, fn());

const MEASURES: [Measure; 8] = [
    ("first_frame", true, start::first_frame),
    ("idle", true, still::idle),
    ("memory", true, still::memory),
    ("sweep", true, fleet::sweep),
    ("keys", true, fleet::keys),
    ("bulk", true, fleet::bulk),
    ("linear", false, fleet::linear),
    ("rows", false, fleet::rows),
];

/// Runs the measures that the command line names, or those that are quick.
pub fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if arguments.first().is_some_and(|first| first == start::LEAST) {
        return start::least();
    }
    let named: Vec<&String> = arguments
        .iter()
        .filter(|word| !word.starts_with('-'))
        .collect();
    for (name, by_default, measure) in MEASURES {
        let is_wanted = named.iter().any(|word| *word == name);
        if is_wanted || (named.is_empty() && by_default) {
            measure();
        }
    }
}

/// What so many requests must take at least.
fn ideal(requests: u64) -> Duration {
    Duration::from_millis(requests * LATENCY_MS / IN_FLIGHT)
}

/// Prints a figure beside its ideal and the most that it may be.
fn report(what: &str, took: Duration, ideal: Duration, most: f64) {
    let times = took.as_secs_f64() / ideal.as_secs_f64();
    let verdict = if times <= most { "reached" } else { "MISSED" };
    println!(
        "{what}: {:.2} s, ideal {:.2} s: {times:.3} times, at most {most} wanted: {verdict}",
        took.as_secs_f64(),
        ideal.as_secs_f64()
    );
}

fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures[figures.len() / 2]
}
