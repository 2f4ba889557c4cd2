//! Plans: from marks to the number that confirms.

use mirrordeck::app::effect::Effect;
use mirrordeck::app::geometry::Size;
use mirrordeck::app::key::Key;
use mirrordeck::app::message::Message;
use mirrordeck::app::plan::{PlanItem, PlanView, RowState};
use mirrordeck::app::state::Screen;
use mirrordeck::app::tasks::Run;
use mirrordeck::model::record::ActionKind;
use mirrordeck::model::summary::{MirrorSummary, Summarized};
use mirrordeck::model::width::wrap;

use crate::support::fixtures::{Bench, NOW_MS, mirror_id};
use crate::support::runs::{facts, many, silence, summary};
use crate::support::stage::parse_keys;

fn plan(bench: &Bench) -> &PlanView {
    bench.state.plan.as_ref().expect("a plan")
}

fn problem(bench: &Bench) -> String {
    let problem = plan(bench).problem.as_ref();
    problem.map_or_else(String::new, ToString::to_string)
}

#[test]
fn d_on_marks_opens_a_plan_of_every_one_and_reads_each_afresh() {
    let targets = many(3);
    let mut bench = Bench::open();
    bench.mark(&targets).press("<Tab>d");
    assert_eq!(bench.state.screen(), Some(Screen::Plan));
    let read: Vec<_> = bench
        .effects
        .iter()
        .filter_map(|effect| match effect {
            Effect::ReadFacts { target, .. } => Some(target.clone()),
            _ => None,
        })
        .collect();
    assert_eq!(read, targets);
    bench.read_facts(|_| Ok(facts(7)));
    assert_eq!(plan(&bench).count(RowState::In), 3);
}

#[test]
fn not_all_reads_are_under_way_at_once() {
    let mut bench = Bench::open();
    bench.mark(&many(500)).press("<Tab>d");
    let reads = |bench: &Bench| {
        let is_read = |effect: &&Effect| matches!(effect, Effect::ReadFacts { .. });
        bench.effects.iter().filter(is_read).count()
    };
    assert_eq!(reads(&bench), 48);
    bench.read_facts(|_| Ok(facts(7)));
    assert!(plan(&bench).is_read());
    assert_eq!(plan(&bench).count(RowState::In), 500);
}

#[test]
fn esc_gives_the_reads_up_and_the_marks_stay() {
    let mut bench = Bench::open();
    bench.mark(&many(100)).press("<Tab>d<Esc>");
    assert!(bench.state.plan.is_none());
    assert_eq!(bench.state.screen(), None);
    let given_up = |effect: &&Effect| matches!(effect, Effect::Abandon { .. });
    assert_eq!(bench.effects.iter().filter(given_up).count(), 48);
    assert_eq!(bench.state.marks.mirror_count(), 100);
    // What was on its way says nothing any more.
    bench.read_facts(|_| Ok(facts(7)));
    assert_eq!(bench.runs(), 0);
}

#[test]
fn the_number_applies_the_plan_once() {
    let targets = many(12);
    let mut bench = Bench::open();
    let run = bench.apply_plan(&targets);
    assert_eq!(bench.runs(), 1);
    assert_eq!(run.kind, ActionKind::Delete);
    assert_eq!(run.items.len(), 12);
    assert!(run.items.iter().all(|item| item.version == Some(7)));
    assert_eq!(run.created_ms, NOW_MS);
    assert_eq!(run.token_prefix, "md-test-t1");
    assert_eq!(bench.the_run().2, (0..12).collect::<Vec<_>>());
    assert!(bench.effects.iter().any(|effect| matches!(
        effect,
        Effect::RunTask {
            watch_after_ms: Some(15_000),
            ..
        }
    )));
    assert_eq!(bench.state.marks.mirror_count(), 0, "the marks are used up");
    assert_eq!(bench.state.screens, [Screen::Tasks]);
    bench.press("<Enter><Enter>");
    assert_eq!(bench.runs(), 1);
}

