//! How a watch begins, goes on and ends.

use mirrordeck::app::effect::Effect;
use mirrordeck::app::message::{Answer, Message, RequestId, Wake};
use mirrordeck::app::watch::Watch;
use mirrordeck::i18n::Text;
use mirrordeck::i18n::{Language, speaking};
use mirrordeck::model::error::{ApiError, NoAnswer};
use mirrordeck::model::mirror::MirrorRead;
use mirrordeck::text;

use super::{BODY, read, showing};
use crate::support::fixtures::Bench;

fn watching() -> Bench {
    let mut bench = showing(BODY);
    bench.effects.clear();
    bench.press("w");
    bench
}

/// The read that the watch has asked for.
fn asked(bench: &mut Bench) -> Option<RequestId> {
    let place = bench
        .effects
        .iter()
        .position(|effect| matches!(effect, Effect::WatchMirror { .. }))?;
    bench.effects.remove(place).asks()
}

/// Wakes that are waited for.
fn wakes(bench: &mut Bench) -> Vec<(u64, Wake)> {
    let (mine, others) = std::mem::take(&mut bench.effects)
        .into_iter()
        .partition::<Vec<_>, _>(|effect| {
            matches!(
                effect,
                Effect::WakeAfter {
                    wake: Wake::Watch(_),
                    ..
                }
            )
        });
    bench.effects = others;
    let wake = |effect| match effect {
        Effect::WakeAfter { after_ms, wake } => Some((after_ms, wake)),
        _ => None,
    };
    mine.into_iter().filter_map(wake).collect()
}

fn answer(bench: &mut Bench, answer: Result<MirrorRead, ApiError>) {
    let request = asked(bench).expect("a read");
    bench.answer(request, Answer::Mirror(answer));
}

/// The next read is due, and answered with this.
fn tick(bench: &mut Bench, with: Result<MirrorRead, ApiError>) {
    let [(after_ms, wake)] = wakes(bench).try_into().expect("one wake");
    assert_eq!(after_ms, 5_000);
    bench.send(Message::Woke(wake));
    answer(bench, with);
}

fn is_on(bench: &Bench) -> bool {
    bench.state.watch.as_deref().is_some_and(Watch::is_on)
}

fn silence() -> ApiError {
    ApiError::NoAnswer {
        why: NoAnswer::Broken,
        cause: Text::verbatim("line cut"),
    }
}

#[test]
fn a_watch_reads_again_and_again_until_w_ends_it() {
    let mut bench = watching();
    assert!(is_on(&bench));
    assert!(bench.notice().contains("every 5 s"), "{}", bench.notice());
    assert_eq!(wakes(&mut bench), []);
    answer(&mut bench, Ok(read(BODY)));
    for _ in 0..3 {
        tick(&mut bench, Ok(read(BODY)));
    }
    bench.press("w");
    assert!(!is_on(&bench));
    let [(_, stale)] = wakes(&mut bench).try_into().expect("one wake");
    bench.send(Message::Woke(stale));
    assert_eq!(asked(&mut bench), None);
}

#[test]
fn w_while_a_read_is_out_gives_it_up() {
    let mut bench = watching();
    let request = asked(&mut bench).unwrap();
    bench.press("w");
    assert!(bench.effects.contains(&Effect::Abandon { request }));
    bench.answer(request, Answer::Mirror(Ok(read(BODY))));
    assert_eq!(wakes(&mut bench), []);
}

#[test]
fn a_wake_of_an_earlier_watch_does_nothing() {
    let mut bench = watching();
    answer(&mut bench, Ok(read(BODY)));
    let [(_, stale)] = wakes(&mut bench).try_into().expect("one wake");
    bench.press("ww");
    answer(&mut bench, Ok(read(BODY)));
    bench.send(Message::Woke(stale));
    assert_eq!(asked(&mut bench), None);
    tick(&mut bench, Ok(read(BODY)));
}

#[test]
fn nothing_waits_where_nothing_is_watched() {
    let mut bench = showing(BODY);
    bench.effects.clear();
    bench.press("jkvzf[]");
    assert_eq!(wakes(&mut bench), []);
}

