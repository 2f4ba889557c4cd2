//! Pages: which are asked for, and what stands where none has come.

use mirrordeck::app::effect::Rank;
use mirrordeck::app::message::Answer;
use mirrordeck::model::device::Listing;

use super::{Asked, Yard};
use crate::support::fixtures::device_page;

#[test]
fn the_total_is_known_from_the_first_reply_on() {
    let mut yard = Yard::new(100_000, 100);
    assert_eq!(yard.open.len(), 1, "the size of a page is not known yet");
    yard.answer(0);
    let devices = &yard.bench.state.devices;
    assert_eq!((devices.len(), devices.loaded()), (100_000, 100));
    assert_eq!(yard.selected(), "device-00000");
}

#[test]
fn a_jump_to_the_end_asks_for_the_last_page_and_the_one_before() {
    let mut yard = Yard::open(100_000, 100);
    yard.asked();
    yard.press("G");
    assert_eq!(yard.in_view()[0], "…");
    assert_eq!(yard.selected(), "", "nothing of another device is shown");
    assert!(yard.bench.state.mirrors.device().is_none());
    yard.settle();
    assert_eq!(yard.asked(), [999, 998]);
    assert_eq!(yard.selected(), "device-99999");
    assert_eq!(
        yard.bench.state.mirrors.device().unwrap().raw(),
        "device-99999"
    );
}

#[test]
fn what_is_in_view_is_asked_before_what_is_fetched_ahead() {
    let mut yard = Yard::open(10_000, 10);
    yard.press("<PgDn><PgDn><PgDn>");
    let ranks: Vec<_> = yard.open.iter().map(|asked| asked.rank).collect();
    assert!(ranks.len() <= 4, "{ranks:?}");
    assert_eq!(ranks[0], Rank::InView);
    yard.press("<PgDn><PgDn><PgDn><PgDn><PgDn>");
    assert!(yard.open.len() <= 4, "{:?}", yard.open);
    let offset = yard.bench.state.devices.cursor.offset as u64;
    let is_in_view = |asked: &Asked| asked.rank == Rank::InView && asked.page >= offset / 10;
    assert!(
        yard.open.iter().any(is_in_view),
        "what was scrolled past made room: {:?}",
        yard.open
    );
}

#[test]
fn a_page_that_was_fetched_ahead_is_asked_again_with_more_urgency_once_it_is_in_view() {
    let mut yard = Yard::new(1_000, 100);
    yard.answer(0);
    let ahead = yard.open[0].clone();
    assert_eq!((ahead.page, ahead.rank), (1, Rank::Ahead));
    for _ in 0..6 {
        yard.press("<PgDn>");
    }
    let urgent: Vec<_> = yard.open.iter().filter(|asked| asked.page == 1).collect();
    assert_eq!(urgent.len(), 1);
    assert_eq!(urgent[0].rank, Rank::InView);
    assert_ne!(urgent[0].request, ahead.request);
}

#[test]
fn a_service_that_caps_its_pages_is_followed() {
    // The program asks for 100 rows, and this service gives 20.
    let mut yard = Yard::open(500, 20);
    yard.press("G").settle();
    assert_eq!(yard.selected(), "device-00499");
    assert!(yard.in_view().iter().all(|row| row.starts_with("device-")));
    // From now on it gives 10.
    yard.size = 10;
    yard.press("rg").settle();
    assert_eq!(yard.in_view()[..2], ["device-00000", "device-00001"]);
    yard.press("G").settle();
    assert_eq!(yard.selected(), "device-00499");
    assert_eq!(yard.bench.state.devices.len(), 500);
}

#[test]
fn a_page_that_failed_is_shown_as_such_and_asked_again_only_by_the_user() {
    let mut yard = Yard::open(1_000, 100);
    yard.press("G").fail(0);
    assert_eq!(yard.in_view()[0], "⚠");
    assert!(yard.bench.notice().contains("could not read the devices"));
    let open: Vec<_> = yard.open.iter().map(|asked| asked.page).collect();
    assert!(!open.contains(&9), "{open:?}");
    yard.settle().asked();
    yard.press("kj").settle();
    assert!(!yard.asked().contains(&9), "only r asks again");
    yard.press("r").settle();
    assert_eq!(yard.selected(), "device-00999");
}