#[test]
fn any_other_number_applies_nothing() {
    for typed in [
        "",
        "0",
        "2",
        "4",
        "33",
        "3x",
        "-3",
        "3 3",
        "99999999999999999999999",
    ] {
        let mut bench = Bench::open();
        bench.plan(&many(3), |_| Ok(facts(7)));
        bench.press(&format!("<Tab>{typed}<Enter>"));
        assert_eq!(bench.runs(), 0, "{typed}");
        assert!(!problem(&bench).is_empty(), "{typed}");
        assert_eq!(bench.state.marks.mirror_count(), 3);
    }
}

#[test]
fn digits_do_not_count_before_everything_is_read() {
    let mut bench = Bench::open();
    bench.mark(&many(3)).press("<Tab>d<Tab>3<Enter>");
    assert!(problem(&bench).starts_with("still reading"));
    bench.read_facts(|_| Ok(facts(7))).draw();
    assert_eq!(plan(&bench).count.value(), "");
    bench.press("<Enter>");
    assert_eq!(bench.runs(), 0);
    bench.press("3<Enter>");
    assert_eq!(bench.runs(), 1);
}

#[test]
fn type_ahead_does_not_count() {
    let mut bench = Bench::open();
    bench.mark(&many(3)).press("<Tab>d<Tab>");
    bench.read_facts(|_| Ok(facts(7)));
    // The final form has not stood on the screen yet.
    for key in parse_keys("3<Enter>") {
        bench.send(Message::Pressed(key));
    }
    assert_eq!(bench.runs(), 0);
    assert_eq!(plan(&bench).count.value(), "");
    bench.draw().press("<Enter>");
    assert_eq!(bench.runs(), 0);
}

#[test]
fn no_key_counts_before_the_plan_was_drawn_at_all() {
    let mut bench = Bench::open();
    bench.mark(&many(2)).press("<Tab>");
    for key in parse_keys("d <Tab>2<Enter>") {
        bench.send(Message::Pressed(key));
    }
    assert!(!plan(&bench).in_count);
    assert!(plan(&bench).rows().iter().all(|row| !row.is_out));
}

#[test]
fn a_paste_is_no_number() {
    let mut bench = Bench::open();
    bench.plan(&many(3), |_| Ok(facts(7))).press("<Tab>");
    bench.send(Message::Pasted("3".into())).press("<Enter>");
    assert_eq!(bench.runs(), 0);
    assert_eq!(plan(&bench).count.value(), "");
}

#[test]
fn a_row_that_moved_is_left_out_and_can_be_taken_in_at_the_version_just_read() {
    let targets = many(3);
    let moved = targets[1].clone();
    let mut bench = Bench::open();
    bench.plan(&targets, |target| {
        Ok(facts(if *target == moved { 8 } else { 7 }))
    });
    assert_eq!(plan(&bench).count(RowState::Moved), 1);
    assert_eq!(plan(&bench).count(RowState::In), 2);
    // What needs a look comes first.
    assert_eq!(plan(&bench).selected().unwrap().item.target, moved);
    bench.press(" ");
    assert_eq!(plan(&bench).count(RowState::In), 3);
    bench.press("<Tab>3<Enter>");
    let (_, run, _) = bench.the_run();
    let item = run.items.iter().find(|item| item.target == moved).unwrap();
    assert_eq!(item.version, Some(8));
}

#[test]
fn a_row_that_moved_and_was_not_taken_in_is_not_deleted() {
    let targets = many(3);
    let moved = targets[1].clone();
    let mut bench = Bench::open();
    bench.plan(&targets, |target| {
        Ok(facts(if *target == moved { 8 } else { 7 }))
    });
    bench.press("<Tab>2<Enter>");
    let (_, run, _) = bench.the_run();
    assert!(run.items.iter().all(|item| item.target != moved));
    assert!(bench.state.marks.has_mirror(&moved), "its mark stays");
    assert_eq!(bench.state.marks.mirror_count(), 1);
}

