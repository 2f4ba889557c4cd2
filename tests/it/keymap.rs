//! The table of keys.

use std::collections::{BTreeSet, HashSet};

use mirrordeck::app::detail::View;
use mirrordeck::app::key::Key;
use mirrordeck::app::keymap::{Action, Detail, HelpLine, Here, Keymap, Place, help};
use mirrordeck::app::message::Message;
use mirrordeck::i18n::{Language, sources, speaking};
use mirrordeck::sim::service::Settings;

use crate::support::stage::Stage;

fn places() -> impl Iterator<Item = Place> {
    Place::ALL.into_iter().map(|(_, place)| place)
}

fn action(place: Place, key: Key) -> Option<Action> {
    Keymap::built_in().action(place, key)
}

fn footer(place: Place, read_only: bool) -> Vec<(String, String)> {
    let keymap = Keymap::built_in();
    let words = keymap.footer(Here::anyhow(place, read_only));
    words.map(|(keys, word)| (keys, word.to_string())).collect()
}

#[test]
fn places_and_actions_are_found_by_their_names() {
    for (nth, (name, place)) in Place::ALL.into_iter().enumerate() {
        assert_eq!(place as usize, nth, "{name}");
        assert_eq!((Place::named(name), place.name()), (Some(place), name));
    }
    let mut seen = HashSet::new();
    for (name, action) in Action::ALL {
        assert!(seen.insert(action), "{name}");
        assert_eq!((Action::named(name), action.name()), (Some(action), name));
        let is_kebab = name.chars().all(|c| c.is_ascii_lowercase() || c == '-');
        assert!(is_kebab, "{name}");
    }
}

#[test]
fn every_action_can_be_reached_somewhere() {
    let keymap = Keymap::built_in();
    for (name, action) in Action::ALL {
        assert!(
            places().any(|place| !keymap.keys(place, action).is_empty()),
            "{name}"
        );
    }
}

#[test]
fn nobody_gets_stuck_anywhere() {
    for place in places() {
        let keymap = Keymap::built_in();
        let can = |action| !keymap.keys(place, action).is_empty();
        assert!(can(Action::Quit), "{place:?}");
        if place.is_pane() {
            assert!(can(Action::Help) && can(Action::Palette), "{place:?}");
        } else {
            assert!(can(Action::Cancel), "{place:?}");
        }
    }
}

#[test]
fn no_key_has_two_meanings_in_one_place_nor_an_action_two_lines() {
    let keymap = Keymap::built_in();
    for place in places() {
        let (mut keys, mut actions) = (HashSet::new(), HashSet::new());
        for binding in keymap.bindings(place) {
            assert!(
                actions.insert(binding.action),
                "{} twice in {place:?}",
                binding.action.name()
            );
            assert!(!binding.keys.is_empty());
            for key in &binding.keys {
                assert!(keys.insert(*key), "{key} twice in {place:?}");
            }
        }
    }
}

#[test]
fn every_binding_is_said_in_every_language() {
    let keymap = Keymap::built_in();
    let mut silent = BTreeSet::new();
    for place in places() {
        for binding in keymap.bindings(place) {
            if place.is_pane() && binding.words().is_none() {
                silent.insert((place.name(), binding.action.name()));
            }
            for text in [binding.words(), binding.footer()].into_iter().flatten() {
                let said =
                    Language::ALL.map(|(_, language)| speaking(language, || text.to_string()));
                for words in &said {
                    assert!(
                        !words.starts_with("key-") && !words.starts_with("help-"),
                        "{words}"
                    );
                }
                assert!(said[0] != said[1] && said[0] != said[2], "{said:?}");
            }
        }
    }
    // There it only says that mirrors are deleted, not devices.
    assert_eq!(silent, BTreeSet::from([("devices", "delete")]));
}

#[test]
fn the_words_of_the_footer_are_all_used() {
    let file = include_str!("../../assets/keymap.toml");
    for (topic, source) in sources(Language::English) {
        if topic != "help" && topic != "key" {
            continue;
        }
        let names = source.lines().filter_map(|line| line.split_once(" = "));
        for (name, _) in names {
            let quoted = format!("\"{name}\"");
            let in_code = [
                include_str!("../../src/app/keymap/help.rs"),
                include_str!("../../src/app/update/keys.rs"),
                include_str!("../../src/app/update/hangul_mode.rs"),
                include_str!("../../src/view/help.rs"),
            ];
            let is_used =
                file.contains(&quoted) || in_code.iter().any(|code| code.contains(&quoted));
            assert!(is_used, "{name}");
        }
    }
}

