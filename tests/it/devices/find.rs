//! What is typed after `/`: loaded rows at once, the service after a pause.

use mirrordeck::app::devices::Query;
use mirrordeck::app::message::{Message, Wake};
use mirrordeck::model::device::{Listing, SearchBy};
use mirrordeck::view::view;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::style::Modifier;

use super::Yard;

pub(super) fn screen(yard: &Yard) -> String {
    let mut terminal = Terminal::new(TestBackend::new(120, 36)).unwrap();
    terminal
        .draw(|frame| view(&yard.bench.state, frame))
        .unwrap();
    terminal.backend().to_string()
}

#[test]
fn loaded_rows_match_at_once_and_the_service_is_asked_after_a_pause() {
    let mut yard = Yard::open(10_000, 100);
    yard.press("/-0019");
    assert_eq!(yard.bench.state.devices.len(), 10);
    assert!(yard.open.is_empty(), "not while the user types");
    assert!(screen(&yard).contains("10 loaded"), "{}", screen(&yard));
    yard.press("<BS><BS>").pause();
    assert_eq!(yard.open.len(), 1);
    assert!(screen(&yard).contains("asking"), "{}", screen(&yard));
    yard.answer(0);
    // 200 of the thousand are loaded: the first hundred hits are among them.
    let devices = &yard.bench.state.devices;
    assert_eq!(devices.len(), 1_000);
    assert!(
        screen(&yard).contains("200 loaded, +800"),
        "{}",
        screen(&yard)
    );
    // The others are read as they come into view.
    yard.asked();
    yard.press("<Enter>G").settle();
    assert!(yard.in_view().iter().all(|row| row.contains("-00")));
    assert_eq!(yard.selected(), "device-00999");
    let asked = yard.asked();
    assert!(asked.len() <= 2 && asked.contains(&9), "{asked:?}");
    let shown = screen(&yard);
    assert!(
        shown.contains("▸+device-00999"),
        "told apart by a sign: {shown}"
    );
}

#[test]
fn everything_that_matches_can_be_reached() {
    for loaded in ["", "G", "<PgDn><PgDn><PgDn><PgDn><PgDn>"] {
        let mut yard = Yard::open(730, 50);
        yard.press(loaded).settle();
        yard.press("/7<Enter>").settle();
        let mut seen = std::collections::BTreeSet::new();
        yard.press("g");
        for _ in 0..100 {
            yard.settle();
            seen.extend(yard.in_view());
            yard.press("<PgDn>");
        }
        seen.remove("…");
        let matching = yard.fleet.iter().filter(|(name, _)| name.contains('7'));
        assert_eq!(seen.len(), matching.count(), "{loaded}");
        assert_eq!(yard.bench.state.devices.len(), seen.len());
    }
}

#[test]
fn each_prefix_asks_the_service_its_own_question() {
    for (text, by, keyword) in [
        ("온실", SearchBy::Name, "온실"),
        ("desc:hall 3", SearchBy::Description, "hall 3"),
        (
            "prop:hall=3,type:pump,floor",
            SearchBy::Property,
            "hall=3,type:pump,floor",
        ),
    ] {
        let mut yard = Yard::open(300, 100);
        yard.press(&format!("/{text}<Enter>"));
        let listing = Listing::Search {
            by,
            keyword: keyword.into(),
        };
        let asked: Vec<_> = yard.open.iter().map(|asked| &asked.listing).collect();
        assert_eq!(asked, [&listing], "{text}");
        yard.settle();
    }
}

#[test]
fn properties_have_the_hits_of_the_service_only() {
    let mut yard = Yard::open(300, 100);
    yard.press("/prop:type=pump<Enter>");
    assert!(yard.bench.state.devices.is_empty());
    yard.settle();
    assert_eq!(yard.bench.state.devices.len(), 30);
    assert!(screen(&yard).contains("30 from the service"));
    yard.press("jj");
    assert_eq!(yard.selected(), "device-00027");
}