#[test]
fn what_is_gone_unlocked_or_unreadable_is_left_out_whatever_is_pressed() {
    let targets = many(4);
    let mut bench = Bench::open();
    let (gone, unlocked, failed) = (targets[0].clone(), targets[1].clone(), targets[2].clone());
    bench.plan(&targets, |target| match target {
        target if *target == gone => Ok(Summarized::Absent),
        target if *target == unlocked => Ok(Summarized::Found(summary(None))),
        target if *target == failed => Err(silence()),
        _ => Ok(facts(7)),
    });
    for (state, words) in [
        (RowState::Gone, "it is gone"),
        (RowState::NoVersion, "delete it singly"),
        (RowState::Failed, "r reads it again"),
    ] {
        assert_eq!(plan(&bench).count(state), 1, "{state:?}");
        bench.press(" ");
        assert!(bench.notice().contains(words), "{}", bench.notice());
        assert_eq!(plan(&bench).count(state), 1, "{state:?}");
        bench.press("j");
    }
    bench.press("r").read_facts(|_| Ok(facts(7))).draw();
    assert_eq!(plan(&bench).count(RowState::In), 2);
    bench.press("<Tab>2<Enter>");
    let (_, run, _) = bench.the_run();
    let named: Vec<_> = run.items.iter().map(|item| item.target.clone()).collect();
    assert_eq!(named, [failed, targets[3].clone()]);
}

#[test]
fn a_mirror_that_cannot_be_named_in_full_stays_out_until_the_window_is_larger() {
    let long = mirror_id(
        "온실",
        Some(&"긴 이름 ".repeat(16).trim_end().replace(' ', "-")),
    );
    let mut targets = many(2);
    targets.push(long.clone());
    let resized = |columns| Message::Resized(Size { columns, rows: 24 });
    let mut bench = Bench::open();
    bench.send(resized(60));
    bench.plan(&targets, |_| Ok(facts(7)));
    assert_eq!(plan(&bench).count(RowState::TooLong), 1);
    assert_eq!(plan(&bench).selected().unwrap().item.target, long, "on top");
    bench.press(" ");
    assert!(bench.notice().contains("window is larger"));
    bench.press("<Tab>3<Enter>");
    assert_eq!(bench.runs(), 0, "two go in");
    bench.press("<Ctrl-U>2").send(resized(120));
    assert_eq!(plan(&bench).count(RowState::In), 3);
    bench.draw().press("<Enter>");
    assert_eq!(bench.runs(), 0, "the number was typed for two");
    bench.press("3<Enter>");
    assert_eq!(bench.the_run().1.items.len(), 3);
}

#[test]
fn a_name_fits_where_its_lines_do() {
    for columns in 20..60 {
        for length in 0..60 {
            for letter in ["a", "한"] {
                let item = PlanItem {
                    target: mirror_id("온실", Some(&letter.repeat(length + 1))),
                    version: None,
                    copy: None,
                    is_out: false,
                };
                let lines = wrap(&item.target.to_string(), columns).len();
                assert_eq!(item.fits(columns, 2), lines <= 2, "{length} in {columns}");
            }
        }
    }
}

#[test]
fn a_change_of_what_goes_in_empties_the_number_and_must_be_seen() {
    let mut bench = Bench::open();
    bench.plan(&many(3), |_| Ok(facts(7)));
    bench.press("<Tab>3<Tab> ");
    assert_eq!(plan(&bench).count(RowState::OutByUser), 1);
    bench.press("<Tab><Enter>");
    assert_eq!(bench.runs(), 0, "the number was typed for three");
    // Taken in again, and at once the number: nothing was drawn in between.
    bench.press("<Tab>k");
    for key in [Key::Char(' '), Key::Tab, Key::Char('3'), Key::Enter] {
        bench.send(Message::Pressed(key));
    }
    assert_eq!(bench.runs(), 0);
    bench.draw().press("3<Enter>");
    assert_eq!(bench.runs(), 1);
}

