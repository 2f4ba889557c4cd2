//! Every screen of the program in Korean and Japanese: no word of it is left in English, and whoever
//! wants to see them all finds them in the snapshots.

use std::collections::HashMap;
use std::fs;
use std::sync::Arc;
use std::time::Duration;

use insta::assert_snapshot;
use mirrordeck::app::geometry::Size;
use mirrordeck::app::keymap::{Action, Keymap, Place};
use mirrordeck::app::message::Message;
use mirrordeck::app::welcome::Welcome;
use mirrordeck::i18n::Language;
use mirrordeck::model::look::Look;
use mirrordeck::sim::service::Settings;
use serde_json::json;
use tempfile::TempDir;

use crate::support::fixtures::Bench;
use crate::support::glass::Glass;
use crate::support::leaks::{english, fleet_words, without_filters};
use crate::support::stage::Stage;

const LANGUAGES: [(&str, Language); 2] = [("ko", Language::Korean), ("ja", Language::Japanese)];
const SIZES: [(u16, u16); 2] = [(80, 24), (120, 36)];
const FIRMWARE: &str = "/greenhouse-07<Enter><Tab>j";
const DELETE: &str = "d<BackTab><Enter>";
/// What documents have around their values, the account of the bench, and what is called so everywhere.
const NAMES: [&str; 33] = [
    "state",
    "metadata",
    "timestamp",
    "curl",
    "tmux",
    "host",
    "test",
    "Delete",
    "Insert",
    "NAME",
    "Management",
    "Governance",
    "Sub",
    "Account",
    "Accounts",
    "Access",
    "Key",
    "DEFAULT",
    "export",
    "true",
    "false",
    "null",
    "MQTT",
    "POST",
    "yes",
    "no",
    "none",
    "min",
    "CSV",
    "csv",
    "jsonl",
    "Lines",
    "date",
];

/// A screen in one language.
fn speaks(screen: &str, language: Language, what: &str) {
    let found = english(&without_filters(screen), &[fleet_words(), &NAMES].concat());
    assert!(
        found.is_empty(),
        "{what} in {language:?}: {found:?}\n{screen}"
    );
}

/// Takes the journey and looks at its end in both languages at both sizes; hands each screen on.
fn at_the_end(name: &str, journey: impl Fn(&mut Stage), see: impl Fn(String, String)) {
    for (columns, rows) in SIZES {
        for (code, language) in LANGUAGES {
            let mut stage = Stage::open_speaking(language, columns, rows);
            journey(&mut stage);
            speaks(&stage.screen(), language, name);
            see(format!("{name}_{code}_{columns}x{rows}"), stage.screen());
        }
    }
}

/// As `at_the_end`, for a screen that has no other snapshot in these languages.
fn at_the_end_of(name: &str, journey: impl Fn(&mut Stage)) {
    at_the_end(name, journey, |name, screen| assert_snapshot!(name, screen));
}

/// As `at_the_end`, for a screen that has one.
fn also_at_the_end_of(name: &str, journey: impl Fn(&mut Stage)) {
    at_the_end(name, journey, |_, _| {});
}

fn device_reports(stage: &mut Stage, target: &str) {
    let now_ms = stage.now_ms();
    stage.service.with_service(|service| {
        let reported = json!({ "target": target });
        service.device_reports("greenhouse-07", Some("firmware"), &reported, now_ms)
    });
}

#[test]
fn the_detail_in_its_three_views() {
    at_the_end_of("compare", |stage| {
        stage.press(FIRMWARE).press("<Enter>");
    });
    at_the_end_of("compare_differing", |stage| {
        stage.press(FIRMWARE).press("<Enter>f");
    });
    at_the_end_of("compare_folded", |stage| {
        stage.press("/greenhouse-07<Enter><Tab><Enter>z");
    });
    at_the_end_of("document", |stage| {
        stage.press(FIRMWARE).press("<Enter>v");
    });
    at_the_end_of("document_searched", |stage| {
        stage.press(FIRMWARE).press("<Enter>v/target<Enter>n");
    });
    at_the_end_of("raw", |stage| {
        stage.press(FIRMWARE).press("<Enter>vv");
    });
}