#[test]
fn what_the_service_would_refuse_is_named_and_nothing_is_sent() {
    for (text, words) in [
        ("prop:a,b,c,d", "at most three"),
        ("prop:=x", "needs a key"),
        ("prop:a=b&c", "no special character"),
    ] {
        let mut yard = Yard::open(300, 100);
        yard.press(&format!("/{text}")).pause();
        yard.press("<Enter>");
        assert!(yard.open.is_empty(), "{text}");
        assert!(screen(&yard).contains(words), "{text}: {}", screen(&yard));
        yard.press("*");
        assert_eq!(yard.marked(), 0);
        assert!(yard.bench.notice().contains(words));
    }
}

#[test]
fn letter_case_counts_and_a_hint_says_so() {
    let mut yard = Yard::open(300, 100);
    yard.press("/DEVICE").pause().settle();
    assert!(yard.bench.state.devices.is_empty());
    assert!(screen(&yard).contains("Letter case counts"));
    yard.press("<Ctrl-U>~DVC");
    assert_eq!(
        yard.bench.state.devices.len(),
        200,
        "the fuzzy one does not mind"
    );
}

#[test]
fn a_fuzzy_text_finds_letters_in_order_the_best_first_and_asks_nobody() {
    let mut yard = Yard::open(50, 100);
    yard.fleet = vec![
        ("pxuxmxp".to_owned(), String::new()),
        ("pump-1".to_owned(), String::new()),
        ("온실-펌프".to_owned(), String::new()),
        ("mup".to_owned(), String::new()),
    ];
    yard.press("r").settle();
    yard.press("/~pump").pause();
    assert!(yard.open.is_empty());
    assert_eq!(yard.in_view(), ["pump-1", "pxuxmxp"]);
    yard.press("<Ctrl-U>~온펌");
    assert_eq!(yard.in_view(), ["온실-펌프"]);
    for key in ["*", "S"] {
        yard.press("<Enter>").press(key);
        assert_eq!(yard.marked(), 0);
        assert!(yard.bench.state.screens.is_empty());
        assert!(
            yard.bench.notice().contains("fuzzy match is no scope"),
            "{}",
            yard.bench.notice()
        );
    }
}

#[test]
fn a_pause_of_an_older_text_asks_nothing() {
    let mut yard = Yard::open(300, 100);
    yard.press("/d");
    let old = yard.bench.state.devices.asked_for;
    yard.press("e");
    yard.send(Message::Woke(Wake::Queried(old)));
    assert!(yard.open.is_empty());
}

#[test]
fn the_letters_that_match_are_marked_without_colour_too() {
    let mut yard = Yard::open(20, 100);
    yard.fleet[3].0 = "온실-펌프".to_owned();
    yard.press("r").settle();
    yard.press("/펌");
    let mut terminal = Terminal::new(TestBackend::new(120, 36)).unwrap();
    terminal
        .draw(|frame| view(&yard.bench.state, frame))
        .unwrap();
    let buffer = terminal.backend().buffer();
    let is_marked = |symbol: &str| {
        let cells = buffer.content().iter();
        cells
            .filter(|cell| cell.symbol() == symbol)
            .any(|cell| cell.modifier.contains(Modifier::UNDERLINED))
    };
    assert!(is_marked("펌"));
    assert!(!is_marked("실"));
}

#[test]
fn the_selection_goes_home_when_a_query_is_cleared_over_a_row_that_was_not_loaded() {
    let mut yard = Yard::open(10_000, 100);
    yard.press("jjj/-09999<Enter>").settle();
    assert_eq!(yard.selected(), "device-09999");
    yard.press("<Esc>");
    assert_eq!(yard.selected(), "device-00003");
    yard.press("/-00150<Enter>").settle();
    yard.press("<Esc>");
    assert_eq!(yard.selected(), "device-00150", "this one was loaded");
    assert_eq!(yard.query(), &Query::All);
}

#[test]
fn a_search_that_fails_says_so_and_keeps_the_loaded_rows() {
    let mut yard = Yard::open(300, 100);
    yard.press("/-0001<Enter>").fail(0);
    assert_eq!(yard.bench.state.devices.len(), 10);
    assert!(screen(&yard).contains("no answer"), "{}", screen(&yard));
    yard.press("jk");
    assert!(yard.open.is_empty(), "only the user asks again");
    yard.press("r").settle();
    assert!(screen(&yard).contains("+0"), "{}", screen(&yard));
}
