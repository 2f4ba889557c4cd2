//! What is copied to the clipboard.

mod command;
mod journeys;
mod located;

use std::sync::Arc;

use mirrordeck::app::effect::Effect;
use mirrordeck::app::message::Answer;
use mirrordeck::app::state::Overlay;
use mirrordeck::model::clipboard::{Clipboard, MOST_BYTES};
use mirrordeck::model::mirror::{MirrorRead, MirrorReading};
use serde_json::json;

use crate::support::fixtures::{Bench, NOW_MS, document, names};

/// The labels of the open list.
fn labels(bench: &Bench) -> Vec<String> {
    match &bench.state.overlay {
        Some(Overlay::Copy(menu)) => {
            let offers = menu.offers.iter();
            offers.map(|offer| offer.what.label().to_string()).collect()
        }
        other => panic!("no list but {other:?}"),
    }
}

/// The texts that were copied; they are taken away.
fn copied(bench: &mut Bench) -> Vec<String> {
    let effects = std::mem::take(&mut bench.effects).into_iter();
    let copied = effects.filter_map(|effect| match effect {
        Effect::Copy { bytes } => Some(String::from_utf8(bytes.to_vec()).unwrap()),
        _ => None,
    });
    copied.collect()
}

#[test]
fn each_pane_offers_what_makes_sense_there() {
    let mut bench = Bench::open();
    bench.press("y");
    let device = [
        "device name",
        "JSON as it came",
        "desired as JSON",
        "reported as JSON",
        "curl command",
    ];
    assert_eq!(labels(&bench), device);
    // The default mirror has no name.
    bench.press("<Esc><Tab>y");
    assert_eq!(labels(&bench), device);
    bench.press("<Esc>jy");
    assert_eq!(labels(&bench)[..2], ["mirror name", "device name"]);
    assert_eq!(labels(&bench).len(), 6);
    bench.press("<Esc><Tab>Gy");
    assert_eq!(
        labels(&bench),
        [
            "reported value",
            "desired value",
            "path of the key",
            "JSON as it came",
            "desired as JSON",
            "reported as JSON",
            "mirror name",
            "device name",
            "curl command",
        ]
    );
    bench.press("<Esc>gy");
    // Both halves have a value there, and they differ in a key that is only reported.
    assert_eq!(labels(&bench)[0], "reported value");
    bench.press("<Esc>jjjy");
    assert_eq!(labels(&bench)[..2], ["value", "path of the key"]);
}

#[test]
fn what_is_copied_is_raw_and_what_is_shown_is_not() {
    let mut bench = Bench::with_rows(&["hall\u{1b}]0;x\u{7}5"]);
    bench.press("y");
    let Some(Overlay::Copy(menu)) = &bench.state.overlay else {
        panic!("a list")
    };
    assert_eq!(menu.offers[0].preview.as_str(), "hall\\u{1b}]0;x\\u{7}5");
    bench.press("<Enter>");
    assert_eq!(copied(&mut bench), ["hall\u{1b}]0;x\u{7}5"]);
    assert!(bench.state.overlay.is_none());
    assert_eq!(
        bench.notice(),
        "copied the device name hall\\u{1b}]0;x\\u{7}5, 11 B; a terminal may need to allow it (OSC 52)"
    );
}

#[test]
fn digits_and_letters_choose_and_esc_copies_nothing() {
    let mut bench = Bench::open();
    bench.press("<Tab>jy<Esc>");
    assert_eq!(copied(&mut bench), [""; 0]);
    bench.press("y2");
    assert_eq!(copied(&mut bench), ["greenhouse-06"]);
    bench.press("yjk<Down><Enter>y1y<End><Up><Enter>");
    let copied = copied(&mut bench);
    assert_eq!(copied[..2], ["greenhouse-06", "firmware"]);
    assert_eq!(
        copied[2],
        r#"{"net":{"rssi":-61,"ssid":"plant-3"},"power":"on","target":"2.3.9"}"#
    );
    assert!(
        bench
            .notice()
            .starts_with("copied reported of greenhouse-06 › firmware, 67 B;")
    );
    // A digit without an offer, and other keys, leave the list open.
    bench.press("y09x ?");
    assert!(matches!(bench.state.overlay, Some(Overlay::Copy(_))));
    assert!(self::copied(&mut bench).is_empty());
}

#[test]
fn a_value_is_the_text_itself_or_json() {
    let mut bench = Bench::open();
    bench.press("<Tab>j<Tab>Gy1y2y3");
    assert_eq!(copied(&mut bench), ["2.3.9", "2.4.1", "target"]);
    bench.press("gy1");
    assert_eq!(copied(&mut bench), [r#"{"rssi":-61,"ssid":"plant-3"}"#]);
    bench.press("jy1y2");
    assert_eq!(copied(&mut bench), ["-61", "net.rssi"]);
    assert!(
        bench
            .notice()
            .starts_with("copied the path of the key, 8 B")
    );
}

#[test]
fn a_document_that_no_terminal_takes_is_refused_with_a_hint() {
    let mut bench = Bench::open();
    let values = json!({ "small": 1, "text": "x".repeat(MOST_BYTES) });
    let large = MirrorReading::new(document(Some(1), values, json!({})), NOW_MS);
    bench.press("r");
    bench.answer_all(&Answer::Mirrors(Ok(names(&["firmware"]))));
    bench.answer_all(&Answer::Mirror(Ok(MirrorRead::Found(Arc::new(large)))));
    bench.effects.clear();
    bench.press("<Tab>y2");
    assert!(copied(&mut bench).is_empty());
    assert_eq!(
        bench.notice(),
        "the document is longer than 73.2 KiB, which is what terminals take; x saves it to a file"
    );
    // One byte less than too much, and a key of it, go.
    bench.press("<Tab>gjy1");
    assert_eq!(copied(&mut bench)[0].len(), MOST_BYTES);
    bench.press("<Esc>");
}

#[test]
fn the_words_say_what_lies_between() {
    let mut bench = Bench::open();
    bench.state.setup.clipboard = Clipboard::Tmux;
    bench.press("y1");
    assert!(
        bench
            .notice()
            .contains("set-clipboard on or allow-passthrough on")
    );
    bench.state.setup.clipboard = Clipboard::Missing;
    bench.effects.clear();
    bench.press("y");
    assert!(bench.state.overlay.is_none() && copied(&mut bench).is_empty());
    assert!(
        bench.notice().contains("has no clipboard"),
        "{}",
        bench.notice()
    );
}

#[test]
fn nothing_to_copy_is_said() {
    let mut bench = Bench::with_rows(&[]);
    bench.press("y");
    assert_eq!(bench.notice(), "there is nothing to copy here");
    bench.press("<Tab>y<Tab>y");
    assert!(bench.state.overlay.is_none());
}

#[test]
fn what_is_read_while_the_list_is_open_does_not_change_it() {
    let mut bench = Bench::open();
    bench.press("<Tab>jry");
    let other = MirrorReading::new(document(Some(11), json!({ "a": 1 }), json!({})), NOW_MS);
    bench.answer_all(&Answer::Mirror(Ok(MirrorRead::Found(Arc::new(other)))));
    bench.press("4");
    assert!(copied(&mut bench)[0].contains("2.4.1"));
}
