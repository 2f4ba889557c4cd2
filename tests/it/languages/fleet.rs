//! Sweep, plan and tasks in each language: what they look like, that they speak it throughout, and
//! that nothing which has its fixed place is cut.

mod plan;
mod sweep;
mod tasks;

use insta::assert_snapshot;
use mirrordeck::app::geometry::Size;
use mirrordeck::app::message::Message;
use mirrordeck::app::state::AppState;
use mirrordeck::i18n::{Language, Text, speaking};
use mirrordeck::model::mirror::MirrorId;

use crate::support::fixtures::{Bench, mirror_id};
use crate::support::glass::Glass;
use crate::support::leaks::{english, without_filters};
use crate::support::runs::many;
use crate::support::stage::Stage;

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
