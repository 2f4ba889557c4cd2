//! Runs: what is heard of them, and what their screen does.

use mirrordeck::app::effect::Effect;
use mirrordeck::app::message::Answer;
use mirrordeck::app::plan::{RowState, Source};
use mirrordeck::app::state::{Question, Screen};
use mirrordeck::app::tasks::{Phase, Run, word};
use mirrordeck::i18n::Text;
use mirrordeck::model::action::Recovery;
use mirrordeck::model::outcome::Word;
use mirrordeck::model::record::{ActionKind, StorageProblem};
use mirrordeck::model::summary::Summarized;
use mirrordeck::model::task::{ItemState, RunEvent, TaskMode};

use crate::support::fixtures::{Bench, mirror_id};
use crate::support::runs::{end, facts, item_end, many, record};

fn run(bench: &Bench) -> &Run {
    &bench.state.tasks.runs()[0]
}

fn controls(bench: &Bench) -> Vec<TaskMode> {
    let modes = bench.effects.iter().filter_map(|effect| match effect {
        Effect::ControlTask { mode, .. } => Some(*mode),
        _ => None,
    });
    modes.collect()
}

#[test]
fn every_state_of_an_item_is_told_and_counted() {
    let mut bench = Bench::open();
    let plan = bench.apply_plan(&many(9));
    let states = [
        ItemState::Queued,
        ItemState::Sent,
        end(2, Word::Deleted),
        end(3, Word::VersionConflict),
        end(4, Word::AlreadyGone),
        end(5, Word::Refused),
        end(6, Word::OutcomeUnknown),
        ItemState::CameBack(item_end(7, Word::Deleted)),
        ItemState::Cancelled,
    ];
    for (number, state) in (0..).zip(&states) {
        bench.item(&plan, number, state.clone());
    }
    let words: Vec<_> = run(&bench).items().map(|(_, state)| word(state)).collect();
    assert_eq!(
        words,
        [
            "queued",
            "sent",
            "deleted",
            "version conflict",
            "already gone",
            "refused",
            "outcome unknown",
            "came back",
            "cancelled"
        ]
    );
    assert_eq!(
        run(&bench).in_words(),
        "1 deleted, 1 version conflict, 1 already gone, 1 refused, 1 outcome unknown, 1 came back, \
         1 sent, 1 queued, 1 cancelled"
    );
    assert_eq!(run(&bench).failed(), [3, 5, 6, 7]);
}

#[test]
fn what_falls_leaves_the_panes_and_the_marks() {
    let target = mirror_id("greenhouse-06", Some("firmware"));
    let mut bench = Bench::open();
    let plan = bench.apply_plan(std::slice::from_ref(&target));
    bench.mark(std::slice::from_ref(&target));
    bench.item(&plan, 0, ItemState::Sent);
    assert_eq!(bench.state.mirrors.rows(), 3);
    bench.item(&plan, 0, end(0, Word::Deleted));
    assert_eq!(bench.state.mirrors.rows(), 2);
    assert!(!bench.state.marks.has_mirror(&target));
    // A device writes it back.
    bench.item(&plan, 0, ItemState::CameBack(item_end(0, Word::Deleted)));
    assert_eq!(bench.state.mirrors.rows(), 3);
    assert!(bench.state.returned.contains(&target));
    assert!(
        bench
            .notice()
            .starts_with("came back: greenhouse-06 › firmware"),
        "{}",
        bench.notice()
    );
}

#[test]
fn mirrors_that_were_never_read_leave_no_trace_in_the_panes() {
    let mut bench = Bench::open();
    let plan = bench.apply_plan(&many(600));
    for number in 0..600 {
        bench.item(&plan, number, end(number, Word::Deleted));
    }
    let is_known = |target| bench.state.mirrors.knows(target);
    assert!(!many(600).iter().any(is_known));
}

#[test]
fn the_end_of_a_run_is_said_and_its_unknown_outcomes_listed() {
    let mut bench = Bench::open();
    let plan = bench.apply_plan(&many(3));
    bench.item(&plan, 0, end(0, Word::Deleted));
    bench.item(&plan, 1, end(1, Word::VersionConflict));
    bench.item(&plan, 2, end(2, Word::OutcomeUnknown));
    bench.effects.clear();
    bench.news(&plan, vec![RunEvent::Done]);
    assert_eq!(
        bench.notice(),
        "run ended: 1 deleted, 1 version conflict, 1 outcome unknown; T has the rest, u there \
         brings all back"
    );
    assert!(bench.state.notice.as_ref().unwrap().is_outcome);
    assert_eq!(run(&bench).phase(), Phase::Done);
    assert!(
        bench
            .effects
            .iter()
            .any(|effect| matches!(effect, Effect::Recover { own: false, .. }))
    );
    bench.answer_all(&Answer::Recovered(Recovery::default()));
    assert!(
        bench
            .effects
            .iter()
            .any(|effect| matches!(effect, Effect::ListTasks { .. }))
    );
}

