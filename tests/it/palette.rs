//! The palette and the help: all actions of a place, found by words.

use insta::assert_snapshot;
use mirrordeck::app::key::{Haste, Key};
use mirrordeck::app::keymap::{Action, Keymap, Place};
use mirrordeck::app::message::Message;
use mirrordeck::app::palette::Palette;
use mirrordeck::app::state::{Overlay, Screen};
use mirrordeck::i18n::Language;

use crate::support::fixtures::Bench;
use crate::support::stage::Stage;

/// The mirror `firmware` of `greenhouse-07` selected.
fn on_firmware(columns: u16, rows: u16, language: Language) -> Stage {
    let mut stage = Stage::open(columns, rows);
    stage.state.setup.language = language;
    stage.press("/greenhouse-07<Enter><Tab>j");
    stage
}

fn palette(stage: &Stage) -> &Palette {
    match &stage.state.overlay {
        Some(Overlay::Palette(palette)) => palette,
        other => panic!("no palette: {other:?}"),
    }
}

/// The actions that are found, the best first.
fn found(stage: &Stage) -> Vec<Action> {
    let palette = palette(stage);
    let found = palette.found().iter();
    found
        .map(|found| palette.entry(found).unwrap().action)
        .collect()
}

#[test]
fn an_action_is_found_by_its_words_and_asks_as_its_key_does() {
    let mut stage = on_firmware(120, 36, Language::English);
    stage.press(":delete the sel");
    assert_eq!(found(&stage)[0], Action::Delete);
    stage.press("<Enter>");
    assert!(
        stage.screen().contains("Delete mirror"),
        "{}",
        stage.screen()
    );
    assert!(stage.screen().contains("firmware"));
    assert!(stage.sent("DELETE").is_empty());
    stage.press("<Enter><Enter><Enter>");
    assert!(stage.notice().starts_with("kept"), "{}", stage.notice());
    stage.press(":delete<Enter><BackTab><Enter>");
    assert!(
        stage
            .notice()
            .starts_with("deleted greenhouse-07 › firmware")
    );
}

#[test]
fn what_is_open_here_is_what_is_listed_and_every_entry_does_what_its_key_does() {
    for (keys, place) in [
        ("", Place::Devices),
        ("<Tab>", Place::Mirrors),
        ("<Tab><Tab>", Place::Detail),
        ("t", Place::Trash),
        ("T", Place::Tasks),
        ("S", Place::Sweep),
    ] {
        let keymap = Keymap::built_in();
        for binding in keymap.bindings(place) {
            if binding.action == Action::Palette || binding.words().is_none() {
                continue;
            }
            let mut by_key = Bench::open();
            by_key.press(keys);
            assert_eq!(by_key.state.place(), place);
            by_key.effects.clear();
            by_key.send(Message::Pressed(binding.keys[0]));
            let mut by_palette = Bench::open();
            by_palette.press(keys).effects.clear();
            by_palette.press(":");
            loop {
                let Some(Overlay::Palette(palette)) = &by_palette.state.overlay else {
                    panic!("no palette in {place:?}")
                };
                if palette.selected().unwrap().action == binding.action {
                    break;
                }
                let at = palette.cursor.at;
                by_palette.press("<Down>");
                let Some(Overlay::Palette(palette)) = &by_palette.state.overlay else {
                    panic!("no palette in {place:?}")
                };
                assert!(
                    palette.cursor.at > at,
                    "{:?} is not listed in {place:?}",
                    binding.action
                );
            }
            by_palette.press("<Enter>");
            let name = binding.action.name();
            assert_eq!(
                by_palette.state.place(),
                by_key.state.place(),
                "{name} in {place:?}"
            );
            assert_eq!(by_palette.effects, by_key.effects, "{name} in {place:?}");
            assert_eq!(by_palette.notice(), by_key.notice(), "{name} in {place:?}");
        }
    }
}

#[test]
fn esc_closes_it_and_nothing_has_happened() {
    let mut stage = on_firmware(80, 24, Language::English);
    let before = stage.screen();
    stage.press(":dq?");
    assert!(stage.screen().contains("dq?"), "each printable key is text");
    stage.press("<Enter>");
    assert!(stage.screen().contains("no action has these words"));
    stage.press("<Esc>");
    assert_eq!(stage.screen(), before);
    stage.press(":<Ctrl-C>");
    assert!(stage.has_left());
}

#[test]
fn in_korean_an_action_is_found_in_both_languages_and_from_either_mode_of_the_keyboard() {
    let mut stage = on_firmware(120, 36, Language::Korean);
    // The last is `delete`, typed with the keyboard in Hangul mode.
    for words in ["삭제", "delete", "ㅇ디ㄷㅅㄷ"] {
        stage.press(&format!(":{words}"));
        assert_eq!(found(&stage)[0], Action::Delete, "{words}");
        stage.press("<Esc>");
    }
    stage.press(":sweep");
    assert!(stage.screen().contains("  sweep:  "), "{}", stage.screen());
    stage.press("<Ctrl-U>전체<Enter>").settle();
    assert_eq!(stage.state.screen(), Some(Screen::Sweep));
}

