//! The tables of keys.

use std::collections::HashSet;

use mirrordeck::app::key::Key;
use mirrordeck::app::keymap::{
    Action, HelpLine, Place, action, footer, help, nothing_to_do, tables,
};

const PLACES: [Place; 8] = [
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
        let is_text = matches!(place, Place::Filter | Place::DialogField);
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
    for place in [Place::Filter, Place::DialogField] {
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
        for key in [" ", "y"] {
            assert!(!shown.contains(&key), "{key} in {place:?}");
        }
    }
    let keys: Vec<_> = help(80)
        .into_iter()
        .filter_map(|line| match line {
            HelpLine::Keys(keys, _) => Some(keys),
            HelpLine::Title(_) | HelpLine::Gap => None,
        })
        .collect();
    assert!(keys.contains(&"d  Delete") && keys.contains(&"Ctrl-U"));
    for key in ['y', ' '] {
        assert!(nothing_to_do(Key::Char(key)).is_some());
        assert!(!keys.contains(&key.to_string().as_str()));
    }
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
