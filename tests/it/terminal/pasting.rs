//! A paste is text, never keys.

use super::{demo, go_to_firmware, open_dialog, quit};

#[test]
fn a_paste_into_the_filter_is_text() {
    let (mut session, _home) = demo(120, 36);
    session.send("/").paste("greenhouse-07").wait_for("1 found");
    // Keys that would do something, a line break among them, stand in the field.
    session.send("\x15").paste("q\r?d").wait_for("0 found");
    session.wait_for("q\\r?d");
    session.send("\x15").wait_for("120");
    session.paste("desc:온실").wait_for("found");
    session.send("\r").wait_for("greenhouse-01");
    quit(&mut session);
}

#[test]
fn a_paste_outside_of_a_text_field_does_nothing_and_says_so() {
    let (mut session, _home) = demo(120, 36);
    session
        .paste("jjq\rd")
        .wait_for("a paste is text, never keys");
    session.wait_for("1 of 120");
    go_to_firmware(&mut session);
    session
        .paste("d\t\t\t\r")
        .wait_for("a paste is text, never keys");
    session.wait_for_no("Delete mirror").wait_for("2 of 4");
    quit(&mut session);
}

#[test]
fn a_paste_into_the_dialog_is_text() {
    let (mut session, _home) = demo(120, 36);
    go_to_firmware(&mut session);
    open_dialog(&mut session);
    session
        .paste("x\t\t\t\r")
        .wait_for("not a whole number of 64 bits");
    session.wait_for("Delete mirror");
    session
        .send("\t\x15")
        .paste("토큰\r")
        .wait_for("7/64 bytes");
    // On a button there is no text field.
    session.send("\t\t").wait_for("[ Delete ]");
    session.paste("\r").wait_for("a paste is text, never keys");
    session.wait_for("Delete mirror");
    session
        .send("\x1b")
        .wait_for("kept greenhouse-07 › firmware");
    quit(&mut session);
}

#[test]
fn a_paste_longer_than_any_name_is_refused_whole() {
    let (mut session, _home) = demo(120, 36);
    session.send("/").paste(&"q".repeat(5000));
    session.wait_for("the paste has 5000 characters");
    session.send("\rj").wait_for("2 of 120");
    quit(&mut session);
}