#[test]
fn a_run_does_not_take_the_word_from_a_single_deletion() {
    let mut bench = Bench::open();
    let plan = bench.apply_plan(&many(2));
    bench.press("<Esc><Esc>");
    bench.press("<Tab>jd");
    bench.answer_all(&Answer::Mirror(Ok(crate::support::fixtures::found(10))));
    bench.draw().press("<BackTab><Enter>");
    let (request, order) = bench.the_delete();
    bench.item(&plan, 0, end(0, Word::Deleted));
    bench.item(&plan, 1, end(1, Word::Deleted));
    bench.news(&plan, vec![RunEvent::Done]);
    assert!(
        bench.notice().starts_with("deleting "),
        "{}",
        bench.notice()
    );
    let ended = crate::support::fixtures::deletion_end(&order.target, Word::Deleted, "");
    bench.answer(request, Answer::Deleted(ended));
    assert!(bench.notice().starts_with("deleted "), "{}", bench.notice());
    assert!(bench.notice().contains("run ended: 2 deleted"));
}

#[test]
fn p_pauses_and_goes_on_and_x_cancels_what_is_queued() {
    let mut bench = Bench::open();
    let plan = bench.apply_plan(&many(3));
    bench.press("p");
    assert_eq!(run(&bench).phase(), Phase::Paused);
    bench.press("p");
    assert_eq!(run(&bench).phase(), Phase::Running);
    bench.press("x");
    assert_eq!(run(&bench).phase(), Phase::Stopping);
    bench.press("x");
    assert_eq!(
        controls(&bench),
        [TaskMode::Paused, TaskMode::Running, TaskMode::Cancelled]
    );
    bench.item(&plan, 0, end(0, Word::Deleted));
    bench.news(&plan, vec![RunEvent::Done]);
    assert_eq!(run(&bench).phase(), Phase::Cancelled);
    assert_eq!(run(&bench).in_words(), "1 deleted, 2 cancelled");
}

#[test]
fn a_run_that_pauses_itself_says_why_and_p_goes_on() {
    let mut bench = Bench::open();
    let plan = bench.apply_plan(&many(3));
    bench.item(&plan, 0, ItemState::Sent);
    bench.item(&plan, 0, ItemState::Queued);
    bench.news(
        &plan,
        vec![RunEvent::Paused(Text::verbatim("no connection"))],
    );
    assert!(
        bench.notice().contains("paused itself: no connection"),
        "{}",
        bench.notice()
    );
    assert_eq!(run(&bench).phase(), Phase::Paused);
    assert_eq!(run(&bench).queued(), 3);
    bench.press("p");
    assert_eq!(controls(&bench), [TaskMode::Running]);
}

#[test]
fn u_plans_to_bring_back_all_that_a_run_has_deleted() {
    let targets = many(5);
    let mut bench = Bench::open();
    let plan = bench.apply_plan(&targets);
    for (number, word) in (0..).zip([
        Word::Deleted,
        Word::Deleted,
        Word::Deleted,
        Word::AlreadyGone,
        Word::VersionConflict,
    ]) {
        bench.item(&plan, number, end(number, word));
    }
    bench.news(&plan, vec![RunEvent::Done]).press("u");
    let standing = targets[1].clone();
    bench
        .read_facts(|target| {
            Ok(if *target == standing {
                facts(8)
            } else {
                Summarized::Absent
            })
        })
        .draw();
    let view = bench.state.plan.as_ref().unwrap();
    assert_eq!((view.kind, view.source), (ActionKind::Restore, Source::Run));
    assert_eq!(view.count(RowState::In), 2);
    assert_eq!(view.count(RowState::Standing), 1);
    bench.press(" ");
    assert!(bench.notice().contains("singly, from the trash"));
    bench.press("<Tab>2<Enter>");
    let (_, restore, _) = bench.the_run();
    assert_eq!(restore.kind, ActionKind::Restore);
    let copies: Vec<_> = restore.items.iter().map(|item| item.copy.clone()).collect();
    assert_eq!(
        copies,
        [
            item_end(0, Word::Deleted).action,
            item_end(2, Word::Deleted).action
        ]
    );
    assert_ne!(restore.id, plan.id);
}

