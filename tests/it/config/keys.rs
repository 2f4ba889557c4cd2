//! `[keys.PLACE]`: what it changes, and everything that can be wrong with it.

use mirrordeck::app::key::Key;
use mirrordeck::app::keymap::{Action, Group, Here, Keymap, Place};
use mirrordeck::config::FileConfig;

use super::Machine;

/// What is said of a file, line by line.
fn problems(text: &str) -> Vec<String> {
    let problems = FileConfig::parse(text).expect_err(text);
    let said = problems
        .iter()
        .map(|problem| format!("{}: {}", problem.line, problem.what));
    said.collect()
}

fn keymap(text: &str) -> std::sync::Arc<Keymap> {
    let config = FileConfig::parse(text).expect("sound keys");
    config.keymap.expect("keys of the user")
}

#[test]
fn a_key_of_the_user_takes_the_place_of_the_default_one_where_it_was_chosen() {
    let keymap = keymap("[keys.mirrors]\ndelete = ['D', 'Delete']\nwatch = []\n");
    assert_eq!(
        keymap.action(Place::Mirrors, Key::Char('D')),
        Some(Action::Delete)
    );
    assert_eq!(
        keymap.action(Place::Mirrors, Key::Delete),
        Some(Action::Delete)
    );
    assert_eq!(keymap.action(Place::Mirrors, Key::Char('d')), None);
    assert_eq!(keymap.action(Place::Mirrors, Key::Char('w')), None);
    // Elsewhere all is as before.
    assert_eq!(
        keymap.action(Place::Detail, Key::Char('d')),
        Some(Action::Delete)
    );
    let footer: Vec<_> = keymap.footer(Here::anyhow(Place::Mirrors, false)).collect();
    assert!(
        footer
            .iter()
            .any(|(key, word)| key == "D" && *word == "delete")
    );
    assert!(
        footer.iter().all(|(_, word)| *word != "watch"),
        "it has no key"
    );
}

#[test]
fn all_panes_are_changed_together_and_one_pane_beats_them() {
    let keymap =
        keymap("[keys.detail]\nread-again = 'F'\n[keys.panes]\nread-again = ['R', 'Ctrl-R']\n");
    for (place, key) in [
        (Place::Devices, Key::Char('R')),
        (Place::Mirrors, Key::Ctrl('r')),
        (Place::Detail, Key::Char('F')),
    ] {
        assert_eq!(
            keymap.action(place, key),
            Some(Action::ReadAgain),
            "{place:?}"
        );
    }
    assert_eq!(keymap.action(Place::Detail, Key::Char('R')), None);
}

#[test]
fn two_actions_may_change_keys() {
    let keymap = keymap("[keys.trash]\nfilter = 'v'\nother-view = '/'\n");
    for place in [Place::Trash, Place::TrashPreview] {
        assert_eq!(keymap.action(place, Key::Char('v')), Some(Action::Filter));
        assert_eq!(
            keymap.action(place, Key::Char('/')),
            Some(Action::OtherView)
        );
    }
}

#[test]
fn ctrl_c_quits_whatever_the_user_chooses() {
    for quit in ["'Q'", "[]"] {
        let keymap = keymap(&format!("[keys.panes]\nquit = {quit}\n"));
        assert_eq!(
            keymap.action(Place::Detail, Key::Ctrl('c')),
            Some(Action::Quit)
        );
        assert_eq!(keymap.action(Place::Detail, Key::Char('q')), None);
    }
}

#[test]
fn without_a_section_the_keys_are_the_default_ones() {
    assert_eq!(FileConfig::parse("").unwrap().keymap, None);
    let settings = Machine::with_keys().settings(&[]);
    assert_eq!(settings.keymap, Keymap::built_in());
    let machine = Machine::with_keys().config("[keys.sweep]\nsort = 'z'\n");
    let keymap = machine.settings(&[]).keymap;
    assert_eq!(
        keymap.action(Place::Sweep, Key::Char('z')),
        Some(Action::Sort)
    );
}

