//! Clicks on dialogs: fields and *Keep* only.

use mirrordeck::app::geometry::Size;
use mirrordeck::app::keymap::Place;
use mirrordeck::app::message::Message;

use super::{click, click_on, find};
use crate::support::stage::Stage;

#[test]
fn a_click_on_the_delete_dialog_focuses_and_never_deletes() {
    let mut stage = Stage::open(120, 36);
    for (columns, rows) in [(120, 36), (80, 24), (60, 16), (71, 21)] {
        stage.apply(Message::Resized(Size { columns, rows }));
        stage.press("<Home>/boiler-02<Enter><Tab>jd");
        assert_eq!(stage.state.place(), Place::DialogField);
        click_on(&mut stage, "Client token");
        stage.press("<Ctrl-U>x");
        assert!(stage.screen().contains("1/64 bytes"));
        click_on(&mut stage, "Version  ");
        stage.press("<Ctrl-U>");
        assert!(stage.screen().contains("no lock"));
        // Around the dialog nothing happens.
        let before = stage.screen();
        for (column, row) in [(0, 2), (0, 0), (columns - 1, rows - 1), (columns - 1, 5)] {
            click(&mut stage, column, row);
        }
        assert_eq!(stage.screen(), before);
        let (column, row) = find(&stage, "  Delete  ");
        click(&mut stage, column + 2, row);
        click(&mut stage, column + 2, row);
        click(&mut stage, column + 7, row);
        assert_eq!(stage.state.place(), Place::DialogDelete);
        assert!(stage.notice().starts_with("a click does not delete"));
        assert!(stage.screen().contains("[ Delete ]"));
        click_on(&mut stage, "Keep");
        assert_eq!(stage.state.place(), Place::Mirrors);
        assert!(
            stage.notice().starts_with("kept boiler-02"),
            "{}",
            stage.notice()
        );
        stage.press("<Esc><Esc><Esc>");
    }
    assert_eq!(stage.sent("DELETE"), Vec::<String>::new());
}

#[test]
fn a_click_on_the_restore_dialog_never_restores_or_overwrites() {
    let mut stage = Stage::open(120, 36);
    stage.press("/boiler-02<Enter><Tab>jd<Tab><Tab><Tab><Enter>");
    let sent = stage.sent("POST");
    stage.press("u");
    click_on(&mut stage, "Client token");
    assert_eq!(stage.state.place(), Place::RestoreField);
    let (column, row) = find(&stage, " Restore  ");
    click(&mut stage, column + 3, row);
    for _ in 0..3 {
        let (column, row) = find(&stage, "[ Restore");
        click(&mut stage, column + 3, row);
        assert_eq!(stage.state.place(), Place::RestoreButton);
    }
    assert!(
        stage.screen().contains("● deleted boiler-02"),
        "what was said of it stays"
    );
    click_on(&mut stage, "  Keep  ");
    assert!(
        stage.notice().starts_with("nothing restored"),
        "{}",
        stage.notice()
    );
    assert_eq!(stage.sent("POST"), sent);
}

/// What comes before the dialog could be read does not count.
#[test]
fn a_click_before_the_dialog_was_seen_means_nothing() {
    let mut stage = Stage::open(120, 36);
    stage.press("/boiler-02<Enter><Tab>j");
    stage.rush("d");
    for row in 0..36 {
        for column in 0..120 {
            let mouse = mirrordeck::app::mouse::Mouse {
                kind: mirrordeck::app::mouse::MouseKind::Press,
                column,
                row,
            };
            let message = mirrordeck::view::pointed(&stage.state, mouse);
            stage.apply(message);
        }
    }
    stage.settle();
    assert_eq!(stage.state.place(), Place::DialogField);
}