#[test]
fn ctrl_c_quits_everywhere_and_q_outside_of_text_fields() {
    for place in places() {
        let has_no_q = place.is_text_field() || place == Place::Quit;
        let q = (!has_no_q).then_some(Action::Quit);
        assert_eq!(action(place, Key::Char('q')), q, "{place:?}");
        assert_eq!(
            action(place, Key::Ctrl('c')),
            Some(Action::Quit),
            "{place:?}"
        );
    }
}

#[test]
fn in_text_fields_every_printable_key_is_text() {
    for place in places().filter(|place| place.is_text_field()) {
        for c in (' '..='~').chain(['ㅂ', '한', '🌱']) {
            assert_eq!(action(place, Key::Char(c)), None, "{c} in {place:?}");
        }
    }
}

#[test]
fn the_promised_keys_do_what_was_promised() {
    use mirrordeck::app::cursor::Step;
    for place in [Place::Devices, Place::Mirrors, Place::Detail] {
        for (keys, wanted) in [
            (&[Key::Char('j'), Key::Down][..], Action::Move(Step::Down)),
            (&[Key::Char('k'), Key::Up], Action::Move(Step::Up)),
            (&[Key::PageUp], Action::Move(Step::PageUp)),
            (&[Key::PageDown], Action::Move(Step::PageDown)),
            (&[Key::Home, Key::Char('g')], Action::Move(Step::First)),
            (&[Key::End, Key::Char('G')], Action::Move(Step::Last)),
            (&[Key::Tab, Key::Char('l'), Key::Right], Action::Next),
            (&[Key::BackTab, Key::Char('h'), Key::Left], Action::Previous),
            (&[Key::Esc], Action::OutOf),
            (&[Key::Char('/')], Action::Filter),
            (&[Key::Char('r')], Action::ReadAgain),
            (&[Key::Char('d'), Key::Delete], Action::Delete),
            (&[Key::Char('?')], Action::Help),
            (&[Key::Char('q'), Key::Ctrl('c')], Action::Quit),
        ] {
            for key in keys {
                assert_eq!(action(place, *key), Some(wanted), "{key} in {place:?}");
            }
        }
    }
    assert_eq!(action(Place::Devices, Key::Enter), Some(Action::Into));
    assert_eq!(action(Place::Mirrors, Key::Enter), Some(Action::Into));
}

#[test]
fn footer_and_help_name_only_what_works() {
    let keymap = Keymap::built_in();
    for place in places() {
        for (keys, word) in footer(place, false) {
            assert!(!keys.contains("  ") && !word.is_empty(), "{place:?}");
        }
    }
    let keys: Vec<_> = help(&keymap, Here::anyhow(Place::Mirrors, false), 80)
        .into_iter()
        .filter_map(|line| match line {
            HelpLine::Keys(keys, _) => Some(keys),
            HelpLine::Title(_) | HelpLine::Gap => None,
        })
        .collect();
    for shown in ["d  Delete", "Ctrl-U", "y", "j k  ↓ ↑", "g G  Home End"] {
        assert!(keys.iter().any(|keys| keys == shown), "{shown}");
    }
    assert!(
        footer(Place::Devices, false)
            .iter()
            .all(|(key, _)| key != "d"),
        "devices are never deleted"
    );
}

fn titles(place: Place) -> Vec<String> {
    let lines = help(&Keymap::built_in(), Here::anyhow(place, false), 120);
    let titles = lines.into_iter().filter_map(|line| match line {
        HelpLine::Title(title) => Some(title),
        HelpLine::Keys(..) | HelpLine::Gap => None,
    });
    titles.collect()
}

