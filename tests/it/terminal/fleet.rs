//! Many mirrors at once: from a sweep to the last one brought back.

use mirrordeck::sim::OperationKind::DeleteMirror;

use super::{Served, Session, against, demo, quit};

/// What stands on the screen right before these words.
fn number_before(session: &Session, words: &str) -> String {
    session.wait_for(words);
    let screen = session.output().words();
    let before = screen.split(words).next().unwrap_or_default();
    let number: String = before
        .chars()
        .rev()
        .take_while(|c| c.is_ascii_digit() || *c == ',')
        .collect();
    number.chars().rev().collect()
}

/// Sweeps the whole fleet, marks what a filter finds, and opens the plan for it. Returns how many
/// mirrors that are.
pub(super) fn plan(session: &mut Session, filter: &str) -> String {
    session.send("S").wait_for("all 120 devices");
    session.send("/").wait_for("Words, all of which must hold");
    session.send(format!("{filter}\r"));
    session.wait_for_no("Words, all of which");
    session.wait_for_no("not known yet");
    session.send("*");
    let marked = number_before(session, " mirrors marked");
    session.send("d").wait_for("Plan: delete mirrors");
    session.wait_for(&format!("{marked} to delete"));
    marked
}

/// Types the number that applies a plan, and applies it.
pub(super) fn apply(session: &mut Session, verb: &str, number: &str) {
    session.send_until("\t", "typed in full");
    // What is typed before the plan could be read does not count.
    let typed = format!("Number of mirrors to {verb} {number}");
    // The last key goes to its end: no paste holds that, so Enter is taken however soon it follows.
    session.send_until(&format!("\x15{number}\x05"), &typed);
    session.send("\r");
}

#[test]
fn a_whole_run_is_deleted_and_brought_back() {
    let (mut session, _home) = demo(120, 36);
    let marked = plan(&mut session, "mirror:legacy* age:>90d");
    apply(&mut session, "delete", &marked);
    session.wait_for(&format!("run ended: {marked} deleted"));
    session.send("u").wait_for("Plan: bring mirrors back");
    session.wait_for(&format!("{marked} to restore"));
    apply(&mut session, "restore", &marked);
    session.wait_for(&format!("run ended: {marked} restored"));
    quit(&mut session);
}

#[test]
fn a_number_that_is_typed_ahead_or_pasted_or_wrong_deletes_nothing() {
    let served = Served::start();
    let home = served.home();
    let mut session = against(&home, &[]);
    session.send("S").wait_for("all 120 devices");
    session.send("/mirror:legacy*\r");
    session.wait_for_no("Words, all of which");
    session.send("*");
    let marked = number_before(&session, " mirrors marked");
    session.send(format!("d\t{marked}\r"));
    session.wait_for(&format!("{marked} to delete"));
    session.send_until("\t", "typed in full");
    session.paste(&marked);
    session.wait_for("the number is typed, not pasted");
    session.send_until("\x15999999\x05", "mirrors to delete 999999");
    session.send_until("\r", "that is not the number");
    session.send("\x1b").wait_for_no("Plan: delete mirrors");
    session.send("\x1b").wait_for_no("Sweep of");
    quit(&mut session);
    assert_eq!(served.count(DeleteMirror), 0);
}
