//! A user who jumps about, a fleet that changes, answers in any order and failures, by seeded dice:
//! what is shown is what the service has, and the selection stays with its device.

use std::collections::BTreeSet;

use mirrordeck::app::message::Message;

use super::Yard;
use crate::model::dice::Dice;

const KEYS: [&str; 9] = ["j", "k", "<PgDn>", "<PgUp>", "G", "g", "<PgDn>", "j", "r"];

/// Whether the selected device is somewhere in what was read.
fn is_loaded(yard: &Yard, name: &str) -> bool {
    let mut rows = yard.bench.state.devices.all().rows();
    rows.any(|row| row.raw() == name)
}

/// Lets the fleet change as others work on it; the odd names are Hangul or must be escaped.
fn change(yard: &mut Yard, dice: &mut Dice, nth: usize) {
    let at = dice.below(yard.fleet.len());
    if dice.percent(50) && yard.fleet.len() > 1 {
        let end = (at + dice.between(1, 3)).min(yard.fleet.len());
        yard.fleet.drain(at..end);
    } else {
        let name = match dice.below(3) {
            0 => format!("온실-{nth}"),
            1 => format!("odd\u{202e}{nth}"),
            _ => format!("new-{nth}"),
        };
        yard.fleet.insert(at, (name, String::new()));
    }
}

/// Answers what is open, and checks that no answer moved the selection off its device. While that may
/// still turn up, none is selected.
///
/// * `held` - the device that was selected last.
fn answer(yard: &mut Yard, nth: usize, fails: bool, held: &mut String) {
    if fails {
        yard.fail(nth);
    } else {
        yard.answer(nth);
    }
    let now = yard.selected();
    if now.is_empty() {
        return;
    }
    assert!(
        held.is_empty() || now == held || !is_loaded(yard, held),
        "the selection went from {held} to {now} by itself"
    );
    now.clone_into(held);
}

fn play(seed: u64) {
    let mut dice = Dice::new(seed);
    let sizes = [7, 10, 50, 100];
    let mut yard = Yard::new(dice.between(1, 900), *dice.pick(&sizes));
    let mut held = String::new();
    for nth in 0..dice.between(10, 80) {
        let op = dice.below(10);
        match op {
            0 => change(&mut yard, &mut dice, nth),
            1..=4 => {
                let key = *dice.pick(&KEYS);
                yard.press(key);
                yard.selected().clone_into(&mut held);
            }
            _ if yard.open.is_empty() => {}
            _ => {
                let at = dice.below(yard.open.len());
                let fails = dice.percent(10);
                answer(&mut yard, at, fails, &mut held);
            }
        }
        assert!(yard.open.len() <= 4, "{seed}: {:?}", yard.open);
        let shown = yard.bench.state.devices.selected_name();
        assert_eq!(
            shown.as_ref(),
            yard.bench.state.mirrors.device(),
            "{seed}: the mirrors are those of the selected device"
        );
    }
    // Nothing changes any more, and the user reads again: then everything is as the service has it.
    let selected = yard.selected().to_owned();
    yard.send(Message::Resized(mirrordeck::app::geometry::Size {
        columns: 120,
        rows: 36,
    }));
    for _ in 0..2 {
        yard.press("r");
        let mut answers = 0;
        while !yard.open.is_empty() {
            answer(&mut yard, 0, false, &mut held);
            answers += 1;
            assert!(answers < 500, "{seed}: it asks without end");
        }
    }
    let names: Vec<&String> = yard.fleet.iter().map(|(name, _)| name).collect();
    assert_eq!(yard.bench.state.devices.len(), names.len(), "{seed}");
    let first = yard.bench.state.devices.cursor.offset;
    let in_view = yard.in_view();
    let there: Vec<_> = names[first..first + in_view.len()].to_vec();
    assert_eq!(in_view.iter().collect::<Vec<_>>(), there, "{seed}");
    if is_loaded(&yard, &selected) && names.iter().any(|name| **name == selected) {
        assert_eq!(yard.selected(), selected, "{seed}");
    }
    // Every device can be reached. On the first way down old pages are read again, and where their
    // rows have moved the selection goes along.
    let mut met = BTreeSet::new();
    for _ in 0..2 {
        met.clear();
        yard.press("g").settle();
        for _ in 0..=names_per_screen(&yard) {
            met.extend(yard.in_view());
            yard.press("<PgDn>").settle();
        }
    }
    let all: BTreeSet<String> = yard.fleet.iter().map(|(name, _)| name.clone()).collect();
    assert_eq!(met, all, "{seed}");
}

fn names_per_screen(yard: &Yard) -> usize {
    yard.fleet.len() / yard.bench.state.size.device_rows() + 1
}

#[test]
fn what_is_shown_is_what_the_service_has_and_the_selection_stays() {
    for seed in 0..300 {
        play(seed);
    }
}
