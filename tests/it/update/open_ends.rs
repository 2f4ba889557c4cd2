//! Outcomes that are not known: after a start, in the trash, looked at again, taken note of.

use mirrordeck::app::effect::Effect;
use mirrordeck::app::message::{Answer, Message};
use mirrordeck::app::trash::Row;
use mirrordeck::i18n::Text;
use mirrordeck::model::action::{Recovery, Resolution};
use mirrordeck::model::outcome::{Ending, Word};
use mirrordeck::model::record::{Listed, OpenEnd, StorageProblem};

use crate::support::fixtures::{Bench, NOW_MS, deletion_end, empty_state, found, open_end};

fn resolution(end: &OpenEnd, word: Word) -> Resolution {
    Resolution {
        id: end.id.clone(),
        kind: end.intent.kind,
        target: end.intent.target.clone(),
        began_ms: end.at_ms,
        ending: Ending {
            word,
            reason: Text::verbatim("the look found it so"),
            warning: None,
        },
        open: (word == Word::OutcomeUnknown).then(|| Box::new(end.clone())),
    }
}

/// A program that found this at its start.
fn started(recovery: &Recovery) -> Bench {
    let mut bench = Bench {
        state: empty_state(120, 36),
        effects: vec![],
    };
    bench.send(Message::Started);
    bench.answer_all(&Answer::Recovered(recovery.clone()));
    bench
}

fn looks(bench: &Bench) -> usize {
    let looks = bench.effects.iter();
    looks
        .filter(|effect| matches!(effect, Effect::LookAgain { .. }))
        .count()
}

#[test]
fn what_was_found_out_about_an_earlier_run_is_told() {
    let end = open_end(1);
    let mut bench = Bench::open();
    bench.send(Message::FoundOut {
        resolution: Box::new(resolution(&end, Word::Deleted)),
        at_ms: NOW_MS,
    });
    let said = bench.notice();
    assert!(
        said.starts_with("deleted greenhouse-06 › firmware (deletion of "),
        "{said}"
    );
    assert!(said.contains("the look found it so"), "{said}");
    assert!(bench.state.open_ends.is_empty());
}

#[test]
fn what_stays_unknown_is_listed_and_can_be_looked_at_with_r() {
    let end = open_end(1);
    let recovery = Recovery {
        open: vec![end.clone()],
        ..Recovery::default()
    };
    let mut bench = started(&recovery);
    assert!(
        bench
            .notice()
            .contains("1 outcome of earlier runs not known"),
        "{}",
        bench.notice()
    );
    bench.press("t");
    let row = bench.state.trash.as_ref().unwrap().current().cloned();
    assert_eq!(row, Some(Row::Open(end.id.clone())));
    bench.press("rr");
    assert_eq!(looks(&bench), 1, "one look at a time");
    bench.answer_all(&Answer::LookedAgain(resolution(&end, Word::OutcomeUnknown)));
    assert_eq!(
        bench.state.open_ends.len(),
        1,
        "it stays until it is resolved"
    );
    bench.press("r");
    bench.answer_all(&Answer::LookedAgain(resolution(&end, Word::NotDeleted)));
    assert!(bench.state.open_ends.is_empty());
    assert!(
        bench.notice().starts_with("not deleted"),
        "{}",
        bench.notice()
    );
}

#[test]
fn r_in_the_panes_looks_at_an_unknown_outcome_in_view_too() {
    let mut bench = Bench::open();
    bench.state.open_ends.push(open_end(1));
    bench.press("<Tab>r");
    assert_eq!(looks(&bench), 1);
}

#[test]
fn an_action_of_another_account_is_not_looked_at_here() {
    let mut end = open_end(1);
    end.intent.origin.key_tail = "…9999".to_owned();
    let mut bench = Bench::open();
    bench.state.open_ends.push(end);
    bench.press("tr");
    assert_eq!(looks(&bench), 0);
    assert!(
        bench.notice().contains("another account"),
        "{}",
        bench.notice()
    );
}

#[test]
fn a_takes_note_and_only_what_is_written_down_leaves_the_list() {
    let mut bench = Bench::open();
    bench.state.open_ends.push(open_end(1));
    bench.press("ta");
    let problem = StorageProblem(Text::verbatim("the disk is full"));
    bench.answer_all(&Answer::Closed(Err(problem)));
    assert_eq!(bench.state.open_ends.len(), 1);
    assert!(
        bench.notice().contains("the disk is full"),
        "{}",
        bench.notice()
    );
    bench.press("a").answer_all(&Answer::Closed(Ok(())));
    assert!(bench.state.open_ends.is_empty());
    bench.press("a");
    assert!(
        bench.notice().contains("only an outcome not known"),
        "{}",
        bench.notice()
    );
}

#[test]
fn open_ends_come_before_copies_and_are_not_listed_twice() {
    let mut bench = Bench::open();
    let end = open_end(5);
    bench.state.open_ends.push(end.clone());
    bench.press("t");
    let listed = |nth| Listed {
        id: open_end(nth).id,
        restored: false,
        worded: false,
    };
    bench.answer_all(&Answer::Copies(Ok(vec![listed(9), listed(5), listed(1)])));
    let trash = bench.state.trash.as_ref().unwrap();
    let rows: Vec<_> = (0..trash.len())
        .filter_map(|row| trash.get(row))
        .cloned()
        .collect();
    let expected = [
        Row::Open(end.id),
        Row::Copy(listed(9).id),
        Row::Copy(listed(1).id),
    ];
    assert_eq!(rows, expected);
}

#[test]
fn a_warning_of_the_start_is_said() {
    let recovery = Recovery {
        warnings: vec![Text::verbatim("the trash is 3 MiB over its limit")],
        ..Recovery::default()
    };
    assert_eq!(
        started(&recovery).notice(),
        "the trash is 3 MiB over its limit"
    );
}

#[test]
fn what_is_found_out_while_an_action_is_under_way_is_said_beside_its_outcome() {
    let mut bench = Bench::open();
    bench
        .press("<Tab>jd")
        .answer_all(&Answer::Mirror(Ok(found(10))))
        .draw();
    bench.press("<BackTab><Enter>");
    let (request, order) = bench.the_delete();
    bench.send(Message::FoundOut {
        resolution: Box::new(resolution(&open_end(1), Word::NotDeleted)),
        at_ms: NOW_MS,
    });
    bench.answer(
        request,
        Answer::Deleted(deletion_end(&order.target, Word::Deleted, "")),
    );
    let said = bench.notice();
    assert!(said.starts_with("deleted greenhouse-06"), "{said}");
    assert!(
        said.contains("of earlier runs: not deleted greenhouse-06"),
        "{said}"
    );
}

#[test]
fn what_was_settled_since_does_not_come_back_with_an_older_listing() {
    let end = open_end(1);
    let mut bench = Bench {
        state: empty_state(120, 36),
        effects: vec![],
    };
    bench.send(Message::Started);
    bench.state.open_ends.push(end.clone());
    bench.press("ta").answer_all(&Answer::Closed(Ok(())));
    let recovery = Recovery {
        open: vec![end],
        ..Recovery::default()
    };
    bench.answer_all(&Answer::Recovered(recovery));
    assert!(bench.state.open_ends.is_empty());
}

#[test]
fn what_is_found_out_to_stay_unknown_is_listed_at_once() {
    let end = open_end(1);
    let mut bench = Bench::open();
    bench.send(Message::FoundOut {
        resolution: Box::new(resolution(&end, Word::OutcomeUnknown)),
        at_ms: NOW_MS,
    });
    assert_eq!(bench.state.open_ends, [end]);
}