#[test]
fn the_help_begins_where_it_was_opened_and_says_all_else_once() {
    for (_, place) in Place::ALL.iter().filter(|(_, place)| place.is_pane()) {
        let titles = titles(*place);
        assert_eq!(titles[0], format!("Here: {}", place.title()), "{place:?}");
        let distinct: HashSet<_> = titles.iter().collect();
        assert_eq!(distinct.len(), titles.len(), "{titles:?}");
        assert!(
            !titles[1..].contains(&place.title().to_string()),
            "{titles:?}"
        );
        for section in ["Delete dialog", "Filter line", "Number of a plan", "File"] {
            assert!(
                titles.iter().any(|title| title == section),
                "{section} in {place:?}"
            );
        }
    }
    let said = help(&Keymap::built_in(), Here::anyhow(Place::Detail, false), 120);
    let watches = said
        .iter()
        .filter(|line| matches!(line, HelpLine::Keys(_, words) if words.starts_with("watch: ")));
    assert_eq!(watches.count(), 1, "what holds in two panes is said once");
}

#[test]
fn the_help_fits_in_every_language_and_at_every_width() {
    let keymap = Keymap::built_in();
    for (_, language) in Language::ALL {
        for columns in [60, 80, 120, 200] {
            let lines = speaking(language, || {
                help(&keymap, Here::anyhow(Place::Mirrors, false), columns)
            });
            let room = usize::from(columns.min(80)) - 4 - 5;
            for line in lines {
                let (keys, words) = match line {
                    HelpLine::Keys(keys, words) => (keys, words),
                    HelpLine::Title(title) => (String::new(), title),
                    HelpLine::Gap => continue,
                };
                let width = mirrordeck::model::width::width;
                assert!(
                    width(&keys) < 17 && 17 + width(&words) <= room + 17,
                    "{keys} {words}"
                );
            }
        }
    }
}

#[test]
fn read_only_offers_neither_to_delete_nor_to_restore() {
    let offers = |key: &str, read_only| {
        let footer = footer(Place::Mirrors, read_only);
        footer.iter().any(|(offered, _)| offered == key)
    };
    for key in ["d", "u"] {
        assert!(offers(key, false) && !offers(key, true), "{key}");
    }
    assert!(offers("t", true));
}

#[test]
fn only_enter_in_the_number_of_a_plan_applies_it() {
    for key in (' '..='~').map(Key::Char).chain([Key::Tab, Key::Esc]) {
        assert_ne!(action(Place::PlanCount, key), Some(Action::Accept), "{key}");
    }
    for place in [Place::Plan, Place::Tasks, Place::TaskItems] {
        assert!(Keymap::built_in().keys(place, Action::Accept).is_empty());
    }
    assert_eq!(action(Place::PlanCount, Key::Enter), Some(Action::Accept));
}

#[test]
fn the_keys_of_plans_and_tasks_do_what_was_promised() {
    for (key, wanted) in [
        (Key::Char(' '), Action::Mark),
        (Key::Tab, Action::Next),
        (Key::Char('e'), Action::Save),
        (Key::Char('r'), Action::TryAgain),
        (Key::Esc, Action::Cancel),
    ] {
        assert_eq!(action(Place::Plan, key), Some(wanted), "{key}");
    }
    for (key, wanted) in [
        (Key::Char('p'), Action::Pause),
        (Key::Char('x'), Action::Stop),
        (Key::Char('u'), Action::BringBack),
        (Key::Char('r'), Action::TryAgain),
        (Key::Char('f'), Action::Failed),
        (Key::Char('o'), Action::OpenPlan),
        (Key::Enter, Action::Into),
        (Key::Esc, Action::Cancel),
    ] {
        assert_eq!(action(Place::Tasks, key), Some(wanted), "{key}");
        assert_eq!(action(Place::TaskItems, key), Some(wanted), "{key}");
    }
    for place in [Place::Devices, Place::Mirrors, Place::Detail, Place::Sweep] {
        assert_eq!(action(place, Key::Char('T')), Some(Action::Tasks));
    }
}

#[test]
fn the_question_before_quitting_is_left_by_its_buttons() {
    for (key, wanted) in [
        (Key::Tab, Some(Action::Next)),
        (Key::Enter, Some(Action::Accept)),
        (Key::Esc, Some(Action::Cancel)),
        (Key::Ctrl('c'), Some(Action::Quit)),
        (Key::Char('q'), None),
        (Key::Char('y'), None),
    ] {
        assert_eq!(action(Place::Quit, key), wanted, "{key}");
    }
}