#[test]
fn r_plans_what_failed_but_not_what_is_unknown() {
    let targets = many(5);
    let mut bench = Bench::open();
    let plan = bench.apply_plan(&targets);
    for (number, word) in (0..).zip([
        Word::Deleted,
        Word::VersionConflict,
        Word::Refused,
        Word::NotDeleted,
        Word::OutcomeUnknown,
    ]) {
        bench.item(&plan, number, end(number, word));
    }
    bench.news(&plan, vec![RunEvent::Done]).press("r");
    assert!(bench.notice().contains("1 of unknown outcome"));
    bench.read_facts(|_| Ok(facts(7))).draw();
    let view = bench.state.plan.as_ref().unwrap();
    let planned: Vec<_> = view.rows().iter().map(|row| &row.item.target).collect();
    assert_eq!(planned, [&targets[1], &targets[2], &targets[3]]);
}

#[test]
fn where_only_unknown_outcomes_are_left_r_sends_to_the_trash() {
    let mut bench = Bench::open();
    let plan = bench.apply_plan(&many(1));
    bench.item(&plan, 0, end(0, Word::OutcomeUnknown));
    bench.news(&plan, vec![RunEvent::Done]).press("r");
    assert!(bench.state.plan.is_none());
    assert!(bench.notice().contains("the trash (t) lists it"));
}

/// A program that finds a run of six on the disk: two fell, one was on the wire.
fn after_a_kill(sent: ItemState) -> Bench {
    let mut bench = Bench::open();
    let states = vec![
        end(0, Word::Deleted),
        end(1, Word::Deleted),
        sent,
        ItemState::Queued,
        ItemState::Queued,
        ItemState::Queued,
    ];
    bench.state.tasks.listing = None;
    let request = bench.state.ask(Question::Tasks);
    let records = vec![record(1, &many(6), states)];
    bench.answer(request, Answer::Tasks(Ok(records)));
    bench
}

#[test]
fn a_run_that_was_killed_is_told_and_continued_with_what_was_not_begun() {
    let mut bench = after_a_kill(end(2, Word::Deleted));
    assert_eq!(
        bench.notice(),
        "a run of 6 deletions was cut off with 3 not begun: T shows it, p there goes on"
    );
    bench.press("T");
    assert_eq!(run(&bench).phase(), Phase::CutOff);
    bench.press("p");
    let (_, plan, todo) = bench.the_run();
    assert_eq!(todo, [3, 4, 5]);
    assert_eq!(plan.token_prefix, "md-before-t1", "the run stays the same");
    assert_eq!(run(&bench).phase(), Phase::Running);
    for number in todo {
        bench.item(&plan, number, ItemState::Sent);
        bench.item(&plan, number, end(number, Word::Deleted));
    }
    bench.news(&plan, vec![RunEvent::Done]);
    assert!(bench.notice().starts_with("run ended: 6 deleted"));
}

#[test]
fn what_was_on_the_wire_when_a_run_was_killed_is_not_sent_again() {
    let mut bench = after_a_kill(ItemState::Sent);
    assert!(
        bench.notice().contains("1 not resolved"),
        "{}",
        bench.notice()
    );
    bench.press("Tp");
    assert_eq!(bench.the_run().2, [3, 4, 5]);
    assert!(bench.notice().contains("not sent again"));
}

#[test]
fn a_run_that_was_cut_off_does_not_go_on_before_recovery_has_ended_or_beside_another() {
    let mut bench = after_a_kill(ItemState::Sent);
    let recovery = bench.state.ask(Question::Recovery);
    bench.press("Tp");
    assert_eq!(bench.runs(), 0);
    bench.answer(recovery, Answer::Recovered(Recovery::default()));
    // What was on the wire is resolved now.
    let states = vec![
        end(0, Word::Deleted),
        end(1, Word::Deleted),
        end(2, Word::NotDeleted),
        ItemState::Queued,
        ItemState::Queued,
        ItemState::Queued,
    ];
    bench.answer_all(&Answer::Tasks(Ok(vec![record(1, &many(6), states)])));
    assert_eq!(run(&bench).sent(), 0);
    bench.press("<Esc>");
    let other = bench.apply_plan(&many(2));
    bench.press("jp");
    assert_eq!(bench.runs(), 1);
    assert!(bench.notice().starts_with("one run at a time"));
    bench.news(&other, vec![RunEvent::Done]).press("p");
    assert_eq!(bench.runs(), 2);
}

