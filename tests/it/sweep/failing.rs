//! Devices that fail, and a service that is not there.

use mirrordeck::app::message::Answer;
use mirrordeck::app::sweep::{Halt, Phase};
use mirrordeck::model::error::ApiError;
use mirrordeck::model::mirror::MirrorId;

use super::{
    asked_facts, asked_names, only_named, over, rows, serve, sweep, unreachable, unreadable,
};
use crate::support::fixtures::{Bench, names};

fn fleet(devices: usize) -> Bench {
    let all: Vec<_> = (0..devices).map(|nth| format!("d{nth:02}")).collect();
    over(&all.iter().map(String::as_str).collect::<Vec<_>>())
}

fn answer_names(bench: &mut Bench, answer: impl Fn(&str) -> Option<ApiError>) {
    for (request, device) in asked_names(bench) {
        let answer = match answer(device.raw()) {
            Some(error) => Err(error),
            None => Ok(names(&["legacy"])),
        };
        bench.answer(request, Answer::Mirrors(answer));
    }
}

#[test]
fn a_device_that_fails_does_not_spoil_the_rest_and_can_be_tried_again() {
    let mut bench = fleet(5);
    answer_names(&mut bench, |device| (device == "d02").then(unreadable));
    let progress = sweep(&bench).progress();
    assert_eq!((progress.devices_done, progress.errors), (5, 1));
    assert_eq!(progress.phase, Phase::Done);
    assert_eq!(sweep(&bench).len(), 4);
    bench.press("f");
    let failed: Vec<_> = sweep(&bench).failures_from(0).collect();
    assert_eq!(failed[0].device.raw(), "d02");
    assert!(failed[0].mirror.is_none());
    bench.press("r");
    assert_eq!(serve(&mut bench, |_| vec!["legacy"], only_named), (1, 0));
    assert_eq!(sweep(&bench).len(), 5);
    assert_eq!(sweep(&bench).errors(), 0);
    assert!(sweep(&bench).failed.is_none(), "back to the rows");
}

#[test]
fn mirrors_that_fail_are_listed_and_tried_again() {
    let mut bench = fleet(3);
    bench.press("c");
    let fails = |target: &MirrorId| match target.device.raw() {
        "d01" => Err(unreadable()),
        _ => only_named(target),
    };
    serve(&mut bench, |_| vec!["legacy"], fails);
    assert_eq!(
        sweep(&bench).errors(),
        2,
        "the named one and the default one"
    );
    assert_eq!(sweep(&bench).len(), 3, "the row stays");
    bench.press("r");
    assert_eq!(serve(&mut bench, |_| vec![], only_named), (0, 2));
    assert_eq!(sweep(&bench).errors(), 0);
}

#[test]
fn a_device_that_is_gone_is_no_failure() {
    let mut bench = fleet(2);
    let gone = || {
        let refusal = mirrordeck::model::error::Refusal {
            status: 404,
            code: "404".into(),
            message: "no such device".into(),
            details: "".into(),
            speaker: mirrordeck::model::error::Speaker::Service,
            clock_ahead_s: None,
            clock_corrected: false,
            retry_after_ms: None,
            encoded: false,
        };
        ApiError::Refused(Box::new(refusal))
    };
    answer_names(&mut bench, |device| (device == "d00").then(gone));
    let progress = sweep(&bench).progress();
    assert_eq!((progress.devices_done, progress.errors), (2, 0));
    assert_eq!(rows(&bench), ["d01/legacy"]);
}

#[test]
fn a_service_that_cannot_be_reached_pauses_the_sweep() {
    let mut bench = fleet(60);
    answer_names(&mut bench, |device| (device > "d09").then(unreachable));
    let progress = sweep(&bench).progress();
    assert_eq!(progress.phase, Phase::Halted(Halt::Unreachable));
    assert_eq!(progress.errors, 0, "they say nothing about their devices");
    assert_eq!(progress.devices_done, 10);
    assert!(bench.notice().contains("p goes on"), "{}", bench.notice());
    bench.effects.clear();
    bench.press("p");
    assert_eq!(serve(&mut bench, |_| vec!["legacy"], only_named), (50, 0));
    assert_eq!(sweep(&bench).len(), 60);
}

#[test]
fn silence_now_and_then_is_no_reason_to_pause() {
    let mut bench = fleet(40);
    let every_second = |device: &str| device.ends_with(['1', '3', '5', '7', '9']);
    answer_names(&mut bench, |device| every_second(device).then(unreachable));
    assert_eq!(sweep(&bench).progress().phase, Phase::Done);
    assert_eq!(sweep(&bench).errors(), 20);
}

#[test]
fn facts_without_an_answer_pause_it_too_and_are_read_later() {
    let mut bench = fleet(30);
    serve(&mut bench, |_| vec!["legacy"], only_named);
    bench.press("/age:>0d -default:yes<Enter>");
    for (request, _) in asked_facts(&mut bench) {
        bench.answer(request, Answer::Facts(Err(unreachable())));
    }
    let progress = sweep(&bench).progress();
    assert_eq!(progress.phase, Phase::Halted(Halt::Unreachable));
    assert_eq!((progress.errors, progress.unknown), (0, 30));
    bench.effects.clear();
    bench.press("p");
    assert_eq!(serve(&mut bench, |_| vec![], only_named), (0, 30));
    assert_eq!(sweep(&bench).len(), 30);
}