#[test]
fn rows_taken_out_while_reading_stay_out() {
    let mut bench = Bench::open();
    bench.mark(&many(3)).press("<Tab>d ");
    bench.read_facts(|_| Ok(facts(7))).draw();
    assert_eq!(plan(&bench).count(RowState::OutByUser), 1);
    bench.press("<Tab>2<Enter>");
    assert_eq!(bench.the_run().1.items.len(), 2);
}

#[test]
fn totals_by_name_follow_what_goes_in() {
    let mut targets = many(5);
    targets.push(mirror_id("pump", None));
    targets.push(mirror_id("pump", Some("default")));
    let mut bench = Bench::open();
    bench.plan(&targets, |_| Ok(facts(7)));
    let totals = |bench: &Bench| -> Vec<(String, usize)> {
        let totals = plan(bench).totals().iter();
        totals
            .map(|(name, count)| (format!("{name:?}"), count))
            .collect()
    };
    assert_eq!(totals(&bench).len(), 3, "the default mirror is no name");
    assert_eq!(totals(&bench)[0].1, 5);
    // The default mirror is noteworthy, so it is selected.
    bench.press(" ");
    assert_eq!(totals(&bench).len(), 2);
}

#[test]
fn live_devices_drift_and_default_mirrors_come_first() {
    let targets = [
        mirror_id("a", Some("quiet")),
        mirror_id("b", Some("live")),
        mirror_id("c", Some("drifting")),
        mirror_id("d", None),
    ];
    let mut bench = Bench::open();
    bench.plan(&targets, |target| {
        let quiet = summary(Some(7));
        Ok(Summarized::Found(match target.device.raw() {
            "b" => MirrorSummary {
                last_report_ms: Some(NOW_MS - 4000),
                ..quiet
            },
            "c" => MirrorSummary {
                differing: 2,
                ..quiet
            },
            _ => quiet,
        }))
    });
    let order: Vec<_> = (0..4)
        .map(|place| plan(&bench).get(place).unwrap().item.target.device.raw())
        .collect();
    assert_eq!(order, ["b", "c", "d", "a"]);
}

#[test]
fn read_only_opens_no_plan() {
    let mut bench = Bench::open();
    bench.state.setup.account.read_only = true;
    bench.mark(&many(2)).press("<Tab>d");
    assert!(bench.state.plan.is_none());
    assert!(bench.notice().starts_with("read-only"));
}

#[test]
fn one_run_at_a_time() {
    let mut bench = Bench::open();
    let first = bench.apply_plan(&many(2));
    bench.press("<Esc>");
    bench.mark(&many(3)).press("d");
    bench.read_facts(|_| Ok(facts(7))).draw();
    bench.press("<Tab>3<Enter>");
    assert_eq!(bench.runs(), 1);
    assert!(problem(&bench).starts_with("one run at a time"));
    bench.news(&first, vec![mirrordeck::model::task::RunEvent::Done]);
    bench.press("<Enter>");
    assert_eq!(bench.runs(), 2);
    let ids: Vec<_> = bench.state.tasks.runs().iter().map(Run::id).collect();
    assert_ne!(ids[0], ids[1]);
    assert_eq!(bench.the_run().1.token_prefix, "md-test-t2");
}

#[test]
fn nothing_begins_while_it_is_found_out_what_earlier_runs_left_open() {
    let mut bench = Bench::open();
    bench.state.ask(mirrordeck::app::state::Question::Recovery);
    bench.plan(&many(2), |_| Ok(facts(7)));
    bench.press("<Tab>2<Enter>");
    assert_eq!(bench.runs(), 0);
    assert!(problem(&bench).contains("still finding out"));
}

#[test]
fn a_hundred_thousand_marked_mirrors_are_all_in_the_plan() {
    let mut bench = Bench::open();
    let targets = many(100_000);
    bench.mark(&targets).press("<Tab>d");
    // The bench itself looks for each effect among the first.
    bench.read_facts(|_| Ok(facts(7))).draw();
    assert_eq!(plan(&bench).count(RowState::In), 100_000);
}
