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
    let dashboard = Dashboard::with_devices(devices).filtered("desc:north");
    let mut dashboard = dashboard.in_the_middle();
    bencher.bench_local(|| dashboard.walk());
}

/// As `move_and_draw`, with names and descriptions of a megabyte.
#[divan::bench(sample_count = 5000)]
fn move_and_draw_names_of_a_megabyte(bencher: Bencher) {
    let mut dashboard = Dashboard::with_long_names(60).in_the_middle();
    bencher.bench_local(|| dashboard.walk());
}

/// `j` and `k` in the detail of a document of a megabyte: a key and a value of half of it each.
#[divan::bench(sample_count = 5000)]
fn move_and_draw_in_a_document_of_a_megabyte(bencher: Bencher) {
    let mut dashboard = Dashboard::with_a_large_document();
    bencher.bench_local(|| dashboard.walk());
}

/// A delete dialog that cannot show a name of a megabyte in full.
#[divan::bench(sample_count = 500)]
fn draw_the_dialog_for_a_name_of_a_megabyte(bencher: Bencher) {
    let mut dashboard = Dashboard::with_long_names(60);
    dashboard.press(Key::Tab);
    dashboard.press(Key::Char('d'));
    bencher.bench_local(|| dashboard.press(Key::Other));
}

/// `j` and `k` around the middle of 50,000 mirrors of one device.
#[divan::bench(sample_count = 5000)]
fn move_among_50_000_mirrors(bencher: Bencher) {
    let mut dashboard = Dashboard::with_mirrors(50_000);
    bencher.bench_local(|| dashboard.walk());
}

/// The last letter of a filter over 50,000 mirrors of one device; taking it back is not counted.
#[divan::bench(sample_size = 1)]
fn filter_50_000_mirrors(bencher: Bencher) {
    let dashboard = std::cell::RefCell::new(Dashboard::with_mirrors(50_000));
    for key in ['/', '4', '9', '9'] {
        dashboard.borrow_mut().press(Key::Char(key));
    }
    bencher
        .with_inputs(|| dashboard.borrow_mut().press(Key::Backspace))
        .bench_local_values(|()| dashboard.borrow_mut().press(Key::Char('9')));
}

/// The last letter of a filter over 100,000 devices; taking it back again is not counted.
///
/// * `filter` - a part of every name, of few names, of every second description in Latin and in Hangul.
#[divan::bench(args = ["house", "-0999", "desc:north", "desc:밸브"], sample_size = 1)]
fn type_into_a_filter(bencher: Bencher, filter: &str) {
    type_the_last_letter(bencher, filter);
}

/// As `type_into_a_filter`, with a fuzzy text that every tenth name matches, and one that all do.
#[divan::bench(args = ["~grhs99", "~grhs"], sample_size = 1)]
fn type_into_a_fuzzy_filter(bencher: Bencher, filter: &str) {
    type_the_last_letter(bencher, filter);
}

fn type_the_last_letter(bencher: Bencher, filter: &str) {
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