#[test]
fn the_selection_follows_its_device_when_rows_have_moved() {
    let mut yard = Yard::open(1_000, 100);
    yard.press("jjjj");
    assert_eq!(yard.selected(), "device-00004");
    for nth in 0..3 {
        yard.fleet.insert(0, (format!("new-{nth}"), String::new()));
    }
    yard.press("r").settle();
    assert_eq!(yard.selected(), "device-00004");
    assert_eq!(yard.bench.state.devices.cursor.at, 7);
    yard.fleet.drain(..5);
    yard.press("r").settle();
    assert_eq!(yard.selected(), "device-00004");
    assert_eq!(yard.bench.state.devices.cursor.at, 2);
    assert_eq!(yard.bench.state.devices.len(), 998);
}

#[test]
fn reading_again_asks_for_the_rows_in_view_only() {
    let mut yard = Yard::open(100_000, 100);
    yard.press("G").settle();
    yard.asked();
    yard.press("r").settle();
    assert_eq!(yard.asked(), [999]);
    // Pages read before are stale, and read again once they are looked at.
    yard.press("g").settle();
    assert_eq!(yard.asked(), [0]);
}

#[test]
fn a_row_that_came_twice_leads_to_a_look_at_the_older_page() {
    let mut yard = Yard::new(250, 100);
    yard.answer(0);
    yard.fleet.insert(0, ("new".to_owned(), String::new()));
    yard.settle();
    yard.press("<PgDn>").settle();
    yard.press("g").settle();
    assert_eq!(yard.in_view()[..2], ["new", "device-00000"]);
    assert_eq!(yard.bench.state.devices.len(), 251);
}

#[test]
fn totals_beyond_belief_with_empty_pages_are_read_one_page_after_the_other() {
    let mut yard = Yard::new(0, 10);
    let mut first = device_page(0, 10, 10);
    first.page.as_mut().unwrap().total_elements = 1_000_000_000_000;
    first.page.as_mut().unwrap().total_pages = 100_000_000_000;
    let mut empty = first.clone();
    empty.devices.clear();
    let mut asked = 0;
    yard.press("GG");
    while let Some(question) = yard.open.pop() {
        let page = if question.page == 0 { &first } else { &empty };
        let answer = Answer::Devices(Ok(page.clone()));
        yard.bench.answer(question.request, answer);
        yard.sort();
        yard.press("GjG");
        asked += 1;
        assert!(asked < 20, "it asks without end");
    }
    assert_eq!(yard.bench.state.devices.len(), 10);
    assert_eq!(yard.selected(), "device-9");
}

#[test]
fn the_same_rows_on_each_page_are_listed_once() {
    let mut yard = Yard::new(0, 10);
    let mut asked = 0;
    while let Some(question) = yard.open.pop() {
        let mut page = device_page(0, 10, 10_000);
        page.page.as_mut().unwrap().number = question.page;
        yard.bench
            .answer(question.request, Answer::Devices(Ok(page)));
        yard.sort();
        yard.press("j");
        asked += 1;
        assert!(asked < 20, "it asks without end");
    }
    assert_eq!(yard.bench.state.devices.len(), 10);
    assert_eq!(yard.selected(), format!("device-{}", asked.min(9)));
}

#[test]
fn answers_to_questions_that_nobody_asks_any_more_are_dropped() {
    let mut yard = Yard::open(1_000, 100);
    yard.press("/device-000");
    yard.pause();
    let old = yard.open[0].clone();
    assert!(matches!(old.listing, Listing::Search { .. }));
    yard.press("1");
    let page = yard.page(&Listing::All, 5);
    yard.bench.answer(old.request, Answer::Devices(Ok(page)));
    yard.sort();
    assert_eq!(yard.bench.state.devices.len(), 10);
    assert!(yard.bench.state.devices.hits().is_none());
}

#[test]
fn an_empty_fleet_is_asked_for_once_and_may_fill() {
    let mut yard = Yard::open(0, 100);
    assert_eq!(yard.asked(), [0]);
    yard.press("jGr").settle();
    assert_eq!(yard.asked(), [0]);
    yard.fleet.push(("first".to_owned(), String::new()));
    yard.press("r").settle();
    assert_eq!(yard.selected(), "first");
    yard.fleet.clear();
    yard.press("r").settle();
    assert_eq!(yard.bench.state.devices.len(), 0);
    assert!(yard.bench.state.mirrors.device().is_none());
}

#[test]
fn a_search_without_hits_is_asked_for_once() {
    let mut yard = Yard::open(300, 100);
    yard.asked();
    yard.press("/nothing<Enter>jGk").settle();
    assert_eq!(yard.asked(), [0]);
}
