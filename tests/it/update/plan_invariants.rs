//! What holds of plans and runs after any sequence of messages.

use std::collections::HashSet;

use mirrordeck::app::effect::Effect;
use mirrordeck::app::geometry::Size;
use mirrordeck::app::key::Key;
use mirrordeck::app::message::{Answer, Message};
use mirrordeck::app::plan::{FreshFacts, RowState};
use mirrordeck::app::state::{AppState, End, Overlay};
use mirrordeck::app::tasks::Run;
use mirrordeck::model::mirror::MirrorId;
use mirrordeck::model::outcome::Word;
use mirrordeck::model::record::ActionKind;
use mirrordeck::model::summary::Summarized;
use mirrordeck::model::task::{ItemState, RunEvent, TaskItem};
use mirrordeck::view::view;
use proptest::prelude::*;
use ratatui::Terminal;
use ratatui::backend::TestBackend;

use crate::support::fixtures::{Bench, mirror_id};
use crate::support::runs::{end, facts, silence, summary};

#[derive(Debug, Clone)]
enum Step {
    Press(Key),
    /// The number that would be right, as the user might type it.
    TypeTheNumber,
    Mark(u64),
    Paste(String),
    Resize(u16, u16),
    Drawn,
    /// Fresh reads are answered, each in a way of its own.
    AnswerReads(u64),
    /// Something happens to items of the run.
    News(u32, u8),
}

fn keys() -> impl Strategy<Value = Key> {
    prop_oneof![
        4 => prop::sample::select(vec![
            Key::Enter, Key::Esc, Key::Tab, Key::Up, Key::Down, Key::Home, Key::Backspace,
            Key::Ctrl('u'), Key::Ctrl('c'),
        ]),
        6 => prop::sample::select("dd jk rTTpxufeo0123q".chars().collect::<Vec<_>>())
            .prop_map(Key::Char),
    ]
}

fn steps() -> impl Strategy<Value = Step> {
    prop_oneof![
        10 => keys().prop_map(Step::Press),
        4 => Just(Step::TypeTheNumber),
        3 => any::<u64>().prop_map(Step::Mark),
        1 => "[0-9]{1,2}".prop_map(Step::Paste),
        1 => (40_u16..130, 10_u16..40).prop_map(|(columns, rows)| Step::Resize(columns, rows)),
        8 => Just(Step::Drawn),
        6 => any::<u64>().prop_map(Step::AnswerReads),
        3 => (0_u32..6, any::<u8>()).prop_map(|(item, what)| Step::News(item, what)),
    ]
}

fn target(nth: u64) -> MirrorId {
    match nth % 6 {
        0 => mirror_id("온실", None),
        1 => mirror_id("온실", Some("default")),
        nth => mirror_id(&format!("d{nth}"), Some("\u{202e}x")),
    }
}

fn apply(bench: &mut Bench, step: &Step) {
    match step {
        Step::Press(key) => {
            bench.send(Message::Pressed(*key));
        }
        Step::TypeTheNumber => {
            let going_in = bench
                .state
                .plan
                .as_ref()
                .map(|plan| plan.count(RowState::In));
            for digit in going_in.unwrap_or(1).to_string().chars() {
                bench.send(Message::Pressed(Key::Char(digit)));
            }
        }
        Step::Mark(nth) => {
            bench.state.marks.add_mirrors([(target(*nth), Some(7))]);
        }
        Step::Paste(text) => {
            bench.send(Message::Pasted(text.as_str().into()));
        }
        Step::Resize(columns, rows) => {
            let (columns, rows) = (*columns, *rows);
            bench.send(Message::Resized(Size { columns, rows }));
        }
        Step::Drawn => {
            bench.draw();
        }
        Step::AnswerReads(dice) => {
            let dice = std::cell::Cell::new(*dice);
            bench.read_facts(|_| {
                let rolled = dice.get();
                dice.set(rolled / 7 + 3);
                match rolled % 7 {
                    0 => Ok(facts(8)),
                    1 => Ok(Summarized::Absent),
                    2 => Err(silence()),
                    3 => Ok(Summarized::Found(summary(None))),
                    _ => Ok(facts(7)),
                }
            });
            bench.answer_all(&Answer::Mirror(Ok(crate::support::fixtures::found(7))));
        }
        Step::News(item, what) => {
            let Some(plan) = bench.state.tasks.active().map(|run| run.plan.clone()) else {
                return;
            };
            let state = match what % 6 {
                0 => ItemState::Queued,
                1 => ItemState::Sent,
                2 => end(*item, Word::Deleted),
                3 => end(*item, Word::VersionConflict),
                4 => end(*item, Word::OutcomeUnknown),
                _ => {
                    bench.news(&plan, vec![RunEvent::Done]);
                    return;
                }
            };
            bench.item(&plan, *item, state);
        }
    }
}

