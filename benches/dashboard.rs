//! What a key press costs, from the key to the bytes of the frame, at 120x36.

#[path = "support/fleet.rs"]
mod fleet;

use divan::Bencher;
use fleet::Dashboard;
use mirrordeck::app::key::Key;

fn main() {
    divan::main();
}

const FLEETS: [u64; 2] = [100, 100_000];

/// `j` and `k` around the middle of the list, everything that is in view read.
#[divan::bench(args = FLEETS, sample_count = 5000)]
fn move_and_draw(bencher: Bencher, devices: u64) {
    let mut dashboard = Dashboard::with_devices(devices).in_the_middle();
    bencher.bench_local(|| dashboard.walk());
}

/// As `move_and_draw`, with a filter that every second device matches.
#[divan::bench(args = FLEETS, sample_count = 5000)]
fn move_and_draw_filtered(bencher: Bencher, devices: u64) {
    let dashboard = Dashboard::with_devices(devices).filtered("north");
    let mut dashboard = dashboard.in_the_middle();
    bencher.bench_local(|| dashboard.walk());
}

/// The last letter of a filter over 100,000 devices; taking it back again is not counted.
#[divan::bench(args = ["north", "밸브"], sample_size = 1)]
fn type_into_a_filter(bencher: Bencher, filter: &str) {
    let mut typed: Vec<char> = filter.chars().collect();
    let last = typed.pop().expect("a filter");
    let mut dashboard = Dashboard::with_devices(100_000);
    for key in ['/'].into_iter().chain(typed) {
        dashboard.press(Key::Char(key));
    }
    let dashboard = std::cell::RefCell::new(dashboard);
    dashboard.borrow_mut().press(Key::Char(last));
    bencher
        .with_inputs(|| dashboard.borrow_mut().press(Key::Backspace))
        .bench_local_values(|()| dashboard.borrow_mut().press(Key::Char(last)));
}
