//! Quitting.

use mirrordeck::app::effect::Effect;
use mirrordeck::app::message::{Answer, Message, Wake};
use mirrordeck::app::state::End;
use mirrordeck::model::outcome::Word;

use crate::support::fixtures::{Bench, deletion_end, found};
use crate::support::stage::LIMIT_MS;

fn deleting() -> Bench {
    let mut bench = Bench::open();
    bench
        .press("<Tab>jd")
        .answer_all(&Answer::Mirror(Ok(found(10))));
    bench.press("<BackTab><Enter>");
    bench
}

#[test]
fn q_and_ctrl_c_quit_at_once_where_nothing_is_on_the_wire() {
    for keys in ["q", "<Ctrl-C>", "/x<Ctrl-C>", "<Tab>d<Ctrl-C>", "?<Ctrl-C>"] {
        let mut bench = Bench::open();
        bench.press(keys);
        assert_eq!(bench.state.end, End::Now, "{keys}");
        assert_eq!(bench.state.last_words(), None);
    }
}

#[test]
fn a_delete_on_the_wire_is_waited_for_and_its_outcome_told() {
    let mut bench = deleting();
    let (request, order) = bench.the_delete();
    bench.press("q");
    assert_eq!(bench.state.end, End::Waiting);
    assert!(
        bench.notice().contains("at most 20 s; q again leaves now"),
        "{}",
        bench.notice()
    );
    let wake = Effect::WakeAfter {
        after_ms: LIMIT_MS,
        wake: Wake::QuitDue,
    };
    assert!(bench.effects.contains(&wake));
    let end = deletion_end(&order.target, Word::Deleted, "");
    bench.answer(request, Answer::Deleted(end));
    assert_eq!(bench.state.end, End::Now);
    let words = bench.state.last_words().unwrap().to_string();
    assert!(
        words.starts_with("deleted greenhouse-06 › firmware"),
        "{words}"
    );
}

#[test]
fn a_second_q_leaves_and_says_that_the_outcome_is_unknown() {
    for second in [
        Message::Pressed(mirrordeck::app::key::Key::Char('q')),
        Message::Woke(Wake::QuitDue),
    ] {
        let mut bench = deleting();
        bench.press("q").send(second);
        assert_eq!(bench.state.end, End::Now);
        let words = bench.state.last_words().unwrap().to_string();
        assert!(
            words.starts_with("outcome unknown greenhouse-06 › firmware"),
            "{words}"
        );
    }
}

#[test]
fn a_signal_ends_the_program_as_q_does() {
    let mut bench = deleting();
    bench.send(Message::EndRequested);
    assert_eq!(bench.state.end, End::Waiting);
    bench.send(Message::EndRequested);
    assert_eq!(bench.state.end, End::Now);
}