#[test]
fn a_key_finds_its_own_action_first() {
    let mut stage = on_firmware(80, 24, Language::English);
    for (key, action) in [
        ("S", Action::Sweep),
        ("t", Action::Trash),
        ("?", Action::Help),
    ] {
        stage.press(&format!(":{key}"));
        assert_eq!(found(&stage)[0], action, "{key}");
        stage.press("<Esc>");
    }
}

#[test]
fn read_only_lists_nothing_that_cannot_be_done() {
    let mut stage = on_firmware(80, 24, Language::English);
    stage.state.setup.account.read_only = true;
    stage.press(":");
    let actions = found(&stage);
    assert!(!actions.contains(&Action::Delete) && !actions.contains(&Action::BringBack));
    assert!(actions.contains(&Action::Trash));
    stage.press("<Esc>?");
    assert!(!stage.screen().contains("delete the selected"));
}

#[test]
fn a_paste_with_enter_runs_nothing_that_changes() {
    let mut stage = Stage::open(120, 36);
    stage.press("t:take an outcome");
    assert_eq!(found(&stage)[0], Action::Acknowledge);
    let before = stage.notice();
    for haste in [Haste::Held, Haste::Again, Haste::Rushed] {
        stage.apply(Message::Hasty(Key::Enter, haste)).settle();
        palette(&stage);
    }
    assert_ne!(stage.notice(), before);
    stage.press("<Enter>");
    assert!(
        stage.notice().contains("only an outcome not known"),
        "{}",
        stage.notice()
    );
}

#[test]
fn it_fits_every_size_in_every_language() {
    for (_, language) in Language::ALL {
        for (columns, rows) in [(60, 16), (80, 24), (120, 36), (200, 50)] {
            let mut stage = on_firmware(columns, rows, language);
            stage.press(":");
            let all = found(&stage);
            // Every row comes into view, and the frame stays whole.
            for _ in &all {
                let lines: Vec<_> = stage.screen().lines().map(str::to_owned).collect();
                assert_eq!(lines.iter().filter(|line| line.contains(" ▸ ")).count(), 1);
                assert!(lines[1].len() > 2 && lines.len() <= usize::from(rows));
                stage.press("<Down>");
            }
            assert_eq!(palette(&stage).cursor.at, all.len() - 1);
        }
    }
}

#[test]
fn every_action_stands_there_in_full_in_every_language() {
    for (_, language) in Language::ALL {
        for (_, place) in Place::ALL.iter().filter(|(_, place)| place.is_pane()) {
            let mut stage = Stage::open(80, 24);
            stage.speak(language);
            let palette = Palette::new(&Keymap::built_in(), *place, false, language);
            let entries = palette.entries().to_vec();
            stage.state.overlay = Some(Overlay::Palette(Box::new(palette)));
            stage.draw();
            for entry in entries {
                let screen = stage.screen();
                let row = screen.lines().find(|line| line.contains(" ▸ "));
                let row = row.unwrap_or_else(|| panic!("no row in\n{screen}"));
                assert!(row.contains(&entry.words), "{} in\n{row}", entry.words);
                stage.press("<Down>");
            }
        }
    }
}

#[test]
fn the_english_words_that_match_stand_there_in_full_too() {
    for language in [Language::Korean, Language::Japanese] {
        let mut stage = on_firmware(80, 24, language);
        for (typed, words) in [
            ("del", " delete "),
            ("sweep", " sweep: "),
            ("asks first", "asks first"),
            (
                "the selected or marked",
                " delete the selected or marked mirrors; asks first ",
            ),
        ] {
            stage.press(&format!(":{typed}"));
            let screen = stage.screen();
            let rows = screen.lines().skip(6).take(found(&stage).len());
            let rows: Vec<_> = rows.collect();
            assert!(rows[0].contains(" ▸ "), "{rows:#?}");
            assert!(rows.iter().any(|row| row.contains(words)), "{rows:#?}");
            assert!(rows.iter().all(|row| !row.contains('…')), "{rows:#?}");
            stage.press("<Esc>");
        }
    }
}

fn at_both_sizes(name: &str, keys: &str) {
    for (code, language) in [("en", Language::English), ("ko", Language::Korean)] {
        for (columns, rows) in [(80, 24), (120, 36)] {
            let mut stage = on_firmware(columns, rows, language);
            stage.press(keys);
            assert_snapshot!(format!("{name}_{code}_{columns}x{rows}"), stage.screen());
        }
    }
}

#[test]
fn the_palette_as_it_opens() {
    at_both_sizes("palette", ":");
}

#[test]
fn the_palette_with_words_in_it() {
    at_both_sizes("palette_found", ":del<Down>");
}

#[test]
fn the_help_of_the_mirrors_pane() {
    at_both_sizes("help_mirrors", "?");
}

#[test]
fn the_help_of_the_tasks() {
    at_both_sizes("help_tasks", "T?<PgDn>");
}