#[test]
fn looking_elsewhere_ends_it_and_says_so() {
    for (keys, why) in [
        ("<BackTab>j", "you look elsewhere"),
        ("<Tab>j", "you look elsewhere"),
        ("t", "you look elsewhere"),
        ("S", "you look elsewhere"),
        ("T", "you look elsewhere"),
        ("q", "the program ends"),
    ] {
        let mut bench = watching();
        answer(&mut bench, Ok(read(BODY)));
        bench.press(keys);
        assert!(!is_on(&bench), "{keys}");
        let notice = bench.notice();
        let words = format!("stopped watching greenhouse-06 › default (no name): {why}");
        assert!(notice.contains(&words), "{keys}: {notice}");
    }
}

#[test]
fn a_terminal_without_focus_watches_nothing() {
    let mut bench = watching();
    bench.send(Message::Focused(true));
    assert!(is_on(&bench));
    bench.send(Message::Focused(false));
    assert!(!is_on(&bench));
    assert!(bench.notice().ends_with("the terminal is not in focus"));
    bench.send(Message::Focused(true));
    assert!(!is_on(&bench));
}

#[test]
fn moving_within_the_mirror_and_changing_the_view_do_not_end_it() {
    let mut bench = watching();
    bench.press("jjvzv<BackTab><Tab>/x<Esc>?<Esc>");
    assert!(is_on(&bench));
}

#[test]
fn a_read_that_fails_is_said_and_tried_again_but_not_for_ever() {
    let mut bench = watching();
    answer(&mut bench, Err(silence()));
    assert!(
        bench.notice().contains("trying again in 5 s"),
        "{}",
        bench.notice()
    );
    tick(&mut bench, Err(silence()));
    // One that succeeds begins the count anew.
    tick(&mut bench, Ok(read(BODY)));
    tick(&mut bench, Err(silence()));
    tick(&mut bench, Err(silence()));
    assert!(is_on(&bench));
    tick(&mut bench, Err(silence()));
    assert!(!is_on(&bench));
    let notice = bench.notice();
    assert!(
        notice.contains("3 reads failed") && notice.contains("line cut"),
        "{notice}"
    );
    assert_eq!(wakes(&mut bench), []);
    assert!(bench.state.reading().is_some(), "what was read stays");
}

#[test]
fn why_a_read_failed_is_said_in_the_language_of_the_user() {
    let mut bench = watching();
    let silence = ApiError::NoAnswer {
        why: NoAnswer::Crashed,
        cause: text!("error-cause-crashed"),
    };
    answer(&mut bench, Err(silence.clone()));
    let (notice, cause) = speaking(Language::Korean, || {
        (bench.notice(), silence.text().to_string())
    });
    assert!(notice.contains(&cause), "{notice}: {cause}");
}

#[test]
fn a_mirror_that_goes_and_comes_back_is_told_of() {
    let mut bench = watching();
    answer(&mut bench, Ok(read(BODY)));
    tick(&mut bench, Ok(MirrorRead::Absent));
    assert!(bench.notice().contains("was gone at"), "{}", bench.notice());
    assert!(bench.state.reading().is_none() && is_on(&bench));
    tick(&mut bench, Ok(MirrorRead::Absent));
    tick(&mut bench, Ok(read(BODY)));
    assert!(bench.notice().contains("was back at"), "{}", bench.notice());
    assert_eq!(bench.state.watch.as_ref().unwrap().seen(), 3);
}

#[test]
fn a_dialog_that_asks_about_a_deletion_is_not_disturbed() {
    let mut bench = watching();
    answer(&mut bench, Ok(read(BODY)));
    bench.press("d");
    let [(_, wake)] = wakes(&mut bench).try_into().expect("one wake");
    bench.send(Message::Woke(wake));
    assert_eq!(asked(&mut bench), None);
    bench.press("<Esc>");
    tick(&mut bench, Ok(read(BODY)));
}

#[test]
fn a_session_that_may_only_read_watches_too() {
    let mut bench = showing(BODY);
    bench.state.setup.account.read_only = true;
    bench.press("w");
    assert!(asked(&mut bench).is_some());
}
