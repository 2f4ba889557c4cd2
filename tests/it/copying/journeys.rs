//! From the key to the text, over the sample fleet.

use insta::assert_snapshot;
use mirrordeck::i18n::Language;

use crate::support::stage::Stage;

const FIRMWARE: &str = "/greenhouse-07<Enter><Tab>j";

#[test]
fn the_reply_is_copied_byte_for_byte() {
    let mut stage = Stage::open(120, 36);
    stage.press(FIRMWARE).press("y3");
    let body = &stage.state.reading().unwrap().document.body;
    assert_eq!(stage.copied, [String::from_utf8(body.to_vec()).unwrap()]);
    let words = format!(
        "copied the JSON of greenhouse-07 › firmware, {} B;",
        body.len()
    );
    assert!(stage.screen().contains(&words), "{}", stage.screen());
}

#[test]
fn a_row_of_a_sweep_is_copied() {
    let mut stage = Stage::open(120, 36);
    stage.press("/greenhouse-07<Enter>S").settle();
    stage.press("y1");
    assert_eq!(stage.copied.len(), 1);
    let row = stage.state.sweep.as_ref().unwrap().selected().unwrap();
    stage.press("y<Enter>");
    assert_eq!(stage.copied[0], row.mirror.shown());
    assert!(stage.state.screen().is_some(), "the sweep stays open");
}

#[test]
fn the_list_at_every_size_in_each_language() {
    for (columns, rows) in [(60, 16), (80, 24), (120, 36), (200, 50)] {
        for (code, language) in Language::ALL {
            if columns != 80 && columns != 120 && language != Language::English {
                continue;
            }
            let mut stage = Stage::open(columns, rows);
            stage.state.setup.language = language;
            stage.press(FIRMWARE).press("<Tab>Gyj");
            assert_snapshot!(format!("list_{columns}x{rows}_{code}"), stage.screen());
        }
    }
}
