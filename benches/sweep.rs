//! What a sweep costs beside the network: an answer and the frame after it, a key, a filter, a file.

use std::io::{Sink, sink};

use divan::Bencher;
use jiff::tz::TimeZone;
use mirrordeck::app::effect::Effect;
use mirrordeck::app::geometry::Size;
use mirrordeck::app::key::Key;
use mirrordeck::app::message::{Answer, Answered, Message, RequestId};
use mirrordeck::app::state::{AppState, Setup};
use mirrordeck::app::update::update;
use mirrordeck::i18n::Language;
use mirrordeck::model::account::Account;
use mirrordeck::model::device::Identifier;
use mirrordeck::model::mirror::{MirrorId, MirrorList, MirrorName};
use mirrordeck::model::summary::{MirrorSummary, Summarized};
use mirrordeck::view::view;
use ratatui::backend::CrosstermBackend;
use ratatui::layout::Rect;
use ratatui::{Terminal, TerminalOptions, Viewport};

/// The moment at which every answer comes, Unix milliseconds.
const NOW_MS: i64 = 1_700_000_000_000;
/// Named mirrors of each device.
const MIRRORS: usize = 30;
const SIZE: Size = Size {
    columns: 120,
    rows: 36,
};

fn main() {
    divan::main();
}

/// A program whose questions are answered when the benchmark says so.
struct Table {
    state: AppState,
    terminal: Terminal<CrosstermBackend<Sink>>,
    open: Vec<Effect>,
    answers: u64,
}

impl Table {
    /// A sweep over this many devices; the first questions are out.
    fn over(devices: usize) -> Self {
        let setup = Setup {
            account: Account::default(),
            base_url: "https://host/v1".to_owned(),
            language: Language::English,
            clipboard: mirrordeck::model::clipboard::Clipboard::Direct,
            zone: TimeZone::UTC,
            keymap: mirrordeck::app::keymap::Keymap::built_in(),
            token_prefix: "md".to_owned(),
            request_limit_ms: 20_000,
            watch_ms: 5_000,
            return_looks_ms: vec![],
        };
        let options = TerminalOptions {
            viewport: Viewport::Fixed(Rect::new(0, 0, SIZE.columns, SIZE.rows)),
        };
        let terminal = Terminal::with_options(CrosstermBackend::new(sink()), options);
        let mut table = Self {
            state: AppState::new(setup, SIZE),
            terminal: terminal.expect("a sink takes everything"),
            open: Vec::new(),
            answers: 0,
        };
        let names = (0..devices).map(|nth| format!("device-{nth:06}"));
        let names = names.map(|name| Identifier::new(&name).expect("a name"));
        table.state.marks.add_devices(names);
        table.press(Key::Char('S'));
        table
    }

    /// As `over`, all names read.
    fn filled(devices: usize) -> Self {
        let mut table = Self::over(devices);
        while table.answer() {}
        table
    }

    /// As `filled`, the facts are being read, and the rows are sorted by their age.
    fn reading(devices: usize) -> Self {
        let mut table = Self::filled(devices);
        for key in ['c', 's', 's', 's'] {
            table.press(Key::Char(key));
        }
        table
    }

    fn press(&mut self, key: Key) {
        let effects = update(&mut self.state, Message::Pressed(key));
        self.open.extend(effects);
        self.draw();
    }

    fn text(&mut self, text: &str) {
        for c in text.chars() {
            self.press(Key::Char(c));
        }
    }

    fn draw(&mut self) {
        let state = &self.state;
        self.terminal
            .draw(|frame| view(state, frame))
            .expect("a sink takes everything");
    }

    /// Answers the question asked last; says whether there was one.
    fn answer(&mut self) -> bool {
        while let Some(effect) = self.open.pop() {
            let (request, answer) = match effect {
                Effect::SweepNames { request, .. } => (request, names()),
                Effect::ReadFacts { request, target } => (request, self.facts(&target)),
                _ => continue,
            };
            self.take(request, answer);
            return true;
        }
        false
    }