/// `KEY("PLACE/ACTION", "DEFAULT")` of a text, by what it names.
fn named_keys(text: &str) -> std::collections::BTreeMap<String, String> {
    let calls = text.split("KEY(\"").skip(1).map(|call| {
        let mut parts = call.split('"');
        let (of, default) = (parts.next().unwrap(), parts.nth(1).unwrap());
        (of.to_owned(), default.to_owned())
    });
    calls.collect()
}

#[test]
fn sentences_name_keys_that_there_are_and_the_same_in_each_language() {
    use mirrordeck::i18n::{Keys as _, sources};
    let keymap = Keymap::built_in();
    let mut count = 0;
    for ((topic, english), (korean, japanese)) in
        sources(Language::English).zip(sources(Language::Korean).zip(sources(Language::Japanese)))
    {
        let names = named_keys(english);
        assert_eq!(names, named_keys(korean.1), "{topic}");
        assert_eq!(names, named_keys(japanese.1), "{topic}");
        for (of, default) in &names {
            let (place, action) = of.split_once('/').unwrap();
            let place = Place::named(place).unwrap();
            let keys = keymap.keys(place, Action::named(action).unwrap());
            assert!(!keys.is_empty(), "{topic}: {of}");
            assert_eq!(keymap.key(of).as_ref(), Some(default), "{topic}: {of}");
        }
        count += names.len();
    }
    assert!(count > 50, "{count}");
}

#[test]
fn sentences_name_the_keys_of_the_user() {
    let text = "[keys.panes]\nother-view = 'V'\nfilter = 'F'\nwatch = []\n[keys.palette]\naccept = 'Ctrl-T'\n";
    let config = mirrordeck::config::FileConfig::parse(text).expect("sound keys");
    let mut stage = Stage::open(120, 36);
    stage.state.setup.keymap = config.keymap.expect("keys of the user");
    stage.press("<Tab><Tab>");
    assert!(
        stage.screen().contains("─ V compare ─"),
        "{}",
        stage.screen()
    );
    stage.press("[");
    assert!(
        stage.screen().contains("was seen; : watches it"),
        "{}",
        stage.screen()
    );
    stage.apply(Message::Pasted("text".into()));
    stage.draw();
    assert!(
        stage.screen().contains("such as F for the filter"),
        "{}",
        stage.screen()
    );
    // The log does not know them.
    assert!(stage.notice().contains("such as / for the filter"));
}

#[test]
fn the_detail_offers_what_works_in_its_view_and_names_the_rest_below() {
    let keymap = Keymap::built_in();
    let always = [
        "d", "v", "w", "x", "y", "/", "u", "t", "Space", "S", "T", ":", "r", "?", "q",
    ];
    for (view, has_versions, in_footer, in_help, elsewhere) in [
        (
            View::Compare,
            false,
            &["Enter", "f"][..],
            &["z"][..],
            &["n N", "[ ]"][..],
        ),
        (
            View::Document,
            false,
            &["Enter"],
            &["z", "n N"],
            &["f", "[ ]"],
        ),
        (View::Raw, false, &[], &["n N"], &["Enter", "z", "f", "[ ]"]),
        (
            View::Compare,
            true,
            &["Enter", "f"],
            &["z", "[ ]"],
            &["n N"],
        ),
        (View::Raw, true, &[], &["n N", "[ ]"], &["Enter", "z", "f"]),
    ] {
        let here = Here {
            place: Place::Detail,
            read_only: false,
            is_empty: false,
            detail: Detail::Now { view, has_versions },
        };
        let footer: BTreeSet<String> = keymap.footer(here).map(|(key, _)| key).collect();
        let wanted = always.iter().chain(in_footer).map(ToString::to_string);
        assert_eq!(footer, wanted.collect(), "{view:?}");
        let sections = sections(&help(&keymap, here, 120));
        assert_eq!(sections[0].0, "Here: Detail");
        for key in in_footer.iter().chain(in_help) {
            assert!(sections[0].1.contains(*key), "{key} in {view:?}");
        }
        for key in elsewhere {
            assert!(!sections[0].1.contains(*key), "{key} in {view:?}");
        }
        let rest = sections
            .iter()
            .find(|(title, _)| title.starts_with("Detail: "));
        let elsewhere = elsewhere.iter().map(ToString::to_string);
        assert_eq!(rest.unwrap().1, elsewhere.collect(), "{view:?}");
    }
    let all = sections(&help(&keymap, Here::anyhow(Place::Devices, false), 120));
    let detail = all.iter().find(|(title, _)| title == "Detail").unwrap();
    for key in ["Enter", "z", "f", "n N", "[ ]"] {
        assert!(detail.1.contains(key), "{key}");
    }
}

