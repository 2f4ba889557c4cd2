//! Sweep, plan and tasks in each language: what they look like, that they speak it throughout, and
//! that nothing which has its fixed place is cut.

use std::time::Duration;

use insta::assert_snapshot;
use mirrordeck::app::geometry::Size;
use mirrordeck::app::message::{Answer, Message};
use mirrordeck::app::state::{AppState, Question};
use mirrordeck::app::sweep::COLUMNS;
use mirrordeck::app::tasks;
use mirrordeck::i18n::{Language, Text, speaking};
use mirrordeck::model::error::ApiError;
use mirrordeck::model::mirror::MirrorId;
use mirrordeck::model::outcome::Word;
use mirrordeck::model::summary::{MirrorSummary, Summarized};
use mirrordeck::model::sweep_filter::FORMS;
use mirrordeck::model::task::{ItemState, RunEvent};
use mirrordeck::text;

use crate::support::fixtures::{Bench, NOW_MS, mirror_id};
use crate::support::glass::Glass;
use crate::support::leaks::{english, without_filters};
use crate::support::runs::{end, facts, item_end, many, record, silence, summary};
use crate::support::stage::Stage;
use crate::sweep::screens;

const SIZES: [(u16, u16); 2] = [(80, 24), (120, 36)];

/// Words of the language of filters, and what files are called.
const COMMON: [&str; 7] = ["yes", "no", "none", "name", "min", "Lines", "csv"];

/// Names of the benches.
const NAMES: [&str; 10] = [
    "device",
    "legacy",
    "firmware",
    "greenhouse",
    "tab",
    "tbed",
    "host",
    "test",
    "key",
    "reset",
];

/// The screen between header and status line.
struct Seen {
    language: Language,
    body: String,
    /// Words of devices and mirrors.
    names: Vec<String>,
}

impl Seen {
    fn new(state: &AppState, screen: &str) -> Self {
        let lines: Vec<&str> = screen.lines().collect();
        let language = state.setup.language;
        let swept = state.sweep.iter().flat_map(|sweep| sweep.rows_from(0));
        let swept = swept.flat_map(|row| {
            let names = [row.device.shown(), row.mirror.shown()];
            names.map(latin_words).concat()
        });
        let named = NAMES.iter().map(|name| (*name).to_owned());
        Self {
            language,
            body: lines[1..lines.len() - 2].join("\n"),
            names: swept.chain(named).collect(),
        }
    }

    /// Fails for a Latin word that is neither a name nor the same in every language.
    fn assert_speaks(&self) {
        if self.language == Language::English {
            return;
        }
        let names = self.names.iter().map(String::as_str);
        let names: Vec<_> = names.chain(COMMON).collect();
        let found = english(&without_filters(&self.body), &names);
        assert!(
            found.is_empty(),
            "{found:?} in {:?}:\n{}",
            self.language,
            self.body
        );
    }

    /// Fails where these do not stand on the screen in full.
    fn assert_whole(&self, texts: impl IntoIterator<Item = Text>) {
        for text in texts {
            let words = speaking(self.language, || text.to_string());
            assert!(
                self.body.contains(&words),
                "{words} in {:?}:\n{}",
                self.language,
                self.body
            );
        }
    }
}

fn latin_words(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_ascii_alphabetic());
    words
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Looks at a screen in every language and size.
fn look(name: &str, show: impl Fn(Language, Size) -> Seen, whole: impl Fn() -> Vec<Text>) {
    for (code, language) in Language::ALL {
        for (columns, rows) in SIZES {
            let seen = show(language, Size { columns, rows });
            seen.assert_speaks();
            seen.assert_whole(whole());
            assert_snapshot!(format!("{name}_{code}_{columns}x{rows}"), seen.body);
        }
    }
}

/// The sample fleet after these keys.
fn staged(journey: impl Fn(&mut Stage)) -> impl Fn(Language, Size) -> Seen {
    move |language, size| {
        let mut stage = Stage::open(size.columns, size.rows);
        stage.state.setup.language = language;
        journey(&mut stage);
        stage.draw();
        Seen::new(&stage.state, &stage.screen())
    }
}

/// A bench after this journey.
fn benched(journey: impl Fn() -> Bench) -> impl Fn(Language, Size) -> Seen {
    move |language, size| {
        let mut bench = journey();
        bench.state.setup.language = language;
        bench.send(Message::Resized(size));
        let mut glass = Glass::new(size.columns, size.rows);
        glass.draw(&bench.state);
        Seen::new(&bench.state, &glass.text())
    }
}

