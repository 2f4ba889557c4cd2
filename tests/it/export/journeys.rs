//! From the key to the file, over the sample fleet.

use std::fs;

use insta::assert_snapshot;
use mirrordeck::app::message::Message;
use mirrordeck::i18n::Language;
use tempfile::TempDir;

use super::asked;
use crate::support::glass::Glass;
use crate::support::stage::Stage;

const FIRMWARE: &str = "/greenhouse-07<Enter><Tab>j";

#[test]
fn a_document_is_saved_byte_for_byte_and_nothing_is_overwritten_unasked() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("온실.json");
    let keys = format!("x<Ctrl-U>{}<Enter>", path.display());
    let mut stage = Stage::open(120, 36);
    stage.press(FIRMWARE).press(&keys);
    let body = stage.state.reading().unwrap().document.body.clone();
    assert_eq!(fs::read(&path).unwrap(), *body);
    assert!(stage.notice().starts_with("saved /"), "{}", stage.notice());
    fs::write(&path, "mine").unwrap();
    stage.press(&keys);
    assert!(
        stage.screen().contains("it is there already"),
        "{}",
        stage.screen()
    );
    stage.press("<Enter><Enter><Enter><Esc>");
    assert_eq!(fs::read(&path).unwrap(), b"mine");
    stage.press(&keys).press("<Tab><Enter>");
    assert_eq!(fs::read(&path).unwrap(), *body);
}

#[test]
fn the_line_and_its_question_in_each_language() {
    for (code, language) in Language::ALL {
        let mut stage = Stage::open(80, 24);
        stage.state.setup.language = language;
        stage.press(FIRMWARE).press("x");
        assert_snapshot!(format!("line_{code}"), stage.screen());
        let mut bench = asked();
        bench.state.setup.language = language;
        bench.send(Message::Resized(stage.state.size)).draw();
        bench.press("<Tab>");
        let mut glass = Glass::new(80, 24);
        glass.draw(&bench.state);
        assert_snapshot!(format!("question_{code}"), glass.text());
    }
}
