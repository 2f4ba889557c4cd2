//! Clicks, the wheel and scrollbars on lists.

use mirrordeck::app::geometry::Size;
use mirrordeck::app::hit::{List, Spot, hit, shelves};
use mirrordeck::app::keymap::Place;
use mirrordeck::app::message::Message;
use mirrordeck::app::mouse::MouseKind::{Drag, Press, Release, WheelDown, WheelUp};
use mirrordeck::app::notice::Tone;
use mirrordeck::app::state::{Pane, Screen};
use mirrordeck::app::trash::TrashFocus;
use mirrordeck::i18n::Text;

use super::{click, click_on, find, point};
use crate::support::stage::Stage;

#[test]
fn a_click_selects_in_every_pane_and_a_second_one_opens() {
    let mut stage = Stage::open(120, 36);
    click_on(&mut stage, "boiler-02  ");
    assert_eq!(
        stage.state.devices.selected_name().unwrap().raw(),
        "boiler-02"
    );
    assert_eq!(stage.state.place(), Place::Devices);
    assert!(stage.screen().contains("Mirrors of boiler-02"));
    click_on(&mut stage, "boiler-02  ");
    assert_eq!(
        stage.state.place(),
        Place::Mirrors,
        "the second click opens"
    );
    let (column, row) = find(&stage, "◆default");
    click(&mut stage, column, row + 1);
    assert_eq!(stage.state.mirrors.cursor.at, 1);
    click(&mut stage, column, row + 1);
    assert_eq!(stage.state.place(), Place::Detail);
    click(&mut stage, column, row);
    assert_eq!(
        (stage.state.mirrors.cursor.at, stage.state.focus),
        (0, Pane::Mirrors)
    );
    let rows = stage.state.size.detail_list();
    click(&mut stage, rows.x + 3, rows.y + 2);
    assert_eq!(stage.state.place(), Place::Detail);
    assert_eq!(stage.state.detail.cursor.at, 2);
}

#[test]
fn two_clicks_with_something_between_them_open_nothing() {
    let mut stage = Stage::open(120, 36);
    click_on(&mut stage, "agv-03  ");
    stage.press("jk");
    click_on(&mut stage, "agv-03  ");
    assert_eq!(stage.state.place(), Place::Devices);
    let (column, row) = find(&stage, "agv-03  ");
    point(&mut stage, WheelDown, column, row);
    point(&mut stage, WheelUp, column, row);
    click(&mut stage, column, row);
    assert_eq!(stage.state.place(), Place::Devices);
    // The room below the rows, a frame, the header and the footer.
    for (column, row) in [(50, 0), (5, 35), (5, 34)] {
        click(&mut stage, column, row);
        assert_eq!(stage.state.place(), Place::Devices);
    }
    click(&mut stage, 100, 33);
    assert_eq!(
        stage.state.place(),
        Place::Detail,
        "a pane takes the focus anywhere"
    );
}

#[test]
fn the_wheel_scrolls_under_the_pointer_and_leaves_the_focus() {
    let mut stage = Stage::open(120, 36);
    stage.press("<Tab>");
    let (column, row) = find(&stage, "agv-01  ");
    point(&mut stage, WheelDown, column, row + 4);
    assert_eq!(stage.state.devices.cursor.offset, 3);
    assert_eq!(stage.state.devices.cursor.at, 3, "it went along");
    assert_eq!(stage.state.focus, Pane::Mirrors);
    assert!(stage.screen().contains("Mirrors of agv-04"));
    point(&mut stage, WheelUp, column, row);
    assert_eq!(stage.state.devices.cursor.offset, 0);
    assert_eq!(stage.state.devices.cursor.at, 3, "it was in view");
    point(&mut stage, WheelUp, column, row);
    for _ in 0..100 {
        point(&mut stage, WheelDown, column, row);
    }
    let cursor = stage.state.devices.cursor;
    assert_eq!(cursor.offset, 120 - stage.state.size.device_rows());
    assert_eq!(cursor.at, cursor.offset);
}

