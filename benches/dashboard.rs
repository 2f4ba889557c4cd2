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

/// The views of the detail, by how often `v` is pressed to get there.
const VIEWS: [(&str, usize); 3] = [("compare", 0), ("document", 1), ("raw", 2)];

fn in_view(view: &str) -> Dashboard {
    let mut dashboard = Dashboard::with_many_keys();
    let presses = VIEWS.iter().find(|(name, _)| *name == view);
    for _ in 0..presses.map_or(0, |(_, presses)| *presses) {
        dashboard.press(Key::Char('v'));
    }
    dashboard
}

/// `j` and `k` in a document of a megabyte with many keys, in each view.
#[divan::bench(args = VIEWS.map(|(name, _)| name), sample_count = 2000)]
fn scroll_a_document_of_a_megabyte(bencher: Bencher, view: &str) {
    let mut dashboard = in_view(view);
    bencher.bench_local(|| dashboard.walk());
}

/// To the end of a document of a megabyte and back, a page at a time.
#[divan::bench(args = VIEWS.map(|(name, _)| name), sample_count = 2000)]
fn page_through_a_document_of_a_megabyte(bencher: Bencher, view: &str) {
    let mut dashboard = in_view(view);
    dashboard.press(Key::End);
    let mut up = true;
    bencher.bench_local(|| {
        up = !up;
        dashboard.press(if up { Key::PageDown } else { Key::PageUp });
    });
}

/// `v` until the same view is there again: each of the three is opened once.
#[divan::bench(sample_count = 200)]
fn open_each_view_of_a_document_of_a_megabyte(bencher: Bencher) {
    let mut dashboard = Dashboard::with_many_keys();
    bencher.bench_local(|| {
        for _ in VIEWS {
            dashboard.press(Key::Char('v'));
        }
    });
}

/// The first time that the bytes of a document of a megabyte are shown: their lines are looked for.
#[divan::bench(sample_count = 20, sample_size = 1)]
fn open_the_bytes_of_a_megabyte_first(bencher: Bencher) {
    bencher
        .with_inputs(|| in_view("document"))
        .bench_local_values(|mut dashboard| {
            dashboard.press(Key::Char('v'));
            // To give it back is not counted.
            dashboard
        });
}

/// `z` in a document of a megabyte: everything is folded, or unfolded.
#[divan::bench(args = ["compare", "document"], sample_count = 200)]
fn fold_a_document_of_a_megabyte(bencher: Bencher, view: &str) {
    let mut dashboard = in_view(view);
    bencher.bench_local(|| dashboard.press(Key::Char('z')));
}

/// The last letter of a search in a document of a megabyte; taking it back is not counted.
#[divan::bench(args = ["document", "raw"], sample_count = 100, sample_size = 1)]
fn search_a_document_of_a_megabyte(bencher: Bencher, view: &str) {
    search_for_the_last_letter(bencher, view, "part-0049");
}

/// As `search_a_document_of_a_megabyte`, with a letter that stands in it 80,000 times.
#[divan::bench(args = ["document", "raw"], sample_count = 100, sample_size = 1)]
fn search_a_megabyte_for_a_letter(bencher: Bencher, view: &str) {
    search_for_the_last_letter(bencher, view, "a");
}

fn search_for_the_last_letter(bencher: Bencher, view: &str, text: &str) {
    let dashboard = std::cell::RefCell::new(in_view(view));
    let mut keys: Vec<_> = text.chars().map(Key::Char).collect();
    let last = keys.pop().expect("a text");
    dashboard.borrow_mut().press(Key::Char('/'));
    for key in keys {
        dashboard.borrow_mut().press(key);
    }
    dashboard.borrow_mut().press(last);
    bencher
        .with_inputs(|| dashboard.borrow_mut().press(Key::Backspace))
        .bench_local_values(|()| dashboard.borrow_mut().press(last));
}

/// `n` in a document of a megabyte.
#[divan::bench(args = ["document", "raw"], sample_count = 2000)]
fn go_to_the_next_hit_in_a_megabyte(bencher: Bencher, view: &str) {
    let mut dashboard = in_view(view);
    for key in "/part-0049".chars() {
        dashboard.press(Key::Char(key));
    }
    dashboard.press(Key::Enter);
    bencher.bench_local(|| dashboard.press(Key::Char('n')));
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
