//! The limit and the rate on the screen.

use mirrordeck::app::message::Message;
use mirrordeck::app::state::AppState;
use mirrordeck::model::traffic::Traffic;
use mirrordeck::view::view;
use ratatui::Terminal;
use ratatui::backend::TestBackend;

use crate::support::fixtures::Bench;

const BUSY: Traffic = Traffic {
    limit: 16,
    in_flight: 12,
    per_second: 640,
    background_per_second: 638,
    is_lowered: false,
    waits_until_ms: None,
    waits_ms: 0,
};

/// The words at the right end of the header.
fn header(state: &AppState, columns: u16) -> String {
    let mut terminal = Terminal::new(TestBackend::new(columns, 24)).unwrap();
    terminal.draw(|frame| view(state, frame)).unwrap();
    let cells = terminal.backend().buffer().content().iter();
    let line: String = cells
        .take(columns.into())
        .map(ratatui::buffer::Cell::symbol)
        .collect();
    let after_key = line.split_once("key ").unwrap().1.trim_end();
    after_key
        .split_once(' ')
        .map_or("", |(_, words)| words)
        .trim()
        .to_owned()
}

fn after(traffic: Traffic, columns: u16) -> String {
    let mut bench = Bench::open();
    bench.send(Message::Traffic(traffic));
    assert!(bench.effects.is_empty());
    header(&bench.state, columns)
}

#[test]
fn work_in_the_background_shows_its_rate_in_the_room_that_there_is() {
    assert_eq!(after(BUSY, 200), "12 of 16 in flight  640/s");
    assert_eq!(after(BUSY, 60), "12 …");
}

#[test]
fn a_pause_says_how_long_it_is() {
    let pause = Traffic {
        limit: 8,
        waits_until_ms: Some(1),
        waits_ms: 2_400,
        ..BUSY
    };
    assert_eq!(after(pause, 200), "waits 3 s  limit 8");
    assert_eq!(after(pause, 60), "3 s");
}

#[test]
fn ordinary_reads_look_as_always() {
    let mut bench = Bench::open();
    let before = header(&bench.state, 200);
    let browsing = Traffic {
        background_per_second: 1,
        ..BUSY
    };
    bench
        .send(Message::Traffic(BUSY))
        .send(Message::Traffic(browsing));
    assert_eq!(bench.state.traffic, None);
    assert_eq!(header(&bench.state, 200), before);
    bench.press("r");
    assert!(header(&bench.state, 200).contains("in flight"));
    let lowered = Traffic {
        limit: 2,
        is_lowered: true,
        background_per_second: 0,
        ..BUSY
    };
    bench.send(Message::Traffic(lowered));
    let words = header(&bench.state, 200);
    assert!(words.ends_with("in flight  limit 2"), "{words}");
}