#[test]
fn a_scrollbar_is_dragged_and_jumps_to_a_click_on_its_track() {
    let mut stage = Stage::open(120, 36);
    let area = stage.state.size.regions().devices.inner();
    let (bar, top) = (area.x + area.width, area.y);
    let last = 120 - stage.state.size.device_rows();
    point(&mut stage, Press, bar, top);
    point(&mut stage, Drag, bar + 40, top + 4);
    let half_way = stage.state.devices.cursor.offset;
    assert!((15..40).contains(&half_way), "{half_way}");
    point(&mut stage, Drag, 0, 35);
    assert_eq!(stage.state.devices.cursor.offset, last);
    point(&mut stage, Drag, 0, 0);
    assert_eq!(stage.state.devices.cursor.offset, 0);
    point(&mut stage, Release, 0, 0);
    point(&mut stage, Drag, bar, top + 9);
    assert_eq!(stage.state.devices.cursor.offset, 0, "nobody holds it");
    click(&mut stage, bar, top + area.height - 1);
    assert_eq!(stage.state.devices.cursor.offset, last);
    assert_eq!(stage.state.place(), Place::Devices);
}

/// The thumb on the screen is where the hit test takes it to be, at every place of a list.
#[test]
fn the_thumb_is_held_where_it_is_drawn() {
    let mut stage = Stage::open(120, 36);
    for rows in [16, 24, 36, 50] {
        stage.apply(Message::Resized(Size { columns: 100, rows }));
        stage.settle();
        let last = 120 - stage.state.size.device_rows();
        for offset in 0..=last {
            let height = stage.state.size.device_rows();
            stage.state.devices.view_from(offset, height);
            stage.draw();
            let shelf = shelves(&stage.state)[0];
            let bar = shelf.rows.x + shelf.rows.width;
            let drawn: Vec<usize> = (0..shelf.height())
                .filter(|line| {
                    let row = shelf.rows.y + u16::try_from(*line).unwrap();
                    stage.glass().cell(bar, row) == "┃"
                })
                .collect();
            let (top, size) = shelf.thumb().unwrap();
            assert_eq!(
                drawn,
                (top..top + size).collect::<Vec<_>>(),
                "{rows} {offset}"
            );
        }
    }
}

/// A row of each screen is hit where its text stands.
#[test]
fn rows_of_every_screen_are_hit_where_they_are_drawn() {
    let mut stage = Stage::open(120, 36);
    for size in [(60, 16), (80, 24), (120, 36), (200, 50)] {
        let (columns, rows) = size;
        stage.apply(Message::Resized(Size { columns, rows }));
        stage.press("S<Home>");
        assert_eq!(stage.state.screen(), Some(Screen::Sweep));
        let (column, row) = find(&stage, "▸");
        let found = hit(&stage.state, column, row).unwrap();
        assert_eq!(
            (found.0.list, found.1),
            (List::Sweep, Spot::Row(0)),
            "{size:?}"
        );
        click(&mut stage, column, row + 2);
        assert_eq!(stage.state.sweep.as_ref().unwrap().cursor.at, 2);
        assert_eq!(find(&stage, "▸").1, row + 2);
        let target = stage.state.sweep.as_ref().unwrap().selected().unwrap();
        click(&mut stage, column, row + 2);
        assert_eq!(stage.state.place(), Place::Mirrors);
        assert_eq!(stage.state.mirrors.selected(), Some(target));
        // A plan of two mirrors.
        stage.press("S<Home> j d");
        assert_eq!(stage.state.place(), Place::Plan);
        let (column, row) = find(&stage, "▸");
        click(&mut stage, column, row + 1);
        assert_eq!(stage.state.plan.as_ref().unwrap().cursor.at, 1);
        let (column, number) = find(&stage, "Number of mirrors");
        click(&mut stage, column, number);
        assert_eq!(stage.state.place(), Place::PlanCount);
        click(&mut stage, column, row);
        assert_eq!(stage.state.place(), Place::Plan);
        stage.press("<Esc><Ctrl-U><Esc>T");
        let (column, row) = find(&stage, "▸");
        let found = hit(&stage.state, column, row).unwrap();
        assert_eq!((found.0.list, found.1), (List::Runs, Spot::Row(0)));
        click(&mut stage, column, row);
        click(&mut stage, column, row);
        assert_eq!(stage.state.screen(), Some(Screen::Sweep), "opened");
        stage.press("<Esc><Esc><Esc>");
        assert_eq!(stage.state.screen(), None);
    }
}