fn sweep_titles() -> Vec<Text> {
    COLUMNS.map(mirrordeck::app::sweep::Column::title).to_vec()
}

#[test]
fn a_sweep_that_reads() {
    let show = staged(|stage| {
        stage.fault(r#"{"operation":"view","times":99999,"fault":{"slow_ms":700}}"#);
        stage.rush("Sc").pass(Duration::from_secs(2));
    });
    look("sweep_reading", show, sweep_titles);
}

#[test]
fn a_sweep_that_is_done_with_marks() {
    let show = staged(|stage| {
        stage.press("Sc").settle().press("sssojj j ");
    });
    look("sweep_done", show, || {
        let mut whole = sweep_titles();
        whole.push(text!("sweep-marked", count = 2_u64));
        whole
    });
}

#[test]
fn a_filter_with_its_help() {
    let show = staged(|stage| {
        stage.press("S * /drift:yes -mirror:tuning");
    });
    look("sweep_filter", show, || {
        let words = FORMS
            .iter()
            .map(mirrordeck::model::sweep_filter::Form::words);
        let forms = FORMS
            .iter()
            .map(mirrordeck::model::sweep_filter::Form::form);
        forms.chain(words).chain([text!("filter-help")]).collect()
    });
}

#[test]
fn a_filter_that_is_not_understood() {
    let show = staged(|stage| {
        stage.press("S/mirror:legacy* agee:>90d");
    });
    look("sweep_problem", show, || {
        vec![
            text!("filter-did-you-mean", field = "age"),
            text!("filter-see-above", at = 16_u64),
        ]
    });
}

#[test]
fn what_a_sweep_could_not_read() {
    look("sweep_failed", benched(screens::failed), || {
        vec![text!("sweep-failures"), text!("sweep-all-named")]
    });
}

/// Mirrors of every kind, and many named alike.
fn fleet() -> Vec<MirrorId> {
    let mut targets = vec![
        mirror_id("온실-7 밸브 A", None),
        mirror_id("온실-7 밸브 A", Some("default")),
        mirror_id("tab\tbed", Some("firmware")),
    ];
    targets.extend(many(40));
    targets.sort();
    targets
}

/// Some have moved or are gone, have no version or cannot be read.
fn read(target: &MirrorId) -> Result<Summarized, ApiError> {
    let quiet = summary(Some(7));
    Ok(match (target.device.raw(), target.mirror.shown()) {
        ("온실-7 밸브 A", "default") => Summarized::Found(MirrorSummary {
            last_report_ms: Some(NOW_MS - 4000),
            differing: 2,
            ..quiet
        }),
        ("device-00001", _) => facts(9),
        ("tab\tbed", _) => Summarized::Absent,
        ("device-00003", _) => return Err(silence()),
        ("device-00004", _) => Summarized::Found(summary(None)),
        _ => facts(7),
    })
}

fn plan_labels() -> Vec<Text> {
    vec![
        text!("plan-title-delete"),
        text!("plan-account"),
        text!("plan-column-mirror"),
        text!("plan-column-version"),
        text!("plan-column-note"),
        text!("plan-number-delete"),
    ]
}

#[test]
fn a_plan_that_reads() {
    let show = benched(|| {
        let mut bench = Bench::open();
        bench.mark(&fleet()).press("<Tab>d");
        bench
    });
    look("plan_reading", show, || {
        let mut whole = plan_labels();
        whole.push(text!("plan-hint-reading"));
        whole.push(text!("plan-reading", done = 0_u64, all = 43_u64));
        whole
    });
}

#[test]
fn a_plan_with_rows_that_are_left_out() {
    let show = benched(|| {
        let mut bench = Bench::open();
        bench.plan(&fleet(), read);
        bench
    });
    look("plan", show, || {
        let mut whole = plan_labels();
        whole.push(text!("plan-to-delete", count = 39_u64));
        whole.push(text!("plan-hint-tab"));
        whole.push(text!("plan-out-gone"));
        whole
    });
}

#[test]
fn a_plan_with_a_wrong_number() {
    let show = benched(|| {
        let mut bench = Bench::open();
        bench.plan(&fleet(), read);
        bench.press(" j <Tab>12<Enter>");
        bench
    });
    look("plan_number", show, || {
        let mut whole = plan_labels();
        whole.push(text!("plan-hint-apply"));
        whole.push(text!("plan-other-number"));
        whole
    });
}

#[test]
fn a_saved_plan() {
    let show = benched(|| {
        let mut bench = Bench::open();
        bench.plan(&fleet()[..12], |_| Ok(facts(7)));
        let bytes = crate::update::saved_plans::save(&mut bench);
        let mut bench = Bench::open();
        bench.press("To<Enter>");
        bench.answer_all(&Answer::FileRead(Ok(bytes)));
        bench.read_facts(read).draw();
        bench
    });
    look("plan_saved", show, || vec![text!("plan-title-saved")]);
}

/// A run over the fleet in the middle of it, with items in every state.
fn running() -> Bench {
    let mut bench = Bench::open();
    let run = bench.apply_plan(&fleet());
    for number in 0..20 {
        bench.item(&run, number, end(number, Word::Deleted));
    }
    let others = Word::ALL
        .into_iter()
        .filter(|word| !matches!(word, Word::Deleted | Word::Restored | Word::NotRestored));
    for (number, word) in (20..).zip(others) {
        bench.item(&run, number, end(number, word));
    }
    bench.item(&run, 30, ItemState::CameBack(item_end(30, Word::Deleted)));
    bench.item(&run, 31, ItemState::Sent);
    bench.news(&run, vec![]);
    bench
}

fn run_labels() -> Vec<Text> {
    vec![
        text!("task-title"),
        text!("count-deletions", count = 43_u64),
    ]
}

#[test]
fn a_run_and_its_items() {
    let show = benched(|| {
        let mut bench = running();
        bench.press("<Enter>G");
        bench
    });
    look("tasks", show, || {
        let mut whole = run_labels();
        whole.extend([text!("task-phase-running"), text!("task-state-queued")]);
        whole
    });
}

#[test]
fn every_state_of_an_item_stands_in_full() {
    let show = benched(|| {
        let mut bench = running();
        bench.press("<Enter>gjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjj");
        bench
    });
    for (_, language) in Language::ALL {
        for (columns, rows) in [(120, 60), (80, 80)] {
            let seen = show(language, Size { columns, rows });
            let not_there = [Word::Restored.text(), Word::NotRestored.text()];
            let states = tasks::words().filter(|word| !not_there.contains(word));
            let cancelled = text!("task-state-cancelled");
            seen.assert_whole(states.filter(|word| *word != cancelled));
        }
    }
}

#[test]
fn what_did_not_end_well() {
    let show = benched(|| {
        let mut bench = running();
        bench.press("f<Enter>");
        bench
    });
    look("tasks_failed", show, || {
        vec![text!("task-title"), Word::VersionConflict.text()]
    });
}

#[test]
fn a_run_that_paused_itself() {
    let show = benched(|| {
        let mut bench = Bench::open();
        let run = bench.apply_plan(&fleet());
        let why = Text::verbatim("온실 tab");
        bench.news(&run, vec![RunEvent::Paused(why)]);
        bench
    });
    look("tasks_paused", show, run_labels);
}

#[test]
fn runs_that_ended_or_were_cut_off() {
    let show = benched(|| {
        let mut bench = Bench::open();
        let states = |word| vec![end(0, word), end(1, Word::Deleted), ItemState::Queued];
        let mut cut_off = record(1, &fleet()[..3], states(Word::Deleted));
        cut_off.states[1] = ItemState::Sent;
        let mut closed = record(2, &fleet()[..3], states(Word::VersionConflict));
        closed.is_closed = true;
        let done = record(3, &fleet()[..1], vec![end(0, Word::Refused)]);
        bench.state.tasks.listing = None;
        let request = bench.state.ask(Question::Tasks);
        bench.answer(request, Answer::Tasks(Ok(vec![cut_off, closed, done])));
        bench.press("<Esc>S<Esc>TG");
        bench
    });
    look("tasks_past", show, || {
        vec![
            text!("task-title"),
            text!("task-phase-done"),
            text!("task-phase-cancelled"),
            text!("task-phase-cut-off"),
            text!(
                "task-sweep",
                devices = text!("count-devices", count = 2_u64)
            ),
        ]
    });
}

#[test]
fn no_runs() {
    let show = benched(|| {
        let mut bench = Bench::open();
        bench.press("T");
        bench
    });
    look("tasks_none", show, || {
        vec![
            text!("task-title"),
            text!("task-items"),
            text!("task-none-hint"),
        ]
    });
}