#[test]
fn old_and_fresh_drift() {
    at_the_end_of("drift_fresh", |stage| {
        let now_ms = stage.now_ms();
        stage.service.with_service(|service| {
            service.device_reports(
                "greenhouse-07",
                Some("firmware"),
                &json!({ "target": "0.0.1" }),
                now_ms,
            )
        });
        stage.press(FIRMWARE).press("<Enter>");
    });
    at_the_end_of("drift_old", |stage| {
        // Asked for 214 days ago, and not reported since: the last of its rows.
        stage.press(FIRMWARE).press("<Enter>G");
    });
}

#[test]
fn a_watch_and_an_older_version() {
    let watched = |stage: &mut Stage| {
        stage.press(FIRMWARE).press("<Enter>w");
        device_reports(stage, "9.9.9");
        stage.pass(Duration::from_secs(6));
    };
    at_the_end_of("watch", watched);
    for (name, keys) in [
        ("watch_older", "["),
        ("watch_older_document", "v["),
        ("watch_older_raw", "vv["),
    ] {
        at_the_end_of(name, |stage| {
            watched(stage);
            stage.press(keys);
        });
    }
}

#[test]
fn what_lies_over_the_panes() {
    for (name, keys) in [
        ("copy_mirrors", "y"),
        ("copy_detail", "<Enter>y"),
        ("export", "x<Ctrl-U>a.json"),
        ("palette_devices", "<BackTab>:"),
        ("palette_mirrors", ":"),
        ("palette_nothing", ":없는말"),
    ] {
        at_the_end_of(name, |stage| {
            stage.press(FIRMWARE).press(keys);
        });
    }
}

#[test]
fn the_question_before_a_file_is_overwritten() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("1.json");
    fs::write(&path, "mine").unwrap();
    let keys = format!("x<Ctrl-U>{}<Enter>", path.display());
    for (columns, rows) in SIZES {
        let mut stage = Stage::open(columns, rows);
        stage.press(FIRMWARE).press(&keys);
        for (_, language) in LANGUAGES {
            stage.speak(language);
            let screen = stage.screen().replace("tmp", "");
            speaks(&screen, language, "the question");
        }
    }
}

#[test]
fn the_help_of_every_place_from_its_first_line_to_its_last() {
    for (name, keys) in [
        ("help_devices", "?"),
        ("help_mirrors", "<Tab>?"),
        ("help_detail", "<Tab><Tab>?"),
        ("help_trash", "t?"),
        ("help_sweep", "S?"),
        ("help_tasks", "T?"),
    ] {
        at_the_end_of(name, |stage| {
            stage.press(keys);
        });
        for (_, language) in LANGUAGES {
            let mut stage = Stage::open_speaking(language, 80, 24);
            stage.press(keys);
            for _ in 0..40 {
                speaks(&stage.screen(), language, name);
                stage.rush("j").draw();
            }
        }
    }
}

#[test]
fn sweep_trash_plan_and_tasks() {
    for (name, keys) in [
        ("sweep", "Sc"),
        ("sweep_marked", "S * "),
        ("tasks_empty", "T"),
        ("trash_empty", "t"),
    ] {
        also_at_the_end_of(name, |stage| {
            stage.press(keys).settle();
        });
    }
    also_at_the_end_of("plan", |stage| {
        stage.press("S").settle().press("* d").settle();
    });
    also_at_the_end_of("trash", |stage| {
        stage.press(FIRMWARE).press(DELETE).press("t<Tab>");
    });
    also_at_the_end_of("trash_difference", |stage| {
        stage.press(FIRMWARE).press(DELETE);
        device_reports(stage, "9.9.9");
        stage.press("tv<Tab>");
    });
}

