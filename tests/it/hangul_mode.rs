//! A keyboard that was left in Hangul mode.

use mirrordeck::app::effect::Effect;
use mirrordeck::app::keymap::{Action, Keymap, Place, Reach, hangul};
use mirrordeck::app::state::{End, Overlay, Pane, Screen};

use crate::support::fixtures::Bench;
use crate::support::stage::Stage;

#[test]
fn letters_move_filter_open_and_mark_by_their_position() {
    let mut bench = Bench::open();
    bench.press("ㅓ");
    assert_eq!(bench.selected_device(), "greenhouse-07");
    bench.press("ㅏ");
    assert_eq!(bench.selected_device(), "greenhouse-06");
    bench.press("ㅣ");
    assert_eq!(bench.state.focus, Pane::Mirrors);
    bench.press("ㅓㅓ");
    assert_eq!(bench.state.mirrors.cursor.at, 2);
    bench.press("ㅎ");
    assert_eq!(bench.state.mirrors.cursor.at, 0);
    bench.press("ㅗ");
    assert_eq!(bench.state.focus, Pane::Devices);
    bench.press("ㅅ");
    assert!(bench.state.trash.is_some());
    bench.press("ㅅㅆ");
    assert_eq!(bench.state.screen(), Some(Screen::Tasks), "ㅆ is T");
}

#[test]
fn a_syllable_that_the_input_method_put_together_is_its_keys() {
    let mut bench = Bench::open();
    bench.press("<Tab>");
    // ㅎ and ㅓ: to the first row, then down.
    bench.press("허");
    assert_eq!(bench.state.mirrors.cursor.at, 1);
    // ㅗ and ㅑ, one after the other: out to the devices, and a key without a meaning.
    bench.press("ㅗㅑ");
    assert_eq!(bench.state.focus, Pane::Devices);
    assert_eq!(
        bench.notice(),
        "ㅑ is i on this keyboard and does nothing here; ? shows the keys"
    );
}

fn is_change(effect: &Effect) -> bool {
    matches!(
        effect,
        Effect::DeleteMirror { .. } | Effect::RestoreMirror { .. } | Effect::RunTask { .. }
    )
}

#[test]
fn what_deletes_restores_saves_or_quits_is_asked_for_again_and_sends_nothing() {
    for (typed, hangul, key) in [
        ("ㅇ", "ㅇ", "d"),
        ("ㅕ", "ㅕ", "u"),
        ("ㅂ", "ㅂ", "q"),
        ("ㅌ", "ㅌ", "x"),
        ("오", "ㅇ", "d"),
        ("헝", "ㅇ", "d"),
    ] {
        let mut bench = Bench::open();
        bench.press("<Tab>j").effects.clear();
        bench.press(typed);
        let hint = format!(
            "{hangul} is {key} on this keyboard: switch to English (한/영) and press {key} again"
        );
        assert_eq!(bench.notice(), hint, "{typed}");
        assert!(bench.state.overlay.is_none(), "{typed}");
        assert_eq!(bench.state.end, End::Running);
        assert!(
            bench.effects.iter().all(|effect| !is_change(effect)),
            "{typed}"
        );
    }
}

#[test]
fn on_every_screen_each_letter_that_leads_to_a_change_gets_the_hint() {
    for (keys, place) in [
        ("", Place::Devices),
        ("<Tab>", Place::Mirrors),
        ("<Tab><Tab>", Place::Detail),
        ("t", Place::Trash),
        ("T", Place::Tasks),
        ("S", Place::Sweep),
    ] {
        let keymap = Keymap::built_in();
        for letter in ('a'..='z').chain('A'..='Z') {
            let Some(typed) = hangul::letter_on(letter) else {
                continue;
            };
            let key = mirrordeck::app::key::Key::Char(letter);
            let Some(action) = keymap.action(place, key) else {
                continue;
            };
            let mut bench = Bench::open();
            bench.press(keys);
            assert_eq!(bench.state.place(), place);
            bench.effects.clear();
            bench.press(&typed.to_string());
            let is_asked = bench.notice().contains("switch to English");
            assert_eq!(
                is_asked,
                action.reach(place) != Reach::Shown,
                "{typed} for {} in {place:?}",
                action.name()
            );
            if is_asked {
                assert_eq!(bench.effects, [], "{typed} in {place:?}");
                assert_eq!(bench.state.place(), place);
            }
        }
    }
}

#[test]
fn the_unsafe_actions_are_these() {
    let unsafe_in = |place: Place| {
        let bindings = Keymap::built_in();
        let names: Vec<_> = bindings
            .bindings(place)
            .iter()
            .filter(|binding| !binding.action.is_safe_in_hangul_mode(place))
            .map(|binding| binding.action.name())
            .collect();
        names
    };
    assert_eq!(
        unsafe_in(Place::Mirrors),
        ["delete", "bring-back", "export", "quit"]
    );
    assert_eq!(
        unsafe_in(Place::Trash),
        ["bring-back", "acknowledge", "quit"]
    );
    assert_eq!(
        unsafe_in(Place::Sweep),
        ["delete", "save", "stop", "try-again", "quit"]
    );
    assert_eq!(unsafe_in(Place::Plan), ["save", "try-again", "quit"]);
    assert_eq!(
        unsafe_in(Place::Tasks),
        ["pause", "stop", "bring-back", "try-again", "quit"]
    );
    assert_eq!(unsafe_in(Place::DialogDelete), ["accept", "quit"]);
    for place in [Place::Filter, Place::Help, Place::Palette] {
        assert_eq!(unsafe_in(place), ["quit"], "{place:?}");
    }
    assert!(!Action::Pause.is_safe_in_hangul_mode(Place::Tasks));
    assert!(Action::Pause.is_safe_in_hangul_mode(Place::Sweep));
}

#[test]
fn in_text_fields_hangul_is_text_and_on_buttons_it_never_presses() {
    let mut stage = Stage::open(120, 36);
    stage.press("/온실");
    assert_eq!(stage.state.devices.filter(), "온실");
    stage.press("<Esc>/greenhouse-07<Enter><Tab>jd<Tab><Tab><Tab>");
    assert_eq!(stage.state.place(), Place::DialogDelete);
    for key in hangul_letters() {
        stage.press(&key.to_string());
        assert!(
            matches!(stage.state.overlay, Some(Overlay::Delete(_))),
            "{key}"
        );
    }
    assert!(stage.sent("DELETE").is_empty());
}

fn hangul_letters() -> impl Iterator<Item = char> {
    ('ㄱ'..='ㅣ').filter(|c| hangul::keys(*c).is_some_and(|keys| keys.len() == 1))
}

#[test]
fn in_the_help_letters_scroll() {
    let mut stage = Stage::open(80, 24);
    stage.press("?ㅓㅓㅓㅏ");
    assert!(matches!(
        stage.state.overlay,
        Some(Overlay::Help { offset: 2, .. })
    ));
}

#[test]
fn in_the_list_of_what_can_be_copied_letters_move_and_none_quits() {
    let mut bench = Bench::open();
    bench.press("<Tab>jyㅓㅓㅏ");
    let Some(Overlay::Copy(menu)) = &bench.state.overlay else {
        panic!("the list is open");
    };
    assert_eq!(menu.cursor.at, 1);
    bench.press("ㅂ");
    assert!(bench.notice().contains("switch to English"));
    assert_eq!(bench.state.end, End::Running);
}
