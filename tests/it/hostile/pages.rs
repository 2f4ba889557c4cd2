//! Lists of devices that repeat themselves or lie, and lists that fail.

use std::collections::HashSet;

use mirrordeck::app::devices::Row;
use serde_json::{Value, json};

use crate::support::stage::Stage;
use crate::support::tampered::{is_list, page_of, say_page, stage};

/// The most attempts that a read may have.
const ATTEMPTS: usize = 3;

fn device(nth: u64) -> Value {
    json!({ "name": format!("device-{nth:03}") })
}

/// Pages of ten devices out of `total`, as `lie` tells of them. A service that goes on for ever gets
/// no further than its lies are believed.
fn lying(total: u64, lie: impl Fn(u64) -> Value + Send + Sync + 'static) -> Stage {
    stage(move |path, reply| {
        if let Some(page) = page_of(path) {
            let rows = (page.saturating_mul(10)..total).take(10);
            let rows: Vec<_> = rows.map(device).collect();
            say_page(reply, &json!(rows), &lie(page));
        }
    })
}

fn pages_asked(stage: &Stage) -> usize {
    let sent = stage.sent("GET");
    sent.iter().filter(|path| page_of(path).is_some()).count()
}

fn assert_no_duplicates(stage: &Stage) {
    let devices = &stage.state.devices;
    let rows = (0..devices.len()).filter_map(|place| devices.get(place));
    let names: HashSet<_> = rows.map(Row::raw).collect();
    assert_eq!(names.len(), devices.len());
}

fn selected(stage: &Stage) -> &str {
    let selected = stage.state.devices.selected();
    selected.map_or("", |device| device.raw())
}

#[test]
fn a_page_that_repeats_itself_for_ever_is_given_up_with_the_selection_kept() {
    let mut stage = stage(|path, reply| {
        if page_of(path).is_some() {
            let rows: Vec<_> = (0..10).map(device).collect();
            let info = json!({ "size": 10, "totalElements": u64::MAX, "totalPages": u64::MAX });
            say_page(reply, &json!(rows), &info);
        }
    });
    stage.press("jjjj").press("G<PgDn>GGGG").press("kkk");
    assert_eq!(stage.state.devices.loaded(), 10);
    assert_no_duplicates(&stage);
    assert!(pages_asked(&stage) <= 3, "{:?}", stage.sent("GET"));
    assert_eq!(selected(&stage), "device-006");
    // Read again, and the selection stays on its device.
    stage.press("r");
    assert_eq!(selected(&stage), "device-006");
    assert!(pages_asked(&stage) <= 6, "{:?}", stage.sent("GET"));
    assert!(stage.screen().contains("7 of 10"), "{}", stage.screen());
}

#[test]
fn too_few_pages_hide_no_device() {
    let mut stage = lying(
        35,
        |page| json!({ "size": 10, "totalElements": 35, "totalPages": 1, "number": page }),
    );
    stage.press("GGG");
    assert_eq!(stage.state.devices.loaded(), 35);
    assert_eq!(selected(&stage), "device-034");
    assert!(stage.screen().contains("35 of 35"), "{}", stage.screen());
}

#[test]
fn too_many_pages_end_at_the_first_empty_one() {
    let mut stage = lying(
        15,
        |page| json!({ "size": 10, "totalElements": 15, "totalPages": 1_000_000, "number": page }),
    );
    stage.press("GGGGGG");
    assert_eq!(stage.state.devices.loaded(), 15);
    assert_eq!(pages_asked(&stage), 3, "{:?}", stage.sent("GET"));
}

#[test]
fn a_number_of_devices_beyond_belief_is_shown_and_believed_no_further() {
    let mut stage = lying(
        15,
        |_| json!({ "size": u64::MAX, "totalElements": u64::MAX, "totalPages": 1, "number": u64::MAX }),
    );
    stage.press("GG");
    assert_eq!(pages_asked(&stage), 3, "{:?}", stage.sent("GET"));
    assert!(stage.screen().contains("15 of 15"), "{}", stage.screen());
}

#[test]
fn a_list_without_end_is_read_as_far_as_it_is_looked_at() {
    let mut stage = lying(
        u64::MAX,
        |page| json!({ "size": 10, "totalElements": u64::MAX, "totalPages": u64::MAX, "number": page }),
    );
    let in_view = stage.state.size.device_rows();
    assert!(pages_asked(&stage) <= 2 * in_view.div_ceil(10) + 1);
    let before = pages_asked(&stage);
    stage.press("jjjjjjjjjj");
    assert!(pages_asked(&stage) <= before + 2);
    assert!(
        stage.screen().contains(&format!("11 of {}", u64::MAX)),
        "{}",
        stage.screen()
    );
    // A filter that nothing matches looks at a bounded number of rows.
    stage.press("/nothing<Enter>");
    assert!(pages_asked(&stage) <= 250, "{}", pages_asked(&stage));
}

#[test]
fn rows_without_names_for_ever_are_given_up() {
    let stage = stage(|path, reply| {
        if page_of(path).is_some() {
            let rows = json!([{ "name": "" }, {}, null, 7, "x"]);
            let info = json!({ "size": 5, "totalElements": 500, "totalPages": 100 });
            say_page(reply, &rows, &info);
        }
    });
    assert!(pages_asked(&stage) <= 2, "{:?}", stage.sent("GET"));
    assert!(
        stage.screen().contains("rows came without a usable"),
        "{}",
        stage.screen()
    );
}

#[test]
fn names_of_mirrors_that_repeat_stand_once() {
    let stage = stage(|path, reply| {
        if is_list(path) {
            let names: Vec<_> = (0..10_000).map(|nth| format!("m{}", nth % 3)).collect();
            reply.body = json!({ "results": names, "nextToken": "again" })
                .to_string()
                .into_bytes();
        }
    });
    assert_eq!(stage.state.mirrors.rows(), 4);
}

#[test]
fn a_list_that_fails_is_not_asked_for_again_by_itself() {
    let mut stage = Stage::begin(100, 30, mirrordeck::sim::service::Settings::default());
    stage.fault(r#"{"operation": "list_mirrors", "times": 1000, "fault": {"status": 503}}"#);
    stage.settle();
    let asked = |stage: &Stage| {
        stage
            .sent("GET")
            .iter()
            .filter(|path| is_list(path))
            .count()
    };
    let once = asked(&stage);
    assert!((1..=ATTEMPTS).contains(&once), "{:?}", stage.sent("GET"));
    assert!(
        stage.screen().contains("Could not read the mirrors"),
        "{}",
        stage.screen()
    );
    stage.press("r");
    assert!((once + 1..=2 * ATTEMPTS).contains(&asked(&stage)));
}