#[test]
fn dialogs() {
    also_at_the_end_of("delete", |stage| {
        stage.press(FIRMWARE).press("d");
    });
    also_at_the_end_of("delete_default", |stage| {
        stage.press("/greenhouse-07<Enter><Tab>d");
    });
    also_at_the_end_of("restore", |stage| {
        stage.press(FIRMWARE).press(DELETE).press("u");
    });
    also_at_the_end_of("restored", |stage| {
        stage.press(FIRMWARE).press(DELETE);
        stage.press("u<BackTab><Enter>");
    });
}

#[test]
fn the_welcome_screen_and_an_empty_account() {
    for (columns, rows) in SIZES {
        for (_, language) in LANGUAGES {
            let file = "/home/op/.ncloud/configure".into();
            let look = Arc::new(Look::colourless());
            let mut welcome = Welcome::new(language, look, file, vec![]);
            welcome.update(&Message::Resized(Size { columns, rows }));
            let mut glass = Glass::new(columns, rows);
            glass.draw_by(|frame| mirrordeck::view::welcome::draw(&welcome, frame));
            let screen = glass.text().replace("export", "");
            speaks(&screen, language, "the welcome screen");
        }
        let settings = Settings {
            devices: 0,
            ..Settings::default()
        };
        let mut stage = Stage::begin(columns, rows, settings);
        stage.settle();
        for (_, language) in LANGUAGES {
            stage.speak(language);
            speaks(&stage.screen(), language, "an empty account");
        }
    }
}

/// The way to each place.
const WAYS: [(Place, &str); 17] = [
    (Place::Devices, ""),
    (Place::Mirrors, FIRMWARE),
    (Place::Detail, "/greenhouse-07<Enter><Tab>j<Enter>"),
    (Place::Filter, "/온실"),
    (Place::DialogField, "/greenhouse-07<Enter><Tab>jd"),
    (Place::DialogKeep, "/greenhouse-07<Enter><Tab>jd<Tab><Tab>"),
    (Place::Trash, "t"),
    (Place::TrashFilter, "t/"),
    (Place::Sweep, "S"),
    (Place::SweepFilter, "S/"),
    (Place::Tasks, "T"),
    (Place::Plan, "S * d"),
    (Place::PlanCount, "S * d<Tab>"),
    (Place::Prompt, "/greenhouse-07<Enter><Tab>jx<Ctrl-U>"),
    (Place::CopyMenu, "/greenhouse-07<Enter><Tab>jy"),
    (Place::Palette, ":"),
    (Place::Help, "?"),
];

#[test]
fn every_action_is_answered_in_the_language() {
    let keymap = Keymap::built_in();
    // In two places at most: the same action says much the same elsewhere, and this takes long.
    let mut seen: HashMap<&str, usize> = HashMap::new();
    for (place, way) in WAYS {
        for binding in keymap.bindings(place) {
            let times = seen.entry(binding.action.name()).or_default();
            *times += 1;
            if *times > 2 {
                continue;
            }
            let mut stage = Stage::open_speaking(Language::Korean, 120, 36);
            stage.press(way);
            assert_eq!(stage.state.place(), place);
            stage.apply(Message::Pressed(binding.keys[0]));
            if binding.action != Action::Quit {
                stage.settle();
            }
            let what = format!("{} in {place:?}", binding.action.name());
            speaks(&stage.screen(), Language::Korean, &what);
            // The words of the palette are those of the language that it was opened in.
            if stage.state.place() != Place::Palette {
                stage.speak(Language::Japanese);
                speaks(&stage.screen(), Language::Japanese, &what);
            }
        }
    }
}

#[test]
fn a_key_that_does_nothing_here_says_so_in_the_language() {
    for (_, way) in WAYS {
        for (_, language) in LANGUAGES {
            let mut bench = Bench::open();
            bench.state.setup.language = language;
            bench.press(way).press("%");
            let mut glass = Glass::new(120, 36);
            bench.state.size = Size {
                columns: 120,
                rows: 36,
            };
            glass.draw(&bench.state);
            speaks(&glass.text(), language, way);
        }
    }
}
