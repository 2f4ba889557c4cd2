//! The built program for somebody who reads Korean or Japanese: the screen speaks it, what is kept
//! does not.

use std::fs;

use mirrordeck::sim::OperationKind::DeleteMirror;

use super::{BACK_TAB, Home, Served, Session, quit};

fn has_hangul(text: &str) -> bool {
    text.chars().any(|c| ('\u{ac00}'..='\u{d7a3}').contains(&c))
}

/// Goes to `greenhouse-07 › firmware` and opens the dialog, its keys counting.
fn open_dialog(session: &mut Session) {
    session.wait_for("1/120");
    session.send("/greenhouse-07\r").wait_for("찾음 1/1");
    session.wait_for("tuning");
    session.send("\tj").wait_for("greenhouse-07 › firmware");
    open_again(session);
}

#[test]
fn a_deletion_is_told_in_korean_and_kept_in_english() {
    let served = Served::start();
    let home = served.home();
    let mut session = Session::start(home.in_terminal(&["--lang", "ko"]), 120, 36);
    open_dialog(&mut session);
    served.fault(r#"{"operation":"delete","times":3,"fault":{"status":429}}"#);
    session.send(format!("{BACK_TAB}\r"));
    session.wait_for("거부됨(refused) greenhouse-07 › firmware (v10)");
    open_again(&mut session);
    session.send(format!("{BACK_TAB}\r"));
    session.wait_for("삭제됨(deleted) greenhouse-07 › firmware (v10)");
    quit(&mut session);
    assert!(served.count(DeleteMirror) >= 2);
    assert!(!served.stands("greenhouse-07", "firmware"));

    let logs = home.logs();
    assert!(
        logs.contains("deleted") && !has_hangul(&logs),
        "the log: {logs}"
    );
    let journal = home.path("data/mirrordeck/journal.jsonl");
    let journal = fs::read_to_string(journal).unwrap();
    assert!(
        journal.contains("\"refused\"") && journal.contains("\"deleted\"") && !has_hangul(&journal),
        "the journal: {journal}"
    );
}

/// Opens the dialog on the mirror that is still selected, its keys counting.
fn open_again(session: &mut Session) {
    session.send("d").wait_for("잠금: 이 버전만 삭제");
    session.send_until("\x15", "잠금 없음: 무엇이든 삭제");
    session.send("10\x05").wait_for("잠금: 이 버전만 삭제");
}

#[test]
fn the_locale_opens_it_in_japanese() {
    let home = Home::new().set("LANG", "ja_JP.UTF-8");
    let mut session = Session::start(home.in_terminal(&["--demo"]), 120, 36);
    session.wait_for("1/120").wait_for("デバイス");
    session.send("?").wait_for("次のペイン");
    session.send("\x1b").wait_for_no("次のペイン");
    quit(&mut session);
}
