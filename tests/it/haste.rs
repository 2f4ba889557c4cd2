//! A held key and an unmarked paste move, but change nothing.

use mirrordeck::app::key::{Haste, Key};
use mirrordeck::app::keymap::{Action, Keymap, Place, Reach};
use mirrordeck::app::message::{Answer, Message};
use mirrordeck::app::state::{End, Overlay};

use crate::support::fixtures::{Bench, found};
use crate::support::stage::Stage;

const ALL: [Haste; 3] = [Haste::Held, Haste::Again, Haste::Rushed];

/// The dialog on the second mirror, the focus on its last button.
fn on_delete() -> Bench {
    let mut bench = Bench::open();
    bench.press("<Tab>jd");
    bench.answer_all(&Answer::Mirror(Ok(found(10)))).draw();
    bench.press("<BackTab>");
    assert_eq!(bench.state.place(), Place::DialogDelete);
    bench.effects.clear();
    bench
}

#[test]
fn only_an_enter_of_its_own_deletes() {
    for haste in ALL {
        let mut bench = on_delete();
        bench.send(Message::Hasty(Key::Enter, haste));
        assert_eq!(bench.deletes(), 0, "{haste:?}");
        assert_eq!(bench.state.place(), Place::DialogDelete, "the dialog stays");
        bench.send(Message::Pressed(Key::Enter));
        assert_eq!(bench.deletes(), 1, "{haste:?}");
    }
}

#[test]
fn why_a_key_did_not_count_is_said_but_not_again_and_again() {
    let mut bench = on_delete();
    bench.send(Message::Hasty(Key::Enter, Haste::Held));
    assert_eq!(bench.notice(), "");
    bench.send(Message::Hasty(Key::Enter, Haste::Again));
    assert!(
        bench.notice().contains("press it once more"),
        "{}",
        bench.notice()
    );
    bench.send(Message::Hasty(Key::Enter, Haste::Rushed));
    assert!(
        bench.notice().contains("press it by itself"),
        "{}",
        bench.notice()
    );
}

#[test]
fn a_held_key_moves_and_opens_no_dialog() {
    let mut bench = Bench::open();
    bench.send(Message::Hasty(Key::Char('j'), Haste::Held));
    assert_eq!(bench.selected_device(), "greenhouse-07");
    bench.press("<Tab>j").effects.clear();
    for key in ['d', 'u', 'x', 'q'] {
        bench.send(Message::Hasty(Key::Char(key), Haste::Held));
        assert!(bench.state.overlay.is_none(), "{key}");
        assert_eq!(bench.effects, [], "{key}");
        assert_eq!(bench.state.end, End::Running, "{key}");
    }
    // What only asks may be typed ahead: nothing is confirmed by that.
    bench.send(Message::Hasty(Key::Char('d'), Haste::Rushed));
    assert!(matches!(bench.state.overlay, Some(Overlay::Delete(_))));
}

#[test]
fn no_key_of_any_place_changes_something_when_it_is_hasty() {
    let keymap = Keymap::built_in();
    for (_, place) in Place::ALL {
        for binding in keymap.bindings(place) {
            let reach = binding.action.reach(place);
            let confirms = matches!(
                (place, binding.action),
                (
                    Place::DialogDelete
                        | Place::RestoreButton
                        | Place::PlanCount
                        | Place::Prompt
                        | Place::Quit,
                    Action::Accept
                ) | (_, Action::Stop | Action::Acknowledge)
                    | (Place::Tasks | Place::TaskItems, Action::Pause)
            );
            assert_eq!(
                reach == Reach::Changes,
                confirms,
                "{:?} in {place:?}",
                binding.action
            );
        }
    }
}

#[test]
fn a_number_that_came_in_one_go_with_enter_applies_no_plan() {
    let mut stage = Stage::open(120, 36);
    stage.press(
        "/greenhouse-07<Enter><Tab>j<Space>j<Space>"
            .replace("<Space>", " ")
            .as_str(),
    );
    stage.press("d<Tab>2");
    assert_eq!(stage.state.place(), Place::PlanCount, "{}", stage.screen());
    stage
        .apply(Message::Hasty(Key::Enter, Haste::Rushed))
        .settle();
    assert!(stage.sent("DELETE").is_empty());
    assert!(
        stage.notice().contains("press it by itself"),
        "{}",
        stage.notice()
    );
    stage.press("<Enter>");
    assert_eq!(stage.sent("DELETE").len(), 2, "{}", stage.screen());
}

#[test]
fn text_may_be_typed_as_fast_as_anybody_likes() {
    let mut bench = Bench::open();
    bench.press("/");
    for (key, haste) in [('a', Haste::Held), ('a', Haste::Held), ('q', Haste::Rushed)] {
        bench.send(Message::Hasty(Key::Char(key), haste));
    }
    assert_eq!(bench.state.devices.filter(), "aaq");
    bench.send(Message::Hasty(Key::Enter, Haste::Rushed));
    assert!(bench.state.overlay.is_none(), "the filter is kept");
}
