//! The tables of keys.

use std::collections::HashSet;

use mirrordeck::app::key::Key;
use mirrordeck::app::keymap::{Action, HelpLine, Place, action, footer, help, tables};

const PLACES: [Place; 15] = [
    Place::Sweep,
    Place::Plan,
    Place::PlanCount,
    Place::Tasks,
    Place::TaskItems,
    Place::Prompt,
    Place::Trash,
    Place::Devices,
    Place::Mirrors,
    Place::Detail,
    Place::Filter,
    Place::DialogField,
    Place::DialogKeep,
    Place::DialogDelete,
    Place::Help,
];

#[test]
fn no_key_has_two_meanings_in_one_place() {
    for place in PLACES {
        let mut seen = HashSet::new();
        for key in tables(place)
            .iter()
            .copied()
            .flatten()
            .flat_map(|binding| binding.keys)
        {
            assert!(seen.insert(*key), "{key} twice in {place:?}");
        }
    }
}

#[test]
fn ctrl_c_quits_everywhere_and_q_outside_of_text_fields() {
    for place in PLACES {
        let is_text = matches!(
            place,
            Place::Filter | Place::DialogField | Place::PlanCount | Place::Prompt
        );
        let q = if is_text { None } else { Some(Action::Quit) };
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
    for place in [
        Place::Filter,
        Place::DialogField,
        Place::PlanCount,
        Place::Prompt,
    ] {
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
    for place in PLACES {
        let shown: Vec<_> = footer(place, false).map(|(key, _)| key).collect();
        assert!(!shown.contains(&" "), "{place:?}");
    }
    let keys: Vec<_> = help(80)
        .into_iter()
        .filter_map(|line| match line {
            HelpLine::Keys(keys, _) => Some(keys),
            HelpLine::Title(_) | HelpLine::Gap => None,
        })
        .collect();
    assert!(
        keys.iter().any(|keys| keys == "d  Delete") && keys.iter().any(|keys| keys == "Ctrl-U")
    );
    assert!(keys.iter().any(|keys| keys == "y"));
    assert!(
        footer(Place::Devices, false).all(|(key, _)| key != "d"),
        "devices are never deleted"
    );
}

#[test]
fn read_only_offers_neither_to_delete_nor_to_restore() {
    for key in ["d", "u"] {
        let offers =
            |read_only| footer(Place::Mirrors, read_only).any(|(offered, _)| offered == key);
        assert!(offers(false) && !offers(true), "{key}");
    }
    assert!(footer(Place::Mirrors, true).any(|(key, _)| key == "t"));
}

#[test]
fn only_enter_in_the_number_of_a_plan_applies_it() {
    for key in (' '..='~').map(Key::Char).chain([Key::Tab, Key::Esc]) {
        assert_ne!(action(Place::PlanCount, key), Some(Action::Accept), "{key}");
    }
    for place in [Place::Plan, Place::Tasks, Place::TaskItems] {
        let mut bindings = tables(place).iter().copied().flatten();
        assert!(bindings.all(|binding| binding.action != Action::Accept));
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