#[test]
fn a_click_keeps_the_filter_that_is_being_typed() {
    let mut stage = Stage::open(120, 36);
    stage.press("/agv");
    let (column, row) = find(&stage, "▸");
    click(&mut stage, column, row + 1);
    assert_eq!(stage.state.place(), Place::Devices);
    assert_eq!(stage.state.devices.filter(), "agv");
    assert_eq!(stage.state.devices.cursor.at, 1);
    stage.press("<Esc>S/device:boiler*");
    let (column, row) = find(&stage, "▸");
    click(&mut stage, column, row + 1);
    assert_eq!(stage.state.place(), Place::Sweep);
    assert_eq!(
        stage.state.sweep.as_ref().unwrap().filter_text(),
        "device:boiler*"
    );
    stage.press("/ age:>");
    click(&mut stage, column, row);
    assert_eq!(
        stage.state.place(),
        Place::SweepFilter,
        "it is not understood"
    );
}

#[test]
fn the_trash_is_clicked_through_and_brings_nothing_back() {
    let mut stage = Stage::open(120, 36);
    stage.press("/boiler-02<Enter><Tab>jd<Tab><Tab><Tab><Enter>");
    stage.press("t");
    let (column, row) = find(&stage, "▸");
    let trash = |stage: &Stage| stage.state.trash.as_ref().unwrap().focus;
    click(&mut stage, column, row);
    assert_eq!(trash(&stage), TrashFocus::List);
    click(&mut stage, column, row);
    assert_eq!(trash(&stage), TrashFocus::Preview);
    assert!(stage.state.overlay.is_none());
    let lines = stage.state.size.preview_list();
    click(&mut stage, lines.x + 1, lines.y + 1);
    assert_eq!(stage.state.trash.as_ref().unwrap().lines.at, 1);
    point(&mut stage, WheelDown, lines.x + 1, lines.y + 1);
    click(&mut stage, column, row);
    assert_eq!(trash(&stage), TrashFocus::List);
}

#[test]
fn the_help_scrolls_and_no_click_reaches_through_it() {
    let mut stage = Stage::open(80, 24);
    stage.press("?");
    let before = stage.screen();
    click(&mut stage, 5, 4);
    assert_eq!(stage.state.devices.cursor.at, 0);
    assert_eq!(stage.screen(), before);
    point(&mut stage, WheelDown, 40, 10);
    assert_ne!(stage.screen(), before);
    point(&mut stage, WheelUp, 40, 10);
    assert_eq!(stage.screen(), before);
    let (column, row) = find(&stage, "┃");
    point(&mut stage, Press, column, row);
    point(&mut stage, Drag, column, 23);
    assert_eq!(stage.glass().cell(column, 20), "┃", "{}", stage.screen());
    // Beside it lies what it covers.
    point(&mut stage, WheelDown, 0, 5);
    assert_eq!(stage.state.devices.cursor.offset, 0);
}

#[test]
fn a_click_on_words_that_cover_rows_selects_none_of_them() {
    let mut stage = Stage::open(80, 24);
    let words = "said at length ".repeat(20);
    stage
        .state
        .say(Tone::Warning, Text::verbatim(words.as_str()));
    stage.draw();
    let row = stage.state.size.regions().status.y - 2;
    assert!(
        stage
            .screen()
            .lines()
            .nth(row.into())
            .unwrap()
            .contains("said at length")
    );
    for column in [5, 60] {
        click(&mut stage, column, row);
        click(&mut stage, column, row);
        assert_eq!(stage.state.place(), Place::Devices);
    }
    assert_eq!(stage.state.mirrors.cursor.at, 0);
}