#[test]
fn x_closes_a_run_that_was_cut_off_for_good() {
    let mut bench = after_a_kill(end(2, Word::Deleted));
    bench.press("Tx");
    bench.answer_all(&Answer::Closed(Err(StorageProblem(Text::verbatim("full")))));
    assert_eq!(run(&bench).phase(), Phase::CutOff);
    bench.press("x").answer_all(&Answer::Closed(Ok(())));
    assert_eq!(run(&bench).phase(), Phase::Cancelled);
    bench.press("p");
    assert_eq!(bench.runs(), 0);
}

#[test]
fn a_run_of_another_account_is_shown_and_left_alone() {
    let mut bench = Bench::open();
    let mut other = record(1, &many(2), vec![end(0, Word::Deleted), ItemState::Queued]);
    let mut plan = (*other.plan).clone();
    plan.origin.key_tail = "…9999".to_owned();
    other.plan = plan.into();
    bench.state.tasks.listing = None;
    let request = bench.state.ask(Question::Tasks);
    bench.answer(request, Answer::Tasks(Ok(vec![other])));
    assert!(!bench.notice().contains("cut off"));
    for key in ["p", "u", "r"] {
        bench.press("T").press(key);
        assert!(bench.notice().contains("another account"), "{key}");
        assert!(bench.state.plan.is_none() && bench.runs() == 0);
    }
}

#[test]
fn a_run_that_could_not_go_on_is_said_and_can_be_continued() {
    let mut bench = Bench::open();
    let plan = bench.apply_plan(&many(3));
    bench.item(&plan, 0, end(0, Word::Deleted));
    bench.answer_all(&Answer::TaskEnded(Err(StorageProblem(Text::verbatim(
        "disk full",
    )))));
    assert!(bench.notice().contains("disk full"), "{}", bench.notice());
    assert_eq!(run(&bench).phase(), Phase::CutOff);
    bench.press("p");
    assert_eq!(bench.the_run().2, [1, 2]);
}

#[test]
fn a_crash_of_a_run_is_looked_up_as_what_this_program_left_open() {
    let mut bench = Bench::open();
    let plan = bench.apply_plan(&many(3));
    bench.item(&plan, 0, ItemState::Sent);
    let (request, ..) = bench.the_run();
    bench.answer(request, Answer::Crashed);
    assert!(
        bench.notice().contains("1 outcome unknown"),
        "{}",
        bench.notice()
    );
    assert!(
        bench
            .effects
            .iter()
            .any(|effect| matches!(effect, Effect::Recover { own: true, .. }))
    );
}

#[test]
fn f_shows_only_what_did_not_end_well() {
    let mut bench = Bench::open();
    let plan = bench.apply_plan(&many(30));
    bench.item(&plan, 7, end(7, Word::Refused));
    bench.item(&plan, 21, end(21, Word::VersionConflict));
    bench.press("f<Enter>j");
    let tasks = &bench.state.tasks;
    assert_eq!(tasks.shown_items(run(&bench)), 2);
    let (item, _) = tasks.item(run(&bench), tasks.items.at).unwrap();
    assert_eq!(item.target, many(30)[21]);
    bench.press("f");
    assert_eq!(bench.state.tasks.shown_items(run(&bench)), 30);
}

#[test]
fn enter_and_esc_lead_into_the_items_and_out() {
    let mut bench = Bench::open();
    bench.apply_plan(&many(3));
    bench.press("<Enter>");
    assert!(bench.state.tasks.in_items);
    bench.press("<Esc>");
    assert!(!bench.state.tasks.in_items);
    bench.press("<Esc>");
    assert_eq!(bench.state.screen(), None);
}

#[test]
fn the_sweep_stands_above_the_runs_and_enter_goes_there() {
    let mut bench = Bench::open();
    bench.apply_plan(&many(3));
    bench.press("<Esc><Esc><Esc>S");
    assert_eq!(bench.state.screen(), Some(Screen::Sweep));
    bench.state.tasks.cursor.at = 0;
    bench.press("T<Enter>");
    assert_eq!(bench.state.screen(), Some(Screen::Sweep));
    assert!(bench.state.sweep.is_some());
}

#[test]
fn runs_that_cannot_be_listed_are_said() {
    let mut bench = Bench::open();
    bench.state.tasks.listing = None;
    let request = bench.state.ask(Question::Tasks);
    let problem = StorageProblem(Text::verbatim("no folder"));
    bench.answer(request, Answer::Tasks(Err(problem)));
    assert!(bench.notice().contains("no folder"), "{}", bench.notice());
}
