//! A deleted mirror that comes back, and requests that are sent again.

use mirrordeck::app::effect::Effect;
use mirrordeck::app::message::{Answer, Message, Wake};
use mirrordeck::app::state::Question;
use mirrordeck::i18n::Text;
use mirrordeck::model::action::Stage;
use mirrordeck::model::error::{ApiError, NoAnswer, Retry};
use mirrordeck::model::mirror::MirrorRead;
use mirrordeck::model::outcome::Word;

use crate::support::fixtures::{Bench, NOW_MS, deletion_end, found, kept_copy, mirror_id};

/// `firmware` of the first device was deleted.
fn deleted() -> Bench {
    let mut bench = Bench::open();
    bench
        .press("<Tab>jd")
        .answer_all(&Answer::Mirror(Ok(found(10))))
        .draw()
        .press("<BackTab><Enter>");
    let (request, order) = bench.the_delete();
    bench.effects.clear();
    bench.answer(
        request,
        Answer::Deleted(deletion_end(&order.target, Word::Deleted, "")),
    );
    bench
}

fn looks_to_come(bench: &Bench) -> Vec<(u64, Wake)> {
    let wakes = bench.effects.iter().filter_map(|effect| match effect {
        Effect::WakeAfter {
            after_ms,
            wake: wake @ Wake::ReturnDue { .. },
        } => Some((*after_ms, wake.clone())),
        _ => None,
    });
    wakes.collect()
}

fn looks(bench: &Bench) -> usize {
    let looks = bench.effects.iter();
    looks
        .filter(|effect| matches!(effect, Effect::LookForReturn { .. }))
        .count()
}

#[test]
fn it_is_looked_at_again_after_3_and_15_seconds() {
    let bench = deleted();
    let after: Vec<_> = looks_to_come(&bench)
        .into_iter()
        .map(|(after_ms, _)| after_ms)
        .collect();
    assert_eq!(after, [3_000, 15_000]);
}

#[test]
fn a_mirror_that_came_back_says_so_and_is_not_looked_at_any_more() {
    let mut bench = deleted();
    let wakes = looks_to_come(&bench);
    bench.send(Message::Woke(wakes[0].1.clone()));
    assert_eq!(looks(&bench), 1);
    bench.answer_all(&Answer::LookedForReturn(Ok(found(1))));
    let target = mirror_id("greenhouse-06", Some("firmware"));
    assert!(bench.state.returned.contains(&target));
    let record = bench.effects.iter().find_map(|effect| match effect {
        Effect::RecordReturn { version, .. } => Some(*version),
        _ => None,
    });
    assert_eq!(record, Some(Some(1)), "and the journal has it");
    let said = bench.notice();
    assert!(
        said.starts_with("came back: greenhouse-06 › firmware at v1"),
        "{said}"
    );
    let rows = 0..bench.state.mirrors.len();
    assert!(
        rows.filter_map(|row| bench.state.mirrors.get(row))
            .any(|name| *name == target.mirror)
    );
    bench.send(Message::Woke(wakes[1].1.clone()));
    assert_eq!(looks(&bench), 0, "once is enough");
}

#[test]
fn a_mirror_that_stays_away_is_looked_at_twice_and_nothing_is_said() {
    let mut bench = deleted();
    let before = bench.notice();
    for (_, wake) in looks_to_come(&bench) {
        bench.send(Message::Woke(wake));
        assert_eq!(looks(&bench), 1);
        bench.answer_all(&Answer::LookedForReturn(Ok(MirrorRead::Absent)));
    }
    assert_eq!(bench.notice(), before);
    assert!(bench.state.returned.is_empty());
}

#[test]
fn looking_again_can_be_switched_off() {
    let mut bench = Bench::open();
    bench.state.setup.return_looks_ms.clear();
    bench
        .press("<Tab>jd")
        .answer_all(&Answer::Mirror(Ok(found(10))))
        .draw();
    bench.press("<BackTab><Enter>");
    let (request, order) = bench.the_delete();
    bench.answer(
        request,
        Answer::Deleted(deletion_end(&order.target, Word::Deleted, "")),
    );
    assert!(looks_to_come(&bench).is_empty());
}