#[test]
fn each_mistake_has_its_line_and_says_what_to_do() {
    for (text, problem) in [
        (
            "[keys.mirorrs]",
            "1: there are no keys of `mirorrs`; did you mean `mirrors`?",
        ),
        (
            "\n[keys.zebra]",
            "2: there are no keys of `zebra`; there are panes, devices, mirrors, detail, trash, sweep, \
             plan, tasks, filter, prompt, help, copy-menu, palette",
        ),
        (
            "[keys.delete-dialog]\naccept = 'y'",
            "1: the keys of `delete-dialog` are fixed, so that nothing is confirmed by a key that means \
             something else elsewhere; take the section out",
        ),
        (
            "[keys.mirrors]\ndelet = 'D'",
            "2: unknown action `delet`; did you mean `delete`?",
        ),
        (
            "[keys.help]\nzzzzzz = 'D'",
            "2: unknown action `zzzzzz`; in `help` there are down, up, page-up, page-down, first, last, \
             cancel, quit",
        ),
        (
            "[keys.help]\ndelete = 'D'",
            "2: `delete` does nothing in `help`; there are down, up, page-up, page-down, first, last, \
             cancel, quit",
        ),
        (
            "[keys.mirrors]\ndelete = ['D',\n 'F5']",
            "3: `F5` is no key; write a character, Space, Enter, Esc, Tab, Shift-Tab, Up, Down, Left, \
             Right, PgUp, PgDn, Home, End, Delete, Backspace or Ctrl with a letter, like Ctrl-U",
        ),
        (
            "[keys.mirrors]\ndelete = 7",
            "2: the keys of `delete` must be texts in quotes, like [\"d\", \"Delete\"]",
        ),
        (
            "[keys.mirrors]\n\ndelete = ['D', 'w']",
            "3: `w` cannot be the key of `delete` in `mirrors`: it is that of `watch`; give one of the \
             two another key",
        ),
        (
            "[keys.mirrors]\nwatch = 'W'\n[keys.panes]\nexport = 'W'",
            "4: `W` cannot be the key of `export` in `mirrors`: it is that of `watch`; give one of the \
             two another key",
        ),
        (
            "[keys.mirrors]\nout-of = []",
            "2: `out-of` has no key left in `mirrors`; it must have one",
        ),
        (
            "[keys.tasks]\ncancel = []",
            "2: `cancel` has no key left in `tasks`; it must have one",
        ),
        (
            "[keys.filter]\naccept = []",
            "2: `accept` has no key left in `filter`; it must have one",
        ),
    ] {
        assert_eq!(problems(text), [problem], "{text}");
    }
}

#[test]
fn a_key_that_never_comes_to_its_action_is_told() {
    for (text, problem) in [
        (
            "[keys.filter]\ncancel = 'x'",
            "2: `x` is text in `filter`, as every printable key is; write another key",
        ),
        (
            "[keys.palette]\naccept = ['Enter', 'Space']",
            "2: `Space` is text in `palette`, as every printable key is; write another key",
        ),
        (
            "[keys.panes]\ncopy = 'Ctrl-C'",
            "2: Ctrl-C always quits; write another key",
        ),
        (
            "[keys.panes]\ncopy = 'ctrl-z'",
            "2: Ctrl-Z belongs to the shell, which it brings back; write another key",
        ),
        (
            "[keys.panes]\ncopy = 'Ctrl-I'",
            "2: a terminal cannot tell Ctrl-I from Tab; write another key",
        ),
        (
            "[keys.panes]\ncopy = 'Ctrl-M'",
            "2: a terminal cannot tell Ctrl-M from Enter; write another key",
        ),
        (
            "[keys.panes]\ncopy = 'Ctrl-['",
            "2: a terminal cannot tell Ctrl-[ from Esc; write another key",
        ),
        (
            "[keys.panes]\ncopy = 'Ctrl-7'",
            "2: Ctrl-7 cannot be sent by every terminal; Ctrl goes with the letters A to Z",
        ),
        (
            "[keys.panes]\ncopy = 'ㅛ'",
            "2: `ㅛ` is the key y of a keyboard in Hangul mode, and is read as that; write the letter",
        ),
        (
            "keys = 1",
            "1: `keys` must be a table: write a header in square brackets, not a value of type integer",
        ),
    ] {
        assert_eq!(problems(text), [problem], "{text}");
    }
}

#[test]
fn all_mistakes_are_told_at_once_in_the_order_of_their_lines() {
    let text = "[keys.sweep]\nsort = 'Ctrl-C'\nstop = 'd'\npagesize = 1\n[keys.quit]\n";
    let lines: Vec<_> = problems(text)
        .iter()
        .map(|line| line.split_once(':').unwrap().0.to_owned())
        .collect();
    // An unknown action with something that is no key is two mistakes.
    assert_eq!(lines, ["2", "3", "4", "4", "5"]);
}

#[test]
fn what_guards_a_change_is_not_among_what_can_be_chosen() {
    let fixed = [
        Place::DialogField,
        Place::DialogKeep,
        Place::DialogDelete,
        Place::RestoreField,
        Place::RestoreKeep,
        Place::RestoreButton,
        Place::PlanCount,
        Place::Quit,
    ];
    for group in Group::ALL {
        assert!(!Group::FIXED.contains(&group.name));
        // Another key for everything that can have one leaves them as they were.
        for name in group.actions(&Keymap::built_in()) {
            let text = format!(
                "[keys.{}]\n{name} = ['Ctrl-X', 'PgUp', 'Ctrl-Y']\n",
                group.name
            );
            let Ok(config) = FileConfig::parse(&text) else {
                continue;
            };
            let keymap = config.keymap.unwrap();
            for place in fixed {
                assert_eq!(
                    keymap.bindings(place),
                    Keymap::built_in().bindings(place),
                    "{text}"
                );
            }
        }
    }
}