/// The run that Enter in the field would begin, by what has stood on the screen: every row that goes
/// in with its fresh read, and the number typed after that.
fn confirmed(state: &AppState, size: Size) -> Option<(ActionKind, Vec<TaskItem>)> {
    let plan = state.plan_in_view()?;
    let may = plan.in_count
        && plan.is_read()
        && plan.shown.to_be_drawn().is_none()
        && plan.count.value() == plan.count(RowState::In).to_string()
        && size.is_enough();
    may.then(|| {
        let rows = plan.rows().iter();
        let rows = rows.filter(|row| row.state(plan.kind) == RowState::In);
        let items = rows.map(|row| TaskItem {
            target: row.item.target.clone(),
            version: match (&row.fresh, plan.kind) {
                (FreshFacts::Found(facts), ActionKind::Delete) => facts.version,
                _ => row.item.version,
            },
            copy: row.item.copy.clone(),
        });
        (plan.kind, items.collect())
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn a_run_begins_only_for_a_plan_that_was_seen_and_counted(
        steps in prop::collection::vec(steps(), 1..150)
    ) {
        let mut bench = Bench::open();
        bench.press("<Tab>");
        let mut begun = HashSet::new();
        for (nth, step) in steps.iter().enumerate() {
            let wanted = confirmed(&bench.state, bench.state.size);
            let was_active = bench.state.tasks.active().is_some();
            let was_on_the_wire = bench.state.tasks.active().map_or(0, Run::sent);
            apply(&mut bench, step);
            for effect in &bench.effects {
                let Effect::RunTask { request, plan, todo, .. } = effect else { continue };
                if !begun.insert(*request) {
                    continue;
                }
                prop_assert!(matches!(step, Step::Press(Key::Enter)), "only Enter applies");
                prop_assert!(!was_active, "one at a time");
                let Some((kind, items)) = &wanted else {
                    return Err(TestCaseError::fail("nothing was confirmed"));
                };
                prop_assert_eq!(*kind, plan.kind);
                prop_assert_eq!(&plan.items[..], &items[..]);
                prop_assert_eq!(todo.len(), items.len());
                prop_assert!(!items.is_empty());
                for (number, item) in (0..).zip(items) {
                    prop_assert!(*kind == ActionKind::Restore || item.version.is_some());
                    prop_assert!(plan.token(number).len() <= 64);
                }
            }
            // Whatever comes, the counts are those of the items, and of the rows.
            for run in bench.state.tasks.runs() {
                let queued = run.items().filter(|(_, state)| **state == ItemState::Queued).count();
                let sent = run.items().filter(|(_, state)| **state == ItemState::Sent).count();
                prop_assert_eq!((run.queued(), run.sent()), (queued, sent));
            }
            if let Some(plan) = &bench.state.plan {
                let rows = plan.rows().iter();
                let going_in = rows.filter(|row| row.state(plan.kind) == RowState::In).count();
                prop_assert_eq!(plan.count(RowState::In), going_in);
                let totals: usize = plan.totals().iter().map(|(_, count)| count).sum();
                prop_assert_eq!(totals, going_in);
            }
            if bench.state.end == End::Now {
                if was_on_the_wire > 0 && bench.state.tasks.active().is_some() {
                    let words = bench.state.last_words().map_or_else(String::new, |words| words.to_string());
                    prop_assert!(words.contains("on the wire"), "{words}");
                }
                break;
            }
            if let Some(Overlay::Quit(_)) = &bench.state.overlay {
                prop_assert!(bench.state.end == End::Running);
            }
            if nth % 16 != 0 {
                continue; // drawing is most of the cost
            }
            let Size { columns, rows } = bench.state.size;
            let mut terminal = Terminal::new(TestBackend::new(columns, rows)).unwrap();
            terminal.draw(|frame| view(&bench.state, frame)).unwrap();
            for cell in &terminal.backend().buffer().content {
                let bare = cell.symbol().chars().any(|c| c.is_control() || c == '\u{202e}');
                prop_assert!(!bare, "{:?}", cell.symbol());
            }
        }
    }
}

#[test]
fn the_property_is_not_empty() {
    let mut bench = Bench::open();
    bench.press("<Tab>");
    for step in [
        Step::Mark(0),
        Step::Mark(1),
        Step::Press(Key::Char('d')),
        Step::Drawn,
        Step::AnswerReads(4),
        Step::Drawn,
        Step::Press(Key::Tab),
        Step::TypeTheNumber,
        Step::Press(Key::Enter),
    ] {
        apply(&mut bench, &step);
    }
    assert_eq!(bench.runs(), 1);
}