fn retry(next: u32) -> Retry {
    Retry {
        why: ApiError::NoAnswer {
            why: NoAnswer::Broken,
            cause: Text::verbatim("reset"),
        },
        next,
        of: 3,
        at_ms: NOW_MS + 400,
        after_ms: 400,
    }
}

#[test]
fn esc_gives_up_what_would_be_sent_again_before_it_means_anything_else() {
    let mut bench = Bench::open();
    bench.press("<Tab>r");
    let open: Vec<_> = bench.state.questions.keys().copied().collect();
    for request in &open {
        bench.send(Message::Retrying {
            request: *request,
            retry: Some(retry(2)),
        });
    }
    assert_eq!(bench.state.retries.len(), open.len());
    bench.effects.clear();
    let focus = bench.state.focus;
    bench.press("<Esc>");
    let given_up = bench
        .effects
        .iter()
        .filter(|effect| matches!(effect, Effect::GiveUp { .. }));
    assert_eq!(given_up.count(), open.len());
    assert_eq!(bench.state.focus, focus);
    bench.press("<Esc>");
    assert_ne!(bench.state.focus, focus, "now it means what it always does");
}

#[test]
fn an_answer_ends_the_word_about_sending_again() {
    let mut bench = Bench::open();
    bench.press("<Tab><Tab>r");
    let request = *bench.state.questions.keys().next().unwrap();
    bench.send(Message::Retrying {
        request,
        retry: Some(retry(2)),
    });
    bench.answer_all(&Answer::Mirror(Ok(found(10))));
    assert!(bench.state.retries.is_empty());
    bench.send(Message::Retrying {
        request,
        retry: Some(retry(3)),
    });
    assert!(
        bench.state.retries.is_empty(),
        "the question is no longer open"
    );
}

#[test]
fn each_stage_of_an_action_is_said() {
    let mut bench = Bench::open();
    bench
        .press("<Tab>jd")
        .answer_all(&Answer::Mirror(Ok(found(10))))
        .draw();
    bench.press("<BackTab><Enter>");
    let (request, _) = bench.the_delete();
    assert_eq!(bench.state.questions.get(&request), Some(&Question::Action));
    for (stage, words) in [
        (
            Stage::Preparing,
            "copying greenhouse-06 › firmware before it is deleted",
        ),
        (Stage::Sending, "deleting greenhouse-06 › firmware"),
        (Stage::Looking, "no clear answer yet"),
    ] {
        bench.send(Message::Staged { request, stage });
        assert!(bench.notice().starts_with(words), "{}", bench.notice());
    }
}

#[test]
fn a_wait_that_is_over_is_not_shown_any_more() {
    let mut bench = Bench::open();
    bench.press("<Tab><Tab>r");
    let request = *bench.state.questions.keys().next().unwrap();
    let wait = Some(retry(2));
    bench.send(Message::Retrying {
        request,
        retry: wait,
    });
    bench.send(Message::Retrying {
        request,
        retry: None,
    });
    assert!(bench.state.retries.is_empty());
}

#[test]
fn what_a_look_finds_after_a_restore_has_begun_is_no_return() {
    let mut bench = deleted();
    bench.send(Message::Woke(looks_to_come(&bench)[0].1.clone()));
    let target = mirror_id("greenhouse-06", Some("firmware"));
    let copy = kept_copy(1, 10);
    bench
        .press("u")
        .answer_all(&Answer::LastCopy(Ok(Some(copy))))
        .draw();
    bench
        .answer_all(&Answer::Mirror(Ok(MirrorRead::Absent)))
        .draw();
    bench.press("<BackTab><Enter>");
    bench.answer_all(&Answer::LookedForReturn(Ok(found(11))));
    assert!(!bench.state.returned.contains(&target));
    let recorded = bench
        .effects
        .iter()
        .any(|effect| matches!(effect, Effect::RecordReturn { .. }));
    assert!(!recorded, "it is our own restore");
}
