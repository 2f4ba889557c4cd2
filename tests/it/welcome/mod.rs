//! The first minutes: without credentials, and with an account that is empty.

mod empty;

use std::sync::Arc;

use insta::assert_snapshot;
use mirrordeck::app::geometry::Size;
use mirrordeck::app::key::Key;
use mirrordeck::app::message::Message;
use mirrordeck::app::welcome::{Choice, Welcome};
use mirrordeck::i18n::Language;
use mirrordeck::model::look::Look;
use mirrordeck::view::welcome::draw;

use crate::support::glass::Glass;
use crate::support::stage::parse_keys;

fn screen_in(language: Language, columns: u16, rows: u16) -> Welcome {
    let file = "/home/operator/.ncloud/configure".to_owned();
    let mut welcome = Welcome::new(language, Arc::new(Look::colourless()), file, vec![]);
    welcome.update(&Message::Resized(Size { columns, rows }));
    welcome
}

fn press(welcome: &mut Welcome, keys: &str) -> Option<Choice> {
    let keys = parse_keys(keys).into_iter();
    keys.map(|key| welcome.update(&Message::Pressed(key)))
        .last()
        .flatten()
}

fn text(welcome: &Welcome) -> String {
    let mut glass = Glass::new(welcome.size.columns, welcome.size.rows);
    glass.draw_by(|frame| draw(welcome, frame));
    glass.text()
}

#[test]
fn one_key_opens_the_demo_and_others_leave() {
    for (keys, choice) in [
        ("d", Some(Choice::Demo)),
        ("ㅇ", Some(Choice::Demo)),
        ("q", Some(Choice::Leave)),
        ("<Esc>", Some(Choice::Leave)),
        ("<Ctrl-C>", Some(Choice::Leave)),
        ("<Enter>", None),
        ("x", None),
        ("jkgG<PgUp><PgDn><Up><Down><Home><End>", None),
    ] {
        let mut welcome = screen_in(Language::English, 80, 24);
        assert_eq!(press(&mut welcome, keys), choice, "{keys}");
    }
    let mut welcome = screen_in(Language::English, 80, 24);
    let pasted = Message::Pasted("d".into());
    assert_eq!(welcome.update(&pasted), None, "a paste is no key");
    assert_eq!(
        welcome.update(&Message::EndRequested),
        Some(Choice::Leave),
        "a signal leaves"
    );
}

#[test]
fn in_hangul_mode_q_is_asked_for_itself() {
    let mut welcome = screen_in(Language::Korean, 80, 24);
    assert_eq!(press(&mut welcome, "ㅂ"), None);
    assert!(text(&welcome).contains("영문 q"), "{}", text(&welcome));
    press(&mut welcome, "x");
    assert!(!text(&welcome).contains("영문 q"));
}

#[test]
fn the_screen_in_each_language() {
    for (columns, rows) in [(80, 24), (120, 36)] {
        for (code, language) in Language::ALL {
            let welcome = screen_in(language, columns, rows);
            assert!(!welcome.scrolls(), "{code} at {columns}x{rows}");
            assert_snapshot!(format!("screen_{columns}x{rows}_{code}"), text(&welcome));
        }
    }
}

#[test]
fn profiles_that_could_be_chosen_are_named() {
    let profiles = vec!["factory".to_owned(), "공장".to_owned()];
    let welcome = Welcome::new(
        Language::English,
        Arc::new(Look::colourless()),
        "file".to_owned(),
        profiles,
    );
    let words = text(&welcome);
    assert!(
        words.contains("The file has factory, 공장: choose with --profile NAME."),
        "{words}"
    );
}

#[test]
fn where_room_is_short_every_line_can_be_scrolled_to() {
    for (code, language) in Language::ALL {
        for (columns, rows) in [(60, 16), (30, 8), (7, 4)] {
            let mut welcome = screen_in(language, columns, rows);
            assert!(welcome.scrolls(), "{code}");
            let all = welcome.lines().len();
            press(&mut welcome, "G");
            assert_eq!(welcome.offset + welcome.rows(), all, "{code}");
            press(&mut welcome, "jj");
            assert_eq!(welcome.offset + welcome.rows(), all, "{code}");
            text(&welcome);
            press(&mut welcome, "gk");
            assert_eq!(welcome.offset, 0, "{code}");
        }
    }
    let mut welcome = screen_in(Language::English, 60, 16);
    press(&mut welcome, "G");
    welcome.update(&Message::Resized(Size {
        columns: 120,
        rows: 36,
    }));
    assert_eq!(
        welcome.offset, 0,
        "a larger window shows the beginning again"
    );
    assert_snapshot!("small", {
        let mut welcome = screen_in(Language::English, 60, 16);
        press(&mut welcome, "jj");
        text(&welcome)
    });
}

#[test]
fn no_size_is_too_small_to_draw_or_to_leave() {
    for columns in 0..20 {
        for rows in 0..8 {
            let mut welcome = screen_in(Language::Japanese, columns, rows);
            let mut glass = Glass::new(columns, rows);
            glass.draw_by(|frame| draw(&welcome, frame));
            assert_eq!(
                welcome.update(&Message::Pressed(Key::Char('q'))),
                Some(Choice::Leave)
            );
        }
    }
}
