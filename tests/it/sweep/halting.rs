//! Pause, go on, stop.

use mirrordeck::app::effect::Effect;
use mirrordeck::app::message::Answer;
use mirrordeck::app::sweep::{Halt, Phase};

use super::{asked_facts, asked_names, only_named, over, serve, sweep};
use crate::support::fixtures::{Bench, names};

fn fleet() -> Bench {
    let all: Vec<_> = (0..100).map(|nth| format!("device-{nth:03}")).collect();
    over(&all.iter().map(String::as_str).collect::<Vec<_>>())
}

fn abandoned(bench: &Bench) -> usize {
    let effects = bench.effects.iter();
    effects
        .filter(|effect| matches!(effect, Effect::Abandon { .. }))
        .count()
}

#[test]
fn a_pause_asks_nothing_and_gives_up_what_is_out() {
    let mut bench = fleet();
    let asked = asked_names(&mut bench);
    let answered = asked[0].0;
    bench.answer(answered, Answer::Mirrors(Ok(names(&["m"]))));
    asked_names(&mut bench);
    bench.press("p");
    assert_eq!(abandoned(&bench), 48);
    let late = asked[1].0;
    bench.answer(late, Answer::Mirrors(Ok(names(&["m"]))));
    bench.press("jc/m<Enter>");
    assert!(asked_names(&mut bench).is_empty() && asked_facts(&mut bench).is_empty());
    assert_eq!(sweep(&bench).progress().phase, Phase::Halted(Halt::Paused));
    assert_eq!(
        sweep(&bench).len(),
        1,
        "an answer that comes too late is not taken"
    );
}

#[test]
fn going_on_asks_the_rest_and_nothing_twice() {
    let mut bench = fleet();
    let asked = asked_names(&mut bench);
    for (request, _) in asked.into_iter().take(30) {
        bench.answer(request, Answer::Mirrors(Ok(names(&["m"]))));
    }
    asked_names(&mut bench);
    bench.press("pp");
    let asked = serve(&mut bench, |_| vec!["m"], only_named);
    assert_eq!(asked, (70, 0));
    assert_eq!(sweep(&bench).len(), 100);
}

#[test]
fn a_stop_keeps_what_was_read() {
    let mut bench = fleet();
    let asked = asked_names(&mut bench);
    bench.answer(asked[0].0, Answer::Mirrors(Ok(names(&["m"]))));
    asked_names(&mut bench);
    bench.press("x");
    assert_eq!(abandoned(&bench), 48);
    assert_eq!(sweep(&bench).progress().phase, Phase::Halted(Halt::Stopped));
    assert_eq!(sweep(&bench).len(), 1);
    bench.press("p");
    assert_eq!(serve(&mut bench, |_| vec!["m"], only_named), (99, 0));
}

#[test]
fn a_new_sweep_stops_the_one_before() {
    let mut bench = fleet();
    asked_names(&mut bench);
    bench.press("<Esc> S");
    assert_eq!(abandoned(&bench), 48);
    assert_eq!(serve(&mut bench, |_| vec!["m"], only_named), (1, 0));
    assert_eq!(sweep(&bench).len(), 1);
}

#[test]
fn what_is_done_cannot_be_paused_or_stopped() {
    let mut bench = fleet();
    serve(&mut bench, |_| vec!["m"], only_named);
    bench.press("px");
    assert_eq!(sweep(&bench).progress().phase, Phase::Done);
}

#[test]
fn rate_and_remaining_time_come_from_the_answers() {
    use mirrordeck::app::message::{Answered, Message};
    let mut bench = fleet();
    for nth in 0..41 {
        let (request, _) = asked_names_one(&mut bench);
        bench.send(Message::Answered(Answered {
            request,
            at_ms: crate::support::fixtures::NOW_MS + nth * 50,
            took_ms: 50,
            clock_correction_s: 0,
            answer: Answer::Mirrors(Ok(names(&["m"]))),
        }));
    }
    let progress = sweep(&bench).progress();
    assert_eq!(progress.devices_done, 41);
    assert_eq!(progress.rate_milli, Some(20_000));
    assert_eq!(progress.left_s, Some(3), "59 at 20 a second");
    assert_eq!(progress.spent_ms, 2_000);
}

/// The oldest question for names that is out; the others stay.
fn asked_names_one(
    bench: &mut Bench,
) -> (
    mirrordeck::app::message::RequestId,
    mirrordeck::model::device::DeviceName,
) {
    let place = bench
        .effects
        .iter()
        .position(|effect| matches!(effect, Effect::SweepNames { .. }))
        .unwrap();
    match bench.effects.remove(place) {
        Effect::SweepNames { request, device } => (request, device),
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_word_that_it_is_under_way_ends_with_it() {
    let mut bench = fleet();
    assert!(bench.notice().starts_with("sweeping 100 devices"));
    serve(&mut bench, |_| vec!["m"], only_named);
    assert_eq!(
        bench.notice(),
        "the sweep is done: 100 mirrors of 100 devices"
    );
    // What a key was answered since stays.
    let mut bench = fleet();
    bench.press("pp");
    let notice = bench.notice();
    serve(&mut bench, |_| vec!["m"], only_named);
    assert_eq!(bench.notice(), notice);
}