    fn take(&mut self, request: RequestId, answer: Answer) {
        self.answers += 1;
        let effects = update(
            &mut self.state,
            Message::Answered(Answered {
                request,
                at_ms: NOW_MS + i64::try_from(self.answers).unwrap_or(0),
                took_ms: 20,
                clock_correction_s: 0,
                answer,
            }),
        );
        self.open.extend(effects);
    }

    fn facts(&self, target: &MirrorId) -> Answer {
        if target.mirror == MirrorName::Default {
            return Answer::Facts(Ok(Summarized::Absent));
        }
        // Ages in no order, so that each row has a long way to its place.
        let age = self.answers.wrapping_mul(2_654_435_761) % 100_000_000_000;
        Answer::Facts(Ok(Summarized::Found(MirrorSummary {
            version: Some(self.answers),
            last_report_ms: Some(NOW_MS - i64::try_from(age).unwrap_or(0)),
            differing: u32::try_from(age % 3).unwrap_or(0),
            bytes: age % 5_000,
            read_at_ms: NOW_MS,
        })))
    }
}

fn names() -> Answer {
    let named = |nth| MirrorName::named(&format!("mirror-{nth:02}")).expect("a name");
    Answer::Mirrors(Ok(MirrorList {
        names: (0..MIRRORS).map(named).collect(),
        unusable: 0,
    }))
}

/// A whole sweep, names only; no frame. Ten times the devices may take eleven times as long.
#[divan::bench(args = [1_000, 10_000, 100_000], sample_count = 3, sample_size = 1)]
fn sweep_names(bencher: Bencher, devices: usize) {
    bencher
        .with_inputs(|| Table::over(devices))
        .bench_local_values(|mut table| while table.answer() {});
}

/// The facts of one of 300,000 rows, its way to its place, and the frame after it.
#[divan::bench(sample_count = 3000, sample_size = 1)]
fn an_answer_and_a_frame(bencher: Bencher) {
    let mut table = Table::reading(10_000);
    bencher.bench_local(|| {
        table.answer();
        table.draw();
    });
}

/// `j` in 300,000 rows, and the frame.
#[divan::bench(sample_count = 3000)]
fn a_key(bencher: Bencher) {
    let mut table = Table::filled(10_000);
    bencher.bench_local(|| table.press(Key::Char('j')));
}

/// The last letter of a filter over so many devices with 30 mirrors each, and the frame.
#[divan::bench(args = [1_000, 10_000], sample_count = 30, sample_size = 1)]
fn a_filter_key(bencher: Bencher, devices: usize) {
    let table = std::cell::RefCell::new(Table::filled(devices));
    table.borrow_mut().text("/mirror:mirror-1");
    bencher
        .with_inputs(|| table.borrow_mut().press(Key::Backspace))
        .bench_local_values(|()| table.borrow_mut().press(Key::Char('1')));
}

/// `*` over so many devices with 30 mirrors each.
#[divan::bench(args = [1_000, 10_000], sample_count = 5, sample_size = 1)]
fn mark_all(bencher: Bencher, devices: usize) {
    let table = std::cell::RefCell::new(Table::filled(devices));
    bencher
        .with_inputs(|| table.borrow_mut().press(Key::Ctrl('u')))
        .bench_local_values(|()| table.borrow_mut().press(Key::Char('*')));
}

/// 300,000 rows as CSV.
#[divan::bench(sample_count = 5, sample_size = 1)]
fn save_as_csv(bencher: Bencher) {
    let table = Table::filled(10_000);
    let sweep = table.state.sweep.as_ref().expect("a sweep");
    bencher.bench_local(|| sweep.snapshot().csv().len());
}

/// `d` with so many thousand mirrors marked, and the facts of each: all of them are in the plan.
#[divan::bench(args = [10, 100], sample_count = 3, sample_size = 1)]
fn plan_a_deletion_of_thousands(bencher: Bencher, thousands: usize) {
    bencher
        .with_inputs(|| {
            let mut table = Table::filled(thousands * 1000 / MIRRORS);
            table.press(Key::Char('*'));
            table
        })
        .bench_local_values(|mut table| {
            table.press(Key::Char('d'));
            while table.answer() {}
            assert!(table.state.plan.is_some(), "the plan is open");
            table
        });
}
