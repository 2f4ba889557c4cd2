//! `*` and `S` over everything that is listed, read or not, and marks by identity.

use mirrordeck::app::notice::Tone;
use mirrordeck::app::state::Screen;

use super::Yard;
use super::find::screen;

#[test]
fn marks_follow_identity_through_filters_and_moving_rows() {
    let mut yard = Yard::open(300, 100);
    yard.press("  ");
    assert_eq!((yard.marked(), yard.selected()), (2, "device-00002"));
    yard.press("/-0025<Enter>").settle();
    yard.press("*").settle();
    assert_eq!(yard.marked(), 12);
    assert!(
        yard.bench.notice().contains("12 devices marked"),
        "{}",
        yard.bench.notice()
    );
    yard.press("<Esc>");
    yard.fleet.insert(0, ("new".to_owned(), String::new()));
    yard.press("r").settle();
    let name = |raw| crate::support::fixtures::device_name(raw);
    let marks = &yard.bench.state.marks;
    assert!(marks.has_device(&name("device-00000")) && marks.has_device(&name("device-00250")));
    assert!(!marks.has_device(&name("new")));
    yard.press("<Ctrl-U>");
    assert_eq!(yard.marked(), 0);
}

#[test]
fn all_of_a_large_fleet_is_read_with_several_pages_in_flight_before_it_is_marked() {
    let mut yard = Yard::open(10_000, 100);
    yard.press("*");
    assert!(
        yard.open.len() > 16 && yard.open.len() <= 32,
        "{}",
        yard.open.len()
    );
    assert_eq!(yard.marked(), 0);
    assert_eq!(
        yard.bench.notice(),
        "reading all devices: 200 of 10,000; Esc gives up"
    );
    yard.settle();
    assert_eq!(yard.marked(), 10_000);
    assert!(yard.bench.notice().contains("10,000 devices marked"));
    yard.asked();
    yard.press("<Ctrl-U>*").settle();
    assert_eq!(yard.marked(), 10_000);
    assert!(yard.asked().is_empty(), "everything was here");
}

#[test]
fn esc_gives_up_and_a_failure_stops() {
    let mut yard = Yard::open(10_000, 100);
    yard.press("*").answer(3).answer(0);
    yard.press("<Esc>");
    assert!(yard.open.len() <= 4, "{}", yard.open.len());
    assert!(
        yard.bench.notice().contains("given up"),
        "{}",
        yard.bench.notice()
    );
    yard.settle();
    assert_eq!(yard.marked(), 0);
    yard.press("*").answer(3).fail(5);
    assert_eq!(yard.marked(), 0);
    assert!(
        yard.bench.notice().contains("could not read all devices"),
        "{}",
        yard.bench.notice()
    );
    assert!(yard.bench.state.devices.order.is_none());
    yard.settle();
    assert_eq!(yard.marked(), 0, "what comes late marks nothing");
    yard.press("*").settle();
    assert_eq!(yard.marked(), 10_000, "what had failed is asked again");
}

#[test]
fn a_fleet_that_changed_meanwhile_is_said_to_have() {
    let mut yard = Yard::open(3_000, 100);
    yard.press("*").answer(0);
    yard.fleet.remove(10);
    yard.settle();
    assert!(
        yard.bench.notice().contains("changed meanwhile"),
        "{}",
        yard.bench.notice()
    );
    assert_eq!(
        yard.bench.state.notice.as_ref().unwrap().tone,
        Tone::Warning
    );
}

#[test]
fn a_name_has_what_is_loaded_and_what_the_service_finds_as_its_scope() {
    let mut yard = Yard::open(3_000, 100);
    // The service has forgotten one of them since it was read.
    yard.fleet.remove(70);
    yard.press("/7<Enter>*").settle();
    let found = yard.fleet.iter().filter(|(name, _)| name.contains('7'));
    assert_eq!(yard.marked(), found.count() + 1);
    // Properties and descriptions have the service's hits alone.
    yard.press("<Ctrl-U><Esc>/desc:hall 0<Enter>*").settle();
    let found = yard
        .fleet
        .iter()
        .filter(|(_, text)| text.contains("hall 0"));
    assert_eq!(yard.marked(), found.count());
}

#[test]
fn a_sweep_waits_for_its_devices_too() {
    let mut yard = Yard::open(3_000, 100);
    yard.press("/prop:type=pump<Enter>S");
    assert_eq!(yard.bench.state.screen(), None);
    yard.settle();
    assert_eq!(yard.bench.state.screen(), Some(Screen::Sweep));
}

#[test]
fn another_query_ends_the_order() {
    let mut yard = Yard::open(10_000, 100);
    yard.press("*").answer(0);
    yard.press("/-0001").settle();
    assert_eq!(yard.marked(), 0);
    assert!(yard.bench.state.devices.order.is_none());
}

#[test]
fn a_fleet_beyond_belief_is_not_read_for_an_order() {
    let mut yard = Yard::open(300, 100);
    let mut page = yard.page(&mirrordeck::model::device::Listing::All, 0);
    let info = page.page.as_mut().unwrap();
    info.total_elements = 1_000_000_000_000;
    info.total_pages = 10_000_000_000;
    yard.press("r");
    let asked = yard.open.remove(0);
    let answer = mirrordeck::app::message::Answer::Devices(Ok(page));
    yard.bench.answer(asked.request, answer);
    yard.sort();
    yard.press("*");
    assert!(
        yard.bench.notice().contains("1,000,000,000,000"),
        "{}",
        yard.bench.notice()
    );
    assert!(yard.open.len() <= 4);
}

#[test]
fn marks_have_a_sign_and_their_number_is_always_in_view() {
    let mut yard = Yard::open(300, 100);
    yard.press("  ");
    let shown = screen(&yard);
    assert!(
        shown.contains("2 marked · 3 of 300") && shown.contains("●device-00001"),
        "{shown}"
    );
    yard.press("/-0029<Enter>").settle().press(" ");
    let shown = screen(&yard);
    assert!(
        shown.contains("3 marked") && shown.contains("⊕device-00290"),
        "hidden ones count, and a hit stays told apart: {shown}"
    );
    yard.press("<Tab> ");
    let shown = screen(&yard);
    assert!(shown.contains("1 marked"), "{shown}");
    assert!(shown.contains("◈default"), "{shown}");
}