/// The titles of the help, and the keys below each.
fn sections(lines: &[HelpLine]) -> Vec<(String, BTreeSet<String>)> {
    let mut sections: Vec<(String, BTreeSet<String>)> = Vec::new();
    for line in lines {
        match (line, sections.last_mut()) {
            (HelpLine::Title(title), _) => sections.push((title.clone(), BTreeSet::new())),
            (HelpLine::Keys(keys, _), Some((_, all))) if !keys.is_empty() => {
                all.insert(keys.clone());
            }
            _ => {}
        }
    }
    sections
}

/// The panes, without what is said below them.
fn panes(stage: &Stage) -> Vec<String> {
    let screen = stage.screen();
    let lines: Vec<_> = screen.lines().map(str::to_owned).collect();
    lines[..34].to_vec()
}

#[test]
fn what_the_detail_does_not_offer_only_says_why() {
    for presses in ["", "v", "vv"] {
        for action in [
            Action::Into,
            Action::FoldAll,
            Action::Differing,
            Action::NextHit,
            Action::PreviousHit,
            Action::Older,
            Action::Newer,
        ] {
            let mut stage = Stage::open(200, 36);
            stage
                .press("/greenhouse-07<Enter><Tab>j<Tab>")
                .press(presses);
            let offers = stage.state.here(Place::Detail).offers(action);
            let keymap = Keymap::built_in();
            let key = keymap.keys(Place::Detail, action)[0];
            let (before, said) = (panes(&stage), stage.notice());
            stage.apply(Message::Pressed(key)).settle();
            let name = action.name();
            if !offers {
                assert_eq!(panes(&stage), before, "{name} after {presses:?}");
                assert_ne!(stage.notice(), said, "{name} after {presses:?}");
            }
        }
    }
}

/// What the footer says.
fn last_line(stage: &Stage) -> String {
    stage.screen().lines().last().unwrap().trim().to_owned()
}

#[test]
fn an_account_without_devices_is_offered_only_what_works_there() {
    let settings = Settings {
        devices: 0,
        ..Settings::default()
    };
    let mut stage = Stage::begin(200, 36, settings);
    stage.settle();
    assert!(
        !last_line(&stage).contains("sweep"),
        "{}",
        last_line(&stage)
    );
    assert!(
        last_line(&stage).contains("r read again"),
        "{}",
        last_line(&stage)
    );
    for (place, presses) in [
        (Place::Devices, ""),
        (Place::Mirrors, "<Tab>"),
        (Place::Detail, "<Tab>"),
    ] {
        stage.press(presses);
        let here = stage.state.here(place);
        assert_eq!(stage.state.place(), place);
        let keymap = Keymap::built_in();
        for binding in keymap.bindings(place) {
            let action = binding.action;
            // A filter line opens, but there is nothing for it to filter.
            if here.offers(action) || action == Action::Filter {
                continue;
            }
            let before = panes(&stage);
            stage.apply(Message::Pressed(keymap.keys(place, action)[0]));
            stage.settle();
            assert_eq!(panes(&stage), before, "{} in {place:?}", action.name());
            assert_eq!(stage.state.place(), place, "{}", action.name());
        }
        for action in [
            Action::ReadAgain,
            Action::Palette,
            Action::Help,
            Action::Quit,
        ] {
            assert!(here.offers(action), "{} in {place:?}", action.name());
        }
        for action in [Action::Into, Action::Filter, Action::Mark, Action::Sweep] {
            assert!(!here.offers(action), "{} in {place:?}", action.name());
        }
        // Who begins reads in the help what there will be to do.
        let anyhow = Here::anyhow(place, false);
        if place != Place::Detail {
            assert_eq!(help(&keymap, here, 120), help(&keymap, anyhow, 120));
        }
    }
}
